"""The meanings of spellings, by the first word of a name."""

from typing import Any

from attrs import frozen

from libya_news.knowledge.indexing import HOMONYM, PLACE, STRONG


@frozen
class Candidate:
    """A meaning of a spelling: its target, and under which conditions it holds."""

    flags: int
    target: str
    printed: str | None = None


class Node:
    """The names that begin with one folded word: remaining words -> candidates, longest first."""

    __slots__ = ("alone", "by_rest", "following", "lengths")

    def __init__(self, flat: list[Any]) -> None:
        by_rest: dict[tuple[str, ...], list[Candidate]] = {}
        for i in range(0, len(flat), 3):
            rest, flags, target = flat[i : i + 3]
            target, _, printed = target.partition("=")
            by_rest.setdefault(tuple(rest.split()), []).append(Candidate(flags, target, printed or None))
        self.by_rest: dict[tuple[str, ...], list[Candidate]] = by_rest
        self.lengths: list[int] = sorted({len(rest) for rest in by_rest}, reverse=True)
        self.alone: bool = () in by_rest
        self.following: frozenset[str] = frozenset(rest[0] for rest in by_rest if rest)


class Meanings(list[Candidate]):
    """What a spelling, as printed, may mean; with what is sure of it, decided once.

    Attributes:
        actor: The actor, where the spelling names just one for sure.
        place: The place, likewise.
        sure: Whether nothing else is meant.
        foreign: Whether only bearers of the name that the knowledge leaves out are sure.
        strong_actors: The ids that it names for sure, sorted; likewise `strong_places`.
        weak_actors: The ids that it may name beside others that the text tells, sorted.
        any_places: The ids of all its places, sorted.
        kind: For those who read names to note what the spelling is in every text.
    """

    __slots__ = (
        "actor", "any_places", "foreign", "kind", "place", "strong_actors", "strong_places", "sure",
        "weak_actors",
    )  # fmt: skip

    def __init__(self, candidates: list[Candidate]) -> None:
        super().__init__(candidates)
        self.kind: Any = None
        places = {c.target for c in candidates if c.flags & (STRONG | PLACE | HOMONYM) == STRONG | PLACE}
        actors = {c.target for c in candidates if c.flags & (STRONG | PLACE | HOMONYM) == STRONG}
        self.place: str | None = next(iter(places)) if len(places) == 1 else None
        self.actor: str | None = next(iter(actors)) if len(actors) == 1 else None
        self.sure: bool = len(places) < 2 and len(actors) < 2 and bool(places or actors)
        homonyms = any(c.flags & HOMONYM for c in candidates)
        self.foreign: bool = homonyms and not any(c.flags & STRONG for c in candidates)
        self.strong_actors: list[str] = _ids(candidates, PLACE | STRONG, STRONG)
        self.strong_places: list[str] = _ids(candidates, PLACE | STRONG, PLACE | STRONG)
        self.weak_actors: list[str] = _ids(candidates, PLACE | STRONG, 0)
        self.any_places: list[str] = _ids(candidates, PLACE, PLACE)


def _ids(candidates: list[Candidate], mask: int, wanted: int) -> list[str]:
    return sorted({c.target for c in candidates if c.flags & mask == wanted})
