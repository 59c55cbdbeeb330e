"""Cues that are no verb of a clause: "according to", "citing", "quoted a medic as saying", "HRW: ..."."""

from __future__ import annotations

from typing import NamedTuple

from libya_news.english.speech import word_group
from libya_news.parsing.claims_content import clause_start
from libya_news.parsing.claims_kinds import kind_of
from libya_news.parsing.claims_text import (
    ADV,
    ALSO,
    AUX,
    BE,
    COLON,
    COMMA,
    DASH,
    ED,
    END,
    HYPHEN,
    ING,
    MARK,
    NAME,
    POINT,
    PREP,
    REL,
    SEMI,
    SUB,
    VERBAL,
    WHO,
    WORD,
    View,
)
from libya_news.parsing.claims_words import Phrase
from libya_news.parsing.speaker_groups import group_after
from libya_news.parsing.speakers import subject_before

_CLAUSE = 240  # tokens of a clause that are looked through; no sentence of news is as long


class PhraseCue(NamedTuple):
    """A phrase with its speaker and the tokens of its content; `outer` is the one who quotes, if any."""

    first: int
    last: int
    speaker: tuple[int, int]
    content: tuple[int, int]
    mode: str
    side: str
    outer: tuple[int, int] = (0, 0)
    outer_cue: tuple[int, int] = (0, 0)


def read_phrase(view: View, i: int, phrase: Phrase, floor: int, ceiling: int) -> PhraseCue | None:
    """Return the cue of a phrase at token `i` (its key word)."""
    low, bits = view.low, view.bits
    first = i - phrase.offset
    last = first + len(phrase.words)
    if first < 0 or tuple(low[first:last]) != phrase.words:
        return None
    if phrase.mode == "citing":
        return _citing(view, first, last, floor)
    a, b = group_after(view, last)
    if (
        low[last : last + 1]
        and low[last] in ("him", "her", "them")
        and bits[min(last + 1, view.n - 1)] & POINT
    ):
        a, b = last, last + 1
    if b <= a or bits[a] & POINT:
        return None
    if phrase.words == ("per",) and not _tells(view, first, a, b):
        return None
    if first and bits[first - 1] & (AUX | WORD) and low[first - 1] in word_group("no_source"):
        return None
    if any(w in word_group("plans") for w in low[a:b]) and b - a < 4:
        return None
    content, side = _around(view, first, b, floor, ceiling)
    if content is None:
        return None
    return PhraseCue(first, last, (a, b), content, phrase.mode, side)


def _tells(view: View, first: int, a: int, b: int) -> bool:
    """Tell whether what follows "per" is a source and no measure ("barrels per day", "as per the law")."""
    if first and (view.low[first - 1] == "as" or not view.bits[first - 1] & (END | COMMA)):
        return False
    return kind_of(view, ((a, b),)) not in ("unknown", "document")


def _around(
    view: View, first: int, after: int, floor: int, ceiling: int
) -> tuple[tuple[int, int] | None, str]:
    """Return the clause that a source phrase belongs to: before it, or after it where it comes first."""
    bits, low, n = view.bits, view.low, view.n
    start = max(clause_start(view, first), floor)
    while start < first and bits[start] & (ALSO | COMMA) and low[start] in ("and", "but", ","):
        start += 1
    near = max(start, first - _CLAUSE)
    verb = any(bits[k] & VERBAL and not bits[k] & NAME for k in range(near, first))
    k = after
    if (
        k < n
        and bits[k] & COMMA
        and k + 1 < n
        and (bits[k + 1] & WHO or (low[k + 1] in ("a", "an", "the") and not verb))
    ):
        j = k + 1
        stop = min(n, j + _CLAUSE)
        while j < stop and not bits[j] & (COMMA | END | SEMI):
            j += 1
        if (
            j < stop
            and bits[j] & COMMA
            and (
                bits[k + 1] & WHO or not any(bits[x] & VERBAL and not bits[x] & NAME for x in range(k + 1, j))
            )
        ):
            k = j
    fronted = start >= first or (
        not verb and bits[start] & PREP and first - start < 10 and view.any(k + 1, k + 20, VERBAL)
    )
    if fronted and k < n and bits[k] & (COMMA | COLON):
        end = min(view.sentence(first)[1], ceiling)
        return ((k + 1, end), "right") if end > k + 1 else (None, "")
    if (start < first and verb) or start < first - 2:
        for x in range(first - 1, near, -1):
            if bits[x] & SEMI:
                start = x + 1
                break
        return (start, first), "left"
    return None, ""


