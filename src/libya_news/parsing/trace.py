"""Why words made no casualty: the way from a word to a record, and the step at which it ended."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from libya_news.english.casualty_words import casualty_alphabet
from libya_news.model.explanation import Explanation, Step
from libya_news.model.span import Mention
from libya_news.parsing.candidates import read_candidates
from libya_news.parsing.frame_rules import FRAME_RULES
from libya_news.parsing.frames import find_frames
from libya_news.parsing.groups import read_groups
from libya_news.parsing.part_rules import PART_RULES
from libya_news.parsing.pipeline import read_document
from libya_news.parsing.reader import Reader

if TYPE_CHECKING:
    from libya_news.english.user_words import UserRules
    from libya_news.knowledge.lookup import Knowledge
    from libya_news.model.article import Article
    from libya_news.parsing.groups import Groups

_KINDS = {
    "GC": "persons with a number",
    "GS": "one person",
    "GD": "one person told before",
    "GN": "a named person",
    "GX": "a number without a noun",
    "GO": "a part of something told before",
    "GB": "persons without a number",
    "GZ": "nobody",
    "GP": "a pronoun",
    "GPO": "a pronoun",
    "GH": "a number of harm",
    "GHB": "harm without a number",
    "GHZ": "no harm",
    "PAS": "a harm verb in the passive",
    "ACT": "a harm verb in the active",
    "ITR": "a harm verb whose subject is the victim",
    "HYP": "harm that is threatened, feared or possible, not done",
    "NEG": "harm that is negated",
}


@cache
def _summaries() -> dict[str, str]:
    return {rule.id: rule.summary for rule in (*FRAME_RULES, *PART_RULES)}


def rule_summary(rule_id: str) -> str | None:
    """Return the sentence that says what a rule reads, or None for a rule that is not known.

    >>> rule_summary("en.casualties.passive")
    'The passive: two men were killed.'
    """
    return _summaries().get(rule_id)


def trace_at(
    article: Article, offset: int, *, knowledge: Knowledge | None = None, rules: UserRules | None = None
) -> Explanation:
    """Tell why the words at an offset made no casualty.

    Args:
        article: The article.
        offset: A code point of its text, counted from 0.
        knowledge: The actors and places that it was parsed with.
        rules: The words and patterns of the user's own that it was parsed with.

    Returns:
        The group that the word stands in, the rules that matched there, and where the way ended.
    """
    if rules is not None:
        with rules.in_force():
            return trace_at(article, offset, knowledge=knowledge)
    groups = read_groups((document := read_document(article, knowledge)).units)
    at = _group_at(groups, offset)
    if at is None:
        word = article.text[offset]
        return Explanation(about=str(offset), summary=f"Nothing stands at {offset}: {word!r} is no word.")
    start, end = groups.span(at, at + 1)
    words = Mention.of(article.text, start, end)
    kind = groups.kinds[at]
    tags = ", ".join(sorted(casualty_alphabet().tags(groups.tags[at]))) or "none"
    steps = [
        Step(what="tags", says=tags, words=(words,)),
        Step(what="group", says=_KINDS.get(kind, "no group of persons or harm"), words=(words,)),
    ]
    frames = find_frames(groups)
    here = [f for f in frames if f.victims[0] <= at < f.victims[1] or f.harm[0] <= at < f.harm[1]]
    made = {c.group for c in read_candidates(Reader(document, groups), frames)}
    for frame in here:
        text = Mention.of(
            article.text,
            *groups.span(min(frame.victims[0], frame.harm[0]), max(frame.victims[1], frame.harm[1])),
        )
        done = any(frame.victims[0] <= g < frame.victims[1] for g in made)
        says = "made a casualty of these words" if done else "matched, but no number or no harm could be read"
        steps.append(
            Step(what="frame", says=f"{rule_summary(frame.rule)} {says}", rule=frame.rule, words=(text,))
        )
    if not here:
        steps.append(Step(what="no frame", says="no rule links these words with harm to people"))
    return Explanation(
        about=str(offset),
        summary=f'No casualty was read from "{words.exact}" [{start}:{end}].',
        steps=tuple(steps),
    )


def _group_at(groups: Groups, offset: int) -> int | None:
    """Return the group that holds a code point."""
    for g in range(len(groups)):
        start, end = groups.span(g, g + 1)
        if start <= offset < end:
            return g
    return None
