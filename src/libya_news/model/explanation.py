"""Explanations: the rules and words that made a record, or why words made none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from libya_news.model.span import Mention

if TYPE_CHECKING:
    from libya_news.model.casualty import Casualty
    from libya_news.model.count import Count
    from libya_news.model.record import Record


@attrs.frozen(kw_only=True)
class Step:
    """One step on the way to a record, or the point where the way ended.

    Attributes:
        what: What the step settled ("count", "claim", "no frame").
        says: One sentence for people.
        rule: Id of the rule that took the step, or None.
        words: The words it was taken on.
    """

    what: str
    says: str
    rule: str | None = None
    words: tuple[Mention, ...] = ()


@attrs.frozen(kw_only=True)
class Explanation:
    """Why a casualty is as it is, or why the words at an offset made no record.

    Attributes:
        about: Id of the casualty, or the offset that was asked for.
        summary: One sentence.
        rule: Id of the rule that made the casualty, or None.
        steps: The steps in the order they were taken.
    """

    about: str
    summary: str
    rule: str | None = None
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        lines = [self.summary]
        for step in self.steps:
            words = "; ".join(f'"{w.exact}" [{w.start}:{w.end}]' for w in step.words)
            by = f" ({step.rule})" if step.rule else ""
            lines.append(f"  {step.what}: {step.says}{by}" + (f": {words}" if words else ""))
        return "\n".join(lines)


# What each field of a casualty tells, in the order a reader asks.
_FIELDS = ("count", "harm", "victims", "side", "perpetrator", "cause", "place", "date", "source", "scope")


def explain_casualty(
    record: Record, casualty_id: str, rule_summary: Callable[[str], str | None]
) -> Explanation:
    """Tells the rule and the words behind every field of a casualty.

    Args:
        record: The record that holds it.
        casualty_id: Its id.
        rule_summary: Gives the sentence that says what a rule does, or None for a rule it does not know.

    Raises:
        UnknownId: The record holds no such casualty; names the nearest ids.
    """
    c = record.casualty(casualty_id)
    steps = [Step(what="rule", says=rule_summary(c.rule) or "made this record", rule=c.rule or None)]
    for field in _FIELDS:
        said = _value(c, field)
        evidence = c.evidence_for(field)
        if said is None and not evidence:
            continue
        if any(e.basis == "carried" for e in evidence):
            said = f"{said}, carried from another sentence"
        steps.append(Step(what=field, says=said or "", words=tuple(e.mention for e in evidence)))
    for wanted in c.claims:
        claim = record.claim(wanted)
        words = (claim.content,) if claim.cue is None else (claim.cue, claim.content)
        says = f"rests on {claim.id} of {claim.speaker.description}"
        steps.append(Step(what="claim", says=says, words=words))
    if not c.claims:
        steps.append(Step(what="claim", says="the newspaper states it in its own voice"))
    if c.part_of is not None:
        steps.append(Step(what="part_of", says=f"is a part of {c.part_of}"))
    steps.extend(Step(what="supersedes", says=f"corrects or updates {old}") for old in c.supersedes)
    return Explanation(
        about=c.id,
        summary=f"{c.id}: {c.harm}, {bounds(c.count)}, {c.victims.description or c.victims.class_}",
        rule=c.rule or None,
        steps=tuple(steps),
    )


def bounds(count: Count) -> str:
    """A count in words for people: "44", "at least 20", "20 to 30", "a number that is not known".

    >>> from libya_news.model.count import Count
    >>> bounds(Count.more_than(20))
    'more than 20'

    Args:
        count: The count.
    """
    low, high, families = count.low, count.high, " families" if count.unit == "families" else ""
    match count.qualifier:
        case "unknown":
            return "a number that is not known"
        case "none":
            return "none"
        case "vague":
            return f"{low} or more, not counted{families}"
        case "at_least":
            return f"at least {low}{families}"
        case "more_than":
            return f"more than {count.best}{families}"
        case "about":
            return f"about {low}{families}"
        case "up_to":
            return f"up to {high}{families}"
        case "fewer_than":
            return f"fewer than {(high or 0) + 1}{families}"
        case "range":
            return f"{low} to {high}{families}"
        case _:
            return f"{low}{families}"


def _value(c: Casualty, field: str) -> str | None:
    match field:
        case "count":
            return f"{bounds(c.count)} ({c.count.qualifier})"
        case "harm":
            return c.harm
        case "victims":
            return ", ".join((c.victims.class_, *c.victims.names))
        case "side":
            return c.victims.side or c.victims.group
        case "perpetrator":
            who = [f"{p.actor or p.description} ({p.status})" for p in c.perpetrators]
            return "; ".join(who) or None
        case "cause":
            return c.cause
        case "place":
            return ", ".join(dict.fromkeys((*filter(None, (c.place,)), *c.places))) or None
        case "date":
            if c.date is None:
                return None
            return f"{c.date.start or 'unknown'} to {c.date.end or 'unknown'} ({c.date.basis or 'no basis'})"
        case "source":
            return None if c.source is None else c.source.actor or c.source.description
        case _:
            return f"{c.scope}, {c.kind}"
