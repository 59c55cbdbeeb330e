"""Rules for days, months and years by their names and numbers."""

from __future__ import annotations

from libya_news.english.dates.phrases import Found, Phrase
from libya_news.rules.rule import Counterexample, Example, Rule

DAYNUM = "[DAY|ORDDAY]"
WEEKDAY = "(?: (?P<wd>[WEEKDAY|WDSHORT]) PART? [COMMA|OPEN]? (?:ON? THE)? )?"
YEAR = "(?: COMMA? (?P<year>YEAR) | OF? (?P<ref>[LAST|THIS|NEXT|THAT]) (?P<refunit>UNIT) )"
TO = "[HYPHEN|TO|AND|UNTIL|THROUGH]"
TAIL = "SHUT?"


def _calendar(found: Found, **fields: int | None) -> Phrase | None:
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


def _weekday_numeric(found: Found) -> Phrase:
    return Phrase("numeric", day=found.number("a"), month=found.number("b"), weekday=_weekday(found))


def _day_month(found: Found) -> Phrase | None:
    return _calendar(
        found, day=found.number("day"), month=found.index("month", "MONTH"), weekday=_weekday(found)
    )


def _days_month(found: Found) -> Phrase | None:
    return _calendar(
        found,
        day=found.number("day"),
        last_day=found.number("last"),
        month=found.index("month", "MONTH"),
        weekday=_weekday(found),
    )


def _word_day(found: Found) -> Phrase | None:
    return _calendar(found, day=found.index("nth", "ORDINAL"), month=found.index("month", "MONTH"))


def _month_possessive(found: Found) -> Phrase:
    return Phrase("calendar", month=found.index("month", "MONTH"))


def _month_year(found: Found) -> Phrase | None:
    return _calendar(found, month=found.index("month", "MONTH"))


def _month_ref(found: Found) -> Phrase:
    return Phrase("month_ref", month=found.index("month", "MONTH"), which=found.which())


def _month(found: Found) -> Phrase:
    return Phrase("calendar", month=found.index("month", "MONTH"), alone=False)


def _year(found: Found) -> Phrase:
    return Phrase("calendar", year=found.year(), alone=False)


def _years(found: Found) -> Phrase | None:
    first, last = found.number("year"), found.number("to")
    if first is None or last is None:
        return None
    if last <= 12:
        return Phrase("calendar", year=first, month=last)
    last += first // 100 * 100
    return Phrase("years", year=first, n=last) if first < last else None


def _year_attribute(found: Found) -> Phrase:
    return Phrase("calendar", year=found.year())


def _revolt_of(found: Found) -> Phrase:
    year = found.year()
    if year == 2011:
        return Phrase("feast", which=str(found.value("name", "REVOLT")), alone=False)
    return Phrase("calendar", year=year)


def _decade(found: Found) -> Phrase:
    return Phrase("decade", year=int(found.word("decade")[:4]))


