"""Incidents as GeoJSON, for maps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from libya_news.exporting.flat_fields import day
from libya_news.exporting.record_json import dumps
from libya_news.reconciling.layout import to_dict

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener
    from libya_news.model.incident import Incident


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write one FeatureCollection (see ``libya_news.exporting.formats.Writer``)."""
    out = open_file("")
    out.write('{"type":"FeatureCollection","features":[')
    first = True
    for dossier in dossiers:
        for feature in features(dossier):
            out.write(("\n" if first else ",\n") + dumps(feature))
            first = False
    out.write("\n]}\n")


def features(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """The incidents of a dossier as GeoJSON features, in order.

    Args:
        dossier: A dossier with incidents.

    Returns:
        One feature an incident, longitude before latitude, in WGS 84; no geometry where the place, or where it
        lies, is not known. How exactly the point stands for the place is told in the properties.

    Source: RFC 7946.
    """
    for incident in dossier.incidents:
        yield _feature(dossier, incident)


def _feature(dossier: Dossier, incident: Incident) -> dict[str, Any]:
    place = dossier.place(incident)
    geometry = None
    if place is not None and place.latitude is not None and place.longitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    told = to_dict(incident)
    relations = [
        {"km": c.relation.km, "bearing": c.relation.bearing}
        for c in map(dossier.casualty, incident.members)
        if c.relation is not None and c.place == incident.place
    ]
    properties = {
        "place_name": None if place is None else place.name,
        "place_kind": None if place is None else place.kind,
        "place_precision": None if place is None else place.precision,
        "relation": relations[0] if relations else None,
        "articles": [
            {
                "id": a.id,
                "headline": a.headline,
                "outlet": a.outlet,
                "published": day(a.published),
                "url": a.url,
            }
            for a in dossier.articles(incident)
        ],
        "quotes": _quotes(dossier, incident),
    }
    told = {k: v for k, v in told.items() if k not in ("id", "members")}
    return {"type": "Feature", "id": incident.id, "geometry": geometry, "properties": {**told, **properties}}


def _quotes(dossier: Dossier, incident: Incident) -> list[dict[str, Any]]:
    found = []
    for member in incident.members:
        words = dossier.casualty(member).evidence_for("count")[0]
        found.append(
            {
                "article": member.article,
                "casualty": member.casualty,
                "role": member.role,
                "start": words.start,
                "end": words.end,
                "exact": words.exact,
            }
        )
    return found
