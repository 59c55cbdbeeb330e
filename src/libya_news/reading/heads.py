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
from libya_news.reading.words import last_word, words

_LONGEST_HEADLINE = 260
_LONGEST_HEAD = 16  # lines
_LONGEST_STANDFIRST = 420

_CRUMBS = re.compile(r"[>»›/|]")


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
    captions: list[Caption]
    zones: list[tuple[ZoneKind, int, int]]


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?…:;][\"”’')\]]{0,3}$")


class _Reader:
    """The lines of a head, each looked at once for a dateline and once for furniture."""

    __slots__ = ("_datelines", "_furniture", "lines")

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self._datelines: dict[int, PrintedDateline | None] = {}
        self._furniture: dict[int, FurnitureLine | None] = {}

    def dateline(self, at: int) -> PrintedDateline | None:
        """The dateline that a line begins with."""
        if at not in self._datelines:
            self._datelines[at] = find_dateline(self.lines[at].text)
        return self._datelines[at]

    def furniture(self, at: int) -> FurnitureLine | None:
        """What a line of furniture says."""
        if at not in self._furniture:
            self._furniture[at] = read_furniture(self.lines[at].text)
        return self._furniture[at]


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph of running text rather than a heading."""
    return len(line) > 220 or (_sentence_end().search(line) is not None and len(line) > 40)


def same_words(one: str, other: str) -> bool:
    """Whether two lines are the same but for blanks, case and the full stop."""
    if one == other:
        return True
    if one[0].lower() != other[0].lower() or abs(len(one) - len(other)) > 20:
        return False
    return " ".join(one.split()).rstrip(".").lower() == " ".join(other.split()).rstrip(".").lower()


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
    reader = _Reader(lines)
    at = _read_above(reader, head, headline)
    if at < len(lines) and _is_headline(reader, at, headline):
        line = lines[at]
        head.headline = (line.start, line.end)
        head.zones.append(("headline", line.start, line.end))
        at += 1
    elif at < len(lines) and reader.dateline(at) is None and (inside := find_dateline_inside(lines[at].text)):
        _split_line(lines[at], inside, head)
        head.body = at
        return head
    _read_below(reader, at, head, standfirst)
    return head


def _read_above(reader: _Reader, head: Head, headline: str | None) -> int:
    """Reads what stands over the headline: notes, date lines, section labels, the site's own lines."""
    lines = reader.lines
    at = 0
    last = min(len(lines) - 1, 5)
    while at < last:
        line = lines[at]
        if headline is not None and same_words(line.text, headline):
            break
        if len(line.text) > 300 or reader.dateline(at) is not None:
            break
        if (said := reader.furniture(at)) is not None:
            _take(head, line, said)
        elif is_correction(line.text):
            head.zones.append(("correction", line.start, line.end))
        elif is_related(line.text) or _is_label(reader, at):
            head.zones.append(("related", line.start, line.end))
        else:
            break
        at += 1
    return at


def _is_label(reader: _Reader, at: int) -> bool:
    """Whether a line is a section's label or a trail of crumbs over the headline."""
    text = reader.lines[at].text
    low = text.lower().strip(" :|")
    if low in words().sections:
        return not is_prose(reader.lines[at + 1].text) and reader.dateline(at + 1) is None
    crumbs = [piece.strip() for piece in _CRUMBS.split(low)]
    return len(crumbs) > 1 and crumbs[0] in words().sections and len(text) < 120


def _is_headline(reader: _Reader, at: int, given: str | None) -> bool:
    lines = reader.lines
    text = lines[at].text
    if given is not None:
        # A headline given apart opens the text; where it does not, its own line is looked for and no other.
        return same_words(text, given)
    if at + 1 >= len(lines) or len(text) > _LONGEST_HEADLINE:
        return False
    following = lines[at + 1]
    if same_words(text, following.text):
        return True
    if reader.dateline(at) is not None or text[-1] in ",;" or last_word(text).lower() in words().open_ends:
        return False
    if text[0] in "*•·" or text.startswith("- ") or find_caption(text, 0, in_head=False):
        return False
    firm = reader.dateline(at + 1) is not None or reader.furniture(at + 1) is not None
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
    head.dateline = dateline
    start, end = line.start + dateline.start, line.start + dateline.end
    words_end = start + len(line.text[dateline.start : dateline.end].rstrip())
    head.zones.append(("dateline", start, words_end))
    head.body_offset = end if end < line.end else None


