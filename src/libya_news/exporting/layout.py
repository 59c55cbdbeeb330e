"""Tables for a terminal: rich draws them where it is installed, plain text does where it is not."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from importlib.util import find_spec

import attrs


@attrs.frozen
class Sheet:
    """A table to be printed.

    Attributes:
        title: What stands above it.
        columns: Heads of the columns; the cells of the first, which are ids, are never broken.
        rows: One tuple of cells a row.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def printable(text: str) -> str:
    r"""News text made safe for a terminal: white space becomes one blank, control characters are shown.

    >>> printable("Two\u00a0men\n died\x1b[2J")
    'Two men died<U+001B>[2J'

    Args:
        text: Any text.
    """
    blank = " ".join(text.split())
    if blank.isprintable():
        return blank
    return "".join(
        c if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else f"<U+{ord(c):04X}>"
        for c in blank
    )


def draw(sheet: Sheet, width: int, *, rich: bool | None = None) -> str:
    """Draws a table.

    Args:
        sheet: The table; its cells may hold any text, and are made safe for a terminal.
        width: Columns of the terminal.
        rich: Whether rich draws it; None for "where it is installed".

    Returns:
        Lines without a newline at the end.
    """
    sheet = attrs.evolve(sheet, rows=tuple(tuple(map(printable, row)) for row in sheet.rows))
    if rich is None:
        rich = find_spec("rich") is not None
    return _rich(sheet, width) if rich else _plain(sheet, width)


def _rich(sheet: Sheet, width: int) -> str:
    import io

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for i, column in enumerate(sheet.columns):
        table.add_column(column, overflow="fold", no_wrap=not i)
    for row in sheet.rows:
        table.add_row(*(Text(cell) for cell in row))  # Text: news text is no markup
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, legacy_windows=False)
    console.print(table)
    lines = [line.rstrip() for line in out.getvalue().split("\n")]
    return "\n".join([sheet.title, *(line for line in lines if line)])


def _plain(sheet: Sheet, width: int) -> str:
    widths = _widths(sheet, width)
    rule = "  ".join("-" * w for w in widths)
    lines = [sheet.title, *_row(sheet.columns, widths), rule]
    for row in sheet.rows:
        lines.extend(_row(row, widths))
    return "\n".join(lines)


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [textwrap.wrap(cell, w) or [""] for cell, w in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    padded = [lines + [""] * (height - len(lines)) for lines in wrapped]
    return [
        "  ".join(part.ljust(w) for part, w in zip(parts, widths, strict=True)).rstrip()
        for parts in zip(*padded, strict=True)
    ]


def _widths(sheet: Sheet, width: int) -> list[int]:
    """Gives every column what it needs, then takes from the widest but the first until the table fits."""
    wanted = [max(len(cell) for cell in column) for column in zip(sheet.columns, *sheet.rows, strict=True)]
    first, rest = wanted[0], wanted[1:]
    room = max(width - first - 2 * len(rest), 8 * len(rest))
    while sum(rest) > room:
        widest = rest.index(max(rest))
        second = max((w for i, w in enumerate(rest) if i != widest), default=8)
        over = sum(rest) - room
        rest[widest] = max(min(rest[widest] - 1, second), rest[widest] - over, 8)
    return [first, *rest]
