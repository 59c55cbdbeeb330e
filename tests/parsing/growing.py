"""How the time of reading grows with a text."""

from __future__ import annotations

import time
from collections.abc import Callable


def assert_linear(read: Callable[[str], object], small: str, large: str) -> None:
    """Hold that a text four times as long takes no more than 12 times as long, by the processor's clock."""
    read(small)  # what is loaded or compiled once is no part of it
    begin = time.process_time()
    read(small)
    middle = time.process_time()
    read(large)
    end = time.process_time()
    assert end - middle < 12 * (middle - begin) + 0.5
