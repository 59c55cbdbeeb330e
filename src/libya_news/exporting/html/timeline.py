"""Tolls over time: one panel a harm, each toll with its bounds; a bound that nobody gives stays open."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from libya_news.exporting.html.cards import unknown
from libya_news.exporting.html.incidents import Numbered, day_of, incident_id, links, name_of
from libya_news.exporting.html.intervals import scale_top, spoken
from libya_news.exporting.html.markup import Markup, el
from libya_news.exporting.names import Names
from libya_news.model.incident import Toll

_HEIGHT, _TOP, _BASE = 230, 34, 172  # pixels: the panel, the line of its largest number, the line of 0
_LEFT, _RIGHT = 7.0, 97.0  # per cent of the width
_STEP = 17  # pixels between two tolls
_NARROWEST = 860  # pixels; a narrower screen scrolls the drawing
_OPEN = 26  # pixels of the arrow that stands for a bound that nobody gives


def timeline(items: Sequence[Numbered], names: Names) -> list[Markup]:
    """Draws the tolls of incidents over the days on which they happened.

    Args:
        items: The incidents, numbered.
        names: What ids are called.

    Returns:
        A panel for each harm that has a toll on a day, then a line for what cannot be placed; empty where
        nothing can.
    """
    dated = [(item, day) for item in items if (day := day_of(item.incident)) is not None]
    if not dated:
        return []
    first, last = min(d[0] for _, d in dated), max(d[1] for _, d in dated)
    harms = Counter(t.harm for item, _ in dated for t in item.incident.tolls if t.side is None)
    panels = []
    for harm in sorted(harms, key=lambda h: (-harms[h], h)):
        told = [(item, day, t) for item, day in dated if (t := item.incident.toll(harm)) is not None]
        panels.append(_panel(harm, told, first, last, names))
    out = [item for item in items if day_of(item.incident) is None]
    rest = [el("p", unknown("Day not told:"), " ", *links(out))] if out else []
    return [*panels, *rest]


def _panel(
    harm: str,
    told: Sequence[tuple[Numbered, tuple[dt.date, dt.date], Toll]],
    first: dt.date,
    last: dt.date,
    names: Names,
) -> Markup:
    top = scale_top(b.value for _, _, t in told for b in (t.low, t.high, t.best))
    parts = [_line(_y(n, top), "tl-grid") for n in (0, top // 2, top)]
    parts += [
        el("text", f"{n:,}", x="0", y=str(_y(n, top) + 4), class_="tl-scale") for n in (0, top // 2, top)
    ]
    parts += _days(first, last)
    spans = [el("line", **_span(day, first, last), class_="tl-span") for _, day, _ in told if day[0] < day[1]]
    # Tolls of about the same day stand side by side, the first in its place: no number covers another.
    width = max(_NARROWEST, round(len(told) * _STEP * 100 / (_RIGHT - _LEFT)) + 40)
    taken: list[float] = []
    marks = []
    for item, day, toll in told:
        share = (_share(day[0], first, last) + _share(day[1], first, last)) / 2
        x = width * (_LEFT + (_RIGHT - _LEFT) * share) / 100
        shift = next(s for s in _shifts(x, width) if all(abs(x + s - t) >= _STEP for t in taken))
        taken.append(x + shift)
        marks.append(_mark(item, toll, top, share, shift, names))
    label = f"Tolls of people {harm}, {_written(first)} to {_written(last)}"
    drawing = el(
        "svg",
        *parts,
        *spans,
        *marks,
        class_="tl",
        width=str(width),
        viewBox=f"0 0 {width} {_HEIGHT}",
        height=str(_HEIGHT),
        role="group",
        aria_label=label,
    )
    return el("figure", el("figcaption", el("strong", harm.capitalize())), drawing)


def _shifts(x: float, width: int) -> Iterator[int]:
    """Yield how far a mark may move to the right or the left, the smallest first."""
    yield 0
    for n in range(1, width):
        if x + n <= _RIGHT * width / 100:
            yield n
        if x - n >= _LEFT * width / 100:
            yield -n
    yield from range(width, 100 * width)


def _mark(item: Numbered, toll: Toll, top: int, share: float, shift: int, names: Names) -> Markup:
    low, high, best = toll.low.value, toll.high.value, toll.best.value
    says = f"{item.number}. {name_of(item.incident, names)}: {spoken(low, high)}"
    above = _BASE
    if low is None and high is None:
        drawing = [el("text", "?", x="0", y=str(_BASE - 5), text_anchor="middle", class_="iv-mark")]
        above = _BASE - 18
    elif low == high and low is not None:
        above = _y(low, top)
        drawing = [el("circle", cx="0", cy=str(above), r="4.5", class_="iv-point")]
    else:
        bottom = _BASE if low is None else _y(low, top)
        above = bottom - _OPEN if high is None else _y(high, top)
        both = low is not None and high is not None
        drawing = [
            el(
                "line",
                x1="0",
                x2="0",
                y1=str(bottom),
                y2=str(above),
                class_="iv-closed" if both else "iv-open",
            )
        ]
        drawing += [
            el("line", x1="-5", x2="5", y1=str(_y(n, top)), y2=str(_y(n, top)), class_="iv-bound")
            for n in (low, high)
            if n is not None
        ]
        if high is None:
            drawing.append(el("path", d=f"M-5 {above + 6} L0 {above - 2} L5 {above + 6}", class_="iv-arrow"))
        if best is not None:
            drawing.append(el("circle", cx="0", cy=str(_y(best, top)), r="3", class_="iv-point"))
    number = el("text", str(item.number), x="0", y=str(above - 8), text_anchor="middle", class_="tl-number")
    link = el("a", el("title", says), *drawing, number, href=f"#{incident_id(item.incident)}")
    moved = el("g", link, transform=f"translate({shift} 0)")
    return el("svg", moved, x=_x(share), y="0", overflow="visible")


def _y(n: int, top: int) -> int:
    return round(_BASE - (_BASE - _TOP) * n / top)


def _x(share: float) -> str:
    return f"{_LEFT + (_RIGHT - _LEFT) * share:.2f}%"


def _share(day: dt.date, first: dt.date, last: dt.date) -> float:
    length = (last - first).days
    return 0.5 if not length else (day - first).days / length


def _line(y: int, kind: str) -> Markup:
    return el("line", x1=_x(0), x2=_x(1), y1=str(y), y2=str(y), class_=kind)


def _span(day: tuple[dt.date, dt.date], first: dt.date, last: dt.date) -> dict[str, str]:
    y = str(_BASE + 6)
    return {"x1": _x(_share(day[0], first, last)), "x2": _x(_share(day[1], first, last)), "y1": y, "y2": y}


def _days(first: dt.date, last: dt.date) -> list[Markup]:
    """Return the scale of days: its two ends, and the middle where it is another day."""
    length = (last - first).days
    days = [first] if not length else [first, last]
    if length > 2:
        days.insert(1, first + dt.timedelta(days=length // 2))
    made = []
    for day in days:
        share = _share(day, first, last)
        anchor = "middle" if share == 0.5 or 0.05 < share < 0.95 else "start" if share < 0.5 else "end"
        x = _x(share)
        made.append(el("line", x1=x, x2=x, y1=str(_BASE), y2=str(_BASE + 10), class_="tl-grid"))
        made.append(el("text", _written(day), x=x, y=str(_BASE + 28), text_anchor=anchor, class_="tl-day"))
    return made


def _written(day: dt.date) -> str:
    return day.isoformat()
