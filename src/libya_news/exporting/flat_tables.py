"""The flat tables, each column beside the way its cell is read (see ``libya_news.exporting.flat``)."""

from __future__ import annotations

from libya_news.exporting.flat import Table, table
from libya_news.exporting.flat_casualties import CASUALTIES, EVIDENCE
from libya_news.exporting.flat_fields import context, day, field, mentions, shared, speaker
from libya_news.model.actor import ActorKind
from libya_news.model.article import PublishedBasis
from libya_news.model.claim import Certainty, Interest, Polarity
from libya_news.model.ids import text_sha256
from libya_news.model.interval import DateBasis, Precision
from libya_news.model.place import PlaceKind, PlacePrecision

ARTICLES = table(
    "articles",
    "One row an article",
    key=("article_key",),
    things=lambda record: (record.article,),
    fields=(
        *shared(key=True),
        field("source", "Path or URL it was read from", lambda _, a: a.source),
        field("url", "URL of the story", lambda _, a: a.url),
        field("outlet", "The newspaper or agency", lambda _, a: a.outlet),
        field("headline", "The headline", lambda _, a: a.headline),
        field("standfirst", "The line under the headline", lambda _, a: a.standfirst),
        field("byline", "The authors as printed", lambda _, a: a.byline, "texts"),
        field(
            "dateline_place",
            "Where it was filed, in words of the text; not by itself where it happened",
            lambda _, a: None if a.dateline is None else a.dateline.place,
        ),
        field(
            "dateline_date",
            "The day of the dateline",
            lambda _, a: None if a.dateline is None else day(a.dateline.date),
            "date",
        ),
        field("published", "Publication day (Africa/Tripoli)", lambda s, _: s.published, "date"),
        field(
            "published_basis",
            "Where the publication day comes from",
            lambda _, a: a.published_basis,
            values=PublishedBasis,
        ),
        field(
            "reading_minutes",
            "Reading time that the page prints, minutes",
            lambda _, a: a.reading_minutes,
            "integer",
        ),
        field("language", "BCP 47 tag of the text's language", lambda _, a: a.language),
        field(
            "length", "Length of the text, code points", lambda _, a: len(a.text), "integer", required=True
        ),
        field(
            "text_sha256", "SHA-256 of the text, hexadecimal", lambda _, a: text_sha256(a.text), required=True
        ),
        field(
            "casualties",
            "How many rows of casualties the article has; 0 is none found, not nobody harmed",
            lambda s, _: len(s.record.casualties),
            "integer",
            required=True,
        ),
        field(
            "claims",
            "How many rows of claims the article has",
            lambda s, _: len(s.record.claims),
            "integer",
            required=True,
        ),
        field(
            "version",
            "Version of libya_news that made the rows",
            lambda s, _: s.record.version,
            required=True,
        ),
    ),
)


CLAIMS = table(
    "claims",
    "One row a statement of somebody other than the newspaper",
    key=("article_key", "claim_id"),
    things=lambda record: record.claims,
    fields=(
        *shared(),
        field("claim_id", "Id of the claim within the article", lambda _, c: c.id, required=True),
        *speaker("speaker", lambda c: c.speaker),
        field(
            "chain",
            "The other sources of nested reporting, outermost first",
            lambda _, c: tuple(s.description or s.kind for s in c.chain),
            "texts",
        ),
        field("via", "The outlet spoken to", lambda _, c: c.via),
        field("cue", "The words that report", lambda _, c: None if c.cue is None else c.cue.exact),
        field("content", "The spoken words", lambda _, c: c.content.exact, required=True),
        field(
            "content_start",
            "Their first code point, from 0",
            lambda _, c: c.content.start,
            "integer",
            required=True,
        ),
        field(
            "content_end",
            "The code point after the last",
            lambda _, c: c.content.end,
            "integer",
            required=True,
        ),
        field(
            "direct", "Whether they stand in quotation marks", lambda _, c: c.direct, "boolean", required=True
        ),
        field("polarity", "Asserted or denied", lambda _, c: c.polarity, required=True, values=Polarity),
        field(
            "certainty", "How sure the words are", lambda _, c: c.certainty, required=True, values=Certainty
        ),
        field(
            "said_start",
            "First day on which it was said",
            lambda _, c: None if c.said_on is None else day(c.said_on.start),
            "date",
        ),
        field(
            "said_end",
            "Last day on which it was said, inclusive",
            lambda _, c: None if c.said_on is None else day(c.said_on.end),
            "date",
        ),
        field("said_in", "Id of the place where it was said", lambda _, c: c.said_in),
        field("denies", "Id of the claim that this one denies", lambda _, c: c.denies),
        field("mode", "Direct, indirect, mixed, or an outlet's", lambda _, c: c.mode),
        field("cue_class", "The stance of the reporting words", lambda _, c: c.cue_class),
        field("interest", "How the speaker stands to the harm", lambda _, c: c.interest, values=Interest),
        *context(),
    ),
)


