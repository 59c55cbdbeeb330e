"""What the tests of reports read pages with: the standard library's parser."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote

VOID = {"meta", "br"}


class Page(HTMLParser):
    """A page taken apart: elements, attributes, ids, links, and the text that stands in an element of a class."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.comments: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"<{tag}> has an attribute twice: {attrs}"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1][0] == tag, f"</{tag}> closes <{self.open[-1][0]}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        path = tuple((tag, attrs.get("class") or "") for tag, attrs in self.open)
        self.pieces.append((data, path))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [unquote(attrs["href"] or "") for _, attrs in self.elements if "href" in attrs]

    def text(self, within: str, but: tuple[str, ...] = ()) -> str:
        """Return the text inside elements of a class, leaving out what is inside other classes."""
        return "".join(
            data
            for data, path in self.pieces
            if any(within in cls.split() for _, cls in path)
            and not any(word in cls.split() for _, cls in path for word in but)
        )

    def parts(self, name: str) -> list[str]:
        """Return the text of each element of a name."""
        return [data for data, path in self.pieces if path and path[-1][0] == name]
