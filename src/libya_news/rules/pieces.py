"""Named pieces of patterns, written as `{name}` in the patterns that use them."""

from __future__ import annotations

import re

from libya_news.errors import RuleError

_NAME = re.compile(r"\{[a-z]\w*\}")


class Pieces(dict[str, str]):
    """The pieces of one grammar by name, each already filled in; a piece may use those added before it.

    >>> pieces = Pieces()
    >>> pieces.add("n", "[NUM|VAGUE]")
    >>> pieces.add("count", "{n} MORE?")
    >>> pieces.fill("{count} PERSON{1,2}")
    '[NUM|VAGUE] MORE? PERSON{1,2}'
    """

    def add(self, name: str, pattern: str) -> None:
        """Add a piece, with the pieces that it uses filled in."""
        self[name] = self.fill(pattern)

    def fill(self, pattern: str) -> str:
        """Return a pattern with every piece in the place of its name; the braces of repeats stay.

        Raises:
            RuleError: The pattern names a piece that is not there: as plain text it would match nothing, unseen.
        """
        filled = pattern
        for name, text in self.items():
            filled = filled.replace("{" + name + "}", text)
        unknown = _NAME.search(filled)
        if unknown is not None:
            raise RuleError(f"no piece {unknown.group()}", rule="pieces", pattern=pattern)
        return filled
