"""What `make bench` holds against a figure: its target, or what was saved when the target was not reached."""

from __future__ import annotations

import json

import pytest
from tools import bench


@pytest.mark.parametrize(
    ("saved", "gate"),
    [({}, 24.0), ({"x": 20.0}, 24.0), ({"x": 24.0}, 24.0), ({"x": 80.0}, 120.0), ({"y": 80.0}, 24.0)],
)
def test_the_gate_is_the_target_until_the_base_is_beyond_it(saved: dict[str, float], gate: float) -> None:
    assert bench.gate_of("x", 24.0, saved) == gate


@pytest.mark.parametrize(
    ("value", "says", "missed", "failed"),
    [(20.0, "reached", [], []), (90.0, "NOT REACHED", ["x"], []), (130.0, "OVER ITS GATE", ["x"], ["x"])],
)
def test_a_target_that_is_missed_is_told_and_only_a_gate_fails(
    value: float,
    says: str,
    missed: list[str],
    failed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bench, "saved_base", lambda: {"x": 80.0})
    for name in ("_missed", "_failures"):
        monkeypatch.setattr(bench, name, [])
    bench.report("x", value, 24.0)
    assert says in capsys.readouterr().out
    assert (bench._missed, bench._failures) == (missed, failed)


def test_the_base_knows_every_figure() -> None:
    """A figure without a saved one would be held against a target that it may never have reached."""
    base = json.loads(bench.BASE.read_text(encoding="utf-8"))
    source = (bench.ROOT / "tools" / "bench.py").read_text(encoding="utf-8")
    assert len(base) == source.count("report(") - 1
