"""How people were harmed: the cause that a verb implies or a noun in reach names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.scene_words import Mark

if TYPE_CHECKING:
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.scene_settings import Reach
    from libya_news.parsing.scene_view import Victims, View

# Harms that need no weapon: one in their sentence tells nothing of them.
_CAUSELESS = frozenset(("kidnapped",))
# Harms of which only the war around them is a cause.
_LOOSE = frozenset(("captured", "displaced", "rescued", "missing"))
_DEEDS = frozenset(("execution", "gunfire", "sniper", "landmine", "bombing", "car_bomb", "suicide_attack"))
_VAGUE = frozenset(("clashes", "other", "bombing"))
_NEAR = 14  # tokens behind the harm in which a cause is its own: "killed by small-arms fire"


def cause_of(view: View, victims: Victims, reach: Reach, first: int, last: int) -> Mark | None:
    """Return the cause that the sentence of a casualty (its tokens `first` up to `last`) tells, or None."""
    candidate = victims.candidate
    if candidate.harm in _CAUSELESS:
        return None
    rank = view.words.rank
    marks = view.cause_marks(first, last)
    if marks:
        said = view.claim_over(victims.first)
        if said is not None and said.first >= first and said.last <= last:
            inside = [mark for mark in marks if said.first <= mark.first < said.last]
            marks = inside or marks
        elif said is None:
            marks = [mark for mark in marks if not view.is_told(mark.first)]
    best = _best(marks, reach, rank)
    if candidate.cause is not None:
        own = Mark(victims.harm[0], victims.harm[1], candidate.cause)
        if best is not None and rank[best.value] < rank.get(candidate.cause, 99):
            return best
        return own
    return best


def _best(marks: list[Mark], reach: Reach, rank: dict[str, int]) -> Mark | None:
    """Return the cause behind the harm, unless a more telling one stands before it."""
    if not marks:
        return None
    behind = [m for m in marks if reach.end <= m.first < min(reach.after, reach.end + _NEAR)]
    inside = [m for m in marks if reach.start <= m.first < reach.end]
    before = [m for m in marks if m.first < reach.start]
    own = inside + behind
    if own:
        best = min(own, key=lambda m: (rank[m.value], m.first))
        if best.value not in _VAGUE or not before:
            return best
        earlier = min(before, key=lambda m: (rank[m.value], -m.first))
        return earlier if rank[earlier.value] < rank[best.value] else best
    if before:
        return min(before, key=lambda m: (rank[m.value], -m.first))
    beyond = [m for m in marks if m.first >= reach.end]
    return min(beyond, key=lambda m: (rank[m.value], m.first)) if not reach.following and beyond else None


def fitting(candidate: Candidate, own: Mark | None, carried: Mark | None) -> Mark | None:
    """Return the cause that fits a harm: its own, or else the scene's."""
    harm = candidate.harm
    if harm in _CAUSELESS:
        return None
    if harm in _LOOSE:
        chosen = own if own is not None and own.value not in _DEEDS else carried
        return None if chosen is not None and chosen.value in _DEEDS else chosen
    if own is None:
        return carried
    if carried is not None and carried.value == "flood" and own.value == "drowning":
        return carried
    return own


def leading_cause(view: View, first: int, last: int) -> Mark | None:
    """Return the cause that leads in a stretch without a casualty: the most telling one."""
    marks = view.cause_marks(first, last)
    if not marks:
        return None
    rank = view.words.rank
    return min(marks, key=lambda mark: (rank[mark.value], mark.first))
