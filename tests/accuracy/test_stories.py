"""The project's own short stories are sound, and what the parser finds in them does not fall."""

from __future__ import annotations

from typing import Any

import pytest
from tests.accuracy import run, stories

# The least F1 of casualties alone and of full records, by set. Floors only rise.
FLOORS = {"tuned_1": (0.92, 0.55), "tuned_2": (0.92, 0.52), "tuned_3": (0.87, 0.48), "unseen_3": (0.76, 0.27)}


@pytest.mark.parametrize("half", stories.HALVES)
def test_lines_quote_their_stories(half: str) -> None:
    for story in stories.load(half):
        for line in story["casualties"]:
            assert all(quote in story["text"] for quote in line["quotes"]), (story["id"], line["quotes"])
            assert line["part_of"] is None or line["part_of"] < len(story["casualties"]), story["id"]


def test_every_set_has_a_floor() -> None:
    assert sorted(FLOORS) == sorted(path.stem for path in stories.HERE.glob("*.toml"))


def test_no_story_stands_in_both_halves() -> None:
    tuned, unseen = ({story["id"] for story in stories.load(half)} for half in stories.HALVES)
    assert not tuned & unseen


@pytest.mark.parametrize("name", FLOORS)
def test_figures_do_not_fall(name: str) -> None:
    total: Any = run.score.total(stories.sheets(name))
    core, full = FLOORS[name]
    assert total.broken == 0
    assert total.prf["casualty_core"].values()[2] >= core
    assert total.prf["casualty_full"].values()[2] >= full


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3", (3, 3, "exact")),
        ("0", (0, 0, "none")),
        ("3-", (3, None, "at_least")),
        ("4+", (4, None, "more_than")),
        ("~3", (3, 3, "about")),
        ("24~", (24, None, "vague")),
        ("3..5", (3, 5, "range")),
        ("?", (None, None, "unknown")),
    ],
)
def test_counts_of_lines(words: str, expected: tuple[int | None, int | None, str]) -> None:
    assert stories.count(words) == expected
