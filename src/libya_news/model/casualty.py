"""Casualties: one record a fact, however often the article repeats it."""

from __future__ import annotations

from typing import Literal

import attrs

from libya_news.model.claim import Interest, Speaker
from libya_news.model.count import Count
from libya_news.model.interval import Interval
from libya_news.model.place import Relation
from libya_news.model.span import Evidence, Mention

Harm = Literal["killed", "wounded", "missing", "captured", "kidnapped", "displaced", "rescued", "casualties"]
CasualtyKind = Literal["incident", "increment", "cumulative", "aggregate"]
Scope = Literal["event", "period", "background"]
VictimClass = Literal[
    "medic",
    "journalist",
    "official",
    "child",
    "woman",
    "migrant",
    "foreigner",
    "police",
    "military",
    "militant",
    "civilian",
    "mixed",
    "unspecified",
]
PerpetratorStatus = Literal["stated", "accused", "denied", "disputed"]
Cause = Literal[
    "clashes",
    "air_strike",
    "drone_strike",
    "shelling",
    "car_bomb",
    "suicide_attack",
    "bombing",
    "landmine",
    "gunfire",
    "sniper",
    "execution",
    "drowning",
    "flood",
    "crash",
    "other",
]


@attrs.frozen(kw_only=True)
class Victims:
    """Who was harmed.

    Attributes:
        class_: The most specific class that the text says (``class`` in the written record).
        group: Id of the unit or group as named, or None.
        side: Id of the party that they are counted for on that date, or None.
        description: The victims in words of the text.
        names: Named victims.
        mention: The words that describe them, or None.
        nationalities: ISO 3166-1 alpha-2 codes of the countries whose nationals they are said to be.
    """

    class_: VictimClass = "unspecified"
    group: str | None = None
    side: str | None = None
    description: str = ""
    names: tuple[str, ...] = ()
    mention: Mention | None = None
    nationalities: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Perpetrator:
    """Who did it, or is said to have done it.

    Attributes:
        actor: Id of the named actor, or None.
        description: The words of the text.
        status: ``stated`` in the newspaper's voice or a claim, ``accused``, ``denied``, ``disputed``.
    """

    actor: str | None = None
    description: str
    status: PerpetratorStatus = "stated"


@attrs.frozen(kw_only=True)
class Casualty:
    """One fact of harm to people, with every word that it was read from.

    Attributes:
        id: ``<harm>-<start>-<end>`` of the first count evidence in text order.
        harm: What happened to them; ``casualties`` where the text lumps dead and wounded.
        count: How many.
        kind: ``incident``, ``increment`` ("five more"), ``cumulative`` ("taking the toll to 21"),
            ``aggregate`` (the toll of a period or campaign).
        scope: ``event`` (the story's incident), ``period`` (a time span that is the story), ``background``.
        victims: Who was harmed.
        perpetrators: Who did it, in text order.
        cause: How, or None.
        conflict_related: Whether it belongs to the conflict; None where the text does not tell.
        includes_attacker: Whether the count holds the attacker; None where the text does not tell.
        place: Id of the most specific place (of the smallest that holds several), or None.
        places: Ids of all places that the text names for it.
        relation: Distance and direction from the place, or None.
        date: When it happened, or None.
        part_of: Id of the casualty that this one is a part of, or None.
        supersedes: Ids of earlier figures that this one corrects or updates.
        claim: Id of the claim it rests on; None where the newspaper states it in its own voice.
        claims: Ids of all claims it rests on, first in body order, headline last.
        source: The speaker of ``claim``, or None.
        evidence: The words of every field; at least one is for the count.
        rule: Id of the rule that made it.
        interest: Optional: how the source stands to the victims.
    """

    id: str
    harm: Harm
    count: Count
    kind: CasualtyKind = "incident"
    scope: Scope = "event"
    victims: Victims
    perpetrators: tuple[Perpetrator, ...] = ()
    cause: Cause | None = None
    conflict_related: bool | None = None
    includes_attacker: bool | None = None
    place: str | None = None
    places: tuple[str, ...] = ()
    relation: Relation | None = None
    date: Interval | None = None
    part_of: str | None = None
    supersedes: tuple[str, ...] = ()
    claim: str | None = None
    claims: tuple[str, ...] = ()
    source: Speaker | None = None
    evidence: tuple[Evidence, ...]
    rule: str = ""
    interest: Interest | None = None

    @property
    def perpetrator(self) -> Perpetrator | None:
        """The first perpetrator that is stated or accused, or None."""
        for who in self.perpetrators:
            if who.status == "stated" or who.status == "accused":
                return who
        return None

    def evidence_for(self, field: str) -> tuple[Evidence, ...]:
        """The words that one field was read from, in the order of the record.

        Args:
            field: The name of the field, for example ``count``.
        """
        return tuple(e for e in self.evidence if e.field == field)
