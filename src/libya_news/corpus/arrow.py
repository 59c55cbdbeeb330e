"""Arrow: the schema of the flat tables, and pure functions from batches of articles to batches of rows.

The functions plug unchanged into Dask (``bag.map_partitions``) and PySpark (``mapInArrow``): they take record batches
and give record batches, keep no state, and give the same rows for the same articles wherever they run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from libya_news.errors import InputError, InputProblem
from libya_news.exporting.flat import Row, rows_of, tables

if TYPE_CHECKING:
    import pyarrow as pa

    from libya_news.model.article import Article
    from libya_news.model.record import Record

_DDL = {
    "text": "STRING",
    "integer": "BIGINT",
    "real": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "texts": "ARRAY<STRING>",
}
_ERRORS = ("article_id", "row", "code", "message")


def pyarrow() -> Any:
    """Imports pyarrow.

    Raises:
        InputError: It is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise InputError("Arrow and Parquet need pyarrow: pip install 'libya-news[arrow]'") from None
    return pa


def schema(table: str) -> pa.Schema:
    """The Arrow schema of a flat table, its descriptions as metadata of its fields.

    Args:
        table: ``casualties``, ``claims`` or another key of ``libya_news.exporting.flat.tables``, or ``errors``.
    """
    pa = pyarrow()
    if table == "errors":
        return pa.schema([(name, pa.int64() if name == "row" else pa.string()) for name in _ERRORS])
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "real": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
    }
    return pa.schema(
        [
            pa.field(
                column.name,
                types[column.type],
                nullable=not column.required,
                metadata={"description": column.description},
            )
            for column in _table(table).columns
        ],
        metadata={"description": _table(table).description},
    )


def ddl(table: str) -> str:
    """The schema of a flat table in the words of Spark SQL, as ``mapInArrow`` takes it.

    >>> ddl("errors")
    'article_id STRING, row BIGINT, code STRING, message STRING'

    Args:
        table: As for ``schema``.
    """
    if table == "errors":
        return ", ".join(f"{name} {'BIGINT' if name == 'row' else 'STRING'}" for name in _ERRORS)
    return ", ".join(f"{column.name} {_DDL[column.type]}" for column in _table(table).columns)


def batch_of(table: str, rows: Sequence[Row]) -> pa.RecordBatch:
    """Turns rows of a flat table into a record batch.

    Args:
        table: As for ``schema``.
        rows: Rows as ``libya_news.exporting.flat.rows_of`` gives them.
    """
    pa = pyarrow()
    wanted = _schema(table)
    columns: list[Any] = list(zip(*rows, strict=True)) if rows else [() for _ in wanted]
    arrays = []
    for field, cells in zip(wanted, columns, strict=True):
        if pa.types.is_date(field.type):
            import datetime as dt

            cells = [None if cell is None else dt.date.fromisoformat(cell) for cell in cells]
        arrays.append(pa.array(cells, field.type))
    return pa.RecordBatch.from_arrays(arrays, schema=wanted)


def casualties(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Turns batches of articles into batches of casualties, one row a casualty.

    A pure function: use it as it is with Dask's ``bag.map_partitions`` and PySpark's ``mapInArrow``.

    Args:
        batches: Batches with a column ``text`` and any of the columns that JSON Lines may have (``id``, ``headline``,
            ``published``, ``url``, ``outlet``, ...); other columns are left alone. Rows that hold no story give no
            casualties; ``errors`` tells which.

    Returns:
        Batches of ``schema("casualties")``, one for each that was given.
    """
    return rows(batches, "casualties")


def claims(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Turns batches of articles into batches of claims, one row a claim.

    Args:
        batches: As for ``casualties``.

    Returns:
        Batches of ``schema("claims")``, one for each that was given.
    """
    return rows(batches, "claims")


def errors(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Tells which rows of batches hold no story, with the same codes as ``errors.jsonl``.

    Args:
        batches: As for ``casualties``.

    Returns:
        Batches of ``schema("errors")``: the article's id, its row in the batch from 0, code and message.
    """
    pa = pyarrow()
    for batch in batches:
        found = [
            (value.get("id"), row, item.code, item.message)
            for row, value, item in _articles(batch)
            if isinstance(item, InputProblem)
        ]
        columns = list(zip(*found, strict=True)) if found else [() for _ in _ERRORS]
        wanted = schema("errors")
        ids = [None if cell is None else str(cell) for cell in columns[0]]
        arrays = [
            pa.array(cells, field.type) for field, cells in zip(wanted, [ids, *columns[1:]], strict=True)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=wanted)


def rows(batches: Iterable[pa.RecordBatch], table: str) -> Iterator[pa.RecordBatch]:
    """Turns batches of articles into batches of any flat table.

    Args:
        batches: As for ``casualties``.
        table: As for ``schema``.

    Returns:
        Batches of ``schema(table)``, one for each that was given.
    """
    for batch in batches:
        found: list[Row] = []
        for _, _, item in _articles(batch):
            if not isinstance(item, InputProblem):
                found += rows_of(_record(item), [table])[table]
        yield batch_of(table, found)


def _articles(batch: pa.RecordBatch) -> Iterator[tuple[int, dict[str, Any], Article | InputProblem]]:
    from libya_news.reading.fields import article_of
    from libya_news.reading.inputs import problem_of
    from libya_news.reading.limits import Limits, Refused
    from libya_news.reading.zones import with_zones

    limits = Limits()
    for row, given in enumerate(batch.to_pylist()):
        value = {name: _plain(cell) for name, cell in given.items() if cell is not None}
        try:
            yield row, value, with_zones(article_of(value, source=None, published=None, limits=limits))
        except Refused as refused:
            yield row, value, problem_of(refused, "<batch>")


def _plain(cell: Any) -> Any:
    """Turn days and times of Arrow columns into what JSON would hold."""
    isoformat = getattr(cell, "isoformat", None)
    return isoformat() if isoformat is not None else cell


def _record(article: Article) -> Record:
    from libya_news.corpus.options import Options

    record: Record = _parser(Options)(article)
    return record


@cache
def _parser(options: Any) -> Any:
    return options().parser()


@cache
def _schema(table: str) -> Any:
    return schema(table)


def _table(name: str) -> Any:
    from libya_news.errors import UnknownId

    found = tables().get(name)
    if found is None:
        raise UnknownId("table", name, (*tables(), "errors"))
    return found
