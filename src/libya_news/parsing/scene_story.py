"""The running scene of a story: what holds at each sentence, what is carried to the next, and what ends it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from libya_news.parsing.causes import cause_of, fitting, leading_cause
from libya_news.parsing.perpetrators import blamed, doers_of
from libya_news.parsing.scene_places import PlaceRef
from libya_news.parsing.scene_settings import Reach, Setting, narrowest, pick
from libya_news.parsing.sides import side_of_victims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.model.casualty import Scope
    from libya_news.parsing.perpetrators import Doer
    from libya_news.parsing.scene_dates import DateRef
    from libya_news.parsing.scene_view import View
    from libya_news.parsing.scene_words import Mark
    from libya_news.parsing.sides import Side

_CONTINUING = frozenset("he she they his her their its both".split())
_QUOTES = frozenset(('"', "“", "‘", "'", "«"))
_BULLETS = frozenset(("-", "*", "–", "•", "—"))
_BACKGROUND = dt.timedelta(days=12)
_SHARED = frozenset(("killed", "wounded", "captured", "kidnapped", "casualties"))
_CARRYING = frozenset(("killed", "wounded", "kidnapped", "casualties"))
_ATTACKERS = frozenset(("attacker", "assailant", "bomber", "gunman", "gunmen", "smuggler", "kidnapper"))
_LONG = 30  # days from which a stretch is a toll of its own, not the story's event
_RECENT = dt.timedelta(days=45)


class Story:
    """Walks through the sentences of an article, and gives each casualty its setting."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.low = view.tokens.low
        self.within = view.document.knowledge.within
        self.by_sentence: dict[int, list[int]] = {}
        for number, victims in enumerate(view.victims):
            self.by_sentence.setdefault(victims.candidate.sentence, []).append(number)
        for numbers in self.by_sentence.values():
            numbers.sort(key=lambda number: (view.victims[number].start, view.victims[number].first))
        self.done: dict[int, Setting] = {}
        self.opening = 0
        self.main = self._main()

    # --- the main scene --------------------------------------------------------------------------------------------
    def _main(self) -> Setting:
        """Return the scene of the story's opening: its first paragraph, its headline, and what follows soon."""
        view, tokens = self.view, self.view.tokens
        layout = view.layout
        main = Setting()
        sentences = tokens.sentences
        body = tokens.sentence_of[layout.body] if layout.body < len(tokens) else 0
        lede = tokens.paragraph_of[sentences[body][0]]
        self.opening = body + 1
        self._fill(main, body)
        broad = main.place
        if broad is not None and broad.role == "broad":
            main.place = None
        for first, last in layout.headline:
            place = next((ref for ref in view.place_refs(first, last) if ref.role == "event"), None)
            place = place or self._named_place(first, last)
            if place is not None and place.place is not None:
                if main.place is None or main.place.place in self.within(place.place):
                    main.place = place
        if main.place is None:
            main.place = broad
        for s in range(body + 1, min(body + 4, len(sentences))):
            opening = tokens.paragraph_of[sentences[s][0]] == lede
            if not opening and s not in self.by_sentence and not view.cause_marks(*sentences[s]):
                continue
            vague = main.place is None or main.place.relation is not None
            if opening or vague:
                self._fill(main, s)
        if main.place is not None and main.place.relation is not None:
            stop = sentences[min(body + 2, len(sentences) - 1)][1]
            nearer = next((ref for ref in view.told_places if ref.first < stop and ref.role == "event"), None)
            main.place = nearer or main.place
        for first, last in layout.headline:
            if main.cause is None:
                main.cause = self._headline_cause(first, last)
        if main.place is None and layout.dateline_place is not None:
            a, b = layout.dateline_tokens
            main.place = PlaceRef(a, b, layout.dateline_place, ((layout.dateline_place, a, b),), "event")
        if main.date is None:
            main.date = self._event_day(sentences[body][0])
        for s in range(body + 1, min(body + 6, len(sentences))):
            numbers = self.by_sentence.get(s, ())
            found = any(view.victims[n].body or view.victims[n].candidate.harm not in ("killed", "wounded") for n in numbers)
            if main.date is None and not found and (numbers or view.cause_marks(*sentences[s])):
                dates = view.date_refs(*sentences[s])
                main.date = next((ref for ref in dates if ref.role == "on" and self._recent(ref)), None)
            if main.cause is None:
                main.cause = leading_cause(view, *sentences[s], deeds=False)
        return main

    def _headline_cause(self, first: int, last: int) -> Mark | None:
        """Return the cause that a headline tells, for its casualty if it has one."""
        view = self.view
        for numbers in self.by_sentence.values():
            victims = view.victims[numbers[0]]
            if first <= victims.first < last:
                return cause_of(view, victims, self._reach(numbers, 0, first, last), first, last)
        return leading_cause(view, first, last)

    def _recent(self, ref: DateRef) -> bool:
        published = self.view.document.published
        return ref.start is not None and (published is None or ref.start > published - _RECENT)

    def _event_day(self, first: int) -> DateRef | None:
        """Return the day of "Sunday's explosion" later in the story, where its opening gives none."""
        view, low = self.view, self.low
        for ref in view.date_refs(first, len(low)):
            if ref.role == "on" and ref.last < len(low) and low[ref.last] == "'s" and self._recent(ref):
                if view.cause_marks(ref.last, ref.last + 4):
                    return ref
        return None

    def _named_place(self, first: int, last: int) -> PlaceRef | None:
        """Return the first place that a headline or a label names, whatever part it plays; no country."""
        view = self.view
        for hit in view.document.names:
            if hit.first >= last:
                break
            if hit.first >= first and hit.place_id is not None and hit.kind != "institution":
                knowledge = view.document.knowledge
                if knowledge.has_place(hit.place_id) and knowledge.place(hit.place_id).kind == "country":
                    continue
                return PlaceRef(hit.first, hit.last, hit.place_id, ((hit.place_id, hit.first, hit.last),), "event")
        return None

    def _fill(self, main: Setting, s: int) -> None:
        """Give the main scene what a sentence tells and it lacks."""
        view = self.view
        first, last = view.tokens.sentences[s]
        numbers = self.by_sentence.get(s)
        places = view.place_refs(first, last)
        events = [ref for ref in places if ref.role == "event" and ref.place is not None]
        dates = [ref for ref in view.date_refs(first, last) if ref.role != "until"]
        place = events[0] if events else next((ref for ref in places if ref.place is not None), None)
        date = dates[0] if dates else None
        cause = None
        if numbers:
            reach = self._reach(numbers, 0, first, last)
            if events:
                place = pick(events, reach, self.low)
            date = self._day(dates, reach, None)
            cause = cause_of(view, view.victims[numbers[0]], reach, first, last)
            if date is not None and date.role != "since" and view.victims[numbers[0]].body:
                date = next((ref for ref in dates if ref.role == "since"), None)
        if place is not None and events:
            place = narrowest(place, events, last, view.document.knowledge)
        if main.place is None or (main.place.relation is not None and place is not None and place.relation is None):
            main.place = place
        if main.date is None:
            main.date = date
        if main.cause is None:
            main.cause = cause or (leading_cause(view, first, last) if not numbers else None)

    # --- adjuncts of one casualty --------------------------------------------------------------------------------------
    def _reach(self, numbers: list[int], k: int, first: int, last: int) -> Reach:
        """Return the stretch of the k-th casualty of a sentence."""
        all_victims = self.view.victims
        mine = all_victims[numbers[k]]
        start, end = mine.start, mine.end
        if mine.harm[0] < mine.first:
            for number in numbers[:k]:
                other = all_victims[number]
                if mine.harm[0] <= other.first < mine.first:
                    start = mine.first
        for number in numbers[k + 1 :]:
            other = all_victims[number]
            if other.start >= end:
                return Reach(start, end, other.start, True)
            if other.first >= mine.last and other.harm == mine.harm and mine.harm[1] <= mine.first:
                return Reach(start, mine.last, other.first, True)
        return Reach(start, end, last, False)

    def _day(self, dates: Sequence[DateRef], reach: Reach, base: DateRef | None) -> DateRef | None:
        """Return the day that belongs to a casualty, or None."""
        if not dates:
            return None
        low = self.low
        firm = [ref for ref in dates if ref.role in ("on", "period", "since")]
        if ";" in low[reach.end : dates[-1].first]:
            stop = low.index(";", reach.end)
            firm = [ref for ref in firm if ref.first < stop]
        main = self.main.date if hasattr(self, "main") else base
        if main is not None and main.start is not None:
            far = main.start - _BACKGROUND
            firm = [
                ref
                for ref in firm
                if not (
                    ref.precision == "year" and ref.end is not None and ref.end < far and ref.last <= reach.start and "," in low[ref.last : reach.start]
                    and low[ref.last + 1] != "when" and not self._opens(ref)
                )
            ]
        chosen = pick(firm, reach, low)
        if chosen is None and not firm:
            chosen = pick([ref for ref in dates if ref.role == "duration"], reach, low)
        return chosen

    def _opens(self, ref: DateRef) -> bool:
        """Tell whether a day opens its sentence."""
        first = self.view.tokens.sentences[self.view.tokens.sentence_of[ref.first]][0]
        return ref.first - first <= 3

    # --- the walk ------------------------------------------------------------------------------------------------------
    def settings(self) -> dict[int, Setting]:
        """Return the setting of each candidate, by its number, before blame told elsewhere."""
        view, tokens = self.view, self.view.tokens
        main = self.main
        local, section, aside = main.copy(), None, None
        own = False  # whether the running scene is another one than the main scene
        previous = -1
        resets = {tokens.sentence_of[mark.first]: mark for mark in view.resets}
        for s, (first, last) in enumerate(tokens.sentences):
            paragraph = tokens.paragraph_of[first]
            going_on = self._goes_on(first, last)
            if paragraph != previous:
                previous = paragraph
                label = self._label(first, last)
                if label is not None:
                    section = Setting(label, main.date, main.cause)
                    local, own = section.copy(), True
                    aside = None
                elif not going_on:
                    local, own = (section or main).copy(), section is not None
                    aside = None
            reset = resets.get(s)
            if reset is not None and reset.first < first + 4:
                if reset.value == "new":
                    local, own = Setting(), True
                elif reset.value == "elsewhere":
                    local, own = Setting(date=local.date, cause=local.cause), True
                else:
                    local, own = main.copy(), False
                aside = None
            numbers = self.by_sentence.get(s)
            if numbers:
                base = aside if aside is not None and going_on else local
                last_setting = self._sentence(s, first, last, numbers, base)
                if last_setting.scope == "background":
                    aside = last_setting.copy()
                elif own or not self._in_main(last_setting):
                    local, own, aside = last_setting.copy(), True, None
                else:
                    aside = last_setting.copy()
                    local.place = last_setting.place
                    local.doers = last_setting.doers
                    if not main.doers and s <= self.opening:
                        main.doers = last_setting.doers
            elif view.cause_marks(first, last):
                own = self._advance(first, last, local, own) or own
        return self.done

    def all_settings(self) -> dict[int, Setting]:
        """Return the setting of every candidate, with who is blamed later in the story."""
        out = self.settings()
        if self.view.blames:
            self._blame_late(out)
        return out

    def _blame_late(self, settings: dict[int, Setting]) -> None:
        """Give casualties without a named perpetrator the party that another sentence blames, or that owns up to it.

        What is said in a paragraph is about its own casualties; in a paragraph without any, about the story's.
        """
        view, tokens = self.view, self.view.tokens
        paragraph_of = tokens.paragraph_of
        blaming: dict[int, list[int]] = {}
        open_ = set()
        for mark in view.blames:
            s = tokens.sentence_of[mark.first]
            if mark.value == "open":
                open_.add(paragraph_of[mark.first])
            blaming.setdefault(paragraph_of[mark.first], []).append(s)
        lone: dict[str, tuple[Doer, ...]] = {}
        for paragraph, sentences in blaming.items():
            if paragraph in open_:
                continue
            mine = [n for n in settings if paragraph_of[view.victims[n].first] == paragraph]
            for s in sentences:
                first, last = tokens.sentences[s]
                if mine:
                    for n in mine:
                        if view.victims[n].candidate.sentence != s:
                            self._blame(n, settings[n], blamed(view, view.victims[n], first, last, settings[n]))
                elif settings:
                    found = blamed(view, view.victims[0], first, last, self.main)
                    if found and found[0].perpetrator.actor is not None:
                        lone[found[0].perpetrator.actor] = found
        if len(lone) == 1 and not open_:
            for n, setting in settings.items():
                if setting.scope == "event" and self._in_main(setting) and same_cause(setting.cause, self.main.cause):
                    self._blame(n, setting, next(iter(lone.values())))

    def _blame(self, number: int, setting: Setting, found: tuple[Doer, ...]) -> None:
        candidate = self.view.victims[number].candidate
        if not found or candidate.harm not in _CARRYING or any(d.perpetrator.actor is not None for d in setting.doers):
            return
        if candidate.rule.rsplit(".", 1)[1].startswith("unknown") or self.view.head_of(self.view.victims[number]) in _ATTACKERS:
            return
        if setting.side is None or not _own_people(found, setting.side):
            setting.doers = (*found, *setting.doers) if setting.doers else found

    def _in_main(self, setting: Setting) -> bool:
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

    def _label(self, first: int, last: int) -> PlaceRef | None:
        """Return the place of a section label ("SIRTE: ...", "- Sirte: ...") at the start of a paragraph."""
        view, low = self.view, self.low
        layout = view.layout
        if first < layout.body or any(a <= first < b for a, b in layout.headline) or any(a <= first < b for a, b in layout.furniture):
            return None
        begin = first + 1 if low[first] in _BULLETS else first
        for i in range(begin + 1, min(begin + 8, last - 1)):
            if low[i] == ":":
                place = self._named_place(begin, begin + 3)
                return place if place is not None and place.first <= begin + 2 else None
        return None

    def _goes_on(self, first: int, last: int) -> bool:
        """Tell whether a sentence goes on with the incident of the one before it."""
        low = self.low
        return first < last and (low[first] in _CONTINUING or low[first] in _QUOTES)

    def _advance(self, first: int, last: int, local: Setting, own: bool) -> bool:
        """Let a sentence that tells of an event without a casualty change the running scene; tell whether it did."""
        view = self.view
        refs = [ref for ref in view.place_refs(first, last) if ref.role == "event" and ref.place is not None]
        dates = [ref for ref in view.date_refs(first, last) if ref.role == "on"]
        if dates and (dates[0].start is None or self._is_background(dates[0])):
            return False
        moved = elsewhere = False
        if refs:
            place = narrowest(refs[0], refs, last, view.document.knowledge)
            moved = not near(place, local.place, self.within)
            elsewhere = moved or local.place is None or place.place != local.place.place
            local.place = place
        if dates and (own or elsewhere or not self._in_main(Setting(local.place, dates[0]))):
            local.date = dates[0]
        cause = leading_cause(view, first, last)
        if cause is not None and (cause.value != "clashes" or local.cause is None or moved):
            local.cause = cause
        if moved or dates:
            local.doers = ()
        return moved

    def _sentence(
        self, s: int, first: int, last: int, numbers: list[int], base: Setting
    ) -> Setting:
        """Give each casualty of a sentence its setting, and return the last one."""
        view, low = self.view, self.low
        refs = [ref for ref in view.place_refs(first, last) if ref.place is not None]
        events = [ref for ref in refs if ref.role == "event"]
        dates = view.date_refs(first, last)
        before: Setting | None = None
        body = False
        for k, number in enumerate(numbers):
            victims = view.victims[number]
            candidate = victims.candidate
            reach = self._reach(numbers, k, first, last)
            whole = self._whole(number)
            given = whole or base
            setting = Setting()
            near_whole = whole is not None and candidate.whole is not None and candidate.whole.sentence == s
            place = self._place(events, refs, reach, given, near_whole, self._limit(numbers, reach, last))
            body = body and view.groups.kinds[candidate.group] == "GX" or victims.body
            date = self._day(dates, reach, None)
            if body and date is not None and date.role != "since":
                date = None
            if near_whole and date is not None and date.first - reach.end > 4:
                date = None
            cause = cause_of(view, victims, reach, first, last)
            moved = place is not None and not near(place, given.place, self.within)
            background = date is not None and self._is_background(date)
            setting.scope = "background" if background else self._period(date, given)
            setting.date = date or given.date
            if date is not None and date.start is None:
                setting.date = None
            if body and date is None and given.date is not None and view.sentence_is_body(given.date.first):
                setting.date = None
            setting.place = place or given.place
            if place is None and whole is None and self._long(date) and not self._long(self.main.date):
                setting.place = next((ref for ref in refs if ref.role in ("broad", "origin")), None)
            if setting.place is None and view.told_places:
                setting.place = next((ref for ref in view.told_places if first <= ref.first < last and ref.role == "event"), None)
            carried = None if background or moved else given.cause
            setting.cause = fitting(candidate, cause, carried)
            setting.side = whole.side if whole is not None and whole.side is not None else None
            if setting.side is None:
                setting.side = side_of_victims(view, victims, first, given, before)
            setting.doers = doers_of(view, victims, reach, first, last, given)
            if not setting.doers:
                setting.doers = self._carried_doers(number, setting, given, before, cause, moved or background, place)
            if setting.doers and setting.side is not None and _own_people(setting.doers, setting.side):
                setting.doers = ()
            if setting.side is not None and setting.side.group is not None or setting.side is not None and candidate.cls != "unspecified":
                view.remember(victims, setting.side)
            before = self.done[number] = setting
        return before or base

    def _carried_doers(
        self, number: int, setting: Setting, given: Setting, before: Setting | None, cause: Mark | None, apart: bool,
        place: PlaceRef | None,
    ) -> tuple[Doer, ...]:
        """Return the perpetrators of the scene, where a casualty belongs to the same deed."""
        candidate = self.view.victims[number].candidate
        if before is not None and place is None and candidate.harm in _SHARED:
            return before.doers
        if apart or candidate.harm not in _CARRYING or candidate.rule.rsplit(".", 1)[1].startswith("unknown"):
            return ()
        if setting.scope != given.scope and self._long(setting.date):
            return ()
        if cause is not None and given.cause is not None and cause.value != given.cause.value:
            return ()
        head = self.view.head_of(self.view.victims[number])
        if head in _ATTACKERS:
            return ()
        low = self.low
        return tuple(doer for doer in given.doers if head not in low[doer.first : doer.last] and head + "s" not in low[doer.first : doer.last])

    def _whole(self, number: int) -> Setting | None:
        """Return the setting of the casualty that this one is a part of, if it is known."""
        whole = self.view.victims[number].candidate.whole
        if whole is None:
            return None
        for other, victims in enumerate(self.view.victims):
            if victims.candidate is whole:
                return self.done.get(other)
        return None

    def _place(
        self, events: list[PlaceRef], refs: list[PlaceRef], reach: Reach, given: Setting, part: bool, limit: int
    ) -> PlaceRef | None:
        """Return the place that the sentence tells for a casualty, or None."""
        low, knowledge = self.low, self.view.document.knowledge
        if events:
            place = pick(events, reach, low)
            if place is not None:
                if part and place.first - reach.end > 4:
                    return None
                return narrowest(place, events, max(limit, place.last), knowledge)
        weak = [ref for ref in refs if ref.role in ("origin", "subject")]
        if weak:
            place = pick(weak, reach, low)
            if place is not None and (
                given.place is None
                or place.role == "subject" and not part
                or given.place.place in self.within(str(place.place))
            ):
                return place
        if given.place is None and not part:
            return next((ref for ref in refs if ref.role in ("broad", "speaker")), None)
        return None

    def _limit(self, numbers: list[int], reach: Reach, last: int) -> int:
        """Return where the last casualty's words before the end of a sentence leave its adjuncts to all of them."""
        return last if not reach.following else max(self.view.victims[number].end for number in numbers)

    def _is_background(self, date: DateRef) -> bool:
        main = self.main.date
        if main is None or main.start is None or date is main or date.start is None:
            return False
        if date.role == "since":
            return date.start < main.start - _BACKGROUND
        return date.end is not None and date.end < main.start - _BACKGROUND

    def _period(self, date: DateRef | None, given: Setting) -> Scope:
        if date is None:
            return given.scope
        if date.start is not None and date.end is not None and (date.end - date.start).days >= 5:
            return "period"
        return "event"

    def _long(self, date: DateRef | None) -> bool:
        return date is not None and date.start is not None and date.end is not None and (date.end - date.start).days >= _LONG


def same_cause(one: Mark | None, other: Mark | None) -> bool:
    """Tell whether two causes may be those of one event."""
    return one is not None and (other is None or one.value == other.value)


def _own_people(doers: tuple[Doer, ...], side: Side) -> bool:
    """Tell whether victims would be their own killers."""
    return any(doer.perpetrator.actor is not None and doer.perpetrator.actor in (side.side, side.group) for doer in doers)


def near(one: PlaceRef | None, other: PlaceRef | None, within: object) -> bool:
    """Tell whether two places may be one scene: they are the same, or one holds the other."""
    if one is None or other is None or one.place is None or other.place is None or one.place == other.place:
        return True
    return one.place in within(other.place) or other.place in within(one.place)  # type: ignore[operator]
