"""What "the government", "the U.N.-backed government" or "pro-government forces" mean on an article's day."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.speech import load_lexicon

if TYPE_CHECKING:
    from libya_news.parsing.scene_view import View

_BEFORE = 6  # words before the noun in which those that tell whose it is stand
_BACKED = frozenset(("backed", "allied", "aligned", "affiliated", "led"))
_STOPS = frozenset((",", ".", ";", ":", "\n", "and", "said", "that", "by", "to", "for", "against", "with"))


class Government(NamedTuple):
    """A government of a time: itself, and the party that its fighters are counted for."""

    actor: str
    fighters: str
    start: dt.date
    end: dt.date
    modifiers: frozenset[str]
    names: frozenset[str]


@cache
def governments() -> tuple[frozenset[str], frozenset[str], tuple[Government, ...]]:
    """Return the nouns for a government, the words that make it another's, and the governments by time."""
    table = load_lexicon("parties")
    rows = tuple(
        Government(
            row["actor"],
            row["fighters"],
            row["from"],
            row["to"],
            frozenset(row["modifiers"]),
            frozenset(row["names"]),
        )
        for row in table["governments"]
    )
    return frozenset(table["government"]["nouns"]), frozenset(table["government"]["other"]), rows


def government_at(view: View, i: int) -> Government | None:
    """Return the government that the noun at the token `i` means, or None where it is not sure.

    Args:
        view: The article.
        i: A token; nothing is looked up unless it is a noun for a government.
    """
    nouns, other, rows = governments()
    low = view.tokens.low
    day = view.document.published
    if low[i] not in nouns or day is None:
        return None
    row = next((row for row in rows if row.start <= day <= row.end), None)
    if row is None:
        return None
    before: list[str] = []
    for j in range(i - 1, max(i - _BEFORE, 0) - 1, -1):
        if low[j] in _STOPS:
            break
        before.append(low[j])
    behind = low[i + 1 : i + 3]
    if not row.modifiers.isdisjoint(before) or behind[0:1] == ["in"] and behind[1:] == ["tripoli"]:
        # "the U.N.-backed government": the "rival" of "its rival, the unity government" stands farther off
        named = not other.isdisjoint(before[:3]) and row.modifiers.isdisjoint(before[:2])
        return None if named else row
    if not other.isdisjoint(before) or low[i] != "government":
        return None
    if i > 1 and (low[i - 2 : i] == ["pro", "-"] or behind[:1] == ["-"] and low[i + 2] in _BACKED):
        return row
    parties = view.named_sides()
    return row if not row.names.isdisjoint(parties) else None
