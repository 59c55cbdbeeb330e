"""No pattern of the library needs more than quadratic time, whatever the text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.slow
def test_no_pattern_grows_faster_than_quadratically() -> None:
    run = subprocess.run(
        [sys.executable, HERE / "pattern_growth.py"], capture_output=True, text=True, check=True
    )
    told = json.loads(run.stdout)
    assert told["patterns"] > 200
    # 2 is quadratic; short searches on a busy machine scatter by a third
    assert told["worst"][0][0] < 2.5, told["worst"]
