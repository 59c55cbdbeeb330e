"""Units: the tokens of an article with names, dates, numbers and set phrases joined, and one tag string over them."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.casualty_words import casualty_alphabet, casualty_words
from libya_news.parsing.figures import grouped, labels
from libya_news.parsing.numbers import NUMBER_WORDS, Number, read_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.parsing.dates import DateHit
    from libya_news.parsing.names import NameHit
    from libya_news.text.tokens import Tokens


_HUNDREDS = {"hundred": 100, "thousand": 1000}
_JOINING = frozenset({"and", "or"})
_COUNTING = NUMBER_WORDS | {
    "a",
    "an",
    "another",
    "at",
    "more",
    "about",
    "some",
    "several",
    "dozens",
    "scores",
    "nearly",
    "up",
    "over",
}
_PEOPLE = frozenset({"PERSON_PL", "PERSON_SG"})


class Overlay(NamedTuple):
    """Tokens `[first, last)` that make one unit, its code point, and what was read from them."""

    first: int
    last: int
    code: str
    payload: object


class Units:
    """Parallel lists over the units of one article.

    `first[i]` and `last[i]` are the token range of unit i; `tags` holds one code point a unit; `payload` what a joined
    unit stands for: a name hit, a date hit, a number, a lexicon key.
    """

    __slots__ = ("tokens", "first", "last", "tags", "payload")

    def __init__(
        self, tokens: Tokens, first: list[int], last: list[int], tags: str, payload: dict[int, object]
    ) -> None:
        self.tokens: Tokens = tokens
        self.first: list[int] = first
        self.last: list[int] = last
        self.tags: str = tags
        self.payload: dict[int, object] = payload

    def __len__(self) -> int:
        return len(self.first)

    def span(self, a: int, b: int) -> tuple[int, int]:
        """Return the offsets of the units `a` up to, not including, `b`."""
        return self.tokens.starts[self.first[a]], self.tokens.ends[self.last[b - 1] - 1]

    def quote(self, a: int, b: int) -> str:
        """Return the words of the units `a` up to, not including, `b`, as printed."""
        start, end = self.span(a, b)
        return self.tokens.text[start:end]

    def low(self, i: int) -> str:
        """Return the words of unit `i` in lower case, with single blanks."""
        return " ".join(self.tokens.low[self.first[i] : self.last[i]])

    def key(self, i: int) -> str:
        """Return the lexicon key of unit `i`: its phrase, or its word in lower case."""
        known = self.payload.get(i)
        return known if isinstance(known, str) else self.tokens.low[self.first[i]]


def read_units(tokens: Tokens, names: Sequence[NameHit], dates: Sequence[DateHit]) -> Units:
    """Join names, dates, lexicon phrases and numbers into units; where they overlap, the first kind named here wins."""
    words, alphabet = casualty_words(), casualty_alphabet()
    codes = alphabet.encode(tokens.words)
    n = len(codes)
    taken = bytearray(n)
    overlays: list[Overlay] = []

    tags_of = alphabet.tags
    for name in names:
        if name.last - name.first == 1 and not tags_of(codes[name.first]).isdisjoint(_PEOPLE):
            continue  # "Zintanis", "Christians": a name of people is their noun
        if name.kind == "community" and not tags_of(codes[name.last - 1]).isdisjoint(_PEOPLE):
            continue  # "Egyptian Christians" likewise
        last = name.last
        if "PERSON_PL" in tags_of(codes[last - 1]) and tokens.words[last - 1].islower():
            last -= 1  # "12 Haftar fighters": the name tells whose, the noun who
        overlays.append(Overlay(name.first, last, words.name_code(name), name))
        taken[name.first : last] = b"\1" * (last - name.first)
    date_code = words.date_code
    for hit in dates:
        if 1 not in taken[hit.first : hit.last]:
            overlays.append(Overlay(hit.first, hit.last, date_code, hit))
            taken[hit.first : hit.last] = b"\1" * (hit.last - hit.first)

    low = tokens.low
    heads = words.heads
    for i in compress(range(n), map(heads.__contains__, low)):
        if taken[i] or i + 1 >= n:
            continue
        if low[i] == "a" and low[i + 1] in _HUNDREDS and low[i + 2 : i + 3] == ["and"]:
            number = read_number(low, i + 3)
            if number is not None and number.value < _HUNDREDS[low[i + 1]] and low[i + 3] in NUMBER_WORDS:
                whole = Number(i, number.last, _HUNDREDS[low[i + 1]] + number.value)  # "a hundred and six"
                overlays.append(Overlay(i, number.last, words.number_code, whole))
                taken[i : number.last] = b"\1" * (number.last - i)
                continue
        entries = heads[low[i]].get(low[i + 1])
        if entries is None:
            continue
        for rest, code, key in entries:
            last = i + 2 + len(rest)
            if (not rest or tuple(low[i + 2 : last]) == rest) and 1 not in taken[i:last]:
                joins = low[i + 1] in _JOINING and low[i] != "more"  # "more or less 20"
                if last < n and joins and (low[last] in _COUNTING or low[last][0].isdigit()):
                    continue  # "one dead and wounded 14 others" is no lump
                if low[last - 1] == "more" and low[last : last + 1] == ["than"]:
                    continue  # "and possibly more than 20" begins a number
                overlays.append(Overlay(i, last, code, key))
                taken[i:last] = b"\1" * (last - i)
                break

    numeric = words.number_start
    for match in numeric.finditer(codes):
        i = match.start()
        if taken[i]:
            continue
        number = None if labels(tokens, i) else read_number(low, i)
        if number is not None:
            number = grouped(tokens, number)
        if number is None or 1 in taken[i : number.last]:
            continue
        overlay = _age(low, number, words.age_code, n) or Overlay(i, number.last, words.number_code, number)
        overlays.append(overlay)
        taken[overlay.first : overlay.last] = b"\1" * (overlay.last - overlay.first)

    overlays.sort()
    first: list[int] = []
    last_: list[int] = []
    tags: list[str] = []
    payload: dict[int, object] = {}
    at = 0
    for overlay in overlays:
        a, b, code, what = overlay
        if a > at:
            first.extend(range(at, a))
            last_.extend(range(at + 1, a + 1))
            tags.append(codes[at:a])
        payload[len(first)] = what
        first.append(a)
        last_.append(b)
        tags.append(code)
        at = b
    if at < n:
        first.extend(range(at, n))
        last_.extend(range(at + 1, n + 1))
        tags.append(codes[at:])
    return Units(tokens, first, last_, "".join(tags), payload)


_AGE_UNITS = frozenset({"year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days"})


class Age(NamedTuple):
    """An age ("12-year-old") in years; 0 for less than a year."""

    years: int


def _age(low: list[str], number: Number, code: str, n: int) -> Overlay | None:
    """Read "12-year-old", "four month old" behind a number."""
    i = number.last
    if i < n and low[i] == "-":
        i += 1
    if i < n and low[i] == "something" and low[i - 1] == "-":
        return Overlay(number.first, i + 1, code, Age(number.value))
    if i >= n or low[i] not in _AGE_UNITS:
        return None
    unit = low[i]
    i += 1
    if i < n and low[i] == "-":
        i += 1
    if i >= n or low[i] not in ("old", "olds"):
        return None
    return Overlay(number.first, i + 1, code, Age(number.value if unit.startswith("y") else 0))
