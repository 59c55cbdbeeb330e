"""The commands ``incidents`` and ``labels``, and the options by which records are taken away."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libya_news.errors import InputError, LibyaNewsError
from libya_news.exporting.formats import FORMATS
from libya_news.text.printing import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.labelstudio import Labelled
    from libya_news.reconciling.decisions import Decisions
    from libya_news.validating.commands import ReadRecords

_OK, _LOST, _USAGE = 0, 1, 2


def add_parsers(subparsers: Any) -> None:
    """Add the commands.

    Args:
        subparsers: What ``ArgumentParser.add_subparsers`` gives. ``labels`` sets ``run``, ``incidents`` sets
            ``run_over``, which takes a reader of records beside the arguments.
    """
    incidents = subparsers.add_parser("incidents", help="group the casualties of many stories into incidents")
    incidents.add_argument("inputs", nargs="+", metavar="INPUT", help="stories, as parse reads them")
    incidents.add_argument("--published", metavar="DATE", help="publication day of stories that give none")
    incidents.add_argument(
        "--policy",
        default="conservative",
        choices=("conservative", "latest", "most-independent", "ucdp", "acled", "airwars"),
        help="how conflicting tolls become low, best and high (default: %(default)s)",
    )
    incidents.add_argument("--decisions", metavar="FILE", help="decisions by hand, JSON Lines")
    choices = ("table", "json", "jsonl", *(f.name for f in FORMATS.values() if f.policy is not None))
    incidents.add_argument("--format", choices=choices, default="table", help="default: %(default)s")
    add_target(incidents)
    incidents.set_defaults(run_over=run_incidents)

    labels = subparsers.add_parser("labels", help="read labels back from Label Studio, found again by quote")
    labels.add_argument(
        "export", metavar="EXPORT", help="JSON export of Label Studio, or - for standard input"
    )
    labels.add_argument(
        "--records",
        metavar="FILE",
        help="the records that were exported, with the texts: parse --format jsonl",
    )
    labels.add_argument(
        "--config", action="store_true", help="print the labelling interface for EXPORT's tasks instead"
    )
    labels.set_defaults(run=run_labels)


def add_target(parser: argparse.ArgumentParser) -> None:
    """Add the options of where and how a format is written.

    Args:
        parser: The parser of a command with ``--format``.
    """
    parser.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="file to write; the folder for formats of several files (default: standard output)",
    )
    parser.add_argument(
        "--no-formula-guard",
        action="store_true",
        help="leave texts in CSV as they are, also those that a spreadsheet would run as formulas",
    )


def run_incidents(args: argparse.Namespace, read_records: ReadRecords) -> int:
    """Run ``incidents``; the exit code is 0, or 2 for wrong usage."""
    from libya_news.exporting.dossier import together
    from libya_news.exporting.formats import export_dossiers
    from libya_news.reconciling.decisions import Decisions
    from libya_news.reconciling.layout import table, to_dict

    try:
        decisions = None
        if args.decisions is not None:
            decisions = Decisions.from_jsonl(_text_of(args.decisions), source=args.decisions)
        if args.format in ("table", "json", "jsonl") and args.output is not None:
            raise InputError("-o needs a format that goes into files: csv, acled, ucdp-ged, geojson or ftm")
        # A codebook's sheet holds the numbers of its own policy.
        policy = {"acled": "acled", "ucdp-ged": "ucdp"}.get(args.format, args.policy)
        dossier = together(read_records(args.inputs, args.published), policy=policy, decisions=decisions)
        if args.format not in ("table", "json", "jsonl"):
            for line in _without_members(decisions, dossier):
                _tell(line)
            export_dossiers([dossier], args.format, args.output, guard=not args.no_formula_guard)
            return _OK
    except LibyaNewsError as error:
        _tell(str(error))
        return _USAGE
    found = dossier.incidents
    for line in _without_members(decisions, dossier):
        _tell(line)
    if args.format == "table":
        if dossier.records:  # where none could be read, nothing is known of incidents
            sys.stdout.write(table(found) + "\n")
        if found:
            sys.stdout.write("\nStories\n" + "".join(f"  {line}\n" for line in _stories(dossier)))
    elif args.format == "jsonl":
        for incident in found:
            sys.stdout.write(json.dumps(to_dict(incident), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(json.dumps([to_dict(i) for i in found], ensure_ascii=False, indent=2) + "\n")
    return _OK


def _without_members(decisions: Decisions | None, dossier: Dossier) -> Iterator[str]:
    """Tell which decisions name casualties that no story here has: a slip of the pen would else go unseen."""
    known = {(r.article.id, c.id) for r in dossier.records for c in r.casualties}
    for decision in decisions.standing if decisions is not None else ():
        for article, casualty in decision.members:
            if (article, casualty) not in known:
                yield f"decision {decision.id}: no story here has {casualty} of {article}; it is passed over"


def _stories(dossier: Dossier) -> Iterator[str]:
    """The stories behind the incidents, by the ids that stand beside the numbers."""
    told = {m.article for i in dossier.incidents for m in i.members}
    for article in (r.article for r in dossier.records if r.article.id in told):
        day = str(article.published or "day not known")
        yield printable(f"{article.id}: {day} {article.headline or article.source or ''}").strip()


def _text_of(path: str) -> str:
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.unreadable(path, error) from None


def _tell(message: str) -> None:
    sys.stderr.write(f"libya-news: {printable(message)}\n")


def run_labels(args: argparse.Namespace) -> int:
    """Run ``labels``; the exit code is 0, 1 where words were not found again, 2 for wrong usage."""
    from libya_news.exporting.labelstudio import label_config, labels_of

    if args.config:
        sys.stdout.write(label_config())
        return _OK
    try:
        texts = None if args.records is None else _texts(args.records)
        found = list(labels_of(_json_of(args.export), texts))
    except LibyaNewsError as error:
        _tell(str(error))
        return _USAGE
    return _print(found)


def _print(found: Iterable[Labelled]) -> int:
    lost = 0
    for labelled in found:
        if labelled.shifted:
            _tell(str(labelled))
        where = labelled.anchor
        if where is None:
            lost += 1
            continue
        line = {
            "article": labelled.article,
            "by": labelled.by,
            "region": labelled.region,
            "labels": list(labelled.labels),
            "start": where.start,
            "end": where.end,
            "exact": where.exact,
            "how": where.how,
            "shift": where.shift,
        }
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return _LOST if lost else _OK


def _json_of(path: str) -> Any:
    try:
        return json.loads(_text_of(path))
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"is no JSON export of Label Studio: {error}", source=path) from None


def _texts(path: str) -> dict[str, str]:
    from libya_news.reconciling.commands import written

    found = {}
    for record in written(path):
        article = record["article"]
        if not isinstance(article.get("text"), str):
            raise InputError("holds a record without a text", source=path)
        found[str(article["id"])] = article["text"]
    return found
