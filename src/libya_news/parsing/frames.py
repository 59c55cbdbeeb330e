"""Clause frames: which groups of persons suffer which harm, as rules over the tag string of groups."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.casualty_words import casualty_alphabet
from libya_news.parsing.frame_rule import FrameRule
from libya_news.parsing.frame_rules import ECHO_RULES, FRAME_RULES
from libya_news.parsing.pattern_pieces import PIECES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libya_news.parsing.groups import Groups


class Frame(NamedTuple):
    """A harm word and the span of groups that hold its victims.

    `victims` and `harm` are ranges of groups, half open; `rule` is the id of the rule.
    """

    rule: str
    victims: tuple[int, int]
    harm: tuple[int, int]


class Grammar:
    """Rules over the casualty alphabet, each with the code points one of which its sentence must hold.

    A rule is compiled when a sentence first holds one of them.
    """

    __slots__ = ("_compiled", "_patterns", "by_code", "ids", "needed", "stops")

    def __init__(self, rules: tuple[FrameRule, ...]) -> None:
        alphabet = casualty_alphabet()
        self.ids: list[str] = [rule.id for rule in rules]
        self.needed: list[frozenset[str]] = [alphabet.codes_of(rule.triggers) for rule in rules]
        self._patterns = [rule.pattern for rule in rules]
        self._compiled: list[re.Pattern[str] | None] = [None] * len(rules)
        by_code: dict[str, list[int]] = {}
        for number, needed in enumerate(self.needed):
            for code in needed:
                by_code.setdefault(code, []).append(number)
        self.by_code: dict[str, tuple[int, ...]] = {code: tuple(numbers) for code, numbers in by_code.items()}
        self.stops: re.Pattern[str] = alphabet.compile("[STOP|BREAK]+")

    @property
    def rules(self) -> list[tuple[str, re.Pattern[str], frozenset[str]]]:
        """Each rule's id, its compiled pattern, and the code points one of which must be present."""
        return [(name, self.pattern(number), self.needed[number]) for number, name in enumerate(self.ids)]

    def pattern(self, number: int) -> re.Pattern[str]:
        """Return the compiled pattern of a rule, by its place among the rules."""
        known = self._compiled[number]
        if known is None:
            pattern = PIECES.fill(self._patterns[number])
            known = self._compiled[number] = casualty_alphabet().compile(pattern)
        return known

    def matches(
        self, string: str, *, triggers: bool = True, near: Sequence[int] | None = None, also: str = ""
    ) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the matches of every rule, rule by rule, in text order within a rule.

        A rule is tried only in sentences that hold one of its trigger tags (or, without triggers, everywhere).

        Args:
            string: The tag string.
            triggers: Whether triggers decide where a rule is tried.
            near: Sorted places: only their sentences and the ones right behind them are looked at.
            also: A code point whose sentences are looked at all the same.
        """
        if not triggers:
            for number, name in enumerate(self.ids):
                for match in self.pattern(number).finditer(string):
                    yield name, match
            return
        wanted: dict[int, list[tuple[int, int]]] = {}
        by_code = self.by_code
        first = 0
        before = False
        for stop in [*self.stops.finditer(string), None]:
            # the mark that ends a sentence belongs to it: rules look at what closes a phrase
            last = len(string) if stop is None else stop.end()
            if near is not None:
                here = bisect_left(near, first) < bisect_left(near, last)
                looked, before = here or before, here
                if not looked and also not in string[first:last]:
                    first = last
                    continue
            numbers: set[int] = set()
            for code in set(string[first:last]):
                if code in by_code:
                    numbers.update(by_code[code])
            for number in numbers:
                wanted.setdefault(number, []).append((first, last))
            first = last
        for number in sorted(wanted):
            name, pattern = self.ids[number], self.pattern(number)
            for a, b in wanted[number]:
                for match in pattern.finditer(string, a, b):
                    yield name, match


@cache
def frame_grammar() -> Grammar:
    """Return the compiled frame rules."""
    return Grammar(FRAME_RULES)


@cache
def echo_grammar() -> Grammar:
    """Return the compiled rules of statements without a number."""
    return Grammar(ECHO_RULES)


def compiled_frames() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Return each frame rule's id, its compiled pattern, and the code points one of which must be present."""
    return (*frame_grammar().rules, *echo_grammar().rules)


def _harm_of(match: re.Match[str]) -> tuple[int, int]:
    """Return the span of the harm words: patterns with alternatives name it `h2`, `h3` in the later ones."""
    for name in ("h", "h2", "h3"):
        if name in match.re.groupindex and match.start(name) >= 0:
            return match.span(name)
    return match.span("v")


def find_frames(groups: Groups, *, triggers: bool = True) -> list[Frame]:
    """Return every frame of the article in the order of the rules, and of the text within a rule.

    Args:
        groups: The groups of the article.
        triggers: Try a rule only where one of its trigger tags occurs; off only to prove that it changes nothing.
    """
    return [
        Frame(name, match.span("v"), _harm_of(match))
        for name, match in frame_grammar().matches(groups.tags, triggers=triggers)
    ]
