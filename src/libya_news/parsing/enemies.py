"""Who attacked, or fought, by other words of a sentence: "stormed the camp", "as they fought militants"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.party_words import party_words
from libya_news.parsing.scene_agents import Agent, by_phrase, read_agent, subject_of

if TYPE_CHECKING:
    from libya_news.parsing.scene_view import Victims, View
    from libya_news.parsing.side import Side

_FIGHTING = frozenset(("military", "militant", "police"))
_BEING = frozenset(("was", "were", "been", "being", "is", "are"))
_SELVES = frozenset(("them", "its", "their", "his", "whom", "own", "our"))
_ARMIES = frozenset(("army", "brigade", "battalion", "air_force"))
_LONG = 160  # tokens of a sentence that is read for parties
_SENTENCES = 5  # sentences before "the attackers" among which they are looked for
_AHEAD = 6  # tokens in which the object of a verb must come


def assailant(view: View, victims: Victims | None, first: int, last: int, side: Side | None) -> Agent | None:
    """Return who attacked or fought the victims by another verb of their sentence, or None.

    Args:
        view: The article.
        victims: The casualty; None for a sentence that tells of an attack alone.
        first: First token of the sentence, behind furniture.
        last: Token behind its last.
        side: The party of the victims, if it is known.
    """
    words, low = party_words(), view.tokens.low
    last = min(last, first + _LONG)
    if words.triggers.isdisjoint(low[first:last]):
        return None
    if victims is not None and not _SELVES.isdisjoint(low[victims.first : victims.last]) and side is None:
        return None
    stop = view.unit_at(last - 1) + 1
    fighting = victims is not None and (
        victims.candidate.cls in _FIGHTING or side is not None or victims.rule == "lose"
    )
    for i in range(first, last):
        word = low[i]
        if word not in words.triggers:
            continue
        if victims is not None and (i in view.harm_at or victims.first <= i < victims.last):
            continue  # its own harm, or another's: that is told elsewhere
        agent: Agent | None = None
        if fighting and (word in words.fight_verbs or word in words.fight_nouns):
            agent = _foe(view, i, stop, word in words.fight_verbs, side)
            if agent is not None and not agent.possessive:
                return agent
        if agent is None and (word in words.attack or word in words.laying or _phrase(low, i)):
            agent = _attacker(view, first, i, last, stop)
            if agent is not None and (_same_sort(view, agent, victims) or _is_own(agent, side)):
                agent = None
        if agent is not None and agent.person and not agent.possessive and _whole(view, agent):
            return agent
    return None


def attackers_before(view: View, first: int, token: int) -> Agent | None:
    """Return who attacked by the words before a token: of its sentence, else of the sentences before it."""
    sentences, s = view.tokens.sentences, view.tokens.sentence_of[first]
    for k in range(s, max(s - _SENTENCES, 0) - 1, -1):
        a, b = sentences[k]
        agent = _attack_by(view, a, b if k < s else token)
        agent = agent or assailant(view, None, view.behind_furniture(a), b if k < s else token, None)
        if agent is None or agent.actor is None:
            continue
        units = view.groups.units
        if not view.are_victims(units.first[agent.first], units.last[agent.last - 1]):
            return agent
    return None


def _attack_by(view: View, first: int, last: int) -> Agent | None:
    """Return the party in "an attack on Thursday by X"."""
    low, attacks = view.tokens.low, party_words().attacks
    for i in range(first, last):
        if low[i] in attacks and "by" in low[i + 1 : min(i + _AHEAD, last)]:
            agent = by_phrase(view, view.unit_at(i + 1), view.unit_at(last - 1) + 1)
            if agent is not None:
                return agent
    return None


def _phrase(low: list[str], i: int) -> bool:
    phrases = party_words().phrases
    return any(tuple(low[i : i + n]) in phrases for n in (2, 3, 4))


def _foe(view: View, i: int, stop: int, verb: bool, side: Side | None) -> Agent | None:
    """Return the enemy in "fighting X", "clashes with X", "clashes between X and Y" at the token `i`."""
    words, low = party_words(), view.tokens.low
    j = i + 1
    if low[j] == "between" and side is not None:
        one = read_agent(view, view.unit_at(j + 1), stop)
        if one is None or one.last + 1 >= stop or low[view.groups.units.first[one.last]] != "and":
            return None
        other = read_agent(view, one.last + 1, stop)
        if other is None or one.actor is None or other.actor is None:
            return None
        mine = [_is_own(agent, side, view) for agent in (one, other)]
        if mine[0] == mine[1]:
            return None
        return other if mine[0] else one
    if low[j] in words.leads:
        j += 1
    elif not verb or low[j] == "between" or low[i - 1] in ("the", "heavy", "of", "in", "fierce"):
        return None
    agent = read_agent(view, view.unit_at(j), stop)
    if agent is not None and not agent.person and _arms(view, agent):
        agent = agent._replace(person=True)  # "militant groups"
    if agent is None or not agent.person or side is not None and _is_own(agent, side, view):
        return None
    return agent


def _attacker(view: View, first: int, i: int, last: int, stop: int) -> Agent | None:
    """Return the subject of the attacking verb at the token `i`, or the "by" of a passive one."""
    words, low = party_words(), view.tokens.low
    word = low[i]
    if (
        word in words.laying
        and words.laid.isdisjoint(low[i + 1 : i + _AHEAD])
        and words.laid.isdisjoint(low[i - 3 : i])
    ):
        return None
    if i + 1 < last and low[i + 1] == "by":
        return by_phrase(view, view.unit_at(i + 1), stop)
    if low[i - 1] in _BEING or low[i - 1] == "been":
        return by_phrase(view, view.unit_at(i) + 1, stop)
    if i == first or low[i - 1] in ("the", "a", "an", "of", "in", "to", "not", "by", "'s", "who", "deadly"):
        if low[i - 1] != "who":
            return None
    agent = subject_of(view, view.unit_at(first), view.unit_at(i))
    if agent is None:
        return None
    # the verb stands behind its subject, with no other clause between
    gap = low[view.groups.units.last[agent.last - 1] : i]
    if len(gap) > _AHEAD + 4 or any(word in _BEING for word in gap):
        return None
    return agent


def _whole(view: View, agent: Agent) -> bool:
    """Tell whether a noun group acts as a party: it has an actor, or its noun is of those who bear arms."""
    return agent.actor is not None or _arms(view, agent)


def _arms(view: View, agent: Agent) -> bool:
    return any(view.word_class(i) in _FIGHTING for i in range(agent.first, agent.last))


def may_be_own(view: View, actor: str, cls: str) -> bool:
    """Tell whether fighters of a class may be an actor's own people: soldiers an army's."""
    knowledge = view.document.knowledge
    if cls not in _FIGHTING or not knowledge.has_actor(actor) or knowledge.actor(actor).kind == "state":
        return False
    army = actor in view.words.armies or knowledge.actor(actor).subkind in _ARMIES
    side = knowledge.side_of(actor, view.document.published)
    return (army or side in view.words.armies) == (cls in ("military", "police"))


def _same_sort(view: View, agent: Agent, victims: Victims | None) -> bool:
    """Tell whether victims may be the attacker's own: "the army stormed the port; four soldiers died"."""
    if victims is None:
        return False
    cls = victims.candidate.cls
    if cls not in _FIGHTING:
        return victims.rule == "lose"
    if agent.actor is not None and view.document.knowledge.has_actor(agent.actor):
        return may_be_own(view, agent.actor, cls)
    return any(view.word_class(i) == cls for i in range(agent.first, agent.last))


def _is_own(agent: Agent, side: Side | None, view: View | None = None) -> bool:
    if side is None or agent.actor is None:
        return False
    if agent.actor in (side.side, side.group):
        return True
    if view is None:
        return False
    return view.document.knowledge.side_of(agent.actor, view.document.published) == (side.side or side.group)
