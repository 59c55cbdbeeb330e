"""Whose people speak: the party of a claim's speaker, by name, by post, or by how an earlier sentence told of him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.governments import government_at
from libya_news.parsing.party_words import party_words
from libya_news.parsing.scene_agents import actor_of, party_of_noun, read_agent
from libya_news.parsing.side import told_unit
from libya_news.parsing.side_phrases import of_town

if TYPE_CHECKING:
    from libya_news.model.claim import Claim
    from libya_news.parsing.names import NameHit
    from libya_news.parsing.scene_view import Victims, View

_AROUND = 12  # tokens beside a speaker among which his post is told
_FORCES = ("armed_group", "government", "community")
_ENDS = frozenset((".", ";", "\n", ":", '"', "“", "”", "said", "told", "says", "who", "adding"))
_LINKS = frozenset(("of", "for", "with", "from", "in", "within", "at"))
# Kinds of speakers who are nobody's men, whoever is named beside them.
_APART = frozenset(("medical", "witness", "resident", "relative", "media", "ngo", "un", "expert", "diplomat"))
_BACK = 60  # claims before this one among which the speaker is looked for


def speaking_party(view: View, victims: Victims) -> str | None:
    """Return the party that speaks of "its jets", "our forces" in the claim that holds a casualty."""
    claim = view.claim_over(victims.first)
    return None if claim is None else party_of_claim(view, claim)


def party_of_claim(view: View, claim: Claim) -> str | None:
    """Return the party whose people the speaker of a claim is, or None."""
    known = view.voices.get(claim.id, "")
    if known == "":
        known = view.voices[claim.id] = _party(view, claim)
    return known


def _party(view: View, claim: Claim) -> str | None:
    speaker, knowledge = claim.speaker, view.document.knowledge
    actor = speaker.actor
    if actor is not None and knowledge.has_actor(actor) and knowledge.actor(actor).kind in _FORCES:
        return actor
    if speaker.side is not None:
        return speaker.side
    if speaker.kind in _APART:
        return None
    low = view.tokens.low
    first, last = view.speaker_of(claim)
    words = [*low[first : last + 4], *speaker.description.lower().split(" ")[:8]]
    for word in words:
        party = party_of_noun(view, word) if word in ("rebel", "rebels") else None
        if party is not None:
            return party
    found = _post(view, first, last)
    if found is not None:
        return found
    for hit in _mentions(view, claim, first):
        found = _post(view, hit.first, hit.last)
        if found is not None:
            return found
    agent = read_agent(view, view.unit_at(first), view.unit_at(last - 1) + 1) if last > first else None
    if (
        agent is not None
        and agent.actor is not None
        and not agent.possessive
        and knowledge.has_actor(agent.actor)
    ):
        if knowledge.actor(agent.actor).kind in _FORCES:
            return agent.actor  # "Pro-government forces in Sirte said ..."
    told = told_unit(view, first, last, first) if last > first else None  # "The army admits ..."
    if told is not None:
        return told.group or told.side
    return _earlier(view, claim)


def _post(view: View, first: int, last: int) -> str | None:
    """Return the party in "LNA spokesman X", "X, a commander of the LNA", "a spokesman for its forces, X"."""
    low, posts = view.tokens.low, party_words().posts
    begin = first
    while begin > 0 and first - begin < _AROUND and low[begin - 1] not in _ENDS:
        begin -= 1
    end = last
    while end < len(low) and end - last < _AROUND and low[end] not in _ENDS:
        end += 1
    stretch = low[begin:end]
    at = next((k for k in range(last, end) if low[k] in posts), None)
    if at is not None and low[last] == ",":
        found = _linked(view, at, end) or _before(view, last, at)
        if found is not None:
            return found
    if posts.isdisjoint(stretch):
        return None
    for k in range(min(last, end) - 1, begin - 1, -1):
        if low[k] in posts:
            return _linked(view, k, first if k < first else end) or _before(view, begin, k)
    return None


def post_behind(view: View, comma: int) -> str | None:
    """Return the party in the apposition behind a name: ", a commander of the LNA's 9th Brigade,"."""
    low, posts = view.tokens.low, party_words().commands
    end = next(
        (k for k in range(comma + 1, min(comma + _AROUND, len(low))) if low[k] in (",", ".", ";")), None
    )
    at = next((k for k in range(comma + 1, end or comma) if low[k] in posts), None)
    if end is None or at is None:
        return None
    return _linked(view, at, end) or _before(view, comma + 1, at)


def _linked(view: View, post: int, stop: int) -> str | None:
    """Return the party behind a post: "commander of the LNA's 9th Brigade"."""
    low = view.tokens.low
    if post + 1 < stop and low[post + 1] in _LINKS:
        return _named(view, post + 2, stop)
    return None


def _before(view: View, first: int, post: int) -> str | None:
    """Return the party before a post: "the LNA's chief spokesman"."""
    low = view.tokens.low
    start = post
    while start > first and post - start < 7 and low[start - 1] != ",":
        start -= 1
    return _named(view, start, post)


def _named(view: View, first: int, last: int) -> str | None:
    """Return the party named in the tokens `first` up to `last`, up to a comma."""
    low, knowledge = view.tokens.low, view.document.knowledge
    if "," in low[first:last]:
        last = first + low[first:last].index(",")
    for hit in view.names_in(first, last):
        actor = actor_of(view, hit) if hit.kind in (*_FORCES, "unknown_group", "person") else None
        if actor is not None and (hit.kind != "person" or knowledge.has_actor(actor)):
            if hit.kind == "person" and knowledge.is_person(actor):
                continue
            return actor
    for i in range(first, last):
        government = government_at(view, i)
        if government is not None:
            return government.actor
        if view.tokens.words[i][:1].isupper() and low[i][-1:] in ("i", "n"):
            side = of_town(view, i, i + 1)  # "a Zintani commander"
            if side is not None:
                return side.group or side.side
    return None


def _mentions(view: View, claim: Claim, first: int) -> list[NameHit]:
    """Return the earlier mentions of a speaker who has a name."""
    actor = claim.speaker.actor
    if actor is None:
        return []
    return [hit for hit in view.names_back(first, _BACK) if hit.actor_id == actor]


def _earlier(view: View, claim: Claim) -> str | None:
    """Return the party of the earlier speaker whose last name this one has: "Al-Sherif added"."""
    if not claim.speaker.named:
        return None
    last = claim.speaker.description.lower().split(" ")[-1].removeprefix("al-").removeprefix("el-")
    start = claim.content.start
    for other in view.claims[:_BACK]:
        if other is claim or other.content.start >= start:
            continue
        words = other.speaker.description.lower().replace("-", " ").split(" ")
        if len(words) > 1 and words[-1] == last:
            return party_of_claim(view, other)
    return None
