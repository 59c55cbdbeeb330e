"""Made stories: every promise of the record format, the same bytes for the same seed, varied wordings."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from libya_news import api, testing
from libya_news.benchmark.commands import add_parsers
from libya_news.benchmark.phrasing import number_words
from libya_news.benchmark.score import score
from libya_news.benchmark.stories import stories
from libya_news.benchmark.writer import Writer
from libya_news.model import Record

MADE = list(stories(7, 300))


@given(testing.stories())
def test_every_mention_holds_and_the_record_is_written_and_read_back(record: Record) -> None:
    assert all(m.holds_in(record.article.text) for m in record.mentions())
    assert api.from_dict(api.to_dict(record)) == record


@given(testing.stories())
def test_bounds_are_those_of_the_words(record: Record) -> None:
    for c in record.casualties:
        assert c.count.problem() is None
        assert len(c.evidence[0].exact) <= 120
        if "at least" in c.count.stated.lower():
            assert c.count.high is None


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert [api.to_json(r) for r in stories(7, 20)] == [api.to_json(r) for r in MADE[:20]]
    assert MADE[0].article.text != next(iter(stories(8, 1))).article.text


def test_wordings_are_varied_and_the_text_is_clean() -> None:
    text = "\n".join(r.article.text for r in MADE)
    for bad in (" ,", ",,", ",.", "  ", "{", "}", "<<", ">>", "~"):
        assert bad not in text, bad
    qualifiers = {c.count.qualifier for r in MADE for c in r.casualties}
    assert {"exact", "at_least", "more_than", "about", "up_to", "range", "vague"} <= qualifiers
    assert len({c.cause for r in MADE for c in r.casualties}) >= 6
    assert len({c.victims.side for r in MADE for c in r.casualties}) >= 6
    assert any(c.part_of for r in MADE for c in r.casualties)
    assert len({r.article.text for r in MADE}) == len(MADE)


def test_a_perfect_answer_scores_one_and_an_empty_one_nothing() -> None:
    gold = [api.to_dict(r) for r in MADE[:40]]
    perfect = score(gold, reversed(gold))
    assert (perfect.core.f1, perfect.full.f1) == (1.0, 1.0)
    assert not perfect.misses
    nothing = score(gold, [])
    assert nothing.core.recall == 0
    assert nothing.unanswered == 40


def test_a_wrong_answer_is_told() -> None:
    record = next(r for r in MADE if len(r.casualties) > 1)
    first, *others = record.casualties
    wrong = attrs.evolve(record, casualties=(attrs.evolve(first, place="ghat"), *others[1:]))
    found = score([api.to_dict(record)], [api.to_dict(wrong)])
    assert (found.core.missed, found.core.invented) == (1, 0)
    assert found.full.right == len(record.casualties) - 2
    assert any("place of" in line and "ghat" in line for line in found.misses)


def run(*argv: str) -> int:
    parser = argparse.ArgumentParser()
    add_parsers(parser.add_subparsers(required=True))
    args = parser.parse_args(argv)
    code: int = args.run(args)
    return code


def test_make_and_score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("benchmark", "make", "--seed", "3", "--size", "5") == 0
    out = capsys.readouterr().out
    path = tmp_path / "gold.jsonl"
    path.write_text(out, encoding="utf-8")
    assert run("benchmark", "score", str(path), str(path)) == 0
    assert "casualty core  P 1.000  R 1.000" in capsys.readouterr().out
    assert run("benchmark", "score", str(path), str(path), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["full"]["f1"] == 1.0
    assert run("benchmark", "make", "--seed", "3", "--size", "5", "--what", "stories") == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    made = [json.loads(line) for line in out.splitlines()]
    for story, record in zip(told, made, strict=True):
        body = story["text"] if "headline" not in story else f"{story['headline']}\n\n{story['text']}"
        assert body == record["article"]["text"]
    assert run("benchmark", "score", str(tmp_path / "none"), str(path)) == 2


def test_writer() -> None:
    writer = Writer()
    marks = writer.fill(
        '"<<{Group} died>>," {source} said.', {"group": "ten {noun}~,", "noun": "men", "source": "medics"}
    )
    assert writer.text == '"Ten men, died," medics said.'
    assert marks["noun"].exact == "men"
    assert marks["content"].exact == "Ten men, died"


def test_number_words() -> None:
    assert [number_words(n) for n in (0, 13, 20, 44, 99)] == [
        "zero",
        "thirteen",
        "twenty",
        "forty-four",
        "ninety-nine",
    ]


@settings(max_examples=25)
@given(testing.stories())
def test_parse_never_raises_and_keeps_the_text(record: Record) -> None:
    parsed = api.parse(attrs.evolve(record.article, zones=()))
    assert parsed.article.text == record.article.text


@pytest.mark.slow
def test_parse_gives_back_what_was_written() -> None:
    """The floors are those of the project: they may only rise."""
    gold = list(stories(11, 1000))
    answers = (api.to_dict(api.parse(attrs.evolve(r.article, zones=()))) for r in gold)
    found = score(map(api.to_dict, gold), answers)
    assert found.core.f1 >= 0.97, str(found)
    assert found.full.f1 >= 0.90, str(found)
