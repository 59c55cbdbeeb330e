"""Noun groups that name who acts: "Islamic State militants", "fighters of the 7th Brigade", "gunmen"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.casualty_words import casualty_alphabet
from libya_news.parsing.governments import government_at
from libya_news.parsing.names import NameHit

if TYPE_CHECKING:
    from libya_news.parsing.scene_view import View


class Agent(NamedTuple):
    """A noun group: its units, the actor it names, whether its head is a person or a group, and whose."""

    first: int
    last: int
    actor: str | None
    person: bool
    possessive: str


class _Codes(NamedTuple):
    inside: frozenset[str]
    start: frozenset[str]
    person: frozenset[str]
    name: frozenset[str]
    of: frozenset[str]
    boundary: frozenset[str]
    verb: frozenset[str]
    prep: frozenset[str]
    comma: frozenset[str]
    by: frozenset[str]
    date: frozenset[str]
    possessive: frozenset[str]
    brackets: frozenset[str]
    no_person: frozenset[str]
    be: frozenset[str]
    quote: frozenset[str]
    hv: frozenset[str]


@cache
def agent_codes() -> _Codes:
    """Return the classes of code points that noun groups and clauses are read by."""
    of = casualty_alphabet().codes_of
    verbs = of(("HV", "BE", "HAVE", "DO", "MODAL", "CUE", "LV_LEAVE", "LV_LOSE"))
    person = of(("PERSON_SG", "PERSON_PL", "GROUP_SG", "GROUP_PL", "KIN_PL", "KIN_SG"))
    name = of(("NG", "NP"))
    return _Codes(
        inside=of(
            ("DASH", "POSSESSIVE", "NUM", "NUMWORD", "VAGUE", "MOD", "NATADJ", "CAP", "NAME", "PERSON_ADJ")
        )
        | person
        | name,
        start=of(("THE", "A", "POSS", "DEM", "MANY", "ANOTHER", "ALL", "BOTH")),
        person=person,
        name=name,
        of=of(("OF", "FROM")),
        boundary=of(("STOP", "BREAK", "SEMI", "COLON", "QUOTE", "LPAR", "RPAR")),
        verb=verbs,
        prep=of(("PREPOSITION",)),
        comma=of(("COMMA",)),
        by=of(("BY",)),
        date=of(("DATE",)),
        possessive=of(("POSSESSIVE",)),
        brackets=of(("LPAR", "RPAR")),
        no_person=of(("NO_PERSON_NEXT",)),
        be=of(("BE", "HAVE", "MODAL")),
        quote=of(("QUOTE",)),
        hv=of(("HV",)) - person,
    )


_LOYAL = frozenset(("loyal", "allied", "belonging", "aligned", "linked", "affiliated", "associated"))
_SUPPOSED = frozenset(("believed", "thought", "suspected", "alleged"))
_WHENS = frozenset(("when", "after", "as", "while"))
_MAX = 9
_SOME = frozenset(("one", "two", "three", "some", "several"))
_OWNERS = frozenset(("his", "their", "its", "her", "our"))
_PRONOUNS = frozenset(("it", "they", "we", "he", "she"))
_LEADING_CLAUSE = frozenset(("before", "after", "when", "while", "as", "once"))
_CLAUSE_OPENERS = frozenset(
    "said says saying told tells adding when while after as before because but that".split()
)
_OPENERS = frozenset(
    "meanwhile elsewhere separately later earlier also further farther then hours days".split()
)
_UNFIT = frozenset(("official", "medic", "journalist"))
_PEACEFUL_KINDS = frozenset(("institution", "media", "intl_org", "political_group"))


def read_agent(view: View, i: int, stop: int) -> Agent | None:
    """Return the noun group that begins at the unit `i`, or None where none does."""
    units = view.groups.units
    tags, payload = units.tags, units.payload
    codes = agent_codes()
    stop = min(stop, i + _MAX, len(tags))
    if i < stop and tags[i] in codes.quote:
        i += 1
    first = i
    possessive = ""
    while i < stop and tags[i] in codes.start:
        word = units.tokens.low[units.first[i]]
        if word in _OWNERS:
            possessive = word
        i += 1
        if not possessive:
            first = i
    last = i
    actor: str | None = None
    person = False
    while i < stop:
        code = tags[i]
        if code in codes.boundary or code in codes.comma or (code in codes.prep and code not in codes.of):
            break
        hit = payload.get(i)
        if isinstance(hit, NameHit):
            found = actor_of(view, hit)
            if found is not None:
                actor, person = found, True
            last = i = i + 1
            continue
        if code in codes.verb and code not in codes.person:
            break
        if code in codes.person:
            if i + 1 < stop and tags[i + 1] in codes.no_person:
                last = i = i + 2
                continue
            person = view.word_class(i) not in _UNFIT
            if actor is None:
                government = government_at(view, units.first[i])
                noun = units.tokens.low[units.first[i]]
                actor = party_of_noun(view, noun) if government is None else government.actor
            last = i = i + 1
            continue
        if code in codes.of:
            if last == first:
                break
            linked = _linked(view, i + 1, stop)
            if linked is not None and (person or linked[1] is not None):
                return Agent(first, linked[0], linked[1] or actor, True, possessive)
            if person or units.tokens.low[units.first[i - 1]] in _SOME and i - 1 == first:
                whole = read_agent(view, i + 1, stop)  # "members of an armed group loyal to X"
                if whole is not None and whole.person and not person:
                    return whole._replace(first=first)  # "one of its bombers", "two of X's men"
                if whole is not None and whole.person and not whole.possessive:
                    return Agent(first, whole.last, whole.actor or actor, True, possessive)
            break
        if person and units.tokens.low[units.first[i]] in _LOYAL:
            break
        if code in codes.inside or "FN" not in view.alphabet.tags(code):
            government = government_at(view, units.first[i]) if actor is None else None
            if government is not None:
                actor, person = government.actor, True
            elif person and code not in codes.inside:
                break
            last = i = i + 1
            continue
        break
    if last <= first:
        return None
    if person and actor is None:
        extended = _loyal(view, last, stop)
        if extended is not None:
            return Agent(first, extended[0], extended[1], True, possessive)
    return Agent(first, last, actor, person, possessive)


def _linked(view: View, i: int, stop: int) -> tuple[int, str | None] | None:
    """Return the end and the actor of a name behind "of" or "from"."""
    units = view.groups.units
    for j in range(i, min(i + 7, stop)):
        hit = units.payload.get(j)
        if isinstance(hit, NameHit):
            if hit.actor_id is None and j + 1 < stop and units.tokens.low[units.first[j + 1]] == "-":
                continue
            return j + 1, actor_of(view, hit)
        code = units.tags[j]
        codes = agent_codes()
        if code in codes.boundary or code in codes.comma or code in codes.verb or code in codes.prep:
            return None
    return None


def _loyal(view: View, i: int, stop: int) -> tuple[int, str | None] | None:
    """Return the end and the group in "loyal to former general Khalifa Haftar" at the unit `i`."""
    units = view.groups.units
    low, first = units.tokens.low, units.first
    if i + 3 < len(units) and low[first[i]] in _SUPPOSED and low[first[i + 1]] == "to":
        j = i + 4 if units.tags[i + 3] in agent_codes().of else i + 3  # "believed to be from Ansar al-Sharia"
        linked = _linked(view, j, min(i + 10, len(units)))
        if linked is not None and linked[1] is not None:
            return linked
    if i + 1 < len(units) and low[first[i]] == "under" and low[first[i + 1]] == "the":
        government = government_at(view, first[i + 2]) if i + 2 < len(units) else None
        linked = _linked(view, i + 2, min(i + 5, len(units)))
        if government is None and linked is not None and linked[1] is not None:
            return linked  # "army forces under the Government of National Accord"
    if i + 1 < len(units) and low[first[i]] in _LOYAL:
        linked = _linked(view, i + 2, min(i + 10, len(units)))
        if linked is not None and linked[1] is not None:
            return linked
        for j in range(i + 2, min(i + 7, len(units))):
            government = government_at(view, first[j])  # "aligned with Libya's unity government"
            if government is not None:
                return j + 1, government.fighters
            if units.tags[j] in agent_codes().boundary or units.tags[j] in agent_codes().comma:
                break
    return None


def is_opposed(view: View, hit: NameHit) -> bool:
    """Tell whether a name stands for its enemies: "anti-Gaddafi fighters"."""
    return view.tokens.low[max(hit.first - 2, 0) : hit.first] == ["anti", "-"]


def actor_of(view: View, hit: NameHit) -> str | None:
    """Return the actor that a name means where it acts: a leader's name stands for his forces.

    An institution acts only where it is a party's (a coast guard), an unknown group if its name is a unit's.
    """
    actor = hit.actor_id
    if actor is None or is_opposed(view, hit):
        return None
    knowledge = view.document.knowledge
    if hit.kind in _PEACEFUL_KINDS:
        fights = (
            actor == "nato"
            or hit.kind == "institution"
            and knowledge.side_of(actor, view.document.published) is not None
        )
        return actor if fights else None
    units = view.words.units
    if (
        hit.kind == "unknown_group"
        and not hit.inner
        and units.isdisjoint(view.tokens.low[hit.first : hit.last])
    ):
        return None
    if hit.kind == "person":
        return knowledge.leader_group(actor, view.document.published) or actor
    return actor


def party_of_noun(view: View, noun: str) -> str | None:
    """Return the one party that a noun such as "rebels" means on the article's day, or None."""
    day = view.document.published
    entries = view.words.parties.get(noun)
    if day is None or entries is None:
        return None
    knowledge = view.document.knowledge
    for party, names in entries:
        if knowledge.has_actor(party) and knowledge.actor(party).active.covers(day):
            if not names or any(name in view.named_sides() for name in names):
                return party
    return None


