"""Check the knowledge's data files, and that the compact form is in step with them: `make data`."""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from build_data import KNOWLEDGE, compile_data, shipped  # noqa: E402
from knowledge_pages import pages  # noqa: E402
from libya_news.knowledge.checking import check_record, json_schema  # noqa: E402
from libya_news.knowledge.indexing import HOMONYM, PLACE, STRONG  # noqa: E402
from libya_news.knowledge.sources import read_actor_file, read_families, read_places  # noqa: E402


def problems(folder: Path) -> Iterator[str]:
    """Yield every problem, written "what @ file:record.field"."""
    homes: dict[str, str] = {}
    actors: dict[str, dict[str, Any]] = {}
    for path in sorted((folder / "actors").glob("*.toml")):
        for actor_id, record in read_actor_file(path).items():
            if actor_id in homes:
                yield f"the id is in {homes[actor_id]} too @ {path.name}:{actor_id}.id"
            homes[actor_id] = path.name
            actors[actor_id] = record
    rows = list(read_places(folder / "places.csv"))
    for place_id, n in Counter(row["id"] for row in rows).items():
        if n > 1:
            yield f"the id has {n} rows @ places.csv:{place_id}.id"
    places = {row["id"]: row for row in rows}
    for actor_id, record in actors.items():
        for field, wrong in check_record(
            {"id": actor_id, **record}, place=False, actor_ids=actors, place_ids=places
        ):
            yield f"{wrong} @ {homes[actor_id]}:{actor_id}.{field}"
    for place_id, row in places.items():
        for field, wrong in check_record(row, place=True, actor_ids=actors, place_ids=places):
            yield f"{wrong} @ places.csv:{place_id}.{field}"
        yield from chain_problems(place_id, places)
    yield from strong_clashes(actors, homes)
    yield from family_problems(folder)


def chain_problems(place_id: str, places: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield where the chain of a place does not agree with the chain of its parent."""
    chain = places[place_id].get("within", [])
    if chain and chain[0] in places:
        above = places[chain[0]].get("within", [])
        if chain[1:] != above:
            yield f"its chain {chain} does not go on as {chain[0]}'s {above} @ places.csv:{place_id}.within"


def strong_clashes(actors: dict[str, dict[str, Any]], homes: dict[str, str]) -> Iterator[str]:
    """Yield strong names that two actors share."""
    owners: dict[str, list[str]] = defaultdict(list)
    for actor_id, record in actors.items():
        for name in dict.fromkeys(record.get("strong", [])):
            owners[name].append(actor_id)
    for name, ids in owners.items():
        if len(ids) > 1:
            yield f"{name!r} is a strong name of {', '.join(ids)} @ {homes[ids[1]]}:{ids[1]}.strong"


def family_problems(folder: Path) -> Iterator[str]:
    """Yield spellings that stand in two families."""
    seen: dict[str, str] = {}
    for family in read_families(folder / "spellings.toml"):
        for word in family:
            if seen.setdefault(word, family[0]) != family[0]:
                yield f"{word!r} is in the family of {seen[word]!r} too @ spellings.toml:{family[0]}.families"


def step_problems(folder: Path) -> Iterator[str]:
    """Yield what is not in step with the data files."""
    for name, text in shipped(folder / "data").items():
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text:
            yield f"it is older than the data files: run `make data` @ {name}"
    for name, place in (("actors.schema.json", False), ("places.schema.json", True)):
        path = folder / "data" / name
        if not path.exists() or json.loads(path.read_text(encoding="utf-8")) != json_schema(place=place):
            yield f"it is not the schema of the checks: run `make data` @ {name}"


def page_problems() -> Iterator[str]:
    """Yield the reference pages that are not in step with the data files."""
    for name, text in pages(KNOWLEDGE / "data").items():
        path = ROOT / "docs" / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"it is older than the data files: run `make data` @ docs/{name}"


def figures() -> str:
    """Return the sizes of the knowledge in one line."""
    built = compile_data(KNOWLEDGE / "data")
    flat = [built["names"][k][i : i + 3] for k in built["names"] for i in range(0, len(built["names"][k]), 3)]
    strong = sum(bool(f & STRONG) for _, f, _ in flat)
    of_places = sum(bool(f & PLACE) and not f & HOMONYM for _, f, _ in flat)
    return (
        f"{len(built['actors'])} actors, {len(built['places'])} places, {len(flat)} folded spellings"
        f" ({strong} strong, {of_places} of places)"
    )


def main() -> int:
    """Print all problems; return 1 if there is one."""
    found = [*problems(KNOWLEDGE / "data"), *step_problems(KNOWLEDGE), *page_problems()]
    for line in found:
        print(line)
    print(f"{len(found)} problems; {figures()}")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
