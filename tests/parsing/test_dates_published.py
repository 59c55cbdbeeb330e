"""Publication dates as papers print them."""

from __future__ import annotations

import datetime as dt

import pytest

from libya_news.english.dates.published import parse_dateline_date, parse_published, parse_url_date

JULY_2 = dt.date(2017, 7, 2)


@pytest.mark.parametrize(
    "line",
    [
        "02 July, 2017",
        "July 2, 2017",
        "2017-07-02",
        "2017/07/02",
        "Sunday 2 July 2017 14:30 GMT",
        "2nd of July 2017",
        "Published on 02/07/2017 - 14:22 - 3 min read",
        "Sun 02 Jul 2017 - 18:42",
        "Updated Jul. 2, 2017 6:10 p.m. ET",
        "2 July 2017 Last updated at 15:12",
        "Sunday, 2 July 2017 | Sabha",
        "02.07.2017",
        "2017-07-02T00:30:00+02:00",
        "2017-07-01T23:30:00Z",
        "Saturday 1 July 2017 23:30 GMT",
        "Filed at 10; 2 July 2017",
        "JULY 2, 2017",
    ],
)
def test_published(line: str) -> None:
    assert parse_published(line) == JULY_2


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2 July",
        "31 June 2017",
        "Resolution 2009 (2011)",
        "5-minute read",
        "2017",
        "in 2017, 30 died",
        "x" * 9000,
    ],
)
def test_no_full_date(line: str) -> None:
    assert parse_published(line) is None


def test_american_order_only_where_no_other_fits() -> None:
    assert parse_published("06/30/2017") == dt.date(2017, 6, 30)
    assert parse_published("04/10/2024") == dt.date(2024, 10, 4)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BENGHAZI (Libya), Oct 26 (Continental Wire) -", dt.date(2017, 10, 26)),
        ("TRIPOLI, 21 May 2019 -", dt.date(2019, 5, 21)),
        ("July 2", JULY_2),
        ("SIRTE, 2nd July", JULY_2),
        ("SIRTE, Feb. 29", None),
        ("SIRTE (Agency)", None),
    ],
)
def test_dateline(line: str, day: dt.date | None) -> None:
    assert parse_dateline_date(line, year=2017) == day


def test_dateline_without_a_year_is_unknown() -> None:
    assert parse_dateline_date("SIRTE, July 2") is None


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/2017/07/02/two-die",
        "https://paper.example/world/2017/jul/02/two-die",
        "https://paper.example/20170702/two-die",
        "https://paper.example/two-die-2017-07-02",
    ],
)
def test_url(url: str) -> None:
    assert parse_url_date(url) == JULY_2


@pytest.mark.parametrize(
    "url", ["", "https://paper.example/a/123456789", "https://paper.example/2017/13/45/x"]
)
def test_url_without_a_day(url: str) -> None:
    assert parse_url_date(url) is None
