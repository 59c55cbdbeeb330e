"""Named periods and feasts: which days they are in which year (`periods.toml`)."""

from __future__ import annotations

import datetime as dt
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple


class NamedPeriod(NamedTuple):
    """One occurrence of a named period, both ends included."""

    start: dt.date
    end: dt.date


@cache
def named_periods() -> Mapping[str, tuple[NamedPeriod, ...]]:
    """Return all occurrences of the periods that have no fixed day in the year, by name, in order."""
    table = _table()
    out: dict[str, list[NamedPeriod]] = {
        name: [NamedPeriod(row["start"], row["end"])] for name, row in table["once"].items()
    }
    lunar = table["lunar"]
    fitr_days = dt.timedelta(days=lunar["fitr_days"] - 1)
    adha_days = dt.timedelta(days=lunar["adha_days"] - 1)
    for row in lunar["years"]:
        fitr = NamedPeriod(row["fitr"], row["fitr"] + fitr_days)
        adha = NamedPeriod(row["adha"], row["adha"] + adha_days)
        out.setdefault("ramadan", []).append(NamedPeriod(row["ramadan"], row["fitr"] - dt.timedelta(days=1)))
        out.setdefault("eid-al-fitr", []).append(fitr)
        out.setdefault("eid-al-adha", []).append(adha)
        out.setdefault("eid", []).extend((fitr, adha))
    return {name: tuple(sorted(rows)) for name, rows in out.items()}


def find_period(
    name: str, near: dt.date | None, *, year: int | None = None, future: bool = False
) -> NamedPeriod | None:
    """Return the occurrence of a named period that a story means.

    Use it for "during Ramadan" (the last one that began), "by Christmas" (the next one), "Eid al-Adha 2016".

    Args:
        name: A name of `periods.toml`: `ramadan`, `eid-al-fitr`, `eid`, `christmas`, `revolution-2011`.
        near: The publication day, or None; only a period that happens once, or a stated `year`, needs none.
        year: The year in which it begins, if the text states one.
        future: Whether the first one that begins after `near` is meant, not the last that began by it.

    Returns:
        The days, or None where the name is unknown, or the table does not reach that far.

    Source: `knowledge/periods.toml`.
    """
    fixed = _table()["fixed"].get(name)
    if fixed is not None:
        if year is None:
            if near is None:
                return None
            first = _in_year(fixed, near.year)
            year = near.year + (first.start <= near if future else -(first.start > near))
        return _in_year(fixed, year)
    rows = named_periods().get(name, ())
    if year is not None:
        return next((row for row in rows if row.start.year == year), None)
    if len(rows) == 1 and name in _table()["once"]:
        return rows[0]
    if near is None:
        return None
    place = bisect_right(rows, near, key=lambda row: row.start)
    place = place if future else place - 1
    return rows[place] if 0 <= place < len(rows) else None


def _in_year(fixed: list[int], year: int) -> NamedPeriod:
    month, day, last_month, last_day = fixed
    return NamedPeriod(dt.date(year, month, day), dt.date(year, last_month, last_day))


@cache
def _table() -> dict[str, dict]:  # type: ignore[type-arg]
    return tomllib.loads(Path(__file__).with_name("periods.toml").read_text(encoding="utf-8"))
