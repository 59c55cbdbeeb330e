"""How a run is getting on: a bar with rate and time left where somebody looks, nothing where nobody does."""

from __future__ import annotations

import sys
import time
from importlib.util import find_spec
from typing import Any


class Progress:
    """Tells on standard error how far a run is.

    Args:
        total: Bytes of the inputs, or None where that is not known.
        show: Whether to draw; None for "on a terminal, where rich is installed".
    """

    def __init__(self, total: int | None, *, show: bool | None = None) -> None:
        if show is None:
            show = sys.stderr.isatty() and find_spec("rich") is not None
        self._bar: Any = None
        self._records = self._problems = 0
        self._began = time.monotonic()
        if show:
            self._draw(total)

    def _draw(self, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        columns: list[Any] = [TextColumn("{task.fields[told]}"), BarColumn()]
        if total is not None:
            columns += [TaskProgressColumn(), TimeRemainingColumn()]
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("", total=total, told="starting")
        self._bar.start()

    def count(self, good: bool) -> None:
        """Count a story.

        Args:
            good: Whether it gave a record.
        """
        self._records += good
        self._problems += not good

    def advance(self, size: int) -> None:
        """Tell what was done.

        Args:
            size: Bytes of the inputs that were done since the last time.
        """
        if self._bar is None:
            return
        rate = self._records / max(time.monotonic() - self._began, 1e-9)
        told = f"{self._records:,} stories, {rate:,.0f}/s"
        if self._problems:
            told += f", {self._problems:,} errors"
        self._bar.update(self._task, advance=size, told=told)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
