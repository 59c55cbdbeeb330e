"""Records as dictionaries and JSON: the record format, version 1, written and read back without loss."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from libya_news.errors import InputError
from libya_news.model.ids import text_sha256
from libya_news.model.record import SCHEMA, Record

if TYPE_CHECKING:
    from cattrs import Converter

    from libya_news.model.actor import Actor, Role
    from libya_news.model.article import Article
    from libya_news.model.casualty import Casualty, Perpetrator
    from libya_news.model.claim import Claim, Speaker
    from libya_news.model.count import Count
    from libya_news.model.finding import Finding
    from libya_news.model.framing import Framing
    from libya_news.model.interval import DateMention, Days, Interval
    from libya_news.model.place import Place, Relation
    from libya_news.model.span import Evidence, Mention

JsonObject = dict[str, Any]


def to_dict(record: Record) -> JsonObject:
    """Turns a record into plain dictionaries, lists, strings, numbers and None, in the order of the format.

    Use it to hand a record to anything that is not Python objects; ``from_dict`` gives the same record back.

    Args:
        record: The record.

    Returns:
        A new dictionary that shares nothing with the record; the caller may change it.
    """
    return {
        "schema": SCHEMA,
        "generator": {"version": record.version, "text_sha256": text_sha256(record.article.text)},
        "article": _article(record.article),
        "actors": [_actor(a) for a in record.actors],
        "places": [_place(p) for p in record.places],
        "dates": [_date_mention(d) for d in record.dates],
        "claims": [_claim(c) for c in record.claims],
        "casualties": [_casualty(c) for c in record.casualties],
        "framing": [_framing(f) for f in record.framing],
        "findings": [_finding(f) for f in record.findings],
    }


def to_json(record: Record, *, indent: int | None = None) -> str:
    """Turns a record into JSON: one line, or indented.

    Args:
        record: The record.
        indent: Spaces a level, or None for one line.
    """
    return dumps(to_dict(record), indent=indent)


def dumps(value: object, *, indent: int | None = None) -> str:
    """Writes plain values as JSON in the way of every export: letters as they are, compact on one line.

    Args:
        value: What ``to_dict`` gives, or a list of it.
        indent: Spaces a level, or None for one line.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    written = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
    try:
        written.encode()
    except UnicodeEncodeError:  # a lone surrogate in the text: only an escape can carry it
        written = json.dumps(value, ensure_ascii=True, indent=indent, separators=separators, allow_nan=False)
    return written


