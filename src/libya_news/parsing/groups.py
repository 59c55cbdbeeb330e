"""Groups: persons with their numbers, harm nouns with theirs, and verb groups, over the units of an article."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from libya_news.english.casualty_words import NO_MODIFIER, casualty_alphabet, casualty_words
from libya_news.rules.pieces import Pieces

if TYPE_CHECKING:
    from libya_news.parsing.units import Units

# Named pieces of the patterns below; a piece may use those above it.
_PIECES = Pieces()
_piece = _PIECES.add


# A word that may stand between a number and its noun.
_piece(
    "mod",
    f"(?:[MOD|NATADJ|NAME|AGE|PERSON_ADJ|KIN_SG]|[!{NO_MODIFIER}])",
)
# A word that a number would count, so that the number stands for no people: "killed 11 camels".
_piece(
    "content",
    "[!FN|NUM|VAGUE|NUMWORD|DATE|HV|LV_LEAVE|LV_LOSE|CUE|HADJ|HN_COUNT|PART_SHARE|PART_MOST|UNHARMED|DASH|POSSESSIVE|HS"
    "|TAIL|QUAL_EXACT|QUAL_ABOUT|AFTER_ATLEAST|ONEWORD|LY|LV_RISE|NL|NP|ALSO|UP|OUT|ED|LV_FIND|LV_SUFFER|LV_BRING|LV_PUT|LV_CAUSE|INCLUDE|MANAGED|SEEN|SPEAK|SHOW|WITHHOLD|AVAILABLE|REFUSE|MOVED|PULL|TREAT]",
)
# A word before a noun of harm: no noun for people, so that "one boy injured" counts boys, not injuries.
_piece("hmod", "(?! [PERSON_SG] (?<! [PERSON_ADJ|MOD|NATADJ])){mod}")
_piece("hmods", "(?:QUOTE? (?:{hmod} (?:[DASH|POSSESSIVE] (?=[!FN|NUM]))?){0,6}? QUOTE?)")
_piece(
    "mods",
    # "ten Government of National Accord (GNA) troops"
    # "the brigades' men"
    "(?:QUOTE? (?:{mod} (?:[DASH|POSSESSIVE] (?=[!FN|NUM])|(?<= GROUP_PL) APOS (?= [PERSON_PL|MOD|NATADJ])"
    "|(?<= NG) LPAR [NAME|CAP] RPAR)?){0,6}? QUOTE?)",
)
_piece("before", "[QUAL_ATLEAST|QUAL_MORETHAN|QUAL_ABOUT|QUAL_UPTO|QUAL_FEWER|QUAL_EXACT]")
_piece("after", "[AFTER_ATLEAST|AFTER_ABOUT|AFTER_UPTO]")
# "10 people, at least."
_piece("trail", "(?:{after}|COMMA {after} (?= [STOP|BREAK|COMMA] | \\Z)|LPAR {after} RPAR)")
_piece("n", "[NUM|VAGUE|NUMWORD]")
_piece("more", "[MORE|OTHER|FURTHER]")
# at least 20; 20 or more; between 20 and 30; 20 to 30; the other two; a further 16
_piece(
    "count",
    "(?:[THE|POSS|A|ALL|BOTH|DEM|ONEWORD]{0,2} [FURTHER|OTHER]? {before}{0,2}"
    "(?:BETWEEN {before}? {n} [AND|TO|DASH] {before}? {n}"
    # "at least 10 and as many as 20", "more than 10 but fewer than 20"
    "|(?<= [QUAL_ATLEAST|QUAL_MORETHAN]) {n} COMMA? [AND|BUT] [LY|QUAL_ABOUT]? [QUAL_UPTO|QUAL_FEWER] {n} "
    "(?:COMMA (?= [PERSON_PL|KIN_PL]))?"
    # "10, possibly 20 people"
    "|{n} (?:COMMA? [OR|AND]? PERHAPS {n} COMMA? (?= [PERSON_PL|KIN_PL|MOD|NATADJ|HN_COUNT]))"
    "|{n} (?:[TO|OR|DASH] {before}? {n})?) DASH? (?:{after}|LPAR {after} RPAR)? "
    "{more}? {before}?)",
)
_piece("noun", "(?:[PERSON_PL|KIN_PL] (?:DASH? PERSON_PL)*)")
_piece("noun1", "(?:[PERSON_SG|KIN_SG] (?:DASH? [PERSON_SG])*)")
_piece("end", "(?! (?:DASH? NO_PERSON_NEXT|POSSESSIVE|APOS !QUOTE|DASH [PERSON_SG|PERSON_PL|CAP|ED]))")
# an age behind a person: ", 34,"  "of six"  ", aged 19,"
_piece(
    "years",
    "(?:COMMA NUM YEARS? (?= [COMMA|STOP|RPAR|AND|BUT|BREAK])|OF NUM (?! "
    "[PERSON_PL|PERSON_SG|MOD|NATADJ])|COMMA? AGE NUM(?:AND NUM)?|LPAR NUM YEARS? RPAR|DASH NUM (?= DASH))",
)
# the ages of several: "the two brothers, 16, died", "his cousins, 19 and 21, were"
_piece(
    "ages",
    "(?:COMMA NUM (?:(?:COMMA NUM)* COMMA? AND NUM)? (?= COMMA [BE|HAVE|VI_PAST|VT_PAST|VT_PART|REL])"
    # "two brothers of 16 and 17 who"
    "|OF NUM AND NUM (?= [COMMA|STOP|BREAK|REL|BE|HAVE|VI_PAST|VT_PAST|VT_PART]))",
)
_piece("bodies", "[BODY_PL|BODY_SG]")
_piece("part", "[PART_ALL|PART_SHARE|PART_MOST|PART_NONE]")
_piece(
    "whole",
    # "five of their number", "two of Monday's dead"
    "(?:[PRON_OBJ|THEM] (?! (?<= POSS) {mods} (?:{noun}|{noun1}|FIGURE)) | POSS [OWN|FIGURE] "
    "| DATE POSSESSIVE {mods} (?:{noun}|HN_COUNT) {end} "
    "| [THE|POSS|DEM|THEM]? (?:{before}? NUM)? {mods} "
    "(?:{noun}|{noun1}|[HN_PL|HN_COUNT]|{bodies}|GROUP_PL|GROUP_SG|(?<= POSS) S) {end}"
    "| [THE|POSS|DEM]{0,2} {before}? {n} (?! {content}) )",
)

_piece("word", "[!FN|HV|NUM|VAGUE|PERSON_PL|PERSON_SG|CUE|NP|DATE|HADJ|HN_COUNT]")

# Sections of groups: the units that any group of the section can begin with, and the groups. In this order,
# the first
# that matches at a place wins; one look at a unit passes over a whole section.
_COUNTING = (
    "[DETERMINER|NUM|VAGUE|NUMWORD|NUMBERISH|ONEWORD|ONE|FURTHER|OTHER|QUAL_ATLEAST|QUAL_MORETHAN|QUAL_ABOUT|QUAL_UPTO"
    "|QUAL_FEWER|QUAL_EXACT|TWIN|BETWEEN|PART_ALL|PART_SHARE|PART_MOST|PART_ALLBUT|PART_NONE|UNKNOWN_N|SAMENUM]"
)
_SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    # verb groups
    ("[AUXILIARY|TO|MANAGED|MAYBE|CUE|ED]", (
        ("PAS", "MAYBE LY? HAVE BE LY? VT_PART"),
        ("ITR", "MAYBE LY? HAVE LY? VI_PART"),
        ("ACT", "MANAGED TO VT_BASE"),
        ("HYP", "BE TO HAVE BE? LY? [VT_PART|VI_PART]"),  # "were to have been executed"
        ("PAS", "HAVE TO BE VT_PART"),
        ("PAS", "(?:TO? HAVE)? BE{1,3} QUOTE VT_PART QUOTE"),  # "had been "martyred""
        ("PASR", "[CUE|ED] TO HAVE BE LY? VT_PART"),
        ("ITR", "BE [LY|ALSO]? CUE TO HAVE VI_PART"),
        ("HYP", "MODAL NOT? LY? (?:HAVE LY?)? (?:BE{1,2} [LY|CUE]?)? "
                "[VT_BASE|VI_BASE|VA_BASE|VL_BASE|VT_PART|VI_PART|VT_ING|HADJ]"),
        ("HYP", "TO NOT? LY? (?:BE [LY|CUE]?)? [VT_BASE|VI_BASE|VA_BASE|VL_BASE|VT_PART|HADJ] (?:[AND|OR] VT_BASE)?"),
        ("NEG", "[BE|HAVE|DO]{1,2} NOT BE{0,2} LY? [VT_PART|VI_PART|VT_BASE|VI_BASE|VT_ING|HADJ]"),
        ("PAS", "(?:TO? HAVE)? BE{1,3} [LY|CUE|ALSO|SELF]{0,2} (?:TO HAVE BE)? "
                "(?:[ED|S|LV_FIND|CUE]? {word}{0,3} [AND|OR|COMMA]"
                " [THEN|LATER]?)? LY? [VT_PART|LV_LOSE] (?:[AND|OR] LY? VT_PART (?! {count}|[A|THE|POSS]))?"),
        ("ITR", "(?:TO? HAVE|BE){1,2} [LY|ALSO|SINCE]{0,2} [VI_PART|VI_ING]"),
        ("ACT", "TO? HAVE [LY|ALSO]{0,2} VT_PART"),
    )),
    # nobody, none
    ("[NO|NOT|WITHOUT|PART_NONE|NOONE]", (
        ("GHZ", "(?:[NO|WITHOUT] [MANY|A|THE]?|NOT [A|ONE|NUM]? ONEWORD) {mods} [HN_COUNT|LOSS] "
                "(?! {content}|[FIGURE|HN_TOLL])"),
        ("GZ", "(?:NO|NOT [A|ONE|ONEWORD|NUM]{1,2}) {mods} (?:{noun}|{noun1}) {end}"),
        ("GZ", "PART_NONE {whole}|NOONE"),
        # "haven't been killed", "didn't die": the auxiliary is in the negation
        ("NEG", "NOT [HAVE|BE]{0,2} LY? [VT_PART|VI_PART|VT_BASE|VI_BASE|HADJ]"),
    )),
    # "From 20 to 30 people were hurt", never "the toll rose from 20 to 30 people"
    ("FROM", (("GC", "(?<! [!STOP|BREAK|COMMA|VT_PAST|ACT]) FROM NUM [TO|DASH] NUM {mods} {noun} {end}"),)),
    # parts of something told, and counted persons
    (_COUNTING, (
        ("GO", "(?! (?<= [THE|POSS]) PART_MOST)(?! BOTH [THE|A|POSS] {mods} {noun1} {end} AND) "
               "(?:[THE|A|POSS]? (?! PART_MOST))? {before}{0,2} "
               "(?:PART_ALLBUT {n} (?:OF {whole})?"
               "|(?:{part} OF?|(?:{n} [TO|OR|DASH])? {n} {after}? {more}? OF|{n} PART_NORECORD"
               "|[ONE|ONEWORD] OF|ORD OF) {whole})"),
        ("GC", "POSS PARENTS {end}"),  # two
        ("GC", "BOTH [THE|POSS]? {mods} {noun} {end}"),
        ("GC", "[THE|POSS]? TWIN {noun} {end} (?:{years}|{ages})?"),
        ("GC", "{count} {mods} {noun} {end} (?:{trail}|{ages})?"),
        ("GC", "{before}{1,2} NUM {mods} {noun1} {end}"),  # "at least one soldier"
        # "thirteen Filipino and two Ukrainian nurses"
        ("GC", "{count} (?:(?! [HADJ|HN_COUNT])[NATADJ|MOD|AGE]){1,2} (?= [AND|OR] {count} {mods} {noun} {end})"),
        ("GC", "{count} {mods} [GROUP_PL|GROUP_SG] (?:OF {mods} {noun})? {end}"),
        ("GH", "{count} {hmods} [HN_COUNT|BODY_PL|LIFE] {end} (?! {content})"),
        ("GH", "[A|THE]? UNKNOWN_N OF? {mods} [HN_COUNT|BODY_PL|LIFE]"),
        ("GC", "[A|THE]? UNKNOWN_N OF? {mods} {noun} {end}"),
        # one person
        ("GS", "[A|ANOTHER|THE|POSS|ONEWORD] {mods} [KIN_SG|PERSON_SG] DASH OF DASH NUM"),
        ("GS", "[A|ANOTHER|POSS|ONE|ONEWORD|EACH] [ONE|ONEWORD|OTHER]? NUMBERISH? {mods} {noun1} {end} "
               "(?:COMMA? CAP? NP)? {years}?"),
        ("GS", "NUM {mods} {noun1} {end}"),
        ("GH", "{count} CASE OF {mods} [HN_OF|HN_COUNT]"),
        ("GS", "(?! WHOSE)[A|ANOTHER|ONE|ONEWORD|POSS] {mods} BODY_SG"),
        ("GS", "[A|ANOTHER|ONE|ONEWORD|THE|POSS] {mods} (?:COUPLE {end}"
               "|GROUP_SG OF (?:{before}{0,2} {n} {more}? (?:{mods} {noun})?|{mods} {noun}))"),
        ("GS", "[A|ANOTHER|ONEWORD] AGE (?! {mod})"),
        ("GD", "[THE|DEM] {mods} {noun1} {end} NP? {years}?"),
        ("GD", "[THE|A] {mods} HEADN (?= OF)"),  # "the acting head of the criminal investigation department"
        ("GHB", "[THE|DEM|POSS] [MOD|NATADJ|OWN|ALSO|QUAL_EXACT|CUE]{0,2} HN_COUNT "
                "(?! {count}|[A|THE|POSS|PERSON_SG|PERSON_PL|HN_TOLL|FIGURE])"),
        ("GHB", "ONEWORD HN_COUNT (?= BE [A|THE|POSS|NP|ONEWORD])"),  # "the only fatality was a girl"
        ("GB", "[THE|DEM|POSS|ALL|MANY]{1,2} {mods} {noun} {end} {ages}?"),
        ("GB", "[THE|A|DEM|POSS] {mods} [GROUP_SG|GROUP_PL] {end}"),
        ("GH", "ELIDED (?= VT_PART) HN_COUNT (?! {content}|{n}|{before}|[A|THE|POSS])"),  # "a fourth abducted"
        ("GH", "ANOTHER HN_COUNT (?! {content}|{n}|{before}|[A|THE|POSS])"),  # "and another wounded"
        ("AG", "(?<= [REL|PRON_SUBJ|NP|PERSON_SG|KIN_SG] BE) NUM (?= [COMMA|STOP|BREAK|AND|WHEN|SEMI])"),
        # "the mayor of Sirte, 61, and", "Fatima (9)"
        ("AG", "(?<= [NL|NAME] COMMA) NUM (?= COMMA (?! [INCLUDING|AMONG|MANY|ALL]))"),
        # "Highway 5, 6 and 9": what numbers things counts nobody
        ("AG", "(?<= (?! LV_RISE) NUMBERED) NUM (?:(?:COMMA NUM){0,6} COMMA? [AND|OR|TO|DASH] NUM (?! {content}|OF))?"),
        ("AG", "(?<= (?= CAP) (?= FIGURE) NUMBERED) NUM (?= [BE|HAVE|VT_PAST|VI_PAST|COMMA])"),  # "Number 7 was hurt"
        ("AG", "(?<= [CAP|NL|NAME] LPAR) NUM (?= RPAR)"),
        ("GX", "ELIDED (?! {mods} {noun1}|{content}|{n}|{before}|HN_COUNT)"),
        ("GH", "{before}{0,2} SAMENUM MORE? HN_COUNT (?! {content})"),
        ("GX", "{before}{0,2} SAMENUM (?= [BE|HAVE|VT_PAST|VT_PART|VI_PAST|STOP|BREAK|COMMA|AND|SEMI|QUOTE])"),
        ("GX", "BOTH (?= [BE|HAVE|VT_PART|VI_PAST|MODAL])"),
        ("GX", "(?<! (?! LV_RISE) NUMBERED) {count} (?! {content}|OF)"),
        ("GX", "[A|THE] ORD (?! {content}|{n})"),  # "a third"; never the adverb "first"
    )),
    ("[GROUP_SG|KIN_SG|NP|PERSON_SG|PERSON_PL|KIN_PL|MOD|NATADJ|AGE|PERSON_ADJ|NG|NL|MANY|ALL|HONORIFIC]", (
        ("GS", "GROUP_SG OF {before}{0,2} {n} {more}? (?:{mods} {noun})?"),
        ("GS", "(?<= AND) KIN_SG {end} (?! NP)"),
        ("GS", "(?<= COMMA) KIN_SG {end} (?= [COMMA|AND])"),  # "the father, mother and two sons"
        ("GS", "[KIN_SG|PERSON_SG] DASH OF DASH NUM"),  # "dad-of-four"
        ("GS", "NP POSSESSIVE OWN? {mods} KIN_SG {end} (?:COMMA? NP)?"),
        ("GD", "[NAME|NG|NL] POSSESSIVE {mods} {noun1} {end} NP? {years}?"),  # "Benghazi's police chief"
        # "Ahmed Salem (born 2005), 12,": what a bracket adds stands before the age
        ("GN", "{noun1}? HONORIFIC? NP (?!POSSESSIVE) (?:LPAR [!RPAR]{1,6}+ RPAR (?= COMMA NUM))? (?:{ages}|{years})?"),
        ("GB", "MANY {mods} {noun} {end}"),
        ("GB", "(?:[MOD|NATADJ|AGE|PERSON_ADJ|NG] DASH?){0,3} {noun} {end}"),
        ("AG", "AGE [BETWEEN|OF]? [NUM|NUMWORD](?: (?:COMMA NUM){0,6} COMMA? [AND|TO|OR|DASH] NUM "
               "(?! {content}|{mods} {noun}))?"),
    )),
    ("[PRON_SUBJ|PRON_OBJ]", (("GP", "PRON_SUBJ"), ("GSF", "SELF"), ("GPO", "PRON_OBJ (?! BODYPART)"))),
)  # fmt: skip


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return the pattern of all groups, and the kind of each of its outer groups."""
    sections: list[str] = []
    kinds: list[str] = []
    for starts, groups in _SECTIONS:
        parts = []
        for kind, pattern in groups:
            parts.append(f"(?P<g{len(kinds)}>{_PIECES.fill(pattern)})")
            kinds.append(kind)
        sections.append(f"(?= {starts} )(?:{'|'.join(parts)})")
    every = (
        "["
        + "|".join(dict.fromkeys(tag for starts, _ in _SECTIONS for tag in starts.strip("[]").split("|")))
        + "]"
    )
    return casualty_alphabet().compile(f"(?= {every} )(?:{'|'.join(sections)})"), tuple(kinds)


