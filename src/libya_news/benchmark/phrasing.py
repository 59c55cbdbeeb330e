"""Phrases run backwards: counts, victims, places and days, each in the words that newspapers have for it."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache
from typing import Any

import attrs

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.count import Count
from libya_news.model.interval import Interval

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
_ONES += ["fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@cache
def inventory() -> dict[str, Any]:
    """Return the tables of `inventory.toml`."""
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files("libya_news.benchmark").joinpath("inventory.toml").read_text(encoding="utf-8"))


@attrs.frozen(kw_only=True)
class Group:
    """Victims as a story words them.

    Attributes:
        words: Count and noun: "at least 14 soldiers".
        of: Whose they are, with a blank in front (" of the Libyan National Army"), or empty.
        count: How many.
        class_: Their class.
        side: Id of their side, or None.
        singular: Whether the verb is singular.
    """

    words: str
    of: str = ""
    count: Count
    class_: str
    side: str | None = None
    singular: bool = False


def number_words(n: int) -> str:
    """Return a number below 100 in words.

    >>> number_words(44)
    'forty-four'
    """
    if n < len(_ONES):
        return _ONES[n]
    tens, ones = divmod(n, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


@attrs.frozen
class Style:
    """The habits of a newspaper.

    Attributes:
        spelled_below: Numbers below this one are spelled out.
        month_first: Whether it writes "July 4" and not "4 July".
    """

    spelled_below: int
    month_first: bool

    @classmethod
    def drawn(cls, rng: random.Random) -> Style:
        """Return some newspaper's habits."""
        return cls(rng.choice((0, 10, 10, 10, 11, 13, 100)), rng.random() < 0.4)

    def figure(self, n: int) -> str:
        """Return a number in digits or in words."""
        return number_words(n) if n < self.spelled_below else f"{n:,}"


def counted(rng: random.Random, style: Style, n: int, one: str, many: str) -> tuple[str, Count]:
    """Return a count in some wording, with its noun, and its bounds.

    Args:
        rng: Chooses the wording.
        style: The newspaper's habits.
        n: The number that is worded.
        one: The noun for one.
        many: The noun for more.
    """
    if n == 1:
        article = "an" if one[0] in "aeiou" else "a"
        words = rng.choice((f"{article} {one}", f"one {one}"))
        return words, Count.exact(1, words)
    said = style.figure(n)
    roll = rng.random()
    if roll < 0.55:
        words = f"{said} {many}"
        return words, Count.exact(n, words)
    if roll < 0.68:
        words = f"{rng.choice(('at least', 'no fewer than'))} {said} {many}"
        return words, Count.at_least(n, words)
    if roll < 0.76:
        words = f"{rng.choice(('more than', 'over'))} {said} {many}"
        return words, Count.more_than(n, words)
    if roll < 0.83:
        words = f"{rng.choice(('about', 'around', 'some'))} {said} {many}"
        return words, Count.about(n, words)
    if roll < 0.88:
        words = f"{rng.choice(('up to', 'as many as'))} {said} {many}"
        return words, Count.up_to(n, words)
    if roll < 0.93:
        high = n + rng.randint(1, 5)
        top = style.figure(high)
        words = rng.choice((f"between {said} and {top} {many}", f"{said} to {top} {many}"))
        return words, Count.between(n, high, words)
    if n >= 24 and roll < 0.97:
        words = f"dozens of {many}"
        return words, Count.vague(24, words)
    words = f"several {many}"
    return words, Count.vague(3, words)


def group(rng: random.Random, style: Style, n: int, noun: dict[str, Any], side: str | None) -> Group:
    """Return victims in some wording.

    Args:
        rng: Chooses the wording.
        style: The newspaper's habits.
        n: How many.
        noun: An entry of `victims` or `parts` of the inventory.
        side: Id of their side, or None.
    """
    one, many, of = noun["one"], noun["many"], ""
    if side is not None:
        name = rng.choice(inventory()["sides"][side]["names"])
        if rng.random() < 0.4:
            one, many = f"{name} {one}", f"{name} {many}"
        else:
            of = f" {rng.choice(('of', 'from'))} the {name}"
    words, count = counted(rng, style, n, one, many)
    return Group(words=words, of=of, count=count, class_=noun["class"], side=side, singular=n == 1)


def place_words(rng: random.Random, place: str) -> tuple[str, str]:
    """Return the preposition with a blank, and the words for a place."""
    known = Knowledge.default()
    own = known.place(place).name
    if known.place(place).kind != "neighbourhood":
        return "in ", own
    town = known.place(known.within(place)[0]).name
    kind = rng.choice(("district", "neighbourhood", "area"))
    return "in ", rng.choice((f"the {own} {kind} of {town}", f"{town}'s {own} {kind}"))


def day_words(rng: random.Random, style: Style, day: dt.date) -> tuple[str, str, Interval]:
    """Return the preposition with blank, the words for a day, and the interval that they mean.

    Args:
        rng: Chooses the wording.
        style: The newspaper's habits.
        day: The day, at most six days before publication.
    """
    weekday, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    roll = rng.random()
    if roll < 0.6:
        return "on ", weekday, Interval(day, day, "day", "inferred")
    plain = f"{month} {day.day}" if style.month_first else f"{day.day} {month}"
    if roll < 0.85:
        return "on ", plain, Interval(day, day, "day", "inferred")
    return "on ", f"{weekday} {plain}", Interval(day, day, "day", "inferred")
