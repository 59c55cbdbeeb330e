"""Write the reference pages of all actors and places, with their sources: `tools/build_data.py` calls it."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from libya_news.knowledge.sources import read_data  # noqa: E402

_LINK = re.compile(r"(.*?)\s*<(https?://[^>\s]+)>\Z")
KINDS = {
    "government": "Governments and parliaments",
    "armed_group": "Armed groups",
    "person": "Persons",
    "state": "States",
    "institution": "Institutions",
    "intl_org": "International organisations",
    "media": "Media",
    "political_group": "Political groups",
    "community": "Communities",
    "other": "Others",
}
NOTE = "<!-- written by tools/knowledge_pages.py: change the data files and run `make data` -->\n"
ACTORS = """\
The {n} actors that the library knows, by kind.
*Names* are those that identify an actor alone;
names *in context* count only where the text or the date makes them certain.
*Side* is the party that its dead would be counted for.
Entries without a tick rest on general knowledge that no read source has confirmed yet.
"""
PLACES = """\
The {n} places that the library knows.
Coordinates are degrees (WGS 84): `exact` ones are the place's own,
`city_centroid` ones those of the town that holds it, `approx` ones near or amid it.
Names and coordinates from [GeoNames](https://www.geonames.org/) are used under CC BY 4.0,
administrative names and codes from OCHA's common operational datasets under CC BY-IGO.
"""


def cell(text: str) -> str:
    """Return text that may stand in a table's cell."""
    return re.sub(r"([|*_`<>\[\]])", r"\\\1", text.replace("\n", " "))


def names(record: dict[str, Any], field: str) -> str:
    """Return the names of a field in one cell."""
    return cell(", ".join(record.get(field, [])))


def source(text: str) -> str:
    """Return a source as Markdown: a link where it has an address."""
    found = _LINK.match(text)
    return f"[{cell(found[1])}]({found[2].replace('|', '%7C')})" if found else cell(text)


def span(period: dict[str, str] | None) -> str:
    """Return a period as words: "2014-05 to 2016", "since 2016"."""
    start, end = (period or {}).get("from"), (period or {}).get("to")
    if start and end:
        return f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else ""


def dated(items: Iterable[dict[str, str]]) -> str:
    """Return memberships with their times."""
    return "; ".join(f"{item['id']} ({span(item)})" if span(item) else item["id"] for item in items)


def actors_page(actors: dict[str, dict[str, Any]]) -> str:
    """Return the page of all actors."""
    out = ["# Actors\n", NOTE, ACTORS.format(n=len(actors))]
    for kind, title in KINDS.items():
        rows = [(i, actors[i]) for i in sorted(actors) if actors[i]["kind"] == kind]
        out.append(f"## {title}\n")
        out.append("| id | name | names | in context | active | side | read | sources |")
        out.append("|---|---|---|---|---|---|---|---|")
        for actor_id, a in rows:
            cells = (
                f"`{actor_id}`", cell(a["name"]), names(a, "strong"), names(a, "weak"),
                span(a.get("active")), cell(dated(a.get("side", []))), "✓" if a.get("checked") else "",
                "; ".join(map(source, a["sources"])),
            )  # fmt: skip
            out.append("| " + " | ".join(cells) + " |")
        out.append("")
    return "\n".join(out)


def places_page(places: dict[str, dict[str, Any]]) -> str:
    """Return the page of all places."""
    out = ["# Places\n", NOTE, PLACES.format(n=len(places))]
    within_libya = {i for i, p in places.items() if i == "libya" or "libya" in p.get("within", [])}
    for title, ids in (("In Libya", within_libya), ("Elsewhere", set(places) - within_libya)):
        out.append(f"## {title}\n")
        out.append("| id | name | kind | within | north, east | names | in context | read | sources |")
        out.append("|---|---|---|---|---|---|---|---|---|")
        for place_id in sorted(ids):
            p = places[place_id]
            kind = p["kind"] + (f" ({p['subkind']})" if p.get("subkind") else "")
            where = f"{p['lat']:g}, {p['lon']:g} ({p['precision']})" if "lat" in p else ""
            cells = (
                f"`{place_id}`", cell(p["name"]), cell(kind), " > ".join(p.get("within", [])), cell(where),
                names(p, "strong"), names(p, "weak"),
                "✓" if p.get("checked") else "", cell("; ".join(p["sources"])),
            )  # fmt: skip
            out.append("| " + " | ".join(cells) + " |")
        out.append("")
    return "\n".join(out)


def pages(folder: Path) -> dict[str, str]:
    """Return the reference pages of a data folder, by path under docs/."""
    actors, places, _ = read_data(folder)
    return {"reference/actors.md": actors_page(actors), "reference/places.md": places_page(places)}
