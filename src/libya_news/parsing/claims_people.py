"""What sort of source a speaker is, and whom a pronoun or a role noun means."""

from __future__ import annotations

from typing import NamedTuple

from libya_news.english.speech import word_group
from libya_news.parsing.claims_kinds import kind_of, person_nouns, roles
from libya_news.parsing.claims_text import (
    AUX,
    CAP,
    CUE,
    DET,
    HYPHEN,
    NAME,
    NUM,
    OF,
    POSS,
    PREP,
    VERBAL,
    WORD,
    View,
)
from libya_news.parsing.speaker_groups import name_in
from libya_news.parsing.speakers import Subject, subject_before

# Nouns that stand for whichever body spoke last.
# Endings of nouns for persons ("owner", "activist").
_AGENTS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ee")


class Who(NamedTuple):
    """A speaker in token ranges.

    `mention` stands with the claim; `words` describe the speaker (the antecedent's, for a pronoun); `name` is
    the range of a proper name among them, or (0, 0).
    """

    mention: tuple[int, int]
    words: tuple[int, int]
    name: tuple[int, int]
    kind: str
    sort: str  # person, people, body, unknown
    sex: str  # male, female, ""
    resolved: bool = True
    other: tuple[int, int] = (0, 0)
    group: tuple[int, int] = (0, 0)


def describe(view: View, first: int, last: int, other: tuple[int, int] = (0, 0)) -> Who:
    """Return the speaker of a noun group: its name where it has one, its kind by its role words."""
    bits, low = view.bits, view.low
    end = last
    for k in range(first + 1, last):
        if low[k] in ("who", "which", "that") and bits[k - 1] & (WORD | CAP | NAME):
            end = k
            break
    name = name_in(view, first, end)
    words = (first, last)
    aside = other
    if (
        name == (0, 0)
        and (
            bits[first] & (DET | NUM)
            or not bits[end - 1] & (CAP | NAME)
            or view.any(first, end, POSS)  # "Libya's envoy to the UN, Ibrahim Dabbashi"
        )
        and other != (0, 0)
        and not (bits[end - 1] & NUM and end - first > 1)
    ):
        inner = name_in(view, *other)
        if inner == other:
            name = inner
        else:
            given = given_name(view, *other)
            if given != (0, 0):
                name = given
    if name != (0, 0) and name != (first, end):
        words = name
    elif name == (0, 0) and bits[first] & (CAP | NAME) and not bits[first] & (DET | NUM):
        k = first
        while k < end and (bits[k] & (CAP | NAME | HYPHEN)) and not bits[k] & DET:
            k += 1
        if k < end and bits[k] & OF | 0 and k - first >= 2:
            name = (first, k)
    kind = kind_of(view, ((first, end), aside, (first, last)))
    plural, sort = _sort(view, first, end, name)
    sex = ""
    scope = {*low[first:end], *low[aside[0] : aside[1]]}
    if scope & word_group("female"):
        sex = "female"
    elif scope & word_group("male"):
        sex = "male"
    del plural
    mention = name if name != (0, 0) and name[0] >= first and name[1] <= end else (first, last)
    if name != (0, 0) and other != (0, 0) and name[0] >= other[0] and name[1] <= other[1]:
        mention = words = name
    elif last - first > 14:
        words = mention = (first, min(end, first + 12))
    return Who(mention, words, name, kind, sort, sex, True, aside, (first, last))


def _sort(view: View, first: int, last: int, name: tuple[int, int]) -> tuple[bool, str]:
    """Tell a person, several people and a body (an organisation, a document) apart."""
    bits, low = view.bits, view.low
    head = last
    while head - first > 1 and low[head - 1] in ("there", "here", "alike"):
        head -= 1
    for k in range(first + 1, head):
        if (bits[k] & (OF | PREP) and not bits[k] & NAME and not bits[k - 1] & HYPHEN) or low[k] in (
            ",",
            "(",
        ):
            head = k
            break
    word = low[head - 1] if head > first else ""
    know = roles()
    if name != (0, 0) and name != (first, last):
        before = low[name[0] - 1] if name[0] > first else ""
        if before in ("website", "newspaper", "agency", "group", "daily", "channel", "based"):
            return False, "body"
        return False, "person"
    if word in word_group("bodies") or word in ("un", "u.n.", "nato", "unicef", "iom", "lna", "gna"):
        return False, "body"
    kind = know.kinds.get(word, "")
    if bits[head - 1] & (CAP | NAME) and not bits[first] & (DET | NUM) and head - first >= 1:
        scope = set(low[first:head])
        if scope & (
            word_group("bodies")
            | {
                "un",
                "united",
                "national",
                "international",
                "rights",
                "watch",
                "unsmil",
                "msf",
                "organization",
                "organisation",
                "crescent",
            }
        ) or (view.words[head - 1].isupper() and len(view.words[head - 1]) > 1):
            return False, "body"
        return False, "person"
    if bits[head - 1] & (CAP | NAME):
        return False, "body"
    if (word.endswith("s") and not word.endswith("ss") and word not in ("police", "press", "us")) or word in (
        "people",
        "men",
        "women",
        "police",
        "staff",
        "families",
        "both",
        "two",
    ):
        return True, "people"
    if kind in ("document", "media") and word not in ("reporter", "correspondent", "journalist", "presenter"):
        return False, "body"
    if word in (
        "ministry",
        "embassy",
        "council",
        "court",
        "bank",
        "hospital",
        "clinic",
        "charity",
        "ngo",
        "municipality",
        "directorate",
        "parliament",
        "side",
        "mission",
        "office",
        "department",
        "bar",
        "syndicate",
    ):
        return False, "body"
    if (bits[first] & NUM and low[first] not in ("one", "1")) or low[first] in (
        "both",
        "several",
        "many",
        "some",
    ):
        return True, "people"
    if word.endswith(_AGENTS) and word not in word_group("no_persons"):
        return False, "person"
    person = (
        kind
        in (
            "medical",
            "diplomat",
            "police",
            "military",
            "armed_group",
            "witness",
            "resident",
            "relative",
            "expert",
            "official",
            "media",
            "anonymous",
        )
        or word in roles().weak
        or word in person_nouns()
    )
    return False, "person" if person else "thing"


def given_name(view: View, first: int, last: int) -> tuple[int, int]:
    """Return the name in "who gave his name (only) as Filmon", "who goes by Abu Azza", or (0, 0)."""
    low = view.low
    for k in range(first, last - 1):
        if (low[k] == "as" and {"name", "himself", "herself"} & set(low[max(first, k - 3) : k])) or (
            low[k] == "by" and low[k - 1] in ("goes", "went")
        ):
            name = name_in(view, k + 1, last)
            return name if name[0] == k + 1 else (0, 0)
    return (0, 0)


def leading_group(view: View, first: int, last: int) -> Subject | None:
    """Return the noun group that opens a sentence, up to its first verb."""
    bits = view.bits
    if view.in_quote(first + 1):
        return None
    for k in range(first + 1, min(last, first + 40)):
        flags = bits[k]
        if (flags & (AUX | CUE) and not flags & NAME) or (flags & VERBAL and not flags & (NAME | CAP | DET)):
            subject = subject_before(view, k)
            if subject.kind == "noun" and subject.first >= first:
                return subject
            if subject.kind != "noun" and flags & AUX:
                return None
    return None
