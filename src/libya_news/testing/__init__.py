"""Hypothesis strategies for the tests of programs that use this library; needs the extra ``testing``.

>>> from hypothesis import given
>>> from libya_news.testing import stories
>>> @given(stories())
... def test_every_mention_holds(record):
...     assert all(m.holds_in(record.article.text) for m in record.mentions())
>>> test_every_mention_holds()
"""

from __future__ import annotations

import random

from hypothesis import strategies as st

from libya_news.benchmark.growth import sample
from libya_news.benchmark.stories import story
from libya_news.model.count import Count
from libya_news.model.record import Record
from libya_news.testing.dates import PrintedDate, PrintedStory, printed_dates

__all__ = ["PrintedDate", "PrintedStory", "counts", "dossiers", "printed_dates", "stories"]


def stories() -> st.SearchStrategy[Record]:
    """Draw invented stories as their true records; ``record.article`` is what a parser gets."""
    return st.integers(0, 2**32 - 1).map(_story)


def dossiers(casualties: int = 40) -> st.SearchStrategy[tuple[Record, ...]]:
    """Draw records of many stories that tell of common incidents, for what comes after parsing.

    Args:
        casualties: How many casualties they hold, roughly.
    """
    return st.integers(0, 2**32 - 1).map(lambda seed: sample(casualties, seed, years=1).records)


def counts(most: int = 1000) -> st.SearchStrategy[Count]:
    """Draw counts of every qualifier that keep the promises of the record format.

    Args:
        most: The largest number.
    """
    number = st.integers(1, most)
    return st.one_of(
        number.map(Count.exact),
        number.map(Count.at_least),
        number.map(Count.more_than),
        number.map(Count.about),
        number.map(Count.up_to),
        number.map(Count.fewer_than),
        st.tuples(number, number).map(lambda ends: Count.between(min(ends), max(ends))),
        st.sampled_from((3, 24, 40, 200, 2000)).map(Count.vague),
        st.builds(Count.none),
        st.builds(Count.unknown),
    )


def _story(seed: int) -> Record:
    return story(random.Random(seed), f"made-{seed}")  # noqa: S311
