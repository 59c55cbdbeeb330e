"""Classes that numbers without a noun have from those they go on from: "two soldiers killed and six hurt"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.reader import Reader

_AT_SEA = frozenset({"killed", "missing", "rescued", "captured"})


def _others(reader: Reader, g: int) -> bool:
    """Tell whether a group is "three others": persons of whom nothing else is said."""
    last = reader.units.tags[reader.groups.last[g] - 1]
    return "OTHER" in reader.alphabet.tags(last)


def inherit_classes(reader: Reader, seen: dict[int, Candidate]) -> None:
    """Give numbers without a noun the class of the people that they go on from.

    "Two soldiers killed and six hurt": six soldiers. "Eleven others were hurt" goes on from the sentence before.
    Families that flee are civilians; in a story in which every class told is migrants, so are people of whom nothing
    is said.
    """
    previous: Candidate | None = None
    told = {c.cls for c in seen.values()} - {"unspecified", "woman", "child"}
    for g in sorted(seen):
        c = seen[g]
        if (
            c.cls == "unspecified"
            and previous is not None
            and previous.harm != "displaced"
            and c.harm != "displaced"
        ):
            near = c.sentence - previous.sentence
            bare = reader.groups.kinds[g] in ("GX", "GH")
            if (near == 0 and (bare or _others(reader, g))) or (near <= 2 and goes_on(reader, g)):
                c.cls = previous.cls if previous.frame is None or not _of_two_kinds(seen, previous) else c.cls
        if c.cls == "unspecified" and c.unit == "families" and c.harm in ("displaced", "rescued"):
            c.cls = "civilian"
        if c.cls == "unspecified" and told == {"migrant"} and c.harm in _AT_SEA:
            c.cls = "migrant"
        if c.kind == "increment" and c.whole is None and (previous is None or previous.harm != c.harm):
            if previous is not None or not _says_more(reader, g):
                c.kind = "incident"  # "15 others were wounded" adds to no wounded
        if c.whole is None:
            previous = c


def _says_more(reader: Reader, g: int) -> bool:
    """Tell whether a group says that it comes on top of others, told or not: "five more people"."""
    return not _MORE.isdisjoint(reader.groups.quote(g, g + 1).lower().split())


_MORE = frozenset(("more", "further", "additional"))


def _of_two_kinds(seen: dict[int, Candidate], last: Candidate) -> bool:
    """Tell whether those told with a candidate are of another class than it: "five soldiers and a motorist"."""
    return any(
        c.frame is last.frame and c.whole is None and c.cls not in (last.cls, "unspecified")
        for c in seen.values()
    )


def goes_on(reader: Reader, g: int) -> bool:
    """Tell whether a group names more of the people told before: "eleven others", "another nine"."""
    units = reader.units
    first, last = reader.groups.first[g], reader.groups.last[g]
    return any(
        reader.alphabet.tags(units.tags[i]) & {"OTHER", "MORE", "ELIDED", "FURTHER"}
        for i in range(first, last)
    )
