"""The same input gives the same bytes: under every hash seed, in every time zone, under every locale."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from libya_news.benchmark.stories import stories as made

SEEDS = [str(seed) for seed in range(10)]
ZONES = ["UTC", "Africa/Tripoli", "Pacific/Auckland"]
LOCALES = ["C", "C.UTF-8", "POSIX"]
EVERY = list(itertools.zip_longest(SEEDS, (ZONES * 4)[:10], (LOCALES * 4)[:10]))


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [
        json.dumps(
            {
                "id": r.article.id,
                "text": r.article.text,
                "published": r.article.published and str(r.article.published),
            }
        )
        for r in made(3, 12)
    ]
    path = tmp_path_factory.mktemp("stories") / "stories.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def digest(path: Path, seed: str, zone: str, locale: str) -> str:
    """What `parse` prints for the stories in a fresh process, as a digest."""
    out = subprocess.run(
        [sys.executable, "-m", "libya_news", "parse", path, "--format", "jsonl"],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    ).stdout
    assert out.count(b"\n") == 12
    return hashlib.sha256(out).hexdigest()


def test_three_machines_print_the_same(stories: Path) -> None:
    assert len({digest(stories, *machine) for machine in EVERY[:3]}) == 1


@pytest.mark.slow
def test_ten_hash_seeds_three_time_zones_three_locales(stories: Path) -> None:
    machines = {*EVERY, *itertools.product(["0"], ZONES, LOCALES)}
    assert len({digest(stories, *machine) for machine in machines}) == 1
