"""Which days the dates of a story mean: acceptance, look-alikes, ranges, days told from other days, names."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.parsing.dating import P, hits, read

from libya_news.model.interval import Interval
from libya_news.parsing.dates import find_dates, resolve_anaphora
from libya_news.text.tokens import tokenize

DAY = dt.timedelta(days=1)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@pytest.mark.parametrize("number", range(7), ids=WEEKDAYS)
def test_bare_weekday_is_the_publication_day_or_one_of_the_six_before(number: int) -> None:
    tokens = tokenize(f"Two men died on {WEEKDAYS[number]}.")
    for ahead in range(365):
        published = dt.date(2017, 1, 1) + DAY * ahead
        (hit,) = find_dates(tokens, published)
        assert hit.start == hit.end
        assert hit.start is not None
        assert hit.start.weekday() == number
        assert 0 <= (published - hit.start).days <= 6
        assert (hit.precision, hit.basis, hit.role) == ("day", "inferred", "on")


ROWS = {
    # Published on 8 July 2017: votes ahead, years that a paragraph tells, the month of a report.
    "They registered for the elections of July 20.": [("July 20", "2017-07-20")],
    "He was killed before the vote on 20 July.": [("on 20 July", "2017-07-20")],
    "He was killed in the raid on 20 July.": [("on 20 July", "2016-07-20")],
    "In 2011 she was a surgeon. By February 20 she had seen 232 bodies.": [
        ("In 2011", "2011-01-01/2011-12-31"),
        ("By February 20", "2011-02-20"),
    ],
    "It is the worst since the war of 2011. Two died on July 4.": [
        ("2011", "2011-01-01/2011-12-31"),
        ("on July 4", "2017-07-04"),
    ],
    "From 1 June to 30 June, 31 died. He was still missing at the end of the month.": [
        ("From 1 June to 30 June", "2017-06-01/2017-06-30"),
        ("at the end of the month", "2017-06-21/2017-06-30"),
    ],
    "Nine died on 28 June. The port will open at the end of the month.": [
        ("on 28 June", "2017-06-28"),
        ("at the end of the month", "2017-07-21/2017-07-31"),
    ],
    "The assault began in mid-May. Since then 200 have died.": [
        ("in mid-May", "2017-05-11/2017-05-20"),
        ("Since then", "2017-05-11/2017-07-08"),
    ],
    "Then-president Ali left, and then nine died.": [],
    # Feasts: another year, their days and parts, the eve of the right one; the revolution as a time.
    "Nine died during Ramadan last year.": [("during Ramadan last year", "2016-06-06/2016-07-05")],
    "Nine died during Ramadan of last year.": [("during Ramadan of last year", "2016-06-06/2016-07-05")],
    "Nine died at Eid al-Adha last year.": [("at Eid al-Adha last year", "2016-09-11/2016-09-14")],
    "Nine died on the first day of Eid al-Fitr.": [("on the first day of Eid al-Fitr", "2017-06-25")],
    "Nine died on the second day of Ramadan.": [("on the second day of Ramadan", "2017-05-28")],
    "Nine died in the first week of Ramadan.": [("in the first week of Ramadan", "2017-05-27/2017-06-02")],
    "Nine died in the last ten days of Ramadan.": [
        ("in the last ten days of Ramadan", "2017-06-15/2017-06-24")
    ],
    "Nine died at the end of Ramadan.": [("at the end of Ramadan", "2017-06-15/2017-06-24")],
    "Nine died in the middle of Ramadan.": [("in the middle of Ramadan", "2017-06-05/2017-06-15")],
    "Nine died on the eve of Eid al-Adha.": [("on the eve of Eid al-Adha", "2016-09-10")],
    "Nine died on the eve of Eid al-Fitr.": [("on the eve of Eid al-Fitr", "2017-06-24")],
    "Nine died during the 2011 revolution.": [("during the 2011 revolution", "2011-02-15/2011-10-23")],
    "He fought in the 2011 revolution.": [("2011", "2011-01-01/2011-12-31")],
    # Days told from another, with nothing behind them; the preposition of a noun is not the date's.
    "On Monday nine died. Two days after, a guard was shot.": [
        ("On Monday", "2017-07-03"),
        ("Two days after", "2017-07-05"),
    ],
    "On Monday nine died. A guard was shot a week before.": [
        ("On Monday", "2017-07-03"),
        ("a week before", "2017-06-26"),
    ],
    "Nine were hurt on Monday and two died hours later.": [
        ("on Monday", "2017-07-03"),
        ("hours later", "2017-07-03"),
    ],
    "Nine died in Tuesday's shelling.": [("Tuesday", "2017-07-04")],
    "Nine have died since Tuesday's shelling.": [("since Tuesday", "2017-07-04/2017-07-08")],
    "Fighting began last night and lasted until this morning.": [
        ("last night", "2017-07-07"),
        ("until this morning", "2017-07-08"),
    ],
    "Nine died from last night until this morning.": [
        ("from last night until this morning", "2017-07-07/2017-07-08")
    ],
    "The curfew ran until 15 June.": [("until 15 June", "2017-06-15")],
    "The curfew holds until 15 July.": [("until 15 July", "2017-07-08/2017-07-15")],
    "The road is to stay shut until March.": [("until March", "2017-07-08/2018-03-31")],
    "Nine died the weekend before last.": [("the weekend before last", "2017-06-24/2017-06-25")],
    "Nine died in the last days of June.": [("in the last days of June", "2017-06-21/2017-06-30")],
    # A night that is named by its day and month runs into the next day, as overnight does.
    "Nine died on the night of 14 May.": [("on the night of 14 May", "2017-05-14/2017-05-15")],
    "Nine died on the night of 14 to 15 May.": [("on the night of 14 to 15 May", "2017-05-14/2017-05-15")],
    "Nine died on Sunday night.": [("on Sunday night", "2017-07-02")],
    "Nine died the day before yesterday.": [("the day before yesterday", "2017-07-06")],
    "Nobody was hurt on Saturday.": [("on Saturday", "2017-07-08")],
    "Sixty died last month.": [("last month", "2017-06-01/2017-06-30")],
    "Sixty died in June.": [("in June", "2017-06-01/2017-06-30")],
    "Sixty have died since Wednesday.": [("since Wednesday", "2017-07-05/2017-07-08")],
    "Shells fell overnight Friday to Saturday.": [("overnight Friday to Saturday", "2017-07-07/2017-07-08")],
    "Monday's raid killed two; a third man died a day later.": [
        ("Monday", "2017-07-03"),
        ("a day later", "2017-07-04"),
    ],
    "The council will meet on Thursday.": [("on Thursday", "2017-07-13")],
    "He said on Thursday that Monday's strike killed 2.": [
        ("on Thursday", "2017-07-06"),
        ("Monday", "2017-07-03"),
    ],
    "Nine died early last week.": [("early last week", "2017-06-26/2017-06-28")],
    "Nine died in late July.": [("in late July", "2016-07-21/2016-07-31")],
    "Nine died in late 2016.": [("in late 2016", "2016-10-01/2016-12-31")],
    "The port closed at the start of the year.": [("at the start of the year", "2017-01-01/2017-01-31")],
    "Nine died between Tuesday evening and Thursday morning.": [
        ("between Tuesday evening and Thursday morning", "2017-07-04/2017-07-06")
    ],
    "Shells fell on Saturday night and Sunday morning.": [
        ("on Saturday night", "2017-07-01"),
        ("Sunday morning", "2017-07-02"),
    ],
    "Nine died from October to March.": [("from October to March", "2016-10-01/2017-03-31")],
    "Nine died from 28 December to 3 January.": [("from 28 December to 3 January", "2016-12-28/2017-01-03")],
    "The talks will now be held on Thursday.": [("on Thursday", "2017-07-13")],
    "The talks, he said, open in Tunis on July 20.": [("on July 20", "2017-07-20")],
    "The mayor will speak, said a man hurt on Thursday.": [("on Thursday", "2017-07-06")],
    "A vote is planned for 10 December.": [("for 10 December", "2017-12-10")],
    "He was seized on 29 June 2014 and freed in August.": [
        ("on 29 June 2014", "2014-06-29"),
        ("in August", "2014-08-01/2014-08-31"),
    ],
    "Last updated: 7 July 2017 at 15:12.": [("7 July 2017 at 15:12", "2017-07-07")],
    "Since the 2011 war nobody has been tried.": [("2011", "2011-01-01/2011-12-31")],
    "The 6 April offensive failed.": [("6 April", "2017-04-06")],
    "Schools stay shut until Monday.": [("until Monday", "2017-07-08/2017-07-10")],
    "The truce lasted until Monday.": [("until Monday", "2017-07-03")],
    "Nine died on Wednesday (05/07) in Sirte.": [("on Wednesday (05/07)", "2017-07-05")],
    "The war of 2011-2012 killed thousands.": [("2011-2012", "2011-01-01/2012-12-31")],
    "Nine died in the night of 3 to 4 July.": [("in the night of 3 to 4 July", "2017-07-03/2017-07-04")],
    "On 29 February nine died.": [("On 29 February", "2016-02-29")],
    "On 31 June nine died.": [("On 31 June", "?")],
    "He was held for three weeks.": [("for three weeks", "?")],
    "Nine died a few weeks ago.": [("a few weeks ago", "?")],
    "Groups must leave after Ramadan.": [("after Ramadan", "?")],
    "Output was higher before 2014.": [("before 2014", "?")],
    "My husband went out on the Tuesday and never came home.": [("Tuesday", "?")],
}


@pytest.mark.parametrize(("sentence", "expected"), ROWS.items(), ids=ROWS)
def test_days(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(sentence) == expected


TRAPS = [
    "Five may have died.",
    "May they rest in peace.",
    "Theresa May spoke to the house; May's words were few.",
    "The men march on Sirte and Mr. March watches.",
    "He commands Unit 12 of the 17 February Brigade.",
    "The February 17 revolution made him a colonel.",
    "A man of 24 and a boy, 17, were hurt.",
    "A 24-year-old and a child of four years were hurt.",
    "Members voted 26-4 with 12 absent.",
    "The Council adopted resolution 2009 (2011).",
    "At least 2011 migrants drowned, 1900 of them men.",
    "It has asked for a 24-hour truce and a two-hour pause.",
    "The front pushed 4 to 6 km west; 6-8 people were hurt.",
    "He left Friday prayers and reads the Sunday Times.",
    "On Mondays the market is full.",
    "Libya Dawn holds the airport.",
    "The Arab Spring began with a fruit seller.",
    "Nine died in the fall of Sirte.",
    "The late mayor was mourned; he sat on an august body.",
    "The sun sat low and the sea was calm.",
    "It was the boldest attempt in a decade.",
    "More will leave if the shelling does not stop within 48 hours.",
    "Yesterday's escort can be tomorrow's kidnapper.",
    "Nobody works at night.",
    "He fought for the revolution and for his street.",
]


@pytest.mark.parametrize("sentence", TRAPS)
def test_no_date(sentence: str) -> None:
    assert read(sentence) == []


def test_known_names_are_skipped() -> None:
    tokens = tokenize("The 7 April Brigade left on 7 April.")
    name = (1, 4)
    assert [tokens.quote(h.first, h.last) for h in find_dates(tokens, P, [name])] == ["on 7 April"]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "on Sunday",
            "today",
            "overnight",
            "last week",
            "in June",
            "on 4 June",
            "in two days",
            "a week ago",
        ),
        *("last night", "until this morning", "last Thursday", "during Ramadan", "during Ramadan last year"),
    ],
)
def test_without_publication_day_nothing_is_guessed(words: str) -> None:
    (hit,) = hits(f"Two men died {words}.", None)
    assert (hit.start, hit.end, hit.reason) == (None, None, "no-publication-date")


def test_without_publication_day_full_dates_stand_and_lend_their_year() -> None:
    text = "It opened on 31 March 2011. A jet fell on 21 June. The war, since May 2014, goes on."
    found = [(h.start, h.end, h.basis) for h in hits(text, None)]
    assert found == [
        (dt.date(2011, 3, 31), dt.date(2011, 3, 31), "stated"),
        (dt.date(2011, 6, 21), dt.date(2011, 6, 21), "carried"),
        (dt.date(2014, 5, 1), None, "stated"),
    ]


@pytest.mark.parametrize(
    ("words", "published", "start", "other"),
    [
        ("last Thursday", "2017-07-08", "2017-07-06", "2017-06-29"),
        ("last Saturday", "2017-07-08", "2017-07-01", None),
        ("last Friday", "2017-07-03", "2017-06-30", None),
        ("last Monday", "2017-07-04", "2017-07-03", "2017-06-26"),
        ("next Thursday", "2017-07-03", "2017-07-13", "2017-07-06"),
        ("next Thursday", "2017-07-08", "2017-07-13", None),
        ("this coming Thursday", "2017-07-03", "2017-07-06", None),
        ("this past Monday", "2017-07-08", "2017-07-03", None),
    ],
)
def test_last_and_next_weekday_keep_both_readings(
    words: str, published: str, start: str, other: str | None
) -> None:
    (hit,) = hits(f"The trial: {words}.", dt.date.fromisoformat(published))
    assert str(hit.start) == start
    assert [str(a) for a, _ in hit.alternatives] == ([other] if other else [])


STORIES = {
    "On Wednesday shells fell. Nobody died.\n\nA day earlier, a boy was shot.": (
        "A day earlier",
        "2017-07-04",
    ),
    "Clashes on Thursday were the worst since a truce on 4 May. A day earlier, a boy was shot.": (
        "A day earlier",
        "2017-07-05",
    ),
    "A judge died on 25 June 2014. Her husband was taken the same day.": ("the same day", "2014-06-25"),
    "A judge died on 25 June 2014. That year 40 were shot.": ("That year", "2014-01-01/2014-12-31"),
    "He opened the road on June 20. It was shut the same evening.": ("the same evening", "2017-06-20"),
    "He was last heard from on Wednesday, a day before the attack.": (
        "a day before the attack",
        "2017-07-05",
    ),
    "The flood came on 11 September last year. She was found nine days later.": (
        "nine days later",
        "2016-09-20",
    ),
    "Nine died on Friday. A toll of 12 was given the night before.": ("the night before", "2017-07-06"),
    "The base fell on 6 June 2017 and was retaken the following Friday.": (
        "the following Friday",
        "2017-06-09",
    ),
    "Seven died. Two more died a day later.": ("a day later", "?"),
    "The blast, which killed nine on Sunday, came at about 08:00 local time.": (
        "at about 08:00 local time",
        "2017-07-02",
    ),
    "The radio claimed on Thursday that a house was hit overnight.": ("overnight", "2017-07-05/2017-07-06"),
}


@pytest.mark.parametrize(("story", "expected"), STORIES.items(), ids=STORIES)
def test_days_told_from_another_day(story: str, expected: tuple[str, str]) -> None:
    assert expected in read(story)


def test_anaphora_follows_the_event() -> None:
    _, hit = hits("The mayor spoke on Friday. A day earlier a boy was shot.")
    assert hit.anaphoric
    monday = dt.date(2017, 7, 3)
    told = resolve_anaphora(hit, Interval(monday, monday))
    assert (told.start, told.basis, told.reason) == (monday - DAY, "carried", None)


def test_anaphora_leaves_other_dates_alone() -> None:
    (hit,) = hits("A boy was shot on Friday.")
    assert resolve_anaphora(hit, Interval(P, P)) is hit
    (later,) = hits("Two died a day later.")
    assert resolve_anaphora(later, Interval(None, None)) is later
    assert resolve_anaphora(later, Interval(dt.date.max, dt.date.max)) is later


@pytest.mark.parametrize(
    ("words", "role", "precision"),
    [
        ("on Friday", "on", "day"),
        ("on Friday evening", "on", "part_of_day"),
        ("tonight", "on", "part_of_day"),
        ("on the first day of Eid al-Fitr", "on", "day"),
        ("since Friday", "since", "day"),
        ("by Friday", "until", "day"),
        ("in two days", "duration", "days"),
        ("over the past two years", "duration", "years"),
        ("in June", "period", "month"),
        ("last week", "period", "week"),
        ("last summer", "period", "season"),
        ("in 2014", "period", "year"),
        ("from 4 to 6 April", "on", "days"),
        ("from 2014 to 2016", "period", "years"),
        ("in early June", "on", "days"),
    ],
)
def test_role_and_precision(words: str, role: str, precision: str) -> None:
    (hit,) = hits(f"Nine were killed {words}.")
    assert (hit.role, hit.precision) == (role, precision)


def test_feasts_keep_the_sighting_a_day_either_way() -> None:
    (hit,) = hits("Nine died during Ramadan.")
    assert (hit.start, hit.end) == (dt.date(2017, 5, 27), dt.date(2017, 6, 24))
    assert [a for a, _ in hit.alternatives] == [dt.date(2017, 5, 26), dt.date(2017, 5, 28)]
    (second,) = hits("Nine died on the second day of Ramadan.")
    assert [a for a, _ in second.alternatives] == [dt.date(2017, 5, 27), dt.date(2017, 5, 29)]


def test_figures_in_two_orders_keep_both_readings() -> None:
    (hit,) = hits("A patrol was hit on 02/07/2017.")
    assert (hit.start, hit.alternatives) == (
        dt.date(2017, 7, 2),
        ((dt.date(2017, 2, 7), dt.date(2017, 2, 7)),),
    )
    (american,) = hits("Posted 07/08/2017.", P)
    assert american.start == P


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
def test_the_edges_of_the_calendar(published: dt.date) -> None:
    text = "In ten days, last week, next month, since spring, for Eid, two years ago, on 4 May, a week later."
    assert all(hit.start is None or hit.end is None or hit.start <= hit.end for hit in hits(text, published))


def test_days_are_not_taken_from_the_machine() -> None:
    assert read("Nine died today.") == [("today", str(P))]
