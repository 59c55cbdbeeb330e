"""Rules for feasts, times of the day, and the words that narrow a neighbour: early, mid-, the end of."""

from __future__ import annotations

from libya_news.english.dates.phrases import Found, Phrase
from libya_news.rules.rule import Counterexample, Example, Rule


def _feast(found: Found) -> Phrase | None:
    name = found.value("feast", "FEAST") if found.has("feast") else ""
    if found.has("day") and found.unit("day") != "day":
        name = ""
    if found.has("ref") and found.unit("refunit") != "year":
        return None
    return Phrase("feast", which=str(name), year=found.year(), unit=found.which("ref"))


def _eid(found: Found) -> Phrase | None:
    name = found.value("name", "FITR", "ADHA") if found.has("name") else "eid"
    if found.has("ref") and found.unit("refunit") != "year":
        return None
    return Phrase("feast", which=str(name), year=found.year(), unit=found.which("ref"))


def _new_year(found: Found) -> Phrase | None:
    if found.has("unit") and found.unit() != "day":
        return None
    return Phrase("feast", which="new-years-eve" if found.has("eve") else "new-years-day")


def _christmas_eve(found: Found) -> Phrase:
    return Phrase("feast", which="christmas-eve", year=found.year())


def _revolt(found: Found) -> Phrase:
    return Phrase("feast", which=str(found.value("name", "REVOLT")), alone=False)


def _eve_of(found: Found) -> Phrase:
    name = found.value("name", "FITR", "ADHA") if found.has("name") else found.value("feast", "FEAST", "EID")
    return Phrase("feast", which=str(name), n=-1, year=found.year())


def _clock(found: Found) -> Phrase:
    return Phrase("time", part=True, alone=found.has("prep"))


def _point(found: Found) -> Phrase:
    return Phrase("time", part=True)


def _early_part(found: Found) -> Phrase:
    return Phrase("time", part=True)


def _hours(found: Found) -> Phrase | None:
    return Phrase("time", part=True) if found.unit() == "hour" else None


def _the_part(found: Found) -> Phrase | None:
    unit = next((found.unit(name) for name in ("unit", "unit2") if found.has(name)), "")
    return Phrase("time", part=True, alone=False, unit=unit) if unit in {"", "night"} else None


def _mod(name: str) -> Phrase:
    return Phrase("mod", which=name, alone=False)


def _edge(found: Found) -> Phrase:
    for name in ("start", "end", "mid", "half1", "half2", "early", "late"):
        if found.has(name):
            return _mod(name)
    return _mod("")


YEAR = "(?: (?P<year>YEAR) | OF? (?P<ref>[LAST|THIS|NEXT]) (?P<refunit>UNIT) )?"
PREP = "(?P<prep>[AT|BY|BEFORE|AFTER|SINCE|UNTIL|FROM|AROUND] AROUND?)"


def _week_of(found: Found) -> Phrase | None:
    return _mod("week") if found.unit() == "week" else None


SOME = "(?P<n>[NUM|NUMBER])"


def _ending(found: Found) -> Phrase | None:
    n = found.number("n") if found.has("n") else 1
    unit = found.unit()
    plural = found.word("unit").endswith("s")
    if not n or unit == "hour" or (plural and not found.has("n")):
        return None
    return _mod(f"ending:{n}:{unit}")


def _first_units(found: Found) -> Phrase | None:
    n = found.number("n") if found.has("n") else 1
    unit = found.unit()
    if not n or unit == "hour":
        return None
    if not found.has("n") and found.word("unit").endswith("s"):
        # "The first days of July": how many is not told.
        if found.has("last"):
            return _mod("late")
        return _mod("early") if found.index("nth", "ORDINAL") == 1 else None
    if found.has("last"):
        return _mod(f"last:{n}:{unit}")
    nth = found.index("nth", "ORDINAL") or 1
    return _mod(f"{nth}:{n}:{unit}") if nth == 1 or n == 1 else None


