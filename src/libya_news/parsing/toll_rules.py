"""The grammar of tolls, numbers of harm, zeros and withheld figures: rules whose harm is a noun or nobody's."""

from __future__ import annotations

from libya_news.parsing.frame_rule import FrameRule
from libya_news.parsing.frame_rule import frame_rule as _rule

TOLL_RULES: tuple[FrameRule, ...] = (
    _rule(
        "toll",
        "A toll and its number: the death toll rose to 21.",
        "(?P<h>HN_TOLL) (?:GB (?= [AT|AS|TO|IN|ON|BE|HAVE|COLON|LV_RISE|LV_PUT]))? "
        "(?:{pp}|{event}|DATE|COMMA [NAME|CAP]{1,3} COMMA|[LY|ALSO|LV_FIND|VT_PART|AND|ED]){0,6}? "
        "(?:[LV_RISE|LV_PUT|LV_BRING|BE|HAVE|OF|AT|AS|TO|COLON|FROM|BY|NOT|CUE|MODAL|ALSO|PASTN] "
        "[LY|ALSO|DATE]?){1,4} (?P<v>[GX|GC])",
        "HN_TOLL",
        "The death toll in Sirte reached [21] on Friday.",
    ),
    _rule(
        "number_killed",
        "The number of those harmed: the number of those killed by mines had risen to 49.",
        "FIGURE OF [THEM|G|GHB] (?P<h>[VT_PART|HADJ|HS]) (?:{pp}|DATE|AND {word}{1,2}|[LY|ALSO]){0,6}? "
        "(?:[LV_RISE|LV_PUT|LV_BRING|BE|HAVE|OF|AT|AS|TO|COLON|ALSO] [LY|ALSO|DATE]?){1,4} (?P<v>[GX|GC])",
        "FIGURE",
        "The number of drivers killed in Sirte had risen to [49].",
    ),
    _rule(
        "number_of_dead",
        "The number of the dead, or of the wounded: the number of the injured it gave as 26.",
        "FIGURE OF (?P<h>GHB) (?:{pp}|DATE|GP|[LY|ALSO]){0,4}? "
        "(?:[LV_RISE|LV_PUT|LV_BRING|BE|HAVE|AT|AS|TO|COLON|ALSO] [LY|ALSO|DATE]?){1,4} (?P<v>[GX|GC])",
        "FIGURE",
        "The number of the injured in Sirte it gave as [26].",
    ),
    _rule(
        "harm_at",
        "The dead put at a number: put its own dead at two.",
        "(?P<h>GHB|HN_TOLL) (?:OF DATE POSSESSIVE? {word}{1,2})? {near} [AT|TO|COLON|COMMA] "
        "(?P<v>[GX|GC]|GO (?= COMMA [BE|HAVE|VT_PAST|VI_PAST]))",
        "GHB HN_TOLL",
        "The army put its own dead at [two] in Sirte.",
    ),
    _rule(
        "losses_at",
        "Losses put at a number: put its losses at 21 men.",
        "(?:LV_PUT|LV_BRING (?= POSS)) (?:[POSS|THE|OWN]|GB|{word}|POSSESSIVE){0,3} (?P<h>LOSS) {near} "
        "(?:COMMA [!COMMA|SEMI|COLON]{1,12} COMMA)? (?:AT|(?<= LOSS) TO) (?P<v>[GX|GC]) {closed}",
        "LOSS",
        "The army put its losses in Sirte at [21 men].",
    ),
    _rule(
        "dead_number",
        "The dead and how many they are: the wounded, who numbered 33.",
        "(?P<h>GHB) {near} (?:COMMA? REL)? [ALSO|LY|HAVE]{0,3} LV_RISE [TO|AT]? (?P<v>[GX|GC]) {closed}",
        "GHB",
        "The dead in Sirte now numbered [21].",
    ),
    _rule(
        "labelled",
        "A label and its number: Dead: 14. Wounded: 52.",
        "(?:(?<= [STOP|BREAK|SEMI|COMMA|LPAR|COLON])|\\A) (?P<h>HN_COUNT|HADJ|VT_PART) COLON (?P<v>GX) "
        "(?= [STOP|BREAK|SEMI|COMMA|RPAR|LPAR|AND] | \\Z)",
        "COLON",
        "Dead: [14]. Wounded: 52.",
    ),
    _rule(
        "no_survivors",
        "Persons of whom none lived: no survivors among the five passengers.",
        "(?P<h>GZ) [AMONG|FROM] (?P<v>[GC|GX])",
        "GZ",
        "The raid left no survivors among [the five guards].",
    ),
    _rule(
        "none_survived",
        "The same with a verb: none of the five guards survived.",
        "(?P<v>GZ) {zmid} (?P<h>SURVIVE)",
        "SURVIVE",
        "[None of the five guards] survived.",
    ),
    _rule(
        "number_of_harm",
        "A number before a noun of harm: 11 deaths, nine wounded, five bodies.",
        "(?P<h>(?P<v>GH))",
        "GH",
        "Medics counted [three deaths] in Sirte.",
    ),
    _rule(
        "nobody",
        "A negated subject and a harm: no one was hurt.",
        "(?P<v>GZ) {zmid} (?P<h>PAS|ITR|VI_PAST|VT_PART|(?:BE{1,2} [HADJ|GHB|HS|HN_COUNT]))",
        "GZ",
        "[No one] was hurt near Sirte.",
    ),
    _rule(
        "nobody_object",
        "A harm and a negated object: have not lost a single man.",
        "(?P<h>ACT|VT_PAST|VT_ING|LV_LOSE|HYP) {adv} (?P<v>GZ)",
        "GZ",
        "The brigade lost [no men] near Sirte.",
    ),
    _rule(
        "unknown_toll",
        "A toll that is not known: the toll was not immediately known.",
        "(?P<h>(?P<v>HN_TOLL {near} BE{1,2} NOT [LY|ALSO]? AVAILABLE))",
        "HN_TOLL",
        "The [toll was not immediately known].",
    ),
    _rule(
        "unknown_cue",
        "A set phrase for a figure that nobody gives: no toll was available.",
        "(?P<h>(?P<v>UNKNOWN_CUE))",
        "UNKNOWN_CUE",
        "[No toll was available] for the fighters.",
    ),
    _rule(
        "unknown_withheld",
        "A figure withheld: has not published its own losses, refused to give a toll.",
        "(?P<h>(?P<v>(?:NOT|REFUSE TO) [LY|ALSO|BE]{0,2} WITHHOLD "
        "(?:[THE|A|MANY|POSS|OWN|MOD]|{word}){0,3} [FIGURE|HN_TOLL|GHB|LOSS|HN_COUNT]))",
        "NOT REFUSE",
        "The army has [not disclosed the toll].",
    ),
    _rule(
        "unknown_none_given",
        "No figure given: gave no casualty figures.",
        "(?P<h>(?P<v>WITHHOLD (?:NO|NOT MANY) (?:[OWN|MOD|HN_COUNT|LOSS|FURTHER|OTHER]|{word}){0,3} "
        "[FIGURE|HN_TOLL]))",
        "WITHHOLD",
        "The army [released no casualty figures].",
    ),
    _rule(
        "unknown_unavailable",
        "A figure that is not there: no toll was immediately available.",
        "(?P<h>(?P<v>NO (?:[MOD|AVAILABLE|HN_COUNT]|{word}){0,2} [FIGURE|HN_TOLL]))",
        "FIGURE HN_TOLL",
        "There was [no toll] for the fighters.",
    ),
    _rule(
        "no_harm",
        "A negated noun of harm: no deaths, without casualties.",
        "(?P<h>(?P<v>GHZ))",
        "GHZ",
        "There were [no deaths] in Sirte.",
    ),
)
