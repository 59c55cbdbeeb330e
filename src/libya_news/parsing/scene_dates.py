"""The days that sentences give to events, apart from furniture and the days of the telling."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from typing import TYPE_CHECKING, NamedTuple

from libya_news.parsing.scene_words import Mark

if TYPE_CHECKING:
    import datetime as dt

    from libya_news.model.interval import DateBasis, Precision
    from libya_news.parsing.document import Document


class DateRef(NamedTuple):
    """Days told in the tokens `first` up to, not including, `last`; `role` is that of the mention."""

    first: int
    last: int
    start: dt.date | None
    end: dt.date | None
    precision: Precision | None
    basis: DateBasis | None
    role: str
    parts: tuple[DateRef, ...] = ()  # the days of "on Saturday and Sunday", one by one


# How far "since" reaches to its date: "since pro-government forces opened their offensive on October 15".
_SINCE_REACH = 12
_SINCE_THEN = 40  # tokens between a day and "since then"
# Words beside the day of a judgment, a burial or an arrest, which is not the day of the deed.
_JUDGED = frozenset(
    "sentenced jailed convicted acquitted charged arrested ruled testified buried indicted missing".split()
)
_MOST = frozenset("worst bloodiest deadliest heaviest biggest largest fiercest first".split())
_TOGETHER = (["and"], [",", "and"])
_CLOSING = frozenset((",", ".", ";", "\n", ":", "?", "!"))


def read_date_refs(document: Document, since: list[Mark]) -> list[DateRef]:
    """Return the resolved date mentions of an article, in text order.

    A day in a clause with "since" opens a stretch up to the publication day; "since August, when" is August.
    """
    low = document.tokens.low
    n = len(low)
    published = document.published
    out: list[DateRef] = []
    for hit in document.dates:
        start, end = hit.start, hit.end
        role: str = hit.role
        if start is None:
            if role in ("on", "period", "since"):
                out.append(DateRef(hit.first, hit.last, None, end, hit.precision, hit.basis, role))
            continue
        basis = hit.basis
        if role == "on" and (
            hit.last < n and low[hit.last] in _JUDGED or hit.first and low[hit.first - 1] in _JUDGED
        ):
            continue
        when = hit.last + 1 < n and low[hit.last] == "," and low[hit.last + 1] in ("when", "in")
        if role == "since" and not when and _is_superlative(low, hit.first):
            continue
        if low[hit.last - 1] == "later" and published is not None and start > published:
            continue  # "a week later", told before that week was over
        if role == "since":
            if when:
                role, end = "on", last_day(start, hit.precision)
        elif role in ("on", "period") and published is not None:
            near = bisect_right(since, hit.first, key=lambda mark: mark.last)
            for mark in since[max(near - 2, 0) : near]:
                if mark.last <= hit.first <= mark.last + _SINCE_REACH and _CLOSING.isdisjoint(
                    low[mark.last : hit.first]
                ):
                    if _is_superlative(low, mark.first):
                        role = "apart"
                        break
                    if start <= published:
                        role, end, basis = "since", published, "inferred"
                    break
        elif (
            role == "until"
            and out
            and out[-1].role == "on"
            and hit.first - out[-1].last <= 6
            and end is not None
        ):
            before = out[-1]
            if before.start is not None and before.start <= end:
                out[-1] = before._replace(last=hit.last, end=end, precision="days")
                continue
        if role == "apart":
            continue
        day = DateRef(hit.first, hit.last, start, end, hit.precision, basis, role)
        if role == "on" and out and out[-1].role == "on" and low[out[-1].last : hit.first] in _TOGETHER:
            before = out[-1]
            if before.start is not None and end is not None and before.start < start:
                out[-1] = before._replace(
                    last=hit.last, end=end, precision="days", parts=(*(before.parts or (before,)), day)
                )
                continue
        out.append(day)
    for mark in since:
        if published is not None and mark.last < n and low[mark.last] == "then":
            at = bisect_right(out, mark.first, key=lambda ref: ref.first)
            told = out[at - 1] if at else None
            if told is not None and told.start is not None and mark.first - told.last < _SINCE_THEN:
                if told.start <= published:
                    out.insert(
                        at,
                        DateRef(
                            mark.first, mark.last + 1, told.start, published, "days", "inferred", "since"
                        ),
                    )
    return out


def _is_superlative(low: list[str], token: int) -> bool:
    """Tell whether a "since" at a token only measures: "the bloodiest day since the war began"."""
    return not _MOST.isdisjoint(low[max(token - 5, 0) : token])


def last_day(start: dt.date, precision: str | None) -> dt.date:
    """Return the last day of the month or year that begins on `start`, or the day itself."""
    if precision == "year":
        return start.replace(month=12, day=31)
    if precision == "month":
        return start.replace(day=monthrange(start.year, start.month)[1])
    return start
