"""Patterns that users bring: regular expressions over the article's text, run within a limit of time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from libya_news.errors import RuleError

#: How long the patterns of a file may take over one article, in seconds.
SECONDS = 1.0
#: How many matches of one pattern are read in one article.
MOST_MATCHES = 1000
_GROUPS = frozenset({"count", "who", "harm"})

Offsets = tuple[int, int]


@attrs.frozen(kw_only=True)
class UserPattern:
    """A pattern of the user's own and the harm that its matches state.

    Attributes:
        id: Id of the rule, as a casualty's `rule` gives it.
        pattern: The regular expression as written, with a group `count`, a group `who`, or both, and at will
            a group `harm` for the words that say the harm.
        harm: The harm that every match states.
        victims: The victim class where the words tell none, or None.
        cause: The cause, or None.
        compiled: The expression, compiled by the `regex` package.
    """

    id: str
    pattern: str
    harm: str
    victims: str | None = None
    cause: str | None = None
    compiled: Any = attrs.field(repr=False, eq=False)


@attrs.frozen(kw_only=True)
class UserMatch:
    """A match: offsets of its words, in code points of the text.

    Attributes:
        rule: The pattern.
        count: The words of the number, or None.
        who: The words for the victims, or None.
        harm: The words that say the harm: those of the group `harm`, else all that matched.
    """

    rule: UserPattern
    count: Offsets | None
    who: Offsets | None
    harm: Offsets


def compile_pattern(pattern: str, *, where: str) -> Any:
    """Compile a pattern of a user.

    Args:
        pattern: The regular expression.
        where: File, table and entry, for the message.

    Raises:
        RuleError: It is no regular expression (with the position of the fault), names neither `count` nor
            `who`, or matches no words at all.
    """
    import regex

    try:
        compiled = regex.compile(pattern)
    except regex.error as error:
        # the stubs of regex do not know these two
        what, position = getattr(error, "msg", str(error)), getattr(error, "pos", None)
        raise RuleError(
            f"no regular expression: {what}", rule=where, pattern=pattern, position=position
        ) from None
    if not {"count", "who"} & compiled.groupindex.keys():
        raise RuleError("needs a group named count or who, like (?P<count>\\d+)", rule=where, pattern=pattern)
    unknown = sorted(compiled.groupindex.keys() - _GROUPS)
    if unknown:
        at = pattern.find(f"<{unknown[0]}>")
        raise RuleError(
            f"the group {unknown[0]!r} is none of count, who, harm",
            rule=where,
            pattern=pattern,
            position=at + 1,
        )
    if compiled.fullmatch("", timeout=SECONDS) is not None:
        raise RuleError("matches where there are no words", rule=where, pattern=pattern)
    return compiled


def check_examples(
    rule: UserPattern, examples: Iterable[str], counterexamples: Iterable[str], *, where: str
) -> None:
    """Hold a pattern against its own examples.

    Raises:
        RuleError: An example is not matched, a counterexample is, or either takes longer than the limit.
    """
    for wanted, texts in ((True, examples), (False, counterexamples)):
        for text in texts:
            found, slow = find_matches((rule,), text)
            if slow:
                raise RuleError(
                    f"takes longer than {SECONDS:g} s over {text!r}", rule=where, pattern=rule.pattern
                )
            if bool(found) != wanted:
                says = "does not match its example" if wanted else "matches its counterexample"
                raise RuleError(f"{says} {text!r}", rule=where, pattern=rule.pattern)


def find_matches(
    rules: Iterable[UserPattern], text: str, seconds: float = SECONDS
) -> tuple[list[UserMatch], list[UserPattern]]:
    """Run patterns over a text.

    A pattern that reaches the limit gives nothing at all, so that half its matches are never taken for all.

    Args:
        rules: The patterns, in their order.
        text: The text.
        seconds: What they may take together.

    Returns:
        The matches, and the patterns that were stopped or never had their turn.
    """
    until = time.monotonic() + seconds
    found: list[UserMatch] = []
    stopped: list[UserPattern] = []
    for rule in rules:
        left = until - time.monotonic()
        if left <= 0:
            stopped.append(rule)
            continue
        own: list[UserMatch] = []
        try:
            for match in rule.compiled.finditer(text, timeout=left):
                own.extend(_read(rule, match.regs, rule.compiled.groupindex, text))
                if len(own) >= MOST_MATCHES:
                    break
                if time.monotonic() > until:
                    raise TimeoutError
        except TimeoutError:
            stopped.append(rule)
        else:
            found.extend(own)
    return found, stopped


def _read(
    rule: UserPattern, spans: tuple[Offsets, ...], names: Mapping[str, int], text: str
) -> Iterable[UserMatch]:
    def span(name: str) -> Offsets | None:
        return _trimmed(spans[names[name]], text) if name in names else None

    whole = _trimmed(spans[0], text)
    count, who = span("count"), span("who")
    if whole is not None and (count is not None or who is not None):
        yield UserMatch(rule=rule, count=count, who=who, harm=span("harm") or whole)


def _trimmed(span: Offsets, text: str) -> Offsets | None:
    """Return a span without the blanks at its ends; None where nothing is left or nothing was matched."""
    start, end = span
    if start < 0:
        return None
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None
