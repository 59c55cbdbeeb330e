"""Coding sheets in the columns of UCDP GED: blank where a story does not tell, never 0."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from libya_news.exporting.coding import Coded, actor_name, write_sheet
from libya_news.exporting.flat import Value
from libya_news.knowledge.lookup import Knowledge
from libya_news.model.article import Article
from libya_news.model.casualty import Casualty
from libya_news.model.record import Record
from libya_news.model.span import EvidenceField
from libya_news.reconciling.breakdown import UcdpDeaths, ucdp_deaths
from libya_news.reconciling.codes import ucdp_event_clarity, ucdp_where_prec
from libya_news.reconciling.precision import ucdp_date_prec

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener

#: The columns of GED in their order.
COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id"),
    *("conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id"),
    *("side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources"),
    *("source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude"),
    *("geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec"),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best"),
    *("high", "low", "gwnoa", "gwnob"),
)

_BEHIND: Mapping[EvidenceField, tuple[str, ...]] = {
    "count": ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    "harm": ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    "date": ("date_start", "date_end", "date_prec", "year"),
    "place": (
        *("where_prec", "where_coordinates", "where_description", "adm_1", "latitude", "longitude"),
        *("geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    ),
    "perpetrator": ("side_a", "side_b", "dyad_name"),
    "side": ("side_a", "side_b", "dyad_name", "deaths_a", "deaths_b"),
    "victims": ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    "scope": ("event_clarity",),
    "source": ("source_original",),
}
_CIVILIANS = "Civilians"


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write a coding sheet with its side files (see ``libya_news.exporting.formats.Writer``)."""
    write_sheet("ucdp-ged", COLUMNS, row, excluded, _BEHIND, dossiers, open_file, guard=guard)


def excluded(item: Coded) -> str | None:
    """Why UCDP would not code an incident, or None.

    Args:
        item: The incident.
    """
    dead = [c for _, c in item.casualties if c.harm == "killed" and c.count.unit == "persons"]
    if not any(c.count.low for c in dead):
        return "no death of a known number: an event of UCDP's has at least one"
    date = item.incident.date
    if (
        date is not None
        and date.start is not None
        and date.end is not None
        and ucdp_date_prec(date.start, date.end) is None
    ):
        return "a stretch of more than a year, for which UCDP has no date precision"
    return None


def row(item: Coded) -> dict[str, Value]:
    """The cells that a story fills in UCDP's columns; those it does not are left out.

    ``best`` is the sum of the four columns of deaths that have a number. Which party is side A is a matter of
    UCDP's own list of conflicts; here a state or government comes first, then the order of the text.

    Args:
        item: The incident.

    Source: UCDP Georeferenced Event Dataset Codebook, version 23.1 (Hogbladh 2023).
    """
    known = Knowledge.default()
    side_a, side_b = _sides(item, known)
    name_a, name_b = (actor_name(item.dossier, side, known) for side in (side_a, side_b))
    if name_b is None and item.parties.unarmed and name_a is not None and side_a in item.parties.doers:
        name_b = _CIVILIANS
    deaths = _deaths(item, side_a, side_b)
    cells: dict[str, Value] = {
        "relid": item.incident.id,
        "side_a": name_a,
        "side_b": name_b,
        "dyad_name": f"{name_a} - {name_b}" if name_a and name_b else None,
        **_sources(item),
        **_where(item, known),
        "event_clarity": max(ucdp_event_clarity(c) for _, c in item.casualties),
        **_when(item),
        **attrs.asdict(deaths),
    }
    return {name: value for name, value in cells.items() if value is not None}


def _sides(item: Coded, known: Knowledge) -> tuple[str | None, str | None]:
    both = list(dict.fromkeys((*item.parties.doers, *item.parties.sides)))

    def is_state(actor: str) -> bool:
        return known.has_actor(actor) and known.actor(actor).kind in ("state", "government")

    if len(both) > 2:  # the people harmed are of one of the two sides that the row can hold
        both = [*item.parties.doers[:1], *(s for s in item.parties.sides if s not in item.parties.doers[:1])][
            :2
        ]
    both.sort(key=lambda actor: not is_state(actor))
    first, second, *_ = (*both, None, None)
    return first, second


