"""The blocks of a web page: paragraphs, headings, list items and captions, and where in it they stand."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from attrs import define, field

from libya_news.reading.limits import Limits, Refused, over
from libya_news.reading.markup import Tag, Text, events

# An end tag of another element closes nothing outside these.
_WALLS = frozenset(("article", "main", "body", "html", "td", "table"))
# Attributes by whose words an element is known.
_LABELS = ("class", "id", "data-testid", "data-component", "data-spacefinder-role")
_ROLES = _LABELS[2:]
# Elements before which an open paragraph ends.
_AFTER_P = frozenset(
    "p div ul ol dl table section article aside nav header footer main form pre hr blockquote figure "
    "h1 h2 h3 h4 h5 h6".split()
)
# Elements of running text.
_RUNNING = frozenset(("p", "li", "blockquote"))
_BLANKS = re.compile(r"[ \t\r\f\n]+")
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")


@cache
def page_words() -> dict[str, Any]:
    """The names by which parts of pages are told apart (page_words.toml), read once."""
    raw = tomllib.loads((Path(__file__).parent / "page_words.toml").read_text("utf-8"))
    return {
        section: {name: frozenset(value) for name, value in table.items()} | {"listed": table}
        for section, table in raw.items()
    }


class Block(NamedTuple):
    """A paragraph, heading, list item, caption or stray text.

    Attributes:
        tag: The element that holds it.
        text: Its text, blanks run together; a line break where the page breaks the line.
        linked: How many of its characters are links.
        within: The numbers of the containers that it stands in, outermost first.
        role: `standfirst`, `caption`, `meta`, `doubt` (a paragraph with the name of what is left out) or empty.
    """

    tag: str
    text: str
    linked: int
    within: tuple[int, ...]
    role: str


class Container(NamedTuple):
    """An element that may hold the story: `kind` is `body`, `article` or `main`."""

    kind: str
    number: int


@define
class Page:
    """What was collected from a page.

    `hidden` tells how much running text each element that was left out in doubt holds, by the number of its start tag.
    """

    blocks: list[Block] = field(factory=list)
    containers: list[Container] = field(factory=list)
    meta: list[tuple[str, str]] = field(factory=list)
    linked_data: list[str] = field(factory=list)
    times: list[tuple[str, str, int]] = field(factory=list)
    canonical: str | None = None
    title: str | None = None
    swallowed: bool = False
    hidden: dict[int, int] = field(factory=dict)


@define
class _Open:
    tag: str
    skip: bool
    role: str
    container: int | None
    doubt: int | None = None


def parts_of(value: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a class or id, and its pairs of neighbouring words."""
    parts: set[str] = set()
    pairs: set[str] = set()
    for name in value[:1000].split():
        listed = [word.lower() for word in _WORD.findall(name)]
        if len(listed) > 6:
            continue  # a headline made an id
        parts.update(listed)
        parts.add(name.lower())
        pairs.update(f"{one}-{other}" for one, other in pairwise(listed))
    return frozenset(parts), frozenset(pairs)


def _names(section: str, parts: frozenset[str], pairs: frozenset[str]) -> bool:
    table = page_words()[section]
    return not (parts.isdisjoint(table["parts"]) and pairs.isdisjoint(table["pairs"]))


def _is_doubtful(parts: frozenset[str], pairs: frozenset[str]) -> bool:
    """Whether all names for which an element would be left out are such as also stand around a story."""
    table = page_words()["skip"]
    hits: frozenset[str] = (parts & table["parts"]) | (pairs & table["pairs"])
    return hits.issubset(table["soft"])


