"""Quotation marks: which open, which close, which are left open at the end of a paragraph."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from libya_news.text.tokens import Tokens

_DOUBLE = frozenset({'"', "“", "”", "„", "«", "»", "''", "``"})
_SINGLE = frozenset({"'", "‘", "’"})
_ONLY_OPEN = frozenset({"“", "„", "«", "``"})
_ONLY_CLOSE = frozenset({"”", "»", "''"})
_MARKS = _DOUBLE | _SINGLE | {"\n"}
_BEFORE_OPEN = frozenset(" \t\n\xa0([{—–-/*>")


class Quote(NamedTuple):
    """Words in quotation marks.

    Attributes:
        first: The first token inside.
        last: The token after the last one inside: the closing mark, or the end of the paragraph.
        closed: Whether a mark closes it.
        single: Whether the marks are single.
        inner: Whether it stands inside another quotation.
        follows: Whether it goes on with the quotation that the paragraph before left open.
    """

    first: int
    last: int
    closed: bool
    single: bool
    inner: bool
    follows: bool


def find_quotes(tokens: Tokens) -> list[Quote]:
    """Return the quotations of a text in the order in which they open; linear in the number of marks.

    Straight marks open or close by the blanks beside them. A quotation that is open at the end of a paragraph
    ends there; if the next paragraph begins with an opening mark, it goes on (`follows`). An apostrophe is no
    mark.

    Args:
        tokens: The tokens of the text.
    """
    words, starts, ends, text = tokens.words, tokens.starts, tokens.ends, tokens.text
    marks = list(compress(range(len(words)), map(_MARKS.__contains__, words)))
    out: list[Quote] = []
    if not marks or all(words[i] == "\n" for i in marks):
        return out
    size = len(text)
    outer = inner = -1  # token of the mark that is open
    outer_single = inner_single = False
    left_open = False  # the paragraph before ended inside a quotation
    pending = False
    for i in marks:
        word = words[i]
        if word == "\n":
            if outer >= 0:
                out.append(Quote(outer + 1, i, False, outer_single, False, pending))
                left_open = True
            else:
                left_open = False
            outer = inner = -1
            pending = False
            continue
        single = word in _SINGLE
        before = text[starts[i] - 1] if starts[i] else " "
        after = text[ends[i]] if ends[i] < size else " "
        opens = (word not in _ONLY_CLOSE and before in _BEFORE_OPEN) or (
            before in "\"“'‘" and word not in _ONLY_CLOSE
        )
        opens = opens and not after.isspace()
        closes = word not in _ONLY_OPEN and word != "‘" and not before.isspace()
        if single and closes and after.isalnum():
            closes = False
        if outer < 0:
            if opens:
                outer, outer_single = i, single
                pending = left_open and words[i - 1] == "\n"
            left_open = False
        elif inner >= 0 and single == inner_single and closes:
            out.append(Quote(inner + 1, i, True, single, True, False))
            inner = -1
        elif (
            single == outer_single and closes and not (opens and not single and word == '"' and before == " ")
        ):
            out.append(Quote(outer + 1, i, True, single, False, pending))
            outer = inner = -1
            pending = False
        elif single != outer_single and opens and inner < 0:
            inner, inner_single = i, single
        elif single == outer_single and opens and not single:
            # A second opening mark: the first was never closed.
            out.append(Quote(outer + 1, i, False, single, False, pending))
            outer, inner, pending = i, -1, False
    if outer >= 0:
        out.append(Quote(outer + 1, len(words), False, outer_single, False, pending))
    out.sort()
    return out
