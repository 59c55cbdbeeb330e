"""The words of reported speech, read once: cue verbs with their frames, small words with their tags."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from libya_news.english.inflection import forms
from libya_news.english.speech import load_lexicon
from libya_news.rules.alphabet import Alphabet

if TYPE_CHECKING:
    import re
# One bit a tag, for the few places where a token is looked at alone.
TAGS = (
    "STOP COMMA SEMI COLON DASH HYPHEN LPAR RPAR QUOTE SINGLE POSS DET OWN PRON ME SELF NUM OF PREP CONJ "
    "ALSO SUB CUTTER REL WHO THAT BE HAVE AUX MODAL NEG NOBODY REFUSED ADV TIME TIMEMOD FINITE LEAD ACCOUNT "
    "ANAPHOR CUE KEY AMBIG CAP ED ING WORD BREAK NAME MEDIUM TOLD FIGURE LIVES MEDIA HEDGE"
).split()
BIT = {tag: 1 << i for i, tag in enumerate(TAGS)}


class Sense(NamedTuple):
    """One way in which a cue verb is used: what follows it, and what it does."""

    frame: str
    mode: str
    stance: str


class CueEntry(NamedTuple):
    """A form of a cue verb: the words after its first, the form, and its senses by frame."""

    tail: tuple[str, ...]
    form: str  # "base", "third", "past", "part", "ing"; "past" also where the participle is the same
    senses: dict[str, Sense]
    lemma: str


class Phrase(NamedTuple):
    """A phrase that stands before a speaker ("according to"), keyed by one of its words."""

    words: tuple[str, ...]
    offset: int
    mode: str


class ClaimWords(NamedTuple):
    """All that the grammar of claims knows of words."""

    alphabet: Alphabet
    trigger: re.Pattern[str]
    hedges: re.Pattern[str]
    hyphens: re.Pattern[str]
    cues: dict[str, list[CueEntry]]
    phrases: dict[str, list[Phrase]]
    groups: dict[str, frozenset[str]]
    bits: dict[str, int]


def _bits(alphabet: Alphabet) -> dict[str, int]:
    """Return the bits of the tags of every code point."""
    out = dict.fromkeys(alphabet.codes_of(TAGS), 0)
    for tag, bit in BIT.items():
        for code in alphabet.codes_of((tag,)):
            out[code] |= bit
    out[alphabet.code(frozenset())] = 0
    return out


_NONE: frozenset[str] = frozenset()
_NUMBER = frozenset({"NUM", "WORD"})
_PLAIN = frozenset({"WORD"})
_CAPITAL = frozenset({"CAP"})
_PAST = frozenset({"WORD", "ED"})
_PROGRESSIVE = frozenset({"WORD", "ING"})
_ADVERB = frozenset({"ADV"})
_SHAPES = tuple(
    tags | extra
    for tags in (_NONE, _PLAIN, _PAST, _PROGRESSIVE, _NUMBER, _ADVERB)
    for extra in (_NONE, _CAPITAL)
)


def _shape(word: str, tags: frozenset[str]) -> frozenset[str]:
    first = word[0]
    if first.isdigit():
        return _NUMBER
    if not first.isalpha():
        return _NONE
    out = _NONE
    if not tags:
        out = _PLAIN
        if word.endswith("ed") and len(word) > 4:
            out = _PAST
        elif word.endswith("ing") and len(word) > 5:
            out = _PROGRESSIVE
        elif word.endswith("ly") and len(word) > 4 and not first.isupper():
            out = _ADVERB
    return out | _CAPITAL if first.isupper() else out


@cache
def claim_words() -> ClaimWords:
    """Return the words of reported speech."""
    clauses, reporting = load_lexicon("clauses"), load_lexicon("reporting")
    entries: dict[str, set[str]] = {}
    for tag, words in clauses["words"].items():
        name = "NUM" if tag == "NUMWORD" else tag
        for word in words.split():
            entries.setdefault(word, set()).add(name)
            if name == "ACCOUNT":
                entries[word].add("WORD")
    entries["\n"] = {"BREAK"}
    groups = {
        name: frozenset(words.split()) for name, words in clauses["groups"].items() if isinstance(words, str)
    }
    for word in groups["medium"]:
        entries.setdefault(word, set()).update(("MEDIUM", "WORD"))
    for word in groups["told"]:
        entries.setdefault(word, set()).update(("TOLD", "WORD"))
    for word in groups["figure"]:
        entries.setdefault(word, set()).update(("FIGURE", "WORD"))
    for word in groups["lives"]:
        entries.setdefault(word, set()).update(("LIVES", "WORD"))
    for word in groups["media"]:
        entries.setdefault(word, set()).update(("MEDIA", "WORD"))
    for word in _key_words(load_lexicon("certainty")):
        entries.setdefault(word, set()).add("HEDGE")
    ambiguous = frozenset(clauses["ambiguous"]["words"].split())
    for word in ambiguous:
        entries.setdefault(word, set()).update(("AMBIG", "WORD"))
    cues = _cues(reporting["verbs"])
    for word, rows in cues.items():
        tags = entries.setdefault(word, set())
        tags.add("CUE")
        if any(row.form == "ing" for row in rows):
            tags.add("ING")
    phrases = _phrases(reporting["phrases"])
    for word in phrases:
        entries.setdefault(word, set()).add("KEY")
        if len(entries[word]) == 1:
            entries[word].add("WORD")
    for tags in entries.values():
        if tags == {"HEDGE"}:
            tags.add("WORD")
    alphabet = Alphabet(entries, _shape, _SHAPES)
    trigger = alphabet.compile("[CUE|KEY]")
    hedges = alphabet.compile("HEDGE")
    hyphens = alphabet.compile("HYPHEN")
    return ClaimWords(alphabet, trigger, hedges, hyphens, cues, phrases, groups, _bits(alphabet))


def key_word(words: tuple[str, ...]) -> int:
    """Return the place of the word by which a phrase is looked up: its longest, which is its rarest."""
    return max(range(len(words)), key=lambda i: len(words[i]))


def _key_words(certainty: dict[str, Any]) -> set[str]:
    phrases = [phrase for cue in certainty["cue"] for phrase in cue["phrases"]]
    rows = [tuple(phrase.split()) for phrase in (*phrases, *certainty["pseudo"]["phrases"])]
    return {words[key_word(words)] for words in rows}


def _cues(tables: dict[str, dict[str, object]]) -> dict[str, list[CueEntry]]:
    merged: dict[tuple[str, tuple[str, ...], str], CueEntry] = {}
    for table in tables.values():
        senses = {f: Sense(f, str(table["mode"]), str(table["stance"])) for f in _strings(table["frames"])}
        for entry in _entries(table["verbs"]):
            five = forms(entry)
            for form, text in zip(("base", "third", "past", "part", "ing"), five, strict=True):
                head, *tail = text.split(" ")
                key = (head, tuple(tail), form)
                if key in merged:
                    for frame, sense in senses.items():
                        merged[key].senses.setdefault(frame, sense)
                else:
                    merged[key] = CueEntry(tuple(tail), form, dict(senses), five[0])
    for key in list(merged):
        # "said" is past and participle, "put" is all three: one entry, the context tells which.
        if key[2] in ("part", "base") and (*key[:2], "past") in merged:
            del merged[key]
    out: dict[str, list[CueEntry]] = {}
    for (head, _, _), cue in merged.items():
        out.setdefault(head, []).append(cue)
    order = {"past": 0, "third": 1, "base": 2, "ing": 3, "part": 4}
    for rows in out.values():
        rows.sort(key=lambda cue: (-len(cue.tail), order[cue.form]))
    return out


def _phrases(tables: dict[str, list[str]]) -> dict[str, list[Phrase]]:
    out: dict[str, list[Phrase]] = {}
    for mode, phrases in tables.items():
        for text in phrases:
            words = tuple(text.split())
            offset = key_word(words)
            out.setdefault(words[offset], []).append(Phrase(words, offset, mode))
    for rows in out.values():
        rows.sort(key=lambda phrase: -len(phrase.words))
    return out


def _strings(value: object) -> list[str]:
    return [str(x) for x in value] if isinstance(value, list) else []


def _entries(value: object) -> list[str]:
    rows = value if isinstance(value, list) else []
    return [str(row["verb"]) if isinstance(row, dict) else str(row) for row in rows]
