"""The files that the documentation speaks of: each page runs in a folder of its own that holds them."""

import re
from pathlib import Path

import pytest

STORY = """\
AJDABIYA, Libya - At least six fighters were killed and 11 people were hurt when two armed groups clashed \
in Ajdabiya on Friday, a doctor at the town's hospital said.

Two children were among the wounded. No one was hurt in the market, residents said.
"""
HERE = Path(__file__).resolve().parent


def block(page: str, language: str, number: int = 0) -> str:
    """Return a block of code in a language on a page, the first one if no number is given."""
    shown = rf"^```{language}\n(.*?)^```"
    found = re.findall(shown, (HERE / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    if len(found) <= number:
        raise ValueError(f"{page} shows only {len(found)} {language}")
    return str(found[number])


def write_files(folder: Path) -> None:
    """Write the files."""
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "stories.jsonl").write_text(block("how-to/many-stories.md", "json"), encoding="utf-8")
    pages = "how-to/read-pages-and-feeds.md"
    (folder / "page.html").write_text(block(pages, "html"), encoding="utf-8")
    (folder / "feed.xml").write_text(block(pages, "xml"), encoding="utf-8")
    (folder / "words.toml").write_text(block("how-to/use-words-of-your-own.md", "toml"), encoding="utf-8")
    several = folder / "folder"
    several.mkdir()
    for number, name in enumerate(("herald.txt", "courier.txt")):
        text = block("how-to/code-a-folder.md", "text", number)
        (several / name).write_text(text, encoding="utf-8")
    (folder / "mine.toml").write_text(block("how-to/add-actors-and-places.md", "toml"), encoding="utf-8")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
