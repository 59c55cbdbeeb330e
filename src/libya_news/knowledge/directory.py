"""Browsing the knowledge: all actors, all places, by id, by spelling, by kind, date and side."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from libya_news.knowledge.entries import KnownActor, KnownPlace
from libya_news.knowledge.indexing import PLACE
from libya_news.model.actor import ActorKind
from libya_news.model.place import PlaceKind

if TYPE_CHECKING:
    from libya_news.knowledge.lookup import Knowledge


class Actors:
    """The actors of a knowledge, in the order of their ids."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self._knowledge = knowledge

    def __iter__(self) -> Iterator[KnownActor]:
        return map(self._knowledge.actor, self._knowledge.actor_ids)

    def __len__(self) -> int:
        return len(self._knowledge.actor_ids)

    def __contains__(self, actor_id: object) -> bool:
        return isinstance(actor_id, str) and self._knowledge.has_actor(actor_id)

    def __getitem__(self, actor_id: str) -> KnownActor:
        return self._knowledge.actor(actor_id)

    def __repr__(self) -> str:
        return f"<Actors: {len(self)}>"

    def spelled(self, name: str) -> tuple[KnownActor, ...]:
        """Return the actors that a spelling may mean, those it names alone first; empty if none.

        >>> from libya_news import knowledge
        >>> [actor.id for actor in knowledge.actors.spelled("Khalifa Hifter")]
        ['khalifa-haftar']
        """
        ids = dict.fromkeys(c.target for c in self._knowledge.spelled(name) if not c.flags & PLACE)
        return tuple(map(self._knowledge.actor, ids))

    def where(
        self, *, kind: ActorKind | None = None, on: date | None = None, side: str | None = None
    ) -> tuple[KnownActor, ...]:
        """Return the actors of a kind, active on a day, counted with a side on that day.

        Args:
            kind: Only actors of this kind.
            on: Only actors that were active on this day.
            side: Only actors whose dead would be counted for this party (on the day `on`, if given).
        """
        knowledge = self._knowledge
        return tuple(
            actor
            for actor in self
            if (kind is None or actor.kind == kind)
            and (on is None or actor.active.covers(on))
            and (
                side is None
                or any(m.id == side and m.period.covers(on) for m in actor.side)
                or (not actor.side and knowledge.side_of(actor.id, on) == side)
            )
        )


class Places:
    """The places of a knowledge, in the order of their ids."""

    def __init__(self, knowledge: "Knowledge") -> None:
        self._knowledge = knowledge

    def __iter__(self) -> Iterator[KnownPlace]:
        return map(self._knowledge.place, self._knowledge.place_ids)

    def __len__(self) -> int:
        return len(self._knowledge.place_ids)

    def __contains__(self, place_id: object) -> bool:
        return isinstance(place_id, str) and self._knowledge.has_place(place_id)

    def __getitem__(self, place_id: str) -> KnownPlace:
        return self._knowledge.place(place_id)

    def __repr__(self) -> str:
        return f"<Places: {len(self)}>"

    def spelled(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the places that a spelling may mean, those it names alone first; empty if none."""
        ids = dict.fromkeys(c.target for c in self._knowledge.spelled(name) if c.flags & PLACE)
        return tuple(map(self._knowledge.place, ids))

    def where(self, *, kind: PlaceKind | None = None, within: str | None = None) -> tuple[KnownPlace, ...]:
        """Return the places of a kind that lie within another place.

        Args:
            kind: Only places of this kind.
            within: The id of a place that holds them, at any level.
        """
        return tuple(
            place
            for place in self
            if (kind is None or place.kind == kind) and (within is None or within in place.within)
        )
