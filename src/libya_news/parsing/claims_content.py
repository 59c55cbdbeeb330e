"""The words that a cue reports: from where to where they run, and where they are broken."""

from __future__ import annotations

from libya_news.parsing.claims_frames import Cue
from libya_news.parsing.claims_spans import Content, mode_of, strip_end
from libya_news.parsing.claims_text import (
    ACCOUNT,
    ADV,
    ALSO,
    AMBIG,
    AUX,
    BREAK,
    CAP,
    COLON,
    COMMA,
    CUE,
    CUTTER,
    DASH,
    DET,
    ED,
    END,
    FINITE,
    HYPHEN,
    ING,
    LPAR,
    MEDIUM,
    NAME,
    NUM,
    OF,
    POINT,
    PREP,
    QUOTE,
    REL,
    RPAR,
    SEMI,
    STOP,
    TIME,
    VERBAL,
    WHO,
    WORD,
    View,
)
from libya_news.parsing.quotes import Quote

_GO_ON = frozenset({"while", "because", "but", "and", "or", "until", "nor"})
_DIRECT_FRAMES = frozenset({"clause", "that", "tell", "quote"})


def clause_start(view: View, i: int) -> int:
    """Return where the statement of a sentence begins: after a dateline, a bullet, a section label."""
    bits, low = view.bits, view.low
    first, last = view.sentence(i)
    start = first
    if (first == 0 or bits[first - 1] & BREAK) and view.dash_before(first, min(first + 45, last)):
        start = _after_dateline(view, first, min(last, i))
    while start < i and (
        bits[start] & (DASH | HYPHEN | RPAR)
        or low[start] in ("*", "•", "·", "▪", "–", "|")
        or start in view.closing
    ):
        start += 1
    for opener in (
        ()
        if low[start] != "it"
        else (
            ("it", "is", "worth", "mentioning", "that"),
            ("it", "is", "worth", "noting", "that"),
            ("it", "should", "be", "noted", "that"),
        )
    ):
        if tuple(low[start : start + 5]) == opener:
            start += 5
    # "In Benghazi, where ..., 15 men died": the aside is the newspaper's.
    if start < i and bits[start] & PREP:
        k = next((x for x in range(start + 1, min(start + 7, i)) if bits[x] & POINT), i)
        if k + 1 < i and bits[k] & COMMA and low[k + 1] in ("where", "which", "whose"):
            k = next((x for x in range(k + 1, i) if bits[x] & POINT), i)
            if k < i and bits[k] & COMMA:
                start = k + 1
    return start


def _after_dateline(view: View, first: int, last: int) -> int:
    bits, words, n = view.bits, view.words, view.n
    text, starts, ends = view.tokens.text, view.tokens.starts, view.tokens.ends
    plain = True
    for k in range(first, min(first + 45, last)):
        flags = bits[k]
        dash = flags & DASH or (
            flags & HYPHEN
            and k
            and text[starts[k] - 1 : starts[k]] == " "
            and text[ends[k] : ends[k] + 1] == " "
        )
        if dash and (plain or bits[k - 1] & RPAR) and k - first < 45:
            return k + 1
        if flags & COLON and plain and all(w.isupper() or w in "/-" for w in words[first:k]) and k > first:
            return k + 1
        if (
            not flags & (CAP | NUM | TIME | NAME | COMMA | LPAR | RPAR | OF | HYPHEN)
            and words[k] not in "/|."
        ):
            plain = False
        if k - first > 24 and plain:
            return first
    return first if n else 0


def left_content(view: View, cue: Cue, floor: int) -> Content | None:
    """Return what stands before "X said"."""
    bits = view.bits
    end = cue.subject.before
    if end < 0:
        return None
    mark = end if end in view.closing else end - 1 if bits[end] & COMMA and end - 1 in view.closing else -1
    if mark >= 0:
        quote = view.closing[mark]
        return _quoted(view, quote, floor)
    if cue.sense.frame == "quote":
        return None
    unclosed = _unclosed_before(view, end)
    start = max(clause_start(view, end), floor)
    if unclosed is not None and unclosed.first >= start:
        return Content(((unclosed.first, strip_end(view, unclosed.first, end)),), "direct", unclosed)
    for k in range(end - 1, start, -1):
        blunt = bits[k] & COLON and k - start < 7 and view.any(start, k, AUX) and view.any(k, end, VERBAL)
        if bits[k] & SEMI or blunt or (bits[k] & COLON and view.any(start, k, CUE)):
            start = k + 1
            break
    while start < end and (
        (bits[start] & ALSO and view.low[start] in ("and", "but")) or bits[start] & (COMMA | STOP)
    ):
        start += 1
    last = strip_end(view, start, end)
    if last <= start:
        return None
    return Content(((start, last),), mode_of(view, start, last))


def _unclosed_before(view: View, end: int) -> Quote | None:
    for quote in view.quotes_before(end):
        if quote.first <= end and not quote.inner:
            return quote if not quote.closed and quote.last > end and end - quote.first < 60 else None
    return None


