"""Noun groups that name who acts: "Islamic State militants", "fighters of the 7th Brigade", "Haftar's jets", "gunmen"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.casualty_words import casualty_alphabet
from libya_news.parsing.names import NameHit

if TYPE_CHECKING:
    from libya_news.parsing.scene_view import View


class Agent(NamedTuple):
    """A noun group: its units, the id of the actor it names (or None), and whether its head is a person or a group."""

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
    rel: frozenset[str]
    date: frozenset[str]
    possessive: frozenset[str]


@cache
def agent_codes() -> _Codes:
    """Return the classes of code points that noun groups and clauses are read by."""
    of = casualty_alphabet().codes_of
    verbs = of(("HV", "BE", "HAVE", "DO", "MODAL", "CUE", "LV_LEAVE", "LV_LOSE"))
    person = of(("PERSON_SG", "PERSON_PL", "GROUP_SG", "GROUP_PL", "KIN_PL", "KIN_SG"))
    name = of(("NG", "NP"))
    return _Codes(
        inside=of(("DASH", "POSSESSIVE", "NUM", "NUMWORD", "VAGUE", "MOD", "NATADJ", "CAP", "NAME", "PERSON_ADJ")) | person | name,
        start=of(("THE", "A", "POSS", "DEM", "MANY", "ANOTHER", "ALL", "BOTH")),
        person=person,
        name=name,
        of=of(("OF", "FROM")),
        boundary=of(("STOP", "BREAK", "SEMI", "COLON", "QUOTE", "LPAR", "RPAR")),
        verb=verbs,
        prep=of(("PREPOSITION",)),
        comma=of(("COMMA",)),
        by=of(("BY",)),
        rel=of(("REL",)),
        date=of(("DATE",)),
        possessive=of(("POSSESSIVE",)),
    )


_LINKS = frozenset(("of", "from"))
_LOYAL = frozenset(("loyal", "allied", "belonging", "aligned", "linked"))
_MAX = 9
_NEUTRAL = frozenset(("state", "armed_group", "government", "person", "unknown_group", "unknown_person", "intl_org", "political_group", "community", "other"))


def read_agent(view: View, i: int, stop: int) -> Agent | None:
    """Return the noun group that begins at the unit `i`, or None where none does."""
    units = view.groups.units
    tags, payload = units.tags, units.payload
    codes = agent_codes()
    stop = min(stop, i + _MAX, len(tags))
    first = i
    possessive = ""
    while i < stop and tags[i] in codes.start:
        word = units.tokens.low[units.first[i]]
        if word in ("his", "their", "its", "her", "our"):
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
            person = True
            last = i = i + 1
            continue
        if code in codes.of:
            if last == first:
                break
            linked = _linked(view, i + 1, stop)
            if linked is not None and (person or linked[1] is not None):
                return Agent(first, linked[0], linked[1] or actor, True, possessive)
            break
        if code in codes.inside or "FN" not in view.alphabet.tags(code):
            if person and code not in codes.inside:
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
    for j in range(i, min(i + 6, stop)):
        hit = units.payload.get(j)
        if isinstance(hit, NameHit):
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
    if i + 1 < len(units) and low[first[i]] in _LOYAL:
        linked = _linked(view, i + 2, min(i + 10, len(units)))
        if linked is not None and linked[1] is not None:
            return linked
    return None


def actor_of(view: View, hit: NameHit) -> str | None:
    """Return the actor that a name means where it acts: a leader's name stands for the forces that he leads."""
    actor = hit.actor_id
    if actor is None or hit.kind in ("institution", "media"):
        return None
    if hit.kind == "person":
        return view.document.knowledge.leader_group(actor, view.document.published) or actor
    return actor
