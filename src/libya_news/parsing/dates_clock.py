"""Arithmetic on days: months, weeks and seasons as intervals, and the words that narrow them."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from libya_news.model.interval import DateBasis, Precision

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)


NO_PUBLICATION = "no-publication-date"
NO_ANCHOR = "no-earlier-date"
VAGUE = "no-number"
IMPOSSIBLE = "no-such-day"
OPEN = "open-ended"
BACKWARDS = "ends-before-it-begins"


class Stretch(NamedTuple):
    """First and last day, both included, with how fine the words were."""

    start: dt.date
    end: dt.date
    precision: Precision


class Value(NamedTuple):
    """What the words of a date mean."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision | None = None
    basis: DateBasis | None = None
    alternatives: tuple[tuple[dt.date, dt.date], ...] = ()
    reason: str | None = None


def unknown(reason: str) -> Value:
    """Return a value without days, with the reason why."""
    return Value(reason=reason)


def known(
    stretch: Stretch, basis: DateBasis, alternatives: tuple[tuple[dt.date, dt.date], ...] = ()
) -> Value:
    """Return the value of a stretch."""
    return Value(stretch.start, stretch.end, stretch.precision, basis, alternatives)


def one_day(day: dt.date, *, part: bool = False) -> Stretch:
    """Return a day as a stretch, a part of it where the words name one."""
    return Stretch(day, day, "part_of_day" if part else "day")


def month_of(year: int, month: int) -> Stretch:
    """Return a month."""
    return Stretch(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]), "month")


