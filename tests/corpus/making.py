"""Stories to run over, and runs of the command line that can be killed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from libya_news.benchmark.stories import stories


def write_stories(path: Path, size: int, seed: int = 3) -> Path:
    """Write invented stories as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for record in stories(seed, size):
            a = record.article
            value = {"id": a.id, "published": str(a.published), "text": a.text}
            out.write(json.dumps(value, ensure_ascii=False) + "\n")
    return path


def command(*words: object) -> list[str]:
    """Return the words of a command line."""
    return [sys.executable, "-m", "libya_news", *map(str, words)]


def start(*words: object, path: Path | None = None) -> subprocess.Popen[str]:
    """Start a run; `path` is put before the other folders that modules are taken from."""
    env = dict(os.environ)
    if path is not None:
        env["PYTHONPATH"] = str(path)
    return subprocess.Popen(
        command(*words), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=env
    )


def finish(*words: object, path: Path | None = None) -> tuple[int, str]:
    """Run a command to its end; give its exit code and what it said."""
    with start(*words, path=path) as process:
        _, said = process.communicate(timeout=300)
        return process.returncode, said


def size_of(paths: Sequence[Path]) -> int:
    """Return how many bytes the files hold; files that are not there hold none."""
    return sum(path.stat().st_size for path in paths if path.exists())


def until(process: subprocess.Popen[str], paths: Sequence[Path], size: int) -> None:
    """Wait until files hold so many bytes, or the process ends."""
    end = time.monotonic() + 120
    while process.poll() is None and size_of(paths) < size and time.monotonic() < end:
        time.sleep(0.002)


def dump(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of a store; of the journal only what it says at the end."""
    with closing(sqlite3.connect(store)) as db:
        [(sound,)] = db.execute("PRAGMA integrity_check").fetchall()
        assert sound == "ok"
        db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if "_fts" not in name and not name.startswith("sqlite_") and name != "journal"
        ]
        return {n: db.execute(f"SELECT * FROM {n} ORDER BY rowid").fetchall() for n in names}  # noqa: S608
