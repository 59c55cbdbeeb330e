"""The sentences of tests/data: what is wrong may only become less (known_misses.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.data import cases
from tests.data.clean_articles import clean_articles

KNOWN = tomllib.loads(Path(__file__).with_name("known_misses.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", ["traps", "counts", "frames", "press", "unseen", "held_out"])
def test_misses_only_fall(source: str) -> None:
    known = KNOWN[source]
    worse = {
        family: [case.text for case in items]
        for family, items in cases.misses(source).items()
        if len(items) > known.get(family, 0)
    }
    assert not worse, f"more misses than known in {source}: {worse}"


@pytest.mark.parametrize(("source", "least"), [("traps", 500), ("counts", 400), ("frames", 400)])
def test_there_are_as_many_sentences_as_promised(source: str, least: int) -> None:
    texts = [case.text for case in cases.SOURCES[source]()]
    assert len(texts) >= least
    assert len(set(texts)) == len(texts)


def test_at_most_one_casualty_in_a_thousand_clean_articles() -> None:
    invented = [found for text in clean_articles(1000) if (found := cases.found(text))]
    assert len(invented) <= 1, invented[:5]
