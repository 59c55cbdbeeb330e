"""Whose people the victims are: the party they are counted for, and their unit as named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.names import NameHit
from libya_news.parsing.party_voices import post_behind, speaking_party
from libya_news.parsing.party_words import party_words
from libya_news.parsing.scene_agents import (
    actor_of,
    agent_codes,
    is_opposed,
    party_of_noun,
    read_agent,
    subject_of,
)
from libya_news.parsing.side import UNITS, Side, of_party, told_unit
from libya_news.parsing.side_phrases import (
    of_attackers,
    of_cost,
    of_government,
    of_state,
    of_target,
    of_town,
    on_the_side,
    party_in,
    predicated,
)

if TYPE_CHECKING:
    from libya_news.parsing.scene_agents import Agent
    from libya_news.parsing.scene_settings import Setting
    from libya_news.parsing.scene_view import Victims, View


# Victims of these classes belong to no party, whoever is named beside them.
CIVIL = frozenset(("medic", "journalist", "official", "child", "woman", "migrant", "civilian", "foreigner"))
_FIGHTING = frozenset(("military", "militant", "police"))
_LINKING = frozenset(
    "of from with belonging loyal to in the its allied aligned fighting for under forces troops former "
    "general commander field marshal gen. col. colonel renegade strongman libyan military eastern "
    "western self - styled so called rival pro misrata 's units members men belonged belong serving served "
    "fought "
    "affiliated linked backing supporting support who internationally recognised recognized u.n. un united "
    "nations tripoli based unity backed command leadership orders".split()
)
_KIN = frozenset("sons son daughters brothers brother children relatives cousins family wife nephews".split())
_OWN = frozenset(("its", "their", "his", "our", "own"))
# Nouns for the dead of a party: "its losses did not exceed five martyrs".
_LOSSES = frozenset(
    ("losses", "dead", "casualties", "toll", "wounded", "men", "fighters", "soldiers", "troops")
)
# Verbs whose subject kills the victims: it is not their owner in "gunmen killed three of its men".
_KILLING = frozenset(("active", "gap_active"))
_OURS = frozenset(("our", "we"))
_SPEAKING = frozenset(("they", "we", "it"))
# A number with one of these and no noun counts more of the people told before: "another nine", "27 others".
_MORE = frozenset(("more", "other", "others", "another", "further"))
_ONLY = frozenset(("only", "just", "also", "some", "about"))
_VOICES = frozenset("we they it unit side force forces brigade battalion men group army town".split())
# Nouns for an army, and those that any party may be called by.
_ARMED = frozenset(("army", "troops"))
_ANY = frozenset(("force", "forces", "side", "operation", "unit", "room"))
_NATIONS = frozenset(("government", "authorities"))
_PARTIES = frozenset(("armed_group", "government", "community"))


def side_of_victims(
    view: View, victims: Victims, first: int, given: Setting, before: Setting | None
) -> Side | None:
    """Return whose people the victims of a casualty are, or None.

    Args:
        view: The article.
        victims: The casualty.
        first: First token of its sentence.
        given: What holds before the sentence.
        before: The casualty before this one in its sentence, if any.
    """
    candidate = victims.candidate
    state = of_state(view, victims)
    if state is not None:
        return state
    if candidate.harm in ("displaced", "rescued"):
        return None
    if candidate.cls in CIVIL and not _carried(view, victims):
        return None
    units, groups = view.groups.units, view.groups
    a, b = groups.first[candidate.group], groups.last[candidate.group]
    low, firsts = view.tokens.low, units.first
    near = max(victims.first - 3, 0), victims.last + 14
    told_near = view.has_name(*near) or not _NATIONS.isdisjoint(low[slice(*near)])
    if told_near or any(word[0].isupper() for word in view.tokens.words[victims.first + 1 : victims.last]):
        named = _named(view, a, b, candidate.cls)
        if named is not None:
            return named
    rule = victims.rule
    last = view.tokens.sentences[candidate.sentence][1]
    if not rule.startswith("unknown"):
        told = (
            on_the_side(view, victims, first, last)
            or predicated(view, victims, last)
            or of_cost(view, victims)
            or _holder(view, victims)
            or _posted(view, victims)
        )
        if told is not None:
            return told
        if low[victims.last - 1] in party_words().assailants:
            return of_attackers(view, victims, first)
    if rule.startswith("unknown"):
        return _of_unknown(view, victims, first)
    harm = range(view.unit_at(victims.harm[0]), view.unit_at(victims.harm[1] - 1) + 1)
    own = next((low[firsts[i]] for i in (*range(a, b), *harm) if low[firsts[i]] in _OWN), "")
    own = own or _own_near(low, victims)
    if not own and rule.startswith("lives") and "them" in low[victims.first : victims.last]:
        own = "them"  # "the battle cost them the lives of 15", "cost the lives of 15 of them"
    possessor = _possessor(view, victims)
    if possessor is not None:
        return possessor
    if own in ("his", "her") and (
        before is not None or not _KIN.isdisjoint(low[victims.first : victims.last])
    ):
        return None
    if rule == "lose" or own:
        owner = _owner(view, victims, first, given, own)
        if owner is not None:
            return owner
    if before is not None and before.side is not None and _elliptic(view, victims, before):
        return before.side
    bare = groups.kinds[candidate.group] == "GX" or low[victims.last - 1] == "others"
    if bare and not _MORE.isdisjoint(low[victims.first : victims.last]):
        return before.side if before is not None else given.side
    target = of_target(view, victims, first, last)
    if target is not None:
        return target
    if candidate.cls not in _FIGHTING:
        return None
    known = view.known_sides.get(view.head_of(victims))
    if known is not None:
        return known
    if any("NATADJ" in view.alphabet.tags(units.tags[i]) for i in range(a, b)):
        return None
    for i in range(a, b):
        party = party_of_noun(view, low[firsts[i]])
        if party is not None:
            return Side(party, None, firsts[i], firsts[i] + 1)
    head = view.head_of(victims)
    if head not in view.sides_by_name:
        view.sides_by_name[head] = _by_name(view, head)
    return view.sides_by_name[head]


def _by_name(view: View, head: str) -> Side | None:
    """Return the one group whose name ends in the victims' noun: "Guard" and "two of the guards"."""
    found: Side | None = None
    for hit in view.document.names:
        if hit.kind == "armed_group" and hit.actor_id is not None and view.tokens.low[hit.last - 1] == head:
            side = of_party(view, hit.actor_id, hit.first, hit.last)
            if side is None or found is not None and (found.side, found.group) != (side.side, side.group):
                return None
            found = found or side
    return found