def _citing(view: View, first: int, last: int, floor: int) -> PhraseCue | None:
    """Read "quoted a medic as saying that ...", "citing a medic", "was quoted as saying"."""
    low, bits, n = view.low, view.bits, view.n
    said = -1
    for k in range(last, min(last + 18, n - 1)):
        if bits[k] & (END | SEMI):
            break
        if low[k] == "as" and (
            bits[k + 1] & ING
            or low[k + 1]
            in (
                "saying",
                "telling",
                "adding",
                "claiming",
                "warning",
                "calling",
                "describing",
                "shouting",
                "confirming",
                "denying",
                "having",
            )
        ):
            said = k
            break
    passive = first > 0 and bits[first - 1] & BE
    if said >= 0:
        start = said + 2
        if low[start : start + 1] == ["that"]:
            start += 1
        end = view.sentence(first)[1]
        if not passive and (start >= end or bits[start] & (END | COMMA)):
            return _left_of_citing(view, first, last, said)
        if start >= end:
            return None
        if passive:
            subject = subject_before(view, _group_start(view, first))
            if subject.kind not in ("noun", "pronoun"):
                return None
            outer = group_after(view, last + 1) if low[last : last + 1] == ["by"] else (0, 0)
            before = subject.before
            mark = before if before in view.closing else before - 1
            if mark in view.closing and before >= 0:
                quote = view.closing[mark]
                return PhraseCue(
                    first,
                    said + 2,
                    (subject.first, subject.last),
                    (quote.first - 1, quote.last + 1),
                    "statement",
                    "right",
                    outer,
                )
            return PhraseCue(
                first,
                said + 2,
                (subject.first, subject.last),
                (start, end),
                "statement",
                "right",
                outer,
                (first, last),
            )
        a, b = group_after(view, last)
        if b <= a or b > said:
            b = said
        if b <= last:
            return None
        subject = subject_before(view, _group_start(view, first))
        outer = (subject.first, subject.last) if subject.kind in ("noun", "pronoun") else (0, 0)
        return PhraseCue(
            said, said + 2, (last, said), (start, end), "statement", "right", outer, (first, last)
        )
    if low[first] in ("citing", "quoting", "relaying") and first and bits[first - 1] & COMMA:
        a, b = group_after(view, last)
        if b <= a:
            return None
        return PhraseCue(first, last, (a, b), (0, 0), "statement", "cited")
    return None


def _left_of_citing(view: View, first: int, last: int, said: int) -> PhraseCue | None:
    """Read "Nine died, AFP quoted a medic as saying."."""
    subject = subject_before(view, _group_start(view, first))
    if subject.kind != "noun" or subject.before < 0 or not view.bits[subject.before] & (COMMA | MARK):
        return None
    begin = clause_start(view, first)
    if begin >= subject.before:
        return None
    outer = (subject.first, subject.last)
    return PhraseCue(
        said, said + 2, (last, said), (begin, subject.before), "statement", "left", outer, (first, last)
    )


# What may be told of a statement in the passive: "was confirmed by the ministry".
_PASSIVE_MODES = {
    "confirmed": "confirmation",
    "claimed": "claim",
    "denied": "denial",
    "rejected": "denial",
    "condemned": "judgement",
    "disputed": "denial",
    "dismissed": "denial",
    "alleged": "claim",
    "believed": "belief",
}


