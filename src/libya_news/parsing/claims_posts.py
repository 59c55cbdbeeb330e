"""Posts on social media: what stands under "Libyan Red Crescent @LRC · 17 May" is said by its account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.claims_found import Found
from libya_news.parsing.claims_people import describe
from libya_news.parsing.claims_spans import Content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.parsing.claims_text import View

_LONGEST_NAME = 9
_LABEL = 4  # tokens of "Update 3:" before what is said
_SHORTEST = 3


def posted(view: View, rows: Sequence[Found]) -> list[Found]:
    """Return a claim for every sentence of a post that no cue has read.

    A post begins with a line of an account's name and its handle; it ends at an empty line or at the next.

    Args:
        view: The article's tokens.
        rows: The claims read by their cues.
    """
    tokens, words = view.tokens, view.words
    text, lines = tokens.text, tokens.paragraphs
    cued = sorted(row.cue[0] if row.cue else row.content.first for row in rows)
    out: list[Found] = []
    account: tuple[int, int] | None = None
    for number, (first, last) in enumerate(lines):
        at = next((k for k in range(first, min(first + _LONGEST_NAME, last)) if words[k] == "@"), -1)
        if at > 0:
            account = _name(view, first, at)
            continue
        if account is None:
            continue
        if number and "\n\n" in text[tokens.ends[lines[number - 1][1] - 1] : tokens.starts[first]]:
            account = None
            continue
        who = describe(view, *account)
        for begin, end in _sentences(view, first, last):
            if not any(begin <= k < end for k in cued):
                out.append(
                    Found(None, who, Content(((begin, end),), "indirect"), "statement", "neutral", None)
                )
    return out


def _name(view: View, first: int, at: int) -> tuple[int, int] | None:
    """Return the name before a handle, if the line begins with one."""
    last = at
    while last > first and not view.words[last - 1][0].isalnum():
        last -= 1
    return (first, last) if last > first and view.words[first][0].isupper() else None


def _sentences(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """Return the sentences of a line, without a label before them and the stops behind them."""
    tokens, words = view.tokens, view.words
    out = []
    for number in range(tokens.sentence_of[first], tokens.sentence_of[last - 1] + 1):
        begin, end = tokens.sentences[number]
        begin, end = max(begin, first), min(end, last)
        label = next((k for k in range(begin, min(begin + _LABEL, end)) if words[k] == ":"), None)
        if label is not None:
            begin = label + 1
        while end > begin and words[end - 1] in (".", "\n", "!", "?"):
            end -= 1
        if end - begin >= _SHORTEST:
            out.append((begin, end))
    return out
