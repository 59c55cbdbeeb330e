"""A record: everything that was read from one article."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from libya_news import __version__
from libya_news.errors import UnknownId
from libya_news.model.actor import Actor
from libya_news.model.article import Article
from libya_news.model.casualty import Casualty
from libya_news.model.claim import Claim
from libya_news.model.finding import Finding
from libya_news.model.framing import Framing
from libya_news.model.interval import DateMention
from libya_news.model.place import Place
from libya_news.model.showing import fragment_of, page_of
from libya_news.model.span import Mention

SCHEMA = "libya-news/1"


@attrs.frozen(kw_only=True)
class Record:
    """What one article says, with the words that say it. Nothing found is an empty tuple.

    Attributes:
        article: The article.
        actors: Named actors.
        places: Named places.
        dates: Dates, one a mention.
        claims: Statements of others than the newspaper.
        casualties: Facts of harm to people.
        framing: Loaded words.
        findings: What the validators found.
        version: Version of the library that made the record.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    framing: tuple[Framing, ...] = ()
    findings: tuple[Finding, ...] = ()
    version: str = __version__

    def casualty(self, casualty_id: str) -> Casualty:
        """The casualty with this id.

        Raises:
            UnknownId: The record holds no such casualty; names the nearest ids.
        """
        for casualty in self.casualties:
            if casualty.id == casualty_id:
                return casualty
        raise UnknownId("casualty", casualty_id, (c.id for c in self.casualties))

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id.

        Raises:
            UnknownId: The record holds no such claim; names the nearest ids.
        """
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise UnknownId("claim", claim_id, (c.id for c in self.claims))

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor with this id, or None (sides need not be named in the article)."""
        return next((a for a in self.actors if a.id == actor_id), None)

    def place(self, place_id: str | None) -> Place | None:
        """The place with this id, or None."""
        return next((p for p in self.places if p.id == place_id), None)

    def mentions(self) -> Iterator[Mention]:
        """Every quoted stretch of the record, for checks that offsets hold; order is that of the record."""
        for actor in self.actors:
            yield from actor.mentions
            for role in actor.roles:
                yield role.mention
        for place in self.places:
            yield from place.mentions
        for date in self.dates:
            yield date.mention
        for claim in self.claims:
            for speaker in (claim.speaker, *claim.chain):
                if speaker.mention is not None:
                    yield speaker.mention
            if claim.cue is not None:
                yield claim.cue
            yield claim.content
            yield from claim.pieces
        for casualty in self.casualties:
            if casualty.victims.mention is not None:
                yield casualty.victims.mention
            if casualty.source is not None and casualty.source.mention is not None:
                yield casualty.source.mention
            for evidence in casualty.evidence:
                yield evidence.mention
        for framing in self.framing:
            yield framing.mention
        for finding in self.findings:
            yield from finding.evidence

    def to_html(self, *, redact_names: bool = False) -> str:
        """The record as one self-contained HTML page: the story with its evidence marked, and its casualties.

        Use ``libya_news.api.report`` for several stories.

        Args:
            redact_names: Whether the names of victims are blacked out.

        Returns:
            A page that runs no script and loads nothing; the same record gives the same one.
        """
        return page_of(self, redact_names=redact_names)

    def _repr_html_(self) -> str:
        return fragment_of(self)
