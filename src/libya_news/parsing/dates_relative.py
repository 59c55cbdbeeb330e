"""Stretches up to publication, days told from other days, seasons and feasts: what their phrases mean."""

from __future__ import annotations

import datetime as dt

from libya_news.english.dates.phrases import Phrase
from libya_news.knowledge.periods import find_period
from libya_news.model.interval import DateBasis
from libya_news.parsing.dates_clock import (
    DAY,
    NO_ANCHOR,
    NO_PUBLICATION,
    VAGUE,
    Clock,
    Stretch,
    Value,
    known,
    nearest_weekday,
    one_day,
    season_of,
    shifted,
    unit_of,
    unknown,
    year_of,
)

_YEARS = {"last": -1, "this": 0, "next": 1, "coming": 1}
_SHORT_HOURS = 12  # "in two hours" dates nothing: the clock started at an unknown time
_LONG_PAST = 60  # days
_LONG = {"week", "month", "season", "year", "days"}


def span(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "in two days", "over the past week", "for four years"."""
    published, n, unit = clock.published, phrase.n, phrase.unit
    if n is None:
        return unknown(VAGUE)
    if unit == "hour" and n < _SHORT_HOURS:
        return unknown("shorter-than-a-day")
    if phrase.which == "for" and side != "lasting":
        return unknown(NO_ANCHOR)
    if published is None:
        return unknown(NO_PUBLICATION)
    if side == "future":
        return known(one_day(shifted(published, n, unit)), "inferred")
    if phrase.which == "in" and clock.anchor is not None and (published - clock.anchor).days > _LONG_PAST:
        return unknown(NO_ANCHOR)  # "in three days" of a story that lies far back
    start = shifted(published, -n, unit)
    precision = {"week": "week", "month": "month", "year": "years", "decade": "years"}.get(unit, "days")
    return known(Stretch(start, published, precision), "inferred")  # type: ignore[arg-type]


def shift(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "a day later", "two days before the attack"."""
    if phrase.n is None:
        return unknown(VAGUE)
    coarse = phrase.unit in {"week", "month", "year", "decade"}
    base = clock.anchor
    if phrase.which == "nth" or (phrase.unit == "hour" and abs(phrase.n) < 24):
        base = clock.sentence_anchor
    elif phrase.which == "event" and phrase.unit == "hour":
        base = None
    if coarse and clock.previous is not None and clock.previous.precision not in {"day", "part_of_day"}:
        base = clock.previous.end if phrase.which == "whole" and phrase.n > 0 else clock.previous.start
    if base is None:
        return unknown(NO_ANCHOR)
    return shift_from(phrase, base)


def shift_from(phrase: Phrase, base: dt.date) -> Value:
    """Return what a phrase told from another day ("a day later") means beside the day `base`."""
    n, unit = phrase.n or 0, phrase.unit
    if phrase.kind == "same":
        if unit in {"week", "month", "year", "decade"}:
            return known(unit_of(base, unit), "carried")
        return known(one_day(base, part=phrase.part), "carried")
    if unit == "weekday":
        weekday = phrase.weekday or 0
        day = nearest_weekday(base + DAY * n, weekday, future=n > 0)
        return known(one_day(day), "carried")
    if unit == "hour" and abs(n) < 24:
        day = shifted(base, n, "hour")
        return known(one_day(base), "carried", ((day, day),))
    day = shifted(base, n, "day" if unit == "part" else unit)
    coarse = unit in {"month", "year", "decade"} or phrase.which == "whole"
    return known(unit_of(day, unit if coarse else "day"), "carried")


def since_then(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "since then": from the days last named on."""
    last, published = clock.since, clock.published
    if last is None or published is None or last.start > published:
        return unknown(NO_ANCHOR)
    return known(Stretch(last.start, published, "days"), "carried")


def same(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "the same day", "that year"."""
    coarse = phrase.unit in {"week", "month", "year", "decade"}
    base = clock.anchor
    if coarse and clock.previous is not None and (base is None or clock.previous.precision in _LONG):
        base = clock.previous.start
    if base is None:
        return unknown(NO_ANCHOR)
    return shift_from(phrase, base)


def period_of(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "the same period of 2016"."""
    year = phrase.year
    base = clock.previous
    if base is None or base.precision not in {"year", "month", "days"}:
        if clock.published is None:
            return unknown(NO_PUBLICATION)
        base = Stretch(clock.published.replace(month=1, day=1), clock.published, "year")
    if year is None:
        year = base.start.year - 1
    years = base.start.year - year
    return known(
        Stretch(shifted(base.start, -years, "year"), shifted(base.end, -years, "year"), "days"), "stated"
    )


def season(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "last summer", "in the spring of 2014"."""
    month = phrase.month or 3
    if phrase.year is not None:
        return known(season_of(phrase.year, month), "stated")
    published = clock.published
    if phrase.unit == "that":
        if clock.previous is None:
            return unknown(NO_ANCHOR)
        return known(season_of(clock.previous.start.year, month), "carried")
    if published is None:
        return unknown(NO_PUBLICATION)
    if phrase.unit:
        return known(season_of(published.year + _YEARS[phrase.unit], month), "inferred")
    seasons = [season_of(published.year + shift, month) for shift in (-2, -1, 0, 1, 2)]
    begun = [one for one in seasons if one.start <= published]
    over = [one for one in seasons if one.end < published]
    ahead = [one for one in seasons if one.start > published]
    if phrase.which == "last":
        return known(over[-1], "inferred")
    if phrase.which == "next" or side == "future":
        return known(ahead[0], "inferred")
    if phrase.which == "this" and begun[-1].end < published and begun[-1].start.year < published.year:
        return known(ahead[0], "inferred")
    return known(begun[-1], "inferred")


def decade(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "in the 1990s"."""
    return known(unit_of(dt.date(phrase.year or 1, 1, 1), "decade"), "stated")


def years(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "2014-15"."""
    first, last = year_of(phrase.year or 1), year_of(phrase.n or 1)
    return known(Stretch(first.start, last.end, "years"), "stated")


def feast(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "during Ramadan", "on Christmas Day 2016"."""
    year = phrase.year
    if phrase.unit and clock.published is not None:  # "Ramadan last year"
        year = clock.published.year + {"last": -1, "next": 1}.get(phrase.unit, 0)
    elif phrase.unit:
        return unknown(NO_PUBLICATION)
    period = find_period(phrase.which, clock.published, year=year, future=side == "future")
    if period is None:
        return unknown(NO_PUBLICATION if clock.published is None else "not-in-the-table")
    if phrase.n is not None:
        return known(one_day(period.start + DAY * phrase.n), "inferred")
    lunar = phrase.which.startswith(("eid", "ramadan"))
    around = ((period.start - DAY, period.end - DAY), (period.start + DAY, period.end + DAY)) if lunar else ()
    precision = "day" if period.start == period.end else "days"
    basis: DateBasis = "stated" if phrase.year or phrase.which == "revolution-2011" else "inferred"
    return known(Stretch(period.start, period.end, precision), basis, around)  # type: ignore[arg-type]


def time_of_day(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "at dawn" where no day stands near."""
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    return known(one_day(clock.published, part=True), "inferred")
