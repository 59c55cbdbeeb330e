"""Whether a casualty is the story's event, a toll over its span, or told from another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.told_events import tells_one_event

if TYPE_CHECKING:
    from libya_news.parsing.scene_dates import DateRef
    from libya_news.parsing.scene_settings import Setting
    from libya_news.parsing.scene_story import Story

_SPAN = 10  # days from which the opening's stretch makes a story of a period
_EARLIER = frozenset(("on", "period"))


def settle_scopes(story: Story, settings: dict[int, Setting]) -> None:
    """Set the scope of each casualty by what the whole story is about.

    A toll over a span is the story only where the opening tells a span; beside one event it is background.
    Where the opening tells a span, what has no day of its own belongs to the span.
    """
    view, main = story.view, story.main.date
    if main is None or main.start is None or main.end is None:
        for n, setting in settings.items():
            if setting.scope == "period" and view.victims[n].candidate.sentence >= story.opening:
                setting.scope = "background"
        return
    long = (main.end - main.start).days >= _SPAN
    sentences, paragraph_of = view.tokens.sentences, view.tokens.paragraph_of
    for n, setting in settings.items():
        victims = view.victims[n]
        s = victims.candidate.sentence
        date = setting.date
        if setting.scope == "period" and not long and s >= story.opening and _before(date, main):
            setting.scope = "background"
        elif setting.scope == "event" and long and (date is main or _same(date, main)):
            if victims.candidate.whole is not None or victims.candidate.quantity.low != 1:
                if not _one_event(story, main):
                    setting.scope = "period"
        elif setting.scope == "event" and s > story.opening and not view.date_refs(*sentences[s]):
            if s and paragraph_of[sentences[s - 1][0]] == paragraph_of[victims.first]:
                dates = [ref for ref in view.date_refs(*sentences[s - 1]) if ref.role in _EARLIER]
                if dates and story.is_background(dates[-1]):
                    setting.scope = "background"


def _one_event(story: Story, main: DateRef) -> bool:
    """Tell whether the opening's month is that of one event: "a raid in June killed 31"."""
    tokens = story.view.tokens
    return tells_one_event(
        tokens.low, main.first, main.last, *tokens.sentences[tokens.sentence_of[main.first]]
    )


def _same(date: DateRef | None, main: DateRef) -> bool:
    return date is not None and (date.start, date.end) == (main.start, main.end)


def _before(date: DateRef | None, main: DateRef) -> bool:
    """Tell whether a span began before the day of the story's event."""
    return date is not None and date.start is not None and main.start is not None and date.start < main.start
