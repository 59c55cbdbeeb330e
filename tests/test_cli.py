"""The command line as users call it: data on standard output, messages on standard error, exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from libya_news import cli, from_json

STORY = "SIRTE, Libya - Two guards were killed in Sirte on Sunday, a doctor said.\n"


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def lines_of(text: str) -> list[str]:
    return text.splitlines()


class TestParse:
    def test_jsonl_prints_one_record_a_line(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["parse", story, story, "--format", "jsonl"]) == cli.OK
        out, err = capsys.readouterr()
        assert err == ""
        records = [json.loads(line) for line in lines_of(out)]
        assert [r["schema"] for r in records] == ["libya-news/1"] * 2
        assert STORY.strip() == records[0]["article"]["text"].strip()

    def test_json_is_one_object_for_one_story(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["parse", story, "--format", "json"])
        assert story == json.loads(capsys.readouterr().out)["article"]["source"]

    def test_json_is_a_list_for_several(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["parse", story, story, story, "--format", "json"])
        assert len(json.loads(capsys.readouterr().out)) == 3

    def test_json_of_nothing_is_still_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["parse", str(tmp_path / "no.txt"), "--format", "json"]) == cli.ALL_FAILED
        assert json.loads(capsys.readouterr().out) == []

    def test_the_output_can_be_read_back(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["parse", story, "--format", "jsonl", "--published", "2017-07-02"])
        line = capsys.readouterr().out
        assert json.loads(line) == json.loads(json.dumps(_dict(from_json(line))))

    def test_published_is_used(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["parse", story, "--published", "2017-07-02", "--format", "jsonl"])
        article = json.loads(capsys.readouterr().out)["article"]
        assert (article["published"], article["published_basis"]) == ("2017-07-02", "input")

    def test_table_shows_the_words(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["parse", story, "--published", "2017-07-02"]) == cli.OK
        out = capsys.readouterr().out
        assert "Two guards" in out
        assert "CASUALTIES" in out

    def test_standard_input(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
        assert cli.main(["parse", "-", "--format", "jsonl"]) == cli.OK
        assert len(lines_of(capsys.readouterr().out)) == 1


class TestBadInputs:
    """Each gives one clear line that names the input and its line; the others are done, nothing is lost."""

    def parse(self, capsys: pytest.CaptureFixture[str], *inputs: str) -> tuple[int, list[str], list[str]]:
        code = cli.main(["parse", *inputs, "--format", "jsonl"])
        out, err = capsys.readouterr()
        return code, lines_of(out), lines_of(err)

    @pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff\xfe\xfa\x80 killed"])
    def test_one_input_fails(
        self, content: bytes | None, story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        bad = tmp_path / "bad.txt"
        if content is not None:
            bad.write_bytes(content)
        code, out, err = self.parse(capsys, story, str(bad), story)
        assert code == cli.SOME_FAILED
        assert len(out) == 2
        assert len(err) == 1
        assert str(bad) in err[0]

    def test_all_fail(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code, out, err = self.parse(capsys, str(tmp_path / "a.txt"), str(tmp_path))
        assert code == cli.ALL_FAILED
        assert out == []
        assert len(err) == 2

    @pytest.mark.parametrize(
        "line",
        [
            '{"text": "Two men',
            "17",
            '{"id": "x"}',
            '{"text": "A man died.", "published": "32 July"}',
            '{"text": 4}',
        ],
    )
    def test_one_line_fails(self, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "stories.jsonl"
        good = json.dumps({"text": "Two men died in Sirte.", "published": "2017-07-02"})
        path.write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
        code, out, err = self.parse(capsys, str(path))
        assert code == cli.SOME_FAILED
        assert len(out) == 2
        assert len(err) == 1
        assert f"{path}:2:" in err[0]

    def test_a_bug_in_one_story_does_not_cost_the_others(
        self, story: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        parse, calls = cli.api.parse, []

        def breaks_once(article: object) -> object:
            calls.append(article)
            if len(calls) == 1:
                raise RuntimeError("two\nlines")
            return parse(article)  # type: ignore[arg-type]

        monkeypatch.setattr(cli.api, "parse", breaks_once)
        code, out, err = self.parse(capsys, story, story)
        assert (code, len(out), len(err)) == (cli.SOME_FAILED, 1, 1)
        assert "internal error" in err[0]


class TestUsage:
    @pytest.mark.parametrize(
        "argv",
        [
            [],
            ["parse"],
            ["parse", "x.txt", "--published", "02/07/2017"],
            ["parse", "x.txt", "--format", "xml"],
            ["explain", "x.txt"],
            ["explain", "x.txt", "--at", "3", "--casualty", "killed-0-1"],
            ["no-such-command"],
        ],
    )
    def test_wrong_usage_ends_with_2(self, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(argv)
        assert ended.value.code == cli.USAGE
        out, err = capsys.readouterr()
        assert out == ""
        assert "usage:" in err

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(["--version"])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith("libya-news 0.")


class TestFailOn:
    """Exit code 1 for findings, where it is asked for."""

    SPANISH = "Los soldados murieron en la ciudad de Bengasi el domingo, dijo el hospital de la ciudad.\n" * 3

    @pytest.mark.parametrize(("asked", "code"), [((), cli.OK), (("--fail-on", "info"), cli.FINDINGS)])
    def test_findings(
        self, asked: tuple[str, ...], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "spanish.txt"
        path.write_text(self.SPANISH, encoding="utf-8")
        assert code == cli.main(["parse", str(path), *asked])
        assert "LN010" in capsys.readouterr().out


class TestExplain:
    def test_a_casualty(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["parse", story, "--published", "2017-07-02", "--format", "jsonl"])
        casualty = json.loads(capsys.readouterr().out)["casualties"][0]
        assert (
            cli.main(["explain", story, "--published", "2017-07-02", "--casualty", casualty["id"]]) == cli.OK
        )
        out = capsys.readouterr().out
        assert casualty["id"] in out
        assert casualty["rule"] in out

    def test_words_that_made_nothing(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["explain", story, "--at", str(STORY.index("doctor"))]) == cli.OK
        assert "doctor" in capsys.readouterr().out

    @pytest.mark.parametrize("asked", [("--casualty", "killed-9-99"), ("--at", "5000"), ("--at", "-1")])
    def test_what_does_not_exist(
        self, asked: tuple[str, str], story: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["explain", story, *asked]) == cli.USAGE
        out, err = capsys.readouterr()
        assert out == ""
        assert len(lines_of(err)) == 1

    def test_an_input_that_fails(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["explain", str(tmp_path / "no.txt"), "--at", "0"]) == cli.ALL_FAILED
        assert "no.txt" in capsys.readouterr().err


class TestDemo:
    def test_the_invented_story(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["demo", "--format", "json"]) == cli.OK
        out, err = capsys.readouterr()
        assert "invented" in err
        record = json.loads(out)
        counts = {(c["harm"], c["count"]["low"], c["count"]["qualifier"]) for c in record["casualties"]}
        assert {("killed", 9, "at_least"), ("wounded", 14, "exact"), ("wounded", 3, "exact")} <= counts

    def test_as_a_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["demo"]) == cli.OK
        assert "At least nine people killed" in capsys.readouterr().out


class TestProcess:
    """What only a process of its own shows."""

    def test_python_m_is_the_same_command(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["parse", story, "--format", "jsonl"])
        run = subprocess.run(
            [sys.executable, "-m", "libya_news", "parse", story, "--format", "jsonl"],
            capture_output=True,
            check=True,
        )
        assert capsys.readouterr().out == run.stdout.decode("utf-8")

    def test_a_reader_that_goes_away_is_no_error(self, tmp_path: Path) -> None:
        path = tmp_path / "many.jsonl"
        path.write_text('{"text": "Two men died in Sirte."}\n' * 400, encoding="utf-8")
        with subprocess.Popen(
            [sys.executable, "-m", "libya_news", "parse", str(path), "--format", "jsonl"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as run:
            assert run.stdout is not None
            assert run.stderr is not None
            run.stdout.readline()
            run.stdout.close()
            assert run.stderr.read() == b""
        assert run.returncode == cli.PIPE_CLOSED


def _dict(record: object) -> object:
    from libya_news import to_dict

    return to_dict(record)  # type: ignore[arg-type]
