"""Web pages become articles: the main text of the story, and what the page's metadata say of it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import Any

import attrs

from libya_news.model.article import Article, Caption
from libya_news.reading.blocks import Block, Page, collect, page_words
from libya_news.reading.captions import find_caption
from libya_news.reading.decoding import decode
from libya_news.reading.fields import checked, publication_of
from libya_news.reading.furniture import is_related, read_furniture
from libya_news.reading.json_documents import flattened, news_object
from libya_news.reading.limits import Limits, Refused
from libya_news.reading.markup import unescape

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_SITE_IN_TITLE = re.compile(r"\s+(?:[|»·•–—-]|::)\s+[^|»·•–—]{2,60}$")
_DOUBTS = 4  # elements that are taken in after all, one inside the other
_TEXT_TAGS = frozenset(("p", "li", "blockquote", "pre", "td", "dd", "h2", "h3", "h4", "h5"))


def read_page(
    data: bytes, *, source: str | None, published: dt.date | None, limits: Limits, main_text: str = "plain"
) -> Article:
    """Makes an article of a web page.

    Args:
        data: The page.
        source: Where it was read from.
        published: Publication day for a page that tells none.
        limits: The caps.
        main_text: How the story is found: `plain` (article, main and p elements) or `trafilatura`.

    Raises:
        Refused: It cannot be decoded, holds no story, or needs an extra that is not installed.
    """
    declared = _CHARSET.search(data[:4096])
    label = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    markup = decode(data, label)
    page = collect(markup, limits)
    news = _linked_news(page.linked_data, limits)
    headline = _headline(page, news)
    if main_text == "trafilatura":
        blocks = _by_trafilatura(markup)
    else:
        live = str(news.get("@type", "")).startswith("LiveBlog")
        blocks = _story(page, live=live)
        spared: frozenset[int] = frozenset()
        for _ in range(_DOUBTS):
            held = sum(len(block.text) for block in blocks if block.role != "caption")
            most = max(page.hidden, key=lambda number: (page.hidden[number], -number), default=None)
            if most is None or page.hidden[most] <= max(held, 300):
                break
            # What was left out for its name holds more of a story than all that was kept.
            spared |= {most}
            page = collect(markup, limits, spared=spared)
            blocks = _story(page, live=live)
        if page.swallowed or not blocks:
            again = collect(markup, limits, by_class=False)
            wider = _story(again, live=False)
            if sum(len(b.text) for b in wider) > 2 * sum(len(b.text) for b in blocks):
                blocks = wider
    body = news.get("articleBody")
    if isinstance(body, str) and len(body) > 2 * sum(len(block.text) for block in blocks):
        blocks = [
            Block("p", part.strip(), 0, (), "")
            for part in re.split(r"\n+", text_of_fragment(body, limits))
            if part.strip()
        ]
    if not blocks:
        raise Refused("no-main-text", "no paragraph of a story was found in the page; give the story's text")
    standfirst = next(
        (block.text for block in page.blocks if block.role == "standfirst" and len(block.text) > 20), None
    )
    return _article(page, news, blocks, headline, standfirst, source, published, limits)


def text_of_fragment(markup: str, limits: Limits) -> str:
    """The text of a piece of HTML: its blocks with blank lines between.

    Args:
        markup: HTML as feeds and scrapers keep it.
        limits: The caps.
    """
    page = collect(markup, limits)
    if not page.blocks:
        page = collect(markup, limits, by_class=False)
    return "\n\n".join(block.text for block in page.blocks if not _is_link(block))


def _article(
    page: Page,
    news: dict[str, Any],
    blocks: list[Block],
    headline: str | None,
    standfirst: str | None,
    source: str | None,
    published: dt.date | None,
    limits: Limits,
) -> Article:
    fields = flattened(news) if news else {}
    meta = dict(reversed(page.meta))
    url = page.canonical or meta.get("og:url") or fields.get("url")
    day = _published(page, fields)
    parts: list[str] = [headline] if headline else []
    if (
        standfirst is not None
        and standfirst != headline
        and all(block.text != standfirst for block in blocks[:3])
    ):
        parts.append(standfirst)
    spans: list[tuple[int, str]] = []
    at = sum(len(part) + 2 for part in parts)
    for block in blocks:
        if block.role == "caption":
            spans.append((at, block.text))
        parts.append(block.text)
        at += len(block.text) + 2
    text = "\n\n".join(parts)
    article = Article.from_text(
        text,
        headline=headline,
        published=day if day is not None else published,
        url=url if url and "://" in url else None,
        source=source,
        outlet=_outlet(fields, meta),
        standfirst=standfirst,
        byline=_byline(page, fields, meta),
    )
    captions = tuple(_caption(start, words) for start, words in spans if "\n" not in words)
    return checked(attrs.evolve(article, captions=captions), limits)


def _story(page: Page, *, live: bool) -> list[Block]:
    """The blocks of the story: those of the element that holds most of the page's running text."""
    scores: dict[int, int] = {}
    whole = 0
    for block in page.blocks:
        if _is_prose(block):
            whole += len(block.text)
            for number in block.within:
                scores[number] = scores.get(number, 0) + len(block.text)
    chosen: int | None = None
    best = max(scores.values(), default=0)
    if best >= 0.3 * whole or best > 500:
        chosen = _innermost(page, scores, 0.95 if live else 0.5)
    others: set[int] = set()
    if chosen is not None and not live:
        # Cards of other stories inside the chosen element.
        small = [
            c.number for c in page.containers if c.kind == "article" and scores.get(c.number, 0) < 0.5 * best
        ]
        others.update(number for number in small if number != chosen)
    around = _ancestors(page, chosen)
    found: list[Block] = []
    heading: Block | None = None
    for block in page.blocks:
        if block.role == "caption" and block.within and block.within[-1] in around:
            found.append(block)  # the picture over the text
            continue
        if chosen is not None and (chosen not in block.within or not others.isdisjoint(block.within)):
            continue
        if not _belongs(block, chosen is not None):
            continue
        if block.tag in ("h2", "h3", "h4", "h5"):
            heading = block  # kept once something follows it
            continue
        if heading is not None:
            found.append(heading)
            heading = None
        if not found or found[-1].text != block.text:
            found.append(block)
    return found


