"""Groups told by somebody else's name: "Haftar's forces", "troops loyal to Col. Nasr", "a Tebu self-defence unit"."""

from datetime import date

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.ids import slug
from libya_news.parsing.names import NameHit
from libya_news.text.tokens import Tokens


def with_led_groups(
    hits: list[NameHit], tokens: Tokens, knowledge: Knowledge, published: date | None
) -> list[NameHit]:
    """Join the names of leaders and communities with the nouns that make them groups' names; the name stays inside.

    "Haftar's forces" are the group that he leads that day. A leader whose group nobody knows has one of his own,
    whatever it is called: `<leader>-forces`. A counted noun ("six troops loyal to Nasr") stays free to be counted.
    """
    return [
        _led(hit, tokens, knowledge, published)
        if hit.kind in ("person", "unknown_person")
        else _of_community(hit, tokens, knowledge)
        if hit.kind == "community" and not hit.inner
        else hit
        for hit in hits
    ]


def free_of_counted(hits: list[NameHit], tokens: Tokens, knowledge: Knowledge) -> list[NameHit]:
    """Return the hits without those whose noun is counted: in "three Chadian rebels" people are told, no actor."""
    low, people = tokens.low, knowledge.sets["people_of"]
    return [
        hit
        for hit in hits
        if hit.actor_id is None
        or hit.last - hit.first < 2
        or low[hit.last - 1] not in people
        or not tokens.words[hit.last - 1][0].islower()
        or not _counted(hit.first, low, reach=2 if low[hit.first - 1] in _BETWEEN else 1)
    ]


_BETWEEN = frozenset(("more", "other", "of", "the", "suspected", "alleged", "armed"))


def _led(hit: NameHit, tokens: Tokens, knowledge: Knowledge, published: date | None) -> NameHit:
    """Return the hit of the group that a person's name is part of, or the person's own."""
    found = _group_words(hit, tokens.low, knowledge) if hit.actor_id is not None else None
    if hit.actor_id is None or found is None:
        return hit
    first, last = found
    known = hit.kind == "person"
    group = knowledge.leader_group(hit.actor_id, published) if known else None
    if group is None and known and knowledge.actor(hit.actor_id).subkind not in _COMMANDERS:
        return hit
    if (first < hit.first or tokens.low[first - 1 : first] == ["of"]) and _counted(first, tokens.low):
        return hit
    if group is None:
        return NameHit(first, last, f"{hit.actor_id}-forces", None, "weak", "unknown_group", (hit,))
    return NameHit(first, last, group, None, "strong", knowledge.kind_of(group), (hit,))


_COMMANDERS = frozenset(("commander", "militant_leader", "rebel_leader"))


def _group_words(hit: NameHit, low: list[str], knowledge: Knowledge) -> tuple[int, int] | None:
    """Return the tokens of a group's name around its leader's, or None."""
    first, last, n = hit.first, hit.last, len(low)
    nouns = knowledge.sets["loyal_nouns"]
    if last + 1 < n and low[last] == "'s" and low[last + 1] in knowledge.sets["leader_nouns"]:
        found = first, last + 2
    elif last < n and low[last] in nouns:
        found = first, last + 1
    elif (
        last + 2 < n
        and low[last] == "-"
        and low[last + 1] in knowledge.sets["allied"]
        and low[last + 2] in nouns
    ):
        found = first, last + 3
    else:
        start = _loyal_start(first, low, knowledge)
        return (start, last) if start is not None else None
    if first > 1 and low[first - 1] == "-" and low[first - 2] == "pro":
        return first - 2, found[1]
    return found


def _loyal_start(first: int, low: list[str], knowledge: Knowledge) -> int | None:
    """Return where "forces loyal to General" begins before a name at `first`, or None."""
    i = first
    for _ in range(4):
        if i > 0 and low[i - 1] in knowledge.sets["ranks"]:
            i -= 1
    if i < 3 or low[i - 3] not in knowledge.sets["loyal_nouns"]:
        return None
    if low[i - 1] == "to" and low[i - 2] in ("loyal", "allied", "aligned"):
        return i - 3
    return i - 3 if low[i - 1] == "by" and low[i - 2] in ("led", "commanded") else None


def _counted(first: int, low: list[str], reach: int = 3) -> bool:
    """Tell whether the noun at `first` is counted: "six more troops loyal to"."""
    return any(word in _COUNTS or word[0].isdigit() for word in low[max(first - reach, 0) : first])


_COUNTS = frozenset(
    """a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens scores
    hundreds thousands several few couple many more""".split()
)


def _of_community(hit: NameHit, tokens: Tokens, knowledge: Knowledge) -> NameHit:
    """Return the armed group of a community that its name is part of ("the Tebu militia"), or the community."""
    low, last, n = tokens.low, hit.last, len(tokens.low)
    while last < n and last - hit.last < 4 and low[last] in knowledge.sets["community_modifiers"]:
        last += 1
    if last >= n or low[last] not in knowledge.sets["community_heads"] or not tokens.words[last][0].islower():
        return hit
    if low[last] in _VAGUE and last == hit.last:
        return hit
    name = slug(f"{tokens.quote(hit.first, last)} {low[last].removesuffix('s')}")
    return NameHit(hit.first, last + 1, name, None, "weak", "unknown_group", (hit,))


_VAGUE = frozenset(("group", "groups", "unit", "units", "faction", "factions"))
