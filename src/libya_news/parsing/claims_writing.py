"""Claims as records: speakers with their actors and sides, days of saying, certainty, denials."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, cast

from libya_news.english.speech import word_group
from libya_news.model.claim import Certainty, Claim, Speaker, SpeakerKind
from libya_news.model.interval import Days
from libya_news.model.span import Mention
from libya_news.parsing.certainty import certainty_of, find_hedges
from libya_news.parsing.claims_kinds import kind_of_words, roles
from libya_news.parsing.claims_links import denied_by
from libya_news.parsing.claims_text import CAP, HYPHEN, MEDIA, NAME, View

if TYPE_CHECKING:
    from libya_news.parsing.claims_found import Found
    from libya_news.parsing.claims_people import Who
    from libya_news.parsing.document import Document
    from libya_news.parsing.names import NameHit

# What the kind of an actor tells of a speaker whose role words tell nothing.
_BY_ACTOR = {
    "armed_group": "armed_group",
    "government": "official",
    "state": "official",
    "institution": "official",
    "media": "media",
    "political_group": "official",
    "community": "resident",
}


_NOT_IN_OFFICE = frozenset(("former", "ex", "then", "late", "deputy", "vice", "next", "shadow"))


def write_claims(view: View, rows: list[Found], doc: Document) -> list[Claim]:
    """Write claims out as records."""
    writer = _Writer(view, doc)
    starts = view.tokens.starts
    ids: list[str] = []
    taken: dict[int, int] = {}
    for row in rows:
        start = starts[row.cue[0] if row.cue else row.content.first]
        count = taken[start] = taken.get(start, 0) + 1
        ids.append(f"claim-{start}" if count == 1 else f"claim-{start}-{count}")
    levels = certainty_of(view, rows, find_hedges(view))
    denied = denied_by(view, rows)
    return [
        writer.claim(row, ids[k], levels[k], ids[denied[k]] if k in denied else None)
        for k, row in enumerate(rows)
    ]


class _Writer:
    def __init__(self, view: View, doc: Document) -> None:
        self.view = view
        self.doc = doc
        self.hits: dict[int, NameHit] = {i: hit for hit in doc.names for i in range(hit.first, hit.last)}
        self.firsts = [hit.first for hit in doc.names]
        self.days = {i: hit for hit in doc.dates for i in range(hit.first, hit.last)}
        self.speakers: dict[Who, Speaker] = {}
        self.sides: dict[str, str | None] = {}

    def mention(self, first: int, last: int) -> Mention:
        tokens = self.view.tokens
        start, end = tokens.starts[first], tokens.ends[last - 1]
        return Mention(start, end, tokens.text[start:end])

    def claim(self, row: Found, name: str, certainty: Certainty, denies: str | None) -> Claim:
        pieces = tuple([self.mention(a, b) for a, b in row.content.pieces])
        content = pieces[0] if len(pieces) == 1 else self.mention(row.content.first, row.content.last)
        said_on = None
        via = said_in = None
        if row.right is not None:
            day = self._day(row.right.said_on)
            said_on = day
            via = self._outlet(row.right.via)
            said_in = self._place(row.right.said_in)
        return Claim(
            id=name,
            speaker=self.speaker(row.who),
            chain=tuple([self.speaker(who) for who in row.chain]),
            cue=self.mention(*row.cue) if row.cue else None,
            content=content,
            pieces=pieces,
            direct=row.content.mode == "direct",
            polarity="denies" if row.mode == "denial" else "asserts",
            certainty=certainty,
            denies=denies,
            said_on=said_on,
            via=via,
            mode=row.content.mode,
            cue_class=row.mode,
            said_in=said_in,
        )

    def _day(self, token: int) -> Days | None:
        if token < 0:
            return None
        for i in range(token, token + 4):
            hit = self.days.get(i)
            if hit is not None:
                return Days(hit.start, hit.end) if hit.start or hit.end else None
        return None

    def _place(self, words: tuple[int, int]) -> str | None:
        for i in range(*words):
            hit = self.hits.get(i)
            if hit is not None and hit.place_id is not None:
                return hit.place_id
        return None

    def _outlet(self, words: tuple[int, int]) -> str | None:
        """Return the outlet that was told, in words of the text; reporters and councils are none."""
        first, last = words
        if last <= first:
            return None
        view = self.view
        bits, low = view.bits, view.low
        for i in range(first, last):
            hit = self.hits.get(i)
            if hit is not None and hit.actor_id is not None:
                if hit.kind == "media":
                    return view.tokens.quote(hit.first, min(hit.last, last))
                if hit.kind != "unknown_group":
                    return None
        if bits[first] & MEDIA:
            return view.tokens.quote(first, first + 1)
        if low[last - 1] in word_group("outlets"):
            return view.tokens.quote(first, last)
        capitals = [
            i for i in range(first, last) if (bits[i] & CAP and i > first) or (i == first and bits[i] & CAP)
        ]
        if capitals and all(bits[i] & (CAP | NAME | HYPHEN) or low[i] == "the" for i in range(first, last)):
            kinds = roles().kinds
            if (
                any(kinds.get(low[i]) in ("official", "un", "military", "police") for i in range(first, last))
                or "council" in low[first:last]
            ):
                return None
            return view.tokens.quote(first, last)
        return None

    def speaker(self, who: Who) -> Speaker:
        """Return the speaker as a record."""
        known = self.speakers.get(who)
        if known is None:
            known = self.speakers[who] = self._speaker(who)
        return known

    def _speaker(self, who: Who) -> Speaker:
        view, doc = self.view, self.doc
        actor = self._actor(who)
        kind = who.kind
        hit = actor
        if hit is not None and hit.kind in _BY_ACTOR and kind in ("unknown", "official"):
            kind = _BY_ACTOR[hit.kind] if kind == "unknown" or hit.kind == "media" else kind
        if kind == "unknown" and hit is not None and hit.kind == "intl_org":
            kind = "official"
        if kind == "unknown" and hit is not None and hit.kind == "person" and doc.knowledge is not None:
            kind = self._office(hit)
        actor_id = hit.actor_id if hit is not None else None
        named = who.name != (0, 0) or hit is not None
        if not named and who.resolved and who.sort == "person":
            hit = self._holder(*who.words)
            actor_id = hit.actor_id if hit is not None else None
        side = None
        if actor_id is not None and doc.knowledge is not None:
            side = doc.knowledge.side_of(actor_id, doc.published)
        if side is None and doc.knowledge is not None:
            side = self._side(who)
        if kind == "unknown" and not named and who.sort in ("person", "people"):
            low = view.low[who.words[0] : who.words[1]]
            if any(word in ("source", "sources") for word in low):
                kind = "anonymous"
        words = view.tokens.quote(*who.words)
        return Speaker(
            actor=actor_id,
            description=words,
            kind=cast(SpeakerKind, kind),
            named=named,
            side=side,
            mention=self.mention(*who.mention),
        )

    def _actor(self, who: Who) -> NameHit | None:
        """Return the name of the speaker itself, not one that only belongs to its description."""
        if not who.resolved:
            return None
        view = self.view
        first, last = who.name if who.name != (0, 0) else who.words
        persons = [
            self.hits[i]
            for i in range(first, last)
            if i in self.hits and self.hits[i].kind in ("person", "unknown_person")
        ]
        if who.name != (0, 0) and persons and who.sort == "person":
            return persons[0]
        end = last
        for i in range(first + 1, last):
            if view.low[i] in word_group("tail") and i not in self.hits:
                end = i
                break
        if view.low[end - 1] == ")":
            while end > first and view.low[end - 1] != "(":
                end -= 1
            end -= 1
        hit = self.hits.get(end - 1)
        if hit is not None and hit.actor_id is not None and hit.last <= end + 1:
            owner = self.hits.get(hit.first - 2)
            if (
                owner is not None
                and owner.kind == "state"
                and owner.actor_id != "libya"
                and view.low[hit.first - 1] == "'s"
            ):
                return None  # "Egypt's foreign ministry" is not Libya's
            return hit
        return None

    def _holder(self, first: int, last: int) -> NameHit | None:
        """Return the person named in the text who held that day the post of a description.

        "France's new foreign minister" is whoever the text names that was it; a post that nobody named in
        the text held, or several did, means nobody.
        """
        knowledge, low = self.doc.knowledge, self.view.low
        owners = {
            name
            for i in range(first, last)
            if i in self.hits
            for name in (self.hits[i].actor_id, self.hits[i].place_id)
            if name is not None
        }
        if not owners:
            return None
        words = set(low[first:last])
        if words & _NOT_IN_OFFICE:
            return None
        found: dict[str, NameHit] = {}
        for hit in self.doc.names:
            if hit.kind != "person" or hit.actor_id is None or hit.actor_id in found:
                continue
            for role in knowledge.actor(hit.actor_id).roles:
                if (
                    role.organisation in owners
                    and words.issuperset(role.title.lower().split())
                    and low[last - 1] == role.title.lower().split()[-1]
                    and role.period.covers(self.doc.published)
                ):
                    found[hit.actor_id] = hit
        return next(iter(found.values())) if len(found) == 1 else None

    def _side(self, who: Who) -> str | None:
        """Return the party that the speaker's description names ("an LNA spokesman")."""
        view = self.view
        ranges = (who.group, who.other, who.words) if who.words != who.group else (who.group, who.other)
        for first, last in ranges:
            if last <= first:
                continue
            if view.low[first] in ("who", "which", "whose", "where") and view.low[
                first + 1 : first + 2
            ] not in (["speaks"], ["commands"], ["leads"]):
                continue
            for k in range(max(bisect_right(self.firsts, first) - 1, 0), len(self.firsts)):
                hit = self.doc.names[k]
                if hit.first >= last:
                    break
                if hit.last <= first or hit.actor_id is None:
                    continue
                side = self._side_of(hit)
                if side is not None:
                    return side
        return None

    def _office(self, hit: NameHit) -> str:
        """Return the kind of source that a known person is by the posts held on the article's date."""
        knowledge = self.doc.knowledge
        if hit.actor_id is None or not knowledge.has_actor(hit.actor_id):
            return "unknown"
        person = knowledge.actor(hit.actor_id)
        for role in person.roles:
            if role.period.covers(self.doc.published):
                kind = kind_of_words(tuple(role.title.lower().split()))
                if kind:
                    return kind
        return kind_of_words(tuple((person.subkind or "").replace("_", " ").split())) or "unknown"

    def _side_of(self, hit: NameHit) -> str | None:
        """Return the party that a name stands for: its side, itself, or the group that the person leads."""
        actor = hit.actor_id or ""
        if actor in self.sides:
            return self.sides[actor]
        knowledge, day = self.doc.knowledge, self.doc.published
        side = knowledge.side_of(actor, day)
        if side is None and hit.kind in ("armed_group", "government") and knowledge.has_actor(actor):
            side = actor
        if side is None and hit.kind == "person":
            side = knowledge.leader_group(actor, day)
        self.sides[actor] = side
        return side
