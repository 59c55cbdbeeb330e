"""The words of the casualty grammar: the lexicon's and the small words of English, under one alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from libya_news.english.lexicon import Attributes, Lexicon, lexicon
from libya_news.english.speech import load_lexicon
from libya_news.rules.alphabet import Alphabet

if TYPE_CHECKING:
    import re

    from libya_news.parsing.names import NameHit

CLASSES = (
    "medic", "journalist", "official", "child", "woman", "migrant", "foreigner", "police", "military",
    "militant", "civilian", "mixed", "unspecified",
)  # fmt: skip
RANK = {name: rank for rank, name in enumerate(CLASSES)}

# What a joined unit is, and its tags. A unit that is a name may be a group and a place at once ("Misrata").
_UNIT_SETS = {
    "NUM": {"NUM", "NUMBERISH"},
    "AGE": {"AGE"},
    "DATE": {"DATE", "ADJUNCT"},
    "PERSON": {"NP", "NAME"},
    "GROUP": {"NG", "NAME"},
    "PLACE": {"NL", "NAME", "ADJUNCT"},
    "BOTH": {"NG", "NL", "NAME", "ADJUNCT"},
}
VERB_FORMS = (
    "VT_PAST|VT_PART|VT_ING|VT_BASE|VT_S|VI_PAST|VI_PART|VI_ING|VI_BASE|VI_S|VA_PAST|VA_ING|HARM|HYP|NEG"
)
# What no word inside a phrase of a clause is.
NO_PLAIN_WORD = (
    f"FN|V|GB|GP|GHB|GH|GZ|GHZ|{VERB_FORMS}|CUE|DATE|LV_LEAVE|LV_LOSE|UNHARMED|HS|HADJ|TAIL|LV_RISE"
    "|LV_BRING|LV_PUT"
)
# What no word between a number and its noun is.
NO_MODIFIER = (
    "FN|NUM|VAGUE|NUMWORD|DATE|UNIT|HV|LV_LEAVE|LV_LOSE|CUE|HADJ|HN_COUNT|BODY_SG|BODY_PL|PERSON_PL"
    "|PART_SHARE|PART_MOST|UNKNOWN_CUE|UNKNOWN_N|NONE_REPORTED|UNHARMED|DOLLAR|DASH|POSSESSIVE|HS"
    "|TAIL|QUAL_EXACT|QUAL_ABOUT|AFTER_ATLEAST|ONEWORD|HN_TOLL"
)
# The classes that patterns name most often, or that would cut the alphabet into the most pieces.
_TOGETHER = [
    part.split("|") for part in ("CAP|NAME", f"{NO_PLAIN_WORD}|STOP|BREAK", f"{NO_MODIFIER}|STOP|BREAK")
]
# The groups of persons and verbs that the second pass makes (parsing/groups.py).
GROUP_SETS = {
    "GC": {"G", "GC", "V"},  # counted persons: "at least six fighters"
    "GS": {"G", "GS", "V"},  # one person: "a guard", "his driver"
    "GD": {"G", "GD", "V"},  # one definite person: "the lieutenant"
    "GN": {"G", "GN", "V"},  # a named person
    "GX": {"G", "GX", "V"},  # a number whose noun is elsewhere
    "GO": {"G", "GO", "V"},  # a part of something told before: "two of them"
    "GB": {"G", "GB"},  # persons without a number
    "GZ": {"G", "GZ"},  # nobody
    "AG": {"AG", "AGE"},  # an age: "aged 19 and 23"
    "GP": {"G", "GP", "GPS"},  # a personal pronoun that may be a subject
    "GPO": {"G", "GP"},  # him, them
    "GSF": {"G", "GP", "GSF"},  # himself, themselves
    "GH": {"GH"},  # a number of deaths, dead, injuries, bodies: the harm is in the noun
    "GHB": {"GHB"},  # the dead, the wounded, deaths: harm without a number
    "GHZ": {"GHZ"},  # no deaths
    "PAS": {"PAS", "HARM"},  # were killed
    "PASR": {"PAS", "PASR", "HARM"},  # said to have been killed
    "ACT": {"ACT", "HARM"},  # had killed
    "ITR": {"ITR", "HARM"},  # died
    "HYP": {"HYP"},  # might kill, to kill: no harm done
    "NEG": {"NEG"},  # were not killed
}


class CasualtyWords:
    """All words of the casualty grammar, with the alphabet over their tags."""

    def __init__(self) -> None:
        lex = lexicon()
        grammar = load_lexicon("grammar")
        words: dict[str, set[str]] = {
            word: _by_valency(tags, lex.says(word, "verb")) for word, tags in lex.words.items()
        }
        member = {tag: group for group, tags in grammar["groups"].items() for tag in tags}
        plain = set(grammar["content"]["tags"])
        for tag, entries in grammar["words"].items():
            for text in entries:
                tags = words.setdefault(text, set())
                tags.add(tag)
                if tag in member:
                    tags.add(member[tag])
                if tag not in plain:
                    tags.add("FN")
        for text in grammar["numerals"]["words"]:
            words.setdefault(text, set()).add("NUMERAL")
        for text in grammar["numerals"]["ordinals"]:
            words.setdefault(text, set()).update(("ORD", "NUMBERISH"))
        for word, tags in words.items():
            if word.endswith("ly") and tags.isdisjoint(_PERSONS):
                tags.add("LY")
            if word in ("martyr", "martyrs") or (
                "HN_COUNT" in tags and lex.says(word, "noun") and not lex.says(word, "noun").get("weak")
            ):
                tags -= {"PERSON_SG", "PERSON_PL", "PERSON_ADJ"}
            if word == "another":
                tags.add("ELIDED")
            if "FIGURE" in tags:
                tags -= {"PERSON_SG", "PERSON_PL", "PERSON_ADJ", "PERSON_VERB"}
            if not tags.isdisjoint(_COLLECTIVES) and lex.says(word, "group").get("counted", 0) > 1:
                tags.add("COUPLE")
        phrases: dict[tuple[str, ...], set[str]] = {}
        for key, tagset in lex.phrases.items():
            if "AGE" in tagset or (key[0] == "and" and len(key) == 2 and key != ("and", "counting")):
                # An age is read with its number; "and more" begins "and more than 20" as often as it ends
                # "20 and more".
                continue
            if "~" in key:
                gap = key.index("~")
                self._gapped(words, phrases, key[:gap], key[gap + 1 :], tagset)
            else:
                phrases.setdefault(key, set()).update(_by_valency(tagset, lex.says(key, "verb")))
                if "ONEWORD" in tagset and key[-1] in _ORDINALS:
                    phrases[key].add("ELIDED")
                if lex.says(key, "group").get("counted", 0) > 1:
                    phrases[key].add("COUPLE")
        for tag, entries in grammar["phrases"].items():
            for text in entries:
                group = [member[tag]] if tag in member else []
                phrases.setdefault(tuple(text.split(" ")), set()).update((tag, "FN", *group))
        self._lexicon = lex
        self._classes: dict[str, tuple[str, ...]] = {}
        self._lemmas: dict[str, tuple[str, ...]] = {}
        figures = [tags | _NUMBER for word, tags in words.items() if word[0] in _DIGITS]
        self.alphabet: Alphabet = Alphabet(
            words,
            _shape,
            shapes=[_CAP],
            alone=[_LY, _ED, _CAP_ED, _S, _CAP_S, _NUMBER],
            sets=[*_UNIT_SETS.values(), *GROUP_SETS.values(), *phrases.values(), *figures],
            together=_TOGETHER,
        )
        code = self.alphabet.code
        # First word -> second word -> the rest of each phrase, the longest first.
        self.heads: dict[str, dict[str, list[tuple[tuple[str, ...], str, str]]]] = {}
        for key in sorted(phrases, key=lambda key: (-len(key), key)):
            entry = (key[2:], code(frozenset(phrases[key])), " ".join(key))
            self.heads.setdefault(key[0], {}).setdefault(key[1], []).append(entry)
        units = {kind: code(frozenset(tags)) for kind, tags in _UNIT_SETS.items()}
        self.number_code: str = units["NUM"]
        self.age_code: str = units["AGE"]
        self.date_code: str = units["DATE"]
        self._name_codes = units
        self.group_codes: dict[str, str] = {kind: code(frozenset(tags)) for kind, tags in GROUP_SETS.items()}
        self.number_start: re.Pattern[str] = self.alphabet.compile("[NUM0|NUMERAL]")

    def extended(
        self, entries: Mapping[str, tuple[frozenset[str], Mapping[str, Attributes]]]
    ) -> CasualtyWords:
        """Return these words with others added: what is compiled for these holds for them too.

        A word that is known as the same kind of entry is replaced; a word known as another kind becomes both,
        where the grammar can tell the two apart.

        Args:
            entries: Words or phrases (their tokens in lower case, joined by blanks), each with its tags and
                what it says, by kind of entry, as in the lexicon.

        Raises:
            RuleError: A word has forms that no word of the package combines.
        """
        attributes = dict(self._lexicon.attributes)
        words: dict[str, frozenset[str]] = {}
        heads = dict(self.heads)
        for key, (tags, about) in entries.items():
            name = tuple(key.split(" ")) if " " in key else key
            known = attributes.get(name, _NOTHING)
            attributes[name] = {**known, **about}
            new = frozenset(_by_valency(tags, about.get("verb", _NOTHING)))
            if isinstance(name, str):
                before = None if known.keys() & about.keys() else self.alphabet.tags_of(name)
                words[name] = self._declared(new, before)
                continue
            rows = [row for row in heads.get(name[0], {}).get(name[1], ()) if row[2] != key]
            rows.append((name[2:], self.alphabet.code(self._declared(new, None)), key))
            rows.sort(key=lambda row: -len(row[0]))
            heads[name[0]] = {**heads.get(name[0], {}), name[1]: rows}
        other = copy(self)
        other._lexicon = Lexicon(
            words=self._lexicon.words, phrases=self._lexicon.phrases, attributes=attributes
        )
        other._classes, other._lemmas = {}, {}
        other.heads = heads
        other.alphabet = self.alphabet.extended(words)
        return other

    def _declared(self, tags: frozenset[str], known: frozenset[str] | None) -> frozenset[str]:
        """Return the set of tags nearest to those of a new word that the grammar has a code point for."""
        choices = [tags] if known is None else [tags | known - _SHAPES, tags]
        choices.extend(tags - {form} for form in sorted(tags) if form.endswith(("_BASE", "_S", "_PART")))
        for choice in choices:
            if self.alphabet.declared(choice) and self.alphabet.declared(choice | _CAP):
                return choice
        return tags

    @staticmethod
    def _gapped(
        words: dict[str, set[str]],
        phrases: dict[tuple[str, ...], set[str]],
        head: tuple[str, ...],
        tail: tuple[str, ...],
        tags: frozenset[str],
    ) -> None:
        """Enter "take ~ prisoner": its head gets the form, its tail the tag that ends the phrase."""
        form = {tag.replace("HV_", "GAP_") for tag in tags if tag.startswith("HV_")}
        for part, new in ((head, form), (tail, {"TAIL"})):
            if len(part) == 1:
                words.setdefault(part[0], set()).update(new)
            else:
                phrases.setdefault(part, set()).update(new)

    def name_code(self, name: NameHit) -> str:
        """Return the code point for a name that was found."""
        if name.kind in ("person", "unknown_person"):
            return self._name_codes["PERSON"]
        if name.actor_id is not None:
            return self._name_codes["BOTH" if name.place_id is not None else "GROUP"]
        return self._name_codes["PLACE"]

    def classes(self, key: str) -> tuple[str, ...]:
        """Return the victim classes that a word or phrase says, as noun, kin, nation and modifier."""
        known = self._classes.get(key)
        if known is None:
            about = self._about(key)
            kinds = ("person", "kin", "nation", "modifier")
            found = [about[kind].get("class") for kind in kinds if kind in about]
            known = tuple(str(cls) for cls in found if cls in RANK)
            if key.startswith("civilian "):
                known = (*known, "civilian")
            if about or known:
                self._classes[key] = known
        return known

    def lemmas(self, key: str) -> tuple[str, ...]:
        """Return the lemmas of a word or phrase as a noun for people."""
        known = self._lemmas.get(key)
        if known is None:
            about = self._about(key)
            found = [about[kind] for kind in ("person", "kin", "nation", "group", "body") if kind in about]
            named = [says for says in found if says.keys() & {"lemma", "nation"}]
            known = tuple(str(says.get("lemma") or says.get("nation")) for says in named)
            if about:
                self._lemmas[key] = known
        return known

    def _about(self, key: str) -> Mapping[str, Attributes]:
        return self._lexicon.attributes.get(tuple(key.split(" ")) if " " in key else key, _NOTHING)

    def says(self, key: str, kind: str) -> Attributes:
        """Return what the lexicon says of a word or phrase, in lower case, as an entry of one kind."""
        return self._lexicon.says(tuple(key.split(" ")) if " " in key else key, kind)

    def tail(self, head: str, tail: str) -> dict[str, Any]:
        """Return what the lexicon says of a verb with a gap: "took" and "prisoner"."""
        return dict(self._lexicon.says((*head.split(" "), "~", *tail.split(" ")), "verb"))


_NOTHING: Mapping[str, Attributes] = MappingProxyType({})
_ORDINALS = frozenset(
    {
        "second",
        "third",
        "fourth",
        "fifth",
        "more",
        "other",
        "another",
        "younger",
        "elder",
        "eldest",
        "youngest",
    }
)
_VALENCY = {"object": "VT", "subject": "VI", "after": "VA", "lives": "VL"}


def _by_valency(tags: frozenset[str], about: Attributes) -> set[str]:
    """Name a harm verb's forms by where its victims stand: object of `VT_PAST`, subject of `VI_PAST`."""
    plain, forms = _forms(tags)
    if not forms:
        return set(plain)
    kinds = [_VALENCY[str(about["victims"])]] if about.get("victims") in _VALENCY else []
    if about.get("also") == "object":
        kinds.append("VT")
    return {"HV", *plain, *(f"{kind}_{form}" for kind in kinds for form in forms)}


