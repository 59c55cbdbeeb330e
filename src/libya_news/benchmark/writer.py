"""Writes text out of phrases with slots, and remembers where the words of every slot came to stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from libya_news.model.span import Mention

_PIECE = re.compile(r"(\{\w+\}|<<|>>)")


class Writer:
    """A text that grows sentence by sentence."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._comma = False
        self.length: int = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def add(self, text: str) -> tuple[int, int]:
        """Write plain text and return where it stands.

        ``~,`` at its end is a comma that is left out before other punctuation.
        """
        if self._comma and text:
            self._comma = False
            if text[0] not in ".,;:)":
                self.add(",")
        if text.endswith("~,"):
            text, self._comma = text[:-2], True
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        return start, self.length

    def fill(self, pattern: str, slots: Mapping[str, str]) -> dict[str, Mention]:
        """Write a pattern with its slots filled, and return where the words of each slot stand.

        A slot whose name begins with a capital gets the words of the slot in lower case, begun with a
        capital; words that hold slots themselves are filled too. ``content`` is what stands between ``<<``
        and ``>>``.

        Args:
            pattern: Text with slots in braces.
            slots: The words of each slot.
        """
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        open_at = [0]
        begun = self.length
        self._fill(pattern, slots, found, open_at, capital=False)
        written = self.text[begun:]
        return {
            name: Mention(s, e, written[s - begun : e - begun])
            for name, spans in found.items()
            for s, e in spans[:1]
        }

    def _fill(
        self,
        pattern: str,
        slots: Mapping[str, str],
        found: dict[str, list[tuple[int, int]]],
        open_at: list[int],
        *,
        capital: bool,
    ) -> None:
        for piece in _PIECE.split(pattern):
            if piece == "<<":
                open_at[0] = self.length
            elif piece == ">>":
                found["content"].append((open_at[0], self.length))
            elif piece.startswith("{"):
                name = piece[1:-1]
                key = name[0].lower() + name[1:]
                start = self.length
                self._fill(slots[key], slots, found, open_at, capital=capital or name != key)
                if self.length > start:
                    capital = False
                found[key].append((start, self.length))
            elif piece:
                self.add(piece[0].upper() + piece[1:] if capital else piece)
                capital = False
