"""Who speaks: the noun group that a cue belongs to, in the words of the text."""

from __future__ import annotations

from typing import NamedTuple

from libya_news.parsing.claims_text import (
    ACCOUNT,
    ADV,
    ALSO,
    AMBIG,
    AUX,
    BREAK,
    CAP,
    COMMA,
    CONJ,
    CUE,
    DASH,
    DET,
    ED,
    END,
    FINITE,
    HYPHEN,
    ING,
    LEAD,
    LPAR,
    ME,
    NAME,
    NUM,
    OF,
    OWN,
    POINT,
    POSS,
    PREP,
    PRON,
    QUOTE,
    REL,
    RPAR,
    SELF,
    SINGLE,
    STOP,
    SUB,
    TIME,
    VERBAL,
    WHO,
    WORD,
    View,
)
from libya_news.parsing.speaker_groups import ARTICLES

_LONGEST = 26  # tokens of a speaker's noun group, relative clause included


_CALLED = frozenset("called named nicknamed known identified dubbed".split())


class Subject(NamedTuple):
    """What stands before a cue.

    Attributes:
        kind: `noun`, `pronoun`, `who` (a relative pronoun), `same` (nothing: "and said"), `none`.
        first: First token of the noun group or pronoun.
        last: The token after it.
        before: The token before it, where the clause before it ends.
        other: Token range of an apposition between commas ("Omar Ben, a doctor, said"), or (0, 0).
    """

    kind: str
    first: int
    last: int
    before: int
    other: tuple[int, int] = (0, 0)


NONE = Subject("none", 0, 0, 0)


def subject_before(view: View, i: int) -> Subject:
    """Return the subject of a verb group that begins at token `i`."""
    bits = view.bits
    j = _skip_time_back(view, i - 1)
    if j < 0:
        return NONE
    flags = bits[j]
    if flags & END:
        return Subject("same", i, i, j)
    if flags & COMMA:
        return _over_parenthesis(view, i, j)
    if flags & (QUOTE | SINGLE) and j in view.closing:
        quote = view.closing[j]
        inside = bits[j - 1] & (COMMA | STOP) or quote.last - quote.first > 7
        if inside or quote.first < 2 or not bits[quote.first - 2] & (WORD | CAP | DET):
            return Subject("same", i, i, j)
    if flags & DASH:
        k = _back_to(view, j - 1, DASH, 24)
        if k > 0:
            base = _group_before(view, k - 1)
            if base.kind == "noun":
                return base
        return Subject("same", i, i, j)
    return _group_before(view, j)


def _skip_time_back(view: View, j: int) -> int:
    """Step back over "on Saturday", "early on Sunday", "later"."""
    bits = view.bits
    start = j
    while j >= 0 and (bits[j] & (TIME | ADV) and not bits[j] & (POINT | CUE)):
        j -= 1
    if j == start:
        return start
    while (
        j >= 0
        and view.low[j]
        in ("on", "in", "late", "early", "last", "this", "earlier", "at", "the", "same", "since")
        and start - j < 6
    ):
        j -= 1
    return j


def _back_to(view: View, j: int, mask: int, reach: int) -> int:
    bits = view.bits
    for k in range(j, max(j - reach, -1), -1):
        if bits[k] & mask:
            return k
        if bits[k] & END:
            return -1
    return -1


def _over_parenthesis(view: View, i: int, comma: int) -> Subject:
    """Return the subject before "..., a doctor," or "..., for its part,"."""
    bits = view.bits
    outer = comma
    other = (0, 0)
    for _ in range(4):
        k = _back_to(view, outer - 1, COMMA, 30)
        if k <= 0:
            break
        head = bits[k + 1]
        word = view.low[k + 1]
        if head & (CUE | ALSO) and not head & ING and word not in ("for",):
            break
        if (
            _cue_inside(view, k + 1, outer)
            and not head & (WHO | REL | PREP | SUB)
            and not head & ING
            and word not in ("speaking", "asked", "reached", "contacted", "cited", "quoted")
        ):
            break
        if other == (0, 0) and (head & (DET | CAP | WORD | NAME)) and not head & (PREP | NUM):
            other = (k + 1, outer)
        base = _group_before(view, k - 1 if not bits[k - 1] & RPAR else k - 1)
        if base.kind == "noun" and not _only_numbers(view, base.first, base.last):
            if bits[base.before] & COMMA and base.before > 0 and _parenthetic(view, base):
                outer = k
                continue
            return base._replace(other=other)
        if base.kind == "pronoun":
            return base
        outer = k
    return Subject("same", i, i, comma)


def _cue_inside(view: View, first: int, last: int) -> bool:
    """Tell whether words between commas report something themselves, and are no aside ("an X who asked to be called Y")."""
    bits = view.bits
    for k in range(first, last - 1):
        if bits[k] & WHO:
            return False
        if bits[k] & CUE and not bits[k] & AMBIG:
            return True
    return False


