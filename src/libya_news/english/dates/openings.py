"""Which tags a pattern can begin with, so that at each word only the rules that may fit there are tried."""

from __future__ import annotations

import re

ANY = "ANY"

_PIECE = re.compile(
    r"\s+|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?>|\?P<\w+>))|(?P<close>\))|(?P<bar>\|)"
    r"|\[(?P<set>[A-Z0-9_|! ]+)\]|(?P<tag>!?[A-Z][A-Z0-9_]*)|(?P<dot>\.)"
    r"|(?P<count>[?*+]|\{(?P<least>\d+)(?:,\d*)?\})"
)


def openings(pattern: str) -> frozenset[str]:
    """Return the tags of the words that a pattern over tags can begin with; `ANY` where it can be any word.

    >>> sorted(openings("(?: THE? (?P<n>NUM) | FROM )? DAY"))
    ['DAY', 'FROM', 'NUM', 'THE']

    Args:
        pattern: A pattern as `Alphabet.compile` takes it.

    Raises:
        ValueError: The pattern holds something that is not known here, or can match no word at all.
    """
    pieces = _pieces(pattern)
    first, empty, at = _branches(pieces, 0)
    if at != len(pieces) or empty:
        raise ValueError(f"a pattern that matches nothing or does not close: {pattern}")
    return frozenset(first)


def _pieces(pattern: str) -> list[re.Match[str]]:
    out, at = [], 0
    while at < len(pattern):
        match = _PIECE.match(pattern, at)
        if match is None:
            raise ValueError(f"unknown at {at}: {pattern}")
        if match.lastgroup:
            out.append(match)
        at = match.end()
    return out


def _branches(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    """Read alternatives up to the closing bracket: first tags, whether one may be empty, where they end."""
    first: set[str] = set()
    empty = False
    while True:
        own, nothing, at = _sequence(pieces, at)
        first |= own
        empty = empty or nothing
        if at < len(pieces) and pieces[at]["bar"]:
            at += 1
            continue
        return first, empty, at


def _sequence(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    first: set[str] = set()
    empty = True
    while at < len(pieces) and not pieces[at]["bar"] and not pieces[at]["close"]:
        piece = pieces[at]
        nothing, own, at = False, set[str](), at + 1
        if piece["look"] or piece["open"]:
            own, nothing, at = _branches(pieces, at)
            at += 1
            if piece["look"]:
                own, nothing = set(), True
        elif piece["dot"] or "!" in (piece["set"] or piece["tag"]):
            own = {ANY}
        else:
            own = set((piece["set"] or piece["tag"]).replace(" ", "").split("|"))
        while at < len(pieces) and pieces[at]["count"]:
            nothing = nothing or pieces[at]["count"] in {"?", "*"} or pieces[at]["least"] == "0"
            at += 1
        if empty:
            first |= own
        empty = empty and nothing
    return first, empty, at
