"""Lines of a page that are not the story: dates, reading times, share bars, links, notes, agency lines."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from libya_news.reading.bylines import is_byline, names_of
from libya_news.reading.days import date_pattern, find_day
from libya_news.reading.words import first_word, last_word, may_be_outside, words

_LONGEST_FURNITURE = 200


@cache
def _reading_time() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(?P<before>\d{1,3})[\s-]?min(?:ute)?s?[\s-](?:read|reading)\b"
        r"|(?:estimated )?read(?:ing)?(?: time)?\s?:?\s(?P<after>\d{1,3})\s?min(?:ute)?s?\b",
        re.IGNORECASE,
    )


@cache
def _bars() -> re.Pattern[str]:
    return re.compile(r"\s*[|•·»›]\s*|\s+[-–—>/]\s+|\s{3,}|\t+")


@cache
def _leftover() -> re.Pattern[str]:
    """Times of day, weekdays, zones and punctuation that may stand beside a date."""
    return re.compile(
        r"\d{1,2}[:.h]\d{2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|T\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?"
        r"|[+-]\d\d:?\d\d\b|[+-]\d{1,2}\b"
        r"|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
        r"|\b(?:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|P[SD]?T|MSK|WAT|Z|AM|PM|hrs)\b|[^\w]",
        re.IGNORECASE,
    )


@cache
def _counter() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,6}[KkMm]?\s(?:comments?|shares?|views?|likes?|retweets?|reactions?|photos?|videos?)$"
    )


@cache
def _initials() -> re.Pattern[str]:
    """The initials of a desk: "MPS/hk/jl"."""
    return re.compile(r"[A-Za-z]{1,5}(?:[/-][A-Za-z]{1,5}){1,4}$")


class FurnitureLine(NamedTuple):
    """What a line of furniture says.

    Attributes:
        day: The date printed in it, or None.
        later: Whether that date is an update's.
        minutes: The reading time, or None.
        byline: The authors.
        outlet: The newspaper named in it, or None.
    """

    day: dt.date | None = None
    later: bool = False
    minutes: int | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None


def read_furniture(line: str) -> FurnitureLine | None:
    """Reads a line that holds nothing but a date, a reading time, authors, or several of these between bars.

    Args:
        line: A line without blanks around it.

    Returns:
        What it says, or None where it is something else.
    """
    if len(line) > _LONGEST_FURNITURE or not _may_be_furniture(line):
        return None
    pieces = [piece for piece in _bars().split(line) if piece] if _bars().search(line) else [line]
    day: dt.date | None = None
    later = False
    minutes: int | None = None
    byline: tuple[str, ...] = ()
    others: list[str] = []
    update: dt.date | None = None
    for piece in pieces:
        rest = piece
        time = _reading_time().search(piece)
        if time is not None:
            minutes = int(time["before"] or time["after"])
            rest = (piece[: time.start()] + " " + piece[time.end() :]).strip()
        printed = find_day(piece)
        if printed is not None:
            low = piece[: printed.start].lower()
            is_later = any(word in words().later for word in low.split())
            if is_later:
                update = update or printed.day
            else:
                day = day or printed.day
            rest = date_pattern().sub(" ", rest)
        if time is not None or printed is not None:
            rest = " ".join(_leftover().sub(" ", rest).split())
            left = [word for word in rest.split() if word.lower() not in words().date_around]
            if not left:
                continue
            if len(left) > 5 or piece.endswith((".", "!", "?")):
                return None
            before = " ".join(left)
            if is_byline(before):
                byline = byline or names_of(before)
            elif all(word[0].isupper() for word in left):
                others.append(before)
            else:
                return None
        elif is_byline(piece):
            byline = byline or names_of(piece)
        elif len(piece.split()) <= 6 and not piece.endswith((".", "!", "?")):
            if _leftover().sub("", piece):
                others.append(piece)
        else:
            return None
    if day is None and update is None and minutes is None and not byline:
        return None
    if day is None and update is not None:
        day, later = update, True
    if byline and day is None and minutes is None and others and len(pieces) == 1:
        return None
    return FurnitureLine(day, later, minutes, byline, _outlet_among(others))


def _may_be_furniture(line: str) -> bool:
    """Whether a line holds a year, a reading time or the words of authors: the cheap test."""
    if ("20" in line or "19" in line or "min" in line) and _time_sign().search(line) is not None:
        return True
    first, last = first_word(line[:20]), last_word(line[-24:])
    known = words()
    return (
        first.lower().rstrip(":") in known.byline_starts or last.lower() in known.author_marks or "|" in line
    )


@cache
def _time_sign() -> re.Pattern[str]:
    return re.compile(r"[12][09]\d\d|\d[\s-]?min|[Rr]ead(?:ing)? ")


def _outlet_among(pieces: list[str]) -> str | None:
    """The first piece that can be the name of a newspaper, and is no section, place or picture credit."""
    known = words()
    for piece in pieces:
        for part in piece.split(","):
            name = part.strip(" :.").removeprefix("by ").removeprefix("By ")
            low = name.lower()
            if (
                low in known.sections
                or low in known.cities
                or low in known.countries
                or low in known.related_alone
            ):
                continue
            if name in known.agency_names or any(word in known.outlet_marks for word in low.split()):
                return name
    return None


def outlet_line(line: str) -> str | None:
    """The newspaper of a line that holds only its name and perhaps a place ("Desert Press, Tripoli")."""
    if len(line) > 60 or line.endswith((".", "!", "?", ":")):
        return None
    pieces = [piece.strip() for piece in line.split(",")]
    if len(pieces) > 2 or not all(word[:1].isupper() or word in ("of", "the") for word in pieces[0].split()):
        return None
    if (
        len(pieces) == 2
        and pieces[1].lower() not in words().cities
        and pieces[1].lower() not in words().countries
    ):
        return None
    if len(pieces) == 1 and pieces[0] not in words().agency_names and len(pieces[0].split()) > 3:
        return None
    return _outlet_among(pieces[:1])


def is_related(line: str) -> bool:
    """Whether a line leads to other stories or belongs to the page: links, share bars, advertisements."""
    if len(line) > 300 or not may_be_outside(line):
        return False
    known = words()
    low = line.lower().replace("’", "'").strip(" .:-–—*•|»>→…")
    if low in known.related_alone or known.related.match(line) is not None:
        return True
    pieces = [piece for piece in re.split(r"\s*[|•·/»>]\s*", low) if piece]
    return bool(pieces) and all(piece in known.related_alone or _counter().match(piece) for piece in pieces)


def is_related_heading(line: str) -> bool:
    """Whether a line heads a list of links ("Related stories", "Most read")."""
    low = line.lower().replace("’", "'").strip(" .:-–—*•|»>→")
    return low in words().related_alone and low.split()[0] in words().list_heads


def is_correction(line: str) -> bool:
    """Whether a line is the paper's note on its own story: "Corrected: ...", "(Raises toll, adds denial)"."""
    return may_be_outside(line) and words().correction.match(line[:400]) is not None


