"""The dates of one article, resolved in text order: what each tells helps to read the next."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Literal, NamedTuple

from libya_news.english.dates.lexicon import lexicon
from libya_news.english.dates.phrases import Phrase
from libya_news.model.interval import DateBasis, Precision
from libya_news.parsing.dates_clock import BACKWARDS, NO_ANCHOR, OPEN, WEEK, Clock, Stretch, Value, unknown
from libya_news.parsing.dates_drafts import DAYLIKE, Draft
from libya_news.parsing.dates_resolution import resolve, resolve_from
from libya_news.parsing.dates_tense import Tense
from libya_news.parsing.dates_weekdays import WeekdayPolicy, chosen
from libya_news.text.tokens import Tokens

_TURN = (
    6  # months that a period lies back where it runs over the turn of a year: "from 20 December to 5 January"
)

Role = Literal["on", "since", "until", "duration", "period"]


class DateHit(NamedTuple):
    """Words of an article that name a time, and the days they mean.

    Attributes:
        first: Number of the first token.
        last: Number of the token after the last.
        start: First day, or None.
        end: Last day (included), or None.
        precision: How fine the words are; None where they are not resolved.
        basis: `stated`, `inferred` from the publication day, `carried` from another mention.
        alternatives: Other readings as (start, end), best first.
        reason: Why the days are unknown, None where they are known.
        role: `on` a day, `since` or `until` one, a `duration` up to publication, a longer `period`.
        rule: The id of the rule that read the words.
        anaphoric: Whether the words are told from another day of the story ("a day later").
        phrase: The words taken apart, for `resolve_anaphora`.
    """

    first: int
    last: int
    start: dt.date | None
    end: dt.date | None
    precision: Precision | None
    basis: DateBasis | None
    alternatives: tuple[tuple[dt.date, dt.date], ...]
    reason: str | None
    role: Role
    rule: str
    anaphoric: bool
    phrase: Phrase


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    compiled = lexicon().alphabet.compile
    return (
        compiled("SINCE !SINCE*$"),
        compiled("[STOP|BREAK]"),
        compiled("BREAK"),
        compiled("BREAK | STOP !STOP*+ STOP | AND AROUND? [NUM|NUMBER|A]"),
        compiled("ON THE$"),
        compiled("PLANNED [ON|OF|FOR]?$"),
        compiled("GIVE !GIVE{0,3}$"),
        compiled("SET FOR$"),
        compiled("SAID (?: (?! PASTVERB) . ){0,3}$"),
        compiled("[SAID|GIVE|UPDATED]$"),
    )


class DateReader:
    """Resolves the drafts of one article in text order, keeping what they tell of time."""

    def __init__(self, code: str, tokens: Tokens, published: dt.date | None, weekdays: WeekdayPolicy) -> None:
        self._code = code
        self._tokens = tokens
        self._published = published
        self._weekdays = weekdays
        self._clock = Clock(published)
        self._tense = Tense(code)
        self._last: DateHit | None = None
        self._said = False
        self._sinces = "since" in tokens.low
        (
            self._background,
            self._stop,
            self._break,
            self._apart,
            self._on_the,
            self._planned,
            self._given,
            self._set,
            self._saying,
            self._told,
        ) = _patterns()

    def read(self, draft: Draft) -> DateHit | None:
        """Return the mention that a draft is, or None where its words are no date after all."""
        self._turn_page(draft)
        value, role = self._value(draft)
        if value is None:
            return None
        phrase = draft.phrase
        anaphoric = phrase.kind in {"shift", "same"}
        hit = DateHit(
            draft.first, draft.last, value.start, value.end, value.precision, value.basis,
            value.alternatives, value.reason, role, draft.rule, anaphoric, phrase,
        )  # fmt: skip
        self._remember(hit, draft)
        return hit

    def _turn_page(self, draft: Draft) -> None:
        """Forget what holds only inside a sentence or paragraph, if one ended since the last mention."""
        if self._last is None:
            return
        last, first, clock = self._last.last, draft.first, self._clock
        if self._stop.search(self._code, last, first):
            clock.sentence_year = clock.sentence_anchor = None
            if self._break.search(self._code, last, first):
                clock.paragraph_year = None

    def _value(self, draft: Draft) -> tuple[Value | None, Role]:
        phrase, clock = draft.phrase, self._clock
        if phrase.kind == "time":
            return self._time_of_day(draft), "on"
        if phrase.kind == "shift" and phrase.which == "event" and self._beside(draft):
            last = self._last
            assert last is not None  # noqa: S101
            return Value(last.start, last.end, "day", "carried"), "on"
        if phrase.kind == "overnight":
            return self._overnight(draft), "on"
        if (
            phrase.kind == "weekday"
            and not phrase.which
            and self._on_the.search(self._code, max(draft.core - 2, 0), draft.core)
        ):
            return unknown(
                NO_ANCHOR
            ), "on"  # "on the Tuesday": of a week that the story tells, not of this one
        side = self._side(draft)
        if draft.to is not None:
            value = self._range(draft, side)
        else:
            value = self._resolved(draft, side)
            if draft.then is not None and value.start is not None:
                after = resolve(draft.then, clock, side).start
                if (
                    after is not None and after < value.start
                ):  # "Saturday night and Sunday morning" are in order
                    value = Value(value.start - WEEK, value.start - WEEK, value.precision, value.basis)
            if draft.night and value.start is not None and value.start == value.end:
                value = value._replace(end=value.start + dt.timedelta(days=1), precision="part_of_day")
            if draft.into and value.start is not None and value.start == value.end:
                value = value._replace(start=value.start - dt.timedelta(days=1), precision="part_of_day")
            if draft.part and value.precision == "day":
                value = value._replace(precision="part_of_day")
        return self._in_role(draft, value)

    def _resolved(self, draft: Draft, side: str) -> Value:
        """Resolve a phrase; "a figure published the night before" counts from the day of the telling."""
        told = self._clock.told
        if told is not None and draft.phrase.kind == "shift":
            if self._told.search(self._code, max(draft.first - 1, 0), draft.first):
                return resolve_from(draft.phrase, told)
        value = resolve(draft.phrase, self._clock, side, draft.mods)
        return chosen(draft.phrase, value, self._published, self._weekdays)

    def _in_role(self, draft: Draft, value: Value) -> tuple[Value, Role]:
        published, kind = self._published, draft.phrase.kind
        if value.reason is not None:
            return value, "duration" if kind == "span" else "on"
        assert value.start is not None  # noqa: S101
        if draft.lead == "since":
            if published is None:
                return value._replace(end=None), "since"
            if value.start <= published:
                others = tuple(
                    (a, published) for a, _ in value.alternatives if a <= published and kind == "weekday"
                )
                return value._replace(end=published, basis="inferred", alternatives=others), "since"
            return value, "since"
        if draft.lead == "until":
            if published is not None and value.end is not None and value.end > published:
                return value._replace(start=published, basis="inferred", alternatives=()), "until"
            return value, "until"
        coarse = kind == "feast" or value.precision in {"month", "season", "year", "years"}
        if draft.lead in {"before", "by"}:
            return (unknown(OPEN) if coarse and draft.lead == "before" else value), "until"
        if draft.lead == "after":
            return (unknown(OPEN) if coarse else value), "since"
        if kind == "span" and value.end == published:
            return value, "duration"
        longer = value.precision in {"week", "month", "season", "year", "years"} or draft.to is not None
        return value, "period" if longer else "on"

    def _range(self, draft: Draft, side: str) -> Value:
        left, right = draft.phrase, draft.to
        assert right is not None  # noqa: S101
        if left.kind == right.kind == "weekday":
            until = resolve(right, self._clock, side)
            if until.end is None or until.reason:
                return until
            distance = (until.end.weekday() - (left.weekday or 0)) % 7 or 7
            return Value(until.end - dt.timedelta(days=distance), until.end, "days", "inferred")
        other = resolve(right, self._clock, side, draft.to_mods)
        if left.kind == "calendar" and left.year is None and not left.which and other.start is not None:
            later = (left.month or 0, left.day or 0) > (right.month or 12, right.day or 31)
            if later and left.day and right.day and (left.month or 0) - (right.month or 12) < _TURN:
                return unknown(BACKWARDS)
            left = left._replace(year=other.start.year - later)
        start = resolve(left, self._clock, side, draft.mods)
        if start.start is None or other.end is None or start.end is None:
            return start if start.reason else other
        if start.start > other.end:
            return unknown(BACKWARDS) if left.kind == right.kind == "calendar" else start
        precision: Precision = "days"
        if start.precision == other.precision and other.precision in {"month", "year"}:
            precision = "month" if other.precision == "month" else "years"
        return Value(start.start, other.end, precision, other.basis or "inferred")

    def _time_of_day(self, draft: Draft) -> Value | None:
        """A time without a day: of the day named just before it, else of the publication day."""
        last = self._last
        if (
            last is not None
            and last.start == last.end
            and last.start is not None
            and not self._said
            and not self._apart.search(self._code, last.last, draft.first)
        ):
            return Value(last.start, last.end, "part_of_day", "carried")
        return resolve(draft.phrase, self._clock, "")

    def _overnight(self, draft: Draft) -> Value:
        """Overnight: the night to publication, or the one that a day in the same sentence tells."""
        last, day = self._last, dt.timedelta(days=1)
        if (
            last is not None
            and last.start is not None
            and last.start == last.end
            and last.role == "on"
            and not self._stop.search(self._code, last.last, draft.first)
        ):
            if last.last < len(self._tokens.low) and self._tokens.low[last.last] == "that":
                return Value(last.start - day, last.start, "part_of_day", "carried")
            if last.precision == "part_of_day" and self._published != last.start:
                return Value(last.start, last.start + day, "part_of_day", "carried")
        return resolve(draft.phrase, self._clock, "")

    def _beside(self, draft: Draft) -> bool:
        """Tell whether the words only explain the day just named: "on Wednesday, a day before the attack"."""
        last = self._last
        return (
            last is not None
            and last.start is not None
            and last.start == last.end
            and last.last == draft.first - 1
            and self._tokens.low[last.last] == ","
        )

    def _side(self, draft: Draft) -> str:
        """Return which way the words look: `past`, `future`, `lasting`, or nothing that tells."""
        phrase, lead, tense = draft.phrase, draft.lead, self._tense
        kind = phrase.kind
        if kind == "span":
            if phrase.which == "for":
                return "lasting" if tense.lasting(draft.first, draft.last) else ""
            return tense.side(draft.first, draft.last) if phrase.which == "in" else "past"
        if kind == "the":
            return tense.side(draft.first, draft.last)
        if lead == "since" or (phrase.which and kind not in {"weekday", "feast"}):
            return "past"
        if (
            kind not in {"weekday", "calendar", "numeric", "nth", "within", "feast", "season"}
            or self._published is None
        ):
            return ""
        if phrase.year is not None:
            return ""
        side = tense.side(draft.first, draft.last)
        if lead == "until" and self._given.search(self._code, max(draft.first - 4, 0), draft.first):
            return "future"
        if self._set.search(self._code, max(draft.core - 2, 0), draft.core):
            return "future"
        if (
            lead in {"until", "by"}
            and side != "future"
            and (tense.ahead(draft.first, draft.last) or not side)
        ):
            if not side and lead == "until" and kind == "calendar" and self._lies_behind(phrase):
                return "past"
            side = "future" if lead == "until" or side or kind == "feast" else side
        if (
            side == "past"
            and kind == "weekday"
            and self._planned.search(self._code, max(draft.core - 2, 0), draft.core)
        ):
            ahead = resolve(phrase, self._clock, "future")
            if ahead.start in self._clock.ahead:
                return "future"
        if kind == "calendar" and phrase.day is not None and side != "future":
            return self._near(draft, side)
        return side

    def _lies_behind(self, phrase: Phrase) -> bool:
        """Tell whether a day or month without a year is nearer before publication than after it."""
        past, ahead = resolve(phrase, self._clock, "past"), resolve(phrase, self._clock, "future")
        if past.end is None or ahead.start is None or self._published is None:
            return False
        return self._published - past.end < ahead.start - self._published

    def _near(self, draft: Draft, side: str) -> str:
        """A day and month that lie close ahead, as the day of a plan: "the 24 December vote"."""
        planned = self._tense.is_planned(draft.last) or bool(
            self._planned.search(self._code, max(draft.core - 2, 0), draft.core)
        )
        if not planned and side:
            return side
        ahead = resolve(draft.phrase, self._clock, "future")
        if ahead.start is None or self._published is None:
            return side
        days = (ahead.start - self._published).days
        return "future" if days <= (60 if planned else 7) else side

    def _remember(self, hit: DateHit, draft: Draft) -> None:
        clock = self._clock
        if hit.start is None or hit.end is None or hit.precision is None:
            if hit.reason != NO_ANCHOR:
                self._last = hit
            return
        if draft.phrase.kind == "calendar" and draft.phrase.year is not None:
            clock.year = clock.paragraph_year = clock.sentence_year = draft.phrase.year
        elif hit.start.year == hit.end.year and draft.phrase.kind == "numeric" and draft.phrase.year:
            clock.year = draft.phrase.year
        if self._published is not None and hit.start > self._published and draft.phrase.kind != "weekday":
            clock.ahead.add(hit.start)
        telling = self._is_telling(hit, draft)
        background = telling or hit.role == "since" or self._is_background(hit)
        if telling:
            clock.told = hit.start
        if not telling and hit.role != "duration":
            clock.since = Stretch(hit.start, hit.end, hit.precision)
        if not background:
            if hit.start == hit.end and hit.precision in {"day", "part_of_day", "minute"}:
                clock.anchor = clock.sentence_anchor = hit.start
            elif hit.precision in {"days", "part_of_day"}:
                clock.anchor = hit.start if draft.night else hit.end
            if hit.role != "duration":
                clock.previous = Stretch(hit.start, hit.end, hit.precision)
        self._last = hit
        before = self._tokens.low[hit.first - 1] if hit.first else ""
        self._said = before in {"said", "told"} and hit.phrase.kind in DAYLIKE

    def _is_telling(self, hit: DateHit, draft: Draft) -> bool:
        """Tell whether a day is that of the telling, behind the event's: "Monday's raid killed two, he said Friday"."""
        last = self._last
        if last is None or last.start is None or hit.phrase.kind not in DAYLIKE:
            return False
        if last.role not in {"on", "period"} or self._stop.search(self._code, last.last, hit.first):
            return False
        return bool(self._saying.search(self._code, max(draft.core - 5, 0), draft.first))

    def _is_background(self, hit: DateHit) -> bool:
        """Tell whether a day stands in a since-phrase ("the worst since the truce of 4 May")."""
        first = max(hit.first - 9, 0)
        return self._sinces and bool(self._background.search(self._code, first, hit.first))
