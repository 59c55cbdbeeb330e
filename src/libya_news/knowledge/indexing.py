"""From the spellings of actors and places to an index over folded words.

The index maps the first folded word of a name to flat triples (remaining words, flags, target). `make data`
builds it for the package's own data; `Knowledge.extended` builds it for a caller's.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from libya_news.knowledge.folding import ARTICLES, JOINING, SPACED_ARTICLES, table_key
from libya_news.text.tokens import Tokens

PLACE = 1  # else an actor
STRONG = 2
ARTICLE = 4  # only with a leading article: "al-Sabri", not "Sabri"
EXACT = 8  # only as printed: acronyms, "Nice"
ANY_CASE = 16  # a name of common words: "interior ministry"
PRINTED = 32  # only in its own letters: names that are not Arabic ("Reuters", never "Rioters")
HOMONYM = 64  # a bearer of the name outside the gazetteer: "Tripoli, Lebanon"

SKIPPED = frozenset("-'’‘`/+‐‑")
_SMALL = frozenset(
    ("of", "the", "and", "for", "in", "on", "at", "to", "de", "des", "la", "le", "du", "a", "an")
)

Entry = tuple[str, str, int, str]  # first key, other keys joined by spaces, flags, target


def name_words(name: str) -> tuple[list[str], bool]:
    """Return the words of a spelling without articles, and whether an Arabic article led it."""
    tokens = Tokens(name)
    words = tokens.words
    out: list[str] = []
    led = False
    for i, (word, low) in enumerate(zip(words, tokens.low, strict=True)):
        if word in SKIPPED:
            continue
        following = words[i + 1] if i + 1 < len(words) else ""
        if low in ARTICLES and following and reads_as_article(low, following):
            led = led or not out
        elif low != "the" or out:
            out.append(word)
    return out, led


def reads_as_article(low: str, following: str) -> bool:
    """Tell whether the Arabic article is one before the token `following` ("Es Sider", "al-Sabri")."""
    if following == "-" or low in SPACED_ARTICLES:
        return True
    return following[0].isupper() and len(low) > 1 and following.lower().startswith(low[1:])


def plain_name(words: Iterable[str]) -> str:
    """Return the words as a newspaper without diacritics would print them, in lower case."""
    text = unicodedata.normalize("NFKD", " ".join(words).lower())
    return re.sub("['’‘.]", "", "".join(c for c in text if not unicodedata.combining(c)))


class Indexer:
    """Builds index entries with the families of spellings and the word lists of the data files."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.families: Mapping[str, str] = words["families"]
        self.sets: dict[str, frozenset[str]] = {
            name: frozenset(values) for name, values in words.items() if name != "families"
        }
        self.unit_keys: frozenset[str] = frozenset(table_key(w, {}) for w in self.sets["units"])
        self.servants: frozenset[str] = frozenset(
            k for k in self.families.values() if len(k) > len("abdul") and k.startswith("abdul")
        )

    def keys(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the folded words of a name."""
        return tuple(key for key in (table_key(w, self.families) for w in words) if key)

    def variants(self, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield a name's keys in the orders and joins that newspapers use ("Battalion 166", "Abdulhamid")."""
        yield keys
        if len(keys) == 2:
            for unit, number in (keys, keys[::-1]):
                if unit in self.unit_keys and number.isdigit():
                    yield keys[::-1]
        if len(keys) > 1 and keys[-1] in self.unit_keys and not keys[-2].isdigit():
            yield (table_key("katibat", {}), *keys[:-1])  # "Katibat Tariq bin Ziyad"
        for joined in JOINING:
            if joined in keys[:-1]:
                i = keys.index(joined)
                whole = keys[i] + keys[i + 1]
                yield (*keys[:i], self.families.get(whole, whole), *keys[i + 2 :])
        for i, key in enumerate(keys):
            if key in self.servants:  # "Abdulhakim" is printed "Abd al-Hakim" as well
                yield (*keys[:i], "abdul", key.removeprefix("abdul"), *keys[i + 1 :])

    def entries(self, record: Mapping[str, Any], *, place: bool) -> Iterator[Entry]:
        """Yield the index entries of one actor or place."""
        base, target = (PLACE if place else 0), record["id"]
        strong, weak = record.get("strong", ()), record.get("weak", ())
        known = {*strong, *weak}
        unled = {" ".join(words).lower() for words, led in map(name_words, known) if not led}
        exact = {*record.get("case_sensitive", ()), *record.get("acronyms", ())}
        foreign = _foreign(record, place=place)
        named = [
            (name, STRONG) for name in (*_own_name(record, place=place), *strong, *record.get("arabic", ()))
        ]
        for name, flags in (*named, *((name, 0) for name in weak)):
            words, led = name_words(name)
            keys = self.keys(words)
            if not keys or "(" in name or self._superfluous(name, words, flags, record, known, place=place):
                continue
            if not flags and not place and not self._useful(record, name, words):
                continue
            mark = base | flags
            value = target
            if name.removeprefix("the ") in exact or _is_acronym(words):
                mark |= EXACT
                value = f"{target}={words[0]}"
            else:
                if self._any_case(name, words):
                    mark |= ANY_CASE
                if foreign:
                    mark |= PRINTED
                    value = f"{target}={plain_name(words)}"
            alone = len(words) == 1
            if led and alone:
                mark |= ARTICLE
            for form in self.variants(keys):
                yield form[0], " ".join(form[1:]), mark, value
            if led and alone and flags and place and words[0].lower() not in unled:
                yield keys[0], "", base, target
        for name in record.get("homonyms", ()):
            keys = self.keys(name_words(name)[0])
            if len(keys) > 1 and re.fullmatch(r"[^()|]+", name):
                yield keys[0], " ".join(keys[1:]), base | HOMONYM, target

    def _any_case(self, name: str, words: list[str]) -> bool:
        """Tell whether a name of common words only may be printed without a capital."""
        if words[0][0].isdigit() or (len(words) == 1 and name[0].isupper()):
            return False
        common = self.sets["common"]
        return all(w.lower() in common or w.lower() in _SMALL or not w[0].isalpha() for w in words)

    def _superfluous(
        self,
        name: str,
        words: list[str],
        flags: int,
        record: Mapping[str, Any],
        known: set[str],
        *,
        place: bool,
    ) -> bool:
        """Tell whether a spelling is no name: a common word, a post, or a name with common words about it."""
        capital = any(c.isupper() for c in name)
        if not flags and not capital and name.isascii() and (place or len(words) == 1):
            return True
        if not place and self._describes(name, words, record, known, capital=capital):
            return True
        plain, lower = name.split(), {n.lower() for n in known}
        if not place and flags and "-based" in name:
            # "Tobruk-based parliament" names alone what "parliament" names in context only
            lower = {n.lower() for n in record.get("strong", ())}
        for i in range(len(plain)):
            for j in range(i + 1, len(plain) + 1):
                around = plain[:i] + plain[j:]
                if (
                    around
                    and " ".join(plain[i:j]).lower() in lower
                    and any(self._about(w, place=place) for w in around)
                ):
                    return True
        if not place or len(plain) == 1:
            return False
        if "," in name and not _foreign(record, place=True):
            return True
        if any(w in self.sets["directions"] for w in plain):
            return not (plain[-1] == "Libya" and record.get("kind") == "region")
        return plain[0] == "Libyan" and plain[-1] == "capital"

    def _describes(
        self, name: str, words: list[str], record: Mapping[str, Any], known: set[str], *, capital: bool
    ) -> bool:
        """Tell whether an actor's spelling is a post, its people ("LNA fighters") or a description."""
        if words[-1].lower() in self.sets["posts"]:
            return True
        first = words[0].lower()
        titled = first in self.sets["titles"] or first in self.sets["before_titles"]
        if record["kind"] == "person" and len(words) > 1 and titled:
            return True
        shorter = name.rsplit(" ", 1)[0]
        if words[-1] in self.sets["people_of"] and (
            (len(words) == 2 and words[0].isupper()) or shorter in known
        ):
            return True
        single = len(words) == 1 and not _is_acronym(words)
        return record.get("subkind") in self.sets["unnamed"] and (single or not capital)

    def _about(self, word: str, *, place: bool) -> bool:
        """Tell whether a word beside a name is no part of it ("Tripoli's", "district")."""
        if place:
            return word in self.sets["trimmed"] or word.endswith(("'s", "’s", ",")) or word == "in"
        return word.islower() or word.endswith(("'s", "’s", "-based"))

    def _useful(self, record: Mapping[str, Any], name: str, words: list[str]) -> bool:
        """Tell whether a weak name of an actor may ever be found in a text."""
        kind = record["kind"]
        if kind == "state" or record.get("subkind") in self.sets["unnamed"]:
            return name in record.get("acronyms", ()) or name == "US"
        if kind == "person":
            return len(words) <= 2 and all(w[0].isupper() for w in words)
        if kind == "community" and not words[-1][0].isupper():
            return False
        return len(words) > 1 or not words[0][0].islower() or words[0] == "coastguard"

    def build(
        self, actors: Iterable[Mapping[str, Any]], places: Iterable[Mapping[str, Any]]
    ) -> dict[str, list[str | int]]:
        """Return the index: first folded word -> flat list of (other words, flags, target), sorted."""
        rows: set[Entry] = set()
        for record in actors:
            rows.update(self.entries(record, place=False))
        for record in places:
            rows.update(self.entries(record, place=True))
        strong = {(a, b, f & ~ARTICLE, t) for a, b, f, t in rows if f & STRONG and not f & ARTICLE}
        index: dict[str, list[str | int]] = {}
        for first, rest, flags, target in sorted(rows):
            doubtful = not flags & HOMONYM and (not flags & STRONG or flags & ARTICLE)
            if doubtful and (first, rest, (flags | STRONG) & ~ARTICLE, target) in strong:
                continue
            index.setdefault(first, []).extend((rest, flags, target))
        return index


def _is_acronym(words: list[str]) -> bool:
    letters = words[0].replace(".", "")
    return len(words) == 1 and letters.isascii() and letters.isupper() and len(letters) <= 6


def _foreign(record: Mapping[str, Any], *, place: bool) -> bool:
    """Tell whether an entry's names are not Arabic, so that only their own letters count."""
    if place:
        return "libya" not in record.get("within", ()) and record["id"] != "libya"
    return record["kind"] in ("media", "intl_org", "state", "other")


def _own_name(record: Mapping[str, Any], *, place: bool) -> list[str]:
    """Return the entry's name if it identifies it: no place's ("Tripoli" in Lebanon), none with brackets."""
    return [] if place or "(" in record["name"] or record["kind"] == "community" else [record["name"]]
