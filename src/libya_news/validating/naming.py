"""LN4xx: names and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from libya_news.model.place import Place
from libya_news.model.record import Record
from libya_news.model.span import Mention
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import count_words, per_record, quoted

_ARTICLES = frozenset(
    {"al", "el", "ul", "as", "es", "ash", "esh", "ad", "ed", "an", "en", "ar", "er", "at", "et", "az", "ez"}
)
_TOKEN = re.compile(r"[^\W\d_]+")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bc\u02bb`")
_SOUNDS = str.maketrans("qg", "kk")  # Souq and Soug, Qaddafi and Gaddafi
_VOWELS = re.compile(r"[aeiouywh]+")
_DOUBLED = re.compile(r"(.)\1+")
_ENDINGS = ("i", "an", "n", "s", "is", "ans")
_SETTLEMENTS = frozenset({"city", "town"})
_INSIDE = frozenset({"neighbourhood", "facility", "landmark", "road"})


@lru_cache(maxsize=4096)
def _spellings(name: str) -> tuple[tuple[str, str], ...]:
    """Each word of a name with what is left of it without vowels and doubled letters."""
    out = []
    for token in _TOKEN.findall(name.translate(_APOSTROPHES).lower()):
        bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", token.translate(_SOUNDS)))
        if token not in _ARTICLES and len(bones) >= 2 and len(token) >= 4:
            out.append((bones, token))
    return tuple(out)


def _same_word(a: str, b: str) -> bool:
    """Whether one is a form of the other ("Israel", "Israeli"), not another spelling."""
    short, long = sorted((a, b), key=lambda w: (len(w), w))
    return any(long == short + ending for ending in _ENDINGS)


@lru_cache(maxsize=4096)
def _differ(names: tuple[str, ...]) -> bool:
    """Whether two words in the names of one person or place differ in vowels and doubled letters."""
    tokens: dict[str, str] = {}
    words = (word for name in names for word in _spellings(name))
    return any(tokens.setdefault(bones, token) != token for bones, token in words)


def _doublet(mentions: tuple[Mention, ...]) -> tuple[Mention, Mention] | None:
    if not _differ(tuple(dict.fromkeys([m.exact for m in mentions]))):
        return None
    seen: dict[str, tuple[str, Mention]] = {}
    for m in mentions:
        for bones, token in _spellings(m.exact):
            first = seen.setdefault(bones, (token, m))
            if first[0] != token and not _same_word(first[0], token):
                return first[1], m
    return None


@validator("LN401", "two-spellings-of-one-name", "info")
def two_spellings_of_one_name(record: Record) -> Iterator[Said]:
    """One name is spelled in two ways.

    What it checks:
        Mentions of one person or place that differ in vowels and doubled letters only; persons that were
        taken for two and whose names differ so.

    Why it matters:
        Searches and databases will take the spellings for two people or two places.

    Known problems:
        Two brothers, or a man and the place named after him.

    Example:
        Colonel Omar al-Sarraj said two men died in Sirte. Serraj said the road was closed.

    Instead:
        Colonel Omar al-Sarraj said two men died in Sirte. Sarraj said the road was closed.
    """
    named = [a.mentions for a in record.actors if a.kind == "person"] + [p.mentions for p in record.places]
    for mentions in named:
        if len(mentions) > 1 and (pair := _doublet(mentions)):
            yield f'"{pair[0].exact}" and "{pair[1].exact}" are one name in two spellings.', pair
    persons: dict[tuple[str, ...], tuple[str, Mention]] = {}
    for actor in record.actors:
        words = _spellings(actor.name)
        if actor.kind != "person" or len(words) < 2 or not actor.mentions:
            continue
        bones = tuple(b for b, _ in words)
        other, where = persons.setdefault(bones, (actor.name, actor.mentions[0]))
        if other != actor.name:
            yield (
                f'"{other}" and "{actor.name}" may be one person in two spellings.',
                (where, actor.mentions[0]),
            )


@validator("LN402", "place-outside-city", "warning")
def place_outside_city(record: Record) -> Iterator[Said]:
    """A casualty is placed in a district and in a city that does not hold it.

    What it checks:
        Neighbourhoods, roads and buildings of a casualty against the cities and towns named for it, and
        those that the words put in a city or town ("Abu Salim in Benghazi").

    Why it matters:
        The event would be mapped in the wrong city.

    Known problems:
        Districts of the same name in two cities, of which the gazetteer knows one.

    Example:
        Two men were killed in Abu Salim in Benghazi.

    Instead:
        Two men were killed in Abu Salim in Tripoli.
    """
    places = {p.id: p for p in record.places}
    told = {id(p) for p, _, _ in _put_inside(record)}
    for p, city, words in _put_inside(record):
        yield f"{p.name} lies in {_holder(p, places)}, not in {city.name}.", words
    for c in record.casualties:
        named = [places[i] for i in c.places if i in places]
        cities = {p.id for p in named if p.kind in _SETTLEMENTS}
        if not cities:
            continue
        for p in named:
            if p.kind in _INSIDE and p.within and cities.isdisjoint(p.within) and id(p) not in told:
                words = tuple(e.mention for e in c.evidence_for("place")) or count_words(c)
                yield f"{p.name} lies in {_holder(p, places)}, not where the story puts {quoted(c)}.", words


def _holder(place: Place, places: Mapping[str, Place]) -> str:
    return next((places[i].name for i in place.within if i in places), place.within[0])


@per_record
def _put_inside(record: Record) -> tuple[tuple[Place, Place, tuple[Mention, ...]], ...]:
    """Return the districts that the words put in a city that does not hold them: "Abu Salim in Benghazi"."""
    settled = {m.start: (p, m) for p in record.places if p.kind in _SETTLEMENTS for m in p.mentions}
    out = []
    for p in record.places:
        if p.kind not in _INSIDE or not p.within:
            continue
        for m in p.mentions:
            behind = _PUT_IN.match(record.article.text, m.end)
            city, where = settled.get(behind.end(), (None, None)) if behind else (None, None)
            if city is not None and where is not None and city.id not in p.within:
                out.append((p, city, (m, where)))
    return tuple(out)


_PUT_IN = re.compile(r",? (?:(?:district|area|neighbou?rhood|suburb) )?(?:in|of) ")


@validator("LN403", "homonym-unresolved", "info")
def homonym_unresolved(record: Record) -> Iterator[Said]:
    """One name is read as two different places or two different actors.

    What it checks:
        The same words as mentions of two ids of the same name space.

    Why it matters:
        One of the readings is wrong at one of the mentions, or the text is ambiguous.

    Known problems:
        A family name that father and son share.

    Example:
        Two men died in Zawiya, west of Tripoli. Six men died in Zawiya, near Benghazi.

    Instead:
        Two men died in Zawiya, west of Tripoli. Six men died in Zawiya on Friday.
    """
    for kind, named in (("places", record.places), ("actors", record.actors)):
        each = [{m.exact.lower() for m in thing.mentions} for thing in named]
        if sum(map(len, each)) == len(set[str]().union(*each)):
            continue  # no words twice
        seen: dict[str, tuple[str, Mention]] = {}
        told: set[str] = set()
        for thing in named:
            for m in thing.mentions:
                words = m.exact.lower()
                other, where = seen.setdefault(words, (thing.id, m))
                if other != thing.id and words not in told:
                    told.add(words)
                    yield f'"{m.exact}" is read as two {kind}: {other} and {thing.id}.', (where, m)


@validator("LN404", "unknown-actor-as-side", "warning")
def unknown_actor_as_side(record: Record) -> Iterator[Said]:
    """A side is an actor that cannot be one.

    What it checks:
        Sides of victims and speakers that are persons, media, places of no known kind or actors that nothing
        is known of.

    Why it matters:
        Counts by side would get a column for it.

    Known problems:
        A commander whose men have no other name in the text.

    Example:
        Six of Mansour Dabbous's fighters were killed in Sirte.

    Instead:
        Six fighters of the Libyan National Army were killed in Sirte.
    """
    odd = {a.id: a for a in record.actors if a.kind in ("person", "media", "other")}
    if not odd:
        return
    for c in record.casualties:
        actor = odd.get(c.victims.side or "")
        if actor is not None:
            yield f"{actor.name} ({actor.kind}) is taken as the side of {quoted(c)}.", count_words(c)
    for claim in record.claims:
        actor = odd.get(claim.speaker.side or "")
        if actor is not None:
            words = (claim.speaker.mention or claim.content,)
            yield f"{actor.name} ({actor.kind}) is taken as the side of a speaker.", words


@validator("LN405", "place-not-located", "info")
def place_not_located(record: Record) -> Iterator[Said]:
    """A casualty's place has no coordinates.

    What it checks:
        The most specific place of each casualty.

    Why it matters:
        Event datasets need a point; the place is new to the gazetteer, or misspelled.

    Known problems:
        None known.

    Example:
        Two men were killed in the village of Wadi Zamrud.

    Instead:
        Two men were killed in Sirte.
    """
    unknown = {p.id: p for p in record.places if p.latitude is None or p.longitude is None}
    if not unknown:
        return
    told: set[str] = set()
    for c in record.casualties:
        p = unknown.get(c.place or "")
        if p is not None and p.id not in told:
            told.add(p.id)
            yield f"{p.name} has no coordinates in the gazetteer.", (*p.mentions[:1],) or count_words(c)