def _elliptic(view: View, victims: Victims, before: Setting) -> bool:
    """Tell whether victims without a noun are of the people before: "killed three men and wounded two"."""
    kind = view.groups.kinds[victims.candidate.group]
    if kind not in ("GX", "GH") or victims.candidate.cls in CIVIL:
        return False
    low = view.tokens.low
    i = victims.start - 1
    return low[i] == "and" or (low[i] in (",", "another", "with") and low[i - 1] != ".")


def _of_unknown(view: View, victims: Victims, first: int) -> Side | None:
    """Return whose losses are not known: "no toll was available for X", "X has not published its losses"."""
    sentence = view.tokens.sentence_of[victims.first]
    last = view.tokens.sentences[sentence][1]
    names = view.names_in(first, last)
    for hit in sorted(names, key=lambda hit: hit.first < victims.last):
        if hit.kind in _PARTIES and hit.actor_id is not None:
            return of_party(view, hit.actor_id, hit.first, hit.last)
    return told_unit(view, first, first + 2, first) if view.tokens.low[first] == "the" else None


def _named(view: View, a: int, b: int, cls: str) -> Side | None:
    """Return the party that is named in, behind or before the units `a` up to `b` of the victims."""
    units = view.groups.units
    low, payload, firsts = view.tokens.low, units.payload, units.first
    possessive = agent_codes().possessive
    for i in range(a, b):
        hit = payload.get(i)
        if not isinstance(hit, NameHit):
            side = of_government(view, firsts[i])
            if side is None and cls in _FIGHTING and low[firsts[i]][-1:] in ("i", "n"):
                side = of_town(view, firsts[i], units.last[i])  # "Zintani fighters", "Misratan fighters"
            if side is not None:
                return side
        else:
            if hit.kind == "person" and not (i + 1 < b and units.tags[i + 1] in possessive):
                if low[hit.first - 2 : hit.first] != ["pro", "-"]:
                    continue
            side = _side(view, hit, cls)
            if side is not None:
                return side
    for i in range(b, min(b + 9, len(units))):
        hit = payload.get(i)
        if isinstance(hit, NameHit):
            side = _side(view, hit, cls)
            if side is not None and i > b:
                return side
            if hit.place_id is None or hit.actor_id is not None:
                break
        elif low[firsts[i]] in _NATIONS:
            return of_government(view, firsts[i]) if i > b else None
        elif low[firsts[i]] not in _LINKING:
            break
    if a >= 2 and units.tags[a - 1] in agent_codes().possessive:
        hit = payload.get(a - 2)
        if isinstance(hit, NameHit):
            return _side(view, hit, cls)
    return None


