"""What holds at a point of a story, and which adjunct of a sentence belongs to which casualty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from libya_news.parsing.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libya_news.knowledge.lookup import Knowledge
    from libya_news.model.casualty import Scope
    from libya_news.parsing.perpetrators import Doer
    from libya_news.parsing.scene_dates import DateRef
    from libya_news.parsing.scene_places import PlaceRef
    from libya_news.parsing.scene_words import Mark
    from libya_news.parsing.side import Side


class Setting:
    """What holds for a casualty, or at a point of the story."""

    __slots__ = ("place", "date", "cause", "doers", "side", "scope")

    def __init__(
        self,
        place: PlaceRef | None = None,
        date: DateRef | None = None,
        cause: Mark | None = None,
        doers: tuple[Doer, ...] = (),
        scope: Scope = "event",
    ) -> None:
        self.place: PlaceRef | None = place
        self.date: DateRef | None = date
        self.cause: Mark | None = cause
        self.doers: tuple[Doer, ...] = doers
        self.side: Side | None = None
        self.scope: Scope = scope

    def copy(self) -> Setting:
        """Return a setting that can be changed apart from this one."""
        other = Setting(self.place, self.date, self.cause, self.doers, self.scope)
        other.side = self.side
        return other


class Reach(NamedTuple):
    """The stretch of a sentence that is a casualty's own.

    `start` and `end` are its words, victims and harm; `after` is where the next casualty begins, or
    where the sentence ends, and `following` tells which of the two. `floor` is where the first casualty of
    the sentence begins.
    """

    start: int
    end: int
    after: int
    following: bool
    floor: int = 0


class _Ref(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


R = TypeVar("R", bound=_Ref)

# Words between two clauses, each of which has adjuncts of its own.
_CLAUSES = frozenset(("while", "whereas"))
# Words that may stand between a joint and the adjunct that opens its clause: "and, in the town of Derna, ...".
_LEADS = frozenset(
    "in on at near the of around outside by from also then later another meanwhile elsewhere , town city".split()
)
_JOINTS = frozenset((",", "and", "while", "but", ";", "as", "whereas"))


def pick(refs: Sequence[R], reach: Reach, low: list[str], *, day: bool = False) -> R | None:
    """Return the adjunct that belongs to a casualty: inside its words, else behind, else before, else beyond.

    Args:
        refs: The adjuncts of the sentence, in order.
        reach: The casualty's own stretch.
        low: The words of the article.
        day: Whether the adjuncts are days: no verb stands between a joint and one that opens a clause.
    """
    behind = before = beyond = None
    for ref in refs:
        if ref.first >= reach.end:
            if ref.first < reach.after:
                if behind is None and not (
                    reach.following and _opens_next(ref.first, reach.end, low, day=day)
                ):
                    behind = ref
            elif beyond is None and not _apart(low, reach.end, ref.first):
                beyond = ref
        elif ref.last <= reach.start:
            if ref.first < reach.floor or not _apart(low, ref.last, reach.start):
                before = ref
        else:
            return ref
    if behind is not None and before is not None and not reach.following:
        between = low[reach.end : behind.first]
        if "," in between and between[between.index(",") + 1 :][:1] == ["and"]:
            return before  # "Clashes in Derna: 13 dead, and the army enters Sirte"
    return behind or before or beyond


def narrowest(chosen: PlaceRef, refs: Sequence[PlaceRef], limit: int, knowledge: Knowledge) -> PlaceRef:
    """Return the narrowest of the places before the token `limit` that lie in the one chosen."""
    for ref in refs:
        if (
            ref is not chosen
            and ref.first < limit
            and ref.place is not None
            and chosen.place in knowledge.cached(Surroundings)(ref.place)
        ):
            chosen = ref
    return chosen


def _apart(low: list[str], first: int, last: int) -> bool:
    """Tell whether a new clause begins in the tokens `first` up to `last`: "..., and that"."""
    between = low[first:last]
    if not _CLAUSES.isdisjoint(between):
        return True
    return "that" in between and low[first + between.index("that") - 1] in ("and", ",", "but")


def _opens_next(first: int, floor: int, low: list[str], *, day: bool) -> bool:
    """Tell whether an adjunct opens the clause of the next casualty: "... and in Derna three were killed"."""
    i = first - 1
    while i >= floor and i > first - 4 and low[i] not in _JOINTS:
        i -= 1
    return i >= floor and low[i] in _JOINTS and not (day and not _LEADS.issuperset(low[i + 1 : first]))


def near(one: PlaceRef | None, other: PlaceRef | None, within: Callable[[str], tuple[str, ...]]) -> bool:
    """Tell whether two places may be one scene: they are the same, or one holds the other."""
    if one is None or other is None or one.place is None or other.place is None or one.place == other.place:
        return True
    return one.place in within(other.place) or other.place in within(one.place)
