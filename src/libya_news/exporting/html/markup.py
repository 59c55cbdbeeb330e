"""HTML built of values: what is not markup already is escaped, so no text of a story can become markup."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from zlib import crc32

# Joiners belong to the spelling of Arabic script and of emoji; every other format character is shown.
_KEPT = {"\u200c", "\u200d", "\n", "\t"}
_SHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_UNSAFE_ID = re.compile(r"[^A-Za-z0-9.-]+")
_VOID = frozenset({"meta", "br"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def is_shown(char: str) -> bool:
    r"""Whether a character is replaced by its visible name: controls, bidi controls, lone surrogates.

    >>> is_shown("\u202e"), is_shown("\u200d"), is_shown("a")
    (True, False, False)

    Args:
        char: One code point.
    """
    return char not in _KEPT and unicodedata.category(char) in _SHOWN


def visible(text: str) -> str:
    r"""The text with every control and bidi control written out, so that none can act on the page.

    >>> visible("Two\u202emen")
    'Two<U+202E>men'

    Args:
        text: Any text.
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(c):04X}>" if is_shown(c) else c for c in text)


def text(value: str) -> Markup:
    r"""Text as HTML: escaped, with controls as marked, visible names.

    >>> text("<b>\u202e")
    '&lt;b&gt;<span class="control">&lt;U+202E&gt;</span>'

    Args:
        value: Any text; markup is left as it is.
    """
    if isinstance(value, Markup):
        return value
    if value.isprintable():
        return Markup(escape(value))
    return Markup(
        "".join(
            f'<span class="control">&lt;U+{ord(c):04X}&gt;</span>' if is_shown(c) else escape(c)
            for c in value
        )
    )


def el(element: str, /, *children: str, **attributes: str | None) -> Markup:
    """An element; text among its children is escaped, and so is every attribute.

    >>> el("a", "1 < 2", href="#x", class_="ref")
    '<a href="#x" class="ref">1 &lt; 2</a>'

    Args:
        element: Its name.
        *children: Text, or markup that stays as it is.
        **attributes: Attributes; ``class_`` stands for ``class``, ``_`` within a name for ``-``; those that
            are None are left out.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if element in _VOID:
        return Markup(f"<{element}{told}>")
    return Markup(f"<{element}{told}>{''.join(map(text, children))}</{element}>")


def join(*parts: str) -> Markup:
    """Several pieces, one after the other."""
    return Markup("".join(map(text, parts)))


def bdi(value: str) -> Markup:
    """Words of a story or a name, apart from the direction of what stands around them."""
    return el("bdi", value)


def anchor(*parts: object) -> str:
    """The id of an element, of characters that need no quoting in an address.

    >>> anchor("s1", "killed-0-20"), anchor("s1", 'x" onclick="')
    ('s1-killed-0-20', 's1-x-onclick--74fafa58')

    Args:
        *parts: What it is made of; where characters had to go, a digest keeps different ones apart.
    """
    wanted = "-".join(map(str, parts))
    safe = _UNSAFE_ID.sub("-", wanted)
    return safe if safe == wanted else f"{safe}-{crc32(wanted.encode('utf-8', 'surrogatepass')):08x}"
