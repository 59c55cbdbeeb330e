"""From candidates to the record: evidence, ids, and the tables of actors, places and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.model.casualty import Casualty, Victims
from libya_news.model.count import Count
from libya_news.model.ids import casualty_id
from libya_news.model.interval import DateMention, Days
from libya_news.model.record import Record
from libya_news.model.span import Evidence, Mention
from libya_news.parsing.actors import read_actors
from libya_news.parsing.places import read_places

if TYPE_CHECKING:
    from libya_news.model.claim import Claim
    from libya_news.parsing.candidates import Reader
    from libya_news.parsing.merge import Fact


def build_record(reader: Reader, facts: list[Fact], claims: list[Claim]) -> Record:
    """Return the record of an article."""
    document = reader.document
    text = document.article.text
    taken: list[str] = []
    ids: dict[int, str] = {}
    for fact in facts:
        start, end = fact.statements[0].span
        name = casualty_id(fact.main.harm, start, end, taken)
        taken.append(name)
        for statement in fact.statements:
            ids[id(statement)] = name
    out: list[Casualty] = []
    for fact in facts:
        c = fact.main
        q = fact.quantity
        stated = next((s for s in fact.statements if s.quantity == q), c)
        start, end = c.span
        whole = ids.get(id(c.whole)) if c.whole is not None else None
        out.append(
            Casualty(
                id=ids[id(c)],
                harm=c.harm,
                count=Count(low=q.low, high=q.high, qualifier=q.qualifier, unit=c.unit, stated=text[slice(*stated.span)]),
                victims=Victims(class_=c.cls, description=text[start:end], mention=Mention.of(text, start, end)),
                cause=c.cause,
                part_of=whole if whole != ids[id(c)] else None,
                evidence=tuple(Evidence(*s.span, text[slice(*s.span)], "count") for s in fact.statements),
                rule=c.rule,
            )
        )
    tokens = document.tokens
    dates = []
    for hit in document.dates:
        a, b = tokens.span(hit.first, hit.last)
        dates.append(
            DateMention(hit.start, hit.end, hit.precision, hit.basis, Mention.of(text, a, b),
                        tuple(Days(*pair) for pair in hit.alternatives), hit.reason)
        )
    return Record(
        article=document.article,
        actors=tuple(read_actors(tokens, document.names, document.knowledge, document.published)),
        places=read_places(tokens, document.names, document.knowledge),
        dates=tuple(dates),
        claims=tuple(claims),
        casualties=tuple(out),
    )
