"""LN111: where a story says that nobody has told of any harm, which is neither nobody harmed nor a number unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from libya_news.english.lexicon import lexicon
from libya_news.model.record import Record
from libya_news.model.span import Mention
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import whole_words


@cache
def _none_reported() -> re.Pattern[str]:
    phrases = lexicon().phrases.items()
    return whole_words((" ".join(words) for words, tags in phrases if "NONE_REPORTED" in tags), blank=r"\s+")


@validator("LN111", "none-reported", "info")
def none_reported(record: Record) -> Iterator[Said]:
    """The story says that no harm was reported: that counts nobody, and is no zero.

    What it checks:
        Set phrases such as "no casualties were reported" and "no immediate reports of deaths".

    Why it matters:
        "Nobody was hurt" is a zero and stands in the record as one. "None were reported" only tells that nobody has
        said so yet: a table that turns it into 0 states more than the story does.

    Known problems:
        What somebody else says of it, and of which place, is not told apart.

    Example:
        A rocket hit an empty school in Derna on Monday. No casualties were reported.

    Instead:
        A rocket hit an empty school in Derna on Monday. Nobody was hurt.
    """
    text = record.article.text
    for found in _none_reported().finditer(text):
        words = Mention.of(text, *found.span())
        yield f'"{" ".join(words.exact.split())}" is neither zero nor a number that is not known.', (words,)
