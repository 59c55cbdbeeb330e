"""Counts as drawn intervals: a bound that the text leaves open is drawn open, and unknown is drawn as unknown.

Horizontal places are percentages and everything else is pixels, so that a drawing fills any width while its
words keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable

from libya_news.exporting.html.markup import Markup, el, join
from libya_news.model.count import Count

_LEFT, _RIGHT = 4.0, 92.0  # per cent of the width at which 0 and the top of the scale stand
_Y = 22  # pixels from above to the line
_HEIGHT = 46


def scale_top(numbers: Iterable[int | None]) -> int:
    """The end of a scale that holds all numbers: a round number from 5 upwards.

    >>> scale_top([3, 44, None]), scale_top([]), scale_top([1001])
    (50, 5, 2000)

    Args:
        numbers: What is to be drawn; None is left out.
    """
    most = max((n for n in numbers if n is not None), default=0)
    unit = 1
    while True:
        for step in (5, 10, 20):
            if most <= step * unit:
                return step * unit
        unit *= 10


def spoken(low: int | None, high: int | None) -> str:
    """Bounds in words, for who hears the page: "from 9, no upper bound told".

    Args:
        low: Lower bound, or None.
        high: Upper bound, or None.
    """
    if low is None and high is None:
        return "number not known"
    if low == high:
        return f"{low}"
    first = "no lower bound told" if low is None else f"from {low:,}"
    return f"{first}, " + ("no upper bound told" if high is None else f"to {high:,}")


def drawn_count(count: Count, top: int) -> Markup:
    """Draws a count on a scale from 0.

    Args:
        count: The count; its words stand beside the drawing.
        top: The end of the scale, at least as large as both bounds.
    """
    return drawn(count.low, count.high, top, about=count.qualifier == "about")


def drawn(
    low: int | None, high: int | None, top: int, *, best: int | None = None, about: bool = False
) -> Markup:
    """Draws two bounds on a scale from 0.

    Args:
        low: Lower bound, inclusive; None is drawn open to the left.
        high: Upper bound, inclusive; None is drawn open to the right.
        top: The end of the scale, at least as large as every number.
        best: The number that a policy chose, or None.
        about: Whether the single number is only near: drawn hollow.
    """
    if low is None and high is None:
        parts = [
            el("line", x1=_at(0), x2=_at(1), y1=str(_Y), y2=str(_Y), class_="iv-axis iv-unknown"),
            _word("?", 0.5, _Y + 5, "iv-mark"),
        ]
    else:
        parts = [el("line", x1=_at(0), x2=_at(1), y1=str(_Y), y2=str(_Y), class_="iv-axis")]
        parts += _bounds(low, high, top, about=about)
        if best is not None and low != high:
            parts.append(el("circle", cx=_at(best / top), cy=str(_Y), r="5", class_="iv-best"))
        parts += [_word("0", 0.0, _HEIGHT - 4, "iv-end"), _word(f"{top:,}", 1.0, _HEIGHT - 4, "iv-end")]
    label = spoken(low, high) + ("" if best is None or low == high else f"; chosen number {best:,}")
    return el("svg", *parts, class_="iv", width="100%", height=str(_HEIGHT), role="img", aria_label=label)


def _bounds(low: int | None, high: int | None, top: int, *, about: bool) -> list[Markup]:
    if low is not None and low == high:
        spot = el("circle", cx=_at(low / top), cy=str(_Y), r="6", class_="iv-about" if about else "iv-point")
        return [spot, _word(f"{'~' if about else ''}{low:,}", low / top, _Y - 10, "iv-value")]
    parts = []
    first, last = (0.0 if low is None else low / top), (1.0 if high is None else high / top)
    if low is None or high is None:
        parts.append(el("line", x1=_at(first), x2=_at(last), y1=str(_Y), y2=str(_Y), class_="iv-open"))
    else:
        parts.append(el("line", x1=_at(first), x2=_at(last), y1=str(_Y), y2=str(_Y), class_="iv-closed"))
    if high is None:
        parts.append(_arrow(1.0, "M-2 -6 L8 0 L-2 6"))
    if low is None:
        parts.append(_arrow(0.0, "M2 -6 L-8 0 L2 6"))
    parts += [_tick(n / top, 8, "iv-bound") for n in (low, high) if n is not None]
    if low is not None and high is not None and (high - low) / top < 0.12:
        return [*parts, _word(f"{low:,}–{high:,}", (first + last) / 2, _Y - 11, "iv-value")]
    return [
        *parts,
        *(_word(f"{n:,}", n / top, _Y - 11, "iv-value") for n in (low, high) if n is not None),
    ]


def _at(share: float) -> str:
    return f"{_LEFT + (_RIGHT - _LEFT) * share:.2f}%"


def _tick(share: float, half: int, kind: str) -> Markup:
    return el("line", x1=_at(share), x2=_at(share), y1=str(_Y - half), y2=str(_Y + half), class_=kind)


def _arrow(share: float, path: str) -> Markup:
    return el("svg", el("path", d=path, class_="iv-arrow"), x=_at(share), y=str(_Y), overflow="visible")


def _word(words: str, share: float, y: int, kind: str) -> Markup:
    anchor = "start" if share < 0.03 else "end" if share > 0.97 else "middle"
    return el("text", join(words), x=_at(share), y=str(y), text_anchor=anchor, class_=kind)
