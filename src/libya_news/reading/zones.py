"""The zones of a story: headline, standfirst, byline, dateline, captions, body, links, notes and agency tail.

The text is never edited: a zone is a stretch of it. What no line of furniture claims is body.
"""

from __future__ import annotations

from operator import itemgetter

import attrs

from libya_news.model.article import Article, Dateline, Zone, ZoneKind
from libya_news.reading.captions import find_caption
from libya_news.reading.datelines import find_dateline
from libya_news.reading.furniture import (
    is_agency_tail,
    is_correction,
    is_related,
    is_related_heading,
    is_wire_credit,
    read_furniture,
    tail_credit_start,
)
from libya_news.reading.heads import Head, is_prose, read_head
from libya_news.reading.language import language_of
from libya_news.reading.lines import Line, split_lines
from libya_news.reading.outlets import outlet_of_url
from libya_news.reading.published import dateline_day, publication_day
from libya_news.reading.words import may_be_outside, words

_TAIL = 10  # lines at the foot in which an agency's or a desk's line is looked for


def with_zones(article: Article) -> Article:
    r"""Splits an article's text into zones and reads what its furniture says.

    Use it on articles made by hand; `parse` calls it where it was not done. What the input gave (headline,
    publication day, outlet, authors) is kept; only what was missing is filled.

    >>> text = "Two die in Sirte\n\n3 July 2017\n\nTwo men died in Sirte on Sunday, a medic said."
    >>> article = with_zones(Article.from_text(text))
    >>> [zone.zone for zone in article.zones]
    ['headline', 'byline', 'body']
    >>> article.published, article.published_basis
    (datetime.date(2017, 7, 3), 'furniture')

    Args:
        article: An article; its text may be anything.

    Returns:
        The same article with `zones`, `headline`, `standfirst`, `byline`, `dateline`, `published`,
        `captions`, `reading_minutes`, `outlet` and `language` read. The date line, the reading time and the
        authors are zone `byline`; share bars and links are `related`.
    """
    text = article.text
    lines = split_lines(text)
    if not lines:
        return attrs.evolve(article, zones=())
    given = {caption.start for caption in article.captions}
    pictures = [line for line in lines if line.start in given] if given else []
    if pictures:
        lines = [line for line in lines if line.start not in given] or pictures
    head = read_head(lines, article.headline, article.standfirst)
    head.zones.extend(("caption", line.start, line.end) for line in pictures)
    _read_rest(lines, head)
    zones = _sorted_zones(text, head)
    printed = head.dateline
    published, basis = publication_day(article.published, head.furniture_day, printed, article.url)
    dateline = article.dateline
    if dateline is None and printed is not None and printed.place is not None:
        dateline = Dateline(printed.place, dateline_day(printed, published))
    outlet = article.outlet or head.outlet or (outlet_of_url(article.url) if article.url else None)
    if outlet is None and printed is not None:
        outlet = printed.agency
    body = next((zone.start for zone in zones if zone.zone == "body"), 0)
    return Article(
        text=text,
        id=article.id,
        source=article.source,
        url=article.url,
        zones=zones,
        headline=article.headline or _quoted(text, head.headline),
        standfirst=article.standfirst or _quoted(text, head.standfirst),
        byline=article.byline or head.byline,
        dateline=dateline,
        published=published,
        published_basis=article.published_basis or basis,
        published_at=article.published_at,
        reading_minutes=article.reading_minutes if article.reading_minutes is not None else head.minutes,
        captions=article.captions or tuple(sorted(head.captions, key=lambda caption: caption.start)),
        outlet=outlet,
        language=article.language or language_of(text, body),
    )


def _quoted(text: str, span: tuple[int, int] | None) -> str | None:
    return None if span is None else text[span[0] : span[1]]


