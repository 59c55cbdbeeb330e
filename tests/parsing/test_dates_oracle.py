"""An outside check: the days that `dateparser` reads, where it is known to be right, and where it is not."""

from __future__ import annotations

import datetime as dt
import json
import warnings
from pathlib import Path

import pytest
from tests.parsing.dating import P, hits

dateparser = pytest.importorskip("dateparser", reason="it comes with the group of tests")
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


SENTENCES = Path(__file__).with_name("date_sentences.jsonl")
# Words that the rest of the sentence, or the habit of papers, gives another day than the words alone.
BY_CONTEXT = {
    "the verb looks ahead": {"24 December", "on Thursday", "on 15 July", "on Sunday, 16 July", "on Monday"},
    "told by the day or year beside it": {
        *("24 hours later", "three weeks later", "a day later", "Two days later", "two weeks later"),
        *("A month later", "Three years later", "In March"),
    },
    "the publication day's own weekday": {"on Saturday"},
    "a time, no year": {"at 1500 GMT on Friday"},
}


def test_every_difference_has_a_reason() -> None:
    """Where the two differ over the table of sentences, dateparser reads nothing, a day of a stretch, or no context."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    explained = {words.lower() for group in BY_CONTEXT.values() for words in group}
    agree, unread, of_a_stretch = 0, 0, 0
    for words, days in dict(date for row in rows for date in row["dates"]).items():
        start, _, end = days.partition("/")
        theirs = oracle(words, P)
        if str(theirs) == days:
            agree += 1
        elif theirs is None:
            unread += 1
        elif end and dt.date.fromisoformat(start) <= theirs <= dt.date.fromisoformat(end):
            of_a_stretch += 1
        else:
            assert words.lower() in explained or (end and words.lower().startswith(("last", "next"))), (
                words,
                days,
            )
    assert agree >= 40
    assert unread >= 40
    assert of_a_stretch >= 10