def year_of(year: int) -> Stretch:
    """Return a year."""
    return Stretch(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def week_of(day: dt.date) -> Stretch:
    """Return the week of a day, Monday to Sunday."""
    first = day - DAY * day.weekday()
    return Stretch(first, first + DAY * 6, "week")


def season_of(year: int, month: int) -> Stretch:
    """Return the three months of a season that begins in `month` of `year`."""
    first = dt.date(year, month, 1)
    return Stretch(first, first + relativedelta(months=3, days=-1), "season")


def unit_of(day: dt.date, unit: str) -> Stretch:
    """Return the week, month, year or decade that holds `day`; for any other unit the day itself."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        first = day.year // 10 * 10
        return Stretch(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "years")
    if unit == "weekend":
        saturday = day - DAY * ((day.weekday() - 5) % 7)
        return Stretch(saturday, saturday + DAY, "days")
    return one_day(day)


def shifted(day: dt.date, n: int, unit: str) -> dt.date:
    """Return the day `n` units after `day` (before it if negative); hours count as the days they fill.

    Raises:
        OverflowError: The day is outside the calendar.
    """
    if unit == "hour":
        days = -(-abs(n) // 24)
        return day + DAY * (days if n > 0 else -days)
    if unit in {"week", "weekend", "fortnight"}:
        return day + WEEK * (2 * n if unit == "fortnight" else n)
    try:
        if unit == "month":
            return day + relativedelta(months=n)
        if unit in {"year", "decade"}:
            return day + relativedelta(years=n * (10 if unit == "decade" else 1))
    except ValueError as error:  # relativedelta's word for a year outside the calendar
        raise OverflowError(str(error)) from error
    return day + DAY * n


def narrowed(stretch: Stretch, mod: str) -> Stretch:
    """Return the part of a stretch that a word such as early, mid- or late picks.

    Months go by tens of days, years by quarters, seasons by months, weeks by their first and last days; a day
    stays itself, as a part of the day.

    Source: the gold corpus's guide for months; the modifiers BEGINNING, MIDDLE, END of TimeML for the rest.
    """
    start, end = stretch.start, stretch.end
    if ":" in mod:
        return _counted(stretch, *mod.split(":"))
    if mod == "week":
        return week_of(start)
    if stretch.precision == "month":
        if mod in {"early", "start"}:
            return Stretch(start, start.replace(day=10), "days")
        if mod == "mid":
            return Stretch(start.replace(day=11), start.replace(day=20), "days")
        if mod == "half1":
            return Stretch(start, start.replace(day=15), "days")
        if mod == "half2":
            return Stretch(start.replace(day=16), end, "days")
        return Stretch(start.replace(day=21), end, "days")
    if stretch.precision == "year":
        months = _MONTHS_OF_YEAR.get(mod)
        if months:
            first, last = months
            return Stretch(start.replace(month=first), month_of(start.year, last).end, "month")
    if stretch.precision == "season":
        nth = {"early": 0, "start": 0, "mid": 1, "half1": 0}.get(mod, 2)
        return Stretch(*month_of(*_add_months(start, nth))[:2], "month")
    if stretch.precision == "week":
        first, last = {"early": (0, 2), "start": (0, 1), "mid": (1, 3), "half1": (0, 3)}.get(mod, (3, 6))
        return Stretch(start + DAY * first, min(start + DAY * last, end), "days")
    if stretch.precision == "day":
        return Stretch(start, end, "part_of_day")
    if stretch.precision == "years" and start.month == start.day == 1 and mod in _YEARS_OF_DECADE:
        first, last = _YEARS_OF_DECADE[mod]
        if end.year - start.year == 9:
            return Stretch(
                start.replace(year=start.year + first), end.replace(year=start.year + last), "years"
            )
    if stretch.precision in {"days", "years"} and mod in {"start", "end", "early", "late"} and start < end:
        span = max((end - start).days // 3, 0)
        if mod in {"start", "early"}:
            return Stretch(start, start + DAY * span, stretch.precision)
        return Stretch(end - DAY * span, end, stretch.precision)
    if stretch.precision == "days" and mod == "mid" and start < end:
        span = (end - start).days // 3
        return Stretch(start + DAY * span, end - DAY * span, stretch.precision)
    return stretch


def _counted(stretch: Stretch, place: str, count: str, unit: str) -> Stretch:
    """Return the first, last or nth so many units of a stretch."""
    n, start, end = int(count), stretch.start, stretch.end
    if place == "ending":
        exact = n == 1 and unit in {"week", "month", "year"}
        return Stretch(shifted(end + DAY, -n, unit), end, unit if exact else "days")  # type: ignore[arg-type]
    precision: Precision = "month" if unit == "month" else "days"
    if place == "last":
        first = shifted(end + DAY, -n, unit)
        return Stretch(max(first, start), end, precision)
    first = shifted(start, n * (int(place) - 1), unit)
    if first > end:
        return stretch
    last = min(shifted(first, n, unit) - DAY, end)
    return Stretch(first, last, "day" if unit == "day" and first == last else precision)


_MONTHS_OF_YEAR = {
    "early": (1, 3),
    "start": (1, 1),
    "mid": (6, 7),
    "late": (10, 12),
    "end": (12, 12),
    "half1": (1, 6),
    "half2": (7, 12),
}


# "The late 1990s" are 1997 to 1999.
_YEARS_OF_DECADE = {"early": (0, 3), "start": (0, 2), "mid": (4, 6), "late": (7, 9), "end": (7, 9)}


def _add_months(day: dt.date, n: int) -> tuple[int, int]:
    later = day + relativedelta(months=n)
    return later.year, later.month


def nearest_weekday(published: dt.date, weekday: int, *, future: bool) -> dt.date:
    """Return the publication day or the last such weekday in the six days before it (after it, if `future`).

    >>> nearest_weekday(dt.date(2017, 7, 8), 5, future=False)
    datetime.date(2017, 7, 8)
    """
    if future:
        return published + DAY * ((weekday - published.weekday()) % 7)
    return published - DAY * ((published.weekday() - weekday) % 7)


class Clock:
    """What a story has told of time so far.

    Attributes:
        published: The publication day, or None.
        anchor: The day last named as the day of something (not as background, "since the truce of 4 May").
        previous: The stretch last named, of any length.
        since: The same, where "since 15 October" names one too: what "since then" takes up.
        year: The year last stated in the words.
        paragraph_year: The year last stated in the same paragraph.
        sentence_year: The year stated earlier in the same sentence.
        sentence_anchor: The anchor, where it stands in the same sentence.
        ahead: Days after publication that the words have stated in full or by month.
        told: The day of a statement that was told behind the day of its event.
    """

    __slots__ = (
        "ahead", "anchor", "paragraph_year", "previous", "published", "sentence_anchor", "sentence_year", "since",
        "told", "year",
    )  # fmt: skip

    def __init__(self, published: dt.date | None) -> None:
        self.published: dt.date | None = published
        self.anchor: dt.date | None = None
        self.previous: Stretch | None = None
        self.since: Stretch | None = None
        self.year: int | None = None
        self.paragraph_year: int | None = None
        self.sentence_year: int | None = None
        self.sentence_anchor: dt.date | None = None
        self.ahead: set[dt.date] = set()
        self.told: dt.date | None = None
