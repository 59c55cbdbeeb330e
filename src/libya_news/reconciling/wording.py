"""The word lists of `words.toml`, read once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any


@cache
def lists() -> dict[str, Any]:
    """Return the tables of `words.toml`."""
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files("libya_news.reconciling").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def phrases(name: str) -> re.Pattern[str]:
    """Return a pattern for the whole words of one list, in any case.

    Args:
        name: The table's name.
    """
    words = sorted(lists()[name]["words"], key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


@cache
def agencies() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for the agencies as they are printed, and the one name of each in lower case."""
    table = lists()["agencies"]
    words = sorted(table["words"], key=lambda w: (-len(w), w))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")
    return pattern, {w: table["same_as"].get(w, w).lower() for w in table["words"]}


@cache
def compatible() -> frozenset[frozenset[str]]:
    """Return the pairs of causes that two stories may use for one event."""
    return frozenset(frozenset(pair) for pair in lists()["causes"]["compatible"])


def causes_agree(a: str | None, b: str | None) -> bool:
    """Tell whether two causes can be those of one event; nothing told agrees with everything."""
    return a is None or b is None or a == b or "other" in (a, b) or frozenset((a, b)) in compatible()
