"""Places that a story names."""

from __future__ import annotations

from typing import Literal

import attrs

from libya_news.model.span import Mention

PlaceKind = Literal[
    "country",
    "region",
    "district",
    "city",
    "town",
    "village",
    "neighbourhood",
    "facility",
    "landmark",
    "road",
    "border_crossing",
    "water",
    "other",
]
PlacePrecision = Literal["exact", "city_centroid", "approx"]
PlaceRole = Literal["event", "speech", "dateline", "origin"]


@attrs.frozen(kw_only=True)
class Place:
    """A place of the article, known to the knowledge base or only named.

    Attributes:
        id: Slug of the knowledge base, or of the name where the place is unknown.
        name: Neutral name.
        kind: What sort of place it is.
        latitude: Degrees north (WGS 84), or None.
        longitude: Degrees east (WGS 84), or None.
        precision: How exactly the coordinates place it, or None without coordinates.
        within: Ids of the places that hold it, the nearest first.
        geonames: GeoNames id, or None.
        pcode: OCHA place code, or None.
        mentions: Where the article names it, in text order.
        roles: The parts that it plays: `event` (something happened there), `speech` (somebody spoke there),
            `dateline` (the report was filed there), `origin` (somebody or something came from there); often none.
    """

    id: str
    name: str
    kind: PlaceKind = "other"
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision | None = None
    within: tuple[str, ...] = ()
    geonames: int | None = None
    pcode: str | None = None
    mentions: tuple[Mention, ...] = ()
    roles: tuple[PlaceRole, ...] = ()


@attrs.frozen
class Relation:
    """Where an event lies from the place named for it ("20 km south of Sirte").

    Attributes:
        km: Distance in kilometres, or None.
        bearing: Compass direction in words of the record ("south", "south-east"), or None.
    """

    km: float | None
    bearing: str | None
