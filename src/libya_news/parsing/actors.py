"""The actors of an article: who is named, with which titles and posts, and whose they are that day."""

from datetime import date

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.actor import Actor, ActorKind, Role
from libya_news.model.span import Mention
from libya_news.parsing.name_shapes import Shapes
from libya_news.parsing.names import NameHit
from libya_news.text.tokens import Tokens

_KINDS: dict[str, ActorKind] = {
    "H": "armed_group",
    "h": "armed_group",
    "M": "media",
    "m": "media",
    "9": "armed_group",
}
_GOVERNMENT = frozenset(["ministry", "parliament", "cabinet", "presidency", "senate", "government"])


def read_actors(
    tokens: Tokens, names: list[NameHit], knowledge: Knowledge, published: date | None
) -> tuple[Actor, ...]:
    """Return the named actors of an article, in the order of their first mentions.

    Args:
        tokens: The tokens of the article's text.
        names: What `find_names` found in them.
        knowledge: The knowledge that the names were looked up in.
        published: The article's day; affiliations are those of that day.
    """
    mentions: dict[str, list[Mention]] = {}
    roles: dict[str, list[Role]] = {}
    first_hit: dict[str, NameHit] = {}
    belonging: dict[str, tuple[str, ...]] = {}
    for hit in (h for outer in names for h in (outer, *outer.inner)):
        actor_id = hit.actor_id
        if actor_id is None:
            continue
        whose = hit.inner[0].actor_id if hit.kind == "unknown_group" and hit.inner else None
        if whose is not None and hit.inner[0].kind == "community":
            belonging[actor_id] = (whose,)
        elif whose is not None and not knowledge.has_actor(whose):
            belonging[whose] = (actor_id,)
        start, end = tokens.span(hit.first, hit.last)
        mentions.setdefault(actor_id, []).append(Mention(start, end, tokens.text[start:end]))
        first_hit.setdefault(actor_id, hit)
        if hit.kind in ("person", "unknown_person"):
            for role in roles_at(hit, tokens, names, knowledge):
                if role.end < start and role.exact:
                    if role.exact[0].isupper():
                        whole = tokens.text[role.start : end]
                        mentions[actor_id].append(Mention(role.start, end, whole))
                if role not in roles.setdefault(actor_id, []):
                    roles[actor_id].append(role)
    out = []
    for actor_id, found in mentions.items():
        hit = first_hit[actor_id]
        if knowledge.has_actor(actor_id):
            name, kind = knowledge.name_of(actor_id), knowledge.kind_of(actor_id)
        else:
            name, kind = _unknown(hit, found, tokens, knowledge)
        out.append(
            Actor(
                id=actor_id,
                name=name,
                kind=kind,
                roles=tuple(roles.get(actor_id, ())),
                affiliations=belonging.get(actor_id) or knowledge.affiliations(actor_id, published),
                mentions=tuple(sorted(found, key=lambda m: m.start)),
            )
        )
    return tuple(sorted(out, key=lambda a: (a.mentions[0].start, -a.mentions[0].end, a.id)))


def _unknown(
    hit: NameHit, found: list[Mention], tokens: Tokens, knowledge: Knowledge
) -> tuple[str, ActorKind]:
    """Return the name and kind of an actor that the knowledge does not hold."""
    name = max((m.exact for m in found), key=len)
    if hit.kind == "unknown_person":
        return name, "person"
    if hit.inner:
        return found[0].exact, "armed_group"
    shapes = [knowledge.cached(Shapes)[w] for w in tokens.words[hit.first : hit.last]]
    if any(w in _GOVERNMENT for w in tokens.low[hit.first : hit.last]):
        return name, "government"
    for shape in reversed(shapes):
        if shape in _KINDS:
            return name, _KINDS[shape]
    return name, "institution" if any(s in "NnLl" for s in shapes) else "other"


_STOPPERS = frozenset(
    {
        ",",
        ".",
        ";",
        "\n",
        "(",
        ")",
        "who",
        "and",
        "said",
        "told",
        "was",
        "is",
        "has",
        "had",
        '"',
        "“",
        "”",
        "–",
        "—",
    }
)


def roles_at(hit: NameHit, tokens: Tokens, names: list[NameHit], knowledge: Knowledge) -> list[Role]:
    """Return the titles and posts that the words around a person's name give."""
    out: list[Role] = []
    shapes, words = knowledge.cached(Shapes), tokens.words
    first = hit.first
    while first > 0 and hit.first - first < 4:
        word = words[first - 1]
        shape = shapes[word]
        if (
            shape in "Tt"
            or (word == "-" and first > 1 and shapes[words[first - 2]] in "Tt")
            or (first < hit.first and shape in "CcNDxLHM" and word.lower() in knowledge.sets["before_titles"])
        ):
            first -= 1
        else:
            break
    titles = [w.lower() for w in words[first : hit.first] if shapes[w] in "Tt"]
    if titles and not _KIN.issuperset(titles):
        start, end = tokens.span(first, hit.first)
        exact = tokens.text[start:end]
        out.append(Role(title=exact, start=start, end=end, exact=exact))
    after = _apposition(hit, tokens, shapes)
    if after is not None:
        out.append(after)
    return out


_KIN = frozenset(
    (
        "brother",
        "sister",
        "father",
        "mother",
        "uncle",
        "cousin",
        "son",
        "daughter",
        "husband",
        "wife",
        "widow",
    )
)


def _apposition(hit: NameHit, tokens: Tokens, shapes: dict[str, str]) -> Role | None:
    """Return the post in ", a spokesman for the LNA," behind a name."""
    words, low, i = tokens.words, tokens.low, hit.last
    n = len(words)
    if i >= n or words[i] != ",":
        return None
    i += 1
    if i + 1 < n and words[i][0].isdigit() and words[i + 1] == ",":
        i += 2
    begin = i
    if i < n and low[i] in ("a", "an", "the", "its", "his", "her"):
        i += 1
    if i + 2 < n and low[i] == "who" and low[i + 1] == "speaks":
        i, title = i + 2, "spokesperson"
    else:
        title = ""
        stop = min(i + 5, n)
        while i < stop and words[i] not in _STOPPERS:
            i += 1
            if low[i - 1] in _KIN:
                return None
            if shapes[words[i - 1]] in "Tt" and (i >= n or shapes[words[i]] not in "Tt-"):
                if i < n and shapes[words[i]] in "GCPAI":
                    return None  # ", Chancellor Angela Merkel" is somebody else
                title = tokens.quote(
                    begin if low[begin] not in ("a", "an", "the", "its", "his", "her") else begin + 1, i
                )
                break
        if not title:
            return None
    organisation, end = None, i
    if i < n and low[i] in ("for", "of", "at", "in", "with", "from"):
        j = i + 1
        stop = min(i + 10, n)
        while j < stop and words[j] not in _STOPPERS:
            j += 1
        if j > i + 1:
            start = i + 2 if low[i + 1] in ("the", "a", "an") and j > i + 2 else i + 1
            organisation, end = tokens.quote(start, j), j
    start_at, end_at = tokens.span(begin, end)
    return Role(
        title=title, organisation=organisation, start=start_at, end=end_at, exact=tokens.text[start_at:end_at]
    )
