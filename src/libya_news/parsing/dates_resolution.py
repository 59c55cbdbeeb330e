"""From the words of a date to its days: what a phrase means beside a publication day and the days named before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from libya_news.english.dates.phrases import Phrase
from libya_news.knowledge.periods import find_period
from libya_news.model.interval import DateBasis
from libya_news.parsing.dates_clock import (
    DAY,
    WEEK,
    Stretch,
    Value,
    known,
    month_of,
    narrowed,
    nearest_weekday,
    one_day,
    season_of,
    shifted,
    unit_of,
    unknown,
    week_of,
    year_of,
)

NO_PUBLICATION = "no-publication-date"
NO_ANCHOR = "no-earlier-date"
VAGUE = "no-number"
IMPOSSIBLE = "no-such-day"
OPEN = "open-ended"
_SHORT_HOURS = 12  # "in two hours" dates nothing: the clock started at an unknown time
_NEAR = dt.timedelta(days=60)


class Clock:
    """What a story has told of time so far.

    Attributes:
        published: The publication day, or None.
        anchor: The day last named as the day of something (not as background, "since the truce of 4 May").
        previous: The stretch last named, of any length.
        year: The year last stated in the words.
        paragraph_year: The year last stated in the same paragraph.
        sentence_year: The year stated earlier in the same sentence.
        sentence_anchor: The anchor, where it stands in the same sentence.
        ahead: Days after publication that the words have stated in full or by month.
    """

    __slots__ = (
        "ahead", "anchor", "paragraph_year", "previous", "published", "sentence_anchor", "sentence_year", "year",
    )  # fmt: skip

    def __init__(self, published: dt.date | None) -> None:
        self.published = published
        self.anchor: dt.date | None = None
        self.previous: Stretch | None = None
        self.year: int | None = None
        self.paragraph_year: int | None = None
        self.sentence_year: int | None = None
        self.sentence_anchor: dt.date | None = None
        self.ahead: set[dt.date] = set()


def resolve(phrase: Phrase, clock: Clock, side: str, mods: tuple[str, ...] = ()) -> Value:
    """Return what a phrase means.

    Args:
        phrase: The words taken apart.
        clock: What is known of time so far.
        side: `past` or `future` where the verb says which, else empty.
        mods: Words that narrow it, outermost first (`early`, `half1`).
    """
    try:
        value = _BY_KIND[phrase.kind](phrase, clock, side)
        if mods and value.start is not None and value.end is not None and value.precision is not None:
            stretch = Stretch(value.start, value.end, value.precision)
            for mod in reversed(mods):
                stretch = narrowed(stretch, mod)
            value = value._replace(start=stretch.start, end=stretch.end, precision=stretch.precision)
    except (OverflowError, ValueError):
        return unknown(IMPOSSIBLE)
    return value


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
            year, basis = clock.published.year + {"last": -1, "this": 0, "next": 1}[phrase.which], "inferred"
    if year is None:
        found = _year_meant(phrase, clock, side)
        if isinstance(found, Value):
            return found
        year, basis = found
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


def _year_meant(phrase: Phrase, clock: Clock, side: str) -> tuple[int, DateBasis] | Value:
    """Return the year of a month or day that is named without one: the last, or the next where the verb looks ahead."""
    published, month, day = clock.published, phrase.month or 1, phrase.day or 1
    if published is None:
        # A day of a month goes with the year last stated; a month alone may be one of any year.
        year = clock.year if phrase.day else clock.paragraph_year
        return unknown(NO_PUBLICATION) if year is None else (year, "carried")
    if clock.sentence_year is not None and clock.sentence_year < published.year and side != "future":
        carried = _date(clock.sentence_year, month, day)
        if carried is not None and clock.previous is not None and carried > clock.previous.end:
            return clock.sentence_year, "carried"
    years = [y for y in range(published.year - 4, published.year + 5) if _date(y, month, day)]
    past = [y for y in years if dt.date(y, month, day) <= published]
    ahead = [y for y in years if dt.date(y, month, phrase.last_day or day) >= published]
    if not past or not ahead:
        return unknown(IMPOSSIBLE)
    if side == "future":
        return ahead[0], "inferred"
    return past[-1], "inferred"


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
    if british.start is None or american.start is None:
        return british
    if phrase.weekday is not None and american.start.weekday() == phrase.weekday != british.start.weekday():
        british, american = american, british
    assert british.start is not None and american.start is not None  # noqa: S101
    if clock.published == american.start:
        british, american = american, british
    assert american.start is not None  # noqa: S101
    return british._replace(alternatives=((american.start, american.start),))


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


def _weekday(phrase: Phrase, clock: Clock, side: str) -> Value:
    published, weekday = clock.published, phrase.weekday or 0
    if published is None:
        return unknown(NO_PUBLICATION)
    recent = nearest_weekday(published, weekday, future=False)
    coming = nearest_weekday(published, weekday, future=True)
    monday = week_of(published).start
    other: dt.date | None = None
    if phrase.which == "last":
        day = recent if recent < published else recent - WEEK
        other = day - WEEK if day >= monday else None
    elif phrase.which == "next":
        day = monday + WEEK + DAY * weekday
        other = coming if published < coming != day else None
    elif phrase.which == "this":
        day = coming if side == "future" or (not side and monday + DAY * weekday > published) else recent
        other = recent if day == coming else coming
        other = other if other != day else None
    elif side == "future":
        day = coming
        other = coming + WEEK if coming == published else None
    else:
        day = recent
    alternatives = ((other, other),) if other else ()
    return known(one_day(day, part=phrase.part), "inferred", alternatives)


def _weekday_week(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    weeks = {"last": -1, "this": 0, "next": 1}[phrase.which]
    day = week_of(clock.published).start + WEEK * weeks + DAY * (phrase.weekday or 0)
    return known(one_day(day, part=phrase.part), "inferred")


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
        return known(one_day(shifted(published, -1 if phrase.which == "last" else 1, "day"), part=True), "inferred")
    if unit == "weekend":
        return _weekend(phrase, published, this)
    if phrase.which == "this":
        return known(Stretch(this.start, published, this.precision), "inferred")
    return known(unit_of(shifted(this.start, -1 if phrase.which == "last" else 1, unit), unit), "inferred")


def _weekend(phrase: Phrase, published: dt.date, this: Stretch) -> Value:
    # Saturday and Sunday, as the papers that write in English have it; Libya's own weekend is the other reading.
    start = this.start
    if phrase.which == "next":
        start += WEEK
    elif phrase.which == "this" and published.weekday() < 4:
        start += WEEK
    elif phrase.which == "last" and this.end >= published:
        start -= WEEK
    end = start + DAY
    if phrase.which == "past":
        end = min(end, published)
    return known(Stretch(start, end, "days"), "inferred", ((start - DAY, start),))


def _so_far(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    this = unit_of(clock.published, phrase.unit)
    return known(Stretch(this.start, clock.published, this.precision), "inferred")


def _rest_of(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    this = unit_of(clock.published, phrase.unit)
    return known(Stretch(clock.published, this.end, this.precision), "inferred")


def _the(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    return known(unit_of(clock.published, phrase.unit), "inferred")


def _ago(phrase: Phrase, clock: Clock, side: str) -> Value:
    if phrase.n is None:
        return unknown(VAGUE)
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    day = shifted(clock.published, -phrase.n, phrase.unit)
    unit = phrase.unit if phrase.unit in {"month", "year", "decade"} else "day"
    return known(unit_of(day, "year" if unit == "decade" else unit), "inferred")


def _span(phrase: Phrase, clock: Clock, side: str) -> Value:
    published, n, unit = clock.published, phrase.n, phrase.unit
    if n is None:
        return unknown(VAGUE)
    if unit == "hour" and n < _SHORT_HOURS:
        return unknown("shorter-than-a-day")
    if phrase.which == "for" and side != "lasting":
        return unknown(NO_ANCHOR)
    if published is None:
        return unknown(NO_PUBLICATION)
    if side == "future":
        return known(one_day(shifted(published, n, unit)), "inferred")
    start = shifted(published, -n, unit)
    precision = {"week": "week", "month": "month", "year": "years", "decade": "years"}.get(unit, "days")
    return known(Stretch(start, published, precision), "inferred")  # type: ignore[arg-type]


def _shift(phrase: Phrase, clock: Clock, side: str) -> Value:
    if phrase.n is None:
        return unknown(VAGUE)
    coarse = phrase.unit in {"week", "month", "year", "decade"}
    base = clock.anchor
    if phrase.which == "nth" or (phrase.unit == "hour" and abs(phrase.n) < 24):
        base = clock.sentence_anchor
    elif phrase.which == "event" and phrase.unit == "hour":
        base = None
    if coarse and clock.previous is not None and clock.previous.precision not in {"day", "part_of_day"}:
        base = clock.previous.start
    if base is None:
        return unknown(NO_ANCHOR)
    return shift_from(phrase, base)


def shift_from(phrase: Phrase, base: dt.date) -> Value:
    """Return what a phrase told from another day ("a day later") means beside the day `base`."""
    n, unit = phrase.n or 0, phrase.unit
    if phrase.kind == "same":
        if unit in {"week", "month", "year", "decade"}:
            return known(unit_of(base, unit), "carried")
        return known(one_day(base, part=phrase.part), "carried")
    if unit == "weekday":
        weekday = phrase.weekday or 0
        day = nearest_weekday(base + DAY * n, weekday, future=n > 0)
        return known(one_day(day), "carried")
    if unit == "hour" and abs(n) < 24:
        day = shifted(base, n, "hour")
        return known(one_day(base), "carried", ((day, day),))
    day = shifted(base, n, "day" if unit == "part" else unit)
    return known(unit_of(day, unit if unit in {"month", "year", "decade"} else "day"), "carried")


def _same(phrase: Phrase, clock: Clock, side: str) -> Value:
    coarse = phrase.unit in {"week", "month", "year", "decade"}
    base = clock.anchor
    if coarse and clock.previous is not None and (base is None or clock.previous.precision in _LONG):
        base = clock.previous.start
    if base is None:
        return unknown(NO_ANCHOR)
    return shift_from(phrase, base)


_LONG = {"week", "month", "season", "year", "days"}


def _period_of(phrase: Phrase, clock: Clock, side: str) -> Value:
    year = phrase.year
    base = clock.previous
    if base is None or base.precision not in {"year", "month", "days"}:
        if clock.published is None:
            return unknown(NO_PUBLICATION)
        base = Stretch(clock.published.replace(month=1, day=1), clock.published, "year")
    if year is None:
        year = base.start.year - 1
    years = base.start.year - year
    return known(
        Stretch(shifted(base.start, -years, "year"), shifted(base.end, -years, "year"), "days"), "stated"
    )


def _season(phrase: Phrase, clock: Clock, side: str) -> Value:
    month = phrase.month or 3
    if phrase.year is not None:
        return known(season_of(phrase.year, month), "stated")
    published = clock.published
    if published is None:
        return unknown(NO_PUBLICATION)
    seasons = [season_of(published.year + shift, month) for shift in (-2, -1, 0, 1, 2)]
    begun = [one for one in seasons if one.start <= published]
    over = [one for one in seasons if one.end < published]
    ahead = [one for one in seasons if one.start > published]
    if phrase.which == "last":
        return known(over[-1], "inferred")
    if phrase.which == "next" or side == "future":
        return known(ahead[0], "inferred")
    if phrase.which == "this" and begun[-1].end < published and begun[-1].start.year < published.year:
        return known(ahead[0], "inferred")
    return known(begun[-1], "inferred")


def _decade(phrase: Phrase, clock: Clock, side: str) -> Value:
    return known(unit_of(dt.date(phrase.year or 1, 1, 1), "decade"), "stated")


def _years(phrase: Phrase, clock: Clock, side: str) -> Value:
    first, last = year_of(phrase.year or 1), year_of(phrase.n or 1)
    return known(Stretch(first.start, last.end, "years"), "stated")


def _feast(phrase: Phrase, clock: Clock, side: str) -> Value:
    period = find_period(phrase.which, clock.published, year=phrase.year, future=side == "future")
    if period is None:
        return unknown(NO_PUBLICATION if clock.published is None else "not-in-the-table")
    lunar = phrase.which.startswith(("eid", "ramadan"))
    around = ((period.start - DAY, period.end - DAY), (period.start + DAY, period.end + DAY)) if lunar else ()
    precision = "day" if period.start == period.end else "days"
    basis: DateBasis = "stated" if phrase.year or phrase.which == "revolution-2011" else "inferred"
    return known(Stretch(period.start, period.end, precision), basis, around)  # type: ignore[arg-type]


def _time(phrase: Phrase, clock: Clock, side: str) -> Value:
    if clock.published is None:
        return unknown(NO_PUBLICATION)
    return known(one_day(clock.published, part=True), "inferred")


_BY_KIND: dict[str, Callable[[Phrase, Clock, str], Value]] = {
    "calendar": _calendar,
    "numeric": _numeric,
    "month_ref": _month_ref,
    "weekday": _weekday,
    "weekday_week": _weekday_week,
    "offset": _offset,
    "overnight": _overnight,
    "unit": _unit,
    "so_far": _so_far,
    "rest_of": _rest_of,
    "the": _the,
    "ago": _ago,
    "span": _span,
    "shift": _shift,
    "same": _same,
    "period_of": _period_of,
    "season": _season,
    "decade": _decade,
    "years": _years,
    "feast": _feast,
    "time": _time,
}
