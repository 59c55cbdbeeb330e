"""Quotations over paragraphs: from three on, one claim with a piece a paragraph; broken marks join nothing."""

import pytest
from tests.parsing.claiming import claims_of
from tests.parsing.growing import assert_linear

LONG = {
    'Omar Ben said: "It was dawn.\n\n"We ran to the school. Two fell.\n\n"Nobody came."': [
        ("Omar Ben", ["It was dawn", "We ran to the school. Two fell", "Nobody came"])
    ],
    '"It was dawn.\n"We ran to the school.\n"Nobody came," Omar Ben told AFP.': [
        ("Omar Ben", ["It was dawn", "We ran to the school", "Nobody came"])
    ],
    "“It was dawn,” said Omar Ben. “We hid.\n\n“We ran to the school.\n\n“Nobody came.”": [
        ("Omar Ben", ["It was dawn"]),
        ("Omar Ben", ["We hid", "We ran to the school", "Nobody came"]),
    ],
    '"One.\n\n"Two was hit.\n\n"Three was hit.\n\n"Four was hit," a medic said.\n\nThe mayor said two died.': [
        ("a medic", ["One", "Two was hit", "Three was hit", "Four was hit"]),
        ("The mayor", ["two died"]),
    ],
}


@pytest.mark.parametrize("text", LONG)
def test_a_quotation_over_three_paragraphs_is_one_claim(text: str) -> None:
    claims = claims_of(text)
    assert [(c.speaker.description, [p.exact for p in c.pieces]) for c in claims] == LONG[text]
    for claim in claims:
        assert claim.content.holds_in(text)
        assert claim.content.start == claim.pieces[0].start
        assert claim.content.end == claim.pieces[-1].end


@pytest.mark.parametrize(
    "text",
    [
        '"It was dawn.\n\n"We ran," said Omar Ben.',  # two paragraphs: sentence by sentence
        'Omar Ben said: "It was dawn."\n\n"We ran."\n\n"Nobody came."',  # three quotations, each closed
        'Omar Ben said: "It was dawn.\n\nWe ran.\n\n"Nobody came."',  # a mark is missing between
    ],
)
def test_other_runs_of_quotations_stay_apart(text: str) -> None:
    assert all(len(claim.pieces) == 1 for claim in claims_of(text))


def test_paragraphs_of_nobody_are_no_claim() -> None:
    assert claims_of('"It was dawn.\n\n"We ran to the school.\n\n"Nobody came."') == []


@pytest.mark.parametrize("unit", ['"We ran away.\n', "“We ran away.\n\n", '"We ran," he said. "It fell.\n\n'])
def test_100_kb_of_open_paragraphs_take_linear_time(unit: str) -> None:
    small, large = unit * (25_000 // len(unit)), unit * (100_000 // len(unit))
    assert_linear(claims_of, small, large + '"It fell," said Omar Ben.')
