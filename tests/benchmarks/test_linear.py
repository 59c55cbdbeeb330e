"""Hostile texts end in time: a small version of what `make bench` measures."""

from __future__ import annotations

import sys
from time import process_time

import pytest
from tests.benchmarks.hostile import FAMILIES

from libya_news import api
from libya_news.model.article import Article


@pytest.mark.parametrize("name", FAMILIES)
def test_hostile_text_takes_less_than_a_second(name: str) -> None:
    text = FAMILIES[name](8000)
    start = process_time()
    record = api.parse(Article.from_text(text, published="2017-07-08"))
    seconds = process_time() - start
    assert seconds < 1.0 or sys.gettrace() is not None  # measuring coverage slows what is timed
    assert record.article.text == text
