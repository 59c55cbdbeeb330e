"""The grammar of harm: one rule a clause pattern; the lexicons supply the words.

In the patterns `v` is the span of groups in which the victims stand, `h` the words that say the harm.
"""

from __future__ import annotations

from libya_news.parsing.frame_rule import FrameRule
from libya_news.parsing.frame_rule import frame_rule as _rule

# Statements that tell of a harm again without its number: they lend place, day and speaker to the
# fact before them.
ECHO_RULES: tuple[FrameRule, ...] = (
    _rule(
        "echo",
        "Victims told before, without their number: the troops were killed in two districts.",
        "{free} (?P<v>GB) {mid} (?P<h>PAS|ITR|VI_PAST) (?! [AND|OR] )",
        "PAS ITR VI_PAST",
        "Gunmen killed nine soldiers. [The soldiers] were killed in Sirte, a doctor said.",
    ),
)

FRAME_RULES: tuple[FrameRule, ...] = (
    _rule(
        "gap_active",
        "A verb with a gap and its object: took 12 men prisoner.",
        "(?P<h>[GAP_PAST|GAP_ING|GAP_PART|GAP_BASE|GAP_S]) {adv} (?P<v>{objects}) {near} TAIL",
        "TAIL",
        "The brigade took [12 men] prisoner near Sirte.",
    ),
    _rule(
        "taken_by",
        "Persons taken by others: two women were taken by gunmen.",
        "(?P<v>{subject}) {mid} (?P<h>HAVE? BE{1,2} {adv} GAP_PART) (?:BY (?:[G|NG|GROUP_PL]|{word}{1,3} "
        "[G|GROUP_PL])|[IN|DURING] [THE|A] {word}{0,2} RAID)",
        "GAP_PART",
        "[Two women] were taken by gunmen near Sirte.",
    ),
    _rule(
        "whereabouts",
        "Persons whose whereabouts are unknown.",
        "(?P<h>WHEREABOUTS) OF (?P<v>V (?:{near} {sep} V){0,3}) (?= {mid} BE )",
        "WHEREABOUTS",
        "The whereabouts of [two medics] are unknown.",
    ),
    _rule(
        "lost_limb",
        "A wound told by what is lost: lost both legs.",
        "(?P<v>{subject}) {mid} (?P<h>LV_LOSE [A|POSS|BOTH|NUM|THE|ONEWORD] (?:{word}|LV_LEAVE)? BODYPART)",
        "BODYPART",
        "[A welder] lost a leg near Sirte.",
    ),
    _rule(
        "pulled_alive",
        "Persons found alive: pulled a girl alive from the ruins.",
        "(?P<h>[LV_FIND|PULL]) {adv} (?P<v>{objects}) {near} OUT? ALIVE",
        "ALIVE",
        "Neighbours dug [two brothers] alive from a cellar.",
    ),
    _rule(
        "pulled_from",
        "Persons brought out of ruins or water: pulled a boy from the rubble.",
        "(?P<h>PULL) {adv} (?P<v>{object}) OUT? (?:OF|FROM) [THE|A|POSS]? {word}{0,2} WRECK",
        "PULL",
        "Neighbours pulled [a boy] from the rubble.",
    ),
    _rule(
        "families_moved",
        "Families that left their homes: 450 families had left the area.",
        "(?P<v>{subject}) (?:{pp}){0,2}? HAVE? (?P<h>[LV_LEAVE|MOVED])",
        "MOVED LV_LEAVE",
        "[450 families] had left the area.",
    ),
    _rule(
        "captives",
        "Captives shown or held: photographs of five prisoners.",
        "(?P<h>SHOW) OF? {adv} (?P<v>GC)",
        "SHOW",
        "The brigade posted photographs of [five prisoners].",
    ),
    _rule(
        "leave",
        "A light verb, its object and the state it is left in: left two men dead.",
        "(?:LV_LEAVE) {adv} (?P<v>{objects}) {inset} (?P<h>[HADJ|VT_PART|HS])",
        "LV_LEAVE",
        "The raid left [two shepherds] near Sirte dead.",
    ),
    _rule(
        "left_passive",
        "The passive of leave: three men were left dead.",
        "(?P<v>{subject}) {mid} (?:BE{1,2} LV_LEAVE) {adv} (?P<h>[HADJ|VT_PART|HS])",
        "LV_LEAVE",
        "[Three shepherds] were left dead near Sirte.",
    ),
    _rule(
        "lost_none",
        "A loss denied of a single person: have not lost a single man.",
        "NOT (?P<h>[LV_LOSE|VT_PART|VT_PAST]) {adv} (?P<v>GS)",
        "NOT",
        "The army has not lost [a single man] near Sirte.",
    ),
    _rule(
        "struck_dead",
        "A verb, its object and the state it ends in: shot the landlord dead.",
        "[VT_PAST|VT_ING|VT_S|ACT|LV_FIND] {adv} (?P<v>{objects}) {near} (?P<h>HADJ) {closed}",
        "HADJ",
        "Gunmen shot [two shepherds] near Sirte dead.",
    ),
    _rule(
        "cost_side",
        "What a fight cost a side: cost the rebels 13 men.",
        "(?P<h>[VL_PAST|VL_ING|VL_S|VL_BASE]) (?:[GB|NAME|GD|GP]|THE {word}{1,3}) (?P<v>GC)",
        "VL_PAST VL_ING VL_S VL_BASE",
        "The raid cost the rebels [13 men] near Sirte.",
    ),
    _rule(
        "unhurt",
        "Somebody who came to no harm: the judge was unhurt.",
        "(?P<v>{subject}) (?:GP|{mid}) BE{1,2} (?P<h>UNHURT)",
        "UNHURT",
        "[Omar Salem] was unhurt.",
    ),
    _rule(
        "treated_for",
        "Patients and their wounds: treated 46 people for gunshot wounds.",
        "(?P<h>TREAT) {adv} (?P<v>{object}) [FOR|WITH] {adv} {word}{0,3} [WOUNDN|HN_COUNT|HN_PL]",
        "TREAT",
        "Hospitals treated [46 people] for gunshot wounds.",
    ),
    _rule(
        "were_treated_for",
        "Patients as subject: three people were treated for burns.",
        "(?P<v>{subject}) {mid} BE{1,2} (?P<h>TREAT) FOR {adv} {word}{0,3} WOUNDN",
        "TREAT",
        "[Three people] were treated for shrapnel injuries.",
    ),
    _rule(
        "lives_of",
        "A phrase that takes its victims behind it: claimed the lives of four men.",
        "(?P<h>[VA_PAST|VA_ING|VA_S|VA_PART|VA_BASE]) {adv} (?P<v>{object})",
        "VA_PAST VA_ING VA_S VA_PART VA_BASE",
        "The raid claimed the lives of [four shepherds] near Sirte.",
    ),
    _rule(
        "lives",
        "A number of lives as object: claimed seven lives.",
        "(?P<h>[VL_PAST|VL_ING|VL_S|VL_PART|VL_BASE]) {adv} (?P<v>GH|GC|GX LIFE)",
        "VL_PAST VL_ING VL_S VL_PART VL_BASE",
        "The raid claimed [seven lives] near Sirte.",
    ),
    _rule(
        "lose",
        "An army that lost men: lost 44 soldiers.",
        "(?<!NOT) (?P<h>LV_LOSE) {adv} (?P<v>{object})",
        "LV_LOSE",
        "The army lost [44 soldiers] near Sirte.",
    ),
    _rule(
        "then_died",
        "Two verbs of one subject: was hit by shrapnel and bled to death.",
        "(?P<v>{subject}) {mid} PAS {near} {adv} COMMA? AND [LY|LATER|THEN]{0,2} "
        "(?P<h>VI_PAST|ITR|PAS|VT_PART (?! {object}))",
        "PAS",
        "[The guard] was shot in the chest and died.",
    ),
    _rule(
        "passive",
        "The passive: two men were killed.",
        "(?P<v>{subject}) {mid} (?P<h>PAS)",
        "PAS",
        "[Two shepherds] were killed near Sirte.",
    ),
    _rule(
        "active",
        "A verb and its object: killed two men, killing two men.",
        "(?P<h>(?:[VT_PAST|VT_ING|ACT] COMMA? [AND|OR] LY?)? [ACT|VT_PAST|VT_ING|VT_S|VT_BASE]) {adv} "
        "(?:GP AND)? (?P<v>{object})",
        "ACT VT_PAST VT_ING VT_S VT_BASE",
        "Gunmen killed [two shepherds] near Sirte.",
    ),
    _rule(
        "as_dead",
        "Persons counted among the dead: 43 soldiers as dead, nine boys were among the dead.",
        "(?P<v>{subject}) {mid} (?:AS|AMONG) (?P<h>[GHB|HADJ|HN_COUNT])",
        "GHB HADJ HN_COUNT",
        "The page named [two shepherds] as dead in Sirte.",
    ),
    _rule(
        "dead_were",
        "The dead told one by one: the dead comprised two shepherds.",
        "(?P<h>GHB) {near} (?:COMMA GX [!V]{0,3}? COMMA)? [BE|INCLUDE|INCLUDING|AS] {adv} (?P<v>{object})",
        "GHB",
        "The dead included [two shepherds] from Sirte.",
    ),
    _rule(
        "bring_to",
        "A number that the dead are brought to: bringing to 17 the number of dead.",
        "(?P<h>LV_BRING TO) (?P<v>GX) (?= [THE] )",
        "LV_BRING",
        "A shell killed a nurse, bringing to [17] the number of people killed in Sirte.",
    ),
    _rule(
        "died",
        "A verb whose subject is the victim: two men died.",
        "(?P<v>{subject}) {mid} (?<! THE)(?P<h>[ITR|VI_PAST|VI_S|VI_ING|VI_PART|VI_BASE])",
        "ITR VI_PAST VI_S VI_ING VI_PART VI_BASE",
        "[Two shepherds] died near Sirte.",
    ),
    _rule(
        "state",
        "A state of harm behind be or find: two men are missing.",
        "(?P<v>{subject}) {mid} (?:[BE|HAVE|LV_FIND|CUE|LY|ALSO]){1,4} (?P<h>[HADJ|HS|HN_COUNT]|(?<= "
        "LV_FIND) VT_PART) {closed}",
        "HADJ HS HN_COUNT LV_FIND",
        "[Two shepherds] were missing near Sirte.",
    ),
    _rule(
        "participle",
        "A participle behind its noun: two men killed in Sirte.",
        "(?P<v>V (?:{near} {sep} V){0,7}) {inset} (?P<h>VT_PART [AND|OR] VT_PART (?! {object})|VT_PART "
        "{closed})",
        "VT_PART",
        "[Two shepherds] killed in Sirte raid.",
    ),
    _rule(
        "taken_hurt",
        "Persons brought somewhere in a state of harm: were flown out in critical condition.",
        "(?P<v>{subject}) {mid} BE{1,2} {word}{1,2} (?:{pp}){0,2}? (?P<h>HS)",
        "HS",
        "[Two guards] were flown to Tunis in critical condition.",
    ),
    _rule(
        "relative",
        "A relative clause behind its noun: the five men who died.",
        "(?P<v>V) {near} (?:COMMA? REL {adv} (?P<h>PAS|ITR|VI_PAST|VI_S|BE HADJ)|(?P<h2>PASR))",
        "REL PASR",
        "Relatives of [the two shepherds] who were killed near Sirte met on Friday.",
    ),
    _rule(
        "killed_were",
        "The verb first, then who: killed were three women.",
        "(?:(?<= [STOP|BREAK|QUOTE])|\\A) (?P<h>VT_PART) (?:{near} BE|COLON) {adv} (?P<v>{object})",
        "VT_PART",
        "Killed were [two shepherds] from Sirte.",
    ),
    _rule(
        "headline_subject",
        "A headline without articles: policeman shot dead.",
        "(?:(?<= BREAK)|\\A) (?:[MOD|NATADJ|PERSON_ADJ|NL|NG]{0,3}) (?P<v>[PERSON_SG|KIN_SG]) (?! "
        "[PERSON_SG|PERSON_PL|DASH]) (?:COMMA NUM COMMA)? {near} LV_FIND? (?P<h>[VT_PART|HADJ]) {closed}",
        "PERSON_SG KIN_SG",
        "[Policeman] killed in Sirte raid",
    ),
    _rule(
        "headline_object",
        "A headline without articles: raid kills policeman.",
        "(?P<h>[VT_S|VT_BASE]) (?:[MOD|NATADJ|PERSON_ADJ]{0,3}) (?P<v>[PERSON_SG|KIN_SG]) (?! "
        "[PERSON_SG|PERSON_PL|DASH|POSSESSIVE])",
        "VT_S VT_BASE",
        "Sirte raid kills [policeman], wounds two",
    ),
    _rule(
        "unseen",
        "Persons not seen or found since: have not been seen since.",
        "(?P<v>{subject}) {mid} (?P<h>[HAVE|BE] NOT BE? [LV_FIND|SEEN])",
        "LV_FIND SEEN",
        "[Two fishermen] have not been seen since.",
    ),
    _rule(
        "bare_state",
        "A state of harm right behind its noun: two men dead.",
        "(?P<v>{subject}) (?:COMMA V AMONG [GP|THEM] COMMA|COMMA)? (?P<h>[HADJ|HS]) {closed}",
        "HADJ HS",
        "[Two shepherds] dead in Sirte raid.",
    ),
    _rule(
        "harm_of",
        "A noun of harm and its victims: the killing of two guards.",
        "(?P<h>[HN_OF|GHB|BODY_PL|BODY_SG|VT_ING]) OF {adv} (?P<v>{object})",
        "HN_OF GHB BODY_PL BODY_SG",
        "Relatives described the killing of [two shepherds] near Sirte.",
    ),
    _rule(
        "toll",
        "A toll and its number: the death toll rose to 21.",
        "(?P<h>HN_TOLL) (?:{pp}|DATE|[LY|ALSO|LV_FIND|VT_PART|AND|ED]){0,6}? "
        "(?:[LV_RISE|LV_PUT|LV_BRING|BE|HAVE|OF|AT|AS|TO|COLON|FROM|BY|NOT|CUE|MODAL|ALSO] "
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
        "harm_at",
        "The dead put at a number: put its own dead at two.",
        "(?P<h>GHB|HN_TOLL) {near} [AT|TO|COLON|COMMA] (?P<v>[GX|GC])",
        "GHB HN_TOLL",
        "The army put its own dead at [two] in Sirte.",
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
        "among_killed",
        "Some of those killed: among those killed was a doctor.",
        "AMONG THEM (?P<h>VT_PART) {near} BE {adv} (?P<v>{object})",
        "THEM",
        "Among those killed was [a doctor] from Sirte.",
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
