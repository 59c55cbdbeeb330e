"""Inputs cut into tasks for workers: batches of lines, and whole inputs; what a journal holds is left out."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

import attrs

from libya_news.corpus.journal import Done, Entry, Key
from libya_news.corpus.options import Options
from libya_news.errors import InputError, InputProblem
from libya_news.reading.folders import Input, files_of, shown
from libya_news.reading.inputs import is_lines, nothing_in, problem_of
from libya_news.reading.json_documents import Line, split_lines
from libya_news.reading.limits import Limits, Refused
from libya_news.reading.streams import open_input, read_whole

LINES = 64  # of a batch: enough that handing it over costs little
BYTES = 1 << 18  # of a batch; one long line may be more


@attrs.frozen(kw_only=True)
class Task:
    """Work for one worker.

    Attributes:
        input: Name of the input.
        nth: How often the same name was given before.
        lines: The lines to read, none of them blank; empty for an input that is read as a whole.
        digests: For each line the SHA-256 of the batch up to its end.
        start: Byte offset at which the batch begins.
        end: Byte offset after it.
        line: Number of its last line.
        sha256: Digest of the batch or of the whole input; empty where nothing could be read.
        source: The input, where it is read as a whole: a path or bytes.
        skip: How many lines or stories of it are done.
        last: Whether nothing of the input comes after it.
        problem: What is wrong with the input, where there is nothing to read.
    """

    input: str
    nth: int
    lines: tuple[Line, ...] = ()
    digests: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    line: int = 0
    sha256: str = ""
    source: str | bytes | None = None
    skip: int = 0
    last: bool = False
    problem: InputProblem | None = None

    def size(self) -> int:
        """How many bytes of the input it holds."""
        if isinstance(self.source, str):
            try:
                return os.stat(self.source).st_size
            except OSError:
                return 0
        return self.end - self.start if self.source is None else len(self.source)

    def entry(self, count: int | None = None) -> Entry:
        """What the journal holds when the task is done.

        Args:
            count: How many of its lines or stories are done, those skipped among them; None for all.
        """
        start, end, line, sha256 = self.start, self.end, self.line, self.sha256
        if count is not None and self.source is not None:
            end = count
        elif count is not None:
            upto = self.lines[count - 1]
            end, line, sha256 = upto.end, upto.number, self.digests[count - 1]
        return Entry(
            input=self.input,
            nth=self.nth,
            start=start,
            end=end,
            line=line,
            sha256=sha256,
            done=self.last and count is None,
        )


def tasks(inputs: Iterable[Input], options: Options, done: Done) -> Iterator[Task]:
    """Cuts inputs into tasks, in their order.

    Args:
        inputs: As for ``read_all``.
        options: How they are read.
        done: What an earlier run has done; it is checked that it still stands there.

    Raises:
        InputError: An input that was read in part has changed since.
    """
    limits = options.limits()
    given: Counter[str] = Counter()
    for each in inputs:
        whole = "<bytes>" if isinstance(each, bytes) else os.fspath(each)
        nth = given[whole]
        given[whole] += 1
        for source in files_of(each):
            if isinstance(source, InputProblem):
                name = source.input
                found: Iterator[Task] = iter((Task(input=name, nth=nth, problem=source, last=True),))
            else:
                path = source if isinstance(source, bytes) else os.fspath(source)
                name = shown(path) if isinstance(path, str) else "<bytes>"
                found = _of_input(path, (name, nth), limits, [e for e in done.of((name, nth)) if e.sha256])
            told = any(not e.sha256 for e in done.of((name, nth)))
            for task in found:
                if task.problem is None or not told:  # what went wrong before is not told again
                    yield task


def _of_input(source: str | bytes, key: Key, limits: Limits, done: list[Entry]) -> Iterator[Task]:
    name, nth = key
    stream: IO[bytes] | None = None
    try:
        head, stream = open_input(source, limits)
        if is_lines(head, name):
            yield from _batches(stream, key, limits, done)
            return
        data: str | bytes = source
        if isinstance(source, str) and (source == "-" or not os.path.isfile(source)):
            # A worker has no standard input, and a pipe can be read only once.
            data = read_whole(stream, max(limits.page, limits.feed, 4 * limits.article), "an input")
        sha256 = hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else _digest_of(data)
    except (Refused, OSError) as error:
        yield Task(input=name, nth=nth, problem=_problem(error, name), last=True)
        return
    finally:
        if stream is not None:
            stream.close()
    if done and done[-1].sha256 != sha256:
        raise _changed(name)
    if not done or not done[-1].done:
        skip = done[-1].end if done else 0
        yield Task(input=name, nth=nth, source=data, sha256=sha256, skip=skip, last=True)


def _batches(stream: IO[bytes], key: Key, limits: Limits, done: list[Entry]) -> Iterator[Task]:
    """Cut lines into batches, after those that are done."""
    name, nth = key
    waiting = iter([entry for entry in done if entry.end > entry.start])
    expected = next(waiting, None)
    batch = _Batch(key, 0)
    empty = True
    problem: InputProblem | None = None
    try:
        for line in split_lines(stream, limits):
            batch.add(line)
            empty = empty and not batch.lines
            if expected is None:
                if len(batch.lines) >= LINES or line.end - batch.start >= BYTES:
                    yield batch.task()
                    batch = _Batch(key, line.end)
            elif line.end >= expected.end:
                if line.end != expected.end or batch.sha256() != expected.sha256:
                    raise _changed(name)
                expected = next(waiting, None)
                batch = _Batch(key, line.end)
    except (Refused, OSError) as error:  # gzip that breaks off, a disk that fails
        problem = _problem(error, name)
    if expected is not None and problem is None:
        raise _changed(name)
    if problem is None and empty:
        problem = nothing_in(name)
    if problem is not None:
        if batch.lines:
            yield batch.task()
        yield Task(input=name, nth=nth, start=batch.end, end=batch.end, problem=problem, last=True)
    elif batch.end > batch.start or not (done and done[-1].done):
        yield batch.task(last=True)


class _Batch:
    """Lines on their way into a task."""

    def __init__(self, key: Key, start: int) -> None:
        self.key = key
        self.start = self.end = start
        self.number = 0
        self.lines: list[Line] = []
        self.digests: list[str] = []
        self._hash = hashlib.sha256()

    def add(self, line: Line) -> None:
        self._hash.update(line.raw)
        self.end, self.number = line.end, line.number
        if line.raw.strip():
            self.lines.append(line)
            self.digests.append(self.sha256())

    def sha256(self) -> str:
        return self._hash.hexdigest()

    def task(self, last: bool = False) -> Task:
        name, nth = self.key
        return Task(
            input=name,
            nth=nth,
            lines=tuple(self.lines),
            digests=tuple(self.digests),
            start=self.start,
            end=self.end,
            line=self.number,
            sha256=self.sha256(),
            last=last,
        )


def _digest_of(path: str) -> str:
    with open(path, "rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _problem(error: Refused | OSError, name: str) -> InputProblem:
    if isinstance(error, OSError):
        error = Refused("unreadable", f"cannot be read ({error.strerror or error})")
    return problem_of(error, name)


def _changed(name: str) -> InputError:
    return InputError(
        "has changed since an earlier run read it; give its new stories in a file of their own, "
        "or write into a new place",
        source=name,
    )


def total_bytes(inputs: Iterable[Input]) -> int | None:
    """How many bytes the inputs hold as they lie on disk; None where that is not known (standard input, gzip).

    Args:
        inputs: As for ``read_all``.
    """
    total = 0
    for each in inputs:
        if isinstance(each, bytes):
            total += len(each)
            continue
        for source in files_of(each):
            if isinstance(source, str | os.PathLike):
                if os.fspath(source) == "-" or os.fspath(source).lower().endswith(".gz"):
                    return None
                try:
                    total += os.stat(source).st_size
                except OSError:
                    continue
    return total
