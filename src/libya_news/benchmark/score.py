"""The score of any system's records against known truth: casualties, their fields, and the words behind them.

Records are compared as they are written (the record format), so a system needs only to print the few keys
that are scored: `article.id`, and for each casualty `harm`, `count.low`, `count.high`, `evidence`,
`victims.side`, `place`, `date`, `source`, `cause`, `part_of`, `id`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

Written = Mapping[str, Any]
FULL = ("side", "place", "date", "source")
FIELDS = (*FULL, "cause", "class", "part_of")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the", "a", "an"})


@attrs.define
class Tally:
    """Right, invented and missed.

    Attributes:
        right: Found and right.
        invented: Found and wrong.
        missed: Not found.
    """

    right: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        found = self.right + self.invented
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@attrs.define(kw_only=True)
class Score:
    """The score of a run.

    Attributes:
        core: Casualties with the right harm and bounds, whose count words share a word with the true ones.
        full: Those whose side, place, date and source are right too.
        fields: For each field how many of the casualties found have it right, and how many were found.
        stories: How many stories.
        unanswered: How many of them have no record.
        misses: What was missed, invented or wrong, one line each.
    """

    core: Tally = attrs.field(factory=Tally)
    full: Tally = attrs.field(factory=Tally)
    fields: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    stories: int = 0
    unanswered: int = 0
    misses: list[str] = attrs.field(factory=list)

    def __str__(self) -> str:
        lines = [f"{self.stories} stories, {self.unanswered} without a record"]
        for name, tally in (("casualty core", self.core), ("casualty full", self.full)):
            lines.append(
                f"{name}  P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
                f"  ({tally.right} right, {tally.invented} invented, {tally.missed} missed)"
            )
        for name, (right, of) in self.fields.items():
            lines.append(f"  {name:8} {right}/{of} {right / of if of else 1:.3f}")
        return "\n".join(lines)


def score(gold: Iterable[Written], predicted: Iterable[Written]) -> Score:
    """Score a run.

    Args:
        gold: True records, as dictionaries.
        predicted: Records of any system for the same article ids, in any order.
    """
    answers = {str(p["article"]["id"]): p for p in predicted}
    total = Score(fields=dict.fromkeys(FIELDS, (0, 0)))
    for record in gold:
        name = str(record["article"]["id"])
        total.stories += 1
        answer = answers.get(name)
        if answer is None:
            total.unanswered += 1
        _score_story(total, name, record, {} if answer is None else answer)
    return total


def _score_story(total: Score, name: str, gold: Written, answer: Written) -> None:
    true = list(gold.get("casualties", ()))
    found = list(answer.get("casualties", ()))
    pairs = _pairs(true, found)
    to_found = dict(pairs)
    for i, g in enumerate(true):
        if i not in to_found:
            total.core.missed += 1
            total.full.missed += 1
            total.misses.append(f"{name}: missed {_line(g)}")
            continue
        p = found[to_found[i]]
        total.core.right += 1
        right = {field: _same(field, g, p, true, found, to_found) for field in FIELDS}
        for field, good in right.items():
            n, of = total.fields[field]
            total.fields[field] = (n + good, of + 1)
            if not good:
                total.misses.append(
                    f"{name}: {field} of {_line(g)}: {_show(field, g)} and not {_show(field, p)}"
                )
        if all(right[field] for field in FULL):
            total.full.right += 1
        else:
            total.full.missed += 1
            total.full.invented += 1
    taken = set(to_found.values())
    for j, p in enumerate(found):
        if j not in taken:
            total.core.invented += 1
            total.full.invented += 1
            total.misses.append(f"{name}: invented {_line(p)}")


def _pairs(true: list[Written], found: list[Written]) -> list[tuple[int, int]]:
    """Pair casualties of the same harm and bounds whose count words overlap, the nearest first."""
    options = []
    for i, g in enumerate(true):
        for j, p in enumerate(found):
            if g.get("harm") == p.get("harm") and _bounds(g) == _bounds(p):
                shared = sum(_overlap(a, b) for a in _counts(g) for b in _counts(p))
                if shared:
                    options.append((-shared, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(options):
        if all(i != x and j != y for x, y in pairs):
            pairs.append((i, j))
    return pairs


def _bounds(c: Written) -> tuple[Any, Any]:
    count = c.get("count") or {}
    return count.get("low"), count.get("high")


def _counts(c: Written) -> list[tuple[int, int]]:
    return [(e["start"], e["end"]) for e in c.get("evidence", ()) if e.get("field", "count") == "count"]


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _same(
    field: str, g: Written, p: Written, true: list[Written], found: list[Written], pairs: Mapping[int, int]
) -> bool:
    match field:
        case "side" | "class":
            return bool((g.get("victims") or {}).get(field) == (p.get("victims") or {}).get(field))
        case "date":
            return _days(g) == _days(p)
        case "source":
            return _same_source(g.get("source"), p.get("source"))
        case "part_of":
            parent = next((i for i, c in enumerate(true) if c.get("id") == g.get("part_of")), None)
            if parent is None:
                return p.get("part_of") is None
            return parent not in pairs or found[pairs[parent]].get("id") == p.get("part_of")
        case _:
            return bool(g.get(field) == p.get(field))


def _days(c: Written) -> tuple[Any, Any] | None:
    date = c.get("date")
    return None if not date else (date.get("start"), date.get("end"))


def _same_source(a: Written | None, b: Written | None) -> bool:
    if not a or not b:
        return not a and not b
    if a.get("actor") and a.get("actor") == b.get("actor"):
        return True
    x, y = _words(a), _words(b)
    return bool(x) and bool(y) and (x <= y or y <= x)


def _words(speaker: Written) -> frozenset[str]:
    said = str(speaker.get("description") or (speaker.get("mention") or {}).get("exact") or "")
    return frozenset(_WORD.findall(said.lower())) - _ARTICLES


def _line(c: Written) -> str:
    words = next(
        (e.get("exact", "") for e in c.get("evidence", ()) if e.get("field", "count") == "count"), ""
    )
    low, high = _bounds(c)
    return f'{c.get("harm")} {low}..{high} "{words}"'


def _show(field: str, c: Written) -> str:
    match field:
        case "side" | "class":
            return str((c.get("victims") or {}).get(field))
        case "date":
            return str(_days(c))
        case "source":
            return str((c.get("source") or {}).get("description"))
        case _:
            return str(c.get(field))
