"""Whether the print of a spelling allows one of its meanings: capitals, articles, acronyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.knowledge.folding import ARTICLES, SPACED_ARTICLES
from libya_news.knowledge.indexing import (
    ANY_CASE,
    ARTICLE,
    EXACT,
    PLACE,
    PRINTED,
    SKIPPED,
    STRONG,
    plain_name,
)
from libya_news.parsing.name_shapes import Shapes

if TYPE_CHECKING:
    from libya_news.knowledge.lookup import Candidate, Knowledge
    from libya_news.text.tokens import Tokens


def allows(c: Candidate, words: list[str], knowledge: Knowledge, *, led: bool) -> bool:
    """Tell whether capitals and article are printed as a meaning of the spelling asks."""
    flags = c.flags
    if flags & ARTICLE and not led:
        return False
    if flags & EXACT:
        word = words[0]
        if word != c.printed and word.replace(".", "") != (c.printed or "").replace(".", ""):
            return (
                len(words) == 1
                and len(word) > 3
                and word.isalpha()
                and word == (c.printed or "").capitalize()
                and _only_acronym(word.lower(), knowledge)
            )  # British papers print "Nato", "Unicef"
        if len(words) == 1:
            return True
    if flags & (PLACE | STRONG) == PLACE and not led and len(words) == 1 and _is_english(words[0], knowledge):
        return False  # "Here" is no quarter of Misrata
    if flags & PRINTED and plain_name(_content(words)) != c.printed:
        return False
    if flags & ANY_CASE:
        return True
    common = knowledge.common
    if not any(word[0].isupper() or not word[0].isascii() for word in words):
        return False
    for word in words:
        head = word[0]
        if (
            head.isalpha()
            and not head.isupper()
            and head.isascii()
            and word not in common
            and word not in _SMALL
        ):
            return word.lower() in ARTICLES or word == "'s"
    return True


def _is_english(word: str, knowledge: Knowledge) -> bool:
    low = word.lower()
    return low in knowledge.sets["stop"] or low in knowledge.sets["not_given"]


def _only_acronym(low: str, knowledge: Knowledge) -> bool:
    """Tell whether the letters of an acronym are neither a word nor anybody's name."""
    shape = knowledge.cached(Shapes)[low.capitalize()]
    return shape == "C" and low not in knowledge.sets["shouted"]


def _content(words: list[str]) -> list[str]:
    """Return the words of a match without hyphens and articles."""
    out = []
    for j, word in enumerate(words):
        low = word.lower()
        article = low in ARTICLES and j + 1 < len(words) and (words[j + 1] == "-" or low in SPACED_ARTICLES)
        if word not in SKIPPED and not article:
            out.append(word)
    return out


_SMALL = frozenset(
    "of the and for in on at to de des la le du a an bin ben ibn abu bu bou abd abdul abdel al el 's ’s".split()
)


def all_caps_around(i: int, tokens: Tokens) -> bool:
    """Tell whether the words beside a token are all printed in capitals."""
    near = [
        w for w in tokens.words[max(i - 3, 0) : i] + tokens.words[i + 1 : i + 4] if w.isalpha() and len(w) > 1
    ]
    return bool(near) and all(w.isupper() for w in near)