def _deaths(item: Coded, side_a: str | None, side_b: str | None) -> UcdpDeaths:
    """Take the figures that the best number rests on, so that the four columns add up to it."""
    toll = item.incident.toll("killed")
    if toll is None:
        return UcdpDeaths()
    # Of people whose number is said to be unknown there is no best number; of the others there is a lower one.
    basis = toll.low if toll.best.value is None else toll.best
    if not basis.members:
        return UcdpDeaths()
    # The figures that the number rests on and their parts, and no rival figure beside them.
    ids = {(m.article, m.casualty) for m in basis.members}
    grown = True
    while grown:  # parts may have parts
        parts = {(m.article, c.id) for m, c in item.casualties if (m.article, c.part_of) in ids}
        grown = not parts <= ids
        ids |= parts
    dead = [c for m, c in item.casualties if (m.article, c.id) in ids]
    told = ucdp_deaths(dead, side_a=side_a, side_b=side_b)
    if told.best is None or told.best != basis.value:
        # What is told of the parts does not add up to the number: nobody is sorted, and nobody is lost.
        told = UcdpDeaths(deaths_unknown=basis.value, best=basis.value)
    if told.best is None:
        return UcdpDeaths()
    low, high = toll.low.value, toll.high.value
    return attrs.evolve(
        told,
        low=told.best if low is None else min(low, told.best),
        high=None if high is None else max(high, told.best),
    )


def _when(item: Coded) -> dict[str, Value]:
    date = item.incident.date
    if date is None:
        return {}
    start, end = date.start, date.end
    return {
        "date_start": None if start is None else start.isoformat(),
        "date_end": None if end is None else end.isoformat(),
        "date_prec": ucdp_date_prec(start, end),
        "year": start.year if start is not None and end is not None and start.year == end.year else None,
    }


def _where(item: Coded, known: Knowledge) -> dict[str, Value]:
    place = item.place
    if place is None:
        return {}
    several = any(_holds_several(item.dossier.record(member), c) for member, c in item.casualties)
    cells: dict[str, Value] = {
        "where_prec": ucdp_where_prec(place.kind, relation=item.relation, several=several),
        "where_coordinates": place.name,
        "where_description": _words_of_place(item),
        "adm_1": item.within("district", known),
        "country": item.within("country", known),
        "latitude": place.latitude,
        "longitude": place.longitude,
    }
    if place.latitude is not None and place.longitude is not None:
        cells["geom_wkt"] = f"POINT ({place.longitude} {place.latitude})"
        cells["priogrid_gid"] = priogrid(place.latitude, place.longitude)
    if place.id == "libya" or "libya" in place.within:
        cells |= {"country_id": 620, "region": "Africa"}
    return cells


def _holds_several(record: Record, c: Casualty) -> bool:
    """Tell whether the text names several places inside the place of a casualty."""
    inside = [p for p in map(record.place, c.places) if p is not None and c.place in p.within]
    return len(inside) > 1


def _words_of_place(item: Coded) -> str | None:
    words = dict.fromkeys(
        " ".join(e.exact.split()) for _, c in item.casualties for e in c.evidence_for("place")
    )
    return "; ".join(words) or None


def priogrid(latitude: float, longitude: float) -> int:
    """The number of the PRIO-GRID cell that holds a point.

    >>> priogrid(32.11486, 20.06859)
    176081

    Args:
        latitude: Degrees north (WGS 84).
        longitude: Degrees east.

    Source: PRIO-GRID Codebook, version 2.0: cells of half a degree, numbered from the south-west, west to east.
    """
    line = min(359, math.floor((latitude + 90) * 2))
    column = min(719, math.floor((longitude + 180) * 2))
    return line * 720 + column + 1


def _sources(item: Coded) -> dict[str, Value]:
    articles = item.dossier.articles(item.incident)
    speakers = dict.fromkeys(
        " ".join(c.source.description.split())
        for _, c in item.casualties
        if c.source is not None and c.source.description
    )
    return {
        "number_of_sources": len(articles),
        "source_article": "; ".join(filter(None, map(_citation, articles))) or None,
        "source_office": _joined(a.outlet for a in articles),
        "source_date": _joined(None if a.published is None else a.published.isoformat() for a in articles),
        "source_headline": _joined(a.headline for a in articles),
        "source_original": "; ".join(speakers) or None,
    }


def _citation(article: Article) -> str:
    day = None if article.published is None else article.published.isoformat()
    if article.outlet is None and article.headline is None:
        return ""
    return '"' + ",".join(part for part in (article.outlet, day, article.headline) if part) + '"'


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(v for v in values if v) or None
