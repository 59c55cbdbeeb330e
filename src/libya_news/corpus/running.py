"""Run over many stories: workers, a journal, a sink; stop and go on at any moment."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from libya_news.errors import InputError

if TYPE_CHECKING:
    from libya_news.corpus.pool import Item
    from libya_news.corpus.progress import Progress
    from libya_news.corpus.sinks import Sink
    from libya_news.reading.folders import Input

_OFTEN = 64  # stories of an input that is read as a whole, between two commits
STORES = (".db", ".sqlite", ".sqlite3")


@attrs.frozen(kw_only=True)
class Summary:
    """What a run did.

    Attributes:
        records: Stories that this run read and wrote.
        problems: Inputs, lines and stories of this run that gave none.
        total_records: Stories that the place holds records of, those of earlier runs among them.
        total_problems: The same for problems.
        interrupted: Whether the run was stopped before the end.
        seconds: How long it took.
    """

    records: int
    problems: int
    total_records: int
    total_problems: int
    interrupted: bool
    seconds: float


def run(
    inputs: Iterable[Input],
    out: str | os.PathLike[str],
    *,
    resume: bool = False,
    workers: int = 1,
    form: str = "jsonl",
    wall_limit: float | None = None,
    progress: bool | None = False,
    stop: Callable[[], bool] | None = None,
    **options: Any,
) -> Summary:
    """Reads many stories and writes their records to a folder or a store, so that it can be stopped at any moment.

    The result is the same bytes (in a store: the same rows) whatever the number of workers, and however often the run
    was stopped or killed and resumed.

    Args:
        inputs: As for ``read_all``.
        out: A folder; or a file that ends with ``.db``, ``.sqlite`` or ``.sqlite3``: an SQLite store, which is made or
            added to.
        resume: Whether a run that the folder holds goes on. A store always goes on.
        workers: How many processes read; with one, this process does.
        form: What is written into a folder: ``jsonl`` or ``parquet`` (needs the extra ``arrow``).
        wall_limit: Seconds after which a worker that is still at one story is ended; the story becomes an error.
        progress: Whether to draw a progress bar; None for "on a terminal, where rich is installed".
        stop: Asked after each story whether to stop; the story in hand is written.
        options: The fields of ``libya_news.corpus.options.Options``: ``published``, ``main_text``, ``caps``,
            ``max_words``, ``knowledge``, ``rules``, ``redact_names``.

    Returns:
        How many stories were read, and how many inputs could not be.

    Raises:
        InputError: The place holds another run, an input has changed since it was read in part, or an option is wrong.
        LibyaNewsError: A file that the options name is wrong, or a worker cannot start.
    """
    from libya_news.corpus.options import Options
    from libya_news.corpus.progress import Progress
    from libya_news.corpus.tasks import tasks, total_bytes

    inputs = list(inputs)
    if workers < 1:
        raise InputError(f"workers is {workers}; at least one process must read")
    if wall_limit is not None and wall_limit <= 0:
        raise InputError(f"wall_limit is {wall_limit:g}; give seconds above 0")
    chosen = Options(**options)
    header = chosen.header()
    chosen.parser()  # a file that is wrong is told before anything is written
    began = time.monotonic()
    with closing(_sink(out, form, header, resume)) as sink:
        before = attrs.evolve(sink.totals)
        bar = Progress(total_bytes(inputs) if progress is not False else None, show=progress)
        work = tasks(inputs, chosen, sink.done)
        with closing(bar), _items(work, chosen, sink, workers, wall_limit) as items:
            interrupted = _drain(items, sink, stop, bar)
        if not interrupted:
            sink.finish()
        return Summary(
            records=sink.totals.records - before.records,
            problems=sink.totals.problems - before.problems,
            total_records=sink.totals.records,
            total_problems=sink.totals.problems,
            interrupted=interrupted,
            seconds=time.monotonic() - began,
        )


def _sink(out: str | os.PathLike[str], form: str, header: Mapping[str, Any], resume: bool) -> Sink:
    if os.fspath(out).lower().endswith(STORES):
        from libya_news.corpus.store import StoreSink

        return StoreSink(out, header)
    if form == "parquet":
        from libya_news.corpus.parquet import ParquetSink

        return ParquetSink(out, header, resume=resume)
    if form != "jsonl":
        raise InputError(f"form is {form!r}; it is jsonl or parquet")
    from libya_news.corpus.folder import FolderSink

    return FolderSink(out, header, resume=resume)


@contextmanager
def _items(
    work: Iterator[Any], options: Any, sink: Sink, workers: int, wall_limit: float | None
) -> Iterator[Iterator[Item]]:
    from libya_news.corpus.pool import Pool, in_process

    first = next(work, None)
    if first is None:  # nothing is left to do
        yield iter(())
        return
    work = chain((first,), work)
    if workers == 1 and wall_limit is None:
        yield in_process(work, options, sink.form)
        return
    with _sigint_ignored_by_children():
        pool = Pool(options, sink.form, workers=workers, wall_limit=wall_limit)
    try:
        yield pool.run(work)
    finally:
        pool.close()


def _drain(items: Iterator[Item], sink: Sink, stop: Callable[[], bool] | None, bar: Progress) -> bool:
    """Write what comes; whether it was stopped before the end."""
    with _interrupts() as interrupted:
        for task, count, outcome in items:
            whole = outcome is None or task.problem is not None
            if outcome is not None:
                sink.add(outcome)
                bar.count(outcome.problem is None)
            stopped = interrupted() or (stop is not None and stop())
            if outcome is None:
                sink.commit(task.entry())
                bar.advance(task.size())
            elif stopped or task.source is not None and (count - task.skip) % _OFTEN == 0:
                sink.commit(task.entry(None if whole else count))
            if stopped:
                return True
    return False


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Take Ctrl-C as a wish to stop after the story in hand; the second one stops at once."""
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    asked = False

    def ask(*_: Any) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _sigint_ignored_by_children() -> Iterator[None]:
    """Start processes that never see Ctrl-C: this process decides when to stop."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