def _season(found: Found) -> Phrase:
    if not found.has("season"):
        year = found.number("year2") if found.has("year2") else None
        group = "fall" if found.has("fall") else "fall2"
        return Phrase("season", month=found.index(group, "FALL"), year=year, which=found.which("which2"))
    return Phrase(
        "season",
        month=found.index("season", "SEASON"),
        year=found.year(),
        which=found.which(),
        alone=found.has("which") or found.has("year"),
    )


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
        id="en.dates.month_possessive",
        summary="A month as the owner of what happened in it: June's toll.",
        pattern="(?!SURNAME) (?P<month>MONTH) (?=POSS)",
        produce=_month_possessive,
        examples=(Example("[June]'s toll rose to 70.", "2017-06-01/2017-06-30"),),
        counterexamples=(Counterexample("May's government fell.", "a surname"),),
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
        id="en.dates.month_year",
        summary="A month of a stated or a told year.",
        pattern=f"(?P<month>MONTH) {YEAR}",
        produce=_month_year,
        examples=(
            Example("Nine died [in March 2012].", "2012-03-01/2012-03-31"),
            Example("Nine died [in March last year].", "2016-03-01/2016-03-31"),
            Example("Civilian casualties: [March 2016]", "2016-03-01/2016-03-31"),
        ),
    ),
    Rule(
        id="en.dates.month_ref",
        summary="Last, this or next July.",
        pattern="(?P<which>[LAST|THIS|NEXT]) (?P<month>MONTH)",
        produce=_month_ref,
        examples=(
            Example("Nine died [last July].", "2016-07-01/2016-07-31"),
            Example("The vote is set [for next March].", "2018-03-01/2018-03-31"),
        ),
        counterexamples=(Counterexample("This may end the war.", "the modal may"),),
    ),
    Rule(
        id="en.dates.month",
        summary="A month by its name, after a preposition or a word such as early, mid-, late.",
        pattern="(?P<month>MONTH)",
        produce=_month,
        examples=(
            Example("Nine died [in June].", "2017-06-01/2017-06-30"),
            Example("Nine died [in early June].", "2017-06-01/2017-06-10"),
            Example("Nine died [in mid-May].", "2017-05-11/2017-05-20"),
            Example("Nine died [in the first half of May].", "2017-05-01/2017-05-15"),
            Example("Nine died [between May and June].", "2017-05-01/2017-06-30"),
            Example("Nine have died [since August].", "2016-08-01/2017-07-08"),
        ),
        counterexamples=(
            Counterexample("Five may have died.", "the modal may"),
            Counterexample("May they rest in peace.", "the modal may at the head of a sentence"),
            Counterexample("The men march on Sirte.", "the verb march"),
            Counterexample("Theresa May, the prime minister, spoke.", "a surname"),
        ),
    ),
    Rule(
        id="en.dates.decade",
        summary="A decade in figures.",
        pattern="(?P<decade>DECADE)",
        produce=_decade,
        examples=(Example("The prison was built [in the 1990s].", "1990-01-01/1999-12-31"),),
    ),
    Rule(
        id="en.dates.years",
        summary="A year with the short form of the year after it, or with its month in figures.",
        pattern="(?P<year>YEAR) HYPHEN (?P<to>DAY)",
        produce=_years,
        examples=(
            Example("The war of [2014-15] ruined the port.", "2014-01-01/2015-12-31"),
            Example("The bulletin of [2016-03] has nine names.", "2016-03-01/2016-03-31"),
        ),
    ),
    Rule(
        id="en.dates.revolt_of",
        summary="During or since the 2011 revolution: its days; an uprising of another year gives the year.",
        pattern="(?<=[SINCE|DURING] THE) (?P<year>YEAR) (?P<name>REVOLT)",
        produce=_revolt_of,
        examples=(
            Example("Nine died [during the 2011 revolution].", "2011-02-15/2011-10-23"),
            Example("Nobody has been tried [since the 2011 uprising].", "2011-02-15/2017-07-08"),
            Example("Nine died during the [2014 uprising].", "2014-01-01/2014-12-31"),
        ),
        counterexamples=(Counterexample("He fought in the February 17 revolution.", "the name of an event"),),
        source="knowledge/periods.toml",
    ),
    Rule(
        id="en.dates.year_attribute",
        summary="A year in front of its noun: the 2011 war, a 2006 demonstration.",
        pattern="(?<=[THE|A|OWNER]) (?P<year>YEAR) (?![STOP|BREAK|COMMA|HYPHEN|SHUT])",
        produce=_year_attribute,
        examples=(
            Example("It is the worst since the [2011] war.", "2011-01-01/2011-12-31"),
            Example("They marked a [2006] demonstration.", "2006-01-01/2006-12-31"),
        ),
        counterexamples=(Counterexample("The council adopted resolution 2009.", "a number of a document"),),
    ),
    Rule(
        id="en.dates.year",
        summary="A year after a preposition.",
        pattern="(?P<year>YEAR)",
        produce=_year,
        examples=(
            Example("Nine died [in 2012].", "2012-01-01/2012-12-31"),
            Example("The port has been shut [since mid-2016].", "2016-06-01/2017-07-08"),
            Example("Nine died [in late 2016].", "2016-10-01/2016-12-31"),
            Example("The war of [2014-2016] ruined the port.", "2014-01-01/2016-12-31"),
            Example("Evidence was gathered [from 2015 until June 2016].", "2015-01-01/2016-06-30"),
        ),
        counterexamples=(
            Counterexample("It adopted resolution 2009 (2011).", "numbers of a document"),
            Counterexample("At least 2011 migrants drowned.", "a count"),
        ),
    ),
    Rule(
        id="en.dates.season",
        summary="A season: last summer, in the spring, since spring 2016.",
        pattern="(?: (?: (?P<which>[LAST|THIS|NEXT]) )? (?P<season>SEASON) (?: OF? (?P<year>YEAR) )?"
        " | (?P<which2>[LAST|THIS|NEXT]) (?P<fall>FALL) (?!OF) | (?P<fall2>FALL) OF? (?P<year2>YEAR) )",
        produce=_season,
        examples=(
            Example("The port burned [last summer].", "2016-06-01/2016-08-31"),
            Example("Nine died [in the winter of 2014].", "2014-12-01/2015-02-28"),
            Example("Nine died [in the fall of 2014].", "2014-09-01/2014-11-30"),
        ),
        counterexamples=(
            Counterexample("The Arab Spring began in Tunisia.", "a name"),
            Counterexample("Nine died in the fall of Sirte.", "a defeat, no autumn"),
        ),
    ),
)


def _month_days(found: Found) -> Phrase | None:
    return _calendar(
        found,
        day=found.number("day"),
        last_day=found.number(next(name for name in ("last", "and", "nth") if found.has(name))),
        month=found.index("month", "MONTH"),
        weekday=_weekday(found),
    )