def read_passive(view: View, i: int, floor: int) -> PhraseCue | None:
    """Read "is said by relatives to have died", "was denied by the army", "In a case reported by X, ..."."""
    low, bits, n = view.low, view.bits, view.n
    if low[i] not in word_group("passive") or low[i + 1 : i + 2] != ["by"]:
        return None
    if any(low[k] == "not" for k in range(max(i - 4, 0), i)):
        return None
    a, b = group_after(view, i + 2)
    if b <= a or bits[a] & POINT:
        return None
    start = _group_start(view, i)
    mode = _PASSIVE_MODES.get(low[i], "statement")
    be = any(bits[k] & BE for k in range(start, i))
    begin = max(clause_start(view, i), floor)
    end = view.sentence(i)[1]
    if be and low[b : b + 1] == ["that"] and low[start - 1] == "it":
        return PhraseCue(start, i + 2, (a, b), (b + 1, end), mode, "right")
    if be and low[b : b + 1] == ["to"]:
        return PhraseCue(start, i + 2, (a, b), (begin, end), mode, "right")
    if be and low[i] == "told":
        return (
            PhraseCue(start, i + 2, (a, b), (b + 1, end), mode, "right")
            if low[b : b + 1] == ["that"]
            else None
        )
    if be and low[i] == "put":
        return (
            PhraseCue(start, i + 2, (a, b), (begin, end), "estimate", "right")
            if low[b : b + 1] == ["at"]
            else None
        )
    if (
        be
        and (b >= n or bits[b] & (POINT | PREP | SUB))
        and start - begin > 0
        and not bits[begin] & (REL | SUB)
    ):
        return PhraseCue(start, i + 2, (a, b), (begin, start), mode, "right")
    if (
        not be
        and low[i] not in ("told", "put")
        and b < n
        and bits[b] & COMMA
        and bits[begin] & PREP
        and b + 1 < end
    ):
        if not any(bits[k] & (AUX | ED) and not bits[k] & NAME for k in range(begin, i)):
            return PhraseCue(i, i + 2, (a, b), (b + 1, end), mode, "right")
    return None


def _group_start(view: View, first: int) -> int:
    while first > 0 and view.bits[first - 1] & (AUX | ADV):
        first -= 1
    return first


_NO_SPEAKERS = frozenset(
    ("update", "bulletin", "factsheet", "timeline", "profile", "live", "explainer", "snapshot")
)


def headline_source(view: View, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    """Return speaker, content and mark of a headline like "HRW: 20 killed" or "20 killed - medics"."""
    bits, low = view.bits, view.low
    from libya_news.parsing.claims_kinds import kind_of

    for k in range(first + 1, min(first + 7, last - 1)):
        if bits[k] & COLON:
            speaker = (first, k)
            if any(bits[x] & (VERBAL | SUB | REL) and not bits[x] & NAME for x in range(first, k)):
                break
            if low[k - 1] in _NO_SPEAKERS:
                break
            named = view.named.get(first, -1) == k and bits[k + 1] & MARK
            if (named or kind_of(view, (speaker,)) not in ("unknown", "document")) and last - k > 3:
                return speaker, (k + 1, last), k
            break
    for k in range(last - 2, max(last - 8, first + 3), -1):
        dash = bits[k] & (DASH | COLON) or (
            bits[k] & HYPHEN and view.tokens.text[view.tokens.starts[k] - 1] == " "
        )
        if dash:
            if any(
                bits[x] & (AUX | SUB | REL | PREP | POINT & ~COMMA) and not bits[x] & NAME
                for x in range(k + 1, last)
            ) or low[k + 1] in ("live", "video", "analysis"):
                return None
            if kind_of(view, ((k + 1, last),)) not in ("unknown", "document") and any(
                bits[x] & (ED | AUX | WORD) for x in range(first, k)
            ):
                return (k + 1, last), (first, k), k
            return None
    return None
