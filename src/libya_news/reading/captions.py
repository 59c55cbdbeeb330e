"""Captions of pictures: lines that end with a credit, or begin by saying what they are."""

from __future__ import annotations

import re
from functools import cache

from libya_news.model.article import Caption
from libya_news.reading.words import may_be_outside, words

_LONGEST = 400
# What a credit without brackets has in it: "Esam Ali/AFP", "Credit: ...", "© ...", "via AP".
_SIGN = re.compile(r"/|©|[A-Za-z]:|via ")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"(?P<open>[\[(])(?P<credit>[^\[\]()\n]{2,100})[\])]\.?$")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"^(?:©\s?|(?:file\s)?(?:photo(?:graph)?|image|picture|credit|source)s?(?:\s(?:by|credit|courtesy(?:\sof)?))?\s?:?\s+"
        r"|courtesy(?:\sof)?\s|by\s)",
        re.IGNORECASE,
    )


@cache
def _quiet_brackets() -> re.Pattern[str]:
    """Square brackets that are the editor's and no credit."""
    return re.compile(r"^(?:sic|\.\.\.|…|emphasis|translation|ed\b|editor)", re.IGNORECASE)


def find_caption(line: str, start: int, *, in_head: bool) -> Caption | None:
    """Reads a line as the caption of a picture.

    Args:
        line: A line without blanks around it.
        start: Its offset in the text.
        in_head: Whether it stands between the headline and the body, where any square brackets at the end are
            a credit; in the body they must name an agency or a picture.

    Returns:
        The caption, its words without the credit (empty where the line is only a credit), or None.
    """
    if len(line) > _LONGEST or not (
        line[-1] in "])" or _SIGN.search(line, max(0, len(line) - 70)) or may_be_outside(line)
    ):
        return None
    known = words()
    opening = known.photo.match(line)
    labelled = opening is not None
    first = opening.end() if opening is not None else 0
    closing = _closing().search(line, max(first, len(line) - 104))
    if closing is not None and _is_credit(closing, line, in_head, labelled):
        return _made(line, start, first, closing.start(), closing["credit"])
    if line[-1] not in ".?!" or labelled or in_head or "/" in line:
        tail = known.credit_tail.search(line, max(first, len(line) - 110))
        if tail is not None and (in_head or labelled or not _is_sentence(line, tail.start())):
            return _made(line, start, first, tail.start(), tail["credit"])
    if opening is not None and len(line) - first >= 2:
        rest = line[first:]
        if (
            opening["kind"].lower() in ("file", "map", "archive", "still", "graphic")
            and not line[:1].isupper()
        ):
            return None
        if known.credit.search(rest) and len(rest.split()) <= 5:
            return _made(line, start, len(line), len(line), rest)
        last = len(line) - (line[-1] in ")]" and line[0] in "([")
        return _made(line, start, first, last, None)
    return None


def _is_credit(closing: re.Match[str], line: str, in_head: bool, labelled: bool) -> bool:
    credit = closing["credit"].strip()
    if (
        not labelled
        and any(character.isdigit() for character in credit)
        and "/" not in credit
        and "@" not in credit
    ):
        return False
    named = words().credit.search(credit) is not None
    if closing["open"] == "[":
        return (
            not _quiet_brackets().match(credit)
            and (in_head or named or labelled)
            and len(credit.split()) <= 10
        )
    if not (named or labelled) or len(credit.split()) > 10:
        return False
    # "... said on Sunday. (AFP)" closes a story; in the head it is a caption with a full stop.
    return in_head or labelled or not _is_sentence(line, closing.start())


def _is_sentence(line: str, end: int) -> bool:
    return line[:end].rstrip().endswith((".", "!", "?", ".”", '."'))


def _made(line: str, start: int, first: int, last: int, credit: str | None) -> Caption:
    body = line[first:last].rstrip(" \xa0|–—-,")
    stripped = body.lstrip()
    first += len(body) - len(stripped)
    if credit is not None:
        credit = _label().sub("", credit.strip()).strip(" .|") or credit.strip()
    return Caption(stripped, credit, start + first, start + first + len(stripped))
