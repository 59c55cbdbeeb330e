"""The sentences of a story that tell of casualties, and which adjuncts of them belong to which casualty."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from libya_news.parsing.scene_places import COURTS, PlaceRef, in_town
from libya_news.parsing.scene_settings import Reach, Setting, pick
from libya_news.parsing.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.scene_dates import DateRef
    from libya_news.parsing.scene_view import View
    from libya_news.parsing.scene_words import Mark

_OPENING = frozenset(("[", "("))
_OPENS = (["["], ["("])
_CLOSING = frozenset(("]", ")"))
_UNITS = frozenset("day days week weeks fortnight month months year years".split())
_ORDINALS = {"first": 0, "second": 1, "third": 2}
_STRETCH = 10  # days from which a stretch is the time of a toll, and not of one event
_DEEDS = frozenset(("execution", "other"))
_TOLLS = frozenset(("killed", "wounded", "casualties", "displaced"))
_CONTINUING = frozenset("he she it they his her their its both".split())
MORE = frozenset("other others another more further third fourth fifth remaining".split())
# Words for what is fought for one place, and for what is fought for a country.
_BATTLES = frozenset(
    "operation offensive assault battle battles siege campaign advance fighting clashes hostilities truce "
    "ceasefire".split()
)
_LASTING = frozenset(("in", "since", "during"))
_WHOLE_WARS = frozenset(("war", "uprising", "revolution", "nationwide"))
_WARS = frozenset("uprising war revolution route mediterranean country nationwide libya across".split())
_QUOTES = frozenset(('"', "“", "‘", "'", "«"))
_TELLING = frozenset("said says told tells added adds counted".split())
_COME_UPON = frozenset("found discovered uncovered exhumed unearthed washed shown counted dug".split())
BACKGROUND = dt.timedelta(days=12)  # before the story's own days: another time


class Sentences:
    """The casualties of an article by sentence, and the adjuncts in reach of each."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.low: list[str] = view.tokens.low
        self.within: Callable[[str], tuple[str, ...]] = view.document.knowledge.cached(Surroundings)
        self.main: Setting = Setting()
        self.by_sentence: dict[int, list[int]] = {}
        for number, victims in enumerate(view.victims):
            self.by_sentence.setdefault(victims.candidate.sentence, []).append(number)
        for numbers in self.by_sentence.values():
            if len(numbers) > 1:
                numbers.sort(key=lambda number: (view.victims[number].start, view.victims[number].first))

    def reach(self, numbers: list[int], k: int, first: int, last: int) -> Reach:
        """Return the stretch of the k-th casualty of a sentence."""
        all_victims = self.view.victims
        mine = all_victims[numbers[k]]
        start, end = mine.start, mine.end
        floor = all_victims[numbers[0]].start
        if mine.harm[0] < mine.first:
            for number in numbers[max(k - 20, 0) : k]:
                other = all_victims[number]
                if mine.harm[0] <= other.first < mine.first:
                    start = mine.first
        for number in numbers[k + 1 : k + 40]:
            other = all_victims[number]
            if other.start >= end:
                return Reach(start, end, other.start, True, floor)
            if other.first >= mine.last and other.harm == mine.harm and mine.harm[1] <= mine.first:
                return Reach(start, mine.last, other.first, True, floor)
        return Reach(start, end, last, False, floor)

    def day(self, dates: Sequence[DateRef], reach: Reach) -> DateRef | None:
        """Return the day that belongs to a casualty, or None."""
        if not dates:
            return None
        low = self.low
        firm = [ref for ref in dates if ref.role in ("on", "period", "since")]
        if ";" in low[reach.end : dates[-1].first]:
            stop = low.index(";", reach.end)
            firm = [ref for ref in firm if ref.first < stop]
        main = self.main.date
        if main is not None and main.start is not None:
            far = main.start - BACKGROUND
            firm = [
                ref
                for ref in firm
                if not (
                    ref.precision == "year"
                    and ref.end is not None
                    and ref.end < far
                    and ref.last <= reach.start
                    and "," in low[ref.last : reach.start]
                    and low[ref.last + 1] != "when"
                    and not self._opens(ref)
                )
            ]
        chosen = pick(firm, reach, low, day=True)
        if chosen is None and not firm:
            chosen = pick([ref for ref in dates if ref.role == "duration"], reach, low)
        return chosen

    def is_background(self, date: DateRef) -> bool:
        """Tell whether a day lies so long before the main scene's that it dates background."""
        main = self.main.date
        if main is None or main.start is None or date is main or date.start is None:
            return False
        if date.role == "since":
            return date.start < main.start - BACKGROUND
        return date.end is not None and date.end < main.start - BACKGROUND

    def box(self, token: int, first: int, last: int) -> tuple[int, int] | None:
        """Return what belongs to a casualty in brackets: "Sirte [5 killed]"; None for one outside of any."""
        low = self.low
        start = token - 1
        while start >= max(first, token - 12) and low[start] not in _OPENING:
            if low[start] in _CLOSING:
                return None
            start -= 1
        if start < max(first, token - 12):
            return None
        begin = start
        while begin > first and low[begin - 1] not in _CLOSING:
            begin -= 1
        end = token
        while end < last and low[end] not in _CLOSING:
            end += 1
        return begin, end

    def boxed(self, events: list[PlaceRef], box: tuple[int, int]) -> list[PlaceRef]:
        """Return the places of what `box` gave: those told as such, else the name before the bracket."""
        inside = [ref for ref in events if box[0] <= ref.first < box[1]]
        if inside:
            return inside
        named = self.named_place(*box)
        return [named] if named is not None and self.low[named.last : box[1]][:1] in _OPENS else []

    def goes_on(self, first: int, last: int) -> bool:
        """Tell whether a sentence goes on with the incident of the one before it."""
        low = self.low
        return first < last and (
            low[first] in _CONTINUING or low[first] in _QUOTES or "same" in low[first:last]
        )

    def over_there(self, first: int, last: int) -> PlaceRef | None:
        """Return the place that "There, guards fired on inmates" takes up: the one told last before it."""
        low = self.low
        if first + 1 >= last or low[first] != "there" or low[first + 1] != ",":
            return None
        begin = self.view.tokens.sentences[max(self.view.tokens.sentence_of[first] - 3, 0)][0]
        refs = self.view.place_refs(begin, first)
        return next((ref for ref in reversed(refs) if ref.role == "event" and ref.place is not None), None)

    def counts_on(self, number: int) -> bool:
        """Tell whether a casualty counts more of those told before: "Ten others were hurt", "A third died"."""
        victims = self.view.victims[number]
        words = self.low[victims.first : victims.last]
        return not MORE.isdisjoint(words) and victims.candidate.kind != "cumulative"

    def of_campaign(self, first: int, last: int) -> bool:
        """Tell whether a sentence tells of the battle of the story, and not of a whole war."""
        words = self.low[first:last]
        return not _BATTLES.isdisjoint(words) and _WARS.isdisjoint(words)

    def of_war(self, first: int, last: int) -> bool:
        """Tell whether a sentence tells of a whole war: "30,000 people died in the six-month war"."""
        low = self.low
        for i in range(first + 2, last - 1):
            if low[i] in _WHOLE_WARS and low[i + 1] not in ("for", "crime", "crimes") and low[i - 1] != "of":
                before = low[max(i - 6, first) : i]
                if "the" in before and not _LASTING.isdisjoint(before):
                    return True
        return False

    def in_city(self, ref: PlaceRef | None) -> PlaceRef | None:
        """Return a place with its city in place of a quarter or a town on its edge, or None for no known one."""
        if ref is None or ref.place is None:
            return None
        knowledge = self.view.document.knowledge
        for other in (ref.place, *self.within(ref.place)):
            if knowledge.has_place(other) and knowledge.place(other).kind == "city":
                return (
                    ref
                    if other == ref.place
                    else ref._replace(place=other, parts=((other, ref.first, ref.last),))
                )
        return in_town(ref, knowledge)

    def is_telling(self, first: int) -> bool:
        """Tell whether a sentence begins with "He said": its "he" tells, and nothing happened to him."""
        return first + 1 < len(self.low) and self.low[first + 1] in _TELLING

    def comes_after(self, first: int) -> bool:
        """Tell whether a sentence sets the story beside another time: "It comes weeks after ..."."""
        opening = self.low[first : first + 10]
        return ("comes" in opening[:5] or "came" in opening[:2]) and "after" in opening

    def is_later(self, first: int) -> bool:
        """Tell whether a sentence begins "A fortnight later": on a day that nothing gives."""
        opening = self.low[first : first + 5]
        return "later" in opening and not _UNITS.isdisjoint(opening)

    def is_found(self, reach: Reach, cause: Mark | None) -> bool:
        """Tell whether bodies were come upon, so that the deed told before, of `cause`, dates no death of theirs.

        The sea gives up those of a wreck; what was brought in was of the deed.
        """
        if cause is None or cause.value == "drowning":
            return cause is None
        near = (*self.low[max(reach.start - 5, 0) : reach.start], *self.low[reach.end : reach.end + 7])
        return not _COME_UPON.isdisjoint(near)

    def is_numbered(self, first: int) -> bool:
        """Tell whether a sentence begins "The first strike", "The second": one of several told together."""
        low = self.low
        return low[first] == "the" and first + 1 < len(low) and low[first + 1] in _ORDINALS

    def day_by_number(self, first: int) -> DateRef | None:
        """Return the day of "The first strike", "The second", where the opening told two days together."""
        main = self.main.date
        at = _ORDINALS[self.low[first + 1]] if self.is_numbered(first) else None
        return main.parts[at] if main is not None and at is not None and at < len(main.parts) else None

    def dates_on(self, day: DateRef, candidate: Candidate, cause: Mark | None, moved: bool) -> bool:
        """Tell whether a day carried from elsewhere may date a casualty: a stretch dates its toll alone."""
        if day.start is None or day.end is None or (day.end - day.start).days < _STRETCH:
            return True
        if moved or cause is not None and cause.value in _DEEDS:
            return False
        return candidate.harm in _TOLLS

    def _opens(self, ref: DateRef) -> bool:
        """Tell whether a day opens its sentence."""
        first = self.view.tokens.sentences[self.view.tokens.sentence_of[ref.first]][0]
        return ref.first - first <= 3

    def named_place(self, first: int, last: int) -> PlaceRef | None:
        """Return the first place that a headline or a label names, whatever part it plays; no country."""
        view = self.view
        for hit in view.names_in(first, last):
            if hit.place_id is not None and hit.kind != "institution":
                knowledge = view.document.knowledge
                if hit.last < len(self.low) and self.low[hit.last] in COURTS:
                    continue
                if knowledge.has_place(hit.place_id) and knowledge.place(hit.place_id).kind == "country":
                    continue
                return PlaceRef(
                    hit.first, hit.last, hit.place_id, ((hit.place_id, hit.first, hit.last),), "event"
                )
        return None
