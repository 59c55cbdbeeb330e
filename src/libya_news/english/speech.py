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
        name: The name of a lexicon that is read as it stands, like `reporting`, `scene` or `grammar`.
    """
    text = files("libya_news.english").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def word_group(name: str) -> frozenset[str]:
    """Return a group of words of the clause grammar or of the speakers' nouns.

    Args:
        name: A key of `[groups]` in `clauses.toml` or of `[nouns]` in `roles.toml`.
    """
    groups = load_lexicon("clauses")["groups"]
    words: str = groups[name] if name in groups else load_lexicon("roles")["nouns"][name]
    return frozenset(words.split())
