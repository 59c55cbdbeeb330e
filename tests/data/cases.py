"""The sentences of traps.toml, counts.toml and frames.toml, and what the library makes of them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from libya_news import api
from libya_news.model.article import Article

HERE = Path(__file__).resolve().parent
PUBLISHED = "2017-07-08"

Fact = tuple[str, int | None, int | None, str, str]  # harm, low, high, victim class, unit


class Case(NamedTuple):
    """A sentence and the facts that it states; for a count, its qualifier too."""

    family: str
    text: str
    facts: tuple[Fact, ...]
    qualifier: str = ""


def _table(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _bound(text: str) -> int | None:
    return None if text in ("", "-") else int(text)


def traps() -> Iterator[Case]:
    """Sentences without a casualty."""
    for family, table in _table("traps").items():
        for line in table["sentences"].strip().splitlines():
            yield Case(family, line, ())


def frames(name: str = "frames") -> Iterator[Case]:
    """Sentences with their casualties."""
    for family, table in _table(name).items():
        for line in table["sentences"].strip().splitlines():
            text, _, expected = line.rpartition(" => ")
            facts = []
            for item in filter(None, map(str.strip, expected.split(";"))):
                harm, low, high, victims, *unit = item.split()
                facts.append((harm, _bound(low), _bound(high), victims, unit[0] if unit else "persons"))
            yield Case(family, text, tuple(facts))


def unseen() -> Iterator[Case]:
    """Sentences with their casualties that rules are not written for."""
    return frames("unseen")


def press() -> Iterator[Case]:
    """Sentences in the habits of many newsrooms; rules may be written for them."""
    return frames("press")


def held_out() -> Iterator[Case]:
    """The half of such sentences that was put aside: rules are not written for them."""
    return frames("held_out")


def counts() -> Iterator[Case]:
    """Phrases in a frame, with the bounds and the qualifier of each."""
    for family, table in _table("counts").items():
        frame = table["frame"]
        for line in table["phrases"].strip().splitlines():
            phrase, low, high, qualifier, *unit = (part.strip() for part in line.split("|"))
            text = frame.replace("{phrase}", phrase).replace("{Phrase}", phrase[:1].upper() + phrase[1:])
            harm = "displaced" if "displaced" in frame else "killed"
            fact = (harm, _bound(low), _bound(high), "*", unit[0] if unit else "persons")
            yield Case(family, text, (fact,), qualifier)


SOURCES: dict[str, Callable[[], Iterator[Case]]] = {
    "traps": traps,
    "counts": counts,
    "frames": frames,
    "press": press,
    "unseen": unseen,
    "held_out": held_out,
}

# Sources for which no rule is written: only the number of their misses is shown.
ASIDE = ("unseen", "held_out")


def found(text: str) -> list[tuple[Fact, str]]:
    """Return the casualties that the library finds in a text, each with its qualifier.

    A figure that the text itself takes back ("three, not four") is none of them.
    """
    record = api.parse(Article.from_text(text, published=PUBLISHED))
    taken_back = {old for c in record.casualties for old in c.supersedes}
    return [
        (
            (c.harm, c.count.low, c.count.high, c.victims.class_, c.count.unit),
            c.count.qualifier,
        )
        for c in record.casualties
        if c.id not in taken_back
    ]


def agrees(case: Case) -> bool:
    """Tell whether the library finds the facts of a case, all of them and nothing else.

    A lump of dead and wounded beside other facts is neither wanted nor refused.
    """
    facts, wanted = found(case.text), case.facts
    if any(fact[0] != "casualties" for fact in wanted) or not wanted:
        wanted = tuple(fact for fact in wanted if fact[0] != "casualties")
        facts = [x for x in facts if x[0][0] != "casualties" or not case.facts]
    if case.qualifier and any(x[1] != case.qualifier for x in facts):
        return False
    left = [x[0] for x in facts]
    for harm, low, high, victims, unit in sorted(wanted, key=lambda fact: fact[3] == "*"):
        for fact in left:
            if fact[:3] == (harm, low, high) and fact[4] == unit and victims in ("*", fact[3]):
                left.remove(fact)
                break
        else:
            return False
    return not left


@cache
def misses(source: str) -> dict[str, list[Case]]:
    """Return the cases of a source that the library gets wrong, by family (also the families without)."""
    out: dict[str, list[Case]] = {}
    for case in SOURCES[source]():
        family = out.setdefault(case.family, [])
        if not agrees(case):
            family.append(case)
    return out
