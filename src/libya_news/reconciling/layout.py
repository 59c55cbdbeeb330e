"""Incidents as plain dictionaries, and as a table for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from libya_news.model.incident import Bound, Incident, Member, Toll
from libya_news.text.printing import printable_lines

SCHEMA = "libya-news/incident-1"


def to_dict(incident: Incident) -> dict[str, Any]:
    """Return an incident as dictionaries and lists, ready for JSON.

    Args:
        incident: Any incident.
    """
    date = incident.date
    return {
        "schema": SCHEMA,
        "id": incident.id,
        "kind": incident.kind,
        "harms": list(incident.harms),
        "sides": list(incident.sides),
        "place": incident.place,
        "date": None
        if date is None
        else {
            "start": date.start.isoformat() if date.start else None,
            "end": date.end.isoformat() if date.end else None,
            "precision": date.precision,
            "basis": date.basis,
        },
        "cause": incident.cause,
        "members": [_member(m) for m in incident.members],
        "tolls": [_toll(t) for t in incident.tolls],
        "parts": list(incident.parts),
        "contradictions": [
            {"field": c.field, "message": c.message, "members": [_member(m) for m in c.members]}
            for c in incident.contradictions
        ],
        "independent_sources": incident.independent_sources,
        "grading": incident.grading,
        "strike_status": incident.strike_status,
        "maybe_same": list(incident.maybe_same),
        "locked": incident.locked,
    }


def _member(m: Member) -> dict[str, Any]:
    return {"article": m.article, "casualty": m.casualty, "claim": m.claim, "role": m.role}


def _bound(b: Bound) -> dict[str, Any]:
    return {"value": b.value, "members": [_member(m) for m in b.members], "reason": b.reason}


def _toll(t: Toll) -> dict[str, Any]:
    return {
        "harm": t.harm,
        "side": t.side,
        "policy": t.policy,
        "low": _bound(t.low),
        "best": _bound(t.best),
        "high": _bound(t.high),
    }


def table(incidents: Sequence[Incident]) -> str:
    """Return incidents as text for people: one block each, with the stories that every number rests on.

    Args:
        incidents: Any incidents.
    """
    if not incidents:
        return "No incidents."
    return "\n\n".join(printable_lines(_block(i)) for i in incidents)


def _block(i: Incident) -> str:
    when = "day not told"
    if i.date is not None:
        start, end = i.date.start, i.date.end
        when = str(start or end) if start == end or None in (start, end) else f"{start} to {end}"
    what = " ".join(w for w in (i.cause, "(toll of a period)" if i.kind == "aggregate" else None) if w)
    articles = len({m.article for m in i.members})
    lines = [
        f"{when}  {i.place or 'place not told'}  {what}".rstrip(),
        f"  {i.id}: {_many(articles, 'story', 'stories')}, "
        f"{_many(i.independent_sources, 'independent source', 'independent sources')}"
        + (f", {i.grading}" if i.grading else "")
        + (", locked" if i.locked else ""),
    ]
    for t in i.tolls:
        whose = f" ({t.side})" if t.side else ""
        low, best, high = (_number(b) for b in (t.low, t.best, t.high))
        lines.append(f"  {t.harm}{whose}: low {low}, best {best}, high {high} [{t.policy}]")
    lines += [f"  holds {p}" for p in i.parts]
    lines += [f"  ! {c.message}" for c in i.contradictions]
    lines += [f"  ? may be the same as {m}" for m in i.maybe_same]
    return "\n".join(lines)


def _number(b: Bound) -> str:
    if b.value is None:
        return f"open ({b.reason})" if b.reason else "not told"
    return f"{b.value} ({', '.join(dict.fromkeys(m.article for m in b.members))})"


def _many(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"
