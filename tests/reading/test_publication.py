# ruff: noqa: E501  (inputs print long lines)
"""Publication time keeps its zone; the day is that of Africa/Tripoli."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from libya_news import api
from libya_news.errors import InputError
from libya_news.model.article import Article

BODY = "Two men died in Sirte on Sunday, a medic said, and a third was hurt in the leg by glass."
LATE = "2017-07-02T19:30:00-04:00"
LINKED = json.dumps(
    {"@type": "NewsArticle", "headline": "Two die", "datePublished": LATE, "articleBody": BODY}
)
INPUTS = {
    "JSON Lines": json.dumps({"text": BODY, "date": LATE}) + "\n",
    "news-please": json.dumps({"maintext": BODY, "date_publish": "2017-07-02 19:30:00-04:00"}),
    "JSON Feed": json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"content_text": BODY, "date_published": LATE}]}),
    "JSON-LD": LINKED,
    "RSS": f"<rss><channel><item><description>{BODY}</description><pubDate>Sun, 02 Jul 2017 19:30:00 -0400</pubDate></item></channel></rss>",
    "Atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>{BODY}</content><published>{LATE}</published></entry></feed>',
    "RDF": f'<rdf:RDF xmlns:rdf="r" xmlns:dc="d"><item><description>{BODY}</description><dc:date>{LATE}</dc:date></item></rdf:RDF>',
    "page, JSON-LD": f'<html><script type="application/ld+json">{LINKED}</script><article><p>{BODY}</p></article>',
    "page, OpenGraph": f'<html><meta property="article:published_time" content="{LATE}"><article><p>{BODY}</p></article>',
    "page, time": f'<html><article><time datetime="{LATE}">Sunday</time><p>{BODY}</p></article>',
}  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_every_reader_keeps_the_zone(name: str) -> None:
    article = api.read(INPUTS[name].encode())
    assert article.published_at is not None
    assert article.published_at.isoformat() == LATE
    assert (article.published, article.published_basis) == (dt.date(2017, 7, 3), "input")
    record = api.parse(article)
    assert record.dates[0].start == dt.date(2017, 7, 2)
    assert api.to_dict(record)["article"]["published_at"] == LATE
    assert api.from_json(api.to_json(record)) == record


@pytest.mark.parametrize(
    ("told", "at", "day"),
    [
        ("2017-07-02T23:30:00Z", "2017-07-02T23:30:00+00:00", "2017-07-03"),
        ("2017-07-02T23:30:00+02:00", "2017-07-02T23:30:00+02:00", "2017-07-02"),
        ("2017-07-02 23:30:00", "2017-07-02T23:30:00", "2017-07-02"),
        ("2017-07-03T04:30:00+05:30", "2017-07-03T04:30:00+05:30", "2017-07-03"),
        ("2017-07-03T02:59:59+05:00", "2017-07-03T02:59:59+05:00", "2017-07-02"),
        # The winter in which Libya's clocks stood an hour ahead of UTC.
        ("2013-01-05T22:30:00Z", "2013-01-05T22:30:00+00:00", "2013-01-05"),
        ("2017-07-02", None, "2017-07-02"),
        # How programs write a bare day.
        ("2017-07-02 00:00:00", None, "2017-07-02"),
        ("2017-07-02T00:00:00Z", "2017-07-02T00:00:00+00:00", "2017-07-02"),
        (1499038200, "2017-07-02T23:30:00+00:00", "2017-07-03"),
        ("1499038200", "2017-07-02T23:30:00+00:00", "2017-07-03"),
        (1499038200000, "2017-07-02T23:30:00+00:00", "2017-07-03"),
        ({"$date": "2017-07-02T23:30:00Z"}, "2017-07-02T23:30:00+00:00", "2017-07-03"),
        ("Sun, 02 Jul 2017 23:30:00 GMT", "2017-07-02T23:30:00+00:00", "2017-07-03"),
        ("Sun, 02 Jul 2017 18:30:00 EST", "2017-07-02T18:30:00-05:00", "2017-07-03"),
        ("0001-01-01T00:30:00+10:00", "0001-01-01T00:30:00+10:00", "0001-01-01"),
    ],
    ids=repr,
)
def test_time_and_day(told: object, at: str | None, day: str) -> None:
    article = api.read(json.dumps({"text": BODY, "published": told}).encode())
    assert (article.published_at.isoformat() if article.published_at else None) == at
    assert str(article.published) == day


def test_what_a_caller_gives() -> None:
    (article,) = api.read_all([BODY.encode()], published=LATE)
    assert isinstance(article, Article)
    assert article.published_at == dt.datetime.fromisoformat(LATE)
    own = Article.from_text(BODY, published=dt.datetime(2017, 7, 2, 23, 30, tzinfo=dt.UTC))
    assert (own.published, str(own.published_at)) == (dt.date(2017, 7, 3), "2017-07-02 23:30:00+00:00")
    assert Article.from_text(BODY, published=dt.date(2017, 7, 2)).published_at is None


def test_a_record_with_a_time_that_is_none() -> None:
    value = api.to_dict(api.parse(Article.from_text(BODY, published=LATE)))
    value["article"]["published_at"] = "2017-07-02"
    with pytest.raises(InputError, match="no time like"):
        api.from_dict(value)


def test_a_record_without_a_time_has_no_key_for_it() -> None:
    assert (
        "published_at"
        not in api.to_dict(api.parse(Article.from_text(BODY, published="2017-07-02")))["article"]
    )
