"""Dates in the habits of many newspapers, and their look-alikes: `date_sentences.jsonl`, published on 8 July 2017.

Only the dates whose days can be told are listed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.parsing.dating import read

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("date_sentences.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_dates_of_a_sentence(row: dict[str, Any]) -> None:
    assert [list(date) for date in read(row["text"]) if date[1] != "?"] == row["dates"]