def from_json(text: str | bytes) -> Record:
    """Reads a record back from JSON.

    Args:
        text: One JSON object in the record format, version 1; bytes are UTF-8.

    Raises:
        InputError: It is no JSON, or no record (see ``from_dict``).
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"this is no JSON ({error}); give one record as libya_news writes it") from None
    return from_dict(value)


def from_dict(value: Mapping[str, Any]) -> Record:
    """Reads a record back from dictionaries, and checks everything that a record promises.

    Keys that version 1 does not know are left out; keys of it that may be absent get their default.

    Args:
        value: What ``to_dict`` gives.

    Raises:
        InputError: A key is missing or has a wrong value, quoted words do not stand where the record says,
            the text is not the text the record was made from, or an id points to nothing.
    """
    if not isinstance(value, Mapping):
        raise InputError(f"a record is a JSON object, not {type(value).__name__}")
    if value.get("schema") != SCHEMA:
        raise InputError(f"schema is {value.get('schema')!r}; this version reads {SCHEMA!r}")
    generator = value.get("generator") or {}
    if not isinstance(generator, Mapping):
        raise InputError("generator is no JSON object")
    # cattrs is loaded only when something is read back.
    from libya_news.exporting.structuring import broken_promise, told

    flat = {**value, "version": generator.get("version", "")}
    converter = _converter()
    try:
        record: Record = converter.structure(flat, Record)
    except Exception as error:
        raise InputError(told(error)) from None
    wanted = generator.get("text_sha256")
    if wanted is not None and wanted != text_sha256(record.article.text):
        raise InputError("article.text is not the text that the record was made from (text_sha256 differs)")
    problem = broken_promise(record)
    if problem is not None:
        raise InputError(problem)
    return record


@cache
def _schema_text() -> str:
    from importlib.resources import files

    return files("libya_news.exporting").joinpath("record.schema.json").read_text(encoding="utf-8")


def json_schema() -> JsonObject:
    """The JSON Schema (draft 2020-12) of the record format; a new dictionary each time."""
    schema: JsonObject = json.loads(_schema_text())
    return schema


# Writing: explicit, for a generic walk costs several times as much and follows the order of the attributes.


def _mention(m: Mention) -> JsonObject:
    return {"start": m.start, "end": m.end, "exact": m.exact}


def _mentions(ms: Iterable[Mention]) -> list[JsonObject]:
    return [{"start": m.start, "end": m.end, "exact": m.exact} for m in ms]


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _days(days: Days) -> JsonObject:
    return {"start": _day(days.start), "end": _day(days.end)}


def _interval(i: Interval) -> JsonObject:
    return {"start": _day(i.start), "end": _day(i.end), "precision": i.precision, "basis": i.basis}


def _article(a: Article) -> JsonObject:
    dateline = a.dateline
    told = {} if a.published_at is None else {"published_at": a.published_at.isoformat()}
    return {
        "id": a.id,
        "source": a.source,
        "url": a.url,
        "outlet": a.outlet,
        "headline": a.headline,
        "standfirst": a.standfirst,
        "byline": list(a.byline),
        "dateline": None if dateline is None else {"place": dateline.place, "date": _day(dateline.date)},
        "published": _day(a.published),
        "published_basis": a.published_basis,
        **told,
        "reading_minutes": a.reading_minutes,
        "language": a.language,
        "captions": [
            {"text": c.text, "credit": c.credit, "start": c.start, "end": c.end} for c in a.captions
        ],
        "zones": [{"zone": z.zone, "start": z.start, "end": z.end} for z in a.zones],
        "text": a.text,
    }


def _role(r: Role) -> JsonObject:
    return {
        "title": r.title,
        "organisation": r.organisation,
        "start": r.start,
        "end": r.end,
        "exact": r.exact,
    }


def _actor(a: Actor) -> JsonObject:
    return {
        "id": a.id,
        "name": a.name,
        "kind": a.kind,
        "roles": [_role(r) for r in a.roles],
        "affiliations": list(a.affiliations),
        "mentions": _mentions(a.mentions),
    }


def _place(p: Place) -> JsonObject:
    out: JsonObject = {
        "id": p.id,
        "name": p.name,
        "kind": p.kind,
        "latitude": p.latitude,
        "longitude": p.longitude,
        "precision": p.precision,
        "within": list(p.within),
        "geonames": p.geonames,
        "pcode": p.pcode,
        "mentions": _mentions(p.mentions),
    }
    if p.roles:
        out["roles"] = list(p.roles)
    return out


def _date_mention(d: DateMention) -> JsonObject:
    out = {
        "start": _day(d.start),
        "end": _day(d.end),
        "precision": d.precision,
        "basis": d.basis,
        "alternatives": [_days(a) for a in d.alternatives],
        "mention": _mention(d.mention),
    }
    if d.reason is not None:
        out["reason"] = d.reason
    return out


def _speaker(s: Speaker) -> JsonObject:
    return {
        "actor": s.actor,
        "description": s.description,
        "kind": s.kind,
        "named": s.named,
        "side": s.side,
        "mention": None if s.mention is None else _mention(s.mention),
    }


def _claim(c: Claim) -> JsonObject:
    out = {
        "id": c.id,
        "speaker": _speaker(c.speaker),
        "chain": [_speaker(s) for s in c.chain],
        "cue": None if c.cue is None else _mention(c.cue),
        "content": _mention(c.content),
        "pieces": _mentions(c.pieces),
        "direct": c.direct,
        "polarity": c.polarity,
        "certainty": c.certainty,
        "said_on": None if c.said_on is None else _days(c.said_on),
        "via": c.via,
        "denies": c.denies,
    }
    if c.mode is not None:
        out["mode"] = c.mode
    if c.cue_class is not None:
        out["cue_class"] = c.cue_class
    if c.said_in is not None:
        out["said_in"] = c.said_in
    if c.interest is not None:
        out["interest"] = c.interest
    return out


def _count(c: Count) -> JsonObject:
    return {
        "low": c.low,
        "high": c.high,
        "best": c.best,
        "qualifier": c.qualifier,
        "unit": c.unit,
        "stated": c.stated,
    }


def _perpetrator(p: Perpetrator) -> JsonObject:
    return {"actor": p.actor, "description": p.description, "status": p.status}


def _relation(r: Relation) -> JsonObject:
    return {"km": r.km, "bearing": r.bearing}


def _evidence(e: Evidence) -> JsonObject:
    return {"start": e.start, "end": e.end, "exact": e.exact, "field": e.field, "basis": e.basis}


def _casualty(c: Casualty) -> JsonObject:
    v, first = c.victims, c.perpetrator
    out: JsonObject = {
        "id": c.id,
        "harm": c.harm,
        "count": _count(c.count),
        "kind": c.kind,
        "scope": c.scope,
        "victims": {
            "class": v.class_,
            "group": v.group,
            "side": v.side,
            "description": v.description,
            "names": list(v.names),
            "mention": None if v.mention is None else _mention(v.mention),
        },
        "perpetrators": [_perpetrator(p) for p in c.perpetrators],
        "perpetrator": None if first is None else {"actor": first.actor, "description": first.description},
        "cause": c.cause,
        "conflict_related": c.conflict_related,
        "includes_attacker": c.includes_attacker,
        "place": c.place,
        "places": list(c.places),
        "relation": None if c.relation is None else _relation(c.relation),
        "date": None if c.date is None else _interval(c.date),
        "part_of": c.part_of,
        "supersedes": list(c.supersedes),
        "claim": c.claim,
        "claims": list(c.claims),
        "source": None if c.source is None else _speaker(c.source),
        "evidence": [_evidence(e) for e in c.evidence],
        "rule": c.rule,
    }
    if c.interest is not None:
        out["interest"] = c.interest
    if v.nationalities:
        out["victims"]["nationalities"] = list(v.nationalities)
    return out


def _framing(f: Framing) -> JsonObject:
    return {
        "term": f.term,
        "neutral": f.neutral,
        "about": f.about,
        "used_by": f.used_by,
        "kind": f.kind,
        "mention": _mention(f.mention),
    }


def _finding(f: Finding) -> JsonObject:
    return {
        "code": f.code,
        "severity": f.severity,
        "message": f.message,
        "evidence": _mentions(f.evidence),
    }


# Reading back.


@cache
def _converter() -> Converter:
    from libya_news.exporting.structuring import record_converter

    return record_converter()
