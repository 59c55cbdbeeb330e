"""From the words of a date to its days, beside a publication day and the days named before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from libya_news.english.dates.phrases import Phrase
from libya_news.model.interval import DateBasis
from libya_news.parsing.dates_clock import (
    DAY,
    IMPOSSIBLE,
    NO_ANCHOR,
    NO_PUBLICATION,
    VAGUE,
    WEEK,
    Clock,
    Stretch,
    Value,
    known,
    month_of,
    narrowed,
    nearest_weekday,
    one_day,
    shifted,
    unit_of,
    unknown,
    year_of,
)
from libya_news.parsing.dates_relative import (
    decade,
    feast,
    period_of,
    same,
    season,
    shift,
    shift_from,
    since_then,
    span,
    time_of_day,
    years,
)
from libya_news.parsing.dates_weekdays import STEPS, weekday, weekday_ago, weekday_week

_A_REPORT = 45  # days after its month within which a report on a month is out
_NEWS = 60  # days back that a day without a year may lie, where the paragraph tells of another year
_SOON = 183  # days ahead that a day without a year may lie
# Kinds that need nothing but the publication day.
_TIMELESS = frozenset({"weekday", "weekday_week", "offset", "unit", "so_far", "ago", "weekday_ago", "decade"})


def resolve(phrase: Phrase, clock: Clock, side: str, mods: tuple[str, ...] = ()) -> Value:
    """Return what a phrase means.

    Args:
        phrase: The words taken apart.
        clock: What is known of time so far.
        side: `past` or `future` where the verb says which, else empty.
        mods: Words that narrow it, outermost first (`early`, `half1`).
    """
    if phrase.kind in _TIMELESS:
        return _resolved(phrase, clock.published, side, mods)
    return _resolve(phrase, clock, side, mods)


def resolve_from(phrase: Phrase, base: dt.date) -> Value:
    """Return what a phrase told from another day ("a day later") means beside the day `base`."""
    try:
        return shift_from(phrase, base)
    except OverflowError:
        return unknown(IMPOSSIBLE)


@lru_cache(maxsize=4096)
def _resolved(phrase: Phrase, published: dt.date | None, side: str, mods: tuple[str, ...]) -> Value:
    """Resolve a phrase that only the publication day tells; papers use the same few over and over."""
    return _resolve(phrase, Clock(published), side, mods)


def _resolve(phrase: Phrase, clock: Clock, side: str, mods: tuple[str, ...]) -> Value:
    try:
        value = _narrowed(_BY_KIND[phrase.kind](phrase, clock, side), mods)
        if mods and value.basis == "inferred" and phrase.kind == "calendar" and not phrase.which:
            published, start = clock.published, value.start
            if published is not None and start is not None and start > published and side != "future":
                # Published on 8 July, "in late July" is last year's.
                last_year = phrase._replace(year=published.year - 1)
                value = _narrowed(_calendar(last_year, clock, side), mods)._replace(basis="inferred")
    except (OverflowError, ValueError):
        return unknown(IMPOSSIBLE)
    return value


def _narrowed(value: Value, mods: tuple[str, ...]) -> Value:
    if not mods or value.start is None or value.end is None or value.precision is None:
        return value
    stretch = Stretch(value.start, value.end, value.precision)
    for mod in reversed(mods):
        stretch = narrowed(stretch, mod)
    others = []
    for start, end in value.alternatives:
        other = Stretch(start, end, value.precision)
        for mod in reversed(mods):
            other = narrowed(other, mod)
        others.append((other.start, other.end))
    return value._replace(
        start=stretch.start, end=stretch.end, precision=stretch.precision, alternatives=tuple(others)
    )


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _calendar(phrase: Phrase, clock: Clock, side: str) -> Value:
    basis: DateBasis = "stated"
    year = phrase.year
    if year is None and phrase.which:
        if phrase.which == "that":
            base = clock.year or (clock.previous and clock.previous.start.year)
            if base is None:
                return unknown(NO_ANCHOR)
            year, basis = base, "carried"
        elif clock.published is None:
            return unknown(NO_PUBLICATION)
        else:
            year, basis = clock.published.year + STEPS.get(phrase.which, 1), "inferred"
    if year is None:
        found = _year_meant(phrase, clock, side)
        if isinstance(found, Value):
            return found
        year, basis = found
        if basis == "inferred" and phrase.weekday is not None and clock.published is not None:
            year = _year_by_weekday(phrase, clock.published, year)
    if phrase.month is None:
        return known(year_of(year), basis)
    if phrase.day is None:
        return known(month_of(year, phrase.month), basis)
    start = _date(year, phrase.month, phrase.day)
    if start is None:
        return unknown(IMPOSSIBLE)
    if phrase.last_day is not None:
        end = _date(year, phrase.month, phrase.last_day)
        if end is None or end < start:
            return unknown(IMPOSSIBLE)
        return known(Stretch(start, end, "days"), basis)
    return known(one_day(start), basis)


def _year_by_weekday(phrase: Phrase, published: dt.date, year: int) -> int:
    """Return the year in which a day far off falls on the weekday it is given with, where another one does not.

    A day of the last weeks with another weekday is a slip of the paper's, and stays.
    """
    month, day = phrase.month or 1, phrase.day or 1
    meant = _date(year, month, day)
    if meant is None or meant.weekday() == phrase.weekday or 0 <= (published - meant).days <= _NEWS:
        return year
    years_around: list[int] = [published.year + step for step in (0, 1, -1, -2, -3, -4, -5, -6)]
    for other in years_around:
        found = _date(other, month, day)
        if found is not None and found.weekday() == phrase.weekday and (found - published).days <= _SOON:
            return other
    return year


def _year_meant(phrase: Phrase, clock: Clock, side: str) -> tuple[int, DateBasis] | Value:
    """Return the year of a month or day named without one: the last, or the next if the verb looks ahead."""
    published, month, day = clock.published, phrase.month or 1, phrase.day or 1
    if published is None:
        # A day of a month goes with the year last stated; a month alone may be one of any year.
        year = clock.year if phrase.day else clock.paragraph_year
        return unknown(NO_PUBLICATION) if year is None else (year, "carried")
    if clock.sentence_year is not None and clock.sentence_year < published.year and side != "future":
        carried = _date(clock.sentence_year, month, day)
        if carried is not None and clock.previous is not None and carried > clock.previous.end:
            return clock.sentence_year, "carried"
    told, previous = clock.paragraph_year, clock.previous
    if told is not None and told < published.year and side != "future" and phrase.day and previous:
        carried, recent = _date(told, month, day), _date(published.year, month, day)
        if recent is not None and recent > published:
            recent = _date(published.year - 1, month, day)
        if (
            carried is not None
            and recent is not None
            and (published - recent).days > _NEWS
            and previous.start.year == told
            and carried >= previous.start
        ):
            return told, "carried"
    year, step = published.year, 1 if side == "future" else -1
    today = (published.month, published.day)
    if (month, phrase.last_day or day) < today if step > 0 else (month, day) > today:
        year += step
    if month == 2 and day == 29:  # the next leap year that way, if there is one within reach
        year = next((y for y in range(year, year + 9 * step, step) if _date(y, 2, 29)), year)
    return year, "inferred"


def _numeric(phrase: Phrase, clock: Clock, side: str) -> Value:
    a, b = phrase.day or 0, phrase.month or 0
    if b > 12:
        a, b = b, a
    if b > 12:
        return unknown(IMPOSSIBLE)
    british = _calendar(phrase._replace(kind="calendar", day=a, month=b), clock, side)
    if a > 12 or a == b or phrase.year is None:
        return british
    american = _calendar(phrase._replace(kind="calendar", day=b, month=a), clock, side)
    first, second = british.start, american.start
    if first is None or second is None:
        return british
    fits = phrase.weekday is not None and second.weekday() == phrase.weekday != first.weekday()
    if fits or clock.published == second:
        return american._replace(alternatives=((first, first),))
    return british._replace(alternatives=((second, second),))


def _month_ref(phrase: Phrase, clock: Clock, side: str) -> Value:
    published, month = clock.published, phrase.month or 1
    if published is None:
        return unknown(NO_PUBLICATION)
    this = month_of(published.year, month)
    if phrase.which == "this":
        return known(this, "inferred")
    if phrase.which == "next":
        later = this if this.start > published else month_of(published.year + 1, month)
        return known(later, "inferred")
    earlier = this if this.end < published else month_of(published.year - 1, month)
    other = month_of(published.year - 1, month)
    return known(earlier, "inferred", () if earlier == other else ((other.start, other.end),))


def _offset(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    return known(one_day(clock.published + DAY * (phrase.n or 0), part=phrase.part), "inferred")


def _overnight(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    return known(Stretch(clock.published - DAY, clock.published, "part_of_day"), "inferred")


def _unit(phrase: Phrase, clock: Clock, side: str) -> Value:
    published, unit = clock.published, phrase.unit
    if published is None:
        return unknown(NO_PUBLICATION)
    this = unit_of(published, unit)
    if unit in {"day", "night"}:
        if phrase.which == "this":
            return known(one_day(published, part=True), "inferred")
        return known(one_day(shifted(published, STEPS.get(phrase.which, 1), "day"), part=True), "inferred")
    if unit == "weekend":
        return _weekend(phrase, published, this)
    if phrase.which == "this":
        return known(Stretch(this.start, published, this.precision), "inferred")
    return known(unit_of(shifted(this.start, STEPS.get(phrase.which, 1), unit), unit), "inferred")


def _weekend(phrase: Phrase, published: dt.date, this: Stretch) -> Value:
    # Saturday and Sunday, as papers that write in English have it; Libya's own weekend is the other reading.
    start = this.start
    if phrase.which == "next" or (phrase.which == "this" and published.weekday() < 4):
        start += WEEK
    elif phrase.which in {"last", "before"} and this.end >= published:
        start -= WEEK
    if phrase.which == "before":
        start -= WEEK
    end = start + DAY
    if phrase.which == "past":
        end = min(end, published)
    return known(Stretch(start, end, "days"), "inferred", ((start - DAY, start),))


def _so_far(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    this = unit_of(clock.published, phrase.unit)
    if phrase.year is not None and phrase.year != clock.published.year:
        return known(year_of(phrase.year), "stated")
    return known(Stretch(this.start, clock.published, this.precision), "inferred")


def _rest_of(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    this = unit_of(clock.published, phrase.unit)
    return known(Stretch(clock.published, this.end, this.precision), "inferred")


def _the(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    this, last = unit_of(clock.published, phrase.unit), clock.previous
    if side == "past" and phrase.unit == "month" and last is not None and last.end < this.start:
        if (clock.published - last.end).days <= _A_REPORT:
            return known(unit_of(last.end, "month"), "carried")  # the month that a report is about
    return known(this, "inferred")


def _within(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "earlier in the week": of the week, month or year last named, else of the publication day's."""
    last, published = clock.previous, clock.published
    if last is not None and (published is None or last.end < unit_of(published, phrase.unit).start):
        return known(unit_of(last.start, phrase.unit), "carried")
    if published is None:
        return unknown(NO_PUBLICATION)
    this = unit_of(published, phrase.unit)
    if phrase.n == 1 and side != "past":
        return known(Stretch(published, this.end, this.precision), "inferred")
    return known(Stretch(this.start, published, this.precision), "inferred")


