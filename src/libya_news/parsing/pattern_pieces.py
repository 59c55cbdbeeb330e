"""Pieces of the patterns of harm: what stands between victims, verbs and nouns, by one name each."""

from __future__ import annotations

from libya_news.english.casualty_words import NO_PLAIN_WORD, VERB_FORMS
from libya_news.rules.pieces import Pieces

# Pieces of patterns. V is a group that can be a victim; a piece may use the pieces above it.
PIECES = Pieces()
_piece = PIECES.add


_piece("word", f"[!{NO_PLAIN_WORD}]")
# a prepositional phrase: "from the brigade", "in two raids on Sirte"
# atomic, like every piece that repeats: a sentence is walked once, not in all the ways of cutting it up
_piece(
    "pp",
    "(?>[PREPOSITION|DATE] [PREPOSITION]? (?:[A|THE|POSS|DEM|ALL|MANY]{0,2} "
    "(?:{word}|NUM|POSSESSIVE|DASH){1,5}+"
    "(?:AND [NAME|CAP])? [GN|GB|GD]?|[V|GB|GP|GH|GHB] (?! COMMA? REL) {word}{0,2}+))",
)
# what a toll is of, whose noun may be a verb elsewhere: "from an air strike", "in the Tajoura attack"
_piece(
    "event",
    "(?>[FROM|IN|OF|AFTER|BY] (?:[!FN|V|CUE|LV_RISE|LV_PUT|HADJ|HS|NUM]|POSSESSIVE|A|THE|POSS|DATE){1,6}+)",
)
# what may stand between a subject and its verb: no other clause
_piece(
    "loose",
    f"[!V|{VERB_FORMS}|AND|OR|BUT|SEMI|COLON|CUE|GHZ|GZ|LPAR|RPAR|LV_LEAVE|LV_LOSE|WHEN|IF|UNHARMED|PREPOSITION|GPS|GB|MODAL]",
)
_piece("aside", "(?:COMMA (?:{loose}|AS){0,3}? [GS|GD|GN|GO|GX] (?= {pp}? [COMMA|REL]))")
_piece("reported", "(?:(?:BE [LY|ALSO]{0,2}|COMMA) CUE TO BE?)")
_piece("bracket", "(?:LPAR [!RPAR]{1,9} RPAR)")
_piece("andso", "(?:AND [LY|ALSO]? (?= [HARM|VT_PART|VI_PAST]|[HAVE|BE] NOT))")
# ", bound and hooded,"  ", many of them young men who had come to watch,"
_piece(
    "told",
    "(?:COMMA {word}{1,3} AND {word}{1,4} COMMA|COMMA [MANY|PART_NORECORD] OF? [GP|THEM] [!COMMA|SEMI]{1,10} COMMA)",
)
_piece(
    "mid",
    "(?:(?>{told}|{pp}|{aside}|{reported}|{bracket}|{andso}|VT_PART (?! "
    "[V|A|THE|POSS|GB|DEM])|GB (?! REL)|{loose}|[PREPOSITION])){0,9}?",
)
_piece(
    "zmid",
    "(?:{pp}|[!V|HARM|HYP|NEG|AND|OR|BUT|SEMI|COLON|CUE|REL|GP|HAVE|BE|MODAL|DO|LV_LEAVE|LV_LOSE|UNHARMED|VT_PAST|VI_PAST]){0,6}?",
)
_piece("near", "(?:{pp}|DATE|[LY|ALSO]|COMMA? AGE|LPAR [!RPAR]{1,9}+ RPAR){0,3}?")
_piece("free", "(?<![VT_PAST|ACT|HAVE|OF|BY|IN|AT|ON|FROM|FOR|AMONG|BETWEEN|DURING|PREP|TO|INCLUDING])")
_piece("sep", "(?:[COMMA|AND|OR|DASH]{1,2} (?:[INCLUDING|ALSO|BUT|AS]|AMONG [GP|THEM])?)")
# "not only seven soldiers but two medics"
_piece("both", "(?:NOTONLY V {near} COMMA? BUT ALSO? V)")
# subjects: "two soldiers, a guard from Sirte and a passing child"
_piece("subject", "(?:{both}|{free} V (?:{near} {sep} [V|GB]){0,7})")
# objects end before a verb of their own: "killing two soldiers and a guard was hurt", "and five guards, a doctor said"
_piece("own", "(?! {near} (?:BE|HARM|VI_PAST|VI_S|HADJ (?! V)|CUE (?! [TO|BE|V])))")
_piece(
    "closed",
    "(?= "
    "[PREPOSITION|COMMA|STOP|BREAK|AND|DATE|SEMI|COLON|RPAR|QUOTE|LY|BUT|DASH|WHEN|OR|ALSO|CUE|OUT|UP|NL|LPAR"
    "|IF|REL|HADJ|HS|TAIL] | \\Z)",
)
# a number alone is an object only at the end of its phrase: "lost two sets" counts no people
_piece("vo", "(?:[GC|GS|GD|GN|GO]|GX {closed})")
_piece("object", "(?:{both}|{vo} (?:{near} {sep} V {own}){0,7})")
_piece("objects", "(?:{both}|{vo} (?:{near} {sep} V){0,7})")
# what may stand between the victims and their state: ", three women among them,"
_piece("inset", "(?:COMMA V AMONG [GP|THEM] COMMA|{near} COMMA?|QUOTE)")
# "maimed, depending on whom you ask, six mourners": no list of further harm
_piece("insert", "(?:COMMA [!COMMA|SEMI|COLON|V|GB|GH|GHB|HADJ|HARM|VT_PART|AND]{2,7} COMMA)")
_piece("adv", "(?:[LY|ALSO|QUOTE|UP|OUT]|QUAL_EXACT){0,2}")
