"""Build the outline of Libya for the map of the report: `tools/build_outline.py countries-10m.json`.

The input is Natural Earth's countries at 1:10m as TopoJSON, for example from the npm package world-atlas. Borders
are simplified once per shared line, so that neighbours still meet; what lies outside the map is cut off.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "src" / "libya_news" / "exporting" / "html" / "outline.json"
SOURCE = "Natural Earth, Admin 0 Countries, 1:10m (public domain), from the npm package world-atlas 2.0.2"
BOX = (8.0, 19.0, 26.6, 34.6)  # west, south, east, north in degrees
TOLERANCE = 0.03  # degrees that the simplified line may lie off
HOME = "Libya"

Point = tuple[float, float]


def lines_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Decode the shared lines: whole numbers, each point given by its difference from the one before."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * kx + dx, y * ky + dy))
        lines.append(line)
    return lines


def off(p: Point, a: Point, b: Point) -> float:
    """Return how far a point lies from a line's piece, in degrees."""
    (ax, ay), (bx, by), (px, py) = a, b, p
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0.0 if not length else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return float(((px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2) ** 0.5)


def simplified(line: list[Point]) -> list[Point]:
    """Keep the points that lie further off than the tolerance (Ramer, Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        # A closed line (an island) has no direction of its own: its farthest point gives it one.
        far = max(range(first + 1, last), key=lambda i: off(line[i], line[first], line[last]))
        if off(line[far], line[first], line[last]) > TOLERANCE:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [line[i] for i in sorted(keep)]


def cut(ring: list[Point]) -> list[Point]:
    """Cut a ring to the map, side by side (Sutherland and Hodgman)."""
    west, south, east, north = BOX
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        inside = [sign * (p[axis] - bound) >= 0 for p in ring]
        out: list[Point] = []
        for (a, a_in), (b, b_in) in pairwise([*zip(ring, inside, strict=True), (ring[0], inside[0])]):
            if a_in:
                out.append(a)
            if a_in != b_in:
                t = (bound - a[axis]) / (b[axis] - a[axis])
                out.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        ring = out
        if not ring:
            break
    return ring


def main(path: str) -> None:
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    lines = [simplified(line) for line in lines_of(topology)]

    def ring_of(arcs: list[int]) -> list[Point]:
        ring: list[Point] = []
        for arc in arcs:
            ring += (lines[arc] if arc >= 0 else lines[~arc][::-1])[:-1]
        return ring

    home: list[list[Point]] = []
    around: list[list[Point]] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for part in parts:
            ring = cut(ring_of(part[0]))
            if len(ring) > 3:
                (home if shape["properties"]["name"] == HOME else around).append(ring)
    rounded = {
        name: [[[round(x, 2), round(y, 2)] for x, y in ring] for ring in rings]
        for name, rings in (("home", home), ("around", around))
    }
    written = json.dumps({"source": SOURCE, "box": BOX, **rounded}, separators=(",", ":"))
    TARGET.write_text(written + "\n", encoding="utf-8")
    points = sum(len(ring) for rings in rounded.values() for ring in rings)
    print(f"{TARGET.name}: {points} points, {len(written):,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