def _parenthetic(view: View, base: Subject) -> bool:
    """Tell whether a group between commas is itself an aside ("22", "from Dhaka")."""
    return bool(view.bits[base.first] & PREP or view.words[base.first][0].isdigit()) and not view.any(
        base.first, base.last, CAP | DET
    )


def _only_numbers(view: View, first: int, last: int) -> bool:
    bits = view.bits
    return all((bits[k] & NUM and view.words[k][0].isdigit()) or bits[k] & HYPHEN for k in range(first, last))


def _group_before(view: View, j: int) -> Subject:
    """Return the noun group that ends with token `j`."""
    bits, low = view.bits, view.low
    end = j + 1
    if j < 0:
        return NONE
    if bits[j] & RPAR:
        k = _back_to(view, j - 1, LPAR, 10)
        if k <= 0:
            return NONE
        j = k - 1
    if bits[j] & (QUOTE | SINGLE) and j in view.closing and view.closing[j].last - view.closing[j].first < 8:
        j = view.closing[j].first - 2
        if j < 0 or not bits[j] & (WORD | CAP | DET) or bits[j] & VERBAL & ~(CUE | ED):
            return NONE
    flags = bits[j]
    if flags & PRON and low[j] == "it" and j and bits[j - 1] & (PREP | OF):
        flags = WORD
        j -= 1
    elif flags & PRON:
        return Subject("pronoun", j, j + 1, j - 1)
    if flags & WHO and low[j] != "where":
        return Subject("who", j, j + 1, j - 1)
    if low[j] == "that" and not flags & NAME:
        return Subject("who", j, j + 1, j - 1)
    if flags & (ALSO | CONJ):
        return Subject("same", end, end, j)
    if flags & SELF and j:
        j -= 1
        flags = bits[j]
    if flags & ME and j and bits[j - 1] & (ING | ED | PREP | OF):
        flags = WORD
        j -= 1
    if flags & (POINT | PREP | OF | DET & ~NUM | SUB | REL | POSS | HYPHEN | ME | SELF) and not flags & (
        NUM | CAP | WORD | NAME
    ):
        return NONE
    if flags & VERBAL and not flags & (NAME | CAP | WORD) and not flags & CUE:
        return NONE
    if flags & CUE and not flags & (AMBIG | CAP | NAME | ING) and not _noun_like(view, j):
        if _relative_before(view, j - 1, max(j - 14, -1)) < 0:
            return NONE
    lo = _scan_back(view, j)
    first = _trim(view, lo + 1, j + 1)
    if first >= j + 1:
        return NONE
    return Subject(
        "noun", first, end, first - 1 if first > lo + 1 and not _adverbial_start(view, lo + 1, first) else lo
    )


def _adverbial_start(view: View, lo: int, first: int) -> bool:
    """Tell whether what was trimmed off is an adverbial ("In Benghazi"), so that the clause begins before it."""
    return bool(view.bits[lo] & (PREP | LEAD | TIME | ADV | ALSO))


def _scan_back(view: View, j: int) -> int:
    """Return the last token before the noun group that ends with `j`."""
    bits, low = view.bits, view.low
    lo = j
    floor = max(j - _LONGEST, -1)
    verb = False
    while lo > floor:
        flags = bits[lo]
        if flags & BREAK:
            break
        if (lo and bits[lo - 1] & HYPHEN and lo > floor + 2) or (lo + 1 <= j and bits[lo + 1] & HYPHEN):
            lo -= 1  # "so-called", "Tripoli-based"
            continue
        if flags & POINT:
            if flags & RPAR:
                k = _back_to(view, lo - 1, LPAR, 8)
                if k > 0:
                    lo = k - 1
                    continue
            if flags & QUOTE and lo in view.closing:
                quote = view.closing[lo]
                if (
                    quote.last - quote.first < 6
                    and quote.first > 1
                    and bits[quote.first - 2] & (WORD | CAP | HYPHEN | DET)
                ):
                    lo = quote.first - 2
                    continue
            break
        if (
            flags & (SUB | REL)
            and not flags & NAME
            and not (
                flags & PREP
                and not flags & (WHO | REL)
                and low[lo] != "that"
                and low[lo] not in ("after", "before", "since", "as", "than")
            )
        ):
            if (flags & WHO and low[lo] != "where") or low[lo] == "that":
                before = bits[lo - 1] if lo else END
                if (
                    (low[lo] == "who" or verb or _verb_between(view, lo + 1, j))
                    and before & (WORD | CAP | NAME | TIME | NUM)
                    and not before & (CUE & ~0 if low[lo] == "that" else 0)
                ):
                    lo -= 1
                    continue
            k = _relative_before(view, lo - 1, floor) if low[lo] in ("as", "than", "that") else -1
            if k >= 0:
                verb, lo = True, k
                continue
            break
        if low[lo] in _CALLED and lo < j and (bits[lo + 1] & (CAP | NAME) or low[lo + 1] in ("as", "only")):
            lo -= 1
            continue
        if not flags or (flags & FINITE and low[lo + 1 : lo + 2] == ["by"]):
            if not flags:
                break
            lo -= 1
            continue
        if (flags & (AUX | FINITE | PRON | SELF | ME) and not flags & (NAME | OWN)) or (
            lo < j and flags & CUE and not flags & (NAME | CAP | ING) and not _noun_like(view, lo)
        ):
            k = _relative_before(view, lo - 1, floor)
            if k < 0:
                break
            verb = True
            lo = k
            continue
        if flags & ALSO and low[lo] in ("but", "then", "yet"):
            break
        if flags & CONJ and not _joins_nouns(view, lo):
            break
        lo -= 1
    return lo


