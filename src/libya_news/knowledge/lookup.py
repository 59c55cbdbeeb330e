"""The knowledge of Libya's conflict: looking up actors, places, sides and leaders."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from libya_news.errors import UnknownId
from libya_news.knowledge.compiled import load_compiled, load_details
from libya_news.knowledge.directory import Actors, Places
from libya_news.knowledge.entries import KnownActor, KnownPlace
from libya_news.knowledge.indexing import ARTICLE, EXACT, HOMONYM, PLACE, STRONG
from libya_news.knowledge.nodes import Candidate, Meanings, Node
from libya_news.knowledge.records import actor_of, holds, place_of
from libya_news.model.actor import ActorKind

__all__ = ["Candidate", "Knowledge", "Node", "default"]

T = TypeVar("T")
_KEPT = 20_000  # affiliations kept, for the same actors return in the stories of a day


class Knowledge:
    """Actors, places and the index over their spellings.

    Use `Knowledge.default()`; `extended()` adds a caller's own entries.
    """

    def __init__(
        self,
        actors: Mapping[str, Any],
        places: Mapping[str, Any],
        names: Mapping[str, list[Any]],
        words: Mapping[str, Any],
        derived: Mapping[str, Any] | None = None,
        details: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        self._derived = derived
        self._details = details
        self._actors = actors
        self._places = places
        self._names = names
        self._nodes: dict[str, Node] = {}
        self._known_actors: dict[str, KnownActor] = {}
        self._known_places: dict[str, KnownPlace] = {}
        self.families: Mapping[str, str] = words["families"]
        self.common: frozenset[str] = frozenset(words["common"])
        self.words = words
        self.sets: Mapping[str, frozenset[str]] = {
            k: frozenset(v) for k, v in words.items() if k != "families"
        }
        self.given: frozenset[str] = self.sets["given_names"] | self.sets["given_names_abroad"]
        self._contexts: dict[str, tuple[str, ...]] = {}
        self.fits: dict[tuple[str, bool], Meanings] = {}
        self._cached: dict[Any, Any] = {}
        self._belonging: dict[tuple[str, date | None], tuple[str, ...]] = {}

    def cached(self, make: Callable[["Knowledge"], T]) -> T:
        """Return what `make` makes of this knowledge, made once: tables that parsers derive from it.

        Args:
            make: A class or function of one argument; it is also the key.
        """
        found = self._cached.get(make)
        if found is None:
            found = self._cached[make] = make(self)
        made: T = found
        return made

    @classmethod
    def default(cls) -> "Knowledge":
        """Return the knowledge that ships with the package; loaded once."""
        return default()

    def extended(self, *files: str | Path) -> "Knowledge":
        """Return this knowledge with the actors and places of TOML files added.

        Args:
            files: TOML files with `[actors.<id>]` and `[places.<id>]` tables, in the fields of the data
                files.

        Raises:
            DataError: A file cannot be read, or an entry lacks a field or names an unknown id.
        """
        from libya_news.knowledge.extending import extend

        return extend(self, files)

    def actor(self, actor_id: str) -> KnownActor:
        """Return an actor; UnknownId, with near names, if there is none."""
        found = self._known_actors.get(actor_id)
        if found is None:
            raw = self._actors.get(actor_id)
            if raw is None:
                raise UnknownId("actor", actor_id, self._actors)
            more = self._details().get(actor_id, {})
            found = self._known_actors[actor_id] = actor_of(actor_id, {**raw, **more})
        return found

    def place(self, place_id: str) -> KnownPlace:
        """Return a place; UnknownId, with near names, if there is none."""
        found = self._known_places.get(place_id)
        if found is None:
            raw = self._places.get(place_id)
            if raw is None:
                raise UnknownId("place", place_id, self._places)
            found = self._known_places[place_id] = place_of(place_id, raw)
        return found

    @cached_property
    def demonyms(self) -> frozenset[str]:
        """The adjectives and nouns of nationality, in lower case: "libyan", "turkish"."""
        if self._derived is not None:
            return frozenset(self._derived["demonyms"])
        found: set[str] = set()
        for raw in self._actors.values():
            if raw["kind"] == "state":
                found.update(w.lower() for w in raw.get("weak", ()) if w.isalpha() and w[0].isupper())
        return frozenset(found - self._capitals(found))

    def _capitals(self, words: set[str]) -> set[str]:
        return {
            w
            for w in words
            if any(c.flags & (PLACE | STRONG) == PLACE | STRONG for c in self.spelled(w.title()))
        }

    @cached_property
    def actors(self) -> Actors:
        """All actors: iterate, look up by id or spelling, filter by kind, date and side."""
        return Actors(self)

    @cached_property
    def places(self) -> Places:
        """All places: iterate, look up by id or spelling, filter by kind and parent."""
        return Places(self)

    @cached_property
    def actor_ids(self) -> tuple[str, ...]:
        """The ids of all actors, sorted."""
        return tuple(sorted(self._actors))

    @cached_property
    def place_ids(self) -> tuple[str, ...]:
        """The ids of all places, sorted."""
        return tuple(sorted(self._places))

    def extended_with(self, actors: Mapping[str, Any], places: Mapping[str, Any]) -> "Knowledge":
        """Return this knowledge with records added, in the fields of the data files; ids must be new."""
        from libya_news.knowledge.indexing import Indexer

        named = [{"id": i, **raw} for i, raw in actors.items()]
        sited = [{"id": i, **raw} for i, raw in places.items()]
        names = dict(self._names)
        for key, more in Indexer(self.words).build(named, sited).items():
            names[key] = [*names.get(key, ()), *more]
        derived = {"demonyms": self.demonyms, "capitals": self._capital_states, "led": None}
        return Knowledge(
            {**self._actors, **actors}, {**self._places, **places}, names, self.words, derived, self._details
        )

    def node(self, key: str) -> Node | None:
        """Return the names that begin with a folded word, or None."""
        node = self._nodes.get(key)
        if node is None and key in self._names:
            node = self._nodes[key] = Node(self._names[key])
        return node

    def is_person(self, actor_id: str) -> bool:
        """Tell whether a known actor is a person."""
        raw = self._actors.get(actor_id)
        return raw is not None and raw["kind"] == "person"

    def derive(self) -> dict[str, Any]:
        """Return what follows from the entries and is shipped: demonyms, capitals, leaders' groups."""
        return {"demonyms": sorted(self.demonyms), "capitals": self._capital_states, "led": self._led}

    def name_of(self, actor_id: str) -> str:
        """Return the name of a known actor."""
        return str(self._actors[actor_id]["name"])

    def active_on(self, actor_id: str, day: date | None) -> bool:
        """Tell whether a known actor was active on a day; a day that is not known may be any."""
        return holds(self._actors[actor_id].get("active", {}), day)

    def kind_of(self, actor_id: str) -> ActorKind:
        """Return the kind of a known actor."""
        kind: ActorKind = self._actors[actor_id]["kind"]
        return kind

    def state_of_capital(self, place_id: str) -> str | None:
        """Return the state that news names by its capital ("Ankara said"), or None."""
        return self._capital_states.get(place_id)

    @cached_property
    def _capital_states(self) -> dict[str, str]:
        if self._derived is not None:
            return dict(self._derived["capitals"])
        found: dict[str, str] = {}
        for state, raw in self._actors.items():
            if raw["kind"] == "state" and state != "libya":
                for name in raw.get("weak", ()):
                    for c in self.spelled(name):
                        if (
                            c.flags & (PLACE | STRONG) == PLACE | STRONG
                            and self._places[c.target]["kind"] == "city"
                        ):
                            found.setdefault(c.target, state)
        return found

    def context_ids(self, context: str) -> tuple[str, ...]:
        """Return the places that a word of a place's `context` names; empty if it is a common word."""
        found = self._contexts.get(context)
        if found is None:
            found = tuple(
                c.target for c in self.spelled(context) if c.flags & (PLACE | STRONG) == PLACE | STRONG
            )
            self._contexts[context] = found
        return found

    def has_actor(self, actor_id: str | None) -> bool:
        """Tell whether an actor is known."""
        return actor_id in self._actors

    def has_place(self, place_id: str | None) -> bool:
        """Tell whether a place is known."""
        return place_id in self._places

    def within(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of the places that hold a place, nearest first; empty for an unknown place."""
        raw = self._places.get(place_id)
        return tuple(raw.get("within", ())) if raw else ()

    def smallest_common(self, place_ids: Iterable[str]) -> str | None:
        """Return the smallest place that holds all of `place_ids` (one of them may be it), or None."""
        common: list[str] | None = None
        for place_id in place_ids:
            chain = (place_id, *self.within(place_id))
            common = list(chain) if common is None else [p for p in common if p in chain]
        return common[0] if common else None

    def affiliations(self, actor_id: str, day: date | None) -> tuple[str, ...]:
        """Return the ids of the actors that an actor belonged to on a day; empty if unknown."""
        found = self._belonging.get((actor_id, day))
        if found is None:
            if len(self._belonging) > _KEPT:
                self._belonging.clear()
            raw = self._actors.get(actor_id) or {}
            found = tuple(dict.fromkeys(m["id"] for m in raw.get("part_of", ()) if holds(m, day)))
            self._belonging[actor_id, day] = found
        return found

    def side_of(self, actor_id: str | None, day: date | None) -> str | None:
        """Return the party that an actor's dead would be counted for on a day, or None."""
        raw = self._actors.get(actor_id or "")
        if not raw:
            return None
        if not raw.get("side") and raw["kind"] in ("government", "armed_group"):
            return actor_id
        sides = list(dict.fromkeys(m["id"] for m in raw.get("side", ()) if holds(m, day)))
        if len(sides) == 1:
            return str(sides[0])
        return None

    def leader_group(self, person_id: str, day: date | None) -> str | None:
        """Return the group that a person leads on a day ("Haftar's forces"), or None."""
        groups: list[str] = self._led.get(person_id, [])
        belonging = self._actors.get(person_id, {}).get("part_of", ())
        left = {entry["id"] for entry in belonging} - {e["id"] for e in belonging if holds(e, day)}
        found = next(
            (g for g in groups if g not in left and holds(self._actors[g].get("active", {}), day)), None
        )
        if found is not None or left.isdisjoint(groups):
            return found
        # a leader who left the group took his men along to the one that he belongs to then
        for entry in belonging:
            group = self._actors.get(entry["id"])
            if group is not None and group["kind"] == "armed_group" and holds(entry, day):
                return str(entry["id"])
        return None

    @cached_property
    def _led(self) -> dict[str, list[str]]:
        if self._derived is not None and self._derived["led"] is not None:
            return dict(self._derived["led"])
        led: dict[str, dict[str, int]] = {}
        for group, raw in self._actors.items():
            for name in raw.get("by_leader", ()):
                for person in self._leaders_in(name):
                    counts = led.setdefault(person, {})
                    counts[group] = counts.get(group, 0) + 1
        found = {person: sorted(counts, key=lambda g: (-counts[g], g)) for person, counts in led.items()}
        for person, raw in self._actors.items():
            if raw["kind"] == "person" and person not in found:
                commanded = self._commanded(raw)
                if commanded:
                    found[person] = commanded
        return found

    def _commanded(self, raw: Mapping[str, Any]) -> list[str]:
        found = []
        for role in raw.get("roles", ()):
            organisation = role.get("organisation")
            if (
                organisation in self._actors
                and self._actors[organisation]["kind"] == "armed_group"
                and role["title"]
                in ("commander", "leader", "head", "founder", "emir", "founder and commander")
            ):
                found.append(organisation)
        return found

    def _leaders_in(self, name: str) -> Iterable[str]:
        from libya_news.knowledge.folding import table_key
        from libya_news.knowledge.indexing import name_words

        keys = [table_key(w, self.families) for w in name_words(name)[0]]
        for i, key in enumerate(keys):
            node = self.node(key)
            if node is None:
                continue
            for length in node.lengths:
                found = node.by_rest.get(tuple(keys[i + 1 : i + 1 + length]))
                people = [
                    c.target
                    for c in found or ()
                    if c.flags & STRONG
                    and not c.flags & (PLACE | EXACT | HOMONYM)
                    and self._actors[c.target]["kind"] == "person"
                ]
                if people:
                    return people[:1]
        return ()

    def spelled(self, name: str) -> tuple[Candidate, ...]:
        """Return all meanings of a spelling, strong ones first."""
        from libya_news.knowledge.folding import table_key
        from libya_news.knowledge.indexing import name_words, plain_name

        words, led = name_words(name)
        keys = [table_key(w, self.families) for w in words]
        node = self.node(keys[0]) if keys else None
        found = node.by_rest.get(tuple(keys[1:]), []) if node else []
        fits = [
            c
            for c in found
            if not c.flags & HOMONYM
            and not (c.flags & ARTICLE and not led)
            and not (c.printed and c.printed not in (words[0], plain_name(words)))
        ]
        return tuple(sorted(fits, key=lambda c: (not c.flags & STRONG, c.target)))


@cache
def default() -> Knowledge:
    """Return the knowledge that ships with the package; loaded on the first call only."""
    raw = load_compiled()
    return Knowledge(raw["actors"], raw["places"], raw["names"], raw["words"], raw["derived"], load_details)
