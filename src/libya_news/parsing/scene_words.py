"""The words of `english/scene.toml`, ready for look-up by their first word."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Mark(NamedTuple):
    """Words of the lexicon found in the tokens `first` up to, not including, `last`; `value` is what they say."""

    first: int
    last: int
    value: str


class SceneWords:
    """The lexicon of scenes.

    Attributes:
        heads: First word -> rest of the phrase, its sort (`cause`, `reset`, `blame`, `anaphor`) and its value, longest first.
        rank: Cause -> its place in the order in which causes win over one another.
    """

    def __init__(self) -> None:
        table = tomllib.loads(files("libya_news.english").joinpath("scene.toml").read_text(encoding="utf-8"))
        heads: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for cause, entry in table["cause"].items():
            _enter(heads, entry["words"], "cause", cause)
        for sort in ("reset", "blame", "anaphor"):
            for value, words in table[sort].items():
                _enter(heads, words, sort, value)
        for entries in heads.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))
        self.heads = heads
        self.rank = {cause: rank for rank, cause in enumerate(table["cause"])}
        self.wielded = frozenset(table["instruments"]["wielded"])
        self.instruments = frozenset(table["instruments"]["causes"])
        self.helping = frozenset(table["instruments"]["helping"])
        self.parties: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for party, entry in table["party"].items():
            for noun in entry["nouns"]:
                self.parties.setdefault(noun, []).append((party, tuple(entry["names"])))
        self.peaceful = frozenset(table["conflict"]["false"])
        self.violent = frozenset(table["conflict"]["true"])
        place = table["place"]
        self.event = frozenset(place["event"])
        self.origin = frozenset(place["origin"])
        self.other = frozenset(place["other"])
        self.bearings = frozenset(place["bearings"])
        self.place_heads = frozenset(place["heads"])
        self.between = frozenset(place["between"])
        self.fights = frozenset(place["fights"])
        self.sites = frozenset(place["sites"])

    def find(self, low: list[str]) -> dict[str, list[Mark]]:
        """Return the marks of each sort in the words of an article, in text order, none overlapping another."""
        heads = self.heads
        found: dict[str, list[Mark]] = {"cause": [], "reset": [], "blame": [], "anaphor": []}
        done = 0
        for i in [i for i, word in enumerate(low) if word in heads]:
            if i < done:
                continue
            for rest, sort, value in heads[low[i]]:
                last = i + 1 + len(rest)
                if not rest or tuple(low[i + 1 : last]) == rest:
                    found[sort].append(Mark(i, last, value))
                    done = last
                    break
        return found


def _enter(heads: dict[str, list[tuple[tuple[str, ...], str, str]]], words: list[str], sort: str, value: str) -> None:
    for text in words:
        first, *rest = text.split(" ")
        heads.setdefault(first, []).append((tuple(rest), sort, value))


@cache
def scene_words() -> SceneWords:
    """Return the words of scenes, read once."""
    return SceneWords()
