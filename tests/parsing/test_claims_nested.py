"""Sources inside sources, and where and when something was said."""

from __future__ import annotations

import pytest
from tests.parsing.claiming import claims_of

CHAINS = {
    "A medic, quoted by Lana, said that five had died.": ("A medic", ["Lana"], "medical"),
    "A medic quoted by the Lana news agency said five had died.": (
        "A medic",
        ["the Lana news agency"],
        "medical",
    ),
    "According to a medic quoted by Lana, five had died.": ("a medic", ["Lana"], "medical"),
    "Reuters cited a medic as saying five had died.": ("a medic", ["Reuters"], "medical"),
    "Five had died, AFP quoted a medic as saying.": ("a medic", ["AFP"], "medical"),
    "State television, citing a medic, said five had died.": ("a medic", ["State television"], "medical"),
    "Lana reported, quoting a medic, that five had died.": ("a medic", ["Lana"], "medical"),
    "Five had died, Lana said, citing a medic.": ("a medic", ["Lana"], "medical"),
    "The agency quoted officials who said five had died.": ("officials", [], "official"),
    "A medic said five had died.": ("A medic", [], "medical"),
}


@pytest.mark.parametrize("text", CHAINS)
def test_the_innermost_source_speaks_and_the_others_are_its_chain(text: str) -> None:
    speaker, chain, kind = CHAINS[text]
    told = [
        claim
        for claim in claims_of(text)
        if claim.content.exact.lower().endswith("five had died") and claim.speaker.description == speaker
    ]
    assert [(c.speaker.kind, [outer.description for outer in c.chain]) for c in told] == [(kind, chain)]


@pytest.mark.parametrize(
    ("text", "said_on", "said_in"),
    [
        ("He told reporters in Rome on Monday that four had died.", "2017-07-03", "rome"),
        ("Speaking in Cairo on Sunday, Aguila Saleh said that four had died.", "2017-07-02", "cairo"),
        ("Speaking on Thursday, the mayor said that four had died.", "2017-07-06", None),
        ("The envoy said from Tunis that four had died.", None, "tunis"),
        ("The ministry said in a statement on Friday that four had died.", "2017-07-07", None),
        ("The ministry said late on Friday that four had died on Thursday.", "2017-07-07", None),
        ("The mayor said that four had died in Cairo on Thursday.", None, None),
    ],
)
def test_when_and_where_it_was_said(text: str, said_on: str | None, said_in: str | None) -> None:
    (claim,) = claims_of(text, "2017-07-08")
    assert (str(claim.said_on.start) if claim.said_on else None, claim.said_in) == (said_on, said_in)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("As the mayor put it, two wells are left.", "the mayor", "two wells are left"),
        (
            "Two wells are left for the town, as the mayor put it.",
            "the mayor",
            "Two wells are left for the town",
        ),
        ('Sarraj called it "a crime," and left the hall.', "Sarraj", 'it "a crime,"'),
        ('Added Juwaili: "We are ready."', "Juwaili", "We are ready"),
        ('A soldier at the gate: "Go back."', "A soldier at the gate", "Go back"),
        ('Ghwell was defiant: "We will not leave."', "Ghwell", "We will not leave"),
        ("The colonel acknowledged, though, that five had died.", "The colonel", "five had died"),
        ("Another said her brother was dead.", "Another", "her brother was dead"),
        ("It was claimed by the council that five had died.", "the council", "five had died"),
        ("Officials would say only that two had died.", "Officials", "two had died"),
        ('"Nine died," read a statement from the brigade.', "a statement from the brigade", "Nine died"),
        ("UNSMIL expressed its deep concern over the killings.", "UNSMIL", "the killings"),
        ("14:30 The ministry says nine have died.", "The ministry", "nine have died"),
        ("Five died, a figure the council disputes.", "the council", "Five died"),
        (
            "The council said in its statement, a copy of which was seen by this paper, that nine died.",
            "The council",
            "nine died",
        ),
        (
            "A guard confirmed to the Libya Observer the death of five men.",
            "A guard",
            "the death of five men",
        ),
    ],
)
def test_habits_of_telling(text: str, speaker: str, content: str) -> None:
    assert [(c.speaker.description, c.content.exact) for c in claims_of(text)] == [(speaker, content)]


def test_an_aside_does_not_end_what_was_said() -> None:
    said, counted = claims_of("Ali said that, after the raid, he had counted nine bodies.")
    assert said.content.exact == "after the raid, he had counted nine bodies"
    assert [s.description for s in counted.chain] == ["Ali"]


def test_what_is_denied_is_what_was_told() -> None:
    _, denied = claims_of("The men are said by relatives to have been shot, a charge the army denied.")
    assert (denied.polarity, denied.content.exact) == ("denies", "have been shot")


@pytest.mark.parametrize("text", ["There are fears that the dam may burst.", "His verdict: “It is over.”"])
def test_nobody_speaks(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("An officer", "military"),
        ("A police officer", "police"),
        ("A press officer", "official"),
        ("A guard", "police"),
        ("A fisherman", "resident"),
        ("A refugee", "witness"),
        ("A pathologist", "medical"),
        ("A rescue worker", "ngo"),
    ],
)
def test_role_nouns_have_a_kind(words: str, kind: str) -> None:
    assert [c.speaker.kind for c in claims_of(f"{words} said five men had died.")] == [kind]
