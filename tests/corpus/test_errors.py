from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.corpus.making import finish

from libya_news.corpus import run

GOOD = b'{"id": "good-%d", "text": "Four men were killed in Sirte."}\n'
BAD = {
    "not-json": b'{"text": "Four men died',
    "not-an-object": b"[1, 2]",
    "undecodable": b'{"text": "Four \xff\xfe men died."}',
    "too-deep": b'{"text": ' + b"[" * 600 + b"]" * 600 + b"}",
    "too-large": b'{"text": "' + b"word " * 4000 + b'"}',
    "too-much-work": b'{"text": "' + b"a b " * 900 + b'"}',
    "no-text": b'{"id": "x"}',
}
CAPS = {"line": 10_000}

# Python imports a module of this name when it starts: here it makes the parser hang or end on certain words.
POISON = """
import os, time
from libya_news.parsing import pipeline
plain = pipeline.parse_article
def poisoned(article, **given):
    if "HANG" in article.text:
        time.sleep(600)
    if "DIE" in article.text:
        os._exit(9)
    if "RAISE" in article.text:
        raise ZeroDivisionError("a bug")
    return plain(article, **given)
pipeline.parse_article = poisoned
"""


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    """A file with all that can be wrong with a line, good lines between."""
    data = b""
    for number, bad in enumerate(BAD.values(), 1):
        data += GOOD % number + b"\n" + bad + b"\n"
    path = tmp_path / "poisoned.jsonl"
    path.write_bytes(data + GOOD % 99)
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_wrong_is_told_and_stops_nothing(workers: int, poisoned: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    broken = tmp_path / "broken.jsonl.gz"
    broken.write_bytes(gzip.compress(GOOD % 7 * 50)[:-20])
    empty = tmp_path / "empty.jsonl"
    empty.write_bytes(b"")
    inputs = [missing, poisoned, broken, empty, b"Ten men were killed in Zliten."]
    out = tmp_path / f"out{workers}"
    done = run(inputs, out, workers=workers, caps=CAPS, max_words=1000)
    errors = lines(out / "errors.jsonl")
    data = poisoned.read_bytes()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    of_file = [e for e in errors if e["input"] == str(poisoned)]
    assert [e["code"] for e in of_file] == list(BAD)
    for number, error in enumerate(of_file):
        assert list(error) == ["input", "line", "offset", "code", "message"]
        assert error["line"] == 3 * number + 3
        start = starts[3 * number + 2]
        at_fault = data.index(b"\xff") if error["code"] == "undecodable" else start
        assert error["offset"] == at_fault
        assert error["message"]
    others = [(e["input"], e["code"]) for e in errors if e["input"] != str(poisoned)]
    assert (str(missing), "missing") in others
    assert (str(broken), "bad-gzip") in others
    assert (str(empty), "empty") in others
    ids = [record["article"]["id"] for record in lines(out / "records.jsonl")]  # type: ignore[index]
    assert [i for i in ids if i.startswith("good-") and i != "good-7"] == [
        f"good-{n}" for n in (1, 2, 3, 4, 5, 6, 99)
    ]
    assert done.total_problems == len(errors)


def test_errors_are_told_once(poisoned: Path, tmp_path: Path) -> None:
    inputs = [tmp_path / "missing.txt", poisoned]
    run(inputs, tmp_path / "whole", caps=CAPS, max_words=1000)
    while run(
        inputs, tmp_path / "out", resume=True, caps=CAPS, max_words=1000, stop=lambda: True
    ).interrupted:
        pass
    whole = (tmp_path / "whole" / "errors.jsonl").read_bytes()
    assert (tmp_path / "out" / "errors.jsonl").read_bytes() == whole
    (tmp_path / "missing.txt").write_text("Ten men were killed in Zliten.")
    assert run(inputs, tmp_path / "out", resume=True, caps=CAPS, max_words=1000).records == 1


def test_a_store_has_a_table_of_errors(poisoned: Path, tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run([poisoned], store, caps=CAPS, max_words=1000)
    with closing(sqlite3.connect(store)) as db:
        found = db.execute("SELECT code, line, offset FROM errors ORDER BY id").fetchall()
    assert [code for code, _, _ in found] == list(BAD)
    assert [line for _, line, _ in found] == [3, 6, 9, 12, 15, 18, 21]


def test_a_worker_that_hangs_or_dies_costs_one_story(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(POISON)
    words = ["one", "HANG", "two", "DIE", "three", "RAISE", "four"]
    stories = tmp_path / "s.jsonl"
    stories.write_text(
        "".join(json.dumps({"id": w, "text": f"Four men died in Sirte. {w}"}) + "\n" for w in words)
    )
    (tmp_path / "DIE.txt").write_text("DIE")
    (tmp_path / "list.json").write_text(
        json.dumps([{"text": "Ten men died."}, {"text": "DIE"}, {"text": "Six men died."}])
    )
    out = tmp_path / "out"
    inputs = [stories, tmp_path / "DIE.txt", tmp_path / "list.json"]
    code, said = finish("run", *inputs, "--out", out, "--workers", 2, "--wall-limit", 4, path=tmp_path)
    assert code == 3, said
    ids = [record["article"]["id"] for record in lines(out / "records.jsonl")]  # type: ignore[index]
    assert ids[:4] == ["one", "two", "three", "four"]
    assert len(ids) == 6
    errors = [(e["line"], e["code"]) for e in lines(out / "errors.jsonl")]
    assert errors == [
        (2, "wall-limit"),
        (4, "worker-died"),
        (6, "internal-error"),
        (None, "worker-died"),
        (None, "worker-died"),
    ]


def test_exit_codes(poisoned: Path, tmp_path: Path) -> None:
    from libya_news import cli

    assert cli.main(["run", str(poisoned), "--out", str(tmp_path / "a")]) == 3
    assert cli.main(["run", str(tmp_path / "missing"), "--out", str(tmp_path / "b")]) == 4
    assert cli.main(["run", str(poisoned), "--out", str(tmp_path / "a")]) == 2
