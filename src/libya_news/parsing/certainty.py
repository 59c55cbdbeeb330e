"""How sure the text is: hedges and what they cover, in the way of ConText."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.speech import load_lexicon
from libya_news.model.claim import Certainty
from libya_news.parsing.claims_text import AUX, END, TIME, View
from libya_news.parsing.claims_words import key_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.parsing.claims_found import Found


class Hedge(NamedTuple):
    """A cue of doubt: its tokens, what it says, and the tokens that it covers."""

    first: int
    last: int
    level: Certainty
    covers: tuple[int, int]
    backward: bool


class _Entry(NamedTuple):
    words: tuple[str, ...]
    key: int
    level: str  # "" for a phrase that only looks like a cue
    direction: str
    reach: int


class _Lexicon(NamedTuple):
    entries: dict[str, tuple[_Entry, ...]]
    terminators: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = load_lexicon("certainty")
    rows: dict[str, list[_Entry]] = {}
    for phrase in data["pseudo"]["phrases"]:
        words = tuple(phrase.split())
        key = key_word(words)
        rows.setdefault(words[key], []).append(_Entry(words, key, "", "", 0))
    for cue in data["cue"]:
        for phrase in cue["phrases"]:
            words = tuple(phrase.split())
            key = key_word(words)
            rows.setdefault(words[key], []).append(
                _Entry(words, key, cue["level"], cue["direction"], cue["reach"])
            )
    entries = {
        word: tuple(sorted(row, key=lambda e: (-len(e.words), e.level != ""))) for word, row in rows.items()
    }
    return _Lexicon(entries, frozenset(data["terminators"]["words"].split()))


def find_hedges(view: View) -> list[Hedge]:
    """Return the hedges of an article in text order, each with the tokens it covers.

    A cue covers words on its side up to the end of the sentence, a terminator ("but", ";") or its reach; a
    phrase that only looks like a cue ("no fewer than", "in May") covers nothing.
    """
    lexicon = _lexicon()
    entries, low, n = lexicon.entries, view.low, view.n
    out: list[Hedge] = []
    done = -1
    for at in [match.start() for match in view.know.hedges.finditer(view.tags)]:
        if at < done:
            continue
        for entry in entries[low[at]]:
            size = len(entry.words)
            i = at - entry.key
            if i < done or (size > 1 and tuple(low[i : i + size]) != entry.words):
                continue
            done = i + size
            if view.bits[at] & TIME and not view.bits[at] & AUX:
                break  # "4 May 2016"
            if entry.level:
                out.append(
                    Hedge(
                        i,
                        done,
                        "hedged" if entry.level == "hedged" else "unverified",
                        _scope(view, i, min(done, n), entry, lexicon),
                        entry.direction == "backward",
                    )
                )
            break
    return out


def _scope(view: View, first: int, last: int, entry: _Entry, lexicon: _Lexicon) -> tuple[int, int]:
    bits, low = view.bits, view.low
    a, b = first, last
    if entry.direction in ("forward", "both"):
        stop = min(view.n, last + entry.reach)
        while b < stop and not bits[b] & END and low[b] not in lexicon.terminators:
            b += 1
    if entry.direction in ("backward", "both"):
        stop = max(0, first - entry.reach)
        while a > stop and not bits[a - 1] & END and low[a - 1] not in lexicon.terminators:
            a -= 1
    return a, b


def certainty_of(view: View, rows: Sequence[Found], hedges: Sequence[Hedge]) -> list[Certainty]:
    """Return how sure each claim is: `hedged` by doubt in its words, `unverified` where the text says so."""
    out: list[Certainty] = [
        "hedged"
        if row.mode == "belief" or (row.mode == "estimate" and row.stance == "doubting")
        else "certain"
        for row in rows
    ]
    if not hedges:
        return out
    number = view.tokens.sentence_of
    for hedge in hedges:
        a, b = hedge.covers
        covered = [k for k, row in enumerate(rows) if any(x < b and a < y for x, y in row.content.pieces)]
        if hedge.backward:
            inside = [k for k in covered if rows[k].content.first <= hedge.first < rows[k].content.last]
            before = [k for k in covered if rows[k].content.last <= hedge.first]
            if before:
                covered = before
            elif inside:
                # "The embassy said the report could not be verified": the doubt is the speaker's.
                covered = inside
            else:
                covered = [
                    k
                    for k, row in enumerate(rows)
                    if max(row.content.last, (row.cue or (0, 0))[1]) <= hedge.first
                    and number[hedge.first] - number[row.content.last - 1] <= 1
                ][-1:]
        for k in covered:
            if hedge.level == "unverified" or out[k] == "certain":
                out[k] = hedge.level
    return out
