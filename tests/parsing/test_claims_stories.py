"""Claims of short articles in the habits of many papers: `claim_stories.jsonl`, as speaker, cue and content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.parsing.claiming import claims_of

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_name("claim_stories.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_claims_of_a_story(row: dict[str, Any]) -> None:
    found = claims_of(row["text"], "2017-07-08")
    told = [[c.speaker.description, c.cue.exact if c.cue else None, c.content.exact] for c in found]
    assert told == row["claims"]
