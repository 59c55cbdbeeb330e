"""The command ``report`` as users call it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.exporting.html.test_report import check

from libya_news import cli

STORIES = [
    {"id": "a", "published": "2017-07-03", "text": "Two men were killed in Sirte on Sunday, a doctor said."},
    {"id": "b", "published": "2017-07-04", "text": "At least three men were killed in Derna on Monday."},
]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(map(json.dumps, STORIES)), encoding="utf-8")
    return path


def test_it_writes_the_page_into_the_file(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = stories.with_name("report.html")
    target.write_text("an older report", encoding="utf-8")
    assert cli.main(["report", str(stories), "-o", str(target)]) == cli.OK
    out, err = capsys.readouterr()
    assert (out, err) == ("", "")
    assert "2 stories" in check(target.read_text(encoding="utf-8")).text("top")
    assert sorted(p.name for p in target.parent.iterdir()) == ["report.html", "stories.jsonl"]


def test_it_writes_to_standard_output(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["report", str(stories), "--title", "Two days", "--policy", "ucdp"]) == cli.OK
    out = capsys.readouterr().out
    assert out.startswith("<!DOCTYPE html>")
    assert "Two days" in check(out).text("top")
    assert "policy ucdp" in out


def test_a_file_that_cannot_be_written_is_told(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["report", str(stories), "-o", str(stories.parent / "none" / "report.html")]) == cli.USAGE
    assert "none" in capsys.readouterr().err


def test_an_older_report_stays_when_the_new_one_fails(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = stories.with_name("report.html")
    target.write_text("an older report", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", full)
    assert cli.main(["report", str(stories), "-o", str(target)]) == cli.USAGE
    assert target.read_text(encoding="utf-8") == "an older report"
    assert sorted(p.name for p in target.parent.iterdir()) == ["report.html", "stories.jsonl"]


def test_what_cannot_be_read_is_told_and_the_rest_is_drawn(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["report", str(stories), str(stories.parent / "gone.txt")]) == cli.SOME_FAILED
    out, err = capsys.readouterr()
    assert "gone.txt" in err
    check(out)


def test_nothing_read_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["report", str(tmp_path / "gone.txt")]) == cli.ALL_FAILED
    assert capsys.readouterr().out == ""


def test_names_are_left_out_of_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Ali Fathi, 34, was killed in Sirte. Fathi was a nurse.", encoding="utf-8")
    assert cli.main(["report", str(path), "--redact-names"]) == cli.OK
    out = capsys.readouterr().out
    assert "Fathi" not in out
    assert "The names of victims are blacked out." in out