def by_phrase(view: View, i: int, stop: int) -> Agent | None:
    """Return the noun group behind "by" in the clause that goes on at the unit `i`."""
    tags = view.groups.units.tags
    codes = agent_codes()
    for j in range(i, min(i + 9, stop)):
        code = tags[j]
        if code in codes.by:
            return read_agent(view, j + 1, stop)
        if view.tokens.low[view.groups.units.first[j]] in _WHENS:
            return None  # "wounded when a lorry chased by a patrol overturned"
        if code in codes.boundary or code in codes.comma or code in codes.verb:
            return None
    return None


def subject_of(view: View, a: int, h: int) -> Agent | None:
    """Return the subject of the verb at the unit `h` in a sentence that begins at the unit `a`."""
    units = view.groups.units
    tags, low, firsts = units.tags, units.tokens.low, units.first
    codes = agent_codes()
    start = a
    for j in range(h - 1, a - 1, -1):
        word = low[firsts[j]]
        if tags[j] in codes.boundary and not _brackets(tags, codes, j, h):
            start = j + 1
            break
        if word in ("who", "which") and j > a and codes.comma.isdisjoint(tags[j + 1 : h]):
            if tags[j - 1] in codes.prep:
                start = j + 1
                break
            return before_relative(view, a, j)
        if j == a and word in _LEADING_CLAUSE:
            # "Before they pulled out, Gaddafi's men shot ...": the clause ends at its comma
            comma = next((k for k in range(j + 1, h) if tags[k] in codes.comma), j)
            start = comma + 1
            break
        if word in _CLAUSE_OPENERS and h - j > 1:
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
            if j >= h:
                if code not in codes.date:
                    # "On one morning in June gunmen ...": the day ends what stands before the subject
                    days = [k for k in range(i + 1, min(i + 7, h)) if tags[k] in codes.date]
                    if not days or days[-1] + 1 >= h:
                        return None
                    i = days[-1]
                j = i
            i = j + 1
            continue
        if low[firsts[i]] in _PRONOUNS:
            return Agent(i, i + 1, None, True, low[firsts[i]])
        if code in codes.hv:
            return None
        agent = read_agent(view, i, h)
        if agent is None:
            i += 1
        elif not agent.person and agent.last < h and tags[agent.last] in codes.comma:
            i = agent.last + 1  # "Further east, gunmen ..."
        elif not agent.person and agent.last < h and tags[agent.last] in codes.start:
            i = agent.last  # "told Reuters his men ..."
        elif not agent.person and low[firsts[agent.first]] in _OPENERS:
            i = agent.first + 1  # "Meanwhile in Benghazi, gunmen ..."
        else:
            return agent
    return None


