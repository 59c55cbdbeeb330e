"""Records as FollowTheMoney entities, for Aleph and its kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from libya_news.exporting.coding import actor_name, coded
from libya_news.exporting.flat import article_key
from libya_news.exporting.flat_fields import day
from libya_news.exporting.record_json import dumps
from libya_news.knowledge.lookup import Knowledge
from libya_news.model.explanation import bounds

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener
    from libya_news.model.incident import Incident
    from libya_news.model.record import Record

Entity = dict[str, Any]

_SCHEMATA = {
    "person": "Person",
    "government": "PublicBody",
    "state": "PublicBody",
    "other": "LegalEntity",
}


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write entities, one a line and each once (see ``libya_news.exporting.formats.Writer``)."""
    out = open_file("")
    written: set[str] = set()
    for dossier in dossiers:
        for entity in entities(dossier):
            line = dumps(entity)
            key = sha256(line.encode("utf-8", "surrogatepass")).hexdigest()
            if key not in written:
                written.add(key)
                out.write(line + "\n")


def entities(dossier: Dossier) -> Iterator[Entity]:
    """The articles, actors, places and incidents of a dossier as FollowTheMoney entities.

    There is no schema for casualties: an Event says in words how many were harmed, and quotes the story. An
    actor that the knowledge knows is one entity in all stories; one that it does not know is an entity of its
    story, for two stories may each have their own Ali Fathi.

    Args:
        dossier: Records with their incidents.

    Source: the FollowTheMoney model, version 4.11.
    """
    known = Knowledge.default()
    for record in dossier.records:
        yield _article(record)
        for actor in record.actors:
            actor_id = _actor_id(dossier, actor.id, known)
            roles = dict.fromkeys(r.title for r in actor.roles)
            positions = list(roles) if actor.kind == "person" else []
            yield _entity(
                actor_id, _SCHEMATA.get(actor.kind, "Organization"), name=[actor.name], position=positions
            )
            yield _entity(
                _id("mentioned", article_key(record.article.id, record.article.text), actor.id),
                "Documentation",
                document=[_article_id(record)],
                entity=[actor_id],
                role=["mentioned"],
            )
    for incident in dossier.incidents:
        yield from _event(dossier, incident, known)


def _entity(entity_id: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    return {"id": entity_id, "schema": schema, "properties": {n: v for n, v in kept.items() if v}}


def _id(*parts: str) -> str:
    return "ln-" + sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _article_id(record: Record) -> str:
    return _id("article", article_key(record.article.id, record.article.text))


def _actor_id(dossier: Dossier, actor: str, known: Knowledge) -> str:
    if known.has_actor(actor):
        return _id("actor", actor)
    named = dossier.actor(actor)
    home = dossier.records[0] if named is None else named[0]
    return _id("actor", article_key(home.article.id, home.article.text), actor)


def _article(record: Record) -> Entity:
    article = record.article
    return _entity(
        _article_id(record),
        "Article",
        title=[article.headline or article.id],
        fileName=[article.id],
        author=article.byline,
        publisher=[article.outlet],
        publishedAt=[day(article.published)],
        sourceUrl=[article.url],
        language=["eng" if article.language == "en" else None],
        bodyText=[article.text],
    )


def _event(dossier: Dossier, incident: Incident, known: Knowledge) -> Iterator[Entity]:
    item = coded(dossier, incident)
    if not item.casualties:  # told only to be denied
        return
    place = item.place
    actors = dict.fromkeys((*item.parties.doers, *item.parties.sides))
    named = {actor: name for actor in actors if (name := actor_name(dossier, actor, known)) is not None}
    for actor, name in named.items():
        if known.has_actor(actor):
            schema = _SCHEMATA.get(known.actor(actor).kind, "Organization")
            yield _entity(_actor_id(dossier, actor, known), schema, name=[name])
    address = None
    if place is not None:
        address = _id("place", place.id)
        yield _entity(
            address,
            "Address",
            full=[place.name],
            latitude=[None if place.latitude is None else str(place.latitude)],
            longitude=[None if place.longitude is None else str(place.longitude)],
            country=["ly" if place.id == "libya" or "libya" in place.within else None],
        )
    told, quotes = [], []
    for member, c in item.casualties:
        figure = bounds(c.count) if c.count.qualifier != "unknown" else "number not known"
        told.append(f"{c.harm}: {figure}" + ("" if member.role == "statement" else f" ({member.role})"))
        quotes += [e.exact for e in c.evidence_for("count")]
    date = incident.date
    name = ", ".join(
        part
        for part in (
            (incident.cause or "harm").replace("_", " "),
            None if place is None else place.name,
            None if date is None or date.start is None else date.start.isoformat(),
        )
        if part
    )
    articles = list({m.article: dossier.record(m) for m in incident.members}.values())
    yield _entity(
        _id("event", incident.id),
        "Event",
        name=[name],
        startDate=[None if date is None else day(date.start)],
        endDate=[None if date is None else day(date.end)],
        location=[None if place is None else place.name],
        addressEntity=[address],
        country=["ly" if place is not None and (place.id == "libya" or "libya" in place.within) else None],
        involved=[_actor_id(dossier, actor, known) for actor in named],
        summary=["; ".join(dict.fromkeys(told))],
        description=list(dict.fromkeys(quotes)),
        proof=[_article_id(r) for r in articles],
        sourceUrl=[r.article.url for r in articles],
        recordId=[incident.id],
    )
