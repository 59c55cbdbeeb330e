"""News from abroad makes no casualty of the conflict in Libya; what is said abroad about Libya does."""

from __future__ import annotations

import pytest

from libya_news.model.article import Article
from libya_news.parsing.pipeline import parse_article

HOME = "Three soldiers were killed in Benghazi on Monday.\n\n"
ABROAD = [
    "In Yemen, drones killed five people on Sunday in Marib, officials there said.",
    "In Spain, meanwhile, the coast guard picked up 340 migrants in the Strait of Gibraltar.",
    "Meanwhile in northern Mali, gunmen killed 14 soldiers on Friday.",
    "In Iraq on Tuesday a bomb killed nine people, two of them children.",
    "And in Afghanistan, Taliban fighters killed three policemen.",
]
OF_LIBYA = [
    ("In Syria, an air strike killed 12 Libyans in Idlib.", 12),
    ("In Tunisia, police shot dead two militants.", 2),
    ("In Paris, a diplomat said that 12 fighters had been killed.", 12),
    ("In Paris, a diplomat said 12 fighters had been killed in Sirte.", 12),
    ("In Turkey, doctors said four wounded men had died.", 4),
    ("In Russia, the families of three Wagner men said they had been killed.", 3),
    ("In Brussels, an official said 40 people had drowned.", 40),
    ("In Malta, the coast guard recovered six bodies.", 6),
    ("Two men whom the police had sought in France were killed.", 2),
]


def lows(text: str) -> list[int | None]:
    record = parse_article(Article.from_text(text, published="2017-07-05"))
    return [casualty.count.low for casualty in record.casualties]


@pytest.mark.parametrize("sentence", ABROAD)
def test_news_from_abroad_is_left_out(sentence: str) -> None:
    assert lows(HOME + sentence) == [3]


@pytest.mark.parametrize("sentence", ABROAD)
def test_a_story_that_is_told_from_there_keeps_its_own(sentence: str) -> None:
    assert lows(sentence)


@pytest.mark.parametrize(("sentence", "low"), OF_LIBYA)
def test_what_is_of_libya_stays(sentence: str, low: int) -> None:
    assert low in lows(HOME + sentence)
