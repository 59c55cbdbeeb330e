"""An interval printed as newspaper English reads back as the same interval."""

from __future__ import annotations

import calendar
import datetime as dt

from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from libya_news.english.dates.grammar import grammar
from libya_news.english.dates.lexicon import lexicon
from libya_news.knowledge.periods import find_period
from libya_news.parsing.dates import DateHit, find_dates
from libya_news.text.tokens import Tokens, tokenize

DAY = dt.timedelta(days=1)
Printed = tuple[str, dt.date, dt.date]

published_days = st.dates(dt.date(2011, 3, 1), dt.date(2026, 12, 31))
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def month_name(day: dt.date) -> str:
    return calendar.month_name[day.month]


def whole_month(day: dt.date) -> tuple[dt.date, dt.date]:
    first = day.replace(day=1)
    return first, first + relativedelta(months=1, days=-1)


def ordinal(n: int) -> str:
    ending = "th" if 10 < n < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


@st.composite
def recent_days(draw: st.DrawFn, published: dt.date) -> Printed:
    """A day of the last week, by its weekday."""
    back = draw(st.integers(0, 6))
    day = published - DAY * back
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
def dated_days(draw: st.DrawFn, published: dt.date) -> Printed:
    """A day with its month, with or without the year."""
    if draw(st.booleans()):
        day = published - DAY * draw(st.integers(0, 300))
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
    month = month_name(day)
    short = month if len(month) <= 4 else f"{month[:3]}."
    words = draw(st.sampled_from(forms)).format(
        d=day.day,
        m=month,
        o=ordinal(day.day),
        y=day.year,
        iso=day.isoformat(),
        w=calendar.day_name[day.weekday()],
        a=short,
    )
    return words, day, day


@st.composite
def months(draw: st.DrawFn, published: dt.date) -> Printed:
    """A month or a third of one."""
    near = draw(st.booleans())
    start = published.replace(day=1) - relativedelta(months=draw(st.integers(0, 10 if near else 200)))
    first, last = whole_month(start)
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
    return f"{'at' if 'end' in part else 'in'} {part}{month_name(start)}{year}", first, last


@st.composite
def spans(draw: st.DrawFn, published: dt.date) -> Printed:
    """A stretch up to publication, or one told from it."""
    n = draw(st.integers(2, 12))
    number = draw(st.sampled_from([str(n), NUMBERS[n]]))
    monday = published - DAY * published.weekday()
    last_month = whole_month(published.replace(day=1) - DAY)
    year = published.year
    return draw(
        st.sampled_from(
            [
                (f"in {number} days", published - DAY * n, published),
                (f"in the past {number} days", published - DAY * n, published),
                (f"over the last {number} weeks", published - DAY * 7 * n, published),
                (f"in the past {24 * n} hours", published - DAY * n, published),
                (f"in {number} months", published - relativedelta(months=n), published),
                (f"{number} days ago", published - DAY * n, published - DAY * n),
                ("last week", monday - DAY * 7, monday - DAY),
                ("this week", monday, published),
                ("last month", *last_month),
                ("this month", published.replace(day=1), published),
                ("so far this year", dt.date(year, 1, 1), published),
                ("last year", dt.date(year - 1, 1, 1), dt.date(year - 1, 12, 31)),
                (f"in {year - n}", dt.date(year - n, 1, 1), dt.date(year - n, 12, 31)),
                ("overnight", published - DAY, published),
                ("since the start of the year", dt.date(year, 1, 1), published),
            ]
        )
    )


@st.composite
def ranges(draw: st.DrawFn, published: dt.date) -> Printed:
    """Two ends."""
    end = published - DAY * draw(st.integers(0, 300))
    start = end - DAY * draw(st.integers(1, 20))
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
        a=start.day, b=end.day, k=month_name(start), m=month_name(end), x=start.year, y=end.year
    )
    return words, start, end


