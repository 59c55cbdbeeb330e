"""Coding sheets in ACLED's columns: blank where a story does not tell, never 0."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from libya_news.exporting.coding import Coded, actor_name, note, write_sheet
from libya_news.exporting.flat import Value
from libya_news.knowledge.lookup import Knowledge
from libya_news.model.span import EvidenceField
from libya_news.reconciling.codes import acled_geo_precision
from libya_news.reconciling.policies import acled
from libya_news.reconciling.precision import acled_time_precision

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener

#: ACLED's columns in their order, since event_id_no_cnty, data_id and iso3 were dropped in March 2023.
COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3"),
    *("location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes"),
    *("fatalities", "tags", "timestamp"),
)

_REMOTE = "Explosions/Remote violence"
_AGAINST_CIVILIANS = "Violence against civilians"
_BY_CAUSE = {
    "clashes": ("Battles", "Armed clash"),
    "air_strike": (_REMOTE, "Air/drone strike"),
    "drone_strike": (_REMOTE, "Air/drone strike"),
    "shelling": (_REMOTE, "Shelling/artillery/missile attack"),
    "car_bomb": (_REMOTE, "Remote explosive/landmine/IED"),
    "landmine": (_REMOTE, "Remote explosive/landmine/IED"),
    "suicide_attack": (_REMOTE, "Suicide bomb"),
    "bombing": (_REMOTE, None),  # from the air or from the ground: the word does not tell
}
_AIMED = frozenset({"gunfire", "sniper", "execution"})
_HARMS = frozenset({"killed", "wounded", "casualties", "captured", "kidnapped"})
_CIVILIANS = "Civilians (Libya)"
_ASSOCIATED = {
    "medic": "Health Workers (Libya)",
    "journalist": "Journalists (Libya)",
    "woman": "Women (Libya)",
}
# How ACLED names actors tells what they are; a name that tells nothing gets no code.
_INTER = (
    ("Military Forces of Libya", 1),
    ("Police Forces of Libya", 1),
    ("Government of Libya", 1),
    ("Islamic State", 2),
    ("Civilians (", 7),
    ("Protesters (", 6),
    ("Rioters (", 5),
    ("Military Forces of ", 8),
)
_BEHIND: Mapping[EvidenceField, tuple[str, ...]] = {
    "count": ("fatalities", "notes"),
    "harm": ("fatalities", "event_type", "sub_event_type", "disorder_type"),
    "cause": ("event_type", "sub_event_type", "disorder_type"),
    "date": ("event_date", "year", "time_precision"),
    "place": ("location", "latitude", "longitude", "geo_precision", "admin1", "country", "iso", "region"),
    "perpetrator": ("actor1", "inter1", "interaction"),
    "side": ("actor1", "actor2", "inter1", "inter2", "interaction", "assoc_actor_1", "assoc_actor_2"),
    "victims": ("actor2", "inter2", "interaction", "assoc_actor_2", "civilian_targeting"),
    "source": ("notes",),
}


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write a coding sheet with its side files (see ``libya_news.exporting.formats.Writer``)."""
    write_sheet("acled", COLUMNS, row, excluded, _BEHIND, dossiers, open_file, guard=guard)


def excluded(item: Coded) -> str | None:
    """Why ACLED would not code an incident, or None.

    Args:
        item: The incident.
    """
    if _HARMS.isdisjoint(item.incident.harms):
        return f"no event of ACLED's: {', '.join(item.incident.harms)}"
    date = item.incident.date
    if (
        date is not None
        and date.start is not None
        and date.end is not None
        and acled_time_precision(date.start, date.end) is None
    ):
        return "a stretch of more than a month, for which ACLED has no time precision"
    return None


