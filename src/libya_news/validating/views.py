"""What several checks look at: the words of a figure, whose side a speaker is on, zones, word lists."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cache, wraps
from typing import TypeVar
from weakref import ref

from libya_news.model.article import Article
from libya_news.model.casualty import Casualty
from libya_news.model.claim import Claim, Speaker
from libya_news.model.count import Count
from libya_news.model.record import Record
from libya_news.model.span import Evidence, Mention

T = TypeVar("T")

TITLE_ZONES = frozenset({"headline", "standfirst"})


@cache
def phrases(name: str) -> re.Pattern[str]:
    """A pattern for the whole words of one list of ``words.toml``, longest first, in any case.

    Args:
        name: The key of the list.
    """
    return whole_words(word_list(name))


def whole_words(listed: Iterable[str], blank: str = r"\ ") -> re.Pattern[str]:
    """A pattern for any of some words or phrases as whole words, longest first, in any case.

    Args:
        listed: The words.
        blank: What stands for a blank between the words of a phrase, as a pattern.
    """
    longest = sorted(listed, key=lambda w: (-len(w), w))
    words = "|".join(re.escape(word).replace(r"\ ", blank) for word in longest)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of ``words.toml``.

    Args:
        name: The key of the list.
    """
    return frozenset(_word_lists()[name])


@cache
def _word_lists() -> dict[str, list[str]]:
    import tomllib
    from importlib.resources import files

    text = files("libya_news.validating").joinpath("words.toml").read_text(encoding="utf-8")
    return {name: entry["words"] for name, entry in tomllib.loads(text).items()}


def per_record(make: Callable[[Record], T]) -> Callable[[Record], T]:
    """Keeps what a function made of the last record: all checks look at one record after the other."""
    last: tuple[Callable[[], Record | None], T] | None = None

    @wraps(make)
    def made(record: Record) -> T:
        nonlocal last
        known = last
        if known is not None and known[0]() is record:
            return known[1]
        value = make(record)
        last = ref(record), value
        return value

    return made


class Kinds:
    """Which kinds of things a record holds, so that a check that concerns none of them is passed over.

    Attributes:
        present: The harms, kinds and units of the casualties, the polarities and certainties of the claims,
            the kinds of the framing, the zones, and where they occur ``parts``, ``two-sides`` among the
            victims, ``party-speaks``, ``dated-claims``.
    """

    __slots__ = ("present",)

    def __init__(self, record: Record) -> None:
        casualties, claims = record.casualties, record.claims
        present: set[str] = {zone.zone for zone in record.article.zones}
        present.update([framing.kind for framing in record.framing])
        sides: set[str | None] = set()
        parts = False
        for c in casualties:
            present.update((c.harm, c.kind, c.count.unit))
            sides.add(c.victims.side)
            parts = parts or c.part_of is not None
        speaking: set[str | None] = set()
        dated = False
        for claim in claims:
            present.update((claim.polarity, claim.certainty))
            speaking.add(claim.speaker.side)
            dated = dated or claim.said_on is not None
        for name, holds in (
            ("parts", parts),
            ("two-sides", len(sides - {None}) > 1),
            ("party-speaks", bool(speaking - {None})),
            ("dated-claims", dated),
        ):
            if holds:
                present.add(name)
        self.present: frozenset[str] = frozenset(present)


@per_record
def kinds_of(record: Record) -> Kinds:
    """The kinds of things in a record."""
    return Kinds(record)


def count_evidence(c: Casualty) -> Evidence | None:
    """The first words, in text order, that state the figure; None only in a record that has none."""
    first: Evidence | None = None
    for e in c.evidence:
        if e.field == "count" and (first is None or e.start < first.start):
            first = e
    return first


def count_words(c: Casualty) -> tuple[Mention, ...]:
    """The first words that state the figure, as evidence of a finding."""
    first = count_evidence(c)
    return () if first is None else (first.mention,)


def quoted(c: Casualty) -> str:
    """A casualty in a finding's sentence: the words of its figure in quotation marks."""
    first = count_evidence(c)
    return f'"{first.exact}"' if first is not None else c.id


def listed(casualties: Iterable[Casualty], limit: int = 3) -> str:
    """Several casualties in a sentence: the words of the first few, and how many more there are."""
    words = [quoted(c) for c in casualties]
    more = len(words) - limit
    return ", ".join(words[:limit]) + (f" and {more} more" if more > 0 else "")


def zone_finder(article: Article) -> Callable[[int], str]:
    """A function that gives the zone of a code point, fast for articles with very many zones."""
    zones = sorted(article.zones, key=lambda z: z.start)
    starts = [z.start for z in zones]

    def zone_of(offset: int) -> str:
        i = bisect_right(starts, offset) - 1
        return zones[i].zone if i >= 0 and offset < zones[i].end else "body"

    return zone_of


@per_record
def claims_of(record: Record) -> Mapping[str, Claim]:
    """The claims of a record by id."""
    return {c.id: c for c in record.claims}


def speakers(c: Casualty, claims: Mapping[str, Claim]) -> list[Speaker]:
    """The speakers of all claims that a casualty rests on."""
    return [claims[i].speaker for i in c.claims if i in claims]


def name_of(s: Speaker) -> str:
    """A speaker in a finding's sentence."""
    return s.description or s.actor or "an unnamed speaker"


Affiliations = Mapping[str, tuple[str, ...]]


@per_record
def affiliations_of(record: Record) -> Affiliations:
    """The actors that each actor of a record belongs to on the article's date, by id."""
    return {a.id: a.affiliations for a in record.actors if a.affiliations}


def parties(affiliations: Affiliations, *ids: str | None) -> set[str]:
    """Ids, with the ids of the actors they belong to on the article's date.

    Args:
        affiliations: What ``affiliations_of`` gives.
        ids: Ids of actors; None is left out.
    """
    given = {i for i in ids if i is not None}
    for i in tuple(given):
        given.update(affiliations.get(i, ()))
    return given


def disjoint(a: Count, b: Count) -> bool:
    """Whether no number satisfies both counts (unknown ones agree with everything)."""
    return _below(a, b) or _below(b, a)


def _below(a: Count, b: Count) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low


def has_number(count: Count) -> bool:
    """Whether the count is a number of persons above zero, exact or bounded."""
    return count.unit == "persons" and (count.low or count.high or 0) > 0


@per_record
def counted_harm(record: Record) -> tuple[Casualty, ...]:
    """The story's own dead and wounded that have a number: what recorders would file."""
    return tuple(
        [
            c
            for c in record.casualties
            if c.harm in ("killed", "wounded") and c.scope != "background" and has_number(c.count)
        ]
    )


def near(text: str, start: int, end: int, before: int, after: int) -> str:
    """The words around a span.

    Args:
        text: The article's text.
        start: First code point of the span.
        end: The code point after its last.
        before: How many code points before it.
        after: How many code points after it.
    """
    return text[max(0, start - before) : end + after]
