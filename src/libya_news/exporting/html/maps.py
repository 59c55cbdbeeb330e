"""A map of Libya with numbered incidents, drawn from an outline that ships with the package."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from libya_news.exporting.html.cards import unknown
from libya_news.exporting.html.incidents import Numbered, incident_id, links, name_of
from libya_news.exporting.html.markup import Markup, bdi, el, join
from libya_news.exporting.names import Names
from libya_news.model.place import Place

_WIDTH = 520.0
_RADIUS = 11.0
_WIDE = frozenset({"country", "region", "district", "water", "road", "other"})
# Towns that tell a reader where they are; one is left out where an incident would cover its name.
_TOWNS = ("tripoli", "misrata", "sirte", "benghazi", "tobruk", "sabha", "kufra", "ghat", "ghadames")


@attrs.frozen
class Spot:
    """A place on the map with what happened there.

    Attributes:
        place: The place.
        items: The incidents.
    """

    place: Place
    items: tuple[Numbered, ...]


@cache
def _outline() -> dict[str, Any]:
    written = files("libya_news.exporting.html").joinpath("outline.json").read_text(encoding="utf-8")
    outline: dict[str, Any] = json.loads(written)
    return outline


def _scale() -> float:
    west, _, east, _ = _outline()["box"]
    return _WIDTH / (float(east) - float(west))


@cache
def _height() -> float:
    _, south, _, north = _outline()["box"]
    return float(north - south) * _scale() / math.cos(math.radians((south + north) / 2))


def at(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point lies on the map, in its units from the upper left corner.

    Distances are true in the middle of the map's height (an equirectangular projection).

    Args:
        longitude: Degrees east.
        latitude: Degrees north.
    """
    west, south, _, north = _outline()["box"]
    stretch = _scale() / math.cos(math.radians((south + north) / 2))
    return (longitude - west) * _scale(), (north - latitude) * stretch


def map_of(items: Sequence[Numbered], names: Names, *, linked: bool = True) -> Markup:
    """Draws the incidents that have a place with coordinates, and lists all of them.

    Args:
        items: The incidents, numbered.
        names: What ids are called.
        linked: Whether the incidents have cards on the page that numbers can be linked to.
    """
    spots, outside, unplaced = _sorted(items, names)
    parts = [
        el("rect", width=_n(_WIDTH), height=_n(_height()), class_="map-sea"),
        *(el("path", d=_path(ring), class_="map-around") for ring in _outline()["around"]),
        *(el("path", d=_path(ring), class_="map-home") for ring in _outline()["home"]),
        *_marks(spots, names, linked=linked),
        *_ruler(),
    ]
    drawing = el(
        "svg",
        *parts,
        class_="map",
        viewBox=f"0 0 {_n(_WIDTH)} {_n(_height())}",
        role="group",
        aria_label="Map of Libya with the incidents that are listed beside it",
    )
    rows = [
        el(
            "li",
            el("strong", bdi(spot.place.name)),
            el("span", f" ({_exactness(spot.place)})", class_="dim"),
            ": ",
            *_named(spot.items, names, linked=linked),
        )
        for spot in spots
    ]
    rest = [
        el("li", unknown(label), ": ", *_named(found, names, linked=linked))
        for label, found in (
            ("outside the map, or without known coordinates", outside),
            ("place not told", unplaced),
        )
        if found
    ]
    return el("div", el("figure", drawing), el("ul", *rows, *rest, class_="spots"), class_="pair where")


def _named(items: Sequence[Numbered], names: Names, *, linked: bool) -> list[Markup]:
    if linked and len(items) > 4:
        return links(items)
    told = [f"{i.number}. {name_of(i.incident, names)}" for i in items]
    made = [
        el("a", bdi(words), href=f"#{incident_id(i.incident)}") if linked else bdi(words)
        for i, words in zip(items, told, strict=True)
    ]
    return [one if not n else join("; ", one) for n, one in enumerate(made)]


def _sorted(items: Sequence[Numbered], names: Names) -> tuple[list[Spot], list[Numbered], list[Numbered]]:
    placed: dict[str, list[Numbered]] = {}
    places: dict[str, Place] = {}
    outside, unplaced = [], []
    west, south, east, north = _outline()["box"]
    for item in items:
        place = names.place(item.incident.place)
        if item.incident.place is None:
            unplaced.append(item)
        elif place is None or place.latitude is None or place.longitude is None:
            outside.append(item)
        elif not (west <= place.longitude <= east and south <= place.latitude <= north):
            outside.append(item)
        else:
            places[place.id] = place
            placed.setdefault(place.id, []).append(item)
    return [Spot(places[i], tuple(found)) for i, found in placed.items()], outside, unplaced


