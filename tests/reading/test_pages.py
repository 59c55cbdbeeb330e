"""Pages in the shapes of news sites: which words must, and which must not, be in the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from libya_news.errors import InputProblem
from libya_news.model.article import Article
from libya_news.reading.inputs import read_inputs

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def expected(data: bytes) -> dict[str, str]:
    encoding = "cp1252" if b"charset=windows-1252" in data else "utf-8"
    notes = data.decode(encoding).rpartition("<!-- EXPECTED\n")[2].removesuffix("-->\n")
    return dict(re.split(r": ?", line, maxsplit=1) for line in notes.strip().split("\n"))  # type: ignore[misc]


def listed(words: str) -> list[str]:
    return [word for word in words.split(" | ") if word]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    data = path.read_bytes()
    wanted = expected(data)
    (article,) = read_inputs([path])
    assert isinstance(article, Article), article
    text = article.text
    for words in listed(wanted.pop("must")):
        assert words in text
    for words in listed(wanted.pop("must not")):
        assert words not in text
    dateline = article.dateline
    told = {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "published": str(article.published),
        "outlet": article.outlet,
        "byline": ", ".join(article.byline),
        "url": article.url,
        "dateline": f"{dateline.place} {dateline.date}" if dateline else None,
        "captions": "; ".join(f"{caption.text}/{caption.credit}" for caption in article.captions),
    }
    assert {name: told[name] for name in wanted} == wanted
    for zone in article.zones:
        assert 0 <= zone.start < zone.end <= len(text)
    for caption in article.captions:
        assert text[caption.start : caption.end] == caption.text
    if article.headline:
        assert text.startswith(article.headline)
    # The whole is the same from bytes, without the name's help.
    (again,) = read_inputs([data])
    assert isinstance(again, Article)
    assert again.text == text


def test_there_are_forty_pages() -> None:
    assert len(PAGES) >= 40


def test_a_page_without_a_story() -> None:
    (problem,) = read_inputs([b"<!doctype html><html><body><nav><a href=1>Home</a></nav></body></html>"])
    assert isinstance(problem, InputProblem)
    assert problem.code == "no-main-text"


def test_trafilatura_is_an_extra() -> None:
    pytest.importorskip("trafilatura")
    (article,) = read_inputs([PAGES[0]], main_text="trafilatura")
    assert isinstance(article, Article)
    assert "A third man swam ashore" in article.text


@pytest.mark.parametrize(
    "page",
    [
        b"<html>" + b"<div>" * 100_000 + b"x",
        b"<html>" + b"<!--" * 100_000,
        b"<html>" + b'<a href="' * 60_000,
        b"<html>" + b"<p><b><i>" * 50_000 + b"words",
        b"<html>" + b"<script>" * 50_000,
        b"<html><p>" + b"&#" + b"9" * 100_000 + b";</p>",
        b"<html>" + b"</div>" * 100_000,
        b"<html>" + b"<" * 200_000,
        b"<html><p " + b"a='" * 50_000,
        b"<html><p>" + b"&amp" * 100_000,
    ],
    ids=[
        "divs",
        "comments",
        "quotes",
        "inline",
        "scripts",
        "digits",
        "ends",
        "signs",
        "attributes",
        "entities",
    ],
)
def test_hostile_pages_end(page: bytes) -> None:
    import time

    start = time.process_time()
    items = list(read_inputs([page]))
    assert len(items) == 1
    assert time.process_time() - start < 5
