"""Finding the names of actors and places: one pass over the tokens, longest match first."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from libya_news.knowledge.folding import ARTICLES, SPACED_ARTICLES, table_key
from libya_news.knowledge.indexing import (
    EXACT,
    SKIPPED,
    reads_as_article,
)
from libya_news.knowledge.lookup import Candidate, Knowledge, Node
from libya_news.knowledge.nodes import Meanings
from libya_news.model.actor import ActorKind
from libya_news.parsing.name_shapes import Shapes
from libya_news.parsing.names_printing import all_caps_around, allows
from libya_news.text.tokens import Tokens

NameKind = Literal[ActorKind, "place", "unknown_person", "unknown_group", "unknown_place"]
Strength = Literal["strong", "weak"]

_CACHE_LIMIT = 50_000


class NameHit(NamedTuple):
    """A name in the tokens `first` up to, not including, `last`.

    `actor_id` and `place_id` are both set where a spelling is both (a country, a hospital): the role in the
    sentence decides; a country has its `actor_id` only where it acts ("France said"). `kind` is the known
    actor's kind, "place" for a place alone, or tells what an unknown name is; its ids are then slugs of its
    words. `inner` holds the names inside a longer one ("Haftar" in "Haftar's forces", "Zawiya" in "Zawiya
    harbour").
    """

    first: int
    last: int
    actor_id: str | None
    place_id: str | None
    strength: Strength
    kind: NameKind
    inner: "tuple[NameHit, ...]" = ()


class Keys(dict[str, str]):
    """Printed word -> folded word, filled as words are met and emptied when it grows too large."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.families: Mapping[str, str] = knowledge.families

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        key = self[word] = table_key(word, self.families)
        return key


class Starts(dict[str, Node | None]):
    """Printed word -> the names that may begin with it, filled as words are met."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.keys_of: Keys = knowledge.cached(Keys)

    def __missing__(self, word: str) -> Node | None:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        first = word[0]
        node = None
        if first.isupper() or first.isdigit() or word in self.knowledge.common or not first.isascii():
            node = self.knowledge.node(self.keys_of[word])
        self[word] = node
        return node


Raw = tuple[int, int, int, Meanings]  # first (with its article), first word, last, candidates


def raw_matches(tokens: Tokens, knowledge: Knowledge, places: Iterable[int] | None = None) -> list[Raw]:
    """Return the longest spelling at each place, with all its meanings that the print allows.

    Args:
        tokens: The tokens of the article's text.
        knowledge: The actors and places to look for.
        places: The tokens that may begin a name, in order, where they are known already.
    """
    words, low = tokens.words, tokens.low
    starts = knowledge.cached(Starts)
    if places is None:
        places = [i for i, word in enumerate(words) if starts[word] is not None]
    pairs = knowledge.cached(Pairs)
    found: list[Raw] = []
    free, last_token = 0, len(words) - 1
    for i in places:
        if i < free:
            continue
        if i < last_token:
            # Most words that may begin a name do not, or are one: remember what the next word makes of them.
            alone = pairs[words[i], words[i + 1]]
            if alone is None:
                continue
            if alone and not (i and low[i - 1] in _LEADING):
                found.append((i, i, i + 1, alone))
                free = i + 1
                continue
        node = starts[words[i]]
        if node is not None:
            match = match_at(i, node, tokens, knowledge)
            if match is not None:
                found.append(match)
                free = match[2]
    return found


class Pairs(dict[tuple[str, str], Meanings | None]):
    """Two printed words -> what the first means if the second does not go on with its name.

    None: nothing, whatever stands before them. No meanings: that cannot be told from two words.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __missing__(self, pair: tuple[str, str]) -> Meanings | None:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        found = self[pair] = self._alone(*pair)
        return found

    def _alone(self, word: str, following: str) -> Meanings | None:
        knowledge = self.knowledge
        node = knowledge.cached(Starts)[word]
        if node is None:
            return None
        if (
            following in SKIPPED
            or following.lower() in ARTICLES
            or knowledge.cached(Keys)[following] in node.following
        ):
            return _UNTOLD
        if not node.alone:
            return None
        if word.lower().replace("\u2019", "'") in knowledge.sets["shouted"]:
            return _UNTOLD
        return Meanings([c for c in node.by_rest[()] if allows(c, [word], knowledge, led=False)])


_UNTOLD = Meanings([])
_LEADING = ARTICLES | {"-"}


class Letters(dict[str, str]):
    """Printed word -> the letter of its shape, as a code point above 127 where a known name may begin."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.starts: Starts = knowledge.cached(Starts)
        self.shapes: Shapes = knowledge.cached(Shapes)

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        shape = self.shapes[word]
        found = self[word] = shape if self.starts[word] is None else chr(ord(shape) | _MAY_BEGIN)
        return found


_MAY_BEGIN = 0x80
_SHAPE_ALONE = bytes(i & ~_MAY_BEGIN for i in range(256))
_BEGINNING = re.compile(rb"[\x80-\xff]")


def read_letters(tokens: Tokens, knowledge: Knowledge) -> tuple[str, list[int]]:
    """Return the shapes of the tokens, one letter each, and the tokens that may begin a known name."""
    letters = knowledge.cached(Letters)
    code = "".join(map(letters.__getitem__, tokens.words)).encode("latin-1")
    places = [match.start() for match in _BEGINNING.finditer(code)]
    return code.translate(_SHAPE_ALONE).decode("ascii"), places


def raw_matches_within(first: int, last: int, tokens: Tokens, knowledge: Knowledge) -> list[Raw]:
    """Return the matches in a stretch whose longest reading means nothing: shorter, or later ones."""
    starts, words = knowledge.cached(Starts), tokens.words
    found: list[Raw] = []
    i = first
    while i < last:
        node = starts[words[i]]
        match = None
        if node is not None:
            match = match_at(i, node, tokens, knowledge, last if i == first else 1 << 60)
        if match is None:
            i += 1
        else:
            found.append(match)
            i = match[2]
    return found


def match_at(i: int, node: Node, tokens: Tokens, knowledge: Knowledge, before: int = 1 << 60) -> Raw | None:
    """Return the longest spelling that begins with the token `i` and ends before the token `before`."""
    low = tokens.low
    first = with_article(i, tokens) if i and low[i - 1] in _LEADING else i
    if node.following and i + 1 < len(low):
        by_rest = node.by_rest
        rest, ends = _following(i, node, tokens, knowledge.cached(Keys))
        if rest:
            for length in node.lengths:
                if not length or length > len(rest) or ends[length] >= before:
                    continue
                candidates = by_rest.get(tuple(rest[:length]))
                if candidates:
                    fits = _fitting(candidates, i, first, ends[length], tokens, knowledge)
                    if fits:
                        return first, i, ends[length], fits
    if node.alone and i + 1 < before:
        fits = _fitting(node.by_rest[()], i, first, i + 1, tokens, knowledge)
        if fits:
            return first, i, i + 1, fits
    return None


def _fitting(
    candidates: list[Candidate], i: int, first: int, last: int, tokens: Tokens, knowledge: Knowledge
) -> Meanings:
    """Return the meanings that the print allows; remembered by the words, for names return."""
    memo = knowledge.fits
    key = (
        (tokens.words[i] if last == i + 1 else tokens.quote(i, last)),
        first < i,
    )
    found = memo.get(key)
    if found is None:
        if len(memo) > _CACHE_LIMIT:
            memo.clear()
        words = tokens.words[i:last]
        fits = [c for c in candidates if allows(c, words, knowledge, led=first < i)]
        found = memo[key] = Meanings(fits)
    if found and last == i + 1 and tokens.low[i] in knowledge.sets["shouted"] and all_caps_around(i, tokens):
        return Meanings([c for c in found if not c.flags & EXACT])
    return found


def _following(i: int, node: Node, tokens: Tokens, keys: Keys) -> tuple[list[str], list[int]]:
    """Return the folded words behind the token `i`, articles and hyphens left out, and where each ends."""
    words, low, starts = tokens.words, tokens.low, tokens.starts
    longest, n, j = node.lengths[0], len(words), i + 1
    rest: list[str] = []
    ends = [j]
    while j < n and len(rest) < longest:
        word = words[j]
        if word in SKIPPED:
            if word == "-" and not (
                starts[j] == starts[j - 1] + len(words[j - 1])
                and j + 1 < n
                and starts[j + 1] == starts[j] + 1
            ):
                break
            j += 1
            continue
        if low[j] in ARTICLES and j + 1 < n and reads_as_article(low[j], words[j + 1]):
            j += 1
            continue
        key = keys[word]
        if not rest and key not in node.following:
            break
        rest.append(key)
        j += 1
        ends.append(j)
    return rest, ends


def _assimilated(article: str, noun: str) -> bool:
    return noun[0].isupper() and len(article) > 1 and noun.lower().startswith(article[1:])


def with_article(i: int, tokens: Tokens) -> int:
    """Return the index of the Arabic article that leads the word at `i`, or `i`."""
    if i == 0:
        return i
    low, words = tokens.low, tokens.words
    if (
        words[i - 1] == "-"
        and i > 1
        and low[i - 2] in ARTICLES
        and tokens.ends[i - 2] == tokens.starts[i - 1]
    ):
        return i - 2
    before = low[i - 1]
    if before in SPACED_ARTICLES:
        return i - 1
    if before in ARTICLES and words[i - 1][0].isupper() and _assimilated(before, words[i]):
        starts_sentence = i < 2 or words[i - 2] in '\n.!?"“'
        return i if starts_sentence and before in ("as", "at", "an", "us") else i - 1
    return i


def find_names(tokens: Tokens, knowledge: Knowledge, published: date | None) -> list[NameHit]:
    """Return the names in a text, in text order, none overlapping another.

    Use it once, before numbers and dates are read, so that "166" in "Battalion 166" is no toll. The longest
    spelling wins; a spelling that needs context ("Sabri", "Shura Council") counts only if the text or the
    date gives it.

    Args:
        tokens: The tokens of the article's text.
        knowledge: The actors and places to look for.
        published: The article's day; None leaves dated names undecided.

    Returns:
        Known and unknown names.
    """
    from libya_news.parsing.naming import resolve

    shapes, places = read_letters(tokens, knowledge)
    return resolve(raw_matches(tokens, knowledge, places), tokens, knowledge, published, shapes)
