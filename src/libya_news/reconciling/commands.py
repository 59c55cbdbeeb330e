"""The commands ``incidents`` and ``diff``; the command line adds them and says how inputs are read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libya_news.errors import InputError, LibyaNewsError

if TYPE_CHECKING:
    from libya_news.validating.commands import ReadRecords

_USAGE = 2


def add_parsers(subparsers: Any) -> None:
    """Add the commands.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives. ``diff`` sets ``run``, ``incidents`` sets
            ``run_over``, which takes a reader of records beside the arguments.
    """
    incidents = subparsers.add_parser("incidents", help="group the casualties of many stories into incidents")
    incidents.add_argument("inputs", nargs="+", metavar="INPUT", help="stories, as parse reads them")
    incidents.add_argument("--published", metavar="DATE", help="publication day of stories that give none")
    incidents.add_argument(
        "--policy",
        default="conservative",
        choices=("conservative", "latest", "most-independent", "ucdp", "airwars"),
        help="how conflicting tolls become low, best and high (default: %(default)s)",
    )
    incidents.add_argument("--decisions", metavar="FILE", help="decisions by hand, JSON Lines")
    incidents.add_argument(
        "--format", choices=("table", "json", "jsonl"), default="table", help="default: %(default)s"
    )
    incidents.set_defaults(run_over=run_incidents)

    diff = subparsers.add_parser("diff", help="show what changed between two runs over the same stories")
    diff.add_argument("old", metavar="OLD", help="output of parse --format jsonl or json")
    diff.add_argument("new", metavar="NEW", help="output of a later run")
    diff.add_argument("--format", choices=("table", "jsonl"), default="table", help="default: %(default)s")
    diff.set_defaults(run=run_diff)


def run_incidents(args: argparse.Namespace, read_records: ReadRecords) -> int:
    """Run ``incidents``; the exit code is 0, or 2 for wrong usage."""
    from libya_news.reconciling.decisions import Decisions
    from libya_news.reconciling.incidents import reconcile
    from libya_news.reconciling.layout import table, to_dict

    try:
        decisions = None
        if args.decisions is not None:
            text = Path(args.decisions).read_text(encoding="utf-8")
            decisions = Decisions.from_jsonl(text, source=args.decisions)
        found = reconcile(read_records(args.inputs, args.published), policy=args.policy, decisions=decisions)
    except (LibyaNewsError, OSError, UnicodeDecodeError) as error:
        return _refuse(error)
    if args.format == "table":
        _say(table(found))
    elif args.format == "jsonl":
        for incident in found:
            _say(json.dumps(to_dict(incident), ensure_ascii=False))
    else:
        _say(json.dumps([to_dict(i) for i in found], ensure_ascii=False, indent=2))
    return 0


def run_diff(args: argparse.Namespace) -> int:
    """Run ``diff``; the exit code is 0 where nothing changed, 1 where something did, 2 for wrong usage."""
    import attrs

    from libya_news.reconciling.diff import diff

    try:
        found = diff(written(args.old), written(args.new))
    except (LibyaNewsError, OSError, UnicodeDecodeError) as error:
        return _refuse(error)
    for difference in found:
        if args.format == "jsonl":
            _say(json.dumps(attrs.asdict(difference), ensure_ascii=False))
        else:
            _say(" ".join(str(difference).splitlines()))
    return 1 if found else 0


def written(path: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a file that ``parse`` wrote, JSON Lines or JSON.

    Args:
        path: The file, or ``-`` for standard input.

    Raises:
        InputError: It holds no records.
    """
    text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    try:
        whole = json.loads(text)
        values = whole if isinstance(whole, list) else [whole]
    except ValueError:
        try:
            values = [json.loads(line) for line in text.splitlines() if line.strip()]
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
