"""Neutral names for ids: those of the records at hand, then those of the packaged knowledge, then the id itself."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from libya_news.knowledge.lookup import Knowledge, default
from libya_news.model.actor import Actor
from libya_news.model.place import Place
from libya_news.model.record import Record


class Names:
    """Looks up what ids are called; use one for all records that are shown together.

    >>> Names().actor("libyan-national-army")
    'Libyan National Army'

    Args:
        records: The records whose own names go first, the earlier ones before the later.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._actors: dict[str, Actor] = {}
        self._places: dict[str, Place] = {}
        for record in records:
            for actor in record.actors:
                self._actors.setdefault(actor.id, actor)
            for place in record.places:
                if self._places.get(place.id) is None or self._places[place.id].latitude is None:
                    self._places[place.id] = place

    @cached_property
    def _known(self) -> Knowledge:
        return default()

    def actor(self, actor_id: str | None) -> str:
        """The name of an actor; empty for None.

        Args:
            actor_id: The id.
        """
        if actor_id is None:
            return ""
        found = self._actors.get(actor_id)
        if found is not None:
            return found.name
        return self._known.name_of(actor_id) if self._known.has_actor(actor_id) else actor_id

    def place(self, place_id: str | None) -> Place | None:
        """A place, or None where the id is None or nobody knows it.

        Args:
            place_id: The id.
        """
        if place_id is None:
            return None
        found = self._places.get(place_id)
        if found is not None and found.latitude is not None:
            return found
        if not self._known.has_place(place_id):
            return found
        known = self._known.place(place_id)
        return Place(
            id=known.id,
            name=known.name if found is None else found.name,
            kind=known.kind,
            latitude=known.latitude,
            longitude=known.longitude,
            precision=known.precision,
            within=known.within,
        )

    def place_name(self, place_id: str | None) -> str:
        """The name of a place; its id where nobody knows it, empty for None.

        Args:
            place_id: The id.
        """
        found = self.place(place_id)
        return found.name if found is not None else place_id or ""
