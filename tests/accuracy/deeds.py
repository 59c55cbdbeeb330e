"""Who did it and how: one-line reports and short stories of our own, with what each casualty should say.

`deeds/tuned.toml` was read while rules were mended, `deeds/unseen.toml` was set aside before.

    python -m tests.accuracy.deeds [--misses]     prints the figures of both halves, the misses of the tuned one
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent / "deeds"
HALVES = ("tuned", "unseen")


class Figures(NamedTuple):
    """Casualties looked for and found, and of those found: how many fields are right, filled, and to be filled."""

    casualties: int
    found: int
    cause: tuple[int, int, int]
    perpetrator: tuple[int, int, int]
    misses: tuple[str, ...]


def texts(half: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the day, the text and the expected casualties of each report and story of a half."""
    table = tomllib.loads((HERE / f"{half}.toml").read_text(encoding="utf-8"))
    for report in table["report"]:
        for text, *expected in report["lines"]:
            yield report["published"].isoformat(), text, expected
    for story in table["story"]:
        yield story["published"].isoformat(), story["text"].strip("\n"), story["expect"]


def _named(casualty: Any, want: str) -> bool:
    who = casualty.perpetrator
    return who is not None and want.casefold() in (
        (who.actor or "").casefold(),
        (who.description or "").casefold().removeprefix("the "),
    )


def measure(half: str) -> Figures:
    """Parse a half and count what is right."""
    from libya_news import api
    from libya_news.model.article import Article

    wanted = found = 0
    cause, doer = [0, 0, 0], [0, 0, 0]
    misses: list[str] = []
    for day, text, expected in texts(half):
        left = list(api.parse(Article.from_text(text, published=day)).casualties)
        for line in expected:
            what, why, who = (part.strip() for part in line.split("|"))
            harm, low = what.split()
            wanted += 1
            mine = next((c for c in left if c.harm == harm and c.count.low == int(low)), None)
            if mine is None:
                misses.append(f"{line}: no such casualty | {text[:140]}")
                continue
            left.remove(mine)
            found += 1
            right = mine.cause == (None if why == "-" else why)
            cause[0] += right and why != "-"
            cause[1] += mine.cause is not None
            cause[2] += why != "-"
            if not right:
                misses.append(f"cause {line}: {mine.cause} | {text[:140]}")
            right = mine.perpetrator is None if who == "-" else _named(mine, who)
            doer[0] += right and who != "-"
            doer[1] += mine.perpetrator is not None
            doer[2] += who != "-"
            if not right:
                misses.append(f"who {line}: {mine.perpetrator} | {text[:140]}")
    return Figures(wanted, found, (cause[0], cause[1], cause[2]), (doer[0], doer[1], doer[2]), tuple(misses))


def main(argv: Sequence[str]) -> int:
    """Print the figures of both halves."""
    for half in HALVES:
        figures = measure(half)
        print(f"{half}: {figures.found} of {figures.casualties} casualties found")
        for name in ("cause", "perpetrator"):
            right, filled, told = getattr(figures, name)
            print(
                f"  {name:12s} R {right}/{told} {right / told:.3f}  P {right}/{filled} {right / filled:.3f}"
            )
        if half == "tuned" and "--misses" in argv:
            print(*figures.misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
