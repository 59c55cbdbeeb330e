"""Publication dates as papers print them: lines of the furniture, datelines, URL paths."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from libya_news.english.dates.lexicon import lexicon
from libya_news.model.interval import tripoli_day

# World time and offsets in figures are moved to Libya's day. A paper's own zone (ET, BST) is not: its
# "Tuesday" is the Tuesday of its readers, and the days in its stories follow that.
_WORLD_TIME = frozenset({"gmt", "utc", "z"})
_LONGEST = 400  # code points of a line that are read: a longer one is no line of the furniture


@cache
def _form() -> re.Pattern[str]:
    names = sorted({e.word for e in lexicon().entries if e.tag == "MONTH"}, key=len, reverse=True)
    month = "|".join(names)
    return re.compile(
        rf"""(?<![\w./-])(?:
            (?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?=[T ]|(?![\d-]))
          | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ \t\xa0-]+(?:of[ ])?(?P<m2>{month})\b\.?,?[ \t\xa0-]*
            (?P<y2>(?:19|20)\d\d)\b
          | (?P<m3>{month})\b\.?[ \t\xa0]+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?[ \t\xa0]+(?P<y3>(?:19|20)\d\d)\b
          | (?P<a4>\d{{1,2}})(?P<s4>[-/.])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>(?:19|20)\d\d)(?![\d-])
        )(?:[T,]?[ \t\xa0|@–-]{{0,4}}(?:at[ ])?
            (?P<hour>2[0-3]|[01]?\d)(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?
            [ ]?(?P<half>[ap]\.?m\.?)?[ ]?(?P<zone>Z\b|[A-Z]{{2,4}}\b|[+-]\d\d:?\d\d)?)?""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _partial_form() -> re.Pattern[str]:
    names = sorted({e.word for e in lexicon().entries if e.tag == "MONTH"}, key=len, reverse=True)
    month = "|".join(names)
    return re.compile(
        rf"(?<![\w./-])(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ \t\xa0]+(?P<m2>{month})\b"
        rf"|(?P<m3>{month})\b\.?[ \t\xa0]+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b)(?![\d:]|[.,]\d)",
        re.IGNORECASE,
    )


_URL = re.compile(
    r"[/_-](?P<y>(?:19|20)\d\d)(?P<s>[/_-])(?P<m>\d{1,2}|[a-z]{3,9})(?P=s)(?P<d>\d{1,2})(?=[/_?#.-]|$)"
    r"|[/_-](?P<y2>20\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?=[/_?#.-]|$)",
    re.IGNORECASE,
)


def parse_published(text: str) -> dt.date | None:
    """Return the day that a line of furniture states in full, in Africa/Tripoli where it gives time and zone.

    Use it for the line with which a page says when it was published: `02 July, 2017`, `July 2, 2017`,
    `2017-07-02`, `Sunday 2 July 2017 14:30 GMT`, `Published on 02/07/2017 - 14:22`; of several the first.

    >>> parse_published("Sunday 2 July 2017 23:30 GMT")
    datetime.date(2017, 7, 3)

    Args:
        text: A line; only its first 400 code points are read.

    Returns:
        The day, or None where no full date stands there, or it does not exist. Figures are read in British
        order unless only the American one exists.
    """
    for match in _form().finditer(text[:_LONGEST]):
        day = _day(match)
        if day is not None:
            return _moved(day, match)
    return None


def parse_dateline_date(text: str, *, year: int | None = None) -> dt.date | None:
    """Return the day of a dateline: `July 2`, `2 July 2017`, `Oct 26`.

    Args:
        text: The words of the dateline, or its date alone.
        year: The year to use where the dateline has none (as agencies write it); else it is unknown.

    Returns:
        The day, or None where no day stands there, or its year is not known.
    """
    full = parse_published(text)
    if full is not None or year is None:
        return full
    match = _partial_form().search(text[:_LONGEST])
    if match is None:
        return None
    month = _month(match["m2"] or match["m3"])
    return _date(year, month, int(match["d2"] or match["d3"]))


def parse_url_date(url: str) -> dt.date | None:
    """Return the day in a URL (`/2017/07/02/`, `/2017/jul/02/`, `/20170702/`), None where it has none.

    >>> parse_url_date("https://paper.example/world/2017/jul/02/two-men-die-in-derna")
    datetime.date(2017, 7, 2)
    """
    for match in _URL.finditer(url[:2000]):
        if match["y2"]:
            day = _date(int(match["y2"]), int(match["m2"]), int(match["d2"]))
        else:
            month = int(match["m"]) if match["m"].isdigit() else _month(match["m"])
            day = _date(int(match["y"]), month, int(match["d"]))
        if day is not None:
            return day
    return None


def _month(word: str) -> int:
    value = lexicon().value("MONTH", word.lower().rstrip("."))
    return value if isinstance(value, int) else 0


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> dt.date | None:
    if match["y1"]:
        return _date(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y2"]:
        return _date(int(match["y2"]), _month(match["m2"]), int(match["d2"]))
    if match["y3"]:
        return _date(int(match["y3"]), _month(match["m3"]), int(match["d3"]))
    year, a, b = int(match["y4"]), int(match["a4"]), int(match["b4"])
    return _date(year, b, a) or _date(year, a, b)


def _moved(day: dt.date, match: re.Match[str]) -> dt.date:
    """Move a day with a time and a zone to the day it is in Libya then."""
    zone = match["zone"]
    if not match["hour"] or not zone or not (match["minute"] or match["half"]):
        return day
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        minutes = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    elif zone.lower() in _WORLD_TIME:
        minutes = 0
    else:
        return day
    hour = int(match["hour"]) % 12 if match["half"] else int(match["hour"])
    if match["half"] and match["half"][0] in "pP":
        hour += 12
    if abs(minutes) >= 24 * 60:
        return day
    clock = dt.time(hour, int(match["minute"] or 0), tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    return tripoli_day(dt.datetime.combine(day, clock))
