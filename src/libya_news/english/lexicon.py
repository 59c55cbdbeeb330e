"""The words for people, harm and quantities, as tables of tags: what casualty grammar is written in.

The words live in `people.toml`, `harm.toml` and `quantities.toml`; `_lexicon.json` is those three compiled
(by `tools/build_lexicon.py`), so that the first article does not pay for reading TOML. A test holds it in
step.

========================  ================================================================================
tag                       the word is
========================  ================================================================================
PERSON_SG, PERSON_PL      a noun for one person, for several ("soldier", "troops")
PERSON_ADJ                such a noun that is an adjective too ("rebel fighters", "civilian deaths")
PERSON_VERB               such a noun that is a verb too ("to guard", "they cook")
NO_PERSON_NEXT            a word before which a person noun is none ("fighter jets", "guard post")
KIN_SG, KIN_PL            kin (also PERSON_SG, PERSON_PL)
GROUP_SG, GROUP_PL        a collective unit ("family", "crews"); attributes: counted, families, never_persons
BODY_SG, BODY_PL          what is found dead ("body", "remains")
LIFE                      "life", "lives", "souls": victims of "claimed seven lives"
NATADJ                    adjective of a nation, people or town ("Egyptian", "Misratan")
MOD                       word that may stand before a person noun; attribute `class` if it changes the class
HV_BASE, HV_PAST,         harm verb by form (HV_S: the third person); attributes: harm, victims, cause,
HV_PART, HV_ING, HV_S     weak, metaphor, fighters, fighters_only, civilians_only, attacker, conflict, lemma
LV_LEAVE, LV_LOSE, ...    light verbs, a tag each (LEAVE LOSE FIND PUT RISE BRING SUFFER CAUSE)
HS                        phrase for a state of harm after "be" ("in intensive care", "feared dead")
HN_SG, HN_PL              harm noun; attributes: harm, victims (count, of, toll), weak
HN_COUNT, HN_OF, HN_TOLL  the same by valency
HADJ                      harm adjective ("dead", "missing"); attribute harm
UNHARMED                  "unhurt", "survived": somebody was not harmed
UNKNOWN_N, UNKNOWN_CUE    "an unknown number of"; "no toll was available"
NONE_REPORTED             "no reports of casualties": neither a zero nor an unknown
QUAL_ATLEAST, ...         qualifiers before a number: QUAL_ATLEAST MORETHAN ABOUT UPTO FEWER EXACT
AFTER_ATLEAST, ...        qualifiers behind it: AFTER_ATLEAST AFTER_ABOUT AFTER_UPTO
VAGUE                     quantity without a number; attribute `low`
NUMWORD                   number word that is no numeral; attributes `n`, `about`
ONEWORD                   "another", "a single": one, before a person noun
PART_ALL, PART_SHARE,     partitives: all of, half of (attributes `share`, `about`), most of, all but,
PART_MOST, PART_ALLBUT,   none of; PART_NORECORD: "some of", which counts nobody
PART_NONE, PART_NORECORD
UNIT                      what a number may count that is no person; NUMBERED: a noun before its number; AGE
========================  ================================================================================

A word of several tokens is a phrase. Hyphens are tokens of their own, as in `text.tokens`. A verb phrase with
a gap ("take ~ prisoner") keeps `~` in its place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from attrs import frozen

Attributes = Mapping[str, Any]
_NOTHING: Attributes = MappingProxyType({})


@frozen(kw_only=True)
class Lexicon:
    """Words and phrases with their tags and attributes.

    Attributes:
        words: A word in lower case -> its tags.
        phrases: The words of a phrase in lower case -> its tags.
        attributes: A word, or a phrase as a tuple -> kind of entry (`person`, `kin`, `group`, `body`,
            `nation`, `modifier`, `verb`, `light`, `state`, `noun`, `adjective`, `quantity`) -> what it says.
    """

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, ...], frozenset[str]]
    attributes: Mapping[str | tuple[str, ...], Mapping[str, Attributes]]

    def says(self, word: str | tuple[str, ...], kind: str) -> Attributes:
        """Return what the lexicon says of a word as an entry of one kind; nothing if it is none.

        >>> lexicon().says("soldiers", "person")["class"]
        'military'
        """
        return self.attributes.get(word, _NOTHING).get(kind, _NOTHING)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of newspaper English, read once."""
    data = json.loads(files("libya_news.english").joinpath("_lexicon.json").read_text(encoding="utf-8"))
    tagsets = [frozenset(tags) for tags in data["tagsets"]]
    kinds = data["attributes"]
    words: dict[str, frozenset[str]] = {}
    phrases: dict[tuple[str, ...], frozenset[str]] = {}
    attributes: dict[str | tuple[str, ...], Mapping[str, Attributes]] = {}
    for key, (tagset, about) in data["entries"].items():
        name: str | tuple[str, ...] = key
        if " " in key:
            name = tuple(key.split(" "))
            phrases[name] = tagsets[tagset]
        else:
            words[key] = tagsets[tagset]
        if about is not None:
            attributes[name] = kinds[about]
    return Lexicon(words=words, phrases=phrases, attributes=attributes)