def _quoted(view: View, quote: Quote, floor: int) -> Content | None:
    """Return a quotation that a cue closes; words of the sentence before its mark make it a mixed one."""
    bits = view.bits
    open_mark = quote.first - 1
    k = open_mark - 1
    if (
        k < 0
        or bits[k] & (END | COLON | DASH)
        or k < floor
        or k in view.closing
        or quote.follows
        or bits[k] & HYPHEN
    ):
        last = strip_end(view, quote.first, quote.last)
        return Content(((quote.first, last),), "direct", quote) if last > quote.first else None
    start = max(clause_start(view, open_mark), floor)
    if start >= open_mark:
        return Content(((quote.first, strip_end(view, quote.first, quote.last)),), "direct", quote)
    for x in range(open_mark - 1, start, -1):
        if bits[x] & SEMI:
            start = x + 1
            break
    while start < open_mark and (
        (bits[start] & ALSO and view.low[start] in ("and", "but")) or bits[start] & COMMA
    ):
        start += 1
    return Content(((start, strip_end(view, start, quote.last)),), "mixed")


def right_content(view: View, cue: Cue, ceiling: int) -> Content | None:
    """Return what stands after "X said"; `ceiling` is the token where a later cue's clause begins."""
    bits = view.bits
    kind = cue.right.kind
    first = cue.right.first
    frame = cue.sense.frame
    if frame not in _DIRECT_FRAMES and frame != "object":
        first = cue.last
    if frame == "as" and view.low[first] == "as":
        first += 1
    if first >= view.n:
        return None
    if first in view.opening and (frame in _DIRECT_FRAMES or frame in ("object", "name")):
        quote = view.opening[first]
        end = quote.last
        after = bits[end + 1] if quote.closed and end + 1 < view.n else END
        if (
            not quote.closed
            or after & (END | COMMA | SEMI | DASH | RPAR)
            or end >= view.sentence(first)[1] - 1
            or view.date_end(end + 1) > end + 1
            or (after & PREP and frame == "name")
            or (after & ALSO and end + 2 < view.n and bits[end + 2] & (AUX | CUE | FINITE))
            or end + 1 in view.opening
            or kind in ("colon", "comma")
            or end + 1 >= ceiling
        ):
            if quote.last - quote.first > 0:
                return Content(((quote.first, strip_end(view, quote.first, quote.last)),), "direct", quote)
            return None
    last = _right_end(view, cue, first, ceiling)
    last = strip_end(view, first, last)
    if last <= first:
        return None
    pair = view.opening.get(first)
    if pair is not None and pair.closed and pair.last == last:
        return Content(((first + 1, last),), "direct", pair)
    mode = mode_of(view, first, last)
    return Content(((first + 1 if pair is not None and last - first > 1 else first, last),), mode)


_PRESENT_CUES = frozenset(
    "says fears warns adds urges calls blames accuses believes estimates denies wants".split()
)
_LONGEST = 300  # tokens of a reported clause; a sentence without an end is not walked again for every cue


def _right_end(view: View, cue: Cue, first: int, ceiling: int) -> int:
    bits, n = view.bits, view.n
    sentence_end = view.sentence(first)[1]
    clausal = cue.sense.frame in _DIRECT_FRAMES
    limit = min(sentence_end, ceiling, first + _LONGEST)
    verb_first = bits[first] & (AUX | FINITE | ED) and not bits[first] & (CAP | NAME | DET)
    before = cue.subject.before
    relative = clausal and bool(verb_first) and before >= 0 and bool(bits[before] & (REL | WORD | CAP | NAME))
    k = first
    while k < limit:
        flags = bits[k]
        if (
            flags & QUOTE
            and k in view.opening
            and view.opening[k].closed
            and view.opening[k].last < limit + 3
        ):
            k = view.opening[k].last + 1
            limit = max(limit, min(k, n))
            if not clausal and k < limit and (_only_adjunct(view, k, limit) or _next_verb(view, k)):
                return k
            continue
        if flags & BREAK or (flags & COLON and k + 1 in view.opening and k > first):
            break
        if flags & RPAR and not view.any(first, k, LPAR):
            break
        if flags & SEMI and (not clausal or _own_clause(view, k, limit)):
            break
        if (
            flags & COMMA
            and cue.subject.kind == "who"
            and k > first
            and k + 1 < limit
            and bits[k + 1] & (AUX | FINITE | CUE | ADV)
        ):
            break
        if k > first and flags & (COMMA | DASH) and k + 1 < limit:
            if _cuts(view, k, limit, clausal, relative):
                break
        k += 1
    return min(k, limit)


def _own_clause(view: View, k: int, limit: int) -> bool:
    """Tell whether what follows a semicolon has its own speaker: "it had 12 bodies; Mitiga hospital, five"."""
    if _cue_ahead(view, k, limit):
        return True
    verbless = not any(view.bits[x] & VERBAL and not view.bits[x] & NAME for x in range(k, limit))
    return verbless and view.any(k + 1, limit, COMMA) and limit - k < 12


