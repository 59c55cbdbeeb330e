"""Everything of one article that a scene is read from: places, days, causes, cues and who said what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.casualty_words import casualty_alphabet, casualty_words
from libya_news.parsing.scene_dates import DateRef, read_date_refs
from libya_news.parsing.scene_layout import Layout
from libya_news.parsing.scene_places import PlaceRef, in_town, read_place_refs
from libya_news.parsing.scene_words import Mark, scene_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.model.claim import Claim
    from libya_news.model.interval import Interval
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.document import Document
    from libya_news.parsing.groups import Groups
    from libya_news.parsing.names import NameHit
    from libya_news.parsing.scene_words import SceneWords
    from libya_news.parsing.side import Side
    from libya_news.rules.alphabet import Alphabet
    from libya_news.text.tokens import Tokens


# Causes whose weapon may be named with its owner: "LNA shelling", "a NATO strike".
_WIELDED = frozenset("air_strike drone_strike shelling clashes bombing gunfire sniper suicide_attack".split())
_LAID_TO_REST = frozenset("buried buries burying bury mourned mourns mourning rest".split())
_BODIES = frozenset(("body", "bodies", "remains", "corpse", "corpses"))
_NESTED = 12  # claims that may begin before a word and still hold it
_TELLING = 90  # characters between a speaker and what is said
_TOLD_END = re.compile(r"[,.;\n]|\b(?:and|as|but)\b")
_RELATIVE = re.compile(r", (?:who|which|whose|whom)\b[^.;\n]{0,300}")


def telling(claim: Claim, text: str) -> tuple[int, int]:
    """Return the stretch of a text in which a claim tells who said it, when and where, and not what."""
    cue, who, content = claim.cue, claim.speaker.mention, claim.content
    if cue is None:
        return 0, 0
    a, b = cue.start, cue.end
    if who is not None and abs(who.start - cue.start) <= 2 * _TELLING:
        a, b = min(a, who.start), max(b, who.end)
    if a < content.start:
        return a, max(b, content.start) if content.start - b <= _TELLING else b
    end = _TOLD_END.search(text, b, b + _TELLING)
    b = end.start() if end is not None else min(b + _TELLING, len(text))
    relative = _RELATIVE.match(text, b)
    return a, relative.end() if relative is not None else b


@cache
def body_codes() -> frozenset[str]:
    """Return the code points of units that are nouns for bodies."""
    return casualty_alphabet().codes_of(("BODY_PL", "BODY_SG"))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in order, those that overlap joined."""
    out: list[tuple[int, int]] = []
    for a, b in sorted(ranges):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


class Victims(NamedTuple):
    """A candidate in tokens: its victims, its harm words, and the stretch that holds both."""

    candidate: Candidate
    first: int
    last: int
    harm: tuple[int, int]
    start: int
    end: int
    body: bool
    rule: str  # the last part of the rule's id