def _owner(view: View, victims: Victims, first: int, given: Setting, own: str) -> Side | None:
    """Return the party that lost men, or calls them its own: the subject, or the speaker for a pronoun."""
    claim = view.claim_over(victims.first)
    speaker = speaking_party(view, victims) if claim is not None else None
    voice = (
        of_party(view, speaker, *view.speaker_of(claim))
        if claim is not None and speaker is not None
        else None
    )
    harm = view.unit_at(min(victims.harm[0], victims.first))
    agent = subject_of(view, view.unit_at(view.behind_furniture(first)), harm)
    if victims.rule in _KILLING and view.words.helping.isdisjoint(view.tokens.low[slice(*victims.harm)]):
        # "our artillery killed five of its crew": who kills is not the owner
        if own in ("its", "their") and not _OURS.isdisjoint(view.tokens.low[first : victims.first]):
            return None
        killers = agent is not None and (agent.possessive or voice is not None and agent.actor == voice.side)
        return None if killers or not own else voice
    if voice is not None and (own or agent is not None and agent.possessive in _SPEAKING):
        return voice
    if agent is not None and agent.actor is None and voice is not None and _is_voice(view, agent, voice):
        return voice
    if agent is None and view.tokens.low[victims.harm[0]] == "losing":
        # "Government forces fought to dislodge X, losing ten men": who fought, not who is named last
        agent = read_agent(view, view.unit_at(view.behind_furniture(first)), harm)
    if agent is not None and agent.actor is None:
        units = view.groups.units
        told = told_unit(view, units.first[agent.first], units.last[agent.last - 1], first)
        if told is not None:
            return told
    if agent is not None and agent.actor is not None:
        units = view.groups.units
        return of_party(view, agent.actor, units.first[agent.first], units.last[agent.last - 1])
    if agent is not None and not agent.possessive:
        if victims.rule != "lose":
            return None
        at = view.groups.units.first[agent.first]
        those = view.tokens.low[max(at - 1, 0) : at + 1]
        return _town_of(view, agent) or (_of_sentence_before(view, first) if "those" in those else None)
    return voice or given.side or (_of_sentence_before(view, first) if own in ("their", "its") else None)


