"""Whose people victims are by phrases apart from their noun: "on the LNA side", "they belonged to the 7th Brigade"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.enemies import attackers_before, may_be_own
from libya_news.parsing.governments import government_at
from libya_news.parsing.party_words import party_words
from libya_news.parsing.scene_agents import is_opposed, party_of_noun, subject_of
from libya_news.parsing.side import Side, of_party

if TYPE_CHECKING:
    from libya_news.knowledge.lookup import Knowledge
    from libya_news.parsing.scene_view import Victims, View

_JOINED = frozenset(("of", "from", "the", "with", "for"))
_TOWNS = frozenset(("city", "town", "village"))
_GROUPS = (" brigades", "i brigades", "n brigades", " forces", "n forces")
_CLOSES = frozenset((",", ".", "and", ";", "while"))
_WITHIN = frozenset(("in", "among", "from", "within"))
_ON = 9  # words between "on" and "side"
_REACH = 10  # words of a predicate that tells whose people they were
_NEITHER = frozenset(("both", "either", "each", "all", "one", "other", "opposing", "another", "two"))
_FIGHTING = frozenset(("military", "militant"))
_FORCES = ("armed_group", "government", "community")
# Words of "(all of them) were fighters of", "belonged to"; one of the telling ones must be among them.
_TELLING = frozenset(
    "belonged belong belonging members member fighters fighter soldiers soldier troops militants militiamen gunmen "
    "recruits officers men fought serving served from loyal allied".split()
)
_PREDICATE = _TELLING | frozenset(
    "who died backing supporting supported support pro - were was are is been be being all most mostly mainly both "
    "three two four each of them whom to in the a an its 's came with for under army , fighting former local killed "
    "dead wounded injured".split()
)
_PEOPLE = frozenset(
    "fighters fighter men gunmen militiamen forces brigades members rebels troops soldiers soldier militants militant "
    "jihadists recruits".split()
)
_OPENS = frozenset((",", ";", "and", "but", "while", "\n", "."))
_REGULARS = frozenset(("military", "police"))
_PERSONNEL = frozenset(
    "personnel airman airmen troop soldier serviceman servicemen pilot marine crew crewmen".split()
)


def word_at(low: list[str], i: int) -> str:
    """Return the word at a place, or nothing behind the end."""
    return low[i] if i < len(low) else ""


def party_in(view: View, first: int, last: int) -> Side | None:
    """Return the first party named in the tokens `first` up to `last`, a leader's forces among them."""
    low, knowledge, day = view.tokens.low, view.document.knowledge, view.document.published
    for hit in view.names_in(first, last):
        if hit.actor_id is None or is_opposed(view, hit):
            continue
        if hit.kind in _FORCES or hit.kind == "unknown_group":
            side = of_party(view, hit.actor_id, hit.first, hit.last)
        elif hit.kind == "person":
            group = knowledge.leader_group(hit.actor_id, day)
            side = None if group is None else of_party(view, group, hit.first, hit.last)
        else:
            side = None
        if side is not None:
            return side
    for i in range(first, last):
        side = of_government(view, i)
        if side is not None:
            return side
    for i in range(first, last):
        party = party_of_noun(view, low[i])
        if party is not None:
            return of_party(view, party, i, i + 1)
    return None


def of_state(view: View, victims: Victims) -> Side | None:
    """Return the state whose adjective stands before its own forces: "no U.S. personnel"."""
    low = view.tokens.low
    if low[victims.last - 1] not in _PERSONNEL and view.head_of(victims) not in _PERSONNEL:
        return None
    states = party_words().states
    for i in range(victims.first, victims.last - 1):
        state = states.get(low[i])
        if state is not None and view.document.knowledge.has_actor(state):
            return Side(state, None, i, i + 1)
    return None


def of_government(view: View, i: int) -> Side | None:
    """Return the party whose fighters a government's are, for its noun at the token `i`."""
    government = government_at(view, i)
    return None if government is None else of_party(view, government.fighters, i, i + 1)


