"""How far a noun group reaches to the left: relative clauses, participles, joined nouns."""

from __future__ import annotations

from libya_news.english.speech import word_group
from libya_news.parsing.claims_text import (
    ALSO,
    AUX,
    BREAK,
    CAP,
    CONJ,
    CUE,
    DET,
    ED,
    END,
    FINITE,
    HYPHEN,
    ING,
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
    SUB,
    TIME,
    VERBAL,
    WHO,
    WORD,
    View,
)

_CITED = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing"))
_LONGEST = 26  # tokens of a speaker's noun group, relative clause included


def back_to(view: View, j: int, mask: int, reach: int) -> int:
    """Return the nearest token at or before `j` with a tag of `mask` in the same sentence, or -1."""
    bits = view.bits
    for k in range(j, max(j - reach, -1), -1):
        if bits[k] & mask:
            return k
        if bits[k] & END:
            return -1
    return -1


def scan_back(view: View, j: int) -> int:
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
                k = back_to(view, lo - 1, LPAR, 8)
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
            k = relative_before(view, lo - 1, floor) if low[lo] in ("as", "than", "that") else -1
            if k >= 0:
                verb, lo = True, k
                continue
            break
        if (
            low[lo] in word_group("naming")
            and lo < j
            and (bits[lo + 1] & (CAP | NAME) or low[lo + 1] in ("as", "only"))
        ):
            lo -= 1
            continue
        if not flags or (flags & FINITE and low[lo + 1 : lo + 2] == ["by"]):
            if not flags:
                break
            lo -= 1
            continue
        if (flags & (AUX | FINITE | PRON | SELF | ME) and not flags & (NAME | OWN)) or (
            lo < j and flags & CUE and not flags & (NAME | CAP | ING) and not noun_like(view, lo)
        ):
            k = relative_before(view, lo - 1, floor)
            if k < 0:
                break
            verb = True
            lo = k
            continue
        if lo < j and low[lo] in _CITED and low[lo + 1] != "by":
            break  # "the agency quoted officials who said"
        if flags & ALSO and low[lo] in ("but", "then", "yet"):
            break
        if flags & CONJ and not _joins_nouns(view, lo):
            break
        lo -= 1
    return lo


def noun_like(view: View, k: int) -> bool:
    """Tell whether a cue word is a noun where it stands ("the report", "a hospital's records")."""
    before = view.bits[k - 1] if k else END
    return bool(before & (DET | POSS | OF | PREP | HYPHEN) and not before & PRON)


def _verb_between(view: View, first: int, last: int) -> bool:
    bits = view.bits
    return any(bits[k] & VERBAL and not bits[k] & (NAME | CAP) for k in range(first, last))


def relative_before(view: View, j: int, floor: int) -> int:
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
