"""From candidates to the record: evidence, ids, and the tables of actors, places and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from libya_news.model.casualty import Casualty, CasualtyKind, Victims
from libya_news.model.count import Count
from libya_news.model.ids import casualty_id
from libya_news.model.interval import DateMention, Days
from libya_news.model.record import Record
from libya_news.model.span import Evidence, Mention
from libya_news.parsing.actors import read_actors
from libya_news.parsing.claims_links import interest_of, with_interests
from libya_news.parsing.framing import find_framing
from libya_news.parsing.nationalities import nationalities_of
from libya_news.parsing.place_roles import place_roles
from libya_news.parsing.places import place_record, read_places
from libya_news.parsing.scene_merging import combined
from libya_news.parsing.told_events import tells_one_event

if TYPE_CHECKING:
    from libya_news.model.claim import Claim, Interest
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.document import Document
    from libya_news.parsing.merge import Fact
    from libya_news.parsing.reader import Reader
    from libya_news.parsing.scene import Scene


def build_record(reader: Reader, facts: list[Fact], claims: list[Claim], scenes: dict[int, Scene]) -> Record:
    """Return the record of an article."""
    document = reader.document
    text = document.article.text
    taken: set[str] = set()
    ids: dict[int, str] = {}
    for fact in facts:
        start, end = fact.statements[0].span
        name = casualty_id(fact.main.harm, start, end, taken)
        taken.add(name)
        for statement in fact.statements:
            ids[id(statement)] = name
    _lend_claims(facts, scenes)
    out = [_casualty(document, fact, ids, scenes) for fact in facts]
    tokens, known = document.tokens, document.knowledge
    places = read_places(tokens, document.names, known)
    named = {place.id for place in places}
    roles = place_roles(document, out)
    # "in the capital": a place that casualties have and the text does not name stands in the list without a mention
    meant = dict.fromkeys(place for c in out for place in (c.place, *c.places) if place is not None)
    untold = [place_record(p, (), known) for p in meant if p not in named and known.has_place(p)]
    dates = []
    for hit in document.dates:
        a, b = tokens.span(hit.first, hit.last)
        dates.append(
            DateMention(
                hit.start,
                hit.end,
                hit.precision,
                hit.basis,
                Mention.of(text, a, b),
                tuple(Days(*pair) for pair in hit.alternatives),
                hit.reason,
            )
        )
    return Record(
        article=document.article,
        actors=tuple(read_actors(tokens, document.names, document.knowledge, document.published)),
        places=tuple(attrs.evolve(p, roles=roles[p.id]) if p.id in roles else p for p in (*places, *untold)),
        dates=tuple(dates),
        claims=with_interests(claims, out),
        framing=tuple(find_framing(document, claims)),
        casualties=tuple(out),
    )


def _lend_claims(facts: list[Fact], scenes: dict[int, Scene]) -> None:
    """Let a part without a source rest on the claim of its whole: "Six of them were guards" goes on with what was said.

    Only in the sentence of the whole, or the one behind it.
    """
    fact_of = {id(statement): fact for fact in facts for statement in fact.statements}
    for fact in facts:
        whole = fact_of.get(id(fact.main.whole)) if fact.main.whole is not None else None
        if whole is None or whole is fact or any(scenes[id(s)].claim is not None for s in fact.statements):
            continue
        for part in fact.statements:
            near = [s for s in whole.statements if 0 <= part.sentence - s.sentence <= 1]
            scenes[id(part)].claim = next((scenes[id(s)].claim for s in reversed(near)), None)


def _interest(document: Document, claim: Claim | None, scene: Scene) -> Interest | None:
    """Return how the source stands to the dead: its own, the enemy's, a third party's."""
    if claim is None:
        return None
    side_of = document.knowledge.side_of
    doer = next((p.actor for p in scene.perpetrators if p.actor is not None), None)
    doer_side = (
        side_of(doer, document.published) if doer is not None and document.knowledge.has_actor(doer) else doer
    )
    return interest_of(claim.speaker, scene.side or scene.group, doer_side)


_ONE = frozenset({"a", "an", "one"})
_LONG = frozenset({"month", "season", "year", "years"})


def _one_event(document: Document, scene: Scene) -> bool:
    """Tell whether the words of the cause are one event's: "a car bomb in February 2017"."""
    tokens = document.tokens
    for start, end, basis in scene.date_evidence:
        if basis == "stated":
            first, last = tokens.token_at(start), tokens.token_at(end - 1) + 1
            if tells_one_event(tokens.low, first, last, *tokens.sentences[tokens.sentence_of[first]]):
                return True
    for start, _, basis in scene.cause_evidence:
        at = tokens.token_at(start)
        if basis == "stated" and not _ONE.isdisjoint(tokens.low[max(at - 2, 0) : at]):
            return True
    return False


