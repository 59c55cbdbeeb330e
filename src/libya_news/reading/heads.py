"""The head of a story: everything before its first paragraph, told apart line by line."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from attrs import define

from libya_news.model.article import Caption, ZoneKind
from libya_news.reading.captions import find_caption
from libya_news.reading.datelines import PrintedDateline, find_dateline, find_dateline_inside
from libya_news.reading.furniture import FurnitureLine, is_correction, is_related, outlet_line, read_furniture
from libya_news.reading.lines import Line
from libya_news.reading.words import words

_LONGEST_HEADLINE = 260
_LONGEST_HEAD = 16  # lines
_LONGEST_STANDFIRST = 420

# A headline never ends with one of these: a line that does is broken in the middle of a sentence.
_OPEN_ENDS = frozenset(
    "a an the of in on at to for from by with and or but as that which who was were is are had has have its his her their into".split()
)


@define(kw_only=True)
class Head:
    """What the lines before the body say; filled while they are read."""

    body: int = 0
    body_offset: int | None = None
    headline: tuple[int, int] | None = None
    standfirst: tuple[int, int] | None = None
    furniture_day: dt.date | None = None
    furniture_later: bool = False
    minutes: int | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    dateline: PrintedDateline | None = None
    dateline_at: int = 0
    captions: list[Caption] = []  # noqa: RUF012  (attrs copies nothing: read_head always passes its own)
    zones: list[tuple[ZoneKind, int, int]] = []  # noqa: RUF012


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?…:;][\"”’')\]]{0,3}$")


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph of running text rather than a heading."""
    return len(line) > 220 or (_sentence_end().search(line) is not None and len(line) > 40)


def same_words(one: str, other: str) -> bool:
    """Whether two lines are the same but for blanks, case and the full stop."""
    return one == other or " ".join(one.split()).rstrip(".").lower() == " ".join(other.split()).rstrip(".").lower()


def read_head(lines: list[Line], headline: str | None, standfirst: str | None) -> Head:
    """Reads the head of a story.

    Args:
        lines: The lines of the text that hold something.
        headline: The headline, where the input gives it.
        standfirst: The standfirst, where the input gives it.

    Returns:
        The head; `body` is the number of the first line of the body.
    """
    head = Head(captions=[], zones=[])
    at = _read_above(lines, head, headline)
    if at < len(lines) and _is_headline(lines, at, headline):
        line = lines[at]
        head.headline = (line.start, line.end)
        head.zones.append(("headline", line.start, line.end))
        at += 1
    elif at < len(lines) and (inside := _inside(lines[at])) is not None:
        _split_line(lines[at], inside, head)
        head.body = at
        return head
    _read_below(lines, at, head, standfirst)
    return head


def _read_above(lines: list[Line], head: Head, headline: str | None) -> int:
    """Reads what stands over the headline: notes, date lines, section labels, the site's own lines."""
    at = 0
    last = min(len(lines) - 1, 5)
    while at < last:
        line = lines[at]
        if headline is not None and same_words(line.text, headline):
            break
        if find_dateline(line.text) is not None and not lines[at + 1].text[:1].islower():
            break
        if is_correction(line.text) and len(line.text) < 300:
            head.zones.append(("correction", line.start, line.end))
        elif (said := read_furniture(line.text)) is not None:
            _take(head, line, said)
        elif is_related(line.text) or _is_label(line, lines[at + 1]):
            head.zones.append(("related", line.start, line.end))
        else:
            break
        at += 1
    return at


def _is_label(line: Line, following: Line) -> bool:
    """Whether a line is a section's label or a trail of crumbs over the headline."""
    low = line.text.lower().strip(" :|")
    crumbs = [piece for piece in re.split(r"\s*[>»›/|]\s*", low) if piece]
    if len(crumbs) > 1 and crumbs[0] in words().sections and len(line.text) < 120:
        return True
    return low in words().sections and not is_prose(following.text) and find_dateline(following.text) is None


