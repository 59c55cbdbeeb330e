"""The examples of the certainty lexicon, and phrases that only look like doubt."""

import re

import pytest

from libya_news.english.speech import load_lexicon
from libya_news.parsing.certainty import find_hedges
from libya_news.parsing.claims_text import View, encode
from libya_news.text.tokens import tokenize

CUES = load_lexicon("certainty")["cue"]


def covered(text: str) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    view = View(tokens, encode(tokens))
    return [(hedge.level, tokens.quote(*hedge.covers)) for hedge in find_hedges(view)]


@pytest.mark.parametrize("cue", CUES, ids=[cue["phrases"][0] for cue in CUES])
def test_a_cue_covers_the_words_of_its_example(cue: dict[str, str]) -> None:
    text = re.sub(r"[\[\]]", "", cue["example"])
    found = covered(text)
    assert found
    for words in re.findall(r"\[(.*?)\]", cue["example"]):
        assert any(level == cue["level"] and words in scope for level, scope in found), (words, found)


@pytest.mark.parametrize(
    "phrase",
    sorted({phrase for cue in CUES for phrase in cue["phrases"]} - {"may", "is believed", "are believed"}),
)
def test_every_phrase_is_found(phrase: str) -> None:
    assert covered(f"The men {phrase} there.")


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 7 died.",
        "As many as 7 died in May.",
        "Not less than 40 came.",
        "It happened in May.",
        "Since May 7 men have died.",
        "There is no doubt that 7 died.",
    ],
)
def test_a_phrase_that_only_looks_like_doubt_covers_nothing(text: str) -> None:
    assert covered(text) == []


def test_the_scope_ends_at_a_terminator_and_at_the_sentence() -> None:
    ((_, scope),) = covered("The raid may have killed two but three fled. Four died.")
    assert scope == "may have killed two"
