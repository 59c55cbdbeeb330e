"""Quotations over three paragraphs and more: one claim, with a piece for each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.claims_spans import Content, tidy

if TYPE_CHECKING:
    from libya_news.parsing.claims_found import Found
    from libya_news.parsing.claims_text import View
    from libya_news.parsing.quotes import Quote

_LONG = 3  # paragraphs from which a quotation is one testimony; shorter ones are told sentence by sentence


def join_paragraphs(view: View, rows: list[Found]) -> list[Found]:
    """Return the claims with those of one long quotation joined into one.

    The joined claim keeps the cue and the speaker; its pieces are the words of each paragraph.

    Args:
        view: The article.
        rows: Claims in the order of their cues.
    """
    chains = _chains(view)
    if not chains:
        return rows
    number: dict[int, int] = {}  # token of a long quotation -> which
    for c, chain in enumerate(chains):
        for quote in chain:
            number.update(dict.fromkeys(range(quote.first, quote.last), c))
    members: dict[int, list[int]] = {}
    for k, row in enumerate(rows):
        if row.content.mode == "direct" and row.content.first in number:
            members.setdefault(number[row.content.first], []).append(k)
    place: dict[int, int] = {}
    heads: dict[int, Found] = {}
    for c, places in members.items():
        cued = next((k for k in places if rows[k].cue is not None), places[0])
        chain = chains[c]
        # Words taken by the cue begin where the reader said so: a speaker is not claimed for words before.
        first = min(rows[k].content.first for k in places)
        pieces = tuple(
            (max(q.first, first), end)
            for q in chain
            if (end := tidy(view, q.first, q.last)) > max(q.first, first)
        )
        if len(pieces) < _LONG or any(rows[k].who != rows[cued].who for k in places):
            continue
        heads[cued] = rows[cued]._replace(content=Content(pieces, "direct", chain[0]))
        place.update(dict.fromkeys(places, cued))
    if not heads:
        return rows
    out: list[Found] = []
    index: dict[int, int] = {}
    for k, row in enumerate(rows):
        if place.get(k, k) == k:
            index[k] = len(out)
            out.append(heads.get(k, row))
    return [
        row._replace(follows=index[place.get(row.follows, row.follows)]) if row.follows >= 0 else row
        for row in out
    ]


def _chains(view: View) -> list[list[Quote]]:
    """Return the quotations that go on over three paragraphs or more, each with its parts."""
    chains: list[list[Quote]] = []
    for quote in view.quotes:
        if quote.inner:
            continue
        if quote.follows and chains:
            chains[-1].append(quote)
        else:
            chains.append([quote])
    return [chain for chain in chains if len(chain) >= _LONG]
