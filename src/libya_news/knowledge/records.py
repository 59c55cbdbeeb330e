"""From the records of the data files to typed entries."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from libya_news.knowledge.entries import KnownActor, KnownPlace, Membership, Office, Period

_PLACE_FIELDS = (
    "name",
    "kind",
    "subkind",
    "precision",
    "pcode",
    "geonames",
    "population",
    "icao",
    "iso2",
    "note",
    "checked",
)
_PLACE_LISTS = ("within", "strong", "weak", "context", "case_sensitive", "arabic", "homonyms", "sources")
_ACTOR_FIELDS = ("name", "kind", "subkind", "acled", "note", "checked")
_ACTOR_LISTS = (
    "strong",
    "weak",
    "arabic",
    "acronyms",
    "by_leader",
    "loaded_names",
    "based_in",
    "loaded",
    "sources",
)


def _period(raw: Mapping[str, str]) -> Period:
    return Period(raw.get("from"), raw.get("to"))


def _values(raw: Mapping[str, Any], single: tuple[str, ...], several: tuple[str, ...]) -> dict[str, Any]:
    return {k: raw[k] for k in single if k in raw} | {k: tuple(raw[k]) for k in several if k in raw}


def actor_of(actor_id: str, raw: Mapping[str, Any]) -> KnownActor:
    """Return the typed entry of an actor's record."""
    return KnownActor(
        id=actor_id,
        **_values(raw, _ACTOR_FIELDS, _ACTOR_LISTS),
        active=_period(raw.get("active", {})),
        part_of=tuple(Membership(m["id"], _period(m)) for m in raw.get("part_of", ())),
        side=tuple(Membership(m["id"], _period(m)) for m in raw.get("side", ())),
        roles=tuple(
            Office(title=r["title"], organisation=r.get("organisation"), period=_period(r))
            for r in raw.get("roles", ())
        ),
    )


def place_of(place_id: str, raw: Mapping[str, Any]) -> KnownPlace:
    """Return the typed entry of a place's record."""
    return KnownPlace(
        id=place_id,
        latitude=raw.get("lat"),
        longitude=raw.get("lon"),
        **_values(raw, _PLACE_FIELDS, _PLACE_LISTS),
    )


def holds(raw: Mapping[str, Any], day: date | None) -> bool:
    """Tell whether a dated record covers a day."""
    return Period(raw.get("from"), raw.get("to")).covers(day)
