"""What an entry of the knowledge must look like: the fields, their types, and what they refer to."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args

from libya_news.model.actor import ActorKind
from libya_news.model.place import PlaceKind

ACTOR_FIELDS: dict[str, str] = {
    "name": "text",
    "kind": "actor_kind",
    "subkind": "text",
    "strong": "names",
    "weak": "names",
    "arabic": "names",
    "acronyms": "names",
    "by_leader": "names",
    "loaded_names": "names",
    "active": "period",
    "part_of": "memberships",
    "side": "memberships",
    "roles": "offices",
    "based_in": "places",
    "loaded": "names",
    "acled": "text",
    "sources": "names",
    "note": "text",
    "checked": "flag",
}
PLACE_FIELDS: dict[str, str] = {
    "name": "text",
    "kind": "place_kind",
    "subkind": "text",
    "within": "places",
    "lat": "latitude",
    "lon": "longitude",
    "precision": "precision",
    "strong": "names",
    "weak": "names",
    "context": "names",
    "case_sensitive": "names",
    "arabic": "names",
    "pcode": "pcode",
    "geonames": "number",
    "population": "number",
    "icao": "icao",
    "iso2": "iso2",
    "homonyms": "names",
    "sources": "names",
    "checked": "flag",
    "note": "text",
}
REQUIRED = ("name", "kind", "sources")
PRECISIONS = ("exact", "city_centroid", "approx")
# Libya with its waters: degrees, west, south, east, north.
LIBYA_BOX = (9.2, 19.4, 25.3, 34.5)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")
_PATTERNS = {
    "pcode": re.compile(r"LY\d{2,6}\Z"),
    "icao": re.compile(r"[A-Z0-9]{4}\Z"),
    "iso2": re.compile(r"[A-Z]{2}\Z"),
}

Problem = tuple[str, str]  # field, what is wrong


def check_record(
    record: Mapping[str, Any], *, place: bool, actor_ids: Collection[str], place_ids: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with one actor or place, field by field.

    Args:
        record: The entry, as read from the data files.
        place: Whether it is a place.
        actor_ids: The actors that it may refer to.
        place_ids: The places that it may refer to.
    """
    fields = PLACE_FIELDS if place else ACTOR_FIELDS
    own = str(record.get("id", ""))
    if not _SLUG.match(own):
        yield "id", f"{own!r} is no slug of lower-case letters, digits and hyphens"
    for name in REQUIRED:
        if not record.get(name):
            yield name, "is missing"
    for name, value in record.items():
        if name == "id":
            continue
        if name not in fields:
            yield name, f"is no field; the fields are {', '.join(fields)}"
            continue
        yield from ((name, wrong) for wrong in _wrong(fields[name], value, actor_ids, place_ids, own))
    if not place and not (record.get("strong") or record.get("weak")):
        yield "strong", "the actor has no name that could be found"
    if place:
        yield from _place_problems(record)
    both = set(record.get("strong", ())) & set(record.get("weak", ()))
    if both:
        yield "weak", f"{min(both)!r} is strong as well"


def _place_problems(record: Mapping[str, Any]) -> Iterator[Problem]:
    lat, lon = record.get("lat"), record.get("lon")
    if (lat is None) != (lon is None):
        yield "lat", "latitude and longitude go together"
    elif (
        lat is not None
        and "libya" in record.get("within", ())
        and isinstance(lat, int | float)
        and isinstance(lon, int | float)
    ):
        west, south, east, north = LIBYA_BOX
        if not (west <= lon <= east and south <= lat <= north):
            yield "lat", f"({lat}, {lon}) is not in Libya"
    if record.get("weak") and not (record.get("context") or record.get("within")):
        yield "context", "weak names need a context"
    spelled = {*record.get("strong", ()), *record.get("weak", ())}
    for name in record.get("case_sensitive", ()):
        if name not in spelled:
            yield "case_sensitive", f"{name!r} is not among the spellings"


