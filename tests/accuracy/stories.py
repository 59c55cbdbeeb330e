"""Casualties of our own short stories: who was harmed, whose people, where, when, how, by whom, who says so.

The stories stand in `stories/`: those of `tuned*.toml` are read while rules are mended, those of `unseen*.toml` are
set aside. Each line under `casualties` is one casualty, as a reader of the story finds it:

    killed 3- military @at least three soldiers @the three | side LNA | place Derna | src a medic | part 0

After the harm stands the count ("3", "3-" at least, "4+" more than 3, "~3" about, "24~" a vague word with that
low bound, "3..5" a range, "?" not known), the class of the victims, and behind each `@` words that state it.
Then, where the story tells it: `side` and `group`, `place`, `date`, `src` (who says so), `by` (perpetrator),
`cause`, `part` (the line, from 0, of the total it is a part of) and `scope` (`event` unless given). They are
scored as the gold corpus is, by its scorer; only the measures of casualties count.

    python tests/accuracy/stories.py [--misses]     prints the figures of both halves, the misses of the tuned one
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.accuracy import run

HERE = Path(__file__).resolve().parent / "stories"
HALVES = ("tuned", "unseen")
MEASURES = ("casualty_core", "casualty_full", "evidence")
_LINE = re.compile(r"(?P<harm>\w+) (?P<count>\S+) (?P<cls>\w+) (?P<quotes>@.+)")


def count(words: str) -> tuple[int | None, int | None, str]:
    """Return low, high and qualifier of a count as the lines write it."""
    if words == "?":
        return None, None, "unknown"
    if words.startswith("~"):
        return int(words[1:]), int(words[1:]), "about"
    if words.endswith("~"):
        return int(words[:-1]), None, "vague"
    if words.endswith("-"):
        return int(words[:-1]), None, "at_least"
    if words.endswith("+"):
        return int(words[:-1]), None, "more_than"
    if ".." in words:
        low, high = words.split("..")
        return int(low), int(high), "range"
    return int(words), int(words), "none" if words == "0" else "exact"


def casualty(line: str) -> dict[str, Any]:
    """Return one line as a casualty of the gold corpus."""
    head, *fields = line.split(" | ")
    match = _LINE.fullmatch(head.strip())
    if match is None:
        raise ValueError(f"not a casualty: {line}")
    told = dict(field.strip().split(" ", 1) for field in fields)
    low, high, qualifier = count(match["count"])
    start, _, end = told.get("date", "").partition("..")
    return {
        "harm": match["harm"],
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "victim_class": match["cls"],
        "victim_side": told.get("side"),
        "group": told.get("group"),
        "perpetrator": told.get("by"),
        "cause": told.get("cause"),
        "place": told.get("place"),
        "start": start or None,
        "end": end or start or None,
        "source": told.get("src"),
        "scope": told.get("scope", "event"),
        "part_of": int(told["part"]) if "part" in told else None,
        "quotes": [quote.strip() for quote in match["quotes"].split("@")[1:]],
    }


def load(half: str) -> list[dict[str, Any]]:
    """Return the stories of a half, or of one set of it such as `tuned_1`, in the form of the gold corpus."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob(f"{half}*.toml"))]
    return [
        {
            "id": story["id"],
            "published": story["published"].isoformat(),
            "text": story["text"].strip("\n"),
            "casualties": [casualty(line) for line in story["casualties"].strip("\n").split("\n")],
            "claims": [],
            "actors": [],
            "places": [],
            "dates": [],
        }
        for table in tables
        for story in table["story"]
    ]


def sheets(half: str) -> list[Any]:
    """Return the scored sheets of the stories of a half."""
    docs = load(half)
    read = run.predictions(docs)
    return [run.score.score_document(doc, read[doc["id"]]) for doc in docs]


def show(half: str, total: Any, *, misses: bool) -> None:
    """Print the figures of a half."""
    print(f"\n{half}")
    for measure in MEASURES:
        p, r, f1 = total.prf[measure].values()
        print(f"  {measure:14s} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}")
    for name, (right, of, gold, gold_right, filled) in total.field.items():
        print(
            f"    {name:12s} {right:4d}/{of:<4d} {right / (of or 1):.3f}   "
            f"R {gold_right / (gold or 1):.3f} of {gold:<4d} P {gold_right / (filled or 1):.3f} of {filled}"
        )
    if misses:
        for kind, items in total.lost.items():
            if kind.startswith(("casualty", "field")):
                print(f"-- {kind}: {len(items)}")
                for item in items:
                    print("    ", *item)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="list what the tuned half loses")
    options = parser.parse_args(argv)
    for half in HALVES:
        show(half, run.score.total(sheets(half)), misses=options.misses and half == "tuned")
    return 0


if __name__ == "__main__":
    sys.exit(main())
