"""The command ``query``: the questions that people ask a store, answered as a table or as JSON Lines."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import Any, get_args

import attrs

from libya_news.errors import LibyaNewsError, UnknownId
from libya_news.text.options import whole_number

_USAGE = 2
_HARMS = ("killed", "wounded", "missing", "captured", "kidnapped", "displaced", "rescued", "casualties")
_POLICIES = ("conservative", "latest", "most-independent", "ucdp", "airwars")


def add_parser(subparsers: Any) -> None:
    """Add the command.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives; the command sets ``run``.
    """
    query = subparsers.add_parser("query", help="ask a store: tolls, contradictions, casualties, full text")
    query.add_argument("store", metavar="STORE", help="a store, as run --out news.db makes it")
    query.add_argument(
        "question",
        metavar="QUESTION",
        choices=tuple(_ASK),
        help="tolls; contradictions (which claims cannot all be right); casualties; search",
    )
    query.add_argument("words", metavar="WORDS", nargs="*", help="what to search for")
    query.add_argument(
        "--by",
        choices=("place", "month", "side", "source"),
        default="place",
        help="what tolls are grouped by (default: %(default)s)",
    )
    query.add_argument("--harm", choices=_HARMS, help="tolls: killed if not given; otherwise all")
    query.add_argument("--place", metavar="ID", help="only this place and the places in it, like tripoli")
    query.add_argument("--since", metavar="DATE", type=_day, help="only what happened on this day or later")
    query.add_argument("--until", metavar="DATE", type=_day, help="only what happened on this day or earlier")
    query.add_argument("--side", metavar="ID", help="only victims who are counted for this party")
    query.add_argument("--source", metavar="KIND", help="only from such sources, like medical, or newspaper")
    query.add_argument(
        "--policy",
        choices=_POLICIES,
        default="conservative",
        help="how conflicting figures become low, best and high (default: %(default)s)",
    )
    query.add_argument(
        "--limit",
        type=whole_number,
        default=50,
        metavar="N",
        help="rows of casualties and search (default: %(default)s)",
    )
    query.add_argument("--format", choices=("table", "jsonl"), default="table", help="default: %(default)s")
    query.set_defaults(run=run_query)


def run_query(args: argparse.Namespace) -> int:
    """Run ``query``; the exit code is 0, or 2 for wrong usage."""
    from libya_news.exporting.layout import Sheet, draw

    if bool(args.words) != (args.question == "search"):
        return _refuse("search takes WORDS" if not args.words else f"{args.question} takes no WORDS")
    if args.since and args.until and args.since > args.until:
        return _refuse(f"--since {args.since} is later than --until {args.until}")
    try:
        _known_ids(args)
        title, columns, rows, values = _ASK[args.question](args)
    except LibyaNewsError as error:
        return _refuse(str(error))
    if args.format == "jsonl":
        for value in values:
            sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    elif rows:
        width = max(60, shutil.get_terminal_size((110, 24)).columns)
        sys.stdout.write(draw(Sheet(title, columns, tuple(rows)), width) + "\n")
    else:
        sys.stdout.write("nothing in the store answers to this\n")
    return 0


Answer = tuple[str, tuple[str, ...], Sequence[tuple[str, ...]], Sequence[dict[str, Any]]]


def _wanted(args: argparse.Namespace, harm: str | None) -> Any:
    from libya_news.corpus.querying import Wanted

    return Wanted(
        harm=args.harm or harm,
        place=args.place,
        since=args.since,
        until=args.until,
        side=args.side,
        source=args.source,
    )


def _known_ids(args: argparse.Namespace) -> None:
    """Refuse ids that nothing has: an empty answer to a slip of the pen looks like no deaths."""
    from libya_news.corpus.querying import NEWSPAPER, ids_of
    from libya_news.knowledge.lookup import default
    from libya_news.model.claim import SpeakerKind

    if args.place is not None and args.place not in (
        known := {*default().place_ids, *ids_of(args.store, "place")}
    ):
        raise UnknownId("place", args.place, sorted(known))
    if args.side is not None and args.side not in (
        known := {*default().actor_ids, *ids_of(args.store, "side")}
    ):
        raise UnknownId("side", args.side, sorted(known))
    kinds = (*get_args(SpeakerKind), NEWSPAPER)
    if args.source is not None and args.source not in kinds:
        raise UnknownId("kind of source", args.source, kinds)


def _tolls(args: argparse.Namespace) -> Answer:
    from libya_news.corpus.querying import tolls

    found = tolls(args.store, args.by, _wanted(args, "killed"), policy=args.policy)
    rows = [
        (
            row.group,
            str(row.incidents),
            str(row.stories),
            _sum(row.low, row.low_of, row.incidents),
            _sum(row.best, row.best_of, row.incidents),
            "open" if row.high is None else str(row.high),
            str(row.without_figure or ""),
        )
        for row in found
    ]
    harm = args.harm or "killed"
    title = f"{harm.upper()} BY {args.by.upper()} (policy {args.policy}; incidents, each counted once)"
    if args.by in ("side", "source"):
        title += "\nrows may tell of the same people: do not add them up"
    columns = (args.by, "incidents", "stories", "low", "best", "high", "no figure")
    return title, columns, rows, [attrs.asdict(row) for row in found]


def _contradictions(args: argparse.Namespace) -> Answer:
    from libya_news.corpus.querying import contradictions

    rows, values = [], []
    for incident, c in contradictions(args.store, _wanted(args, None), policy=args.policy):
        day = incident.date.start or incident.date.end if incident.date else None
        members = [{"article": m.article, "casualty": m.casualty, "claim": m.claim} for m in c.members]
        when = day.isoformat() if day else None
        rows.append((incident.id, when or "not told", incident.place or "not told", c.field, c.message))
        values.append(
            {
                "incident": incident.id,
                "day": when,
                "place": incident.place,
                "field": c.field,
                "message": c.message,
                "members": members,
            }
        )
    return "CONTRADICTIONS", ("incident", "day", "place", "in", "what"), rows, values


def _casualties(args: argparse.Namespace) -> Answer:
    from libya_news.corpus.querying import casualties

    found = casualties(args.store, _wanted(args, None), limit=args.limit)
    rows = [
        (
            row["date_start"] or row["date_end"] or "not told",
            row["place_name"] or "not told",
            f"{_bounds(row)} {row['harm']}",
            row["victim_side"] or "",
            row["source_description"] or row["source_kind"],
            f'"{row["quote"]}"',
            row["headline"] or row["article_id"],
        )
        for row in found
    ]
    columns = ("day", "where", "how many", "whose", "who says so", "words", "story")
    return "CASUALTIES", columns, rows, found


def _search(args: argparse.Namespace) -> Answer:
    from libya_news.corpus.querying import search

    found = search(args.store, " ".join(args.words), limit=args.limit)
    rows = [
        (row["article_id"], row["published"] or "not told", row["headline"] or "", row["words"])
        for row in found
    ]
    return "STORIES", ("id", "published", "headline", "words"), rows, found


_ASK: dict[str, Callable[[argparse.Namespace], Answer]] = {
    "tolls": _tolls,
    "contradictions": _contradictions,
    "casualties": _casualties,
    "search": _search,
}


def _bounds(row: dict[str, Any]) -> str:
    """The bounds of a casualty in words, never a guess."""
    from libya_news.model.count import Count
    from libya_news.model.explanation import bounds

    return bounds(Count(low=row["low"], high=row["high"], qualifier=row["qualifier"]))


def _sum(value: int | None, of: int, incidents: int) -> str:
    if value is None:
        return "not told"
    return str(value) if of == incidents else f"{value} ({of} of {incidents})"


def _day(words: str) -> str:
    from libya_news.errors import InputError
    from libya_news.model.interval import as_day

    try:
        day = as_day(words, what="DATE")
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return str(day)


def _refuse(message: str) -> int:
    sys.stderr.write("libya-news: " + " ".join(message.splitlines()) + "\n")
    return _USAGE
