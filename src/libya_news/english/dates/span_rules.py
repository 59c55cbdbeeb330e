"""Rules for stretches of time (in two days) and for days told from another day (a day later)."""

from __future__ import annotations

from libya_news.english.dates.deictic_rules import NUMBER
from libya_news.english.dates.phrases import Found, Phrase
from libya_news.rules.rule import Counterexample, Example, Rule

UNIT = "(?P<unit>[UNIT|UNITS])"


def _count(found: Found) -> int | None:
    if found.has("vague"):
        return None
    return found.number("n") if found.has("n") else 1


def _past_units(found: Found) -> Phrase:
    if found.word("unit") == "weekend" and not found.has("n") and not found.has("vague"):
        return Phrase("unit", unit="weekend", which="last")
    return Phrase("span", n=_count(found), unit=found.unit(), which="past")


def _in_units(found: Found) -> Phrase | None:
    n = _count(found)
    if n == 1:
        return None  # "the most in one day" measures, it does not date
    return Phrase("span", n=n, unit=found.unit(), which="in")


def _for_units(found: Found) -> Phrase:
    return Phrase("span", n=_count(found), unit=found.unit(), which="for")


def _units_of(found: Found) -> Phrase:
    return Phrase("span", n=_count(found), unit=found.unit(), which="past")


def _recent(found: Found) -> Phrase:
    return Phrase("span", n=None, unit=found.unit(), which="past")


def _shift(found: Found) -> Phrase:
    n = _count(found)
    back = found.has("back")
    return Phrase("shift", n=None if n is None else (-n if back else n), unit=found.unit())


def _hours_later(found: Found) -> Phrase | None:
    # Hours that nobody counts are fewer than a day: the same day, the next one as the other reading.
    return Phrase("shift", n=1, unit="hour") if found.unit() == "hour" else None


def _before_event(found: Found) -> Phrase:
    n = _count(found)
    back = found.has("back")
    return Phrase("shift", n=None if n is None else (-n if back else n), unit=found.unit(), which="event")


def _next_unit(found: Found) -> Phrase | None:
    unit = "part" if found.has("part") else found.unit()
    if unit == "hour":
        return None
    which = "whole" if unit == "week" else ""
    return Phrase("shift", n=-1 if found.has("back") else 1, unit=unit, which=which, part=found.has("part"))


def _next_weekday(found: Found) -> Phrase:
    weekday = found.index("wd" if found.has("wd") else "wd2", "WEEKDAY")
    back = found.has("back") or found.has("back2")
    return Phrase("shift", n=-1 if back else 1, unit="weekday", weekday=weekday)


def _same(found: Found) -> Phrase | None:
    unit = "part" if found.has("part") else found.unit()
    return Phrase("same", unit=unit, part=unit in {"part", "night"}) if unit != "hour" else None


def _within(found: Found) -> Phrase | None:
    unit = found.unit()
    if not found.has("in") or unit not in {"week", "month", "year"}:
        return _same(found)
    return Phrase("within", unit=unit, n=-1 if found.has("early") else 1)


def _ordinal_day(found: Found) -> Phrase | None:
    n = found.index("nth", "ORDINAL")
    if n is None or found.unit() not in {"day", "night"}:
        return None
    return Phrase("shift", n=n - 1, unit=found.unit(), which="nth")


def _the_unit(found: Found) -> Phrase | None:
    unit = found.unit()
    return Phrase("the", unit=unit, alone=False) if unit in {"week", "month", "year"} else None


def _course(found: Found) -> Phrase | None:
    unit = found.unit()
    return Phrase("same", unit=unit) if unit in {"week", "month", "year"} else None


def _same_period(found: Found) -> Phrase:
    return Phrase("period_of", year=found.year(), which=found.which())


def _since_then(found: Found) -> Phrase:
    return Phrase("since_then")


