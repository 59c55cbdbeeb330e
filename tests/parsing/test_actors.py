"""The actors of an article: mentions, roles and affiliations of the day."""

from datetime import date

import pytest
from tests.parsing.naming import DAY, actors


def test_mentions_are_the_words_of_the_text() -> None:
    text = "Khalifa Haftar spoke. Haftar's forces and the LNA advanced on Sirte."
    found = actors(text)
    assert [m.exact for m in found["khalifa-haftar"].mentions] == ["Khalifa Haftar", "Haftar"]
    assert [m.exact for m in found["libyan-national-army"].mentions] == ["Haftar's forces", "LNA"]
    for actor in found.values():
        assert all(m.holds_in(text) for m in actor.mentions)
        assert [m.start for m in actor.mentions] == sorted(m.start for m in actor.mentions)


@pytest.mark.parametrize(
    ("text", "actor", "roles"),
    [
        ("Field Marshal Khalifa Haftar left.", "khalifa-haftar", [("Field Marshal", None)]),
        ("Colonel Faraj al-Amami said so.", "faraj-al-amami", [("Colonel", None)]),
        ("Salem Issa, who speaks for Wahda clinic, left.", "salem-issa", [("spokesperson", "Wahda clinic")]),
        ("Salem Issa, a spokesman for the LNA, said so.", "salem-issa", [("spokesman", "LNA")]),
        ("Prime Minister Fayez al-Sarraj left.", "fayez-sarraj", [("Prime Minister", None)]),
        ("Salem Issa, 34, a teacher, was hurt.", "salem-issa", [("teacher", None)]),
        ("Salem Issa, brother of the mayor, was hurt.", "salem-issa", []),
    ],
)  # fmt: skip
def test_roles(text: str, actor: str, roles: list[tuple[str, str | None]]) -> None:
    found = actors(text)[actor].roles
    assert [(r.title, r.organisation) for r in found] == roles
    assert all(text[r.start : r.end] == r.exact for r in found)


def test_affiliations_are_those_of_the_day() -> None:
    text = "The Libyan National Army said so."
    assert "house-of-representatives" in actors(text, date(2017, 7, 8))["libyan-national-army"].affiliations
    assert (
        "house-of-representatives" not in actors(text, date(2014, 6, 1))["libyan-national-army"].affiliations
    )


def test_a_leader_belongs_to_his_group_and_an_armed_group_to_its_community() -> None:
    found = actors("Troops loyal to Col. Nasr fought a Tebu self-defence unit.")
    assert found["nasr-forces"].kind == found["tebu-self-defence-unit"].kind == "armed_group"
    assert found["nasr"].affiliations == ("nasr-forces",)
    assert found["tebu-self-defence-unit"].affiliations == ("tebu",)


def test_kinds_of_unknown_actors() -> None:
    found = actors("Salem Issa, a baker, told the Tarhuna Gazette that the 912 Brigade left.")
    kinds = {a.id: a.kind for a in found.values()}
    assert kinds["salem-issa"] == "person"
    assert kinds["tarhuna-gazette"] == "media"
    assert kinds["912-brigade"] == "armed_group"


@pytest.mark.parametrize(
    "text",
    [
        "Masked gunmen shot a guard.",
        "Residents fled; medics counted nine dead.",
        "Two Sudanese mercenaries and a Chadian were captured.",
        "The war went on in March and May.",
    ],
)
def test_what_has_no_name_is_no_actor(text: str) -> None:
    assert actors(text) == {}


def test_coordination_gives_two_actors() -> None:
    assert set(actors("The LNA and the Zintan council clashed.", DAY)) == {
        "libyan-national-army",
        "zintan-council",
    }
