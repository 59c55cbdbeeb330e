"""The scene of each casualty: place, date, cause, perpetrators and side, stated or carried."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from libya_news.model.article import Article
from libya_news.model.casualty import Casualty
from libya_news.model.record import Record
from libya_news.parsing.pipeline import parse_article

STORIES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("scenes.toml").read_text(encoding="utf-8")
)
TEXTS = sorted({row["text"] for rows in STORIES.values() for row in rows})


def parse(text: str) -> Record:
    return parse_article(Article.from_text(text, published=dt.date(2019, 5, 8)))


def named(record: Record, key: str) -> Casualty:
    harm, low = key.split()
    found = [c for c in record.casualties if c.harm == harm and c.count.low == int(low)]
    assert found, f"no {key} among {[(c.harm, c.count.low) for c in record.casualties]}"
    return found[0]


def value(casualty: Casualty, field: str) -> object:
    if field == "date":
        return f"{casualty.date.start} {casualty.date.end}" if casualty.date else "none"
    if field == "relation":
        where = casualty.relation
        return f"{where.km:g} {where.bearing}" if where and where.km else "none"
    if field in ("side", "group"):
        found: object = getattr(casualty.victims, field)
    elif field == "perpetrator":
        who = casualty.perpetrator
        found = who and (who.actor or who.description)
    else:
        found = getattr(casualty, field)
    return "none" if found is None else found


@pytest.mark.parametrize("row", STORIES["scene"])
def test_scene(row: dict[str, Any]) -> None:
    record = parse(row["text"])
    for key, fields in row["casualties"].items():
        casualty = named(record, key)
        assert {field: value(casualty, field) for field in fields} == fields


@pytest.mark.parametrize("row", STORIES["cause"])
def test_cause(row: dict[str, Any]) -> None:
    assert value(parse(row["text"]).casualties[0], "cause") == row["cause"]


@pytest.mark.parametrize("row", STORIES["perpetrator"])
def test_perpetrator(row: dict[str, Any]) -> None:
    for casualty in parse(row["text"]).casualties:
        assert str(value(casualty, "perpetrator")).lower() == row["perpetrator"].lower()


@pytest.mark.parametrize("row", STORIES["side"])
def test_side(row: dict[str, Any]) -> None:
    casualty = parse(row["text"]).casualties[0]
    assert (value(casualty, "side"), value(casualty, "group")) == (row["side"], row["group"])


@pytest.mark.parametrize("text", TEXTS)
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