def _exactness(place: Place) -> str:
    if place.kind in _WIDE:
        return f"{place.kind}: somewhere within it".replace("_", " ")
    word = {"exact": "", "city_centroid": ", middle of its town", "approx": ", roughly"}
    return place.kind.replace("_", " ") + word.get(place.precision or "approx", "")


def _marks(spots: Sequence[Spot], names: Names, *, linked: bool) -> Iterator[Markup]:
    """Yield the names of towns, the true places, and the numbers, which move aside for each other."""
    taken: list[tuple[float, float, float]] = []  # x, y, half width
    points = [at(s.place.longitude or 0.0, s.place.latitude or 0.0) for s in spots]
    discs = []
    for spot, (x, y) in zip(spots, points, strict=True):
        numbers = [str(i.number) for i in spot.items]
        words = ", ".join(numbers) if len(numbers) <= 3 else f"{numbers[0]} … {numbers[-1]}"
        half = max(_RADIUS, 3.8 * len(words) + 5)
        cx, cy = next(((cx, cy) for cx, cy in _around(x, y) if _free(cx, cy, half, taken)), (x, y))
        taken.append((cx, cy, half))
        discs.append((spot, x, y, cx, cy, half, words))
    yield from _towns({s.place.id for s in spots}, taken)
    for _, x, y, cx, cy, _, _ in discs:
        if (cx, cy) != (x, y):
            yield el("line", x1=_n(x), y1=_n(y), x2=_n(cx), y2=_n(cy), class_="map-lead")
            yield el("circle", cx=_n(x), cy=_n(y), r="2.5", class_="map-dot")
    for spot, _, _, cx, cy, half, words in discs:
        wide = spot.place.kind in _WIDE or spot.place.precision == "approx"
        box = el(
            "rect",
            x=_n(cx - half),
            y=_n(cy - _RADIUS),
            width=_n(2 * half),
            height=_n(2 * _RADIUS),
            rx=_n(_RADIUS),
            class_="map-wide" if wide else "map-exact",
        )
        text = el(
            "text",
            words,
            x=_n(cx),
            y=_n(cy + 4.5),
            text_anchor="middle",
            class_=f"map-number{' on-wide' if wide else ''}",
        )
        says = el("title", "; ".join(f"{i.number}. {name_of(i.incident, names)}" for i in spot.items[:8]))
        inner = (says, box, text)
        yield el("a", *inner, href=f"#{incident_id(spot.items[0].incident)}") if linked else el("g", *inner)


def _around(x: float, y: float) -> Iterator[tuple[float, float]]:
    yield x, y
    for ring in range(1, 9):
        for turn in range(12):
            angle = math.tau * turn / 12
            yield x + ring * 14 * math.cos(angle), y + ring * 14 * math.sin(angle)


def _free(x: float, y: float, half: float, taken: Sequence[tuple[float, float, float]]) -> bool:
    if not (half <= x <= _WIDTH - half and _RADIUS <= y <= _height() - _RADIUS):
        return False
    return all(abs(x - tx) > half + other + 1 or abs(y - ty) > 2 * _RADIUS + 1 for tx, ty, other in taken)


def _towns(used: set[str], taken: Sequence[tuple[float, float, float]]) -> Iterator[Markup]:
    known = Names()
    for town in _TOWNS:
        place = known.place(town)
        if place is None or place.latitude is None or place.longitude is None:
            continue
        x, y = at(place.longitude, place.latitude)
        half = 3.6 * len(place.name)
        if town not in used:
            yield el("circle", cx=_n(x), cy=_n(y), r="2", class_="map-dot")
        if _free(max(x, half), y + 14, half, taken):
            yield el(
                "text", place.name, x=_n(max(x, half)), y=_n(y + 17), text_anchor="middle", class_="map-town"
            )


def _path(ring: Sequence[Sequence[float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (at(*point) for point in ring)) + "Z"


def _ruler() -> Iterator[Markup]:
    """Yield a ruler of 200 kilometres, true in the middle of the map's height."""
    _, south, _, north = _outline()["box"]
    length = 200 / 111.32 / math.cos(math.radians((south + north) / 2)) * _scale()
    x, y = 14.0, _height() - 14
    path = f"M{_n(x)} {_n(y - 5)}V{_n(y)}H{_n(x + length)}V{_n(y - 5)}"
    yield el("path", d=path, class_="map-ruler")
    yield el("text", "200 km", x=_n(x + length / 2), y=_n(y - 6), text_anchor="middle", class_="map-town")


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
