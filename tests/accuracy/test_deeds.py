"""What the parser says of how people were harmed, and by whom, does not fall on reports of our own."""

from __future__ import annotations

import pytest
from tests.accuracy import deeds

# The least share right of what a half tells, and of what the parser says of it. Floors only rise.
FLOORS = {"tuned": {"cause": 0.88, "perpetrator": 0.92}, "unseen": {"cause": 0.8, "perpetrator": 0.9}}


@pytest.mark.parametrize("half", deeds.HALVES)
def test_figures_do_not_fall(half: str) -> None:
    figures = deeds.measure(half)
    for name, least in FLOORS[half].items():
        right, filled, told = getattr(figures, name)
        assert right >= least * told, (name, figures.misses if half == "tuned" else "")
        assert right >= least * filled, (name, figures.misses if half == "tuned" else "")


def test_no_report_stands_in_both_halves() -> None:
    tuned, unseen = ({text for _, text, _ in deeds.texts(half)} for half in deeds.HALVES)
    assert not tuned & unseen
