"""Sources inside sources: "a medic, quoted by Lana, said", "the channel, citing a guard, said"."""

from __future__ import annotations

from libya_news.parsing.claims_text import COMMA, View
from libya_news.parsing.speaker_groups import group_after

_QUOTED = frozenset(("quoted", "cited"))
CITING = frozenset(("citing", "quoting", "relaying"))
_ASIDE = 24  # tokens of an aside between commas


def quoted_by(
    view: View, first: int, last: int, other: tuple[int, int]
) -> tuple[int, tuple[int, int], tuple[int, int]]:
    """Return where a speaker's own words end, its apposition, and who quotes it ((0, 0) for nobody).

    Args:
        view: The article's tokens.
        first: First token of the speaker's noun group.
        last: The token after it.
        other: Token range of its apposition, or (0, 0).
    """
    low = view.low
    a, b = other
    if b - a > 2 and low[a] in _QUOTED and low[a + 1] == "by":
        return last, (0, 0), group_after(view, a + 2)
    for k in range(first + 1, last - 2):
        if low[k] in _QUOTED and low[k + 1] == "by":
            outer = group_after(view, k + 2)
            return k - bool(view.bits[k - 1] & COMMA), other, (outer[0], min(outer[1], last))
    return last, other, (0, 0)


def after_citing(view: View, comma: int) -> int:
    """Return the token behind ", citing hospital records," where one stands at a comma, else 0."""
    low, bits, n = view.low, view.bits, view.n
    if low[comma + 1 : comma + 2] and low[comma + 1] in CITING:
        for k in range(comma + 2, min(comma + _ASIDE, n - 1)):
            if bits[k] & COMMA:
                return k + 1
    return 0