class Groups:
    """The groups of one article: parallel lists, and one tag string over them for the frames."""

    __slots__ = ("units", "kinds", "first", "last", "tags")

    def __init__(self, units: Units, kinds: list[str], first: list[int], last: list[int], tags: str) -> None:
        self.units: Units = units
        self.kinds: list[str] = kinds
        self.first: list[int] = first
        self.last: list[int] = last
        self.tags: str = tags

    def __len__(self) -> int:
        return len(self.kinds)

    def span(self, a: int, b: int) -> tuple[int, int]:
        """Return the offsets of the groups `a` up to, not including, `b`."""
        return self.units.span(self.first[a], self.last[b - 1])

    def quote(self, a: int, b: int) -> str:
        """Return the words of the groups `a` up to, not including, `b`, as printed."""
        return self.units.quote(self.first[a], self.last[b - 1])


def read_groups(units: Units) -> Groups:
    """Join the units of persons, their numbers and verbs into groups; every other unit stays a group of its own."""
    pattern, names = _pattern()
    codes = casualty_words().group_codes
    kinds: list[str] = []
    first: list[int] = []
    last: list[int] = []
    tags: list[str] = []
    string = units.tags
    at = 0
    for match in pattern.finditer(string):
        a, b = match.span()
        if a > at:
            kinds.extend([""] * (a - at))
            first.extend(range(at, a))
            last.extend(range(at + 1, a + 1))
            tags.append(string[at:a])
        kind = names[int(match.lastgroup[1:])]  # type: ignore[index]
        kinds.append(kind)
        first.append(a)
        last.append(b)
        tags.append(codes[kind])
        at = b
    if at < len(string):
        kinds.extend([""] * (len(string) - at))
        first.extend(range(at, len(string)))
        last.extend(range(at + 1, len(string) + 1))
        tags.append(string[at:])
    return Groups(units, kinds, first, last, "".join(tags))