def _is_headline(lines: list[Line], at: int, given: str | None) -> bool:
    line = lines[at]
    text = line.text
    if given is not None:
        # A headline given apart opens the text; where it does not, its own line is looked for and no other.
        return same_words(text, given)
    if at + 1 >= len(lines) or len(text) > _LONGEST_HEADLINE:
        return False
    following = lines[at + 1]
    if same_words(text, following.text):
        return True
    if find_dateline(text) is not None or text[-1] in ",;" or text.rsplit(None, 1)[-1].lower() in _OPEN_ENDS:
        return False
    if text[0] in "*•·" or text.startswith("- ") or find_caption(text, 0, in_head=False):
        return False
    firm = find_dateline(following.text) is not None or read_furniture(following.text) is not None
    if text[-1] in ".:" and not text.endswith(("...", "U.S.", "U.N.", "a.m.", "p.m.")):
        return firm and len(text) <= 160 and ". " not in text
    if text[-1] in "\"”’'" and text[-2:-1] in ".," and not firm:
        return False
    if firm:
        return True
    after = lines[at + 2] if at + 2 < len(lines) else None
    if not following.gap and _is_wrapped(text, following.text, ends=after is None or after.gap):
        return False
    # Something that reads on must follow: a list of bare lines has no headline.
    return any(is_prose(later.text) for later in lines[at + 1 : at + 6])


def _is_wrapped(text: str, following: str, *, ends: bool) -> bool:
    """Whether a line looks like the first of a paragraph broken at a fixed width.

    Args:
        text: The line.
        following: The next line, with no blank line between.
        ends: Whether a blank line follows that one; a paragraph then ends there, and with a full stop.
    """
    if following[0].islower():
        return True
    return 50 <= len(text) <= 100 and len(following) <= 100 and not ends and following[-1] not in ".!?\"”’'"


def _inside(line: Line) -> PrintedDateline | None:
    return find_dateline_inside(line.text) if find_dateline(line.text) is None else None


def _split_line(line: Line, dateline: PrintedDateline, head: Head) -> None:
    """Takes apart a first line that holds headline or author, dateline and story."""
    before = line.text[: dateline.start].rstrip(" |-–—\xa0")
    end = line.start + len(before)
    said = read_furniture(before)
    if said is not None:
        _take(head, Line(before, line.start, end, line.gap), said)
    elif before and not head.headline:
        head.headline = (line.start, end)
        head.zones.append(("headline", line.start, end))
    _take_dateline(head, line, dateline)


def _take(head: Head, line: Line, said: FurnitureLine) -> None:
    head.zones.append(("byline", line.start, line.end))
    if said.day is not None and (head.furniture_day is None or (head.furniture_later and not said.later)):
        head.furniture_day, head.furniture_later = said.day, said.later
    head.minutes = head.minutes if head.minutes is not None else said.minutes
    head.byline = head.byline or said.byline
    head.outlet = head.outlet or said.outlet


def _take_dateline(head: Head, line: Line, dateline: PrintedDateline) -> None:
    head.dateline, head.dateline_at = dateline, line.start
    start, end = line.start + dateline.start, line.start + dateline.end
    words_end = start + len(line.text[dateline.start : dateline.end].rstrip())
    head.zones.append(("dateline", start, words_end))
    head.body_offset = end if end < line.end else None


