r"""Words and patterns of a user's own, from a TOML file, without code.

A file holds tables of words in the form of the package's own lexicons, and patterns:

    time_limit = 0.5                      # seconds that all patterns may take over one article; else 1

    [person.guards]                       # nouns for people; the name behind the dot is free
    class = "military"
    nouns = ["dune rider", "askari/askaris"]

    [verb.taken]                          # verbs of harm: "base" or "base/past/participle/-ing"
    harm = "kidnapped"
    victims = "object"                    # object, subject, or after ("send to the grave" ~)
    verbs = ["spirit away"]

    [noun.deaths]                         # count ("nine deaths"), of ("the death of"), toll ("toll of nine")
    harm = "killed"
    victims = "count"
    nouns = ["passing"]

    [state.hurt]                          # phrases behind "be": were fighting for their lives
    harm = "wounded"
    phrases = ["fighting for their lives"]

    [adjective.dead]
    harm = "killed"
    words = ["lifeless"]

    [qualifier.at_least]                  # at_least, more_than, about, up_to, fewer_than
    phrases = ["a good"]

    [pattern.notice]                      # a regular expression with a group count, who, or both
    harm = "killed"
    pattern = 'Deaths: (?P<count>\d+)'
    examples = ["Deaths: 4"]
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import attrs

from libya_news.english.casualty_words import CLASSES, CasualtyWords, package_words, words_in_force
from libya_news.english.inflection import forms, plural
from libya_news.errors import DataError, InputError, RuleError
from libya_news.model.casualty import Cause, Harm
from libya_news.rules.user_rules import SECONDS, UserPattern, check_examples, compile_pattern

_FORMS = ("HV_BASE", "HV_S", "HV_PAST", "HV_PART", "HV_ING")
_NOUN_TAGS = {"count": "HN_COUNT", "of": "HN_OF", "toll": "HN_TOLL"}
_QUALIFIERS = {
    "at_least": "QUAL_ATLEAST",
    "more_than": "QUAL_MORETHAN",
    "about": "QUAL_ABOUT",
    "up_to": "QUAL_UPTO",
    "fewer_than": "QUAL_FEWER",
}
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_WORDS = re.compile(r"[^\W_]+(?:(?:[ -]|'|, )[^\W_]+)*\Z")

# Table -> key -> what it holds: "words" must be there; a set of choices; "flag"; a "!" must be there.
_CHOICES: dict[str, tuple[str, ...]] = {
    "harm": get_args(Harm),
    "cause": get_args(Cause),
    "class": CLASSES,
    "valency": ("object", "subject", "after"),
    "also": ("object",),
    "noun": ("count", "of", "toll"),
}
_TABLES: dict[str, dict[str, str]] = {
    "person": {"class": "class!", "nouns": "words!"},
    "verb": {"harm": "harm!", "victims": "valency!", "verbs": "words!",
             "cause": "cause", "also": "also", "weak": "flag"},
    "noun": {"harm": "harm!", "victims": "noun!", "nouns": "words!", "weak": "flag"},
    "state": {"harm": "harm!", "phrases": "words!"},
    "adjective": {"harm": "harm!", "words": "words!"},
    "qualifier": {"phrases": "words!"},
    "pattern": {
        "harm": "harm!", "pattern": "text!", "class": "class", "cause": "cause",
        "examples": "texts", "counterexamples": "texts",
    },
}  # fmt: skip


@attrs.frozen(kw_only=True, eq=False)
class UserRules:
    """Words and patterns of a user's own, checked; made by `UserRules.load`.

    Attributes:
        source: Name of the file.
        digest: SHA-256 of its bytes, in hexadecimal.
        words: The words of the casualty grammar with the user's among them.
        patterns: The patterns, in the order of the file.
        seconds: How long the patterns may take over one article together, in seconds.
    """

    source: str
    digest: str
    words: CasualtyWords = attrs.field(repr=False)
    patterns: tuple[UserPattern, ...] = ()
    seconds: float = SECONDS

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> UserRules:
        """Reads and checks a file; the same bytes are compiled once.

        Args:
            path: A TOML file.

        Raises:
            DataError: The file cannot be read, or entries are wrong: all are listed, with file, table, entry.
            RuleError: A pattern is no regular expression, or does not keep what its examples promise.
        """
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise DataError(str(InputError.unreadable(os.fspath(path), error))) from error
        return _load(data, os.fspath(path))

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Has the parser read with these words within a block."""
        with words_in_force(self.words):
            yield


