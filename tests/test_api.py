from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from libya_news import api
from libya_news.errors import InputError, InputProblem, UnknownId
from libya_news.model import Article, Record

STORY = """Six soldiers killed in Benghazi

BENGHAZI, Libya, 8 July 2017 - Six soldiers of the Libyan National Army were killed in Benghazi on Friday, a
spokesman for the Libyan National Army said.
"""


def test_importing_the_api_loads_nothing_heavy() -> None:
    code = "import sys, libya_news.api; print(*[m for m in ('attrs', 'cattrs', 'regex') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_everything_handed_out_exists() -> None:
    assert sorted(api.__all__) == api.__all__
    assert all(callable(getattr(api, name)) for name in api.__all__)


class TestParse:
    def test_zones_are_read_first(self) -> None:
        record = api.parse(Article.from_text(STORY))
        assert record.article.text == STORY
        assert record.article.language == "en"
        assert record.article.zones

    def test_the_findings_are_those_of_validate(self) -> None:
        record = api.parse(Article.from_text(STORY, published="2017-07-08"))
        assert record.findings == api.validate(record)

    @pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "\x00", "\ud800", "44", "\u200f"])
    def test_nothing_found_is_empty_and_nothing_raises(self, text: str) -> None:
        record = api.parse(Article.from_text(text))
        assert record.casualties == record.claims == ()

    def test_another_language_gives_one_finding_and_no_noise(self) -> None:
        text = "Quatre soldats ont \u00e9t\u00e9 tu\u00e9s dans la ville et les habitants de la rue ont fui. "
        record = api.parse(Article.from_text(text * 3))
        assert [f.code for f in record.findings] == ["LN010"]
        assert (record.casualties, record.claims, record.actors, record.places) == ((), (), (), ())


class TestWrittenAndReadBack:
    def test_round_trip(self) -> None:
        record = api.parse(Article.from_text(STORY, published="2017-07-08"))
        assert api.from_json(api.to_json(record)) == record
        assert api.from_dict(api.to_dict(record)) == record
        assert api.json_schema()["$schema"].endswith("2020-12/schema")


class TestRead:
    def test_one_file(self, tmp_path: Path) -> None:
        path = tmp_path / "story.txt"
        path.write_text(STORY, encoding="utf-8")
        article = api.read(path, published="2017-07-08")
        assert article.text == STORY
        assert api.read(STORY.encode()).text == STORY

    def test_exactly_one(self) -> None:
        with pytest.raises(InputError, match="more than one"):
            api.read(b'{"text": "Two men died."}\n{"text": "Four men died."}\n')

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="nowhere"):
            api.read(tmp_path / "nowhere.txt")

    def test_problems_are_values_and_the_others_go_on(self, tmp_path: Path) -> None:
        items = list(api.read_all([tmp_path / "nowhere.txt", b"Two men died in Sirte."]))
        assert [type(i) for i in items] == [InputProblem, Article]

    def test_a_wrong_day_is_told_at_once(self) -> None:
        with pytest.raises(InputError, match="2017-07-02"):
            api.read_all([], published="someday")


class TestExplain:
    def test_a_casualty(self) -> None:
        record = api.parse(Article.from_text(STORY))
        (first, *_) = record.casualties
        assert first.id in str(api.explain(record, first.id))
        assert str(api.explain_at(record, first.evidence[0].start)) == str(api.explain(record, first.id))

    def test_an_unknown_casualty(self) -> None:
        with pytest.raises(UnknownId):
            api.explain(Record(article=Article.from_text("x")), "killed-0-1")

    def test_words_that_made_nothing(self) -> None:
        article = Article.from_text("The road to Sirte was open on Friday.")
        assert str(api.explain_at(article, 4))
        for offset in (-1, 400):
            with pytest.raises(InputError, match="outside the text"):
                api.explain_at(article, offset)
