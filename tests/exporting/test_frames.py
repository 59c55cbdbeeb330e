"""DataFrames hold the flat tables with their types; unknown is null and never a number."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from libya_news import Article, InputError, parse
from libya_news.exporting import frames as module
from libya_news.exporting.csv_folder import columns_of
from libya_news.exporting.frames import frames
from libya_news.model import Record

BACKENDS = ("pandas", "polars", "pyarrow")
TEXT = (
    "At least 12 soldiers were killed in Sirte on 5 August 2016. No toll was available for the militants. "
    "Two guards and a nurse died in Derna and Tobruk, medics said."
)


def stories() -> list[Record]:
    return [parse(Article.from_text(TEXT, id="a")), parse(Article.from_text("Nothing happened.", id="b"))]


def column(frame: Any, name: str, backend: str) -> list[Any]:
    if backend == "pandas":
        return [None if value is None or repr(value) in ("<NA>", "nan") else value for value in frame[name]]
    return list(frame[name].to_pylist() if backend == "pyarrow" else frame[name].to_list())


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    pytest.importorskip("narwhals")
    pytest.importorskip(request.param)
    return str(request.param)


def test_the_tables_with_their_columns_and_nulls(backend: str) -> None:
    made = frames(stories(), backend=backend)  # type: ignore[arg-type]
    assert list(made) == list(columns_of())
    for name, frame in made.items():
        names = list(frame.column_names if backend == "pyarrow" else frame.columns)
        assert names == [c.name for c in columns_of()[name]]
    casualties = made["casualties"]
    assert column(casualties, "low", backend)[:2] == [12, None]
    assert column(casualties, "high", backend)[:2] == [None, None]
    assert column(casualties, "date_start", backend)[0] == dt.date(2016, 8, 5)
    assert column(casualties, "includes_attacker", backend)[0] is None
    assert all(json.loads(cell) == [] for cell in column(casualties, "victim_names", backend))
    assert len(column(made["articles"], "article_id", backend)) == 2


def test_no_story_is_tables_without_rows(backend: str) -> None:
    made = frames([], backend=backend)  # type: ignore[arg-type]
    assert all(len(frame) == 0 for frame in made.values())


def test_whole_numbers_stay_whole(backend: str) -> None:
    low = frames(stories(), backend=backend)["casualties"]["low"]  # type: ignore[arg-type]
    kind = str(low.type if backend == "pyarrow" else low.dtype)
    assert kind.lower() == "int64"


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="take pandas, polars or pyarrow"):
        frames([], backend="excel")  # type: ignore[arg-type]
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"libya-news\[frames\]"):
        frames([], backend="polars")
