"""Flat CSV files with a Frictionless data package that says what stands in them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libya_news import __version__
from libya_news.errors import InputError
from libya_news.exporting import flat_incidents
from libya_news.exporting.flat import Column, Row, story_of, tables
from libya_news.exporting.spreadsheet import rows_into, value_of, write_rows

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener

_LONGEST = 2**31 - 1  # code points of a cell: a claim may run on for as long as its story
_TYPES = {
    "text": "string",
    "integer": "integer",
    "real": "number",
    "boolean": "boolean",
    "date": "date",
    "texts": "array",
}


def columns_of() -> dict[str, tuple[Column, ...]]:
    """The columns of each file, by the name of its table."""
    return {**{name: t.columns for name, t in tables().items()}, flat_incidents.NAME: flat_incidents.COLUMNS}


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write a folder of CSV files (see ``libya_news.exporting.formats.Writer``)."""
    out = {name: rows_into(open_file(f"{name}.csv")) for name in columns_of()}
    for name, columns in columns_of().items():
        out[name].writerow([c.name for c in columns])
    for dossier in dossiers:
        for record in dossier.records:
            story = story_of(record)
            for name, table in tables().items():
                write_rows(out[name], table.rows(story), guard=guard)
        write_rows(out[flat_incidents.NAME], flat_incidents.incident_rows(dossier), guard=guard)
    package = open_file("datapackage.json")
    package.write(json.dumps(data_package(guard=guard), ensure_ascii=False, indent=2) + "\n")


def data_package(*, guard: bool = True) -> dict[str, Any]:
    """The Frictionless descriptor of the folder.

    Args:
        guard: Whether the files were written with the formula guard.

    Source: Frictionless Data Package and Table Schema, version 1.
    """
    keys = {**{n: (t.description, t.key) for n, t in tables().items()}}
    keys[flat_incidents.NAME] = (flat_incidents.DESCRIPTION, flat_incidents.KEY)
    return {
        "name": "libya-news",
        "title": "Casualties of the conflict in Libya, as news stories tell them",
        "profile": "tabular-data-package",
        "description": "An empty cell is not known or does not apply; it is never 0. Offsets count Unicode code "
        "points of the article's text, from 0, the end not included."
        + (" A text that a spreadsheet would run as a formula has an apostrophe before it." if guard else ""),
        "libya_news": {"version": __version__, "formula_guard": guard},
        "resources": [
            _resource(name, columns, *keys[name], incidents=name == flat_incidents.NAME)
            for name, columns in columns_of().items()
        ],
    }


def _resource(
    name: str, columns: Sequence[Column], description: str, key: tuple[str, ...], *, incidents: bool
) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in columns],
        "missingValues": [""],
        "primaryKey": list(key),
    }
    if not incidents and name != "articles":
        schema["foreignKeys"] = [
            {"fields": "article_key", "reference": {"resource": "articles", "fields": "article_key"}}
        ]
    return {
        "name": name,
        "path": f"{name}.csv",
        "description": f"{description}.",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": f"{column.description}.",
    }
    constraints: dict[str, Any] = {}
    if column.required and column.type not in (
        "text",
        "texts",
    ):  # a text may be empty, which reads as missing
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    return {**field, "constraints": constraints} if constraints else field


def read_folder(folder: str | Path) -> dict[str, list[Row]]:
    """Read the tables of a folder back, each value with its type.

    Args:
        folder: What ``--format csv -o FOLDER`` wrote.

    Returns:
        For each table its rows, as ``libya_news.exporting.flat.rows_of`` gives them; an empty text is None.

    Raises:
        InputError: A file is missing, or has other columns or values than the format.
    """
    path = Path(folder)
    found = {}
    try:
        guard = json.loads((path / "datapackage.json").read_text("utf-8"))["libya_news"]["formula_guard"]
        for name, columns in columns_of().items():
            with (path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                found[name] = _rows(csv.reader(file, strict=True), columns, guard=guard is True)
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
        raise InputError(f"holds no tables of libya_news ({error})", source=str(folder)) from None
    return found


def _rows(lines: Iterable[list[str]], columns: Sequence[Column], *, guard: bool) -> list[Row]:
    before = csv.field_size_limit(_LONGEST)
    try:
        head, *rest = lines
    finally:
        csv.field_size_limit(before)
    if head != [c.name for c in columns]:
        raise ValueError(f"the columns are {', '.join(head)}")
    return [tuple(value_of(t, c, guard=guard) for t, c in zip(row, columns, strict=True)) for row in rest]
