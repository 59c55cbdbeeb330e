"""One story: its text with the evidence marked, its casualties, its claims, its loaded words, its findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from libya_news.exporting import phrases
from libya_news.exporting.html.cards import Shown, card, finding, quote, stance, unknown
from libya_news.exporting.html.highlight import Mark, Segment, segments
from libya_news.exporting.html.markup import Markup, anchor, bdi, el, join
from libya_news.model.article import Article
from libya_news.model.claim import Claim
from libya_news.model.framing import Framing

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_MOST = 6  # marks that one line of a tip names


def story(shown: Shown) -> Markup:
    """Draws a record: the story beside its casualties, then what else was read from it.

    Args:
        shown: The record.
    """
    record = shown.record
    cards = [card(shown, c, n) for n, c in enumerate(record.casualties, 1)]
    none = el("p", "No casualties were found in this story. That is not a finding that nobody was harmed.")
    return el(
        "section",
        heading(record.article, title(record.article) if shown.number else "The story", shown.number),
        el(
            "div",
            el("div", marked(shown), class_="text", tabindex="0", role="region", aria_label="The story"),
            el("div", *(cards or [none]), class_="cards"),
            class_="pair",
        ),
        *_shared_words(shown),
        *_table(
            "What people say",
            ("Who", "Said on", "Words"),
            [(shown.id_of(c.id), _claim(shown, c)) for c in record.claims],
        ),
        *_table(
            "Loaded words",
            ("Word", "Neutral word", "Said of", "Used by"),
            [(anchor(shown.key, "framing", i), _framing(shown, f)) for i, f in enumerate(record.framing)],
        ),
        *_all_findings(shown),
        class_="story",
        id=shown.key,
    )


def heading(article: Article, name: str, number: int | None = None) -> Markup:
    """The head of a story, with where and when it was published.

    Args:
        article: The article.
        name: What it is called.
        number: Its number on the page, or None.
    """
    first = f"{number}. " if number is not None else ""
    day = article.published
    basis = article.published_basis or "input"
    facts = [
        ("Outlet", bdi(article.outlet) if article.outlet else None),
        ("By", bdi(", ".join(article.byline)) if article.byline else None),
        ("Published", join(f"{day} ({basis})") if day else unknown("day not known")),
        ("Address", bdi(article.url) if article.url else None),
        ("Read from", bdi(article.source) if article.source else None),
        ("Id", bdi(article.id)),
    ]
    told = [el("div", el("dt", name), " ", el("dd", value)) for name, value in facts if value is not None]
    return el("header", el("h2", first, bdi(name)), el("dl", *told, class_="facts"))


def title(article: Article) -> str:
    """What a story is called: its headline, else its first words.

    Args:
        article: The article.
    """
    if article.headline:
        return article.headline
    words = " ".join(article.text[:300].split())
    return (words if len(words) <= 70 else words[:68].rsplit(" ", 1)[0] + " …") or article.id


def marked(shown: Shown) -> Markup:
    """The text of the story, whole and in order, with every mark linked to its record.

    Args:
        shown: The record.
    """
    text = shown.record.article.text
    pieces = list(segments(len(text), _marks(shown)))
    return join(*_blocks(shown.record.article, shown, pieces))


def plain(article: Article) -> Markup:
    """The text of an article that nothing was read from yet.

    Args:
        article: The article.
    """
    return join(*_blocks(article, None, list(segments(len(article.text), ()))))


def _blocks(article: Article, shown: Shown | None, pieces: list[Segment]) -> Iterator[Markup]:
    """Yield the paragraphs; the blank lines between them are kept, unseen, so that no code point is lost."""
    text = article.text
    at = start = 0

    def upto(start: int, end: int) -> Iterator[Markup]:
        nonlocal at
        while at < len(pieces) and pieces[at].start < end:
            piece = pieces[at]
            yield _stretch(shown, piece, text, max(piece.start, start), min(piece.end, end))
            if piece.end > end:
                return  # it goes on behind
            at += 1

    for end, after in _paragraphs(article):
        inside = [*upto(start, end)]
        gap = [*upto(end, after)]
        if gap:
            inside.append(el("span", *gap, class_="gap"))
        if inside:
            yield el("p", *inside, class_=f"z-{article.zone_at(max(start, end - 1))}", dir="auto")
        start = after


def _paragraphs(article: Article) -> list[tuple[int, int]]:
    """Return where paragraphs end, and where what follows begins: at blank lines, and where a zone begins."""
    text = article.text
    ends = {m.start(): m.end() for m in _BREAK.finditer(text)}
    gaps = sorted(ends.items())
    for zone in article.zones:
        start = end = min(zone.start, len(text))
        while end and text[end - 1].isspace():
            end -= 1
        # A dateline and the body behind it stand on one line: that is one paragraph.
        if "\n" in text[end:start] and not any(first <= start <= after for first, after in gaps):
            ends[end] = start
    return [*sorted(ends.items()), (len(text), len(text))]


def _stretch(shown: Shown | None, piece: Segment, text: str, start: int, end: int) -> Markup:
    words = join(text[start:end])
    if shown is None or not piece.marks:
        return words
    first = piece.marks[0]
    owners = _owners(piece)
    says = [m.says for m in piece.marks]
    more = [f"and {len(says) - _MOST} more"] if len(says) > _MOST else []
    # Words of several records are linked to the list of all of them.
    target = first.owner if len(owners) == 1 else anchor(shown.key, "l", piece.start)
    made = el(
        "mark",
        el("a", words, href=f"#{target}", title="\n".join([*says[:_MOST], *more])),
        class_=f"f-{first.field}",
        id=shown.word_id(start) if start == piece.start else None,
    )
    ended = {m.number: m.owner for m in piece.marks if m.field == "count" and m.end == end and m.number}
    links = [el("a", str(n), href=f"#{owner}") for n, owner in sorted(ended.items())]
    return join(made, el("sup", *_listed(links, " "), class_="ref")) if links else made


def _marks(shown: Shown) -> Iterator[Mark]:
    record = shown.record
    for n, c in enumerate(record.casualties, 1):
        for e in c.evidence:
            says = f"{e.field} of figure {n} ({c.id}), rule {c.rule or 'not named'}"
            if e.basis == "carried":
                says += ", carried from here"
            yield Mark(start=e.start, end=e.end, field=e.field, owner=shown.id_of(c.id), says=says, number=n)
    for claim in record.claims:
        if claim.cue is not None:
            says = f"words of {claim.id}: {claim.speaker.description}"
            yield Mark(
                start=claim.cue.start, end=claim.cue.end, field="cue", owner=shown.id_of(claim.id), says=says
            )
    for i, f in enumerate(record.framing):
        m, says = f.mention, f"loaded word, used by {f.used_by}"
        yield Mark(
            start=m.start, end=m.end, field="framing", owner=anchor(shown.key, "framing", i), says=says
        )
    for i, found in enumerate(record.findings):
        for m in found.evidence:
            says = f"{found.code}: {found.message}"
            yield Mark(
                start=m.start, end=m.end, field="finding", owner=anchor(shown.key, "finding", i), says=says
            )


def _shared_words(shown: Shown) -> list[Markup]:
    """Return the list of words that serve several records: their marks are linked to it."""
    text = shown.record.article.text
    rows = []
    for piece in segments(len(text), _marks(shown)):
        if len(_owners(piece)) < 2:
            continue
        by_owner: dict[str, list[Mark]] = {}
        for mark in piece.marks:
            by_owner.setdefault(mark.owner, []).append(mark)
        uses = [el("a", _use(ms), href=f"#{owner}") for owner, ms in by_owner.items()]
        rows.append(
            el(
                "li",
                el("a", el("q", bdi(text[piece.start : piece.end])), href=f"#{shown.word_id(piece.start)}"),
                " ",
                *_listed(uses),
                id=anchor(shown.key, "l", piece.start),
            )
        )
    if not rows:
        return []
    return [el("h3", "Words that serve several records"), el("ul", *rows, class_="words shared")]


def _owners(piece: Segment) -> set[str]:
    """Return what words are linked to; a finding only where nothing else rests on them, for it has a list."""
    return {m.owner for m in piece.marks if m.field != "finding"} or {m.owner for m in piece.marks}


def _use(marks: list[Mark]) -> str:
    """Return what words are for, in one record."""
    first = marks[0]
    if first.number is None:
        return first.says
    fields = dict.fromkeys(m.field for m in marks)
    return f"{', '.join(fields)} of figure {first.number}"


def _listed(parts: list[Markup], mark: str = "; ") -> list[str]:
    return [p if not i else join(mark, p) for i, p in enumerate(parts)]


def _table(name: str, columns: tuple[str, ...], rows: list[tuple[str, tuple[Markup, ...]]]) -> list[Markup]:
    if not rows:
        return []
    head = el("tr", *(el("th", column, scope="col") for column in columns))
    body = [
        el("tr", *(el("td", cell, data_label=c) for c, cell in zip(columns, cells, strict=True)), id=row_id)
        for row_id, cells in rows
    ]
    return [el("h3", name), el("table", el("thead", head), el("tbody", *body))]


def _claim(shown: Shown, c: Claim) -> tuple[Markup, ...]:
    chain = [join(bdi(phrases.speaker(s)), " → ") for s in c.chain]
    who = join(*chain, bdi(phrases.speaker(c.speaker)), *(f", {word}" for word in stance(c)))
    said = phrases.days(c.said_on)
    day = join(said) if said != phrases.NOT_TOLD else unknown()
    cue = [join(" (", quote(shown, c.cue), ")")] if c.cue is not None else []
    words = bdi(c.content.exact)
    return who, day, join(el("q", words) if c.direct else words, *cue)


def _framing(shown: Shown, f: Framing) -> tuple[Markup, ...]:
    speaker = next((c.speaker for c in shown.record.claims if c.id == f.used_by), None)
    if speaker is None:
        used_by = join(f.used_by)
    else:
        used_by = el("a", bdi(speaker.description or "a speaker"), href=f"#{shown.id_of(f.used_by)}")
    return (
        quote(shown, f.mention),
        bdi(f.neutral) if f.neutral else unknown("none listed"),
        bdi(shown.names.actor(f.about)) if f.about else unknown("nobody named"),
        used_by,
    )


def _all_findings(shown: Shown) -> list[Markup]:
    found = shown.record.findings
    if not found:
        return []
    rows = [el("li", finding(shown, f), id=anchor(shown.key, "finding", i)) for i, f in enumerate(found)]
    return [el("h3", "Findings"), el("ul", *rows, class_="findings")]
