"""Every entry of the casualty lexicons in an example: it is read there, and it is needed there."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from tests.data.entries import Entry, entries
from tests.data.entry_checks import problems

ROOT = Path(__file__).resolve().parent.parent
KNOWN = tomllib.loads((ROOT / "tests" / "accuracy" / "known_misses.toml").read_text(encoding="utf-8"))
ENTRIES = tuple(entries())
# One entry in eleven, with all its forms, in each run of the default suite; all in `make deep`.
SAMPLE = tuple(entry for entry in ENTRIES if sum(map(ord, entry.entry)) % 11 == 0)


def _check(chosen: tuple[Entry, ...]) -> None:
    for kind, found in problems(chosen).items():
        known = KNOWN.get(kind, {})
        worse = {table: items for table, items in found.items() if len(items) > known.get(table, 0)}
        assert not worse, f"{kind} beyond what is known: {worse}"


def test_a_sample_of_entries_is_read_and_needed() -> None:
    _check(SAMPLE)


@pytest.mark.slow
def test_all_entries_are_read_and_needed() -> None:
    _check(ENTRIES)


def test_there_are_as_many_words_as_promised() -> None:
    tables = Counter(
        entry.table.partition(".")[0] for entry in {(e.table, e.words): e for e in ENTRIES}.values()
    )
    assert tables["verb"] + tables["phrase"] + tables["noun"] + tables["adjective"] >= 250
    assert tables["person"] >= 500


def test_the_compiled_lexicon_is_in_step_with_its_sources() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "build_lexicon.py"), "--check"], check=False)
    assert done.returncode == 0, "run `python tools/build_lexicon.py`"
