"""LN6xx: what recorders ask for and the story does not tell.

One finding a record and code, with the figures concerned: a story that tells no date at all is one gap, not
ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from libya_news.model.casualty import Casualty
from libya_news.model.record import Record
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import count_words, counted_harm, has_number, listed

_COARSE_PLACES = frozenset({"country", "region"})
_COARSE_DATES = frozenset({"month", "season", "year", "years"})
_SEX_OR_AGE = frozenset(
    ("man", "men", "boy", "boys", "girl", "girls", "woman", "women", "child", "children", "year-old")
)
_NO_CONFLICT = frozenset({"drowning", "flood", "crash"})


def _gap(casualties: Iterable[Casualty], says: str) -> Iterator[Said]:
    lacking = list(casualties)
    if lacking:
        yield says.format(listed(lacking)), tuple(m for c in lacking for m in count_words(c))


@validator("LN601", "date-missing", "info")
def date_missing(record: Record) -> Iterator[Said]:
    """The story does not tell when people were harmed.

    What it checks:
        Dead and wounded of the story without a first and a last day.

    Why it matters:
        Every Casualty Counts, UCDP and ACLED ask for the date of the event.

    Known problems:
        None known.

    Example:
        Six soldiers were killed in Benghazi, medics said.

    Instead:
        8 July 2017

        Six soldiers were killed in Benghazi on Friday, medics said.
    """
    yield from _gap(
        (c for c in counted_harm(record) if c.date is None or (c.date.start is None and c.date.end is None)),
        "The story does not tell when: {}.",
    )


@validator("LN602", "place-missing", "info")
def place_missing(record: Record) -> Iterator[Said]:
    """The story does not tell where people were harmed.

    What it checks:
        Dead and wounded of the story without a place.

    Why it matters:
        Every Casualty Counts, UCDP and ACLED ask for the place of the event.

    Known problems:
        None known.

    Example:
        Six soldiers were killed on Friday, medics said.

    Instead:
        Six soldiers were killed in Benghazi on Friday, medics said.
    """
    yield from _gap(
        (c for c in counted_harm(record) if c.place is None), "The story does not tell where: {}."
    )


@validator("LN603", "perpetrator-missing", "info")
def perpetrator_missing(record: Record) -> Iterator[Said]:
    """The story does not tell who harmed people.

    What it checks:
        Dead and wounded of the story without a perpetrator, accidents and disasters apart.

    Why it matters:
        Every Casualty Counts asks for perpetrators, UCDP and ACLED for the other side.

    Known problems:
        Mines, whose layers nobody knows.

    Example:
        Six soldiers were killed in Benghazi, medics said.

    Instead:
        Six soldiers were killed by Islamic State fighters in Benghazi, medics said.
    """
    yield from _gap(
        (c for c in counted_harm(record) if not c.perpetrators and c.cause not in _NO_CONFLICT),
        "The story does not tell who did it: {}.",
    )


@validator("LN604", "cause-missing", "info")
def cause_missing(record: Record) -> Iterator[Said]:
    """The story does not tell how people were harmed.

    What it checks:
        Dead and wounded of the story without a cause.

    Why it matters:
        OHCHR asks for the cause of each death, Airwars and IBC for the weapon.

    Known problems:
        None known.

    Example:
        Six soldiers lost their lives in Benghazi, medics said.

    Instead:
        Six soldiers lost their lives in an air strike in Benghazi, medics said.
    """
    yield from _gap((c for c in counted_harm(record) if c.cause is None), "The story does not tell how: {}.")


@validator("LN605", "sex-and-age-missing", "info")
def sex_and_age_missing(record: Record) -> Iterator[Said]:
    """The story tells neither sex nor age nor name of any of its dead civilians.

    What it checks:
        Dead who are not fighters, in stories without a word of sex, age or name for any of them.

    Why it matters:
        OHCHR and SDG indicator 16.1.2 ask for sex and age of everybody killed.

    Known problems:
        Sex that shows only in a pronoun.

    Example:
        Six civilians were killed in Benghazi, medics said.

    Instead:
        Six civilians, four of them women, were killed in Benghazi, medics said.
    """
    dead = [c for c in counted_harm(record) if c.harm == "killed"]
    for c in dead:
        v = c.victims
        if v.names or v.class_ in ("child", "woman"):
            return
        if not _SEX_OR_AGE.isdisjoint(v.description.lower().split()):
            return
        if "-" in v.description and any(f"-{word}" in v.description for word in _SEX_OR_AGE):
            return
    yield from _gap(
        (c for c in dead if c.victims.class_ not in ("military", "militant", "police")),
        "The story tells neither sex nor age nor name of anybody in {}.",
    )


@validator("LN606", "place-too-coarse", "info")
def place_too_coarse(record: Record) -> Iterator[Said]:
    """The story places people's harm in a country or region only.

    What it checks:
        Dead and wounded of the story whose most specific place is a country or a region.

    Why it matters:
        UCDP codes it as precision 4 or 6, ACLED as 3: it cannot be mapped.

    Known problems:
        Campaign tolls, which have no single place.

    Example:
        Six migrants were killed in eastern Libya, medics said.

    Instead:
        Six migrants were killed in Kufra, medics said.
    """
    coarse = {p.id for p in record.places if p.kind in _COARSE_PLACES}
    if coarse:
        yield from _gap(
            (c for c in counted_harm(record) if c.place in coarse),
            "The story gives no place within the country or region for {}.",
        )


@validator("LN607", "date-too-coarse", "info")
def date_too_coarse(record: Record) -> Iterator[Said]:
    """The story dates an incident by the month or the year only.

    What it checks:
        Single incidents whose date is no finer than a month; tolls of a period are left out.

    Why it matters:
        UCDP codes it as precision 4 or 5, ACLED as 3: it cannot be joined with other reports safely.

    Known problems:
        None known.

    Example:
        8 July 2017

        Six soldiers were killed by a car bomb in Benghazi in May, medics said.

    Instead:
        8 July 2017

        Six soldiers were killed by a car bomb in Benghazi on 5 May, medics said.
    """
    yield from _gap(
        (
            c
            for c in counted_harm(record)
            if c.kind == "incident" and c.date is not None and c.date.precision in _COARSE_DATES
        ),
        "The story gives no day for {}.",
    )


@validator("LN608", "side-missing", "info")
def side_missing(record: Record) -> Iterator[Said]:
    """The story does not tell whose fighters were killed.

    What it checks:
        Dead soldiers, fighters and police without a side or a unit.

    Why it matters:
        UCDP counts deaths by side; without one they go to "unknown".

    Known problems:
        A side that the whole story takes for granted.

    Example:
        Six fighters were killed in Benghazi, medics said.

    Instead:
        Six fighters of the Libyan National Army were killed in Benghazi, medics said.
    """
    yield from _gap(
        (
            c
            for c in record.casualties
            if c.harm == "killed"
            and c.victims.class_ in ("military", "militant")
            and c.victims.side is None
            and c.victims.group is None
            and c.scope != "background"
            and has_number(c.count)
        ),
        "The story does not tell whose people they were: {}.",
    )
