"""The day of publication: given with the input, printed in the furniture, in the dateline, or in the URL's path."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from urllib.parse import urlsplit

from libya_news.model.article import PublishedBasis
from libya_news.reading.datelines import PrintedDateline
from libya_news.reading.days import MONTHS, month_number


@cache
def _path() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d])(?P<y>(?:19|20)\d\d)(?P<s>[/_-])(?P<m>[01]?\d|{MONTHS})(?P=s)(?P<d>[0-3]?\d)(?![\d])"
        r"|(?<![\d])(?P<y2>20\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?![\d])",
        re.IGNORECASE,
    )


def day_of_url(url: str) -> dt.date | None:
    """The day in the path of a URL ("/2017/07/02/", "/2017/jul/02/", "-20170702"), or None.

    >>> day_of_url("https://example.org/2017/jul/02/story")
    datetime.date(2017, 7, 2)

    Queries are not looked at; a path with two different days says nothing.
    """
    try:
        path = urlsplit(url).path[:2000]
    except ValueError:
        return None
    found = set()
    for match in _path().finditer(path):
        year, month, day = match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"]
        try:
            found.add(dt.date(int(year), int(month) if month.isdigit() else month_number(month), int(day)))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def publication_day(
    given: dt.date | None, furniture: dt.date | None, dateline: PrintedDateline | None, url: str | None
) -> tuple[dt.date | None, PublishedBasis | None]:
    """The day of publication and what it rests on: the first of its four sources that tells one.

    Args:
        given: The input's.
        furniture: The date line's.
        dateline: The dateline; it counts where it prints the year.
        url: The story's URL.
    """
    if given is not None:
        return given, "input"
    if furniture is not None:
        return furniture, "furniture"
    if dateline is not None and dateline.day is not None:
        return dateline.day, "dateline"
    by_url = day_of_url(url) if url else None
    return (by_url, "url") if by_url is not None else (None, None)


def dateline_day(dateline: PrintedDateline, published: dt.date | None) -> dt.date | None:
    """The day of a dateline: as printed, or in the year that brings it nearest to the publication day.

    Args:
        dateline: The dateline; where it prints no year, nothing else in the story gives it one.
        published: The day of publication.
    """
    if dateline.day is not None or published is None or dateline.month is None or dateline.number is None:
        return dateline.day
    days = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            days.append(dt.date(year, dateline.month, dateline.number))
        except ValueError:
            continue
    nearest = min(days, key=lambda day: abs((day - published).days), default=None)
    # A story is printed within days of its filing; a month off is another story's dateline or a slip.
    return nearest if nearest is not None and abs((nearest - published).days) <= 31 else None
