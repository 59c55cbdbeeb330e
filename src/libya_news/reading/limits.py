"""The caps on what is read, so that no input exhausts the machine; each is named in the message it causes."""

from __future__ import annotations

import attrs

_MEGABYTE = 1_000_000


class Refused(Exception):  # noqa: N818  (never leaves the reading floor: it becomes an InputProblem)
    """An input, or a line of one, that cannot become an article.

    Args:
        code: What sort of problem it is.
        message: What is wrong and what to do about it.
        line: Line of the input, from 1.
        offset: Byte offset of that line, or of the first byte at fault.
    """

    def __init__(
        self, code: str, message: str, *, line: int | None = None, offset: int | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.offset = offset


def no_definitions() -> Refused:
    """The refusal of a document type definition, which can make a small file grow without end or name other files."""
    return Refused("dtd", "has a document type definition, which is refused; remove the <!DOCTYPE ...> part")


@attrs.frozen(kw_only=True)
class Limits:
    """How much is read of one input.

    Attributes:
        article: Longest text of an article, in code points.
        line: Longest line of JSON Lines, in bytes.
        page: Largest web page or JSON document, in bytes.
        feed: Largest feed, in bytes.
        depth: Deepest nesting of JSON, XML or HTML, in levels.
        ratio: How many bytes one byte of gzip may grow to, past the first megabyte.
    """

    article: int = 2_000_000
    line: int = 16 * _MEGABYTE
    page: int = 10 * _MEGABYTE
    feed: int = 20 * _MEGABYTE
    depth: int = 500
    ratio: int = 200


def over(name: str, what: str) -> str:
    """What is said of an input over a cap: which cap it is and how to raise it.

    >>> over("depth", "nests deeper than 500 levels")
    'nests deeper than 500 levels (cap "depth"; raise it only for input that you trust)'

    Args:
        name: A field of `Limits`; the command line has it as `--max-NAME`.
        what: What the input does.
    """
    return f'{what} (cap "{name}"; raise it only for input that you trust)'


def size(number: int) -> str:
    """A number of bytes in words: "10 MB"."""
    if number >= _MEGABYTE:
        return f"{number / _MEGABYTE:g} MB"
    return f"{number:,} bytes"
