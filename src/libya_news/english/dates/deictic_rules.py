"""Rules for days that the publication day tells: weekdays, today, last week, two weeks ago."""

from __future__ import annotations

from libya_news.english.dates.calendar_rules import TAIL
from libya_news.english.dates.phrases import Found, Phrase
from libya_news.rules.rule import Counterexample, Example, Rule


def _weekday(found: Found) -> Phrase:
    return Phrase("weekday", weekday=found.index("wd", "WEEKDAY"), part=found.has("part"))


def _weekday_ref(found: Found) -> Phrase:
    which = "coming" if found.has("coming") else found.which() or "past"
    return Phrase("weekday", weekday=found.index("wd", "WEEKDAY"), which=which, part=found.has("part"))


def _weekday_week(found: Found) -> Phrase | None:
    if found.unit() != "week":
        return None
    return Phrase(
        "weekday_week", weekday=found.index("wd", "WEEKDAY"), which=found.which(), part=found.has("part")
    )


def _weekday_numeric(found: Found) -> Phrase:
    return Phrase(
        "numeric", day=found.number("a"), month=found.number("b"), weekday=found.index("wd", "WEEKDAY")
    )


def _today(found: Found) -> Phrase:
    return Phrase(
        "offset", n=found.index("day", "TODAY"), part=found.has("part") or found.word("day") == "tonight"
    )


def _day_beside(found: Found) -> Phrase | None:
    day = found.index("day", "TODAY")
    if found.unit() not in {"day", "night"} or not day:
        return None
    return Phrase("offset", n=2 * day, part=found.unit() == "night")


def _this_part(found: Found) -> Phrase:
    return Phrase("offset", n=0, part=True)


def _last_part(found: Found) -> Phrase:
    return Phrase("offset", n=-1, part=True)


def _overnight(found: Found) -> Phrase:
    return Phrase("overnight", which="into" if found.has("into") else "", part=True)


def _unit(found: Found) -> Phrase | None:
    unit = found.unit()
    return Phrase("unit", unit=unit, which=found.which()) if unit not in {"", "hour"} else None


def _before_last(found: Found) -> Phrase | None:
    unit = found.unit()
    return Phrase("unit", unit=unit, which="before") if unit not in {"", "hour", "decade"} else None


def _so_far(found: Found) -> Phrase | None:
    if found.has("year"):
        return Phrase("so_far", unit="year", year=found.year())
    unit = found.unit()
    return Phrase("so_far", unit=unit) if unit in {"week", "month", "year"} else None


def _later_this(found: Found) -> Phrase | None:
    unit = found.unit()
    return Phrase("rest_of", unit=unit) if unit in {"week", "month", "year"} else None


def _earlier_today(found: Found) -> Phrase:
    return Phrase("offset", n=found.index("day", "TODAY") or 0, part=True)


def _ago(found: Found) -> Phrase:
    n = None if found.has("vague") else found.number("n")
    weekday = found.index("wd", "WEEKDAY") if found.has("wd") else None
    beside = "day" if found.has("day") and found.index("day", "TODAY") == 0 else found.unit("beside")
    return Phrase("ago", n=n, unit=found.unit(), which=beside, weekday=weekday)


def _weekdays_ago(found: Found) -> Phrase:
    return Phrase("weekday_ago", n=found.number("n"), weekday=found.index("wd", "WEEKDAYS"))


def _the_weekend(found: Found) -> Phrase:
    return Phrase("unit", unit="weekend", which="past")


def _proverb(found: Found) -> Phrase:
    return Phrase("nothing")


NUMBER = "(?: (?P<n> [NUM|A] | NUMBER (?:HYPHEN NUMBER)? ) | A? (?P<vague>[VAGUE|COUPLE]) OF? )"

