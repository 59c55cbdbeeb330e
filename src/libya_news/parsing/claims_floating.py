"""Quotations without a cue: they go on with whoever spoke before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.claims_content import clause_start
from libya_news.parsing.claims_found import Found
from libya_news.parsing.claims_people import Who, describe, leading_group
from libya_news.parsing.claims_spans import Content, sentences_of, tidy
from libya_news.parsing.claims_speaking import Speaking
from libya_news.parsing.claims_text import (
    BREAK,
    COLON,
    END,
    MARK,
    STOP,
    View,
)

if TYPE_CHECKING:
    from libya_news.parsing.quotes import Quote


def floating_quotes(reader: Speaking, used: set[int]) -> list[Found]:
    """Return claims for the quotations that no cue has taken.

    A quotation of whole sentences goes on with the speaker of the claim before it, in the same paragraph
    or in the next where that is a quotation alone; behind a colon it belongs to the subject of the sentence.

    Args:
        reader: The claims read so far and the speakers they point back to.
        used: First tokens of the quotations that cues have taken.
    """
    view = reader.view
    ends = sorted((_end_of(row), k) for k, row in enumerate(reader.out))
    extra: list[Found] = []
    at, last_row = 0, -1
    carried: Who | None = None
    for quote in view.quotes:
        if quote.inner or quote.first in used or quote.last - quote.first < 3:
            continue
        while at < len(ends) and ends[at][0] <= quote.first:
            last_row = ends[at][1]
            at += 1
        if last_row < 0 or not _whole(view, quote):
            continue
        row = reader.out[last_row]
        who = carried if quote.follows else None
        if who is None:
            who = _speaker_of(reader, quote, row)
        carried = who
        if who is None:
            continue
        for first, last in sentences_of(view, quote.first, quote.last):
            end = tidy(view, first, last)
            if end > first:
                content = Content(((first, end),), "direct", quote)
                extra.append(Found(None, who, content, row.mode, row.stance, None, (), last_row))
    return extra


def _end_of(row: Found) -> int:
    return max(row.content.last, row.cue[1] if row.cue else 0)


def _whole(view: View, quote: Quote) -> bool:
    """Tell whether a quotation is sentences of its own, no fragment of the newspaper's."""
    mark = quote.first - 1
    before = view.bits[mark - 1] if mark > 0 else END
    if not before & (END | COLON) and not (before & MARK and mark - 1 in view.closing):
        return False
    if not quote.closed or view.bits[quote.last - 1] & STOP:
        return True
    after = view.bits[quote.last + 1] if quote.last + 1 < view.n else END
    return bool(after & END)


def _speaker_of(reader: Speaking, quote: Quote, row: Found) -> Who | None:
    view = reader.view
    mark = quote.first - 1
    before = view.bits[mark - 1] if mark > 0 else END
    if before & COLON:
        start = clause_start(view, mark - 1)
        if view.low[start] in ("he", "she", "they", "it"):
            return reader.pronoun(start)
        group = leading_group(view, view.sentence(mark - 1)[0], mark)
        return (
            reader.known(describe(view, group.first, group.last, group.other)) if group is not None else None
        )
    place = min(_end_of(row) - 1, view.n - 1)
    paragraph, number = view.tokens.paragraph_of, view.tokens.sentence_of
    gap = paragraph[quote.first] - paragraph[place]
    near = number[mark] - number[place] <= 1
    if gap == 0 and (near or row.content.mode == "direct"):
        return row.who
    if gap == 1 and near and row.content.mode == "direct" and before & BREAK:
        return row.who
    return None