RULES: tuple[Rule, ...] = (
    Rule(
        id="en.dates.since_then",
        summary="Since then: from the days last named to publication.",
        pattern="SINCE THEN (?!HYPHEN)",
        produce=_since_then,
        examples=(
            Example("The assault began in mid-May and 200 have died [since then].", "2017-05-11/2017-07-08"),
            Example("Nobody has been back [since then].", "?"),
        ),
        counterexamples=(Counterexample("Since the fire then spread, all fled.", "two words of their own"),),
    ),
    Rule(
        id="en.dates.same_period",
        summary="The same period of another year: up to the same day of it.",
        pattern="THE? SAME PERIOD [OF|IN]? (?: (?P<year>YEAR) | (?P<which>LAST) UNIT )",
        produce=_same_period,
        examples=(
            Example("Nine died, against forty [in the same period of 2016].", "2016-01-01/2016-07-08"),
            Example("Nine died, against forty [in the same period last year].", "2016-01-01/2016-07-08"),
        ),
    ),
    Rule(
        id="en.dates.course",
        summary="In the course of the month that the story speaks of.",
        pattern="(?: IN THE COURSE OF | DURING ) THE (?P<unit>UNIT)",
        produce=_course,
        examples=(
            Example(
                "A sheikh died on 9 March and four men [in the course of the month].", "2017-03-01/2017-03-31"
            ),
            Example("Nine died in May 2014, forty [during the year].", "2014-01-01/2014-12-31"),
        ),
    ),
    Rule(
        id="en.dates.past_units",
        summary="The last hours, days, weeks, months or years up to publication.",
        pattern=f"[IN|OVER|DURING|FOR|WITHIN]? THE [PAST|LAST] AROUND? {NUMBER}? LONG? {UNIT} (?!OF)",
        produce=_past_units,
        examples=(
            Example("Nine died [in the past 48 hours].", "2017-07-06/2017-07-08"),
            Example("Nine died [over the last two weeks].", "2017-06-24/2017-07-08"),
            Example("Nine died [in the past week].", "2017-07-01/2017-07-08"),
            Example("Nine died [in the last month].", "2017-06-08/2017-07-08"),
            Example("Nine died [over the past few days].", "?"),
            Example("Nine died [over the past weekend].", "2017-07-01/2017-07-02"),
        ),
    ),
    Rule(
        id="en.dates.recent",
        summary="In recent days, weeks, months: a time that nothing bounds.",
        pattern=f"[IN|OVER|DURING] THE? RECENT {UNIT}",
        produce=_recent,
        examples=(Example("Nine died [in recent days].", "?"),),
    ),
    Rule(
        id="en.dates.in_units",
        summary="In two days: up to publication, or that far ahead if the verb looks ahead.",
        pattern=f"[IN|OVER|DURING] (?: THE SPACE OF )? (?!A UNIT) AROUND? {NUMBER} LONG? {UNIT}"
        " (?![LATER|EARLIER|AGO])",
        produce=_in_units,
        examples=(
            Example("Nine died [in two days].", "2017-07-06/2017-07-08"),
            Example("It was the third such raid [in four months].", "2017-03-08/2017-07-08"),
            Example("The port will reopen [in two weeks].", "2017-07-22"),
        ),
        counterexamples=(
            Counterexample("Nine died in two raids.", "no unit of time"),
            Counterexample("The men arrived in 20 minutes.", "minutes date nothing"),
            Counterexample("Never have so many died in one day.", "a measure, no time"),
            Counterexample("It was the boldest attempt in a decade.", "a measure, no time"),
            Counterexample("More may leave if it does not stop within 48 hours.", "a term, no time"),
        ),
    ),
    Rule(
        id="en.dates.for_units",
        summary="For two days: up to publication if the verb says that it still lasts, else unknown.",
        pattern=f"FOR AROUND? {NUMBER} LONG? {UNIT} (?![LATER|EARLIER|AGO])",
        produce=_for_units,
        examples=(
            Example("The town has lived without police [for four years].", "2013-07-08/2017-07-08"),
            Example("[For five months] nobody has left the town.", "2017-02-08/2017-07-08"),
            Example("He was held [for three days].", "?"),
        ),
    ),
    Rule(
        id="en.dates.units_of",
        summary="Two weeks of fighting: the weeks up to publication.",
        pattern=f"AROUND? {NUMBER} LONG? {UNIT} OF TURMOIL",
        produce=_units_of,
        examples=(
            Example("The toll of [two months of siege] is nine.", "2017-05-08/2017-07-08"),
            Example("The toll of [nearly four weeks of clashes] is nine.", "2017-06-10/2017-07-08"),
        ),
        counterexamples=(Counterexample("Nine got two years of prison.", "a sentence"),),
    ),
    Rule(
        id="en.dates.before_event",
        summary="A day before the attack: told from the day of the event, or the day beside it.",
        pattern=f"AROUND? {NUMBER} {UNIT} (?: (?P<back>BEFORE) | AFTER ) [THE|THAT|THIS] EVENT",
        produce=_before_event,
        examples=(
            Example("Nine died on Thursday. He had fled [two days before the attack].", "2017-07-04"),
            Example("He was last seen on Wednesday, [a day before the attack].", "2017-07-05"),
            Example("Nine died on Monday; a tenth died [two days after the raid].", "2017-07-05"),
        ),
        counterexamples=(
            Counterexample("Nine died three days after he left.", "the day of his leaving is not told"),
        ),
    ),
    Rule(
        id="en.dates.shift",
        summary="A day later, two weeks earlier: told from the day last named.",
        pattern=f"AROUND? {NUMBER} {UNIT} (?: (?P<back>EARLIER) | LATER )",
        produce=_shift,
        examples=(
            Example("Nine died on Monday and two [a day later].", "2017-07-04"),
            Example("Nine died on 29 June 2014 and two [a week earlier].", "2014-06-22"),
            Example("Nine died on 29 June 2014; peace came [three months later].", "2014-09-01/2014-09-30"),
        ),
    ),
    Rule(
        id="en.dates.shift_after",
        summary="Two days after, a week before: told from the day last named, where nothing follows them.",
        pattern=f"AROUND? {NUMBER} {UNIT} (?: (?P<back>BEFORE) | AFTER ) (?=[STOP|COMMA|BREAK])",
        produce=_shift,
        examples=(
            Example("Nine died on Monday. [Two days after], a guard was shot.", "2017-07-05"),
            Example("Nine died on Monday and two [a week before].", "2017-06-26"),
        ),
        counterexamples=(
            Counterexample("Nine died three days after he left.", "the day of his leaving is not told"),
        ),
    ),
    Rule(
        id="en.dates.hours_later",
        summary="Hours later: the day named in the sentence, or the one after it.",
        pattern="(?P<unit>UNITS) LATER",
        produce=_hours_later,
        examples=(Example("Nine were hurt on Monday and two died [hours later].", "2017-07-03"),),
        counterexamples=(Counterexample("Nine died in hours of later fighting.", "no hours later"),),
    ),
    Rule(
        id="en.dates.unit_before",
        summary="The night before, the day after: told from the day last named.",
        pattern="[ON]? THE (?: (?P<unit>UNIT) | (?P<part>PART) ) (?: (?P<back>BEFORE) | AFTER )"
        " (?=[STOP|COMMA|BREAK|AND|TO])",
        produce=_next_unit,
        examples=(
            Example("Nine died on Friday and two [the night before].", "2017-07-06"),
            Example("Nine died on Monday and two [the day after].", "2017-07-04"),
            Example("Nine died on Monday and two [the evening before].", "2017-07-02"),
        ),
        counterexamples=(
            Counterexample("It burned the day before he came.", "the day of his coming is not told"),
        ),
    ),
    Rule(
        id="en.dates.next_unit",
        summary="The following day, the previous night: told from the day last named.",
        pattern="[ON|IN]? THE (?: (?P<back>PREVIOUS) | FOLLOWING | NEXT )"
        " (?: (?P<unit>UNIT) | (?P<part>PART) )",
        produce=_next_unit,
        examples=(
            Example("Nine died on Monday and two [the following day].", "2017-07-04"),
            Example("Nine died on Wednesday and two [the previous night].", "2017-07-04"),
            Example("Nine died on Monday and two [the next morning].", "2017-07-04"),
            Example("Nine died in May 2014 and two [the following month].", "2014-06-01/2014-06-30"),
            Example("Nine died on 9 May 2014 and two [the following week].", "2014-05-12/2014-05-18"),
        ),
    ),
    Rule(
        id="en.dates.next_weekday",
        summary="The following Friday: the first one after the day last named.",
        pattern="[ON]? THE (?: (?: (?P<back>PREVIOUS) | FOLLOWING ) (?P<wd>WEEKDAY)"
        " | (?P<wd2>WEEKDAY) (?: (?P<back2>BEFORE) | AFTER ) (?=[STOP|COMMA|BREAK|AND]) )",
        produce=_next_weekday,
        examples=(
            Example("Nine died on 6 June 2017 and two [the following Friday].", "2017-06-09"),
            Example("Nine died on 6 June 2017 and two [the previous Friday].", "2017-06-02"),
            Example("Nine died on 6 June 2017 and two [the Friday before].", "2017-06-02"),
        ),
    ),
    Rule(
        id="en.dates.later_that_day",
        summary="Later that day; earlier in the week: of the day last named, else of the publication day.",
        pattern="(?: LATER | (?P<early>EARLIER) ) (?P<in>[ON|IN])? (?: THAT SAME? | THE SAME? )"
        " (?: (?P<unit>UNIT) | (?P<part>PART) )",
        produce=_within,
        examples=(
            Example("Nine were hurt on Monday; one died [later in the day].", "2017-07-03"),
            Example("Nine were hurt on Monday; one died [later that day].", "2017-07-03"),
            Example("Nine were hurt on Monday; one died [later the same night].", "2017-07-03"),
            Example("Three guards were killed [earlier in the month].", "2017-07-01/2017-07-08"),
            Example("The trial opens [later in the month].", "2017-07-08/2017-07-31"),
            Example("Nine died on 3 May 2014, forty [later in the year].", "2014-01-01/2014-12-31"),
        ),
    ),
    Rule(
        id="en.dates.same",
        summary="The same day, that night, that year: the one last named.",
        pattern="[ON|IN]? (?: THE SAME | THAT SAME? ) (?: (?P<unit>UNIT) | (?P<part>PART) )",
        produce=_same,
        examples=(
            Example("Nine died on Monday in Derna and two [on the same day] in Sirte.", "2017-07-03"),
            Example("Nine died on Monday and two [that night].", "2017-07-03"),
            Example("Nine died on 3 May 2014 and forty [that year].", "2014-01-01/2014-12-31"),
            Example("Nine died on 3 May 2014 and forty [in the same month].", "2014-05-01/2014-05-31"),
        ),
    ),
    Rule(
        id="en.dates.ordinal_day",
        summary="On the first day: counted from the day last named.",
        pattern="ON THE (?P<nth>ORDINAL) (?P<unit>UNIT) (?!OF [FEAST|EID])",
        produce=_ordinal_day,
        examples=(
            Example("They came on March 3 and lost nine [on the first day].", "2017-03-03"),
            Example("They came on March 3 and lost nine [on the second day].", "2017-03-04"),
        ),
        counterexamples=(Counterexample("Fighting went on for a second day.", "no on the"),),
    ),
    Rule(
        id="en.dates.the_unit",
        summary="The start of the year, the end of the month: of the publication day's own.",
        pattern="(?<=THE) (?P<unit>UNIT)",
        produce=_the_unit,
        examples=(
            Example("Nine have died [since the start of the year].", "2017-01-01/2017-07-08"),
            Example("Nine have died [since the beginning of the month].", "2017-07-01/2017-07-08"),
        ),
        counterexamples=(Counterexample("He spent the year in Tunis.", "no start or end"),),
    ),
)
