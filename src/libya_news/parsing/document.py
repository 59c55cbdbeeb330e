"""One article on its way through the parser: text, tokens, names, dates and units, each read once."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from libya_news.parsing.quotes import Quote, find_quotes
from libya_news.parsing.units import Units, read_units
from libya_news.text.tokens import Tokens

if TYPE_CHECKING:
    from libya_news.knowledge import Knowledge
    from libya_news.model import Article
    from libya_news.parsing.dates import DateHit
    from libya_news.parsing.names import NameHit


class Document:
    """What the rooms of the parser share about one article.

    Attributes:
        article: The article; its text is never changed.
        published: The day of publication, or None.
        knowledge: The actors and places that names are looked up in.
        tokens: Its tokens.
        names: Names found in it, in text order, none overlapping another.
        dates: Date expressions found in it, likewise.
    """

    __slots__ = ("__dict__", "article", "published", "knowledge", "tokens", "names", "dates")

    def __init__(
        self,
        article: Article,
        published: date | None,
        knowledge: Knowledge,
        tokens: Tokens,
        names: list[NameHit],
        dates: list[DateHit],
    ) -> None:
        self.article: Article = article
        self.published: date | None = published
        self.knowledge: Knowledge = knowledge
        self.tokens: Tokens = tokens
        self.names: list[NameHit] = names
        self.dates: list[DateHit] = dates

    @cached_property
    def units(self) -> Units:
        """The article in units: tokens, with names, dates, numbers and set phrases joined."""
        return read_units(self.tokens, self.names, self.dates)

    @cached_property
    def quotes(self) -> list[Quote]:
        """The quotations of the article, in the order in which they open."""
        return find_quotes(self.tokens)

    @cached_property
    def zone_starts(self) -> list[int]:
        """Offsets at which the zones begin, in order."""
        return [zone.start for zone in self.article.zones]

    def zone_at(self, offset: int) -> str:
        """Return the name of the zone that holds the code point `offset`; what is in no zone is body."""
        zones = self.article.zones
        i = bisect_right(self.zone_starts, offset) - 1
        if i >= 0 and offset < zones[i].end:
            return zones[i].zone
        return "body"
