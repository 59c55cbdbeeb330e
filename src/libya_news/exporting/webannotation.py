"""Quoted stretches as W3C Web Annotations, and read back by position and quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from libya_news.exporting.anchoring import Anchor, anchor
from libya_news.exporting.flat import article_key
from libya_news.exporting.record_json import dumps
from libya_news.model.ids import text_sha256

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener
    from libya_news.model.record import Record
    from libya_news.model.span import Mention

_AROUND = 32  # code points of prefix and suffix
_TERMS = "urn:libya-news:terms:"
UNIT = "unicode-code-point"


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write one AnnotationCollection a line (see ``libya_news.exporting.formats.Writer``)."""
    out = open_file("")
    for dossier in dossiers:
        for record in dossier.records:
            out.write(dumps(collection(record)) + "\n")


@attrs.frozen
class Stretch:
    """A quoted stretch of a record.

    Attributes:
        thing: What it belongs to: ``casualty``, ``claim``, ``actor``, ``place``, ``date``, ``framing`` or
            ``finding``.
        id: The id of that thing; the code of a finding, the words of dates and framing.
        part: What the words are: the field of a casualty, ``cue``, ``content`` or ``speaker`` of a claim, ``name``.
        mention: The words.
    """

    thing: str
    id: str
    part: str
    mention: Mention


def stretches(record: Record) -> Iterator[Stretch]:
    """Every quoted stretch of a record with what it is there for, in the order of the record.

    Args:
        record: Any record.
    """
    for actor in record.actors:
        yield from (Stretch("actor", actor.id, "name", m) for m in actor.mentions)
        yield from (Stretch("actor", actor.id, "role", r.mention) for r in actor.roles)
    for place in record.places:
        yield from (Stretch("place", place.id, "name", m) for m in place.mentions)
    for date in record.dates:
        yield Stretch("date", _days(date.start, date.end), "words", date.mention)
    for claim in record.claims:
        for speaker in (claim.speaker, *claim.chain):
            if speaker.mention is not None:
                yield Stretch("claim", claim.id, "speaker", speaker.mention)
        if claim.cue is not None:
            yield Stretch("claim", claim.id, "cue", claim.cue)
        yield from (Stretch("claim", claim.id, "content", m) for m in claim.pieces or (claim.content,))
    for casualty in record.casualties:
        yield from (Stretch("casualty", casualty.id, e.field, e.mention) for e in casualty.evidence)
    for framing in record.framing:
        yield Stretch("framing", framing.kind, "term", framing.mention)
    for finding in record.findings:
        yield from (Stretch("finding", finding.code, "words", m) for m in finding.evidence)


def _days(start: Any, end: Any) -> str:
    return "/".join("" if day is None else day.isoformat() for day in (start, end))


def collection(record: Record) -> dict[str, Any]:
    """The quoted stretches of a record as an AnnotationCollection.

    Positions count code points of the article's readable text, which is not the page at its address: the
    collection gives the SHA-256 of that text, and each annotation quotes its words with what stands around
    them, so that any client can find them by the quote.

    Args:
        record: Any record.

    Source: W3C Web Annotation Data Model and Vocabulary, 23 February 2017. The standard does not say in what
    units a TextPositionSelector counts; the collection says so in ``libya_news:unit``.
    """
    article = record.article
    base = f"urn:libya-news:{article_key(article.id, article.text)}"
    source = {"id": f"{base}:text", "type": "Text", "format": "text/plain"}
    if article.language is not None:
        source["language"] = article.language
    if article.url is not None:
        source["libya_news:page"] = article.url
    items = [_annotation(s, n, base, source, article.text) for n, s in enumerate(stretches(record), 1)]
    return {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"libya_news": _TERMS}],
        "id": base,
        "type": "AnnotationCollection",
        "label": article.headline or article.id,
        "libya_news:article": article.id,
        "libya_news:unit": UNIT,
        "libya_news:text_sha256": text_sha256(article.text),
        "libya_news:version": record.version,
        "total": len(items),
        "first": {"id": f"{base}:page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(s: Stretch, number: int, base: str, source: dict[str, str], text: str) -> dict[str, Any]:
    m = s.mention
    return {
        "id": f"{base}:{number}",
        "type": "Annotation",
        "motivation": "commenting" if s.thing == "finding" else "tagging",
        "body": {
            "type": "TextualBody",
            "purpose": "commenting" if s.thing == "finding" else "tagging",
            "format": "text/plain",
            "value": f"{s.thing}:{s.part}",
            "libya_news:id": s.id,
        },
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": m.start, "end": m.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": m.exact,
                    "prefix": text[max(0, m.start - _AROUND) : m.start],
                    "suffix": text[m.end : m.end + _AROUND],
                },
            ],
        },
    }


@attrs.frozen(kw_only=True)
class Anchored:
    """An annotation found again in a text.

    Attributes:
        thing: As in ``Stretch``.
        id: As in ``Stretch``; empty where the annotation is not ours.
        part: As in ``Stretch``.
        exact: The words that the annotation quotes.
        anchor: Where they stand, or None where the text does not have them.
    """

    thing: str
    id: str
    part: str
    exact: str
    anchor: Anchor | None


def anchored(collection: Mapping[str, Any], text: str) -> tuple[Anchored, ...]:
    """Finds the annotations of a collection again in a text, by position and else by quote.

    Args:
        collection: An AnnotationCollection with its first page, ours or somebody else's.
        text: The article's text.

    Returns:
        One entry an annotation that has a quote, in the collection's order.
    """
    found = []
    for item in collection.get("first", {}).get("items", ()):
        selectors = {s.get("type"): s for s in item.get("target", {}).get("selector", ())}
        quote = selectors.get("TextQuoteSelector")
        if quote is None:
            continue
        position = selectors.get("TextPositionSelector", {})
        body = item.get("body", {})
        thing, _, part = str(body.get("value", "")).partition(":")
        where = anchor(
            text,
            position.get("start", -1),
            position.get("end", -1),
            quote["exact"],
            prefix=quote.get("prefix", ""),
            suffix=quote.get("suffix", ""),
        )
        found.append(
            Anchored(
                thing=thing, id=body.get("libya_news:id", ""), part=part, exact=quote["exact"], anchor=where
            )
        )
    return tuple(found)