def _read_below(lines: list[Line], at: int, head: Head, standfirst: str | None) -> None:
    """Reads on from the headline to the first line of the body."""
    waiting: list[int] = []  # lines that are a standfirst if furniture follows, else the body
    marks: list[int] = []
    index = at
    last = min(len(lines), at + _LONGEST_HEAD)
    headline = lines[at - 1].text if head.headline is not None else None
    while index < last:
        line = lines[index]
        text = line.text
        if headline is not None and same_words(text, headline):
            head.zones.append(("headline", line.start, line.end))
            waiting = _settle(lines, waiting, head)
        elif standfirst is not None and same_words(text, standfirst):
            _stand(head, line)
            waiting = []
        elif (dateline := find_dateline(text)) is not None:
            waiting = _settle(lines, waiting, head) if len(waiting) <= 2 else waiting
            if not waiting:
                _take_dateline(head, line, dateline)
                index += dateline.end >= len(text)
            break
        elif _read_mark(lines, index, head, waiting):
            waiting = _settle(lines, waiting, head)
            marks.append(index)
        elif (inside := _byline_and_dateline(line)) is not None:
            waiting = _settle(lines, waiting, head)
            _split_line(line, inside, head)
            break
        else:
            waiting.append(index)
            long = sum(len(lines[i].text) for i in waiting) > _LONGEST_STANDFIRST
            if headline is None or long or len(waiting) > 2:
                break
        index += 1
    if waiting:
        index = waiting[0]
        first = lines[index]
        # "From our own sources" under a headline: a heading that no paragraph's end closes, before running text.
        if headline is not None and len(waiting) > 1 and not is_prose(first.text) and len(first.text) < 160 and not first.text.endswith(":"):
            if is_prose(lines[waiting[1]].text) and first.text[0] not in "*•-\"“":
                _stand(head, first)
                index += 1
    head.body = index
    if head.body >= len(lines):
        _give_back(lines, head)


def _read_mark(lines: list[Line], index: int, head: Head, waiting: list[int]) -> bool:
    """Reads a line of the head that is no running text; False where it is."""
    line = lines[index]
    text = line.text
    said = read_furniture(text)
    if said is not None:
        _take(head, line, said)
        return True
    if text[0] in "*•·" and (text[1:2] in " \xa0" or text[0] != "*") and not waiting and len(text) < 200:
        _stand(head, line)
        return True
    if is_related(text):
        head.zones.append(("related", line.start, line.end))
        return True
    if is_correction(text) and index + 1 < len(lines) and len(text) < 400:
        head.zones.append(("correction", line.start, line.end))
        return True
    caption = find_caption(text, line.start, in_head=True)
    if caption is not None:
        head.zones.append(("caption", line.start, line.end))
        if caption.text:
            head.captions.append(caption)
        return True
    outlet = outlet_line(text)
    if outlet is not None and index + 1 < len(lines):
        head.zones.append(("byline", line.start, line.end))
        head.outlet = head.outlet or outlet
        return True
    return False


def _byline_and_dateline(line: Line) -> PrintedDateline | None:
    """The dateline behind an author on one line ("By Ranya Omeish | TRIPOLI, Aug 8 (Wire) -")."""
    text = line.text
    if words().byline.match(text) is None:
        return None
    bar = text.find(" | ", 0, 120)
    if bar > 0 and (dateline := find_dateline(text[bar + 3 :])) is not None:
        shift = bar + 3
        return dateline._replace(start=dateline.start + shift, end=dateline.end + shift)
    return find_dateline_inside(text[:330])


def _settle(lines: list[Line], waiting: list[int], head: Head) -> list[int]:
    """Makes the lines that wait the standfirst, for furniture follows them."""
    if head.headline is not None:
        for index in waiting:
            _stand(head, lines[index])
        return []
    return waiting


def _stand(head: Head, line: Line) -> None:
    if line.text[0] not in "*•·":
        head.standfirst = head.standfirst or (line.start, line.end)
    head.zones.append(("standfirst", line.start, line.end))


def _give_back(lines: list[Line], head: Head) -> None:
    """Gives the standfirst back to the body where nothing else is left for it."""
    first = next((i for i, line in enumerate(lines) if ("standfirst", line.start, line.end) in head.zones), None)
    if first is None:
        return
    line = lines[first]
    head.zones = [zone for zone in head.zones if zone[0] != "standfirst"]
    head.standfirst = None
    head.body = first
    head.zones = [zone for zone in head.zones if zone[1] < line.start or zone[0] in ("byline", "related", "caption", "correction")]
