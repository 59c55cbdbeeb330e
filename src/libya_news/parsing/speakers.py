"""Who speaks: the noun group that a cue belongs to, in the words of the text."""

from __future__ import annotations

from typing import NamedTuple

from libya_news.parsing.claims_text import (
    ACCOUNT, ADV, ALSO, AMBIG, AUX, BREAK, CAP, COLON, COMMA, CONJ, CUE, DASH, DET, ED, END, FINITE, HYPHEN, ING, KEY, LEAD, LPAR, ME, MEDIUM, NAME,
    NOBODY, NUM, OF, OWN, POINT, POSS, PREP, PRON, QUOTE, REL, RPAR, SELF, SEMI, SINGLE, STOP, SUB, TIME, VERBAL, WHO, WORD, View,
)  # fmt: skip

_LONGEST = 26  # tokens of a speaker's noun group, relative clause included
_ARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "bu", "ben", "bou", "van", "de", "der", "von", "le", "la", "ould", "ul", "ad", "as", "ash", "at", "az"})


# Words with which "to" belongs to the noun group ("an aide to the mayor").
_TAKES_TO = frozenset("close loyal allied linked adviser advisers advisor aide aides ambassador envoy related opposed next according deputy secretary heir faithful sympathetic".split())
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
    while j >= 0 and view.low[j] in ("on", "in", "late", "early", "last", "this", "earlier", "at", "the", "same", "since") and start - j < 6:
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
        if _cue_inside(view, k + 1, outer) and not head & (WHO | REL | PREP | SUB) and not head & ING and word not in ("speaking", "asked", "reached", "contacted", "cited", "quoted"):
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
    return bool(view.bits[base.first] & PREP or view.words[base.first][0].isdigit()) and not view.any(base.first, base.last, CAP | DET)


def _only_numbers(view: View, first: int, last: int) -> bool:
    bits = view.bits
    return all(bits[k] & NUM and view.words[k][0].isdigit() or bits[k] & HYPHEN for k in range(first, last))


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
    if flags & (POINT | PREP | OF | DET & ~NUM | SUB | REL | POSS | HYPHEN | ME | SELF) and not flags & (NUM | CAP | WORD | NAME):
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
    return Subject("noun", first, end, first - 1 if first > lo + 1 and not _adverbial_start(view, lo + 1, first) else lo)


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
        if lo and bits[lo - 1] & HYPHEN and lo > floor + 2 or lo + 1 <= j and bits[lo + 1] & HYPHEN:
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
                if quote.last - quote.first < 6 and quote.first > 1 and bits[quote.first - 2] & (WORD | CAP | HYPHEN | DET):
                    lo = quote.first - 2
                    continue
            break
        if flags & (SUB | REL) and not flags & NAME and not (flags & PREP and not flags & (WHO | REL) and low[lo] != "that" and low[lo] not in ("after", "before", "since", "as", "than")):
            if flags & WHO and low[lo] != "where" or low[lo] == "that":
                before = bits[lo - 1] if lo else END
                if (low[lo] == "who" or verb or _verb_between(view, lo + 1, j)) and before & (WORD | CAP | NAME | TIME | NUM) and not before & (CUE & ~0 if low[lo] == "that" else 0):
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
        if not flags or flags & FINITE and low[lo + 1 : lo + 2] == ["by"]:
            if not flags:
                break
            lo -= 1
            continue
        if flags & (AUX | FINITE | PRON | SELF | ME) and not flags & (NAME | OWN) or lo < j and flags & CUE and not flags & (NAME | CAP | ING) and not _noun_like(view, lo):
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
        if low[k] in ("who", "which") or low[k] == "that" and k and not bits[k - 1] & CUE:
            return k if k and bits[k - 1] & (WORD | CAP | NAME | TIME) and not bits[k - 1] & (PREP | SUB) else -1
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
        while start >= 0 and k - start < 8 and bits_[start] & (WORD | CAP | NAME | HYPHEN | POSS | NUM | OF) and not bits_[start] & (AUX | CUE | ED):
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
    while first < last and bits[first] & (TIME | LEAD | ALSO | ADV) and not bits[first] & (CAP if first and not bits[first - 1] & POINT else 0) and not bits[first] & NAME:
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
            if before & (WORD | CAP | NAME | TIME) and not before & (PREP | OF | CONJ | POSS | HYPHEN | DET | NUM):
                best = k
                break
    if best > 0:
        return best
    for k in range(stop - 1, first + 1, -1):
        if bits[k - 1] & ACCOUNT and bits[k - 2] & DET and (bits[k] & (CAP | NAME | DET) or low[k].endswith("s")):
            return k
    if lead:
        k = first + 1
        if k in view.named:
            k = view.named[k]
        else:
            while k < stop and bits[k] & (CAP | HYPHEN | TIME | DET | NUM) or k < stop and low[k] in _ARTICLES:
                k += 1
        if k < stop:
            return k
        return last
    if bits[first] & DET and low[first] == "that" and first + 1 < last and bits[first + 1] & DET:
        return first + 1
    return first