def _next_verb(view: View, k: int) -> bool:
    """Tell whether the speaker goes on to do something else: 'called it "a crime," and left'."""
    after = view.bits[k + 1] if k + 1 < view.n else END
    return bool(view.bits[k] & ALSO and after & (AUX | FINITE | ED | CUE) and not after & NAME)


def _only_adjunct(view: View, k: int, limit: int) -> bool:
    """Tell whether only a time or place of saying is left ("in Munich last month")."""
    bits = view.bits
    j = k
    while j < limit and not bits[j] & (END | COMMA | SEMI):
        if view.date_end(j) > j:
            return True
        if bits[j] & VERBAL and not bits[j] & NAME:
            return False
        j += 1
    return False


def _cue_ahead(view: View, k: int, limit: int) -> bool:
    return any(view.bits[x] & CUE and not view.bits[x] & (NAME | ING) for x in range(k, limit))


def _cuts(view: View, k: int, limit: int, clausal: bool, relative: bool) -> bool:
    """Tell whether a comma or dash at `k` ends the reported clause."""
    bits, low = view.bits, view.low
    nxt = bits[k + 1]
    word = low[k + 1]
    if (
        nxt & DET
        and word in ("a", "an", "the", "that")
        and (bits[k + 2] if k + 2 < view.n else END) & ACCOUNT
        and bits[k] & (COMMA | DASH)
    ):
        return True
    if bits[k] & DASH:
        return False
    if relative and not nxt & NUM:
        return True
    if word in ("which", "who") and not clausal:
        return any(bits[x] & CUE and not bits[x] & (AMBIG | FINITE) for x in range(k + 2, min(k + 5, limit)))
    if word == "whose" and not clausal:
        return True
    if not clausal and (
        word in ("later", "so", "only", "then")
        or any(view.low[x] in ("which", "whom") for x in range(k + 2, min(k + 6, limit)))
    ):
        return True
    if word in ("in", "speaking") and view.any(k + 2, min(k + 6, limit), MEDIUM):
        return True
    if nxt & CUTTER and not nxt & QUOTE:
        if word in ("but", "even"):
            return (low[k + 2] if k + 2 < view.n else "") not in ("that", "also")
        return True
    if word in ("according", "citing", "quoting"):
        return word != "according" or _ends_with_source(view, k + 1, limit)
    if not nxt & ALSO or k + 2 >= view.n:
        return False
    if clausal:  # "reports that water is short, and fears an outbreak"
        after = bits[k + 2]
        return bool(after & CUE and not after & (NAME | ING | AUX) and low[k + 2] in _PRESENT_CUES)
    return bool(bits[k + 2] & (AUX | FINITE))


def _ends_with_source(view: View, k: int, limit: int) -> bool:
    """Tell whether ", according to X" ends the sentence (it then covers the whole clause)."""
    return not any(view.bits[x] & COMMA for x in range(k + 1, limit))


_CLOCK = frozenset(("hours", "days", "weeks", "months", "years", "minutes", ",", ".", "a.m.", "p.m."))


def interrupted(view: View, cue: Cue, left: Content, ceiling: int) -> Content:
    """Return the content of a cue that stands inside it, with the words behind it where they go on."""
    bits, low, n = view.bits, view.low, view.n
    k = cue.right.first
    if k + 1 >= n:
        return left
    if cue.right.kind == "comma":
        quote = view.opening.get(k)
        if quote is not None:
            last = strip_end(view, quote.first, quote.last)
            lower = view.words[quote.first][0].islower() if quote.first < n else False
            if last > quote.first and (lower or left.mode != "direct"):
                if left.mode != "direct":
                    return Content((left.pieces[0], (quote.first, last)), "mixed")
                return Content((*left.pieces, (quote.first, last)), "direct", quote)
        return left
    start = k + 1
    if start >= ceiling or left.mode == "direct":
        return left
    flags = bits[start]
    end = min(view.sentence(cue.first)[1], ceiling)
    verb_left = any(bits[x] & VERBAL and not bits[x] & NAME for x in range(left.first, left.last))
    goes_on = False
    if not verb_left:
        goes_on = not flags & (WHO | REL)
    elif flags & (AUX | FINITE) and not flags & DET:
        goes_on = True
    elif low[start] in _GO_ON:
        tail = bits[start + 1] if start + 1 < n else END
        stop = next((x for x in range(start, end) if bits[x] & SEMI), end)
        goes_on = start + 1 in view.opening or (
            view.any(start + 1, stop, AUX | FINITE | ED) and not tail & (CUE | ALSO | ADV)
        )
    elif start in view.opening:
        goes_on = True
    elif flags & NUM and view.words[start][0].isdigit() and start + 1 < n:
        goes_on = (
            not bits[start + 1] & TIME and low[start + 1] not in _CLOCK
        )  # "now, he says, 300 metres out"
    if not goes_on:
        return left
    last = start
    while last < end and not bits[last] & (STOP | BREAK | SEMI):
        if bits[last] & QUOTE and last in view.opening:
            last = view.opening[last].last
        last += 1
    last = strip_end(view, start, min(last, max(end, last)))
    return Content((left.pieces[0], (start, last)), left.mode) if last > start else left
