"""Which numbers are parts of which: lists among the dead, increments of a toll, and numbers that add up."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from libya_news.parsing.candidates import Candidate, own_harm
from libya_news.parsing.counts import read_quantity
from libya_news.parsing.shares import number_of

if TYPE_CHECKING:
    from libya_news.parsing.reader import Reader

_AMONG = ("as_dead", "dead_were", "harmed_were")
_REVISED = frozenset({"revised", "corrected", "updated", "amended", "raised", "lowered"})
_POINTING = frozenset({"them", "these", "whom"})
_LONGEST = 30  # pieces of a breakdown
_BEFORE_TOLL = 5  # words between "bringing" and its toll: "taking the official number of dead to 21"
_REACH = 5  # sentences in which a breakdown of a total may stand behind it


def link_parts(reader: Reader, seen: dict[int, Candidate]) -> None:
    """Set the whole of every candidate that is a part of another; totals of running counts become cumulative."""
    order = [seen[g] for g in sorted(seen)]
    for at, c in enumerate(order):
        if c.whole is None and c.rule.rsplit(".", 1)[1] in _AMONG:
            c.whole = _total_before(order[max(at - 2 * _LONGEST, 0) : at], c)
        if c.whole is None and reader.groups.kinds[c.group] == "GO":
            c.whole = _share_of(reader, order[max(at - 2 * _LONGEST, 0) : at], c)
        if c.whole is None and c.rule.endswith(".were_among"):
            c.whole = next(
                (
                    o
                    for o in order[at + 1 :]
                    if o.sentence == c.sentence and o.harm == c.harm and _smaller(c, o)
                ),
                None,
            )
        if c.whole is None and not c.rule.endswith(".harmed_were") and _included(reader, c):
            c.whole = next(
                (
                    o
                    for o in order[max(at - _LONGEST, 0) : at]
                    if o.frame is c.frame and o is not c and o.whole is None
                ),
                None,
            )
        if c.whole is None and at and _goes_on_including(reader, order[:at], c):
            c.whole = order[at - 1].whole
        if c.rule.endswith((".bring_to", ".harm_at", ".toll")) and _brought(reader, c):
            c.kind = "cumulative"
            for o in order[max(at - _LONGEST, 0) : at]:
                if (
                    o.harm == c.harm
                    and o.whole is None
                    and 0 <= c.sentence - o.sentence <= 1
                    and _smaller(o, c)
                ):
                    o.whole = c
                    if o.kind == "incident":
                        o.kind = "increment"
    _corrections(reader, order)
    _adding_up(reader, order)


def read_wholes(reader: Reader, seen: dict[int, Candidate]) -> list[Candidate]:
    """Return the wholes that parts name themselves and nobody told: "five of the eight wounded died" tells of eight.

    A part of a whole that is told already is hung on it.
    """
    out: list[Candidate] = []
    units, groups = reader.units, reader.groups
    for g in sorted(seen):
        part = seen[g]
        if groups.kinds[g] != "GO":
            continue
        harm = own_harm(reader, g)
        of = next(
            (
                i
                for i in range(groups.first[g], groups.last[g])
                if "OF" in reader.alphabet.tags(units.tags[i])
            ),
            None,
        )
        read = read_quantity(units, of + 1, groups.last[g]) if harm is not None and of is not None else None
        if harm is None or of is None or read is None or read[0].low is None:
            continue
        told = [
            c
            for c in (*seen.values(), *out)
            if c.harm == harm and c is not part and number_of(c) == read[0].low
        ]
        if told:
            whole = told[0]
        else:
            whole = Candidate(part.rule, g, harm, read[0], units.span(read[1], groups.last[g]))
            whole.sentence, whole.frame, whole.cls, whole.harm_span = (
                part.sentence,
                part.frame,
                part.cls,
                part.span,
            )
            if part.cls in ("child", "woman"):
                whole.cls = "unspecified"
            out.append(whole)
        if whole.harm == part.harm:
            part.whole = whole
    return out


def _corrections(reader: Reader, order: list[Candidate]) -> None:
    """Let a figure supersede the one that its sentence takes back: "nine, not 19", "six, later revised to nine"."""
    for before, c in pairwise(order):
        if before.harm != c.harm or before.sentence != c.sentence:
            continue
        if c.rule.endswith(".not_but"):
            before.supersedes = c
        elif c.rule.endswith(".another_figure"):
            first, last = reader.tokens.sentences[c.sentence]
            if not _REVISED.isdisjoint(reader.tokens.low[first:last]):
                c.supersedes = before


def _share_of(reader: Reader, before: list[Candidate], c: Candidate) -> Candidate | None:
    """Return the total of "six of the wounded were in a critical condition", "28 wounded, six of them critically"."""
    units, groups = reader.units, reader.groups
    first, last = groups.first[c.group], groups.last[c.group]
    pointing = units.low(last - 1) == "those" or any(units.low(i) in _POINTING for i in range(first, last))
    those_killed = pointing and c.rule.endswith(".participle") and units.low(last - 1) == "those"
    if those_killed or not pointing and own_harm(reader, c.group) == c.harm:
        # the total told last, of those that are the largest: a headline's says less of its people
        return _total_before(before[::-1], c)
    if not pointing:
        return None
    near = [o for o in before if o.whole is None and o.sentence == c.sentence]
    whole = near[-1] if near else None
    return whole if whole is not None and whole.harm == c.harm and _smaller(c, whole) else None


def _total_before(before: list[Candidate], c: Candidate) -> Candidate | None:
    """Return the largest total of the same harm told before."""
    totals = [o for o in before if o.harm == c.harm and o.whole is None and _smaller(c, o)]
    return max(totals, key=lambda o: o.quantity.low or 0, default=None)


def _smaller(part: Candidate, whole: Candidate) -> bool:
    return (part.quantity.low or 0) < (whole.quantity.low or 0) and part is not whole


def _goes_on_including(reader: Reader, before: list[Candidate], c: Candidate) -> bool:
    """Tell whether a victim goes on a list of included ones: "nine, including two boys and a guard, were killed".

    Behind a comma with "and" it does so only where a list of commas came first: "nine people, including two boys,
    and a guard" tells of ten.
    """
    last = before[-1]
    if last.whole is None or last.frame is not c.frame or last.whole.frame is not c.frame:
        return False
    listed = [o for o in before[-_LONGEST:] if o.frame is c.frame and o.whole is last.whole]
    most = last.whole.quantity.low or 0
    if sum(o.quantity.low or 0 for o in listed) + (c.quantity.low or 0) > most:
        # Behind the verb nothing but parts can follow: "killed 16 people, among them 12 women and 11 children".
        behind = c.frame is not None and c.frame.harm[1] <= last.group
        if not behind or c.quantity.qualifier != "exact" or (c.quantity.low or 0) > most:
            return False
    between = [reader.alphabet.tags(reader.groups.tags[g]) for g in range(last.group + 1, c.group)]
    commas, ands = (sum(tag in tags for tags in between) for tag in ("COMMA", "AND"))
    return len(between) == commas + ands and (commas + ands == 1 or len(listed) > 1)


def _included(reader: Reader, c: Candidate) -> bool:
    """Tell whether "including" or "among them" stands right before the group."""
    tags = reader.alphabet.tags
    return any(
        tags(reader.groups.tags[g]) & {"INCLUDING", "AMONG"} for g in range(max(c.group - 2, 0), c.group)
    )


def _brought(reader: Reader, c: Candidate) -> bool:
    """Tell whether a verb brings the toll to the number: "bringing the toll to 21", "the toll rose to 21"."""
    if c.frame is None:
        return False
    first, last = c.frame.harm[0], c.frame.victims[1]
    tags = reader.alphabet.tags
    start = first
    while (
        start
        and first - start < _BEFORE_TOLL
        and not reader.groups.kinds[start - 1]
        and "COMMA" not in tags(reader.groups.tags[start - 1])
    ):
        start -= 1
    return any(tags(reader.groups.tags[g]) & {"LV_BRING", "LV_RISE"} for g in range(start, last))


def _adding_up(reader: Reader, order: list[Candidate]) -> None:
    """Hang exact numbers that stand behind a total of the same harm, and add up to it, on that total.

    Where the sentence of the total has begun a list of its parts, the list may go on in its paragraph, and a single
    person of a later one does not fill what it lacks.
    """
    paragraph = reader.tokens.paragraph_of
    starts = reader.tokens.sentences
    for at, whole in enumerate(order):
        n = whole.quantity.low
        if (
            n is None
            or n < 4
            or whole.whole is not None
            or whole.quantity.qualifier not in ("exact", "at_least")
        ):
            continue
        run: list[Candidate] = []
        reached = 0
        for c in order[at + 1 : at + 1 + 2 * _LONGEST]:
            if c.sentence - whole.sentence > _REACH or reached >= n or len(run) > _LONGEST:
                break
            if c.harm != whole.harm or c.quantity.qualifier != "exact" or c.whole not in (None, whole):
                continue
            listed = any(o.whole is whole and o.sentence == whole.sentence for o in run)
            if (
                listed
                and c.whole is None
                and c.quantity.low == 1
                and paragraph[starts[c.sentence][0]] != paragraph[starts[whole.sentence][0]]
            ):
                continue
            if c.quantity.low == n:
                run, reached = [], 0  # the total again
                continue
            run.append(c)
            reached += c.quantity.low or 0
        if reached == n and len(run) > 1:
            for c in run:
                c.whole = whole
