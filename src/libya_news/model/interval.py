"""Days and stretches of days, each with how precisely and on what basis it is known.

Three clocks run in a story: when it happened, when it was said, when it was published. None is ever copied
into another silently; ``basis`` says where a date comes from. Days are days in Africa/Tripoli unless the text
says more; nothing here reads the machine's clock or zone.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import attrs

from libya_news.errors import InputError
from libya_news.model.span import Mention

Precision = Literal["minute", "part_of_day", "day", "days", "week", "month", "season", "year", "years"]
DateBasis = Literal["stated", "inferred", "carried", "publication"]


@attrs.frozen
class Days:
    """A stretch of days, both ends included; an end that nothing tells is None.

    Attributes:
        start: First day, or None.
        end: Last day (included), or None.
    """

    start: dt.date | None
    end: dt.date | None


@attrs.frozen
class Interval:
    """When harm happened.

    Attributes:
        start: First possible day, or None where nothing tells it.
        end: Last possible day (included), or None where nothing tells it.
        precision: How fine the text's words are ("in June": ``month``).
        basis: Where the days come from: ``stated`` in the words, ``inferred`` from the publication day,
            ``carried`` from another sentence, ``publication`` itself.
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision | None = None
    basis: DateBasis | None = None

    @property
    def days(self) -> Days:
        """The bare days."""
        return Days(self.start, self.end)


@attrs.frozen
class DateMention:
    """A date as the text words it, and the days it means.

    Attributes:
        start: First day, or None where it cannot be resolved.
        end: Last day (included), or None.
        precision: How fine the words are.
        basis: ``stated``, ``inferred`` from the publication day, ``carried`` from another sentence.
        mention: The words.
        alternatives: Other readings ("last Friday"), best first.
        reason: Why the days are unknown, for example ``no-publication-date``; None where they are known.
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision | None
    basis: DateBasis | None
    mention: Mention
    alternatives: tuple[Days, ...] = ()
    reason: str | None = None

    @property
    def days(self) -> Days:
        """The bare days."""
        return Days(self.start, self.end)


# Libya's clock since October 1997, from the tz database: two hours ahead of UTC, but one hour in the winter
# of 2012/13. Kept here so that a day does not depend on the zone files of the machine.
_WINTER_FROM = dt.datetime(2012, 11, 10, 0, 0, tzinfo=dt.UTC)
_WINTER_TO = dt.datetime(2013, 3, 29, 1, 0, tzinfo=dt.UTC)


def tripoli_day(moment: dt.datetime) -> dt.date:
    """The day in Africa/Tripoli on which a moment falls.

    Use it for publication times that carry a zone. Moments before October 1997 are taken at UTC+2.

    >>> tripoli_day(dt.datetime(2017, 7, 2, 23, 30, tzinfo=dt.timezone.utc))
    datetime.date(2017, 7, 3)

    Args:
        moment: A moment; one without a zone is a clock time in Libya already.

    Returns:
        The day.

    Source: IANA tz database, zone Africa/Tripoli.
    """
    if moment.utcoffset() is None:
        return moment.date()
    try:
        utc = moment.astimezone(dt.UTC)
        hours = 1 if _WINTER_FROM <= utc < _WINTER_TO else 2
        return (utc + dt.timedelta(hours=hours)).date()
    except OverflowError:  # the first and last hours of the calendar
        return moment.date()


def as_day(value: str | dt.date | dt.datetime | None, *, what: str = "published") -> dt.date | None:
    """Turns a date that a caller gives into a day in Africa/Tripoli.

    >>> as_day("2017-07-02")
    datetime.date(2017, 7, 2)
    >>> as_day("2017-07-02T23:30:00Z")
    datetime.date(2017, 7, 3)

    Args:
        value: An ISO 8601 day or time, a date, a datetime (with a zone: moved to Africa/Tripoli), or None.
        what: The name of the value, for the error message.

    Returns:
        The day, or None where none was given.

    Raises:
        InputError: The value is no ISO 8601 day or time.
    """
    told = as_day_or_time(value, what=what)
    return tripoli_day(told) if isinstance(told, dt.datetime) else told


def as_day_or_time(
    value: str | dt.date | dt.datetime | None, *, what: str = "published"
) -> dt.date | dt.datetime | None:
    """Turns a date that a caller gives into a day, or into a time where it tells one.

    Use it where the hour and the zone matter; ``as_day`` gives the day alone. Midnight without a zone is how
    programs write a bare day, and becomes one. A zone stays as its offset from UTC.

    >>> as_day_or_time("2017-07-02T23:30:00-04:00").isoformat()
    '2017-07-02T23:30:00-04:00'
    >>> as_day_or_time("2017-07-02 00:00:00")
    datetime.date(2017, 7, 2)

    Args:
        value: As for ``as_day``.
        what: The name of the value, for the error message.

    Raises:
        InputError: The value is no ISO 8601 day or time.
    """
    if isinstance(value, str):
        words = value.strip()
        try:
            if len(words) <= 10:
                return dt.date.fromisoformat(words)
            value = dt.datetime.fromisoformat(words)
        except ValueError:
            raise InputError(
                f"{what} is {value!r}, which is no ISO 8601 day or time; write it like 2017-07-02"
            ) from None
    if isinstance(value, dt.datetime):
        offset = value.utcoffset()
        if offset is None:
            return value.replace(tzinfo=None) if value.time() != dt.time.min else value.date()
        return value.replace(tzinfo=dt.timezone(offset), fold=0)
    if value is None or isinstance(value, dt.date):
        return value
    raise InputError(f"{what} is {value!r}, which is no ISO 8601 day or time; write it like 2017-07-02")
