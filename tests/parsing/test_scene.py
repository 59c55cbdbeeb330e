"""The scene of each casualty: place, date, cause, perpetrators and side, stated or carried."""

from __future__ import annotations

import datetime as dt

import pytest
from libya_news.model.article import Article
from libya_news.model.casualty import Casualty
from libya_news.model.record import Record
from libya_news.parsing.pipeline import parse_article

from tests.parsing.scene_stories import CAUSES, DATES, PERPETRATORS, PLACES, SIDES, D
from tests.parsing.scene_stories_long import STORIES


def parse(text: str) -> Record:
    return parse_article(Article.from_text(text, published=dt.date.fromisoformat(D)))


def named(record: Record, key: str) -> Casualty:
    harm, low = key.split()
    found = [c for c in record.casualties if c.harm == harm and c.count.low == int(low)]
    assert found, f"no {key} among {[(c.harm, c.count.low) for c in record.casualties]}"
    return found[0]


def value(casualty: Casualty, field: str) -> str | bool | None:
    if field == "side":
        return casualty.victims.side
    if field == "perpetrator":
        found = casualty.perpetrator
        return found and (found.actor or found.description)
    if field == "date":
        return f"{casualty.date.start} {casualty.date.end}" if casualty.date else None
    if field == "relation":
        return f"{casualty.relation.km:g} {casualty.relation.bearing}" if casualty.relation and casualty.relation.km else None
    result: str | bool | None = getattr(casualty, field)
    return result


@pytest.mark.parametrize(("text", "expected"), [*PLACES, *DATES, *STORIES])
def test_place_and_date(text: str, expected: dict[str, dict[str, str | bool | None]]) -> None:
    record = parse(text)
    for key, fields in expected.items():
        casualty = named(record, key)
        assert {field: value(casualty, field) for field in fields} == fields


@pytest.mark.parametrize(("text", "cause"), [row for row in CAUSES if row[1] != "?"])
def test_cause(text: str, cause: str | None) -> None:
    assert parse(text).casualties[0].cause == cause


@pytest.mark.parametrize(("text", "who"), PERPETRATORS)
def test_perpetrator(text: str, who: str | None) -> None:
    for casualty in parse(text).casualties:
        found = casualty.perpetrator
        assert (found and (found.actor or found.description)) == who or (
            found is not None and who is not None and found.description.lower() == who.lower()
        )


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_side(text: str, side: tuple[str | None, str | None]) -> None:
    casualty = parse(text).casualties[0]
    assert (casualty.victims.side, casualty.victims.group) == side


@pytest.mark.parametrize("text", sorted({row[0] for row in (*PLACES, *DATES, *STORIES, *CAUSES, *PERPETRATORS, *SIDES)}))
def test_every_value_names_its_words(text: str) -> None:
    record = parse(text)
    for casualty in record.casualties:
        fields = {evidence.field for evidence in casualty.evidence}
        for field in ("place", "date", "cause"):
            assert (getattr(casualty, field) is not None) == (field in fields), field
        assert bool(casualty.perpetrators) == ("perpetrator" in fields)
        assert bool(casualty.victims.side or casualty.victims.group) == ("side" in fields)
        for evidence in casualty.evidence:
            assert record.article.text[evidence.start : evidence.end] == evidence.exact