def _wrong(
    sort: str, value: Any, actor_ids: Collection[str], place_ids: Collection[str], own: str
) -> Iterator[str]:
    """Yield what is wrong with a value of a sort."""
    if sort == "text" and not isinstance(value, str):
        yield "must be text"
    elif sort == "flag" and not isinstance(value, bool):
        yield "must be true or false"
    elif sort == "number" and not (isinstance(value, int) and value > 0):
        yield "must be a positive whole number"
    elif sort == "actor_kind" and value not in get_args(ActorKind):
        yield f"{value!r} is none of {', '.join(get_args(ActorKind))}"
    elif sort == "place_kind" and value not in get_args(PlaceKind):
        yield f"{value!r} is none of {', '.join(get_args(PlaceKind))}"
    elif sort == "precision" and value not in PRECISIONS:
        yield f"{value!r} is none of {', '.join(PRECISIONS)}"
    elif sort == "latitude" and not (isinstance(value, int | float) and -90 <= value <= 90):
        yield "must be degrees north from -90 to 90"
    elif sort == "longitude" and not (isinstance(value, int | float) and -180 <= value <= 180):
        yield "must be degrees east from -180 to 180"
    elif sort in _PATTERNS and not (isinstance(value, str) and _PATTERNS[sort].match(value)):
        yield f"{value!r} is not in the form {_PATTERNS[sort].pattern}"
    elif sort in ("names", "places"):
        yield from _wrong_list(sort, value, place_ids, own)
    elif sort == "period":
        yield from _wrong_period(value)
    elif sort in ("memberships", "offices"):
        yield from _wrong_dated(sort, value, actor_ids)


def _wrong_list(sort: str, value: Any, place_ids: Collection[str], own: str) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() == v and v for v in value):
        yield "must be a list of texts without blanks at their ends"
        return
    if len(set(value)) != len(value):
        yield f"{next(v for v in value if value.count(v) > 1)!r} is listed twice"
    if sort == "places":
        for v in value:
            if v not in place_ids:
                yield f"there is no place {v!r}"
            elif v == own:
                yield "a place cannot lie within itself"


def _wrong_period(value: Any) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield "must be a table with from and to"
        return
    dates = [value.get("from"), value.get("to")]
    for day in dates:
        if day is not None and not (isinstance(day, str) and _DAY.match(day)):
            yield f"{day!r} is no year, month or day (2014, 2014-05, 2014-05-16)"
            return
    start, end = dates
    if start and end and start[: len(end)] > end[: len(start)]:
        yield f"it ends ({end}) before it starts ({start})"


def _wrong_dated(sort: str, value: Any, actor_ids: Collection[str]) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(v, Mapping) for v in value):
        yield "must be a list of tables"
        return
    allowed = {"id", "from", "to"} if sort == "memberships" else {"title", "organisation", "from", "to"}
    for item in value:
        for extra in sorted(set(item) - allowed):
            yield f"{extra!r} is none of {', '.join(sorted(allowed))}"
        target = item.get("id" if sort == "memberships" else "organisation")
        if sort == "memberships" and target is None:
            yield "an item has no id"
        if sort == "offices" and not item.get("title"):
            yield "an item has no title"
        if target is not None and target not in actor_ids:
            yield f"there is no actor {target!r}"
        yield from _wrong_period({k: v for k, v in item.items() if k in ("from", "to")})


def json_schema(*, place: bool) -> dict[str, Any]:
    """Return the JSON Schema of one entry, for editors that check while people type."""
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
    day = {"type": "string", "pattern": _DAY.pattern.replace(r"\Z", "$")}
    period = {"type": "object", "properties": {"from": day, "to": day}, "additionalProperties": False}
    dated = {"from": day, "to": day}
    sorts: dict[str, dict[str, Any]] = {
        "text": text,
        "flag": {"type": "boolean"},
        "number": {"type": "integer", "minimum": 1},
        "actor_kind": {"enum": list(get_args(ActorKind))},
        "place_kind": {"enum": list(get_args(PlaceKind))},
        "precision": {"enum": list(PRECISIONS)},
        "latitude": {"type": "number", "minimum": -90, "maximum": 90},
        "longitude": {"type": "number", "minimum": -180, "maximum": 180},
        "names": texts,
        "places": texts,
        "period": period,
        "memberships": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": text, **dated},
                "required": ["id"],
                "additionalProperties": False,
            },
        },
        "offices": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"title": text, "organisation": text, **dated},
                "required": ["title"],
                "additionalProperties": False,
            },
        },
        **{
            name: {"type": "string", "pattern": p.pattern.replace(r"\Z", "$")}
            for name, p in _PATTERNS.items()
        },
    }
    fields = PLACE_FIELDS if place else ACTOR_FIELDS
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A place of the gazetteer" if place else "An actor of the conflict",
        "type": "object",
        "properties": {name: sorts[sort] for name, sort in fields.items()},
        "required": list(REQUIRED),
        "additionalProperties": False,
    }
