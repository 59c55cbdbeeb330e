"""Where outcomes go, and how it survives that the process is killed: the shape that all sinks share."""

from __future__ import annotations

from typing import Protocol

import attrs

from libya_news.corpus.journal import Done, Entry
from libya_news.corpus.work import Form, Outcome


@attrs.define
class Totals:
    """What a place holds.

    Attributes:
        records: Stories whose records are written.
        problems: Inputs, lines and stories that gave none.
    """

    records: int = 0
    problems: int = 0


class Sink(Protocol):
    """Takes outcomes in their order.

    What was added since the last commit is written by the next one, as a whole or not at all.
    """

    form: Form
    done: Done
    totals: Totals

    def add(self, outcome: Outcome) -> None:
        """Take an outcome."""

    def commit(self, entry: Entry) -> None:
        """Write what was added, and that this stretch of an input is done."""

    def finish(self) -> None:
        """Write what a sink holds back until a part is full; the run is over."""

    def close(self) -> None:
        """Let go of the files, whatever happened."""
