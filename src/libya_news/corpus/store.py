"""The store: one SQLite file with the flat tables, the texts with full-text search, and what the file is.

It opens in Datasette and sqlite-utils as it is. Records are written in whole transactions together with the journal, so
that a process that is killed leaves no half of a batch; runs over new stories add to it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libya_news import __version__
from libya_news.corpus.journal import Done, Entry
from libya_news.corpus.options import digest
from libya_news.corpus.sinks import Totals
from libya_news.corpus.work import Form, Outcome, Rows
from libya_news.errors import InputError

if TYPE_CHECKING:
    from libya_news.exporting.flat import Table
    from libya_news.model.record import Record

SCHEMA_VERSION = 1
APPLICATION = 0x4C4E4557  # "LNEW", by which the file tells whose it is
_TYPES = {
    "text": "TEXT",
    "integer": "INTEGER",
    "real": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
    "texts": "TEXT",
}
_NOTE = {"boolean": " (0 or 1)", "date": " (ISO 8601)", "texts": " (a JSON list)"}
_METADATA = {
    "title": "Evidence read from news stories about the conflict in Libya",
    "library": "libya_news",
    "library_version": __version__,
    "schema_version": str(SCHEMA_VERSION),
    "licence": "The tables' layout and the names of actors and places: MIT, with facts from GeoNames (CC BY 4.0), "
    "OCHA COD-AB (CC BY-IGO), the Global Power Plant Database (CC BY 4.0) and OurAirports (public domain). "
    "The texts belong to their publishers: ask them before you publish articles.text.",
    "counts": "low and high bound what a text says; null is not known, never 0. Casualties of several stories tell "
    "of the same dead: never add rows up; libya-news query does it by incident.",
}


def create_statements() -> Iterator[str]:
    """The statements that make the tables, views and indexes of an empty store."""
    from importlib.resources import files

    from libya_news.exporting.flat import tables

    for table in tables().values():
        yield _create(table)
    yield files("libya_news.corpus").joinpath("schema.sql").read_text(encoding="utf-8")


def _create(table: Table) -> str:
    articles = table.name == "articles"
    lines = ["  id INTEGER PRIMARY KEY, -- Number of the row"] if articles else []
    for column in table.columns:
        parts = [f'  "{column.name}" {_TYPES[column.type]}']
        if column.required:
            parts.append("NOT NULL")
        if column.type == "boolean":
            parts.append(f'CHECK ("{column.name}" IN (0, 1))')
        if column.name == "article_key":
            parts.append("UNIQUE" if articles else "REFERENCES articles (article_key) ON DELETE CASCADE")
        lines.append(f"{' '.join(parts)}, -- {column.description}{_NOTE.get(column.type, '')}")
    if articles:
        lines.append("  text TEXT NOT NULL -- The text; every offset counts its code points")
    else:
        lines.append(f"  PRIMARY KEY ({', '.join(table.key)})")
    return f"-- {table.description}\nCREATE TABLE {table.name} (\n" + "\n".join(lines) + "\n) STRICT;"


def connect(path: str | os.PathLike[str], *, new: bool = False) -> sqlite3.Connection:
    """Opens a store.

    Args:
        path: The file.
        new: Whether to make it where there is none.

    Returns:
        The connection, which the caller closes; it commits only what is committed.

    Raises:
        InputError: It is missing, no store, or one of another schema version.
    """
    name = os.fspath(path)
    there = Path(name).exists() and Path(name).stat().st_size > 0
    if not there and not new:
        raise InputError("there is no such store; make it with libya-news run --out", source=name)
    try:
        connection = sqlite3.connect(name, isolation_level=None, timeout=60)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            if not there:
                _make(connection)
            [(application,)] = connection.execute("PRAGMA application_id").fetchall()
            [(version,)] = connection.execute("PRAGMA user_version").fetchall()
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise InputError(f"cannot be opened as a store ({error})", source=name) from None
    if application != APPLICATION:
        connection.close()
        raise InputError("is no store of libya_news; name another file", source=name)
    if version != SCHEMA_VERSION:
        connection.close()
        raise InputError(
            f"has schema version {version}, and this library writes {SCHEMA_VERSION}; make a new store",
            source=name,
        )
    return connection


def _make(connection: sqlite3.Connection) -> None:
    from libya_news.exporting.flat import tables

    connection.execute("PRAGMA journal_mode = WAL")
    script = "\n".join(create_statements())
    # executescript commits what is open, so the transaction is part of the script.
    connection.executescript(
        f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id = {APPLICATION};\n"
        f"PRAGMA user_version = {SCHEMA_VERSION};\n"
    )
    connection.executemany("INSERT INTO metadata VALUES (?, ?)", _METADATA.items())
    connection.executemany(
        "INSERT INTO columns VALUES (?, ?, ?, ?)",
        [(t.name, c.name, c.type, c.description) for t in tables().values() for c in t.columns],
    )
    connection.execute("COMMIT")


class StoreSink:
    """Writes records into a store.

    Args:
        path: The file; it is made where there is none.
        header: What decides the records (``Options.header``). What was read with another version or other options
            is read again, and takes the place of the old rows.

    Raises:
        InputError: The file is no store.
    """

    form: Form = "rows"

    def __init__(self, path: str | os.PathLike[str], header: Mapping[str, Any]) -> None:
        self._db = connect(path, new=True)
        self._run = digest(header)
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(
            "INSERT INTO runs VALUES (?, ?) ON CONFLICT DO NOTHING",
            (self._run, json.dumps(header, sort_keys=True)),
        )
        self._db.execute("UPDATE metadata SET value = ? WHERE name = 'library_version'", (__version__,))
        columns = ("input", "nth", "start", '"end"', "line", "sha256", "done")
        found = self._db.execute(
            f"SELECT {', '.join(columns)} FROM journal WHERE run = ? ORDER BY id",  # noqa: S608
            (self._run,),
        )
        self.done: Done = Done(
            Entry(input=i, nth=n, start=s, end=e, line=line, sha256=sha, done=bool(d))
            for i, n, s, e, line, sha, d in found
        )
        self.totals: Totals = Totals(self._count("articles"), self._count("errors"))
        self._outcomes: list[Outcome] = []
        self._writer = _Writer(self._db)

    def _count(self, table: str) -> int:
        [(n,)] = self._db.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608
        return int(n)

    def add(self, outcome: Outcome) -> None:
        """Take an outcome."""
        self._outcomes.append(outcome)

    def commit(self, entry: Entry) -> None:
        """Write what was added and the entry in one transaction."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            for outcome in self._outcomes:
                problem = outcome.problem
                if problem is None:
                    self.totals.records += self._writer.write(outcome.made)
                    continue
                self.totals.problems += 1
                self._db.execute(
                    "INSERT INTO errors (run, input, line, offset, code, message) VALUES (?, ?, ?, ?, ?, ?)",
                    (self._run, problem.input, problem.line, problem.offset, problem.code, problem.message),
                )
            self._db.execute(
                'INSERT INTO journal (run, input, nth, start, "end", line, sha256, done) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (self._run, *entry.to_dict().values()),
            )
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._outcomes.clear()

    def finish(self) -> None:
        """Make the file ready to be read by others."""
        self._db.execute("PRAGMA optimize")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file."""
        self._db.close()


class _Writer:
    """Puts records into the tables; one that is there already is replaced."""

    def __init__(self, db: sqlite3.Connection) -> None:
        from libya_news.exporting.flat import tables

        self._db = db
        self._lists: dict[str, tuple[int, ...]] = {}
        self._insert: dict[str, str] = {}
        for table in tables().values():
            names = [c.name for c in table.columns]
            self._lists[table.name] = tuple(i for i, c in enumerate(table.columns) if c.type == "texts")
            if table.name == "articles":
                names.append("text")
            quoted = ", ".join(f'"{name}"' for name in names)
            marks = ", ".join("?" * len(names))
            self._insert[table.name] = f"INSERT INTO {table.name} ({quoted}) VALUES ({marks})"  # noqa: S608
            if table.name == "articles":
                changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
                self._insert["articles"] += f" ON CONFLICT (article_key) DO UPDATE SET {changed}"

    def write(self, made: Rows) -> int:
        """Write a record; 1 where it is new, 0 where it took the place of an older one."""
        [article] = made.rows["articles"]
        key = article[0]
        known = self._db.execute("SELECT 1 FROM articles WHERE article_key = ?", (key,)).fetchone()
        if known is not None:
            for table in (*self._insert, "records"):
                if table != "articles":
                    self._db.execute(f"DELETE FROM {table} WHERE article_key = ?", (key,))  # noqa: S608
        for table, rows in made.rows.items():
            lists = self._lists[table]
            if table == "articles":
                self._db.execute(self._insert[table], (*_cells(article, lists), made.text))
            elif rows:
                self._db.executemany(self._insert[table], [_cells(row, lists) for row in rows])
        self._db.execute("INSERT INTO records VALUES (?, ?)", (key, made.record))
        return 0 if known is not None else 1


def _cells(row: tuple[Any, ...], lists: Iterable[int]) -> list[Any]:
    cells = list(row)
    for i in lists:
        cells[i] = json.dumps(cells[i], ensure_ascii=False)
    return cells


def records(path: str | os.PathLike[str], keys: Iterable[str] | None = None) -> Iterator[Record]:
    """Reads records back from a store, in the order in which they came into it.

    Args:
        path: The store.
        keys: Keys of the articles wanted (``articles.article_key``); all of them for None.

    Returns:
        An iterator of records; nothing is read before it is asked for.

    Raises:
        InputError: The file is no store.
    """
    with closing(connect(path)) as db:
        for _, record in read_records(db, None if keys is None else frozenset(keys)):
            yield record


def read_records(db: sqlite3.Connection, keys: frozenset[str] | None = None) -> Iterator[tuple[str, Record]]:
    """Reads records back from an open store, each with the key of its article.

    Args:
        db: What ``connect`` gives.
        keys: As for ``records``.
    """
    from libya_news.exporting.record_json import from_dict

    for key, written, text in db.execute(
        "SELECT article_key, record, text FROM records JOIN articles USING (article_key) ORDER BY articles.id"
    ):
        if keys is None or key in keys:
            value = json.loads(written)
            if value["article"]["text"] is None:
                value["article"]["text"] = text
            yield key, from_dict(value)
