"""The commands ``benchmark make`` and ``benchmark score``."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from libya_news.errors import InputError, LibyaNewsError
from libya_news.text.options import whole_number


def add_parsers(subparsers: Any) -> None:
    """Add the command with its two parts.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives; each command sets ``run``.
    """
    benchmark = subparsers.add_parser(
        "benchmark", help="make stories with known truth, or score records of them"
    )
    parts = benchmark.add_subparsers(title="parts", metavar="PART", required=True)
    make = parts.add_parser("make", help="print invented stories with their true records")
    make.add_argument("--seed", type=int, default=0, help="the same seed gives the same stories (default: 0)")
    make.add_argument("--size", type=whole_number, default=100, help="how many stories (default: 100)")
    make.add_argument(
        "--what",
        choices=("records", "stories"),
        default="records",
        help="true records, or the stories alone, as parse reads them (default: records)",
    )
    make.set_defaults(run=run_make)
    score = parts.add_parser("score", help="score records of any system against the true ones")
    score.add_argument("gold", metavar="GOLD", help="what make printed")
    score.add_argument("pred", metavar="PRED", help="records of a system, JSON Lines or JSON")
    score.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N misses")
    score.add_argument("--format", choices=("table", "json"), default="table", help="default: %(default)s")
    score.set_defaults(run=run_score)


def run_make(args: argparse.Namespace) -> int:
    """Run ``benchmark make``."""
    from libya_news.benchmark.stories import stories
    from libya_news.exporting.record_json import to_json

    for record in stories(args.seed, args.size):
        if args.what == "records":
            _say(to_json(record))
        else:
            a = record.article
            body = a.text[len(a.headline) :].lstrip() if a.headline else a.text
            told = {"id": a.id, "published": str(a.published), "headline": a.headline, "text": body}
            _say(json.dumps({k: v for k, v in told.items() if v is not None}, ensure_ascii=False))
    return 0


def run_score(args: argparse.Namespace) -> int:
    """Run ``benchmark score``."""
    from libya_news.benchmark.score import score
    from libya_news.reconciling.commands import written

    try:
        gold = list(written(args.gold))
        if not gold:
            raise InputError("holds no records; there is nothing to score against", source=args.gold)
        found = score(gold, written(args.pred))
    except LibyaNewsError as error:
        sys.stderr.write("libya-news: " + " ".join(str(error).splitlines()) + "\n")
        return 2
    if args.format == "json":
        figures = {
            name: {"precision": t.precision, "recall": t.recall, "f1": t.f1}
            for name, t in (("core", found.core), ("full", found.full))
        }
        fields = {name: {"right": r, "of": n} for name, (r, n) in found.fields.items()}
        whole = {**figures, "fields": fields, "stories": found.stories, "unanswered": found.unanswered}
        _say(json.dumps(whole, indent=2))
    else:
        _say(str(found))
        for line in found.misses[: max(0, args.misses)]:
            _say(line)
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