def _innermost(page: Page, scores: dict[int, int], share: float) -> int | None:
    """The innermost element that holds a share of what the fullest one holds."""
    if not scores:
        return None
    top = max(scores, key=lambda number: (scores[number], -number))
    inside = {number for block in page.blocks if top in block.within for number in block.within}
    return max(number for number in inside if scores.get(number, 0) >= share * scores[top] and number >= top)


def _ancestors(page: Page, chosen: int | None) -> frozenset[int]:
    """The article elements that the chosen element stands in."""
    within = next((block.within for block in page.blocks if chosen in block.within), ())
    outer = within[: within.index(chosen)] if chosen is not None and chosen in within else ()
    return frozenset(number for number in outer if page.containers[number].kind == "article")


def _is_prose(block: Block) -> bool:
    return block.role in ("", "standfirst") and len(block.text) >= 60 and block.linked < 0.5 * len(block.text)


def _is_link(block: Block) -> bool:
    return block.linked >= 0.7 * len(block.text) and len(block.text) < 250


def _belongs(block: Block, contained: bool) -> bool:
    text = block.text
    if block.role == "meta":
        return False
    if block.role == "caption":
        return contained
    if _is_link(block) or block.tag in ("h1", "h6", "th", "dt", "figure", "caption"):
        return False
    if len(text) < 300 and (is_related(text) or (len(text) < 160 and read_furniture(text) is not None)):
        return False
    if block.tag in _TEXT_TAGS:
        return True
    # Stray text of a div or section: running text only.
    return _is_prose(block) or (contained and len(text) > 30 and text[-1] in '.!?"”’')


def _by_trafilatura(markup: str) -> list[Block]:
    try:
        import trafilatura
    except ImportError:
        raise Refused(
            "missing-extra", "trafilatura is not installed; pip install 'libya-news[html]'"
        ) from None
    text = trafilatura.extract(markup, include_comments=False, include_tables=False) or ""
    return [Block("p", part.strip(), 0, (), "") for part in text.split("\n") if part.strip()]


