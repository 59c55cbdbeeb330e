"""How precisely a day is known, in the codes of the conflict datasets."""

from __future__ import annotations

import datetime as dt

_WEEK = 7
_MONTH = 31
_YEAR = 366


def ucdp_date_prec(start: dt.date | None, end: dt.date | None) -> int | None:
    """Return UCDP GED's `date_prec` of an event that happened at some time in a stretch of days.

    Use it for exports in UCDP's shape.

    >>> ucdp_date_prec(dt.date(2017, 6, 26), dt.date(2017, 7, 2))
    3

    Args:
        start: First possible day, or None.
        end: Last possible day (included), or None.

    Returns:
        1 for an exact day, 2 for two to six days, 3 for a week, 4 for up to a month, 5 for up to a year; None
        for longer, or where an end is not known: such an event has no code.

    Source: UCDP Georeferenced Event Dataset Codebook, version 23.1 (Hogbladh 2023), variable `date_prec`.
    """
    days = _days(start, end)
    if days is None or days > _YEAR:
        return None
    if days == 1:
        return 1
    if days < _WEEK:
        return 2
    if days == _WEEK:
        return 3
    return 4 if days <= _MONTH else 5


def acled_time_precision(start: dt.date | None, end: dt.date | None) -> int | None:
    """Return ACLED's `time_precision` of an event that happened at some time in a stretch of days.

    Use it for exports in ACLED's shape.

    >>> acled_time_precision(dt.date(2017, 6, 26), dt.date(2017, 6, 28))
    2

    Args:
        start: First possible day, or None.
        end: Last possible day (included), or None.

    Returns:
        1 for an exact day, 2 for a part of a week or a week, 3 for up to a month; None for longer, or where
        an end is not known: ACLED does not code such an event.

    Source: ACLED Codebook (2023), "Time precision".
    """
    days = _days(start, end)
    if days is None or days > _MONTH:
        return None
    if days == 1:
        return 1
    return 2 if days <= _WEEK else 3


def _days(start: dt.date | None, end: dt.date | None) -> int | None:
    if start is None or end is None or end < start:
        return None
    return (end - start).days + 1
