"""Dates of an article: which words are one, and which days they mean beside the publication day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from libya_news.english.dates.grammar import Match, grammar
from libya_news.english.dates.lexicon import lexicon
from libya_news.model.interval import Interval
from libya_news.parsing.dates_drafts import draft_dates
from libya_news.parsing.dates_reader import DateHit, DateReader, Role
from libya_news.parsing.dates_resolution import resolve_from
from libya_news.parsing.dates_weekdays import WeekdayPolicy
from libya_news.text.tokens import Tokens

__all__ = ["DateHit", "Role", "find_dates", "resolve_anaphora"]


def find_dates(
    tokens: Tokens,
    published: dt.date | None,
    skip: Sequence[tuple[int, int]] = (),
    weekdays: WeekdayPolicy = "newspaper",
) -> list[DateHit]:
    """Return the date mentions of an article in text order, none overlapping another.

    Args:
        tokens: The tokens of the article.
        published: The day of publication in Africa/Tripoli; None leaves "on Sunday" unresolved.
        skip: Token ranges (half open) of known names, which are no dates ("17 February Brigade").
        weekdays: Which reading of "last" and "next" weekdays counts; the other one is kept beside it.

    Returns:
        Mentions with their days, or with the reason why these are unknown.
    """
    words = lexicon()
    code = words.alphabet.encode(tokens.words)
    matches = grammar().find(code, tokens.low)
    if skip and matches:
        matches = _without(matches, skip)
    if not matches:
        return []
    reader = DateReader(code, tokens, published, weekdays)
    return [hit for draft in draft_dates(matches, code) if (hit := reader.read(draft)) is not None]


def resolve_anaphora(hit: DateHit, anchor: Interval) -> DateHit:
    """Return a mention that is told from another day ("a day later") as told from `anchor`.

    Use it when the day of the event is known better than by the mention that stood last before the words.

    Args:
        hit: A mention; one that is not anaphoric is returned as it is.
        anchor: When the event happened; its first day for what came before, its last for what came after.

    Returns:
        The mention with its days, basis `carried`.
    """
    if not hit.anaphoric:
        return hit
    base = anchor.start if (hit.phrase.n or 0) < 0 else anchor.end or anchor.start
    if base is None:
        return hit
    value = resolve_from(hit.phrase, base)
    if value.start is None:
        return hit
    return hit._replace(
        start=value.start, end=value.end, precision=value.precision, basis=value.basis,
        alternatives=value.alternatives, reason=None,
    )  # fmt: skip


def _without(matches: list[Match], skip: Sequence[tuple[int, int]]) -> list[Match]:
    out, ranges, at = [], sorted(skip), 0
    for match in matches:
        while at < len(ranges) and ranges[at][1] <= match.first:
            at += 1
        if at == len(ranges) or ranges[at][0] >= match.last:
            out.append(match)
    return out
