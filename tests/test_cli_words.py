"""Flags that go with the stories: own knowledge, words and caps; and the commands that read many stories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from libya_news import cli

STORY = "SIRTE, Libya - Three askaris were killed at Wadi Sidr camp on Sunday, a doctor said.\n"
RULES = '[person.x]\nclass = "military"\nnouns = ["askari/askaris"]\n'
KNOWLEDGE = '[places.wadi-sidr-camp]\nname = "Wadi Sidr camp"\nkind = "facility"\nwithin = ["sirte"]\n'


@pytest.fixture
def paths(tmp_path: Path) -> dict[str, str]:
    out = {}
    for name, text in (("story.txt", STORY), ("rules.toml", RULES), ("known.toml", KNOWLEDGE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        out[name.partition(".")[0]] = str(tmp_path / name)
    return out


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = cli.main(list(argv))
    out, err = capsys.readouterr()
    return code, out, err


class TestWords:
    def test_rules_and_knowledge(self, paths: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        plain = json.loads(run(capsys, "parse", paths["story"], "--format", "jsonl")[1])
        assert plain["casualties"] == []
        code, out, err = run(
            capsys, "parse", paths["story"], "--format", "jsonl",
            "--rules", paths["rules"], "--knowledge", paths["known"],
        )  # fmt: skip
        assert (code, err) == (cli.OK, "")
        (casualty,) = json.loads(out)["casualties"]
        assert (casualty["count"]["low"], casualty["place"]) == (3, "wadi-sidr-camp")

    def test_explain_takes_them_too(self, paths: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        at = str(STORY.index("askaris"))
        code, out, _ = run(capsys, "explain", paths["story"], "--at", at, "--rules", paths["rules"])
        assert code == cli.OK
        assert "No casualty" not in out
        assert "No casualty" in run(capsys, "explain", paths["story"], "--at", at)[1]

    @pytest.mark.parametrize("command", ["parse", "check", "incidents"])
    @pytest.mark.parametrize("flag", ["--rules", "--knowledge"])
    def test_a_wrong_file_is_wrong_usage(
        self,
        command: str,
        flag: str,
        paths: dict[str, str],
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        bad = tmp_path / "bad.toml"
        bad.write_text('[persons.x]\nnouns = ["a"]\n', encoding="utf-8")
        code, out, err = run(capsys, command, paths["story"], flag, str(bad))
        assert (code, out) == (cli.USAGE, "")
        assert "bad.toml" in err
        assert "persons" in err

    def test_a_wrong_pattern_shows_its_place(
        self, paths: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        bad = tmp_path / "bad.toml"
        bad.write_text("[pattern.x]\nharm = 'killed'\npattern = '(?P<count>\\d+'\n", encoding="utf-8")
        code, _, err = run(capsys, "parse", paths["story"], "--rules", str(bad))
        assert code == cli.USAGE
        assert "bad.toml:pattern.x" in err
        assert err.rstrip().endswith("^")


class TestCaps:
    @pytest.mark.parametrize("command", ["parse", "check", "incidents"])
    def test_a_story_above_the_cap_is_told(
        self, command: str, paths: dict[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, _, err = run(capsys, command, paths["story"], "--max-article", "20")
        assert code == cli.ALL_FAILED
        assert 'cap "article"' in err

    def test_explain_keeps_to_them(self, paths: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
        code, _, err = run(capsys, "explain", paths["story"], "--at", "0", "--max-article", "20")
        assert code == cli.ALL_FAILED
        assert 'cap "article"' in err

    @pytest.mark.parametrize("cap", ["0", "-1", "ten", "1.5"])
    def test_a_cap_is_a_number(
        self, cap: str, paths: dict[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(["parse", paths["story"], "--max-page", cap])
        assert ended.value.code == cli.USAGE
        assert "max-page" in capsys.readouterr().err


class TestManyStories:
    def test_incidents_know_the_words(
        self, paths: dict[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, out, _ = run(
            capsys, "incidents", paths["story"], "--published", "2019-06-03",
            "--rules", paths["rules"], "--format", "jsonl",
        )  # fmt: skip
        assert code == cli.OK
        assert len(out.splitlines()) == 1

    def test_incidents_of_inputs_that_fail(
        self, paths: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code, _, err = run(capsys, "incidents", paths["story"], str(tmp_path / "no.txt"))
        assert code == cli.SOME_FAILED
        assert "no.txt" in err

    def test_a_wrong_day_is_wrong_usage(
        self, paths: dict[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        for command in ("incidents", "check"):
            assert run(capsys, command, paths["story"], "--published", "3 June")[0] == cli.USAGE

    def test_diff(self, paths: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
        old.write_text(run(capsys, "parse", paths["story"], "--format", "jsonl")[1], encoding="utf-8")
        with_words = run(capsys, "parse", paths["story"], "--format", "jsonl", "--rules", paths["rules"])[1]
        new.write_text(with_words, encoding="utf-8")
        assert run(capsys, "diff", str(old), str(old))[:2] == (cli.OK, "")
        assert run(capsys, "diff", str(old), str(new))[0] == cli.FINDINGS

    def test_benchmark(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        gold = tmp_path / "gold.jsonl"
        gold.write_text(run(capsys, "benchmark", "make", "--size", "3")[1], encoding="utf-8")
        code, out, _ = run(capsys, "benchmark", "score", str(gold), str(gold), "--format", "json")
        assert code == cli.OK
        assert json.loads(out)["core"]["f1"] == 1
