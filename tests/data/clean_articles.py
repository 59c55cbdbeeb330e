"""Articles about everything but casualties, made from clean.toml: the same articles for the same seed."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SLOT = re.compile(r"\{(\w+)\}")
_HERE = Path(__file__).resolve().parent


def clean_articles(count: int = 1000, seed: int = 0) -> Iterator[str]:
    """Yield `count` different articles, the subjects in turn."""
    data: dict[str, Any] = tomllib.loads((_HERE / "clean.toml").read_text(encoding="utf-8"))
    slots = data.pop("slots")
    rng = random.Random(seed)  # noqa: S311 (no secret is made here)

    def fill(template: str) -> str:
        text = _SLOT.sub(lambda match: rng.choice(slots[match[1]]), template)
        return text[0].upper() + text[1:]

    subjects = list(data.values())
    for number in range(count):
        subject = subjects[number % len(subjects)]
        lines = rng.sample(subject["sentences"], rng.randint(5, 9))
        body, at = [], 0
        while at < len(lines):
            size = rng.randint(1, 3)
            body.append(" ".join(fill(line) for line in lines[at : at + size]))
            at += size
        headline = fill(rng.choice(subject["headlines"]))
        if rng.random() < 0.5:
            body[0] = f"{rng.choice(slots['town']).upper()} - {body[0]}"
        yield "\n\n".join([headline, *body])
