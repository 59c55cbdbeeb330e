"""Who speaks: the noun group that a cue belongs to, in the words of the text."""

from __future__ import annotations

from typing import NamedTuple

from libya_news.parsing.claims_text import (
    ACCOUNT,
    ADV,
    ALSO,
    AMBIG,
    AUX,
    CAP,
    COMMA,
    CONJ,
    CUE,
    DASH,
    DET,
    ED,
    END,
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
from libya_news.parsing.speaker_scan import back_to, noun_like, relative_before, scan_back


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
_ALONE = frozenset(("another", "others", "some", "several", "many", "both"))


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
        k = back_to(view, j - 1, DASH, 24)
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


def _over_parenthesis(view: View, i: int, comma: int) -> Subject:
    """Return the subject before "..., a doctor," or "..., for its part,"."""
    bits = view.bits
    outer = comma
    other = (0, 0)
    for _ in range(4):
        k = back_to(view, outer - 1, COMMA, 30)
        if k <= 0:
            break
        head = bits[k + 1]
        word = view.low[k + 1]
        if head & (CUE | ALSO) and not head & ING and word != "for" and view.low[k + 2] != "by":
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
        base = _group_before(view, k - 1)
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
    """Tell whether words between commas report something and are no aside ("an X who is called Y")."""
    bits = view.bits
    for k in range(first, last - 1):
        if bits[k] & WHO:
            return False
        if bits[k] & CUE and not bits[k] & AMBIG and view.low[k + 1] != "by":
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
        k = back_to(view, j - 1, LPAR, 10)
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
    if low[j] in ("all", "both", "each") and j and bits[j - 1] & (WHO | PRON):
        j -= 1  # "families, who all said"
        flags = bits[j]
        if flags & PRON:
            return Subject("pronoun", j, j + 1, j - 1)
        return Subject("who", j, j + 1, j - 1)
    if low[j] in _ALONE and (j == 0 or bits[j - 1] & (END | COMMA | ALSO | QUOTE | SUB)):
        return Subject("noun", j, j + 1, j - 1)  # "Another said her brother had been shot"
    if flags & (POINT | PREP | OF | DET & ~NUM | SUB | REL | POSS | HYPHEN | ME | SELF) and not flags & (
        NUM | CAP | WORD | NAME
    ):
        return NONE
    if flags & VERBAL and not flags & (NAME | CAP | WORD) and not flags & CUE:
        return NONE
    if flags & CUE and not flags & (AMBIG | CAP | NAME | ING) and not noun_like(view, j):
        if relative_before(view, j - 1, max(j - 14, -1)) < 0:
            return NONE
    lo = scan_back(view, j)
    first = _trim(view, lo + 1, j + 1)
    if first >= j + 1:
        return NONE
    return Subject(
        "noun", first, end, first - 1 if first > lo + 1 and not _adverbial_start(view, lo + 1, first) else lo
    )


def _adverbial_start(view: View, lo: int, first: int) -> bool:
    """Tell whether what was trimmed off is an adverbial ("In Benghazi"): the clause begins before it."""
    return bool(view.bits[lo] & (PREP | LEAD | TIME | ADV | ALSO))


def _trim(view: View, first: int, last: int) -> int:
    """Step over an adverbial that opens the clause ("On Saturday", "In Benghazi", "Further west")."""
    bits, low = view.bits, view.low
    while first + 1 < last and bits[first] & NUM and bits[first + 1] & TIME:
        first += 2
    if first + 1 < last and ":" in low[first] and low[first][0].isdigit():
        first += 1  # "14:30 The ministry says"
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
    lead = bits[first] & (PREP | OF) and low[first] != "like"
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
