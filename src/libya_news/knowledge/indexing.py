"""From the spellings of actors and places to an index over folded words.

The index maps the first folded word of a name to flat triples (remaining words, flags, target). `make data` builds it
for the package's own data; `Knowledge.extended` builds it for a caller's.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from libya_news.knowledge.folding import ARTICLES, SPACED_ARTICLES, table_key
from libya_news.text.tokens import Tokens

PLACE = 1  # else an actor
STRONG = 2
ARTICLE = 4  # only with a leading article: "al-Sabri", not "Sabri"
EXACT = 8  # only as printed: acronyms, "Nice"
ANY_CASE = 16  # a name of common words: "interior ministry"
PRINTED = 32  # only in its own letters: names that are not Arabic ("Reuters", never "Rioters")
HOMONYM = 64  # a bearer of the name outside the gazetteer: "Tripoli, Lebanon"

SKIPPED = frozenset("- ' ’ ‘ ` / + ‐ ‑".split())
_UNITS = frozenset("brigade battalion division regiment company katiba".split())
_SMALL = frozenset("of the and for in on at to de des la le du a an".split())

Entry = tuple[str, str, int, str]  # first key, other keys joined by spaces, flags, target id


def name_words(name: str) -> tuple[list[str], bool, bool]:
    """Return the words of a spelling without articles, whether an Arabic one led, and whether it ended in none."""
    tokens = Tokens(name)
    words, out, led = tokens.words, [], False
    for i, (word, low) in enumerate(zip(words, tokens.low, strict=True)):
        if word in SKIPPED:
            continue
        following = words[i + 1] if i + 1 < len(words) else ""
        if low in ARTICLES and (following == "-" or (low in SPACED_ARTICLES and following) or _assimilated(low, following)):
            led = led or not out
            continue
        if low == "the" and not out:
            continue
        out.append(word)
    return out, led, False


def _assimilated(article: str, noun: str) -> bool:
    """Tell whether a spaced word is an article by its consonant ("Es Sider", "Ash Shwayrif")."""
    return bool(noun) and noun[0].isupper() and len(article) > 1 and noun.lower().startswith(article[1:])


def variants(keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name's keys in the orders and joins that newspapers use."""
    yield keys
    if len(keys) == 2 and keys[0] in _UNIT_KEYS and keys[1].isdigit() or len(keys) == 2 and keys[1] in _UNIT_KEYS and keys[0].isdigit():
        yield keys[::-1]
    for joined in ("abd", "bu"):
        if joined in keys[:-1]:
            i = keys.index(joined)
            yield (*keys[:i], keys[i] + keys[i + 1], *keys[i + 2 :])


_UNIT_KEYS = frozenset(table_key(u, {}) for u in _UNITS)


def entries_of(record: Mapping[str, Any], place: bool, families: Mapping[str, str], common: set[str]) -> Iterator[Entry]:
    """Yield the index entries of one actor or place."""
    base = PLACE if place else 0
    target = record["id"]
    exact = set(record.get("case_sensitive", ())) | set(record.get("acronyms", ()))
    groups: list[tuple[int, Iterable[str]]] = [
        (STRONG, [*_own_name(record, place), *record.get("strong", ()), *record.get("arabic", ())]),
        (0, record.get("weak", ())),
    ]
    names_of = {n for n in (*record.get("strong", ()), *record.get("weak", ()))}
    foreign = _foreign(record, place)
    bare = {" ".join(name_words(n)[0]).lower() for n in (*record.get("strong", ()), *record.get("weak", ())) if not name_words(n)[1]}
    for flags, names in groups:
        for name in names:
            words, led, _ = name_words(name)
            if not words or "(" in name:
                continue
            if flags == 0 and not place and not useful_weak(record, name, words):
                continue
            keys = tuple(k for k in (table_key(w, families) for w in words) if k)
            if not keys or _superfluous(name, words, flags, record, place, names_of):
                continue
            one_word = len(words) == 1
            mark = base | flags
            if name in exact or name.replace("the ", "") in exact or (len(words) == 1 and words[0].replace(".", "").isupper() and len(words[0]) <= 6 and words[0].isascii()):
                mark |= EXACT
            elif not (one_word and name[0].isupper()) and all(w.lower() in common or w.lower() in _SMALL or not w[0].isalpha() for w in words) and not words[0][0].isdigit():
                mark |= ANY_CASE
            if led and one_word:
                mark |= ARTICLE
            value = target
            if mark & EXACT:
                value = f"{target}={words[0]}"
            elif foreign:
                mark |= PRINTED
                value = f"{target}={plain_name(words)}"
            for form in variants(keys):
                yield form[0], " ".join(form[1:]), mark, value
            if led and one_word and flags & STRONG and place and words[0].lower() not in bare:
                yield keys[0], "", base, target
    for name in record.get("homonyms", ()):
        if re.fullmatch(r"[^()|]+, [^()|]+", name):
            keys = tuple(k for k in (table_key(w, families) for w in name_words(name)[0]) if k)
            yield keys[0], " ".join(keys[1:]), base | HOMONYM, target


