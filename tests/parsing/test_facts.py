"""One fact once: what merges, what stays apart, what is a part, and what corrects what."""

from __future__ import annotations

from typing import Any

import pytest

from libya_news import api
from libya_news.model.article import Article


def facts(text: str, published: str = "2017-07-08") -> list[dict[str, Any]]:
    return api.to_dict(api.parse(Article.from_text(text, published=published)))["casualties"]


def told(text: str) -> list[tuple[str, int | None, int | None, str]]:
    return [(c["harm"], c["count"]["low"], c["count"]["high"], c["count"]["qualifier"]) for c in facts(text)]


STORY = "{head}\n\nSIRTE, Libya - {lede}\n\n{more}"


@pytest.mark.parametrize(
    ("head", "lede", "more", "expected"),
    [
        (
            "Shelling kills nine in Sirte",
            "Shelling killed at least nine people in Sirte on Friday, medics said.",
            "The town has been quiet since May.",
            [("killed", 9, None, "at_least")],
        ),
        (
            "Dozens dead in Sirte fighting",
            "Fighting in Sirte killed 31 soldiers on Friday, medics said.",
            "The road to Misrata was closed.",
            [("killed", 31, 31, "exact")],
        ),
        (
            "Two die in Sirte raid",
            "A raid killed two shepherds in Sirte on Friday, medics said.",
            "In a separate incident, a mine killed two nurses in Derna.",
            [("killed", 2, 2, "exact"), ("killed", 2, 2, "exact")],
        ),
    ],
)
def test_statements_of_one_fact_merge(
    head: str, lede: str, more: str, expected: list[tuple[str, int | None, int | None, str]]
) -> None:
    assert told(STORY.format(head=head, lede=lede, more=more)) == expected


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The raid killed nine people, including two children.", 2, 9),
        ("The raid killed nine soldiers, a captain among them.", 1, 9),
        ("The raid killed nine people, two of them children.", 2, 9),
        ("A shell killed seven civilians: three women and four men.", 3, 7),
        ("Nine people were killed. Two of the dead were children.", 2, 9),
        (
            "A shell wounded 40 people in Sirte. He said 24 of the wounded were in a serious condition.",
            24,
            40,
        ),
        ("The strike wounded 35 workers. Fifteen of the injured are in intensive care.", 15, 35),
        ("The ministry said 28 soldiers were wounded, six of them in critical condition.", 6, 28),
        ("The clinic had admitted 21 wounded, three of them in critical condition.", 3, 21),
        ("Twenty-one people were hurt, and nine of those are in a critical condition.", 9, 21),
        ("Seven soldiers were wounded, one of whom lost both hands.", 1, 7),
        ("Shelling hurt 18 people. Two of the injured, both passers-by, were on life support.", 2, 18),
        ("Ten rebels were wounded. Four of the wounded were flown abroad in a critical condition.", 4, 10),
    ],
)
def test_a_part_hangs_on_its_whole(text: str, part: int, whole: int) -> None:
    found = {c["count"]["low"]: c for c in facts(text)}
    assert found[part]["part_of"] == found[whole]["id"]
    assert found[whole]["part_of"] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half of the 32 captives died.", ("killed", 16, 16, "exact")),
        ("The raid killed 41 people, all but two of them soldiers.", ("killed", 39, 39, "exact")),
        ("The raid killed nine people, most of them soldiers.", ("killed", 5, None, "vague")),
        ("About half of the 30 miners were wounded.", ("wounded", 15, 15, "about")),
    ],
)
def test_shares_are_reckoned_from_their_whole(text: str, expected: tuple[str, int, int | None, str]) -> None:
    assert expected in told(text)


def test_a_share_that_does_not_divide_is_not_guessed() -> None:
    assert ("killed", 4, 4, "exact") not in told("Half of the nine captives died.")


def test_a_correction_supersedes_and_both_stay() -> None:
    nine, nineteen = facts("Corrected: nine people died in the raid, not 19.")
    assert nine["supersedes"] == [nineteen["id"]]
    assert (nine["count"]["low"], nineteen["count"]["low"]) == (9, 19)


