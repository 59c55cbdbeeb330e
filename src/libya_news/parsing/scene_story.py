"""The running scene of a story: what holds at each sentence, what is carried on, and what ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.causes import cause_of, fitting, leading_cause
from libya_news.parsing.enemies import may_be_own
from libya_news.parsing.enemy_sides import of_announcer
from libya_news.parsing.perpetrators import attackers_of, doers_of
from libya_news.parsing.scene_blame import (
    ATTACKERS,
    CARRYING,
    attack_late,
    blame_late,
    fell_in_battle,
    own_people,
)
from libya_news.parsing.scene_carrying import Own, settled_place
from libya_news.parsing.scene_opening import Opening
from libya_news.parsing.scene_places import in_town
from libya_news.parsing.scene_settings import Reach, Setting, narrowest, near, pick
from libya_news.parsing.sides import CIVIL, side_of_victims
from libya_news.parsing.told_events import tells_one_event

if TYPE_CHECKING:
    from libya_news.model.casualty import Scope
    from libya_news.parsing.perpetrators import Doer
    from libya_news.parsing.scene_dates import DateRef
    from libya_news.parsing.scene_places import PlaceRef
    from libya_news.parsing.scene_view import View
    from libya_news.parsing.scene_words import Mark

_SHARED = frozenset(("killed", "wounded", "captured", "kidnapped", "casualties"))
_ENDLESS = 400  # tokens
_COARSE = frozenset(("month", "season", "year", "week"))
_BEHIND = frozenset(("that", "which", "who", "after", "when", "since"))
# What may have happened on the day that "bodies from the boat that sank on Thursday" tells, and what was done later.
_BEFALLING = frozenset(
    "sank capsized overturned crashed exploded collapsed plunged burned shipwreck sinking crash explosion fire died "
    "killed drowned fell perished went detonated attack bombing raid strike shelling clashes".split()
)
_SLAIN = frozenset("shot killed slain murdered executed beheaded".split())
_FINDING = frozenset(
    "found recovered retrieved collected discovered washed pulled buried laid brought".split()
)
_LONG = 30  # days from which a stretch is a toll of its own, not the story's event


def _of_disaster(day: DateRef, reach: Reach, low: list[str]) -> bool:
    """Tell whether a day behind bodies is that of the deaths: "12 bodies from the boat that sank on Friday"."""
    between = low[reach.end : day.first]
    at = next((i for i, word in enumerate(between) if word in _BEHIND), len(between))
    told = between[at:]
    return not _SLAIN.isdisjoint(between) or not _BEFALLING.isdisjoint(told) and _FINDING.isdisjoint(told)


class Story(Opening):
    """Walks through the sentences of an article, and gives each casualty its setting."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.done: dict[int, Setting] = {}
        self.attackers: tuple[Doer, ...] = ()
        self.number_of: dict[int, int] = {
            id(victims.candidate): number for number, victims in enumerate(view.victims)
        }

    def settings(self) -> dict[int, Setting]:
        """Return the setting of each candidate, by its number, before blame told elsewhere."""
        view, tokens = self.view, self.view.tokens
        main = self.main
        local, section, aside = main.copy(), None, None
        looking_back = False  # whether the sentence before, without a casualty, told of another time
        own = False  # whether the running scene is another one than the main scene
        previous = -1
        entries = {a for a, _ in view.layout.entries}
        resets = {tokens.sentence_of[mark.first]: mark for mark in view.resets}
        for s, (first, last) in enumerate(tokens.sentences):
            paragraph = tokens.paragraph_of[first]
            going_on = self.goes_on(first, last)
            opens = paragraph != previous
            if opens:
                previous = paragraph
                entry = first in entries
                label = None if entry else self.place_label(first, last)
                day = None if entry else self.day_label(first)
                if entry:
                    local = section = Setting(None, main.date, main.cause)
                    own, aside = True, None
                elif label is not None:
                    section = Setting(label, main.date, main.cause)
                    local, own = section.copy(), True
                    aside = None
                elif day is not None:
                    section = Setting(main.place, day, main.cause)
                    local, own, aside = section.copy(), True, None
                elif not going_on:
                    local, own = (section or main).copy(), section is not None
                    aside = None
            reset = resets.get(s)
            if reset is not None and reset.first < first + 4:
                if reset.value == "new":
                    # Within a paragraph another event is one of the same town and day unless its words say otherwise.
                    local, own = Setting() if opens else Setting(local.place, local.date), True
                elif reset.value == "elsewhere":
                    local, own = Setting(date=local.date, cause=local.cause), True
                else:
                    local, own = main.copy(), False
                aside = None
            there = self.over_there(first, last)
            if there is not None and not near(there, main.place, self.within):
                local, own, aside = Setting(there), True, None
            numbers = self.by_sentence.get(s)
            if numbers:
                base = local
                if self.comes_after(first):
                    base = Setting(scope="background")
                elif aside is not None and (looking_back or going_on and not self.is_telling(first)):
                    base = aside
                elif aside is not None and (self.low[first] == "another" or self.counts_on(numbers[0])):
                    base = aside
                looking_back = False
                last_setting = self._sentence(s, first, last, numbers, base)
                if view.victims[numbers[-1]].candidate.harm == "captured":
                    last_setting = last_setting.copy()  # who took prisoners killed nobody told later
                    last_setting.doers = base.doers
                if last_setting.scope == "background":
                    aside = last_setting.copy()
                elif own or not self.in_main(last_setting):
                    local, own, aside = last_setting.copy(), True, None
                else:
                    aside = last_setting.copy()
                    if main.place is None or main.place.role != "event":
                        local.place = last_setting.place
                    local.doers = last_setting.doers
                    local.side = last_setting.side
                    if s <= self.opening and (not main.doers or main.doers[0].perpetrator.actor is None):
                        main.doers = last_setting.doers or main.doers
            elif (past := self.past(first, last, local)) is not None:
                aside, looking_back = past, True
            elif (caused := view.cause_marks(first, last)) or s <= self.opening or first in entries:
                if caused or first in entries:
                    own = self._advance(first, last, local, own) or own
                doers = attackers_of(view, first, last)
                if doers:
                    local.doers = doers
                    if not main.doers and s <= self.opening and doers[0].perpetrator.actor is not None:
                        main.doers = self.attackers = doers
        return self.done

    def all_settings(self) -> dict[int, Setting]:
        """Return the setting of every candidate, with who is blamed later in the story."""
        out = self.settings()
        if self.view.blames:
            blame_late(self, out)
        attack_late(self, out)
        return out

    def in_main(self, setting: Setting) -> bool:
        """Tell whether a casualty belongs to the main scene: its place and day are those or lie in them."""
        main = self.main
        if not near(setting.place, main.place, self.within):
            return False
        mine, whole = setting.date, main.date
        if mine is None or whole is None or mine is whole:
            return True
        if mine.start is None or whole.start is None or mine.end is None or whole.end is None:
            return True
        return whole.start <= mine.start and mine.end <= whole.end

    def _advance(self, first: int, last: int, local: Setting, own: bool) -> bool:
        """Let a sentence without a casualty change the running scene; tell whether it moved it."""
        view = self.view
        refs = [ref for ref in view.place_refs(first, last) if ref.role == "event" and ref.place is not None]
        dates = [ref for ref in view.date_refs(first, last) if ref.role == "on"]
        if dates and (dates[0].start is None or self.is_background(dates[0])):
            return False
        moved = elsewhere = False
        if refs:
            place = narrowest(refs[0], refs, last, view.document.knowledge)
            moved = not near(place, local.place, self.within)
            elsewhere = moved or local.place is None or place.place != local.place.place
            local.place = place
        if dates and (own or elsewhere or not self.in_main(Setting(local.place, dates[0]))):
            local.date = dates[0]
        cause = leading_cause(view, first, last)
        # what burns where nobody is counted harmed nobody, so far as the sentence tells
        vague = cause is not None and cause.value in ("clashes", "other")
        if cause is not None and (not vague or local.cause is None or moved):
            local.cause = cause
        if moved or dates:
            local.doers = ()
        return moved

    def _sentence(self, s: int, first: int, last: int, numbers: list[int], base: Setting) -> Setting:
        """Give each casualty of a sentence its setting, and return the last one."""
        view = self.view
        refs = [ref for ref in view.place_refs(first, last) if ref.place is not None]
        events = [ref for ref in refs if ref.role == "event"]
        dates = view.date_refs(first, last)
        before: Setting | None = None
        before_cause: Mark | None = None
        last_end = first
        low = self.low
        brackets = view.has_brackets
        body = False
        ends = max(view.victims[number].end for number in numbers)
        first_, last_ = first, last
        for k, number in enumerate(numbers):
            victims = view.victims[number]
            candidate = victims.candidate
            if last_ - first_ > _ENDLESS:  # no sentence of a newspaper: only what is near counts
                first, last = (
                    max(first_, victims.start - _ENDLESS // 4),
                    min(last_, victims.end + _ENDLESS // 4),
                )
                refs = [ref for ref in view.place_refs(first, last) if ref.place is not None]
                events = [ref for ref in refs if ref.role == "event"]
                dates = view.date_refs(first, last)
            reach = self.reach(numbers, k, first, last)
            whole = self._whole(number)
            given = whole or base
            setting = Setting()
            near_whole = whole is not None and candidate.whole is not None and candidate.whole.sentence == s
            box = self.box(victims.first, first, last) if brackets else None
            boxed = self.boxed(events, box) if box else []
            place = self._place(
                boxed or events, refs, reach, given, near_whole, ends if reach.following else last
            )
            body = body and view.groups.kinds[candidate.group] == "GX" or victims.body
            date = self.day(dates, reach)
            if body and date is not None and date.role != "since" and not _of_disaster(date, reach, low):
                dates = [ref for ref in dates if ref is not date]  # the day of the finding, of all
                date = None
            if date is None and self.main.date is not None and self.main.date.parts:
                date = self.day_by_number(first)
            if near_whole and date is not None and date.first - reach.end > 4:
                date = None
            cause = cause_of(view, victims, reach, *(box or (first, last)))
            if before is not None and k and cause is not None and not box and reach.start - last_end == 1:
                if low[last_end] == "and" and cause.first < last_end and before_cause is not None:
                    cause = before_cause  # "gunfire 3 deaths and 6 injuries"
            before_cause, last_end = cause, reach.end
            moved = place is not None and not near(place, given.place, self.within)
            background = date is not None and self.is_background(date)
            setting.scope = "background" if background else self._period(date, given, first, last)
            setting.date = date or given.date
            if date is None and setting.date is not None and whole is None:
                lost = body and (moved or self.is_found(reach, given.cause)) or self.is_later(first)
                if lost or not self.dates_on(setting.date, candidate, cause, moved):
                    setting.date = None
            if date is not None and date.start is None:
                setting.date = None
            if body and date is None and given.date is not None and view.sentence_is_body(given.date.first):
                setting.date = None
            own = Own(place, date, refs, background, whole is not None, setting.scope)
            setting.place = settled_place(self, candidate, own, given, s)
            apart = background or moved and not self.is_numbered(first)
            carried = None if apart else given.cause
            shared = whole is not None and candidate.cls not in CIVIL
            setting.side = whole.side if whole is not None and shared else None
            if setting.side is None:
                setting.side = side_of_victims(view, victims, first, given, before)
            if whole is None and carried is not None and setting.scope != given.scope:
                # a toll of months is not of the story's own deed; the men of a force fell in its war
                carried = carried if carried.value == "clashes" and setting.side is not None else None
            setting.cause = fitting(candidate, cause, carried, low)
            setting.doers = doers_of(view, victims, reach, first, last, given, setting.side)
            if not setting.doers:
                setting.doers = self._carried_doers(
                    number, setting, given, before, cause, moved or background, place
                )
            if setting.doers and setting.side is not None and own_people(setting.doers, setting.side):
                setting.doers = ()
            if setting.side is None and not setting.doers:
                setting.side = of_announcer(view, victims)
            if setting.side is not None and (
                setting.side.group is not None or candidate.cls != "unspecified"
            ):
                view.remember(victims, setting.side)
            before = self.done[number] = setting
        return before or base

    def _carried_doers(
        self,
        number: int,
        setting: Setting,
        given: Setting,
        before: Setting | None,
        cause: Mark | None,
        apart: bool,
        place: PlaceRef | None,
    ) -> tuple[Doer, ...]:
        """Return the perpetrators of the scene, where a casualty belongs to the same deed."""
        victims = self.view.victims[number]
        candidate = victims.candidate
        if victims.rule in ("lose", "lost_none"):
            return ()
        if before is not None and place is None and candidate.harm in _SHARED:
            if cause is None or before.cause is not None and cause.value == before.cause.value:
                return before.doers
        if apart or candidate.harm not in CARRYING or victims.rule.startswith("unknown"):
            return ()
        if setting.scope != given.scope:
            return ()
        if cause is not None and given.cause is not None and cause.value != given.cause.value:
            return ()
        if fell_in_battle(self.view, victims, setting):
            return ()
        head = self.view.head_of(victims)
        if head in ATTACKERS:
            return ()
        low = self.low
        return tuple(
            doer
            for doer in given.doers
            if (setting.side is not None or not self._may_be_own(doer, candidate.cls))
            and head not in low[doer.first : doer.last]
            and head + "s" not in low[doer.first : doer.last]
        )

    def _may_be_own(self, doer: Doer, cls: str) -> bool:
        actor = doer.perpetrator.actor
        return actor is not None and may_be_own(self.view, actor, cls)

    def _whole(self, number: int) -> Setting | None:
        """Return the setting of the casualty that this one is a part of, if it is known."""
        whole = self.view.victims[number].candidate.whole
        return None if whole is None else self.done.get(self.number_of.get(id(whole), -1))

    def _place(
        self,
        events: list[PlaceRef],
        refs: list[PlaceRef],
        reach: Reach,
        given: Setting,
        part: bool,
        limit: int,
    ) -> PlaceRef | None:
        """Return the place that the sentence tells for a casualty, or None."""
        low, knowledge = self.low, self.view.document.knowledge
        if events:
            place = pick(events, reach, low)
            if place is not None:
                if part and place.first - reach.end > 4:
                    return None
                # What stands behind the last casualty of a sentence is told of all of them.
                apart = limit > place.first >= reach.floor
                reaching = max(limit, place.last) if apart else len(low)
                return narrowest(place, events, reaching, knowledge)
        weak = [ref for ref in refs if ref.role in ("origin", "subject")]
        if weak:
            place = pick(weak, reach, low)
            if place is not None and (
                given.place is None
                or place.role == "subject"
                and not part
                or given.place.place in self.within(str(place.place))
            ):
                return place
        if given.place is None and not part:
            weak = [ref for ref in refs if ref.role in ("broad", "speaker", "hospital")]
            chosen = next((ref for ref in weak if ref.role == "broad"), weak[0] if weak else None)
            if chosen is None or chosen.role == "broad":
                return chosen
            return in_town(chosen, knowledge)
        return None

    def _period(self, date: DateRef | None, given: Setting, first: int, last: int) -> Scope:
        if date is None:
            return given.scope
        if date.start is not None and date.end is not None and (date.end - date.start).days >= 5:
            if date.role == "on" or date.precision in _COARSE:
                if tells_one_event(self.low, date.first, date.last, first, last):
                    return "event"
            return "period"
        return "event"

    def is_long(self, date: DateRef | None) -> bool:
        """Tell whether a stretch of days is a toll's own, and not the story's event."""
        return (
            date is not None
            and date.start is not None
            and date.end is not None
            and (date.end - date.start).days >= _LONG
        )