def of_town(view: View, first: int, last: int) -> Side | None:
    """Return the armed groups of a town for its name or for its people's: "from Zintan", "a Zintani commander"."""
    knowledge, day = view.document.knowledge, view.document.published
    town = view.tokens.quote(first, last)
    if not town[:1].isupper() or not _is_town(knowledge, town):
        return None
    for noun in _GROUPS:
        found = {
            candidate.target
            for candidate in knowledge.spelled(f"{town}{noun}")
            if knowledge.has_actor(candidate.target)
            and knowledge.actor(candidate.target).kind == "armed_group"
            and (day is None or knowledge.active_on(candidate.target, day))
        }
        if len(found) == 1:
            return of_party(view, found.pop(), first, last)
    return None


def _is_town(knowledge: Knowledge, name: str) -> bool:
    """Tell whether a name is a town's, or that of its people: "Zintani", "Misratan"; "Libyan" is a country's."""
    return any(
        knowledge.has_place(candidate.target) and knowledge.place(candidate.target).kind in _TOWNS
        for base in (name, name[:-1], name[:-2])
        for candidate in knowledge.spelled(base)
    )


def on_the_side(view: View, victims: Victims, first: int, last: int) -> Side | None:
    """Return the party in "on the government's side", "in the ranks of the LNA", told of these victims.

    What stands before a casualty holds for those behind it; what stands behind it, for it alone.
    """
    low = view.tokens.low
    stretch = low[first:last]
    if "side" not in stretch and "ranks" not in stretch:
        return _among(view, victims, last) if "among" in stretch else None
    found: Side | None = None
    for i in range(first, min(victims.last + _REACH, last)):
        word = low[i]
        if word not in ("side", "ranks", "that", "'s"):
            continue
        if i >= victims.last and view.are_victims(victims.last, i):
            break
        if word == "'s":  # "five on the LNA's side and seven on the GNA's"
            if i < victims.last or word_at(low, i + 1) not in _CLOSES:
                continue
        elif word == "that" and low[i - 1 : i + 2] != ["on", "that", "of"]:
            continue
        side, start = _side_of(view, first, i, last)
        if i >= victims.last:
            return side or found
        if low[start - 1] in _OPENS or start <= first + 1:
            found = side
    return found


def _among(view: View, victims: Victims, last: int) -> Side | None:
    """Return the party in "ten dead among the Tebu"; "among them" tells of a part."""
    low = view.tokens.low
    for i in range(victims.last, min(victims.last + 3, last - 1)):
        if low[i] == "among" and low[i - 1] != ",":
            return party_in(view, i + 1, min(i + 4, last))
    return None


def _side_of(view: View, first: int, i: int, last: int) -> tuple[Side | None, int]:
    """Return the party of "side" or "ranks" at the token `i`, and where the phrase begins."""
    low = view.tokens.low
    if low[i] == "that":
        return party_in(view, i + 2, min(i + 8, last)), i - 1
    if low[i] == "ranks":
        start = next((k for k in range(i - 1, max(i - 7, first) - 1, -1) if low[k] in _WITHIN), None)
        if start is None:
            return None, i
        if word_at(low, i + 1) == "of":
            return party_in(view, i + 2, min(i + 8, last)), start
        return party_in(view, start, i), start
    start = next((k for k in range(i - 1, max(i - _ON, first) - 1, -1) if low[k] in ("on", "from")), None)
    if start is None or not _NEITHER.isdisjoint(low[start:i]):
        return None, i
    if low[i] == "side" and word_at(low, i + 1) == "of":
        return party_in(view, i + 2, min(i + 8, last)), start
    return party_in(view, start + 1, i), start


