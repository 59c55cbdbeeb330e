"""Law 2 for records of any origin: no value without evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from tests.properties.texts import bodies

from libya_news import Article, from_dict, parse, to_dict
from libya_news.benchmark.stories import stories
from libya_news.validating import without_evidence

TEXT = (
    "At least 20 people were killed in an air strike on Derna on Sunday, a medic said. The strike was carried out "
    "by the Libyan National Army."
)


def answer() -> dict[str, Any]:
    """A record of another system's: ours, as plain values."""
    return to_dict(parse(Article.from_text(TEXT, published="2018-06-05")))


def problems(answer: dict[str, Any]) -> tuple[str, ...]:
    return without_evidence(from_dict(answer))


def without(field: str) -> dict[str, Any]:
    made = answer()
    casualty = made["casualties"][0]
    casualty["evidence"] = [e for e in casualty["evidence"] if e["field"] != field]
    return made


@given(bodies)
def test_records_of_parse_hold(text: str) -> None:
    assert without_evidence(parse(Article.from_text(text, published="2017-07-08"))) == ()


def test_records_of_whole_stories_hold() -> None:
    for record in stories(3, 30):
        assert without_evidence(parse(record.article)) == ()


@pytest.mark.parametrize("field", ["cause", "place", "date", "source"])
def test_a_value_whose_words_are_gone_is_told(field: str) -> None:
    assert problems(without(field)) == (f"casualty killed-0-18 names no words for its {field}",)


def _side(c: dict[str, Any]) -> None:
    c["victims"]["side"] = "libyan-national-army"


def _perpetrator(c: dict[str, Any]) -> None:
    c["perpetrators"] = [{"actor": None, "description": "gunmen", "status": "stated"}]


@pytest.mark.parametrize(("field", "put"), [("side", _side), ("perpetrator", _perpetrator)])
def test_a_value_that_is_put_in_is_told(field: str, put: Callable[[dict[str, Any]], None]) -> None:
    made = without(field)
    put(made["casualties"][0])
    assert problems(made) == (f"casualty killed-0-18 names no words for its {field}",)


def test_the_publication_day_needs_no_words() -> None:
    made = without("date")
    made["casualties"][0]["date"] = {
        "start": "2018-06-05", "end": "2018-06-05", "precision": "day", "basis": "publication",
    }  # fmt: skip
    assert problems(made) == ()


def test_a_place_that_the_record_does_not_hold_is_told() -> None:
    made = answer()
    made["casualties"][0]["place"] = "benghazi"
    assert problems(made) == (
        "casualty killed-0-18 has the place 'benghazi', which the record does not hold",
    )
