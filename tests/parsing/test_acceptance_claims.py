"""What the library promises of claims, one example a promise."""

from __future__ import annotations

import pytest

from libya_news import parse
from libya_news.api import reconcile
from libya_news.model.article import Article
from libya_news.model.record import Record


def read(text: str, name: str | None = None) -> Record:
    return parse(Article.from_text(text, published="2017-07-08", id=name))


@pytest.mark.parametrize(
    ("text", "speaker", "content", "mode"),
    [
        ('"It is over," Nasr said.', "Nasr", "It is over", "direct"),
        ('"It is over," said Nasr.', "Nasr", "It is over", "direct"),
        ("Medics said 3 men died", "Medics", "3 men died", "indirect"),
        ("Medics said that 3 men died", "Medics", "3 men died", "indirect"),
        ("Two died, according to a nurse", "a nurse", "Two died", "indirect"),
        ('Nasr said losses were "light".', "Nasr", 'losses were "light"', "mixed"),
        ('Omar Ben, a doctor, said: "Four died."', "Omar Ben", "Four died", "direct"),
        ("As the mayor put it, two wells are left.", "the mayor", "two wells are left", "indirect"),
    ],
)
def test_who_says_what_and_in_whose_words(text: str, speaker: str, content: str, mode: str) -> None:
    (claim,) = read(text).claims
    assert (claim.speaker.description, claim.content.exact, claim.mode) == (speaker, content, mode)


def test_a_cue_inside_its_content_breaks_it_in_pieces() -> None:
    (claim,) = read("Six people, Nasr added, were killed.").claims
    assert [piece.exact for piece in claim.pieces] == ["Six people", "were killed"]


def test_a_quotation_over_three_paragraphs_is_one_claim() -> None:
    (claim,) = read('"We left.\n\n"We walked.\n\n"We wept," said Ali Nasr.').claims
    assert claim.speaker.description == "Ali Nasr"
    assert [piece.exact for piece in claim.pieces] == ["We left", "We walked", "We wept"]


def test_nested_sources_are_a_chain() -> None:
    told = read("Reuters cited a medic as saying 4 died")
    claim = next(c for c in told.claims if c.content.exact == "4 died")
    assert (claim.speaker.description, [s.description for s in claim.chain]) == ("a medic", ["Reuters"])
    assert told.casualties[0].claim == claim.id


def test_an_anonymous_source_has_a_kind_and_no_name() -> None:
    (claim,) = read("A hospital source said four died.").claims
    assert (claim.speaker.kind, claim.speaker.named) == ("medical", False)


def test_a_party_that_speaks_of_the_enemys_dead() -> None:
    told = read("LNA spokesman Ahmed Mismari said its forces killed 20 GNA fighters.")
    assert told.claims[0].interest == told.casualties[0].interest == "enemy_dead"


@pytest.mark.parametrize(
    ("verb", "cue_class", "polarity"),
    [
        ("denied", "denial", "denies"),
        ("admitted", "admission", "asserts"),
        ("confirmed", "confirmation", "asserts"),
        ("claimed", "claim", "asserts"),
    ],
)
def test_what_the_speaker_does(verb: str, cue_class: str, polarity: str) -> None:
    (claim,) = read(f"The army {verb} that its jets had hit a clinic.").claims
    assert (claim.cue_class, claim.polarity) == (cue_class, polarity)


def test_a_denial_keeps_what_it_denies_and_links_to_it() -> None:
    told = read("The LNA said GNA jets hit a clinic. The GNA denied its jets hit a clinic.")
    said, denied = told.claims
    assert (denied.polarity, denied.content.exact, denied.denies) == (
        "denies", "its jets hit a clinic", said.id,
    )  # fmt: skip


def test_negation_ends_where_it_ends() -> None:
    (bound,) = read("No fewer than 7 died.").casualties
    assert (bound.count.low, bound.count.high) == (7, None)
    counts = {c.harm: c.count.low for c in read("No one died but 2 were hurt.").casualties}
    assert counts == {"killed": 0, "wounded": 2}


def test_text_without_a_source_is_the_newspapers_own() -> None:
    told = read("Three men died.")
    assert told.claims == ()
    assert told.casualties[0].claim is None


def test_one_source_is_weak_and_two_independent_ones_are_fair() -> None:
    one = read("Four men were killed in an air strike in Sirte on Friday, a source said.", "one")
    two = read("Four men were killed in an air strike in Sirte on Friday, the Red Crescent said.", "two")
    assert [incident.grading for incident in reconcile([one])] == ["weak"]
    assert [incident.grading for incident in reconcile([one, two])] == ["fair"]


@pytest.mark.parametrize(
    ("text", "kinds", "used_by_newspaper"),
    [
        ("Two terrorists were killed in Sirte.", ["loaded_label"], True),
        ('"Two terrorists were killed," the army said.', ["loaded_label"], False),
        ("The self-styled army shelled Derna.", ["distancing"], True),
        ('The "army" fled.', ["scare_quote"], True),
    ],
)
def test_loaded_words_are_reported_with_who_uses_them(
    text: str, kinds: list[str], used_by_newspaper: bool
) -> None:
    framing = read(text).framing
    assert [f.kind for f in framing] == kinds
    assert all((f.used_by == "newspaper") is used_by_newspaper for f in framing)
