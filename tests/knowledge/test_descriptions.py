"""One key for a description of actors whom nobody names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libya_news import knowledge
from libya_news.knowledge import description_key

SAME = [
    [
        "masked gunmen",
        "the masked gunmen",
        "Masked  gunmen",
        "gunmen, masked",
        "gunmen who were masked",
        "a masked gunman",
        "some masked gunmen",
        "two of the masked gunmen",
        "a group of masked gunmen",
        "12 masked gunmen",
        "MASKED\u00a0GUNMEN",
        "at least five masked gunmen",
    ],
    ["unknown assailants", "an unknown assailant", "the unknown assailants'"],
    [
        "armed men in uniform",
        "the armed men in uniform",
        "two armed men in uniform",
        "men, armed, in uniform",
    ],
    ["residents of the village", "a resident of the village", "several residents of that village"],
]
DIFFERENT = [
    ("masked gunmen", "hooded gunmen"),
    ("masked gunmen", "masked men"),
    ("masked gunmen", "gunmen"),
    ("armed men", "unarmed men"),
    ("guards of the residents", "residents of the guards"),
    ("armed women", "armed men"),
]


@pytest.mark.parametrize("family", SAME, ids=lambda family: family[0])
def test_one_description_has_one_key(family: list[str]) -> None:
    assert {text: description_key(text) for text in family} == dict.fromkeys(
        family, description_key(family[0])
    )


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_descriptions_have_other_keys(one: str, other: str) -> None:
    assert description_key(one) != description_key(other)


@pytest.mark.parametrize("text", ["", "the", "two of them"[:6], ", ,"])
def test_nothing_described_has_no_key(text: str) -> None:
    assert description_key(text) == ""


@given(st.text(max_size=40))
def test_every_text_has_a_key_that_blanks_do_not_change(text: str) -> None:
    assert description_key(f"  {text} ") == description_key(text)


def test_no_key_of_a_description_is_the_id_of_an_actor() -> None:
    assert all(description_key(family[0]) not in knowledge.actors for family in SAME)
