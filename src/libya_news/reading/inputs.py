"""Inputs become articles, one by one: what each holds is seen from its content, not only from its name."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from typing import IO

from libya_news.errors import InputProblem
from libya_news.model.article import Article
from libya_news.reading.decoding import decode, mark_of
from libya_news.reading.fields import checked
from libya_news.reading.folders import Input, files_of, shown
from libya_news.reading.limits import Limits, Refused, no_definitions
from libya_news.reading.streams import open_input, read_whole
from libya_news.reading.zones import with_zones

_LINES = (".jsonl", ".ndjson")
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|meta|title|div|section|p|h1|script|header|figure|a|span|ul|table)\b",
    re.IGNORECASE,
)
_FEEDS = frozenset((b"rss", b"feed", b"rdf", b"channel"))
# What may stand before the root of a document, its type and its root.
_PROLOGUE = re.compile(rb"\s+|<\?[^>]*>|<!--.*?-->", re.DOTALL)
_TYPE = re.compile(rb"<!DOCTYPE\s+([\w:.-]+)[^\[<>]*(\[)?", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")


def read_inputs(
    inputs: Iterable[Input],
    published: dt.date | None = None,
    *,
    limits: Limits | None = None,
    main_text: str = "plain",
) -> Iterator[Article | InputProblem]:
    """Reads the articles of all inputs in order, their zones read, and the problems among them.

    Args:
        inputs: Paths of files or folders, `-` for standard input, or bytes. Each holds plain text, JSON
            Lines, JSON, a web page, JSON-LD or a feed, as it is or as gzip.
        published: Publication day for the articles that give none of their own.
        limits: The caps; the defaults where None.
        main_text: How the story is found in a page: `plain` or `trafilatura` (needs the extra `html`).

    Returns:
        An iterator; nothing is read before it is asked for, and no input makes it raise.
    """
    caps = limits if limits is not None else Limits()
    for given in inputs:
        for source in files_of(given):
            if isinstance(source, InputProblem):
                yield source
            else:
                name = "<bytes>" if isinstance(source, bytes) else shown(source)
                yield from read_input(source, name, published, limits=caps, main_text=main_text)


def read_input(
    source: Input,
    name: str,
    published: dt.date | None = None,
    *,
    limits: Limits,
    main_text: str = "plain",
) -> Iterator[Article | InputProblem]:
    """Reads the articles of one input that is no folder, their zones read, and the problems among them.

    Args:
        source: As for `read_inputs`, but no folder.
        name: What problems call it; also the source of its articles, unless it is `<bytes>`.
        published: As for `read_inputs`.
        limits: The caps.
        main_text: As for `read_inputs`.
    """
    found = False
    for item in _read_one(source, name, published, limits, main_text):
        found = True
        yield problem_of(item, name) if isinstance(item, Refused) else with_zones(item)
    if not found:
        yield nothing_in(name)


def problem_of(refused: Refused, name: str) -> InputProblem:
    """What was refused, as a value.

    Args:
        refused: Why nothing was read.
        name: Name of the input.
    """
    return InputProblem(
        input=name, line=refused.line, offset=refused.offset, code=refused.code, message=refused.message
    )


def nothing_in(name: str) -> InputProblem:
    """The problem of an input that holds nothing.

    Args:
        name: Name of the input.
    """
    return InputProblem(input=name, code="empty", message="is empty; nothing was read")


def _read_one(
    source: Input, name: str, published: dt.date | None, limits: Limits, main_text: str
) -> Iterator[Article | Refused]:
    origin = None if name == "<bytes>" else name
    stream: IO[bytes] | None = None
    try:
        head, stream = open_input(source, limits)
        yield from _articles(head, stream, name, origin, published, limits, main_text)
    except Refused as refused:
        yield refused
    except OSError as error:
        yield Refused("unreadable", f"cannot be read ({error.strerror or error})")
    finally:
        if stream is not None:
            stream.close()


def _articles(
    head: bytes,
    stream: IO[bytes],
    name: str,
    origin: str | None,
    published: dt.date | None,
    limits: Limits,
    main_text: str,
) -> Iterator[Article | Refused]:
    from libya_news.reading import json_documents

    suffix = _suffix(name)
    wide, start = _opening(head)
    if is_lines(head, name):
        yield from json_documents.read_lines(stream, source=origin, published=published, limits=limits)
        return
    if start[:1] == b"<" or suffix in (".html", ".htm", ".xhtml"):
        kind = markup(start)
        if kind == "feed":
            from libya_news.reading.feeds import read_feed

            data = read_whole(stream, limits.feed, "feed")
            yield from read_feed(data, source=origin, published=published, limits=limits)
            return
        if kind == "page" or suffix in (".html", ".htm", ".xhtml"):
            from libya_news.reading.pages import read_page

            data = read_whole(stream, limits.page, "page")
            yield read_page(data, source=origin, published=published, limits=limits, main_text=main_text)
            return
        if suffix in (".xml", ".rss", ".atom", ".rdf") or start.startswith(b"<?xml"):
            raise Refused("no-article", "is XML but no feed and no page; give a feed, a page or plain text")
    is_json = start[:1] in (b"{", b"[") and (
        suffix in (".json", ".jsonld", *_LINES) or looks_like_json(start.decode("utf-8", "ignore"))
    )
    # No code point takes more than four bytes.
    text = decode(
        read_whole(stream, *((limits.page, "page") if is_json else (4 * limits.article, "article")))
    )
    if is_json:
        if wide and suffix in _LINES:
            import io

            lines = io.BytesIO(text.encode("utf-8", "surrogatepass"))
            yield from json_documents.read_lines(lines, source=origin, published=published, limits=limits)
            return
        yield from json_documents.read_document(text, source=origin, published=published, limits=limits)
        return
    if suffix in (".json", ".jsonld"):
        if not text.strip():
            return
        raise Refused("not-json", "is no JSON, though its name says so")
    if text.strip():
        yield checked(Article.from_text(text, published=published, source=origin), limits)


def is_lines(head: bytes, name: str) -> bool:
    """Whether an input is JSON Lines, which are read one by one.

    Args:
        head: Its first bytes, unpacked.
        name: Its name.
    """
    wide, start = _opening(head)
    if wide:
        return False
    return _suffix(name) in _LINES or start[:1] == b"{" and json_lines(start)


def _suffix(name: str) -> str:
    return os.path.splitext(name.lower().removesuffix(".gz"))[1]


def _opening(head: bytes) -> tuple[bool, bytes]:
    """Whether an input is in UTF-16 or UTF-32, and its first bytes in UTF-8."""
    mark = mark_of(head)
    wide = mark is not None and mark[0] != "utf-8"
    return wide, (decode_head(head) if wide else head.removeprefix(b"\xef\xbb\xbf")).lstrip()


def decode_head(head: bytes) -> bytes:
    """The first bytes of an input in UTF-16 or UTF-32, as UTF-8."""
    mark = mark_of(head)
    if mark is None:
        return head
    name, skip = mark
    return head[skip : skip + 4096].decode(name, "ignore").encode("utf-8", "ignore")


def json_lines(start: bytes) -> bool:
    """Whether the first line is a whole JSON object and another line follows, or one of the next lines is."""
    lines = start.split(b"\n")
    if len(lines) == 1:
        return False
    for line in lines[:5]:
        bare = line.strip()
        if bare[:2] in (b'{"', b"{ ", b"{'") and bare[-1:] == b"}":
            return any(other.strip() for other in lines[1:])
    return False


def looks_like_json(text: str) -> bool:
    """Whether a text that begins with a bracket is JSON rather than a story that begins with one."""
    return re.match(r'\s*(?:\{\s*(?:"[^"\n]{1,60}"\s*:|\}\s*$)|\[\s*(?:[\[{]|"|\]\s*$))', text) is not None


def markup(start: bytes) -> str | None:
    """Whether an input that begins with a tag is a feed, a page, or neither.

    Raises:
        Refused: It has a document type definition: one that is no page's, or one that defines things of its own.
    """
    at = 0
    while (before := _PROLOGUE.match(start, at)) is not None:
        at = before.end()
    kind = _TYPE.match(start, at)
    if kind is not None:
        if kind[2] is not None or kind[1].lower() != b"html":
            raise no_definitions()
        return "page"
    root = _ROOT.match(start, at)
    if root is not None and root[1].lower() in _FEEDS:
        return "feed"
    return "page" if _TAG.search(start[:65536]) or start.startswith(b"<!--") else None