_PEOPLE = frozenset(
    """militants fighters forces soldiers gunmen troops members jihadists militiamen men warplanes jets workers coalition
    alliance loyalists rebels aircraft planes drones militia militias""".split()
)
_SITE_NOUNS = frozenset("district area neighbourhood neighborhood suburb suburbs quarter town city".split())
_POSTS = frozenset(
    """envoy spokesman spokesperson spokeswoman official officials officers governor commander chief head minister leader
    president coordinator experts investigators leaders ministers workers employees staff""".split()
)
_UNNAMED = frozenset(
    """civilians protesters workers health_workers students prisoners migrants displaced journalists unidentified
    criminal_network rebels""".split()
)


def _superfluous(name: str, words: list[str], flags: int, record: Mapping[str, Any], place: bool, names: set[str]) -> bool:
    """Tell whether a spelling is no name: a common word ("airport"), a post, or a name with common words about it."""
    if not flags & STRONG and not any(c.isupper() for c in name) and (place or len(words) == 1):
        return True
    if not place:
        if words[-1].lower() in _POSTS:
            return True
        if words[-1] in _PEOPLE and (len(words) == 2 and words[0].isupper() or name.rsplit(" ", 1)[0] in names):
            return True
        if record.get("subkind") in _UNNAMED and (len(words) == 1 or not any(c.isupper() for c in name)):
            return True
    plain = name.split()
    for i in range(len(plain)):
        for j in range(i + 1, len(plain) + 1):
            around = plain[:i] + plain[j:]
            if around and " ".join(plain[i:j]) in names and any(_common(w, place) for w in around):
                return True
    if place and len(plain) > 1:
        low = [w.lower() for w in plain]
        if any(w in _DIRECTIONS for w in plain) and not (low[-1] == "libya" and record.get("kind") == "region"):
            return True
        if low[0] == "libyan" and low[-1] == "capital":
            return True
    return False


_DIRECTIONS = frozenset(
    "south southern north northern east eastern west western central downtown off upper lower southwest centre border coast ancient".split()
)


def _common(word: str, place: bool) -> bool:
    if place:
        return word in _SITE_NOUNS or word in ("field", "oilfield", "terminal") or word.endswith(("'s", "’s", ","))
    return word.islower() or word.endswith(("'s", "’s")) or word.endswith("-based")


def plain_name(words: Iterable[str]) -> str:
    """Return the words as a newspaper without diacritics would print them, in lower case."""
    text = unicodedata.normalize("NFKD", " ".join(words).lower())
    return re.sub("['’‘.]", "", "".join(c for c in text if not unicodedata.combining(c)))


def _foreign(record: Mapping[str, Any], place: bool) -> bool:
    """Tell whether an entry's names are not Arabic, so that only their own letters count."""
    if place:
        return "libya" not in record.get("within", ()) and record["id"] != "libya"
    return record["kind"] in ("media", "intl_org", "state", "other")


def _own_name(record: Mapping[str, Any], place: bool) -> list[str]:
    """Return the entry's name where it identifies the entry: not a place's ("Tripoli" in Lebanon), none with brackets."""
    return [] if place or "(" in record["name"] or record["kind"] == "community" else [record["name"]]


def useful_weak(record: Mapping[str, Any], name: str, words: list[str]) -> bool:
    """Tell whether a weak name of an actor may ever be found in a text."""
    kind = record["kind"]
    if kind == "state" or record.get("subkind") in _UNNAMED:
        return name in record.get("acronyms", ()) or name in ("US",)
    if kind == "person":
        return len(words) <= 2 and all(w[0].isupper() for w in words)
    if kind == "community" and not words[-1][0].isupper():
        return False
    return not (len(words) == 1 and words[0][0].islower() and words[0] not in ("coastguard",))


def build_names(
    actors: Iterable[Mapping[str, Any]],
    places: Iterable[Mapping[str, Any]],
    families: Mapping[str, str],
    common: set[str],
) -> dict[str, list[str | int]]:
    """Return the index: first folded word -> flat list of (other words, flags, target id), in a stable order."""
    rows: set[Entry] = set()
    for record in actors:
        rows.update(entries_of(record, False, families, common))
    for record in places:
        rows.update(entries_of(record, True, families, common))
    strong = {(a, b, f & ~ARTICLE, t) for a, b, f, t in rows if f & STRONG and not f & ARTICLE}
    index: dict[str, list[str | int]] = {}
    for first, rest, flags, target in sorted(rows):
        if not flags & HOMONYM and (not flags & STRONG or flags & ARTICLE) and (first, rest, (flags | STRONG) & ~ARTICLE, target) in strong:
            continue
        index.setdefault(first, []).extend((rest, flags, target))
    return index
