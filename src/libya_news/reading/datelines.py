"""Datelines: where, when and by which agency a story was filed ("BENGHAZI, Libya, July 3 (Wire) -")."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from libya_news.reading.days import MONTHS, WEEKDAYS, find_day, month_number
from libya_news.reading.words import words


class PrintedDateline(NamedTuple):
    """A dateline in a line of the text.

    `start` and `end` are offsets in that line; `end` lies behind the dash. `month` and `number` stand where
    the year is not printed.
    """

    start: int
    end: int
    place: str | None
    agency: str | None
    day: dt.date | None
    month: int | None = None
    number: int | None = None


@cache
def _pattern() -> re.Pattern[str]:
    # Blanks may be no-break spaces; every repeat is bounded, and it is tried only at the start of a line.
    cap = r"[A-ZÀ-ÞŞ][\w.'’]*"
    word = rf"(?:{cap}|of|the|near|in|de|al|el|bin|ben|off|la|du)"
    time_word = rf"(?:{MONTHS}|{WEEKDAYS})\b"
    number = r"[0-3]?\d(?:st|nd|rd|th)?"
    date = (
        rf"(?:(?:{WEEKDAYS}\.?,?\s)?(?:{MONTHS}\.?\s{number}|{number}[\s-]{MONTHS}\b\.?)(?:,?[\s-](?:19|20)\d\d)?"
        rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|{WEEKDAYS}\b)"
    )
    return re.compile(
        rf"(?P<open>[(\[])?(?!{time_word})(?P<place>{cap}(?:(?:\s|-|\s?/\s?)(?!{time_word}){word}){{0,6}})"
        r"(?:\s\((?P<inner>[A-Z][\w.&/' -]{1,40})\))?"
        rf"(?:,\s(?!{time_word})(?P<country>{cap}(?:\s(?!{time_word}){word}){{0,3}}))?"
        rf"(?P<gap>,?\s?)(?P<date>{date})?(?P<close>[)\]])?"
        r"(?:[\s,]{0,2}(?:\((?P<agency>[A-Z][^()\n]{1,40})\)|/(?P<wire>[A-Z][\w -]{2,30})/))?"
        r"(?:(?P<dash>\s?(?:--+|[–—])\s?|\s?[-_]\s)|(?P<colon>\s?:(?:\s|$))|(?P<eol>\s{0,3}$))"
    )


def _may_end(head: str) -> bool:
    """Whether there is what every dateline ends with: a dash, a colon, or the line's end behind a year."""
    return (
        "- " in head
        or "-\xa0" in head
        or "–" in head
        or "—" in head
        or ":" in head
        or "--" in head
        or "_ " in head
        or head[-2:-1].isdigit()
    )


@cache
def _agency_alone() -> re.Pattern[str]:
    return re.compile(r"\((?P<agency>[A-Z][\w./&' -]{1,40})\)\s?(?:--?|[–—_])\s")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(r"\((?P<agency>[A-Z][\w./&' -]{1,40})\)\s?(?:--?|[–—_])\s?(?=[\"“‘'A-Z])")


@cache
def _behind() -> re.Pattern[str]:
    cap = r"[A-ZÀ-Þ][\w.'’-]{0,20}"
    return re.compile(
        rf"(?P<run>(?:{cap}\s){{0,5}}{cap})(?:,\s(?P<country>{cap}(?:\s{cap})?))??"
        rf"(?:,?\s(?P<date>(?:{MONTHS}\.?\s\d{{1,2}}|\d{{1,2}}\s{MONTHS})(?:,?\s(?:19|20)\d\d)?))?[\s,]{{0,2}}$"
    )


def find_dateline(line: str, *, strict: bool = False) -> PrintedDateline | None:
    """Finds the dateline that a line begins with.

    >>> find_dateline("TRIPOLI, July 3 (Wire) — Two men died.").place
    'TRIPOLI'

    Args:
        line: A line of the text without blanks before it.
        strict: Whether only a place in capitals with an agency, a day or a country counts, as in the middle
            of a story, where a new dateline is rare.

    Returns:
        The dateline, or None.
    """
    first = line[:1]
    if not first or not (first.isupper() or first in "(["):
        return None
    head = line[:200]
    if not _may_end(head):
        return None
    if first == "(" and (alone := _agency_alone().match(head)) and _is_agency(alone["agency"]):
        return PrintedDateline(0, alone.end(), None, alone["agency"], None)
    match = _pattern().match(head)
    if (
        match is None
        or bool(match["open"]) != bool(match["close"])
        or (match["eol"] is not None and len(line) > 200)
    ):
        return None
    place, date, agency = match["place"], match["date"], match["agency"] or match["wire"]
    country = match["country"]
    if match["inner"]:
        if match["inner"].lower() in words().countries:
            country = country or match["inner"]
        elif agency is None:
            agency = match["inner"]
        else:
            return None
    if not _counts(match, place, country, date, agency, line, strict):
        return None
    if agency is None and country is None and date is None and place in words().agency_names:
        return None
    return _made(place, date, agency, 0, match.end())


