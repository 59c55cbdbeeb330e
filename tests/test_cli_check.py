"""`libya-news check`: one line a finding, chosen by code, in three forms, with a linter's exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from libya_news import cli

TEXT = (
    "Six killed in Sirte\n\n"
    "SIRTE, Libya - Seven guards were killed in Sirte on Sunday, July 3, 2017, a doctor said. "
    "The thugs were seen, an unnamed source said.\n"
)
WEEKDAY = TEXT.splitlines()[2].index("on Sunday") + 1  # that day was a Monday


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def check(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, list[str], list[str]]:
    code = cli.main(["check", *argv])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()


def codes(lines: list[str]) -> list[str]:
    return [line.split(" ")[1] for line in lines]


class TestLines:
    def test_file_line_and_column(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = check(capsys, story, "--select", "LN202")
        assert (code, err) == (cli.FINDINGS, [])
        (line,) = out
        assert line.startswith(f"{story}:3:{WEEKDAY} LN202 ")

    def test_the_columns_are_those_of_a_file_with_windows_lines(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "story.txt"
        path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
        (line,) = check(capsys, str(path), "--select", "LN202")[1]
        assert line.startswith(f"{path}:3:{WEEKDAY} LN202 ")

    def test_a_story_of_many_is_told_by_its_id(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "stories.jsonl"
        rows = [{"id": "a", "text": "The council met in Sirte on Monday."}, {"id": "b", "text": TEXT}]
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        (line,) = check(capsys, str(path), "--select", "LN202")[1]
        assert line.startswith(f"{path}#b:3:{WEEKDAY} LN202 ")

    def test_control_characters_never_reach_the_terminal(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "story.txt"
        path.write_text(TEXT.replace("Seven guards", "Seven\x1b[2J guards"), encoding="utf-8")
        assert "\x1b" not in "".join(check(capsys, str(path))[1])


class TestChoosing:
    def test_by_code_beginning_and_name(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        every = set(codes(check(capsys, story)[1]))
        assert {"LN104", "LN202", "LN501"} <= every
        for asked, wanted in (
            (["--select", "LN5"], {c for c in every if c.startswith("LN5")}),
            (["--select", "LN202,ln501"], {"LN202", "LN501"}),
            (["--select", "LN202", "--select", "headline-against-body"], {"LN104", "LN202"}),
            (["--ignore", "LN6"], {c for c in every if not c.startswith("LN6")}),
            (["--select", "LN1,LN2", "--ignore", "LN202"], {c for c in every if c < "LN3"} - {"LN202"}),
            (["--select", "LN104", "--ignore", "LN1"], {"LN104"}),
        ):
            assert set(codes(check(capsys, story, *asked)[1])) == wanted, asked

    def test_an_unknown_code_is_wrong_usage(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = check(capsys, story, "--select", "LN777")
        assert (code, out, len(err)) == (cli.USAGE, [], 1)
        assert "LN777" in err[0]


class TestExitCodes:
    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            (("--select", "LN202"), cli.FINDINGS),
            (("--select", "LN202", "--fail-on", "error"), cli.OK),
            (("--select", "LN202", "--fail-on", "never"), cli.OK),
            (("--select", "LN603"), cli.OK),
            (("--select", "LN603", "--fail-on", "info"), cli.FINDINGS),
        ],
    )
    def test_by_severity(
        self, asked: tuple[str, ...], code: int, story: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert check(capsys, story, *asked)[0] == code

    def test_inputs_that_fail(self, story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        gone = str(tmp_path / "no.txt")
        code, out, err = check(capsys, gone, story)
        assert (code, len(err)) == (cli.SOME_FAILED, 1)
        assert out
        assert check(capsys, gone)[0] == cli.ALL_FAILED


class TestForms:
    def test_json(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = check(capsys, story, "--select", "LN202", "--format", "json")
        (row,) = json.loads("\n".join(out))
        assert (row["file"], row["line"], row["column"], row["code"]) == (story, 3, WEEKDAY, "LN202")
        assert row["name"] == "weekday-against-date"
        assert all(TEXT[e["start"] : e["end"]] == e["exact"] for e in row["evidence"])

    def test_json_of_nothing(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        _, out, _ = check(capsys, story, "--select", "LN010", "--format", "json")
        assert json.loads("\n".join(out)) == []

    def test_github(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        (line,) = check(capsys, story, "--select", "LN202", "--format", "github")[1]
        assert line.startswith(f"::warning file={story},line=3,col={WEEKDAY},title=LN202::")

    def test_github_names_no_line_that_the_file_has_not(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "stories,1.jsonl"
        path.write_text(json.dumps({"id": "b", "text": TEXT}), encoding="utf-8")
        (line,) = check(capsys, str(path), "--select", "LN202", "--format", "github")[1]
        assert line.startswith("::warning file=" + str(path).replace(",", "%2C") + ",title=LN202::")
        assert "#b:3:" in line
