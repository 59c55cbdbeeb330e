"""Places that the gazetteer does not hold: "Harsha roundabout", "near Wour"."""

import re

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.ids import slug
from libya_news.model.place import PlaceKind
from libya_news.parsing.names import NameHit
from libya_news.text.tokens import Tokens

_SITE = re.compile(r"[AaGCP]-?[GC]?(?:-?[GC]){0,2}l(?![GCHNML])")
_TOWN = re.compile(r"w((?:[Aa]-?)?(?:P-?)?C(?:-?C)?)(?=[.,nxj)wqo])(?!,9)")
# the town of Wour; from one village, Nazlet al-Sharif
_OF_TOWN = re.compile(
    r"(?<=[xlc])[o,]((?:[Aa]-?)?(?:P-?)?[CG](?:-?(?:[Aa]-?)?[CG])?)(?=[.,nxj)wqofst])(?!,9)"
)
_CUES = frozenset(["in", "near", "at", "outside", "from", "around", "inside"])
_KINDS: dict[str, PlaceKind] = {
    "street": "road",
    "road": "road",
    "square": "landmark",
    "roundabout": "landmark",
    "castle": "landmark",
    "bridge": "landmark",
    "junction": "landmark",
    "mosque": "landmark",
    "cemetery": "landmark",
    "monument": "landmark",
    "district": "neighbourhood",
    "neighbourhood": "neighbourhood",
    "neighborhood": "neighbourhood",
    "suburb": "neighbourhood",
    "village": "village",
    "oasis": "town",
    "valley": "other",
    "heights": "other",
    "island": "landmark",
    "gate": "landmark",
    "checkpoint": "facility",
}


def find_unknown_places(
    shapes: str, tokens: Tokens, knowledge: Knowledge, hits: list[NameHit], owner: list[int]
) -> list[NameHit]:
    """Return the sites and towns that only their words about them show to be places."""
    out: list[NameHit] = []
    words, low = tokens.words, tokens.low
    nouns = knowledge.sets["town_nouns"]
    for match in _OF_TOWN.finditer(shapes):
        first, last = match.span(1)
        if (
            first < 2
            or low[first - 2] not in nouns
            or (shapes[first - 1] == "," and low[first - 2] in _BEARINGS)
        ):
            continue
        if max(owner[first:last]) < 0:
            out.append(NameHit(first, last, None, slug(tokens.quote(first, last)), "weak", "unknown_place"))
    for match in _TOWN.finditer(shapes):
        first, last = match.span(1)
        if low[first - 1] not in _CUES or (last < len(low) and low[last] in _NOT_AFTER):
            continue
        if max(owner[first:last]) < 0:
            out.append(NameHit(first, last, None, slug(tokens.quote(first, last)), "weak", "unknown_place"))
    if "l" not in shapes:
        return out
    for match in _SITE.finditer(shapes):
        first, last = match.span()
        inside = [n for n in dict.fromkeys(owner[first:last]) if n >= 0]
        inner: tuple[NameHit, ...] = ()
        if inside:
            if inside[0] >= len(hits) or len(inside) > 1:
                continue
            known = hits[inside[0]]
            if (
                known.last >= last
                or known.first > first
                or known.place_id is None
                or known.actor_id is not None
            ):
                continue
            inner = (known,) if known.strength == "strong" else ()
        if words[last - 1] in knowledge.sets["weak_heads"]:
            last -= 1
            if inside:
                continue
        name = slug(tokens.quote(first, last))
        office = words[last - 1] in knowledge.sets["offices"]
        out.append(NameHit(first, last, name if office else None, name, "weak", "unknown_place", inner))
    return out


# What no name in apposition follows: "to the south, Ghariani said".
_BEARINGS = frozenset(
    """south north east west out outside southeast southwest northeast northwest kilometres kilometers km miles port
    area""".split()
)
_NOT_AFTER = frozenset(("'s", "said"))


def unknown_kind(name: str, knowledge: Knowledge) -> PlaceKind:
    """Return the kind of an unknown place by its last word."""
    head = name.rsplit(" ", 1)[-1].lower()
    return _KINDS.get(
        head,
        "facility" if " " in name and head.islower() and head in knowledge.sets["facilities"] else "other",
    )
