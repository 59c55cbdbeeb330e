"""News text made safe for a terminal."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    r"""News text made safe for a terminal: white space becomes one blank, control characters are shown.

    >>> printable("Two\u00a0men\n died\x1b[2J")
    'Two men died<U+001B>[2J'

    Args:
        text: Any text.
    """
    blank = " ".join(text.split())
    return blank if blank.isprintable() else _shown(blank)


def printable_lines(text: str) -> str:
    r"""The same for text of several lines, which keep their ends and their indents.

    >>> printable_lines("killed-0-7\n  count: \x1b[2J")
    'killed-0-7\n  count: <U+001B>[2J'

    Args:
        text: Any text.
    """
    return "\n".join(line if line.isprintable() else _shown(line) for line in text.split("\n"))


def _shown(text: str) -> str:
    return "".join(
        c if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else f"<U+{ord(c):04X}>"
        for c in text
    )