RULES: tuple[Rule, ...] = (
    Rule(
        id="en.dates.weekday_week",
        summary="A weekday of a told week: on Tuesday last week, on Monday of this week.",
        pattern="(?P<wd>WEEKDAY) (?P<part>[PART|POINT])? OF? (?P<which>[LAST|THIS|NEXT]) (?P<unit>UNIT)",
        produce=_weekday_week,
        examples=(
            Example("Nine died [on Tuesday last week].", "2017-06-27"),
            Example("Nine died [on Monday of this week].", "2017-07-03"),
        ),
    ),
    Rule(
        id="en.dates.weekday_ref",
        summary="Last, this or next weekday: both readings are kept.",
        pattern="(?: (?P<coming>THIS NEXT) | (?P<which>[LAST|THIS|NEXT]) | THIS? PAST )"
        " (?P<wd>WEEKDAY) (?P<part>[PART|POINT|UNIT])?",
        produce=_weekday_ref,
        examples=(
            Example("Nine died [last Thursday].", "2017-07-06"),
            Example("The trial opens [next Thursday].", "2017-07-13"),
            Example("The trial opens [this Monday].", "2017-07-10"),
            Example("The trial opens [this coming Monday].", "2017-07-10"),
            Example("Nine died [this past Monday].", "2017-07-03"),
        ),
        counterexamples=(Counterexample("He said last prayers.", "no weekday"),),
    ),
    Rule(
        id="en.dates.weekday_numeric",
        summary="A weekday with its day and month in figures behind it.",
        pattern=f"(?P<wd>WEEKDAY) [OPEN|COMMA]? (?P<a>DAY) SLASH (?P<b>DAY) {TAIL}",
        produce=_weekday_numeric,
        examples=(Example("Nine died [on Wednesday (05/07)].", "2017-07-05"),),
    ),
    Rule(
        id="en.dates.weekday",
        summary="A weekday alone: the publication day or one of the six before, unless the verb looks ahead.",
        pattern="(?: (?<!DAYTITLE) | (?<=A DAYTITLE) ) (?P<wd>WEEKDAY) (?P<part>[PART|POINT|UNIT])? (?!DAYNAME)",
        produce=_weekday,
        examples=(
            Example("Nine died [on Saturday].", "2017-07-08"),
            Example("Nine died [on Sunday night].", "2017-07-02"),
            Example("Nine died [early Sunday].", "2017-07-02"),
            Example("Officials said [Monday] that nine died.", "2017-07-03"),
            Example("[Monday]'s raid killed nine.", "2017-07-03"),
            Example("The council will meet [on Thursday].", "2017-07-13"),
            Example("Nine have died [since Friday].", "2017-07-07/2017-07-08"),
            Example("Schools stay shut [until Sunday].", "2017-07-08/2017-07-09"),
            Example("Nine died [before dawn on Thursday].", "2017-07-06"),
        ),
        counterexamples=(Counterexample("He left Friday prayers in Benghazi.", "a custom"),),
    ),
    Rule(
        id="en.dates.this_part",
        summary="This morning, this afternoon, this evening.",
        pattern="THIS PART",
        produce=_this_part,
        examples=(Example("Nine died [this morning].", "2017-07-08"),),
    ),
    Rule(
        id="en.dates.last_part",
        summary="Last evening: the day before publication.",
        pattern="LAST PART",
        produce=_last_part,
        examples=(Example("Nine died [last evening].", "2017-07-07"),),
    ),
    Rule(
        id="en.dates.proverb",
        summary="Yesterday's friend is tomorrow's foe: a saying that names no day.",
        pattern="TODAY POSS .{1,6}? TODAY POSS",
        produce=_proverb,
        examples=(Example("Yesterday's escort can be tomorrow's kidnapper.", ""),),
    ),
    Rule(
        id="en.dates.today",
        summary="Today, yesterday, tomorrow, with a part of the day or the weekday behind it.",
        pattern="(?P<day>TODAY) (?P<part>[PART|POINT|UNIT])? (?: COMMA WEEKDAY )?",
        produce=_today,
        examples=(
            Example("Nine died [today, Saturday], in Sirte.", "2017-07-08"),
            Example("Nine died [yesterday morning].", "2017-07-07"),
            Example("Nine died [at dawn today].", "2017-07-08"),
        ),
    ),
    Rule(
        id="en.dates.day_beside",
        summary="The day before yesterday, the day after tomorrow.",
        pattern="THE (?P<unit>UNIT) [BEFORE|AFTER] (?P<day>TODAY)",
        produce=_day_beside,
        examples=(
            Example("Nine died [the day before yesterday].", "2017-07-06"),
            Example("The council will meet [the day after tomorrow].", "2017-07-10"),
        ),
    ),
    Rule(
        id="en.dates.earlier_today",
        summary="Earlier or later today.",
        pattern="[EARLIER|LATER] (?P<day>TODAY)",
        produce=_earlier_today,
        examples=(Example("Nine died [earlier today].", "2017-07-08"),),
    ),
    Rule(
        id="en.dates.overnight",
        summary="Overnight: the publication day and the day before, or the night of the weekday behind it.",
        pattern="OVERNIGHT (?: (?P<into>[TO|INTO]) (?=[WEEKDAY|TODAY]) )?",
        produce=_overnight,
        examples=(
            Example("Nine died [overnight].", "2017-07-07/2017-07-08"),
            Example("Nine died [overnight Thursday to Friday].", "2017-07-06/2017-07-07"),
            Example("Nine died [overnight on Wednesday].", "2017-07-05/2017-07-06"),
        ),
    ),
    Rule(
        id="en.dates.so_far",
        summary="So far or earlier this week, month, year: from its start to publication.",
        pattern="(?: SO FAR | EARLIER ) (?: THIS (?P<unit>UNIT) | IN (?P<year>YEAR) )",
        produce=_so_far,
        examples=(
            Example("Nine have died [so far this year].", "2017-01-01/2017-07-08"),
            Example("Nine died [earlier this month].", "2017-07-01/2017-07-08"),
            Example("Nine have died [so far in 2017].", "2017-01-01/2017-07-08"),
        ),
    ),
    Rule(
        id="en.dates.later_this",
        summary="Later this week, month, year: from publication to its end.",
        pattern="LATER THIS (?P<unit>UNIT)",
        produce=_later_this,
        examples=(Example("The trial opens [later this month].", "2017-07-08/2017-07-31"),),
    ),
    Rule(
        id="en.dates.unit",
        summary="Last, this or next week, month, year, weekend.",
        pattern="(?P<which>[LAST|THIS|NEXT]) (?P<unit>UNIT)",
        produce=_unit,
        examples=(
            Example("Nine died [last week].", "2017-06-26/2017-07-02"),
            Example("Nine died [last night].", "2017-07-07"),
            Example("Nine died [this week].", "2017-07-03/2017-07-08"),
            Example("Nine died [late last month].", "2017-06-21/2017-06-30"),
            Example("Nine died [last year].", "2016-01-01/2016-12-31"),
            Example("The trial opens [next month].", "2017-08-01/2017-08-31"),
        ),
    ),
    Rule(
        id="en.dates.before_last",
        summary="The week before last, the night before last.",
        pattern="THE (?P<unit>UNIT) BEFORE LAST (?![UNIT|UNITS|WEEKDAY|MONTH|NUM|NUMBER|PART])",
        produce=_before_last,
        examples=(
            Example("Nine died [the week before last].", "2017-06-19/2017-06-25"),
            Example("Nine died [the weekend before last].", "2017-06-24/2017-06-25"),
            Example("Nine died [the night before last].", "2017-07-06"),
            Example("Nine died [the month before last].", "2017-05-01/2017-05-31"),
        ),
        counterexamples=(Counterexample("He fled before last rites.", "no unit of time"),),
    ),
    Rule(
        id="en.dates.weekend",
        summary="At or over the weekend.",
        pattern="(?<=THE) WEEKEND (?!OF [DAY|MONTH|ORDDAY]) | (?<=A) WEEKEND (?=EVENT)",
        produce=_the_weekend,
        examples=(
            Example("Nine died [over the weekend].", "2017-07-08"),
            Example("They lost nine men in a [weekend] push.", "2017-07-08"),
        ),
        counterexamples=(
            Counterexample("Shells fell on the weekend of 1-2 July.", "its days follow"),
            Counterexample("He coaches a weekend team.", "any weekend"),
        ),
    ),
    Rule(
        id="en.dates.weekdays_ago",
        summary="Two Fridays ago.",
        pattern="(?P<n>[NUM|NUMBER|A]) (?P<wd>WEEKDAYS) AGO",
        produce=_weekdays_ago,
        examples=(Example("A tanker sank [two Fridays ago].", "2017-06-30"),),
    ),
    Rule(
        id="en.dates.ago",
        summary="Days, weeks, months or years ago, with the day or month beside them: six years ago this month.",
        pattern=f"AROUND? {NUMBER} (?P<unit>[UNIT|UNITS]) AGO"
        " (?: THIS (?P<beside>UNIT) | (?P<day>TODAY) | ON? (?P<wd>WEEKDAY) )?",
        produce=_ago,
        examples=(
            Example("Nine died [a week ago].", "2017-07-01"),
            Example("Nine died [just two weeks ago].", "2017-06-24"),
            Example("Nine died [three months ago].", "2017-04-01/2017-04-30"),
            Example("Nine died [six years ago this month].", "2011-07-01/2011-07-31"),
            Example("Nine died [a year ago today].", "2016-07-08"),
            Example("Nine died [a week ago on Thursday].", "2017-06-29"),
            Example("Nine died [several years ago].", "?"),
        ),
    ),
)
