"""The day of publication: given with the input, in the furniture, in the dateline, or in the URL's path."""

from __future__ import annotations

import datetime as dt

from libya_news.english.dates.published import parse_url_date
from libya_news.model.article import PublishedBasis
from libya_news.reading.datelines import PrintedDateline


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
    by_url = parse_url_date(url) if url else None
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
