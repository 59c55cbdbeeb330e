"""Codes of the conflict datasets for where an event was, how clear it is and how well it is sourced."""

from __future__ import annotations

from collections.abc import Iterable

from libya_news.model.casualty import Casualty, Perpetrator
from libya_news.model.place import PlaceKind, Relation

_EXACT = frozenset({"neighbourhood", "facility", "landmark", "border_crossing", "city", "town", "village"})
_NEAR_KM = 25.0


def ucdp_where_prec(
    kind: PlaceKind | None, *, relation: Relation | None = None, several: bool = False
) -> int | None:
    """Return UCDP GED's `where_prec` of a place.

    >>> ucdp_where_prec("region"), ucdp_where_prec("city", relation=Relation(20.0, "south"))
    (5, 2)

    Args:
        kind: What sort of place it is, or None where the place is unknown.
        relation: Distance and direction from the place, where the text gives them.
        several: Whether the text names several places and the place is the one that holds them all.

    Returns:
        1 exact, 2 within about 25 km, 3 second-order division, 5 region or landscape feature, 6 country,
        7 water or air; None for an unknown place. Libya's districts are its first-order divisions (4).

    Source: UCDP Georeferenced Event Dataset Codebook, version 23.1 (Hogbladh 2023), variable `where_prec`.
    """
    if kind is None:
        return None
    if kind in _EXACT:
        if relation is not None:
            return 2 if relation.km is None or relation.km <= _NEAR_KM else 3
        return 2 if several else 1
    return {"road": 2, "district": 4, "region": 5, "country": 6, "water": 7}.get(kind, 5)


def acled_geo_precision(kind: PlaceKind | None, *, relation: Relation | None = None) -> int | None:
    """Return ACLED's `geo_precision` of a place.

    >>> acled_geo_precision("city"), acled_geo_precision("district")
    (1, 3)

    Args:
        kind: What sort of place it is, or None where the place is unknown.
        relation: Distance and direction from the place, where the text gives them.

    Returns:
        1 for a named town or a finer place, 2 for near one, 3 for a larger region; None for an unknown place.

    Source: ACLED Codebook (2023), "Spatial precision".
    """
    if kind is None:
        return None
    if kind in _EXACT:
        return 1 if relation is None else 2
    return 2 if kind == "road" else 3


def ucdp_event_clarity(casualty: Casualty) -> int:
    """Return UCDP GED's `event_clarity` of a casualty.

    Args:
        casualty: Any casualty.

    Returns:
        1 for an event that is told by itself, 2 for a toll over a period or campaign.

    Source: UCDP Georeferenced Event Dataset Codebook, version 23.1 (Hogbladh 2023), variable `event_clarity`.
    """
    return 2 if casualty.kind == "aggregate" or casualty.scope == "period" else 1


def airwars_grading(
    independent_sources: int, *, confirmed_by_belligerent: bool = False, contested: bool = False
) -> str | None:
    """Return Airwars' grading word for the sources of an incident.

    `discounted` is a judgement of a person and is never given.

    >>> airwars_grading(1), airwars_grading(3)
    ('weak', 'fair')

    Args:
        independent_sources: How many sources there are when dependent ones count once.
        confirmed_by_belligerent: Whether the party that did it says so itself.
        contested: Whether there are competing claims of who did it.

    Returns:
        `confirmed`, `contested`, `fair` (two or more sources), `weak` (one source), or None without a source.

    Source: Airwars, Methodology, "Civilian harm status".
    """
    if independent_sources < 1:
        return None
    if confirmed_by_belligerent:
        return "confirmed"
    if contested:
        return "contested"
    return "fair" if independent_sources > 1 else "weak"


def airwars_strike_status(
    perpetrators: Iterable[Perpetrator], independent_sources: int, *, declared: bool = False
) -> str | None:
    """Return Airwars' word for how sure it is who did it.

    >>> airwars_strike_status([Perpetrator(actor="lna", description="the army")], 2)
    'likely'

    Args:
        perpetrators: Everybody who did it or is said to have done it.
        independent_sources: How many sources there are when dependent ones count once.
        declared: Whether the party that did it says so itself.

    Returns:
        `declared`, `contested`, `likely`, `single source claim`, or None where nobody is named.

    Source: Airwars, Methodology, "Strike status".
    """
    named = {p.actor or p.description for p in perpetrators if p.status in ("stated", "accused")}
    doubted = {p.actor or p.description for p in perpetrators if p.status in ("denied", "disputed")}
    if declared and len(named) == 1:
        return "declared"
    if len(named | doubted) > 1 or doubted:
        return "contested"
    if not named:
        return None
    return "likely" if independent_sources > 1 else "single source claim"
