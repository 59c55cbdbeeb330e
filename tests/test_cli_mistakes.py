"""The command line against what people type by mistake: one line says what is wrong, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from libya_news import Article, cli, parse, to_json
from libya_news.reconciling.decisions import Decision, Decisions

STORY = {
    "id": "a",
    "text": "Two men were killed in Sirte on Sunday, a medic said.",
    "published": "2017-07-03",
}
NO_FILE = "there is no such file; check the path"


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file with one story, in the folder where the test runs."""
    monkeypatch.chdir(tmp_path)
    Path("stories.jsonl").write_text(json.dumps(STORY) + "\n", encoding="utf-8")
    Path("bytes.bin").write_bytes(b"\xff\x96\x00")
    Path("folder").mkdir()
    return "stories.jsonl"


@pytest.fixture
def store(stories: str, capsys: pytest.CaptureFixture[str]) -> str:
    """A store with that story."""
    assert cli.main(["run", stories, "--out", "news.db"]) == cli.OK
    capsys.readouterr()
    return "news.db"


def told(argv: list[str], capsys: pytest.CaptureFixture[str], code: int = cli.USAGE) -> str:
    """The one line on standard error; nothing is on standard output."""
    assert cli.main(argv) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("libya-news: ")
    assert err.count("\n") == 1
    assert "Errno" not in err
    return err.removeprefix("libya-news: ").rstrip("\n")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["parse", "stories.jsonl", "--knowledge", "no.toml"], f"no.toml: {NO_FILE}"),
        (["parse", "stories.jsonl", "--knowledge", "bytes.bin"], "bytes.bin cannot be read as TOML"),
        (["parse", "stories.jsonl", "--rules", "no.toml"], f"no.toml: {NO_FILE}"),
        (["incidents", "stories.jsonl", "--decisions", "no.jsonl"], f"no.jsonl: {NO_FILE}"),
        (["incidents", "stories.jsonl", "--decisions", "bytes.bin"], "bytes.bin: byte 1 is no UTF-8"),
        (["labels", "no.json"], f"no.json: {NO_FILE}"),
        (["labels", "stories.jsonl", "--records", "no.jsonl"], f"no.jsonl: {NO_FILE}"),
        (["labels", "bytes.bin"], "bytes.bin: byte 1 is no UTF-8"),
        (["diff", "no.jsonl", "stories.jsonl"], f"no.jsonl: {NO_FILE}"),
        (["diff", "folder", "stories.jsonl"], "folder: is a folder; give a file"),
        (["benchmark", "score", "no.jsonl", "stories.jsonl"], f"no.jsonl: {NO_FILE}"),
        (
            ["report", "stories.jsonl", "-o", "no/r.html"],
            "cannot write no/r.html: there is no such folder; make it first",
        ),
        (
            ["report", "stories.jsonl", "-o", "folder"],
            "cannot write folder: it is a folder; name a file",
        ),
        (
            ["parse", "stories.jsonl", "--format", "jsonl", "-o", "no/r.jsonl"],
            "cannot write no/r.jsonl: there is no such folder; make it first",
        ),
        (
            ["parse", "stories.jsonl", "--format", "jsonl", "-o", "folder"],
            "cannot write folder: it is a folder; name a file",
        ),
        (
            ["parse", "stories.jsonl", "--format", "csv", "-o", "stories.jsonl"],
            "cannot write stories.jsonl: there is a file of this name; name a folder",
        ),
        (["run", "stories.jsonl", "--out", "x.db", "--format", "parquet"], "x.db is a store"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(
    argv: list[str], message: str, stories: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(stories).read_bytes()
    assert told(argv, capsys).startswith(message)
    assert Path(stories).read_bytes() == before
    assert not list(Path().rglob(".*"))


def test_a_file_that_is_no_export_of_label_studio_is_told(
    stories: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("two.jsonl").write_text("{}\n{}\n", encoding="utf-8")
    assert told(["labels", "two.jsonl"], capsys).startswith("two.jsonl: is no JSON export of Label Studio")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--place", "sirtte"], "no place has the id 'sirtte'; did you mean sirte"),
        (["--side", "lybian-national-army"], "did you mean libyan-national-army"),
        (["--source", "medics"], "did you mean medical"),
        (
            ["--since", "2018-02-02", "--until", "2017-01-01"],
            "--since 2018-02-02 is later than --until 2017-01-01",
        ),
    ],
)
def test_a_slip_in_a_question_is_no_answer_of_no_deaths(
    options: list[str], message: str, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for question in ("tolls", "casualties", "contradictions"):
        assert message in told(["query", store, question, *options], capsys)


def test_an_id_that_exists_and_has_no_casualties_is_answered(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["query", store, "tolls", "--place", "kufra", "--source", "newspaper"]) == cli.OK
    assert capsys.readouterr().out == "nothing in the store answers to this\n"


def test_a_place_of_ones_own_can_be_asked_for(stories: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("mine.toml").write_text(
        '[places.wadi-sidr-camp]\nname = "Wadi Sidr camp"\nkind = "facility"\n'
        'within = ["sirte", "sirte-district", "tripolitania", "libya"]\nlat = 31.1\nlon = 16.4\n'
        'precision = "approx"\n',
        encoding="utf-8",
    )
    story = {**STORY, "text": "Two men were killed at Wadi Sidr camp on Sunday, a medic said."}
    Path("own.jsonl").write_text(json.dumps(story) + "\n", encoding="utf-8")
    assert cli.main(["run", "own.jsonl", "--out", "own.db", "--knowledge", "mine.toml"]) == cli.OK
    assert cli.main(["query", "own.db", "tolls", "--place", "wadi-sidr-camp"]) == cli.OK
    assert "wadi-sidr-camp   1" in capsys.readouterr().out


@pytest.mark.parametrize("n", ["0", "-1", "x"])
@pytest.mark.parametrize(
    "argv", [["query", "news.db", "casualties", "--limit"], ["benchmark", "make", "--size"]]
)
def test_a_number_of_rows_is_above_0(argv: list[str], n: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([*argv, n])
    assert stopped.value.code == cli.USAGE
    assert f"'{n}' is no whole number above 0" in capsys.readouterr().err


def test_nothing_scores_nothing(stories: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.jsonl").write_text("", encoding="utf-8")
    assert "nothing to score against" in told(["benchmark", "score", "empty.jsonl", "empty.jsonl"], capsys)


def test_where_nothing_was_read_no_incidents_are_not_claimed(
    stories: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(["incidents", "no.txt"], capsys, cli.ALL_FAILED) == f"no.txt: {NO_FILE}"
    Path("quiet.txt").write_text("The market in Sirte was open on Sunday.", encoding="utf-8")
    assert cli.main(["incidents", "quiet.txt"]) == cli.OK
    assert capsys.readouterr().out == "No incidents.\n"


def test_explain_takes_one_story(stories: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("two.jsonl").write_text(
        "".join(json.dumps({**STORY, "id": i}) + "\n" for i in "ab"), encoding="utf-8"
    )
    assert "more than one story" in told(["explain", "two.jsonl", "--at", "0"], capsys, cli.ALL_FAILED)


def test_a_decision_about_a_casualty_that_is_not_there_is_told(
    stories: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decision = Decision(kind="same", members=(("a", "killed-0-7"), ("zz", "killed-4-9")))
    Path("d.jsonl").write_text(Decisions((decision,)).to_jsonl(), encoding="utf-8")
    assert cli.main(["incidents", stories, "--decisions", "d.jsonl"]) == cli.OK
    assert capsys.readouterr().err == (
        f"libya-news: decision {decision.id}: no story here has killed-4-9 of zz; it is passed over\n"
    )


def test_numbers_of_incidents_lead_back_to_the_stories(
    stories: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("story.txt").write_text(
        "Two men killed in Sirte\n\nSIRTE, 3 July 2017 - Two men were killed in Sirte on Sunday.\n",
        encoding="utf-8",
    )
    assert cli.main(["incidents", "story.txt"]) == cli.OK
    out = capsys.readouterr().out
    identity = out.partition("low 2 (")[2].partition(")")[0]
    assert out.endswith(f"\nStories\n  {identity}: 2017-07-03 Two men killed in Sirte\n")


def test_odd_line_ends_in_a_story_break_no_file_of_records(
    stories: str, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = "Two men\u2028were killed\x85 in Derna.\x1c Nine."
    line = to_json(parse(Article.from_text(odd, published="2018-06-05", id="odd")))
    Path("odd.jsonl").write_text(f"{line}\n{line}\n", encoding="utf-8")
    assert cli.main(["diff", "odd.jsonl", "odd.jsonl"]) == cli.OK
    decision = Decision(kind="locked", members=(("a", "killed-0-7"),), note=odd)
    decisions = Decisions((decision,))
    assert Decisions.from_jsonl(decisions.to_jsonl()) == decisions
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["parse", "incidents", "check", "diff", "explain"])
def test_no_control_character_of_a_story_reaches_the_terminal(
    command: str, stories: str, capsys: pytest.CaptureFixture[str]
) -> None:
    story = {
        **STORY,
        "id": "a\x1b[31m",
        "headline": "Dead\x1b[2J",
        "text": "Two men were killed\x1b[2J in Sirte.",
    }
    Path("odd.jsonl").write_text(json.dumps(story) + "\n", encoding="utf-8")
    argv = [command, "odd.jsonl"]
    if command == "explain":
        argv += ["--at", "12"]
    if command == "diff":
        record = parse(Article.from_text("Two men died.", id="a\x1b[31m"))
        Path("old.jsonl").write_text(to_json(record) + "\n", encoding="utf-8")
        Path("none.jsonl").write_text("", encoding="utf-8")
        argv = ["diff", "old.jsonl", "none.jsonl"]
    assert cli.main(argv) in (cli.OK, cli.FINDINGS)
    out, err = capsys.readouterr()
    assert out
    assert "\x1b" not in out + err


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links")
def test_a_link_is_written_into_and_not_replaced(stories: str, capsys: pytest.CaptureFixture[str]) -> None:
    for number, argv in enumerate((["parse", stories, "--format", "jsonl"], ["report", stories])):
        Path(f"real{number}").write_text("older", encoding="utf-8")
        Path(f"link{number}").symlink_to(f"real{number}")
        assert cli.main([*argv, "-o", f"link{number}"]) == cli.OK
        assert Path(f"link{number}").is_symlink()
        assert "Sirte" in Path(f"real{number}").read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes")
def test_a_pipe_is_written_into_and_not_replaced(stories: str) -> None:
    os.mkfifo("pipe")
    argv = [sys.executable, "-m", "libya_news", "parse", stories, "--format", "jsonl", "-o", "pipe"]
    with subprocess.Popen(argv) as process, open("pipe", encoding="utf-8") as pipe:
        assert json.loads(pipe.read())["article"]["id"] == "a"
    assert process.returncode == cli.OK
    assert Path("pipe").is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line(stories: str) -> None:
    for argv in (["parse", stories], ["incidents", stories], ["report", stories]):
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "libya_news", *argv],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert done.returncode == cli.USAGE
        assert done.stderr == "libya-news: cannot write the output: No space left on device\n"
