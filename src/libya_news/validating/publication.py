"""LN201: whether the places that tell the publication day agree."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from libya_news.model.interval import DateMention
from libya_news.model.record import Record
from libya_news.model.span import Mention
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import phrases

_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A story filed in the evening is often published after midnight, or in the next morning's paper: days.
_LATE_COPY = 2


@validator("LN201", "publication-dates-conflict", "warning")
def publication_dates_conflict(record: Record) -> Iterator[Said]:
    """The publication day differs between the input, the page, the dateline and the URL.

    What it checks:
        The day that is used against a date line of the page, the date in the URL (a day's difference is left
        to time zones) and the dateline (a story may be filed up to two days before).

    Why it matters:
        "Sunday" and "last month" are counted from the publication day; with a wrong one every date is wrong.

    Known problems:
        A page that shows the day on which it was printed or saved.

    Example:
        2 July 2017

        SIRTE, Libya, 9 July 2017 - Two men were killed in Sirte on Friday, medics said.

    Instead:
        9 July 2017

        SIRTE, Libya, 9 July 2017 - Two men were killed in Sirte on Friday, medics said.
    """
    article = record.article
    published = article.published
    if published is None:
        return
    told = f"{published.isoformat()} ({article.published_basis or 'no basis'})"
    for date in record.dates:
        line = _date_line(article.text, date)
        if line is None or date.start is None or date.start == published:
            continue
        if date.start > published and phrases("later").search(line):
            continue
        yield (
            f'The page\'s date line "{date.mention.exact}" is not the publication day {told}.',
            (date.mention,),
        )
    filed = article.dateline.date if article.dateline is not None else None
    if filed is not None and not 0 <= (published - filed).days <= _LATE_COPY:
        words = _words_of_dateline(record, filed)
        yield f"The dateline says {filed.isoformat()}, the publication day is {told}.", words
    if article.url is not None:
        day = _day_in(article.url)
        if day is not None and abs((day - published).days) > 1:
            yield f"The URL says {day.isoformat()}, the publication day is {told}.", ()


def _date_line(text: str, date: DateMention) -> str | None:
    """The line that holds nothing but this date and the words of a date line; None if it holds more."""
    m = date.mention
    if date.start is None or date.start != date.end or not _YEAR.search(m.exact):
        return None
    start = text.rfind("\n", max(0, m.start - 80), m.start) + 1
    if start == 0 and m.start > 80:
        return None
    end = text.find("\n", m.end, m.end + 80)
    end = min(len(text), m.end + 80) if end < 0 else end
    if end - start > 80:
        return None
    rest = text[start : m.start] + " " + text[m.end : end]
    return text[start:end] if not _LETTERS.search(phrases("furniture").sub("", rest)) else None


def _words_of_dateline(record: Record, filed: dt.date) -> tuple[Mention, ...]:
    zones = [z for z in record.article.zones if z.zone == "dateline"]
    for date in record.dates:
        if date.start == filed and any(z.start <= date.mention.start < z.end for z in zones):
            return (date.mention,)
    return tuple(Mention.of(record.article.text, z.start, z.end) for z in zones[:1])


def _day_in(url: str) -> dt.date | None:
    found = _IN_URL.search(url[:2000])
    if found is None:
        return None
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return None
