"""Weekdays: bare ones, those of a told week, and "last" and "next" ones with their two readings."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

from libya_news.english.dates.phrases import Phrase
from libya_news.errors import UnknownId
from libya_news.parsing.dates_clock import (
    DAY,
    NO_PUBLICATION,
    VAGUE,
    WEEK,
    Clock,
    Value,
    known,
    nearest_weekday,
    one_day,
    unknown,
    week_of,
)

#: Which reading of "last Thursday" and "next Thursday" counts: `newspaper` takes the last one before publication and
#: the one of the next week, `nearest` the one nearest to publication either way, `week` the one of last or next week.
WeekdayPolicy = Literal["newspaper", "nearest", "week"]
STEPS = {"before": -2, "last": -1, "this": 0, "next": 1}


def as_weekday_policy(name: str) -> WeekdayPolicy:
    """Return the policy of a name.

    Raises:
        UnknownId: There is none; names the nearest.
    """
    policies: tuple[WeekdayPolicy, ...] = get_args(WeekdayPolicy)
    for policy in policies:
        if policy == name:
            return policy
    raise UnknownId("weekday policy", name, policies)


def chosen(phrase: Phrase, value: Value, published: dt.date | None, policy: WeekdayPolicy) -> Value:
    """Return the value of "last", "this" or "next" weekday with the reading first that a policy wants."""
    if policy == "newspaper" or published is None or len(value.alternatives) != 1:
        return value
    if phrase.kind != "weekday" or phrase.which not in STEPS or value.start is None or value.end is None:
        return value
    readings = [(value.start, value.end), value.alternatives[0]]
    if policy == "nearest":
        first, other = sorted(readings, key=lambda days: abs((days[0] - published).days))
    else:
        monday = week_of(published).start + WEEK * STEPS[phrase.which]
        first, other = sorted(readings, key=lambda days: not monday <= days[0] < monday + WEEK)
    return value._replace(start=first[0], end=first[1], alternatives=(other,))


def weekday(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "on Thursday", "last Thursday", "next Thursday"; the last two with their other reading."""
    published, wanted = clock.published, phrase.weekday or 0
    if published is None:
        return unknown(NO_PUBLICATION)
    recent = nearest_weekday(published, wanted, future=False)
    coming = nearest_weekday(published, wanted, future=True)
    monday = week_of(published).start
    other: dt.date | None = None
    if phrase.which in {"last", "past"}:
        day = recent if recent < published else recent - WEEK
        other = day - WEEK if day >= monday and phrase.which == "last" else None
    elif phrase.which == "next":
        day = monday + WEEK + DAY * wanted
        other = coming if published < coming != day else None
    elif phrase.which == "coming":
        day = coming if coming > published else coming + WEEK
    elif phrase.which == "this":
        day = coming if side == "future" or (not side and monday + DAY * wanted > published) else recent
        other = recent if day == coming else coming
        other = other if other != day else None
    elif side == "future":
        day = coming
        other = coming + WEEK if coming == published else None
    else:
        day = recent
    alternatives = ((other, other),) if other else ()
    return known(one_day(day, part=phrase.part), "inferred", alternatives)


def weekday_week(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "on Tuesday last week"."""
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    weeks = STEPS.get(phrase.which, 1)
    day = week_of(clock.published).start + WEEK * weeks + DAY * (phrase.weekday or 0)
    return known(one_day(day, part=phrase.part), "inferred")


def weekday_ago(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "two Fridays ago"."""
    if phrase.n is None or phrase.n < 1:
        return unknown(VAGUE)
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    last = nearest_weekday(clock.published - DAY, phrase.weekday or 0, future=False)
    return known(one_day(last - WEEK * (phrase.n - 1)), "inferred")
