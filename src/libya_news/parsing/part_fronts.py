"""Wholes that a part names: of the nine, four were women; the other five were soldiers."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from libya_news.parsing.shares import number_of
from libya_news.parsing.told_numbers import inner_number

if TYPE_CHECKING:
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.reader import Reader

_BACK = 9  # groups between "of the nine" and its part
_NEAR = 40  # numbers before a part among which its whole is looked for
_ENDS = frozenset(("STOP", "BREAK", "SEMI", "QUOTE"))


def whole_told(
    reader: Reader, candidates: dict[int, Candidate], keys: list[int], g: int, *, front: bool
) -> tuple[Candidate | None, str] | None:
    """Return the whole that a part names and the harm of it, or None for a part that names neither.

    Args:
        reader: The reader of the article.
        candidates: The candidates found so far, by group.
        keys: Their groups in order.
        g: The group of the part.
        front: Whether the whole stands before the part: "of the nine, four were women".
    """
    at = bisect_left(keys, g)
    before = [candidates[k] for k in keys[max(at - _NEAR, 0) : at]]
    if reader.is_rest(g):
        whole = rest_of(before, reader, g)
        return None if whole is None else (whole, whole.harm)
    if front:
        return _front(reader, before, g)
    inner = inner_number(reader, g) if reader.groups.kinds[g] == "GO" else None
    if inner is None or inner.low is None:
        return None
    whole = _numbered(before, inner.low)
    return None if whole is None else (whole, whole.harm)


def settle_rests(reader: Reader, seen: dict[int, Candidate]) -> None:
    """Give "the other five were hit by a mortar" the harm of the dead of whom they are the rest."""
    keys = sorted(seen)
    for at, g in enumerate(keys):
        c = seen[g]
        if c.whole is not None or not reader.is_rest(g):
            continue
        whole = rest_of([seen[k] for k in keys[max(at - _NEAR, 0) : at]], reader, g)
        if whole is not None and (c.harm == whole.harm or (c.harm, whole.harm) == ("wounded", "killed")):
            c.harm, c.whole = whole.harm, whole


def rest_of(before: list[Candidate], reader: Reader, g: int) -> Candidate | None:
    """Return the number that "the other five" is the rest of: that number and a part told of it leave five."""
    read = reader.quantity_of(g)
    if read is None or read[0].qualifier != "exact":
        return None
    rest = read[0].low
    for part in reversed(before):
        whole = part.whole
        if whole is None or part.harm != whole.harm or number_of(whole) is None:
            continue
        parts = {id(c): number_of(c) or 0 for c in before if c.whole is whole}
        total = number_of(whole) or 0
        if rest in (total - (number_of(part) or 0), total - sum(parts.values())):
            return whole
    return None


def bodies_told(
    reader: Reader, candidates: dict[int, Candidate], keys: list[int], g: int, *, more: bool
) -> Candidate | None:
    """Return the bodies told just before, whose dead a group names or, with `more`, goes on to count."""
    groups, tags = reader.groups, reader.alphabet.tags
    at = bisect_left(keys, g)
    sentence = reader.tokens.sentence_of[reader.units.first[groups.first[g]]]
    told = candidates[keys[at - 1]] if at else None
    if told is not None and told.rule.endswith(".bodies_of"):
        told = told.whole
    if told is None or not reader.is_body(told.group) or sentence - told.sentence > more:
        return None
    if more and not any(
        tags(reader.units.tags[i]) & {"MORE", "FURTHER", "OTHER"}
        for i in range(groups.first[g], groups.last[g])
    ):
        return None
    return told


def _numbered(before: list[Candidate], n: int) -> Candidate | None:
    """Return the last number told that equals `n`."""
    return next((c for c in reversed(before) if c.whole is None and number_of(c) == n), None)


def _front(reader: Reader, before: list[Candidate], g: int) -> tuple[Candidate | None, str] | None:
    """Read the whole that stands before a part."""
    groups, units, words, tags = reader.groups, reader.units, reader.words, reader.alphabet.tags
    for k in range(g - 1, max(g - _BACK, -1), -1):
        if tags(groups.tags[k]) & _ENDS:
            return None
        if not tags(groups.tags[k]) & {"OF", "AMONG"}:
            continue
        if k and not tags(groups.tags[k - 1]) & (_ENDS | {"COMMA", "CUE", "AND"}):
            continue
        for i in range(groups.first[k + 1], groups.first[g]):
            key = units.key(i)
            number = getattr(units.payload.get(i), "value", None)
            if number is not None:
                whole = _numbered(before, number)
                return None if whole is None else (whole, whole.harm)
            noun = words.says(key, "noun")
            harms = [
                says["harm"]
                for says in (noun, *noun.get("readings", ()))
                if says.get("victims") == "count" and says.get("harm") and not says.get("weak")
            ]
            if "VT_PART" in tags(units.tags[i]):
                harms.append(words.says(key, "verb").get("harm"))
            if harms and harms[0]:
                told = [c for c in before if c.harm == harms[0] and c.whole is None and number_of(c)]
                whole = max(told, key=lambda c: (number_of(c) or 0, -c.group), default=None)
                return None if whole is None else (whole, whole.harm)
    return None
