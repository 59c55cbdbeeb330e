"""No victim's name is left in a redacted record, and the record keeps every promise of the format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import records

from libya_news import Article, cli, from_dict, parse, redact_names, to_dict, to_json
from libya_news.exporting.redacting import BLOCK
from libya_news.model import Record

calm = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
STORY = """\
Ali Fathi, 34, a medic, was killed in Sirte on Friday, his brother Omar Fathi said. Colonel Salem \
al-Naas also died, and Fathi's mother was hurt. ALI FATHI and ali-fathi. "Ali was a good man," Dr. Khalifa \
Saleh, a doctor, said.

Two journalists, Mohammed Younes and Hamza Yunus, were kidnapped in Derna. General Khalifa Haftar sent condolences.
"""


def of(text: str, **known: str) -> Record:
    return redact_names(parse(Article.from_text(text, published="2016-08-06", **known)))


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [s for v in value.values() for s in strings(v)]
    return [s for v in value for s in strings(v)] if isinstance(value, list) else []


def test_the_story_keeps_its_length_and_loses_the_names() -> None:
    record = of(STORY)
    text = record.article.text
    assert len(text) == len(STORY)
    for name in ("Ali", "ali", "ALI", "Fathi", "Salem", "Naas", "Younes", "Hamza"):
        assert not re.search(rf"\b{name}\b", to_json(record)), name
    for kept in ("Omar", "Khalifa Saleh", "Khalifa Haftar", "a medic", "34", "Sirte", "Derna"):
        assert kept in text, kept
    assert f"{BLOCK * 5}'s mother was hurt" in text


def test_the_record_still_holds() -> None:
    record = of(STORY)
    assert from_dict(to_dict(record)) == record
    assert [c.id for c in record.casualties] == [c.id for c in parse(Article.from_text(STORY)).casualties]
    assert redact_names(record) == record
    assert record.casualties[0].victims.names == (f"{BLOCK * 3} {BLOCK * 5}",)


def test_ids_that_are_made_of_names_are_renamed_everywhere() -> None:
    record = of(STORY)
    actors = {a.id for a in record.actors}
    assert not {"ali-fathi", "omar-fathi", "hamza-yunus"} & actors
    brother = next(c for c in record.claims if c.speaker.kind == "relative")
    assert brother.speaker.actor in actors


@pytest.mark.parametrize("url", ["https://e.org/medic-ali-fathi-dies", "https://e.org/a?q=Ali%20FATHI"])
def test_an_address_with_a_name_is_left_out(url: str) -> None:
    record = of(STORY, url=url, id="ali_fathi", source="in/fathi.txt", headline="Medic Ali Fathi killed")
    assert (record.article.url, record.article.source) == (None, None)
    assert (record.article.headline or "").endswith("███ █████ killed")
    assert "fathi" not in to_json(record).lower()
    assert of(STORY, url="https://e.org/medic-dies").article.url == "https://e.org/medic-dies"


def test_who_is_known_keeps_the_name_unless_they_are_the_victim() -> None:
    text = "Khalifa Omar was killed in Sirte, General Khalifa Haftar said on Friday."
    assert of(text).article.text.endswith("General Khalifa Haftar said on Friday.")
    dead = of("Muammar Gaddafi was killed in Sirte in 2011. Gaddafi's convoy was hit.")
    assert "Gaddafi" not in to_json(dead)
    assert "muammar-gaddafi" not in to_json(dead)


def test_a_place_keeps_its_name() -> None:
    record = of("Omar al-Sabri was killed in al-Sabri, Benghazi, on Friday.")
    assert record.article.text.endswith("was killed in al-Sabri, Benghazi, on Friday.")
    assert "Omar" not in record.article.text


@pytest.mark.parametrize(
    "text", ["", "Nobody died.", "Two men were killed in Sirte.", "Ali Fathi spoke in Sirte.", "\ud800"]
)
def test_nothing_to_black_out(text: str) -> None:
    record = parse(Article.from_text(text))
    assert redact_names(record) is record or redact_names(record) == record


def test_a_text_that_ends_within_a_longer_name() -> None:
    redacted = of("Ali Fathi, 34, was killed in Sirte on Friday, medics said. They knew Ali")
    assert redacted.article.text.endswith(f"They knew {BLOCK * 3}")


def test_a_listed_name_goes_whole_even_where_its_words_stand_apart() -> None:
    record = parse(Article.from_text("Ali Fathi was killed in Sirte.", published="2016-08-06"))
    (dead,) = record.casualties
    apart = attrs.evolve(dead, victims=attrs.evolve(dead.victims, names=("Wo .... Xu", "Xu")))
    redacted = redact_names(attrs.evolve(record, casualties=(apart,)))
    assert redacted.casualties[0].victims.names == (f"{BLOCK * 2} .... {BLOCK * 2}", BLOCK * 2)
    assert redact_names(redacted) == redacted


class TestLaw:
    """No name that a record lists as a victim's stands in any word of the redacted record."""

    @calm
    @given(records(), st.data())
    def test_no_name_is_left(self, record: Record, data: st.DataObject) -> None:
        if not record.casualties:
            return
        name = "Zzyq Vexxu"
        first, *rest = record.casualties
        victims = attrs.evolve(first.victims, names=(name,), description=f"{name}, 40")
        text = f"{record.article.text} Vexxu."
        record = attrs.evolve(
            record,
            casualties=(attrs.evolve(first, victims=victims), *rest),
            article=attrs.evolve(
                record.article, text=text, headline=name, source="a/zzyq-vexxu.txt", byline=(name,)
            ),
            actors=tuple(attrs.evolve(a, name=name, id="zzyq-vexxu") for a in record.actors),
            places=tuple(
                attrs.evolve(p, name=f"{name} Street", id="zzyq-vexxu-street") for p in record.places
            ),
            findings=tuple(attrs.evolve(f, message=f"of {name.upper()}") for f in record.findings),
            framing=tuple(attrs.evolve(f, about="zzyq-vexxu") for f in record.framing),
        )
        redacted = redact_names(record)
        assert not [s for s in strings(to_dict(redacted)) if "vexxu" in s.lower() or "zzyq" in s.lower()]
        assert len(redacted.article.text) == len(text)
        assert from_dict(json.loads(to_json(redacted))) == redacted
        assert redact_names(redacted) == redacted


@pytest.mark.parametrize("command", [["parse", "--format", "jsonl"], ["parse"], ["check"], ["incidents"]])
def test_the_flag_works_on_every_command(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    for flags, named in (([], True), (["--redact-names"], False)):
        cli.main([*command, str(path), "--published", "2016-08-06", *flags])
        shown = capsys.readouterr().out
        assert shown
        if command[0] == "parse":
            assert ("Fathi" in shown) == named
        assert named or "Fathi" not in shown
