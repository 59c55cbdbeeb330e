"""The parts that places play: where it happened, where somebody spoke, where the report was filed, whence one came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.scene_places import role_of
from libya_news.parsing.scene_words import scene_words
from libya_news.parsing.struck_places import is_struck

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libya_news.model.casualty import Casualty
    from libya_news.model.place import PlaceRole
    from libya_news.parsing.document import Document

_ORDER: tuple[PlaceRole, ...] = ("event", "speech", "dateline", "origin")


def place_roles(document: Document, casualties: Iterable[Casualty]) -> dict[str, tuple[PlaceRole, ...]]:
    """Return the roles of each place that has any, in a fixed order.

    A place is an event's if a casualty happened there, or if the text says that it was struck.

    Args:
        document: The article with its names.
        casualties: What the article tells of.
    """
    tokens, knowledge, words = document.tokens, document.knowledge, scene_words()
    found: dict[str, set[PlaceRole]] = {}
    for casualty in casualties:
        for place in (casualty.place, *casualty.places):
            if place is not None:
                found.setdefault(place, set()).add("event")
    for hit in document.names:
        if hit.place_id is None:
            continue
        if document.zone_at(tokens.starts[hit.first]) == "dateline":
            found.setdefault(hit.place_id, set()).add("dateline")
            continue
        role, _ = role_of(hit, tokens, knowledge, words)
        if role == "speaker":
            found.setdefault(hit.place_id, set()).add("speech")
        elif role == "origin":
            found.setdefault(hit.place_id, set()).add("origin")
        elif is_struck(tokens.low, hit.last):
            found.setdefault(hit.place_id, set()).add("event")
    return {place: tuple(role for role in _ORDER if role in roles) for place, roles in found.items()}
