"""Whether the words around a month or year tell of one event in it: "a raid in June killed 31" is no toll of June."""

from __future__ import annotations

from collections.abc import Sequence

# What happens once, on a day. Sieges, offensives and campaigns last, and their dead are those of a period.
_ONCE = frozenset(
    "raid attack strike airstrike blast explosion bombing shooting assault ambush massacre clash crash shipwreck"
    " wreck sinking accident bombardment incursion gunfight shootout gunbattle firefight stampede execution bomb"
    " protest demonstration killing kidnapping abduction collision capsizing disaster tragedy".split()
)
_ONE = frozenset(("a", "an", "one", "another", "single", "that", "this"))
_ENDS = frozenset((",", ";", ":", "\n", "which", "who", "when", "while"))
_NOUN_GROUP = 4  # tokens between an article and its noun: "a pre-dawn air raid"
_BESIDE = 8  # tokens between an event and its date: "a raid on a farm near Derna in June"
_CLAUSE = 24


def tells_one_event(low: Sequence[str], first: int, last: int, begin: int, end: int) -> bool:
    """Tell whether a date is that of one event.

    Args:
        low: The words of the article in lower case.
        first: Token at which the date begins.
        last: Token behind it.
        begin: First token of its sentence.
        end: Token behind the sentence.
    """
    after = last + 2 if low[last : last + 1] == ["'s"] else last + 1
    if low[after - 1 : after] and low[after - 1] in _ONCE:
        return True  # "a June raid", "June's attack"
    for k in range(first - 1, max(begin, first - _BESIDE) - 1, -1):
        if low[k] in _ENDS:
            break
        if low[k] in _ONCE:
            return _is_one(low, k, begin)
    stop = min(end, last + _CLAUSE)
    start = (
        last + 1 if first <= begin + 1 and low[last : last + 1] == [","] else last
    )  # "In June, a raid ..."
    for k in range(start, stop):
        if low[k] in _ENDS:
            break
        if low[k] in _ONCE and _is_one(low, k, begin):
            return True
    return False


def _is_one(low: Sequence[str], noun: int, begin: int) -> bool:
    """Tell whether an article or "one" stands before a noun, with nothing but its own words between."""
    for k in range(noun - 1, max(begin, noun - 1 - _NOUN_GROUP) - 1, -1):
        if low[k] in _ONE:
            return True
        if low[k] in ("in", "on", "of", "by", "and", "the", ",", "after", "from", "with"):
            return False
    return False
