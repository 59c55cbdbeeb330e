"""Numbers in figures and in words, read from tokens."""

import re
from functools import lru_cache
from typing import NamedTuple

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
} | {"fourty": 40}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[,\u00a0\u2009\u202f'’]\d{3})+\Z")
_PLAIN = re.compile(r"(?:[1-9][0-9]{0,8}|0)\Z")
_SEPARATORS = str.maketrans("", "", ",\u00a0\u2009\u202f'’")
_SCALED = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)\Z")
_DASHES = frozenset("-–")
NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_SCALES)


_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_NTH = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)\Z")


def ordinal(word: str) -> int | None:
    """Return the place that an ordinal names, or None: `fourth` is 4, `12th` is 12."""
    known = _ORDINALS.get(word)
    if known is not None:
        return known
    printed = _NTH.match(word)
    return int(printed[1]) if printed else None


class Number(NamedTuple):
    """A number and the tokens that say it: `[first, last)`."""

    first: int
    last: int
    value: int


@lru_cache(maxsize=4096)  # figures never end: a long run would keep each one
def figure(word: str) -> int | None:
    """Return the value of a whole number in figures, or None: `1,200` is 1200, `3.5` and `14:30` are none.

    A dot that groups thousands (`1.200`) is not read, for it may as well be a decimal; nor are figures that begin
    with a nought (`0900`), for they are times and labels.
    """
    if _PLAIN.match(word):
        return int(word)
    if _GROUPED.match(word) and len(word) < 16:
        return int(word.translate(_SEPARATORS))
    return None


def read_number(low: list[str], first: int) -> Number | None:
    """Read the longest number that begins at token `first`.

    "forty-four" is 44, "one hundred and five" 105, "2,000" 2000, "1.2 million" 1200000, "two dozen" 24; an "and" is
    part of a number only after hundreds and thousands. Returns None where no whole number stands.
    """
    total = current = 0
    i, n = first, len(low)
    last = first
    seen_digit = False
    room = 10**12  # each part must be smaller than what the one before it leaves room for
    while i < n:
        word = low[i]
        part = _UNITS.get(word)
        if part is None:
            part = _TENS.get(word)
        if part is not None:
            if part >= room or seen_digit or (part == 0 and last > first):
                break
            current += part
            room = 10 if part >= 20 else 0
        elif word == "hundred" and last > first:
            if not 0 < current < 100:
                break
            current *= 100
            room = 100
            seen_digit = False
        elif word in ("thousand", "million") and last > first:
            if current == 0:
                break
            total += current * _SCALES[word]
            current = 0
            room = 1000
            seen_digit = False
        elif word == "dozen" and last > first:
            if not 0 < current < 100:
                break
            return Number(first, i + 1, (total + current) * 12)
        elif word == "score" and last > first:
            if not 0 < current < 20 or current == 1:
                break
            return Number(first, i + 1, (total + current) * 20)
        elif word[0].isdigit():
            if last > first:
                break
            value = figure(word)
            if value is None:
                scaled = _SCALED.match(word)
                if scaled and i + 1 < n and low[i + 1] in ("million", "thousand"):
                    return Number(first, i + 2, round(float(scaled[1]) * _SCALES[low[i + 1]]))
                return None
            current = value
            seen_digit = True
        elif word in _DASHES and last > first and i + 1 < n and low[i - 1] in _TENS and low[i + 1] in _UNITS:
            i += 1
            continue
        elif (
            word == "and"
            and last > first
            and low[i - 1] in _SCALES
            and i + 1 < n
            and low[i + 1] in NUMBER_WORDS
        ):
            if low[i + 1] in _SCALES:
                break
            i += 1
            continue
        else:
            break
        i += 1
        last = i
    if last == first:
        return None
    value = total + current
    if low[last : last + 3] == ["and", "a", "half"] and low[last + 3 : last + 4] in (
        ["million"],
        ["thousand"],
    ):
        return Number(first, last + 4, (2 * value + 1) * _SCALES[low[last + 3]] // 2)
    return Number(first, last, value)
