"""The words of newspaper furniture (words.toml), made into sets and patterns once, when first asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from attrs import frozen


@frozen(kw_only=True)
class Words:
    """What the lines around a story are known by.

    Attributes:
        starts: First words (lower case) that a line outside the story can begin with, each with whether it
            counts alone and with the second words that follow it: the cheap test before any pattern.
        related: A line that leads to other stories or belongs to the page.
        related_alone: Whole lines of that kind.
        list_heads: First words of such lines that head a list of links.
        correction: A line in which the paper mends its story.
        agency: A line of the desk or the agency at the foot.
        agency_alone: Whole lines of that kind, without the brackets around them.
        agency_contains: Phrases inside a foot line that make it one.
        agency_names: Names of agencies, as printed.
        credit: The inside of brackets that name an agency or a picture's source.
        photo: The opening of a picture's line.
        credit_tail: A picture credit at the end of a line without brackets.
        byline: The opening of a line of authors.
        byline_starts: The first words of such an opening.
        small: Lower-case words that a line of authors may hold.
        not_first: Words after "By" that make it a sentence.
        author_marks: Words that make a line of authors without "By".
        date_around: Words around the date in a date line.
        later: Words that say that a date is not that of the first publication.
        outlet_marks: Words of newspaper names.
        sections: Headings of newspaper sections.
        hosts: Host of a site to the name of its outlet.
        cities: Places from which stories are filed, in lower case.
        countries: Countries behind the place of a dateline, in lower case.
        sentence_words: Words that open a sentence and no dateline.
        first_halves: First words of place names of two words.
        open_ends: Words that no headline ends with.
        tail_credit: Words that make brackets at the end of the story a credit.
    """

    starts: dict[str, tuple[bool, frozenset[str]]]
    related: re.Pattern[str]
    related_alone: frozenset[str]
    list_heads: frozenset[str]
    correction: re.Pattern[str]
    agency: re.Pattern[str]
    agency_alone: frozenset[str]
    agency_contains: tuple[str, ...]
    agency_names: frozenset[str]
    credit: re.Pattern[str]
    photo: re.Pattern[str]
    credit_tail: re.Pattern[str]
    byline: re.Pattern[str]
    byline_starts: frozenset[str]
    small: frozenset[str]
    not_first: frozenset[str]
    author_marks: frozenset[str]
    date_around: frozenset[str]
    later: frozenset[str]
    outlet_marks: frozenset[str]
    sections: frozenset[str]
    hosts: dict[str, str]
    cities: frozenset[str]
    countries: frozenset[str]
    sentence_words: frozenset[str]
    first_halves: frozenset[str]
    open_ends: frozenset[str]
    tail_credit: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first, that takes either apostrophe and any blank."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s").replace("'", "['’]") for word in ordered)


AROUND = '*•·-–—_>»►▶|()[]{}#.,:;!?…→"“”‘ '  # signs around a word that are no part of it


def _starts(openings: Iterable[Iterable[str]]) -> dict[str, tuple[bool, frozenset[str]]]:
    alone: set[str] = set()
    seconds: dict[str, set[str]] = {}
    for phrase in chain.from_iterable(openings):
        bare = [word for word in (part.strip(AROUND) for part in phrase.lower().split()) if word]
        if len(bare) == 1:
            alone.add(bare[0])
        if bare:
            seconds.setdefault(bare[0], set()).update(bare[1:2])
    return {word: (word in alone, frozenset(following)) for word, following in seconds.items()}


def may_be_outside(line: str) -> bool:
    """Whether a line begins like one outside the story; cheap, so that running text passes at once."""
    return _may_open(line[:120])


def first_word(text: str) -> str:
    """Return the first word of a text, nothing where it is blank."""
    return next(iter(text.split(None, 1)), "")


def last_word(text: str) -> str:
    """Return the last word of a text, nothing where it is blank."""
    return (text.rsplit(None, 1) or [""])[-1]


@lru_cache(maxsize=256)
def _may_open(line: str) -> bool:
    # Asked several times for the same line; all that counts stands in its first 120 characters.
    word = first_word(line[:20]).strip(AROUND).lower()
    if not word:
        # Signs may stand apart, with blanks of any kind between them.
        rest = line[:60]
        while rest != (less := rest.lstrip(AROUND).lstrip()):
            rest = less
        return not rest or line[0] == "©" or _may_open(rest)
    start = words().starts.get(word.replace("’", "'") if "’" in word else word)
    if start is None:
        return (len(line) < 120 and "|" in line) or line[0] == "©"
    if start[0] and (line[0] == "(" or len(line) < 60 or ":" in line[:40]):
        return True
    parts = line[:60].lstrip(AROUND).split(None, 2)
    return len(parts) > 1 and parts[1].lower().strip(AROUND) in start[1]


@cache
def words() -> Words:
    """The words, read from the package once."""
    raw = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    related, correction, agency, captions = raw["related"], raw["correction"], raw["agency"], raw["captions"]
    names = _any(raw["agencies"]["names"])
    openings = (
        related["label"], related["alone"], related["any"], correction["label"], correction["any"],
        correction["bracketed"], agency["any"], agency["alone"], captions["openings"],
    )  # fmt: skip
    flags = re.IGNORECASE
    lead = r"[^\w(©]{0,6}"
    return Words(
        starts=_starts(openings),
        related=re.compile(
            rf"{lead}(?:(?:{_any(related['label'])})\s*[:|»>→►]"
            rf"|(?:read\smore|also\sread|read\salso|see\salso)\b(?!.*[.!?]$)|(?:{_any(related['any'])}))",
            flags,
        ),
        related_alone=frozenset(related["alone"]),
        list_heads=frozenset(related["list_heads"]),
        correction=re.compile(
            rf"{lead}\(?(?:(?:{_any(correction['label'])})\s*(?::|\(|\s[-–—]\s|,?\s\w{{3,9}}\.?\s\d{{1,2}}\b)"
            rf"|(?:{_any(correction['any'])})\b)|\((?:{_any(correction['bracketed'])})\b.{{0,300}}\)$",
            flags,
        ),
        agency=re.compile(rf"{lead}(?:{_any(agency['any'])})", flags),
        agency_alone=frozenset(agency["alone"]),
        agency_contains=tuple(agency["contains"]),
        agency_names=frozenset(raw["agencies"]["names"]),
        credit=re.compile(
            rf"(?:^|[/\s,|])(?:{names})(?:$|[/\s,|])|\b(?i:{_any(captions['credit_words'])})\b"
            r"|^[A-Z@][\w.' -]{1,30}/[A-Z][\w.' -]{1,30}$"
        ),
        photo=re.compile(rf"[\[(]?(?P<kind>{_any(captions['openings'])})\s?(?::|\s[-–—|]\s)\s*", flags),
        credit_tail=re.compile(
            r"[\s|,.–—-]\s?(?P<credit>"
            r"(?:AP Photo|REUTERS|Reuters|AFP|EPA|EFE|ANSA|Getty(?: Images)?|Anadolu)/[^/|]{2,50}"
            rf"|(?:[A-Z][\w.'’-]*\s){{0,3}}[A-Z][\w.'’-]*\s?/\s?(?:{names})"
            r"(?:/[\w .]{2,30}| via [\w ]{2,30}| Images)?"
            r"|(?:©\s?|[Cc]redit:\s?|CREDIT:\s?|[Pp]hoto(?:graph)?(?: credit| by)?:\s?"
            r"|[Ii]mage(?: credit| source)?:\s?|[Pp]icture(?: credit)?:\s?)[^.|]{2,60}"
            r"|via AP|via Reuters)\.?$"
        ),
        byline=re.compile(rf"(?:{_any(raw['byline']['openings'])})(?::\s*|\s+)(?=\S)", flags),
        byline_starts=frozenset(opening.split()[0] for opening in raw["byline"]["openings"]),
        small=frozenset(raw["byline"]["small"]),
        not_first=frozenset(raw["byline"]["not_first"]),
        author_marks=frozenset(raw["byline"]["marks"]),
        date_around=frozenset(raw["dates"]["around"]),
        later=frozenset(raw["dates"]["later"]),
        outlet_marks=frozenset(raw["outlets"]["marks"]),
        sections=frozenset(raw["outlets"]["sections"]),
        hosts=dict(raw["hosts"]),
        cities=frozenset(raw["datelines"]["cities"]),
        countries=frozenset(raw["datelines"]["countries"]),
        sentence_words=frozenset(raw["datelines"]["sentence"]),
        first_halves=frozenset(raw["datelines"]["first_halves"]),
        open_ends=frozenset(raw["headlines"]["open_ends"]),
        tail_credit=re.compile(
            rf"(?:^|[/\s,;&-])(?:{names})(?:$|[/\s,;&-])"
            rf"|(?i:\b(?:{_any(agency['credit_words'])})\b"
            r"|^(?:additional )?(?:reporting|writing|editing) )"
        ),
    )
