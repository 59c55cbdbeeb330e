"""What one story says of one group of victims, with everything that matching and tolls look at."""

from __future__ import annotations

import datetime as dt
from functools import cache

import attrs

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.casualty import Casualty
from libya_news.model.claim import Claim, Speaker
from libya_news.model.incident import Member
from libya_news.model.record import Record
from libya_news.reconciling.sources import publisher_of
from libya_news.reconciling.wording import phrases

CIVILIANS = frozenset({"civilian", "child", "woman", "medic", "journalist", "migrant"})
ARMED = frozenset({"military", "militant", "police"})
COARSE = frozenset({"country", "region", "district", "water", "other", "road"})
EVERYBODY = "*"


@attrs.frozen(kw_only=True)
class Where:
    """A place as matching sees it.

    Attributes:
        id: Its id.
        chain: The place and those that hold it, the nearest first.
        town: The town (or what stands alone for one) that it lies in; None where the place is coarser.
    """

    id: str
    chain: tuple[str, ...]
    town: str | None


@attrs.frozen(kw_only=True, eq=False)
class Statement:
    """One casualty of one story.

    Attributes:
        casualty: The casualty.
        article: Id of the article.
        claim: The claim it rests on, or None for the newspaper's own voice.
        voice: Who says it: an actor's id, a kind of source, or empty for the newspaper itself.
        start: First code point of its figure.
        published: Publication day, or None.
        publisher: Agency, outlet or host.
        copy_of: First story of the group of copies.
        place: Where, or None.
        first: First possible day, or None.
        last: Last possible day, or None.
        bucket: Whose figure it is: a side, ``civilians``, ``armed``, or everybody's.
        aggregate: Whether it is the toll of a period.
        corrects: Whether the story says that an earlier figure was wrong.
    """

    casualty: Casualty
    article: str
    claim: Claim | None
    voice: str
    start: int
    published: dt.date | None
    publisher: str
    copy_of: str
    place: Where | None
    first: dt.date | None
    last: dt.date | None
    bucket: str
    aggregate: bool
    corrects: bool

    @property
    def key(self) -> tuple[str, str]:
        """Its name: article and casualty."""
        return self.article, self.casualty.id

    @property
    def denied(self) -> bool:
        """Whether it is told only to be denied."""
        return self.claim is not None and self.claim.polarity == "denies"

    @property
    def member(self) -> Member:
        """Its place in an incident, as a figure that counts."""
        return Member(article=self.article, casualty=self.casualty.id, claim=self.casualty.claim)


class Reader:
    """Makes statements of records; remembers places."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._where = cache(self._known_where)

    def read(self, record: Record, copy_of: str) -> list[Statement]:
        """Return the statements of a record in the order of its text.

        Args:
            record: The record.
            copy_of: The first story of its group of copies.
        """
        article = record.article
        claims = {c.id: c for c in record.claims}
        publisher = publisher_of(article) if record.casualties else ""
        corrects = bool(record.casualties) and (
            any(z.zone == "correction" for z in article.zones)
            or phrases("corrected").search(article.text[:600]) is not None
        )
        found = []
        for c in record.casualties:
            if c.count.unit != "persons":
                continue  # a figure of families can neither confirm nor contradict one of persons
            claim = claims.get(c.claim or "")
            found.append(
                Statement(
                    casualty=c,
                    article=article.id,
                    claim=claim,
                    voice=_voice(claim.speaker if claim is not None else c.source),
                    start=min((e.start for e in c.evidence if e.field == "count"), default=0),
                    published=article.published,
                    publisher=publisher,
                    copy_of=copy_of,
                    place=self._place(record, c),
                    first=c.date.start if c.date else None,
                    last=c.date.end if c.date else None,
                    bucket=bucket_of(c),
                    aggregate=c.kind == "aggregate" or c.scope == "period",
                    corrects=corrects,
                )
            )
        found.sort(key=lambda s: (s.start, s.casualty.id))
        return found

    def _place(self, record: Record, c: Casualty) -> Where | None:
        if c.place is None:
            return None
        if self._knowledge.has_place(c.place):
            return self._where(c.place)
        place = record.place(c.place)
        within = place.within if place is not None else ()
        town = self._where(within[0]) if within else None
        kind = place.kind if place is not None else "other"
        own = None if kind in COARSE else (town.town if town and town.town else c.place)
        return Where(id=c.place, chain=(c.place, *within), town=own)

    def _known_where(self, place_id: str) -> Where:
        known = self._knowledge
        within = known.within(place_id) if known.has_place(place_id) else ()
        chain = (place_id, *within)
        fine = [p for p in chain if known.has_place(p) and known.place(p).kind not in COARSE]
        return Where(id=place_id, chain=chain, town=fine[-1] if fine and fine[0] == place_id else None)

    def chain(self, place_id: str) -> tuple[str, ...]:
        """Return a place and those that hold it, the nearest first."""
        return self._where(place_id).chain


def bucket_of(c: Casualty) -> str:
    """Return whose figure a casualty is: a side's id, ``civilians``, ``armed``, or ``*`` for everybody.

    Args:
        c: Any casualty.
    """
    if c.victims.class_ in CIVILIANS:
        return "civilians"
    if c.victims.side is not None:
        return c.victims.side
    return "armed" if c.victims.class_ in ARMED else EVERYBODY


def _voice(speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    return speaker.actor or f"~{speaker.kind}"
