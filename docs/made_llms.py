"""`llms.txt`: one line for each page, for programs that read the documentation; made when the docs are built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent
HEAD = """\
# libya_news

> A Python library that turns a news story about the conflict in Libya into evidence: who says that how many of whose
> people were killed, hurt, taken or driven out, where, when, by whom and how, and which words of the story say so.
> Rules, no model: the same bytes for the same input. Offsets count code points of the text as given. Unknown is null
> and never 0; a bound is never a number; `claim: null` is the newspaper's own voice.
"""
SECTIONS = {
    "tutorial": "Tutorial",
    "how-to": "How-to guides",
    "explanation": "Explanations",
    "reference": "Reference",
}
_LINK = re.compile(r"\{\w+\}`(?:([^`<]+) )?<?~?([^`<>]+)>?`|\[([^\]]+)\]\([^)]*\)|\*|`")


def llms_text() -> str:
    """Return the file."""
    lines = [HEAD]
    for folder, title in SECTIONS.items():
        lines += [f"## {title}", "", *_pages(DOCS / folder), ""]
    return "\n".join(lines)


def _pages(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.md")):
        if path.name == "index.md":
            continue
        heading, _, rest = path.read_text(encoding="utf-8").partition("\n")
        blocks = (block.strip() for block in re.sub(r"<!--.*?-->", "", rest, flags=re.DOTALL).split("\n\n"))
        first = next((block for block in blocks if block and block[0] not in "#`{|(:-"), "")
        sentence = re.split(r"(?<=[.:?])\s", " ".join(first.split()), maxsplit=1)[0].rstrip(":")
        told = _LINK.sub(lambda m: m[1] or m[2] or m[3] or "", sentence)
        name = heading.removeprefix("# ").replace("`", "")
        yield f"- [{name}]({path.relative_to(DOCS).with_suffix('.html').as_posix()}): {told}".rstrip(": ")
