"""Grow every pattern that the library compiles on texts made from its own characters, and tell the worst.

Run as a program, in a process of its own, for it must see each pattern being compiled: it prints one JSON object.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

SMALL, LARGE = 400, 1600  # characters
SLOW = 0.02  # seconds: faster searches are too short to tell how they grow
PLAIN = [
    "a",
    "A",
    "1",
    " ",
    ",",
    "-",
    '"',
    "'",
    ".",
    "\n",
    "(",
    ")",
    ":",
    "/",
    "\u2019",
    "\u00a0",
    "the ",
    "al-",
    "2017",
]
_FIRST_CODE = 0x4E00  # of tag strings

Pattern = re.Pattern[str]


def compiled_by_the_library() -> list[Pattern]:
    """Import and use the whole library, and return each of its patterns once, longest first."""
    found: dict[str, Pattern] = {}
    make: Callable[..., Any] = re.compile

    def compile(pattern: Any, flags: Any = 0) -> Any:  # noqa: A001
        made = make(pattern, flags)
        caller = sys._getframe(1).f_globals.get("__name__", "")
        if caller.startswith("libya_news") and isinstance(made.pattern, str):
            found.setdefault(made.pattern, made)
        return made

    re.compile = compile  # type: ignore[assignment]
    import importlib
    import pkgutil

    import libya_news

    for module in pkgutil.walk_packages(libya_news.__path__, "libya_news."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ImportError as error:  # a module of an extra that is not installed
                if str(error.name).startswith("libya_news"):
                    raise
    from libya_news.english.dates.grammar import grammar
    from libya_news.parsing.frames import compiled_frames

    compiled_frames()
    grammar().patterns()
    for path in sorted((Path(__file__).parent.parent / "accuracy" / "own").glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        if "text" in story:
            libya_news.parse(libya_news.Article.from_text(story["text"], published=story.get("published")))
    re.compile = make  # type: ignore[assignment]
    return sorted(found.values(), key=lambda made: (-len(made.pattern), made.pattern))


def hostile(pattern: Pattern, rng: random.Random) -> Iterator[str]:
    """Yield short strings that, repeated, may be slow to search with a pattern: made of what it looks for."""
    own = sorted({sign for sign in pattern.pattern if ord(sign) >= _FIRST_CODE})
    signs = (
        rng.sample(own, min(len(own), 14)) if own else PLAIN + re.findall(r"[a-z]{2,}", pattern.pattern)[:20]
    )
    yield from signs
    for length in (2, 3, 4):
        for _ in range(14):
            yield "".join(rng.choices(signs, k=length))


def seconds(pattern: Pattern, text: str) -> float:
    """Return the processor time of finding all that a pattern matches in a text."""
    start = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - start


def growth(pattern: Pattern, unit: str) -> float:
    """Return the exponent with which a search grows with the text: 1 is linear, 2 quadratic; 0 if it is fast."""
    large = seconds(pattern, unit * (LARGE // len(unit)))
    if large < SLOW:
        return 0.0
    from math import log

    large = min(large, seconds(pattern, unit * (LARGE // len(unit))))
    small = min(seconds(pattern, unit * (SMALL // len(unit))) for _ in range(3))
    return log(large / max(small, 1e-6)) / log(LARGE / SMALL)


def main() -> None:
    """Print how many patterns there are, how many grow more than linearly, and the worst."""
    rng = random.Random(7)  # noqa: S311
    patterns = compiled_by_the_library()
    worst: list[tuple[float, str, str]] = []
    for pattern in patterns:
        exponent, unit = max((growth(pattern, unit), unit) for unit in hostile(pattern, rng))
        worst.append((round(exponent, 2), unit, pattern.pattern[:200]))
    worst.sort(reverse=True)
    print(
        json.dumps(
            {
                "patterns": len(patterns),
                "slow": sum(1 for exponent, _, _ in worst if exponent > 0),
                "worst": worst[:5],
            }
        )
    )


if __name__ == "__main__":
    main()
