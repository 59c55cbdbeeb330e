"""What a run has done: how far each input was read, so that a resumed run goes on where it ended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

Key = tuple[str, int]


@attrs.frozen(kw_only=True)
class Entry:
    """A stretch of an input that is done and written.

    Attributes:
        input: Name of the input.
        nth: How often the same name was given before.
        start: Byte offset at which the stretch begins; 0 for an input that is read as a whole.
        end: Byte offset after it; for an input that is read as a whole, the number of its stories done.
        line: Lines done so far; 0 for an input that is read as a whole.
        sha256: Digest of the stretch, or of the whole input; empty where nothing could be read.
        done: Whether nothing of the input is left.
    """

    input: str
    nth: int
    start: int = 0
    end: int = 0
    line: int = 0
    sha256: str = ""
    done: bool = False

    @property
    def key(self) -> Key:
        """What tells the input from the others of the run."""
        return self.input, self.nth

    def to_dict(self) -> dict[str, Any]:
        """The entry as plain values."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(Entry)}

    @classmethod
    def from_dict(cls, value: Any) -> Entry:
        """Reads an entry back.

        Raises:
            KeyError: A key of it is missing.
        """
        return cls(**{field.name: value[field.name] for field in attrs.fields(Entry)})


class Done:
    """The entries of a journal by input.

    Args:
        entries: In the order in which they were written.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._of: dict[Key, list[Entry]] = {}
        for entry in entries:
            self._of.setdefault(entry.key, []).append(entry)

    def of(self, key: Key) -> list[Entry]:
        """What is done of an input, from its beginning; empty where it is new.

        Args:
            key: Its name, and how often the name was given before.
        """
        return self._of.get(key, [])
