"""Who did it, or is said to have done it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.model.casualty import Perpetrator, PerpetratorStatus
from libya_news.parsing.causes import akin
from libya_news.parsing.enemies import assailant
from libya_news.parsing.party_voices import party_of_claim, speaking_party
from libya_news.parsing.party_words import party_words
from libya_news.parsing.scene_agents import (
    Agent,
    actor_of,
    by_phrase,
    read_agent,
    subject_of,
    when_clause,
)
from libya_news.parsing.side import UNITS, told_unit

if TYPE_CHECKING:
    from libya_news.parsing.scene_settings import Reach, Setting
    from libya_news.parsing.scene_view import Victims, View
    from libya_news.parsing.side import Side


class Doer(NamedTuple):
    """A perpetrator and the tokens that name it."""

    perpetrator: Perpetrator
    first: int
    last: int


_ACTIVE = frozenset(("active", "lives_of", "lives", "leave", "gap_active", "nobody_object", "took_prisoners"))
_PASSIVE = frozenset(
    "passive participle gap_passive left_passive harm_of died nobody number_of_harm state bare_state".split()
)
# Nouns of harm: another verb of their sentence tells of another deed ("bombed Derna after the killing").
_TOLD_OF = frozenset(("harm_of", "then_died"))
_LOSING = frozenset(("lose", "lost_none"))
_SELVES = frozenset(("them", "own", "their", "its"))
_CROWD = frozenset(("civilian", "child", "woman", "migrant", "foreigner"))
_UNKNOWN = frozenset(("unknown", "unidentified", "masked", "armed", "hooded", "uniformed"))
# Those who bear no arms, and still kill: "protesters hanged two policemen".
_MOB = frozenset("protester protesters demonstrator demonstrators residents tribesmen mob villagers".split())
_ANYBODY = frozenset(("people", "persons", "person", "families", "family"))
_HARMS = frozenset(("killed", "wounded", "captured", "kidnapped", "casualties", "displaced"))
# Causes whose words may name people: "suicide bombers", "a sniper".
_PEOPLE = frozenset(("suicide_attack", "sniper"))
_ACCUSING = frozenset(("accused", "accuses", "accuse", "accusing", "blamed", "blames", "blame", "blaming"))
_HAVING = frozenset(("had", "have", "has"))
_BETWEEN = frozenset(("'s", "air", "-", "fighter", "drone", "suicide", "artillery"))


def doers_of(
    view: View,
    victims: Victims,
    reach: Reach,
    first: int,
    last: int,
    given: Setting,
    side: Side | None = None,
) -> tuple[Doer, ...]:
    """Return who did it by the sentence of a casualty; empty where it does not tell.

    Args:
        view: The article.
        victims: The casualty.
        reach: Its own stretch of the sentence.
        first: First token of the sentence.
        last: Token behind its last.
        given: What holds before the casualty; its parties tell whom "its jets" means.
        side: The party of the victims, if it is known.
    """
    candidate = victims.candidate
    if candidate.harm not in _HARMS:
        return ()
    rule = victims.rule
    unit_at = view.unit_at
    first = view.behind_furniture(first)
    agent: Agent | None = None
    if rule not in _ACTIVE and rule not in _LOSING:
        behind, b = unit_at(victims.harm[1] - 1) + 1, unit_at(last - 1) + 1
        agent = by_phrase(view, behind, b) or (when_clause(view, behind, b) if rule in _PASSIVE else None)
    elif rule.startswith("lives") and not _SELVES.isdisjoint(view.tokens.low[victims.first : victims.last]):
        agent = None  # "a battle that cost the lives of 15 of them"
    elif rule in _ACTIVE and view.words.helping.isdisjoint(view.tokens.low[slice(*victims.harm)]):
        agent = subject_of(view, unit_at(first), unit_at(victims.harm[0]))
    if agent is not None and view.blames and _accuses(view, agent, victims):
        agent = None
    doer = _doer(view, agent, victims, given, "stated")
    if doer is None and rule in _ACTIVE:
        doer = _doer(view, _behind_weapon(view, first, victims.harm[0]), victims, given, "stated")
    if doer is None and view.wielded:
        doer = _wielder(view, first, reach)
    if doer is not None:
        if doer.perpetrator.actor is None and view.blames:
            owned = blamed(
                view, victims, first, last, given
            )  # "a bomber ...; Islamic State claimed the attack"
            if owned and owned[0].perpetrator.actor is not None:
                return owned
        return (doer,)
    found = blamed(view, victims, first, last, given) if view.blames else ()
    if found or any(mark.value == "open" for mark in view.blame_marks(first, last)):
        return found
    if rule in _TOLD_OF:
        return ()
    doer = _doer(view, assailant(view, victims, first, last, side), victims, given, "stated")
    return (doer,) if doer is not None else ()


def _behind_weapon(view: View, first: int, harm: int) -> Agent | None:
    """Return the noun group in "shelling by X killed four"."""
    for mark in view.cause_marks(first, harm):
        end = mark.last + 1 if view.tokens.low[mark.last] == "fire" else mark.last
        if view.tokens.low[end] == "by":
            return read_agent(view, view.unit_at(end) + 1, view.unit_at(harm))
    return None


def _accuses(view: View, agent: Agent, victims: Victims) -> bool:
    """Tell whether a noun group accuses others of the deed: "X accused Y of shelling a school, killing two"."""
    behind = view.groups.units.last[agent.last - 1]
    return any(
        mark.value == "before" and view.tokens.low[mark.first] in _ACCUSING
        for mark in view.blame_marks(behind, victims.harm[0])
        if mark.first - behind <= 3
    )


def attackers_of(view: View, first: int, last: int) -> tuple[Doer, ...]:
    """Return who attacks in a sentence that counts no casualty; empty where it does not tell."""
    agent = assailant(view, None, view.behind_furniture(first), last, None)
    if agent is None:
        for mark in view.wielded:
            own = _own_weapon(view, mark.first, mark.last) if first <= mark.first < last else None
            if own is not None:
                return (own,)
        return ()
    units = view.groups.units
    a, b = units.first[agent.first], units.last[agent.last - 1]
    start, end = view.tokens.span(a, b)
    return (Doer(Perpetrator(actor=agent.actor, description=view.tokens.text[start:end]), a, b),)


def _doer(
    view: View, agent: Agent | None, victims: Victims, given: Setting, status: PerpetratorStatus
) -> Doer | None:
    """Return the perpetrator that a noun group names, or None where it is a thing, or one of the victims."""
    if agent is None or not agent.person:
        return None
    units = view.groups.units
    first, last = units.first[agent.first], units.last[agent.last - 1]
    actor = agent.actor
    if actor is None and agent.possessive:
        actor = speaking_party(view, victims)
        if actor is None:
            told = told_unit(view, first, last, first)
            actor = told.group or told.side if told is not None else None
        if actor is None and given.side is not None:
            actor = given.side.group or given.side.side
        if actor is None:
            return None
    if actor is None and not agent.possessive and view.tokens.low[last - 1] in UNITS:
        told = told_unit(view, first, last, first)  # "the group had captured 13 soldiers"
        actor = told.group or told.side if told is not None else None
    if actor is None and not agent.possessive and _unarmed(view, agent):
        if victims.rule != "active" or victims.candidate.harm != "killed":
            return None
        if view.tokens.low[last - 1] not in _MOB:
            return None
    if actor is None and view.tokens.low[first] in party_words().states:
        actor = party_words().states[view.tokens.low[first]]
    if actor is None and any(mark.value not in _PEOPLE for mark in view.cause_marks(first, last)):
        return None
    if view.are_victims(first, last):
        return None
    start, end = view.tokens.span(first, last)
    return Doer(Perpetrator(actor=actor, description=view.tokens.text[start:end], status=status), first, last)


def _unarmed(view: View, agent: Agent) -> bool:
    """Tell whether a noun group is of people who harm nobody: "families", "a car of five people"."""
    units = view.groups.units
    first, last = units.first[agent.first], units.first[agent.last - 1]
    if not _UNKNOWN.isdisjoint(view.tokens.low[first : last + 1]):
        return False
    if view.tokens.low[last] in _ANYBODY or "NATADJ" in view.alphabet.tags(units.tags[agent.last - 1]):
        return True
    return view.word_class(agent.last - 1) in _CROWD


def _wielder(view: View, first: int, reach: Reach) -> Doer | None:
    """Return the party whose weapon it was: "Haftar's jets", "a NATO air strike", "LNA shelling"."""
    low = view.tokens.low
    for mark in view.wielded:
        if mark.first < first:
            continue
        if mark.first >= reach.after:
            break
        own = _own_weapon(view, mark.first, mark.last) if mark.first > first else None
        if own is not None:
            return own
        state = _state_before(view, mark.first, first)
        if state is not None:
            return state
        for hit in view.names_before(mark.first):
            if hit.first < first:
                break
            gap = low[hit.last : mark.first]
            if len(gap) > 2 or not _BETWEEN.issuperset(gap):
                break
            actor = actor_of(view, hit)
            if actor is not None:
                start, end = view.tokens.span(hit.first, hit.last)
                return Doer(
                    Perpetrator(actor=actor, description=view.tokens.text[start:end]), hit.first, hit.last
                )
    return None


def _own_weapon(view: View, at: int, end: int) -> Doer | None:
    """Return the party that tells of its own weapon: "said its jets had hit a depot", "our artillery struck"."""
    low = view.tokens.low
    if at == 0 or low[at - 1] not in ("its", "our") or end + 1 >= len(low):
        return None
    acting = low[end] in _HAVING and low[end + 1] != "been" or low[end] in party_words().attack
    claim = view.claim_over(at) if acting else None
    if claim is None or claim.polarity != "asserts":
        return None
    actor = party_of_claim(view, claim)
    if actor is None:
        return None
    start, stop = view.tokens.span(at - 1, end)
    return Doer(Perpetrator(actor=actor, description=view.tokens.text[start:stop]), at - 1, end)


def _state_before(view: View, at: int, first: int) -> Doer | None:
    """Return the state whose adjective stands before a weapon: "a Turkish drone strike"."""
    low, states = view.tokens.low, party_words().states
    for i in range(at - 1, max(at - 3, first - 1), -1):
        state = states.get(low[i])
        if state is not None and view.document.knowledge.has_actor(state):
            start, end = view.tokens.span(i, i + 1)
            return Doer(Perpetrator(actor=state, description=view.tokens.text[start:end]), i, i + 1)
        if low[i] not in _BETWEEN:
            return None
    return None


def _of_state(view: View, agent: Agent) -> Agent:
    """Return a noun group with the state that it names: "accused the United Arab Emirates of the strike"."""
    units = view.groups.units
    knowledge = view.document.knowledge
    for hit in view.names_in(units.first[agent.first], units.last[agent.last - 1]):
        if hit.place_id is not None and knowledge.has_actor(hit.place_id):
            if knowledge.actor(hit.place_id).kind == "state" and hit.place_id != "libya":
                return agent._replace(actor=hit.place_id, person=True)
    return agent


def _of_deed(view: View, agent: Agent, victims: Victims, given: Setting) -> bool:
    """Tell whether a party is blamed for the deed that harmed these victims: one shelling is not a week's fighting."""
    units = view.groups.units
    a, b = units.first[agent.first], units.last[agent.last - 1]
    if "of" not in view.tokens.low[a : b + 2]:
        return True
    deed = next(iter(view.cause_marks(a, b + 4)), None)
    return deed is None or akin(deed, given.cause) and victims.candidate.kind != "cumulative"


def blamed(view: View, victims: Victims, first: int, last: int, given: Setting) -> tuple[Doer, ...]:
    """Return who is blamed for it, or owns up to it, in the tokens `first` up to `last`."""
    out: list[Doer] = []
    for mark in view.blame_marks(first, last):
        if mark.value == "open":
            return ()
        if mark.value == "before":
            word = view.tokens.low[mark.last - 1]
            agent = read_agent(view, view.unit_at(mark.last), view.unit_at(last - 1) + 1)
            if agent is not None and not _of_deed(view, agent, victims, given):
                continue
            if agent is not None and agent.actor is None:
                agent = _of_state(view, agent)
            doer = _doer(view, agent, victims, given, "stated" if word == "by" else "accused")
            if doer is not None and (doer.perpetrator.actor is not None or word in ("by", "on")):
                out.append(doer)
        else:
            agent = subject_of(view, view.unit_at(first), view.unit_at(mark.first))
            doer = _doer(view, agent, victims, given, "stated")
            if doer is not None and doer.perpetrator.actor is not None:
                out.append(doer)
    return tuple(out[:2])
