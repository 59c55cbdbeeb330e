"""Finding quoted words again in a text that others may have counted, cleaned or shifted differently."""

from __future__ import annotations

from typing import Literal

import attrs

How = Literal["position", "quote", "spacing"]


@attrs.frozen(kw_only=True)
class Anchor:
    """Where quoted words stand in a text.

    Attributes:
        start: First code point of the words.
        end: The code point after the last.
        exact: The words as the text has them.
        how: ``position`` where they stand at the position given; ``quote`` where they were found elsewhere;
            ``spacing`` where white space had to be taken as equal as well.
        shift: Code points from the position given to the one found; 0 for ``position``.
    """

    start: int
    end: int
    exact: str
    how: How
    shift: int


def anchor(
    text: str, start: int, end: int, exact: str, *, prefix: str = "", suffix: str = ""
) -> Anchor | None:
    """Finds quoted words in a text, at their position or else by what they say.

    Use it on positions that other programs give: they may count UTF-16 units, or bytes, or the characters of a
    text with other line ends. Words that occur several times are taken where the words around them fit, then
    where they stand nearest to the position.

    >>> anchor("One man died. Two men died.", 18, 25, "Two men")
    Anchor(start=14, end=21, exact='Two men', how='quote', shift=-4)

    Args:
        text: The text, in whose code points the answer is.
        start: Where the words are said to start.
        end: Where they are said to end.
        exact: The words.
        prefix: Words said to stand right before them.
        suffix: Words said to stand right after them.

    Returns:
        Where they stand, or None where the text does not have them.
    """
    if not exact:
        return None
    if 0 <= start <= end <= len(text) and text[start:end] == exact:
        return Anchor(start=start, end=end, exact=exact, how="position", shift=0)
    found = _nearest(text, exact, start, prefix, suffix)
    if found is not None:
        return Anchor(start=found, end=found + len(exact), exact=exact, how="quote", shift=found - start)
    # The same with white space taken as equal: runs of it, and all its kinds, count as one blank.
    plain, places = _plain(text)
    wanted = " ".join(exact.split())
    if not wanted:
        return None
    near = sum(place < start for place in places)
    at = _nearest(plain, wanted, near, " ".join(prefix.split()), " ".join(suffix.split()))
    if at is None:
        return None
    first, last = places[at], places[at + len(wanted) - 1] + 1
    return Anchor(start=first, end=last, exact=text[first:last], how="spacing", shift=first - start)


def _plain(text: str) -> tuple[str, list[int]]:
    """Return the text with each run of white space as one blank, and where each of its code points stood."""
    letters: list[str] = []
    places: list[int] = []
    for i, c in enumerate(text):
        if not c.isspace():
            letters.append(c)
            places.append(i)
        elif letters and letters[-1] != " ":
            letters.append(" ")
            places.append(i)
    return "".join(letters), places


def _nearest(text: str, exact: str, start: int, prefix: str, suffix: str) -> int | None:
    best: tuple[int, int, int] | None = None
    at = text.find(exact)
    while at >= 0:
        around = (bool(prefix) and text.endswith(prefix, 0, at)) + (
            bool(suffix) and text.startswith(suffix, at + len(exact))
        )
        rank = (-around, abs(at - start), at)
        best = rank if best is None else min(best, rank)
        at = text.find(exact, at + 1)
    return None if best is None else best[2]
