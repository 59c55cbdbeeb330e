"""Records made by hand, for tests of validators that must not depend on the parser."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from libya_news.model import (
    Actor,
    Article,
    Casualty,
    Claim,
    Count,
    DateMention,
    Days,
    Evidence,
    Finding,
    Framing,
    Interval,
    Mention,
    Place,
    Record,
    Speaker,
    Victims,
    Zone,
    casualty_id,
    claim_id,
)
from libya_news.validating import validate, validator_of


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def on(start: str, end: str | None = None, precision: str = "day", basis: str = "stated") -> Interval:
    return Interval(day(start), day(end or start), precision, basis)  # type: ignore[arg-type]


class Story:
    """A text to which a test adds what the parser would have found; words are given, offsets looked up."""

    def __init__(self, text: str, **article: Any) -> None:
        self.article = attrs.evolve(Article.from_text(text, **article), language="en")
        self.parts: dict[str, list[Any]] = {}

    def with_article(self, **changes: Any) -> Story:
        self.article = attrs.evolve(self.article, **changes)
        return self

    def zone(self, kind: str, words: str, nth: int = 0) -> Story:
        m = self.words(words, nth)
        zones = (*self.article.zones, Zone(kind, m.start, m.end))  # type: ignore[arg-type]
        return self.with_article(zones=zones)

    def words(self, words: str, nth: int = 0) -> Mention:
        at = -1
        for _ in range(nth + 1):
            at = self.article.text.index(words, at + 1)
        return Mention(at, at + len(words), words)

    def add(self, kind: str, thing: Any) -> Story:
        self.parts.setdefault(kind, []).append(thing)
        return self

    def claim(
        self, speaker: str, content: str, *, said: tuple[str, str] | None = None, nth: int = 0, **more: Any
    ) -> Story:
        who = {k: more.pop(k) for k in ("actor", "kind", "named", "side", "description") if k in more}
        mention = self.words(speaker, nth) if speaker else None
        spoken = self.words(content)
        made = Claim(
            id=claim_id(spoken.start, {c.id for c in self.parts.get("claims", ())}),
            speaker=Speaker(**{"description": speaker, "mention": mention, **who}),
            cue=None,
            content=spoken,
            pieces=(spoken,),
            said_on=Days(day(said[0]), day(said[1])) if said else None,
            **more,
        )
        return self.add("claims", made)

    def casualty(
        self, words: str, count: Count | int, harm: str = "killed", *, nth: int = 0, **more: Any
    ) -> Story:
        victims = {k: more.pop(k) for k in ("class_", "side", "group", "names", "description") if k in more}
        extra = [
            Evidence(m.start, m.end, m.exact, field, "stated")  # type: ignore[arg-type]
            for field, said in more.pop("evidence", {}).items()
            for m in [said if isinstance(said, Mention) else self.words(said)]
        ]
        m = self.words(words, nth)
        rests_on = tuple(more.pop("claims", ()))
        claims = {c.id: c for c in self.parts.get("claims", ())}
        taken = {c.id for c in self.parts.get("casualties", ())}
        made = Casualty(
            id=casualty_id(harm, m.start, m.end, taken),
            harm=harm,  # type: ignore[arg-type]
            count=Count.exact(count, words) if isinstance(count, int) else count,
            victims=Victims(**{"description": words, **victims}),
            claim=rests_on[0] if rests_on else None,
            claims=rests_on,
            source=claims[rests_on[0]].speaker if rests_on else None,
            evidence=(Evidence(m.start, m.end, m.exact, "count"), *extra),
            rule="by-hand",
            **more,
        )
        return self.add("casualties", made)

    def last(self, kind: str = "casualties", back: int = 1) -> str:
        made: str = self.parts[kind][-back].id
        return made

    def place(self, place_id: str, words: str, kind: str = "city", nth: int = 0, **more: Any) -> Story:
        where = {"latitude": 32.0, "longitude": 20.0, "name": words, **more}
        return self.add("places", Place(id=place_id, kind=kind, mentions=(self.words(words, nth),), **where))  # type: ignore[arg-type]

    def actor(self, actor_id: str, *words: str, kind: str = "armed_group", **more: Any) -> Story:
        mentions = tuple(self.words(w) for w in words)
        more.setdefault("name", words[0] if words else actor_id)
        return self.add("actors", Actor(id=actor_id, kind=kind, mentions=mentions, **more))  # type: ignore[arg-type]

    def date(self, words: str, start: str | None, end: str | None = None, **more: Any) -> Story:
        first = day(start) if start else None
        last = day(end) if end else first
        return self.add("dates", DateMention(first, last, "day", "stated", self.words(words), **more))

    def framing(self, words: str, kind: str = "loaded_label", **more: Any) -> Story:
        made = Framing(term=words, kind=kind, mention=self.words(words), **more)  # type: ignore[arg-type]
        return self.add("framing", made)

    def record(self) -> Record:
        return Record(article=self.article, **{k: tuple(v) for k, v in self.parts.items()})

    def findings(self, code: str) -> tuple[Finding, ...]:
        return tuple(validator_of(code)(self.record()))

    def codes(self) -> set[str]:
        return {f.code for f in validate(self.record())}
