"""What a rule of dates makes: a phrase, and the view on its words that a rule is given."""

from __future__ import annotations

import re
from typing import NamedTuple

from libya_news.english.dates.lexicon import Lexicon


class Phrase(NamedTuple):
    """The words of a date taken apart; no day is worked out yet.

    Attributes:
        kind: How it is to be resolved (`calendar`, `weekday`, `span`: see `dates_resolution`); `time` and
            `mod` are parts that attach to their neighbour.
        year: A year, if stated.
        month: A month, 1 to 12.
        day: A day of the month.
        last_day: The last day of a range inside a month.
        weekday: Monday is 0.
        n: A number of units, or of days from the publication day.
        unit: `day`, `night`, `week`, `weekend`, `month`, `year`, `decade`, `hour`, `part`.
        which: `last`, `this`, `next`, `coming`, `that`, `past`; of a modifier its name (`early`, `half1`,
            `1:3:month`); of a feast its name.
        part: Whether a part of the day is named.
        alone: Whether the words are a date without a preposition or a neighbour.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    n: int | None = None
    unit: str = ""
    which: str = ""
    part: bool = False
    alone: bool = True


class Found:
    """A match of a rule: its groups as words and values."""

    __slots__ = ("_lexicon", "_low", "_match", "_suffix")

    def __init__(self, match: re.Match[str], suffix: str, low: list[str], lexicon: Lexicon) -> None:
        self._match = match
        self._suffix = suffix
        self._low = low
        self._lexicon = lexicon

    def span(self, group: str) -> tuple[int, int]:
        """Return the token range of a group, `(-1, -1)` where it took no part or does not exist."""
        try:
            return self._match.span(group + self._suffix)
        except IndexError:
            return -1, -1

    def has(self, group: str) -> bool:
        """Tell whether a group took part."""
        return self.span(group)[0] >= 0

    def words(self, group: str) -> list[str]:
        """Return the words of a group in lower case."""
        first, last = self.span(group)
        return self._low[first:last] if first >= 0 else []

    def word(self, group: str) -> str:
        """Return the first word of a group, empty where it took no part."""
        first = self.span(group)[0]
        return self._low[first] if first >= 0 else ""

    def value(self, group: str, *tags: str) -> int | str | None:
        """Return what the first word of a group stands for under the first of `tags` that knows it."""
        first = self.span(group)[0]
        if first < 0:
            return None
        word, values = self._low[first], self._lexicon.values
        for tag in tags:
            if (tag, word) in values:
                return values[tag, word]
        return None

    def unit(self, group: str = "unit") -> str:
        """Return the unit of time that a group names, empty for none."""
        value = self.value(group, "UNIT", "UNITS")
        return value if isinstance(value, str) else ""

    def index(self, group: str, *tags: str) -> int | None:
        """Return the number (of a month, weekday, ordinal) that the word of a group stands for."""
        value = self.value(group, *tags)
        return value if isinstance(value, int) else None

    def year(self) -> int | None:
        """Return the year of the group `year`, None where it took no part."""
        first = self.span("year")[0]
        return int(self._low[first]) if first >= 0 else None

    def number(self, group: str) -> int | None:
        """Return the number that the words of a group state in figures or letters; None where it is vague.

        `17`, `17th`, `2017`, `twenty-two`, `a`; at most four figures are read.
        """
        words = self.words(group)
        if len(words) == 1 and words[0].isdigit():
            return int(words[0][:5])
        total: int | None = None
        for word in words:
            if word in {"a", "an"}:
                total = (total or 0) + 1
                continue
            value = self._lexicon.value("NUMBER", word)
            if isinstance(value, int):
                total = (total or 0) + value
                continue
            digits = word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} else word
            if digits.isdigit():
                total = (total or 0) + int(digits[:5])
            elif word != "-":
                return None
        return total

    def which(self, group: str = "which") -> str:
        """Return `last`, `this`, `next` or `that` for the word of a group, empty for none of them."""
        value = self.value(group, "LAST", "THIS", "NEXT", "THAT")
        return value if isinstance(value, str) else ""
