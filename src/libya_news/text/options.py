"""Values of options that several commands take."""

from __future__ import annotations

import argparse


def whole_number(words: str) -> int:
    """A whole number above 0, for ``type`` of an option.

    Args:
        words: The value as typed.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    if not words.isascii() or not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no whole number above 0")
    return int(words)