@cache
def _forms(tags: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the tags that are no form of a harm verb, and those forms without their mark."""
    plain = frozenset(tag for tag in tags if not tag.startswith("HV_"))
    return plain, frozenset(tag.removeprefix("HV_") for tag in tags - plain)


_NONE: frozenset[str] = frozenset()
_PERSONS = frozenset({"PERSON_SG", "PERSON_PL"})
_COLLECTIVES = frozenset({"GROUP_SG", "GROUP_PL"})
_DIGITS = frozenset("0123456789")
_NUMBER = frozenset({"NUM0"})
_CAP = frozenset({"CAP"})
_S = frozenset({"S"})
_CAP_S = frozenset({"CAP", "S"})
_ED = frozenset({"ED"})
_CAP_ED = frozenset({"CAP", "ED"})
_LY = frozenset({"LY"})


def _shape(word: str, tags: frozenset[str]) -> frozenset[str]:
    """Return the tags that the form of a printed word gives."""
    head = word[0]
    if head in _DIGITS:
        return _NUMBER
    capital = head.isupper()
    if tags:
        return _CAP if capital else _NONE
    low = word.lower()
    if len(low) > 3:
        if low.endswith("ly"):
            return _LY
        if low.endswith("ed"):
            return _CAP_ED if capital else _ED
        if low.endswith("s") and not low.endswith("ss"):
            return _CAP_S if capital else _S
    return _CAP if capital else _NONE


_SHAPES = frozenset({"CAP", "S", "ED", "LY"})


@cache
def package_words() -> CasualtyWords:
    """Return the words of the casualty grammar that ship with the package, read once."""
    return CasualtyWords()


_IN_FORCE: ContextVar[CasualtyWords | None] = ContextVar("libya_news_casualty_words", default=None)


def casualty_words() -> CasualtyWords:
    """Return the words of the casualty grammar: those in force, else those of the package."""
    return _IN_FORCE.get() or package_words()


@contextmanager
def words_in_force(words: CasualtyWords) -> Iterator[None]:
    """Have `casualty_words` give other words within a block, in this thread or task only."""
    token = _IN_FORCE.set(words)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def casualty_alphabet() -> Alphabet:
    """Return the alphabet of the casualty grammar."""
    return casualty_words().alphabet
