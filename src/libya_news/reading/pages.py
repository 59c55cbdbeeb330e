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
from libya_news.reading.furniture import read_furniture
from libya_news.reading.json_documents import flattened, news_object
from libya_news.reading.limits import Limits, Refused
from libya_news.reading.markup import unescape
from libya_news.reading.stories import find_story, is_link

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_SITE_IN_TITLE = re.compile(r"\s+(?:[|»·•–—-]|::)\s+[^|»·•–—]{2,60}$")


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
        page, blocks = find_story(
            page, markup, limits, live=str(news.get("@type", "")).startswith("LiveBlog")
        )
    body = news.get("articleBody")
    if body is None and sum(len(block.text) for block in blocks) < 300:
        body = _updates(news)
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
    return "\n\n".join(block.text for block in page.blocks if not is_link(block))


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


def _updates(news: dict[str, Any]) -> str | None:
    """The updates of a live blog, each with its heading, as a page's JSON-LD gives them."""
    listed = news.get("liveBlogUpdate")
    told: list[str] = []
    for update in listed if isinstance(listed, list) else ():
        body = update.get("articleBody") if isinstance(update, dict) else None
        if isinstance(body, str):
            heading = update.get("headline")
            told += [heading, body] if isinstance(heading, str) and heading.strip() else [body]
    return "\n\n".join(told) or None


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
    stamps.extend(stamp for kind, stamp, _ in page.times if kind == "published")
    # Other stories' times may stand over the headline: those under it come first.
    top = next((at for at, block in enumerate(page.blocks) if block.tag == "h1"), 0)
    stamps.extend(stamp for kind, stamp, at in page.times if kind == "time" and at >= top)
    stamps.extend(stamp for kind, stamp, at in reversed(page.times) if kind == "time" and at < top)
    for stamp in stamps:
        if stamp:
            try:
                return publication_of(stamp)
            except Refused:
                continue  # a template's empty or broken date; the next one may be sound
    for at, block in enumerate(page.blocks):
        if (
            (block.role == "meta" or top < at < top + 6)
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
