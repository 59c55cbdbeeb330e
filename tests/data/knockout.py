"""Taking an entry out of the casualty lexicon for a while, to see whether anything needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from libya_news.english.casualty_words import casualty_words


def tokens_of(words: str) -> list[str]:
    """Return the words of an entry as the lexicon keys them."""
    return words.lower().replace("-", " - ").replace(",", " , ").replace("'s", " 's").split()


@contextmanager
def without(words: str) -> Iterator[None]:
    """Run the block with the entry `words` unknown to the grammar; the words of a phrase stay known."""
    known: Any = casualty_words()
    alphabet = known.alphabet
    key = tokens_of(words)
    if "~" in key:  # a phrase with a gap is known by its two ends: its head goes
        key = key[: key.index("~")]
    if len(key) == 1:
        entries, word = alphabet._entries, key[0]
        saved = entries.pop(word, None)
        alphabet._cache.clear()
        try:
            yield
        finally:
            if saved is not None:
                entries[word] = saved
            alphabet._cache.clear()
        return
    heads, whole = known.heads.get(key[0], {}), " ".join(key)
    saved_entries = heads.get(key[1])
    if saved_entries is not None:
        heads[key[1]] = [entry for entry in saved_entries if entry[2] != whole]
    try:
        yield
    finally:
        if saved_entries is not None:
            heads[key[1]] = saved_entries
