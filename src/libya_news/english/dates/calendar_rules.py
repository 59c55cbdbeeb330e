"""Rules for days, months and years by their names and numbers."""

from __future__ import annotations

from libya_news.english.dates.phrases import Found, Phrase
from libya_news.rules.rule import Counterexample, Example, Rule

DAYNUM = "[DAY|ORDDAY]"
WEEKDAY = "(?: (?P<wd>[WEEKDAY|WDSHORT]) PART? [COMMA|OPEN]? (?:ON? THE)? )?"
YEAR = "(?: COMMA? (?P<year>YEAR) | OF? (?P<ref>[LAST|THIS|NEXT|THAT]) (?P<refunit>UNIT) )"
TO = "[HYPHEN|TO|AND|UNTIL|THROUGH]"
TAIL = "SHUT?"
_THIS_CENTURY = 50  # "17" is 2017, "96" is 1996


def in_calendar(found: Found, **fields: int | None) -> Phrase | None:
    """Return the phrase of a day, month or year with its stated or told year ("June last year")."""
    ref = found.which("ref") if found.has("ref") else ""
    if ref and found.unit("refunit") != "year":
        return None
    return Phrase("calendar", year=found.year(), which=ref, **fields)  # type: ignore[arg-type]


def _weekday(found: Found) -> int | None:
    return found.index("wd", "WEEKDAY", "WDSHORT")


def _iso(found: Found) -> Phrase:
    return Phrase("calendar", year=found.year(), month=found.number("month"), day=found.number("day"))


def _numeric(found: Found) -> Phrase:
    # British order is the habit of Libyan and European papers; the American one is kept as the other reading.
    return Phrase(
        "numeric",
        year=found.year(),
        day=found.number("a"),
        month=found.number("b"),
        weekday=_weekday(found),
    )


def _dotted(found: Found) -> Phrase:
    day, month, year = (int(part) for part in found.word("date").split("."))
    return Phrase("numeric", year=year, day=day, month=month)


def _short_year(found: Found) -> Phrase | None:
    short = found.word("yy")
    if len(short) != 2:
        return None
    year = int(short) + (2000 if int(short) < _THIS_CENTURY else 1900)
    return Phrase(
        "numeric", year=year, day=found.number("a"), month=found.number("b"), weekday=_weekday(found)
    )


def _nth(found: Found) -> Phrase | None:
    ref = found.which("ref") if found.has("ref") else "same" if found.has("same") else ""
    if found.has("refunit") and found.unit("refunit") != "month":
        return None
    return Phrase("nth", day=found.number("day"), weekday=_weekday(found), which=ref)


def _day_month(found: Found) -> Phrase | None:
    return in_calendar(
        found, day=found.number("day"), month=found.index("month", "MONTH"), weekday=_weekday(found)
    )


def _days_month(found: Found) -> Phrase | None:
    return in_calendar(
        found,
        day=found.number("day"),
        last_day=found.number("last"),
        month=found.index("month", "MONTH"),
        weekday=_weekday(found),
    )


def _word_day(found: Found) -> Phrase | None:
    return in_calendar(found, day=found.index("nth", "ORDINAL"), month=found.index("month", "MONTH"))