def _read_below(reader: _Reader, at: int, head: Head, standfirst: str | None) -> None:
    """Reads on from the headline to the first line of the body."""
    lines = reader.lines
    waiting: list[int] = []  # lines that are a standfirst if a date or an author follows, else the body
    kept = (0, 0)  # zones and captions found before the first of them
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
        elif (dateline := reader.dateline(index)) is not None:
            waiting = _settle(lines, waiting, head) if len(waiting) <= 2 else waiting
            if not waiting:
                _take_dateline(head, line, dateline)
                index += dateline.end >= len(text)
            break
        elif (mark := _read_mark(reader, index, head, waiting)) is not None:
            # A link, a note or a picture may stand between two paragraphs as well as under the standfirst.
            if mark == "byline" or not waiting or not line.gap:
                waiting = _settle(lines, waiting, head)
        elif (inside := _byline_and_dateline(line)) is not None:
            waiting = _settle(lines, waiting, head)
            _split_line(line, inside, head)
            break
        else:
            if not waiting:
                kept = (len(head.zones), len(head.captions))
            waiting.append(index)
            long = sum(len(lines[i].text) for i in waiting) > _LONGEST_STANDFIRST
            if headline is None or long or len(waiting) > 2:
                break
        index += 1
    if waiting:
        del head.zones[kept[0] :], head.captions[kept[1] :]
        index = waiting[0]
        first = lines[index]
        if headline is not None and len(waiting) > 1 and _is_subheading(first.text, lines[waiting[1]].text):
            _stand(head, first)
            index += 1
    head.body = index
    if head.body >= len(lines):
        _give_back(lines, head)


def _is_subheading(text: str, following: str) -> bool:
    """Whether a line under the headline is a heading that no full stop closes, with running text after it."""
    if len(text) >= 160 or text[-1] == ":" or text[0] in '*•-"“':
        return False
    return not is_prose(text) and is_prose(following)


def _read_mark(reader: _Reader, index: int, head: Head, waiting: list[int]) -> ZoneKind | None:
    """Reads a line of the head that is no running text and tells its zone; None where it is running text."""
    lines = reader.lines
    line = lines[index]
    text = line.text
    if len(text) > _LONGEST_STANDFIRST:
        return None
    said = reader.furniture(index)
    if said is not None:
        _take(head, line, said)
        return "byline"
    if text[0] in "*•·" and (text[1:2] in " \xa0" or text[0] != "*") and not waiting and len(text) < 200:
        _stand(head, line)
        return "standfirst"
    if is_related(text):
        head.zones.append(("related", line.start, line.end))
        return "related"
    if is_correction(text) and index + 1 < len(lines) and len(text) < 400:
        head.zones.append(("correction", line.start, line.end))
        return "correction"
    caption = find_caption(text, line.start, in_head=True)
    if caption is not None:
        head.zones.append(("caption", line.start, line.end))
        if caption.text:
            head.captions.append(caption)
        return "caption"
    outlet = outlet_line(text)
    if outlet is not None and index + 1 < len(lines):
        head.zones.append(("byline", line.start, line.end))
        head.outlet = head.outlet or outlet
        return "byline"
    return None


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
    stood = {start for kind, start, _ in head.zones if kind == "standfirst"}
    first = next((i for i, line in enumerate(lines) if line.start in stood), None)
    if first is None:
        return
    line = lines[first]
    head.zones = [zone for zone in head.zones if zone[0] != "standfirst"]
    head.standfirst = None
    head.body = first
    kept = ("byline", "related", "caption", "correction")
    head.zones = [zone for zone in head.zones if zone[1] < line.start or zone[0] in kept]
