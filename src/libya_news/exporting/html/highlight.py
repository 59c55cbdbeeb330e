"""Spans that may overlap, cut into stretches that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

#: What a mark may be for, the one that is shown first where several share their words.
FIELDS = (
    "count",
    "harm",
    "victims",
    "side",
    "perpetrator",
    "cause",
    "place",
    "date",
    "scope",
    "source",
    "cue",
    "framing",
    "finding",
)
_RANK = {field: i for i, field in enumerate(FIELDS)}


@attrs.frozen(kw_only=True)
class Mark:
    """Words of the story that something rests on.

    Attributes:
        start: First code point.
        end: The code point after the last.
        field: What the words are for, one of ``FIELDS``.
        owner: The element that they are linked to.
        says: One line for people: the field, the record, the rule.
        number: The number of the casualty, or None where the mark belongs to no casualty.
    """

    start: int
    end: int
    field: str
    owner: str
    says: str
    number: int | None = None

    @property
    def rank(self) -> tuple[int, int, int]:
        """Which mark is shown first where several share their words."""
        return (_RANK.get(self.field, len(FIELDS)), self.number or 0, self.end - self.start)


@attrs.frozen
class Segment:
    """A stretch of text in which the same marks hold.

    Attributes:
        start: First code point.
        end: The code point after the last.
        marks: The marks that cover it, the first one to be shown first.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(length: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """Cuts a text at every end of every mark.

    The stretches follow each other without a gap and hold the whole text, so nothing of it is lost or doubled
    however the marks overlap.

    >>> a = Mark(start=0, end=4, field="count", owner="a", says="")
    >>> b = Mark(start=2, end=6, field="harm", owner="b", says="")
    >>> [(s.start, s.end, [m.owner for m in s.marks]) for s in segments(8, [a, b])]
    [(0, 2, ['a']), (2, 4, ['a', 'b']), (4, 6, ['b']), (6, 8, [])]

    Args:
        length: Code points of the text.
        marks: Marks in any order; empty ones, and what lies outside the text, are left out.
    """
    opened: dict[int, list[Mark]] = {}
    closed: dict[int, list[Mark]] = {}
    for mark in marks:
        start, end = max(0, mark.start), min(length, mark.end)
        if start < end:
            opened.setdefault(start, []).append(mark)
            closed.setdefault(end, []).append(mark)
    active: list[Mark] = []
    cuts = sorted({0, length, *opened, *closed})
    for start, end in pairwise(cuts):
        for mark in closed.get(start, ()):
            active.remove(mark)
        active += opened.get(start, ())
        yield Segment(start, end, tuple(sorted(active, key=lambda m: (m.rank, m.owner, m.start))))
