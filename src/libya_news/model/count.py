"""How many: bounds as the text states them, never a guess.

A bound is never turned into a point, and unknown is never zero: "at least 20" is low 20 with no high, "no
toll was available" has neither, "nobody was hurt" is 0 and 0. Policies that need one number take one on
request.
"""

from __future__ import annotations

from typing import Literal, get_args

import attrs

from libya_news.errors import InputError

Qualifier = Literal[
    "exact", "at_least", "more_than", "about", "up_to", "fewer_than", "range", "vague", "none", "unknown"
]
Unit = Literal["persons", "families"]


@attrs.frozen(kw_only=True)
class Count:
    """A number of persons (or families) as the text bounds it.

    The parser builds counts directly; everybody else uses ``Count.exact(44)``, ``Count.at_least(20)`` and so
    on, which check what they are given.

    Attributes:
        low: Lower bound in units, inclusive; None where the text gives none.
        high: Upper bound in units, inclusive; None where the text gives none.
        qualifier: What kind of figure the words give.
        unit: ``persons``, or ``families`` (a family figure never enters a persons policy).
        stated: The words that state it.
    """

    low: int | None
    high: int | None
    qualifier: Qualifier
    unit: Unit = "persons"
    stated: str = ""

    @property
    def best(self) -> int | None:
        """The number the text itself names, if it names one; derived, never guessed."""
        match self.qualifier:
            case "exact" | "about" | "at_least" | "range" | "none":
                return self.low
            case "more_than":
                return None if self.low is None else self.low - 1
            case _:
                return None

    def problem(self) -> str | None:
        """What is wrong with this count, in words; None if nothing is.

        Use it at the edges: where counts come from files or callers rather than from the parser.
        """
        low, high, qualifier = self.low, self.high, self.qualifier
        if qualifier not in get_args(Qualifier):
            return f"qualifier {qualifier!r} is none of {', '.join(get_args(Qualifier))}"
        if self.unit not in get_args(Unit):
            return f"unit {self.unit!r} is none of {', '.join(get_args(Unit))}"
        for name, bound in (("low", low), ("high", high)):
            if bound is not None and (type(bound) is not int or bound < 0):
                return f"{name} is {bound!r}; a bound is a whole number from 0 or null"
        if low is not None and high is not None and low > high:
            return f"low {low} is above high {high}"
        needs_low, needs_high = _BOUNDS[qualifier]
        if (low is not None, high is not None) != (needs_low, needs_high):
            want = f"{'a' if needs_low else 'no'} low and {'a' if needs_high else 'no'} high"
            return f"a count that is {qualifier} has {want}"
        if qualifier in ("exact", "about") and low != high:
            return f"a count that is {qualifier} has low and high the same, not {low} and {high}"
        if qualifier == "none" and low != 0:
            return f"a count that is none is 0, not {low}"
        if qualifier == "more_than" and low == 0:
            return "a count that is more_than has a low of at least 1"
        return None

    @classmethod
    def exact(cls, n: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """Exactly this number: "44", "forty-four", "a soldier".

        >>> Count.exact(44).best
        44
        """
        return _checked(n, n, "exact", unit, stated)

    @classmethod
    def at_least(cls, n: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """This number or more: "at least 20", "20 or more"."""
        return _checked(n, None, "at_least", unit, stated)

    @classmethod
    def more_than(cls, n: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """Above this number: "more than 20" is low 21, and ``best`` the stated 20."""
        return _checked(n + 1, None, "more_than", unit, stated)

    @classmethod
    def about(cls, n: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """Near this number: "about 20", "nearly 20", "a couple"."""
        return _checked(n, n, "about", unit, stated)

    @classmethod
    def up_to(cls, n: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """This number or fewer: "up to 20", "as many as 20"."""
        return _checked(None, n, "up_to", unit, stated)

    @classmethod
    def fewer_than(cls, n: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """Below this number: "fewer than 20" is high 19."""
        return _checked(None, n - 1, "fewer_than", unit, stated)

    @classmethod
    def between(cls, low: int, high: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """From low to high, both included: "20 to 30"."""
        return _checked(low, high, "range", unit, stated)

    @classmethod
    def vague(cls, low: int, stated: str = "", *, unit: Unit = "persons") -> Count:
        """A number word without a number: "dozens" is low 24, "several" low 3."""
        return _checked(low, None, "vague", unit, stated)

    @classmethod
    def none(cls, stated: str = "", *, unit: Unit = "persons") -> Count:
        """Nobody, and the text says so: "no one was hurt"."""
        return _checked(0, 0, "none", unit, stated)

    @classmethod
    def unknown(cls, stated: str = "", *, unit: Unit = "persons") -> Count:
        """The text says that the figure is not known: "no toll was immediately available"."""
        return _checked(None, None, "unknown", unit, stated)


_BOUNDS: dict[str, tuple[bool, bool]] = {
    "exact": (True, True),
    "about": (True, True),
    "range": (True, True),
    "none": (True, True),
    "at_least": (True, False),
    "more_than": (True, False),
    "vague": (True, False),
    "up_to": (False, True),
    "fewer_than": (False, True),
    "unknown": (False, False),
}


def _checked(low: int | None, high: int | None, qualifier: Qualifier, unit: Unit, stated: str) -> Count:
    count = Count(low=low, high=high, qualifier=qualifier, unit=unit, stated=stated)
    problem = count.problem()
    if problem is not None:
        raise InputError(problem)
    return count
