"""Noun groups behind a cue, appositions, and the names inside a group."""

from __future__ import annotations

from libya_news.english.speech import word_group
from libya_news.parsing.claims_text import (
    ADV,
    AUX,
    CAP,
    COLON,
    COMMA,
    CONJ,
    CUE,
    DASH,
    DET,
    ED,
    END,
    FINITE,
    HYPHEN,
    KEY,
    LPAR,
    ME,
    MEDIUM,
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
    SEMI,
    SINGLE,
    SUB,
    TIME,
    WORD,
    View,
)

ARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "bu",
        "ben",
        "bou",
        "van",
        "de",
        "der",
        "von",
        "le",
        "la",
        "ould",
        "ul",
        "ad",
        "as",
        "ash",
        "at",
        "az",
    }
)


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
            if quote is None or quote.last - quote.first > 6:
                break
            j = quote.last + 1
            continue
        if flags & LPAR:
            k = j + 1
            while k < limit and not bits[k] & RPAR:
                k += 1
            j = k + 1
            continue
        if low[j] == "to" and j > i and low[j - 1] not in word_group("takes_to"):
            break
        if (flags & TIME and j > i and not flags & CAP and not bits[j - 1] & HYPHEN) or j in view.dated:
            break
        if (
            flags & PREP
            and j > i
            and view.any(j + 1, j + 5, MEDIUM)
            and low[j] in ("in", "on", "by", "via", "through", "over")
        ):
            break
        if flags & PREP and j + 1 < n and (view.date_end(j) > j or bits[j + 1] & TIME):
            break
        if flags & PREP and low[j] in ("as", "by") and j > i and not bits[j - 1] & (ED | CUE | KEY):
            if (
                low[j] == "as"
                or (j + 1 < n and bits[j + 1] & MEDIUM)
                or not (j + 1 < n and bits[j + 1] & (DET | CAP | NAME))
            ):
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
        if (
            flags & (SUB | REL | AUX | FINITE | PRON | ME)
            and not flags & (NAME | CAP | OWN)
            and not (
                flags & PREP
                and low[j] not in ("as", "while", "when", "because", "though", "although", "if", "but")
            )
        ):
            break
        if flags & (CAP | NAME) == 0 and flags & FINITE:
            break
        if flags & CONJ and not (
            j + 1 < n and bits[j + 1] & (WORD | CAP | NAME | DET) and not bits[j + 1] & (CUE | AUX)
        ):
            break
        if flags & ADV and not flags & CAP and low[j] not in ("privately", "once"):
            break
        j += 1
    j = min(j, n)
    while j > i and bits[j - 1] & (PREP | OF | CONJ | DET) and not bits[j - 1] & (NAME | CAP | NUM):
        j -= 1
    return (i, j)


def aside_after(view: View, j: int) -> tuple[int, int]:
    """Return the words of an apposition behind a noun group ("said Omar Ben, a doctor at Jalaa")."""
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
        if (
            (flags & (CAP | NAME) and not flags & (DET | PREP | PRON))
            or (flags & (HYPHEN | SINGLE) and k - 1 > first)
            or low[k - 1] in ARTICLES
        ):
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
        return (
            0,
            0,
        )  # a body's name is described by the words before it ("the self-styled Libyan National Army")
    for x in range(first, k - 1):
        if bits[x] & (PREP | OF) and not bits[x] & NAME and not before & POSS:
            return (0, 0)  # "the spokesman for Misrata's Third Force"
    if before & POSS or (before & WORD and not before & (PREP | OF | NUM)) or low[k - 1] == "based":
        return (k, last)
    return (0, 0)
