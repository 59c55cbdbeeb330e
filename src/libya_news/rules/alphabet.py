"""Tag strings: one code point for the set of tags of a token; rules are regular expressions over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from itertools import chain

from libya_news.errors import RuleError

_FIRST_CODE = 0x4E00  # a plain block of code points: no case, no combining marks, no regex meaning
_CACHE_LIMIT = 60_000
_IDENTIFIER = re.compile(
    r"\(\?<?[!=]|\(\?P<\w+>|\(\?P=\w+\)|\\\w|(!?)([A-Z][A-Z0-9_]*)|(\[)([A-Z0-9_|! ]+)(\])|\.|\s+"
)

Tags = frozenset[str]


class Alphabet:
    """An alphabet of tags: words go in, one code point per set of tags comes out.

    >>> alphabet = Alphabet({"men": {"PERSON"}, "two": {"NUM"}, ".": {"STOP"}})
    >>> pattern = alphabet.compile("(?P<count>NUM) (?P<who>PERSON)")
    >>> pattern.search(alphabet.encode(["Two", "men", "."])).span()
    (0, 2)

    A pattern is a regular expression in which a word in capitals stands for any token that has that tag,
    `!TAG` for any token that lacks it (and ends no sentence), `[A|B]` for either, `.` for any token but
    `STOP` and `BREAK`. Spaces mean nothing.

    Args:
        entries: Words in lower case, each with its tags.
        shape: Gives the tags of a printed word from its form alone (a number, a capital); they are added to
            its own.
        shapes: Every set of tags that `shape` may return for a word of `entries`.
        alone: Further sets that it may return for a word that is not in `entries`.
        sets: Further sets of tags that whole groups of words may be given (`code`).
        together: Lists of tags that patterns name often, the most frequent first: the sets that hold one of such a
            list stand side by side. That changes no match, only how long patterns take to compile.
    """

    def __init__(
        self,
        entries: Mapping[str, Iterable[str]],
        shape: Callable[[str, Tags], Tags] | None = None,
        shapes: Iterable[Iterable[str]] = (),
        alone: Iterable[Iterable[str]] = (),
        sets: Iterable[Iterable[str]] = (),
        together: Iterable[Iterable[str]] = (),
    ) -> None:
        self._entries: dict[str, Tags] = {word: frozenset(tags) for word, tags in entries.items()}
        self._shape = shape
        self._codes: dict[Tags, str] = {}
        self._sets: list[Tags] = []
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._classes: dict[tuple[frozenset[str], bool], str] = {}
        self._cache = _Codes(self)
        self._tags_of: dict[str, Tags] = {}
        # Every set that can ever occur has its code from the start, for patterns are compiled against them;
        # no others, for each makes the classes longer.
        own = {frozenset(), *self._entries.values()}
        added = [frozenset(tags) for tags in shapes]
        every = {a | b for a in own for b in [frozenset[str](), *added]}
        every.update(map(frozenset, alone), map(frozenset, sets))
        # Sets that share their most frequent tags stand side by side, and those that only a shape tells
        # apart, so that a class is few ranges.
        frequent = Counter(chain.from_iterable(every))
        formal = frozenset[str]().union(*added)
        order = sorted(frequent, key=lambda tag: (tag in formal, -frequent[tag], tag))
        rank = {tag: i for i, tag in enumerate(order)}
        named = [frozenset(tags) for tags in together]
        for tags in sorted(
            every,
            key=lambda tags: ([tags.isdisjoint(some) for some in named], sorted([rank[tag] for tag in tags])),
        ):
            code = self._codes[tags] = chr(_FIRST_CODE + len(self._sets))
            self._tags_of[code] = tags
            self._sets.append(tags)
        self._holders: dict[str, set[int]] = {}
        for number, tags in enumerate(self._sets):
            for tag in tags:
                self._holders.setdefault(tag, set()).add(number)

    def code(self, tags: Iterable[str]) -> str:
        """Return the code point of a set of tags.

        Raises:
            RuleError: The set was not declared when the alphabet was made.
        """
        key = tags if isinstance(tags, frozenset) else frozenset(tags)
        try:
            return self._codes[key]
        except KeyError:
            raise RuleError(f"undeclared set of tags: {sorted(key)}", rule="alphabet") from None

    def tags(self, code: str) -> Tags:
        """Return the tags that a code point stands for."""
        return self._tags_of[code]

    def tags_of(self, word: str) -> Tags:
        """Return the tags of a printed word."""
        return self.tags(self._cache[word])

    def encode(self, words: Iterable[str]) -> str:
        """Return one code point for each printed word."""
        cache = self._cache
        if len(cache) > _CACHE_LIMIT:
            cache.clear()
        return "".join(map(cache.__getitem__, words))

    def declared(self, tags: Iterable[str]) -> bool:
        """Tell whether a set of tags has a code point."""
        return frozenset(tags) in self._codes

    def extended(self, entries: Mapping[str, Iterable[str]]) -> Alphabet:
        """Return this alphabet with words added or replaced.

        Code points and compiled patterns stay those of this alphabet and are shared with it, so that
        whatever was compiled for one reads the strings of the other.

        Args:
            entries: Words in lower case, each with a set of tags that is declared.

        Raises:
            RuleError: A set of tags was not declared when the alphabet was made.
        """
        other = copy(self)
        other._entries = {**self._entries, **{word: frozenset(tags) for word, tags in entries.items()}}
        other._cache = _Codes(other)
        for word in entries:
            for printed in (word, word.capitalize()):
                other.tags_of(printed)
        return other

    def letters(self) -> str:
        """Return every code point that can stand for a word."""
        return "".join(self._codes.values())

    def codes_of(self, names: Iterable[str]) -> frozenset[str]:
        """Return every code point whose set of tags has one of `names`."""
        numbers = set[int]().union(*(self._holders.get(name, ()) for name in names))
        return frozenset(chr(_FIRST_CODE + number) for number in numbers)

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Return the compiled pattern over tag strings, the same object for the same pattern.

        Raises:
            RuleError: The pattern is no regular expression.
        """
        known = self._patterns.get(pattern)
        if known is None:
            try:
                known = re.compile(_IDENTIFIER.sub(self._expand, pattern))
            except re.error as error:
                raise RuleError(
                    f"no regular expression over tags: {error}", rule="alphabet", pattern=pattern
                ) from error
            self._patterns[pattern] = known
        return known

    def _expand(self, match: re.Match[str]) -> str:
        whole = match.group()
        if match.group(2):
            return self._class({match.group(2)}, negated=bool(match.group(1)))
        if match.group(3):
            names = [name.strip() for name in match.group(4).split("|")]
            negated = names[0].startswith("!")
            return self._class({name.lstrip("!") for name in names}, negated=negated)
        if whole == ".":
            return self._class(set(), negated=True)
        if whole[0].isspace():
            return ""
        return whole

    def _class(self, names: set[str], *, negated: bool) -> str:
        key = (frozenset(names), negated)
        known = self._classes.get(key)
        if known is None:
            held: set[int] = set()
            for name in names | {"STOP", "BREAK"} if negated else names:
                held |= self._holders.get(name, set())
            chosen = sorted(set(range(len(self._sets))) - held if negated else held)
            known = f"[{_ranges([_FIRST_CODE + number for number in chosen])}]" if chosen else r"(?!)"
            self._classes[key] = known
        return known


def _ranges(codes: list[int]) -> str:
    """Write sorted code points as the inside of a character class."""
    out: list[str] = []
    start = previous = None
    for code in [*codes, None]:
        if previous is not None and code == previous + 1:
            previous = code
            continue
        if start is not None and previous is not None:
            out.append(chr(start) if start == previous else f"{chr(start)}-{chr(previous)}")
        start = previous = code
    return "".join(out)


class _Codes(dict[str, str]):
    """Printed word -> code point, filled as words are seen."""

    def __init__(self, alphabet: Alphabet) -> None:
        super().__init__()
        self._alphabet = alphabet

    def __missing__(self, word: str) -> str:
        alphabet = self._alphabet
        low = word.lower().replace("\u2019", "'")
        tags = alphabet._entries.get(low, frozenset())
        if alphabet._shape is not None:
            tags = tags | alphabet._shape(word, tags)
        code = self[word] = alphabet.code(tags)
        return code
