"""The flat table of incidents, in the way of ``libya_news.exporting.flat``: one row an incident."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

from libya_news.exporting.dossier import Dossier
from libya_news.exporting.flat import Column, Row, Value, sound
from libya_news.exporting.flat_fields import day, field
from libya_news.model.casualty import Cause, Harm
from libya_news.model.incident import Incident, IncidentKind, Toll
from libya_news.model.interval import DateBasis, Precision
from libya_news.model.place import Place, PlacePrecision

NAME = "incidents"
DESCRIPTION = (
    "One row an incident; the tolls are those of one policy, and are never to be added to casualties"
)
KEY = ("incident_id",)


def _place(get: Callable[[Place], Value]) -> Callable[[Any, Incident], Value]:
    def read(dossier: Dossier, incident: Incident) -> Value:
        place = dossier.place(incident)
        return None if place is None else get(place)

    return read


def _number(harm: Harm, get: Callable[[Toll], int | None]) -> Callable[[Any, Incident], Value]:
    def read(_: Any, incident: Incident) -> Value:
        toll = incident.toll(harm)
        return None if toll is None else get(toll)

    return read


def _tolls() -> Iterator[Any]:
    for harm in get_args(Harm):
        yield field(
            f"{harm}_low", f"{harm}: lower number, persons", _number(harm, lambda t: t.low.value), "integer"
        )
        yield field(f"{harm}_best", f"{harm}: best number", _number(harm, lambda t: t.best.value), "integer")
        yield field(f"{harm}_high", f"{harm}: upper number", _number(harm, lambda t: t.high.value), "integer")


_FIELDS = (
    field("incident_id", "Id of the incident", lambda _, i: i.id, required=True),
    field(
        "kind",
        "One incident, or the toll of a period",
        lambda _, i: i.kind,
        required=True,
        values=IncidentKind,
    ),
    field("harms", "The kinds of harm it holds", lambda _, i: i.harms, "texts"),
    field("sides", "Ids of the sides whose people were harmed", lambda _, i: i.sides, "texts"),
    field("place_id", "Id of the most specific place", lambda _, i: i.place),
    field("place_name", "Its name", _place(lambda p: p.name)),
    field("latitude", "Degrees north (WGS 84) of the place", _place(lambda p: p.latitude), "real"),
    field("longitude", "Degrees east (WGS 84) of the place", _place(lambda p: p.longitude), "real"),
    field(
        "place_precision",
        "How exactly the coordinates place it",
        _place(lambda p: p.precision),
        values=PlacePrecision,
    ),
    field(
        "date_start",
        "First possible day (Africa/Tripoli)",
        lambda _, i: day(i.date.start) if i.date else None,
        "date",
    ),
    field(
        "date_end", "Last possible day, inclusive", lambda _, i: day(i.date.end) if i.date else None, "date"
    ),
    field(
        "date_precision",
        "How fine the words are",
        lambda _, i: i.date.precision if i.date else None,
        values=Precision,
    ),
    field(
        "date_basis",
        "Where the days come from",
        lambda _, i: i.date.basis if i.date else None,
        values=DateBasis,
    ),
    field("cause", "How", lambda _, i: i.cause, values=Cause),
    field("policy", "Policy of the tolls", lambda _, i: i.tolls[0].policy if i.tolls else None),
    *_tolls(),
    field(
        "members",
        "Its casualties, each as article id, casualty id and role",
        lambda _, i: tuple(f"{m.article} {m.casualty} {m.role}" for m in i.members),
        "texts",
    ),
    field(
        "stories",
        "How many stories tell of it",
        lambda _, i: len({m.article for m in i.members}),
        "integer",
        required=True,
    ),
    field(
        "independent_sources",
        "How many sources when copies count once",
        lambda _, i: i.independent_sources,
        "integer",
        required=True,
    ),
    field("grading", "Airwars' word for the sources", lambda _, i: i.grading),
    field("strike_status", "Airwars' word for who did it", lambda _, i: i.strike_status),
    field(
        "contradictions",
        "Where the stories cannot all be right",
        lambda _, i: tuple(c.message for c in i.contradictions),
        "texts",
    ),
    field(
        "parts",
        "Ids of the incidents inside it: never add their tolls to its own",
        lambda _, i: i.parts,
        "texts",
    ),
    field("maybe_same", "Ids of incidents that may be the same", lambda _, i: i.maybe_same, "texts"),
    field("locked", "Whether a decision by hand fixes it", lambda _, i: i.locked, "boolean", required=True),
)

#: The columns, in order.
COLUMNS: tuple[Column, ...] = tuple(f.column for f in _FIELDS)


def incident_rows(dossier: Dossier) -> Iterator[Row]:
    """The rows of a dossier's incidents, in the order of the dossier.

    Args:
        dossier: A dossier with incidents.
    """
    for incident in dossier.incidents:
        yield tuple([sound(f.get(dossier, incident)) for f in _FIELDS])
