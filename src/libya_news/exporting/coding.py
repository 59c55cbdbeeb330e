"""What coding sheets share: which incidents get a row, who fought whom, and the words behind each row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from libya_news.exporting.dossier import Dossier
from libya_news.exporting.flat import Row, Value, sound
from libya_news.exporting.spreadsheet import Rows, rows_into, write_rows
from libya_news.knowledge.lookup import Knowledge
from libya_news.model.casualty import Casualty
from libya_news.model.explanation import bounds
from libya_news.model.ids import text_sha256
from libya_news.model.incident import Incident, Member
from libya_news.model.place import Place, Relation
from libya_news.model.span import EvidenceField
from libya_news.reconciling.statements import CIVILIANS
from libya_news.text.tokens import sentence_spans

EVIDENCE_COLUMNS = (
    *("row", "event_id", "columns", "article_id", "casualty_id", "role", "claim_id"),
    *("field", "basis", "start", "end", "exact", "text_sha256"),
)
LEFT_OUT_COLUMNS = ("event_id", "articles", "casualties", "reason", "quote")
_LONGEST = 400  # code points of a sentence in a note
_UNARMED = CIVILIANS | {"foreigner"}


@attrs.frozen(kw_only=True)
class Parties:
    """Who took part in an incident, as its stories tell it.

    Attributes:
        doers: Ids of actors that did it or are accused, in text order.
        sides: Ids of the sides whose people were harmed, in text order.
        groups: For each side the unit of its that is named, if one is.
        classes: The classes of those harmed.
    """

    doers: tuple[str, ...]
    sides: tuple[str, ...]
    groups: Mapping[str, str]
    classes: frozenset[str]

    @property
    def unarmed(self) -> bool:
        """Whether all who were harmed are told to be civilians."""
        return bool(self.classes) and self.classes <= _UNARMED


@attrs.frozen(kw_only=True)
class Coded:
    """An incident that gets a row.

    Attributes:
        incident: The incident.
        dossier: What holds it.
        place: Where, or None.
        casualties: Its casualties that count, with their places in the incident.
        parties: Who took part.
    """

    incident: Incident
    dossier: Dossier
    place: Place | None
    casualties: tuple[tuple[Member, Casualty], ...]
    parties: Parties

    @property
    def relation(self) -> Relation | None:
        """Distance and direction from the place, where the text gives them."""
        told = (c.relation for _, c in self.casualties if c.place == self.incident.place)
        return next((r for r in told if r is not None), None)

    def within(self, kind: str, known: Knowledge) -> str | None:
        """The name of the place of a kind that holds the incident (or is its place), or None."""
        if self.place is None:
            return None
        if self.place.kind == kind:
            return self.place.name
        ids = (i for i in self.place.within if known.has_place(i) and known.place(i).kind == kind)
        found = next(ids, None)
        return None if found is None else known.place(found).name


def left_out(dossier: Dossier, incident: Incident) -> str | None:
    """Why an incident gets no row in any coding sheet, or None where it may.

    Args:
        dossier: What holds the incident.
        incident: The incident.
    """
    casualties = [dossier.casualty(m) for m in incident.members]
    if all(m.role == "denied" for m in incident.members):
        return "told only to be denied"
    if all(c.scope == "background" for c in casualties):
        return "told as background, from another time"
    if all(c.conflict_related is False for c in casualties):
        return "not of the conflict, as the story tells it"
    if incident.kind == "aggregate" and incident.parts:
        return "toll of a period that holds other incidents: both would count the same dead twice"
    return None


def coded(dossier: Dossier, incident: Incident) -> Coded:
    """An incident with what its row is made of.

    Args:
        dossier: What holds the incident.
        incident: The incident.
    """
    casualties = tuple((m, dossier.casualty(m)) for m in incident.members if m.role != "denied")
    doers = [
        p.actor
        for _, c in casualties
        for p in c.perpetrators
        if p.actor and p.status in ("stated", "accused")
    ]
    sides = [c.victims.side for _, c in casualties if c.victims.side]
    groups: dict[str, str] = {}
    for _, c in casualties:
        if c.victims.side and c.victims.group and c.victims.group != c.victims.side:
            groups.setdefault(c.victims.side, c.victims.group)
    parties = Parties(
        doers=tuple(dict.fromkeys(doers)),
        sides=tuple(dict.fromkeys(sides)),
        groups=groups,
        classes=frozenset(c.victims.class_ for _, c in casualties),
    )
    return Coded(
        incident=incident,
        dossier=dossier,
        place=dossier.place(incident),
        casualties=casualties,
        parties=parties,
    )


def actor_name(
    dossier: Dossier, actor_id: str | None, known: Knowledge, *, acled: bool = False
) -> str | None:
    """The neutral name of an actor, or its name in ACLED's data.

    Args:
        dossier: What names it.
        actor_id: Its id, or None.
        known: The knowledge of actors.
        acled: Whether ACLED's name is wanted, where it is known.
    """
    if actor_id is None:
        return None
    if known.has_actor(actor_id):
        entry = known.actor(actor_id)
        return (entry.acled if acled else None) or entry.name
    named = dossier.actor(actor_id)
    return None if named is None else named[1].name


def note(item: Coded) -> str:
    """What the stories say of an incident, in their own sentences, each with its source.

    Args:
        item: The incident.
    """
    told: dict[str, list[str]] = {}
    for member, c in item.casualties:
        record = item.dossier.record(member)
        words = c.evidence_for("count")[0]
        sentence = _sentence(record.article.text, words.start)
        source = record.article.outlet or record.article.id
        who = c.source.description or c.source.kind if c.source is not None else "the newspaper itself"
        figure = bounds(c.count) if c.count.qualifier != "unknown" else "number not known"
        part = "" if member.role == "statement" else f" ({member.role}: not to be added)"
        fact = f"{c.harm} {figure} on the word of {who}{part}"
        told.setdefault(f'"{sentence}" ({source})', []).append(fact)
    return " ".join(f"{sentence} [{'; '.join(dict.fromkeys(facts))}]" for sentence, facts in told.items())


def _sentence(text: str, offset: int) -> str:
    spans = sentence_spans(text)
    start, end = spans[max(0, bisect_right(spans, (offset, len(text))) - 1)] if spans else (0, len(text))
    found = " ".join(text[start:end].split())
    return found if len(found) <= _LONGEST else found[: _LONGEST - 3].rstrip() + "..."


def write_sheet(
    name: str,
    columns: tuple[str, ...],
    row_of: Callable[[Coded], Mapping[str, Value]],
    excluded: Callable[[Coded], str | None],
    behind: Mapping[EvidenceField, tuple[str, ...]],
    dossiers: Iterable[Dossier],
    open_file: Callable[[str], object],
    *,
    guard: bool,
) -> None:
    """Write a coding sheet, the words behind each of its rows, and what got no row and why.

    Args:
        name: What the files are called.
        columns: The columns of the sheet in their order.
        row_of: Makes the cells of a row; a column that it does not fill stays blank.
        excluded: Why an incident gets no row in this sheet, or None.
        behind: The columns that each kind of evidence stands behind.
        dossiers: The incidents.
        open_file: Gives the files.
        guard: As for ``export``.
    """
    from typing import TextIO, cast

    sheet, evidence, without = (
        rows_into(cast("TextIO", open_file(f"{name}{part}.csv"))) for part in ("", "-evidence", "-left-out")
    )
    sheet.writerow(columns)
    evidence.writerow(EVIDENCE_COLUMNS)
    without.writerow(LEFT_OUT_COLUMNS)
    number = 0
    for dossier in dossiers:
        for incident in dossier.incidents:
            item = coded(dossier, incident)
            reason = left_out(dossier, incident) or excluded(item)
            if reason is not None:
                write_rows(without, [_without(item, reason)], guard=guard)
                continue
            number += 1
            cells = row_of(item)
            write_rows(sheet, [tuple(sound(cells.get(c)) for c in columns)], guard=guard)
            _write_evidence(evidence, item, number, cells, behind, guard=guard)


def _write_evidence(
    out: Rows,
    item: Coded,
    number: int,
    cells: Mapping[str, Value],
    behind: Mapping[EvidenceField, tuple[str, ...]],
    *,
    guard: bool,
) -> None:
    def rows() -> Iterator[Row]:
        for member, c in item.casualties:
            digest = text_sha256(item.dossier.record(member).article.text)
            for e in c.evidence:
                filled = _filled(item, member, c, e.field, cells, behind)
                if not filled:
                    continue
                yield (
                    *(number, item.incident.id, filled, member.article, c.id, member.role, member.claim),
                    *(e.field, e.basis, e.start, e.end, sound(e.exact), digest),
                )

    write_rows(out, rows(), guard=guard)


_FIGURES = frozenset(
    {"fatalities", "best", "high", "low", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"}
)
_OF_PARTY = {
    "actor1": ("inter1", "assoc_actor_1", "interaction"),
    "actor2": ("inter2", "assoc_actor_2", "interaction"),
    "side_a": ("dyad_name", "deaths_a"),
    "side_b": ("dyad_name", "deaths_b"),
}


def _filled(
    item: Coded,
    member: Member,
    c: Casualty,
    field: EvidenceField,
    cells: Mapping[str, Value],
    behind: Mapping[EvidenceField, tuple[str, ...]],
) -> tuple[str, ...]:
    """Return the columns that words stand behind: no figure that they do not give, no party that they do not name."""
    columns = [n for n in behind.get(field, ()) if cells.get(n) is not None]
    toll = item.incident.toll("killed")
    bases = set() if toll is None else {m for b in (toll.low, toll.best, toll.high) for m in b.members}
    if c.harm != "killed" or member not in bases:
        columns = [n for n in columns if n not in _FIGURES]
    if field in ("side", "perpetrator"):
        ids = [c.victims.side] if field == "side" else [p.actor for p in c.perpetrators]
        known = Knowledge.default()
        names = {actor_name(item.dossier, i, known, acled=a) for i in ids if i for a in (True, False)}
        mine = {n for n in _OF_PARTY if cells.get(n) in names}
        mine |= {n for party in mine for n in _OF_PARTY[party]}
        columns = [n for n in columns if n in mine]
    return tuple(columns)


def _without(item: Coded, reason: str) -> Row:
    members = item.incident.members
    first = item.dossier.casualty(members[0]).evidence_for("count")[0]
    return (
        item.incident.id,
        tuple(dict.fromkeys(m.article for m in members)),
        tuple(m.casualty for m in members),
        reason,
        sound(first.exact),
    )
