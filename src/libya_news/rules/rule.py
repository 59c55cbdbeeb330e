"""A rule as a value: its name, its pattern, what it makes, and the examples that prove it."""

from collections.abc import Callable
from typing import Any

from attrs import field, frozen


@frozen
class Example:
    """A sentence in which a rule must find something: brackets mark the words, `value` says what they mean."""

    text: str
    value: object = None


@frozen
class Counterexample:
    """A sentence that looks alike and in which the rule must find nothing, with the reason."""

    text: str
    because: str


@frozen(kw_only=True)
class Rule:
    """A line of grammar.

    Attributes:
        id: Dotted name, never used again for another rule: `en.dates.weekday`.
        summary: One sentence that says what the rule reads.
        pattern: A pattern over tags (see `Alphabet.compile`).
        produce: Makes the value from a match; which arguments it takes is a matter of the room that runs it.
        examples: At least one; the generic tests run them all.
        counterexamples: Sentences that look alike and mean something else.
        source: Where the phrasing was seen: a style book, a paper, a habit of newspapers.
    """

    id: str
    summary: str
    pattern: str
    produce: Callable[..., Any] = field(eq=False)
    examples: tuple[Example, ...]
    counterexamples: tuple[Counterexample, ...] = ()
    source: str = "habit of newspapers"
