"""Records as DataFrames of pandas, polars or pyarrow: the flat tables, typed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from libya_news.errors import InputError
from libya_news.exporting import flat_incidents
from libya_news.exporting.csv_folder import columns_of
from libya_news.exporting.dossier import apart
from libya_news.exporting.flat import Row, rows_of

if TYPE_CHECKING:
    from libya_news.model.record import Record

Backend = Literal["pandas", "polars", "pyarrow"]


def frames(records: Iterable[Record], *, backend: Backend) -> dict[str, Any]:
    """Turns records into DataFrames, one a flat table, with the columns and the types of the CSV files.

    Use it to go on in pandas, polars or pyarrow. Unknown is null in every backend, also in columns of whole
    numbers: no figure becomes 0 or a float. Several texts stand in one cell as a JSON array, for not every
    backend has lists.

    Args:
        records: Records of any number of stories; the incidents are those of each story by itself.
        backend: The library whose DataFrames are wanted.

    Returns:
        The tables by name, which are articles, casualties, evidence, claims, actors, places, dates, incidents.

    Raises:
        InputError: narwhals or the backend is not installed, or there is no such backend.
    """
    if backend not in ("pandas", "polars", "pyarrow"):
        raise InputError(f"backend is {backend!r}; take pandas, polars or pyarrow")
    missing = [name for name in ("narwhals", backend) if find_spec(name) is None]
    if missing:
        raise InputError(
            f"DataFrames need {' and '.join(missing)}: pip install 'libya-news[frames]' {backend}"
        )
    tables: dict[str, list[Row]] = {name: [] for name in columns_of()}
    for dossier in apart(records, policy="conservative"):
        for record in dossier.records:
            for name, rows in rows_of(record).items():
                tables[name] += rows
        tables[flat_incidents.NAME] += flat_incidents.incident_rows(dossier)
    return {name: _frame(name, rows, backend) for name, rows in tables.items()}


def _frame(name: str, rows: list[Row], backend: Backend) -> Any:
    import datetime as dt
    import json

    import narwhals as nw

    types = {
        "text": nw.String,
        "integer": nw.Int64,
        "real": nw.Float64,
        "boolean": nw.Boolean,
        "date": nw.Date,
        "texts": nw.String,
    }

    def cell(kind: str, value: Any) -> Any:
        if value is None:
            return None
        if kind == "date":
            return dt.date.fromisoformat(value)
        return json.dumps(value, ensure_ascii=False) if kind == "texts" else value

    columns = columns_of()[name]
    data = {c.name: [cell(c.type, row[i]) for row in rows] for i, c in enumerate(columns)}
    if backend == "pandas":
        return _pandas(data, {c.name: c.type for c in columns})
    schema = {c.name: types[c.type]() for c in columns}
    return nw.from_dict(data, schema=schema, backend=backend).to_native()


def _pandas(data: dict[str, list[Any]], types: dict[str, str]) -> Any:
    """Use the types of pandas that know null; by default a missing whole number would become a float."""
    import pandas as pd

    kinds = {"integer": "Int64", "real": "Float64", "boolean": "boolean", "date": "object"}
    return pd.DataFrame({n: pd.Series(v, dtype=kinds.get(types[n], "string")) for n, v in data.items()})
