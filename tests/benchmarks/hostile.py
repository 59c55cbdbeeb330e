"""Texts made to be slow: each family as a function of the number of characters wanted.

Every family is what a careless pattern is quadratic or worse on; each text ends with words that a pattern
wants to find, so that no search is given up at once for want of them.
"""

from __future__ import annotations

from collections.abc import Callable

_END = " said 12 people were killed in Sirte."


def _repeat(unit: str, end: str = _END) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[: max(size - len(end), 0)] + end


FAMILIES: dict[str, Callable[[int], str]] = {
    "letters": _repeat("a"),
    "capitals": _repeat("A"),
    "single letters": _repeat("a "),
    "capital chain": _repeat("Ali Omar Nasr "),
    "capital chain, commas": _repeat("Ali, Omar, "),
    "digits": _repeat("1"),
    "digits and commas": _repeat("1,1,"),
    "number words": _repeat("two hundred and "),
    "number words, hyphens": _repeat("twenty-"),
    "numbers and nouns": _repeat("12 people and "),
    "no full stop": _repeat("the men and the women of the town and "),
    "said names": _repeat("said Ali said Omar "),
    "open quotes": _repeat('" he said "'),
    "one open quote": lambda size: '"' + _repeat("They went on and on ")(size - 1),
    "parentheses": _repeat("(("),
    "possessives": _repeat("'s"),
    "full stops": _repeat(". "),
    "line breaks": _repeat("\n"),
    "blanks": _repeat(" "),
    "hyphens": _repeat("-"),
    "killed": _repeat("killed "),
    "killed and wounded": _repeat("killed and wounded "),
    "victims": _repeat("two soldiers and a guard, "),
    "no victims": _repeat("no one was "),
    "dates": _repeat("on Monday, 3 July 2017, "),
    "months": _repeat("June "),
    "including": _repeat("including 3 of them "),
    "al names": _repeat("al-Sabri and "),
    "places": _repeat("in Sirte, Benghazi and Tripoli, "),
    "said that": _repeat("he said that he said that "),
    "abbreviations": _repeat("Gen. A. B. "),
    "combining marks": _repeat("a\u0301"),
    "no-break spaces": _repeat("\u00a0"),
    "surrogate pairs": _repeat("\U0001f54c"),
    "controls": _repeat("\x00\x0b"),
    "brackets": _repeat("[(9 deaths)] "),
}
