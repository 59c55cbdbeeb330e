"""A folder as the place of a run: ``records.jsonl``, ``errors.jsonl``, and the journal that makes it safe to kill.

Lines are appended first, and the journal tells afterwards how long the files are. A run that was killed in between
leaves lines that no journal knows: they are cut off when it is resumed, and their stories are read again.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from libya_news.corpus.journal import Done, Entry
from libya_news.corpus.options import digest
from libya_news.corpus.sinks import Totals
from libya_news.corpus.work import Form, Outcome
from libya_news.errors import InputError, InputProblem

SCHEMA = "libya-news/journal-1"
JOURNAL, RECORDS, ERRORS = "journal.jsonl", "records.jsonl", "errors.jsonl"
_SYNC = 2.0  # seconds between two waits for the disk; a killed process loses nothing, a lost machine these
_COUNTS = ("records", "problems", "records_bytes", "errors_bytes", "parts")


class _Appended:
    """A file that only grows, by whole lines."""

    def __init__(self, path: Path, length: int) -> None:
        self.path = path
        self.length = length
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)
        os.ftruncate(self._fd, length)

    def append(self, data: bytes) -> None:
        self.length += len(data)
        view = memoryview(data)
        while view:  # one call, but on a full disk
            view = view[os.write(self._fd, view) :]

    def sync(self) -> None:
        os.fsync(self._fd)

    def close(self) -> None:
        os.close(self._fd)


class FolderSink:
    """Writes JSON Lines into a folder.

    Args:
        folder: The folder; it is made where there is none.
        header: What decides the records (``Options.header``).
        resume: Whether a run that the folder holds goes on.

    Raises:
        InputError: The folder holds a run and ``resume`` is false, or it was made with another version or other
            options, or other files are in the way, or another process writes into it.
    """

    form: Form = "json"
    kind: str = "records"

    def __init__(self, folder: str | os.PathLike[str], header: Mapping[str, Any], *, resume: bool) -> None:
        self.folder: Path = Path(folder)
        self._header = {"journal": SCHEMA, "kind": self.kind, **header}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"cannot be made ({error.strerror or error})", source=str(folder)) from None
        path = self.folder / JOURNAL
        if not path.exists():
            self._refuse_strangers()
            _replace(path, json.dumps(self._header, ensure_ascii=False).encode() + b"\n")
        elif not resume:
            self._refuse("holds a run; --resume goes on with it, or name another folder")
        self._lock = _locked(path)
        try:
            entries, state, length = self._read(path)
        except BaseException:
            os.close(self._lock)
            raise
        self.done: Done = Done(entries)
        self.totals: Totals = Totals(state["records"], state["problems"])
        self._journal = _Appended(path, length)
        self._errors = _Appended(self.folder / ERRORS, state["errors_bytes"])
        self._new_errors: list[bytes] = []
        self._synced = time.monotonic()
        self._open(state)

    def _open(self, state: Mapping[str, int]) -> None:
        self._records = _Appended(self.folder / RECORDS, state["records_bytes"])
        self._new: list[bytes] = []

    def add(self, outcome: Outcome) -> None:
        """Take an outcome."""
        if outcome.problem is not None:
            self._new_errors.append(error_line(outcome.problem))
        else:
            self._new.append(outcome.made)

    def commit(self, entry: Entry) -> None:
        """Append what was added, then the entry."""
        self._records.append(b"".join(self._new))
        self.totals.records += len(self._new)
        self._new.clear()
        self._commit_errors()
        self._note([entry], records_bytes=self._records.length)

    def _commit_errors(self) -> None:
        self._errors.append(b"".join(self._new_errors))
        self.totals.problems += len(self._new_errors)
        self._new_errors.clear()

    def _note(self, entries: list[Entry], **state: int) -> None:
        counts = {
            "records": self.totals.records,
            "problems": self.totals.problems,
            "errors_bytes": self._errors.length,
            **state,
        }
        lines = [json.dumps({**entry.to_dict(), **counts}, ensure_ascii=True) for entry in entries]
        if time.monotonic() - self._synced > _SYNC:
            self._sync()
        self._journal.append("".join(line + "\n" for line in lines).encode())

    def _sync(self) -> None:
        self._records.sync()
        self._errors.sync()
        self._journal.sync()
        self._synced = time.monotonic()

    def finish(self) -> None:
        """Wait for the disk."""
        self._sync()

    def close(self) -> None:
        """Close the files."""
        for file in (self._records, self._errors, self._journal):
            file.close()
        os.close(self._lock)

    def _read(self, path: Path) -> tuple[list[Entry], dict[str, int], int]:
        """The entries of the journal that stand, what they hold, and the length of the journal up to there."""
        with path.open("rb") as lines:
            first = lines.readline()
            try:
                found = json.loads(first)
            except ValueError:
                found = {}
            self._compare(found)
            entries: list[Entry] = []
            states: list[tuple[dict[str, int], int]] = [(dict.fromkeys(_COUNTS, 0), len(first))]
            length = len(first)
            for line in lines:
                try:
                    value = json.loads(line)
                    entry = Entry.from_dict(value)
                except (ValueError, KeyError, TypeError):
                    break  # the last line of a process that was killed
                if not line.endswith(b"\n"):
                    break
                length += len(line)
                entries.append(entry)
                states.append(({name: value.get(name, 0) for name in _COUNTS}, length))
        while not self._holds(states[-1][0]):  # a machine that went down before the disk had everything
            states.pop()
            entries.pop()
        return entries, *states[-1]

    def _holds(self, state: Mapping[str, int]) -> bool:
        """Whether the files are as long as the journal says."""
        wanted = ((RECORDS, state["records_bytes"]), (ERRORS, state["errors_bytes"]))
        return all(not size or _size(self.folder / name) >= size for name, size in wanted)

    def _compare(self, found: Any) -> None:
        if not isinstance(found, dict) or found.get("journal") != SCHEMA:
            self._refuse(f"{JOURNAL} is no journal of this version; name another folder")
        if digest(found) == digest(self._header):
            return
        other = sorted(name for name in self._header if found.get(name) != self._header[name])
        self._refuse(
            f"was made with other options ({', '.join(other)}); give the same, or name another folder"
        )

    def _refuse_strangers(self) -> None:
        for name in (RECORDS, ERRORS):
            if (self.folder / name).exists():
                self._refuse(f"holds {name} but no journal, so it is not of a run; name another folder")

    def _refuse(self, message: str) -> None:
        raise InputError(message, source=str(self.folder))


def error_line(problem: InputProblem) -> bytes:
    """A line of ``errors.jsonl``: ``input``, ``line``, ``offset`` (in bytes), ``code``, ``message``.

    Args:
        problem: What went wrong.
    """
    from libya_news.exporting.record_json import dumps

    value = {
        "input": problem.input,
        "line": problem.line,
        "offset": problem.offset,
        "code": problem.code,
        "message": problem.message,
    }
    return dumps(value).encode() + b"\n"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    new = path.with_name(path.name + ".new")
    with new.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    os.replace(new, path)


def _locked(path: Path) -> int:
    """Hold the journal against other processes; the system lets go when this one ends, however it ends."""
    fd = os.open(path, os.O_RDWR)
    try:
        import fcntl
    except ImportError:  # Windows
        return fd
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(fd)
        raise InputError("another process writes into it; wait for it", source=str(path.parent)) from None
    return fd
