"""The incidents that one story tells of: its statements, put together by scene."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import islice

import attrs

from libya_news.reconciling.statements import EVERYBODY, Statement, Where
from libya_news.reconciling.unions import Unions
from libya_news.reconciling.wording import causes_agree, phrases

DAY = dt.timedelta(days=1)
_HURT = frozenset({"killed", "wounded", "casualties"})
_BREAKS = 24  # places where a story turns to another incident that are looked at
_ENDLESS = 10**9  # persons; more than any toll
_AT_SEA = frozenset({"rescued", "missing", "captured"})  # what befalls those who do not drown
_LONG = 7  # days; a stretch that is longer tells no single day
Slot = tuple[str, str, str, str, str | None]


@attrs.define(eq=False)
class Event:
    """Statements that tell of one incident, with the features that are compared; grows by merging.

    Attributes:
        statements: The statements.
        aggregate: Whether it is the toll of a period.
        place: The most specific place, or None.
        named: Every place that it is told with: the town, and the quarter of another story.
        first: First day that fits all statements, or None.
        last: Last day that fits all of them, or None.
        causes: Their causes.
        sides: Sides whose people were harmed.
        perpetrators: Actors that did it or are accused.
        slots: Article, voice, harm, class and side of each figure that stands by itself: one voice does not
            tell two figures of one incident for the same people.
        grown: Whether one of its figures is a toll that has risen.
        apart: Marks of decisions by hand that keep events apart.
        said: Publication days.
    """

    statements: list[Statement]
    aggregate: bool = False
    place: Where | None = None
    named: set[str] = attrs.field(factory=set)
    first: dt.date | None = None
    last: dt.date | None = None
    causes: set[str] = attrs.field(factory=set)
    sides: set[str] = attrs.field(factory=set)
    perpetrators: set[str] = attrs.field(factory=set)
    slots: set[Slot] = attrs.field(factory=set)
    grown: bool = False
    apart: set[tuple[str, int]] = attrs.field(factory=set)
    said: set[dt.date] = attrs.field(factory=set)
    tolls: dict[tuple[str, str], tuple[int | None, int | None]] = attrs.field(factory=dict)
    key: tuple[str, str, str] = ("", "", "")

    @classmethod
    def of(cls, statements: Sequence[Statement], apart: Iterable[tuple[str, int]] = ()) -> Event:
        """Make an event of statements that belong together."""
        event = cls(statements=[])
        for s in statements:
            event._take(s)
        event.aggregate = any(s.aggregate for s in statements)
        event.apart = set(apart)
        event.key = min(_rank(s) for s in statements)
        return event

    def _take(self, s: Statement) -> None:
        c = s.casualty
        if s.place is not None and (self.place is None or self.place.id in s.place.chain):
            self.place = s.place
        if s.place is not None:
            self.named.add(s.place.id)
        self._narrow(s.first, s.last)
        self.grown = self.grown or c.kind == "cumulative"
        if c.cause is not None:
            self.causes.add(c.cause)
        if c.victims.side is not None:
            self.sides.add(c.victims.side)
        self.perpetrators.update(
            p.actor for p in c.perpetrators if p.actor and p.status in ("stated", "accused")
        )
        if c.part_of is None and not c.supersedes and c.kind == "incident" and not s.denied:
            self.slots.add((s.article, s.voice, c.harm, c.victims.class_, c.victims.side))
        if c.part_of is None and c.kind != "increment" and c.count.qualifier != "unknown":
            self.tolls.setdefault((c.harm, s.bucket), (c.count.low, c.count.high))
        if s.published is not None:
            self.said.add(s.published)
        self.statements.append(s)

    def _narrow(self, first: dt.date | None, last: dt.date | None) -> None:
        if first is not None and (self.first is None or first > self.first) and not _before(self.last, first):
            self.first = first
        if last is not None and (self.last is None or last < self.last) and not _before(last, self.first):
            self.last = last

    def merge(self, other: Event) -> None:
        """Take in another event."""
        if other.place is not None and (self.place is None or self.place.id in other.place.chain):
            self.place = other.place
        if self.running != other.running and overlapping(self, other) and self.first and other.first:
            # A toll that has grown since Sunday is that of all the days that it counts, not of the first.
            longer = self if self.running else other
            self.first, self.last = longer.first, longer.last
        else:
            self._narrow(other.first, other.last)
        for mine, theirs in (
            (self.named, other.named),
            (self.causes, other.causes),
            (self.sides, other.sides),
            (self.perpetrators, other.perpetrators),
        ):
            mine |= theirs
        self.slots |= other.slots
        self.grown = self.grown or other.grown
        self.apart |= other.apart
        self.said |= other.said
        for key, toll in other.tolls.items():
            low, high = self.tolls.get(key, toll)
            self.tolls[key] = (_least(low, toll[0]), _most(high, toll[1]))
        self.statements += other.statements
        self.key = min(self.key, other.key)

    @property
    def short(self) -> bool:
        """Whether its days are few enough to be those of one incident."""
        return self.first is not None and self.last is not None and (self.last - self.first).days < _LONG

    @property
    def running(self) -> bool:
        """Whether it tells only how a toll has grown: the others it counts are no more than the toll holds."""
        tops: dict[str, int] = {}
        for s in self.statements:
            if s.casualty.kind == "cumulative":
                harm, told = s.casualty.harm, s.casualty.count
                tops[harm] = max(tops.get(harm, 0), told.low or 0, told.high or 0)
        return all(
            s.casualty.kind in ("cumulative", "increment")
            or s.casualty.part_of
            or (s.casualty.count.high or _ENDLESS) < tops.get(s.casualty.harm, 0)
            for s in self.statements
        )

    def signature(self) -> tuple[object, ...]:
        """What makes two events of different stories the same at sight."""
        return (
            self.aggregate,
            self.place.id if self.place else "",
            str(self.first),
            str(self.last),
            tuple(sorted(self.causes)),
            tuple(sorted(self.sides)),
            tuple(sorted(self.perpetrators)),
            tuple(sorted(self.tolls.items(), key=str)),
        )


def kept_apart(a: Event, b: Event) -> bool:
    """Tell whether a decision by hand, or two figures of one voice for the same people, keep them apart."""
    return decided_apart(a, b) or not a.slots.isdisjoint(b.slots)


def decided_apart(a: Event, b: Event) -> bool:
    """Tell whether a decision by hand keeps two events apart."""
    return clash(a.apart, b.apart)


def clash(a: Iterable[tuple[str, int]] | None, b: Iterable[tuple[str, int]] | None) -> bool:
    """Tell whether two sets of marks share a mark and no number of it.

    Args:
        a: Marks, each with the number of the side of it; None for none.
        b: Others.
    """
    if not a or not b:
        return False
    mine, theirs = set(a), set(b)
    shared = {mark for mark, _ in mine} & {mark for mark, _ in theirs}
    # What a person put together may stand on both sides of a turn in the text: then it is of neither.
    return bool(shared) and bool(shared - {mark for mark, _ in mine & theirs})


def events_of(
    statements: Sequence[Statement], text: str, marks: dict[tuple[str, str], set[tuple[str, int]]]
) -> list[Event]:
    """Put the statements of one story together by scene.

    Parts, updates and running tolls go with the figures they hang on. Others go with the nearest statement
    before them whose place, days and cause fit, unless the story says that it now tells of another
    incident, or the same voice has given a figure for the same people.

    Args:
        statements: The statements of one story in text order.
        text: The story's text.
        marks: For each casualty the decisions by hand that keep it apart from others.
    """
    events: list[Event] = []
    breaks = (
        [m.start() for m in islice(phrases("apart").finditer(text), _BREAKS)] if len(statements) > 1 else []
    )
    for group in _linked(statements, marks):
        new = Event.of(group, set().union(*(marks.get(s.key, ()) for s in group)))
        new.apart.update((f"text:{group[0].article}:{b}", int(group[0].start > b)) for b in breaks)
        for old in reversed(events):
            if same_scene(old, new) and not kept_apart(old, new):
                old.merge(new)
                break
        else:
            events.append(new)
    return events


def _linked(
    statements: Sequence[Statement], marks: dict[tuple[str, str], set[tuple[str, int]]]
) -> list[list[Statement]]:
    """Group statements by the links of the record, in text order."""
    by_id = {s.casualty.id: s for s in statements}
    links = Unions(by_id)
    held: dict[str, set[tuple[str, int]]] = {s.casualty.id: set(marks.get(s.key, ())) for s in statements}
    for s in statements:
        for other in (s.casualty.part_of, *s.casualty.supersedes):
            o = by_id.get(other or "")
            if o is None or o.aggregate != s.aggregate:
                continue
            one, two = links.root(s.casualty.id), links.root(o.casualty.id)
            if one != two and not clash(held[one], held[two]):
                links.join(one, two)
                held[links.root(one)] = held[one] | held[two]
    groups: dict[str, list[Statement]] = {}
    for s in statements:
        groups.setdefault(links.root(s.casualty.id), []).append(s)
    return list(groups.values())


def same_scene(a: Event, b: Event) -> bool:
    """Tell whether two events of one story can be one: nothing that is told of one contradicts the other."""
    if a.aggregate != b.aggregate:
        return False
    if a.aggregate and (a.first, a.last) != (b.first, b.last):
        return False
    if (
        a.place
        and b.place
        and a.place.id != b.place.id
        and (a.aggregate or not nested(a.place, b.place) or a.place.town is None or b.place.town is None)
    ):
        return False
    if a.first and b.first and not overlapping(a, b):
        return False
    return agreeing(a.causes, b.causes) and not unlike(a, b)


def unlike(a: Event, b: Event) -> bool:
    """Tell whether one event is of people hurt, the other of people held or moved, by others and from another cause."""
    if a.causes & b.causes or a.perpetrators & b.perpetrators:
        return False
    harms_a, harms_b = {h for h, _ in a.tolls}, {h for h, _ in b.tolls}
    return any(
        x and y and x <= _HURT and y.isdisjoint(_HURT) and not (y <= _AT_SEA and "drowning" in causes)
        for x, y, causes in ((harms_a, harms_b, a.causes), (harms_b, harms_a, b.causes))
    )


def nested(a: Where, b: Where) -> bool:
    """Tell whether one place lies in the other."""
    return a.id in b.chain or b.id in a.chain


def overlapping(a: Event, b: Event) -> bool:
    """Tell whether two events share a day; an open end is open."""
    return not _before(a.last, b.first) and not _before(b.last, a.first)


def agreeing(a: set[str], b: set[str]) -> bool:
    """Tell whether the causes of two events can be those of one."""
    return all(causes_agree(x, y) for x in a for y in b)


def comparable(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Tell whether two figures, each a harm and whose it is, can be of the same people."""
    whose = {a[1], b[1]}
    return a[0] == b[0] and (
        len(whose) == 1 or EVERYBODY in whose or ("armed" in whose and "civilians" not in whose)
    )


def _before(a: dt.date | None, b: dt.date | None) -> bool:
    return a is not None and b is not None and a < b


def _least(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)


def _most(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else max(a, b)


def _rank(s: Statement) -> tuple[str, str, str]:
    return (s.published.isoformat() if s.published else "9999", s.article, s.casualty.id)
