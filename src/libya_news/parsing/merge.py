"""One fact once: statements of the same harm in headline, standfirst, lede and body become one candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.counts import Quantity

if TYPE_CHECKING:
    from libya_news.parsing.candidates import Candidate, Reader

_APART = frozenset({"FURTHER", "MORE", "OTHER", "ANOTHER", "ORD"})
_OPENING = frozenset({"headline", "standfirst"})
_LOOSE_CLASSES = frozenset({"unspecified", "mixed"})


class Fact:
    """A candidate with every other statement of it, in text order; the first statement gives it its id."""

    __slots__ = ("main", "others", "quantity")

    def __init__(self, main: Candidate) -> None:
        self.main = main
        self.others: list[Candidate] = []
        self.quantity = main.quantity

    @property
    def statements(self) -> list[Candidate]:
        """Every statement, in text order."""
        return sorted([self.main, *self.others], key=lambda c: c.span)


def merge(reader: Reader, candidates: list[Candidate]) -> list[Fact]:
    """Return the facts that the candidates state, in the order of their first statements."""
    zones = [reader.document.zone_at(c.span[0]) for c in candidates]
    facts: list[Fact] = []
    zone_of = {id(c): zone for c, zone in zip(candidates, zones, strict=True)}
    for candidate in candidates:
        for fact in reversed(facts):
            joined = _joined(reader, fact, candidate, zone_of)
            if joined is not None:
                fact.others.append(candidate)
                fact.quantity = joined
                break
        else:
            facts.append(Fact(candidate))
    return facts


def _joined(reader: Reader, fact: Fact, c: Candidate, zone_of: dict[int, str]) -> Quantity | None:
    """Return the quantity of a fact together with one more statement, or None if the two are not one fact."""
    main = fact.main
    if main.harm != c.harm or main.unit != c.unit or fact.quantity.qualifier in ("none", "unknown"):
        return None
    if any(s.sentence == c.sentence for s in fact.statements):
        return None
    if (main.whole is None) != (c.whole is None):
        return None
    quantity = compatible(fact.quantity, c.quantity)
    if quantity is None:
        return None
    opening = any(zone_of[id(s)] in _OPENING for s in fact.statements)
    if not _same_people(reader, fact, c, opening=opening):
        return None
    if _tells_others(reader, c) and not opening:
        return None
    return quantity


def compatible(a: Quantity, b: Quantity) -> Quantity | None:
    """Return what two statements of one number say together, or None where they differ.

    A number wins over a vague word, and "at least" over the bare number, as the record format has it.
    """
    if a.qualifier in ("none", "unknown") or b.qualifier in ("none", "unknown"):
        return None
    if a.qualifier == "vague" or b.qualifier == "vague":
        vague, other = (a, b) if a.qualifier == "vague" else (b, a)
        if other.qualifier == "vague":
            return a if a.low == b.low else None
        if other.low is None or vague.low is None or not vague.low <= other.low < vague.low * 10:
            return None
        return other
    n, m = _named(a), _named(b)
    if n is None or m is None:
        return a if (a.low, a.high) == (b.low, b.high) else None
    if n != m:
        return None
    for q in ("at_least", "more_than", "up_to", "fewer_than"):
        for quantity in (a, b):
            if quantity.qualifier == q:
                return quantity
    return a if a.qualifier == "exact" else b


def _named(q: Quantity) -> int | None:
    """Return the number that the words name."""
    match q.qualifier:
        case "exact" | "about" | "at_least":
            return q.low
        case "more_than":
            return None if q.low is None else q.low - 1
        case "up_to":
            return q.high
        case "fewer_than":
            return None if q.high is None else q.high + 1
        case _:
            return None


def _same_people(reader: Reader, fact: Fact, c: Candidate, *, opening: bool) -> bool:
    """Tell whether the words for the victims can mean the same people."""
    main = fact.main
    loose = main.cls in _LOOSE_CLASSES or c.cls in _LOOSE_CLASSES
    single = c.quantity.low == 1 and c.quantity.high == 1
    heads = {h for s in fact.statements for h in reader.heads(s.group)}
    mine = reader.heads(c.group)
    shared = bool(heads & mine)
    if single:
        if c.definite or main.definite:
            return shared
        return opening and (shared or main.cls == c.cls or loose)
    if main.cls == c.cls or loose or shared:
        return opening or shared or _definite(reader, c) or (c.quantity.low or c.quantity.high or 0) > 4
    return opening and (c.quantity.low or 0) > 4


def _definite(reader: Reader, c: Candidate) -> bool:
    """Tell whether the words point back: "the 44 soldiers", "both men"."""
    tags = reader.alphabet.tags(reader.units.tags[reader.groups.first[c.group]])
    return bool(tags & {"THE", "DEM", "BOTH"})


def _tells_others(reader: Reader, c: Candidate) -> bool:
    """Tell whether the words name people besides those told before: "three more", "another guard"."""
    first, last = reader.groups.first[c.group], reader.groups.last[c.group]
    return any(reader.alphabet.tags(reader.units.tags[i]) & _APART for i in range(first, last)) or c.rule.endswith(
        ".more"
    )
