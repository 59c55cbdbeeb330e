"""A record as rows of flat tables: the columns that CSV, SQLite, Parquet and Arrow share.

Each table has one row a thing (an article, a casualty, a claim, ...). A cell holds a plain value or None, and
None means "not known": no count, date or coordinate is ever made up, and a bound stays a bound (``low`` without
``high``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, Literal, TypeVar

import attrs

from libya_news.model.record import Record

#: The value of a cell; dates are ISO 8601 days, and ``texts`` are tuples.
Value = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Value, ...]
ColumnType = Literal["text", "integer", "real", "boolean", "date", "texts"]
T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Column:
    """A column of a flat table.

    Attributes:
        name: Its name, the same in every format.
        type: What its cells hold: ``text``; ``integer``; ``real``; ``boolean``; ``date`` (an ISO 8601 day as text);
            ``texts`` (a tuple of texts, which each format writes in its own way; empty where there are none).
        description: What it means, with its unit.
        required: Whether every row has a value; otherwise None is "not known" or "does not apply".
        values: The words that can stand in it, where it is a closed list.
    """

    name: str
    type: ColumnType
    description: str
    required: bool = False
    values: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Story:
    """A record with what all its rows share.

    Attributes:
        record: The record.
        key: The key of its article.
        published: Its publication day, ISO 8601, or None.
    """

    record: Record
    key: str
    published: str | None


@attrs.frozen(kw_only=True)
class Field(Generic[T]):
    """A column with how its cell is read from a thing of the record.

    Attributes:
        column: The column.
        get: Reads the cell.
    """

    column: Column
    get: Callable[[Story, T], Value]


@attrs.frozen(kw_only=True)
class Table:
    """A flat table.

    Attributes:
        name: Its name: ``articles``, ``casualties``, ...
        description: What one row is.
        key: The columns that tell its rows apart.
        columns: Its columns in order.
        rows: Makes its rows of a story, in the order of the record.
    """

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Story], Iterator[Row]]


def table(
    name: str,
    description: str,
    *,
    key: tuple[str, ...],
    things: Callable[[Record], Iterable[T]],
    fields: tuple[Field[T], ...],
) -> Table:
    """Makes a table of its fields, so that no cell can stand under a column of another.

    Args:
        name: Its name.
        description: What one row is.
        key: The columns that tell its rows apart.
        things: The things of a record that have a row each.
        fields: Its columns, each with how its cell is read.
    """
    getters = tuple(field.get for field in fields)

    def rows(story: Story) -> Iterator[Row]:
        for thing in things(story.record):
            yield tuple([sound(get(story, thing)) for get in getters])

    columns = tuple(field.column for field in fields)
    return Table(name=name, description=description, key=key, columns=columns, rows=rows)


def article_key(article_id: str, text: str) -> str:
    """The key of an article in flat tables: 24 hexadecimal digits, made of its id and its text.

    The same story has the same key in every run and on every machine, so that a sink may write it twice and hold it
    once; two texts that their sources gave one id are told apart.

    >>> article_key("a1", "Two men died.")
    'd3906a324a091846cb135d44'

    Args:
        article_id: The article's id.
        text: Its text.
    """
    digest = hashlib.sha256()
    for part in (article_id, text):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()[:24]


def story_of(record: Record) -> Story:
    """Prepares a record for the tables.

    Args:
        record: Any record.
    """
    article = record.article
    day = article.published
    return Story(
        record=record,
        key=article_key(article.id, article.text),
        published=None if day is None else day.isoformat(),
    )


def tables() -> Mapping[str, Table]:
    """The flat tables by name, ``articles`` first."""
    from libya_news.exporting.flat_tables import TABLES

    return TABLES


def rows_of(record: Record, names: Iterable[str] | None = None) -> dict[str, list[Row]]:
    """Turns a record into rows of the flat tables.

    >>> from libya_news import Article, parse
    >>> record = parse(Article.from_text("At least 12 soldiers were killed in Sirte.", id="a1"))
    >>> [row] = rows_of(record, ["casualties"])["casualties"]
    >>> columns = [column.name for column in tables()["casualties"].columns]
    >>> cells = dict(zip(columns, row))
    >>> cells["low"], cells["high"], cells["qualifier"], cells["place_id"], cells["date_start"]
    (12, None, 'at_least', 'sirte', None)

    Args:
        record: Any record.
        names: The tables wanted; all of ``tables()`` where None.

    Returns:
        For each table its rows, each a tuple in the order of the table's columns.
    """
    story, known = story_of(record), tables()
    return {name: list(known[name].rows(story)) for name in (known if names is None else names)}


def sound(value: Any) -> Any:
    """A cell that can be written as UTF-8: a lone surrogate becomes U+FFFD, which keeps every offset.

    Args:
        value: A text, a tuple of texts, or anything else, which is given back as it is.
    """
    if isinstance(value, str):
        if value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    elif isinstance(value, tuple):
        return tuple([sound(part) for part in value])
    return value
