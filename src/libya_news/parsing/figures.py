"""Figures that are no numbers of anything: parts of labels ("T-72", "M16", "12k"), of scores and of fractions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.numbers import Number

if TYPE_CHECKING:
    from libya_news.text.tokens import Tokens

_FRACTIONS = frozenset("½¼¾⅓⅔²³")
_LONGEST_MAKE = 5  # letters of "Covid", "Scud", "MiG"
_JOINS = frozenset({"/", "+"})
_SIGNS = frozenset({"#", "$", "€", "£", "@", "<", ">"})


def labels(tokens: Tokens, i: int) -> bool:
    """Tell whether the figure at token `i` is a part of a label, a score or a fraction, so that it counts nothing.

    "M16", "a T-72", "l2 soldiers", "12k", "1½ million", "12/15", "$12".
    """
    words = tokens.words
    if not words[i][0].isdigit():
        return False
    if i and _glued(tokens, i - 1):
        before = words[i - 1]
        if before[-1].isalpha() or before in _SIGNS:
            return True
        if before in _JOINS and i > 1 and _glued(tokens, i - 2) and words[i - 2][-1].isdigit():
            return True
        if before == "-" and i > 1 and _glued(tokens, i - 2):
            make = words[i - 2]
            if make.isalpha() and len(make) <= _LONGEST_MAKE and (make[0].isupper() or make == "covid"):
                return True
    if i + 1 < len(words) and _glued(tokens, i):
        behind = words[i + 1]
        if behind in _FRACTIONS or (len(behind) == 1 and behind.isalpha()):
            return True
        if behind in _JOINS and i + 2 < len(words) and _glued(tokens, i + 1) and words[i + 2][0].isdigit():
            return True
    return False


def grouped(tokens: Tokens, number: Number) -> Number | None:
    """Read thousands set off by a blank ("12 500 people"); None where what stands before may be the label they count.

    "12 500 people" is 12500; "Highway 12 500 people" is neither 12500 nor sure to be 500.
    """
    i, words = number.first, tokens.words
    if number.last != i + 1 or not words[i].isdecimal() or len(words[i]) > 3:
        return number
    j = i + 1
    while (
        j < len(words)
        and words[j].isdecimal()
        and len(words[j]) == 3
        and tokens.starts[j] == tokens.ends[j - 1] + 1
    ):
        j += 1
    if j == i + 1:
        return number
    if j < len(words) and _glued(tokens, j - 1) and words[j][0].isalpha():
        return number
    if i and words[i - 1][0].isupper() and tokens.sentence_of[i - 1] == tokens.sentence_of[i]:
        if (i - 1) not in {first for first, _ in tokens.sentences}:
            return number
    return Number(i, j, int("".join(words[i:j])))


def _glued(tokens: Tokens, i: int) -> bool:
    """Tell whether no blank stands between token `i` and the next one."""
    return tokens.ends[i] == tokens.starts[i + 1]
