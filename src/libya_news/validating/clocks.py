"""LN202-LN208: whether the three clocks (happened, said, published) agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from libya_news.model.record import Record
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import claims_of, count_words, name_of, quoted

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(
    r"(?<!\w)(?:(mon)(?:day)?|(tue)(?:s(?:day)?)?|(wed)(?:nesday)?|(thu)(?:rs(?:day)?)?|(fri)(?:day)?"
    r"|(sat)(?:urday)?|(sun)(?:day)?)(?!\w)",
    re.IGNORECASE,
)
_DAY_NUMBER = re.compile(r"(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?!\d)")
_BETWEEN = re.compile(r"[\s,.(]*(?:the\s)?\Z")
_BACKWARDS = "ends-before-it-begins"  # the reason that the reading of dates gives


@validator("LN202", "weekday-against-date", "warning")
def weekday_against_date(record: Record) -> Iterator[Said]:
    """The weekday does not fall on the date it stands with.

    What it checks:
        Weekdays inside or right before a date with a day and a month.

    Why it matters:
        One of the two is a slip, and which of them decides where the event goes.

    Known problems:
        A date whose year was taken from the publication day and is another.

    Example:
        8 July 2017

        Two men were killed in Sirte on Monday 4 July 2017.

    Instead:
        8 July 2017

        Two men were killed in Sirte on Tuesday 4 July 2017.
    """
    text = record.article.text
    for date in record.dates:
        m = date.mention
        if date.start is None or date.start != date.end or not _DAY_NUMBER.search(m.exact):
            continue
        if m.exact[:1].isdigit() or not (said := _WEEKDAY.search(m.exact)):
            before = text[max(0, m.start - 16) : m.start]
            found = [w for w in _WEEKDAY.finditer(before) if _BETWEEN.match(before, w.end())]
            if not found:
                continue
            said = found[-1]
        weekday = next(i for i, name in enumerate(said.groups()) if name)
        if weekday != date.start.weekday():
            fell = _DAYS[date.start.weekday()]
            yield f'"{m.exact}" was a {fell}, not a {_DAYS[weekday]}.', (m,)


@validator("LN203", "event-after-publication", "error")
def event_after_publication(record: Record) -> Iterator[Said]:
    """Harm is dated after the story was published.

    What it checks:
        The first possible day of each casualty against the publication day.

    Why it matters:
        A story cannot report what has not happened: the date or the publication day is wrong.

    Known problems:
        A publication day that is that of an earlier version.

    Example:
        8 July 2017

        Two men were killed in Sirte on 12 July 2017, medics said.

    Instead:
        8 July 2017

        Two men were killed in Sirte on 5 July 2017, medics said.
    """
    published = record.article.published
    if published is None:
        return
    for c in record.casualties:
        if c.date is not None and c.date.start is not None and c.date.start > published:
            words = (*count_words(c), *(e.mention for e in c.evidence_for("date")))
            yield (
                f"{quoted(c)} is dated {c.date.start.isoformat()}, after publication on "
                f"{published.isoformat()}.",
                words,
            )


@validator("LN204", "period-ends-before-it-begins", "error")
def period_ends_before_it_begins(record: Record) -> Iterator[Said]:
    """A period ends before it begins.

    What it checks:
        First and last day of every date and of every casualty, and date words that give a period backwards.

    Why it matters:
        A year or a month is wrong, or two dates were read as one period.

    Known problems:
        A period over the turn of the year that gives one year only.

    Example:
        12 July 2017

        Six men were killed in Sirte between 9 July and 5 July.

    Instead:
        12 July 2017

        Six men were killed in Sirte between 5 July and 9 July.
    """
    for date in record.dates:
        if date.reason == _BACKWARDS or (
            date.start is not None and date.end is not None and date.start > date.end
        ):
            yield f'"{date.mention.exact}" ends before it begins.', (date.mention,)
    for c in record.casualties:
        when = c.date
        if when is not None and when.start is not None and when.end is not None and when.start > when.end:
            yield f"The period of {quoted(c)} ends before it begins.", count_words(c)


@validator("LN205", "date-unresolved", "info")
def date_unresolved(record: Record) -> Iterator[Said]:
    """A date cannot be turned into days.

    What it checks:
        Date words with neither a first nor a last day.

    Why it matters:
        What hangs on them has no date; giving the publication day often mends all of them.

    Known problems:
        None known.

    Example:
        Two men were killed in Sirte on Sunday, medics said.

    Instead:
        8 July 2017

        Two men were killed in Sirte on Sunday, medics said.
    """
    for date in record.dates:
        if date.start is None and date.end is None and date.reason != _BACKWARDS:
            why = (date.reason or "no reason given").replace("-", " ")
            yield f'"{date.mention.exact}" cannot be resolved: {why}.', (date.mention,)


@validator("LN206", "said-after-publication", "error", needs="dated-claims")
def said_after_publication(record: Record) -> Iterator[Said]:
    """A statement is dated after the story was published.

    What it checks:
        The first possible day of each statement against the publication day.

    Why it matters:
        A weekday was counted from the wrong day, or the publication day is wrong.

    Known problems:
        A publication day that is that of an earlier version.

    Example:
        8 July 2017

        Medics said on 10 July 2017 that two men were killed in Sirte.

    Instead:
        8 July 2017

        Medics said on 7 July 2017 that two men were killed in Sirte.
    """
    published = record.article.published
    if published is None:
        return
    for claim in record.claims:
        if claim.said_on is not None and claim.said_on.start is not None and claim.said_on.start > published:
            day = claim.said_on.start.isoformat()
            yield (
                f"The statement of {name_of(claim.speaker)} is dated {day}, after publication on "
                f"{published.isoformat()}.",
                (claim.cue or claim.content,),
            )


@validator("LN207", "said-before-event", "warning", needs="dated-claims")
def said_before_event(record: Record) -> Iterator[Said]:
    """A statement is older than the harm it reports.

    What it checks:
        The last possible day of each statement against the first possible day of the harm it carries.

    Why it matters:
        The harm got the date of something else, or the statement does.

    Known problems:
        Two events told in one sentence.

    Example:
        8 July 2017

        Medics said on 3 July 2017 that two men were killed in Sirte on 5 July 2017.

    Instead:
        8 July 2017

        Medics said on 5 July 2017 that two men were killed in Sirte on 3 July 2017.
    """
    claims = claims_of(record)
    for c in record.casualties:
        start = c.date.start if c.date is not None else None
        for claim in (claims[i] for i in c.claims if i in claims):
            said = claim.said_on.end if claim.said_on is not None else None
            if start is not None and said is not None and said < start:
                yield (
                    f"{quoted(c)} is dated {start.isoformat()}, but {name_of(claim.speaker)} spoke of it by "
                    f"{said.isoformat()}.",
                    (*count_words(c), claim.cue or claim.content),
                )
                break


_POINTED = re.compile(r"\b(?:last|this|next)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d{1,2}[/-]\d{1,2}")


@validator("LN208", "date-read-two-ways", "info")
def date_read_two_ways(record: Record) -> Iterator[Said]:
    """A date can be read in two ways, and one was chosen.

    What it checks:
        "Last", "this" or "next" weekdays, and days in figures, that keep another reading.

    Why it matters:
        "Last Thursday" is two days ago or nine, by the habit of the writer; 02/07 is July or February.

    Known problems:
        A paper with a fixed habit gets the finding all the same; the option `weekdays` makes its habit the choice.

    Example:
        8 July 2017

        Two men were killed in Sirte last Thursday, medics said.

    Instead:
        8 July 2017

        Two men were killed in Sirte on Thursday 6 July, medics said.
    """
    for date in record.dates:
        if date.start is None or not date.alternatives:
            continue
        words = date.mention.exact
        if not (_POINTED.search(words) or _FIGURES.search(words)):
            continue
        others = " or ".join(day.start.isoformat() for day in date.alternatives if day.start is not None)
        yield f'"{words}" is read as {date.start.isoformat()}; it can also mean {others}.', (date.mention,)
