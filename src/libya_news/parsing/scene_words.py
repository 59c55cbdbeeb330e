"""The words of `english/scene.toml`, ready for look-up by their first word."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import NamedTuple

from libya_news.english.speech import load_lexicon


class Mark(NamedTuple):
    """Words of the lexicon found in the tokens `first` up to `last`; `value` is what they say."""

    first: int
    last: int
    value: str


# Words too common to look a phrase up by: a phrase is entered under its first other word.
_COMMON = frozenset(
    "the in a an is was were are to of on by for no not have has said says it its and at with from who each "
    "one nobody this into off under so that he his they could out".split()
)
Entry = tuple[tuple[str, ...], tuple[str, ...], str, str]  # words before, words behind, sort, value


class SceneWords:
    """The lexicon of scenes.

    Attributes:
        entries: A word -> the phrases that are looked up by it, the longest first.
        rank: Cause -> its place in the order in which causes win over one another.
    """

    def __init__(self) -> None:
        table = load_lexicon("scene")
        entries: dict[str, list[Entry]] = {}
        for cause, entry in table["cause"].items():
            _enter(entries, entry["words"], "cause", cause)
        for sort in ("reset", "blame", "anaphor", "void"):
            for value, words in table[sort].items():
                _enter(entries, words, sort, value)
        for rows in entries.values():
            rows.sort(key=lambda row: (-len(row[0]) - len(row[1]), row[2]))
        self.entries = entries
        self.rank: dict[str, int] = {cause: rank for rank, cause in enumerate(table["cause"])}
        self.wielded: frozenset[str] = frozenset(table["instruments"]["wielded"])
        self.armies: frozenset[str] = frozenset(table["conflict"]["armies"])
        self.attackers: frozenset[str] = frozenset(table["conflict"]["attackers"])
        self.units: frozenset[str] = frozenset(table["instruments"]["units"])
        self.helping: frozenset[str] = frozenset(table["instruments"]["helping"])
        self.parties: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for party, entry in table["party"].items():
            for noun in entry["nouns"]:
                self.parties.setdefault(noun, []).append((party, tuple(entry["names"])))
        self.peaceful: frozenset[str] = frozenset(table["conflict"]["false"])
        self.violent: frozenset[str] = frozenset(table["conflict"]["true"])
        place = table["place"]
        self.event: frozenset[str] = frozenset(place["event"])
        self.origin: frozenset[str] = frozenset(place["origin"])
        self.other: frozenset[str] = frozenset(place["other"])
        self.bearings: frozenset[str] = frozenset(place["bearings"])
        self.place_heads: frozenset[str] = frozenset(place["heads"])
        self.between: frozenset[str] = frozenset(place["between"])
        self.wards: frozenset[str] = frozenset(place["wards"])
        self.tellers: frozenset[str] = frozenset(place["tellers"])
        self.fights: frozenset[str] = frozenset(place["fights"])
        self.sites: frozenset[str] = frozenset(place["sites"])

    def find(self, low: list[str]) -> dict[str, list[Mark]]:
        """Return the marks of each sort in the words of an article, in text order, none overlapping."""
        entries = self.entries
        found: dict[str, list[Mark]] = {"cause": [], "reset": [], "blame": [], "anaphor": [], "void": []}
        done = 0
        for i in compress(range(len(low)), map(entries.__contains__, low)):
            if i < done:
                continue
            for before, behind, sort, value in entries[low[i]]:
                first, last = i - len(before), i + 1 + len(behind)
                if (not behind or tuple(low[i + 1 : last]) == behind) and (
                    not before or first >= done and tuple(low[first:i]) == before
                ):
                    found[sort].append(Mark(first, last, value))
                    done = last
                    break
        return found


def _enter(entries: dict[str, list[Entry]], words: list[str], sort: str, value: str) -> None:
    for text in words:
        phrase = text.split(" ")
        at = next((i for i, word in enumerate(phrase) if word not in _COMMON), 0)
        entries.setdefault(phrase[at], []).append((tuple(phrase[:at]), tuple(phrase[at + 1 :]), sort, value))


@cache
def scene_words() -> SceneWords:
    """Return the words of scenes, read once."""
    return SceneWords()
