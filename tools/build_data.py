"""Build the compact knowledge that ships from the data files; with `--check`, check both instead."""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
KNOWLEDGE = ROOT / "src" / "libya_news" / "knowledge"
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from knowledge_pages import pages  # noqa: E402
from libya_news.knowledge.arabic import learned  # noqa: E402
from libya_news.knowledge.checking import json_schema  # noqa: E402
from libya_news.knowledge.folding import regular_key, table_key  # noqa: E402
from libya_news.knowledge.indexing import Indexer  # noqa: E402
from libya_news.knowledge.lookup import Knowledge  # noqa: E402
from libya_news.knowledge.sources import read_arabic, read_data, read_families, read_words  # noqa: E402

# How "servant of the" is written before a name of God; its "l" becomes the sound that follows.
SERVANT_OF = ("abd", "abda", "abdi", "abdu", "abdal", "abdil", "abdul")
# What only a look at an actor's entry needs; kept apart so that the first article is read sooner.
DETAILS = (
    "strong",
    "weak",
    "arabic",
    "acronyms",
    "loaded_names",
    "loaded",
    "acled",
    "sources",
    "note",
    "checked",
)


def family_table(families: list[list[str]]) -> dict[str, str]:
    """Return regular key -> family key."""
    table: dict[str, str] = {}
    for family in families:
        head = regular_key(family[0])
        for word in family:
            key = regular_key(word)
            if key != head:
                table[key] = head
    for names in read_families(KNOWLEDGE / "data" / "spellings.toml", "servants"):
        table.update(_servants(names, table))
    for apart in read_families(KNOWLEDGE / "data" / "spellings.toml", "apart"):
        table.update(("=" + word, "=" + apart[0]) for word in apart)
    return table


def _servants(names: list[str], table: dict[str, str]) -> dict[str, str]:
    """Return the spellings of "servant of" before the spellings of one name of God -> their one key."""
    head = regular_key(names[0])
    whole = "abdul" + table.get(head, head)
    keys = {regular_key(name) for name in names}
    forms = {opening + key for key in keys for opening in SERVANT_OF} | {
        "abdul" + table.get(k, k) for k in keys
    }
    return {form: whole for form in forms if form != whole}


def compile_data(folder: Path) -> dict[str, Any]:
    """Return the compiled knowledge of a data folder; the same files give the same bytes."""
    actors, places, families = read_data(folder)
    records = [
        {"id": i, **{k: v for k, v in actors[i].items() if v not in ([], "", {})}} for i in sorted(actors)
    ]
    rows = [{k: v for k, v in places[i].items() if v not in ([], "")} for i in sorted(places)]
    table = family_table(families)
    words = read_words(folder / "words.toml")
    lists = {"families": dict(sorted(table.items())), **{k: sorted(set(v)) for k, v in words.items()}}
    lists["given_keys"] = sorted({table_key(word, table) for word in words["given_names"]})
    names = Indexer(lists).build(records, rows)
    arabic = learned([*records, *rows], table, read_arabic(folder / "spellings.toml"))
    by_id, sited = {r.pop("id"): r for r in records}, {r.pop("id"): r for r in rows}
    return {
        "words": lists,
        "names": names,
        "derived": Knowledge(by_id, sited, names, lists).derive(),
        "actors": {i: {k: v for k, v in r.items() if k not in DETAILS} for i, r in by_id.items()},
        "places": sited,
        "arabic": arabic,
        "details": {i: {k: v for k, v in r.items() if k in DETAILS} for i, r in by_id.items()},
    }


def render(compiled: dict[str, Any]) -> str:
    """Return the compiled knowledge as it is shipped."""
    return json.dumps(compiled, ensure_ascii=False, separators=(",", ":")) + "\n"


def shipped(folder: Path) -> dict[str, str]:
    """Return the files that are shipped, by name."""
    compiled = compile_data(folder)
    details = compiled.pop("details")
    arabic = compiled.pop("arabic")
    return {
        "knowledge.json": render(compiled),
        "details.json": render(details),
        "arabic.json": render(arabic),
    }


def main() -> None:
    """Write the shipped files, the schemas of the data files and the reference pages."""
    for name, text in shipped(KNOWLEDGE / "data").items():
        (KNOWLEDGE / name).write_text(text, encoding="utf-8")
    for name, place in (("actors.schema.json", False), ("places.schema.json", True)):
        text = json.dumps(json_schema(place=place), indent=2, ensure_ascii=False) + "\n"
        (KNOWLEDGE / "data" / name).write_text(text, encoding="utf-8")
    for name, text in pages(KNOWLEDGE / "data").items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        import check_data

        raise SystemExit(check_data.main())
    main()
