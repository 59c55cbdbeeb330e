"""The command ``diff``; the command line adds it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from libya_news.errors import InputError, LibyaNewsError
from libya_news.text.printing import printable

_USAGE = 2


def add_parsers(subparsers: Any) -> None:
    """Add the command.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives.
    """
    diff = subparsers.add_parser("diff", help="show what changed between two runs over the same stories")
    diff.add_argument("old", metavar="OLD", help="output of parse --format jsonl or json")
    diff.add_argument("new", metavar="NEW", help="output of a later run")
    diff.add_argument("--format", choices=("table", "jsonl"), default="table", help="default: %(default)s")
    diff.set_defaults(run=run_diff)


def run_diff(args: argparse.Namespace) -> int:
    """Run ``diff``; the exit code is 0 where nothing changed, 1 where something did, 2 for wrong usage."""
    import attrs

    from libya_news.reconciling.diff import diff

    try:
        found = diff(written(args.old), written(args.new))
    except LibyaNewsError as error:
        return _refuse(error)
    for difference in found:
        if args.format == "jsonl":
            _say(json.dumps(attrs.asdict(difference), ensure_ascii=False))
        else:
            _say(printable(str(difference)))
    return 1 if found else 0


def written(path: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a file that ``parse`` wrote, JSON Lines or JSON.

    Args:
        path: The file, or ``-`` for standard input.

    Raises:
        InputError: It holds no records.
    """
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.unreadable(path, error) from None
    try:
        whole = json.loads(text)
        values = whole if isinstance(whole, list) else [whole]
    except ValueError:
        try:
            values = [json.loads(line) for line in text.split("\n") if line.strip()]
        except ValueError:
            raise InputError(
                "holds no records; give the output of parse --format jsonl", source=path
            ) from None
    for value in values:
        if not isinstance(value, dict) or "id" not in (value.get("article") or {}):
            raise InputError("holds something that is no record", source=path)
        yield value


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _refuse(error: Exception) -> int:
    sys.stderr.write("libya-news: " + " ".join(str(error).splitlines()) + "\n")
    return _USAGE
