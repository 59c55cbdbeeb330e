"""Errors planted into clean stories: the measure itself, and the validators against their floors."""

from __future__ import annotations

import pytest

from libya_news import api
from libya_news.benchmark.planting import measure, planted, plants, totals
from libya_news.model import Article, Finding, Mention
from libya_news.validating import validators

SIZE = 1020
RECALL, PRECISION = 0.95, 0.90


def test_every_plant_is_a_code_of_the_validators() -> None:
    codes = {v.code for v in validators()}
    assert set(plants()) <= codes
    assert len(plants()) >= 25


def test_planted_words_stand_first_and_slots_are_filled() -> None:
    for p in planted(1, 2 * len(plants())):
        words = p.article.text[p.start : p.end]
        assert words
        assert "{" not in words
        assert p.article.text[p.end : p.end + 2] == "\n\n"


def test_the_same_seed_plants_the_same() -> None:
    assert list(planted(2, 40)) == list(planted(2, 40))


def test_the_measure() -> None:
    stories = list(planted(0, 34))

    def all_right(article: Article) -> tuple[Finding, ...]:
        p = next(s for s in stories if s.article is article)
        words = Mention.of(article.text, 0, 3)
        return (Finding(code=p.code, severity="info", message="", evidence=(words,)),)

    perfect = totals(measure(stories, all_right))
    assert (perfect.recall, perfect.precision) == (1.0, 1.0)
    assert totals(measure(stories, lambda article: ())).recall == 0.0


@pytest.mark.slow
def test_validators_find_what_was_planted_and_little_else() -> None:
    tallies = measure(planted(0, SIZE), lambda article: api.parse(article).findings)
    whole = totals(tallies)
    missed = {code: t.recall for code, t in tallies.items() if t.recall < RECALL}
    assert whole.precision >= PRECISION, tallies
    assert whole.recall >= RECALL, missed