def predicated(view: View, victims: Victims, last: int) -> Side | None:
    """Return the party in "nine of them belonged to the LNA", "six were fighters from Zintan"."""
    low = view.tokens.low
    telling = ""
    for i in range(victims.last, min(victims.last + _REACH + 4, last)):
        if view.has_name(i, i + 1):
            hit = view.names_in(i, i + 1)[0]
            side = party_in(view, hit.first, hit.last)
            beside = word_at(low, hit.last + 1) in _JOINED or view.has_name(hit.last + 1, hit.last + 2)
            if side is not None and beside and word_at(low, hit.last) in ("and", "or"):
                other = party_in(view, hit.last + 1, min(hit.last + 7, last))
                if other is None and word_at(low, hit.last + 1) != "the" or other and other.side != side.side:
                    return None  # "fighters of the LNA and of the GNA"
            if not telling:
                return (
                    side if word_at(low, hit.last) in _PEOPLE and word_at(low, victims.last) != "in" else None
                )
            fighting = telling in _PEOPLE or victims.candidate.cls in _FIGHTING
            town = side is None and fighting and hit.place_id is not None
            return of_town(view, hit.first, hit.last) if town else side
        if low[i] not in _PREDICATE:
            return of_government(view, i) if telling else None
        if low[i] in _TELLING:
            telling = low[i] if low[i] != "from" or not telling else telling
    return None


def of_attackers(view: View, victims: Victims, first: int) -> Side | None:
    """Return the party that attacked, where the victims are "the attackers"."""
    agent = attackers_before(view, first, victims.first)
    if agent is None or agent.actor is None:
        return None
    units = view.groups.units
    side = of_party(view, agent.actor, units.first[agent.first], units.last[agent.last - 1])
    killer = subject_of(view, view.unit_at(first), view.unit_at(victims.harm[0]))
    if side is not None and killer is not None and killer.actor is not None:
        party = of_party(view, killer.actor, 0, 1)
        if party is not None and party.side == side.side:
            return None  # one party attacked, and the same one killed the attackers: a name misleads
    return side


def of_cost(view: View, victims: Victims) -> Side | None:
    """Return the party in "the fighting cost the rebels 18 dead"."""
    low = view.tokens.low
    for i in range(victims.first - 1, max(victims.first - 8, 0), -1):
        if low[i] in ("cost", "costing"):
            return party_in(view, i + 1, victims.first)
    return None


def of_target(view: View, victims: Victims, first: int, last: int) -> Side | None:
    """Return the party whose force was struck: "a strike on an LNA convoy killed seven", "ambushed a GNA patrol".

    Only for fighters, and for numbers without a noun; never for those who may be the attackers themselves.
    """
    candidate, words, low = victims.candidate, party_words(), view.tokens.low
    bare = view.groups.kinds[candidate.group] in ("GX", "GH")
    if candidate.cls not in _REGULARS | _FIGHTING and not (bare and candidate.cls == "unspecified"):
        return None
    for i in range(first, last):
        if low[i] in words.strikes and word_at(low, i + 1) in ("on", "against", "at", "of"):
            begin = i + 2
        elif low[i] in words.striking and i not in view.harm_at:
            begin = i + 1
        else:
            continue
        side = _struck(view, begin, last)
        if side is None:
            continue
        neutral = bare or low[victims.last - 1] in words.neutral
        if neutral or may_be_own(view, side.group or side.side or "", candidate.cls):
            return side
    return None


def _struck(view: View, begin: int, last: int) -> Side | None:
    """Return the party of the military target in the noun group at the token `begin`."""
    low, words = view.tokens.low, party_words()
    end = begin
    stops = view.words.event | {
        ",",
        ".",
        ";",
        ":",
        "and",
        "killing",
        "wounding",
        "killed",
        "that",
        "when",
        "as",
    }
    while end < min(begin + 10, last) and (low[end] not in stops or low[end] == "by"):
        end += 1
    side = party_in(view, begin, end)
    if side is None:
        return None
    forces = any(hit.kind == "armed_group" and hit.first <= begin + 1 for hit in view.names_in(begin, end))
    return side if forces or not words.targets.isdisjoint(low[begin:end]) else None
