"""Sides, classes, perpetrators and scopes in sentences of many papers' habits, with look-alikes."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from libya_news.model.article import Article
from libya_news.model.casualty import Casualty
from libya_news.parsing.pipeline import parse_article

STORIES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("parties.toml").read_text(encoding="utf-8")
)
ROWS = [pytest.param(row, id=f"{sort}-{n}") for sort, rows in STORIES.items() for n, row in enumerate(rows)]


def told(casualty: Casualty, field: str) -> str:
    if field == "perpetrator":
        who = casualty.perpetrator
        found = None if who is None else who.actor or who.description
    elif field == "scope":
        found = casualty.scope
    else:
        found = casualty.victims.class_ if field == "class" else getattr(casualty.victims, field)
    return "none" if found is None else str(found)


@pytest.mark.parametrize("row", ROWS)
def test_parties(row: dict[str, Any]) -> None:
    record = parse_article(Article.from_text(row["text"], published=dt.date(2019, 5, 8)))
    for key, fields in row["want"].items():
        harm, low = key.split()
        found = [c for c in record.casualties if c.harm == harm and c.count.low == int(low)]
        assert found, f"no {key} among {[(c.harm, c.count.low) for c in record.casualties]}"
        assert {field: told(found[0], field) for field in fields} == fields


SIDES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("sides.toml").read_text(encoding="utf-8")
)
LINES = [
    (day, *line.split(" => ")) for day, row in SIDES.items() for line in row["sentences"].strip().split("\n")
]


@pytest.mark.parametrize(("day", "text", "expected"), LINES)
def test_sides(day: str, text: str, expected: str) -> None:
    record = parse_article(Article.from_text(text, published=dt.date.fromisoformat(day)))
    for want in expected.split("; "):
        harm, low, side = want.split(" ")
        found = [c for c in record.casualties if c.harm == harm and c.count.low == int(low)]
        assert found, f"no {harm} {low}"
        assert (found[0].victims.side or found[0].victims.group or "none") == side
