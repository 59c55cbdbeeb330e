"""The parts that places play in their sentences: where it happened, where somebody comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.model.place import Relation
from libya_news.parsing.scene_words import Mark, SceneWords, scene_words
from libya_news.parsing.struck_places import STARTS, driven_from, has_site, is_struck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.knowledge.lookup import Knowledge
    from libya_news.parsing.document import Document
    from libya_news.parsing.names import NameHit
    from libya_news.text.tokens import Tokens


class PlaceRef(NamedTuple):
    """A place, or several told together ("in Sabri and Laithi"), in the tokens `first` up to `last`.

    `parts` are the place ids with their tokens; `place` is the one that stands for all: the narrowest, or
    the smallest that holds them. `role` is `event`, `origin` or `subject` (weak event places), `broad` (a
    country), `wide` (one that only says that it was everywhere), `speaker` or `hospital` (where somebody
    tells, or lies).
    """

    first: int
    last: int
    place: str | None
    parts: tuple[tuple[str, int, int], ...]
    role: str
    relation: Relation | None = None


def read_place_refs(document: Document, anaphors: Sequence[Mark] = ()) -> list[PlaceRef]:
    """Return the places of an article at which something may have happened, in text order."""
    words = scene_words()
    tokens, knowledge = document.tokens, document.knowledge
    low = tokens.low
    out: list[PlaceRef] = []
    previous: PlaceRef | None = None
    marks = list(anaphors)
    covered = 0
    for hit in document.names:
        if hit.place_id is None:
            continue
        while marks and marks[0].first <= hit.first:
            held = marks.pop(0)
            _add_anaphor(out, held, low, knowledge, words)
            covered = held.last
        if hit.first < covered:
            continue  # "Libya's capital" is Tripoli
        role, relation = role_of(hit, tokens, knowledge, words)
        if previous is not None:
            joined = _joined(previous, hit, role, relation, low, knowledge)
            if joined is not None:
                if out and out[-1] is previous:
                    out[-1] = joined
                previous = joined
                continue
        previous = PlaceRef(
            hit.first, hit.last, hit.place_id, ((hit.place_id, hit.first, hit.last),), role, relation
        )
        if role in _USED:
            out.append(previous)
    for mark in marks:
        _add_anaphor(out, mark, low, knowledge, words)
    return out


_LONGEST_LIST = 24  # places of one list: more would cost more than linear time, and no event has so many
_USED = frozenset(("event", "origin", "broad", "subject", "speaker", "hospital", "wide"))
# Parts in which a place stands for who speaks or where the hurt lie.
COURTS = frozenset(("court", "courts", "tribunal", "prosecutor", "prosecutors", "judge"))
ASIDE = frozenset(("speaker", "hospital"))
_BREAKS = frozenset((".", ";", ":", "\n", '"', "”", "“", "?", "!"))


def _add_anaphor(
    out: list[PlaceRef], mark: Mark, low: list[str], knowledge: Knowledge, words: SceneWords
) -> None:
    """Add "in the city", "in the capital": the place that was told before."""
    if low[mark.last : mark.last + 1] == ["of"]:
        return  # "the village of Fuqaha" names it
    i = mark.first - 1
    while i >= 0 and low[i] in ("and", "around", "southern", "northern", "eastern", "western"):
        i -= 1
    if i < 0 or not (low[i] in words.event or (low[i] == "of" and low[i - 1] in words.place_heads)):
        return
    if mark.value == "country":
        place: str | None = "libya"
    elif mark.value == "capital":
        place = "tripoli"
    else:
        place = next(
            (
                found
                for fled in (False, True)  # where somebody came from, if nothing else
                for ref in reversed(out)
                if (ref.role == "origin") is fled
                and ref.role not in ASIDE
                and (found := city_of(ref.place, knowledge)) is not None
            ),
            None,
        )
    if place is None or not knowledge.has_place(place):
        return
    role = "broad" if mark.value == "country" else "event"
    if low[i] == "of" and low[i - 1] in words.bearings:
        return
    out.append(PlaceRef(mark.first, mark.last, place, ((place, mark.first, mark.last),), role))


def city_of(place: str | None, knowledge: Knowledge) -> str | None:
    """Return the town that a place is or lies in, or None."""
    if place is None or not knowledge.has_place(place):
        return None
    for other in (place, *knowledge.within(place)):
        if knowledge.has_place(other) and knowledge.place(other).kind in ("city", "town", "village"):
            return other
    return None


def in_town(ref: PlaceRef, knowledge: Knowledge) -> PlaceRef | None:
    """Return a place with its town in place of the quarter or the building, or None for no known town."""
    town = city_of(ref.place, knowledge)
    if town is None or town == ref.place:
        return ref if town is not None else None
    return ref._replace(place=town, parts=((town, ref.first, ref.last),))


def _joined(
    previous: PlaceRef,
    hit: NameHit,
    role: str,
    relation: Relation | None,
    low: list[str],
    knowledge: Knowledge,
) -> PlaceRef | None:
    """Return a place together with the next one, where both tell one place or one list of places."""
    gap = hit.first - previous.last
    if gap > 7:
        return None
    between = low[previous.last : hit.first]
    if not _BREAKS.isdisjoint(between):
        return None
    place_id = str(hit.place_id)
    part = (place_id, hit.first, hit.last)
    if (
        gap <= 2
        and gap
        and between[0] in (",", "and", "or", "/", "(", "&")
        and (gap == 1 or between[1] in ("and", "the", "or", "&"))
        and len(previous.parts) < _LONGEST_LIST
    ):
        parts = (*previous.parts, part)
        return previous._replace(
            last=hit.last, parts=parts, place=one_place([p[0] for p in parts], knowledge)
        )
    if relation is not None and between and between[0] == ",":
        return previous._replace(last=hit.last)  # "Mizda, south of Tripoli": it only tells where Mizda is
    if previous.place is None or role not in ("event", "bare", "broad"):
        return None
    if previous.role == "event" and place_id in knowledge.within(previous.place):
        return previous._replace(last=hit.last)  # "al-Tayouri district of Sabha"
    if previous.role in ("event", "broad") and (
        previous.place in knowledge.within(place_id)
        or between == ["'s"]
        and not knowledge.has_place(place_id)
    ):
        return PlaceRef(previous.first, hit.last, place_id, (part,), "event")  # "in Sirte's District Two"
    return None


def one_place(ids: list[str], knowledge: Knowledge) -> str | None:
    """Return the one place that several mean: the narrowest of a chain, or the smallest that holds them all.

    Nothing, where only a country or half of one holds them.
    """
    left = list(dict.fromkeys(ids))
    left = [i for i in left if not any(i != other and i in knowledge.within(other) for other in left)]
    if len(left) == 1:
        return left[0]
    common = knowledge.smallest_common(left)
    if (
        common is None
        or not knowledge.has_place(common)
        or knowledge.place(common).kind in ("country", "region", "district")
    ):
        return None
    return common


def role_of(
    hit: NameHit, tokens: Tokens, knowledge: Knowledge, words: SceneWords
) -> tuple[str, Relation | None]:
    """Return the part that a place plays, and how the event lies from it."""
    low = tokens.low
    first = hit.first
    if hit.last < len(low) and low[hit.last] == "-" and hit.last + 1 < len(low) and low[hit.last + 1] != "\n":
        return "modifier", None
    kind = _kind(hit, knowledge, low[hit.last - 1])
    if kind == "country" and hit.actor_id is not None:
        return "actor", None
    if hit.last < len(low) and low[hit.last] in COURTS:
        return "speaker", None
    i = first - 1
    stop = max(first - 7, -1)
    between = words.between
    while i > stop and (low[i] in between or low[i][-3:] == "ern" or low[i - 1] == "-") and low[i] != "of":
        i -= 1
    if i > 0 and low[i] == "and" and low[i + 1] == "around":
        i -= 1
    before = low[i] if i >= 0 else "\n"
    relation = None
    if before not in words.event and _tells_apart(low, hit.last):
        return "modifier", None
    if before == "of" and i > 0:
        head = low[i - 1]
        if head == "out":
            role = "event" if driven_from(low, i - 2) else "origin"
        elif head in words.bearings:
            if i < 3 or low[i - 2] != "the" or low[i - 3] == "to":  # "in the south of Zawia" is in Zawia
                relation = _relation(low, i - 1, words)
            role = "event"
        elif head in words.place_heads:
            role = "event"
            if head in _FRINGES:  # not in the place, and nobody says how far from it
                relation = Relation(None, _bearing_before(low, i - 1))
        else:
            role = "of"
    elif before in words.event:
        role = "event"
        if before in ("by", "into", "against") and kind not in ("neighbourhood", "facility", "road"):
            role = "other"
        elif i > 0 and before in ("in", "at", "near", "outside"):
            if low[i - 1] in words.wards:
                role = "event" if not _STRUCK.isdisjoint(low[max(i - 5, 0) : i - 1]) else "hospital"
            elif low[i - 1] in words.tellers:
                role = "speaker"
    elif before in words.origin:
        role = "event" if before == "from" and driven_from(low, i - 1) else "origin"
    elif before == "for" and i > 0 and low[i - 1] in words.fights:
        role = "event"
    elif before in words.other:
        role = "other"
    elif has_site(low, hit.last, words):
        role = "event"
    elif hit.last < len(low) and (low[hit.last] in words.sites or (low[hit.last] == "'s" and i != first - 1)):
        role = "event"
    elif is_struck(low, hit.last):
        role = "event"
    elif i == first - 1 and (i < 0 or before in STARTS) and hit.last < len(low) and low[hit.last] != "'s":
        role = "subject"
    else:
        role = "bare"
    if (
        role in ("origin", "bare", "other")
        and hit.last + 1 < len(low)
        and low[hit.last] == ","
        and low[hit.last + 1] == "where"
    ):
        role = "event"
    if role == "event":
        if kind == "hospital" and before not in (
            "on",
            "outside",
            "near",
            "hit",
            "struck",
            "bombed",
            "shelled",
            "of",
            "around",
        ):
            return "hospital", None
        if kind in ("country", "region"):
            role = "broad"
            if before in _EVERYWHERE or low[i - 1] in _EVERYWHERE:
                role = "wide"  # "hostilities in Libya" tells no place of what they did
    elif kind == "hospital" and role in ("subject", "bare"):
        role = "hospital"
    elif kind in ("country", "region") and role in ("subject", "origin"):
        role = "bare"
    return role, relation


def _tells_apart(low: list[str], i: int) -> bool:
    """Tell whether the words behind a name are those who bear arms: "Zintan gunmen", "Zintan and Nalut fighters"."""
    if low[i : i + 1] == ["and"]:
        i += 2
    return i < len(low) and low[i] in _BEARING


def _kind(hit: NameHit, knowledge: Knowledge, last: str) -> str:
    if hit.kind == "institution" or last in ("clinic", "hospital", "infirmary"):
        return "hospital"
    if not knowledge.has_place(hit.place_id):
        return "unknown"
    place = knowledge.place(str(hit.place_id))
    return "hospital" if place.subkind == "hospital" else place.kind


# Words that make a hospital the place of the deed, and not of the hurt: "a shell hit a hospital in Hadba".
_STRUCK = frozenset(
    "hit hits struck shelled bombed attacked stormed targeted outside near on of damaged".split()
)
# Nouns for those whom a town's name tells apart: "Zintan gunmen", "the Zintan and Mashashya tribes".
_BEARING = frozenset(
    "fighters gunmen militia militias militiamen forces brigade brigades battalion rebels tribe tribes tribesmen men "
    "fighter commander troops revolutionaries".split()
)
_EVERYWHERE = frozenset(("across", "throughout", "hostilities", "conflict", "war", "situation"))
_BEARINGS = {"northern": "north", "southern": "south", "eastern": "east", "western": "west"}
_FRINGES = frozenset(("outskirts", "edge", "edges", "vicinity", "environs"))


def _bearing_before(low: list[str], i: int) -> str | None:
    """Return the direction in "the north-eastern outskirts", whose noun is at `i`."""
    word = low[i - 1] if i else ""
    for first in ("", "north", "south"):
        found = _BEARINGS.get(word.removeprefix(first)) if word.startswith(first) else None
        if found is not None and (first or word in _BEARINGS):
            hyphen = i > 3 and low[i - 2] == "-" and low[i - 3] in ("north", "south")
            return (
                f"{first}-{found}"
                if first and first != found
                else f"{low[i - 3]}-{found}"
                if hyphen
                else found
            )
    return None


def _relation(low: list[str], i: int, words: SceneWords) -> Relation | None:
    """Read "20 km south-west" up to the bearing at `i`."""
    bearing = _BEARINGS.get(low[i], low[i])
    if i >= 2 and low[i - 1] == "-" and low[i - 2] in words.bearings:
        bearing = f"{low[i - 2]}-{bearing}"
        i -= 2
    km = None
    j = i - 1
    if j >= 0 and low[j] in ("the", "to", "just"):
        j -= 1
    if j >= 0 and low[j] in ("the", "to", "just"):
        j -= 1
    if j > 3 and low[j] == ")":  # "20 km (12 miles) south"
        j = next((k - 1 for k in range(j - 1, j - 5, -1) if low[k] == "("), j)
    if j >= 1 and low[j] in ("km", "kilometres", "kilometers", "kms", "miles", "mi"):
        if low[j - 1][0].isdigit():
            km = _number(low[j - 1])
    elif j >= 0 and low[j][:1].isdigit() and low[j].endswith("km"):
        km = _number(low[j][:-2])
    if km is not None and low[j] in ("miles", "mi"):
        km = round(km * 1.609344, 1)
    if len(bearing) > 9 and "-" not in bearing:
        return Relation(km, bearing)
    return Relation(km, bearing)


def _number(word: str) -> float | None:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return None
