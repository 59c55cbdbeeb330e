"""Words of the article, with where they stand: the one coordinate system of every record.

Offsets are Unicode code points (indices of a Python ``str``) into ``Article.text``, half open:
``article.text[m.start:m.end] == m.exact`` for every mention anywhere.
"""

from __future__ import annotations

from typing import Literal

import attrs

EvidenceField = Literal[
    "count", "harm", "victims", "side", "perpetrator", "cause", "place", "date", "source", "scope"
]
Basis = Literal["stated", "carried"]


@attrs.frozen
class Mention:
    """A stretch of the article's text, quoted.

    Attributes:
        start: First code point of the words, counted from 0.
        end: The code point after the last one.
        exact: The words themselves, as they stand in the text.
    """

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Mention:
        """Quotes ``text[start:end]``.

        >>> Mention.of("Two men died.", 0, 7)
        Mention(start=0, end=7, exact='Two men')

        Args:
            text: The article's text.
            start: First code point.
            end: The code point after the last.
        """
        return cls(start, end, text[start:end])

    def holds_in(self, text: str) -> bool:
        """Whether the text has these words at this place."""
        return 0 <= self.start <= self.end and text[self.start : self.end] == self.exact


@attrs.frozen
class Evidence:
    """Words that a field of a casualty was read from.

    Attributes:
        start: First code point of the words.
        end: The code point after the last one.
        exact: The words.
        field: The field of the casualty that the words fill.
        basis: ``stated`` in the sentence that tells the harm, or ``carried`` from another sentence.
    """

    start: int
    end: int
    exact: str
    field: EvidenceField
    basis: Basis = "stated"

    @property
    def mention(self) -> Mention:
        """The same words without what they are evidence for."""
        return Mention(self.start, self.end, self.exact)

    def holds_in(self, text: str) -> bool:
        """Whether the text has these words at this place."""
        return 0 <= self.start <= self.end and text[self.start : self.end] == self.exact
