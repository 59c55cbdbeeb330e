"""The commands ``run`` and ``query``; the command line adds them and says how inputs are read."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from libya_news.errors import LibyaNewsError
from libya_news.text.options import whole_number

_USAGE, _SOME_FAILED, _ALL_FAILED, _INTERRUPTED = 2, 3, 4, 130


def add_parsers(subparsers: Any) -> None:
    """Add the commands.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives. ``query`` sets ``run``; ``run`` sets ``run_options``,
            which takes the options of reading beside the arguments.
    """
    run = subparsers.add_parser("run", help="read many stories into a folder or a store; can be resumed")
    run.add_argument("inputs", nargs="+", metavar="INPUT", help="stories, as parse reads them")
    run.add_argument(
        "--out",
        required=True,
        metavar="PLACE",
        help="a folder, or an SQLite store: a file that ends with .db, .sqlite or .sqlite3",
    )
    run.add_argument("--resume", action="store_true", help="go on with the run that the folder holds")
    run.add_argument(
        "--workers",
        type=whole_number,
        default=1,
        metavar="N",
        help="processes that read (default: %(default)s)",
    )
    run.add_argument(
        "--format",
        choices=("jsonl", "parquet"),
        default="jsonl",
        help="of a folder; parquet needs the extra arrow (default: %(default)s)",
    )
    run.add_argument(
        "--wall-limit",
        type=_seconds,
        metavar="SECONDS",
        help="end a worker that is at one story for longer; the story becomes an error",
    )
    run.add_argument("--max-words", type=whole_number, metavar="N", help="cap on work: words of a story")
    run.add_argument("--published", metavar="DATE", help="publication day of stories that give none")
    run.set_defaults(run_options=run_run)

    from libya_news.corpus.questions import add_parser

    add_parser(subparsers)


def run_run(args: argparse.Namespace, options: dict[str, Any]) -> int:
    """Run ``run``; the exit code is 0, 2 for wrong usage, 3 or 4 where some or all inputs failed, 130 if stopped."""
    from libya_news.corpus.running import run

    if args.format == "parquet" and _is_store(args.out):
        _say(f"{args.out} is a store; --format parquet writes a folder")
        return _USAGE
    if args.max_words is not None:
        options = {**options, "max_words": args.max_words}
    try:
        done = run(
            args.inputs,
            args.out,
            resume=args.resume,
            workers=args.workers,
            form=args.format,
            wall_limit=args.wall_limit,
            progress=None,
            published=args.published,
            **options,
        )
    except (LibyaNewsError, OSError) as error:
        _say(" ".join(str(error).splitlines()))
        return _USAGE
    rate = f", {done.records / done.seconds:,.0f} a second" if done.seconds > 0 and done.records else ""
    _say(f"{_many(done.records, 'story', 'stories')} read in {done.seconds:,.1f} s{rate}")
    told = f"{args.out} holds {_many(done.total_records, 'record', 'records')}"
    if done.total_problems:
        where = "its table errors" if _is_store(args.out) else "errors.jsonl"
        told += f", and {_many(done.total_problems, 'error', 'errors')} ({where} says which)"
    _say(told)
    if done.interrupted:
        how = "the same command" if _is_store(args.out) else "the same command with --resume"
        _say(f"stopped before the end; {how} goes on")
        return _INTERRUPTED
    if done.total_problems:
        return _SOME_FAILED if done.total_records else _ALL_FAILED
    return 0


def _is_store(out: str) -> bool:
    from libya_news.corpus.running import STORES

    return out.lower().endswith(STORES)


def _many(n: int, one: str, more: str) -> str:
    return f"{n:,} {one if n == 1 else more}"


def _seconds(words: str) -> float:
    try:
        seconds = float(words)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of seconds above 0")
    return seconds


def _say(message: str) -> None:
    sys.stderr.write(f"libya-news: {message}\n")