def group_after(view: View, i: int, longest: int = 16) -> tuple[int, int]:
    """Return the noun group that begins at token `i` (after "said", "according to")."""
    bits, low, n = view.bits, view.low, view.n
    j = i
    limit = min(n, i + longest)
    if j < n and bits[j] & PRON and low[j] != "it":
        return (j, j + 1)
    if j < n and bits[j] & PRON:
        return (j, j + 1)
    while j < limit:
        flags = bits[j]
        if flags & (POINT & ~(LPAR | RPAR | QUOTE)):
            break
        if flags & QUOTE:
            quote = view.opening.get(j)
            if quote is None or quote.last - quote.first > 6 or j == i and False:
                break
            j = quote.last + 1
            continue
        if flags & LPAR:
            k = j + 1
            while k < limit and not bits[k] & RPAR:
                k += 1
            j = k + 1
            continue
        if low[j] == "to" and j > i and low[j - 1] not in _TAKES_TO:
            break
        if flags & TIME and j > i and not flags & CAP and not bits[j - 1] & HYPHEN or j in view.dated:
            break
        if flags & PREP and j > i and view.any(j + 1, j + 5, MEDIUM) and low[j] in ("in", "on", "by", "via", "through", "over"):
            break
        if flags & PREP and j + 1 < n and (view.date_end(j) > j or bits[j + 1] & TIME):
            break
        if flags & PREP and low[j] in ("as", "by") and j > i and not bits[j - 1] & (ED | CUE | KEY):
            if low[j] == "as" or j + 1 < n and bits[j + 1] & MEDIUM or not (j + 1 < n and bits[j + 1] & (DET | CAP | NAME)):
                break
        if low[j] in ("who", "which", "that") and j > i:
            k = j + 1
            while k < min(n, j + 16) and not bits[k] & (POINT & ~(LPAR | RPAR)):
                k += 1
            if low[j] == "who" and k < n and bits[k] & (END | COMMA | SEMI):
                j = k
            break
        if flags & ME and j > i and bits[j - 1] & OF:
            j += 1
            continue
        if flags & (SUB | REL | AUX | FINITE | PRON | ME) and not flags & (NAME | CAP | OWN) and not (flags & PREP and low[j] not in ("as", "while", "when", "because", "though", "although", "if", "but")):
            break
        if flags & (CAP | NAME) == 0 and flags & FINITE:
            break
        if flags & CONJ and not (j + 1 < n and bits[j + 1] & (WORD | CAP | NAME | DET) and not bits[j + 1] & (CUE | AUX)):
            break
        if flags & ADV and not flags & CAP and low[j] not in ("privately", "once"):
            break
        j += 1
    j = min(j, n)
    while j > i and bits[j - 1] & (PREP | OF | CONJ | DET) and not bits[j - 1] & (NAME | CAP | NUM):
        j -= 1
    return (i, j)


def aside_after(view: View, j: int) -> tuple[int, int]:
    """Return the words of an apposition that follows a noun group ("said Omar Ben, a doctor at Jalaa hospital")."""
    bits = view.bits
    if j >= view.n or not bits[j] & COMMA:
        return (0, 0)
    k = j + 1
    while k < min(view.n, j + 20) and not bits[k] & (END | COMMA | SEMI | COLON | DASH | QUOTE):
        k += 1
    return (j + 1, k)


def name_in(view: View, first: int, last: int) -> tuple[int, int]:
    """Return the token range of a person's name inside a noun group, or (0, 0).

    In "LNA spokesman Khalifa al-Abidi" it is the name with its titles; in "the army's office" there is none.
    """
    bits, low = view.bits, view.low
    k = last
    if k > first and bits[k - 1] & RPAR:
        return (0, 0)
    while k > first:
        flags = bits[k - 1]
        if flags & (CAP | NAME) and not flags & (DET | PREP | PRON) or flags & (HYPHEN | SINGLE) and k - 1 > first or low[k - 1] in _ARTICLES:
            k -= 1
        else:
            break
    while k < last and not bits[k] & (CAP | NAME):
        k += 1
    if k >= last or not view.words[k][0].isupper():
        return (0, 0)
    if k == first:
        return (first, last)
    before = bits[k - 1]
    if view.named.get(k, 0) >= last and k not in view.persons:
        return (0, 0)  # a body's name is described by the words before it ("the self-styled Libyan National Army")
    for x in range(first, k - 1):
        if bits[x] & (PREP | OF) and not bits[x] & NAME and not before & POSS:
            return (0, 0)  # "the spokesman for Misrata's Third Force" 
    if before & POSS or before & WORD and not before & (PREP | OF | NUM) or low[k - 1] == "based":
        return (k, last)
    return (0, 0)


__all__ = ["NONE", "Subject", "aside_after", "group_after", "name_in", "subject_before"]
_UNUSED = (BREAK, NOBODY, STOP, COLON, SEMI, ING, LEAD)
