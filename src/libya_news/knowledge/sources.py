"""Reading the data files that people edit: actors by theme, places in one table, spellings, words."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PLACE_LISTS = ("within", "strong", "weak", "context", "case_sensitive", "arabic", "homonyms", "sources")
PLACE_NUMBERS: Mapping[str, type[float] | type[int]] = {
    "lat": float,
    "lon": float,
    "geonames": int,
    "population": int,
}


def read_actor_file(path: Path) -> dict[str, dict[str, Any]]:
    """Return the actors of one TOML file, by id."""
    with path.open("rb") as file:
        return tomllib.load(file)


def place_of_row(row: Mapping[str, str]) -> dict[str, Any]:
    """Return a place from one row of the table; empty cells are left out."""
    place: dict[str, Any] = {}
    for key, cell in row.items():
        if key in PLACE_LISTS:
            place[key] = [part.strip() for part in cell.split("|") if part.strip()]
        elif not cell:
            continue
        elif key in PLACE_NUMBERS:
            place[key] = PLACE_NUMBERS[key](cell)
        elif key == "checked":
            place[key] = cell == "yes"
        else:
            place[key] = cell
    return place


def read_places(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the places of the table, in file order."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield place_of_row(row)


def read_families(path: Path, table: str = "families") -> list[list[str]]:
    """Return the families of irregular spellings, those kept `apart` from the rules, or the `servants`."""
    with path.open("rb") as file:
        found: list[list[str]] = tomllib.load(file)[table]
    return found


def read_arabic(path: Path) -> dict[str, str]:
    """Return the Arabic words whose Latin spelling is told by hand."""
    with path.open("rb") as file:
        found: dict[str, str] = tomllib.load(file)["arabic"]
    return found


def read_data(folder: Path) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]], list[list[str]]]:
    """Return the actors and places by id, and the families of spellings, of a data folder."""
    actors: dict[str, dict[str, Any]] = {}
    for path in sorted((folder / "actors").glob("*.toml")):
        actors.update(read_actor_file(path))
    places = {place["id"]: place for place in read_places(folder / "places.csv")}
    return actors, places, read_families(folder / "spellings.toml")


def read_words(path: Path) -> dict[str, list[str]]:
    """Return the word lists that name finding needs."""
    with path.open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)
    return {key: value.split() if isinstance(value, str) else value for key, value in found.items()}
