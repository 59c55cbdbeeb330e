"""Loaded words: who uses them, of whom, and what they are neutrally."""

import pytest
from tests.parsing.claiming import document

from libya_news.english.speech import load_lexicon
from libya_news.model.framing import Framing
from libya_news.model.record import Record
from libya_news.parsing.claims import find_claims
from libya_news.parsing.framing import find_framing, framing_report

LABELS = load_lexicon("framing")["label"]


def framing(text: str) -> list[Framing]:
    doc = document(text)
    return find_framing(doc, find_claims(doc))


@pytest.mark.parametrize("label", LABELS, ids=[label["terms"][0] for label in LABELS])
def test_a_label_is_found_in_its_example(label: dict[str, str]) -> None:
    text = label["example"].replace("[", "").replace("]", "")
    term = label["example"].split("[")[1].split("]")[0]
    (found,) = [f for f in framing(text) if f.term.lower() == term.lower()]
    assert found.kind == label["kind"]
    assert found.neutral == (label["neutral"] or None)
    assert found.mention.holds_in(text)


TERMS = [(label["kind"], term) for label in LABELS for term in label["terms"]]


@pytest.mark.parametrize(("kind", "term"), TERMS, ids=[term for _, term in TERMS])
def test_every_term_is_found(kind: str, term: str) -> None:
    found = framing(f"They named the {term} there.")
    assert any(f.term.lower() == term and f.kind == kind for f in found) or any(
        term in f.term.lower() for f in found
    )


def test_a_label_in_quotation_marks_is_the_speakers() -> None:
    text = 'The army said the "terrorists" were besieged.'
    doc = document(text)
    claims = find_claims(doc)
    (label,) = find_framing(doc, claims)
    assert (label.term, label.neutral, label.used_by) == ("terrorists", "fighters", claims[0].id)


def test_a_label_in_direct_speech_is_the_speakers() -> None:
    doc = document('"We killed nine terrorists," the colonel said.')
    claims = find_claims(doc)
    assert [f.used_by for f in find_framing(doc, claims)] == [claims[0].id]


def test_a_label_outside_is_the_newspapers_also_in_a_paraphrase() -> None:
    assert [f.used_by for f in framing("The army killed nine terrorists.")] == ["newspaper"]
    assert [f.used_by for f in framing("The army said it killed nine terrorists.")] == ["newspaper"]


def test_a_label_says_of_whom() -> None:
    (found,) = framing("The self-styled Libyan National Army left the town.")
    assert (found.kind, found.about) == ("distancing", "libyan-national-army")
    assert found.neutral is None


def test_scare_quotes() -> None:
    (found,) = framing("The “army” left the town.")
    assert (found.kind, found.term, found.used_by) == ("scare_quote", "army", "newspaper")


@pytest.mark.parametrize(
    "text",
    [
        '"It is over," he said.',
        'The army said losses were "light".',
        "The market opened on Friday.",
        "Prosecutors spoke of a war crime.",
        "The court eliminated from the list two names.",
        "Crowds met in Martyrs Square.",
    ],
)
def test_what_is_no_framing(text: str) -> None:
    assert framing(text) == []


def test_the_report_counts_users_and_sides() -> None:
    doc = document('The renegade Khalifa Haftar met "terrorists", the mayor said.')
    claims = find_claims(doc)
    record = Record(article=doc.article, claims=tuple(claims), framing=tuple(find_framing(doc, claims)))
    report = framing_report(record)
    assert report.by_newspaper + report.by_speakers == len(record.framing)
    assert not report.uneven
    assert any(row.side == "khalifa-haftar" and row.labels == ("renegade",) for row in report.sides)


def test_the_report_is_public_and_shows_who_is_told_without_a_killer() -> None:
    import libya_news

    text = (
        "Islamic State militants killed six soldiers of the Libyan National Army in Benghazi. "
        "Nine fighters of the Benghazi Revolutionaries Shura Council died in the city."
    )
    record = libya_news.parse(libya_news.Article.from_text(text, published="2017-07-08"))
    report = libya_news.framing_report(record)
    rows = {row.side: (row.killed, row.died, row.without_agent) for row in report.sides}
    assert rows["libyan-national-army"] == (1, 0, 0)
    assert (0, 1, 1) in rows.values()
    assert report.uneven
