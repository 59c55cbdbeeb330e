"""Which places hold a place for a reader of news: those it lies in, and the city on whose edge a town lies."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.knowledge.entries import KnownPlace
    from libya_news.knowledge.lookup import Knowledge

# km from a city's centre in which a town is told as its suburb: "the Tripoli suburb of Ain Zara"
_EDGE = 25.0
_KM = 111.2  # km in a degree of latitude
_SMALL = frozenset(("town", "village", "facility", "neighbourhood"))


class Surroundings:
    """The places that hold a place, nearest first, a city for the towns on its edge among them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.known: dict[str, tuple[str, ...]] = {}
        self.cities: list[KnownPlace] = [
            place for place in map(knowledge.place, knowledge.place_ids) if place.kind == "city"
        ]

    def __call__(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of the places that hold a place, nearest first."""
        found = self.known.get(place_id)
        if found is None:
            found = self.known[place_id] = (*self._edges(place_id), *self.knowledge.within(place_id))
        return found

    def _edges(self, place_id: str) -> tuple[str, ...]:
        knowledge = self.knowledge
        if not knowledge.has_place(place_id):
            return ()
        place = knowledge.place(place_id)
        if place.kind not in _SMALL or place.latitude is None or place.longitude is None:
            return ()
        within = knowledge.within(place_id)
        if any(other.id in within for other in self.cities):
            return ()
        near = [
            (self._far(place.latitude, place.longitude, city.latitude, city.longitude), city.id)
            for city in self.cities
            if city.latitude is not None and city.longitude is not None
        ]
        far, city_id = min(near, default=(_EDGE, ""))
        return (city_id,) if far < _EDGE else ()

    def _far(self, a: float, b: float, c: float, d: float) -> float:
        """Return the distance of two points in km, near enough for neighbours."""
        return _KM * hypot(a - c, (b - d) * cos(radians(a)))
