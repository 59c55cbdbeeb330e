"""Speed, start-up, growth and memory: `make bench` (`--quick` for fewer rounds).

Each figure is told beside its target: "reached" or "not reached". The gate, which alone decides how the command
ends, is the target where that was reached when the base was saved (tests/benchmarks/base.json), and half as much
again as the saved figure where it was not: nothing may grow slower unseen. `--save` saves a new base.

Times are ratios on the same machine in the same run, medians of rounds in which both sides take their turn.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.benchmarks.hostile import FAMILIES  # noqa: E402
from tools.bench_peers import generated, peers, reconciling  # noqa: E402

WORD_LOOP = 24.0  # whole parse over re.findall(r"\w+") on the same texts
IMPORT_MS = 70.0  # import libya_news over a bare interpreter
COLD_MS = 250.0  # a cold process to its first record
KNOWLEDGE_MS = 80.0  # the knowledge with its index, loaded once
MATCH_MS = 400.0  # finding all names in a megabyte of news, that is 2.5 MB/s
GROWTH = 2.3  # T(2n) / T(n)
HOSTILE_GROWTH = 2.6  # the same for hostile texts that take more than 10 ms
HOSTILE_TIMES_NEWS = 20.0  # the slowest hostile text over news of the same size
RSS_MB = 45.0  # after the import and the first article
RSS_GROWTH_MB = 2.0  # over the articles of a long run
PEAK_TIMES_TEXT = 16.0  # tracemalloc peak of a large document over its size

RECONCILED = (12_500, 25_000, 50_000, 100_000)  # casualties

BASE = ROOT / "tests" / "benchmarks" / "base.json"
SLACK = 1.5  # over a saved figure: what other work on the machine may cost

_figures: dict[str, float] = {}
_missed: list[str] = []
_failures: list[str] = []


def gate_of(name: str, target: float, base: Mapping[str, float]) -> float:
    """Return the most that a figure may be: its target, or the slack over a saved figure that is beyond it."""
    saved = base.get(name)
    return target if saved is None or saved <= target else SLACK * saved


@cache
def saved_base() -> dict[str, float]:
    """Return the saved figures by name."""
    return dict(json.loads(BASE.read_text(encoding="utf-8"))) if BASE.exists() else {}


def report(name: str, value: float, target: float, unit: str = "", note: str = "") -> None:
    """Print a figure against its target and its gate."""
    gate = gate_of(name, target, saved_base())
    _figures[name] = round(value, 2)
    if value > target:
        _missed.append(name)
    if value > gate:
        _failures.append(name)
    reached = "reached" if value <= target else "NOT REACHED"
    held = "" if value <= gate else "  OVER ITS GATE"
    print(
        f"  {name:34s} {value:9.2f} {unit:3s} target {target:6.1f} {reached:11s} gate {gate:6.1f}{held} {note}"
    )


def texts() -> list[tuple[str, str | None]]:
    """Return text and publication day of the open gold articles."""
    out = []
    for path in sorted((ROOT / "tests" / "accuracy" / "gold").glob("*.json")):
        doc = json.loads(path.read_text(encoding="utf-8"))
        if not doc.get("sealed"):
            out.append((doc["text"], doc["published"]))
    return out


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that one call takes, the collector standing still.

    Other work on the machine lengthens them far less than those of the clock.
    """
    gc.collect()
    gc.disable()
    start = process_time()
    work()
    end = process_time()
    gc.enable()
    return end - start


def parse_text(text: str, published: str | None = "2017-07-08") -> object:
    """Parse one text as the library's users do."""
    from libya_news import api
    from libya_news.model.article import Article

    return api.parse(Article.from_text(text, published=published))


def word_loop(rounds: int) -> None:
    """Whole parse against the loop over words."""
    _word_loop("parse / word loop", texts(), rounds)
    _word_loop("parse / word loop, made stories", generated(60), rounds)


_LOOPS = 50  # a loop over the words of all articles takes a few milliseconds


