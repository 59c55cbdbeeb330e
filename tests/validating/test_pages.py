"""The example of each page fires when it is parsed as a text, and what the page says instead is silent."""

from __future__ import annotations

import re

import pytest

from libya_news import api
from libya_news.model import Article
from libya_news.validating import Validator, validators

# Codes whose example no sound reading makes out of a text: they guard records of other makers, or readings
# that the parser rightly refuses. Their stories are made by hand in the cases.
BY_HAND = {"LN403", "LN404"}

every_page = pytest.mark.parametrize("v", validators(), ids=lambda v: v.code)


def codes(text: str) -> set[str]:
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)  # the lines of a page are wrapped, not paragraphs
    return {f.code for f in api.parse(Article.from_text(text)).findings}


@every_page
def test_the_example_fires(v: Validator) -> None:
    if v.code not in BY_HAND:
        assert v.code in codes(v.section("Example"))


@every_page
def test_instead_is_silent(v: Validator) -> None:
    assert v.code not in codes(v.section("Instead"))
