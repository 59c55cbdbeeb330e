"""The commands ``incidents`` and ``diff``, and the comparison of two runs."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from tests.reconciling.dossiers import load
from tests.strategies import records

from libya_news import api
from libya_news.exporting import commands as exporting
from libya_news.model import Record
from libya_news.reconciling import commands as reconciling
from libya_news.reconciling.decisions import Decision, Decisions
from libya_news.reconciling.diff import diff

STORIES = load()[0].records


def run(*argv: str) -> int:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    for room in (exporting, reconciling):
        room.add_parsers(commands)
    args = parser.parse_args(argv)
    over = (lambda inputs, published: STORIES,) if "run_over" in args else ()
    code: int = (args.run_over if over else args.run)(args, *over)
    return code


def test_incidents_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("incidents", "x.jsonl") == 0
    out = capsys.readouterr().out
    assert "2016-03-04  derna  car_bomb" in out
    assert "killed: low 14 (a2), best 14 (a2), high 16 (c1) [conservative]" in out


def test_incidents_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("incidents", "x.jsonl", "--format", "jsonl", "--policy", "ucdp") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["tolls"][0]["high"]["members"][0]["article"] == "c1"
    assert run("incidents", "x.jsonl", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)[0]["place"] == "derna"


def test_decisions_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = (("a1", STORIES[0].casualties[0].id), ("d1", STORIES[4].casualties[0].id))
    path = tmp_path / "decisions.jsonl"
    path.write_text(
        Decisions().decided(Decision(kind="different", members=(a, b))).to_jsonl(), encoding="utf-8"
    )
    assert run("incidents", "x", "--format", "jsonl", "--decisions", str(path)) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run("incidents", "x", "--decisions", str(tmp_path / "none.jsonl")) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_two_stories_with_one_id_are_refused_before_anything_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, *others = STORIES
    twin = attrs.evolve(second, article=attrs.evolve(second.article, id=first.article.id))
    monkeypatch.setattr("tests.reconciling.test_commands.STORIES", (first, twin, *others))
    assert run("incidents", "x") == 2
    assert f"two different stories have the id {first.article.id!r}" in capsys.readouterr().err


def test_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    first = STORIES[0]
    changed = attrs.evolve(
        first, casualties=(attrs.evolve(first.casualties[0], cause="shelling"), *first.casualties[2:])
    )
    old.write_text("".join(api.to_json(r) + "\n" for r in STORIES[:2]), encoding="utf-8")
    new.write_text(api.to_json(changed) + "\n" + api.to_json(STORIES[1]) + "\n", encoding="utf-8")
    assert run("diff", str(old), str(old)) == 0
    assert capsys.readouterr().out == ""
    assert run("diff", str(old), str(new)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("cause car_bomb -> shelling")
    assert lines[1].endswith(': removed: wounded, "Another 14"')
    assert run("diff", str(old), str(new), "--format", "jsonl") == 1
    assert json.loads(capsys.readouterr().out.splitlines()[0])["field"] == "cause"
    new.write_text("no json", encoding="utf-8")
    assert run("diff", str(old), str(new)) == 2


@settings(max_examples=30)
@given(records())
def test_a_run_does_not_differ_from_itself(record: Record) -> None:
    written = api.to_dict(record)
    assert diff([written], [written]) == ()
    (gone,) = diff([written], [])
    assert gone.change == "removed"
