"""The reference page of every word that the rules know, made from the lexicon files when the docs are built."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

ENGLISH = Path(__file__).resolve().parent.parent / "src" / "libya_news" / "english"
HEAD = """\
# Lexicon

<!-- made by docs/made_lexicon.py from the word lists whenever the documentation is built: do not edit -->

Every word and phrase that the rules know, in the {files} files of `src/libya_news/english/` in which people edit them.
Each file begins with the meaning of its keys, in its own words. Names of actors and places have
pages of their own: {{doc}}`actors` and {{doc}}`places`. To add a word, see {{doc}}`../how-to/add-a-word`; without
touching the package, {{doc}}`../how-to/use-words-of-your-own`.
"""
WIDTH = 110


def files() -> list[Path]:
    """Return the lexicon files in the order of the page."""
    return [*sorted(ENGLISH.glob("*.toml")), *sorted((ENGLISH / "dates").glob("*.toml"))]


def entries(value: Any) -> Iterator[str]:
    """Yield every entry below a value: list items, and words that stand together in one string."""
    if isinstance(value, dict):
        if "word" in value:
            yield str(value["word"])
        else:
            for name, held in value.items():
                if name not in ("example", "examples", "expect", "because", "source"):
                    yield from entries(held)
    elif isinstance(value, list):
        for held in value:
            yield from entries(held)
    elif isinstance(value, str):
        yield from (part for part in (value.split("|") if "|" in value else value.split()) if part)


def lexicon_page() -> str:
    """Return the page."""
    tables = [(path, tomllib.loads(path.read_text(encoding="utf-8"))) for path in files()]
    lines = [HEAD.format(files=len(tables))]
    for path, table in tables:
        lines += ["", f"## `{path.relative_to(ENGLISH).as_posix()}`", "", "```text"]
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                break
            lines.append(line.removeprefix("#").removeprefix(" "))
        lines += ["```", "", *_tables(table, ())]
    return "\n".join(lines) + "\n"


def _tables(table: dict[str, Any], above: tuple[str, ...]) -> Iterator[str]:
    """Yield a table as one block of its own values, then the tables in it."""
    inner = {k: v for k, v in table.items() if isinstance(v, dict) and "word" not in v}
    rows = {
        k: v for k, v in table.items() if isinstance(v, list) and v and all(isinstance(r, dict) for r in v)
    }
    own = {k: v for k, v in table.items() if k not in inner and k not in rows}
    if own:
        yield from _block(above, own)
    for name, held in rows.items():
        if all("word" in row for row in held):
            yield from _block((*above, name), {"words": [_word(row) for row in held]})
        else:
            for row in held:
                yield from _tables(row, (*above, name))
    for name, held in inner.items():
        yield from _tables(held, (*above, name))


def _word(row: dict[str, Any]) -> str:
    return f"{row['word']} = {row['value']}" if "value" in row else str(row["word"])


def _printed(item: Any) -> str:
    """Return an item of a list; one that says more than its words is printed as it is written."""
    return " ".join(f"{k}={v}" for k, v in item.items()) if isinstance(item, dict) else str(item)


def _block(name: tuple[str, ...], values: dict[str, Any]) -> Iterator[str]:
    if name:
        yield from (f"`{'.'.join(name)}`", "")
    yield "```text"
    for key, value in values.items():
        text = ", ".join(map(_printed, value)) if isinstance(value, list) else str(value)
        first, *rest = wrap(f"{key}: {text}", WIDTH, break_long_words=False, break_on_hyphens=False) or [
            f"{key}:"
        ]
        yield first
        yield from (f"  {line}" for line in rest)
    yield from ("```", "")
