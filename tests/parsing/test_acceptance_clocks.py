"""What the library promises of the three clocks, one example a promise; published on Saturday 8 July 2017."""

from __future__ import annotations

import pytest
from tests.parsing.dating import hits, read

from libya_news import parse
from libya_news.model.article import Article
from libya_news.model.record import Record
from libya_news.reconciling.precision import acled_time_precision, ucdp_date_prec


def record(text: str, published: str = "2017-07-08") -> Record:
    return parse(Article.from_text(text, published=published))


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Nine died on Saturday.", "on Saturday", "2017-07-08"),
        ("Nine died last Thursday.", "last Thursday", "2017-07-06"),
        ("Nine died in June.", "in June", "2017-06-01/2017-06-30"),
        ("Nine have died since Wednesday.", "since Wednesday", "2017-07-05/2017-07-08"),
        ("Nine died overnight Friday to Saturday.", "overnight Friday to Saturday", "2017-07-07/2017-07-08"),
        ("Monday's raid killed two. A third died a day later.", "a day later", "2017-07-04"),
        ("The council will meet on Thursday.", "on Thursday", "2017-07-13"),
        ("Voters go to the polls on Thursday.", "on Thursday", "2017-07-13"),
        ("Sixty died last month.", "last month", "2017-06-01/2017-06-30"),
    ],
)
def test_words_mean_days(text: str, words: str, days: str) -> None:
    assert (words, days) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Five may have died.",
        "In May's view the war was lost.",
        "They march on Sirte.",
        "The 17 February Brigade and Unit 12 fled.",
        "The September 11 attacks changed his life.",
        "Members voted 26-4.",
        "A man of 24 was hurt.",
    ],
)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert read(text) == []


def test_an_event_name_dates_no_casualty() -> None:
    (casualty,) = record("Nine died in the February 17 revolution.").casualties
    assert casualty.date is None


def test_last_weekday_keeps_both_readings_and_is_flagged() -> None:
    told = record("Nine died last Thursday.")
    (date,) = told.dates
    assert {str(date.start), *(str(d.start) for d in date.alternatives)} == {"2017-06-29", "2017-07-06"}
    assert "LN208" in {f.code for f in told.findings}


def test_early_last_week_in_the_codes_of_datasets() -> None:
    (hit,) = hits("Nine died early last week.")
    assert acled_time_precision(hit.start, hit.end) == 2
    assert ucdp_date_prec(hit.start, hit.end) == 2


def test_today_is_the_day_in_tripoli() -> None:
    for published in ("2017-07-08T00:30:00+02:00", "2017-07-07T22:30:00Z"):
        (date,) = record("Nine died today.", published).dates
        assert str(date.start) == "2017-07-08"


def test_no_publication_day_leaves_the_words_unresolved() -> None:
    (date,) = parse(Article.from_text("Nine died on Sunday.")).dates
    assert (date.start, date.end, date.reason) == (None, None, "no-publication-date")


def test_where_the_publication_days_disagree_a_finding_says_so() -> None:
    text = "2 July 2017\n\nSIRTE, Libya, 9 July 2017 - Two men were killed in Sirte on Friday, medics said."
    assert "LN201" in {f.code for f in parse(Article.from_text(text)).findings}
