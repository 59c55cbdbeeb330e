"""The grammar of harm: one rule a clause pattern; the lexicons supply the words.

In the patterns `v` is the span of groups in which the victims stand, `h` the words that say the harm.
"""

from __future__ import annotations

from libya_news.parsing.frame_rule import FrameRule
from libya_news.parsing.frame_rule import frame_rule as _rule
from libya_news.parsing.toll_rules import TOLL_RULES

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

CLAUSE_RULES: tuple[FrameRule, ...] = (
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
        "(?P<v>{subject}) {mid} (?P<h>HAVE? BE{1,2} {adv} GAP_PART) {near} (?:BY (?:[G|NG|GROUP_PL]|{word}{1,3} "
        "[G|GROUP_PL])|[IN|DURING] [THE|A] {word}{0,2} RAID)",
        "GAP_PART",
        "[Two women] were taken by gunmen near Sirte.",
    ),
    _rule(
        "took_prisoners",
        "Captives told by their noun: took 20 prisoners.",
        "(?P<h>[GAP_PAST|GAP_ING|GAP_PART|GAP_BASE|GAP_S]) {adv} (?P<v>[GC|GH])",
        "GAP_PAST GAP_ING GAP_PART GAP_BASE GAP_S",
        "The brigade took [20 prisoners] near Sirte.",
    ),
    _rule(
        "paraded",
        "Captives shown to others: nine captives were paraded.",
        "(?P<v>GC) {near} HAVE? BE{1,2} (?P<h>SHOW)",
        "SHOW",
        "[Nine captives] were paraded through Sirte.",
    ),
    _rule(
        "whose_bodies",
        "The dead told by their bodies: the 17 whose bodies washed ashore.",
        "(?P<v>[G|GB|V]) {near} COMMA? WHOSE {word}{0,2} (?P<h>[BODY_PL|BODY_SG]) {near} [BE|HAVE|LY]{0,3} "
        "LV_FIND",
        "WHOSE",
        "Relatives named [five guards] whose bodies were found near Sirte.",
    ),
    _rule(
        "self_killed",
        "An attacker who died by his own hand: killed himself and six guards.",
        "(?P<v>{subject}) {mid} (?P<h>[VT_PAST|ACT] GSF) AND",
        "GSF",
        "[A bomber] killed himself and six guards near Sirte.",
    ),
    _rule(
        "suffered_wounds",
        "Wounds as an object: sustained various injuries.",
        "(?P<v>{subject}) {mid} (?P<h>HAVE? INCUR (?:[A|VAGUE|MANY|AND|COMMA|LY]|{word}){0,4} "
        "(?:WOUNDN|BODYPART)|HAVE? INCUR GH)",
        "INCUR",
        "[Two shepherds] sustained various injuries near Sirte.",
    ),
    _rule(
        "hurt_to",
        "Wounds and whose they are: caused burns to four others.",
        "(?<= LV_CAUSE) (?:[A|MANY]|{word}){0,2} (?P<h>WOUNDN) [TO|ON] {adv} "
        "(?P<v>[GC|GS|GD|GN] (?:{near} {sep} V {own}){0,7})",
        "WOUNDN",
        "The blast caused burns to [four others] near Sirte.",
    ),
    _rule(
        "may_be_missing",
        "Persons who may still lie under ruins: ten people might still be under the rubble.",
        "(?P<v>{subject}) {near} MODAL [ALSO|LY]{0,2} BE [ALSO|LY]? (?P<h>HS)",
        "MODAL",
        "[Ten people] might still be under the rubble in Sirte.",
    ),
    _rule(
        "cost_of",
        "What a success cost: at the cost of nine men.",
        "[AT|FOR] [THE|A] (?P<h>COSTN) OF {adv} (?P<v>{object})",
        "COSTN",
        "The army took the hill at a cost of [nine men] near Sirte.",
    ),
    _rule(
        "nth",
        "A count told by its last: the fourth medic to be killed this month.",
        "BE {adv} (?P<v>[GD|GX]) {near} (?P<h>HYP|VT_PART {closed})",
        "GD GX",
        "She is [the 12th doctor] killed in Sirte since May.",
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
        "(?P<v>{subject}) {mid} (?P<h>LV_LOSE [A|POSS|BOTH|NUM|THE|ONEWORD] (?:{word}|LV_LEAVE)? BODYPART"
        "|HAVE [A|POSS|BOTH|NUM] {word}? BODYPART LOPPED)",
        "BODYPART",
        "[A welder] lost a leg near Sirte.",
    ),
    _rule(
        "limb_of",
        "A wound told by whose limb is lost: amputated the legs of two boys.",
        "(?P<h>LOPPED (?:[THE|A|BOTH|ONEWORD|POSS]|{word}){1,2} BODYPART) OF {adv} (?P<v>{object})",
        "LOPPED",
        "Surgeons amputated a leg of [two shepherds] near Sirte.",
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
        "(?P<v>{subject}) {mid} BE{1,3} (?P<h>TREAT) {near} FOR [POSS|A|THE]? {adv} {word}{0,3} WOUNDN",
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
        "who_died",
        "A wound told of somebody in passing, and his death: a boy who was hit died.",
        "(?P<v>V) {near} COMMA? REL {adv} PAS {near} COMMA? (?P<h>VI_PAST|ITR)",
        "REL",
        "[A boy] who was hit in the stomach died near Sirte.",
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
        "(?:GP AND|(?<= [VT_PAST|VT_ING|ACT]) {insert})? (?P<v>{object})",
        "ACT VT_PAST VT_ING VT_S VT_BASE",
        "Gunmen killed [two shepherds] near Sirte.",
    ),
    _rule(
        "as_dead",
        "Persons counted among the dead: 43 soldiers as dead, nine boys were among the dead.",
        "(?P<v>{subject}) {mid} (?:AS (?P<h>[GHB|HADJ|HN_COUNT]|VT_PART {closed})"
        "|AMONG (?P<h2>[GHB|HADJ|HN_COUNT]|THEM [HADJ|VT_PART]))",
        "GHB HADJ HN_COUNT AMONG AS",
        "The page named [two shepherds] as dead in Sirte.",
    ),
    _rule(
        "were_among",
        "Some of a number told with its harm: a boy was among nine people killed.",
        "(?P<v>{subject}) (?:{mid} BE{1,2}|(?<= [BREAK|COLON] V)) AMONG [GC|GX|GB|GO] (?:{near} "
        "(?P<h>VT_PART|HADJ)|REL (?P<h2>PAS|ITR|VI_PAST)|WHOSE (?P<h3>BODY_PL))",
        "AMONG",
        "[A boy] was among nine people killed in Sirte.",
    ),
    _rule(
        "dead_were",
        "The dead told one by one: the dead comprised two shepherds.",
        "(?P<h>GHB) {near} (?:COMMA GX [!V]{0,3}? COMMA)? [BE|INCLUDE|INCLUDING|AS] {adv} (?P<v>{object})",
        "GHB",
        "The dead included [two shepherds] from Sirte.",
    ),
    _rule(
        "harmed_were",
        "The same with a participle: those killed included four women.",
        "THEM {adv} (?P<h>[VT_PART|HADJ]) {near} [BE|INCLUDE|INCLUDING] {adv} (?P<v>{object})",
        "THEM",
        "Those killed included [two shepherds] from Sirte.",
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
        "{closed} (?! AND LY? [VT_PAST|VI_PAST] {adv} {object}))",
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
        "(?:(?<= BREAK)|\\A) (?:[MOD|NATADJ|PERSON_ADJ|NL|NG]{0,3}) (?:{word} DASH)? (?P<v>[PERSON_SG|KIN_SG]) (?! "
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
        "(?P<h>[HN_OF|GHB|BODY_PL|BODY_SG|VT_ING]) (?:DATE|LY)? OF {adv} (?P<v>{object})",
        "HN_OF GHB BODY_PL BODY_SG",
        "Relatives described the killing of [two shepherds] near Sirte.",
    ),
)

FRAME_RULES: tuple[FrameRule, ...] = (*CLAUSE_RULES, *TOLL_RULES)