def _word_loop(name: str, articles: Sequence[tuple[str, str | None]], rounds: int) -> None:
    words = re.compile(r"\w+").findall
    for text, published in articles:  # everything that is made once is made now
        parse_text(text, published)

    def loop() -> None:
        for _ in range(_LOOPS):
            for text, _published in articles:
                words(text)

    ratios, each = [], []
    size = sum(len(text) for text, _ in articles)
    for _ in range(rounds):
        # Both sides run for some tenths of a second, the loop before and behind the parse, and neither is the best of
        # several: what other work on the machine costs falls on both.
        base = timed(loop)
        whole = timed(lambda: [parse_text(text, published) for text, published in articles])
        base = (base + timed(loop)) / (2 * _LOOPS)
        ratios.append(whole / base)
        each.append(whole / len(articles))
    report(
        name,
        statistics.median(ratios),
        WORD_LOOP,
        "x",
        f"({min(ratios):.1f}-{max(ratios):.1f})",
    )
    milliseconds = 1000 * statistics.median(each)
    print(f"    {milliseconds:.2f} ms an article of {size // len(articles)} characters on average")


@cache
def compiled() -> dict[str, str]:
    """Return an environment in which modules are compiled once, as those of an installed package are."""
    folder = tempfile.TemporaryDirectory(prefix="bytecode-")
    atexit.register(folder.cleanup)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": folder.name}


