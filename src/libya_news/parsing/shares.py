"""Shares: half of them, most of the dead, all but two of 41, reckoned from the number they are a part of."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from libya_news.parsing.counts import ONE, Quantity, read_quantity

if TYPE_CHECKING:
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.reader import Reader


def part_quantity(reader: Reader, g: int, whole: Candidate | None) -> Quantity | None:
    """Return the quantity of a part, reckoned from its whole where it is a share."""
    groups, units = reader.groups, reader.units
    a, b = groups.first[g], groups.last[g]
    inner: int | None = None
    tags = [reader.alphabet.tags(units.tags[i]) for i in range(a, b)]
    part = next(
        (i for i, t in enumerate(tags) if t & {"PART_SHARE", "PART_MOST", "PART_ALLBUT", "PART_ALL"}), None
    )
    if part is None:
        read = read_quantity(units, a, b)
        if read is not None:
            return read[0]
        return ONE if tags[0] & {"ONE", "ONEWORD", "ORD"} or (len(tags) > 1 and "ORD" in tags[1]) else None
    inside = read_quantity(units, a + part + 1, b)
    if inside is not None and inside[0].low is not None:
        inner = inside[0].low
    if units.key(a + part) in ("mostly", "mainly", "chiefly"):
        return None  # how most of them were is no number of its own
    base = inner if inner is not None and "PART_ALLBUT" not in tags[part] else number_of(whole)
    if "PART_ALLBUT" in tags[part]:
        wholes = _second_number(reader, a + part + 1, b)
        total = wholes if wholes is not None else number_of(whole)
        if total is None or inner is None or inner >= total:
            return None
        return Quantity(total - inner, total - inner, "exact")
    if "PART_ALL" in tags[part]:
        if inner is None or whole is not None:
            return None
        return Quantity(inner, inner, "exact")
    if base is None:
        return None
    says = reader.words.says(units.key(a + part), "quantity")
    if "PART_MOST" in tags[part]:
        return Quantity(base // 2 + 1, None, "vague")
    share = Fraction(str(says["share"])) * base
    if share.denominator != 1:
        return None
    about = says.get("about") or any("QUAL_ABOUT" in t for t in tags)
    if any("QUAL_MORETHAN" in t for t in tags):
        return Quantity(int(share) + 1, None, "vague")
    return Quantity(int(share), int(share), "about" if about else "exact")


def number_of(whole: Candidate | None) -> int | None:
    """Return the number that the words of a whole state, bounded or not."""
    if whole is None:
        return None
    q = whole.quantity
    if q.qualifier == "more_than":
        return None if q.low is None else q.low - 1
    if q.qualifier in ("exact", "about", "at_least"):
        return q.low
    return None


def _second_number(reader: Reader, a: int, b: int) -> int | None:
    """Return the whole that a part names itself: "all but two of 41"."""
    of = next((i for i in range(a, b) if "OF" in reader.alphabet.tags(reader.units.tags[i])), None)
    if of is None:
        return None
    read = read_quantity(reader.units, of + 1, b)
    return read[0].low if read is not None else None