@st.composite
def since(draw: st.DrawFn, published: dt.date) -> Printed:
    """From a day to publication."""
    words, start, _ = draw(st.one_of(dated_days(published), months(published)))
    assume(start <= published)
    words = words.removeprefix("on ").removeprefix("in ").removeprefix("at ")
    if words.startswith("the first half"):
        words = words.removeprefix("the first half of ")
    return f"since {words}", start, published


def shifted(tokens: Tokens, hit: DateHit, by: int) -> tuple[int, int]:
    """The offsets of a hit, moved."""
    start, end = tokens.span(hit.first, hit.last)
    return start + by, end + by


FRAMES = (
    "Nine people were killed {} in Derna.",
    "Medics said nine people were killed {}.",
    "Shells hit the port {}, killing a guard, and nobody claimed them.",
    "“We buried nine men {},” said Salem, a baker.",
)


@st.composite
def feasts(draw: st.DrawFn, published: dt.date) -> Printed:
    """A feast of a year that the table has, a day of it, the eve of it; the year stated or told."""
    name, words = draw(
        st.sampled_from(
            [("ramadan", "Ramadan"), ("eid-al-fitr", "Eid al-Fitr"), ("eid-al-adha", "Eid al-Adha")]
        )
    )
    year = published.year - draw(st.integers(1, 2))
    period = find_period(name, published, year=year)
    assume(period is not None)
    assert period is not None
    told = [f"{words} {year}"]
    if year == published.year - 1:
        told += [f"{words} last year", f"{words} of last year"]
    feast = draw(st.sampled_from(told))
    n = draw(st.integers(1, 3))
    nth = ("first", "second", "third")[n - 1]
    day = period.start + DAY * (n - 1)
    eve = period.start - DAY
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
def stories(draw: st.DrawFn) -> tuple[str, dt.date, Printed]:
    published = draw(published_days)
    kinds = (recent_days, dated_days, months, spans, ranges, since, feasts)
    printed = draw(draw(st.sampled_from(kinds))(published))
    return draw(st.sampled_from(FRAMES)).format(printed[0]), published, printed


@given(stories())
def test_printed_interval_reads_back_equal(story: tuple[str, dt.date, Printed]) -> None:
    text, published, (words, start, end) = story
    tokens = tokenize(text)
    hits = find_dates(tokens, published)
    assert [(tokens.quote(h.first, h.last), h.start, h.end) for h in hits] == [(words, start, end)]


@given(stories(), st.sampled_from(("The mayor spoke. ", "No one was hurt, he said.\n\n", "Why? ")))
def test_a_neutral_sentence_in_front_shifts_and_changes_nothing(
    story: tuple[str, dt.date, Printed], front: str
) -> None:
    text, published, _ = story
    plain, moved = tokenize(text), tokenize(front + text)
    by = len(front)
    expected = [
        (plain.starts[h.first] + by, plain.ends[h.last - 1] + by, h.start, h.end)
        for h in find_dates(plain, published)
    ]
    assert [
        (moved.starts[h.first], moved.ends[h.last - 1], h.start, h.end) for h in find_dates(moved, published)
    ] == expected


_WORDS = sorted(
    {entry.word for entry in lexicon().entries} | {"31", "12", "2017", "1st", "14:30", "men", "May", "Sat."}
)


@given(st.lists(st.sampled_from(_WORDS), max_size=40), st.none() | st.dates())
def test_any_words_of_dates_are_read_without_error_in_order(
    words: list[str], published: dt.date | None
) -> None:
    tokens = tokenize(" ".join(words))
    hits = find_dates(tokens, published)
    at = 0
    for hit in hits:
        assert at <= hit.first < hit.last <= len(tokens)
        at = hit.last
        assert (hit.start is None) == (hit.reason is not None)
        assert hit.start is None or hit.end is None or hit.start <= hit.end
    assert hits == find_dates(tokens, published)


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_triggers_lose_nothing(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    code = lexicon().alphabet.encode(tokens.words)
    assert grammar().find(code, tokens.low) == grammar().find(code, tokens.low, triggered=False)


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read(text: str, published: dt.date | None) -> None:
    find_dates(tokenize(text), published)
