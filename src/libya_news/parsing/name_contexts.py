"""What the print around an unknown name tells of it: datelines, acronyms, lines in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.text.tokens import Tokens

CALLED = frozenset(["said", "named", "called", "calling", "says", "nicknamed", "known"])
_LONGEST = 10  # words of a name that an acronym spells
_JOINING = frozenset(("of", "for", "and", "the", "in", "on", "to", "against", "without", "de", "des"))
_SMALL = frozenset(("al", "el", "of", "in", "and", "near"))


def shouted(first: int, last: int, words: list[str]) -> bool:
    """Tell whether a range is part of a line in capitals, where nothing tells names from other words."""
    return all(word.isupper() for word in words[first:last] if word.isalpha()) and any(
        len(word) > 6 for word in words[first:last]
    )


def spelled_out(bracket: int, words: list[str]) -> int:
    """Return where the words begin whose capitals the acronym in the brackets behind them gives, or -1."""
    letters = words[bracket + 1]
    first, missing = bracket, len(letters)
    while missing and first and bracket - first < _LONGEST:
        first -= 1
        head = words[first][0]
        if head.isupper():
            missing -= 1
            if head != letters[missing]:
                return -1
        elif head.isalpha() and words[first] not in _JOINING:
            return -1
    return first if len(letters) > 2 and not missing else -1


def addressed(first: int, last: int, tokens: Tokens) -> bool:
    """Tell whether a medium is told something: "told Al Mashriq", where no such person has been named."""
    words = tokens.words
    if tokens.low[first - 1] not in ("told", "tells"):
        return False
    name = words[last - 1]
    return not any(
        word == name and k != last - 1 and words[k - 1] == "-" and k > 2 and words[k - 3][0].isupper()
        for k, word in enumerate(words)
    )


def in_dateline(first: int, dash: int, tokens: Tokens) -> bool:
    """Tell whether words in brackets follow the place, and perhaps the day, that open a paragraph."""
    begin = tokens.paragraphs[tokens.paragraph_of[first]][0]
    if tokens.words[dash] not in "-–—" or not 0 < first - begin < 9:
        return False
    return tokens.words[begin][0].isupper() and all(
        not word[0].islower() or word in _SMALL for word in tokens.words[begin:first]
    )


def broken(first: int, last: int, tokens: Tokens) -> bool:
    """Tell whether a hyphen in the range is a dash between words."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    return any(
        words[j] == "-" and (starts[j] > ends[j - 1] or (j + 1 < len(words) and starts[j + 1] > ends[j]))
        for j in range(first + 1, last)
    )
