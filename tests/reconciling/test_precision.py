"""The codes in which conflict datasets say how precisely a day is known."""

from __future__ import annotations

import datetime as dt

import pytest

from libya_news.parsing.dates import find_dates
from libya_news.reconciling.precision import acled_time_precision, ucdp_date_prec
from libya_news.text.tokens import tokenize

START = dt.date(2017, 6, 1)


@pytest.mark.parametrize(
    ("days", "ucdp", "acled"),
    [
        (1, 1, 1),
        (2, 2, 2),
        (6, 2, 2),
        (7, 3, 2),
        (8, 4, 3),
        (31, 4, 3),
        (32, 5, None),
        (366, 5, None),
        (367, None, None),
    ],
)
def test_codes(days: int, ucdp: int | None, acled: int | None) -> None:
    end = START + dt.timedelta(days=days - 1)
    assert (ucdp_date_prec(START, end), acled_time_precision(START, end)) == (ucdp, acled)


@pytest.mark.parametrize(
    ("start", "end"), [(None, START), (START, None), (None, None), (START, START.replace(day=1, month=5))]
)
def test_no_code_without_both_ends(start: dt.date | None, end: dt.date | None) -> None:
    assert ucdp_date_prec(start, end) is None
    assert acled_time_precision(start, end) is None


@pytest.mark.parametrize(
    ("words", "ucdp", "acled"),
    [
        ("on Friday", 1, 1),
        ("overnight", 2, 2),
        ("early last week", 2, 2),
        ("last week", 3, 2),
        ("in June", 4, 3),
        ("in 2014", 5, None),
    ],
)
def test_words(words: str, ucdp: int, acled: int | None) -> None:
    (hit,) = find_dates(tokenize(f"Nine died {words}."), dt.date(2017, 7, 8))
    assert (ucdp_date_prec(hit.start, hit.end), acled_time_precision(hit.start, hit.end)) == (ucdp, acled)
