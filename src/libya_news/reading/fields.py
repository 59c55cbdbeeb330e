"""An article from the keys of a JSON object, under the names that scrapers give them."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

from libya_news.errors import InputError
from libya_news.model.article import Article
from libya_news.model.interval import as_day_or_time
from libya_news.reading.decoding import check_text
from libya_news.reading.limits import Limits, Refused, over
from libya_news.reading.outlets import outlet_of_url

# Keys under which an object may hold the article itself: a search engine's hits, dumps, records of this library.
_WRAPPERS = ("article", "_source", "fields", "doc", "document", "data")
_SEPARATORS = str.maketrans("", "", "_- .:")
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|article|section|span|strong|em|a|ul|li|figure)\b[^<>]{0,400}>", re.IGNORECASE
)
_AMBIGUOUS = re.compile(r"^\D{0,12}(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}\b")


@cache
def _keys() -> dict[str, tuple[str, int]]:
    raw = tomllib.loads((Path(__file__).parent / "keys.toml").read_text("utf-8"))
    return {name: (field, rank) for field, names in raw.items() for rank, name in enumerate(names)}


def fields_of(value: Mapping[str, Any]) -> dict[str, Any]:
    """The known fields of an object; of several names for one field the best that holds something wins.

    An object that has no text of its own but one inside (a search engine's hit, a record of this library) has the
    fields of both, the inner ones first.
    """
    found = _fields(value)
    if "text" not in found:
        for key in _WRAPPERS:
            inner = value.get(key)
            if isinstance(inner, Mapping) and "text" in (within := _fields(inner)):
                return found | within
    return found


def _fields(value: Mapping[str, Any]) -> dict[str, Any]:
    keys = _keys()
    found: dict[str, tuple[int, Any]] = {}
    for key, content in value.items():
        known = keys.get(key.lower().translate(_SEPARATORS))
        if known is None or content is None or content == "" or content == []:
            continue
        if key in _WRAPPERS and isinstance(content, Mapping):
            continue
        field, rank = known
        if field not in found or rank < found[field][0]:
            found[field] = (rank, content)
    return {field: content for field, (_, content) in found.items()}


def article_of(
    value: Mapping[str, Any],
    *,
    source: str | None,
    published: dt.date | None,
    limits: Limits,
    host: str | None = None,
) -> Article:
    """Makes an article of a JSON object.

    Args:
        value: The object.
        source: Where it was read from.
        published: Publication day for an object that gives none.
        limits: The caps.
        host: The outlet for an object that names none.

    Raises:
        Refused: It has no text, or a field of a wrong type, or a wrong date.
    """
    fields = fields_of(value)
    text = fields.get("text")
    if text is None:
        raise Refused("no-text", 'the object has no text; give it a key "text"')
    if isinstance(text, list):
        parts = [part.get("value") if isinstance(part, Mapping) else part for part in text]
        strings = [part for part in parts if isinstance(part, str)]
        if len(strings) == len(parts):
            text = "\n\n".join(strings)
    text = _string(text, "text", limits)
    if _TAG.search(text) is not None:
        from libya_news.reading.pages import text_of_fragment

        text = text_of_fragment(text, limits)
    if not text.strip():
        raise Refused("empty", "the text is empty")
    headline = fields.get("headline")
    if isinstance(headline, Mapping):
        headline = headline.get("main") or headline.get("default")
    identity = fields.get("id")
    if isinstance(identity, Mapping):
        identity = identity.get("$oid")
    if identity is not None and (isinstance(identity, bool) or not isinstance(identity, str | int)):
        raise Refused("bad-value", f"id is {type(identity).__name__}; make it a string or a number")
    url = fields.get("url")
    if url is None and isinstance(place := value.get("source"), str) and "://" in place:
        url = place  # trafilatura's name for it
    standfirst = fields.get("standfirst")
    day = fields.get("published")
    return checked(
        Article.from_text(
            text,
            headline=None if headline is None else _line(headline, "headline", limits),
            published=published if day is None else publication_of(day),
            url=None if url is None else _line(url, "url", limits),
            id=None if identity is None else _line(str(identity), "id", limits),
            source=source,
            outlet=_outlet(fields.get("outlet"), limits) or host,
            standfirst=None if standfirst is None else _line(standfirst, "standfirst", limits),
            byline=_byline(fields.get("byline")),
        ),
        limits,
    )


def checked(article: Article, limits: Limits) -> Article:
    """Returns the article.

    Raises:
        Refused: Its text is longer than the cap, or a field of it cannot be written out.
    """
    for told in (article.headline, article.standfirst, article.url, article.outlet, *article.byline):
        if told is not None:
            check_text(told)
    if len(article.text) > limits.article:
        raise Refused(
            "too-large",
            over("article", f"the text is longer than {limits.article:,} characters"),
        )
    return article


def publication_of(value: object) -> dt.date | dt.datetime:
    """The day or the time of publication in the spellings of scrapers: ISO 8601, RFC 2822, seconds since 1970.

    A time keeps the zone that it is written with.

    >>> publication_of("Sun, 02 Jul 2017 23:30:00 -0400").isoformat()
    '2017-07-02T23:30:00-04:00'
    >>> publication_of("July 2, 2017")
    datetime.date(2017, 7, 2)

    Raises:
        Refused: It is no date, or one that can be read in two ways.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and 1e8 <= value < 1e14:
        seconds = value / 1000 if value >= 1e11 else value
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    if isinstance(value, Mapping) and "$date" in value and not isinstance(value["$date"], Mapping):
        return publication_of(value["$date"])
    if isinstance(value, str) and len(value) <= 100:
        words = value.strip()
        if words.isascii() and words.isdigit() and len(words) in (10, 13):
            return publication_of(int(words))
        try:
            told = as_day_or_time(words)
            if told is not None:
                return told
        except InputError:
            pass
        if re.match(r"[A-Za-z]{3},? ?\d{1,2} [A-Za-z]{3}|\d{1,2} [A-Za-z]{3} \d{4} \d", words):
            try:
                told = as_day_or_time(parsedate_to_datetime(words))
                if told is not None:
                    return told
            except (ValueError, TypeError, IndexError, OverflowError):
                pass
        figures = _AMBIGUOUS.match(words)
        if figures and figures[1] != figures[2] and int(figures[1]) <= 12 and int(figures[2]) <= 12:
            raise Refused("bad-date", f"the date {words!r} can mean two days; write it like 2017-07-02")
        from libya_news.english.dates.published import parse_published

        printed = parse_published(words)
        if printed is not None:
            return printed
    shown = value if isinstance(value, str | int | float) else type(value).__name__
    raise Refused("bad-date", f"the date is {str(shown)[:60]!r}, which is no day; write it like 2017-07-02")


def _string(value: object, what: str, limits: Limits) -> str:
    if not isinstance(value, str):
        raise Refused("bad-value", f"{what} is {_type(value)}, not a string")
    if len(value) > 4 * limits.article:
        raise Refused("too-large", over("article", f"{what} is longer than {limits.article:,} characters"))
    return check_text(value)


def _line(value: object, what: str, limits: Limits) -> str:
    line = _string(value, what, limits).strip()
    if len(line) > 4000:
        raise Refused("too-large", f"{what} is longer than 4,000 characters")
    return line


def _type(value: object) -> str:
    names = {
        dict: "an object",
        list: "a list",
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
    }
    return names.get(type(value), type(value).__name__)


def _outlet(value: object, limits: Limits) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str) or len(value) > 200:
        return None
    name = check_text(value).strip()
    if name and " " not in name and "." in name.strip("."):
        return outlet_of_url(name) or name
    return name or None


def _byline(value: object) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("original")
    if isinstance(value, str):
        name = value.strip()
        if name[:3].lower() == "by ":
            name = name[3:]
        return tuple(
            part for part in (piece.strip() for piece in re.split(r";| and |,\s", name[:1000])) if part
        )
    if isinstance(value, list):
        return tuple(name for item in value[:50] for name in _byline(item)[:1])
    return ()
