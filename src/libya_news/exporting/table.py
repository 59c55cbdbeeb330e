"""A record as tables for people: the casualties, the words they rest on, the claims, the findings."""

from __future__ import annotations

import datetime as dt
import shutil
import textwrap

from libya_news.exporting.layout import Sheet, draw, printable
from libya_news.model.casualty import Casualty
from libya_news.model.claim import Claim, Speaker
from libya_news.model.explanation import bounds
from libya_news.model.interval import Days, Interval
from libya_news.model.record import Record

_QUOTE = 160  # code points of a claim that are shown; the whole claim is in the JSON


def render(record: Record, *, width: int | None = None, rich: bool | None = None) -> str:
    """Draws a record.

    Args:
        record: The record.
        width: Columns to fill; the terminal's (100 where there is none) for None.
        rich: Whether rich draws the tables; None for "where it is installed".

    Returns:
        Lines without a newline at the end of the last, the text of the story made safe for a terminal.
    """
    if width is None:
        width = max(60, shutil.get_terminal_size((100, 24)).columns)
    parts = [_head(record, width)]
    parts += [draw(sheet, width, rich=rich) for sheet in sheets(record)]
    return "\n\n".join(parts) + "\n"


def sheets(record: Record) -> tuple[Sheet, ...]:
    """The tables of a record that have rows, the casualties first.

    Args:
        record: The record.
    """
    casualties = Sheet(
        "CASUALTIES",
        ("id", "how many", "whose people", "where", "when", "by whom, how", "who says so"),
        tuple(_casualty(record, c) for c in record.casualties),
    )
    evidence = Sheet(
        "THE WORDS THEY REST ON",
        ("casualty", "for", "at", "words"),
        tuple(row for c in record.casualties for row in _evidence(c)),
    )
    claims = Sheet(
        "WHO SAYS WHAT",
        ("claim", "speaker", "said on", "what"),
        tuple(_claim(c) for c in record.claims),
    )
    findings = Sheet(
        "FINDINGS",
        ("code", "severity", "what to look at"),
        tuple((f.code, f.severity, printable(f.message)) for f in record.findings),
    )
    return tuple(sheet for sheet in (casualties, evidence, claims, findings) if sheet.rows)


def _head(record: Record, width: int) -> str:
    article = record.article
    lines = [printable(article.headline or article.source or article.id)]
    if article.published is None:
        lines.append('publication day not known: days like "Sunday" stay unresolved (--published gives it)')
    else:
        lines.append(f"published {article.published} ({article.published_basis or 'input'})")
    lines += [
        f"caption: {printable(c.text)}" + (f" [{printable(c.credit)}]" if c.credit else "")
        for c in article.captions
    ]
    for name, found in (("actors", record.actors), ("places", record.places)):
        if found:
            lines.append(f"{name}: " + ", ".join(printable(thing.name) for thing in found))
    if not record.casualties:
        lines.append("no casualties found")
    return "\n".join(textwrap.fill(line, width, subsequent_indent="  ") for line in lines)


def _casualty(record: Record, c: Casualty) -> tuple[str, ...]:
    who = [printable(c.victims.description) or c.victims.class_, *map(printable, c.victims.names)]
    party = _actor(record, c.victims.side)
    tags = [t for t in (c.victims.class_, party) if t and t not in (who[0], "unspecified")]
    by = [
        (_actor(record, p.actor) or printable(p.description))
        + ("" if p.status == "stated" else f" ({p.status})")
        for p in c.perpetrators
    ]
    if c.cause is not None:
        by.append(c.cause.replace("_", " "))
    how_many = (
        f"{bounds(c.count)} {c.harm}" if c.count.qualifier != "unknown" else f"{c.harm}, number not known"
    )
    kind = "" if (c.kind, c.scope) == ("incident", "event") else f" ({c.kind}, {c.scope})"
    return (
        c.id,
        how_many + kind,
        ", ".join(who) + (f" ({'; '.join(tags)})" if tags else ""),
        _where(record, c),
        _when(c.date),
        "; ".join(by) or "not told",
        _speaker(c.source) if c.source is not None else "the newspaper itself",
    )


def _evidence(c: Casualty) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for i, e in enumerate(c.evidence):
        field = e.field if e.basis == "stated" else f"{e.field} (carried)"
        rows.append(("" if i else c.id, field, f"{e.start}-{e.end}", f'"{printable(e.exact)}"'))
    return rows


def _claim(c: Claim) -> tuple[str, ...]:
    content = printable(c.content.exact)
    if len(content) > _QUOTE:
        content = content[: _QUOTE - 2].rstrip() + " ..."
    content += "" if c.polarity == "asserts" else " (denied)"
    content += "" if c.certainty == "certain" else f" ({c.certainty})"
    return c.id, _speaker(c.speaker), _days(c.said_on), content


def _speaker(speaker: Speaker) -> str:
    return f"{printable(speaker.description) or 'unnamed'} ({speaker.kind})"


def _actor(record: Record, actor_id: str | None) -> str:
    """The name of an actor; its id where the story does not name it."""
    actor = record.actor(actor_id)
    return printable(actor.name) if actor is not None else actor_id or ""


def _where(record: Record, c: Casualty) -> str:
    names = []
    for place_id in dict.fromkeys((*([c.place] if c.place else []), *c.places)):
        place = record.place(place_id)
        names.append(printable(place.name) if place is not None else place_id)
    if c.relation is not None and names:
        km = f"{c.relation.km:g} km " if c.relation.km is not None else "near, "
        names[0] = f"{km}{c.relation.bearing or 'from'} of {names[0]}".replace("from of", "from")
    return ", ".join(names) or "not told"


def _when(interval: Interval | None) -> str:
    if interval is None:
        return "not told"
    return _days(interval.days) + ("" if interval.basis in (None, "stated") else f" ({interval.basis})")


def _days(days: Days | None) -> str:
    if days is None or (days.start is None and days.end is None):
        return "not told"
    if days.start is None:
        return f"until {days.end}"
    if days.end is None:
        return f"from {days.start}"
    if days.start == days.end:
        return str(days.start)
    last = (days.end + dt.timedelta(days=1)).day == 1 if days.end < dt.date.max else True
    if (
        days.start.day == 1
        and last
        and (days.start.year, days.start.month) == (days.end.year, days.end.month)
    ):
        return f"{days.start:%Y-%m}"
    return f"{days.start} to {days.end}"
