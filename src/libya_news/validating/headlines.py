"""LN104, LN105: whether the headline keeps to the body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from libya_news.model.casualty import Casualty
from libya_news.model.record import Record
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import (
    TITLE_ZONES,
    count_evidence,
    count_words,
    disjoint,
    has_number,
    near,
    phrases,
    quoted,
    zone_finder,
)

_BOUNDS = frozenset({"at_least", "more_than", "up_to", "fewer_than"})


def _only_in_title(zone_of: Callable[[int], str], c: Casualty) -> bool:
    return all(zone_of(e.start) in TITLE_ZONES for e in c.evidence if e.field == "count")


def _may_be_there(title: Casualty, other: Casualty, within: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a figure of the body may be of the headline's place."""
    here, there = title.place, other.place
    return (
        here is None
        or there is None
        or here == there
        or here in within.get(there, ())
        or there in within.get(here, ())
    )


def _is_a_sum(c: Casualty, body: Iterable[Casualty]) -> bool:
    """Whether some of the body's figures add up to the headline's: a headline may add what the body lists."""
    sums = {0}
    for b in list(body)[:10]:
        sums |= {s + (b.count.low or 0) for s in sums}
    low, high = c.count.low or 0, c.count.high
    return any(s >= low and (high is None or s <= high) for s in sums if s)


@validator("LN104", "headline-against-body", "warning")
def headline_against_body(record: Record) -> Iterator[Said]:
    """The headline gives a figure that the body contradicts.

    What it checks:
        A figure that only the headline or standfirst gives, against every figure of the same harm in the body
        and their sums.

    Why it matters:
        Headlines are written last and by others; the body has the source.

    Known problems:
        A headline that sums over more stories than this one.

    Example:
        Nine die in Derna blast

        DERNA, Libya - Six people were killed when a car bomb exploded in Derna on Friday, medics said.

    Instead:
        Six die in Derna blast

        DERNA, Libya - Six people were killed when a car bomb exploded in Derna on Friday, medics said.
    """
    article = record.article
    if not any(z.zone in TITLE_ZONES for z in article.zones):
        return
    zone_of = zone_finder(article)
    last = max(z.end for z in article.zones if z.zone in TITLE_ZONES)
    within = {p.id: p.within for p in record.places}
    titles: list[Casualty] = []
    body: dict[str, list[Casualty]] = {}
    for c in record.casualties:
        if not has_number(c.count):
            continue
        first = count_evidence(c)
        if (first is None or first.start < last) and _only_in_title(zone_of, c):
            titles.append(c)
        elif c.scope != "background":
            body.setdefault(c.harm, []).append(c)
    for c in titles:
        others = body.get(c.harm, [])
        others = [b for b in others if _may_be_there(c, b, within)] or others
        if others and all(disjoint(c.count, b.count) for b in others) and not _is_a_sum(c, others):
            words = (*count_words(c), *count_words(others[0]))
            yield f"The headline's {quoted(c)} stands against {quoted(others[0])} in the body.", words


@validator("LN105", "bound-as-point-in-headline", "warning", needs="headline")
def bound_as_point_in_headline(record: Record) -> Iterator[Said]:
    """The headline turns a bound into a number.

    What it checks:
        Figures that the body bounds ("at least 17") and the headline gives bare ("17").

    Why it matters:
        A bound is not a point: whoever codes from the headline stores a certainty that no source gave.

    Known problems:
        A bound in the headline in words that the list does not know.

    Example:
        Clashes kill 17 in Benghazi

        BENGHAZI, Libya - At least 17 people were killed in clashes in Benghazi on Friday, medics said.

    Instead:
        Clashes kill at least 17 in Benghazi

        BENGHAZI, Libya - At least 17 people were killed in clashes in Benghazi on Friday, medics said.
    """
    article = record.article
    if not any(z.zone == "headline" for z in article.zones):
        return
    zone_of = zone_finder(article)
    for c in record.casualties:
        if c.count.qualifier not in _BOUNDS:
            continue
        for e in c.evidence:
            if e.field != "count" or zone_of(e.start) != "headline":
                continue
            words = near(article.text, e.start, e.end, 16, 9)
            if "+" not in words and not phrases("bounds").search(words):
                yield (
                    f'The headline gives "{e.exact}" as a number; the story bounds it ("{c.count.stated}").',
                    (e.mention,),
                )
                break
