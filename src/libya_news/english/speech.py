"""Reading the lexicons of reported speech, certainty and framing."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """Return the lexicon file `<name>.toml` of this folder as plain values.

    Args:
        name: `reporting`, `clauses`, `roles`, `certainty` or `framing`.
    """
    text = files("libya_news.english").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
