"""What decides the records of a run, and its digest: a run may only be resumed with the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from libya_news import __version__
from libya_news.errors import InputError

if TYPE_CHECKING:
    import datetime as dt

    from libya_news.model.article import Article
    from libya_news.model.record import Record
    from libya_news.reading.limits import Limits

MAX_WORDS = 500_000  # of a story; what parsing costs grows with them, not with its code points


def _paths(values: Any) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


@attrs.frozen(kw_only=True)
class Options:
    """How stories are read; the same options and the same version give the same records.

    Attributes:
        published: Publication day of stories that give none, ISO 8601, or None.
        main_text: How the story of a web page is found: ``plain`` or ``trafilatura``.
        caps: How much is read of one input, by the names of ``libya_news.reading.limits.Limits``.
        max_words: The most words of a story (cap on work): one with more gives an error, on every machine.
        knowledge: TOML files with actors and places of the user's own.
        rules: TOML file with words and patterns of the user's own, or None.
        redact_names: Whether victims' names are blacked out in everything that is written.
    """

    published: str | None = None
    main_text: str = "plain"
    caps: Mapping[str, int] = attrs.field(factory=dict, converter=dict)
    max_words: int = MAX_WORDS
    knowledge: tuple[str, ...] = attrs.field(default=(), converter=_paths)
    rules: str | None = None
    redact_names: bool = False

    def limits(self) -> Limits:
        """The caps with their defaults."""
        from libya_news.reading.limits import Limits

        return Limits(**self.caps)

    def day(self) -> dt.date | None:
        """The publication day of stories that give none.

        Raises:
            InputError: It is no ISO 8601 day.
        """
        from libya_news.model.interval import as_day

        return as_day(self.published)

    def header(self) -> dict[str, Any]:
        """What a journal says of the run: the version, and the options with digests of the files they name.

        Raises:
            InputError: A file of them cannot be read.
        """
        from libya_news.model.record import SCHEMA

        day = self.day()
        return {
            "version": __version__,
            "schema": SCHEMA,
            "published": None if day is None else day.isoformat(),
            "main_text": self.main_text,
            "caps": {**attrs.asdict(self.limits()), "words": self.max_words},
            "knowledge": [_digest(path) for path in self.knowledge],
            "rules": None if self.rules is None else _digest(self.rules),
            "redact_names": self.redact_names,
        }

    def parser(self) -> Callable[[Article], Record]:
        """Loads what stories are parsed with.

        Raises:
            LibyaNewsError: A file of words, actors or places is wrong.
        """
        knowledge = rules = None
        if self.knowledge:
            from libya_news.knowledge import Knowledge

            knowledge = Knowledge.default().extended(*self.knowledge)
        if self.rules is not None:
            from libya_news.english.user_words import UserRules

            rules = UserRules.load(self.rules)
        return partial(_record, knowledge=knowledge, rules=rules, redacted=self.redact_names)


def digest(header: Mapping[str, Any]) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a header.

    Args:
        header: What ``Options.header`` gives.
    """
    from hashlib import sha256

    return sha256(json.dumps(header, sort_keys=True).encode()).hexdigest()[:16]


def _record(article: Article, *, knowledge: Any, rules: Any, redacted: bool) -> Record:
    """The record of an article with its findings, as ``libya_news.parse`` gives it."""
    from libya_news.parsing.pipeline import parse_article
    from libya_news.validating import validate

    record = parse_article(article, knowledge=knowledge, rules=rules)
    findings = (*record.findings, *validate(record))
    record = attrs.evolve(record, findings=findings) if findings else record
    if redacted:
        from libya_news.exporting.redacting import redact_names

        record = redact_names(record, knowledge=knowledge)
    return record


def _digest(path: str) -> str:
    from hashlib import sha256

    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", source=path) from None
