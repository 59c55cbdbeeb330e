"""The main scene of a story: what its opening, its headline and the sentences soon after tell."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import TYPE_CHECKING

from libya_news.parsing.causes import akin, cause_of, leading_cause
from libya_news.parsing.scene_dates import DateRef
from libya_news.parsing.scene_places import ASIDE, PlaceRef, in_town
from libya_news.parsing.scene_sentences import Sentences
from libya_news.parsing.scene_settings import Setting, narrowest, pick

if TYPE_CHECKING:
    from libya_news.parsing.scene_view import View
    from libya_news.parsing.scene_words import Mark

_HAPPENINGS = frozenset("incident killings killing massacre bodies victims tragedy abduction".split())
_BULLETS = frozenset(("-", "*", "–", "•", "—"))
_BYLINE = 8  # tokens
_DEEDS = frozenset("hit struck stormed".split())
_LABEL_ENDS = frozenset(".:-\u2013\u2014\n")  # behind the day that heads a paragraph
_RECENT = dt.timedelta(days=45)  # a story of today tells of no event before


class Opening(Sentences):
    """The opening of a story; `main` is the scene it sets, `opening` the last sentence of it."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.opening: int = 0
        self.main: Setting = self._main()

    def _main(self) -> Setting:
        """Return the scene of the opening: its first paragraph, its headline, and what follows soon."""
        view, tokens = self.view, self.view.tokens
        layout = view.layout
        main = Setting()
        sentences = tokens.sentences
        body = self._first_telling(tokens.sentence_of[layout.body] if layout.body < len(tokens) else 0)
        if (
            body + 1 < len(sentences)
            and sentences[body][1] - layout.body <= _BYLINE
            and body not in self.by_sentence
            and self.low[sentences[body][1] - 1] not in (".", "!", "?")
        ):
            body += 1  # the name of the paper behind a dateline
        lede = tokens.paragraph_of[sentences[body][0]]
        self.opening = body + 1
        self._fill(main, body)
        broad = main.place
        if broad is not None and broad.role == "broad":
            main.place = None
        for first, last in layout.headline:
            place = next((ref for ref in view.place_refs(first, last) if ref.role == "event"), None)
            place = place or self.named_place(first, last)
            if place is not None and place.place is not None:
                if main.place is None or main.place.place in self.within(place.place):
                    main.place = place
        if main.place is None:
            main.place = broad
        if layout.entries:
            # The entries of a running page are told one by one: its head tells the day alone.
            return Setting(None, self._head_day())
        if self.day_label(tokens.paragraphs[lede][0]) is not None:
            # So are the days of a chronicle: its head tells the place alone.
            return Setting(self._head_place())
        for s in range(body + 1, min(body + 4, len(sentences))):
            opening = tokens.paragraph_of[sentences[s][0]] == lede
            if not opening and s not in self.by_sentence and not view.cause_marks(*sentences[s]):
                continue
            vague = main.place is None or main.place.relation is not None
            if opening or vague and not self._of_another(main, s):
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
            if self._of_another(main, s):
                continue
            found = any(
                view.victims[n].body or view.victims[n].candidate.harm not in ("killed", "wounded")
                for n in numbers
            )
            if main.date is None and not found and (numbers or self._happens(*sentences[s])):
                dates = view.date_refs(*sentences[s])
                main.date = next((ref for ref in dates if ref.role == "on" and self._recent(ref)), None)
            if main.cause is None and (main.place is None or main.place.role != "wide"):
                main.cause = leading_cause(view, *sentences[s], deeds=False)
        self._narrow(main, body)
        return main

    def _head_place(self) -> PlaceRef | None:
        """Return the place that the headline of a chronicle names, else that of its dateline."""
        layout = self.view.layout
        for first, last in layout.headline:
            place = self.named_place(first, last)
            if place is not None:
                return place
        if layout.dateline_place is None:
            return None
        a, b = layout.dateline_tokens
        return PlaceRef(a, b, layout.dateline_place, ((layout.dateline_place, a, b),), "event")

    def _head_day(self) -> DateRef | None:
        """Return the day that the head of a running page gives, above its first entry."""
        stop = self.view.layout.entries[0][0]
        return next(
            (
                DateRef(hit.first, hit.last, hit.start, hit.end, hit.precision, hit.basis, "on")
                for hit in self.view.document.dates
                if hit.first < stop and hit.start is not None and hit.precision == "day"
            ),
            None,
        )

    def _labelled_from(self, first: int) -> int | None:
        """Return where the label of a paragraph would begin, behind its bullet; None outside of the body."""
        layout = self.view.layout
        if first < layout.body or any(a <= first < b for a, b in layout.furniture):
            return None
        return first + 1 if self.low[first] in _BULLETS else first

    def place_label(self, first: int, last: int) -> PlaceRef | None:
        """Return the place of a section label ("SIRTE: ...", "- Sirte: ...") at the start of a paragraph."""
        begin = self._labelled_from(first)
        if begin is None or any(a <= first < b for a, b in self.view.layout.headline):
            return None
        for i in range(begin + 1, min(begin + 8, last - 1)):
            if self.low[i] == ":":
                place = self.named_place(begin, begin + 3)
                return place if place is not None and place.first <= begin + 2 else None
        return None

    def day_label(self, first: int) -> DateRef | None:
        """Return the day that a paragraph of a chronicle is headed with ("MONDAY. ...", "24 January: ..."), or None."""
        view, low = self.view, self.low
        begin = self._labelled_from(first)
        if begin is None:
            return None
        hits = view.document.dates
        at = bisect_left(hits, begin, key=lambda hit: hit.first)
        if (
            at == len(hits)
            or hits[at].first != begin
            or hits[at].start is None
            or hits[at].precision != "day"
        ):
            return None
        hit = hits[at]
        if hit.last < len(low) and low[hit.last] not in _LABEL_ENDS:
            return None
        return DateRef(hit.first, hit.last, hit.start, hit.end, hit.precision, hit.basis, "on")

    def _narrow(self, main: Setting, body: int) -> None:
        """Let "The shelling hit the Hadba district on Saturday" after the lede narrow its town and days."""
        view = self.view
        low = self.low
        for s in range(body + 1, min(body + 5, len(view.tokens.sentences))):
            first, last = view.tokens.sentences[s]
            first = next((i for i in range(first, min(first + 3, last)) if low[i] != "\n"), first)
            if not self._tells_of_it(first, last):
                continue
            where, when = main.place, main.date
            for ref in view.place_refs(first, last):
                if ref.role == "event" and ref.place is not None and ref.relation is None:
                    if where is None or where.role == "broad" or where.place in self.within(ref.place):
                        main.place = where = ref
            for day in view.date_refs(first, last):
                if day.role == "on" and day.start is not None and day.end is not None and when is not None:
                    if when.start is not None and when.end is not None and when.role == "on":
                        if when.start <= day.start and day.end <= when.end and when.start != when.end:
                            main.date = when = day
            return

    def _tells_of_it(self, first: int, last: int) -> bool:
        """Tell whether a sentence goes on with the deed: "The shelling hit", "Witnesses said the strikes hit"."""
        low = self.low
        for i in (first, *[i + 1 for i in range(first, min(first + 12, last)) if low[i] in ("said", "that")]):
            if i + 1 < last and low[i] in ("the", "this"):
                if self.view.cause_marks(i + 1, i + 3) or low[i + 1] in _HAPPENINGS:
                    return True
        return False

    def past(self, first: int, last: int, local: Setting) -> Setting | None:
        """Return the setting that a look back without a casualty gives to the next sentence, or None."""
        view = self.view
        dates = [ref for ref in view.date_refs(first, last) if ref.role in ("on", "period")]
        if not dates or not self.is_background(dates[0]):
            return None
        refs = [ref for ref in view.place_refs(first, last) if ref.role == "event" and ref.place is not None]
        knowledge = view.document.knowledge
        place = narrowest(refs[0], refs, last, knowledge) if refs else None
        if place is None and local.place is not None:
            place = in_town(local.place, knowledge)
        return Setting(place, dates[0], leading_cause(view, first, last), scope="background")

    def _first_telling(self, body: int) -> int:
        """Return the first sentence that has a casualty, a cause, a name, a place or a day to tell.

        The opening is counted from there: "The sea was calm." in front of a story changes nothing.
        """
        view, sentences = self.view, self.view.tokens.sentences
        for s in range(body, len(sentences)):
            first, last = sentences[s]
            if s in self.by_sentence or view.cause_marks(first, last) or view.names_in(first, last):
                return s
            if view.place_refs(first, last) or view.date_refs(first, last):
                return s
        return body

    def _headline_cause(self, first: int, last: int) -> Mark | None:
        """Return the cause that a headline tells, for its casualty if it has one."""
        view = self.view
        for numbers in self.by_sentence.values():
            victims = view.victims[numbers[0]]
            if first <= victims.first < last:
                return cause_of(view, victims, self.reach(numbers, 0, first, last), first, last)
        return leading_cause(view, first, last)

    def _happens(self, first: int, last: int) -> bool:
        """Tell whether a sentence without a casualty tells of the deed."""
        return bool(self.view.cause_marks(first, last)) or not _DEEDS.isdisjoint(self.low[first:last])

    def _recent(self, ref: DateRef) -> bool:
        published = self.view.document.published
        return ref.start is not None and (published is None or ref.start > published - _RECENT)

    def _of_another(self, main: Setting, s: int) -> bool:
        """Tell whether a sentence after the opening tells of another deed than the main one."""
        view = self.view
        numbers = self.by_sentence.get(s, ())
        if numbers and all(view.victims[n].candidate.whole is not None for n in numbers):
            return True
        cause = leading_cause(view, *view.tokens.sentences[s])
        return not akin(cause, main.cause)

    def _event_day(self, first: int) -> DateRef | None:
        """Return the day of "Sunday's explosion" later in the story, where its opening gives none."""
        view, low = self.view, self.low
        for ref in view.date_refs(first, len(low)):
            if ref.role == "on" and ref.last < len(low) and low[ref.last] == "'s" and self._recent(ref):
                if view.cause_marks(ref.last, ref.last + 4):
                    return ref
        return None

    def _fill(self, main: Setting, s: int) -> None:
        """Give the main scene what a sentence tells and it lacks."""
        view = self.view
        first, last = view.tokens.sentences[s]
        numbers = self.by_sentence.get(s)
        places = view.place_refs(first, last)
        events = [ref for ref in places if ref.role == "event" and ref.place is not None]
        dates = [ref for ref in view.date_refs(first, last) if ref.role != "until"]
        place = events[0] if events else next((ref for ref in places if ref.role not in ASIDE), None)
        date = dates[0] if dates else None
        cause = None
        if numbers:
            reach = self.reach(numbers, 0, first, last)
            if events:
                place = pick(events, reach, self.low)
            date = self.day(dates, reach)
            cause = cause_of(view, view.victims[numbers[0]], reach, first, last)
            if date is not None and date.role != "since" and view.victims[numbers[0]].body:
                date = next((ref for ref in dates if ref.role == "since"), None)
        if place is not None and events:
            place = narrowest(place, events, last, view.document.knowledge)
        if main.place is None or (
            main.place.relation is not None and place is not None and place.relation is None
        ):
            main.place = place
        if main.date is None:
            main.date = date
        if main.cause is None:
            main.cause = cause or (leading_cause(view, first, last) if not numbers else None)
