"""When words say that the place before them was hit."""

from __future__ import annotations

import pytest

from libya_news.parsing.struck_places import is_struck


@pytest.mark.parametrize("words", ["was pounded", "were raided", "has been besieged", "came under fire"])
def test_a_place_that_was_hit(words: str) -> None:
    assert is_struck(["derna", *words.split()], 1)


@pytest.mark.parametrize("words", ["was near sirte", "was on fire", "were outside", "has been calm", "was"])
def test_a_place_of_which_something_else_is_told(words: str) -> None:
    assert not is_struck(["derna", *words.split()], 1)