RULES: tuple[Rule, ...] = (
    Rule(
        id="en.dates.iso",
        summary="A day in ISO order.",
        pattern="(?P<year>YEAR) [HYPHEN|SLASH] (?P<month>DAY) [HYPHEN|SLASH] (?P<day>DAY)",
        produce=_iso,
        examples=(
            Example("The list of [2017-06-30] has nine names.", "2017-06-30"),
            Example("Posted [2017/06/30] by the desk.", "2017-06-30"),
        ),
        source="ISO 8601-1:2019",
    ),
    Rule(
        id="en.dates.numeric",
        summary="A day in figures with its year, British order first.",
        pattern=f"{WEEKDAY} (?P<a>DAY) [SLASH|HYPHEN] (?P<b>DAY) [SLASH|HYPHEN] (?P<year>YEAR)",
        produce=_numeric,
        examples=(
            Example("Published [on 04/06/2017] by the desk.", "2017-06-04"),
            Example("Posted [06/30/2017] by the desk.", "2017-06-30"),
            Example("Posted [Friday 30-06-2017] by the desk.", "2017-06-30"),
        ),
        counterexamples=(Counterexample("Ward 9/11 took nine men.", "a fraction or a name, no year"),),
    ),
    Rule(
        id="en.dates.dotted",
        summary="A day in figures with dots.",
        pattern="(?P<date>DOTDATE)",
        produce=_dotted,
        examples=(Example("Posted [30.06.2017] by the desk.", "2017-06-30"),),
    ),
    Rule(
        id="en.dates.short_year",
        summary="A day in figures with a year of two figures, after its weekday or a preposition.",
        pattern="(?: (?<=ON) | (?P<wd>[WEEKDAY|WDSHORT]) COMMA? ) (?P<a>DAY) SLASH (?P<b>DAY) SLASH (?P<yy>NUM)",
        produce=_short_year,
        examples=(
            Example("The truck exploded [on 30/6/17] near the gate.", "2017-06-30"),
            Example("[Friday 30/6/17] | Sirte", "2017-06-30"),
        ),
        counterexamples=(Counterexample("The panel split 4/7/17 on the vote.", "counts"),),
    ),
    Rule(
        id="en.dates.nth_of",
        summary="The 4th of this month, the 4th of the same month.",
        pattern="(?: (?P<wd>WEEKDAY) COMMA? )? THE? (?P<day>ORDDAY) OF"
        " (?: (?P<ref>[LAST|THIS|THAT]) SAME? | (?P<same>THE SAME) ) (?P<refunit>UNIT)",
        produce=_nth,
        examples=(
            Example("Shells hit the camp [on the 4th of this month].", "2017-07-04"),
            Example("Shells hit the camp [on the 4th of last month].", "2017-06-04"),
            Example("He fled on 2 May and died [on the 14th of the same month].", "2017-05-14"),
        ),
    ),
    Rule(
        id="en.dates.days_month",
        summary="Days of one month, the month after them: 4 to 6 April 2017.",
        pattern=f"{WEEKDAY} (?P<day>{DAYNUM}) (?: COMMA {DAYNUM} ){{0,4}} {TO} (?P<last>{DAYNUM}) OF?"
        f" (?P<month>MONTH) {YEAR}?",
        produce=_days_month,
        examples=(
            Example("Nine died [from 4 to 6 April].", "2017-04-04/2017-04-06"),
            Example("Nine died [between 20 and 23 January 2016].", "2016-01-20/2016-01-23"),
            Example("Nine died [on 4, 5 and 6 April].", "2017-04-04/2017-04-06"),
            Example("Nine died [on the night of 19 to 20 May].", "2017-05-19/2017-05-20"),
            Example("Nine died [from 4-6 April last year].", "2016-04-04/2016-04-06"),
        ),
        counterexamples=(
            Counterexample("The front pushed 4 to 6 km west.", "a distance"),
            Counterexample("Shells wounded 6-8 people.", "a count"),
        ),
    ),
    Rule(
        id="en.dates.month_days",
        summary="Days of one month, the month before them: June 8-10, 2017; between June 8 and 10.",
        pattern=f"{WEEKDAY} (?P<month>MONTH) (?P<day>{DAYNUM}) (?:"
        f" (?: [HYPHEN|TO|THROUGH|UNTIL] | (?<=BETWEEN MONTH DAY) AND ) (?P<last>{DAYNUM}) (?!MONTH)"
        f" | AND (?P<and>{DAYNUM}) (?=[STOP|COMMA|BREAK])"
        f" | (?: COMMA ORDDAY ){{0,4}} AND (?P<nth>ORDDAY) ) {YEAR}?",
        produce=lambda found: _month_days(found),
        examples=(
            Example("Nine died [on June 8-10, 2016].", "2016-06-08/2016-06-10"),
            Example("Nine men taken [between June 8 and 10] are missing.", "2017-06-08/2017-06-10"),
            Example("Nine died [from June 8 to 10].", "2017-06-08/2017-06-10"),
            Example("Nine died [on June 8 and 9].", "2017-06-08/2017-06-09"),
            Example("Nine died [on June 2nd, 3rd and 4th].", "2017-06-02/2017-06-04"),
        ),
    ),
    Rule(
        id="en.dates.day_month",
        summary="A day of a month, the day first, with or without weekday and year.",
        pattern=f"{WEEKDAY} (?P<day>{DAYNUM}) OF? (?P<month>MONTH) {YEAR}? {TAIL}",
        produce=_day_month,
        examples=(
            Example("Nine died [on 4 June].", "2017-06-04"),
            Example("Nine died [on the 4th of June 2016].", "2016-06-04"),
            Example("[Sunday, 4 June 2017] | Sirte", "2017-06-04"),
            Example("Nine died [on 4 June last year].", "2016-06-04"),
            Example("The war of 2011 closed [on 31 October of that year].", "2011-10-31"),
            Example("The council will meet [on 4 August].", "2017-08-04"),
            Example("Nine died [on Sunday (4 June)].", "2017-06-04"),
        ),
        counterexamples=(
            Counterexample("He lost 12 men who march on foot.", "the verb march"),
            Counterexample("Of 12 hurt, 4 may die.", "the modal may"),
        ),
    ),
    Rule(
        id="en.dates.word_day",
        summary="The first of June.",
        pattern=f"(?P<nth>ORDINAL) OF (?P<month>MONTH) {YEAR}?",
        produce=_word_day,
        examples=(Example("The base fell [on the first of June].", "2017-06-01"),),
    ),
    Rule(
        id="en.dates.month_day",
        summary="A day of a month, the month first, with or without weekday and year.",
        pattern=f"{WEEKDAY} (?P<month>MONTH) (?P<day>{DAYNUM}) {YEAR}? {TAIL}",
        produce=_day_month,
        examples=(
            Example("Nine died [on June 4].", "2017-06-04"),
            Example("Nine died [on Saturday, June 4, 2016].", "2016-06-04"),
            Example("SIRTE, [June 4] (Agency) - Nine died.", "2017-06-04"),
            Example("A lawyer was taken [on July 26 last year].", "2016-07-26"),
        ),
        counterexamples=(Counterexample("On may 4 of them agree.", "the modal may, in lower case"),),
    ),
    Rule(
        id="en.dates.weekday_nth",
        summary="A weekday with its day of the month, the month left out: on Tuesday 4th.",
        pattern="(?P<wd>WEEKDAY) COMMA? THE? (?P<day>ORDDAY) (?=[STOP|COMMA|BREAK|AND|IN|AT])",
        produce=_nth,
        examples=(
            Example("Nine died [on Tuesday 4th], a nurse said.", "2017-07-04"),
            Example("Nine died [on Thursday the 29th].", "2017-06-29"),
        ),
        counterexamples=(Counterexample("On Monday 4th Brigade men fled.", "a unit"),),
    ),
)


def _month_days(found: Found) -> Phrase | None:
    return in_calendar(
        found,
        day=found.number("day"),
        last_day=found.number(next(name for name in ("last", "and", "nth") if found.has(name))),
        month=found.index("month", "MONTH"),
        weekday=_weekday(found),
    )