def _nth(phrase: Phrase, clock: Clock, side: str) -> Value:
    """Resolve "the 4th of this month", "Tuesday 4th": the day of a month that is told or the nearest to fit."""
    published, day = clock.published, phrase.day or 1
    if phrase.which in {"same", "that"}:
        if clock.previous is None:
            return unknown(NO_ANCHOR)
        found = _date(clock.previous.start.year, clock.previous.start.month, day)
        return unknown(IMPOSSIBLE) if found is None else known(one_day(found), "carried")
    if published is None:
        return unknown(NO_PUBLICATION)
    ahead = side == "future"
    steps = (
        [STEPS.get(phrase.which, 0)] if phrase.which else range(0, 13 if ahead else -13, 1 if ahead else -1)
    )
    for step in steps:
        month = shifted(published.replace(day=1), step, "month")
        found = _date(month.year, month.month, day)
        if found is None or (phrase.weekday is not None and found.weekday() != phrase.weekday):
            continue
        if phrase.which or (found >= published if ahead else found <= published):
            return known(one_day(found), "inferred")
    return unknown(IMPOSSIBLE)


def _ago(phrase: Phrase, clock: Clock, side: str) -> Value:
    if phrase.n is None:
        return unknown(VAGUE)
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    if phrase.weekday is not None:
        recent = nearest_weekday(clock.published, phrase.weekday, future=False)
        return known(one_day(shifted(recent, -phrase.n, phrase.unit)), "inferred")
    day = shifted(clock.published, -phrase.n, phrase.unit)
    if phrase.which:
        return known(unit_of(day, phrase.which), "inferred")
    unit = phrase.unit if phrase.unit in {"month", "year", "decade"} else "day"
    return known(unit_of(day, "year" if unit == "decade" else unit), "inferred")


_BY_KIND: dict[str, Callable[[Phrase, Clock, str], Value]] = {
    "calendar": _calendar,
    "numeric": _numeric,
    "month_ref": _month_ref,
    "weekday": weekday,
    "weekday_week": weekday_week,
    "offset": _offset,
    "overnight": _overnight,
    "unit": _unit,
    "so_far": _so_far,
    "rest_of": _rest_of,
    "the": _the,
    "ago": _ago,
    "weekday_ago": weekday_ago,
    "nth": _nth,
    "within": _within,
    "span": span,
    "shift": shift,
    "same": same,
    "since_then": since_then,
    "period_of": period_of,
    "season": season,
    "decade": decade,
    "years": years,
    "feast": feast,
    "time": time_of_day,
}