def _noun_like(view: View, k: int) -> bool:
    """Tell whether a cue word is a noun where it stands ("the report", "a hospital's records", "accounts")."""
    before = view.bits[k - 1] if k else END
    return bool(before & (DET | POSS | OF | PREP | HYPHEN) and not before & PRON)


def _verb_between(view: View, first: int, last: int) -> bool:
    bits = view.bits
    return any(bits[k] & VERBAL and not bits[k] & (NAME | CAP) for k in range(first, last))


def _relative_before(view: View, j: int, floor: int) -> int:
    """Return the place of a relative pronoun that takes the verb after `j` into the noun group, or -1."""
    bits, low = view.bits, view.low
    for k in range(j, floor, -1):
        if bits[k] & POINT:
            return -1
        if low[k] in ("who", "which") or (low[k] == "that" and k and not bits[k - 1] & CUE):
            return (
                k if k and bits[k - 1] & (WORD | CAP | NAME | TIME) and not bits[k - 1] & (PREP | SUB) else -1
            )
    return -1


def _joins_nouns(view: View, k: int) -> bool:
    """Tell whether "and" at `k` joins two names or nouns of one group ("officials and traders")."""
    bits = view.bits
    if k == 0 or k + 1 >= view.n:
        return False
    left, right = bits[k - 1], bits[k + 1]
    if left & POINT or right & POINT:
        return False
    if left & NAME and right & NAME:
        return True
    if left & CAP and right & CAP:
        return True
    # "medics and residents", "hospital staff and the IOM", but not "... shelled the town and residents said"
    if left & (WORD | CAP | NAME) and not left & (ED | TIME | NUM) and right & (WORD | DET | CAP | NAME):
        start = k - 1
        bits_ = view.bits
        while (
            start >= 0
            and k - start < 8
            and bits_[start] & (WORD | CAP | NAME | HYPHEN | POSS | NUM | OF)
            and not bits_[start] & (AUX | CUE | ED)
        ):
            start -= 1
        if start < 0:
            return True
        edge = bits_[start]
        if edge & DET:
            start -= 1
            edge = bits_[start] if start >= 0 else END
        return bool(edge & (POINT | SUB | CUE))
    return False


def _trim(view: View, first: int, last: int) -> int:
    """Step over an adverbial that opens the clause ("On Saturday", "In Benghazi", "Further west")."""
    bits, low = view.bits, view.low
    while first + 1 < last and bits[first] & NUM and bits[first + 1] & TIME:
        first += 2
    while (
        first < last
        and bits[first] & (TIME | LEAD | ALSO | ADV)
        and not bits[first] & (CAP if first and not bits[first - 1] & POINT else 0)
        and not bits[first] & NAME
    ):
        if bits[first] & NUM and not bits[first] & TIME and low[first] not in ("once", "first", "long"):
            break
        if bits[first] & TIME and bits[first] & AUX:
            break
        if low[first] in ("both", "no", "nor", "or", "and") and low[first] == "both":
            break
        first += 1
    if low[first : first + 2] == ["according", "to"]:
        first += 2
    if first >= last:
        return last
    lead = bits[first] & (PREP | OF) and low[first] not in ("like",)
    stop = last
    for k in range(first, last):
        if low[k] in ("who", "which", "that") and k > first:
            stop = k
            break
    best = -1
    for k in range(stop - 1, first, -1):
        if bits[k] & (DET | OWN | PRON) and not bits[k] & NAME:
            before = bits[k - 1]
            if before & (WORD | CAP | NAME | TIME) and not before & (
                PREP | OF | CONJ | POSS | HYPHEN | DET | NUM
            ):
                best = k
                break
    if best > 0:
        return best
    for k in range(stop - 1, first + 1, -1):
        if (
            bits[k - 1] & ACCOUNT
            and bits[k - 2] & DET
            and (bits[k] & (CAP | NAME | DET) or low[k].endswith("s"))
        ):
            return k
    if lead:
        k = first + 1
        if k in view.named:
            k = view.named[k]
        else:
            while (k < stop and bits[k] & (CAP | HYPHEN | TIME | DET | NUM)) or (
                k < stop and low[k] in ARTICLES
            ):
                k += 1
        if k < stop:
            return k
        return last
    if bits[first] & DET and low[first] == "that" and first + 1 < last and bits[first + 1] & DET:
        return first + 1
    return first
