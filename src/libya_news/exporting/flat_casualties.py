"""The flat tables of casualties and of the words they rest on (see ``libya_news.exporting.flat``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from libya_news.exporting.flat import Story, Value, table
from libya_news.exporting.flat_fields import context, day, field, shared, speaker
from libya_news.model.casualty import Casualty, CasualtyKind, Cause, Harm, Scope, VictimClass
from libya_news.model.claim import Interest
from libya_news.model.count import Qualifier, Unit
from libya_news.model.interval import DateBasis, Precision
from libya_news.model.place import Place, PlacePrecision
from libya_news.model.record import Record
from libya_news.model.span import Basis, Evidence, EvidenceField


def _place_of(get: Callable[[Place], Value]) -> Callable[[Story, Casualty], Value]:
    def read(story: Story, c: Casualty) -> Value:
        place = story.record.place(c.place)
        return None if place is None else get(place)

    return read


def _who(c: Casualty) -> tuple[str, ...]:
    return tuple(f"{p.actor or p.description} ({p.status})" for p in c.perpetrators)


def _count_words(get: Callable[[Evidence], Value]) -> Callable[[Story, Casualty], Value]:
    def read(_: Story, c: Casualty) -> Value:
        first = next((e for e in c.evidence if e.field == "count"), None)
        return None if first is None else get(first)

    return read


CASUALTIES = table(
    "casualties",
    "One row a fact of harm to people, however often the article repeats it",
    key=("article_key", "casualty_id"),
    things=lambda record: record.casualties,
    fields=(
        *shared(),
        field("casualty_id", "Id of the casualty within the article", lambda _, c: c.id, required=True),
        field("harm", "What happened to the people", lambda _, c: c.harm, required=True, values=Harm),
        field(
            "low", "Lower bound, inclusive; null: the text gives none", lambda _, c: c.count.low, "integer"
        ),
        field(
            "high", "Upper bound, inclusive; null: the text gives none", lambda _, c: c.count.high, "integer"
        ),
        field(
            "best",
            "The number that the text itself names; null: it names none",
            lambda _, c: c.count.best,
            "integer",
        ),
        field(
            "qualifier",
            "What kind of figure the words give",
            lambda _, c: c.count.qualifier,
            required=True,
            values=Qualifier,
        ),
        field(
            "unit",
            "What low, high and best count; families are never persons",
            lambda _, c: c.count.unit,
            required=True,
            values=Unit,
        ),
        field("stated", "The figure in words of the text", lambda _, c: c.count.stated or None),
        field(
            "kind",
            "Whether the figure is of one incident, an increment, a running total or a period's toll",
            lambda _, c: c.kind,
            required=True,
            values=CasualtyKind,
        ),
        field("scope", "What the figure covers", lambda _, c: c.scope, required=True, values=Scope),
        field(
            "victim_class",
            "The most specific class of victims that the text says",
            lambda _, c: c.victims.class_,
            required=True,
            values=VictimClass,
        ),
        field("victim_group", "Id of the victims' unit or group as named", lambda _, c: c.victims.group),
        field("victim_side", "Id of the party that they are counted for", lambda _, c: c.victims.side),
        field(
            "victim_description",
            "The victims in words of the text",
            lambda _, c: c.victims.description or None,
        ),
        field("victim_names", "Named victims", lambda _, c: c.victims.names, "texts"),
        field(
            "perpetrator_actor",
            "Id of the first perpetrator that is stated or accused",
            lambda _, c: None if c.perpetrator is None else c.perpetrator.actor,
        ),
        field(
            "perpetrator_description",
            "The same in words of the text",
            lambda _, c: None if c.perpetrator is None else c.perpetrator.description,
        ),
        field(
            "perpetrator_status",
            "Whether that one is stated or accused",
            lambda _, c: None if c.perpetrator is None else c.perpetrator.status,
        ),
        field(
            "perpetrators",
            "All perpetrators that the text names, each with its status: also those denied or disputed",
            lambda _, c: _who(c),
            "texts",
        ),
        field("cause", "How", lambda _, c: c.cause, values=Cause),
        field(
            "conflict_related",
            "Whether it belongs to the conflict; null: the text does not tell",
            lambda _, c: c.conflict_related,
            "boolean",
        ),
        field(
            "includes_attacker",
            "Whether the count holds the attacker; null: the text does not tell",
            lambda _, c: c.includes_attacker,
            "boolean",
        ),
        field("place_id", "Id of the most specific place", lambda _, c: c.place),
        field("place_name", "Its name", _place_of(lambda p: p.name)),
        field("latitude", "Degrees north (WGS 84) of the place", _place_of(lambda p: p.latitude), "real"),
        field("longitude", "Degrees east (WGS 84) of the place", _place_of(lambda p: p.longitude), "real"),
        field(
            "place_precision",
            "How exactly the coordinates place it",
            _place_of(lambda p: p.precision),
            values=PlacePrecision,
        ),
        field("places", "Ids of all places that the text names for it", lambda _, c: c.places, "texts"),
        field(
            "relation_km",
            'Distance from the place, kilometres ("20 km south of Sirte")',
            lambda _, c: None if c.relation is None else c.relation.km,
            "real",
        ),
        field(
            "relation_bearing",
            "Direction from the place",
            lambda _, c: None if c.relation is None else c.relation.bearing,
        ),
        field(
            "date_start",
            "First possible day (Africa/Tripoli)",
            lambda _, c: None if c.date is None else day(c.date.start),
            "date",
        ),
        field(
            "date_end",
            "Last possible day, inclusive",
            lambda _, c: None if c.date is None else day(c.date.end),
            "date",
        ),
        field(
            "date_precision",
            "How fine the text's words are",
            lambda _, c: None if c.date is None else c.date.precision,
            values=Precision,
        ),
        field(
            "date_basis",
            "Where the days come from",
            lambda _, c: None if c.date is None else c.date.basis,
            values=DateBasis,
        ),
        field(
            "part_of",
            "Id of the casualty that this one is a part of: never add the two",
            lambda _, c: c.part_of,
        ),
        field(
            "supersedes", "Ids of earlier figures that this one updates", lambda _, c: c.supersedes, "texts"
        ),
        field(
            "claim_id",
            "Id of the claim it rests on; null: the newspaper's own voice",
            lambda _, c: c.claim,
        ),
        field("claims", "Ids of all claims it rests on", lambda _, c: c.claims, "texts"),
        *speaker("source", lambda c: c.source),
        field(
            "interest",
            "How the source stands to the victims",
            lambda _, c: c.interest,
            values=Interest,
        ),
        field("quote", "The words that state the figure", _count_words(lambda e: e.exact)),
        field(
            "quote_start",
            "First code point of these words in the text",
            _count_words(lambda e: e.start),
            "integer",
        ),
        field("quote_end", "The code point after their last", _count_words(lambda e: e.end), "integer"),
        field("rule", "Name of the rule that made it", lambda _, c: c.rule or None),
        *context(),
    ),
)


EVIDENCE = table(
    "evidence",
    "One row a stretch of words that a field of a casualty was read from",
    key=("article_key", "casualty_id", "number"),
    things=lambda record: _evidence(record),
    fields=(
        *shared(),
        field("casualty_id", "Id of the casualty", lambda _, e: e[0].id, required=True),
        field("number", "Place in the casualty's list, from 1", lambda _, e: e[1], "integer", required=True),
        field(
            "field",
            "The field that the words fill",
            lambda _, e: e[2].field,
            required=True,
            values=EvidenceField,
        ),
        field(
            "basis",
            "In the sentence itself, or carried",
            lambda _, e: e[2].basis,
            required=True,
            values=Basis,
        ),
        field(
            "start", "First code point in the text, from 0", lambda _, e: e[2].start, "integer", required=True
        ),
        field("end", "The code point after the last", lambda _, e: e[2].end, "integer", required=True),
        field("exact", "The words", lambda _, e: e[2].exact, required=True),
    ),
)


def _evidence(record: Record) -> Iterator[tuple[Casualty, int, Evidence]]:
    for casualty in record.casualties:
        for number, evidence in enumerate(casualty.evidence, 1):
            yield casualty, number, evidence
