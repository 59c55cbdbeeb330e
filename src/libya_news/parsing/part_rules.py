"""The grammar of parts: groups of persons that are part of a number told elsewhere, or go on with its harm."""

from __future__ import annotations

from libya_news.parsing.frame_rule import FrameRule
from libya_news.parsing.frame_rule import frame_rule as _rule

PART_RULES: tuple[FrameRule, ...] = (
    _rule(
        "part_including",
        "Some of a number, told behind including: including two children.",
        "[INCLUDING|AMONG] (?:[GP|THEM] (?:BE|THEM OF)?|REL OF)? {adv} (?P<v>{object})",
        "INCLUDING AMONG",
        "The raid killed nine people, including [two children].",
    ),
    _rule(
        "part_includes",
        "Some of a number, told in a new sentence: the tally includes 22 civilians.",
        "[FIGURE|HN_TOLL|GP|GHB|GX] INCLUDE {adv} (?P<v>{object})",
        "INCLUDE",
        "The raid killed nine people. The tally includes [two children].",
    ),
    _rule(
        "victims_were",
        "Some of those harmed, told as victims: among the victims were two women.",
        "GB {near} [BE|INCLUDE|INCLUDING] {adv} (?P<v>{object})",
        "GB",
        "The raid killed nine people. Among the victims were [two women].",
    ),
    _rule(
        "part_of_number",
        "Some of a number that stands before them: of the nine, four were women; among the nine was a boy.",
        "[OF|AMONG] (?:THEM|GHB|GX|GC|GB) (?:VT_PART|HADJ)? {near} COMMA "
        "{adv} (?P<v>[GX|GC|GO]) (?= [BE|VT_PAST|COMMA|HAVE|ED])",
        "OF AMONG",
        "The raid killed nine people. Of the nine, [four] were women.",
    ),
    _rule(
        "part_of_told",
        "Some of a number, told before them: among the nine was a boy.",
        "AMONG GX BE {adv} (?P<v>{object})",
        "AMONG",
        "The raid killed nine people. Among the nine was [a boy].",
    ),
    _rule(
        "bodies_of",
        "Whose bodies were found: two bodies, those of a guard and a boy.",
        "[COMMA|COLON|DASH] {adv} THEM OF {adv} (?P<v>{object})",
        "THEM",
        "Three bodies were found near Sirte, those of [two women and a boy].",
    ),
    _rule(
        "more_found",
        "More bodies, told by their number alone: ten more washed up.",
        "(?P<v>GX) HAVE? BE{0,2} LV_FIND",
        "LV_FIND",
        "Three bodies were found near Sirte. [Ten more] washed up on Monday.",
    ),
    _rule(
        "part_among",
        "Some of a number, told before among them: a captain among them.",
        "(?P<v>V) AMONG [GP|THEM]",
        "AMONG",
        "The raid killed nine soldiers, [a captain] among them.",
    ),
    _rule(
        "part_of_dead",
        "A part whose whole names the harm: two of the dead, ten of the bodies.",
        "(?P<v>GO)",
        "GO",
        "Doctors named [four of the dead].",
        "[Four of those] killed came from Zliten.",
        "Nine people died. [Four of the dead] came from Zliten.",
    ),
    _rule(
        "part_of_them",
        "A part by its share: two of them children.",
        "(?<! OF) (?P<v>GO) (?! COMMA GN COMMA "
        "CUE|[CUE|REL|HAVE|MODAL|VT_PAST|ED|LV_LOSE|LV_RISE|LV_PUT]|BE (?! [LY|ALSO|THE|A|NOT]{0,2} "
        "[GB|GS|GD|GC|NATADJ|HADJ|AMONG|FROM])|[LV_RISE])",
        "GO",
        "The raid killed nine people, [two of them] children.",
    ),
    _rule(
        "part_list",
        "A number told again piece by piece: seven civilians: three women and four men.",
        "[COLON|DASH|LPAR] {adv} (?P<v>{object}) (?= [STOP|BREAK|RPAR|DASH|SEMI|REL|COMMA|PREPOSITION] | "
        "\\Z)",
        "COLON DASH LPAR",
        "The raid killed seven civilians: [three women and four men].",
    ),
    _rule(
        "part_were",
        "A number without noun that says what some of them were: two were brothers.",
        "(?<= [STOP|BREAK|SEMI|AND|COMMA]) (?P<v>GX) BE (?= [LY|ALSO|THE|A]? [GB|GS|NATADJ|GD|BOUND|FROM])",
        "GX",
        "The raid killed nine people. [Two] were brothers.",
    ),
    _rule(
        "not_but",
        "A figure that a correction takes back: nine people died, not 19.",
        "COMMA NOT (?P<v>GX|GC) (?= [STOP|BREAK|SEMI|COMMA|RPAR|PREPOSITION] | \\Z)",
        "NOT",
        "Corrected: nine people died in the raid, not [19].",
    ),
    _rule(
        "alongside",
        "More of the same harm: alongside two women.",
        "ALONGSIDE {adv} (?P<v>{object})",
        "ALONGSIDE",
        "Nine boys were among the dead, alongside [two women].",
    ),
    _rule(
        "with_others",
        "Others who came to the same harm: drowned with his son.",
        "(?<= [HARM|VI_PAST|PAS|ITR]) WITH (?P<v>{object})",
        "WITH",
        "A skipper drowned with [his son] near Sirte.",
    ),
    _rule(
        "he_too",
        "One person told before, and what else came to him: he died on Friday.",
        "(?P<v>GPS) {mid} (?P<h>PAS|ITR|VI_PAST)",
        "GPS",
        "A guard was wounded near Sirte. [He] died on Friday.",
    ),
    _rule(
        "him_too",
        "The same as an object: they killed him on Friday.",
        "(?P<h>ACT|VT_PAST|VT_ING) {adv} (?P<v>GP) {closed}",
        "GP",
        "Gunmen kidnapped a judge near Sirte and killed [him] on Friday.",
    ),
    _rule(
        "his_body",
        "Persons told before, found dead: their bodies were found.",
        "(?P<v>(?P<h>GS|POSS {word}{0,1} BODY_PL)) {near} [BE|HAVE|LY|ALSO]{0,4} LV_FIND",
        "GS BODY_PL",
        "Gunmen kidnapped five guards near Sirte. [Their bodies] were found on Friday.",
    ),
    _rule(
        "figure_at",
        "Another figure, told as a figure: put the number at 40.",
        "[THE|POSS|A] {word}{0,1} FIGURE (?:DATE|LY)? (?:[BE|HAVE|LV_PUT|LV_RISE|LV_BRING|LY|ALSO|VT_PART|ED]){0,4} "
        "[UP|DOWN]? [AT|TO] {adv} (?P<v>GX) {closed}",
        "FIGURE",
        "Medics spoke of six dead. The figure was later revised to [11].",
    ),
    _rule(
        "as_did",
        "Others to whom the same was done: as did two women.",
        "AS [DO|BE|HAVE] {adv} (?P<v>{object})",
        "AS",
        "A child died, as did [two women].",
    ),
    _rule(
        "gapped",
        "Another subject of the same verb, with its number alone: the second raid six.",
        "[COMMA|SEMI|AND|BUT]{1,2} (?:THE {word}{1,3}|GB|[A|THE] ORD|ELIDED|[NAME|NL|NG] POSSESSIVE?|DATE) "
        "QUOTE? LY? (?P<v>GX) "
        "(?= [COMMA|STOP|BREAK|SEMI|AND|DASH|QUOTE] | \\Z)",
        "GX",
        "The first shell killed two people, the second [five].",
    ),
    _rule(
        "another_figure",
        "Another figure for the same harm: the Red Crescent speaks of 12.",
        "(?:SPEAK OF|CUE|[LV_BRING|LV_RISE] TO|(?<= GH) TO|COMPARED WITH|[UP|DOWN] FROM) {adv} (?P<v>GX) (?= "
        "[STOP|BREAK|SEMI|COMMA|PREPOSITION|DATE|QUOTE|RPAR] | \\Z)",
        "SPEAK CUE LV_BRING LV_RISE COMPARED UP DOWN",
        "The clinic counted nine dead; the Red Crescent speaks of [12].",
    ),
    _rule(
        "more_one",
        "One more person, with a place or day of his own and no verb: and a welder in August.",
        "COMMA? AND (?P<v>GS) (?:{pp}|DATE){1,2} (?= [STOP|BREAK|SEMI] | \\Z)",
        "GS",
        "Two labourers were killed in June, and [a welder] in August.",
    ),
    _rule(
        "more",
        "A number that goes on with the harm before it: and a further three overnight.",
        "[COMMA|AND|SEMI|OR|BUT]{1,2} [THEN|OF|LATER|ALSO]{0,2} (?P<v>GX)"
        " (?= [PREPOSITION|DATE|COMMA|STOP|BREAK|LY|SEMI|AND|RPAR] | \\Z)",
        "GX GS",
        "Eight bodies were found on Monday and [a further three] overnight.",
    ),
)
