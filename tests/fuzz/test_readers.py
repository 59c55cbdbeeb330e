"""The readers keep their promises on sound and on randomly changed inputs; atheris looks for more in `make deep`."""

from __future__ import annotations

import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz.readers import TARGETS, changed, seeds

RUN = Path(__file__).with_name("run.py")


@pytest.mark.parametrize("name", TARGETS)
def test_sound_and_changed_inputs(name: str) -> None:
    chance = random.Random(f"libya_news {name}")  # noqa: S311
    listed = list(seeds())
    assert len(listed) > 50
    for seed in listed:
        TARGETS[name](seed)
    for _ in range(150):
        TARGETS[name](changed(chance.choice(listed), chance))


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="needs the group fuzz")
@pytest.mark.parametrize("name", TARGETS)
def test_fuzzed_inputs(name: str, tmp_path: Path) -> None:
    seconds = os.environ.get("FUZZ_SECONDS", "300")
    run = subprocess.run(
        [sys.executable, str(RUN), name, "--seconds", seconds, "--keep", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-4000:]
    assert "number_of_executed_units" in run.stderr  # it ran, and did not only end well
