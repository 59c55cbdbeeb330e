"""Libya's conflict: its actors and places, their spellings, sides and chains, with sources.

`actors` and `places` are the entries that ship with the package; `Knowledge.default().extended("mine.toml")`
adds a caller's own. Nothing is loaded before it is first used.

>>> from libya_news import knowledge
>>> knowledge.actors["khalifa-haftar"].name
'Khalifa Haftar'
>>> [place.id for place in knowledge.places.spelled("Souq el-Hout")]
['souq-al-hout']
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from libya_news.knowledge.descriptions import description_key
    from libya_news.knowledge.directory import Actors, Places
    from libya_news.knowledge.entries import KnownActor, KnownPlace, Membership, Office, Period
    from libya_news.knowledge.folding import fold_name
    from libya_news.knowledge.lookup import Knowledge, default

    actors: Actors
    places: Places

_HOMES = {
    "Actors": "directory",
    "Places": "directory",
    "KnownActor": "entries",
    "KnownPlace": "entries",
    "Membership": "entries",
    "Office": "entries",
    "Period": "entries",
    "fold_name": "folding",
    "Knowledge": "lookup",
    "default": "lookup",
    "description_key": "descriptions",
}

__all__ = [
    "Actors",
    "Knowledge",
    "KnownActor",
    "KnownPlace",
    "Membership",
    "Office",
    "Period",
    "Places",
    "actors",
    "default",
    "description_key",
    "fold_name",
    "places",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in ("actors", "places"):
        from libya_news.knowledge.lookup import default

        return getattr(default(), name)
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
