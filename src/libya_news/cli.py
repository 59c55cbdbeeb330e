"""The command line: data on standard output, messages on standard error.

Exit codes: 0 all is well; 1 findings, where ``--fail-on`` asks for it; 2 wrong usage; 3 some inputs failed;
4 all inputs failed; 130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from libya_news import __version__, api
from libya_news.errors import InputError, InputProblem, UnknownId

if TYPE_CHECKING:
    from libya_news.model.record import Record

OK, FINDINGS, USAGE, SOME_FAILED, ALL_FAILED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 4, 130, 141
SEVERITIES = ("info", "warning", "error")  # in rising order
FORMATS = ("table", "json", "jsonl")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        argv: The arguments without the program's name; those of the process where None.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):  # the same bytes on every machine, whatever its locale says
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    args = _parser().parse_args(argv)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # "| head": nothing is wrong, and nothing more can be written
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return PIPE_CLOSED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="libya-news",
        description="Turns news stories about the conflict in Libya into evidence.",
        epilog="Exit codes: 0 ok, 1 findings if asked to fail, 2 usage, 3 some inputs failed, 4 all failed.",
    )
    parser.add_argument("--version", action="version", version=f"libya-news {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    parse = commands.add_parser("parse", help="print what stories say, with the words that say it")
    parse.add_argument(
        "inputs", nargs="+", metavar="INPUT", help=".txt or .jsonl files, or - for standard input"
    )
    _add_published(parse)
    _add_output(parse)
    parse.set_defaults(run=_parse)

    explain = commands.add_parser("explain", help="tell which rules and words made a record, or made none")
    explain.add_argument("input", metavar="INPUT", help="a file with one story, or - for standard input")
    what = explain.add_mutually_exclusive_group(required=True)
    what.add_argument("--casualty", metavar="ID", help="id of a casualty, as parse prints it")
    what.add_argument("--at", type=int, metavar="OFFSET", help="a code point of the text, from 0")
    _add_published(explain)
    explain.set_defaults(run=_explain)

    demo = commands.add_parser("demo", help="parse a short invented story that ships with the package")
    _add_output(demo)
    demo.set_defaults(run=_demo)
    return parser


def _add_published(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="publication day of stories that give none of their own, like 2017-07-02",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="table", help="default: %(default)s")
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        metavar="SEVERITY",
        help="end with 1 if a story has a finding of this severity (info, warning, error) or a higher one",
    )


def _day(words: str) -> str:
    from libya_news.model.interval import as_day

    try:
        as_day(words, what="DATE")
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return words


def _parse(args: argparse.Namespace) -> int:
    return _print_records(api.read_all(args.inputs, published=args.published), args)


def _demo(args: argparse.Namespace) -> int:
    from importlib.resources import files

    _say("the story is invented: none of it happened")
    return _print_records(api.read_all([files("libya_news").joinpath("demo.txt").read_bytes()]), args)


def _explain(args: argparse.Namespace) -> int:
    try:
        article = api.read(args.input, published=args.published)
    except InputError as error:
        _say(str(error))
        return ALL_FAILED
    record = api.parse(article)
    try:
        told = (
            api.explain_at(record, args.at) if args.casualty is None else api.explain(record, args.casualty)
        )
    except (InputError, UnknownId) as error:
        _say(f"{args.input}: {error}")
        return USAGE
    print(told)
    return OK


def _print_records(items: Iterable[Any], args: argparse.Namespace) -> int:
    write = _Writer(args.format)
    failed = done = worst = 0
    for item in items:
        if isinstance(item, InputProblem):
            failed += 1
            _say(str(item))
            continue
        try:
            record = api.parse(item)
            text = write.text_of(record)
        except Exception as error:  # a bug of ours in one story must not cost the others
            failed += 1
            _say(
                f"{item.source or item.id}: internal error, please report it: {type(error).__name__}: {error}"
            )
            continue
        write.add(text)
        done += 1
        worst = max((worst, *(1 + SEVERITIES.index(f.severity) for f in record.findings)))
    write.end()
    if failed:
        return SOME_FAILED if done else ALL_FAILED
    return FINDINGS if args.fail_on and worst > SEVERITIES.index(args.fail_on) else OK


class _Writer:
    """Writes records as they come; JSON becomes a list with the second one."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.first: str | None = None
        self.count = 0

    def text_of(self, record: Record) -> str:
        if self.form == "table":
            from libya_news.exporting.table import render

            return render(record)
        return api.to_json(record, indent=2 if self.form == "json" else None)

    def add(self, text: str) -> None:
        self.count += 1
        if self.form != "json":
            print(text, flush=True)
        elif self.count == 1:
            self.first = text
        else:
            if self.count == 2:
                print(f"[\n{self.first}", end="")
            print(f",\n{text}", end="")

    def end(self) -> None:
        if self.form == "json":
            print("\n]" if self.count > 1 else self.first or "[]")


def _say(message: str) -> None:
    print("libya-news: " + " ".join(message.splitlines()), file=sys.stderr)