def row(item: Coded) -> dict[str, Value]:
    """The cells that a story fills in ACLED's columns; those it does not are left out.

    Where the days are a stretch, the day is its middle. ``fatalities`` is the most conservative figure, and
    stays blank where none is told.

    Args:
        item: The incident.

    Source: ACLED Codebook (2023).
    """
    known = Knowledge.default()
    incident = item.incident
    cells: dict[str, Value] = {"event_id_cnty": incident.id, **_when(item), **_where(item, known)}
    kind, finer = _type(item)
    cells |= {"disorder_type": None if kind is None else "Political violence"}
    cells |= {"event_type": kind, "sub_event_type": finer, **_actors(item, kind, known)}
    outlets = dict.fromkeys(a.outlet for a in item.dossier.articles(incident) if a.outlet)
    cells |= {
        "source": "; ".join(outlets) or None,
        "notes": note(item),
        "fatalities": _fatalities(item),
    }
    return {name: value for name, value in cells.items() if value is not None}


def _fatalities(item: Coded) -> int | None:
    toll = item.incident.toll("killed")
    if toll is None or toll.best.value is not None:
        return None if toll is None else toll.best.value
    # Of people whose number is said to be unknown there is no best number; of the others there is a lower one.
    figures = [acled(item.dossier.casualty(m).count) for m in toll.low.members]
    known = [f for f in figures if f is not None]
    return sum(known) if known else None


def _when(item: Coded) -> dict[str, Value]:
    date = item.incident.date
    if date is None or date.start is None or date.end is None:
        return {}
    middle = date.start + dt.timedelta(days=(date.end - date.start).days // 2)
    return {
        "event_date": middle.isoformat(),
        "year": middle.year,
        "time_precision": acled_time_precision(date.start, date.end),
    }


def _where(item: Coded, known: Knowledge) -> dict[str, Value]:
    place = item.place
    if place is None:
        return {}
    libya = place.id == "libya" or "libya" in place.within
    cells: dict[str, Value] = {"country": item.within("country", known)}
    if libya:
        cells |= {"iso": 434, "region": "Northern Africa", "admin1": item.within("district", known)}
    if place.kind == "country":
        return cells
    return cells | {
        "location": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": acled_geo_precision(place.kind, relation=item.relation),
    }


def _type(item: Coded) -> tuple[str | None, str | None]:
    cause, harms = item.incident.cause, set(item.incident.harms)
    if cause in _BY_CAUSE:
        return _BY_CAUSE[cause]
    if item.parties.unarmed and "kidnapped" in harms and harms <= {"kidnapped", "captured"}:
        return _AGAINST_CIVILIANS, "Abduction/forced disappearance"
    if item.parties.unarmed and cause in _AIMED:
        return _AGAINST_CIVILIANS, "Attack"
    return None, None


def _actors(item: Coded, kind: str | None, known: Knowledge) -> dict[str, Value]:
    parties = item.parties
    armed = list(dict.fromkeys((*parties.doers, *parties.sides)))
    first = armed[0] if armed else None
    second = next((i for i in armed[1:] if i in parties.sides), None)
    if kind == _REMOTE and not parties.doers:
        first, second = None, first  # of a mine or a bomb that nobody owns up to the side hit stands second
    cells: dict[str, Value] = {"actor1": actor_name(item.dossier, first, known, acled=True)}
    cells["assoc_actor_1"] = actor_name(item.dossier, parties.groups.get(first or ""), known, acled=True)
    if second is None and parties.unarmed and "migrant" not in parties.classes:
        cells["actor2"] = _CIVILIANS
        cells["assoc_actor_2"] = (
            "; ".join(_ASSOCIATED[c] for c in sorted(parties.classes) if c in _ASSOCIATED) or None
        )
    else:
        cells["actor2"] = actor_name(item.dossier, second, known, acled=True)
        cells["assoc_actor_2"] = actor_name(item.dossier, parties.groups.get(second or ""), known, acled=True)
    one, two = _inter(cells["actor1"]), _inter(cells["actor2"])
    cells |= {"inter1": one, "inter2": two}
    if one is not None and two is not None:
        cells["interaction"] = int(f"{min(one, two)}{max(one, two)}")
    if cells["actor2"] == _CIVILIANS and kind in (_REMOTE, _AGAINST_CIVILIANS):
        cells["civilian_targeting"] = "Civilian targeting"
    return cells


def _inter(name: Value) -> int | None:
    if not isinstance(name, str):
        return None
    return next((code for start, code in _INTER if name.startswith(start)), None)
