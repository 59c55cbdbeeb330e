"""What a record says, in words for people: the same ones in tables and in reports."""

from __future__ import annotations

import datetime as dt

from libya_news.exporting.names import Names
from libya_news.model.casualty import Casualty, Perpetrator
from libya_news.model.claim import Speaker
from libya_news.model.explanation import bounds
from libya_news.model.interval import Days, Interval

NOT_TOLD = "not told"
NEWSPAPER = "the newspaper itself"


def how_many(c: Casualty) -> str:
    """How many were harmed and how: "at least 9 killed"; "killed, number not known".

    Args:
        c: The casualty.
    """
    if c.count.qualifier == "unknown":
        return f"{c.harm}, number not known"
    return f"{bounds(c.count)} {c.harm}"


def speaker(who: Speaker | None) -> str:
    """On whose word something is told; the newspaper itself where nobody is quoted.

    Args:
        who: The speaker, or None.
    """
    return NEWSPAPER if who is None else f"{who.description or 'unnamed'} ({who.kind})"


def perpetrator(names: Names, who: Perpetrator) -> str:
    """Who did it, with how the story puts it: "a gunman (accused)".

    Args:
        names: What ids are called.
        who: The perpetrator.
    """
    return (names.actor(who.actor) or who.description) + (
        "" if who.status == "stated" else f" ({who.status})"
    )


def where(names: Names, c: Casualty) -> str:
    """Where it happened: the place, then the others that the text names for it.

    Args:
        names: What ids are called.
        c: The casualty.
    """
    told = [names.place_name(p) for p in dict.fromkeys((*([c.place] if c.place else []), *c.places))]
    if c.relation is not None and told:
        km = f"{c.relation.km:g} km " if c.relation.km is not None else "near, "
        told[0] = f"{km}{c.relation.bearing or 'from'} of {told[0]}".replace("from of", "from")
    return ", ".join(told) or NOT_TOLD


def when(interval: Interval | None) -> str:
    """When it happened, with the basis where the words themselves do not state it.

    Args:
        interval: The days, or None.
    """
    if interval is None:
        return NOT_TOLD
    return days(interval.days) + ("" if interval.basis in (None, "stated") else f" ({interval.basis})")


def days(stretch: Days | None) -> str:
    """A stretch of days: one day, a month, from, until, or "not told".

    Args:
        stretch: The days, or None.
    """
    if stretch is None or (stretch.start is None and stretch.end is None):
        return NOT_TOLD
    start, end = stretch.start, stretch.end
    if start is None:
        return f"until {end}"
    if end is None:
        return f"from {start}"
    if start == end:
        return str(start)
    last = (end + dt.timedelta(days=1)).day == 1 if end < dt.date.max else True
    if start.day == 1 and last and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    return f"{start} to {end}"
