"""Cells and lines of CSV files that no spreadsheet runs as formulas and that every reader reads back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from typing import Protocol, TextIO

from libya_news.exporting.flat import Column, Value

_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # with their full-width forms
# What spreadsheets skip, or do not show, before they look at the first sign.
_SKIPPED = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
_SKIPPED += "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff"
_SKIPPED += "\x00\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"


class Rows(Protocol):
    """What takes the rows of a CSV file."""

    def writerow(self, row: Iterable[object], /) -> object:
        """Write one row."""


def guarded(text: str) -> str:
    r"""A text that a spreadsheet shows and does not run: an apostrophe stands before what looks like a formula.

    >>> guarded("=1+1"), guarded(" @SUM(A1)"), guarded("-5"), guarded("Sirte")
    ("'=1+1", "' @SUM(A1)", '-5', 'Sirte')

    Args:
        text: The text of a cell. Plain numbers stay as they are, and so does everything that ``unguarded``
            would otherwise change.

    Source: OWASP, CSV Injection; CVE-2021-41270.
    """
    bare = text.lstrip("'").lstrip(_SKIPPED) if text.startswith("'") else text.lstrip(_SKIPPED)
    if bare[:1] and bare[0] in _STARTS and not _is_number(text):
        return f"'{text}"
    return text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given.

    Args:
        text: The text of a cell.
    """
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    # "+1_000" and "-Infinity" are numbers to Python alone.
    return text.isascii() and not set(text) & set("_ \t\r\n") and text[-1:].isdigit()


def rows_into(file: TextIO) -> Rows:
    """Take rows for a file, in the dialect of RFC 4180: commas, double quotes, CRLF.

    Args:
        file: A text file that changes no line ends.
    """
    return csv.writer(file, lineterminator="\r\n")


def cell(value: Value, *, guard: bool = True) -> str:
    """A value as the text of a cell: None is empty, true and false are words, several texts a JSON array.

    Args:
        value: The value.
        guard: Whether texts that look like formulas are made harmless.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return guarded(value) if guard else value
    return repr(value) if isinstance(value, float) else str(value)


def value_of(text: str, column: Column, *, guard: bool = True) -> Value:
    """The value that ``cell`` was given, but that an empty text comes back as None.

    Args:
        text: The text of a cell.
        column: Its column.
        guard: Whether the file was written with the guard.

    Raises:
        ValueError: The text is no value of the column.
    """
    match column.type:
        case "texts":
            return tuple(map(str, json.loads(text))) if text else ()
        case _ if text == "":
            return None
        case "integer":
            return int(text)
        case "real":
            return float(text)
        case "boolean":
            return {"true": True, "false": False}[text]
        case _:
            return unguarded(text) if guard else text


def write_rows(rows: Rows, values: Iterable[Sequence[Value]], *, guard: bool = True) -> None:
    """Write rows of values.

    Args:
        rows: What ``rows_into`` gives.
        values: The rows.
        guard: As for ``cell``.
    """
    for row in values:
        rows.writerow([cell(value, guard=guard) for value in row])
