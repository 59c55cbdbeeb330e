"""Ends of spoken words: stops and closing marks, sentences of a quotation."""

from __future__ import annotations

from typing import NamedTuple

from libya_news.parsing.claims_text import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    MARK,
    SEMI,
    STOP,
    View,
)
from libya_news.parsing.quotes import Quote


class Content(NamedTuple):
    """Token ranges of what is said: its pieces in order, and whether it stands in quotation marks."""

    pieces: tuple[tuple[int, int], ...]
    mode: str  # direct, indirect, mixed
    quote: Quote | None = None

    @property
    def first(self) -> int:
        """The first token."""
        return self.pieces[0][0]

    @property
    def last(self) -> int:
        """The token after the last one."""
        return self.pieces[-1][1]


def strip_end(view: View, first: int, last: int) -> int:
    """Return the end of words without commas, stops and closing marks."""
    bits = view.bits
    last = min(last, view.n)
    while last > first:
        flags = bits[last - 1]
        if flags & (COMMA | STOP | SEMI | BREAK | COLON | DASH) and view.low[last - 1] not in ("?", "!"):
            last -= 1
        elif flags & MARK and last - 1 in view.closing and view.closing[last - 1].first - 1 < first:
            last -= 1  # a mark that opens among the words closes among them: losses were "light"
        elif view.low[last - 1] in ("and", "but", "while", "as") and last - first > 1:
            last -= 1
        else:
            break
    return last


def mode_of(view: View, first: int, last: int) -> str:
    """Return `mixed` where words in quotation marks are among others, else `indirect`."""
    return "mixed" if view.quoted(first, last) else "indirect"


def sentences_of(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """Split the words of a quotation at the ends of sentences."""
    number = view.tokens.sentence_of
    out: list[tuple[int, int]] = []
    start = first
    bits = view.bits
    for k in range(first, last):
        if (k > start and number[k] != number[k - 1] and not bits[k] & STOP) or bits[k] & BREAK:
            out.append((start, k))
            start = k + 1 if bits[k] & BREAK else k
    out.append((start, last))
    return [(a, b) for a, b in out if b > a]


def tidy(view: View, first: int, last: int) -> int:
    """Return the end of spoken words without commas, stops and closing marks."""
    bits = view.bits
    low = view.low
    while (
        last > first
        and bits[last - 1] & (COMMA | STOP | BREAK | SEMI | DASH)
        and low[last - 1] not in ("?", "!")
    ):
        last -= 1
    while (
        last > first
        and bits[last - 1] & MARK
        and (last - 1 not in view.closing or view.closing[last - 1].first - 1 < first)
    ):
        last -= 1
        while last > first and bits[last - 1] & (COMMA | STOP) and low[last - 1] not in ("?", "!"):
            last -= 1
    return last
