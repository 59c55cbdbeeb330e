"""Numbers that rest on another number told before: as many, twice that number, none of the four, the fourth killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.counts import Quantity, bounded, read_quantity
from libya_news.parsing.numbers import ordinal

if TYPE_CHECKING:
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.reader import Reader
    from libya_news.parsing.units import Units

_TIMES = {"as many": 1, "the same number": 1, "that number": 1, "three times as many": 3}  # all others: twice
_OF_AGE = frozenset(("eldest", "oldest", "youngest", "elder", "younger", "aged"))
_YEARS = ("1900", "2060")
_CLAUSE = 6  # units in which "rose" may stand before "from 20"
_BACK = 24  # groups in which the number that "as many" repeats may stand


def same_number(
    reader: Reader, g: int, span: tuple[int, int]
) -> tuple[Quantity, tuple[int, int], str] | None:
    """Read "as many wounded", "twice that number" from the number told before in the sentence."""
    a, b = reader.groups.first[g], reader.groups.last[g]
    at = next(i for i in range(a, b) if "SAMENUM" in reader.alphabet.tags(reader.units.tags[i]))
    times = _TIMES.get(reader.units.key(at), 2)
    before = number_before(reader, g)
    if before is None or before.low is None or before.qualifier not in ("exact", "about", "at_least"):
        return None
    said = {tag for i in range(a, at) for tag in reader.alphabet.tags(reader.units.tags[i])}
    if "QUAL_ATLEAST" in said:
        return Quantity(times * before.low, None, "at_least"), span, "persons"
    if any(tag.startswith("QUAL_") for tag in said - {"QUAL_EXACT"}):
        return None
    high = None if before.high is None else times * before.high
    qualifier = before.qualifier if times == 1 else ("about" if high is not None else "at_least")
    if times > 1 and before.qualifier == "exact":
        qualifier = "exact"
    return Quantity(times * before.low, high, qualifier), span, "persons"


def risen_to(reader: Reader, g: int) -> Quantity | None:
    """Return what a toll stands at that "rose from 20 to 30": the second number; None where nothing rose or fell."""
    groups, units, tags = reader.groups, reader.units, reader.alphabet.tags
    at = groups.first[g] - 1
    if at < 1 or not tags(units.tags[at]) & {"FROM", "BY"}:
        return None
    if not any("LV_RISE" in tags(code) for code in units.tags[max(at - _CLAUSE, 0) : at]):
        return None
    to = next((i for i in range(at + 2, min(at + 6, len(units))) if "TO" in tags(units.tags[i])), None)
    read = None if to is None else read_quantity(units, to + 1, min(to + 6, len(units)))
    return None if read is None else read[0]


_AFTER = {"AFTER_ATLEAST": "at_least", "AFTER_UPTO": "up_to", "AFTER_ABOUT": "about"}
_LONGEST = 100  # code points from a number to the bound behind its clause


def bounded_behind(
    reader: Reader, frame: Frame, g: int, quantity: Quantity, span: tuple[int, int]
) -> tuple[Quantity, tuple[int, int]]:
    """Give a number the bound that stands behind its clause: "ten people were killed, maybe more."."""
    if (
        quantity.qualifier != "exact"
        or quantity.low is None
        or reader.groups.kinds[g] not in ("GC", "GX", "GH")
    ):
        return quantity, span
    groups, units, tags = reader.groups, reader.units, reader.alphabet.tags
    i = groups.last[max(g, frame.harm[1] - 1)]
    if i < len(units) and tags(units.tags[i]) & {"COMMA", "LPAR"}:
        i += 1
    if i >= len(units):
        return quantity, span
    qualifier = next((q for tag, q in _AFTER.items() if tag in tags(units.tags[i])), None)
    closed = i + 1 >= len(units) or bool(tags(units.tags[i + 1]) & {"STOP", "BREAK", "COMMA", "RPAR", "SEMI"})
    end = units.span(i, i + 1)[1]
    new = bounded(quantity.low, qualifier) if qualifier is not None and closed else None
    if new is None or end - span[0] > _LONGEST:
        return quantity, span
    return new, (span[0], end)


def year_like(units: Units, i: int) -> bool:
    """Tell whether a number alone is printed as years are: "2005", not "2,005"."""
    word = units.low(i)
    return len(word) == 4 and word.isdecimal() and _YEARS[0] <= word < _YEARS[1]


def age_of_one(units: Units, i: int) -> bool:
    """Tell whether a number is the age of one of several: "the eldest 14"."""
    return i > 0 and units.low(i - 1).rsplit(" ", 1)[-1] in _OF_AGE


def number_before(reader: Reader, g: int) -> Quantity | None:
    """Return the quantity of the nearest group of counted persons before `g`, in its sentence."""
    groups = reader.groups
    for k in range(g - 1, max(g - _BACK, -1), -1):
        if reader.alphabet.tags(groups.tags[k]) & {"STOP", "BREAK"}:
            return None
        if groups.kinds[k] in ("GC", "GX", "GH"):
            read = read_quantity(reader.units, groups.first[k], groups.last[k])
            return None if read is None else read[0]
    return None


def none_of(reader: Reader, g: int) -> tuple[Quantity, tuple[int, int], str] | None:
    """Return how many "none of the four" are, or "none" behind the number aboard: all of them."""
    groups = reader.groups
    a, b = groups.first[g], groups.last[g]
    read = read_quantity(reader.units, a + 1, b) if b > a + 1 else None
    quantity = read[0] if read is not None else None
    if quantity is None and b == a + 1:
        quantity = number_before(reader, g)
    return None if quantity is None else (quantity, reader.units.span(a, b), "persons")


def share_of_told(reader: Reader, g: int) -> Quantity | None:
    """Read "most of them" from the number told before in the sentence."""
    before = number_before(reader, g)
    if before is None or before.low is None or before.qualifier not in ("exact", "about", "at_least"):
        return None
    a, b = reader.groups.first[g], reader.groups.last[g]
    if any("PART_MOST" in reader.alphabet.tags(reader.units.tags[i]) for i in range(a, b)):
        return Quantity(before.low // 2 + 1, None, "vague")
    # "two children, both of whom died"
    relative = reader.units.low(b - 1) in ("whom", "which")
    return (
        before
        if relative and any("PART_ALL" in reader.alphabet.tags(reader.units.tags[i]) for i in range(a, b))
        else None
    )


def ordinal_of(reader: Reader, g: int) -> tuple[Quantity, tuple[int, int], str] | None:
    """Read "the fourth medic (to be killed this month)" as four."""
    a, b = reader.groups.first[g], reader.groups.last[g]
    for i in range(a, b):
        n = ordinal(reader.units.low(i))
        if n is not None and n > 1:
            return Quantity(n, n, "exact"), reader.units.span(a, b), "persons"
    return None


def inner_number(reader: Reader, g: int) -> Quantity | None:
    """Return the number of the whole that a part names itself: "three of nine people"."""
    a, b = reader.groups.first[g], reader.groups.last[g]
    of = next((i for i in range(a, b) if "OF" in reader.alphabet.tags(reader.units.tags[i])), None)
    read = read_quantity(reader.units, of + 1, b) if of is not None else None
    return None if read is None or read[0].low is None else read[0]
