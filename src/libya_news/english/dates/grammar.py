"""All rules of dates as one pattern over the tag string of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from libya_news.english.dates import calendar_rules, deictic_rules, month_rules, part_rules, span_rules
from libya_news.english.dates.lexicon import Lexicon, lexicon
from libya_news.english.dates.openings import ANY, openings
from libya_news.english.dates.phrases import Found, Phrase
from libya_news.rules.rule import Rule

_FIRST = {
    "en.dates.new_year",
    "en.dates.nth_of_feast",
    "en.dates.first_units",
    "en.dates.week_of",
    "en.dates.ending",
}
_LAST = {"en.dates.month", "en.dates.year"}

# The first rule that fits at a token wins, so the longer wordings stand before the shorter ones.
RULES: tuple[Rule, ...] = (
    *calendar_rules.RULES,
    *(rule for rule in month_rules.RULES if rule.id not in _LAST),
    *(rule for rule in part_rules.RULES if rule.id in _FIRST),
    *span_rules.RULES[:-1],
    *deictic_rules.RULES,
    *(rule for rule in part_rules.RULES if rule.id not in _FIRST),
    *span_rules.RULES[-1:],
    *(rule for rule in month_rules.RULES if rule.id in _LAST),
)

# Without one of these tags no rule fits (a test compares runs with and without this trigger).
TRIGGERS = (
    "WEEKDAY|WDSHORT|MONTH|YEAR|DOTDATE|DECADE|UNIT|UNITS|TODAY|OVERNIGHT|SEASON|POINT|PART|CLOCK|DOTCLOCK|AMPM"
    "|WEEKEND|WEEKDAYS|ORDDAY|SLASH|FALL|FEAST|EID|EVE|REVOLT|EARLY|LATE|MID|START|END|HALF|THEN"
)
_REACH = 9  # tokens that a rule may begin before its trigger
_KEPT = 4096  # phrases kept, for papers use the same few over and over
_NAMES = re.compile(r"\(\?P<(\w+)>")
_TAGS = re.compile(r"[A-Z]{2,}|\bA\b")


class Match(NamedTuple):
    """A phrase found: its tokens, its rule and what it says."""

    first: int
    last: int
    rule: str
    phrase: Phrase


class Grammar:
    """A set of rules; at each word only those that can begin there are tried, as one pattern."""

    __slots__ = ("_at", "_lexicon", "_openings", "_phrases", "_rules", "_runs", "rules")

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon) -> None:
        self.rules: tuple[Rule, ...] = tuple(rules)
        self._lexicon = lexicon
        self._rules = {f"rule{number}": (rule, f"_{number}") for number, rule in enumerate(self.rules)}
        self._openings = {name: openings(rule.pattern) for name, (rule, _) in self._rules.items()}
        self._at: dict[str, re.Pattern[str] | None] = {}
        self._phrases: dict[tuple[str | None, ...], tuple[str, Phrase | None]] = {}
        words = {tag for rule in self.rules for tag in _TAGS.findall(_NAMES.sub("(", rule.pattern))}
        vocabulary = "|".join(sorted(words - {"STOP", "BREAK"}))
        self._runs = lexicon.alphabet.compile(f"[{vocabulary}]{{0,{_REACH}}}?[{TRIGGERS}][{vocabulary}]*+")

    def find(self, code: str, low: list[str], *, triggered: bool = True) -> list[Match]:
        """Return the phrases of an article in order, none overlapping another.

        Args:
            code: The tag string of the article.
            low: Its words in lower case, one for each code point of `code`.
            triggered: Whether to look only around words that rules need; False is slower and finds the same.
        """
        out: list[Match] = []
        at, phrases, done = self._at, self._phrases, 0
        runs = [run.span() for run in self._runs.finditer(code)] if triggered else [(0, len(code))]
        for first, last in runs:
            place = max(first, done)
            while place < last:
                letter = code[place]
                pattern = at[letter] if letter in at else self._opened_by(letter)
                if pattern is not None:
                    match = pattern.match(code, place)
                    if match is not None:
                        last_place = match.end()
                        key = (match.lastgroup, *low[place:last_place])
                        known = phrases.get(key)
                        if known is None:
                            known = self._read(match, low)
                            if len(phrases) >= _KEPT:
                                phrases.clear()
                            phrases[key] = known
                        rule_id, phrase = known
                        if phrase is not None:
                            out.append(Match(place, last_place, rule_id, phrase))
                            place = done = last_place
                            continue
                place += 1
        return out

    def _read(self, match: re.Match[str], low: list[str]) -> tuple[str, Phrase | None]:
        """Return the rule of a match and what its words say (always the same for the same words)."""
        rule, suffix = self._rules[str(match.lastgroup)]
        return rule.id, rule.produce(Found(match, suffix, low, self._lexicon))

    def patterns(self) -> list[re.Pattern[str]]:
        """Return every pattern that can be tried, all compiled; `find` makes each one where a word asks for it."""
        return [made for letter in self._lexicon.alphabet.letters() if (made := self._opened_by(letter))]

    def _opened_by(self, letter: str) -> re.Pattern[str] | None:
        """Return the rules that can begin with such a token, as one pattern; None if there are none."""
        alphabet = self._lexicon.alphabet
        tags = alphabet.tags(letter) | {ANY}
        parts = []
        for name, (rule, suffix) in self._rules.items():
            if not tags.isdisjoint(self._openings[name]):
                own = _NAMES.sub(rf"(?P<\1{suffix}>", rule.pattern)
                parts.append(f"(?P<{name}>{own})")
        pattern = self._at[letter] = alphabet.compile("|".join(parts)) if parts else None
        return pattern


@cache
def grammar() -> Grammar:
    """Return the grammar of dates, compiled once."""
    return Grammar(RULES, lexicon())
