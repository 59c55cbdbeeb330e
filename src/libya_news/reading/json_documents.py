"""JSON: lines of objects, one object or a list, a JSON Feed, or a page's JSON-LD."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

import attrs

from libya_news.model.article import Article
from libya_news.reading.decoding import decode
from libya_news.reading.fields import article_of
from libya_news.reading.limits import Limits, Refused, over, size

# Where the answers of news APIs keep their articles.
_LIST_KEYS = frozenset("articles items results docs data news stories hits records entries".split())
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_NEWS_TYPES = frozenset(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReviewNewsArticle BlogPosting LiveBlogPosting Report Posting SocialMediaPosting".split()
)


def load(text: str, limits: Limits) -> Any:
    """Reads JSON.

    Raises:
        Refused: It is none, or nests deeper than the cap, or holds a number of thousands of digits.
    """
    if text.count("[") + text.count("{") > limits.depth:
        level = 0
        for match in _BRACKETS.finditer(text):
            sign = match[0]
            if sign in "[{":
                level += 1
                if level > limits.depth:
                    raise Refused("too-deep", over("depth", f"nests deeper than {limits.depth} levels"))
            elif sign in "]}":
                level -= 1
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(
            "not-json", f"is no JSON: {error.msg} at character {error.pos}; write one object a line"
        ) from None
    except RecursionError:
        raise Refused("too-deep", over("depth", f"nests deeper than {limits.depth} levels")) from None
    except ValueError:
        raise Refused("bad-value", "holds a number of more than 4,300 digits; write it as a string") from None


def read_lines(
    stream: IO[bytes], *, source: str | None, published: dt.date | None, limits: Limits
) -> Iterator[Article | Refused]:
    """Reads JSON Lines one by one; a line that is wrong is given back as a problem and the next is read.

    Args:
        stream: The bytes from the start.
        source: Where they come from.
        published: Publication day for lines that give none.
        limits: The caps.
    """
    for line in split_lines(stream, limits):
        if line.raw.strip():
            yield article_of_line(line, source=source, published=published, limits=limits)


@attrs.frozen
class Line:
    """A line of JSON Lines.

    Attributes:
        number: Its number, from 1.
        start: Byte offset of its first byte.
        end: Byte offset after its end of line.
        raw: Its bytes with the end of line; the first ones where it is longer than the cap.
    """

    number: int
    start: int
    end: int
    raw: bytes


def split_lines(stream: IO[bytes], limits: Limits) -> Iterator[Line]:
    """The lines of a stream, blank ones too; none is held whole that is longer than the cap.

    Args:
        stream: The bytes from the start.
        limits: The caps.
    """
    offset = number = 0
    while raw := stream.readline(limits.line + 1):
        number += 1
        start, offset = offset, offset + len(raw)
        if len(raw) > limits.line and not raw.endswith(b"\n"):
            while more := stream.readline(limits.line):
                offset += len(more)
                if more.endswith(b"\n"):
                    break
        yield Line(number, start, offset, raw)


def article_of_line(
    line: Line, *, source: str | None, published: dt.date | None, limits: Limits
) -> Article | Refused:
    """Reads one line; one that is wrong is given back as a problem.

    Args:
        line: A line that is not blank.
        source: Where it comes from.
        published: Publication day if it gives none.
        limits: The caps.
    """
    start = line.start
    try:
        if len(line.raw) > limits.line and not line.raw.endswith(b"\n"):
            raise Refused("too-large", over("line", f"the line is longer than {size(limits.line)}"))
        raw = line.raw.removeprefix(b"\xef\xbb\xbf") if line.number == 1 else line.raw
        return _article_of(_object(raw, limits), source=source, published=published, limits=limits)
    except Refused as refused:
        if refused.code == "undecodable" and refused.offset is not None:
            start += refused.offset
        refused.line, refused.offset = line.number, start
        return refused


def _object(line: bytes, limits: Limits) -> Mapping[str, Any]:
    value = load(decode(line).strip(), limits)
    if not isinstance(value, dict):
        raise Refused("not-an-object", "is JSON but no object; write one object a line")
    return value


def read_document(
    text: str, *, source: str | None, published: dt.date | None, limits: Limits
) -> Iterator[Article | Refused]:
    """Reads one JSON document: an object, a list of objects, a JSON Feed or JSON-LD.

    Raises:
        Refused: It is no JSON, or holds no article.
    """
    value = load(text, limits)
    if isinstance(value, dict) and str(value.get("version", "")).startswith("https://jsonfeed.org/"):
        yield from _feed(value, source, published, limits)
        return
    if isinstance(value, dict) and not _is_linked(value) and not _has_text(value):
        # {"status": "ok", "articles": [...]}: the answer of a news API.
        lists = [
            content
            for key, content in value.items()
            if key.lower() in _LIST_KEYS and isinstance(content, list)
        ]
        if len(lists) == 1:
            value = lists[0]
    if isinstance(value, dict):
        yield _article_of(value, source=source, published=published, limits=limits)
        return
    if not isinstance(value, list):
        raise Refused("not-an-object", "is JSON but no object and no list of objects")
    if not value:
        raise Refused("empty", "the list holds no article")
    for number, item in enumerate(value, 1):
        try:
            if not isinstance(item, dict):
                raise Refused("not-an-object", f"item {number} of the list is no object")
            yield _article_of(item, source=source, published=published, limits=limits)
        except Refused as refused:
            refused.message = f"item {number}: {refused.message}"
            yield refused


def _is_linked(value: Mapping[str, Any]) -> bool:
    return "@graph" in value or "@type" in value or "@context" in value


def _article_of(
    value: Mapping[str, Any], *, source: str | None, published: dt.date | None, limits: Limits
) -> Article:
    """Makes an article of an object, JSON-LD or plain."""
    if _is_linked(value) and (news_object(value) is not None or not _has_text(value)):
        return article_of_linked(value, source=source, published=published, limits=limits)
    return article_of(value, source=source, published=published, limits=limits)


def _has_text(value: Mapping[str, Any]) -> bool:
    from libya_news.reading.fields import fields_of

    return isinstance(fields_of(value).get("text"), str)


def _feed(
    feed: Mapping[str, Any], source: str | None, published: dt.date | None, limits: Limits
) -> Iterator[Article | Refused]:
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise Refused("no-article", "the feed holds no items")
    title = feed.get("title")
    for number, item in enumerate(items, 1):
        try:
            if not isinstance(item, dict):
                raise Refused("not-an-object", f"item {number} of the feed is no object")
            value = {key: content for key, content in item.items() if key != "summary"}
            if not _has_text(value):
                value["text"] = item.get("summary")
            author = item.get("authors") or item.get("author") or ()
            value["byline"] = author
            yield article_of(
                value,
                source=source,
                published=published,
                limits=limits,
                host=title if isinstance(title, str) else None,
            )
        except Refused as refused:
            refused.message = f"item {number}: {refused.message}"
            yield refused


def news_object(value: object, depth: int = 0) -> dict[str, Any] | None:
    """The first object of a JSON-LD document that is a news article, in text order."""
    if depth > 6:
        return None
    if isinstance(value, list):
        return next((found for item in value[:200] if (found := news_object(item, depth + 1))), None)
    if not isinstance(value, dict):
        return None
    kinds = value.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    if any(isinstance(name, str) and name.rpartition("/")[2] in _NEWS_TYPES for name in names):
        return value
    for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"):
        found = news_object(value.get(key), depth + 1)
        if found is not None:
            return found
    return None


def article_of_linked(
    value: Mapping[str, Any], *, source: str | None, published: dt.date | None, limits: Limits
) -> Article:
    """Makes an article of JSON-LD.

    Raises:
        Refused: It holds no news article, or one without its text.
    """
    news = news_object(value)
    if news is None:
        raise Refused("no-article", "is JSON-LD without a NewsArticle")
    if not isinstance(news.get("articleBody"), str):
        raise Refused("no-text", "its NewsArticle has no articleBody; give the page itself")
    return article_of(flattened(news), source=source, published=published, limits=limits)


def flattened(news: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a schema.org article under the plain names."""
    page = news.get("mainEntityOfPage")
    publisher = news.get("publisher") or news.get("provider") or news.get("sourceOrganization")
    if isinstance(publisher, list):
        publisher = next(iter(publisher), None)
    identity = news.get("identifier")
    url = news.get("url") or (page.get("@id") if isinstance(page, Mapping) else page)
    return {
        "text": news.get("articleBody"),
        "headline": news.get("headline") or news.get("name"),
        "published": news.get("datePublished") or news.get("dateCreated"),
        "url": url if isinstance(url, str) else None,
        "id": identity if isinstance(identity, str | int) else None,
        "outlet": publisher,
        "standfirst": news.get("alternativeHeadline"),
        "authors": news.get("author") or news.get("creator"),
    }
