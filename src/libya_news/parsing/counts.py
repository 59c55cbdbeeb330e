"""How many: the count that the words of a group state, as the record format has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.casualty_words import casualty_alphabet, casualty_words

if TYPE_CHECKING:
    from libya_news.parsing.units import Units


class Quantity(NamedTuple):
    """Bounds and qualifier of a count."""

    low: int | None
    high: int | None
    qualifier: str


ONE = Quantity(1, 1, "exact")
UNKNOWN = Quantity(None, None, "unknown")
NONE = Quantity(0, 0, "none")

_QUALIFIERS = {
    "QUAL_ATLEAST": "at_least",
    "AFTER_ATLEAST": "at_least",
    "QUAL_MORETHAN": "more_than",
    "QUAL_ABOUT": "about",
    "AFTER_ABOUT": "about",
    "QUAL_UPTO": "up_to",
    "AFTER_UPTO": "up_to",
    "QUAL_FEWER": "fewer_than",
}


def bounded(value: int, qualifier: str | None) -> Quantity | None:
    """Return the quantity that a number makes with a qualifier; None where it bounds nothing ("fewer than one")."""
    match qualifier:
        case "at_least":
            return Quantity(value, None, "at_least")
        case "more_than":
            return Quantity(value + 1, None, "more_than")
        case "about":
            return Quantity(value, value, "about")
        case "up_to":
            return Quantity(None, value, "up_to")
        case "fewer_than":
            return Quantity(None, value - 1, "fewer_than") if value > 0 else None
        case _:
            return Quantity(value, value, "exact")


_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}


def _scale_of(units: Units, first: int, second: int, low: int) -> int:
    """Return what the first number of a range is to be taken times: "two to three dozen", "20 to 30 thousand"."""
    high = getattr(units.payload.get(second), "value", 0)
    words = units.low(second).split(" ")
    scale = _SCALES.get(words[-1], 1)
    if not words[-1].isalpha() and words[-1].endswith(",000") and second == first + 2:
        scale = 1_000 if "DASH" in casualty_alphabet().tags(units.tags[first + 1]) else 1  # "50-60,000"
    bare = units.low(first).split(" ")[-1] not in _SCALES and first in units.payload
    return scale if bare and low < high // scale else 1


def _value(units: Units, i: int, tags: frozenset[str]) -> tuple[int, bool] | None:
    """Return the number that a unit states and whether it is loose by itself ("a couple")."""
    if "NUM" in tags:
        return units.payload[i].value, False  # type: ignore[attr-defined]
    if "NUMWORD" in tags:
        says = casualty_words().says(units.key(i), "quantity")
        return int(says["n"]), bool(says.get("about"))
    return None


def _both_bounds(units: Units, first: int, last: int) -> tuple[Quantity, int, int] | None:
    """Read a lower and an upper bound told together: "at least 10 and as many as 20"."""
    tags = casualty_alphabet().tags
    low = high = low_at = None
    for i in range(first + 1, last):
        before, value = tags(units.tags[i - 1]), _value(units, i, tags(units.tags[i]))
        if value is None:
            continue
        if low is None:
            if not before & {"QUAL_ATLEAST", "QUAL_MORETHAN"}:
                return None
            low, low_at = value[0] + ("QUAL_MORETHAN" in before), i - 1
        elif before & {"QUAL_UPTO", "QUAL_FEWER"}:
            high = value[0] - ("QUAL_FEWER" in before)
            return (
                (Quantity(low, high, "range"), low_at, i + 1) if low_at is not None and low < high else None
            )
        else:
            return None
    return None


def read_quantity(units: Units, first: int, last: int) -> tuple[Quantity, int, int] | None:
    """Read the quantity in the units `[first, last)`: its bounds and the units that state it.

    Returns None where the units state none ("some of the men").
    """
    alphabet, words = casualty_alphabet(), casualty_words()
    both = _both_bounds(units, first, last)
    if both is not None:
        return both
    qualifier: str | None = None
    numbers: list[tuple[int, bool, int]] = []
    begin: int | None = None
    joined = False
    between = False
    end = first
    for i in range(first, last):
        tags = alphabet.tags(units.tags[i])
        if "NUMBERISH" in tags or "NUMWORD" in tags or "VAGUE" in tags:
            value = _value(units, i, tags)
            if value is not None:
                if numbers and not joined:
                    break
                numbers.append((*value, i))
                begin = i if begin is None else begin
                end = i + 1
                joined = False
                if len(numbers) == 2:
                    break
                continue
            if "VAGUE" in tags and not numbers:
                low = words.says(units.key(i), "quantity").get("low")
                if low is None:
                    return None
                start = first if begin is None else begin
                if qualifier in ("more_than", "at_least"):
                    pass
                return Quantity(int(low), None, "vague"), start, i + 1
            if numbers:
                break
        if numbers and "PERHAPS" in tags:  # "ten, perhaps twelve"
            joined = True
            continue
        if numbers and not joined and tags & {"COMMA", "OR", "AND"} and i + 2 < last:
            if any("PERHAPS" in alphabet.tags(units.tags[k]) for k in (i + 1, i + 2)):
                continue
        named = next((q for tag, q in _QUALIFIERS.items() if tag in tags), None)
        if named is not None and (qualifier is None or not numbers):
            before = not numbers
            if before and not any(t.startswith("QUAL_") for t in tags):
                continue
            if not before and not any(t.startswith("AFTER_") for t in tags):
                if not joined:
                    break
                continue
            if not (qualifier is not None and named == "about"):
                qualifier = named
            if begin is None:
                begin = i
            end = i + 1
            if not before:
                break
            continue
        if numbers and not joined and "LPAR" in tags:
            continue  # "200 (at least)"
        if "BETWEEN" in tags:
            between = True
            begin = i if begin is None else begin
            continue
        if numbers and tags & {"TO", "OR", "DASH"} or (numbers and between and "AND" in tags):
            joined = True
            continue
        if "QUAL_EXACT" in tags or tags & {
            "THE",
            "POSS",
            "A",
            "ALL",
            "BOTH",
            "DEM",
            "FURTHER",
            "OTHER",
            "MORE",
        }:
            if numbers:
                break
            continue
        if numbers:
            break
    if not numbers or begin is None:
        if begin is None and any("ELIDED" in alphabet.tags(units.tags[i]) for i in range(first, last)):
            return ONE, first, last
        if "BOTH" in alphabet.tags(units.tags[first]):
            return Quantity(2, 2, "exact"), first, first + 1
        return None
    if qualifier is None and end < last:  # "27 people at least"
        tags = alphabet.tags(units.tags[last - 1])
        if "RPAR" in tags:
            tags = alphabet.tags(units.tags[last - 2])
        qualifier = next(
            (q for tag, q in _QUALIFIERS.items() if tag in tags and tag.startswith("AFTER_")), None
        )
        if qualifier is not None:
            end = last
    (low, loose, _), *rest = numbers
    if rest:
        high = rest[0][0]
        low *= _scale_of(units, numbers[0][2], rest[0][2], low)
        if low < high:
            return Quantity(low, high, "range"), begin, end
        if "DASH" in alphabet.tags(units.tags[numbers[0][2] + 1]):
            return None  # a score: "3-1"
        return Quantity(low, low, "exact"), begin, numbers[0][2] + 1
    if loose and qualifier is None:
        qualifier = "about"
    quantity = bounded(low, qualifier)
    return None if quantity is None else (quantity, begin, end)
