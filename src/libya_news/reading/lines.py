"""The lines of a text with their offsets."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line that holds something, without the blanks around it.

    `gap` tells whether a blank line (or the start of the text) stands before it.
    """

    text: str
    start: int
    end: int
    gap: bool


def split_lines(text: str) -> list[Line]:
    """Splits a text at its line breaks and leaves the empty lines out.

    Args:
        text: Any text.

    Returns:
        The lines in order; `text[line.start:line.end] == line.text` for each.
    """
    found = []
    offset, gap = 0, True
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            start = offset + (raw.find(line[0]) if raw[0] != line[0] else 0)
            found.append(Line(line, start, start + len(line), gap))
            gap = False
        else:
            gap = True
        offset += len(raw) + 1
    return found
