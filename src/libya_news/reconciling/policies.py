"""Codebook policies: pure functions from a count, as a text bounds it, to the numbers of a dataset.

A record keeps what the words say. Datasets want single numbers, and each has its own rule for getting them;
the rules stand here by name, are applied on request and are never stored. A bound becomes a number only
where the named rule says so, an unknown count never becomes 0, and families are never turned into persons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

import attrs

from libya_news.errors import UnknownId
from libya_news.model.count import Count


@attrs.frozen
class Estimate:
    """Numbers of persons by a named policy; None where the policy gives none.

    Attributes:
        low: Lower number, inclusive.
        best: Best number.
        high: Upper number, inclusive.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None


NOTHING = Estimate()


def stated(count: Count) -> Estimate:
    """Take the words at their word: bounds stay bounds, and only a point is a best number.

    Use it where no codebook is asked for.

    >>> stated(Count.at_least(20))
    Estimate(low=20, best=None, high=None)

    Args:
        count: Any count; one of families gives nothing.

    Source: the record format of this library.
    """
    if count.unit != "persons":
        return NOTHING
    point = count.low if count.low is not None and count.low == count.high else None
    return Estimate(count.low, point, count.high)


def conservative(count: Count) -> Estimate:
    """Take the lowest number that the words allow as the best one.

    >>> conservative(Count.between(20, 30))
    Estimate(low=20, best=20, high=30)
    >>> conservative(Count.up_to(20))
    Estimate(low=None, best=None, high=20)

    Args:
        count: Any count; one of families gives nothing.

    Source: ACLED's rule of the most conservative report, without its figures for vague words.
    """
    if count.unit != "persons":
        return NOTHING
    return Estimate(count.low, count.low, count.high)


def acled(count: Count, *, unknown_as: Literal[3, 10] | None = None) -> int | None:
    """Return ACLED's `fatalities` for a count of dead.

    The most conservative figure that the words allow; "tens" is 10, "dozens" 12, "hundreds" 100. ACLED
    codes a number that is not known as 10 or as 3, by how heavy the fighting was; a text does not tell
    which, so the caller has to say it.

    >>> acled(Count.at_least(20)), acled(Count.vague(24, "Dozens of fighters"))
    (20, 12)
    >>> acled(Count.unknown()) is None
    True

    Args:
        count: A count of dead.
        unknown_as: What to give for a number that is not known: 10 in heavy fighting, 3 otherwise.

    Returns:
        Persons, or None where the rule gives no number (unknown counts without `unknown_as`, counts that have
        only an upper bound, counts of families).

    Source: ACLED Codebook (2023) and its FAQ on fatalities: the most conservative estimate; vague numbers.
    """
    if count.unit != "persons":
        return None
    if count.qualifier == "unknown":
        return unknown_as
    if count.qualifier == "vague":
        figure = _term(count).get("acled")
        return count.low if figure is None else int(figure)
    return count.low


def acled_bounds(count: Count) -> Estimate:
    """Return ACLED's figure as the best number, and the bounds as they are stated.

    Use it where figures of several sources meet: ACLED takes the lowest.

    >>> acled_bounds(Count.vague(24, "Dozens of fighters"))
    Estimate(low=24, best=12, high=None)

    Args:
        count: A count of dead; one of families gives nothing.

    Source: as for `acled`.
    """
    if count.unit != "persons":
        return NOTHING
    return Estimate(count.low, acled(count), count.high)


def ucdp(count: Count) -> Estimate:
    """Return UCDP's low, best and high for one statement.

    An exact or rounded number is all three; "at least 20" has 20 as low and best; a range has its lower end
    as best. No high is made up where no report gives an upper figure.

    >>> ucdp(Count.more_than(20))
    Estimate(low=21, best=21, high=None)

    Args:
        count: Any count; one of families gives nothing.

    Source: UCDP Georeferenced Event Dataset Codebook, version 23.1 (Hogbladh 2023), `best`, `low`, `high`;
    the lower end is taken as best because UCDP's figures are meant to be conservative.
    """
    return conservative(count)


