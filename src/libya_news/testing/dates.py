"""Days and stretches of days printed as newspapers word them, with what a reader must make of the words."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from hypothesis import assume
from hypothesis import strategies as st

from libya_news.knowledge.periods import find_period

_DAY = dt.timedelta(days=1)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


class PrintedDate(NamedTuple):
    """Words that name a time, and the days they mean.

    Attributes:
        words: The words as printed, prepositions included.
        start: First day.
        end: Last day (included).
    """

    words: str
    start: dt.date
    end: dt.date


class PrintedStory(NamedTuple):
    """A few sentences with dates in them.

    Attributes:
        text: The sentences.
        published: The publication day that they are to be read with.
        dates: Their dates, in text order; there are no others.
    """

    text: str
    published: dt.date
    dates: tuple[PrintedDate, ...]


_Printed = tuple[str, dt.date, dt.date]


def _month_name(day: dt.date) -> str:
    return calendar.month_name[day.month]


def _whole_month(day: dt.date) -> tuple[dt.date, dt.date]:
    first = day.replace(day=1)
    return first, first + relativedelta(months=1, days=-1)


def _ordinal(n: int) -> str:
    ending = "th" if 10 < n < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


@st.composite
def _recent_days(draw: st.DrawFn, published: dt.date) -> _Printed:
    """A day of the last week, by its weekday."""
    back = draw(st.integers(0, 6))
    day = published - _DAY * back
    name = calendar.day_name[day.weekday()]
    form = draw(
        st.sampled_from(
            ["on {}", "on {} morning", "on {} night", "early on {}", "late on {}", "before dawn on {}",
             "at 9am on {}", "in the early hours of {}", "on {} at about 14:30", "at noon on {}"]
        )
    )  # fmt: skip
    words = [form.format(name)]
    if back < 2:
        words.append(("today", "yesterday")[back])
    return draw(st.sampled_from(words)), day, day


@st.composite
def _dated_days(draw: st.DrawFn, published: dt.date) -> _Printed:
    """A day with its month, with or without the year."""
    if draw(st.booleans()):
        day = published - _DAY * draw(st.integers(0, 300))
        forms = ["on {d} {m}", "on {m} {d}", "on the {o} of {m}", "on {m} {o}", "on {w}, {d} {m}"]
    else:
        day = draw(st.dates(dt.date(2000, 1, 1), published))
        forms = [
            *(
                "on {d} {m} {y}",
                "on {m} {d}, {y}",
                "on {w}, {m} {d}, {y}",
                "on {iso}",
                "on the {o} of {m} {y}",
            ),
            *("on {d} {a} {y}", "on the morning of {d} {m} {y}"),
        ]
    month = _month_name(day)
    short = month if len(month) <= 4 else f"{month[:3]}."
    words = draw(st.sampled_from(forms)).format(
        d=day.day,
        m=month,
        o=_ordinal(day.day),
        y=day.year,
        iso=day.isoformat(),
        w=calendar.day_name[day.weekday()],
        a=short,
    )
    return words, day, day


@st.composite
def _months(draw: st.DrawFn, published: dt.date) -> _Printed:
    """A month or a third of one."""
    near = draw(st.booleans())
    start = published.replace(day=1) - relativedelta(months=draw(st.integers(0, 10 if near else 200)))
    first, last = _whole_month(start)
    year = "" if near else f" {start.year}"
    part = draw(st.sampled_from(["", "early ", "mid-", "late ", "the end of ", "the first half of "]))
    if part == "early ":
        last = first.replace(day=10)
    elif part == "mid-":
        first, last = first.replace(day=11), first.replace(day=20)
    elif part in {"late ", "the end of "}:
        first = first.replace(day=21)
    elif part == "the first half of ":
        last = first.replace(day=15)
    assume(first <= published)
    return f"{'at' if 'end' in part else 'in'} {part}{_month_name(start)}{year}", first, last


@st.composite
def _spans(draw: st.DrawFn, published: dt.date) -> _Printed:
    """A stretch up to publication, or one told from it."""
    n = draw(st.integers(2, 12))
    number = draw(st.sampled_from([str(n), _NUMBERS[n]]))
    monday = published - _DAY * published.weekday()
    last_month = _whole_month(published.replace(day=1) - _DAY)
    year = published.year
    return draw(
        st.sampled_from(
            [
                (f"in {number} days", published - _DAY * n, published),
                (f"in the past {number} days", published - _DAY * n, published),
                (f"over the last {number} weeks", published - _DAY * 7 * n, published),
                (f"in the past {24 * n} hours", published - _DAY * n, published),
                (f"in {number} months", published - relativedelta(months=n), published),
                (f"{number} days ago", published - _DAY * n, published - _DAY * n),
                ("last week", monday - _DAY * 7, monday - _DAY),
                ("this week", monday, published),
                ("last month", *last_month),
                ("this month", published.replace(day=1), published),
                ("so far this year", dt.date(year, 1, 1), published),
                ("last year", dt.date(year - 1, 1, 1), dt.date(year - 1, 12, 31)),
                (f"in {year - n}", dt.date(year - n, 1, 1), dt.date(year - n, 12, 31)),
                ("overnight", published - _DAY, published),
                ("since the start of the year", dt.date(year, 1, 1), published),
            ]
        )
    )


@st.composite
def _ranges(draw: st.DrawFn, published: dt.date) -> _Printed:
    """Two ends."""
    end = published - _DAY * draw(st.integers(0, 300))
    start = end - _DAY * draw(st.integers(1, 20))
    if start.month == end.month:
        forms = [
            *("from {a} to {b} {m}", "between {a} and {b} {m}", "on {m} {a}-{b}", "between {m} {a} and {b}"),
            *("from {m} {a} to {b}, {y}", "from {a} to {b} {m} {y}", "on {a}–{b} {m} {y}"),
        ]
    else:
        forms = [
            *("from {a} {k} to {b} {m}", "between {k} {a} and {m} {b}"),
            *("from {a} {k} {x} until {b} {m} {y}", "between {a} {k} and {b} {m} {y}"),
        ]
    words = draw(st.sampled_from(forms)).format(
        a=start.day, b=end.day, k=_month_name(start), m=_month_name(end), x=start.year, y=end.year
    )
    return words, start, end


@st.composite
def _since(draw: st.DrawFn, published: dt.date) -> _Printed:
    """From a day to publication."""
    words, start, _ = draw(st.one_of(_dated_days(published), _months(published)))
    assume(start <= published)
    words = words.removeprefix("on ").removeprefix("in ").removeprefix("at ")
    if words.startswith("the first half"):
        words = words.removeprefix("the first half of ")
    return f"since {words}", start, published


@st.composite
def _feasts(draw: st.DrawFn, published: dt.date) -> _Printed:
    """A feast of a year that the table has, a day of it, the eve of it; the year stated or told."""
    name, words = draw(
        st.sampled_from(
            [("ramadan", "Ramadan"), ("eid-al-fitr", "Eid al-Fitr"), ("eid-al-adha", "Eid al-Adha")]
        )
    )
    year = published.year - draw(st.integers(1, 2))
    period = find_period(name, published, year=year)
    assume(period is not None)
    if period is None:  # for type checkers: assume() has left already
        raise ValueError(name)
    told = [f"{words} {year}"]
    if year == published.year - 1:
        told += [f"{words} last year", f"{words} of last year"]
    feast = draw(st.sampled_from(told))
    n = draw(st.integers(1, 3))
    nth = ("first", "second", "third")[n - 1]
    day = period.start + _DAY * (n - 1)
    eve = period.start - _DAY
    return draw(
        st.sampled_from(
            [
                (f"during {feast}", period.start, period.end),
                (f"on the {nth} day of {feast}", day, day),
                (f"on the eve of {words} {year}", eve, eve),
            ]
        )
    )


@st.composite
def _weekdays_ago(draw: st.DrawFn, published: dt.date) -> _Printed:
    """A day told from its weekday or its day of the month."""
    day = published - _DAY * draw(st.integers(1, 27))
    name = calendar.day_name[day.weekday()]
    weeks = (published - day - _DAY).days // 7 + 1
    ordinal = _ordinal(day.day)
    words = [f"{_NUMBERS[weeks]} {name}s ago"] if weeks > 1 else [f"this past {name}"]
    if day.month == published.month:
        words.append(f"on the {ordinal} of this month")
    elif (day + relativedelta(months=1)).month == published.month:
        words.append(f"on the {ordinal} of last month")
    return draw(st.sampled_from(words)), day, day


@st.composite
def _told_from(draw: st.DrawFn, published: dt.date) -> tuple[PrintedDate, PrintedDate]:
    """A day or month, and a time that is told from it: a day later, the week before, the same month."""
    n = draw(st.integers(2, 9))
    number = draw(st.sampled_from([str(n), _NUMBERS[n]]))
    if draw(st.booleans()):
        day = published - _DAY * draw(st.integers(30, 900))
        first = PrintedDate(f"on {day.day} {_month_name(day)} {day.year}", day, day)
        weekday = calendar.day_name[(day.weekday() + n % 7) % 7]
        ahead = (n % 7) or 7
        monday = day - _DAY * day.weekday()
        told = [
            ("a day later", day + _DAY, day + _DAY),
            ("the next day", day + _DAY, day + _DAY),
            ("the following day", day + _DAY, day + _DAY),
            ("the day after", day + _DAY, day + _DAY),
            ("the day before", day - _DAY, day - _DAY),
            ("a day earlier", day - _DAY, day - _DAY),
            ("the previous night", day - _DAY, day - _DAY),
            ("the same day", day, day),
            ("that night", day, day),
            (f"{number} days later", day + _DAY * n, day + _DAY * n),
            (f"{number} days earlier", day - _DAY * n, day - _DAY * n),
            ("a week later", day + _DAY * 7, day + _DAY * 7),
            (f"{number} weeks earlier", day - _DAY * 7 * n, day - _DAY * 7 * n),
            (f"the following {weekday}", day + _DAY * ahead, day + _DAY * ahead),
            ("the following week", monday + _DAY * 7, monday + _DAY * 13),
            ("the same month", *_whole_month(day)),
            ("later that year", dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)),
        ]
    else:
        start, end = _whole_month(published - _DAY * draw(st.integers(60, 900)))
        first = PrintedDate(f"in {_month_name(start)} {start.year}", start, end)
        told = [
            ("a month later", *_whole_month(end + _DAY)),
            ("the following month", *_whole_month(end + _DAY)),
            ("the previous month", *_whole_month(start - _DAY)),
            (f"{number} months earlier", *_whole_month(start - relativedelta(months=n))),
            ("that year", dt.date(start.year, 1, 1), dt.date(start.year, 12, 31)),
        ]
    return first, PrintedDate(*draw(st.sampled_from(told)))


_FRAMES = (
    "Nine people were killed {} in Derna.",
    "Medics said nine people were killed {}.",
    "Shells hit the port {}, killing a guard, and nobody claimed them.",
    "“We buried nine men {},” said Salem, a baker.",
)


_TELLING = ("", ", medics said on {}", ", a doctor told AFP on {}")
_SECOND = (
    "A tenth man died {}.",
    "Shells hit the port {}, killing a guard.",
    "Nobody was hurt in a raid {}.",
)


@st.composite
def printed_dates(draw: st.DrawFn) -> PrintedStory:
    """Draw stories with dates as newspapers word them, and the days that they mean.

    Use it to test a reader of dates: what it finds must be the dates of the story, in order, and no others.

    >>> from hypothesis import given
    >>> from libya_news.testing import printed_dates
    >>> @given(printed_dates())
    ... def test_every_date_stands_in_its_story(story):
    ...     assert all(date.words in story.text and date.start <= date.end for date in story.dates)
    >>> test_every_date_stands_in_its_story()
    """
    published = draw(st.dates(dt.date(2011, 3, 1), dt.date(2026, 12, 31)))
    if draw(st.integers(0, 3)) == 0:
        first, second = draw(_told_from(published))
        telling = draw(st.sampled_from(_TELLING))
        day = published - _DAY * draw(st.integers(0, 6))
        said = PrintedDate(f"on {calendar.day_name[day.weekday()]}", day, day)
        text = f"Nine people were killed {first.words}{telling.format(calendar.day_name[day.weekday()])}. "
        text += draw(st.sampled_from(_SECOND)).format(second.words)
        return PrintedStory(text, published, (first, said, second) if telling else (first, second))
    kinds = (_recent_days, _dated_days, _months, _spans, _ranges, _since, _feasts, _weekdays_ago)
    printed = PrintedDate(*draw(draw(st.sampled_from(kinds))(published)))
    return PrintedStory(draw(st.sampled_from(_FRAMES)).format(printed.words), published, (printed,))
