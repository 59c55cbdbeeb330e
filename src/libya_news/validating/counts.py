"""LN101-LN103, LN108-LN110: whether figures and their parts agree, and whether they can be counted."""

from __future__ import annotations

from collections.abc import Iterator

from libya_news.model.casualty import Casualty
from libya_news.model.record import Record
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import count_evidence, count_words, per_record, phrases, quoted

_STATUS = frozenset({"police", "military", "militant", "civilian", "medic", "journalist", "official"})
_AGE_AND_SEX = frozenset({"child", "woman"})
_MEN = frozenset({"man", "men", "boy", "boys", "girl", "girls"})


@per_record
def _families(record: Record) -> tuple[tuple[Casualty, list[Casualty]], ...]:
    """Each total with its parts of the same harm and unit, parts in text order."""
    parts: dict[str, list[Casualty]] = {}
    for c in record.casualties:
        if c.part_of is not None:
            parts.setdefault(c.part_of, []).append(c)
    if not parts:
        return ()
    out = []
    for total in record.casualties:
        own = [
            p for p in parts.get(total.id, ()) if p.harm == total.harm and p.count.unit == total.count.unit
        ]
        if own:
            out.append((total, sorted(own, key=_start)))
    return tuple(out)


def _start(c: Casualty) -> int:
    first = count_evidence(c)
    return -1 if first is None else first.start


def _axis(c: Casualty) -> str:
    """What a part divides its total by; parts on one axis cannot hold the same person."""
    if c.victims.class_ in _STATUS:
        return "status"
    if c.victims.class_ in _AGE_AND_SEX or _MEN & set(c.victims.description.lower().split()):
        return "age and sex"
    return c.victims.class_


@validator("LN101", "parts-above-total", "error", needs="parts")
def parts_above_total(record: Record) -> Iterator[Said]:
    """The parts of a toll add up to more than the toll.

    What it checks:
        Parts that divide a total by the same thing (by age and sex, by status) are added and compared with
        the total's upper bound.

    Why it matters:
        Either a part or the total is wrong; whoever takes the total loses people, whoever adds invents them.

    Known problems:
        A part of a part ("six soldiers, two of them officers") that is read as a part of the whole.

    Example:
        Ten people were killed in Derna, including seven women and six children.

    Instead:
        Thirteen people were killed in Derna, including seven women and six children.
    """
    for total, parts in _families(record):
        high = total.count.high
        if high is None:
            continue
        by_axis: dict[str, list[Casualty]] = {}
        for part in parts:
            if (part.count.low or 0) <= high:  # a single part above its total is LN102
                by_axis.setdefault(_axis(part), []).append(part)
        for axis in sorted(by_axis):
            own = by_axis[axis]
            low = sum(p.count.low or 0 for p in own)
            if len(own) > 1 and low > high:
                words = tuple(m for c in (total, *own) for m in count_words(c))
                yield f"The parts of {quoted(total)} add up to {low}, more than {high}.", words


@validator("LN102", "part-above-total", "error", needs="parts")
def part_above_total(record: Record) -> Iterator[Said]:
    """A part of a toll is larger than the toll.

    What it checks:
        The lower bound of each part against the upper bound of its total.

    Why it matters:
        One of the two figures is a slip, or the part belongs to another total.

    Known problems:
        A part that the parser hung on the wrong total.

    Example:
        Four people were killed in Sirte, including nine children.

    Instead:
        Nine people were killed in Sirte, including four children.
    """
    for total, parts in _families(record):
        high = total.count.high
        for part in parts:
            low = part.count.low
            if high is not None and low is not None and low > high:
                words = (*count_words(total), *count_words(part))
                yield f"{quoted(part)} is a part of {quoted(total)}, but larger.", words


@validator("LN103", "parts-short-of-total", "warning", needs="parts")
def parts_short_of_total(record: Record) -> Iterator[Said]:
    """A list that should be the whole toll adds up to less.

    What it checks:
        Exact parts that are listed after a colon or a dash behind an exact total, with no word that leaves
        room for others.

    Why it matters:
        Somebody is missing from the list, or one too many is in the total.

    Known problems:
        A list that gives only the named among the dead.

    Example:
        Ten people died in Zawiya: four women and five men.

    Instead:
        Ten people died in Zawiya: four women and six men.
    """
    text = record.article.text
    for total, parts in _families(record):
        first = count_evidence(total)
        if first is None or total.count.qualifier != "exact" or len(parts) < 2:
            continue
        behind = [p for p in parts if _start(p) >= first.end]
        if len(behind) < len(parts) or any(p.count.qualifier != "exact" for p in parts):
            continue
        last = count_evidence(parts[-1])
        gap = text[first.end : _start(parts[0])]
        if (
            last is None
            or len(gap) > 80
            or last.end - first.end > 400
            or not any(mark in gap for mark in (":", " - ", "\u2013", "\u2014"))
        ):
            continue
        low = sum(p.count.low or 0 for p in parts)
        paragraph = text.find("\n", last.end)
        stop = last.end + 40 if paragraph < 0 else min(last.end + 40, paragraph)
        if low < (total.count.low or 0) and not phrases("partial").search(text, first.end, stop):
            words = tuple(m for c in (total, *parts) for m in count_words(c))
            yield f"The parts listed for {quoted(total)} add up to {low}.", words


@validator("LN108", "dead-and-wounded-lumped", "info", needs="casualties")
def dead_and_wounded_lumped(record: Record) -> Iterator[Said]:
    """A figure lumps the dead with the wounded.

    What it checks:
        Figures such as "27 casualties" or "40 killed or wounded".

    Why it matters:
        No codebook can count it: it is neither a number of dead nor one of wounded.

    Known problems:
        Writers who say "casualties" and mean the dead.

    Example:
        The clashes in Derna left 27 casualties.

    Instead:
        The clashes in Derna left seven dead and 20 wounded.
    """
    for c in record.casualties:
        if c.harm == "casualties":
            yield f"{quoted(c)} does not tell the dead from the wounded.", count_words(c)


@validator("LN109", "families-counted", "info", needs="families")
def families_counted(record: Record) -> Iterator[Said]:
    """A figure counts families, not persons.

    What it checks:
        The unit of each figure.

    Why it matters:
        A family figure never enters a sum of persons; multiplying it by a household size is a guess.

    Known problems:
        None known.

    Example:
        About 300 families were displaced from Tawergha.

    Instead:
        About 1,500 people were displaced from Tawergha.
    """
    for c in record.casualties:
        if c.count.unit == "families":
            yield f"{quoted(c)} counts families; it enters no count of persons.", count_words(c)


@validator("LN110", "increment-without-total", "info", needs="increment")
def increment_without_total(record: Record) -> Iterator[Said]:
    """A figure is said to come on top of another, which the story does not give.

    What it checks:
        Increments ("five more", "a further 16") in stories with no other figure of the same harm.

    Why it matters:
        Without the figure it adds to, nobody can tell whether it is in a toll already.

    Known problems:
        The first figure may stand in a form that is not read ("some of the injured").

    Example:
        Five more people were killed in Sirte on Friday.

    Instead:
        Twelve people were killed in Sirte on Friday. Five more people were killed there on Saturday.
    """
    increments = [c for c in record.casualties if c.kind == "increment"]
    based = {c.harm for c in record.casualties if c.kind != "increment"}
    for c in increments:
        if c.harm not in based:
            yield f"{quoted(c)} comes on top of a figure that the story does not give.", count_words(c)
