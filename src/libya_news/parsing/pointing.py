"""Pronouns that point back to a person, and the further harm that is told of him: "he was wounded. He died later"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from libya_news.parsing.candidates import Candidate
from libya_news.parsing.counts import ONE, Quantity
from libya_news.parsing.harm_words import harm_word

if TYPE_CHECKING:
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.reader import Reader

_SINGULAR = frozenset({"he", "she", "him", "her"})
_REACH = 2  # sentences back to the person that a pronoun points to
_RETOLD = 8  # sentences back in which the same harm of one person makes it a repetition
_PERSONS = frozenset({"GN", "GS", "GD"})
_AFTER_DEATH = frozenset({"killed"})


def pointed(
    reader: Reader, candidates: dict[int, Candidate], keys: list[int], frame: Frame
) -> Candidate | None:
    """Return what a pronoun or a possessive tells of those told before, if it is another harm than theirs.

    Args:
        reader: The reader of the article.
        candidates: The candidates found so far, by group.
        keys: Their groups in order.
        frame: The pronoun, or the bodies, as victims, and the words of the harm.
    """
    g = frame.victims[0]
    body = frame.rule.endswith(".his_body")
    if g in candidates:
        return None
    if body:
        harm, cause, several = "killed", None, frame.victims[1] > g + 1
        if not several and not (reader.is_body(g) and _possessive(reader, g)):
            return None
    else:
        word = harm_word(reader, frame)
        if word is None or word.says.get("weak") or reader.units.low(reader.groups.first[g]) not in _SINGULAR:
            return None
        harm, cause, several = word.harm, word.cause, False
    sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
    before = [
        candidates[k] for k in keys[: bisect_left(keys, g)] if sentence - candidates[k].sentence <= _RETOLD
    ]
    quantity = _quantity(before, sentence, several)
    if quantity is None:
        return None
    person = next(c for c in reversed(before) if c.quantity == quantity)
    if any(c.harm == harm and c.quantity == quantity or c.also == harm for c in before):
        return None  # told again
    if person.harm in _AFTER_DEATH or (not several and _another(reader, person.group, g)):
        return None
    told = Candidate(frame.rule, g, harm, quantity, reader.groups.span(g, frame.victims[1]))
    told.cls, told.cause, told.frame, told.sentence = person.cls, cause, frame, sentence
    told.harm_span = reader.groups.span(*frame.harm)
    return told


def _quantity(before: list[Candidate], sentence: int, several: bool) -> Quantity | None:
    """Return how many the nearest persons are that a pronoun can point to: one, or several counted exactly."""
    for c in reversed(before):
        if sentence - c.sentence > _REACH:
            return None
        if several and c.quantity.qualifier == "exact" and (c.quantity.low or 0) > 1 and c.unit == "persons":
            return c.quantity
        if not several and c.quantity == ONE:
            return ONE
    return None


def _possessive(reader: Reader, g: int) -> bool:
    return reader.units.low(reader.groups.first[g]) in ("his", "her")


def _another(reader: Reader, person: int, g: int) -> bool:
    """Tell whether somebody else stands between, whom the pronoun may mean: not who said it."""
    groups, tags = reader.groups, reader.alphabet.tags
    for k in range(person + 1, g):
        if groups.kinds[k] not in _PERSONS:
            continue
        beside = [tags(groups.tags[j]) for j in (k - 1, k + 1) if 0 <= j < len(groups)]
        if any("CUE" in t for t in beside) or "COMMA" in beside[0] and k == person + 2:
            continue
        return True
    return False
