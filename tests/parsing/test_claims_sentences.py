"""Sentences in the habits of different newspapers, each with its claims, and traps that have none."""

import pytest

from tests.parsing import claim_sentences as rows
from tests.parsing.claim_sentences import Row
from tests.parsing.claiming import MARKS, claims_of

ALL: list[Row] = [
    *rows.AGENCY,
    *rows.BROADCAST,
    *rows.AMERICAN,
    *rows.LOCAL,
    *rows.HEADLINES,
    *rows.QUOTES,
    *rows.TRAPS,
    *rows.MORE,
]


@pytest.mark.parametrize(("text", "wanted"), ALL, ids=[f"{k:03}" for k in range(len(ALL))])
def test_the_claims_of_a_sentence(text: str, wanted: list[tuple[str, str, str]]) -> None:
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
    assert len(ALL) >= 150
    assert len({text for text, _ in ALL}) == len(ALL)
