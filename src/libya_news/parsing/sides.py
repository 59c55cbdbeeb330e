"""Whose people the victims are: the party they are counted for, and their unit as named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.parsing.names import NameHit
from libya_news.parsing.perpetrators import _speaker_actor, _subject
from libya_news.parsing.scene_agents import actor_of, agent_codes

if TYPE_CHECKING:
    from libya_news.parsing.scene_view import Victims, View


class Side(NamedTuple):
    """The party and the unit of victims, and the tokens that name them."""

    side: str | None
    group: str | None
    first: int
    last: int


# Victims of these classes belong to no party, whoever is named beside them.
_CIVIL = frozenset(("medic", "journalist", "official", "child", "woman", "migrant", "civilian"))
_LINKING = frozenset(("of", "from", "with", "belonging", "loyal", "to", "in", "the", "its", "allied", "fighting", "for", "forces", "troops", "former", "general", "commander", "field", "marshal", "gen.", "col.", "colonel", "renegade", "strongman", "libyan", "military", "eastern", "self", "-", "styled", "so", "called", "rival", "pro", "misrata", "'s"))
_OWN = frozenset(("its", "their", "his", "our", "own"))
_WE = frozenset(("we", "us", "our"))
_KINDS = frozenset(("armed_group", "government", "unknown_group", "person", "unknown_person"))


def side_of_victims(view: View, victims: Victims, first: int, last: int) -> Side | None:
    """Return whose people the victims of a casualty are by its sentence (tokens `first` up to `last`), or None."""
    candidate = victims.candidate
    if candidate.cls in _CIVIL or candidate.harm in ("displaced", "rescued"):
        return None
    units, groups = view.groups.units, view.groups
    a, b = groups.first[candidate.group], groups.last[candidate.group]
    low, payload, firsts = view.tokens.low, units.payload, units.first
    own = False
    for i in range(a, b):
        hit = payload.get(i)
        if isinstance(hit, NameHit):
            side = _side(view, hit, candidate.cls)
            if side is not None:
                return side
        elif low[firsts[i]] in _OWN:
            own = True
    for i in range(b, min(b + 9, len(units))):
        hit = payload.get(i)
        if isinstance(hit, NameHit):
            side = _side(view, hit, candidate.cls)
            if side is not None and i > b:
                return side
            if hit.place_id is None or hit.actor_id is not None:
                break
            continue
        if low[firsts[i]] not in _LINKING:
            break
    if a >= 2 and units.tags[a - 1] in agent_codes().possessive:
        hit = payload.get(a - 2)
        if isinstance(hit, NameHit):
            side = _side(view, hit, candidate.cls)
            if side is not None:
                return side
    rule = candidate.rule.rsplit(".", 1)[1]
    if rule == "lose" or own:
        return _owner(view, victims, first)
    return None


def _owner(view: View, victims: Victims, first: int) -> Side | None:
    """Return the party that lost men, or calls them its own: the subject, or the speaker where that is a pronoun."""
    harm = view.unit_at(min(victims.harm[0], victims.first))
    agent = _subject(view, view.unit_at(first), harm)
    if agent is not None and agent.actor is not None:
        units = view.groups.units
        return _of(view, agent.actor, units.first[agent.first], units.last[agent.last - 1])
    speaker = _speaker_actor(view, victims)
    if speaker is not None:
        said = view.claim_over(victims.first)
        if said is not None:
            return _of(view, speaker, *said.speaker)
    return None


def _side(view: View, hit: NameHit, cls: str) -> Side | None:
    if hit.kind not in _KINDS and not (hit.kind == "state" and cls in ("military", "police")):
        return None
    if hit.kind in ("person", "unknown_person") and hit.actor_id is not None:
        group = view.document.knowledge.leader_group(hit.actor_id, view.document.published)
        return _of(view, group, hit.first, hit.last) if group is not None else None
    actor = actor_of(view, hit)
    return _of(view, actor, hit.first, hit.last) if actor is not None else None


def _of(view: View, actor: str, first: int, last: int) -> Side | None:
    knowledge = view.document.knowledge
    if not knowledge.has_actor(actor):
        return Side(actor, actor, first, last)
    if knowledge.actor(actor).kind not in ("armed_group", "government", "state"):
        return None
    side = knowledge.side_of(actor, view.document.published)
    return Side(side, actor if side != actor else None, first, last)