def _read_rest(lines: list[Line], head: Head) -> None:
    """Reads the lines from the body's first to the last; what is nothing else is body."""
    taken = {start for _, start, _ in head.zones}
    tail_from = max(head.body + 1, len(lines) - _TAIL)
    last = len(lines) - 2
    body: list[Line] = []
    in_links = closed = False
    zones = head.zones
    for index in range(head.body, len(lines)):
        line = lines[index]
        text, start, end, _ = line
        if start in taken and not (index == head.body and head.body_offset is not None):
            continue
        if index == head.body and head.body_offset is not None:
            body.append(Line(text[head.body_offset - start :], head.body_offset, end, True))
            continue
        kind: ZoneKind | None = None
        outside = may_be_outside(text)
        in_tail = index >= tail_from and (
            outside or closed or len(text) < 60 or (index >= last and (len(text) < 100 or _names_desk(text)))
        )
        if outside or in_tail or in_links or text[-1] in "])" or _may_be_credited(text):
            kind, in_links = _kind_of(lines, index, head, in_links=in_links, in_tail=in_tail, closed=closed)
            closed = closed or (kind == "agency" and not text.strip(" *_#-–—."))
        if kind is None and text[:2].isupper() and (dateline := find_dateline(text, strict=True)) is not None:
            zones.append(("dateline", start, start + len(text[: dateline.end].rstrip())))
            if head.dateline is None:
                head.dateline = dateline
            if dateline.end < len(text):
                body.append(Line(text[dateline.end :], start + dateline.end, end, True))
            continue
        if kind is None:
            body.append(line)
        else:
            zones.append((kind, start, end))
    if body:
        _close_body(body, zones)


def _names_desk(text: str) -> bool:
    """Whether a line holds the words with which a desk or an agency signs."""
    return len(text) < 400 and any(phrase in text for phrase in words().agency_contains)


def _may_be_credited(text: str) -> bool:
    """Whether a short line may end with a picture's credit outside brackets."""
    return len(text) < 300 and (
        "/" in text[-44:] or "redit:" in text[-66:] or "hoto:" in text[-66:] or "©" in text
    )


def _kind_of(
    lines: list[Line], index: int, head: Head, *, in_links: bool, in_tail: bool, closed: bool
) -> tuple[ZoneKind | None, bool]:
    """What a line of the story is besides body, and whether a list of links goes on after it."""
    text, start, _, _ = lines[index]
    if is_related(text):
        return "related", is_related_heading(text) and index > head.body
    if in_links and not is_prose(text) and len(text) < 160:
        return "related", True
    if is_correction(text):
        return "correction", False
    if is_wire_credit(text):
        return "agency", False
    if index > head.body and (caption := find_caption(text, start, in_head=False)) is not None:
        if caption.text:
            head.captions.append(caption)
        return "caption", False
    if in_tail and (closed or _is_tail(lines, index, head)):
        return "agency", False
    return None, False


def _is_tail(lines: list[Line], index: int, head: Head) -> bool:
    text = lines[index].text
    if is_agency_tail(text):
        return bool(text.strip(" *_#-–—.")) or index >= len(lines) - 4
    if index < len(lines) - 4 or len(text) > 100:
        return False
    said = read_furniture(text)
    if said is None:
        return False
    if head.furniture_day is None and said.day is not None:
        head.furniture_day, head.furniture_later = said.day, said.later
    head.byline = head.byline or said.byline
    return True


def _close_body(body: list[Line], zones: list[tuple[ZoneKind, int, int]]) -> None:
    """Cuts the credit off the last paragraph and joins neighbouring lines of the body."""
    last = body[-1]
    cut = tail_credit_start(last.text)
    if cut is not None:
        zones.append(("agency", last.start + cut, last.end))
        kept = last.text[:cut].rstrip()
        body[-1] = Line(kept, last.start, last.start + len(kept), last.gap)
    others = sorted(start for _, start, _ in zones)
    others.append(last.end + 1)
    at = 0
    first: int | None = None
    end = 0
    for line in body:
        while others[at] < line.start:
            at += 1
            if first is not None:
                zones.append(("body", first, end))
                first = None
        first = line.start if first is None else first
        end = line.end
    if first is not None:
        zones.append(("body", first, end))


def _sorted_zones(text: str, head: Head) -> tuple[Zone, ...]:
    found = []
    for kind, start, end in sorted(head.zones, key=itemgetter(1)):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            found.append(Zone(kind, start, end))
    return tuple(found)
