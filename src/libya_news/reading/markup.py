"""The tags and texts of HTML in order, in linear time: broken pages are read as far as they go."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,100})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
# A tag whose quoted values may hold any sign, as scripts keep their data in attributes.
_WHOLE = re.compile(r"""<[^"'<>]*+(?:(?:(?<==)|(?<== ))(?:"[^"]*"|'[^']*')[^"'<>]*+)*+>""")
_NAME = re.compile(r"/?([A-Za-z][\w:.-]{0,60})")
# Elements whose content is no markup.
_RAW = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "noscript")
}
_LONGEST_TAG = 8_000


class Tag(NamedTuple):
    """A start tag (`end` False) or an end tag."""

    name: str
    end: bool
    attributes: dict[str, str]


class Text(NamedTuple):
    """A stretch of text, its entities resolved; `of` names the raw element that it is the content of."""

    text: str
    of: str | None = None


def unescape(text: str) -> str:
    """Resolves the entities of a text; one that no number fits stays as it is."""
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except (ValueError, OverflowError):  # "&#" and thousands of digits
        return text


def events(page: str) -> Iterator[Tag | Text]:
    """Reads a page tag by tag.

    Args:
        page: The page's source.
    """
    at = 0
    length = len(page)
    unclosed: set[str] = set()
    while at < length:
        opening = page.find("<", at)
        if opening < 0:
            yield Text(unescape(page[at:]))
            return
        if opening > at:
            yield Text(unescape(page[at:opening]))
        following = page[opening + 1 : opening + 2]
        if following == "!" or following == "?":
            close = (
                "-->"
                if page.startswith("<!--", opening)
                else "]]>"
                if page.startswith("<![CDATA[", opening)
                else ">"
            )
            end = page.find(close, opening + 2)
            if end < 0:
                return  # an open comment hides the rest, as in a browser
            if close == "]]>":
                yield Text(page[opening + 9 : end])
            at = end + len(close)
            continue
        if not (following.isalpha() or following == "/"):
            yield Text("<")
            at = opening + 1
            continue
        end = _tag_end(page, opening)
        tag = _tag(page[opening + 1 : end])
        at = end + (page[end : end + 1] == ">")
        if tag is None:
            continue
        yield tag
        raw = _RAW.get(tag.name)
        if raw is not None and not tag.end and tag.name not in unclosed:
            closing = raw.search(page, at)
            if closing is None:
                unclosed.add(tag.name)
                if tag.name in ("script", "style"):
                    return
                continue
            yield Text(page[at : closing.start()], tag.name)
            at = closing.start()


def _tag_end(page: str, opening: int) -> int:
    """The offset of the `>` that closes a tag, of the next `<` where none does, or of the end."""
    whole = _WHOLE.match(page, opening)
    if whole is not None:
        return whole.end() - 1
    limit = opening + _LONGEST_TAG
    end = page.find(">", opening, limit)
    another = page.find("<", opening + 1, limit if end < 0 else end)
    if end < 0:
        return another if another >= 0 else min(limit, len(page))
    tag = page[opening:end]
    tries, first = 0, end
    while tries < 8 and (tag.count('"') % 2 or tag.count("'") % 2 and '"' not in tag):
        # A ">" inside a quoted attribute.
        further = page.find(">", end + 1, limit)
        if further < 0:
            break
        end, tries = further, tries + 1
        tag = page[opening:end]
    if end != first and (tag.count('"') % 2 or tag.count("'") % 2 and '"' not in tag):
        end, tag = first, page[opening:first]  # a quote that nothing closes hides no text
    if tag.count('"') % 2 and another >= 0:
        return another
    if another >= 0 and '"' not in tag and "'" not in tag:
        return another
    return end


def _tag(inside: str) -> Tag | None:
    match = _NAME.match(inside)
    if match is None:
        return None
    if inside[0] == "/":
        return Tag(match[1].lower(), True, {})
    attributes: dict[str, str] = {}
    if match.end() < len(inside):
        for found in _ATTRIBUTE.finditer(inside, match.end()):
            value = found[2] if found[2] is not None else found[3] if found[3] is not None else found[4]
            attributes.setdefault(found[1].lower(), unescape(value or ""))
    return Tag(match[1].lower(), False, attributes)
