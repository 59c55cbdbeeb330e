"""What stands between a cue and its content: the day and place of saying, the one told, "that"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.speech import word_group
from libya_news.parsing.claims_nested import after_citing
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
    ING,
    MARK,
    ME,
    MEDIA,
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
    SUB,
    THAT,
    TIME,
    TOLD,
    VERBAL,
    WORD,
    View,
)
from libya_news.parsing.speaker_groups import group_after

if TYPE_CHECKING:
    from libya_news.parsing.claims_words import CueEntry


class Right(NamedTuple):
    """What follows a cue: `kind` is empty, that, bare, quote, colon or comma; content begins at `first`."""

    kind: str
    first: int
    via: tuple[int, int] = (0, 0)
    said_on: int = -1
    said_in: tuple[int, int] = (0, 0)


def read_right(view: View, i: int, entry: CueEntry) -> Right:
    """Read what stands between a cue and its content: adjuncts, the one told, "that"."""
    bits, low, n = view.bits, view.low, view.n
    j = i
    via = said_in = (0, 0)
    said_on = -1
    tell = "tell" in entry.senses
    told = False
    for _ in range(6):
        if j >= n:
            break
        flags = bits[j]
        if tell and not told and not flags & (POINT | THAT) and view.date_end(j) == j:
            k = addressee(view, j)
            if k > j:
                via, j, told = (j, k), k, True
                continue
        if low[j] in ("only", "merely") and low[j + 1 : j + 2] == ["that"]:
            j += 1  # "would say only that"
            continue
        if flags & ADV and low[j] in (
            "also",
            "later",
            "earlier",
            "again",
            "then",
            "separately",
            "afterwards",
            "meanwhile",
            "too",
            "instead",
            "simply",
            "recently",
            "already",
        ):
            j += 1
            continue
        k = view.date_end(j)
        if k > j and not (flags & NUM and j == i and not flags & PREP):
            after = bits[k] if k < n else END
            if not after & (AUX | FINITE) or after & POINT:
                said_on, j = j, k
                continue
        if flags & COMMA and bits[j + 1 : j + 2] and bits[j + 1] & PREP and j == i:
            # "praised, in a telephone call, ..."
            k = next((x for x in range(j + 2, min(j + 12, n)) if bits[x] & POINT), n)
            if k < n and bits[k] & COMMA and k + 1 < n and (k + 1 in view.opening or low[k + 1] == "that"):
                j = k + 1
                continue
        if low[j] in word_group("adjunct") and not flags & NAME:
            k = adjunct(view, j)
            if k > j:
                day = next((x for x in range(j + 1, k) if x in view.dated), k)
                if day < k and said_on < 0:
                    said_on = day
                if low[j] == "to" and via == (0, 0):
                    via = (j + 1, k)
                elif (
                    low[j] in ("in", "at", "from")
                    and bits[j + 1] & (CAP | NAME)
                    and not view.any(j, day, MEDIUM)
                ):
                    said_in = (j + 1, day)
                elif via == (0, 0):
                    via = interviewer(view, j, k)
                j = k
                continue
        break
    if j >= n or bits[j] & (END | SEMI | RPAR | DASH):
        return Right("empty", j, via, said_on, said_in)
    flags = bits[j]
    if low[j] in ("how", "whether") and not (entry.tail and entry.tail[-1] == low[j]):
        return Right("that", j, via, said_on, said_in)
    if low[j] == "that" and not demonstrative(view, j):
        j += 1
        if j < n and bits[j] & COMMA:  # "said that, by noon, ..."
            j += 1
        kind = "that"
        return Right(kind, j, via, said_on, said_in)
    if flags & COLON:
        k = j + 1
        if k >= n or bits[k] & END:
            return Right("empty", j, via, said_on, said_in)
        return Right("quote" if k in view.opening else "colon", k, via, said_on, said_in)
    if flags & COMMA:
        # "wrote to the speaker, Aguila Saleh, that ..."
        k = next((x for x in range(j + 1, min(j + (9 if j == i else 16), n)) if bits[x] & POINT), n)
        aside = j > i or not any(bits[x] & VERBAL and not bits[x] & NAME for x in range(j + 1, k))
        if aside and k + 1 < n and bits[k] & COMMA and low[k + 1] == "that":
            return Right("that", k + 2, via, said_on, said_in)
        k = after_citing(view, j)
        if k and (low[k] == "that" or k in view.opening):
            kind = "quote" if k in view.opening else "that"
            return Right(kind, k + (kind == "that"), via, said_on, said_in)
        if j + 1 in view.opening and j + 1 < n:
            return Right("comma", j + 1, via, said_on, said_in)
        return Right("empty", j, via, said_on, said_in)
    if j in view.opening:
        return Right("quote", j, via, said_on, said_in)
    if j in view.closing:
        return Right("empty", j, via, said_on, said_in)
    return Right("that" if entry.tail[-1:] == ("how",) else "bare", j, via, said_on, said_in)


def speaking(view: View, first: int, last: int) -> tuple[tuple[int, int], int]:
    """Return place and day of saying in "Speaking in Cairo on Sunday, ..." before a cue; (0, 0) and -1 for none."""
    bits, low = view.bits, view.low
    place, day = (0, 0), -1
    at = next((k for k in range(first, last) if low[k] == "speaking"), last)
    for k in range(at + 1, min(last, at + 14)):
        if bits[k] & POINT:
            break
        if day < 0 and k in view.dated:
            day = k
        if place == (0, 0) and low[k] in ("in", "at", "from") and bits[k + 1] & (CAP | NAME):
            if not bits[k + 1] & (TIME | DET) or bits[k + 1] & NAME:
                place = (k + 1, view.named.get(k + 1, k + 2))
    return place, day


def interviewer(view: View, first: int, last: int) -> tuple[int, int]:
    """Return the one spoken to in "in an interview with Le Monde", "in remarks to Al-Arabiya", or (0, 0)."""
    low = view.low
    for k in range(first, min(last, first + 8)):
        if low[k] in ("with", "to") and view.any(first, k, MEDIUM):
            return group_after(view, k + 1)
    return (0, 0)


def demonstrative(view: View, j: int) -> bool:
    """Tell whether "that" is the object itself ("called that absurd", "denied that.")."""
    nxt = view.bits[j + 1] if j + 1 < view.n else END
    if nxt & COMMA and j + 2 < view.n and view.bits[j + 2] & CUE and view.bits[j + 2] & ING:
        return True  # "denied that, affirming ..."
    if nxt & WORD and j + 2 < view.n and view.bits[j + 2] & END and not nxt & VERBAL:
        return True  # "echoed that view."
    return bool(nxt & (POINT & ~QUOTE & ~COMMA) or nxt & OF or (nxt & (CONJ | SUB) and not nxt & PREP))


# Who listens for an outlet or a body: "told Reuters reporters", "told IOM staff".
_THEIR_PEOPLE = frozenset(
    (
        "news",
        "agency",
        "staff",
        "reporters",
        "correspondents",
        "correspondent",
        "journalists",
        "officials",
        "investigators",
        "researchers",
        "monitors",
    )
)


def addressee(view: View, j: int) -> int:
    """Return the token after the one told ("told [AFP] that", "told [the Security Council] this month")."""
    bits, low, n = view.bits, view.low, view.n
    flags = bits[j]
    if flags & ME or (low[j] == "her" and j + 1 < n and not bits[j + 1] & WORD):
        return j + 1
    if flags & (MEDIA | TOLD):
        k = j + 1
        while k < n and bits[k] & CONJ and bits[k + 1] & (MEDIA | TOLD | CAP):
            k += 2
        while k < n and low[k] in _THEIR_PEOPLE:
            k += 1
        return k
    k = j
    if flags & (DET | OWN):
        k = j + 1
        seen = False
        while k < n and k - j < 9:
            flags = bits[k]
            if flags & (CAP | NAME) and seen and not bits[k - 1] & (CAP | NAME | HYPHEN | OF | POSS):
                x = k
                while x < n and bits[x] & (CAP | NAME | HYPHEN):
                    x += 1
                if low[x : x + 1] and low[x] in word_group("outlets"):
                    return x + 1  # "told the private NTV channel"
                break
            if (
                (
                    flags & (POINT | AUX | PRON | DET | SUB | REL | FINITE | ED | TIME)
                    and not flags & (NAME | CAP)
                    and not (flags & ED and bits[k - 1] & (DET | OWN))  # "a televised news conference"
                )
                or (flags & NUM and not flags & CAP)
                or flags & MARK
            ):
                break
            if flags & PREP and not flags & NAME:
                break
            if flags & (WORD | CAP | NAME):
                seen = True
            k += 1
        if seen and low[k - 1] in word_group("outlets"):
            while k < n and (
                (bits[k] & (CAP | NAME) and not bits[k] & DET)
                or (bits[k] & HYPHEN and bits[k + 1] & (CAP | NAME))
            ):
                k += 1
        return k if seen else j
    if flags & (CAP | NAME):
        if j in view.named:
            k = view.named[j]
            while k < n and low[k] in _THEIR_PEOPLE:
                k += 1
            return k
        while k < n and ((bits[k] & CAP and not bits[k] & (DET | NUM | PRON)) or bits[k] & HYPHEN):
            k += 1
            if bits[k - 1] & MEDIA:
                break
        while k < n and low[k] in (
            "tv",
            "radio",
            "television",
            "newspaper",
            "news",
            "agency",
            "channel",
            "website",
            "daily",
        ):
            k += 1
        return k
    if (
        flags & WORD
        and not flags & (NUM | VERBAL)
        and j + 1 < n
        and (low[j + 1] == "that" or bits[j + 1] & (POINT | DET | PRON | NUM | PREP))
    ):
        return j + 1
    if flags & WORD and low[j] in ("state", "local", "foreign", "british", "libyan") and j + 2 < n:
        k = j
        while k < n and bits[k] & (WORD | CAP) and not bits[k] & (MEDIUM | TOLD | NUM | VERBAL):
            k += 1
        return k + 1 if k < n and bits[k] & (MEDIUM | TOLD) else j
    return j


def adjunct(view: View, j: int) -> int:
    """Return the token after an adjunct of saying ("in a statement", "by phone"), or `j`."""
    bits, low, n = view.bits, view.low, view.n
    if low[j : j + 1] == ["in"] and "terms" in low[j + 1 : j + 6]:
        return low.index("terms", j) + 1  # "condemned in the strongest terms the attack"
    if (
        low[j] == "to" and not bits[j + 1] & (DET | CAP | NAME | TOLD | OWN | MEDIA | MEDIUM)
        if j + 1 < n
        else True
    ):
        return j
    if low[j] == "to":
        k = addressee(view, j + 1)
        if (
            k > j + 1
            and k < n
            and (bits[k] & (DET | NUM | QUOTE) or low[k] == "that")
            and bits[k - 1] & (CAP | NAME)
        ):
            return k  # "confirmed to the Libya Observer the death of three people"
    k = j + 1
    limit = min(n, j + 12)
    medium = -1
    while k < limit:
        flags = bits[k]
        if flags & (POINT & ~RPAR) or low[k] == "that":
            break
        if flags & MEDIUM:
            medium = k
            while k + 1 < limit and (
                (
                    bits[k + 1] & (PREP | OF)
                    and (bits[k + 2] if k + 2 < n else END) & (MEDIUM | OWN | CAP | DET)
                )
                or low[k + 1] in ("posted", "published", "broadcast", "issued", "carried")
            ):
                if low[k + 1] in (
                    "of",
                    "to",
                    "with",
                    "from",
                    "on",
                    "posted",
                    "published",
                    "broadcast",
                    "issued",
                    "carried",
                    "via",
                    "by",
                ):
                    k += 2
                    while (k + 1 < limit and bits[k] & (DET | OWN | PREP)) or (
                        k + 1 < limit and bits[k] & (CAP | WORD) and bits[k + 1] & (MEDIUM | CAP | HYPHEN)
                    ):
                        k += 1
                    medium = k
                else:
                    break
            k += 1
            continue
        if (
            flags & (VERBAL | PRON | SUB | REL)
            and not flags & (PREP | NAME | CAP)
            and not (flags & ED and bits[k - 1] & (DET | OWN))
        ):
            break
        if flags & NUM and not (bits[k + 1 : k + 2] and bits[k + 1] & HYPHEN):
            break
        k += 1
    if (
        low[j] in ("in", "at", "from")
        and j + 1 < n
        and bits[j + 1] & (CAP | NAME)
        and not bits[j + 1] & (DET | NUM)
    ):
        x = view.named.get(j + 1, j + 2)
        while x < n and bits[x] & CAP and not bits[x] & (DET | NUM | PRON):
            x += 1
        if x < n and bits[x] & (DET | NUM | PRON) and not bits[x] & CAP:
            return x  # "told a briefing in Geneva six children died"
    if k < n and (low[k] == "that" or bits[k] & (COLON | COMMA | END | SEMI | QUOTE)) and k <= limit:
        if low[k] == "that" or medium > 0 or bits[k] & (COLON | COMMA | END | QUOTE | SEMI):
            return k
    if medium > 0:
        return medium + 1
    if low[j] == "to" and bits[j + 1] & (DET | CAP | NAME | TOLD):
        return j
    return j
