"""A claim in token ranges, before it is written out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from libya_news.parsing.claims_people import Who
    from libya_news.parsing.claims_right import Right
    from libya_news.parsing.claims_spans import Content


class Found(NamedTuple):
    """A claim in token ranges, before it is written out."""

    cue: tuple[int, int] | None
    who: Who
    content: Content
    mode: str  # the cue's class
    stance: str
    right: Right | None
    chain: tuple[Who, ...] = ()
    follows: int = -1  # place in the list of the claim whose quotation goes on
    subject: tuple[int, int] = (0, 0)  # tokens between which the words before the cue stand
