"""The story that the project began with, as its page prints it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from libya_news.model.article import Article
from libya_news.reading.inputs import read_inputs

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_furniture_of_the_seed_story() -> None:
    (path,) = SEEDS.glob("*.txt")
    (article,) = read_inputs([path])
    assert isinstance(article, Article)
    assert article.text == path.read_bytes().decode()
    assert article.headline == "General Haftar loses 44 soldiers in month of fighting militants in Libya"
    assert (article.standfirst or "").startswith("Controversial military strongman")
    assert (article.published, article.published_basis) == (dt.date(2017, 7, 2), "furniture")
    assert (article.reading_minutes, article.language, article.dateline) == (2, "en", None)
    (caption,) = article.captions
    assert (caption.text, caption.credit) == (
        "General Haftar heads the self-styled Libyan National Army",
        "Getty",
    )
    assert article.text[caption.start : caption.end] == caption.text
    assert [zone.zone for zone in article.zones] == [
        "headline", "headline", "standfirst", "byline", "byline", "caption", "body",
    ]  # fmt: skip
    body = article.zones[-1]
    assert article.text[body.start : body.end].startswith("Forty-four soldiers loyal")
