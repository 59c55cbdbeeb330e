"""An outside check: the days that `dateparser` reads, where it is known to be right, and where it is not."""

from __future__ import annotations

import datetime as dt
import warnings

import pytest
from tests.parsing.dating import P, hits

dateparser = pytest.importorskip("dateparser", reason="dateparser is no part of the test group")
DAY = dt.timedelta(days=1)


def oracle(words: str, published: dt.date) -> dt.date | None:
    noon = dt.datetime.combine(published, dt.time(12))
    settings = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = dateparser.parse(words, languages=["en"], settings=settings)
    return None if parsed is None else parsed.date()


@pytest.mark.parametrize("back", range(1, 200, 9))
@pytest.mark.parametrize(
    "form", ["on {d} {m}", "on {m} {d}", "{d} {m} {y}", "{m} {d}, {y}", "{y}-{n:02}-{d:02}"]
)
def test_days_by_number_agree(form: str, back: int) -> None:
    day = P - DAY * back
    words = form.format(d=day.day, m=day.strftime("%B"), y=day.year, n=day.month)
    (hit,) = hits(f"Nine men were killed {words}.")
    assert hit.start == hit.end == oracle(words, P) == day


@pytest.mark.parametrize("back", range(1, 7))
def test_weekdays_before_the_publication_day_agree(back: int) -> None:
    words = f"on {(P - DAY * back).strftime('%A')}"
    (hit,) = hits(f"Nine men were killed {words}.")
    assert hit.start == oracle(words, P) == P - DAY * back


@pytest.mark.parametrize("words", ["yesterday", "today", "two weeks ago", "a day ago", "nine days ago"])
def test_told_days_agree(words: str) -> None:
    (hit,) = hits(f"Nine men were killed {words}.")
    assert hit.start == oracle(words, P)


@pytest.mark.parametrize(
    ("words", "theirs", "start", "end"),
    [
        # The publication day's own weekday is that day, in a paper's habit, not the one a week before.
        ("on Saturday", "2017-07-01", "2017-07-08", "2017-07-08"),
        # A month or a week is a stretch, not the day of it that has the publication day's number.
        ("in June", "2017-06-08", "2017-06-01", "2017-06-30"),
        ("last week", "2017-07-01", "2017-06-26", "2017-07-02"),
        ("last month", "2017-06-08", "2017-06-01", "2017-06-30"),
        ("three months ago", "2017-04-08", "2017-04-01", "2017-04-30"),
        # "Killed in two days" looks back.
        ("in two days", "2017-07-10", "2017-07-06", "2017-07-08"),
        ("overnight", "None", "2017-07-07", "2017-07-08"),
        ("in late May", "None", "2017-05-21", "2017-05-31"),
        ("since Wednesday", "None", "2017-07-05", "2017-07-08"),
    ],
)
def test_where_they_differ(words: str, theirs: str, start: str, end: str) -> None:
    (hit,) = hits(f"Nine men were killed {words}.")
    assert (str(hit.start), str(hit.end)) == (start, end)
    assert str(oracle(words, P)) == theirs
