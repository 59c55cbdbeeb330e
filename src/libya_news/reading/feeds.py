"""Feeds: RSS 2.0 and 1.0 and Atom, read with the standard library; a document type definition is refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser

from libya_news.model.article import Article
from libya_news.reading.decoding import decode
from libya_news.reading.fields import article_of
from libya_news.reading.limits import Limits, Refused, no_definitions, over

_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Where an item keeps what, best first; {name} of any name space.
_PLACES = {
    "text": ("encoded", "content", "description", "summary"),
    "headline": ("title",),
    "published": ("pubDate", "published", "date", "issued", "created", "updated"),
    "id": ("guid", "id"),
    "byline": ("creator", "author"),
}


class _Depth:
    """Builds the tree, counts its levels and refuses a DTD, so that no entity is ever defined."""

    def __init__(self, cap: int) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self._builder = TreeBuilder()
        self._cap = cap
        self._level = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise no_definitions()

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        self._level += 1
        if self._level > self._cap:
            raise Refused("too-deep", over("depth", f"nests deeper than {self._cap} elements"))
        return self._builder.start(tag, attributes)

    def end(self, tag: str) -> Element:
        self._level -= 1
        return self._builder.end(tag)

    def data(self, data: str) -> None:
        self._builder.data(data)

    def close(self) -> Element:
        return self._builder.close()


def read_feed(
    data: bytes, *, source: str | None, published: dt.date | None, limits: Limits
) -> Iterator[Article | Refused]:
    """Reads the items of a feed; an item that is wrong is given back as a problem.

    Args:
        data: The feed.
        source: Where it was read from.
        published: Publication day for items that give none.
        limits: The caps.

    Raises:
        Refused: It is no well-formed XML, has a DTD, or no items.
    """
    declared = _ENCODING.search(data[:300])
    text = decode(data, declared[1].decode("ascii") if declared else None)
    root = _tree(_DECLARATION.sub("", text.lstrip("\ufeff"), count=1), limits)
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not items:
        raise Refused("no-article", "the feed holds no items")
    site = _site(root)
    for number, item in enumerate(items, 1):
        try:
            yield article_of(_fields(item), source=source, published=published, limits=limits, host=site)
        except Refused as refused:
            refused.message = f"item {number}: {refused.message}"
            yield refused


def _tree(text: str, limits: Limits) -> Element:
    parser = XMLParser(target=_Depth(limits.depth))  # noqa: S314  (a DTD is refused: no entities, no bombs)
    try:
        parser.feed(text)
        root = parser.close()
    except ParseError as error:
        line = error.position[0]
        raise Refused(
            "bad-xml", f"is no well-formed XML ({error.msg.split(':')[0]})", line=line, offset=None
        ) from None
    return root


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _site(root: Element) -> str | None:
    """The title of the feed itself."""
    top = next((child for child in root if _name(child) == "channel"), root)
    for child in top:
        if _name(child) == "title" and child.text and child.text.strip():
            return child.text.strip()[:200]
    return None


def _fields(item: Element) -> dict[str, object]:
    found: dict[str, object] = {}
    children: dict[str, list[Element]] = {}
    for child in item:
        children.setdefault(_name(child), []).append(child)
    for field, names in _PLACES.items():
        for name in names:
            elements = children.get(name, [])
            texts = [text for element in elements if (text := _text(element, field))]
            if texts:
                found[field] = texts if field == "byline" else texts[0]
                break
    link = _link(children.get("link", []))
    if link is None and str(found.get("id", "")).startswith("http"):
        link = str(found["id"])
    found["url"] = link
    source = children.get("source")
    if source and source[0].text:
        found["outlet"] = source[0].text.strip()
    return found


def _text(element: Element, field: str) -> str:
    if field == "byline":
        named = next((child for child in element if _name(child) == "name"), element)
        mail = re.match(r"\S+@\S+\s+\((.+)\)$", (named.text or "").strip())
        return mail[1] if mail else (named.text or "").strip()
    if len(element):
        # Atom content of type xhtml: the elements themselves.
        from xml.etree.ElementTree import tostring

        inner = tostring(element, encoding="unicode")
        return re.sub(r"<(/?)\w+:", r"<\1", inner)
    text = (element.text or "").strip()
    if field == "headline" and ("&" in text or "<" in text):
        from libya_news.reading.markup import unescape

        text = unescape(re.sub(r"<[^<>]{1,200}>", "", text))
    if field == "text" and "&lt;" in text:
        from libya_news.reading.markup import unescape

        text = unescape(text)
    return text


def _link(elements: list[Element]) -> str | None:
    for element in elements:
        if element.get("rel", "alternate") == "alternate":
            address = (element.get("href") or element.text or "").strip()
            if address:
                return address
    return None
