"""Who says a figure: never the dead themselves, and the source of a total for what goes on from it."""

from __future__ import annotations

import datetime as dt

import pytest

import libya_news

PUBLISHED = dt.date(2017, 7, 8)


def _sources(text: str) -> list[str | None]:
    record = libya_news.parse(libya_news.Article.from_text(text, published=PUBLISHED.isoformat()))
    return [None if c.source is None else c.source.description for c in record.casualties]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A doctor, Nasr Turki, spoke to us. A boy of eight was killed on a balcony, he said.", "Nasr Turki"),
        ("Omar Salem, a medic, was on duty. A guard was shot dead at noon, he said.", "Omar Salem"),
        ("The mission visited Derna. Nine had been wounded there, it said.", "The mission"),
        ("The ministry sent a team to Hun. Four were killed on the road, it said.", "The ministry"),
    ],
)
def test_whoever_was_harmed_is_not_who_says_so(text: str, speaker: str) -> None:
    assert speaker in str(_sources(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Officials met in Hun. Four civilians died, they said.",
        "Elders met in Hun. Six men were buried, they said.",
    ],
)
def test_the_dead_say_nothing(text: str) -> None:
    assert all(
        source is None or "civilians" not in source and "men" not in source for source in _sources(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "The army said nine soldiers died near Hun. Ten others were injured.",
        "A medic said six people were killed in Brak. Twelve more were hurt.",
        "A clinic in Hun said five workers were killed. Two of the five were from Chad.",
    ],
)
def test_a_sentence_that_counts_on_rests_on_the_same_claim(text: str) -> None:
    first, *others = _sources(text)
    assert first is not None
    assert others
    assert set(others) == {first}


def test_the_newspaper_may_go_on_in_its_own_voice() -> None:
    sources = _sources(
        "The army said nine soldiers died near Hun. A shell killed a farmer in Brak on Friday."
    )
    assert sources[0] is not None
    assert sources[1] is None
