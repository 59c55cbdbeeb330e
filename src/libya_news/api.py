"""What the package hands out: the one place that joins reading, parsing, validating and exporting.

Nothing is loaded or compiled before it is needed: every function imports the floors it joins when it is
called.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # type checkers take it for True; importing typing for it would cost start-up time
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from libya_news.english.user_words import UserRules
    from libya_news.errors import InputProblem
    from libya_news.knowledge.lookup import Knowledge
    from libya_news.model.article import Article
    from libya_news.model.explanation import Explanation
    from libya_news.model.finding import Finding
    from libya_news.model.incident import Incident
    from libya_news.model.record import Record
    from libya_news.reconciling.decisions import Decisions

    Input = str | os.PathLike[str] | bytes
    Published = str | dt.date | dt.datetime | None
    Rules = str | os.PathLike[str] | UserRules | None

__all__ = [
    "explain",
    "explain_at",
    "from_dict",
    "from_json",
    "json_schema",
    "parse",
    "read",
    "read_all",
    "reconcile",
    "redact_names",
    "report",
    "to_dict",
    "to_json",
    "validate",
]


def read(
    source: Input,
    *,
    published: Published = None,
    main_text: str = "plain",
    caps: Mapping[str, int] | None = None,
) -> Article:
    """Reads one article from a file or from bytes.

    Use it for a single story; ``read_all`` reads many and goes on where one is broken.

    Args:
        source: Path of a file as for ``read_all``, ``-`` for standard input, or the bytes themselves.
        published: Publication day, where the input gives none of its own.
        main_text: As for ``read_all``.
        caps: As for ``read_all``.

    Returns:
        The article, its zones read.

    Raises:
        InputError: The input is missing, cannot be decoded, is empty, or holds more than one article.
    """
    from libya_news.errors import InputError, InputProblem

    found: Article | None = None
    for item in read_all([source], published=published, main_text=main_text, caps=caps):
        if isinstance(item, InputProblem):
            raise InputError(item.message, source=item.input, line=item.line)
        if found is not None:
            raise InputError("holds more than one story; give one, or use read_all", source=_name(source))
        found = item
    if found is None:
        raise InputError("holds no article", source=_name(source))
    return found


def read_all(
    inputs: Iterable[Input],
    *,
    published: Published = None,
    main_text: str = "plain",
    caps: Mapping[str, int] | None = None,
) -> Iterator[Article | InputProblem]:
    """Reads all articles of all inputs, one after the other, and the problems among them as values.

    Args:
        inputs: Paths of files or folders, ``-`` for standard input, or bytes. Each holds plain text, JSON
            Lines, JSON, a web page, JSON-LD or a feed, as it is or as gzip.
        published: Publication day or time for the articles that give none of their own.
        main_text: How the story of a web page is found: ``plain`` or ``trafilatura`` (needs the extra
            ``html``).
        caps: How much is read of one input, by the names of ``libya_news.reading.limits.Limits``.

    Returns:
        An iterator of articles and ``InputProblem`` values in the order of the inputs; nothing is read before
        it is asked for, and no input makes it raise.

    Raises:
        InputError: ``published`` is no ISO 8601 day or time; raised at once, before the first input.
    """
    from libya_news.model.interval import as_day_or_time
    from libya_news.reading.inputs import read_inputs
    from libya_news.reading.limits import Limits

    limits = None if caps is None else Limits(**caps)
    return read_inputs(inputs, published=as_day_or_time(published), limits=limits, main_text=main_text)


def parse(
    article: Article,
    *,
    knowledge: Knowledge | None = None,
    rules: Rules = None,
    weekdays: str = "newspaper",
) -> Record:
    """Reads the evidence out of an article: who says that how many were harmed, and which words say so.

    Nothing found is an empty tuple; no text raises.

    Args:
        article: An article of ``read``, ``read_all`` or ``Article.from_text``.
        knowledge: The actors and places to know, for example ``Knowledge.default().extended("mine.toml")``;
            those of the package where None.
        rules: Words and patterns of your own: a TOML file, or one loaded with ``UserRules.load``.
        weekdays: Which reading of "last Thursday" and "next Thursday" counts: ``newspaper`` (the last one before
            publication, the one of next week), ``nearest`` (the nearest to publication) or ``week`` (the one of
            last week, of next week). The other reading is kept with the date, and the finding LN208 names both.

    Returns:
        The record, with the validators' findings.

    Raises:
        DataError: The file of rules cannot be read, or holds wrong entries.
        RuleError: A pattern of it is no regular expression, or breaks the promise of its examples.
        UnknownId: There is no such reading of weekdays.
    """
    from libya_news.text.pausing import collector_paused

    # All that the first article loads and compiles stays in use: runs of the cyclic garbage collector in between,
    # a quarter of a cold start, would find nothing.
    with collector_paused("libya_news.parsing.pipeline" not in sys.modules):
        return _parse(article, knowledge, rules, weekdays)


def _parse(article: Article, knowledge: Knowledge | None, rules: Rules, weekdays: str) -> Record:
    import attrs

    from libya_news.parsing.dates_weekdays import as_weekday_policy
    from libya_news.parsing.pipeline import parse_article
    from libya_news.validating import validate as check

    if not article.zones:
        from libya_news.reading.zones import with_zones

        article = with_zones(article)
    policy = as_weekday_policy(weekdays)
    record = parse_article(article, knowledge=knowledge, rules=_rules(rules), weekdays=policy)
    findings = (*record.findings, *check(record))
    return attrs.evolve(record, findings=findings) if findings else record


def validate(record: Record) -> tuple[Finding, ...]:
    """Reads a record as an editor would: sums, dates, sources, names, framing, completeness.

    Args:
        record: Any record, parsed or made by hand.

    Returns:
        The findings in the order of their words; the same record always gives the same ones.
    """
    from libya_news.validating import validate as check

    return check(record)


def reconcile(
    records: Iterable[Record], *, policy: str = "conservative", decisions: Decisions | None = None
) -> tuple[Incident, ...]:
    """Groups the casualties of many stories into incidents, by place, days, cause, side and harm.

    The result depends on what the records say, never on their order.

    Args:
        records: Records of any number of stories.
        policy: How conflicting tolls become low, best and high: ``conservative``, ``latest``,
            ``most-independent``, ``ucdp``, ``acled`` or ``airwars``.
        decisions: Decisions by hand to apply.

    Returns:
        The incidents by day, place and id; each number names the statements it rests on.

    Raises:
        UnknownId: There is no such policy.
        InputError: Two different stories have one id, or the decisions contradict each other.
    """
    from libya_news.reconciling.incidents import reconcile as group

    return group(records, policy=policy, decisions=decisions)


def explain(record: Record, casualty_id: str) -> Explanation:
    """Tells the rules and the words that made a casualty.

    Args:
        record: The record that holds it.
        casualty_id: Its id, for example ``killed-21-32``.

    Raises:
        UnknownId: The record holds no such casualty; names the nearest ids.
    """
    from libya_news.model.explanation import explain_casualty
    from libya_news.parsing.trace import rule_summary

    return explain_casualty(record, casualty_id, rule_summary)


def explain_at(
    article: Article | Record,
    offset: int,
    *,
    knowledge: Knowledge | None = None,
    rules: Rules = None,
    weekdays: str = "newspaper",
) -> Explanation:
    """Tells why the words at an offset made a casualty, or why they made none.

    Args:
        article: An article, or a record of it.
        offset: A code point of the article's text, from 0.
        knowledge: The actors and places that it was parsed with, as for ``parse``.
        rules: The words and patterns of your own that it was parsed with, as for ``parse``.
        weekdays: The reading of weekdays that it was parsed with, as for ``parse``.

    Raises:
        InputError: The text has no such offset.
    """
    from libya_news.errors import InputError
    from libya_news.model.record import Record
    from libya_news.parsing.trace import trace_at

    record = article
    if not isinstance(record, Record):
        record = parse(record, knowledge=knowledge, rules=rules, weekdays=weekdays)
    length = len(record.article.text)
    if not 0 <= offset < length:
        raise InputError(f"offset {offset} lies outside the text, which has {length} code points from 0")
    for casualty in record.casualties:
        if any(e.start <= offset < e.end for e in casualty.evidence_for("count")):
            return explain(record, casualty.id)
    return trace_at(record.article, offset, knowledge=knowledge, rules=_rules(rules))


def redact_names(record: Record, *, knowledge: Knowledge | None = None) -> Record:
    """Blacks out the names of victims everywhere in a record, so that every offset still holds.

    Args:
        record: Any record.
        knowledge: The actors and places that it was parsed with, as for ``parse``: public figures among them
            keep their names.

    Returns:
        A new record; ``libya_news.exporting.redacting.redact_names`` says what is blacked out and what stays.
    """
    from libya_news.exporting.redacting import redact_names as redact

    return redact(record, knowledge=knowledge)


def report(
    records: Iterable[Record],
    *,
    policy: str = "conservative",
    redact_names: bool = False,
    title: str | None = None,
) -> str:
    """Draws records as one HTML page: timeline, map, incidents, and each story with its evidence marked.

    Use ``record.to_html()`` for a single story.

    Args:
        records: Records of any number of stories, in the order in which they are to stand.
        policy: How conflicting tolls become low, best and high, as for ``reconcile``.
        redact_names: Whether the names of victims are blacked out.
        title: What the page is called; the headline, or the number of stories, where None.

    Returns:
        A page that runs no script and loads nothing; the same records give the same one.

    Raises:
        UnknownId: There is no such policy.
        InputError: Two different stories have one id.
    """
    from libya_news.exporting.html import page

    return page(records, policy=policy, redact_names=redact_names, title=title)


def to_dict(record: Record) -> dict[str, Any]:
    """Turns a record into plain dictionaries in the record format, version 1."""
    from libya_news.exporting import record_json

    return record_json.to_dict(record)


def from_dict(value: Mapping[str, Any]) -> Record:
    """Reads a record back from dictionaries.

    Raises:
        InputError: It is no record of the format, or breaks one of its promises.
    """
    from libya_news.exporting import record_json

    return record_json.from_dict(value)


def to_json(record: Record, *, indent: int | None = None) -> str:
    """Turns a record into JSON: one line, or indented by so many spaces a level."""
    from libya_news.exporting import record_json

    return record_json.to_json(record, indent=indent)


def from_json(text: str | bytes) -> Record:
    """Reads a record back from JSON.

    Raises:
        InputError: It is no JSON, no record of the format, or breaks one of its promises.
    """
    from libya_news.exporting import record_json

    return record_json.from_json(text)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the record format, version 1."""
    from libya_news.exporting import record_json

    return record_json.json_schema()


def _rules(rules: Rules) -> UserRules | None:
    if rules is None:
        return None
    from libya_news.english.user_words import UserRules

    return rules if isinstance(rules, UserRules) else UserRules.load(rules)


def _name(source: Input) -> str:
    return "<bytes>" if isinstance(source, bytes) else os.fspath(source)
