"""What hits next is another spot of the town."""

from __future__ import annotations

import pytest

from libya_news import api
from libya_news.model.article import Article

FIRST = "On Sunday, a rocket hit the Waddan Hotel in downtown Tripoli, injuring three people."


def places(text: str) -> list[str | None]:
    record = api.parse(Article.from_text(text, published="2019-06-15"))
    return [casualty.place for casualty in record.casualties]


@pytest.mark.parametrize("opening", ["Another rocket fell on", "A second rocket hit"])
def test_next_rocket_hits_another_spot_of_the_town(opening: str) -> None:
    assert places(f"{FIRST} {opening} a camp, killing two people.") == ["waddan-hotel", "tripoli"]


def test_same_rocket_keeps_its_spot() -> None:
    assert places(f"{FIRST} The rocket also killed two people.") == ["waddan-hotel", "waddan-hotel"]
