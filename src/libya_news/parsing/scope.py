"""Scope: harm that is told as a drill, a fear, a threat, a rule, a fiction, or only to be denied, makes no casualty."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.speech import load_lexicon

if TYPE_CHECKING:
    from libya_news.model.claim import Claim
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.reader import Reader
    from libya_news.text.tokens import Tokens

_ENDS = frozenset({",", ";", ".", "!", "?", "\n", ":", '"', "“", "”", "but"})
_COMPOUND = frozenset({"-", "crew", "crews", "maker", "makers", "director", "team", "star", "set"})
# Whoever denies his part in a harm does not deny the harm.
_BLAME = (
    "responsibility",
    "involvement",
    "any involvement",
    "any role",
    "a role",
    "any part",
    "any link",
    "any hand",
    "having a hand",
    "being behind",
    "any responsibility",
    "all responsibility",
    "any connection",
    "complicity",
)
_REACH = 9  # tokens that a word before the harm reaches over


class _Words(NamedTuple):
    sentence: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    denied: frozenset[str]
    adjacent: frozenset[str]
    table_of: dict[str, str]
    heads: frozenset[str]


@cache
def _words() -> _Words:
    data = load_lexicon("scope")
    tables = {
        name: frozenset(w for words in data[name].values() for w in words)
        for name in ("sentence", "before", "after", "denied", "adjacent")
    }
    # of a phrase in several tables, the first counts
    table_of = {phrase: name for name in reversed(tables) for phrase in tables[name]}
    return _Words(**tables, table_of=table_of, heads=frozenset(phrase.split(" ")[0] for phrase in table_of))


def in_scope(reader: Reader, candidates: list[Candidate], claims: list[Claim]) -> list[Candidate]:
    """Return the candidates that are told as facts, in the same order."""
    tokens = reader.tokens
    cues: dict[int, list[tuple[int, int, str]]] = {}
    denials = [
        (c.content.start, c.content.end)
        for c in claims
        if c.polarity == "denies" and not c.content.exact.lower().startswith(_BLAME)
    ]
    out = []
    for c in candidates:
        found = cues.get(c.sentence)
        if found is None:
            found = cues[c.sentence] = _cues(tokens, c.sentence)
        if found and _unreal(reader, c, found):
            continue
        if tokens.words[tokens.sentences[c.sentence][1] - 1] == "?":
            continue  # what is asked is not told
        if c.quantity.qualifier not in ("none", "unknown") and any(
            a <= c.span[0] and c.span[1] <= b for a, b in denials
        ):
            continue
        out.append(c)
    return out if len(out) == len(candidates) else of_none_left_out(out)


def of_none_left_out(kept: list[Candidate]) -> list[Candidate]:
    """Return the candidates that are kept, none of them a part of one that is not."""
    alive = {id(c) for c in kept}
    for c in kept:
        if c.whole is not None and id(c.whole) not in alive:
            c.whole = None
    return kept


def _cues(tokens: Tokens, sentence: int) -> list[tuple[int, int, str]]:
    """Return the scope cues of a sentence: first token, after the last token, table."""
    words = _words()
    first, last = tokens.sentences[sentence]
    low = tokens.low
    if words.heads.isdisjoint(low[first:last]):
        return []
    out = []
    for i in compress(range(first, last), map(words.heads.__contains__, low[first:last])):
        for n in (5, 4, 3, 2, 1):
            if i + n < last and low[i + n] in _COMPOUND:
                continue  # "a film crew", "a film-maker"
            phrase = " ".join(low[i : min(i + n, last)])
            name = words.table_of.get(phrase)
            if name is not None:
                out.append((i, i + n, name))
                break
    return out


def _unreal(reader: Reader, c: Candidate, cues: list[tuple[int, int, str]]) -> bool:
    """Tell whether a cue of the sentence reaches the candidate."""
    tokens = reader.tokens
    units, groups = reader.units, reader.groups
    start = min(units.first[groups.first[c.group]], tokens.token_at(c.harm_span[0]))
    end = max(units.last[groups.last[c.group] - 1], tokens.token_at(c.harm_span[1] - 1) + 1)
    for a, b, name in cues:
        if name == "sentence":
            return True
        if name == "after" and a >= end and a - end <= _REACH:
            return True
        if name == "adjacent" and b == start and tokens.low[start] != "the":
            return True
        if name in ("before", "denied") and b <= start and start - b <= _REACH:
            between = tokens.low[b:start]
            if name == "denied" and ("that" not in between or " ".join(between).startswith(_BLAME)):
                continue  # "denied responsibility for the blast that killed nine"
            if _ENDS.isdisjoint(between):
                return True
    return False
