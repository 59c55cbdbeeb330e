"""Helpers for the tests of names: what a text names, as short strings."""

from datetime import date

from libya_news.knowledge.lookup import default
from libya_news.model.actor import Actor
from libya_news.model.place import Place
from libya_news.parsing.actors import read_actors
from libya_news.parsing.names import NameHit, find_names
from libya_news.parsing.places import read_places
from libya_news.text.tokens import Tokens

DAY = date(2017, 7, 8)


def hits(text: str, day: date | None = DAY) -> tuple[Tokens, list[NameHit]]:
    tokens = Tokens(text)
    return tokens, find_names(tokens, default(), day)


def named(text: str, day: date | None = DAY) -> dict[str, tuple[str | None, str | None]]:
    """Words -> (actor, place)."""
    tokens, found = hits(text, day)
    return {tokens.quote(h.first, h.last): (h.actor_id, h.place_id) for h in found}


def actors(text: str, day: date | None = DAY) -> dict[str, Actor]:
    tokens, found = hits(text, day)
    return {actor.id: actor for actor in read_actors(tokens, found, default(), day)}


def places(text: str, day: date | None = DAY) -> dict[str, Place]:
    tokens, found = hits(text, day)
    return {place.id: place for place in read_places(tokens, found, default())}
