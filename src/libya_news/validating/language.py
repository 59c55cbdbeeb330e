"""LN0xx: whether the text can be read at all."""

from __future__ import annotations

from collections.abc import Iterator

from libya_news.model.record import Record
from libya_news.validating.validator import Said, validator


@validator("LN010", "not-english", "warning")
def not_english(record: Record) -> Iterator[Said]:
    """The text is not in English, so nothing was read from it.

    What it checks:
        The language that the words of the text show.

    Why it matters:
        The rules know English newspapers only; an empty record of another language must not be taken for a
        story without casualties.

    Known problems:
        A text of a few words, or of names and figures only, may show no language.

    Example:
        Quatre soldats ont été tués dans la ville et les habitants de la rue ont fui avec leurs enfants.

    Instead:
        Four soldiers were killed in the city and the people of the street fled with their children.
    """
    article = record.article
    language = article.language
    if language is None:
        # Read, with letters in it, and yet no language: not English either.
        if record.casualties or record.claims:
            return  # doubtful by its short words, and yet something was read
        if not article.zones or not any(c.isalpha() for c in article.text[:2000]):
            return
    elif language == "en" or language.startswith("en-"):
        return
    known = f" (it shows {language})" if language and language != "und" else ""
    yield f"The text is not in English{known}; nothing was read from it.", ()
