"""LN106, LN107: whether the tolls of one story contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from libya_news.model.casualty import Casualty
from libya_news.model.record import Record
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import (
    count_evidence,
    count_words,
    has_number,
    name_of,
    near,
    phrases,
    quoted,
    zone_finder,
)


@validator("LN106", "toll-falls", "warning", needs="cumulative")
def toll_falls(record: Record) -> Iterator[Said]:
    """A running toll is lower than the one before it, and nothing says why.

    What it checks:
        Running tolls of one harm and place, in the order of the days (of the text, where they have none),
        with no word of correction near the lower one.

    Why it matters:
        The dead do not become fewer: one figure is a slip, counts something else, or was corrected in
        silence.

    Known problems:
        A story that goes back in time without saying the day.

    Example:
        The blast in Sirte brought the death toll to 14. Later on Friday the death toll in Sirte stood at 12.

    Instead:
        The blast in Sirte brought the death toll to 12. Later on Friday the death toll in Sirte rose to 14.
    """
    groups: dict[tuple[str, str, str | None, str | None], list[Casualty]] = {}
    for c in record.casualties:
        if c.kind == "cumulative" and has_number(c.count):
            groups.setdefault((c.harm, c.scope, c.place, c.victims.side), []).append(c)
    text, zone_of = record.article.text, zone_finder(record.article)
    for group in groups.values():
        group.sort(key=_when)
        for before, after in pairwise(group):
            low, high = before.count.low, after.count.high
            at = count_evidence(after)
            if at is None or low is None or high is None or high >= low:
                continue
            if before.id in after.supersedes or after.id in before.supersedes:
                continue
            if zone_of(at.start) == "correction":
                continue
            if phrases("revision").search(near(text, at.start, at.end, 80, 80)):
                continue
            words = (*count_words(before), *count_words(after))
            yield f"The toll falls from {quoted(before)} to {quoted(after)} without a correction.", words


def _when(c: Casualty) -> tuple[str, int]:
    at = count_evidence(c)
    day = c.date.end if c.date is not None else None
    return "" if day is None else day.isoformat(), -1 if at is None else at.start


@validator("LN107", "rival-tolls", "info")
def rival_tolls(record: Record) -> Iterator[Said]:
    """Two sources give figures for one event that cannot both be right.

    What it checks:
        Figures of different speakers for the same harm, victims, place and days whose bounds do not meet.

    Why it matters:
        Both must be kept, each with its source; a single number out of them is a policy, not a fact.

    Known problems:
        Two events of one day in one place.

    Example:
        Medics said nine soldiers were killed in Sirte on 7 July 2017. An army spokesman said 15 soldiers
        were killed in Sirte on 7 July 2017.

    Instead:
        Medics said nine soldiers were killed in Sirte on 7 July 2017. An army spokesman also said that nine
        soldiers were killed in Sirte on 7 July 2017.
    """
    groups: dict[tuple[object, ...], list[Casualty]] = {}
    for c in record.casualties:
        if c.place is None or c.date is None or c.part_of or c.supersedes or not has_number(c.count):
            continue
        if c.kind == "increment" or c.scope == "background":
            continue
        v = c.victims
        key = (c.harm, c.kind, v.class_, v.side, v.group, c.place, c.date.start, c.date.end)
        groups.setdefault(key, []).append(c)
    for group in groups.values():
        highs = [c for c in group if c.count.high is not None]
        lows = [c for c in group if c.count.low is not None]
        if len(group) < 2 or not highs or not lows:
            continue
        least = min(highs, key=lambda c: (c.count.high or 0, c.id))
        most = max(lows, key=lambda c: (c.count.low or 0, c.id))
        if (least.count.high or 0) >= (most.count.low or 0) or _voice(least) == _voice(most):
            continue
        words = (*count_words(least), *count_words(most))
        yield (
            f"{quoted(least)} ({_voice(least)}) and {quoted(most)} ({_voice(most)}) cannot both be right.",
            tuple(sorted(words, key=lambda m: m.start)),
        )


def _voice(c: Casualty) -> str:
    return "the newspaper" if c.source is None else name_of(c.source)