@lru_cache(maxsize=32)
def _load(data: bytes, source: str) -> UserRules:
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{source} cannot be read as TOML: {error}") from error
    name = Path(source).name
    seconds = raw.pop("time_limit", SECONDS)
    problems = [f"{what} @ {name}:{where}" for where, what in _problems(raw)]
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= 60:
        problems.insert(0, f"must be seconds above 0 and up to 60 @ {name}:time_limit")
    if problems:
        raise DataError(f"{source}: the words and patterns are wrong:", problems)
    entries = _Entries()
    for table, fill in (
        ("person", _person), ("verb", _verb), ("noun", _noun), ("state", _state), ("adjective", _adjective),
    ):  # fmt: skip
        for entry, row in raw.get(table, {}).items():
            fill(row, entries.at(f"{table}.{entry}"))
    for qualifier, row in raw.get("qualifier", {}).items():
        for phrase in row["phrases"]:
            entries.at(f"qualifier.{qualifier}").add(
                phrase, {_QUALIFIERS[qualifier]}, "quantity", {"qualifier": qualifier}
            )
    patterns = tuple(_pattern(entry, row, name) for entry, row in raw.get("pattern", {}).items())
    digest = hashlib.sha256(data).hexdigest()
    words = _extended(entries, source, name)
    return UserRules(source=source, digest=digest, words=words, patterns=patterns, seconds=float(seconds))


def _extended(entries: _Entries, source: str, name: str) -> CasualtyWords:
    own = package_words()
    grammar = [
        f"{word!r} is a word of the grammar, which cannot be redefined @ {name}:{where}"
        for word, where in entries.homes.items()
        if " " not in word and not where.startswith("qualifier") and "FN" in own.alphabet.tags_of(word)
    ]
    if grammar:
        raise DataError(f"{source}: the words and patterns are wrong:", grammar)
    together = {word: (frozenset(tags), entries.about[word]) for word, tags in entries.tags.items()}
    problems = []
    for word, entry in together.items():  # one by one, so that a fault names its word
        try:
            own.extended({word: entry})
        except RuleError:
            problems.append(
                f"{word!r} has a form that the grammar cannot tell apart @ {name}:{entries.homes[word]}"
            )
    if problems:
        raise DataError(f"{source}: the words and patterns are wrong:", problems)
    return own.extended(together) if together else own


class _Entries:
    """The words of a file while they are gathered."""

    def __init__(self) -> None:
        self.tags: dict[str, set[str]] = {}
        self.about: dict[str, dict[str, Mapping[str, Any]]] = {}
        self.homes: dict[str, str] = {}
        self._home = ""

    def at(self, home: str) -> _Entries:
        """Have the next words belong to a table."""
        self._home = home
        return self

    def add(self, words: str, tags: set[str], kind: str, about: Mapping[str, Any]) -> None:
        if not words:
            return
        key = _key(words)
        self.tags.setdefault(key, set()).update(tags)
        self.about.setdefault(key, {})[kind] = about
        self.homes.setdefault(key, self._home)


def _key(words: str) -> str:
    """Write words as the tokens they become: lower case, hyphens, commas and 's apart."""
    apart = words.lower().replace("\u2019", "'").replace("-", " - ").replace(",", " , ").replace("'s", " 's")
    return " ".join(apart.split())


def _both(entry: str) -> tuple[str, str]:
    """Give singular and plural of a noun; either may be empty."""
    singular, slash, many = (part.strip() for part in entry.partition("/"))
    return singular, many if slash else plural(singular)


