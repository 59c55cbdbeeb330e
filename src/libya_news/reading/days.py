"""Whole dates in date lines and datelines, with the words that print them.

What the words mean is read by `libya_news.english.dates.published`; here it is found where in the line they
stand, and a weekday beside a date in figures decides which of its two readings is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from libya_news.english.dates.published import parse_published

MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAYS = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PrintedDay(NamedTuple):
    """A date in a line: the day in Africa/Tripoli, and where its words stand in the line."""

    day: dt.date
    start: int
    end: int


@cache
def date_pattern() -> re.Pattern[str]:
    """One whole date with its year, in the forms of date lines."""
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"(?<![\w/.-])(?:(?P<wd>{WEEKDAYS})\.?,?[ \xa0]{{1,2}})?"
        rf"(?P<date>[0-3]?\d(?:st|nd|rd|th)?[ \xa0.-]{{0,2}}(?:of )?{MONTHS}\.?,?[ \xa0-]{{1,2}}{year}"
        rf"|{MONTHS}\.?[ \xa0]{{1,2}}[0-3]?\d(?:st|nd|rd|th)?,?[ \xa0]{{1,2}}{year}"
        rf"|{year}(?P<s3>[-/.])[01]?\d(?P=s3)[0-3]?\d"
        rf"|(?P<a>[0-3]?\d)(?P<s4>[-/.])(?P<b>[0-3]?\d)(?P=s4)(?P<y>{year})"
        r")(?!\d)",
        re.IGNORECASE,
    )


def find_day(line: str, start: int = 0) -> PrintedDay | None:
    """Finds the first whole date of a line.

    >>> find_day("Sunday 2 July 2017 23:30 GMT").day
    datetime.date(2017, 7, 3)
    >>> find_day("Fri 10/04/2015").day
    datetime.date(2015, 4, 10)
    >>> find_day("on Sunday") is None
    True

    Args:
        line: One line of furniture, a few hundred characters at most.
        start: Offset to begin at.

    Returns:
        The day, moved to Africa/Tripoli where the line prints a time with its zone; None without a date.
    """
    for match in date_pattern().finditer(line, start):
        day = parse_published(line[match.start("date") : match.end() + 40])
        if day is not None:
            if match["a"] and match["wd"]:
                day = _told_by_weekday(day, match)
            return PrintedDay(day, match.start(), match.end())
    return None


def month_number(name: str) -> int:
    """The number of an English month by its first three letters."""
    return _MONTHS.index(name[:3].lower()) + 1


def _told_by_weekday(day: dt.date, match: re.Match[str]) -> dt.date:
    """The reading of `10/04/2015` that falls on the weekday printed before it."""
    weekday = _WEEKDAYS.index(match["wd"][:3].lower())
    try:
        other = dt.date(int(match["y"]), int(match["a"]), int(match["b"]))
    except ValueError:
        return day
    return other if day.weekday() != weekday and other.weekday() == weekday else day
