"""The lexicon of scenes: each cause's examples give it, and every phrase can be found."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files

import pytest

from libya_news.model.article import Article
from libya_news.parsing.pipeline import parse_article
from libya_news.parsing.scene_words import scene_words

TABLE = tomllib.loads(files("libya_news.english").joinpath("scene.toml").read_text(encoding="utf-8"))
PHRASES = sorted(
    {
        (sort, value, text)
        for sort in ("reset", "blame", "anaphor")
        for value, texts in TABLE[sort].items()
        for text in texts
    }
    | {("cause", cause, text) for cause, entry in TABLE["cause"].items() for text in entry["words"]}
)


@pytest.mark.parametrize(
    ("cause", "text"), [(c, t) for c, e in TABLE["cause"].items() for t in e["examples"]]
)
def test_examples_of_causes(cause: str, text: str) -> None:
    record = parse_article(Article.from_text(text, published=dt.date(2019, 5, 8)))
    assert record.casualties[0].cause == cause


def test_every_phrase_is_found() -> None:
    for sort, value, text in PHRASES:
        words = ["x", *text.split(" "), "x"]
        found = scene_words().find(words)[sort]
        assert any(mark.value == value and mark.last == len(words) - 1 for mark in found), (sort, value, text)


def test_no_phrase_stands_under_two_causes() -> None:
    words = [text for sort, _, text in PHRASES if sort == "cause"]
    assert len(words) == len(set(words))
