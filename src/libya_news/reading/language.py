"""Which language a text is written in, by its most common short words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_SAMPLE = 500  # characters: about 80 words
_ENOUGH = 12  # words, under which a text says too little of itself


@cache
def _stop_words() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "languages.toml").read_text("utf-8"))


@cache
def _english() -> frozenset[str]:
    return frozenset(_stop_words()["en"])


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for language, listed in _stop_words().items():
        for word in listed:
            languages[word] = (*languages.get(word, ()), language)
    return languages


def language_of(text: str, start: int = 0) -> str | None:
    """Tells the language of a text from its short words, or from its script.

    >>> language_of("Three men were killed in the city on Sunday, a doctor said.")
    'en'
    >>> language_of("Trois hommes ont été tués dans la ville, selon un médecin de l'hôpital central.")
    'fr'

    Args:
        text: The text.
        start: Offset at which the running text begins; headlines have few short words.

    Returns:
        A BCP 47 tag: `en` or another language; None where the text is too short or too mixed to tell.
    """
    sample = text[start : start + _SAMPLE]
    if len(sample) < 200:
        sample = text[:_SAMPLE]
    if not sample.isascii() and (script := _script(sample)):
        return script
    listed = sample.lower().split()
    english = sum(map(_english().__contains__, listed))
    if len(listed) >= _ENOUGH and english > 0.2 * len(listed):
        return "en"
    by_word = _languages_of()
    counts = dict.fromkeys(_stop_words(), 0)
    for languages in filter(None, map(by_word.get, listed)):
        for language in languages:
            counts[language] += 1
    best = max(counts, key=lambda language: counts[language])
    others = sorted(counts.values())[-2]
    if (
        not counts[best]
        or counts[best] <= others
        or (best != "en" and (len(listed) < _ENOUGH or counts[best] < 3))
    ):
        return None
    share = counts[best] / len(listed)
    if len(listed) >= _ENOUGH and share < 0.08 or counts[best] < 2 * others and best != "en":
        return None
    return best


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (tag, re.compile(span))
        for tag, span in (
            ("ar", "[\u0600-\u06ff]"), ("und-Cyrl", "[\u0400-\u04ff]"), ("el", "[\u0370-\u03ff]"),
            ("he", "[\u0590-\u05ff]"), ("ja", "[\u3040-\u30ff]"), ("und-Hani", "[\u4e00-\u9fff]"),
            ("ko", "[\uac00-\ud7af]"), ("und-Deva", "[\u0900-\u097f]"),
        )
    )  # fmt: skip


def _script(sample: str) -> str | None:
    """The usual language of the script that most letters of a sample are written in, or None for Latin."""
    if len(sample.encode("ascii", "ignore")) > 0.7 * len(sample):
        return None
    letters = sum(map(str.isalpha, sample)) or 1
    for tag, pattern in _scripts():
        if len(pattern.findall(sample)) > 0.4 * letters:
            return tag
    return None
