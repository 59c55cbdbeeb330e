"""Quotation marks: nested, broken, over paragraphs, and very many of them."""

import random

import pytest
from tests.parsing.claiming import claims_of
from tests.parsing.growing import assert_linear

from libya_news.parsing.quotes import find_quotes
from libya_news.text.tokens import tokenize


def quoted(text: str) -> list[str]:
    tokens = tokenize(text)
    return [tokens.quote(q.first, q.last) if q.last > q.first else "" for q in find_quotes(tokens)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"It is over," he said.', ["It is over,"]),
        ("“It is over,” he said.", ["It is over,"]),
        ("‘It is over,’ he said.", ["It is over,"]),
        ("'It is over,' he said.", ["It is over,"]),
        ("«It is over», he said.", ["It is over"]),
        ("He said the “army” left the “town”.", ["army", "town"]),
        ("\"He told us 'run' and we ran,\" she said.", ["He told us 'run' and we ran,", "run"]),
        ("Jathran's men didn't leave the brothers' house.", []),
        ("“It is over, he said.", ["It is over, he said."]),
        ("It is over,” he said.", []),
        ('The 5" gun fired.', []),
        ("", []),
    ],
)
def test_quotations(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_quotation_goes_on_over_paragraphs() -> None:
    tokens = tokenize("“One.\n\n“Two.\n\n“Three,” he said.\n\n“Four,” she said.")
    assert [(q.closed, q.follows) for q in find_quotes(tokens)] == [
        (False, False), (False, True), (True, True), (True, False),
    ]  # fmt: skip


def test_three_paragraphs_have_one_speaker() -> None:
    (claim,) = claims_of(
        "“The first shell hit us.\n\n“The second hit the clinic.\n\n“Nobody came,” said Huda Salem."
    )
    assert claim.speaker.description == "Huda Salem"
    assert [p.exact for p in claim.pieces] == [
        "The first shell hit us",
        "The second hit the clinic",
        "Nobody came",
    ]


@pytest.mark.parametrize(
    "unit", ['"', "“", "”", "'", "‘", "’", '" ', ' "', '"a" ', "“a” ", '" said ', '\n"', "«»", "'\""]
)
def test_100_kb_of_marks_take_linear_time(unit: str) -> None:
    small, large = unit * (25_000 // len(unit)), unit * (100_000 // len(unit))
    assert_linear(claims_of, small, large)


@pytest.mark.parametrize(
    "unit",
    [
        "said ", ", said ", "he said, ", "He said. ", '"Go," he said. ', "according to ", "a, ", "who said ",
        "The ministry said so. ", "( ", "denied it. ",
    ],
)  # fmt: skip
def test_100_kb_of_cues_take_linear_time(unit: str) -> None:
    small, large = unit * (12_500 // len(unit)), unit * (50_000 // len(unit))
    assert_linear(claims_of, small, large)


def test_no_text_raises_and_every_mention_holds() -> None:
    rng = random.Random(7)  # noqa: S311  (no secret)
    words = (
        "\" “ ” ' ‘ ’ , . : ; - – ( ) \n said says told AFP that according to denied he who the a "
        "ministry Omar Ben citing quoted as saying by of on Saturday put at 20 called army adding and but "
        "while which"
    ).split(" ")
    for _ in range(300):
        text = " ".join(rng.choice(words) for _ in range(rng.randrange(1, 60)))
        if rng.random() < 0.5:
            text = text.replace(" ", "", rng.randrange(6))
        for claim in claims_of(text):
            for mention in (claim.cue, claim.content, claim.speaker.mention, *claim.pieces):
                assert mention is None or mention.holds_in(text)
                assert mention is None or mention.exact.strip()
