"""Incidents: what several stories say about one event, side by side."""

from __future__ import annotations

from typing import Literal

import attrs

from libya_news.model.casualty import Cause, Harm
from libya_news.model.interval import Interval
from libya_news.model.showing import fragment_of

MemberRole = Literal["statement", "part", "increment", "superseded", "denied"]
IncidentKind = Literal["incident", "aggregate"]
ContradictionField = Literal["count", "cause", "date", "place", "perpetrator", "denial", "correction"]


@attrs.frozen(kw_only=True, order=True)
class Member:
    """A casualty of one article that belongs to an incident.

    Attributes:
        article: Id of the article.
        casualty: Id of the casualty within it.
        claim: Id of the claim it rests on; None for the newspaper's own voice.
        role: ``statement`` counts; ``part`` and ``increment`` lie inside another figure; ``superseded`` was
            updated or corrected and stays visible; ``denied`` is told only to be denied.
    """

    article: str
    casualty: str
    claim: str | None = attrs.field(default=None, order=False)
    role: MemberRole = attrs.field(default="statement", order=False)


@attrs.frozen(kw_only=True)
class Bound:
    """One number of a toll, and the statements it comes from.

    Attributes:
        value: Persons; None where no statement gives it. Never 0 because a number is unknown.
        members: The statements: one, or several where separate groups of victims are told apart and add up.
        reason: Why an upper number is open though figures have one: whose toll is not known. Else None.
    """

    value: int | None = None
    members: tuple[Member, ...] = ()
    reason: str | None = None


@attrs.frozen(kw_only=True)
class Toll:
    """The toll of an incident by one named policy.

    Attributes:
        harm: What happened to the people counted.
        side: Id of the side whose people they are, ``civilians`` where they are told apart as such, or None
            for everybody harmed in that way.
        policy: Name of the policy that chose the numbers.
        low: Lower number, inclusive.
        best: The policy's best number.
        high: Upper number, inclusive.
    """

    harm: Harm
    side: str | None = None
    policy: str
    low: Bound
    best: Bound
    high: Bound


@attrs.frozen(kw_only=True)
class Contradiction:
    """Where the stories of an incident cannot all be right.

    Attributes:
        field: What they differ in.
        message: One sentence.
        members: The statements that differ, in a fixed order.
    """

    field: ContradictionField
    message: str
    members: tuple[Member, ...] = ()


@attrs.frozen(kw_only=True)
class Incident:
    """Casualties of one or many stories that tell of one event.

    Attributes:
        id: Stable id, made of place, day and first member; never of the order of reading.
        kind: ``incident``, or ``aggregate`` for the toll of a period or campaign.
        harms: The kinds of harm it holds.
        sides: Ids of the sides whose people were harmed.
        place: Id of the most specific place, or None.
        date: When it happened, or None.
        cause: How, or None.
        members: The casualties, in a fixed order.
        tolls: For each harm the toll of everybody, then of each side.
        parts: Ids of the incidents that lie inside this one (a month's toll over its raids); never added.
        contradictions: Where the stories contradict each other.
        independent_sources: How many sources there are when copies, updates of one agency and stories that
            quote the same named speaker count once.
        grading: Airwars' word for the sources: ``confirmed``, ``fair``, ``weak`` or ``contested``.
        strike_status: Airwars' word for who did it: ``declared``, ``likely``, ``contested`` or
            ``single source claim``; None where the stories name nobody.
        maybe_same: Ids of incidents that fit as well as another one did, so that nothing was joined.
        locked: Whether a decision by hand fixes the members.
    """

    id: str
    kind: IncidentKind = "incident"
    harms: tuple[Harm, ...]
    sides: tuple[str, ...] = ()
    place: str | None = None
    date: Interval | None = None
    cause: Cause | None = None
    members: tuple[Member, ...] = ()
    tolls: tuple[Toll, ...] = ()
    parts: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    independent_sources: int = 0
    grading: str | None = None
    strike_status: str | None = None
    maybe_same: tuple[str, ...] = ()
    locked: bool = False

    def toll(self, harm: str, side: str | None = None) -> Toll | None:
        """The toll of one harm, or None where no story tells of it.

        Args:
            harm: For example ``killed``.
            side: Id of a side, ``civilians``, or None for everybody.
        """
        return next((t for t in self.tolls if t.harm == harm and t.side == side), None)

    def _repr_html_(self) -> str:
        return fragment_of(self)
