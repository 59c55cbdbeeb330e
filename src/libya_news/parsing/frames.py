"""Clause frames: which groups of persons suffer which harm, as rules over the tag string of groups."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.casualty_words import casualty_alphabet
from libya_news.parsing.frame_rules import FRAME_RULES, PIECES

if TYPE_CHECKING:
    import re

    from libya_news.parsing.groups import Groups


class Frame(NamedTuple):
    """A harm word and the span of groups that hold its victims.

    `victims` and `harm` are ranges of groups, half open; `rule` is the id of the rule.
    """

    rule: str
    victims: tuple[int, int]
    harm: tuple[int, int]


@cache
def compiled_frames() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Return each frame rule's id, its compiled pattern, and the code points one of which must be present."""
    alphabet = casualty_alphabet()
    out = []
    for rule in FRAME_RULES:
        pattern = rule.pattern
        for name, text in reversed(PIECES.items()):
            pattern = pattern.replace("{" + name + "}", text)
        out.append((rule.id, alphabet.compile(pattern.replace("\\\\", "\\")), alphabet.codes_of(rule.triggers)))
    return tuple(out)


def find_frames(groups: Groups, *, triggers: bool = True) -> list[Frame]:
    """Return every frame of the article in the order of the rules, and of the text within a rule.

    Args:
        groups: The groups of the article.
        triggers: Run a rule only where one of its trigger tags occurs; off only to prove that it changes nothing.
    """
    string = groups.tags
    present = set(string)
    out: list[Frame] = []
    for name, pattern, needed in compiled_frames():
        if triggers and present.isdisjoint(needed):
            continue
        for match in pattern.finditer(string):
            out.append(Frame(name, match.span("v"), match.span("h")))
    return out