def is_agency_tail(line: str) -> bool:
    """Whether a line at the foot of the story is the desk's or the agency's."""
    known = words()
    bare = line.strip(" ()[]-–—.*_#|").strip()
    if not bare or bare in known.agency_names or bare.lower() in known.agency_alone:
        return not bare or len(line) < 60
    if len(line) <= 30 and _initials().match(line) and ("/" in line or line.islower()):
        return True
    if known.agency.match(line) is not None:
        return True
    return len(line) < 400 and any(phrase in line for phrase in known.agency_contains)


def is_wire_credit(line: str) -> bool:
    """Whether a line is an agency's bracketed credit, which counts as such wherever it stands."""
    return line[0] in "([" and line.rstrip(".")[-1] in ")]" and words().agency.match(line) is not None


@cache
def _tail_credit() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[.!?”\"’'])\s{0,3}"
        r"(?P<credit>\((?P<inside>[^()\n]{2,120})\)|[-–—]\s?(?P<dash>[A-Z][\w. /&-]{1,30}))\.?$"
    )


def tail_credit_start(line: str) -> int | None:
    """Where the credit at the end of the last paragraph begins ("... he said. (AFP)"), or None."""
    last = line[-1]
    if last == ")" or line.endswith(")."):
        start = line.rfind("(", max(0, len(line) - 126))
    elif last.isalpha():
        start = max(line.rfind(dash, max(0, len(line) - 34)) for dash in "-–—")
    else:
        return None
    if start < 1:
        return None
    match = _tail_credit().search(line, max(0, start - 4))
    if match is None:
        return None
    if match["inside"] is not None:
        return match.start("credit") if words().tail_credit.search(match["inside"]) else None
    return match.start("credit") if match["dash"] in words().agency_names else None
