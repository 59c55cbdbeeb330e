"""Lines of authors ("By Karim Fouad, Tunis, and agencies") and the names in them."""

from __future__ import annotations

import re

from libya_news.reading.days import MONTHS, WEEKDAYS
from libya_news.reading.words import first_word, last_word, words

_SEPARATORS = re.compile(r"\s*(?:, and\b|,| and | & |;|\|)\s*")
_PLACE = re.compile(r"\s+(?:in|at|from)\s+.*$")
_FIGURES = re.compile(r"\d")
_CALENDAR = re.compile(rf"(?:{MONTHS}|{WEEKDAYS})\b")


def is_byline(line: str) -> bool:
    """Whether a whole line (or a piece of it between bars) names the authors.

    >>> is_byline("By our energy correspondent")
    True
    >>> is_byline("By Wednesday evening they had left.")
    False
    """
    known = words()
    if len(line) > 160 or not line:
        return False
    last = last_word(line[-24:]).rstrip(".").lower()
    if (
        first_word(line[:20]).lower().rstrip(":") not in known.byline_starts
        and last not in known.author_marks
    ):
        return False
    if _FIGURES.search(line):
        return False
    opening = known.byline.match(line)
    if opening is not None:
        rest = line[opening.end() :]
        return _is_names(rest, opening[0].rstrip(": ").lower()) and not _CALENDAR.match(rest)
    listed = line.rstrip(".").split()
    low = [word.strip(",;").lower() for word in listed]
    # A desk or agencies without "By": "Luca Ferrand and agencies", "Salem Issa, Tripoli correspondent".
    return (
        2 <= len(listed) <= 9
        and listed[0][0].isupper()
        and low[-1] in known.author_marks
        and not line.endswith((".", "!", "?"))
        and all(word[:1].isupper() or word.strip(",;") in known.small for word in listed)
        and (listed[0].lower() not in known.not_first)
        and (low[-1] in ("agencies", "staff", "newsroom", "desk") or "," in line)
    )


def _is_names(rest: str, opening: str) -> bool:
    known = words()
    body = rest.rstrip(".")
    listed = body.split()
    if not 1 <= len(listed) <= 18 or listed[0].strip(",").lower() in known.not_first:
        return False
    capitals = sum(1 for word in listed if word[0].isupper())
    for word in listed:
        bare = word.strip(",;()&|*-–")
        if bare and not bare[0].isupper() and bare.lower() not in known.small:
            return False
    marked = any(word.strip(",").lower() in known.author_marks for word in listed)
    if opening == "from":
        return marked
    # "By Friday" is weeded out before; "By Tripoli" alone cannot be told from a name.
    return (capitals >= 1 and len(listed) <= 14) or marked


def names_of(line: str) -> tuple[str, ...]:
    """The authors as a line prints them; a desk or agency stands as it is, places are left out.

    >>> names_of("By Selma Rahouma and Dan Keogh")
    ('Selma Rahouma', 'Dan Keogh')

    Args:
        line: A line, or a piece of one, for which `is_byline` holds.
    """
    known = words()
    opening = known.byline.match(line)
    rest = line[opening.end() :] if opening else line
    found: list[str] = []
    for piece in _SEPARATORS.split(rest.rstrip(". ")):
        low = piece.lower()
        marked = any(word in known.author_marks for word in low.split())
        name = piece if marked and not piece[:1].isupper() else _PLACE.sub("", piece)
        if not name or (not marked and (low in known.cities or low in known.countries)):
            continue
        if found and not marked and (len(name.split()) == 1 or not name[0].isupper()):
            continue  # a town or a desk behind the name
        if found and marked and name[0].isupper():
            continue  # "Salem Issa, Tripoli correspondent"
        if name.isupper() and len(name.split()) > 1:
            name = name.title()
        if name not in found:
            found.append(name)
    return tuple(found)