RULES: tuple[Rule, ...] = (
    Rule(
        id="en.dates.new_year",
        summary="New Year's Eve and New Year's Day.",
        pattern="NEW UNIT POSS (?: (?P<eve>EVE) | (?P<unit>UNIT) )",
        produce=_new_year,
        examples=(
            Example("A child died [on New Year's Eve].", "2016-12-31"),
            Example("A child died [on New Year's Day].", "2017-01-01"),
        ),
    ),
    Rule(
        id="en.dates.feast_eve",
        summary="Christmas Eve.",
        pattern="FEAST EVE (?P<year>YEAR)?",
        produce=_christmas_eve,
        examples=(Example("A child died [on Christmas Eve].", "2016-12-24"),),
    ),
    Rule(
        id="en.dates.eve_of",
        summary="On the eve of a feast: the day before it.",
        pattern="EVE OF (?P<feast>[FEAST|EID]) (?: AL? HYPHEN? (?P<name>[FITR|ADHA]) )? (?P<year>YEAR)?",
        produce=_eve_of,
        examples=(
            Example("Nine died [on the eve of Ramadan].", "2017-05-26"),
            Example("Nine died [on the eve of Eid al-Adha].", "2016-09-10"),
        ),
        source="knowledge/periods.toml",
    ),
    Rule(
        id="en.dates.feast",
        summary="Ramadan or Christmas, of a year or the last one.",
        pattern=f"(?P<feast>FEAST) (?P<day>UNIT)? {YEAR}",
        produce=_feast,
        examples=(
            Example("Nine died [during Ramadan].", "2017-05-27/2017-06-24"),
            Example("Nine died [in Ramadan 2015].", "2015-06-18/2015-07-16"),
            Example("Nine died [during Ramadan last year].", "2016-06-06/2016-07-05"),
            Example("Nine died [on the second day of Ramadan].", "2017-05-28"),
            Example("Nine died [on the 27th of Ramadan].", "2017-06-22"),
            Example("Nine died [at the end of Ramadan].", "2017-06-15/2017-06-24"),
            Example("They will shoot if no money comes [by Christmas].", "2017-12-25"),
        ),
        source="knowledge/periods.toml",
    ),
    Rule(
        id="en.dates.eid",
        summary="Eid al-Fitr and Eid al-Adha; Eid alone is the one nearest to publication.",
        pattern=f"EID (?: AL? HYPHEN? (?P<name>[FITR|ADHA]) )? {YEAR}",
        produce=_eid,
        examples=(
            Example("They were freed [on Eid al-Adha].", "2016-09-11/2016-09-14"),
            Example("They were freed [for Eid].", "2017-06-25/2017-06-27"),
            Example("They were freed [for Eid al-Fitr of last year].", "2016-07-06/2016-07-08"),
            Example("Nine died [on the first day of Eid al-Fitr].", "2017-06-25"),
        ),
        source="knowledge/periods.toml",
    ),
    Rule(
        id="en.dates.revolt",
        summary="The revolution of 2011 as a time.",
        pattern="(?P<name>REVOLT)",
        produce=_revolt,
        examples=(
            Example("Nobody has been tried [since the revolution].", "2011-02-15/2017-07-08"),
            Example("Nine died [during the revolution].", "2011-02-15/2011-10-23"),
        ),
        counterexamples=(
            Counterexample("He fought in the February 17 revolution.", "the name of an event"),
            Counterexample("They shouted for a revolution.", "no time"),
        ),
        source="knowledge/periods.toml",
    ),
    Rule(
        id="en.dates.hours",
        summary="In the early or small hours.",
        pattern="[IN|DURING|SINCE|UNTIL|FROM|BEFORE] THE (?: [EARLY|SMALL|LATE] PART? | PART ) (?P<unit>UNITS)",
        produce=_hours,
        examples=(
            Example("Nine died [in the early hours].", "2017-07-08"),
            Example("Nine died [in the small hours of Monday].", "2017-07-03"),
            Example("Nine died [in the early morning hours of Monday].", "2017-07-03"),
            Example("Nine died [in the evening hours of Monday].", "2017-07-03"),
        ),
    ),
    Rule(
        id="en.dates.clock",
        summary="A time of the day in figures.",
        pattern=f"{PREP}? (?: [CLOCK|DOTCLOCK|NUM] AMPM | CLOCK | [NUM|YEAR] (?=ZONE) | DOTCLOCK (?=ZONE) )"
        " (?: ZONE | LOCAL CLOCKWORD )?",
        produce=_clock,
        examples=(
            Example("The team reached Sirte [at 9am].", "2017-07-08"),
            Example("Nine died [on Monday at 14:30].", "2017-07-03"),
            Example("Nine died [at 1500 GMT on Monday].", "2017-07-03"),
            Example("The blast, [at about 08:00 local time], woke the town.", "2017-07-08"),
        ),
        counterexamples=(Counterexample("They won 4:15 points.", "no preposition"),),
    ),
    Rule(
        id="en.dates.point",
        summary="At dawn, before noon prayers, by midnight.",
        pattern="[AT|BY|BEFORE|AFTER|UNTIL|AROUND] AROUND? POINT PRAYERS?",
        produce=_point,
        examples=(
            Example("[At dawn] a guard was shot.", "2017-07-08"),
            Example("Forty more were found [before noon prayers].", "2017-07-08"),
        ),
        counterexamples=(Counterexample("Libya Dawn holds the airport.", "a name"),),
    ),
    Rule(
        id="en.dates.early_part",
        summary="By early afternoon, in the late evening.",
        pattern="(?: [BY|BEFORE|SINCE|UNTIL|FROM] | [IN|DURING] THE ) [EARLY|LATE|MID] HYPHEN? PART",
        produce=_early_part,
        examples=(
            Example("[By early afternoon] a truce held.", "2017-07-08"),
            Example("Nine died [in the early evening].", "2017-07-08"),
        ),
    ),
    Rule(
        id="en.dates.the_part",
        summary="In the morning, on the night of: only beside a day.",
        pattern="(?: (?: [IN|ON|DURING|SINCE|UNTIL|FROM|BY] THE | [LATE|EARLY] [IN|ON] THE | LATE AT )"
        " (?: PART | (?P<unit>UNIT) ) | THE (?: PART | (?P<unit2>UNIT) ) (?=OF [DAY|MONTH|WEEKDAY|ORDDAY|TODAY]) )",
        produce=_the_part,
        examples=(
            Example("Nine died [in the morning of 4 June].", "2017-06-04"),
            Example("Nine died [on the night of 21 March].", "2017-03-21/2017-03-22"),
            Example("Nine have died [since the evening of 4 July].", "2017-07-04/2017-07-08"),
            Example("He was last seen [the morning of July 3].", "2017-07-03"),
        ),
        counterexamples=(Counterexample("He prays in the morning.", "a habit"),),
    ),
    Rule(
        id="en.dates.nth_of_feast",
        summary="The 27th of Ramadan.",
        pattern="THE? (?P<nth>ORDDAY) OF (?=FEAST)",
        produce=lambda found: _mod(f"{found.number('nth')}:1:day"),
        examples=(Example("Nine died [on the 27th of Ramadan].", "2017-06-22"),),
    ),
    Rule(
        id="en.dates.first_units",
        summary="The first week, the last three months of what follows.",
        pattern="THE? (?: (?P<nth>ORDINAL) | (?P<last>LAST) ) (?P<n>[NUM|NUMBER])? (?P<unit>[UNIT|UNITS]) OF"
        " (?=[MONTH|YEAR|THE|LAST|THIS|FEAST|EID])",
        produce=_first_units,
        examples=(
            Example("Nine died [in the first week of June].", "2017-06-01/2017-06-07"),
            Example("Nine died [in the last week of June].", "2017-06-24/2017-06-30"),
            Example("Nine died [in the first three months of 2017].", "2017-01-01/2017-03-31"),
            Example("Nine died [in the first days of July].", "2017-07-01/2017-07-10"),
            Example("Nine died [in the first two weeks of the year].", "2017-01-01/2017-01-14"),
        ),
        counterexamples=(Counterexample("Nine died in the first week of fighting.", "no calendar"),),
    ),
    Rule(
        id="en.dates.ending",
        summary="The week ending 30 June, the twelve months to June: the stretch that ends with what follows.",
        pattern=f"[IN|OVER|DURING|FOR]? THE {SOME}? (?P<unit>[UNIT|UNITS]) (?: [TO|UNTIL] | ENDING ON? )"
        " (?=[DAY|MONTH|ORDDAY|WEEKDAY|YEAR|EARLY|LATE|MID|THE END])",
        produce=_ending,
        examples=(
            Example("Nine died [in the week ending 30 June].", "2017-06-24/2017-06-30"),
            Example("Nine died [in the twelve months to June 2017].", "2016-07-01/2017-06-30"),
            Example("Nine died [in the five days to Friday].", "2017-07-03/2017-07-07"),
        ),
        counterexamples=(Counterexample("Nine died in the weeks to come.", "no end is told"),),
    ),
    Rule(
        id="en.dates.week_of",
        summary="The week of 26 June: the week, Monday to Sunday, that holds the day.",
        pattern="THE (?P<unit>UNIT) OF (?=[DAY|MONTH|ORDDAY|WEEKDAY])",
        produce=_week_of,
        examples=(Example("Nine died [in the week of 27 June].", "2017-06-26/2017-07-02"),),
    ),
    Rule(
        id="en.dates.edge",
        summary="Early, late, mid-, the start, middle, end or half of: they narrow what follows.",
        pattern="(?: (?P<early>EARLY) | (?P<late>LATE) | (?P<mid>MID) HYPHEN"
        " | THE? (?: (?P<start>START) | (?P<end>END)"
        " | (?P<mid2>MID) ) OF | THE? (?P<nth>ORDINAL) (?: HALF | (?P<quarter>QUARTER) ) OF )",
        produce=lambda found: _edges(found),
        examples=(
            Example("Nine died [at the end of June].", "2017-06-21/2017-06-30"),
            Example("Nine died [in the second half of May].", "2017-05-16/2017-05-31"),
            Example("Nine died [in the first quarter of 2017].", "2017-01-01/2017-03-31"),
            Example("Nine died [early on Monday].", "2017-07-03"),
            Example("Nine died [early last week].", "2017-06-26/2017-06-28"),
            Example("Nine died [at the start of 2017].", "2017-01-01/2017-01-31"),
        ),
        counterexamples=(Counterexample("The late mayor was mourned.", "dead, not late"),),
    ),
)


def _edges(found: Found) -> Phrase:
    if found.has("quarter"):
        return _mod(f"{found.index('nth', 'ORDINAL')}:3:month")
    if found.has("nth"):
        return _mod(f"half{found.index('nth', 'ORDINAL')}")
    return _mod("mid") if found.has("mid2") else _edge(found)
