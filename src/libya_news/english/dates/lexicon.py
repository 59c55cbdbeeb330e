"""The word lists of dates, and the alphabet made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from attrs import field, frozen

from libya_news.rules.alphabet import Alphabet, Tags

FILES = ("calendar.toml", "smallwords.toml", "cues.toml")

# Tags that the form of a word gives it, next to its own.
_CAPITAL = {"MONTH?": frozenset({"MONTH"}), "WDSHORT?": frozenset({"WDSHORT"})}
_NONE: Tags = frozenset()
_NUM = frozenset({"NUM"})
_DAY = frozenset({"NUM", "DAY"})
_YEAR = frozenset({"YEAR"})
_ORDDAY = frozenset({"ORDDAY"})
_CLOCK = frozenset({"CLOCK"})
_DOTCLOCK = frozenset({"DOTCLOCK"})
_DOTDATE = frozenset({"DOTDATE"})
_DECADE = frozenset({"DECADE"})
_PAST = frozenset({"PASTVERB"})
_FORMS = (_NUM, _DAY, _YEAR, _ORDDAY, _CLOCK, _DOTCLOCK, _DOTDATE, _DECADE, _PAST)

_CLOCK_FORM = re.compile(r"(?:[01]?\d|2[0-3])([:.])[0-5]\d")
_DOTDATE_FORM = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")
_YEARS = range(1900, 2060)


@frozen(kw_only=True)
class Entry:
    """A word of the lexicon.

    Attributes:
        tag: What the patterns of the rules call it.
        word: The word in lower case, as the tokens have it.
        value: What it stands for (a month's number, a unit's name), if anything.
        cap: Whether it counts only when printed with a capital.
        example: A sentence that needs the entry; brackets mark the words of the date.
        means: The days of those words as `start/end`, one day alone, `?` for unknown, empty for no date.
    """

    tag: str
    word: str
    example: str
    means: str
    value: int | str | None = None
    cap: bool = False


@frozen
class Lexicon:
    """All entries, and what is made of them: the alphabet, and the value of a word under a tag."""

    entries: tuple[Entry, ...]
    alphabet: Alphabet = field(eq=False, repr=False)
    values: Mapping[tuple[str, str], int | str] = field(eq=False, repr=False)

    def value(self, tag: str, word: str) -> int | str | None:
        """Return what `word` (lower case) stands for under `tag`, None where the lexicon does not say."""
        return self.values.get((tag, word))


def read_entries() -> Iterator[Entry]:
    """Yield the entries of the package's own files, in file order."""
    folder = Path(__file__).parent
    for name in FILES:
        for tag, rows in tomllib.loads((folder / name).read_text(encoding="utf-8")).items():
            for row in rows:
                yield Entry(tag=tag, **row)


def make_lexicon(entries: tuple[Entry, ...]) -> Lexicon:
    """Return the lexicon of `entries`; a month or weekday cut short is also known with its dot."""
    tags: dict[str, set[str]] = {}
    values: dict[tuple[str, str], int | str] = {}
    for entry in entries:
        for word in _forms(entry):
            tags.setdefault(word, set()).add(f"{entry.tag}?" if entry.cap else entry.tag)
            if entry.value is not None:
                values[entry.tag, word] = entry.value
    capitals = [own | added for own in tags.values() for mark, added in _CAPITAL.items() if mark in own]
    return Lexicon(entries, Alphabet(tags, shape=_shape, sets=(*_FORMS, *capitals)), values)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of dates, read once."""
    return make_lexicon(tuple(read_entries()))


def _forms(entry: Entry) -> tuple[str, ...]:
    if entry.tag == "WDSHORT" or (entry.tag == "MONTH" and len(entry.word) <= 4 and entry.cap):
        return entry.word, f"{entry.word}."
    return (entry.word,)


def _shape(word: str, tags: Tags) -> Tags:
    """Return the tags that a word has by its form: figures, capitals of months, the ending of past verbs."""
    first = word[0]
    if first.isdigit():
        return _figure(word)
    if tags:
        if first.isupper():
            for marker, added in _CAPITAL.items():
                if marker in tags:
                    return added
        return _NONE
    if len(word) > 4 and word.endswith("ed") and first.islower():
        return _PAST
    return _NONE


def _figure(word: str) -> Tags:
    if word.isdigit() and word.isascii():
        if len(word) <= 2:
            return _DAY if 1 <= int(word) <= 31 else _NUM
        return _YEAR if len(word) == 4 and int(word) in _YEARS else _NUM
    if word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdigit() and len(word) <= 4:
        return _ORDDAY if 1 <= int(word[:-2]) <= 31 else _NONE
    clock = _CLOCK_FORM.fullmatch(word)
    if clock:
        return _CLOCK if clock.group(1) == ":" else _DOTCLOCK
    if _DOTDATE_FORM.fullmatch(word):
        return _DOTDATE
    if len(word) == 5 and word.endswith("0s") and word[:4].isdigit() and int(word[:4]) in _YEARS:
        return _DECADE
    return _NONE