def when_clause(view: View, i: int, stop: int) -> Agent | None:
    """Return the subject in "killed when guards opened fire", in the clause that goes on at the unit `i`."""
    units = view.groups.units
    tags, low, firsts = units.tags, units.tokens.low, units.first
    codes = agent_codes()
    for j in range(i, min(i + 12, stop)):
        if low[firsts[j]] in ("when", "after", "as"):
            agent = read_agent(view, j + 1, stop)
            if agent is None or not agent.person or agent.last >= stop:
                return None
            if agent.actor is None and view.word_class(agent.last - 1) == "civilian":
                return None
            behind = tags[agent.last]
            if (
                behind in codes.boundary
                or behind in codes.prep
                or behind in codes.comma
                or behind in codes.be
                or low[firsts[agent.last]] == "and"  # "killed as X and Y clash": either may have done it
            ):
                return None
            return agent
        if tags[j] in codes.boundary or tags[j] in codes.comma:
            return None
    return None


def _brackets(tags: str, codes: _Codes, j: int, h: int) -> bool:
    """Tell whether a bracket at the unit `j` belongs to a short form: "the Libyan National Army (LNA)"."""
    return tags[j] in codes.brackets


def before_relative(view: View, a: int, j: int) -> Agent | None:
    """Return the noun group that ends before a relative pronoun at the unit `j`."""
    codes = agent_codes()
    tags = view.groups.units.tags
    i = j - 1
    while i >= a and tags[i] in codes.comma:
        i -= 1
    end = i + 1
    while i > a and end - i < 6:
        code = tags[i - 1]
        if code in codes.prep or code in codes.comma or code in codes.boundary or code in codes.verb:
            break
        i -= 1
    return read_agent(view, i, end)
