"""Tables for a terminal: rich draws them where it is installed, plain text does where it is not."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Literal

import attrs

from libya_news.text.printing import printable


@attrs.frozen
class Runs:
    """A cell whose words are partly bold.

    Attributes:
        parts: Pieces of text, every second one bold.
    """

    parts: tuple[str, ...]

    def __str__(self) -> str:
        """The text with two asterisks around what is bold, for where nothing can be bold."""
        return "".join(f"**{part}**" if i % 2 and part else part for i, part in enumerate(self.parts))


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
    rows: tuple[tuple[str | Runs, ...], ...]


def draw(sheet: Sheet, width: int, *, rich: bool | None = None, bold: bool = False) -> str:
    """Draws a table.

    Args:
        sheet: The table; its cells may hold any text, and are made safe for a terminal.
        width: Columns of the terminal.
        rich: Whether rich draws it; None for "where it is installed".
        bold: Whether the output understands bold (a terminal); elsewhere asterisks stand for it. Only rich
            draws bold.

    Returns:
        Lines without a newline at the end.
    """
    if rich is None:
        rich = find_spec("rich") is not None
    return _rich(sheet, width, bold=bold) if rich else _plain(sheet, width)


def _safe(cell: str | Runs) -> str:
    return printable(str(cell))


def _rich(sheet: Sheet, width: int, *, bold: bool) -> str:
    import io

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for i, column in enumerate(sheet.columns):
        table.add_column(column, overflow="fold", no_wrap=not i)
    for row in sheet.rows:
        # Text, for news text is no markup.
        table.add_row(
            *(
                Text.assemble(*((_kept(part), "bold" if i % 2 else "") for i, part in enumerate(cell.parts)))
                if bold and isinstance(cell, Runs)
                else Text(_safe(cell))
                for cell in row
            )
        )
    out = io.StringIO()
    system: Literal["standard"] | None = "standard" if bold else None
    console = Console(
        file=out, width=width, color_system=system, force_terminal=bold, no_color=True, legacy_windows=False
    )
    console.print(table)
    lines = [line.rstrip() for line in out.getvalue().split("\n")]
    return "\n".join([sheet.title, *(line for line in lines if line)])


def _kept(part: str) -> str:
    """Return a piece made safe, with a blank where it began or ended with one."""
    first, last = (" " if part[i : i + 1].isspace() else "" for i in (0, len(part) - 1))
    return f"{first}{printable(part)}{last}" if part.strip() else part and " "


def _plain(sheet: Sheet, width: int) -> str:
    rows = [tuple(map(_safe, row)) for row in sheet.rows]
    widths = _widths(sheet.columns, rows, width)
    rule = "  ".join("-" * w for w in widths)
    lines = [sheet.title, *_row(sheet.columns, widths), rule]
    for row in rows:
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


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Gives every column what it needs, then takes from the widest but the first until the table fits."""
    wanted = [max(len(cell) for cell in column) for column in zip(columns, *rows, strict=True)]
    first, rest = wanted[0], wanted[1:]
    room = max(width - first - 2 * len(rest), 8 * len(rest))
    while sum(rest) > room:
        widest = rest.index(max(rest))
        second = max((w for i, w in enumerate(rest) if i != widest), default=8)
        over = sum(rest) - room
        rest[widest] = max(min(rest[widest] - 1, second), rest[widest] - over, 8)
    return [first, *rest]
