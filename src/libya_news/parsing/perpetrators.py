"""Who did it, or is said to have done it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.model.casualty import Perpetrator, PerpetratorStatus
from libya_news.parsing.names import NameHit
from libya_news.parsing.scene_agents import Agent, actor_of, agent_codes, read_agent

if TYPE_CHECKING:
    from libya_news.parsing.scene_settings import Reach
    from libya_news.parsing.scene_view import Victims, View


class Doer(NamedTuple):
    """A perpetrator and the tokens that name it."""

    perpetrator: Perpetrator
    first: int
    last: int


_ACTIVE = frozenset(("active", "lives_of", "lives", "leave", "gap_active", "nobody_object"))
_PASSIVE = frozenset(("passive", "participle", "gap_passive", "left_passive", "harm_of", "died", "nobody", "number_of_harm", "state", "bare_state"))
_HARMS = frozenset(("killed", "wounded", "captured", "kidnapped", "casualties", "displaced"))
_PRONOUNS = frozenset(("its", "their", "his", "our"))


def doers_of(view: View, victims: Victims, reach: Reach, first: int, last: int) -> tuple[Doer, ...]:
    """Return who did it by the sentence of a casualty (its tokens `first` up to `last`); empty where it does not tell."""
    candidate = victims.candidate
    if candidate.harm not in _HARMS:
        return ()
    rule = candidate.rule.rsplit(".", 1)[1]
    unit_at = view.unit_at
    a, b = unit_at(first), unit_at(last - 1) + 1
    harm_first, harm_last = unit_at(victims.harm[0]), unit_at(victims.harm[1] - 1) + 1
    agent: Agent | None = None
    if rule in _PASSIVE:
        agent = _by_phrase(view, harm_last, b)
    elif rule in _ACTIVE:
        agent = _subject(view, a, harm_first)
    doer = _doer(view, agent, victims, "stated")
    if doer is None:
        doer = _wielder(view, victims, first, reach)
    found = (doer,) if doer is not None else ()
    return found or blamed(view, victims, first, last)


def _doer(view: View, agent: Agent | None, victims: Victims | None, status: PerpetratorStatus) -> Doer | None:
    if agent is None or not agent.person:
        return None
    units = view.groups.units
    first, last = units.first[agent.first], units.last[agent.last - 1]
    actor = agent.actor
    if agent.possessive and actor is None:
        actor = _speaker_actor(view, victims) if victims is not None else None
        if actor is None:
            return None
    if victims is not None and first < victims.last and victims.first < last:
        return None
    start, end = view.tokens.span(first, last)
    return Doer(Perpetrator(actor=actor, description=view.tokens.text[start:end], status=status), first, last)


def _speaker_actor(view: View, victims: Victims) -> str | None:
    """Return the party that speaks of "its jets", "our forces"."""
    said = view.claim_over(victims.first)
    if said is None:
        return None
    for hit in view.document.names:
        if said.speaker[0] <= hit.first < said.speaker[1]:
            return actor_of(view, hit)
    return None


def _by_phrase(view: View, i: int, stop: int) -> Agent | None:
    """Return the noun group behind "by" in the clause that goes on at the unit `i`."""
    units = view.groups.units
    tags = units.tags
    codes = agent_codes()
    for j in range(i, min(i + 9, stop)):
        code = tags[j]
        if code in codes.by:
            return read_agent(view, j + 1, stop)
        if code in codes.boundary or code in codes.comma or code in codes.verb:
            return None
    return None


def _subject(view: View, a: int, h: int) -> Agent | None:
    """Return the subject of the verb at the unit `h` in a sentence that begins at the unit `a`."""
    tags = view.groups.units.tags
    codes = agent_codes()
    low = view.groups.units.tokens.low
    firsts = view.groups.units.first
    start = a
    for j in range(h - 1, a - 1, -1):
        code = tags[j]
        if code in codes.boundary:
            start = j + 1
            break
        word = low[firsts[j]]
        if word in ("who", "which") and j > a:
            return _before(view, a, j)
        if word == "that" or word in ("said", "says", "when", "while", "after", "as", "before", "because", "but") and h - j > 1:
            start = j + 1
            break
    i = start
    while i < h:
        code = tags[i]
        if code in codes.prep or code in codes.date:
            # "In Sirte on Friday, gunmen ...": what stands before the comma is no subject
            j = i + 1
            while j < h and tags[j] not in codes.comma:
                j += 1
            if j < h:
                i = j + 1
                continue
            if code in codes.date:
                i += 1
                continue
            return None
        agent = read_agent(view, i, h)
        if agent is not None:
            return agent
        i += 1
    return None


def _before(view: View, a: int, j: int) -> Agent | None:
    """Return the noun group that ends before a relative pronoun at the unit `j`."""
    codes = agent_codes()
    tags = view.groups.units.tags
    i = j - 1
    while i >= a and (tags[i] in codes.comma):
        i -= 1
    end = i + 1
    while i > a and tags[i - 1] not in codes.prep and tags[i - 1] not in codes.comma and tags[i - 1] not in codes.boundary and tags[i - 1] not in codes.verb and end - i < 6:
        i -= 1
    return read_agent(view, i, end)


def _wielder(view: View, victims: Victims, first: int, reach: Reach) -> Doer | None:
    """Return the party whose weapon it was: "Haftar's jets", "a NATO air strike", "LNA shelling"."""
    if not victims.candidate.rule.endswith(("active", "lives_of", "lives", "leave", "passive", "participle", "died", "number_of_harm")):
        return None
    low, wielded = view.tokens.low, view.words.wielded
    for mark in view.cause_marks(first, reach.after):
        if mark.value not in ("air_strike", "drone_strike", "shelling", "clashes", "bombing", "gunfire", "sniper"):
            continue
        words = " ".join(low[mark.first : mark.last])
        if words not in wielded:
            continue
        for hit in view.names_before(mark.first):
            actor = actor_of(view, hit)
            if actor is None or not first <= hit.first:
                continue
            gap = low[hit.last : mark.first]
            if len(gap) <= 2 and all(word in ("'s", "air", "-", "fighter", "drone") for word in gap):
                start, end = view.tokens.span(hit.first, hit.last)
                return Doer(Perpetrator(actor=actor, description=view.tokens.text[start:end]), hit.first, hit.last)
    return None


def blamed(view: View, victims: Victims | None, first: int, last: int) -> tuple[Doer, ...]:
    """Return who is blamed for it, or owns up to it, in the tokens `first` up to `last`."""
    out: list[Doer] = []
    for mark in view.blame_marks(first, last):
        if mark.value == "open":
            return ()
        unit = view.unit_at(mark.last)
        stop = view.unit_at(last - 1) + 1
        if mark.value == "before":
            agent = read_agent(view, unit, stop)
            word = view.tokens.low[mark.last - 1]
            doer = _doer(view, agent, victims, "stated" if word == "by" else "accused")
            if doer is not None and (doer.perpetrator.actor is not None or word in ("by", "on")):
                out.append(doer)
        else:
            agent = _subject(view, view.unit_at(first), view.unit_at(mark.first))
            doer = _doer(view, agent, victims, "stated")
            if doer is not None and doer.perpetrator.actor is not None:
                out.append(doer)
    return tuple(out[:2])


__all__ = ["Doer", "NameHit", "blamed", "doers_of"]
