"""Incidents: what several stories say about one event, side by side."""

from __future__ import annotations

import attrs

from libya_news.model.casualty import Cause, Harm
from libya_news.model.interval import Interval


@attrs.frozen(kw_only=True)
class Bound:
    """One number of a toll, and the claim it comes from.

    Attributes:
        value: Persons; None where no statement gives it.
        article: Id of the article that states it, or None.
        casualty: Id of the casualty within that article, or None.
        claim: Id of the claim within that article; None for the newspaper's own voice.
    """

    value: int | None
    article: str | None = None
    casualty: str | None = None
    claim: str | None = None


@attrs.frozen(kw_only=True)
class Toll:
    """The toll of an incident by one named policy.

    Attributes:
        harm: What happened to the people counted.
        policy: Name of the policy that chose the numbers.
        low: Lower number, inclusive.
        best: The policy's best number.
        high: Upper number, inclusive.
    """

    harm: Harm
    policy: str
    low: Bound
    best: Bound
    high: Bound


@attrs.frozen(kw_only=True)
class Member:
    """A casualty of one article that belongs to an incident.

    Attributes:
        article: Id of the article.
        casualty: Id of the casualty within it.
    """

    article: str
    casualty: str


@attrs.frozen(kw_only=True)
class Incident:
    """Casualties of one or many stories that tell of one event.

    Attributes:
        id: Stable id, made of what the incident is and not of the order of reading.
        harms: The kinds of harm it holds.
        side: Id of the side whose dead or hurt are counted, or None.
        place: Id of the most specific place, or None.
        date: When it happened, or None.
        cause: How, or None.
        members: The casualties, in a fixed order.
        tolls: One toll a harm.
        parts: Ids of the incidents that lie inside this one (a month's toll over its raids); never added.
        contradictions: Sentences that say where the stories contradict each other.
    """

    id: str
    harms: tuple[Harm, ...]
    side: str | None = None
    place: str | None = None
    date: Interval | None = None
    cause: Cause | None = None
    members: tuple[Member, ...] = ()
    tolls: tuple[Toll, ...] = ()
    parts: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
