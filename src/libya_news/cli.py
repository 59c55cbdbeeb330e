"""The command line: data on standard output, messages on standard error.

Exit codes: 0 all is well; 1 findings, where ``--fail-on`` asks for it; 2 wrong usage; 3 some inputs failed;
4 all inputs failed; 130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from libya_news import __version__, api
from libya_news.errors import InputError, InputProblem, LibyaNewsError, UnknownId
from libya_news.text.options import whole_number
from libya_news.text.printing import printable, printable_lines

if TYPE_CHECKING:
    from libya_news.model.article import Article
    from libya_news.model.record import Record

T = TypeVar("T")
OK, FINDINGS, USAGE, SOME_FAILED, ALL_FAILED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 4, 130, 141
SEVERITIES = ("info", "warning", "error")  # in rising order
FORMATS = (
    "table",
    "json",
    "jsonl",
)  # what is written as it comes; the others are libya_news.exporting.formats
_INPUTS = "texts, web pages, feeds, JSON or JSON Lines, also gzipped; folders; or - for standard input"
_CAPS = {  # the fields of libya_news.reading.limits.Limits
    "article": "code points of a story",
    "line": "bytes of a line of JSON Lines",
    "page": "bytes of a web page or JSON document",
    "feed": "bytes of a feed",
    "depth": "levels of nesting",
    "ratio": "bytes that one byte of gzip may grow to",
}


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
    except LibyaNewsError as error:  # what was given beside the stories: --knowledge, --rules, --max-...
        _say(str(error), whole=True)
        return USAGE
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # "| head": nothing is wrong, and nothing more can be written
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return PIPE_CLOSED
    except OSError as error:  # a full disk
        _say(f"cannot write {error.filename or 'the output'}: {error.strerror or error}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return USAGE
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
    parse.add_argument("inputs", nargs="+", metavar="INPUT", help=_INPUTS)
    _add_published(parse)
    _add_reading(parse)
    _add_output(parse, exports=True)
    parse.set_defaults(run=_parse)

    explain = commands.add_parser("explain", help="tell which rules and words made a record, or made none")
    explain.add_argument("input", metavar="INPUT", help="a file with one story, or - for standard input")
    what = explain.add_mutually_exclusive_group(required=True)
    what.add_argument("--casualty", metavar="ID", help="id of a casualty, as parse prints it")
    what.add_argument("--at", type=int, metavar="OFFSET", help="a code point of the text, from 0")
    _add_published(explain)
    _add_reading(explain)
    explain.set_defaults(run=_explain)

    demo = commands.add_parser("demo", help="parse a short invented story that ships with the package")
    _add_output(demo)
    demo.set_defaults(run=_demo)

    from libya_news.benchmark import commands as benchmark
    from libya_news.corpus import commands as corpus
    from libya_news.exporting import commands as exporting
    from libya_news.exporting.html import commands as html
    from libya_news.reconciling import commands as reconciling
    from libya_news.validating import commands as validating

    for room in (validating, reconciling, exporting, html, corpus, benchmark):
        room.add_parsers(commands)
    for command in commands.choices.values():
        run_over = command.get_default("run_over")
        if run_over is not None:
            # It reads stories as parse does, with the same flags; how that went decides its exit code too.
            _add_reading(command)
            command.set_defaults(run=partial(_with_stories, run_over))
        run_options = command.get_default("run_options")
        if run_options is not None:
            _add_reading(command)
            command.set_defaults(run=partial(_with_options, run_options))
    return parser


def _add_published(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="publication day of stories that give none of their own, like 2017-07-02",
    )


def _add_reading(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("reading")
    group.add_argument(
        "--knowledge",
        action="append",
        default=[],
        metavar="FILE",
        help="TOML file with actors and places of your own; may be given again",
    )
    group.add_argument("--rules", metavar="FILE", help="TOML file with words and patterns of your own")
    group.add_argument(
        "--weekdays",
        choices=("newspaper", "nearest", "week"),
        help='which reading of "last Thursday" and "next Thursday" counts (default: newspaper)',
    )
    group.add_argument(
        "--main-text",
        choices=("plain", "trafilatura"),
        default="plain",
        help="how the story of a web page is found; trafilatura needs the extra html (default: %(default)s)",
    )
    group.add_argument(
        "--redact-names", action="store_true", help="black out victims' names in everything that is printed"
    )
    for name, what in _CAPS.items():
        group.add_argument(f"--max-{name}", type=whole_number, metavar="N", help=f"cap: {what}")


def _add_output(parser: argparse.ArgumentParser, *, exports: bool = False) -> None:
    choices: tuple[str, ...] = FORMATS
    if exports:
        from libya_news.exporting.commands import add_target
        from libya_news.exporting.formats import FORMATS as EXPORTS

        choices = (*FORMATS, *(name for name in EXPORTS if name not in FORMATS))
        add_target(parser)
    parser.add_argument("--format", choices=choices, default="table", help="default: %(default)s")
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
    articles = _articles(args.inputs, args.published, args)
    if args.output is None and args.format in FORMATS:
        return _print_records(articles, args, _parser_of(args))
    return _export_records(articles, args, _parser_of(args))


def _export_records(
    items: Iterable[Article | InputProblem], args: argparse.Namespace, parse: Callable[[Article], Record]
) -> int:
    from libya_news.exporting.formats import FORMATS as EXPORTS
    from libya_news.exporting.formats import export

    if args.format not in EXPORTS:
        raise InputError(f"-o needs a format that goes into files: {', '.join(EXPORTS)}")
    tally = _Tally()
    made = (record for record in tally.results(items, parse) if tally.saw(record))
    export(made, args.format, args.output, guard=not args.no_formula_guard)
    return tally.code(args.fail_on)


def _articles(
    inputs: list[str], published: str | None, args: argparse.Namespace
) -> Iterator[Article | InputProblem]:
    return api.read_all(inputs, published=published, main_text=args.main_text, caps=_caps_of(args))


def _caps_of(args: argparse.Namespace) -> dict[str, int] | None:
    return {name: n for name in _CAPS if (n := getattr(args, f"max_{name}")) is not None} or None


def _parser_of(args: argparse.Namespace, given: dict[str, Any] | None = None) -> Callable[[Article], Record]:
    """Return how stories are parsed: with what --knowledge and --rules give, redacted where that is asked."""
    given = _given(args) if given is None else given
    if not args.redact_names:
        return partial(api.parse, **given)
    return lambda article: api.redact_names(api.parse(article, **given), knowledge=given.get("knowledge"))


def _given(args: argparse.Namespace) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if args.weekdays is not None:
        given["weekdays"] = args.weekdays
    if args.knowledge:
        from libya_news.knowledge import Knowledge

        given["knowledge"] = Knowledge.default().extended(*args.knowledge)
    if args.rules is not None:
        from libya_news.english.user_words import UserRules

        given["rules"] = UserRules.load(args.rules)
    return given


def _with_stories(run: Callable[[argparse.Namespace, Any], int], args: argparse.Namespace) -> int:
    """Run a command over the records of many stories; what cannot be read is told and costs only itself."""
    parse, tally = _parser_of(args), _Tally()

    def records(inputs: list[str], published: str | None) -> Iterator[Record]:
        return tally.results(_articles(inputs, published, args), parse)

    code = run(args, records)
    return code if code == USAGE or not tally.failed else tally.code()


class _Tally:
    """Counts what was done, what failed, and how grave the findings are."""

    def __init__(self) -> None:
        self.failed = self.done = self.worst = 0

    def results(self, items: Iterable[Article | InputProblem], work: Callable[[Article], T]) -> Iterator[T]:
        """Yield what is made of each story; what cannot be read is told and costs only itself."""
        for item in items:
            made = _done(item, work)
            if made is None:
                self.failed += 1
            else:
                self.done += 1
                yield made

    def saw(self, record: Record) -> bool:
        """Take note of the findings of a record."""
        self.worst = max((self.worst, *(1 + SEVERITIES.index(f.severity) for f in record.findings)))
        return True

    def code(self, fail_on: str | None = None) -> int:
        """Return the exit code."""
        if self.failed:
            return SOME_FAILED if self.done else ALL_FAILED
        return FINDINGS if fail_on and self.worst > SEVERITIES.index(fail_on) else OK


def _with_options(run: Callable[[argparse.Namespace, dict[str, Any]], int], args: argparse.Namespace) -> int:
    """Run a command that reads stories itself, in other processes perhaps, with the options of reading."""
    return run(
        args,
        {
            "main_text": args.main_text,
            "caps": _caps_of(args) or {},
            "knowledge": args.knowledge,
            "rules": args.rules,
            "redact_names": args.redact_names,
        },
    )


def _done(item: Article | InputProblem, work: Callable[[Article], T]) -> T | None:
    """Return what is made of an article; None, and a line on standard error, where nothing could be."""
    if isinstance(item, InputProblem):
        _say(str(item))
        return None
    try:
        return work(item)
    except Exception as error:  # a bug of ours in one story must not cost the others
        _say(f"{item.source or item.id}: internal error, please report it: {type(error).__name__}: {error}")
        return None


def _demo(args: argparse.Namespace) -> int:
    from importlib.resources import files

    _say("the story is invented: none of it happened")
    story = files("libya_news").joinpath("demo.txt").read_bytes()
    return _print_records(api.read_all([story]), args, api.parse)


def _explain(args: argparse.Namespace) -> int:
    try:
        article = api.read(
            args.input, published=args.published, main_text=args.main_text, caps=_caps_of(args)
        )
    except InputError as error:
        _say(str(error))
        return ALL_FAILED
    given = _given(args)
    record = _parser_of(args, given)(article)
    try:
        told = (
            api.explain_at(record, args.at, **given)
            if args.casualty is None
            else api.explain(record, args.casualty)
        )
    except (InputError, UnknownId) as error:
        _say(f"{args.input}: {error}")
        return USAGE
    print(printable_lines(str(told)))
    return OK


def _print_records(
    items: Iterable[Article | InputProblem], args: argparse.Namespace, parse: Callable[[Article], Record]
) -> int:
    write = _Writer(args.format)

    def told(article: Article) -> tuple[Record, str]:
        record = parse(article)
        return record, write.text_of(record)

    tally = _Tally()
    for record, text in tally.results(items, told):
        write.add(text)
        tally.saw(record)
    write.end()
    return tally.code(args.fail_on)


class _Writer:
    """Writes records as they come; JSON becomes a list with the second one."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.first: str | None = None
        self.count = 0

    def text_of(self, record: Record) -> str:
        if self.form == "table":
            from libya_news.exporting.table import render

            return render(record, bold=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
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


def _say(message: str, *, whole: bool = False) -> None:
    print("libya-news: " + (printable_lines(message) if whole else printable(message)), file=sys.stderr)