def find_dateline_inside(line: str) -> PrintedDateline | None:
    """Finds a dateline behind a headline or an author on one line, as in texts that lost their line breaks.

    Args:
        line: The first line of the text.

    Returns:
        The dateline, its place found in front of the agency's brackets; None where nothing is certain.
    """
    match = _inside().search(line, 4, 330)
    if match is None:
        return None
    before = _behind().search(line, max(0, match.start() - 130), match.start())
    if before is None:
        return None
    run, country = before["run"].split(), before["country"]
    place = _last_place(run)
    start = before.start("run") + before["run"].rindex(place)
    strong = place.isupper() and len(place) > 3 or place.lower() in words().cities
    if not (strong or (country or "").lower() in words().countries) or start < 4:
        return None
    return _made(place, before["date"], match["agency"], start, match.end())


def _last_place(run: list[str]) -> str:
    """The place at the end of a run of capitalised words, the rest of which belongs to what stands before."""
    count = 1
    while count < len(run) and run[-1].isupper() and len(run[-1]) > 3 and run[-count - 1].isupper():
        count += 1
    if count == 1 and len(run) > 1:
        two = f"{run[-2]} {run[-1]}".lower()
        if two in words().cities or run[-2].lower() in words().first_halves:
            count = 2
    return " ".join(run[-count:])


def _counts(
    match: re.Match[str],
    place: str,
    country: str | None,
    date: str | None,
    agency: str | None,
    line: str,
    strict: bool,
) -> bool:
    """Whether enough says that this is a dateline and not the opening of a sentence or a label."""
    known = words()
    low = place.lower().replace("’", "'")
    capitals = place.isupper() and sum(map(str.isalpha, place)) > 2
    city = any(part.strip() in known.cities for part in low.split("/"))
    first = low.split()[0]
    if first in known.date_around and not capitals or first in known.sentence_words and not place.isupper():
        return False
    in_country = country is not None and (country.lower() in known.countries or capitals)
    if country is not None and not in_country and not (agency or date):
        return False
    if match["colon"] is not None:
        return (
            not strict
            and bool(date)
            and any(map(str.isdigit, date or ""))
            and (city or capitals or bool(agency))
        )
    if match["eol"] is not None:
        whole = date is not None and re.search(r"\d{4}", date) is not None
        return not strict and whole and (city or capitals or in_country) and "," in match["gap"]
    if strict:
        return capitals and bool(agency or in_country or (date and any(map(str.isdigit, date))))
    if agency is not None and (capitals or city or in_country or _is_agency(agency)):
        return not _is_acronym(agency, place)
    if date is not None:
        if not any(map(str.isdigit, date)):
            return city or (capitals and len(place) > 4)
        return capitals or city or in_country or ("," in match["gap"] and len(place.split()) <= 3)
    if in_country:
        return True
    if not city or agency is not None:
        return False
    after = line[match.end() : match.end() + 160]
    if not after[:1].isupper() and after[:1] not in "\"“‘'":
        return False
    # "Benghazi – Libya's second city – saw": an aside, not a dateline.
    return capitals or re.search(r"\s[-–—]\s", after.split(". ")[0]) is None


def _is_agency(name: str) -> bool:
    known = words()
    return name in known.agency_names or any(word in known.outlet_marks for word in name.lower().split())


def _is_acronym(short: str, place: str) -> bool:
    """Whether brackets hold the initials of the name before them ("Libyan National Army (LNA)")."""
    return len(place.split()) > 1 and "".join(word[0] for word in place.split()).lower() == short.lower()


def _made(place: str | None, date: str | None, agency: str | None, start: int, end: int) -> PrintedDateline:
    day = month = number = None
    if date:
        found = find_day(date)
        if found is not None:
            day = found.day
        else:
            name, digits = re.search(MONTHS, date, re.IGNORECASE), re.search(r"\d{1,2}", date)
            if name and digits:
                month, number = month_number(name[0]), int(digits[0])
    return PrintedDateline(start, end, place, agency, day, month, number)
