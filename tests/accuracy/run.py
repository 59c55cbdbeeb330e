"""Accuracy on the gold corpus: `make accuracy`.

Prints the tables of score.py with confidence intervals (documents drawn with replacement), the open and the
sealed documents and the articles of `own/` apart, then what was gained and lost by sentence against the results
saved with the last commit, and ends with 1 where a figure lies under its floor (floors.toml).

  --misses N     list up to N misses and inventions of each kind, of open documents only
  --only ID...   some documents
  --pred FILE    score a JSON Lines file instead of parsing
  --save         save the results (tests/accuracy/results.json) to be committed with the change that made them
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

score: Any = importlib.import_module("tests.accuracy.score")  # a copy, without types

GOLD = HERE / "gold"
OWN = HERE / "own"  # articles written for this project, with gold of their own
RESULTS = HERE / "results.json"
FLOORS = HERE / "floors.toml"
BOOTS = 400
Document = dict[str, Any]


def predictions(docs: Sequence[Document]) -> dict[str, Document]:
    """Parse the documents in this process and return their records by id."""
    from libya_news import api
    from libya_news.model.article import Article

    out: dict[str, Document] = {}
    for doc in docs:
        article = Article.from_text(
            doc["text"], published=doc.get("published"), url=doc.get("url"), id=doc["id"]
        )
        out[doc["id"]] = json.loads(api.to_json(api.parse(article)))
    return out


def load(only: Iterable[str] = ()) -> list[Document]:
    """Return the gold documents, all or some."""
    wanted = set(only)
    docs: list[Document] = score.load([str(GOLD)])
    return [d for d in docs if not wanted or d["id"] in wanted]


def interval(sheets: Sequence[Any], measure: str, which: int) -> tuple[float, float]:
    """Return the 95 % interval of P (0), R (1) or F1 (2) over documents drawn with replacement."""
    rng = random.Random(0)  # noqa: S311
    counts = [(s.prf[measure].tp, s.prf[measure].fp, s.prf[measure].fn) for s in sheets]
    values = []
    for _ in range(BOOTS):
        prf = score.PRF()
        for tp, fp, fn in rng.choices(counts, k=len(counts)):
            prf.tp, prf.fp, prf.fn = prf.tp + tp, prf.fp + fp, prf.fn + fn
        values.append(prf.values()[which])
    values.sort()
    return values[int(0.025 * BOOTS)], values[int(0.975 * BOOTS) - 1]


def table(title: str, sheets: Sequence[Any]) -> dict[str, Any]:
    """Print the table of one part of the corpus and return its figures."""
    total = score.total(sheets)
    figures: dict[str, Any] = {"documents": len(sheets), "broken": total.broken}
    if not sheets:
        return figures
    print(f"\n{title}: {len(sheets)} documents; {total.broken} mentions whose words are not at their offsets")
    print(f"  {'':16s} {'P':>5s} {'':13s} {'R':>5s} {'':13s} {'F1':>5s} {'':13s}    tp   fp   fn")
    for measure in score.MEASURES:
        prf = total.prf[measure]
        cells = ""
        for which, value in enumerate(prf.values()):
            low, high = interval(sheets, measure, which)
            cells += f" {value:.3f} {low:.3f}-{high:.3f} "
        figures[measure] = [round(x, 4) for x in prf.values()]
        print(f"  {measure:16s}{cells} {prf.tp:5d}{prf.fp:5d}{prf.fn:5d}")
    print("  fields of matched casualties: right of all; recall and precision of those filled")
    for name, (right, of, gold, gold_right, filled) in total.field.items():
        share = right / of if of else 0.0
        figures[f"field_{name}"] = round(share, 4)
        print(
            f"    {name:12s} {right:4d}/{of:<4d} {share:.3f}   "
            f"R {gold_right / gold if gold else 0:.3f} of {gold:<4d} "
            f"P {gold_right / filled if filled else 0:.3f} of {filled}"
        )
    return figures


# --- gains and losses
def sentence_with(text: str, words: str) -> str:
    """Return the sentence that holds `words`, shortened to a line."""
    at = text.find(words)
    if at < 0:
        return words
    first = max((m.end() for m in re.finditer(r"[.!?]\s|\n", text[:at])), default=0)
    end = re.search(r"[.!?](\s|$)|\n", text[at:])
    return " ".join(text[first : at + end.start() + 1 if end else len(text)].split())[:220]


def outcomes(docs: Sequence[Document], sheets: Sequence[Any]) -> dict[str, list[list[Any]]]:
    """Return, for each kind of loss, the losses of the open documents."""
    out: dict[str, list[list[Any]]] = {}
    for doc, sheet in zip(docs, sheets, strict=True):
        if not doc.get("sealed"):
            for kind, losses in sheet.lost.items():
                # a rule's name is no part of what was lost
                out.setdefault(kind, []).extend(
                    [list(x[:5]) if kind.startswith("casualty") else list(x) for x in losses]
                )
    return out


def last_results() -> dict[str, Any] | None:
    """Return the results saved with the last commit, else those on disk, else None."""
    name = RESULTS.relative_to(ROOT).as_posix()
    done = subprocess.run(
        ["git", "-C", str(ROOT), "show", f"HEAD:{name}"], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return dict(json.loads(done.stdout))
    return dict(json.loads(RESULTS.read_text(encoding="utf-8"))) if RESULTS.exists() else None


def compare(docs: Sequence[Document], now: dict[str, Any], before: dict[str, Any] | None, most: int) -> None:
    """Print what was gained and lost in the open documents since the saved results."""
    if before is None:
        print("\nno saved results to compare with")
        return
    texts = {d["id"]: d["text"] for d in docs}

    def items(results: dict[str, Any], kind: str) -> set[str]:
        return {json.dumps(x, ensure_ascii=False) for x in results["lost"].get(kind, []) if x[0] in texts}

    print("\nagainst the last commit (open documents):")
    for kind in (
        "casualty missed",
        "casualty spurious",
        "claim missed",
        "claim spurious",
        "actor missed",
        "place missed",
        "date missed",
    ):
        old, new = items(before, kind), items(now, kind)
        gained, lost = sorted(old - new), sorted(new - old)
        if not gained and not lost:
            continue
        print(f"  {kind}: {len(old)} before, {len(new)} now")
        for sign, group in (("+", gained), ("-", lost)):
            for item in group[:most]:
                x = json.loads(item)
                what = " ".join(str(v) for v in x[1:4])
                print(f"    {sign} {x[0]} {what} | {sentence_with(texts[x[0]], str(x[-1]))}")
            if len(group) > most:
                print(f"    {sign} ... {len(group) - most} more")
    for part in ("open", "sealed"):
        if (
            part in before
            and part in now
            and "casualty_core" in before[part]
            and "casualty_core" in now[part]
        ):
            b, n = before[part]["casualty_core"], now[part]["casualty_core"]
            print(f"  {part}: casualty core P {b[0]:.3f} -> {n[0]:.3f}, R {b[1]:.3f} -> {n[1]:.3f}")


# --- floors
LETTERS = {"P": 0, "R": 1, "F1": 2}


def below_floors(now: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """Return one line for each figure that lies under its floor, or has none to show for it."""
    out = []
    for part in ("open", "sealed", "own"):
        if part not in now:
            continue  # records from a file hold the corpus alone
        for measure, floor in floors.get(part, {}).items():
            have = now[part].get(measure)
            if have is None:
                out.append(f"{part} {measure} was not measured")
                continue
            for letter, value in (floor if isinstance(floor, dict) else {"": floor}).items():
                got = have[LETTERS[letter]] if letter else have
                if got < value:
                    out.append(
                        f"{part} {measure} {letter} {got:.3f} is under its floor {value}".replace("  ", " ")
                    )
    for measure, gap in floors["sealed_within"].items():
        for letter, far in gap.items():
            least = floors["wanted"][measure][letter] - far
            got = now["sealed"][measure][LETTERS[letter]]
            if got < least:
                out.append(
                    f"sealed {measure} {letter} {got:.3f} is more than {far} under the {least + far:.2f} wanted"
                )
    if now["all"]["broken"]:
        out.append(f"{now['all']['broken']} mentions whose words are not at their offsets")
    return out


def gaps(now: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """Return how far the sealed figures lie under the open ones: told, and no floor."""
    out = []
    for measure, gap in floors["sealed_within"].items():
        for letter, far in gap.items():
            i = LETTERS[letter]
            apart = now["open"][measure][i] - now["sealed"][measure][i]
            says = "" if apart <= far else f": more than the {far} aimed at"
            out.append(f"sealed {measure} {letter} lies {apart:.3f} under the open{says}")
    return out


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; see the head of this file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--only", nargs="*", default=[], metavar="ID")
    parser.add_argument("--pred")
    parser.add_argument("--save", action="store_true")
    parser.add_argument(
        "--changes", type=int, default=12, metavar="N", help="list at most N gains and losses a kind"
    )
    options = parser.parse_args(argv)

    docs = load(options.only)
    if options.pred:
        lines = Path(options.pred).read_text(encoding="utf-8").splitlines()
        found = {r["article"]["id"]: r for r in map(json.loads, filter(None, lines))}
    else:
        found = predictions(docs)
    sheets = [score.score_document(d, found.get(d["id"])) for d in docs]
    parts = {
        "all": sheets,
        "open": [s for s, d in zip(sheets, docs, strict=True) if not d.get("sealed")],
        "sealed": [s for s, d in zip(sheets, docs, strict=True) if d.get("sealed")],
    }
    now: dict[str, Any] = {name: table(name, part) for name, part in parts.items()}
    if not options.pred and not options.only:
        own = score.load([str(OWN)])
        read = predictions(own)
        now["own"] = table("own", [score.score_document(d, read[d["id"]]) for d in own])
    now["lost"] = outcomes(docs, sheets)
    compare(docs, now, last_results(), options.changes)
    if options.misses:
        print("\nmisses and inventions (open documents)")
        for kind, items in now["lost"].items():
            print(f"-- {kind}: {len(items)}")
            for item in items[: options.misses]:
                print("    ", *item)
    if options.save:
        if options.only:
            parser.error("--save keeps the results of the whole corpus, not of some documents")
        RESULTS.write_text(
            json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )
    if options.only:
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    failures = below_floors(now, floors)
    print()
    for line in gaps(now, floors):
        print(line)
    for line in failures:
        print(f"BELOW FLOOR: {line}")
    if not failures:
        print("all floors hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
