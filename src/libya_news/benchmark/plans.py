"""What a made story tells of, before it is worded."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import attrs

from libya_news.benchmark.phrasing import inventory
from libya_news.knowledge.lookup import Knowledge

FIRST, LAST = dt.date(2016, 7, 1), dt.date(2017, 6, 30)  # when all sides of the inventory were at war


@attrs.frozen(kw_only=True)
class Plan:
    """What happened, before it is worded.

    Attributes:
        place: Id of the place.
        day: The day.
        cause: How.
        noun: Who was harmed, an entry of the inventory.
        side: Whose they were, or None.
        killed: How many died.
        wounded: How many were hurt; 0 where the story tells of none.
        part: How many of the dead belong to a sub-group that the story tells apart; 0 for none.
        rival: Another source's number of dead; 0 for none.
    """

    place: str
    day: dt.date
    cause: dict[str, Any]
    noun: dict[str, Any]
    side: str | None
    killed: int
    wounded: int
    part: int
    rival: int


def plans_for(rng: random.Random, published: dt.date) -> list[Plan]:
    """Draw one to three incidents, each in a town of its own.

    Args:
        rng: Draws.
        published: The day the story is published.
    """
    tables = inventory()
    plans: list[Plan] = []
    places = tables["places"]
    for _ in range(rng.choice((1, 1, 2, 2, 3))):
        taken = {town_of(p.place) for p in plans}
        free = [p for p in (*places["towns"], *places["quarters"]) if town_of(p) not in taken]
        noun = rng.choice(tables["victims"])
        sides = noun.get("sides", ())
        side = rng.choice(sides) if sides and rng.random() < 0.7 else None
        killed = 1 + int(rng.expovariate(1 / 9))
        wounded = 1 + int(rng.expovariate(1 / 12)) if rng.random() < 0.5 else 0
        open_to_parts = noun["class"] in ("unspecified", "civilian") and killed > 3
        part = rng.randint(1, killed - 2) if open_to_parts and rng.random() < 0.4 else 0
        rival = killed + rng.randint(1, 8) if killed > 1 and rng.random() < 0.2 else 0
        plans.append(
            Plan(
                place=rng.choice(free),
                day=published - dt.timedelta(days=rng.randint(1, 5)),
                cause=rng.choice(tables["causes"]),
                noun=noun,
                side=side,
                killed=killed,
                wounded=wounded,
                part=part,
                rival=rival,
            )
        )
    return plans


def town_of(place: str) -> str:
    """Return the town that a place of the inventory lies in."""
    known = Knowledge.default()
    return known.within(place)[0] if known.place(place).kind == "neighbourhood" else place