def _linked_news(scripts: Iterable[str], limits: Limits) -> dict[str, Any]:
    """The news article of a page's JSON-LD; broken JSON-LD says nothing."""
    for script in scripts:
        bare = (
            script.strip()
            .removeprefix("<!--")
            .removesuffix("-->")
            .removeprefix("//<![CDATA[")
            .removesuffix("//]]>")
        )
        if bare.count("{") + bare.count("[") > 20 * limits.depth:
            continue
        try:
            value = json.loads(bare, strict=False)
        except (ValueError, RecursionError):
            continue
        found = news_object(value)
        if found is not None:
            return _sound(found) if "\\ud" in bare.lower() else found
    return {}


def _sound(news: dict[str, Any]) -> dict[str, Any]:
    """JSON-LD whose strings can be written out: half a surrogate pair becomes the sign for what is no text."""
    text = json.dumps(news, ensure_ascii=False)
    found: dict[str, Any] = json.loads(re.sub("[\ud800-\udfff]", "\ufffd", text))
    return found


def _headline(page: Page, news: dict[str, Any]) -> str | None:
    """The headline: as printed in the page, else as its metadata give it."""
    meta = dict(reversed(page.meta))
    site = (meta.get("og:site_name") or "").lower()
    printed = [
        block.text.replace("\n", " ")
        for block in page.blocks
        if block.tag == "h1" and block.text.lower() != site
    ]
    told = [news.get("headline"), meta.get("og:title"), meta.get("twitter:title"), page.title]
    for candidate in told:
        for line in printed:
            if isinstance(candidate, str) and _bare(line) and _bare(line) in _bare(candidate):
                return line
    if len(printed) == 1 and len(printed[0]) > 15:
        return printed[0]
    for candidate in told:
        if isinstance(candidate, str) and candidate.strip():
            line = " ".join(unescape(candidate).split())
            return (
                _SITE_IN_TITLE.sub("", line)
                if len(line) > 30 and candidate is not news.get("headline")
                else line
            )
    return printed[0] if printed else None


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _published(page: Page, fields: dict[str, Any]) -> dt.date | dt.datetime | None:
    """The publication day or time of the metadata: JSON-LD, then meta tags, then the page's first time element."""
    stamps: list[object] = [fields.get("published")]
    for name in page_words()["published"]["listed"]["names"]:
        stamps.extend(content for key, content in page.meta if key == name)
    stamps.extend(stamp for kind, stamp in page.times if kind == "published")
    stamps.extend(stamp for kind, stamp in page.times if kind == "time")
    for stamp in stamps:
        if stamp:
            try:
                return publication_of(stamp)
            except Refused:
                continue  # a template's empty or broken date; the next one may be sound
    for block in page.blocks:
        if (
            block.role == "meta"
            and len(block.text) < 200
            and (said := read_furniture(block.text))
            and said.day
        ):
            return said.day
    return None


def _outlet(fields: dict[str, Any], meta: dict[str, str]) -> str | None:
    name = meta.get("og:site_name") or meta.get("application-name")
    publisher = fields.get("outlet")
    if not name and isinstance(publisher, dict):
        name = publisher.get("name")
    return name.strip()[:200] or None if isinstance(name, str) else None


def _byline(page: Page, fields: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    authors = fields.get("authors")
    listed = authors if isinstance(authors, list) else [authors]
    names = [item.get("name") if isinstance(item, dict) else item for item in listed]
    found = tuple(
        name.strip() for name in names if isinstance(name, str) and name.strip() and "://" not in name
    )
    if found:
        return found
    for key in ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author"):
        name = meta.get(key, "").strip()
        if name and "://" not in name and len(name) < 100:
            return (name.removeprefix("By ").removeprefix("by "),)
    for block in page.blocks:
        if block.role == "meta" and (said := read_furniture(block.text)) and said.byline:
            return said.byline
    return ()


def _caption(start: int, words: str) -> Caption:
    found = find_caption(words, start, in_head=True)
    return found if found is not None and found.text else Caption(words, None, start, start + len(words))
