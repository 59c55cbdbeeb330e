"""What the tests of dates share: sentences with brackets, and days written as `start/end`."""

from __future__ import annotations

import datetime as dt
import re

from libya_news.parsing.dates import DateHit, find_dates
from libya_news.text.tokens import tokenize

P = dt.date(2017, 7, 8)  # a Saturday


def unmark(sentence: str) -> tuple[str, tuple[int, int] | None]:
    """Take the brackets out of an example: the sentence, and the marked offsets."""
    match = re.search(r"\[(?=[^\]\n]*\])", sentence)
    if match is None:
        return sentence, None
    start = match.start()
    end = sentence.index("]", start) - 1
    return sentence[:start] + sentence[start + 1 : end + 1] + sentence[end + 2 :], (start, end)


def days(hit: DateHit) -> str:
    """Write the days of a hit the way the examples do."""
    if hit.start is None and hit.end is None:
        return "?"
    if hit.start == hit.end:
        return str(hit.start)
    return f"{hit.start or ''}/{hit.end or ''}"


def read(sentence: str, published: dt.date | None = P) -> list[tuple[str, str]]:
    """Every date of a sentence as (words, days)."""
    tokens = tokenize(sentence)
    return [(tokens.quote(h.first, h.last), days(h)) for h in find_dates(tokens, published)]


def hits(sentence: str, published: dt.date | None = P) -> list[DateHit]:
    """Every date of a sentence."""
    return find_dates(tokenize(sentence), published)
