"""Many stories into incidents: what happened, told by whom, with how many dead by which policy."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import get_args

from libya_news.errors import InputError
from libya_news.knowledge.lookup import Knowledge
from libya_news.model.casualty import Cause, Harm, Perpetrator
from libya_news.model.incident import Contradiction, Incident, Member
from libya_news.model.interval import Interval
from libya_news.model.record import Record
from libya_news.reconciling.codes import airwars_grading, airwars_strike_status
from libya_news.reconciling.decisions import Decision, Decisions, Mark, check, marks_of, put_together
from libya_news.reconciling.events import Event, comparable, events_of
from libya_news.reconciling.matching import join
from libya_news.reconciling.sources import copies, independent
from libya_news.reconciling.statements import Reader, Statement
from libya_news.reconciling.tolls import TollPolicy, majority, reckon, toll_policy
from libya_news.reconciling.unions import Unions
from libya_news.reconciling.wording import causes_agree
from libya_news.text.pausing import collector_paused

_HARMS: tuple[Harm, ...] = get_args(Harm)
Key = tuple[str, str]


def reconcile(
    records: Iterable[Record],
    *,
    policy: str = "conservative",
    decisions: Decisions | None = None,
    knowledge: Knowledge | None = None,
) -> tuple[Incident, ...]:
    """Group the casualties of many stories into incidents.

    Use it when several stories tell of the same events. The result depends only on what the records say:
    not on their order, and not on how often one of them is given.

    Args:
        records: Records of any number of stories.
        policy: How conflicting tolls become low, best and high: ``conservative``, ``latest``,
            ``most-independent``, ``ucdp``, ``acled`` or ``airwars``.
        decisions: Decisions by hand to apply.
        knowledge: Where places lie; the knowledge that ships with the package by default.

    Returns:
        The incidents by day, place and id; aggregates name the incidents inside them, whose tolls are never
        added.

    Raises:
        UnknownId: There is no such policy.
        InputError: Two different stories have one id, or the decisions contradict each other.
    """
    chosen = toll_policy(policy)
    standing = () if decisions is None else decisions.standing
    check(standing)
    stories = _distinct(records)
    # Nearly all that is made here is kept, and runs of the cyclic garbage collector over it would find nothing.
    with collector_paused():
        return _reconciled(stories, chosen, standing, knowledge)


def _reconciled(
    stories: Sequence[Record], chosen: TollPolicy, standing: Sequence[Decision], knowledge: Knowledge | None
) -> tuple[Incident, ...]:
    reader = Reader(Knowledge.default() if knowledge is None else knowledge)
    groups = copies(stories)
    together = put_together(standing)
    marks = marks_of(standing, together)
    lock_of = {key: d.id for d in standing if d.kind == "locked" for key in d.members}
    events: list[Event] = []
    locked: dict[str, list[Statement]] = defaultdict(list)
    for record in stories:
        statements = reader.read(record, groups[record.article.id])
        free = []
        for s in statements:
            if s.key in lock_of:
                locked[lock_of[s.key]].append(s)
            else:
                free.append(s)
        events += events_of(free, record.article.text, marks)
    joined, unsure = join(*_decided(events, together, marks))
    everything = joined + [Event.of(locked[i]) for i in sorted(locked)]
    ids = _ids(everything)
    incidents = _parts(everything, ids)
    maybe: dict[int, set[str]] = defaultdict(set)
    for a, b in unsure:
        maybe[id(a)].add(ids[id(b)])
        maybe[id(b)].add(ids[id(a)])
    fixed = {id(e) for e in everything[len(joined) :]}
    found = [
        _incident(e, ids[id(e)], chosen, incidents.get(id(e), ()), maybe.get(id(e), set()), id(e) in fixed)
        for e in everything
    ]
    return tuple(sorted(found, key=_order))


def _order(i: Incident) -> tuple[str, str, str]:
    start = i.date.start or i.date.end if i.date else None
    return (start.isoformat() if start else "9999", i.place or "", i.id)


def _distinct(records: Iterable[Record]) -> list[Record]:
    found: dict[str, Record] = {}
    for record in records:
        known = found.setdefault(record.article.id, record)
        if known is not record and (known.article.text, known.casualties) != (
            record.article.text,
            record.casualties,
        ):
            raise InputError(
                f"two different stories have the id {record.article.id!r}; give each its own, "
                "for example with 'id' in JSON Lines",
                source=record.article.source,
            )
    return [found[i] for i in sorted(found)]


def _decided(
    events: Sequence[Event], together: Iterable[Sequence[Key]], marks: Mapping[Key, set[Mark]]
) -> tuple[list[Event], list[list[Event]]]:
    """Return the events, and the groups of them that are put together by hand.

    Where a group would bring along statements that are kept apart by hand, the statements that are named
    leave their events and come together by themselves.
    """
    home = {s.key: (e, s) for e in events for s in e.statements}
    groups = [known for group in together if (known := [home[key] for key in group if key in home])]
    if not groups:
        return list(events), []
    links = Unions(())
    for group in groups:
        for e, _ in group:
            links.join(repr(group[0][0].key), repr(e.key))
    held: dict[str, set[Mark]] = defaultdict(set)
    for key, (e, _) in home.items():
        held[links.root(repr(e.key))] |= marks.get(key, set())
    torn = {root for root, found in held.items() if len(dict(found)) < len(found)}
    must, named, made = [], set(), []
    for group in groups:
        if links.root(repr(group[0][0].key)) not in torn:
            must.append(list({id(e): e for e, _ in group}.values()))
        else:
            statements = [s for _, s in group]
            named |= {s.key for s in statements}
            made.append(Event.of(statements, set().union(*(marks.get(s.key, ()) for s in statements))))
    for e in events:
        rest = [s for s in e.statements if s.key not in named]
        if len(rest) == len(e.statements):
            made.append(e)
        elif rest:
            said = {mark for mark in e.apart if mark[0].startswith("text:")}
            made.append(Event.of(rest, said.union(*(marks.get(s.key, ()) for s in rest))))
    return made, must


def _ids(events: Sequence[Event]) -> dict[int, str]:
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for e in sorted(events, key=lambda e: e.key):
        first = min(s.key for s in e.statements if (s.article, s.casualty.id) == e.key[1:])
        place = e.place.id if e.place else "unplaced"
        day = str(e.first or e.last or "undated")
        name = f"{place}-{day}-{sha256(repr(first).encode('utf-8', 'backslashreplace')).hexdigest()[:8]}"
        n = 2
        while name in taken:
            name, n = f"{name.rsplit('+', 1)[0]}+{n}", n + 1
        taken.add(name)
        ids[id(e)] = name
    return ids


def _parts(events: Sequence[Event], ids: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """For each aggregate the incidents inside it: in its place, its days, of its harms, causes and people."""
    sums = [e for e in events if e.aggregate and e.place and e.first and e.last]
    if not sums:
        return {}
    wanted = {e.place.id for e in sums if e.place}
    by_place: dict[str, list[tuple[dt.date, str, Event]]] = defaultdict(list)
    for e in events:
        if e.place is not None and e.first is not None and e.last is not None:
            for place in e.place.chain:
                if place in wanted:
                    by_place[place].append((e.first, ids[id(e)], e))
    for rows in by_place.values():
        rows.sort(key=lambda r: r[:2])
    found = {}
    for whole in sums:
        if whole.place is None or whole.first is None or whole.last is None:
            continue
        rows = by_place[whole.place.id]
        low = bisect_left(rows, whole.first, key=lambda r: r[0])
        high = bisect_right(rows, whole.last, key=lambda r: r[0])
        inside = [name for _, name, e in rows[low:high] if _inside(e, whole)]
        if inside:
            found[id(whole)] = tuple(sorted(inside))
    return found


def _inside(e: Event, whole: Event) -> bool:
    if e is whole or e.last is None or whole.last is None or e.last > whole.last:
        return False
    if e.aggregate and (e.first, e.last) == (whole.first, whole.last) and e.place == whole.place:
        return False
    if whole.causes and not any(causes_agree(x, y) for x in (e.causes or (None,)) for y in whole.causes):
        return False
    return any(comparable(x, y) for x in e.tolls for y in whole.tolls)


def _incident(
    e: Event, name: str, policy: TollPolicy, parts: tuple[str, ...], maybe: set[str], locked: bool
) -> Incident:
    statements = sorted(e.statements, key=lambda s: s.key)
    told = {s.casualty.harm for s in statements}
    harms = tuple(h for h in _HARMS if h in told)
    reckoning = reckon(statements, harms, policy)
    members = []
    for s in statements:
        role = reckoning.roles.get(s.member, "statement")
        members.append(Member(article=s.article, casualty=s.casualty.id, claim=s.casualty.claim, role=role))
    sources = independent(a.depends for a in reckoning.standing)
    perpetrators = [p for s in statements for p in s.casualty.perpetrators]
    declared = any(_owns_up(s) for s in statements)
    contradictions = (*reckoning.contradictions, *_contradictions(statements, perpetrators))
    contested = any(c.field == "perpetrator" for c in contradictions)
    return Incident(
        id=name,
        kind="aggregate" if e.aggregate else "incident",
        harms=harms,
        sides=tuple(sorted(e.sides)),
        place=e.place.id if e.place else None,
        date=_date(e, statements),
        cause=_cause(statements),
        members=tuple(members),
        tolls=reckoning.tolls,
        parts=parts,
        contradictions=contradictions,
        independent_sources=sources,
        grading=airwars_grading(sources, confirmed_by_belligerent=declared, contested=contested),
        strike_status=airwars_strike_status(perpetrators, sources, declared=declared),
        maybe_same=tuple(sorted(maybe)),
        locked=locked,
    )


def _date(e: Event, statements: Sequence[Statement]) -> Interval | None:
    if e.first is None and e.last is None:
        return None
    dates = [s.casualty.date for s in statements if s.casualty.date is not None]
    for d in sorted(dates, key=lambda d: (d.basis != "stated", d.basis or "", d.precision or "")):
        if (d.start, d.end) == (e.first, e.last):
            return d
    return Interval(e.first, e.last, "day" if e.first == e.last else "days", "inferred")


def _cause(statements: Sequence[Statement]) -> Cause | None:
    told = [s.casualty.cause for s in statements if s.casualty.cause is not None]
    plain = [c for c in told if c not in ("other", "bombing")] or told
    name = majority(plain)
    return next((c for c in plain if c == name), None)


def _owns_up(s: Statement) -> bool:
    """Whether the party that did it says so itself."""
    if s.claim is None or s.denied:
        return False
    who = {s.claim.speaker.actor, s.claim.speaker.side} - {None}
    return any(p.actor in who and p.status in ("stated", "accused") for p in s.casualty.perpetrators)


def _contradictions(
    statements: Sequence[Statement], perpetrators: Sequence[Perpetrator]
) -> list[Contradiction]:
    found = []
    causes: dict[str, Member] = {}
    for s in statements:
        if s.casualty.cause is not None:
            causes.setdefault(s.casualty.cause, s.member)
    apart = sorted(c for c in causes if any(not causes_agree(c, other) for other in causes))
    if apart:
        found.append(
            Contradiction(
                field="cause",
                message=f"The stories tell of different causes: {', '.join(apart)}.",
                members=tuple(causes[c] for c in apart),
            )
        )
    days: dict[tuple[dt.date, dt.date], Member] = {}
    for s in statements:
        if s.first is not None and s.last is not None:
            days.setdefault((s.first, s.last), s.member)
    if days and max(f for f, _ in days) > min(e for _, e in days):
        told = sorted(days, key=str)
        found.append(
            Contradiction(
                field="date",
                message=f"The stories tell of different days: {', '.join(_days(d) for d in told)}.",
                members=tuple(days[d] for d in told),
            )
        )
    accused = sorted({p.actor for p in perpetrators if p.actor and p.status in ("stated", "accused")})
    doubted = sorted({p.actor or p.description for p in perpetrators if p.status in ("denied", "disputed")})
    blamed = tuple(s.member for s in statements if s.casualty.perpetrators)
    if len(accused) > 1:
        message = f"The stories name different perpetrators: {', '.join(accused)}."
        found.append(Contradiction(field="perpetrator", message=message, members=blamed))
    elif doubted:
        message = f"It is denied or disputed that {', '.join(doubted)} did it."
        found.append(Contradiction(field="perpetrator", message=message, members=blamed))
    denied = [s for s in statements if s.denied]
    if denied:
        who = sorted({s.claim.speaker.description for s in denied if s.claim is not None})
        message = f"Denied by {', '.join(who)}."
        found.append(Contradiction(field="denial", message=message, members=tuple(s.member for s in denied)))
    return found


def _days(d: tuple[dt.date, dt.date]) -> str:
    return str(d[0]) if d[0] == d[1] else f"{d[0]} to {d[1]}"
