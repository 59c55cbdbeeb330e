"""A pause of the cyclic garbage collector, for work whose objects nearly all stay in use."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused(when: bool = True) -> Iterator[None]:
    """Pause the collector while the block runs, if it runs at all; a collector that was off stays off.

    Args:
        when: Whether to pause.
    """
    paused = when and gc.isenabled()
    if paused:
        gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
