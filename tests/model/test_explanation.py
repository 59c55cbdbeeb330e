from __future__ import annotations

import attrs
import pytest
from tests.validating.making import Story, on

from libya_news.errors import UnknownId
from libya_news.model import Count, Evidence, Perpetrator
from libya_news.model.explanation import bounds, explain_casualty


def story() -> Story:
    made = Story("Medics said four men died in Sirte. Gunmen shot them on Friday.", published="2017-07-08")
    made.claim("Medics", "four men died in Sirte")
    return made.casualty(
        "four men",
        4,
        claims=[made.last("claims")],
        class_="civilian",
        side="the-side",
        place="sirte",
        places=("sirte", "libya"),
        cause="gunfire",
        date=on("2017-07-07", basis="inferred"),
        perpetrators=(Perpetrator(description="Gunmen", status="accused"),),
        evidence={"place": "Sirte", "harm": "died"},
    )


def test_every_field_names_its_words() -> None:
    record = story().record()
    found = explain_casualty(record, "killed-12-20", {"by-hand": "Somebody wrote it down."}.get)
    steps = {s.what: s for s in found.steps}
    assert found.summary == "killed-12-20: killed, 4, four men"
    assert steps["rule"].says == "Somebody wrote it down."
    assert steps["rule"].rule == "by-hand"
    assert [w.exact for w in steps["count"].words] == ["four men"]
    assert [w.exact for w in steps["harm"].words] == ["died"]
    assert steps["place"].says == "sirte, libya"
    assert steps["date"].says == "2017-07-07 to 2017-07-07 (inferred)"
    assert steps["perpetrator"].says == "Gunmen (accused)"
    assert steps["side"].says == "the-side"
    assert steps["source"].says == "Medics"
    assert steps["claim"].says == "rests on claim-12 of Medics"
    text = str(found)
    assert 'place: sirte, libya: "Sirte" [29:34]' in text
    assert all(w.holds_in(record.article.text) for s in found.steps for w in s.words)


def test_what_is_carried_says_so() -> None:
    made = story()
    words = made.words("Friday")
    (c,) = made.parts["casualties"]
    carried = Evidence(words.start, words.end, words.exact, "date", "carried")
    made.parts["casualties"] = [attrs.evolve(c, evidence=(*c.evidence, carried))]
    steps = {s.what: s for s in explain_casualty(made.record(), c.id, lambda _: None).steps}
    assert steps["date"].says.endswith("carried from another sentence")
    assert steps["rule"].says == "made this record"


def test_parts_corrections_and_the_papers_own_voice() -> None:
    made = Story("Ten died. Nine died. Four boys died.").casualty("Ten", 10)
    made.casualty("Nine", 9, supersedes=("killed-0-3",))
    made.casualty("Four boys", 4, part_of="killed-10-14")
    record = made.record()
    nine = str(explain_casualty(record, "killed-10-14", lambda _: None))
    four = str(explain_casualty(record, "killed-21-30", lambda _: None))
    assert "corrects or updates killed-0-3" in nine
    assert "is a part of killed-10-14" in four
    assert "the newspaper states it in its own voice" in four


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(UnknownId, match="killed-12-20"):
        explain_casualty(story().record(), "killed-12-21", lambda _: None)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.exact(44), "44"),
        (Count.at_least(20), "at least 20"),
        (Count.more_than(20), "more than 20"),
        (Count.about(20), "about 20"),
        (Count.up_to(20), "up to 20"),
        (Count.fewer_than(20), "fewer than 20"),
        (Count.between(20, 30), "20 to 30"),
        (Count.vague(24), "24 or more, not counted"),
        (Count.none(), "none"),
        (Count.unknown(), "a number that is not known"),
        (Count.exact(300, unit="families"), "300 families"),
    ],
)
def test_bounds_in_words(count: Count, words: str) -> None:
    assert bounds(count) == words