def test_an_increment_and_a_running_total() -> None:
    kinds = {
        c["count"]["low"]: c["kind"]
        for c in facts("Five more fishermen died on Friday, bringing the death toll to 60.")
    }
    assert kinds == {5: "increment", 60: "cumulative"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed in the capital on Friday.", "tripoli"),
        ("Shelling hit Bouatni on Monday. Nine people were killed in the city, medics said.", "benghazi"),
        ("Nine people were killed across the country.", "libya"),
    ],
)
def test_a_place_that_is_meant_and_not_named_is_listed_without_a_mention(text: str, place: str) -> None:
    record = api.to_dict(api.parse(Article.from_text(text, published="2017-07-08")))
    (found,) = record["casualties"]
    assert found["place"] == place
    assert [p["mentions"] for p in record["places"] if p["id"] == place] == [[]]


def test_no_casualties_are_two_zeros() -> None:
    assert told("There were no casualties.") == [("killed", 0, 0, "none"), ("wounded", 0, 0, "none")]


def test_captured_and_then_killed_are_two_facts() -> None:
    assert {c["harm"] for c in facts("Two soldiers were captured and killed near Sirte.")} == {
        "captured",
        "killed",
    }


def test_a_statement_without_a_number_lends_its_place_and_speaker() -> None:
    (fact,) = facts("Gunmen killed nine soldiers. The soldiers were killed in Derna, a doctor said.")
    assert fact["claims"]
    assert "derna" in fact["places"]
    assert len([e for e in fact["evidence"] if e["field"] == "count"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied reports that three officers were captured.",
        "In a drill at the port on Tuesday, medics treated 12 mock casualties.",
        "If the dam breaks, 300 people would be killed.",
        "The sanctions hit five officials and a ship.",
        "The file had 120 pages, three of them missing.",
        "The court freed six men for lack of evidence.",
        "Who killed the 12 men?",
        "She is a mother of three.",
    ],
)
def test_what_is_not_told_as_a_fact_makes_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two brothers, 16, died in Sirte.", [("killed", 2, 2, "exact")]),
        ("The three cousins, 19, 23 and 31, were shot dead in Sirte.", [("killed", 3, 3, "exact")]),
        ("The twin brothers, 16, were blown to pieces by a mine.", []),
        ("His cousins, 19 and 21, were killed in Sirte.", []),
        (
            "Two soldiers, 14 civilians and a guard were killed in Sirte.",
            [("killed", 2, 2, "exact"), ("killed", 14, 14, "exact"), ("killed", 1, 1, "exact")],
        ),
    ],
)
def test_ages_of_several_are_no_count(
    text: str, expected: list[tuple[str, int | None, int | None, str]]
) -> None:
    assert [t for t in told(text) if t[3] != "unknown"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The colonel's men killed one farmer and two of his sons were wounded.",
            {("killed", 1), ("wounded", 2)},
        ),
        ("They killed two soldiers, 16 were wounded.", {("killed", 2), ("wounded", 16)}),
        ("Gunmen shot dead two boys and their father was abducted.", {("killed", 2), ("kidnapped", 1)}),
    ],
)
def test_an_object_is_no_subject_of_the_next_clause(text: str, expected: set[tuple[str, int]]) -> None:
    assert {(harm, low) for harm, low, _, _ in told(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        'A deputy is a critic of the minister Salem Karra, called the order "an insult to the drowned".',
        "The fourth has not been identified.",
        "He described the shooting as an attempted kidnapping, not an assassination.",
        "The mayor laid a wreath for the fallen and left.",
    ],
)
def test_words_of_harm_that_count_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nine people, including three children and a woman, were killed when a rocket hit.", [3, 1]),
        ("Nine people, including three children, a woman and a medic, died in Sirte.", [3, 1, 1]),
        ("Nine people, including two boys, a medic, and a guard, were killed.", [2, 1, 1]),
        ("Nine people, including two boys, and three guards were killed.", [2]),
    ],
)
def test_a_list_of_included_victims(text: str, parts: list[int]) -> None:
    found = facts(text)
    assert [c["count"]["low"] for c in found if c["part_of"] == found[0]["id"]] == parts
