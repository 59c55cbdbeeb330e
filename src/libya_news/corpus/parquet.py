"""Parquet: the flat tables of a run as parts, each written whole (extra ``arrow``)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from libya_news.corpus.folder import FolderSink
from libya_news.corpus.journal import Entry
from libya_news.corpus.work import Form, Outcome
from libya_news.exporting.flat import Row, tables

STORIES = 1_000  # of a part; a part that a killed run had not finished is made again


class ParquetSink(FolderSink):
    """Writes ``casualties/part-00000.parquet`` and so on, a folder a table, and ``errors.jsonl``.

    A part holds so many stories, and the journal knows only whole parts: the parts are the same however often a run
    was killed and resumed.

    Args:
        folder: As for ``FolderSink``.
        header: As for ``FolderSink``.
        resume: As for ``FolderSink``.
        stories: Stories of a part.

    Raises:
        InputError: As for ``FolderSink``; also where pyarrow is not installed.
    """

    form: Form = "rows"
    kind = "parquet"

    def __init__(
        self,
        folder: str | os.PathLike[str],
        header: Mapping[str, Any],
        *,
        resume: bool,
        stories: int = STORIES,
    ) -> None:
        from libya_news.corpus.arrow import pyarrow

        pyarrow()
        self._stories = stories
        super().__init__(folder, {**header, "stories_of_a_part": stories}, resume=resume)

    def _open(self, state: Mapping[str, int]) -> None:
        self._parts = state["parts"]
        self._rows: dict[str, list[Row]] = {name: [] for name in tables()}
        self._held = 0
        self._entries: list[Entry] = []
        for name in self._rows:
            where = self.folder / name
            where.mkdir(exist_ok=True)
            for path in where.iterdir():  # of a part that was not finished
                if path.suffix == ".new" or path.name >= self._part(self._parts):
                    path.unlink()

    @staticmethod
    def _part(number: int) -> str:
        return f"part-{number:05d}.parquet"

    def add(self, outcome: Outcome) -> None:
        """Take an outcome."""
        if outcome.problem is not None:
            super().add(outcome)
            return
        self._held += 1
        for name, rows in outcome.made.rows.items():
            self._rows[name] += rows

    def commit(self, entry: Entry) -> None:
        """Write a part, if it is full."""
        self._entries.append(entry)
        if self._held >= self._stories:
            self._write()

    def finish(self) -> None:
        """Write the last part."""
        if self._entries:
            self._write()
        super().finish()

    def _write(self) -> None:
        import pyarrow.parquet as pq

        from libya_news.corpus.arrow import batch_of

        if self._held:
            for name, rows in self._rows.items():
                path = self.folder / name / self._part(self._parts)
                new = path.with_name(path.name + ".new")
                batch = batch_of(name, rows)
                with pq.ParquetWriter(new, batch.schema, compression="zstd") as writer:
                    writer.write_batch(batch)
                _to_disk(new)
                os.replace(new, path)
                rows.clear()
            self._parts += 1
        self.totals.records += self._held
        self._held = 0
        self._commit_errors()
        self._note(self._entries, parts=self._parts)
        self._entries = []

    def _sync(self) -> None:
        self._errors.sync()
        self._journal.sync()

    def _holds(self, state: Mapping[str, int]) -> bool:
        last = [] if not state["parts"] else [self._part(state["parts"] - 1)]
        return super()._holds({**state, "records_bytes": 0}) and all(
            (self.folder / table / name).exists() for table in tables() for name in last
        )

    def close(self) -> None:
        """Close the files."""
        self._errors.close()
        self._journal.close()
        os.close(self._lock)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