def _kind(document: Document, c: Candidate, scene: Scene) -> CasualtyKind:
    """Return whether a figure is an incident's, one more, a running count, or the toll of a period."""
    if c.kind != "incident":
        return c.kind  # type: ignore[return-value]
    stated = any(basis == "stated" for _, _, basis in scene.date_evidence)
    if scene.scope == "period" or (
        scene.date is not None
        and scene.date.precision in _LONG
        and stated
        and not _one_event(document, scene)
    ):
        return "aggregate" if c.quantity.low != 1 else "incident"
    return "incident"


def _casualty(document: Document, fact: Fact, ids: dict[int, str], scenes: dict[int, Scene]) -> Casualty:
    """Return the casualty of one fact."""
    text = document.article.text
    c, q = fact.main, fact.quantity
    statements = fact.statements
    stated = next((s for s in statements if s.quantity == q), c)
    scene = combined([scenes[id(s)] for s in statements], document.knowledge)
    whole = ids.get(id(c.whole)) if c.whole is not None else None
    claims: list[str] = []
    heading: list[str] = []
    for statement in sorted((*statements, *fact.echoes), key=lambda st: st.span):
        claim = scenes[id(statement)].claim
        if claim is not None and claim.id not in claims and claim.id not in heading:
            (heading if document.zone_at(statement.span[0]) == "headline" else claims).append(claim.id)
    chosen = scene.claim
    if claims:
        told = (scenes[id(statement)].claim for statement in (*statements, *fact.echoes))
        chosen = next(claim for claim in told if claim is not None and claim.id == claims[0])
    evidence = [Evidence(*s.span, text[slice(*s.span)], "count") for s in statements]
    # the statement that tells most of the victims gives their description and the harm word
    fullest = max(statements, key=lambda s: (s.described[2] - s.described[1], -s.span[0]))
    evidence.append(Evidence(*fullest.harm_span, text[slice(*fullest.harm_span)], "harm"))
    for field, words in (
        ("side", scene.side_evidence),
        ("perpetrator", scene.perpetrator_evidence),
        ("cause", scene.cause_evidence),
        ("place", scene.place_evidence),
        ("date", scene.date_evidence),
        ("scope", scene.scope_evidence),
    ):
        evidence.extend(Evidence(a, b, text[a:b], field, basis) for a, b, basis in words)  # type: ignore[arg-type]
    if chosen is not None and chosen.speaker.mention is not None:
        m = chosen.speaker.mention
        evidence.append(Evidence(m.start, m.end, m.exact, "source"))
    for echo in fact.echoes:
        for a, b, _ in scenes[id(echo)].place_evidence:
            evidence.append(Evidence(a, b, text[a:b], "place", "carried"))
    places = dict.fromkeys((*scene.places, *(p for echo in fact.echoes for p in scenes[id(echo)].places)))
    begin, start, end = fullest.described
    tokens, known = document.tokens, document.knowledge
    return Casualty(
        id=ids[id(c)],
        harm=c.harm,  # type: ignore[arg-type]
        count=Count(
            low=q.low,
            high=q.high,
            qualifier=q.qualifier,  # type: ignore[arg-type]
            unit=c.unit,  # type: ignore[arg-type]
            stated=text[slice(*stated.span)],
        ),
        kind=_kind(document, c, scene),
        scope=scene.scope,
        victims=Victims(
            class_=scene.cls or c.cls,  # type: ignore[arg-type]
            group=scene.group,
            side=scene.side,
            description=text[start:end],
            names=tuple(scene.names),
            mention=Mention.of(text, begin, end),
            nationalities=nationalities_of(
                tokens.token_at(begin), tokens.token_at(end - 1) + 1, tokens, document.names, known
            ),
        ),
        perpetrators=tuple(scene.perpetrators),
        cause=scene.cause,  # type: ignore[arg-type]
        conflict_related=scene.conflict_related,
        includes_attacker=scene.includes_attacker,
        place=scene.place,
        places=tuple(places),
        relation=scene.relation,
        date=scene.date,
        supersedes=(ids[id(c.supersedes)],) if c.supersedes is not None and id(c.supersedes) in ids else (),
        part_of=whole if whole != ids[id(c)] else None,
        claim=chosen.id if chosen is not None else None,
        claims=(*claims, *heading),
        source=chosen.speaker if chosen is not None else None,
        evidence=tuple(evidence),
        rule=c.rule,
        interest=_interest(document, chosen, scene),
    )
