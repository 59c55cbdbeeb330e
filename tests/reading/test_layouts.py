# ruff: noqa: E501
"""Layouts of invented newspaper pages: which line is what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from libya_news.model.article import Article
from libya_news.reading.zones import with_zones

KINDS = {
    "H": "headline", "S": "standfirst", "B": "byline", "D": "dateline", "C": "caption", "T": "body", "R": "related", "A": "agency",
    "X": "correction",
}  # fmt: skip


class Layout:
    """A page whose lines carry the letter of their zone; `¦T¦` changes the zone inside a line."""

    def __init__(self, block: str) -> None:
        first, *lines = block.rstrip("\n").split("\n")
        self.name, *facts = [part.strip(" ") for part in first.split("|")]
        self.facts = dict(fact.split("=", 1) for fact in facts)
        self.pieces: list[tuple[str, str]] = []
        texts = []
        for line in lines:
            kind, text = line[:1], line[2:]
            parts = re.split(r"¦(\w)¦", f"{text}")
            for letter, piece in zip([kind, *parts[1::2]], parts[::2], strict=True):
                bare = piece.strip(" |\u00a0")
                if bare:
                    self.pieces.append((KINDS[letter], bare))
            texts.append("".join(parts[::2]))
        self.text = "\n".join(texts)

    def zones(self) -> list[tuple[str, int, int]]:
        found: list[tuple[str, int, int]] = []
        offset = 0
        for kind, piece in self.pieces:
            start = self.text.index(piece, offset)
            offset = start + len(piece)
            if found and kind == "body" == found[-1][0]:
                found[-1] = ("body", found[-1][1], offset)
            else:
                found.append((kind, start, offset))
        return found


def layouts() -> list[Layout]:
    blocks = (Path(__file__).parent / "layouts.txt").read_text("utf-8").split("=== ")
    return [Layout(block) for block in blocks if block.strip()]


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.name)
def test_layout(layout: Layout) -> None:
    article = with_zones(Article.from_text(layout.text))
    assert article.text == layout.text
    assert [(zone.zone, zone.start, zone.end) for zone in article.zones] == layout.zones()
    dateline = article.dateline
    told = {
        "published": str(article.published or ""),
        "basis": article.published_basis or "",
        "min": str(article.reading_minutes or ""),
        "by": ", ".join(article.byline),
        "outlet": article.outlet or "",
        "place": (dateline.place if dateline else None) or "",
        "date": str((dateline.date if dateline else None) or ""),
        "caption": "".join(f"{caption.text}/{caption.credit}" for caption in article.captions),
    }
    assert {name: told[name] for name in layout.facts} == layout.facts
    for caption in article.captions:
        assert article.text[caption.start : caption.end] == caption.text


def test_there_are_forty_layouts() -> None:
    assert len(layouts()) >= 40
