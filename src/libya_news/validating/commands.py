"""The command ``check``: findings like a linter's; the command line adds it and says how inputs are read."""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from libya_news.errors import LibyaNewsError
from libya_news.model.finding import Finding
from libya_news.model.record import Record

#: Reads the records of inputs: paths and a publication day; tells on standard error what cannot be read.
ReadRecords = Callable[[list[str], str | None], Iterable[Record]]

_SEVERITIES = ("info", "warning", "error")  # in rising order
_GITHUB = {"info": "notice", "warning": "warning", "error": "error"}
_FOUND, _USAGE = 1, 2


@attrs.frozen(kw_only=True)
class Place:
    """Where a finding stands, as editors count.

    Attributes:
        file: The input; where it is no plain text file, with ``#`` and the story's id behind it.
        line: Line of the story's text, from 1.
        column: Code point of that line, from 1.
        in_file: Whether line and column are also those of the file.
    """

    file: str
    line: int
    column: int
    in_file: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def add_parsers(subparsers: Any) -> None:
    """Add the command.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives; the command sets ``run_over``,
            which takes a reader of records beside the arguments.
    """
    check = subparsers.add_parser("check", help="check stories as an editor would, one line a finding")
    check.add_argument("inputs", nargs="+", metavar="INPUT", help="stories, as parse reads them")
    check.add_argument("--published", metavar="DATE", help="publication day of stories that give none")
    for name, what in (("select", "only these"), ("ignore", "all but these")):
        check.add_argument(
            f"--{name}",
            metavar="CODES",
            action="append",
            default=[],
            help=f"{what}: codes, their beginnings or names, like LN3,LN101,single-anonymous-source",
        )
    check.add_argument(
        "--format", choices=("table", "json", "github"), default="table", help="default: %(default)s"
    )
    check.add_argument(
        "--fail-on",
        choices=(*_SEVERITIES, "never"),
        default="warning",
        help="end with 1 where there is a finding of this severity or a higher one (default: %(default)s)",
    )
    check.set_defaults(run_over=run_check)


def run_check(args: argparse.Namespace, read_records: ReadRecords) -> int:
    """Run ``check``; the exit code is 0, 1 for findings at or above ``--fail-on``, 2 for wrong usage."""
    worst = -1
    rows: list[dict[str, Any]] = []
    try:
        wanted = _chooser(_split(args.select), _split(args.ignore))
        for record in read_records(args.inputs, args.published):
            for finding in record.findings:
                if not wanted(finding.code):
                    continue
                worst = max(worst, _SEVERITIES.index(finding.severity))
                place = place_of(record, finding)
                if args.format == "json":
                    rows.append(_row(place, finding))
                else:
                    _say(_github(place, finding) if args.format == "github" else _line(place, finding))
    except LibyaNewsError as error:
        sys.stderr.write("libya-news: " + " ".join(str(error).splitlines()) + "\n")
        return _USAGE
    if args.format == "json":
        _say(json.dumps(rows, ensure_ascii=False, indent=2))
    if args.fail_on == "never" or worst < _SEVERITIES.index(args.fail_on):
        return 0
    return _FOUND


def place_of(record: Record, finding: Finding) -> Place:
    """Where a finding stands: its first words, or the beginning of the story if it rests on none.

    Args:
        record: The record of the story.
        finding: One of its findings.
    """
    article = record.article
    text, start = article.text, finding.evidence[0].start if finding.evidence else 0
    lines = _line_starts(text)
    line = bisect_right(lines, start) - 1
    source = article.source
    plain = source is not None and _holds(source, text)
    if source is None or source == "-":
        name = "<stdin>" if source == "-" else article.id
    else:
        name = source if plain else f"{source}#{article.id}"
    return Place(file=name, line=line + 1, column=start - lines[line] + 1, in_file=plain)


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]


@lru_cache(maxsize=1)
def _holds(source: str, text: str) -> bool:
    """Whether a file is the text of one story and nothing else, so that their lines are the same."""
    try:
        with Path(source).open("rb") as handle:
            data = handle.read(4 * len(text) + 4)
        return data.decode("utf-8-sig").replace("\r\n", "\n") == text.replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError, ValueError):
        return False


def _split(given: list[str]) -> list[str]:
    return [code.strip() for words in given for code in words.split(",") if code.strip()]


def _chooser(select: list[str], ignore: list[str]) -> Callable[[str], bool]:
    """Return whether a code is wanted; a code that nothing bears raises `UnknownId`."""
    chosen, left_out = tuple(_codes(select)), tuple(_codes(ignore))

    def wanted(code: str) -> bool:
        # the longer beginning decides, so that --ignore LN3 --select LN301 shows LN301
        yes = max((len(c) for c in chosen if code.startswith(c)), default=-1 if chosen else 0)
        no = max((len(c) for c in left_out if code.startswith(c)), default=-1)
        return yes > no

    return wanted


def _codes(given: list[str]) -> Iterator[str]:
    from libya_news.validating.registry import validator_of, validators

    for code in given:
        upper = code.upper()
        if upper.startswith("LN9") or any(v.code.startswith(upper) for v in validators()):
            yield upper
        else:
            yield validator_of(code).code


def _line(place: Place, finding: Finding) -> str:
    return f"{_printable(str(place))} {finding.code} {_printable(finding.message)}"


def _printable(text: str) -> str:
    """One line without control characters, for messages may quote the story."""
    return "".join(c if c.isprintable() else " " if c.isspace() else f"<U+{ord(c):04X}>" for c in text)


def _row(place: Place, finding: Finding) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "code": finding.code,
        "name": _name(finding.code),
        "severity": finding.severity,
        "message": finding.message,
        "evidence": [{"start": m.start, "end": m.end, "exact": m.exact} for m in finding.evidence],
    }


def _name(code: str) -> str | None:
    from libya_news.validating.registry import validators

    return next((v.name for v in validators() if v.code == code), None)


def _github(place: Place, finding: Finding) -> str:
    """Write a workflow command, with its marks escaped."""
    file = place.file if place.in_file else place.file.partition("#")[0]
    where = f"file={_property(file)}"
    if place.in_file:
        where += f",line={place.line},col={place.column}"
    message = _printable(finding.message if place.in_file else f"{finding.message} ({place})")
    return f"::{_GITHUB[finding.severity]} {where},title={finding.code}::{message.replace('%', '%25')}"


def _property(text: str) -> str:
    marks = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
    return "".join(marks.get(c, c) for c in text)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
