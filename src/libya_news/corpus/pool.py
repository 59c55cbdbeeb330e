"""Worker processes: tasks go out, outcomes come back in the order of the tasks, and a worker that dies costs one story.

The results do not depend on the number of workers: a task is the same whoever does it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

import attrs

from libya_news.corpus.options import Options
from libya_news.corpus.tasks import Task
from libya_news.corpus.work import Form, Outcome, Worker
from libya_news.errors import InputProblem, LibyaNewsError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

_AHEAD = 3  # tasks a worker that are read before the first of them is done
_POLL = 0.2  # seconds between two looks at the clock
Item = tuple[Task, int, Outcome | None]


def in_process(tasks: Iterator[Task], options: Options, form: Form) -> Iterator[Item]:
    """Does the tasks in this process.

    Args:
        tasks: The tasks.
        options: How stories are read.
        form: What the sink takes.

    Yields:
        For each line or story the task, how many of its lines or stories are done by now, and the outcome; after
        the last of a task the task, the same number, and None.
    """
    worker = Worker(options, form)
    for task in tasks:
        count = task.skip
        for outcome in worker.outcomes(task):
            count += 1
            yield task, count, outcome
        yield task, count, None


def _serve(connection: Connection, options: Options, form: Form) -> None:
    """Run a worker process."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    try:
        worker = Worker(options, form)
        worker.warm_up()
        connection.send(("ready", None))
        while True:
            task = connection.recv()
            for outcome in worker.outcomes(task):
                connection.send(("outcome", outcome))
            connection.send(("end", None))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent is gone


class _Hand:
    """A worker process as the parent sees it."""

    def __init__(self, options: Options, form: Form) -> None:
        context = get_context("spawn")  # a fork would copy locks that other threads hold
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, options, form), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.job: _Job | None = None
        self.since = 0.0

    def give(self, job: _Job) -> None:
        self.job = job
        self.since = time.monotonic()
        with suppress(BrokenPipeError, ConnectionResetError):  # it died; reading from it tells so
            self.connection.send(job.left())

    def close(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join()


@attrs.define(eq=False)
class _Job:
    """A task on its way."""

    task: Task
    count: int
    waiting: deque[Outcome] = attrs.field(factory=deque)
    ended: bool = False
    died_at: int = -1

    def left(self) -> Task:
        return attrs.evolve(self.task, skip=self.count)

    def take(self, outcome: Outcome) -> None:
        self.count += 1
        self.waiting.append(outcome)

    def fail(self, code: str, message: str) -> bool:
        """Note that the worker ended at the next story; whether something of the task may be left."""
        task = self.task
        if task.source is None:
            if self.count < len(task.lines):
                line = task.lines[self.count]
                self.take(Outcome(problem=_problem(task, code, message, line.number, line.start)))
            return self.count < len(task.lines)
        if self.died_at == self.count:  # it dies before it gets to a story: the input itself is at fault
            return False
        self.take(Outcome(problem=_problem(task, code, message, None, None)))
        self.died_at = self.count
        return True


def _problem(task: Task, code: str, message: str, line: int | None, offset: int | None) -> InputProblem:
    return InputProblem(input=task.input, line=line, offset=offset, code=code, message=message)


class Pool:
    """Worker processes that do tasks.

    Args:
        options: How stories are read.
        form: What the sink takes.
        workers: How many processes.
        wall_limit: Seconds after which a worker that is still at one story is ended, or None.
    """

    def __init__(self, options: Options, form: Form, *, workers: int, wall_limit: float | None) -> None:
        self._make: Callable[[], _Hand] = lambda: _Hand(options, form)
        self._wall_limit = wall_limit
        self._hands = [self._make() for _ in range(workers)]
        self._order: deque[_Job] = deque()
        self._again: deque[_Job] = deque()

    def close(self) -> None:
        """End the workers."""
        for hand in self._hands:
            hand.close()

    def run(self, tasks: Iterator[Task]) -> Iterator[Item]:
        """Does tasks; yields as ``in_process`` does.

        Args:
            tasks: The tasks.
        """
        more = True
        while True:
            while more and len(self._order) < _AHEAD * len(self._hands):
                task = next(tasks, None)
                if task is None:
                    more = False
                    break
                job = _Job(task, task.skip)
                self._order.append(job)
                if task.problem is not None:
                    job.take(Outcome(problem=task.problem))
                    job.ended = True
                elif task.source is None and not task.lines:
                    job.ended = True
                else:
                    self._again.append(job)
                self._hand_out()
            while self._order:
                job = self._order[0]
                while job.waiting:
                    outcome = job.waiting.popleft()
                    yield job.task, job.count - len(job.waiting), outcome
                if not job.ended:
                    break
                self._order.popleft()
                yield job.task, job.count, None
            if not self._order:
                if not more:
                    return
                continue
            self._hand_out()
            self._listen()

    def _hand_out(self) -> None:
        for hand in self._hands:
            if hand.ready and hand.job is None and self._again:
                hand.give(self._again.popleft())

    def _listen(self) -> None:
        of = {hand.connection: hand for hand in self._hands}
        for connection in wait(list(of), timeout=_POLL):
            hand = of[connection]  # type: ignore[index]
            try:
                self._heard(hand, *hand.connection.recv())
            except (EOFError, OSError):
                hand.process.join()
                how = f"the worker ended while it read this story (exit code {hand.process.exitcode})"
                self._died(hand, "worker-died", f"{how}; the machine may be short of memory")
        if self._wall_limit is None:
            return
        now = time.monotonic()
        for hand in list(self._hands):
            if hand.job is not None and now - hand.since > self._wall_limit and not hand.connection.poll():
                message = f"took longer than {self._wall_limit:g} seconds (wall limit); its worker was ended"
                self._died(hand, "wall-limit", message)

    def _heard(self, hand: _Hand, what: str, value: Any) -> None:
        hand.since = time.monotonic()
        if what == "ready":
            hand.ready = True
        elif hand.job is not None and what == "outcome":
            hand.job.take(value)
        elif hand.job is not None:
            hand.job.ended = True
            hand.job = None
            self._hand_out()

    def _died(self, hand: _Hand, code: str, message: str) -> None:
        if not hand.ready:
            raise LibyaNewsError(
                "a worker process cannot start; a script that calls run() with workers needs "
                "`if __name__ == '__main__':` around the call"
            )
        hand.close()
        self._hands[self._hands.index(hand)] = self._make()
        job = hand.job
        if job is None:
            return
        if job.fail(code, message):
            self._again.appendleft(job)
        else:
            job.ended = True
