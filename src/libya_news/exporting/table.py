"""A record as tables for people: the casualties, the words they rest on, the claims, the findings."""

from __future__ import annotations

import shutil
import textwrap
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from libya_news.exporting import phrases
from libya_news.exporting.layout import Runs, Sheet, draw
from libya_news.exporting.names import Names
from libya_news.model.casualty import Casualty
from libya_news.model.claim import Claim
from libya_news.model.record import Record
from libya_news.text.printing import printable
from libya_news.text.tokens import sentence_spans

_QUOTE = 160  # code points of a claim that are shown; the whole claim is in the JSON


def render(record: Record, *, width: int | None = None, rich: bool | None = None, bold: bool = False) -> str:
    """Draws a record.

    Args:
        record: The record.
        width: Columns to fill; the terminal's (100 where there is none) for None.
        rich: Whether rich draws the tables; None for "where it is installed".
        bold: Whether the output is a terminal that shows bold; elsewhere asterisks stand around the words.

    Returns:
        Lines without a newline at the end of the last, the text of the story made safe for a terminal.
    """
    if width is None:
        width = max(60, shutil.get_terminal_size((100, 24)).columns)
    parts = [_head(record, width)]
    parts += [draw(sheet, width, rich=rich, bold=bold) for sheet in sheets(record)]
    return "\n\n".join(parts) + "\n"


def sheets(record: Record) -> tuple[Sheet, ...]:
    """The tables of a record that have rows, the casualties first.

    Args:
        record: The record.
    """
    names = Names([record])
    casualties = Sheet(
        "CASUALTIES",
        ("id", "how many", "whose people", "where", "when", "by whom, how", "who says so"),
        tuple(_casualty(names, c) for c in record.casualties),
    )
    evidence = Sheet(
        "THE WORDS THEY REST ON",
        ("casualty", "for", "at", "words"),
        tuple(row for c in record.casualties for row in _evidence(c)),
    )
    sentences = Sheet("IN THEIR SENTENCES", ("casualty", "sentence"), tuple(_sentences(record)))
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
    return tuple(sheet for sheet in (casualties, evidence, sentences, claims, findings) if sheet.rows)


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


def _casualty(names: Names, c: Casualty) -> tuple[str, ...]:
    who = [printable(c.victims.description) or c.victims.class_, *map(printable, c.victims.names)]
    party = names.actor(c.victims.side)
    tags = [t for t in (c.victims.class_, party) if t and t not in (who[0], "unspecified")]
    by = [phrases.perpetrator(names, p) for p in c.perpetrators]
    if c.cause is not None:
        by.append(c.cause.replace("_", " "))
    kind = "" if (c.kind, c.scope) == ("incident", "event") else f" ({c.kind}, {c.scope})"
    return (
        c.id,
        phrases.how_many(c) + kind,
        ", ".join(who) + (f" ({'; '.join(tags)})" if tags else ""),
        phrases.where(names, c),
        phrases.when(c.date),
        "; ".join(by) or phrases.NOT_TOLD,
        phrases.speaker(c.source),
    )


def _evidence(c: Casualty) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for i, e in enumerate(c.evidence):
        field = e.field if e.basis == "stated" else f"{e.field} (carried)"
        rows.append(("" if i else c.id, field, f"{e.start}-{e.end}", f'"{printable(e.exact)}"'))
    return rows


def _sentences(record: Record) -> Iterator[tuple[str | Runs, ...]]:
    """Yield the sentences that state a casualty, with all its words in them bold."""
    if not record.casualties:
        return
    text = record.article.text
    bounds = sentence_spans(text)
    starts = [start for start, _ in bounds]
    for c in record.casualties:
        told = {bisect_right(starts, e.start) - 1 for e in c.evidence if e.field in ("count", "harm")}
        for i, n in enumerate(sorted(n for n in told if n >= 0)):
            start, end = bounds[n]
            inside = [(e.start, e.end) for e in c.evidence if e.start < end and start < e.end]
            yield "" if i else c.id, _bold(text, start, end, inside)


def _bold(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Runs:
    parts = []
    at = start
    for first, last in sorted(spans):
        if last > at:
            parts += [text[at : max(first, at)], text[max(first, at) : min(last, end)]]
            at = min(last, end)
    return Runs((*parts, text[at:end]))


def _claim(c: Claim) -> tuple[str, ...]:
    content = printable(c.content.exact)
    if len(content) > _QUOTE:
        content = content[: _QUOTE - 2].rstrip() + " ..."
    content += "" if c.polarity == "asserts" else " (denied)"
    content += "" if c.certainty == "certain" else f" ({c.certainty})"
    return c.id, phrases.speaker(c.speaker), phrases.days(c.said_on), content
