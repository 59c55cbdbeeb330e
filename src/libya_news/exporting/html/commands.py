"""The command ``report``; the command line adds it and says how inputs are read."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libya_news.errors import InputError, LibyaNewsError
from libya_news.exporting.formats import is_kept

if TYPE_CHECKING:
    from libya_news.validating.commands import ReadRecords

_USAGE = 2


def add_parsers(subparsers: Any) -> None:
    """Add the command.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives; the command sets ``run_over``, which takes a
            reader of records beside the arguments.
    """
    report = subparsers.add_parser("report", help="write one web page that shows stories with their evidence")
    report.add_argument("inputs", nargs="+", metavar="INPUT", help="stories, as parse reads them")
    report.add_argument("-o", "--output", default="-", metavar="FILE", help="default: standard output")
    report.add_argument("--title", metavar="TEXT", help="what the page is called")
    report.add_argument("--published", metavar="DATE", help="publication day of stories that give none")
    report.add_argument(
        "--policy",
        default="conservative",
        choices=("conservative", "latest", "most-independent", "ucdp", "airwars"),
        help="how conflicting tolls become low, best and high (default: %(default)s)",
    )
    report.set_defaults(run_over=run_report)


def run_report(args: argparse.Namespace, read_records: ReadRecords) -> int:
    """Run ``report``; the exit code is 0, or 2 for wrong usage."""
    from libya_news.exporting.html.drawing import page

    try:
        records = list(read_records(args.inputs, args.published))
        if not records:
            return 0  # what could not be read was told, and decides the exit code
        written = page(records, policy=args.policy, redact_names=args.redact_names, title=args.title)
        if args.output == "-":
            sys.stdout.write(written)
        else:
            try:
                write_whole(Path(args.output), written)
            except OSError as error:
                raise InputError.unwritable(args.output, error) from None
    except LibyaNewsError as error:
        sys.stderr.write("libya-news: " + " ".join(str(error).splitlines()) + "\n")
        return _USAGE
    return 0


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all: an older one stays until the new one is complete.

    Args:
        path: The file.
        text: What it is to hold, written as UTF-8.

    Raises:
        OSError: The folder is missing or cannot be written to.
    """
    if is_kept(path):
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".report-", suffix=".html")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
