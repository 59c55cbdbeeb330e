"""Which tokens of an article are its headline, its dateline and its furniture, as the scene needs them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.parsing.document import Document

_DASHES = frozenset(("-", "–", "—", "--", "―"))
_CLOCK = re.compile(r"[0-2]?\d[:.h]?[0-5]\d(?:[ap]\.?m\.?)?$")
_HEADLINE_TOKENS = 30
_DATELINE_TOKENS = 24
_FURNITURE = frozenset(("byline", "dateline", "caption", "related", "agency"))


class Layout:
    """The parts of an article in tokens.

    Attributes:
        headline: Token ranges of the headline and standfirst.
        furniture: Token ranges of datelines, bylines, captions and links, in order.
        body: The token at which the story begins.
        dateline_place: Id of the place in the dateline, or None.
        entries: Token ranges of the paragraphs that open an entry of a running page ("18:50 GMT - ..."), in
            order; empty where fewer than three do.
    """

    __slots__ = ("headline", "furniture", "body", "dateline_place", "dateline_tokens", "entries")

    def __init__(self, document: Document) -> None:
        self.headline: list[tuple[int, int]] = []
        self.furniture: list[tuple[int, int]] = []
        self.body: int = 0
        self.dateline_place: str | None = None
        self.dateline_tokens: tuple[int, int] = (0, 0)
        words = document.tokens.words
        entries = [
            (first, last)
            for first, last in document.tokens.paragraphs
            if words[first][:1].isdigit() and _CLOCK.match(words[first])
        ]
        self.entries: list[tuple[int, int]] = entries if len(entries) > 2 else []
        if document.article.zones:
            self._from_zones(document)
        else:
            self._from_shape(document)

    def _from_zones(self, document: Document) -> None:
        starts = document.tokens.starts
        body = None
        for zone in document.article.zones:
            first, last = bisect_left(starts, zone.start), bisect_left(starts, zone.end)
            if zone.zone in ("headline", "standfirst"):
                self.headline.append((first, last))
            elif zone.zone in _FURNITURE:
                self.furniture.append((first, last))
                if zone.zone == "dateline" and self.dateline_place is None:
                    self._dateline(document, first, last)
            elif zone.zone == "body" and body is None:
                body = first
        self.body = body or 0

    def _from_shape(self, document: Document) -> None:
        tokens = document.tokens
        words = tokens.words
        paragraphs = tokens.paragraphs[:8]
        for number, (first, last) in enumerate(paragraphs):
            dash = self._dateline_end(document, first, last)
            if dash:
                self.furniture.append((first, dash))
                self._dateline(document, first, dash)
                self.body = dash
                return
            ends = words[last - 1] in '.!?"”’' or ". " in tokens.quote(first, last)[:-1]
            if last - first > _HEADLINE_TOKENS or ends or len(tokens.paragraphs) == 1:
                self.body = first
                return
            if number == 0:
                self.headline.append((first, last))
            elif any(first <= hit.first < last for hit in document.dates) or words[first].lower() == "by":
                self.furniture.append((first, last))

    def _dateline_end(self, document: Document, first: int, last: int) -> int:
        """Return the token behind the dash or colon of a dateline, or 0."""
        tokens = document.tokens
        words = tokens.words
        stop = min(first + _DATELINE_TOKENS, last)
        for i in range(first + 1, stop):
            if words[i] in _DASHES and (tokens.starts[i] > tokens.ends[i - 1] or words[i] in "—–"):
                head = [
                    hit
                    for hit in document.names
                    if first <= hit.first <= first + 1 and hit.place_id is not None
                ]
                if head and (
                    i - head[0].last < 1
                    or words[i - 1] == ")"
                    or words[first].isupper()
                    or i - head[0].last <= 12
                    and any(head[0].last <= d.first < i for d in document.dates)
                ):
                    return i + 1
                return 0
            if words[i] in ".!?" and tokens.sentence_of[i] != tokens.sentence_of[min(i + 1, last - 1)]:
                return 0
        return 0

    def _dateline(self, document: Document, first: int, last: int) -> None:
        places = [hit for hit in document.names if first <= hit.first < last and hit.place_id is not None]
        if places:
            self.dateline_place = places[0].place_id
            self.dateline_tokens = (places[0].first, places[0].last)
