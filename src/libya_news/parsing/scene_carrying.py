"""Which place holds for a casualty whose sentence names none, or a wider one than the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.model.casualty import Scope
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.scene_dates import DateRef
    from libya_news.parsing.scene_places import PlaceRef
    from libya_news.parsing.scene_settings import Setting
    from libya_news.parsing.scene_story import Story

_RECEIVING = frozenset("received receiving receives admitted treated treating".split())


_NEXT = frozenset(("second", "third", "fourth", "further"))


class Own(NamedTuple):
    """What the sentence of a casualty tells: its place and day, the other places, whether both are of another time.

    `part` tells whether the casualty is a part of one that is known, `scope` of which time it is told.
    """

    place: PlaceRef | None
    date: DateRef | None
    refs: Sequence[PlaceRef]
    background: bool
    part: bool
    scope: Scope


def settled_place(story: Story, candidate: Candidate, own: Own, given: Setting, s: int) -> PlaceRef | None:
    """Return the place of a casualty: its own, narrowed by the story's, or the one carried to it.

    Args:
        story: The story.
        candidate: The casualty.
        own: What its sentence tells.
        given: What holds before the sentence.
        s: The number of the sentence.
    """
    view, main = story.view, story.main
    first, last = view.tokens.sentences[s]
    place = own.place if own.place is not None else _carried(story, candidate, own, given, first, last)
    if own.place is not None:
        if main.place is not None and _is_wider(story, own.place, main.place, s):
            return main.place
        return own.place
    if place is not None and _is_another_deed(story, first):
        return story.in_city(place) or place
    if own.part:
        return place or _told(story, first, last)
    if story.is_long(own.date) and not story.is_long(main.date):
        place = next((ref for ref in own.refs if ref.role in ("broad", "origin")), None)
        since = own.date is not None and own.date.role == "since"
        if place is None and since and story.of_campaign(first, last):
            place = story.in_city(main.place)
    elif story.of_war(first, last):
        place = None
    elif place is not None and _is_city_wide(story, candidate, own, place, first, last):
        place = story.in_city(place) or place
    return place or _told(story, first, last)


def _carried(
    story: Story, candidate: Candidate, own: Own, given: Setting, first: int, last: int
) -> PlaceRef | None:
    """Return the place that holds before a sentence; a country is told of what its paragraph says, and no more."""
    place = given.place
    if place is not None and place.role == "broad" and not own.part:
        paragraph_of = story.view.tokens.paragraph_of
        if paragraph_of[place.first] != paragraph_of[first]:
            return None
    return None if place is not None and place.role == "wide" else place


def _is_another_deed(story: Story, first: int) -> bool:
    """Tell whether a sentence begins "Another rocket", "A second shell": what it hit is another spot of the town."""
    low = story.low
    if low[first] == "another":
        at = first + 1
    elif low[first] == "a" and low[first + 1] in _NEXT:
        at = first + 2
    else:
        return False
    return any(mark.first == at for mark in story.view.cause_marks(at, at + 3))


def _is_city_wide(
    story: Story, candidate: Candidate, own: Own, place: PlaceRef, first: int, last: int
) -> bool:
    """Tell whether a casualty without a place is told of the whole town that a carried place lies in.

    So are those who fled, those who were brought to a hospital, and those of another time than the story's.
    """
    main = story.main
    if candidate.harm == "displaced" or own.background:
        return True
    if not _RECEIVING.isdisjoint(story.low[first:last]) and any(ref.role == "hospital" for ref in own.refs):
        return True
    return (
        own.date is not None
        and own.date.role == "since"
        and own.date is not main.date
        and place is main.place
        and own.scope != "event"
    )


def _is_wider(story: Story, place: PlaceRef, main: PlaceRef, s: int) -> bool:
    """Tell whether a headline or the opening names the town only, and the story the quarter of it."""
    view = story.view
    if main.place is None:
        return False
    if s <= story.opening and place.relation is not None and main.relation is None and main.role == "event":
        return True  # "a centre south of Tripoli", told by its name soon after
    if place.place not in story.within(main.place):
        return False
    first = view.tokens.sentences[s][0]
    if s < story.opening and place.place != main.place and main.first > place.first:
        return True
    return first < view.headline_end and any(a <= first < b for a, b in view.layout.headline)


def _told(story: Story, first: int, last: int) -> PlaceRef | None:
    """Return the place of the telling, where nothing else tells one."""
    return story.view.told_place(first, last) if story.view.told_places else None
