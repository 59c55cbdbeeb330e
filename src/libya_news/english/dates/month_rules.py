"""Rules for months, years, decades and seasons by their names and numbers."""

from __future__ import annotations

from libya_news.english.dates.calendar_rules import YEAR, in_calendar
from libya_news.english.dates.phrases import Found, Phrase
from libya_news.rules.rule import Counterexample, Example, Rule

# What follows is no mark, figure, small word or verb: most likely a noun.
NOUN = (
    "(?![STOP|BREAK|COMMA|HYPHEN|SHUT|OPEN|SLASH|NUM|DAY|YEAR|ORDDAY|POSS|AND|OF|AT|IN|ON|TO|BY|FROM|FOR|SINCE"
    "|UNTIL|BEFORE|AFTER|DURING|OVER|THE|A|THIS|THAT|PASTVERB|FUTURE|ISARE|PRESENT|LATER|EARLIER])"
)


def _month_possessive(found: Found) -> Phrase:
    return Phrase("calendar", month=found.index("month", "MONTH"))


def _month_year(found: Found) -> Phrase | None:
    return in_calendar(found, month=found.index("month", "MONTH"))


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


def _season(found: Found) -> Phrase | None:
    if not found.has("season"):
        year = found.number("year2") if found.has("year2") else None
        group = "fall" if found.has("fall") else "fall2"
        return Phrase("season", month=found.index(group, "FALL"), year=year, which=found.which("which2"))
    ref = found.which("ref") if found.has("ref") else ""
    if ref and found.unit("refunit") != "year":
        return None
    return Phrase(
        "season",
        month=found.index("season", "SEASON"),
        year=found.year(),
        which=found.which(),
        unit=ref,
        alone=found.has("which") or found.has("year") or found.has("ref"),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        id="en.dates.month_possessive",
        summary="A month as the owner of what happened in it: June's toll.",
        pattern="(?!SURNAME) (?P<month>MONTH) (?=POSS)",
        produce=_month_possessive,
        examples=(Example("[June]'s toll rose to 70.", "2017-06-01/2017-06-30"),),
        counterexamples=(Counterexample("May's government fell.", "a surname"),),
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
        pattern="(?! SURNAME POSS (?! [EVENT|TURMOIL|PLANNED])) (?P<month>MONTH)",
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
            Counterexample("In May's view the war was lost.", "a surname"),
        ),
    ),
    Rule(
        id="en.dates.month_attribute",
        summary="A month in front of its noun: a June raid, the April offensive, his February visit.",
        pattern=f"(?<=[THE|A|OWNER|THEIR]) (?!SURNAME !EVENT) (?P<month>MONTH) {NOUN}",
        produce=_month_possessive,
        examples=(
            Example("A [June] raid killed nine.", "2017-06-01/2017-06-30"),
            Example("The [April] offensive had failed.", "2017-04-01/2017-04-30"),
            Example("The [May] attack killed nine.", "2017-05-01/2017-05-31"),
        ),
        counterexamples=(
            Counterexample("The May cabinet fell.", "a surname"),
            Counterexample("The March of the dead filled the street.", "a march"),
        ),
    ),
    Rule(
        id="en.dates.year_possessive",
        summary="A year as the owner of what happened in it: 2014's fighting.",
        pattern="(?P<year>YEAR) (?=POSS)",
        produce=_year_attribute,
        examples=(Example("Nobody forgot [2014]'s dead.", "2014-01-01/2014-12-31"),),
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
        pattern="(?: (?: (?P<which>[LAST|THIS|NEXT]) )? (?P<season>SEASON)"
        " (?: OF? (?P<year>YEAR) | OF (?P<ref>[LAST|THIS|NEXT|THAT]) (?P<refunit>UNIT) )?"
        " | (?P<which2>[LAST|THIS|NEXT]) (?P<fall>FALL) (?!OF) | (?P<fall2>FALL) OF? (?P<year2>YEAR) )",
        produce=_season,
        examples=(
            Example("The port burned [last summer].", "2016-06-01/2016-08-31"),
            Example("Nine died [in the winter of 2014].", "2014-12-01/2015-02-28"),
            Example("Nine died [in the summer of last year].", "2016-06-01/2016-08-31"),
            Example("Nine died on 3 May 2014, forty [in the autumn of that year].", "2014-09-01/2014-11-30"),
            Example("Nine died [in the fall of 2014].", "2014-09-01/2014-11-30"),
        ),
        counterexamples=(
            Counterexample("The Arab Spring began in Tunisia.", "a name"),
            Counterexample("Nine died in the fall of Sirte.", "a defeat, no autumn"),
        ),
    ),
)