ACTORS = table(
    "actors",
    "One row a named actor of an article",
    key=("article_key", "actor_id"),
    things=lambda record: record.actors,
    fields=(
        *shared(),
        field("actor_id", "Id of the actor", lambda _, a: a.id, required=True),
        field("name", "Neutral name", lambda _, a: a.name, required=True),
        field("kind", "What sort of actor it is", lambda _, a: a.kind, required=True, values=ActorKind),
        field(
            "roles",
            "Titles that the text gives to a person",
            lambda _, a: tuple(r.title for r in a.roles),
            "texts",
        ),
        field(
            "affiliations",
            "Ids of the actors it belongs to on that date",
            lambda _, a: a.affiliations,
            "texts",
        ),
        *mentions("actor"),
    ),
)

PLACES = table(
    "places",
    "One row a named place of an article",
    key=("article_key", "place_id"),
    things=lambda record: record.places,
    fields=(
        *shared(),
        field("place_id", "Id of the place", lambda _, p: p.id, required=True),
        field("name", "Neutral name", lambda _, p: p.name, required=True),
        field("kind", "What sort of place it is", lambda _, p: p.kind, required=True, values=PlaceKind),
        field("latitude", "Degrees north (WGS 84)", lambda _, p: p.latitude, "real"),
        field("longitude", "Degrees east (WGS 84)", lambda _, p: p.longitude, "real"),
        field("precision", "How exactly these place it", lambda _, p: p.precision, values=PlacePrecision),
        field("within", "Ids of the places that hold it, the nearest first", lambda _, p: p.within, "texts"),
        field("geonames", "GeoNames id", lambda _, p: p.geonames, "integer"),
        field("pcode", "OCHA place code", lambda _, p: p.pcode),
        *mentions("place"),
    ),
)

DATES = table(
    "dates",
    "One row a date that the article words",
    key=("article_key", "number"),
    things=lambda record: enumerate(record.dates, 1),
    fields=(
        *shared(),
        field("number", "Place in the article's list, from 1", lambda _, d: d[0], "integer", required=True),
        field(
            "start",
            "First code point of the words, from 0",
            lambda _, d: d[1].mention.start,
            "integer",
            required=True,
        ),
        field(
            "end", "The code point after the last", lambda _, d: d[1].mention.end, "integer", required=True
        ),
        field("exact", "The words", lambda _, d: d[1].mention.exact, required=True),
        field("date_start", "First day; null: it cannot be resolved", lambda _, d: day(d[1].start), "date"),
        field("date_end", "Last day, inclusive; null: nothing tells it", lambda _, d: day(d[1].end), "date"),
        field("precision", "How fine the words are", lambda _, d: d[1].precision, values=Precision),
        field("basis", "Where the days come from", lambda _, d: d[1].basis, values=DateBasis),
        field("reason", "Why the days are unknown", lambda _, d: d[1].reason),
    ),
)

#: All flat tables by name.
TABLES: dict[str, Table] = {
    t.name: t for t in (ARTICLES, CASUALTIES, EVIDENCE, CLAIMS, ACTORS, PLACES, DATES)
}