def process(code: str) -> float:
    """Return the milliseconds that a fresh interpreter takes for `code`."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=compiled())
    return 1000 * (perf_counter() - start)


_FIRST = (
    "from libya_news import api; from libya_news.model.article import Article; "
    "text = 'Three men were killed in Sirte on Monday, a medic said.'; "
    "r = api.parse(Article.from_text(text, published='2017-07-08')); "
)


def start_up(rounds: int) -> None:
    """Import and first record in fresh processes."""
    process("import libya_news")
    process(_FIRST)
    bare, imported, first = [], [], []
    for _ in range(rounds):
        bare.append(process("pass"))
        imported.append(process("import libya_news"))
        first.append(process(_FIRST))
    floor = statistics.median(bare)
    report("import over a bare interpreter", statistics.median(imported) - floor, IMPORT_MS, "ms")
    report("cold process to first record", statistics.median(first), COLD_MS, "ms", f"(bare {floor:.0f} ms)")


_LOAD = (
    "import time, attrs, libya_news.errors; from libya_news.text.tokens import tokenize; "
    "t = time.perf_counter(); "
    "from libya_news.knowledge.lookup import default; k = default(); k.spelled('Benghazi'); "
    "print(1000 * (time.perf_counter() - t))"
)


def names(rounds: int) -> None:
    """Loading the knowledge in fresh processes, and finding the names of known actors and places."""
    from datetime import date

    from libya_news.knowledge.lookup import default
    from libya_news.parsing.names import find_names
    from libya_news.text.tokens import tokenize

    loads = [
        float(
            subprocess.run(
                [sys.executable, "-c", _LOAD],
                check=True,
                capture_output=True,
                text=True,
                cwd=ROOT,
                env=compiled(),
            ).stdout
        )
        for _ in range(rounds)
    ]
    report("knowledge with its index", statistics.median(loads), KNOWLEDGE_MS, "ms")
    articles = [
        (tokenize(text), date.fromisoformat(day) if day else None, len(text.encode()))
        for text, day in texts()
    ]
    knowledge = default()

    def find() -> None:
        for tokens, day, _ in articles:
            find_names(tokens, knowledge, day)

    find()
    seconds = statistics.median(timed(find) for _ in range(rounds))
    size = sum(size for *_, size in articles) / 1e6
    report("names in a megabyte", 1000 * seconds / size, MATCH_MS, "ms", f"({size / seconds:.1f} MB/s)")


def growth(rounds: int, largest: int) -> None:
    """News of twice the size takes twice the time."""
    news = "\n\n".join(text for text, _ in texts())
    news = (news * (largest // len(news) + 1))[:largest]
    times: dict[int, float] = {}
    size = largest // 4
    while size <= largest:
        times[size] = statistics.median(timed(partial(parse_text, news[:size])) for _ in range(rounds))
        size *= 2
    sizes = sorted(times)
    worst = max(times[b] / times[a] for a, b in pairwise(sizes))
    report("growth T(2n)/T(n), news", worst, GROWTH, "x", f"({largest // 1000} kB in {times[largest]:.2f} s)")


def hostile(size: int) -> None:
    """Hostile texts grow as news do and cost no more than some times as much."""
    news = "\n\n".join(text for text, _ in texts())[:size]
    base = min(timed(lambda: parse_text(news)) for _ in range(3))
    worst_growth, worst_time = (1.0, "none"), (0.0, "none")
    for name, make in FAMILIES.items():
        half, whole = make(size // 2), make(size)
        one = min(timed(partial(parse_text, half)) for _ in range(2))
        two = min(timed(partial(parse_text, whole)) for _ in range(2))
        worst_time = max(worst_time, (two / base, name))
        if two > 0.01:
            worst_growth = max(worst_growth, (two / one, name))
    report("hostile growth", worst_growth[0], HOSTILE_GROWTH, "x", f"({worst_growth[1]})")
    report("slowest hostile / news of its size", worst_time[0], HOSTILE_TIMES_NEWS, "x", f"({worst_time[1]})")


_RSS = (
    "def rss(key):\n"
    "    return next(int(l.split()[1]) for l in open('/proc/self/status') if l.startswith(key)) / 1024\n"
)


def memory(articles: int) -> None:
    """Resident memory of a fresh process, its growth over many articles, and the peak of a large document."""
    if Path("/proc/self/status").exists():
        code = f"{_FIRST}\n{_RSS}print(rss('VmHWM:'))"
        process(_FIRST)  # an installed package need not compile its modules, which takes memory of its own
        done = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT, env=compiled()
        )
        report("memory after the first article", float(done.stdout), RSS_MB, "MB")
        code = (
            f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{_RSS}"
            "from tools.bench import texts, parse_text\n"
            "t = texts()\n"
            "for i in range(300): parse_text(*t[i % len(t)])\n"
            "before = rss('VmRSS:')\n"
            f"for i in range({articles}): parse_text(*t[i % len(t)])\n"
            "print(rss('VmRSS:') - before)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
        )
        report("growth over many articles", float(done.stdout), RSS_GROWTH_MB, "MB", f"({articles})")
    news = "\n\n".join(text for text, _ in texts())
    size = 500_000
    news = (news * (size // len(news) + 1))[:size]
    tracemalloc.start()
    parse_text(news)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    report("peak memory / text, 500 kB", peak / size, PEAK_TIMES_TEXT, "x")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller texts")
    parser.add_argument("--save", action="store_true", help="save the figures as the base of the gates")
    parser.add_argument(
        "parts", nargs="*", help="speed start names growth hostile memory reconciling peers; all if none"
    )
    options = parser.parse_args(argv)
    quick = options.quick
    parts: dict[str, Callable[[], None]] = {
        "speed": lambda: word_loop(5 if quick else 15),
        "start": lambda: start_up(5 if quick else 15),
        "names": lambda: names(5 if quick else 15),
        "growth": lambda: growth(1 if quick else 3, 400_000 if quick else 2_000_000),
        "hostile": lambda: hostile(20_000 if quick else 100_000),
        "memory": lambda: memory(600 if quick else 12_000),
        "reconciling": lambda: reconciling([n // 8 if quick else n for n in RECONCILED], report),
        "peers": lambda: peers(1 if quick else 3, texts()[: 8 if quick else None], parse_text, timed, report),
    }
    for name, part in parts.items():
        if not options.parts or name in options.parts:
            print(name)
            try:
                part()
            except Exception as error:  # the other figures are still wanted
                _failures.append(name)
                print(f"  {name} broke off: {error!r}")
    print(f"targets not reached: {', '.join(_missed)}" if _missed else "all targets reached")
    print(f"gates that do not hold: {', '.join(_failures)}" if _failures else "all gates hold")
    if options.save:
        kept = {**saved_base(), **_figures}
        BASE.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if _failures else 0


if __name__ == "__main__":
    sys.exit(main())
