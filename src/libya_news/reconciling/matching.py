"""Which events of different stories are one incident: blocked by town and day, then compared.

Two events are never joined by a number alone. Place, days and cause have to fit; sides, perpetrators and
figures then add to the score or take from it. Pairs are joined from the best score down, and a join is
refused where the grown incident would contradict itself, so the outcome depends on what the stories say and
never on their order.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from libya_news.reconciling.events import (
    DAY,
    Event,
    agreeing,
    comparable,
    decided_apart,
    kept_apart,
    nested,
    overlapping,
    unlike,
)

THRESHOLD = 4.6
_NEIGHBOURS = 40  # events of one block that an event is held against; bounds the work on hostile input
_SAME = 0.5  # the share of two periods that has to be common


def score(a: Event, b: Event) -> float | None:
    """Return how well two events fit, or None where they cannot be one.

    Args:
        a: An event.
        b: Another one; the order does not matter.
    """
    if a.aggregate != b.aggregate or kept_apart(a, b) or not agreeing(a.causes, b.causes) or unlike(a, b):
        return None
    if a.place is None or b.place is None:
        return None
    if a.aggregate:
        return _aggregates(a, b)
    if a.place.id != b.place.id and (
        a.place.town is None or b.place.town is None or not nested(a.place, b.place)
    ):
        return None
    same_place = not a.named.isdisjoint(b.named)
    points = 3.0 if same_place else 2.0
    when = _when(a, b)
    if when is None:
        return None
    cause = _cause(a, b)
    figures = _figures(a, b)
    if when == 0 and cause >= 1 and _later(a, b).running:
        return (
            points + cause + figures + _people(a, b)
        )  # "the toll rose on Saturday" of what happened on Friday
    if when == 0 and not (same_place and cause >= 2 and figures == 1.0):
        return None  # fighting goes on for days: neighbours in time are two incidents unless all else agrees
    return points + when + cause + figures + _people(a, b)


def _later(a: Event, b: Event) -> Event:
    return a if b.first is not None and a.first is not None and a.first > b.first else b


def _when(a: Event, b: Event) -> float | None:
    """Points for the days; 0 for neighbouring days, None where they exclude each other."""
    known_a, known_b = a.first or a.last, b.first or b.last
    if known_a is None and known_b is None:
        return 0.25 if _told_together(a, b) else None
    if known_a is None or known_b is None:
        dated, other = (b, a) if known_a is None else (a, b)
        return 0.5 if _fits_news(dated, other) else None
    if overlapping(a, b):
        if a.short and b.short:
            return 2.0 if (a.first, a.last) == (b.first, b.last) else 1.5
        return 1.0 if (a.first, a.last) == (b.first, b.last) else 0.5
    if not (a.short and b.short):
        return None
    gap = max(_days(a.last, b.first), _days(b.last, a.first))
    return 0.0 if gap == 1 else None


def _days(a: dt.date | None, b: dt.date | None) -> int:
    return (b - a).days if a is not None and b is not None else 0


def _told_together(a: Event, b: Event) -> bool:
    """Whether two events that nobody dates were in the news within a day."""
    return (
        bool(a.said)
        and bool(b.said)
        and abs((max(a.said) - max(b.said)).days) <= 1
        and _fresh(a)
        and _fresh(b)
    )


def _fits_news(dated: Event, other: Event) -> bool:
    """Whether an event that nobody dates was in the news right after the days of another one."""
    if not other.said or dated.last is None or not _fresh(other):
        return False
    return 0 <= (min(other.said) - dated.last).days <= 2


def _fresh(event: Event) -> bool:
    return all(s.casualty.scope == "event" for s in event.statements)


def _cause(a: Event, b: Event) -> float:
    if a.causes & b.causes:
        return 2.0
    if a.causes and b.causes:
        return 1.0
    return 0.5 if a.causes or b.causes else 0.25


def _figures(a: Event, b: Event) -> float:
    """1 where a figure agrees, 0 where none is comparable or they are near, less where they are far apart."""
    worst = best = 0.0
    compared = False
    for key, (low, high) in a.tolls.items():
        for other, (low_b, high_b) in b.tolls.items():
            if not comparable(key, other):
                continue
            compared = True
            if (high is None or low_b is None or low_b <= high) and (
                high_b is None or low is None or low <= high_b
            ):
                best = 1.0
                continue
            mine, theirs = low or high or 0, low_b or high_b or 0
            far = max(mine, theirs) > 2 * min(mine, theirs) + 3
            grown = a.grown if mine > theirs else b.grown  # a toll that rose says so itself
            if key[1] != other[1]:
                worst = min(worst, -0.5 if far and not grown else 0.0)  # a few of them may be civilians
            else:
                worst = min(worst, -1.5 if far and not grown else -0.25)
    if compared:
        return best + worst
    shared = {h for h, _ in a.tolls} & {h for h, _ in b.tolls}
    return -1.0 if shared else 0.0


def _people(a: Event, b: Event) -> float:
    points = 0.0
    if a.sides & b.sides:
        points += 0.5
    elif a.sides and b.sides and not (a.sides & b.perpetrators or b.sides & a.perpetrators):
        points -= 0.5
    if a.perpetrators & b.perpetrators:
        points += 1.0
    elif a.perpetrators and b.perpetrators:
        points -= 0.75
    return points


def _aggregates(a: Event, b: Event) -> float | None:
    """Two tolls of periods are one if place, people and most of the days are the same."""
    if a.place is None or b.place is None or a.place.id != b.place.id:
        return None
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    common = (min(a.last, b.last) - max(a.first, b.first)).days + 1
    whole = (max(a.last, b.last) - min(a.first, b.first)).days + 1
    if common < _SAME * whole or not any(comparable(x, y) for x in a.tolls for y in b.tolls):
        return None
    return 4.0 + common / whole + _cause(a, b) + _figures(a, b) + _people(a, b)


def join(
    events: Sequence[Event], must: Sequence[Sequence[Event]]
) -> tuple[list[Event], list[tuple[Event, Event]]]:
    """Join the events that are one incident.

    Args:
        events: Events of all stories, in any order.
        must: Groups of them that decisions by hand put together.

    Returns:
        The incidents in the order of their keys, and pairs of them that fit as well as a pair that was
        joined.
    """
    grown = sorted(events, key=lambda e: e.key)
    parent: dict[int, Event] = {id(e): e for e in grown}

    def top(e: Event) -> Event:
        while parent[id(e)] is not e:
            parent[id(e)] = parent[id(parent[id(e)])]
            e = parent[id(e)]
        return e

    def unite(a: Event, b: Event) -> None:
        low, high = sorted((top(a), top(b)), key=lambda e: e.key)
        if low is not high:
            low.merge(high)
            parent[id(high)] = low

    for group in sorted((sorted(g, key=lambda e: e.key) for g in must), key=lambda g: g[0].key):
        for other in group[1:]:
            unite(group[0], other)
    for twins in _twins([e for e in grown if top(e) is e]):
        for other in twins[1:]:
            if not kept_apart(top(twins[0]), other):
                unite(twins[0], other)
    roots = [e for e in grown if top(e) is e]
    scored: list[Scored] = []
    for a, b in _pairs(roots):
        points = score(a, b)
        if points is not None and points >= THRESHOLD:
            scored.append((-points, a.key, b.key, a, b))
    scored.sort(key=lambda s: s[:3])
    options = _coarse(scored)
    doubtful: list[tuple[Event, Event]] = []
    left, before = scored, -1
    # What fitted two incidents fits one where those two turn out to be the same: until nothing more is joined.
    while len(left) != before:
        before, pending, left, doubtful = len(left), left, [], []
        for pair in pending:
            points, _, _, a, b = pair
            x, y = top(a), top(b)
            if x is y or decided_apart(x, y):
                continue
            rivals = [o for o in options.get(id(a), []) + options.get(id(b), []) if o[0] == points]
            if len({id(top(o[1])) for o in rivals} - {id(x), id(y)}) > 0:
                doubtful.append((a, b))  # a vague event fits two incidents equally well: neither is guessed
                left.append(pair)
                continue
            again = score(x, y)
            if again is not None and again >= THRESHOLD:
                unite(x, y)
            else:
                left.append(pair)
    found = [e for e in grown if top(e) is e]
    unsure = {
        tuple(sorted((top(a).key, top(b).key))): (top(a), top(b)) for a, b in doubtful if top(a) is not top(b)
    }
    return found, [unsure[k] for k in sorted(unsure)]


Scored = tuple[float, tuple[str, str, str], tuple[str, str, str], Event, Event]


def _coarse(scored: Sequence[Scored]) -> dict[int, list[tuple[float, Event]]]:
    """For each event that is told less finely than its partners, the partners with their scores."""
    found: dict[int, list[tuple[float, Event]]] = defaultdict(list)
    for points, _, _, a, b in scored:
        for vague, fine in ((a, b), (b, a)):
            if _vaguer(vague, fine):
                found[id(vague)].append((points, fine))
    return found


def _vaguer(a: Event, b: Event) -> bool:
    if a.place is None or b.place is None:
        return False
    wider = a.place.id != b.place.id and a.place.id in b.place.chain
    return wider or (b.short and not a.short)


def _twins(events: Sequence[Event]) -> list[list[Event]]:
    """Events that are told with the very same place, day, cause and figures, by different voices."""
    groups: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for e in events:
        if e.place is not None and e.place.town is not None and e.short and e.causes and not e.apart:
            groups[e.signature()].append(e)
    found = []
    for group in groups.values():
        # One voice that tells it twice means two incidents: then nothing is joined at sight.
        slots = [s for e in group for s in e.slots]
        if len(group) > 1 and len(slots) == len(set(slots)):
            found.append(group)
    return found


def _pairs(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs that share a block; each pair once."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    months: dict[tuple[object, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for n, e in enumerate(events):
        for block in _blocks(e):
            blocks[block].append(n)
        for month in _months(e):
            months[month][e.short].append(n)
    seen: set[tuple[int, int]] = set()
    for a, b in _neighbours(events, blocks.values(), months.values()):
        pair = (a, b) if a < b else (b, a)
        if pair not in seen:
            seen.add(pair)
            yield events[pair[0]], events[pair[1]]


def _neighbours(
    events: Sequence[Event], blocks: Iterable[list[int]], months: Iterable[tuple[list[int], list[int]]]
) -> Iterator[tuple[int, int]]:
    for block in blocks:
        for order in _orders(events, block):
            for i, a in enumerate(order):
                for b in order[i + 1 : i + 1 + _NEIGHBOURS]:
                    yield a, b
    for long, short in months:
        for i, a in enumerate(long):
            for b in long[i + 1 : i + 1 + _NEIGHBOURS]:
                yield a, b
            if (
                len(short) <= 5 * _NEIGHBOURS
            ):  # among more than these a month's single event is never told for sure
                for b in short:
                    yield a, b


def _orders(events: Sequence[Event], block: list[int]) -> Iterator[list[int]]:
    """The orders in which the neighbours of a block are compared: one is enough where all are neighbours."""
    yield block
    if len(block) > _NEIGHBOURS:
        yield sorted(block, key=lambda n: (sorted(events[n].causes), _place_id(events[n]), n))
        yield sorted(block, key=lambda n: (sorted(events[n].tolls.items(), key=str).__repr__(), n))


def _blocks(e: Event) -> Iterator[tuple[object, ...]]:
    if e.place is None:
        return
    town = e.place.town or e.place.id
    if e.aggregate:
        if e.first is not None and e.last is not None:
            middle = e.first + (e.last - e.first) / 2
            for month in {(d.year, d.month) for d in (middle - 16 * DAY, middle, middle + 16 * DAY)}:
                yield ("period", e.place.id, month)
        return
    if e.short and e.first is not None and e.last is not None:
        for n in range((e.last - e.first).days + 2):  # and the day after, for stories that differ by one
            yield ("day", town, e.first + n * DAY)
    elif e.said and e.first is None and e.last is None:
        for n in range(3):  # nobody dates it: it was in the news at most two days after
            yield ("day", town, min(e.said) - n * DAY)


def _months(e: Event) -> Iterator[tuple[object, ...]]:
    first, last = e.first or e.last, e.last or e.first
    if e.place is not None and not e.aggregate and first is not None and last is not None:
        for month in sorted({(first.year, first.month), (last.year, last.month)}):
            yield (e.place.town or e.place.id, month)


def _place_id(e: Event) -> str:
    return e.place.id if e.place else ""