class _Collector:
    """Walks over a page once and fills a `Page`."""

    def __init__(self, limits: Limits, *, by_class: bool, spared: frozenset[int] = frozenset()) -> None:
        self.page = Page()
        self.spared = spared
        self.number = 0
        self.firm = 0  # open elements that are left out for certain
        self.doubts: list[
            int
        ] = []  # open elements that are left out or taken for meta lines, outermost first
        self.limits = limits
        self.by_class = by_class
        self.stack: list[_Open] = []
        self.counts: dict[str, int] = {}
        self.skipped = 0
        self.links = 0
        self.pieces: list[str] = []
        self.linked = 0
        self.tag = "body"
        self.role = ""
        self.linked_data = False
        self.inline: frozenset[str] = page_words()["elements"]["inline"]
        self.void: frozenset[str] = page_words()["elements"]["void"]

    def run(self, source: str) -> Page:
        for event in events(source):
            if isinstance(event, Text):
                self._text(event)
            elif event.end:
                self._end(event.name)
            else:
                self._start(event)
        self._flush()
        # An element to be skipped that is never closed would hide the rest of the page.
        self.page.swallowed = self.skipped > 0
        return self.page

    def _text(self, event: Text) -> None:
        if event.of is not None:
            if event.of == "title" and self.page.title is None and "svg" not in self.counts:
                from libya_news.reading.markup import unescape

                self.page.title = " ".join(unescape(event.text).split())
            elif event.of == "script" and self.linked_data:
                self.page.linked_data.append(event.text)
            return
        if self.skipped:
            if self.doubts and not self.firm and not self.links:
                length = len(event.text.strip())
                if length >= 40 or not self.counts.keys().isdisjoint(_RUNNING):
                    self._doubt(length)
            return
        self.pieces.append(event.text)
        if self.links:
            self.linked += len(event.text.strip())

    def _doubt(self, length: int) -> None:
        """Notes running text that the outermost doubtful element keeps from the story."""
        hidden = self.page.hidden
        hidden[self.doubts[0]] = hidden.get(self.doubts[0], 0) + length

    def _start(self, tag: Tag) -> None:
        name, attributes = tag.name, tag.attributes
        self.number += 1
        if name in ("meta", "link", "time", "script"):
            self._metadata(tag)
        elif name == "abbr" and "title" in attributes and not self.skipped:
            if "published" in attributes.get("class", "").split():  # hAtom
                self.page.times.append(("published", attributes["title"], len(self.page.blocks)))
        if name == "br":
            self.pieces.append("\v")
            return
        if name in self.void:
            return
        if name not in self.inline:
            self._flush()
            if self.counts.get("p") and name in _AFTER_P:
                self._close("p")
            if name == "li" and self.counts.get("li") and self.stack and self.stack[-1].tag == "li":
                self._close("li")
        if len(self.stack) >= self.limits.depth:
            if name in self.inline:
                return  # thousands of open <b> say nothing more
            raise Refused("too-deep", over("depth", f"nests deeper than {self.limits.depth} elements"))
        entry = self._entry(name, attributes)
        self.stack.append(entry)
        self.counts[name] = self.counts.get(name, 0) + 1
        self.skipped += entry.skip
        self.firm += entry.skip and entry.doubt is None
        if entry.doubt is not None:
            self.doubts.append(entry.doubt)
        self.links += name == "a"
        if name not in self.inline:
            self.tag = name
        if entry.role:
            self.role = entry.role

    def _entry(self, name: str, attributes: dict[str, str]) -> _Open:
        words = page_words()
        skip = name in words["skip"]["tags"] or (name.startswith("amp-") and name != "amp-img")
        doubtful = name in words["skip"]["soft_tags"]
        role = "caption" if name == "figcaption" else ""
        kind = name if name in ("article", "main") else None
        if attributes:
            label = " ".join(attributes[name] for name in _LABELS if name in attributes)
            doubtful = doubtful or "hidden" in attributes
            doubtful = doubtful or (attributes.get("aria-hidden") == "true" and name != "p")
            doubtful = doubtful or "display:none" in attributes.get("style", "").replace(" ", "").lower()
            skip = skip or attributes.get("role", "").lower() in words["skip"]["roles"]
            if attributes.get("role") == "main":
                kind = kind or "main"
            if "articleBody" in attributes.get("itemprop", "").split():
                kind = "body"
            if label and name not in ("html", "body"):
                parts, pairs = parts_of(label)
                if kind is None and name in ("div", "section") and _names("story", parts, pairs):
                    kind = "body"
                if _names("standfirst", parts, pairs):
                    role = "standfirst"
                elif _names("meta", parts, pairs) and name not in ("article", "main") and kind is None:
                    role = role or "meta"
                elif self.by_class and kind is None and role != "caption" and _names("skip", parts, pairs):
                    if not _is_doubtful(parts, pairs):
                        skip = True
                    elif name == "p":
                        role = "doubt"  # told by its words
                    else:
                        doubtful = True
            if "author" in attributes.get("itemprop", "") + attributes.get("rel", "") and name != "a":
                role = role or "meta"
        if name in ("time", "address") and "p" not in self.counts:
            role = role or "meta"
        if kind == "body" and self.by_class and any(name in attributes for name in _ROLES):
            # A part of the body that its maker named apart ("promo-box", "links-block").
            named = parts_of(" ".join(attributes.get(name, "") for name in _ROLES))
            doubtful = doubtful or _names("skip", *named)
        doubt = None
        if not skip and (doubtful or role == "meta") and name not in self.inline:
            doubt = self.number
            if doubt in self.spared:
                doubt, role, doubtful = None, "" if role == "meta" else role, False
        skip = skip or doubtful
        number = None
        if kind is not None and not self.skipped and not skip:
            number = len(self.page.containers)
            self.page.containers.append(Container(kind, number))
        return _Open(name, skip, role, number, doubt)

    def _metadata(self, tag: Tag) -> None:
        name, attributes = tag.name, tag.attributes
        if name == "script":
            self.linked_data = "ld+json" in attributes.get("type", "").lower()
        elif name == "link":
            if "canonical" in attributes.get("rel", "").lower().split() and self.page.canonical is None:
                self.page.canonical = attributes.get("href") or None
        elif name == "time":
            stamp = attributes.get("datetime", "")
            if stamp and not self.skipped:
                kind = (
                    "published"
                    if "pubdate" in attributes or "datePublished" in attributes.get("itemprop", "")
                    else "time"
                )
                self.page.times.append((kind, stamp, len(self.page.blocks)))
        else:
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            content = attributes.get("content", "")
            if key and content:
                self.page.meta.append((key.strip().lower(), content))

    def _end(self, name: str) -> None:
        if name in self.void:
            if name == "br":
                self.pieces.append("\v")
            return
        if name not in self.inline:
            self._flush()
        if self.counts.get(name):
            self._close(name)

    def _close(self, name: str) -> None:
        """Closes an element and what is open inside it, unless a wall stands between."""
        for depth in range(len(self.stack) - 1, -1, -1):
            tag = self.stack[depth].tag
            if tag == name:
                break
            if tag in _WALLS and name not in _WALLS:
                return
        else:
            return
        while len(self.stack) > depth:
            entry = self.stack.pop()
            self.counts[entry.tag] -= 1
            if not self.counts[entry.tag]:
                del self.counts[entry.tag]
            self.skipped -= entry.skip
            self.firm -= entry.skip and entry.doubt is None
            if entry.doubt is not None:
                self.doubts.pop()
            self.links -= entry.tag == "a"
        self.tag = next(
            (entry.tag for entry in reversed(self.stack) if entry.tag not in self.inline),
            "body",
        )
        self.role = next((entry.role for entry in reversed(self.stack) if entry.role), "")

    def _flush(self) -> None:
        if not self.pieces:
            return
        raw = "".join(self.pieces)
        self.pieces.clear()
        linked, self.linked = self.linked, 0
        if not raw.strip():
            return
        within = tuple(entry.container for entry in self.stack if entry.container is not None)
        text = _BLANKS.sub(" ", raw)
        if "\v" in text:
            text = re.sub(r" ?\v ?", "\n", text)
        for piece in re.split(r"\n{2,}", text.strip(" \n")):
            bare = piece.strip(" \n")
            if bare.strip("\u00a0\u200b\ufeff "):
                if self.role == "meta" and self.doubts and len(bare) > 60 and linked < 0.3 * len(bare):
                    self._doubt(len(bare))
                self.page.blocks.append(Block(self.tag, bare, min(linked, len(bare)), within, self.role))


def collect(
    source: str, limits: Limits, *, by_class: bool = True, spared: frozenset[int] = frozenset()
) -> Page:
    """Collects the blocks and the metadata of a page.

    Args:
        source: The page's source, decoded.
        limits: The caps.
        by_class: Whether elements are left out for the names of their classes; not where that leaves nothing,
            as in a page in which such an element is never closed.
        spared: Numbers of elements (the keys of `Page.hidden`) that are not left out.

    Raises:
        Refused: Its elements nest deeper than the cap.
    """
    return _Collector(limits, by_class=by_class, spared=spared).run(source)
