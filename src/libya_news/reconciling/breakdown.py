"""A set of casualties in the columns of a codebook: whose dead they are, nobody counted twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from libya_news.model.casualty import Casualty
from libya_news.reconciling.policies import NOTHING, Estimate, ucdp
from libya_news.reconciling.statements import CIVILIANS

_UNARMED = CIVILIANS | {"official", "foreigner"}


@attrs.frozen(kw_only=True)
class UcdpDeaths:
    """Deaths of an event by UCDP's columns; None where no statement gives a number for a column.

    Attributes:
        deaths_a: Dead of side A, best estimate.
        deaths_b: Dead of side B, best estimate.
        deaths_civilians: Dead civilians, best estimate.
        deaths_unknown: Dead whose side or status is not told, best estimate.
        low: Lowest total.
        best: Sum of the four columns that have a number.
        high: Highest total; None where a statement has no upper bound.
    """

    deaths_a: int | None = None
    deaths_b: int | None = None
    deaths_civilians: int | None = None
    deaths_unknown: int | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None


def ucdp_deaths(casualties: Iterable[Casualty], *, side_a: str | None, side_b: str | None) -> UcdpDeaths:
    """Sort the dead of one event, as one source tells them, into UCDP's columns.

    Use it for the casualties of one event of one story. Figures that a later one supersedes, increments
    beside their running total and figures of families are left out; a part takes its share out of its total
    and is never added to it. Rival figures of several sources have to be reconciled first: of two voices of
    one story that give a figure for the same people, the lower one is taken.

    Args:
        casualties: Casualties of one event; those that are not of the dead are left out.
        side_a: Id of side A.
        side_b: Id of side B.

    Source: UCDP Georeferenced Event Dataset Codebook, version 23.1 (Hogbladh 2023): `deaths_a`, `deaths_b`,
    `deaths_civilians`, `deaths_unknown`, `low`, `best`, `high`.
    """
    columns: dict[str, int] = {}

    def column(c: Casualty) -> str:
        if c.victims.class_ in _UNARMED:
            return "deaths_civilians"
        side = c.victims.side
        if side is not None and side in (side_a, side_b):
            return "deaths_a" if side == side_a else "deaths_b"
        return "deaths_unknown"

    dead = [c for c in casualties if c.harm == "killed" and c.count.unit == "persons"]
    tops = standing(dead)
    for top in tops:
        _share(top, dead, column, columns)
    low, high = _sum(ucdp(c.count).low for c in tops), _ceiling([ucdp(c.count) for c in tops])
    best = sum(columns.values()) if columns else None
    return UcdpDeaths(**columns, low=low, best=best, high=high)


def standing(casualties: Sequence[Casualty]) -> list[Casualty]:
    """Leave the figures that can be added: no parts, no increments beside their total, nothing superseded.

    Args:
        casualties: Casualties of one event and one harm.
    """
    ids = {c.id for c in casualties}
    old = {i for c in casualties for i in c.supersedes}
    tops = [c for c in casualties if c.part_of not in ids and c.id not in old]
    if any(c.kind == "cumulative" for c in tops):
        tops = [c for c in tops if c.kind != "increment"]
    if any(c.kind != "aggregate" for c in tops):
        tops = [c for c in tops if c.kind != "aggregate"]
    chosen: dict[tuple[str, str | None], Casualty] = {}
    kept = []
    for c in sorted(tops, key=lambda c: (c.count.low is None, c.count.low or 0, c.id)):
        group = (c.victims.class_, c.victims.side)
        rival = chosen.setdefault(group, c)
        if rival is c or rival.claim == c.claim:
            kept.append(c)
    return sorted(kept, key=lambda c: c.id)


def _share(
    whole: Casualty, everybody: Sequence[Casualty], column: Callable[[Casualty], str], columns: dict[str, int]
) -> None:
    """Give each part of a total to its own column, and what is left to that of the total."""
    best = ucdp(whole.count).best
    parts = [c for c in everybody if c.part_of == whole.id]
    shares = [(c, ucdp(c.count).best) for c in parts if column(c) != column(whole)]
    told = [(c, n) for c, n in shares if n is not None]
    taken = sum(n for _, n in told)
    if best is None:
        return
    if taken > best:  # parts that cross each other ("six women, four of them nurses") say nothing of the rest
        told, taken = [], 0
    for c, n in told:
        columns[column(c)] = columns.get(column(c), 0) + n
    if best > taken or not told:
        columns[column(whole)] = columns.get(column(whole), 0) + best - taken


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [n for n in numbers if n is not None]
    return sum(known) if known else None


def _ceiling(numbers: Sequence[Estimate]) -> int | None:
    highs = [n.high for n in numbers or (NOTHING,)]
    known = [h for h in highs if h is not None]
    return sum(known) if len(known) == len(highs) else None
