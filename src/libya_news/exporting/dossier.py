"""Records with the incidents that they tell of: what every format is written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from libya_news.model.actor import Actor
from libya_news.model.article import Article
from libya_news.model.casualty import Casualty
from libya_news.model.incident import Incident, Member
from libya_news.model.place import Place
from libya_news.model.record import Record
from libya_news.reconciling.decisions import Decisions
from libya_news.reconciling.incidents import reconcile


@attrs.define(frozen=True, slots=False)  # cached_property needs a dictionary
class Dossier:
    """Records, and the incidents that their casualties belong to.

    Attributes:
        records: The records.
        incidents: The incidents; empty where the format has no use for them.
    """

    records: tuple[Record, ...]
    incidents: tuple[Incident, ...] = ()

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {r.article.id: r for r in self.records}

    @cached_property
    def _casualties(self) -> dict[tuple[str, str], Casualty]:
        return {(r.article.id, c.id): c for r in self.records for c in r.casualties}

    @cached_property
    def _actors(self) -> dict[str, tuple[Record, Actor]]:
        return {a.id: (r, a) for r in reversed(self.records) for a in r.actors}

    def record(self, member: Member) -> Record:
        """The record that a member of an incident stands in."""
        return self._records[member.article]

    def casualty(self, member: Member) -> Casualty:
        """The casualty that a member of an incident is."""
        return self._casualties[member.article, member.casualty]

    def actor(self, actor_id: str) -> tuple[Record, Actor] | None:
        """An actor and the first record that names it, or None."""
        return self._actors.get(actor_id)

    def articles(self, incident: Incident) -> tuple[Article, ...]:
        """The articles that tell of an incident, each once, in the order of its members."""
        ids = dict.fromkeys(m.article for m in incident.members)
        return tuple(self._records[i].article for i in ids)

    def place(self, incident: Incident) -> Place | None:
        """Where an incident happened, as the first record that names the place has it."""
        for member in incident.members:
            place = self.record(member).place(incident.place)
            if place is not None:
                return place
        return None


def apart(records: Iterable[Record], *, policy: str | None = None) -> Iterator[Dossier]:
    """Keep stories apart: a dossier a record, with the incidents that this one story tells of.

    Args:
        records: Records; one is held at a time.
        policy: The policy of the tolls; None leaves incidents out.
    """
    for record in records:
        yield Dossier((record,), () if policy is None else reconcile((record,), policy=policy))


def together(records: Iterable[Record], *, policy: str, decisions: Decisions | None = None) -> Dossier:
    """Put stories together: one dossier, with the incidents that they tell of between them.

    Args:
        records: Records; all are held.
        policy: The policy of the tolls.
        decisions: Decisions by hand to apply.

    Raises:
        UnknownId: There is no such policy.
        InputError: Two different stories have one id, or the decisions contradict each other.
    """
    held = tuple(records)
    incidents = reconcile(held, policy=policy, decisions=decisions)  # which refuses two stories of one id
    return Dossier(tuple({r.article.id: r for r in held}.values()), incidents)
