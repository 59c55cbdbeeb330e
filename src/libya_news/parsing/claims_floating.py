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
    CAP,
    COLON,
    DET,
    END,
    MARK,
    STOP,
    VERBAL,
    View,
)

_LABEL = 10  # tokens of a speaker that alone stands before a colon

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
        behind_colon = quote.first > 1 and bool(view.bits[quote.first - 2] & COLON)
        if quote.inner or quote.first in used or quote.last - quote.first < (2 if behind_colon else 3):
            continue
        while at < len(ends) and ends[at][0] <= quote.first:
            last_row = ends[at][1]
            at += 1
        if not _whole(view, quote):
            continue
        if behind_colon:
            carried = who = _before_colon(reader, quote.first - 2)
            if who is not None:
                pieces = [(a, tidy(view, a, b)) for a, b in sentences_of(view, quote.first, quote.last)]
                for n, piece in enumerate(pieces):
                    cue = None if n else (quote.first - 2, quote.first - 1)
                    content = Content((piece,), "direct", quote)
                    extra.append(Found(cue, who, content, "statement", "neutral", None, ()))
            continue
        if last_row < 0:
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


def _before_colon(reader: Speaking, colon: int) -> Who | None:
    """Return the subject of a sentence that ends in a quotation: 'The mayor was defiant: "We stay."'."""
    view = reader.view
    start = clause_start(view, colon)
    if start >= colon:
        return None
    if view.low[start] in ("he", "she", "they", "it"):
        return reader.pronoun(start)
    group = leading_group(view, view.sentence(colon)[0], colon)
    if group is not None:
        return reader.known(describe(view, group.first, group.last, group.other))
    if colon - start > _LABEL or view.any(start, colon, VERBAL) and not view.any(start, start + 1, DET | CAP):
        return None
    who = describe(view, start, colon)  # "A soldier at the gate: ..."
    return who if who.kind not in ("unknown", "document") else None


def _speaker_of(reader: Speaking, quote: Quote, row: Found) -> Who | None:
    view = reader.view
    mark = quote.first - 1
    before = view.bits[mark - 1] if mark > 0 else END
    place = min(_end_of(row) - 1, view.n - 1)
    paragraph, number = view.tokens.paragraph_of, view.tokens.sentence_of
    gap = paragraph[quote.first] - paragraph[place]
    near = number[mark] - number[place] <= 1
    if gap == 0 and (near or row.content.mode == "direct"):
        return row.who
    if gap == 1 and near and row.content.mode == "direct" and before & BREAK:
        return row.who
    return None
