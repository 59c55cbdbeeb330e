"""One rule of the grammar of harm: a pattern over groups, with what it is for and its examples."""

from __future__ import annotations

from attrs import frozen

from libya_news.rules.rule import Counterexample, Example


@frozen(kw_only=True)
class FrameRule:
    """A clause pattern of harm (see `libya_news.rules.rule.Rule`; the production is the same for all frames)."""

    id: str
    summary: str
    pattern: str
    triggers: frozenset[str]
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Counterexample, ...] = ()
    source: str = "habit of newspapers"


def frame_rule(id_: str, summary: str, pattern: str, triggers: str, *examples: str) -> FrameRule:
    """Return a rule of casualties from its parts; `examples` mark in brackets the words it must find."""
    return FrameRule(
        id=f"en.casualties.{id_}",
        summary=summary,
        pattern=pattern,
        triggers=frozenset(triggers.split()),
        examples=tuple(Example(text) for text in examples),
    )