def ibc(count: Count) -> tuple[int | None, int | None]:
    """Return Iraq Body Count's minimum and maximum for one statement.

    >>> ibc(Count.between(20, 30))
    (20, 30)
    >>> ibc(Count.at_least(20))
    (20, None)

    Args:
        count: Any count; one of families gives nothing.

    Returns:
        Minimum and maximum of persons; None where the words give none.

    Source: Iraq Body Count, Methods: minimum and maximum where reports differ or are not exact.
    """
    return (count.low, count.high) if count.unit == "persons" else (None, None)


def airwars(count: Count) -> tuple[int | None, int | None]:
    """Return Airwars' minimum and maximum for one statement.

    Vague words are the range of `vague_range`; other open bounds stay open.

    >>> airwars(Count.vague(3, "several"))
    (3, 9)

    Args:
        count: Any count; one of families gives nothing.

    Returns:
        Minimum and maximum of persons; None where the words give none.

    Source: Airwars, Methodology: `civilians_killed_min`, `civilians_killed_max`; ranges for vague words are
    this library's (`vague_range`).
    """
    if count.unit != "persons":
        return None, None
    if count.qualifier == "vague":
        return vague_range(count) or (count.low, None)
    return count.low, count.high


def vague_range(count: Count) -> tuple[int, int] | None:
    """Return the range that a vague word stands for, by one convention for all words.

    A plural unit is two to nine of it ("dozens": 24 to 108); "several" and "a few" are three to nine.

    >>> vague_range(Count.vague(24, "dozens"))
    (24, 108)

    Args:
        count: A count; only vague ones have a range.

    Returns:
        Lower and upper number of persons, or None where the words are not vague or not in the table.

    Source: the table `vague.toml` of this library, a stated convention.
    """
    if count.unit != "persons" or count.qualifier != "vague":
        return None
    term = _term(count)
    if term:
        return int(term["low"]), int(term["high"])
    for entry in _terms().values():  # a word of another list: the unit tells by its lower bound
        if entry["low"] == count.low:
            return int(entry["low"]), int(entry["high"])
    return None


def ranged(count: Count) -> Estimate:
    """Take vague words as the range of `vague_range`, and every other count as it is stated.

    >>> ranged(Count.vague(40, "scores"))
    Estimate(low=40, best=None, high=180)

    Args:
        count: Any count; one of families gives nothing.

    Source: the table `vague.toml` of this library.
    """
    found = vague_range(count)
    return stated(count) if found is None else Estimate(found[0], None, found[1])


def _acled(count: Count) -> Estimate:
    figure = acled(count)
    return NOTHING if figure is None else Estimate(figure, figure, figure)


def _ibc(count: Count) -> Estimate:
    low, high = ibc(count)
    return Estimate(low, None, high)


def _airwars(count: Count) -> Estimate:
    low, high = airwars(count)
    return Estimate(low, None, high)


#: The policies for one statement by name.
COUNT_POLICIES: Mapping[str, Callable[[Count], Estimate]] = {
    "stated": stated,
    "conservative": conservative,
    "acled": _acled,
    "ucdp": ucdp,
    "ibc": _ibc,
    "airwars": _airwars,
    "ranges": ranged,
}


def estimate(count: Count, policy: str) -> Estimate:
    """Return the numbers of a policy that is given by its name.

    >>> estimate(Count.exact(4), "ibc")
    Estimate(low=4, best=None, high=4)

    Args:
        count: Any count.
        policy: A key of `COUNT_POLICIES`.

    Raises:
        UnknownId: There is no such policy; names the nearest.
    """
    found = COUNT_POLICIES.get(policy)
    if found is None:
        raise UnknownId("policy", policy, COUNT_POLICIES)
    return found(count)


@cache
def _terms() -> dict[str, dict[str, int]]:
    import tomllib
    from importlib.resources import files

    text = files("libya_news.reconciling").joinpath("vague.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, int]] = {}
    for entry in tomllib.loads(text).values():
        for word in entry["words"]:
            found[word] = {k: entry[k] for k in ("low", "high", "acled") if k in entry}
    return found


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_terms(), key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def _term(count: Count) -> dict[str, int]:
    found = _pattern().search(count.stated.lower())
    if found is None:
        return {}
    term = _terms()[found[0]]
    # "several dozen" and the like mean more than the word found: then the word is not the whole figure.
    return term if count.low is None or term["low"] == count.low else {}
