"""The full dates that newspapers print in date lines and datelines, and the day in Libya that they mean.

Only whole dates with a year are read here; what a weekday or "last month" in the body means is for the parser.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from libya_news.model.interval import tripoli_day

MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAYS = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH_NUMBER = dict(
    zip(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), range(1, 13), strict=True)
)
_WEEKDAY_NUMBER = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), range(7), strict=True))
# Hours ahead of UTC; names that mean two zones in the news (IST, CST, AST) are left out on purpose.
_ZONES = {"gmt": 0, "utc": 0, "z": 0, "bst": 1, "cet": 1, "wat": 1, "cest": 2, "eet": 2, "sast": 2, "eest": 3, "msk": 3,
          "est": -5, "edt": -4, "pst": -8, "pdt": -7}  # fmt: skip
_AMERICAN = frozenset({"et", "est", "edt", "pt", "pst", "pdt"})


class PrintedDay(NamedTuple):
    """A date in a line: the day in Africa/Tripoli, and where its words stand in the line.

    `alternative` is the other reading of a date in figures that the words do not decide ("04/10/2024").
    """

    day: dt.date
    start: int
    end: int
    alternative: dt.date | None = None


@cache
def date_pattern() -> re.Pattern[str]:
    """One whole date with its year, in the forms of date lines."""
    return re.compile(
        rf"(?<![\w/.-])(?:(?P<wd>{WEEKDAYS})\.?,?[ \xa0]{{1,2}})?"
        r"(?:"
        rf"(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?[ \xa0.-]{{0,2}}(?:of )?(?P<m1>{MONTHS})\.?,?[ \xa0-]{{1,2}}(?P<y1>(?:19|20)\d\d)"
        rf"|(?P<m2>{MONTHS})\.?[ \xa0]{{1,2}}(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?[ \xa0]{{1,2}}(?P<y2>(?:19|20)\d\d)"
        r"|(?P<y3>(?:19|20)\d\d)(?P<s3>[-/.])(?P<m3>[01]?\d)(?P=s3)(?P<d3>[0-3]?\d)"
        r"|(?P<a4>[0-3]?\d)(?P<s4>[-/.])(?P<b4>[0-3]?\d)(?P=s4)(?P<y4>(?:19|20)\d\d)"
        r")(?!\d)",
        re.IGNORECASE,
    )


@cache
def clock_pattern() -> re.Pattern[str]:
    """A time of day with its zone, as it stands beside a date."""
    zones = "|".join((*_ZONES, "et", "pt"))
    return re.compile(
        r"(?<![\d.:])(?P<h>[0-2]?\d)(?:[:.h](?P<min>[0-5]\d)(?:[:.][0-5]\d(?:\.\d{1,6})?)?)?[ \xa0]?"
        r"(?P<half>[ap]\.?m\b\.?)?"
        rf"[ \xa0]?\(?(?:(?P<zone>{zones})\b)?\)?(?P<shift>[+-]\d\d:?\d\d\b|[+-]\d{{1,2}}\b)?",
        re.IGNORECASE,
    )


def find_day(line: str, start: int = 0) -> PrintedDay | None:
    """Finds the first whole date of a line.

    >>> find_day("Sunday 2 July 2017 23:30 GMT").day
    datetime.date(2017, 7, 3)
    >>> find_day("on Sunday") is None
    True

    Args:
        line: One line of furniture, a few hundred characters at most.
        start: Offset to begin at.

    Returns:
        The day in Africa/Tripoli, moved there where the line prints a time with its zone; None without a date.
    """
    for match in date_pattern().finditer(line, start):
        found = _day_of(match, line)
        if found is not None:
            return found
    return None


def month_number(name: str) -> int:
    """The number of an English month by its first three letters."""
    return _MONTH_NUMBER[name[:3].lower()]


def _day_of(match: re.Match[str], line: str) -> PrintedDay | None:
    clock = _clock_beside(line, match)
    zone = (clock["zone"] or "").lower() if clock is not None else ""
    alternative = None
    try:
        if match["d1"]:
            day = dt.date(int(match["y1"]), month_number(match["m1"]), int(match["d1"]))
        elif match["d2"]:
            day = dt.date(int(match["y2"]), month_number(match["m2"]), int(match["d2"]))
        elif match["y3"]:
            day = dt.date(int(match["y3"]), int(match["m3"]), int(match["d3"]))
        else:
            readings = _readings(int(match["a4"]), int(match["b4"]), int(match["y4"]), match["wd"], zone)
            day, alternative = readings
    except ValueError:
        return None
    if clock is not None:
        day = _in_tripoli(day, clock, zone)
    return PrintedDay(day, match.start(), match.end(), alternative)


def _readings(a: int, b: int, year: int, weekday: str | None, zone: str) -> tuple[dt.date, dt.date | None]:
    """The days that `a/b/year` can mean: day first as in Libya and Europe, unless its words say otherwise."""
    days = []
    for day, month in ((a, b), (b, a)):
        if 1 <= month <= 12 and a != b or not days:
            try:
                days.append(dt.date(year, month, day))
            except ValueError:
                continue
    if not days:
        raise ValueError("no such day")
    if len(days) == 1:
        return days[0], None
    if weekday:
        told = [day for day in days if day.weekday() == _WEEKDAY_NUMBER[weekday[:3].lower()]]
        if len(told) == 1:
            return told[0], None
    if zone in _AMERICAN:
        return days[1], None
    return days[0], days[1]


def _clock_beside(line: str, match: re.Match[str]) -> re.Match[str] | None:
    """The time of day printed after the date, or before it, with nothing of the story between."""
    for clock in clock_pattern().finditer(line, match.end(), match.end() + 60):
        if clock["min"] or clock["half"]:
            return clock if len(line[match.end() : clock.start()].split()) <= 4 else None
    before = [c for c in clock_pattern().finditer(line, max(0, match.start() - 24), match.start()) if c["min"] or c["half"]]
    return before[-1] if before and len(line[before[-1].end() : match.start()].strip(" ,|-–—on")) == 0 else None


def _in_tripoli(day: dt.date, clock: re.Match[str], zone: str) -> dt.date:
    """The day in Africa/Tripoli of a time printed with its zone; the day as printed without one."""
    hour, half = int(clock["h"]), (clock["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    shift = clock["shift"]
    if shift and (zone in ("gmt", "utc", "") and (zone or ":" in shift or len(shift) == 5)):
        digits = shift[1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        ahead = (hours * 60 + minutes) * (-1 if shift[0] == "-" else 1)
    elif zone in ("et", "pt"):
        ahead = 60 * ((-4 if _american_summer(day) else -5) - (3 if zone == "pt" else 0))
    elif zone:
        ahead = 60 * _ZONES[zone]
    else:
        return day
    if hour > 23 or abs(ahead) >= 24 * 60:
        return day
    moment = dt.datetime.combine(day, dt.time(hour, int(clock["min"] or 0)), dt.timezone(dt.timedelta(minutes=ahead)))
    return tripoli_day(moment)


def _american_summer(day: dt.date) -> bool:
    """Whether American summer time runs: second Sunday of March to first Sunday of November (since 2007)."""
    first, last = dt.date(day.year, 3, 8), dt.date(day.year, 11, 1)
    begins = first + dt.timedelta(days=6 - first.weekday())
    ends = last + dt.timedelta(days=6 - last.weekday())
    return begins <= day < ends