class View:
    """One article, as scenes are read from it."""

    __slots__ = (
        "document", "groups", "tokens", "words", "alphabet", "layout", "places", "dates", "causes",
        "resets", "blames", "claims", "claim_starts", "told", "told_starts", "wielded",
        "told_places",
        "victims",
        "place_starts", "date_starts", "cause_starts", "blame_starts", "name_starts", "since",
        "known_sides", "voices", "sides", "harm_at", "victim_tokens", "body_sentences", "intervals", "sides_by_name",
        "headline_end", "has_brackets",
    )  # fmt: skip

    def __init__(
        self, document: Document, groups: Groups, candidates: Sequence[Candidate], claims: Sequence[Claim]
    ) -> None:
        self.document: Document = document
        self.groups: Groups = groups
        self.tokens: Tokens = document.tokens
        self.words: SceneWords = scene_words()
        self.alphabet: Alphabet = casualty_alphabet()
        self.layout: Layout = Layout(document)
        headline = self.layout.headline
        self.headline_end: int = max(last for _, last in headline) if headline else 0
        text = document.article.text
        self.has_brackets: bool = "[" in text or "(" in text
        marks = self.words.find(document.tokens.low)
        self.causes: list[Mark] = marks["cause"]
        self.since: list[Mark] = [mark for mark in marks["reset"] if mark.value == "since"]
        self.resets: list[Mark] = [mark for mark in marks["reset"] if mark.value != "since"]
        self.blames: list[Mark] = marks["blame"]
        wielded, low = self.words.wielded, document.tokens.low
        self.wielded: list[Mark] = [
            mark
            for mark in self.causes
            if mark.value in _WIELDED and " ".join(low[mark.first : mark.last]) in wielded
        ]
        self.places: list[PlaceRef] = read_place_refs(document, marks["anaphor"])
        self.dates: list[DateRef] = read_date_refs(document, self.since)
        furniture = self.layout.furniture
        if furniture:
            self.places = [ref for ref in self.places if not any(a <= ref.first < b for a, b in furniture)]
            self.dates = [ref for ref in self.dates if not any(a <= ref.first < b for a, b in furniture)]
        self.claims: list[Claim] = sorted(claims, key=lambda claim: claim.content.start)
        self.claim_starts: list[int] = [claim.content.start for claim in self.claims]
        self.told: list[tuple[int, int]] = []
        for claim in claims:
            a, b = telling(claim, document.article.text)
            # "confirmed a strike late on Sunday but denied it had hit ...": what was confirmed is no telling
            begun = bisect_right(self.claim_starts, a)
            for other in self.claims[begun : bisect_left(self.claim_starts, b)]:
                start, end = other.content.start, other.content.end
                if other is not claim and a < start < b and end < claim.content.start:
                    if other.cue is not None and other.cue.start >= a:
                        self.told.append((a, start))
                        a = end
            if b > a:
                self.told.append((a, b))
        self.told = _merged(self.told)
        self.told_starts: list[int] = [a for a, _ in self.told]
        self.told_places: list[PlaceRef] = self._split_told() if self.told else []
        self.victims: list[Victims] = [self._victims(candidate) for candidate in candidates]
        self.sides: frozenset[str] | None = None
        self.intervals: dict[tuple[int, bool], Interval] = {}
        self.body_sentences: dict[int, bool] = {}
        for victims in self.victims:
            number = victims.candidate.sentence
            self.body_sentences[number] = self.body_sentences.get(number, True) and victims.body
        self.victim_tokens: set[int] = {
            token for victims in self.victims for token in range(victims.first, victims.last)
        }
        self.harm_at: dict[int, tuple[int, int]] = {
            token: victims.harm for victims in self.victims for token in range(*victims.harm)
        }
        self.sides_by_name: dict[str, Side | None] = {}
        self.known_sides: dict[str, Side | None] = {}
        self.voices: dict[str, str | None] = {}  # the party that speaks, by claim
        self.name_starts: list[int] = [hit.first for hit in document.names]
        self.place_starts: list[int] = [ref.first for ref in self.places]
        self.date_starts: list[int] = [ref.first for ref in self.dates]
        self.cause_starts: list[int] = [mark.first for mark in self.causes]
        self.blame_starts: list[int] = [mark.first for mark in self.blames]

    def _split_told(self) -> list[PlaceRef]:
        """Take the places and days of the telling out of those of the events; return the places."""
        places = [ref for ref in self.places if self.is_told(ref.first)]
        if places:
            self.places = [ref for ref in self.places if not self.is_told(ref.first)]
        self.dates = [ref for ref in self.dates if not self.is_told(ref.first)]
        return places

    def is_told(self, token: int) -> bool:
        """Tell whether a token tells who said something, when or where."""
        offset = self.tokens.starts[token]
        i = bisect_right(self.told_starts, offset) - 1
        return i >= 0 and offset < self.told[i][1]

    def is_harm_of_other(self, token: int, mine: Victims) -> bool:
        """Tell whether a token is among the harm words of another casualty."""
        harm = self.harm_at.get(token)
        return harm is not None and harm != mine.harm

    def sentence_is_body(self, token: int) -> bool:
        """Tell whether the sentence of a token tells of bodies only."""
        return self.body_sentences.get(self.tokens.sentence_of[token], False)

    def told_place(self, first: int, last: int) -> PlaceRef | None:
        """Return the first place of the telling in the tokens `first` up to `last`."""
        i = bisect_left(self.told_places, first, key=lambda ref: ref.first)
        for ref in self.told_places[i : i + 4]:
            if ref.first < last and ref.role == "event":
                return ref
        for ref in self.told_places[i : i + 4]:
            if ref.first < last and ref.role == "hospital":
                return in_town(ref, self.document.knowledge)
        return None

    def names_in(self, first: int, last: int) -> list[NameHit]:
        """Return the names that begin in the tokens `first` up to `last`."""
        return self.document.names[bisect_left(self.name_starts, first) : bisect_left(self.name_starts, last)]

    def _victims(self, candidate: Candidate) -> Victims:
        groups, units = self.groups, self.groups.units
        g = candidate.group
        first, last = units.first[groups.first[g]], units.last[groups.last[g] - 1]
        harm = (first, last)
        if candidate.frame is not None:
            a, b = candidate.frame.harm
            harm = (units.first[groups.first[a]], units.last[groups.last[b - 1] - 1])
        low = self.tokens.low
        body = not body_codes().isdisjoint(units.tags[groups.first[g] : groups.last[g]]) or (
            first > 1 and low[first - 1] == "of" and low[first - 2] in _BODIES
        )
        body = body or low[harm[1] - 1] in _LAID_TO_REST  # the day of a burial dates no death either
        return Victims(
            candidate,
            first,
            last,
            harm,
            min(first, harm[0]),
            max(last, harm[1]),
            body,
            candidate.rule.rsplit(".", 1)[1],
        )

    def claim_over(self, token: int) -> Claim | None:
        """Return the innermost claim whose content holds a token."""
        offset = self.tokens.starts[token]
        best: Claim | None = None
        length = 0
        i = bisect_right(self.claim_starts, offset)
        for claim in self.claims[max(i - _NESTED, 0) : i]:
            content = claim.content
            if offset < content.end and (best is None or content.end - content.start <= length):
                best, length = claim, content.end - content.start
        return best

    def speaker_of(self, claim: Claim) -> tuple[int, int]:
        """Return the tokens of the words for who speaks."""
        words = claim.speaker.mention or claim.cue or claim.content
        starts = self.tokens.starts
        return bisect_left(starts, words.start), bisect_left(starts, words.end)

    def place_refs(self, first: int, last: int) -> list[PlaceRef]:
        """Return the places told in the tokens `first` up to `last`."""
        return self.places[bisect_left(self.place_starts, first) : bisect_left(self.place_starts, last)]

    def date_refs(self, first: int, last: int) -> list[DateRef]:
        """Return the days told in the tokens `first` up to `last`."""
        return self.dates[bisect_left(self.date_starts, first) : bisect_left(self.date_starts, last)]

    def cause_marks(self, first: int, last: int) -> list[Mark]:
        """Return the causes told in the tokens `first` up to `last`."""
        return self.causes[bisect_left(self.cause_starts, first) : bisect_left(self.cause_starts, last)]

    def blame_marks(self, first: int, last: int) -> list[Mark]:
        """Return the words of blame in the tokens `first` up to `last`."""
        return self.blames[bisect_left(self.blame_starts, first) : bisect_left(self.blame_starts, last)]

    def head_of(self, victims: Victims) -> str:
        """Return the last word of a group of victims, without the "s" of the plural: "soldier"."""
        word = self.tokens.low[victims.last - 1]
        return word.removesuffix("s")

    def persons_in(self, first: int, last: int) -> tuple[str, ...]:
        """Return the names of persons in the tokens `first` up to `last`."""
        persons = [
            h
            for h in self.document.names
            if first <= h.first < last and h.kind in ("person", "unknown_person")
        ]
        return tuple(self.tokens.quote(hit.first, hit.last) for hit in persons)

    def with_attacker(self, victims: Victims) -> bool | None:
        """Tell whether a count holds the attacker ("four including the bomber"); None if no word tells."""
        behind = self.tokens.low[victims.last : victims.last + 7]
        for i, word in enumerate(behind[:4]):
            if word in ("including", "besides", "excluding", "with") and not self.words.attackers.isdisjoint(
                behind[i:]
            ):
                return word == "including" and "not" not in behind[:i]
        return None

    def has_name(self, first: int, last: int) -> bool:
        """Tell whether a name begins in the tokens `first` up to `last`."""
        i = bisect_left(self.name_starts, first)
        return i < len(self.name_starts) and self.name_starts[i] < last

    def remember(self, victims: Victims, side: Side) -> None:
        """Note whose people a noun meant; a noun that meant two parties means neither."""
        head = self.head_of(victims)
        known = self.known_sides.get(head, side)
        self.known_sides[head] = (
            side if known is not None and (known.side, known.group) == (side.side, side.group) else None
        )

    def named_sides(self) -> frozenset[str]:
        """Return the parties that the names of the article belong to on its day."""
        if self.sides is None:
            knowledge, day = self.document.knowledge, self.document.published
            found: set[str] = set()
            for actor in {hit.actor_id for hit in self.document.names if hit.actor_id is not None}:
                side = knowledge.side_of(actor, day)
                if side is None and knowledge.is_person(actor):
                    side = knowledge.side_of(knowledge.leader_group(actor, day), day)
                if side is not None:
                    found.add(side)
            self.sides = frozenset(found)
        return self.sides

    def word_class(self, unit: int) -> str:
        """Return the class of victims that the noun of a unit says."""
        says = casualty_words().says(self.groups.units.key(unit), "person")
        return str(says.get("class", "unspecified"))

    def behind_furniture(self, token: int) -> int:
        """Return the token at which the words of a sentence begin, behind a dateline or a bullet."""
        for a, b in self.layout.furniture:
            if a <= token < b:
                return b
        return token + 1 if self.tokens.low[token] in ("-", "*", "–", "—", "•") else token

    def are_victims(self, first: int, last: int) -> bool:
        """Tell whether any of the tokens `first` up to `last` is among the victims of a casualty."""
        return any(token in self.victim_tokens for token in range(first, last))

    def names_before(self, token: int) -> list[NameHit]:
        """Return the two names that stand before a token, the nearest first."""
        i = bisect_right(self.name_starts, token - 1)
        return self.document.names[max(i - 2, 0) : i][::-1]

    def names_back(self, token: int, most: int) -> list[NameHit]:
        """Return up to `most` names that stand before a token, the nearest first."""
        i = bisect_left(self.name_starts, token)
        return self.document.names[max(i - most, 0) : i][::-1]

    def unit_at(self, token: int) -> int:
        """Return the unit that holds a token."""
        return bisect_right(self.groups.units.first, token) - 1
