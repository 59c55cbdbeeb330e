"""Role nouns: what sort of source a speaker is."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from libya_news.english.speech import load_lexicon
from libya_news.parsing.claims_text import (
    View,
)


class _Roles(NamedTuple):
    kinds: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    weak: frozenset[str]
    anonymous: tuple[str, ...]
    titles: frozenset[str]
    epithets: dict[str, tuple[tuple[str, ...], ...]]


@cache
def roles() -> _Roles:
    """Return the role nouns by kind of source."""
    data = load_lexicon("roles")
    kinds: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, table in data["kinds"].items():
        for word in table["strong"].split():
            kinds.setdefault(word, kind)
        for phrase in table.get("phrases", "").split("|"):
            if phrase:
                words = tuple(phrase.replace("-", " - ").split())
                phrases.setdefault(words[0], []).append((words, kind))
    return _Roles(
        kinds,
        phrases,
        frozenset(data["weak"]["nouns"].split()),
        tuple(data["anonymous"]["phrases"]),
        frozenset(data["titles"]["words"].split()),
        {
            noun: tuple(tuple(name.split()) for name in names.split("|"))
            for noun, names in data["epithets"].items()
        },
    )


def kind_of(view: View, ranges: tuple[tuple[int, int], ...]) -> str:
    """Return the kind of source that role words in token ranges tell, or `unknown`."""
    for first, last in ranges:
        if last > first:
            kind = kind_of_words(tuple(view.low[first:last]))
            if kind:
                return kind
    return "unknown"


_OFFICERS = frozenset(("officer", "officers"))


@lru_cache(maxsize=4096)
def kind_of_words(low: tuple[str, ...]) -> str:
    """Return the kind of source that words in lower case tell, or an empty string."""
    know = roles()
    head = len(low)
    for k, word in enumerate(low):
        if k and word in (
            "of",
            "at",
            "in",
            "for",
            "from",
            "who",
            "which",
            "on",
            "with",
            "close",
            "seen",
            "kept",
            "by",
            "compiled",
        ):
            head = k
            break
    found = ""
    for at in range(head - 1, -1, -1):
        word = low[at]
        kind = know.kinds.get(word)
        if kind and word not in know.weak and low[at + 1 : at + 2] != ("-",):  # "UN-backed" is not the UN
            if (
                not found
                or (found == "diplomat" and kind == "un")
                or (found == "military" and kind == "armed_group")
                or (
                    found == "official"
                    and kind
                    in ("medical", "un", "diplomat", "police", "military", "armed_group", "media", "ngo")
                )
            ):
                found = kind
    for k, word in enumerate(low[:head]):
        for phrase, kind in know.phrases.get(word, ()):
            if low[k : k + len(phrase)] == phrase and (
                found in ("", "official", "unknown") or kind in ("ngo", "un", "diplomat", "police")
            ):
                return kind
    if not found:
        for word in low[head:]:
            kind = know.kinds.get(word)
            if kind:
                found = kind
                break
    if not found and not _OFFICERS.isdisjoint(low[:head]):
        return "military"  # "an officer": of the police, of an office, the words before it would say
    if found:
        return found
    if any(word in ("source", "sources", "insider") for word in low):
        return "anonymous"
    return ""


@cache
def person_nouns() -> frozenset[str]:
    """Return nouns for single persons."""
    return frozenset(load_lexicon("clauses")["groups"]["person_roles"].split())
