"""Whose nationals victims are: "two Sudanese mercenaries" are SD, and no state of Sudan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.knowledge.lookup import Knowledge
    from libya_news.parsing.names import NameHit
    from libya_news.text.tokens import Tokens


class Nationalities(dict[str, str]):
    """Adjectives and nouns of nationality in lower case -> ISO 3166-1 alpha-2 code of the country."""

    def __init__(self, knowledge: Knowledge) -> None:
        for pair in knowledge.sets["nationalities"]:
            word, _, code = pair.partition("=")
            self[word] = code
            self[word + "s"] = code


def nationalities_of(
    first: int, last: int, tokens: Tokens, names: list[NameHit], knowledge: Knowledge
) -> tuple[str, ...]:
    """Return the codes of the nationalities that a noun group tells, in text order.

    A word inside a name tells none: "Libyan National Army soldiers", "the Egyptian Red Crescent".

    Args:
        first: The first token of the group.
        last: The token behind its last one.
        tokens: The tokens of the article's text.
        names: The names found in them.
        knowledge: Holds the words of nationality.
    """
    table, low = knowledge.cached(Nationalities), tokens.low
    found: dict[str, None] = {}
    for i in range(first, last):
        code = table.get(low[i])
        if code is None or not tokens.words[i][0].isupper():
            continue
        if any(hit.first <= i < hit.last and hit.last - hit.first > 1 for hit in names):
            continue
        compass = low[i - 1] if i else ""
        found[table.get(f"{compass}-{low[i].removesuffix('s')}", code)] = None
    return tuple(found)
