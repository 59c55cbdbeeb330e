"""Sentences in the habits of different newspapers, each with its claims, and traps that have none.

`claim_sentences.jsonl` holds one sentence a line; its claims are [speaker, cue, content]. A description must
hold the speaker's words, and the content must be met exactly, but for outer marks and stops.
"""

import json
from pathlib import Path

import pytest
from tests.parsing.claiming import MARKS, claims_of

LINES = Path(__file__).with_name("claim_sentences.jsonl").read_text(encoding="utf-8").splitlines()
ROWS = [json.loads(line) for line in LINES]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['habit']}-{k:03}" for k, row in enumerate(ROWS)])
def test_the_claims_of_a_sentence(row: dict[str, object]) -> None:
    text, wanted = str(row["text"]), row["claims"]
    assert isinstance(wanted, list)
    found = claims_of(text)
    got = sorted((claim.content.exact.strip(MARKS), claim.speaker.description) for claim in found)
    want = sorted((content.strip(MARKS), speaker) for speaker, _, content in wanted)
    assert [content for content, _ in got] == [content for content, _ in want]
    for (_, described), (_, speaker) in zip(got, want, strict=True):
        assert speaker.lower() in described.lower() or described.lower() in speaker.lower()
    for claim in found:
        for mention in (claim.cue, claim.content, claim.speaker.mention, *claim.pieces):
            assert mention is None or mention.holds_in(text)


def test_there_are_at_least_150_sentences() -> None:
    assert len(ROWS) >= 150
    assert len({row["text"] for row in ROWS}) == len(ROWS)
