"""Errors planted into clean stories, to measure the validators: do they find them, and nothing else?

A planted story is a generated one with one more paragraph (and headline, where the error needs one) that has
the error of one code. A finding of that code is right if it touches the planted words, or if the true record
of the clean part has it too (a story may rest on one anonymous source without being planted so).
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from libya_news.benchmark.phrasing import DAYS, MONTHS, inventory, number_words
from libya_news.benchmark.score import Tally
from libya_news.benchmark.stories import story
from libya_news.knowledge.lookup import Knowledge
from libya_news.model.article import Article
from libya_news.model.finding import Finding
from libya_news.model.record import Record
from libya_news.validating import validate

Check = Callable[[Article], tuple[Finding, ...]]


@attrs.frozen(kw_only=True)
class Planted:
    """A story with one planted error.

    Attributes:
        code: The validator's code.
        article: The story.
        start: First code point of the planted words.
        end: The code point after their last.
        natural: (code, words) of what the clean part has by itself.
    """

    code: str
    article: Article
    start: int
    end: int
    natural: frozenset[tuple[str, str]]


@cache
def plants() -> dict[str, dict[str, Any]]:
    """Return the tables of `plants.toml`."""
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files("libya_news.benchmark").joinpath("plants.toml").read_text(encoding="utf-8"))


def planted(seed: int, size: int) -> Iterator[Planted]:
    """Yield stories with planted errors, every code in its turn.

    Args:
        seed: The same seed gives the same stories.
        size: How many.
    """
    codes = sorted(plants())
    for n in range(size):
        rng = random.Random(f"planted {seed} {n}")  # noqa: S311
        record = story(rng, f"planted-{seed}-{n:05d}")
        while record.article.headline is not None:  # a planted headline needs the place
            record = story(rng, record.article.id)
        yield _plant(rng, record, codes[n % len(codes)])


def _plant(rng: random.Random, clean: Record, code: str) -> Planted:
    entry = plants()[code]
    slots = _slots(rng, clean)
    text = rng.choice(entry["texts"]).format(**slots)
    text = text[0].upper() + text[1:]
    if text[0].isdigit():
        number = text.split()[0]
        text = number_words(int(number)).capitalize() + text[len(number) :]
    headline = str(entry["headline"]).format(**slots) if "headline" in entry else None
    body = clean.article.text
    if entry.get("alone"):
        body = " ".join(rng.sample(inventory()["filler"]["sentences"], 3))
    # A paragraph of its own scene stands first, so that nothing before it lends it a place or a day.
    whole = f"{text}\n\n{body}"
    if headline is not None:
        whole = f"{headline}\n\n{whole}"
    article = Article.from_text(
        whole, published=clean.article.published, headline=headline, id=clean.article.id
    )
    end = (len(headline) + 2 if headline else 0) + len(text)
    found = () if entry.get("alone") else validate(clean)
    natural = frozenset((f.code, m.exact) for f in found for m in f.evidence)
    return Planted(code=code, article=article, start=0, end=end, natural=natural)


def _slots(rng: random.Random, clean: Record) -> dict[str, str]:
    known = Knowledge.default()
    taken = {p.id for p in clean.places} | {w for p in clean.places for w in p.within}
    towns = [
        t for t in ("derna", "sirte", "misrata", "kufra", "zliten", "gharyan", "tobruk") if t not in taken
    ]
    town = rng.choice(towns)
    quarter = rng.choice(("sabri", "laithi", "ganfouda")) if town != "benghazi" else "abu-salim"
    published = clean.article.published or dt.date(2017, 1, 1)
    day = published - dt.timedelta(days=rng.randint(3, 5))
    earlier = day - dt.timedelta(days=rng.randint(3, 9))
    later = published + dt.timedelta(days=rng.randint(2, 9))
    month = (published.replace(day=1) - dt.timedelta(days=40)).replace(day=1)
    n = rng.randint(12, 40)
    a = rng.randint(4, 9)
    big = n - rng.randint(2, 4)
    return {
        "town": known.place(town).name,
        "quarter": known.place(quarter).name,
        "n": str(n),
        "a": number_words(a),
        "A_words": number_words(a).capitalize(),
        "up": str(n + rng.randint(2, 9)),
        "big_a": str(big),
        "big_b": str(big - 1),
        "short": str(n - a - 1),
        "weekday": DAYS[day.weekday()],
        "wrong": DAYS[(day.weekday() + 2) % 7],
        "day": _day(day),
        "day_year": f"{_day(day)} {day.year}",
        "earlier": _day(earlier),
        "earlier_year": f"{_day(earlier)} {earlier.year}",
        "later": f"{_day(later)} {later.year}",
        "month": f"{MONTHS[month.month - 1]} {month.year}",
    }


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def measure(stories: Iterable[Planted], check: Check) -> dict[str, Tally]:
    """Return for each code how many planted errors were found, and how many findings of it are wrong.

    Args:
        stories: Stories with planted errors.
        check: Gives the findings of an article, for example of parsing and validating it.
    """
    tallies: dict[str, Tally] = {}
    for p in stories:
        tally = tallies.setdefault(p.code, Tally())
        found = False
        for finding in check(p.article):
            if finding.code != p.code:
                continue
            if not finding.evidence or any(m.start < p.end and m.end > p.start for m in finding.evidence):
                found = True
            elif not any((finding.code, m.exact) in p.natural for m in finding.evidence):
                tally.invented += 1
        tally.right += found
        tally.missed += not found
    return tallies


def totals(tallies: dict[str, Tally]) -> Tally:
    """Return the sum over all codes."""
    whole = Tally()
    for t in tallies.values():
        whole.right += t.right
        whole.invented += t.invented
        whole.missed += t.missed
    return whole