def _of_sentence_before(view: View, first: int) -> Side | None:
    """Return the one party that the sentence before names: "Fighters of the GNA ... More than 200 of their men"."""
    s = view.tokens.sentence_of[first]
    if not s:
        return None
    a, b = view.tokens.sentences[s - 1]
    found = {
        (side.side or side.group): side
        for hit in view.names_in(a, b)
        if (side := party_in(view, hit.first, hit.last)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _town_of(view: View, agent: Agent) -> Side | None:
    """Return the armed groups of a town that lost men: "Zintan lost four fighters"."""
    units = view.groups.units
    hit = units.payload.get(agent.first)
    if isinstance(hit, NameHit) and hit.place_id is not None and agent.last - agent.first == 1:
        return of_town(view, hit.first, hit.last)
    first, last = units.first[agent.first], units.last[agent.last - 1]
    party = party_of_noun(view, view.tokens.low[last - 1])
    return None if party is None else of_party(view, party, first, last)


def _posted(view: View, victims: Victims) -> Side | None:
    """Return the party of a person whose post is told behind his name: "Ali Jadi, a commander of the LNA"."""
    low = view.tokens.low
    if victims.candidate.quantity.low != 1 or low[victims.last : victims.last + 1] != [","]:
        return None
    if view.groups.kinds[victims.candidate.group] != "GN" or low[victims.last + 1 : victims.last + 2] == [
        "who"
    ]:
        return None
    actor = post_behind(view, victims.last)
    return None if actor is None else of_party(view, actor, victims.last + 1, victims.last + 2)


def _holder(view: View, victims: Victims) -> Side | None:
    """Return the party that has the losses: "the LNA suffered 14 deaths", "his unit had two dead"."""
    low, words = view.tokens.low, party_words()
    verb = victims.first - (2 if low[victims.first - 1] in _ONLY else 1)
    if (
        low[verb] not in words.losing
        or victims.harm[0] <= verb < victims.harm[1]
        or not _OWN.isdisjoint(low[victims.first : victims.last])
    ):
        return None
    first = view.behind_furniture(view.tokens.sentences[view.tokens.sentence_of[verb]][0])
    agent = subject_of(view, view.unit_at(first), view.unit_at(verb))
    if agent is None:
        return None
    units = view.groups.units
    a, b = units.first[agent.first], units.last[agent.last - 1]
    if agent.actor is not None:
        return party_in(view, a, b)
    if agent.possessive or low[a] in _OWN:
        speaker = speaking_party(view, victims)
        claim = view.claim_over(victims.first)
        if speaker is not None and claim is not None and low[b - 1] in _VOICES:
            return of_party(view, speaker, *view.speaker_of(claim))
    return None


def _is_voice(view: View, agent: Agent, voice: Side) -> bool:
    """Tell whether "the army", "the group" can mean those who speak: "the army" is no name for a militia."""
    units = view.groups.units
    noun = view.tokens.low[units.last[agent.last - 1] - 1]
    if (
        view.tokens.low[units.first[agent.first] - 1] != "the"
        and view.tokens.low[units.first[agent.first]] != "the"
    ):
        return False
    army = voice.side in view.words.armies
    return noun in party_words().bodies and (noun in _ANY or army == (noun in _ARMED))


def _carried(view: View, victims: Victims) -> bool:
    """Tell whether a part has its class from other people of the story: no word of "two of the dead" says it."""
    groups, g = view.groups, victims.candidate.group
    if groups.kinds[g] != "GO":
        return False
    return all(view.word_class(i) != victims.candidate.cls for i in range(groups.first[g], groups.last[g]))


def _own_near(low: list[str], victims: Victims) -> str:
    """Return "its" in "soldiers from its 12th Brigade", and in "its losses did not exceed five martyrs"."""
    behind = low[victims.last : victims.last + 2]
    if behind and behind[0] in ("from", "of", "in") and behind[-1] in _OWN:
        return behind[-1]
    if low[victims.first - 1] == "of" and low[victims.first - 2] in ("cost", "loss", "price"):
        return "cost"  # "took the hill at a cost of nine dead"
    for i in range(max(victims.first - 7, 0), victims.first - 1):
        if low[i] in ("its", "their") and low[i + 1] in _LOSSES:
            return low[i]
    return ""


def _possessor(view: View, victims: Victims) -> Side | None:
    """Return the party told before that owns the victims: "two of the brigade's fighters"."""
    low = view.tokens.low
    for i in range(victims.first + 1, victims.last - 1):
        if low[i] in ("'s", "’s") and low[i - 1] in UNITS and low[i - 2] == "the":
            return told_unit(view, i - 2, i, victims.first)
    return None


def _side(view: View, hit: NameHit, cls: str) -> Side | None:
    """Return the party that a name beside victims gives them, or None."""
    knowledge = view.document.knowledge
    if hit.actor_id is None or is_opposed(view, hit) or hit.kind == "community" and cls not in _FIGHTING:
        return None
    if hit.kind in ("person", "unknown_person"):
        group = knowledge.leader_group(hit.actor_id, view.document.published)
        return of_party(view, group, hit.first, hit.last) if group is not None else None
    if hit.kind == "unknown_group":
        return Side(hit.actor_id, hit.actor_id, hit.first, hit.last) if _is_unit(view, hit) else None
    if hit.kind not in _PARTIES and not (hit.kind == "state" and cls in _FIGHTING):
        return None
    actor = actor_of(view, hit)
    return of_party(view, actor, hit.first, hit.last) if actor is not None else None


def _is_unit(view: View, hit: NameHit) -> bool:
    """Tell whether an unknown group is an armed one by its name."""
    return bool(hit.inner) or not view.words.units.isdisjoint(view.tokens.low[hit.first : hit.last])
