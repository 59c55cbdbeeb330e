# ruff: noqa: E501, PT017  (inputs print long lines; a refusal is one of two good ends)
"""What every reader promises for any bytes at all, as targets for a fuzzer and for plain random changes.

A target takes bytes and returns; what it raises is a fault. Refusals are values (`InputProblem`) or, inside the reading floor,
`Refused`; nothing else may come out of a reader.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from libya_news.errors import InputProblem
from libya_news.model.article import Article
from libya_news.reading import decoding, fields, markup, pages
from libya_news.reading.inputs import read_inputs
from libya_news.reading.limits import Limits, Refused

# Small, so that random inputs reach them.
TIGHT = Limits(article=20_000, line=4_000, page=20_000, feed=20_000, depth=40, ratio=20)
CODES = frozenset(
    "empty undecodable bad-gzip too-dense too-large too-deep not-json not-an-object bad-value bad-date no-text no-article "
    "no-main-text bad-xml dtd".split()
)


def _hold(item: Article | InputProblem) -> None:
    """Fails where an article or a problem breaks what is promised of it."""
    if isinstance(item, InputProblem):
        assert item.code in CODES, item
        assert item.message.isprintable(), item
        assert len(item.message) < 1000, item
        return
    text = item.text
    text.encode("utf-8")
    assert len(text) <= TIGHT.article
    end = 0
    for zone in item.zones:
        assert end <= zone.start < zone.end <= len(text), zone
        assert not text[zone.start].isspace(), zone
        assert not text[zone.end - 1].isspace(), zone
        end = zone.end
    for caption in item.captions:
        assert text[caption.start : caption.end] == caption.text, caption
    for told in (item.headline, item.standfirst, item.outlet, item.url, item.id, *item.byline):
        if told is not None:
            told.encode("utf-8")


def anything(data: bytes) -> None:
    """Bytes of any sort."""
    found = list(read_inputs([data], limits=TIGHT))
    assert found, "neither an article nor a problem"
    for item in found:
        _hold(item)
    assert found == list(read_inputs([data], limits=TIGHT)), "twice the same bytes, two results"


def page(data: bytes) -> None:
    """A web page."""
    anything(b"<!doctype html><html>" + data)


def fragment(data: bytes) -> None:
    """HTML inside a feed or a scraper's field."""
    text = data.decode("utf-8", "replace")
    for event in markup.events(text):
        assert isinstance(event, markup.Tag | markup.Text)
    try:
        pages.text_of_fragment(text, TIGHT)
    except Refused as refused:
        assert refused.code == "too-deep"


def feed(data: bytes) -> None:
    """A feed."""
    anything(b"<rss><channel><item><description>" + data)
    anything(b"<?xml version='1.0'?><rss>" + data + b"</rss>")


def json_document(data: bytes) -> None:
    """One JSON document."""
    anything(b"[" + data + b"]")
    anything(b'{"text": "Two men died.", ' + data + b"}")


def json_lines(data: bytes) -> None:
    """JSON Lines."""
    anything(b'{"text": "Two men died."}\n' + data)


def packed(data: bytes) -> None:
    """A gzip stream: sound, and damaged by the input."""
    anything(gzip.compress(data, 1, mtime=0))
    anything(b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + data)


def stamp(data: bytes) -> None:
    """A publication date."""
    text = data.decode("utf-8", "replace")
    try:
        fields.publication_of(text)
    except Refused as refused:
        assert refused.code == "bad-date"


def encoded(data: bytes) -> None:
    """Bytes with a declared encoding: the label is the first line."""
    label, _, rest = data.partition(b"\n")
    try:
        decoding.decode(rest, label.decode("latin-1"))
    except Refused as refused:
        assert refused.code == "undecodable"


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (anything, page, fragment, feed, json_document, json_lines, packed, stamp, encoded)
}


def seeds() -> Iterator[bytes]:
    """Small sound inputs of every sort, and the pages of the reading tests."""
    body = "Two men died in Sirte on Sunday, a medic said. A third was hurt."
    story = {
        "headline": "Two die",
        "date": "2017-07-02T23:30:00+02:00",
        "url": "https://www.reuters.com/a",
        "text": body,
    }
    yield f"Two die in Sirte\n\nBy Mona Farag\n\n3 July 2017\n\nSIRTE, Libya (AFP) - {body}\n\n(AFP)".encode()
    yield json.dumps(story).encode() + b"\n" + json.dumps({"maintext": f"<p>{body}</p>"}).encode()
    linked = {"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "articleBody": body}]}
    yield json.dumps(linked).encode()
    items = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "1", "content_html": f"<p>{body}</p>"}],
    }
    yield json.dumps(items).encode()
    yield (
        '<?xml version="1.0" encoding="utf-8"?><rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>'
        f"<item><title>Two die</title><pubDate>Sun, 02 Jul 2017 23:30:00 GMT</pubDate><guid>1</guid><c:encoded><![CDATA[<p>{body}"
        "</p>]]></c:encoded></item></channel></rss>"
    ).encode()
    yield (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Two die</title><link href="https://d.example/2"/><content '
        f'type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{body}</p></div></content></entry></feed>'
    ).encode()
    yield b"2017-07-02T23:30:00+02:00"
    yield b"windows-1252\nCaf\xe9 bombed"
    yield body.encode("utf-16")
    yield gzip.compress(body.encode(), mtime=0)
    for path in sorted((Path(__file__).resolve().parents[1] / "reading" / "pages").glob("*.html")):
        yield path.read_bytes().partition(b"<!-- EXPECTED")[0]


_PIECES = (
    b"<", b">", b"</p>", b"<p>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"&#", b"&amp", b'"', b"'", b"=", b"{", b"}",
    b"[", b"]", b"\\ud800", b"\\u0000", b"\0", b"\n", b"\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\x1f\x8b",
    b"<script>", b"<article>", b"<h1>", b"<li>", b"<table>", b"hidden", b"9" * 30, b"\xc2\xa0", b"\x1c", b"\x85", b"\xd9\x83",
)  # fmt: skip


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few random cuts, copies and insertions."""
    found = bytearray(data[: chance.choice((200, 1000, 5000))])
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(found))
        what = chance.randint(0, 3)
        if what == 0:
            del found[at : at + chance.randint(1, 60)]
        elif what == 1:
            found[at:at] = chance.choice(_PIECES) * chance.choice((1, 1, 2, 50))
        elif what == 2:
            found[at:at] = found[chance.randint(0, len(found)) :][:200]
        elif found:
            found[min(at, len(found) - 1)] = chance.randint(0, 255)
    return bytes(found)