def _person(row: dict[str, Any], entries: _Entries) -> None:
    for noun in row["nouns"]:
        one, many = _both(noun)
        about = {"class": row["class"], "lemma": one or many}
        entries.add(one, {"PERSON_SG"}, "person", about)
        entries.add(many, {"PERSON_PL"}, "person", about)


def _verb(row: dict[str, Any], entries: _Entries) -> None:
    said = {key: row[key] for key in ("harm", "victims", "cause", "also", "weak") if row.get(key)}
    for verb in row["verbs"]:
        five = forms(verb)
        for tag, words in zip(_FORMS, five, strict=True):
            entries.add(words, {tag}, "verb", {**said, "lemma": five[0]})


def _noun(row: dict[str, Any], entries: _Entries) -> None:
    tag = _NOUN_TAGS[row["victims"]]
    said = {key: row[key] for key in ("harm", "victims", "weak") if row.get(key)}
    for noun in row["nouns"]:
        one, many = _both(noun)
        entries.add(one, {"HN_SG", tag}, "noun", {**said, "lemma": one or many})
        entries.add(many, {"HN_PL", tag}, "noun", {**said, "lemma": one or many})


def _state(row: dict[str, Any], entries: _Entries) -> None:
    for phrase in row["phrases"]:
        entries.add(phrase, {"HS"}, "state", {"harm": row["harm"]})


def _adjective(row: dict[str, Any], entries: _Entries) -> None:
    for word in row["words"]:
        entries.add(word, {"HADJ"}, "adjective", {"harm": row["harm"]})


def _pattern(entry: str, row: dict[str, Any], name: str) -> UserPattern:
    where = f"{name}:pattern.{entry}"
    rule = UserPattern(
        id=f"user.pattern-{entry}",
        pattern=row["pattern"],
        harm=row["harm"],
        victims=row.get("class"),
        cause=row.get("cause"),
        compiled=compile_pattern(row["pattern"], where=where),
    )
    check_examples(rule, row.get("examples", ()), row.get("counterexamples", ()), where=where)
    return rule


def _problems(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a file: where, and what."""
    for table, rows in raw.items():
        if table not in _TABLES:
            yield table, f"is no table; the tables are {', '.join(_TABLES)}"
            continue
        if not isinstance(rows, Mapping) or not all(isinstance(row, Mapping) for row in rows.values()):
            yield table, f"must hold tables with names, like [{table}.mine]"
            continue
        for entry, row in rows.items():
            here = f"{table}.{entry}"
            if table == "qualifier" and entry not in _QUALIFIERS:
                yield here, f"is none of {', '.join(_QUALIFIERS)}"
            elif not _SLUG.match(entry):
                yield here, "a name is lower-case letters, digits and hyphens"
            fields = _TABLES[table]
            for field, value in row.items():
                if field not in fields:
                    yield f"{here}.{field}", f"is no field; the fields are {', '.join(fields)}"
                    continue
                yield from ((f"{here}.{field}", what) for what in _wrong(fields[field].rstrip("!"), value))
            for field, sort in fields.items():
                if sort.endswith("!") and field not in row:
                    yield f"{here}.{field}", "is missing"


def _wrong(sort: str, value: Any) -> Iterator[str]:
    """Yield what is wrong with a value of a sort."""
    if sort in _CHOICES:
        if value not in _CHOICES[sort]:
            yield f"{value!r} is none of {', '.join(_CHOICES[sort])}"
    elif sort == "flag":
        if not isinstance(value, bool):
            yield "must be true or false"
    elif sort == "text":
        if not isinstance(value, str) or not value:
            yield "must be text"
    elif not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        yield "must be a list of texts"
    elif sort == "words":
        for v in value:
            parts = [part.strip() for part in v.split("/")]
            told = parts[1:] if not parts[0] else parts  # "/troops" has no singular
            if len(parts) > 4 or not told or not all(_WORDS.match(part) for part in told):
                yield f"{v!r} is no word or phrase"
