"""A month that is one event's against a month whose toll is told; the place of the event against that of the speech."""

from __future__ import annotations

import pytest

from libya_news import parse
from libya_news.model.article import Article
from libya_news.model.record import Record


def read(text: str) -> Record:
    return parse(Article.from_text(text, published="2017-07-08"))


@pytest.mark.parametrize(
    ("text", "kind", "scope"),
    [
        ("A raid in June killed 31.", "incident", "event"),
        ("A June raid killed 31.", "incident", "event"),
        ("An air strike last month killed 31 people in Derna.", "incident", "event"),
        ("31 people were killed in a raid on a farm in June.", "incident", "event"),
        ("In June, 31 people were killed in a single attack.", "incident", "event"),
        ("31 were killed in June.", "aggregate", "period"),
        ("Sixty died last month.", "aggregate", "period"),
        ("Raids in June killed 31.", "aggregate", "period"),
        ("31 people were killed in raids in June.", "aggregate", "period"),
        ("In June, 31 people were killed in clashes.", "aggregate", "period"),
        ("31 people were killed in June, nine of them in a raid on Derna.", "aggregate", "period"),
    ],
)
def test_a_period_toll_differs_from_an_event(text: str, kind: str, scope: str) -> None:
    casualty = read(text).casualties[0]
    assert (casualty.count.low, casualty.kind, casualty.scope) == (31 if "31" in text else 60, kind, scope)


def test_three_clocks_stay_apart() -> None:
    record = read("He said on Thursday that Monday's strike killed 2.")
    (casualty,), (claim,) = record.casualties, record.claims
    assert casualty.date is not None
    assert claim.said_on is not None
    assert (str(casualty.date.start), str(casualty.date.end)) == ("2017-07-03", "2017-07-03")
    assert (str(claim.said_on.start), str(record.article.published)) == ("2017-07-06", "2017-07-08")


@pytest.mark.parametrize("verb", ["was bombed", "was shelled", "came under fire", "has been struck"])
def test_the_place_of_the_event_is_not_that_of_the_speech(verb: str) -> None:
    record = read(f"He said in Cairo that Derna {verb}, killing two people.")
    (casualty,), (claim,) = record.casualties, record.claims
    assert casualty.place == "derna"
    assert claim.said_in == "cairo"
