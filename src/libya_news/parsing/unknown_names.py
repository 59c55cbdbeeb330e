"""Names that the knowledge does not hold: groups by their last word, beside persons and places."""

import re

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.ids import slug
from libya_news.parsing.name_contexts import CALLED, addressed, broken, in_dateline, shouted, spelled_out
from libya_news.parsing.names import NameHit
from libya_news.parsing.short_forms import add_short_forms
from libya_news.parsing.unknown_persons import find_unknown_persons
from libya_news.parsing.unknown_places import find_unknown_places
from libya_news.text.tokens import Tokens

# Every pattern begins with a letter or one class of letters, so that the search skips what cannot begin a
# name.
_INNER = r"[GCDKHNMLcPT9]"
_OF = rf"[of]e?(?:{_INNER}q?){{1,6}}(?:je?{_INNER}{{1,4}})?"
_GROUPS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, trigger, re.compile(pattern))
    for kind, trigger, pattern in (
        ("declared", "(", r"\(K\)"),  # Doctors Beyond Frontiers (DBF)
        ("armed", "9", r"9[cCGDNT]{0,3}+[Hh]"),  # 55th Support Company, 444 brigade
        ("unit", "9", r"[Hh]-?9"),  # Battalion 166
        (
            "head",
            "",
            # A head must follow before anything else is tried.
            rf"[AaGCDKPHNMLcT](?:(?<!T)|(?=N))(?=[AaGCDKPHNMLcoevq-]{{0,35}}?[HNML])(?:(?<=[Aa])-?[GC])?(?:-[GCHNM])?(?:v|(?<=c)q)?(?:oe?(?=[GCAa]))?(?:(?:[Aa]-)?[GCDKPHNMLc](?:-[GCHNM])?(?:v|(?<=c)q)?(?:oe?(?=[GCAa]))?){{0,4}}"
            rf"(?P<head>[HNML])(?:{_OF})*(?:(?<=N)C(?![GCHNMLa-]))?",
        ),
        ("noun", "", rf"[HNM]{_OF}"),  # Society for Truth and Memory
        ("civic", "i", r"io(?:[Aa]-?)?[GC](?:-?[GC])?(?![GCHNML-])"),  # local council of Zintan
        ("voice", "", r"M(?:[Aa]-?)?[GC](?![GCHNML-])"),  # Radio al-Madina, Radio Ndarason
        ("told", "A", r"(?P<told>A-?C)(?=[xwsf.])"),  # tells Al Mashriq that
        ("daily", "", r"se(?P<daily>M)(?=[xwsf.,n])"),  # told the Observer
        ("joined", "K", r"K-[CG](?![GCHNML-])"),  # SLA-Minnawi
        # the Knights of the Coast, a rival outfit
        ("aside", ",", r"(?P<aside>(?:[Aa]-?)?(?:[CGDK]|c(?=o))(?:-?[CGDLHN]|oe?[CGDLHNc]){0,4}),x"),
        ("company", "", r"c(?<=Cc)(?![GCHNMLDcKao9-])"),  # Akakus Oil
        (
            "low",
            "",
            r"[AaGCP](?=[GC-]{0,6}+[hmi])-?[GC]?(?:-?[GC]){0,2}[hmi]",
        ),  # Rafallah brigade, Quryna newspaper, Zintan council
        ("named", "", r"[imhK](?P<named>(?:C|A-?C|K)(?:-?[GCNMH]){0,3})"),  # charity SafeGround
        (
            "called",
            "",
            r"[hi]x{1,3}e?(?P<called>(?:[Aa]-)?[GCD](?:oe?(?=[CGL]))?(?:[CGLHNMD-](?:oe?(?=[CGL]))?){0,4})",
        ),  # a militia called the Lions of the Valley
        (
            "selves",
            "",
            r"x(?<=x)e?(?P<selves>(?:[Aa]-?)?[CGDHN](?:-?(?:oe?)?[CGDLHN]){1,4})",
        ),  # gunmen calling themselves the Ajdabiya Falcons
        ("wire", "(", r"\((?P<wire>[CcDK][CcKM]{0,2})\)[-x]"),  # (Meridian) -
        ("firm", "i", r"(?P<firm>C[CN]{1,2}),[ex]{1,2}[ix]{0,2}i"),  # Apex Cargo, a tracking firm
    )
)


def add_unknown(hits: list[NameHit], tokens: Tokens, knowledge: Knowledge, shapes: str) -> list[NameHit]:
    """Return the known hits with unknown names added; what an unknown name holds gives way to it."""
    owner = [-1] * len(shapes)
    for number, hit in enumerate(hits):
        owner[hit.first : hit.last] = [number] * (hit.last - hit.first)
    found: list[NameHit] = []
    dropped: set[int] = set()
    for finder in (_groups, find_unknown_persons, find_unknown_places):
        for new in finder(shapes, tokens, knowledge, hits, owner):
            if new.kind != "unknown_person" and _in_title_case(new, shapes):
                continue
            inside = {n for n in owner[new.first : new.last] if n >= 0}
            found.append(new)
            dropped |= inside
            mark = len(hits) + len(found)
            owner[new.first : new.last] = [mark] * (new.last - new.first)
    hits = [h for n, h in enumerate(hits) if n not in dropped] + found
    owned = bytearray(len(shapes))
    for hit in hits:
        owned[hit.first : hit.last] = b"\1" * (hit.last - hit.first)
    return sorted(hits + add_short_forms(hits, shapes, owned, tokens, knowledge))


def _in_title_case(hit: NameHit, shapes: str) -> bool:
    """Tell whether the line of a name is a headline that gives every word a capital."""
    begin, end = max(hit.first - 30, 0), min(hit.last + 30, len(shapes))
    first, last = shapes.rfind("n", begin, hit.first) + 1, shapes.find("n", hit.last, end)
    if (not first and begin) or (last < 0 and end < len(shapes)):
        return False
    line = shapes[first : last if last >= 0 else len(shapes)]
    if len(line) < 5 or len(line) > 30:
        return False
    lower = sum(line.count(shape) for shape in "xtshmilwpofje")
    capital = sum(line.count(shape) for shape in "cCGTHNMLDKPI")
    return capital > 2 * lower and line.count("c") > 2 and line[-1:] != "."


def _groups(
    shapes: str, tokens: Tokens, knowledge: Knowledge, hits: list[NameHit], owner: list[int]
) -> list[NameHit]:
    out: list[NameHit] = []
    taken = bytearray(len(shapes))
    for kind, trigger, pattern in _GROUPS:
        if trigger not in shapes:
            continue
        for match in pattern.finditer(shapes):
            hit = _group_at(match, kind, shapes, tokens, knowledge, hits, owner)
            if hit is not None and not any(taken[hit.first : hit.last]):
                taken[hit.first : hit.last] = b"\1" * (hit.last - hit.first)
                out.append(hit)
    return out


def _group_at(
    match: re.Match[str],
    kind: str,
    shapes: str,
    tokens: Tokens,
    knowledge: Knowledge,
    hits: list[NameHit],
    owner: list[int],
) -> NameHit | None:
    """Return the group that a match of one of the patterns makes, or None."""
    words = tokens.words
    first, last = match.span()
    if kind == "declared":
        first, last = spelled_out(first, words), first
        if first < 0:
            return None
    elif kind in _SPANNED:
        first, last = match.span(kind)
        if kind in _SAID_OF and not _SAID_OF[kind](first, last, tokens, knowledge):
            return None
        if kind == "called" and CALLED.isdisjoint(tokens.low[match.start() + 1 : first]):
            return None
        if kind == "wire" and not in_dateline(first - 1, last + 1, tokens):
            return None
    else:
        if kind == "company":
            first -= 2 if shapes[max(first - 2, 0)] == "C" else 1
        first = _trim_group(first, last, shapes, tokens)
        if last - first < 2 or not _headed(match, kind, last, tokens, knowledge):
            return None
    inside = {n for n in owner[first:last] if n >= 0}
    if any(_stands(hits[n], first, last, shapes) for n in inside):
        return None
    if last - first > 2 and shouted(first, last, words):
        return None
    if broken(first, last, tokens) or not any(w[0].isupper() or w[0].isdigit() for w in words[first:last]):
        return None
    if kind == "low" and tokens.low[last - 1] in _VAGUE and any(hits[n].place_id is not None for n in inside):
        return None  # "a Tarhuna militia" names no group
    if kind == "low" and shapes[last - 1] == "m":
        last -= 1
    if kind == "civic" and tokens.low[first - 1] in knowledge.sets["civic_sorts"]:
        first -= 1
    name = slug(tokens.quote(first, last))
    if kind == "head" and tokens.low[last - 1] in knowledge.sets["bare_sites"]:
        return NameHit(first, last, None, name, "weak", "unknown_place")
    return NameHit(first, last, name, None, "weak", "unknown_group")


def _named(first: int, _last: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    return tokens.low[first - 1] in knowledge.sets["named_after"]


def _self_named(first: int, _last: int, tokens: Tokens, _knowledge: Knowledge) -> bool:
    return bool(_SELVES & set(tokens.low[max(first - 2, 0) : first]))


def _told(first: int, _last: int, tokens: Tokens, _knowledge: Knowledge) -> bool:
    return tokens.low[first - 2] in ("told", "tells")


def _explained(first: int, last: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Tell whether an apposition says that a name is a group's."""
    low = tokens.low
    if low[last + 1] not in _ARTICLED or (first and low[first - 1] in _SITED):
        return False
    for word in low[last + 2 : last + 7]:
        if word in knowledge.sets["group_nouns"]:
            return True
        if not word[0].isalpha() and word != "-":
            return False
    return False


_VAGUE = frozenset(("militia", "gang", "movement"))
_STATIONS = frozenset(("radio", "tele", "canal", "tv"))
_SELVES = frozenset(("themselves", "itself"))
_ARTICLED = frozenset(("a", "an", "another", "one"))
_SITED = frozenset(("in", "near", "at", "from", "to", "outside"))
_SPANNED = frozenset(("named", "wire", "firm", "told", "called", "daily", "aside", "selves"))
# What the words about a name must say for a pattern to hold.
_SAID_OF = {
    "named": _named,
    "told": lambda first, last, tokens, _: addressed(first, last, tokens),
    "daily": _told,
    "aside": _explained,
    "selves": _self_named,
}


def _headed(match: re.Match[str], kind: str, last: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Tell whether the head of a group's name is one that makes a name of what stands before it."""
    if kind == "voice":
        return tokens.low[match.start()] in _STATIONS or "a" in match[0].lower()
    if kind == "head" and tokens.low[last - 1] == "wing":
        return match.string[last : last + 1] not in "CG"  # "an Emirati Wing Loong"
    if kind == "unit":
        return tokens.low[match.start()] in knowledge.sets["units"]
    if kind == "low":
        word = tokens.low[last - 1]
        return (
            word in knowledge.sets["units"]
            or word.startswith("brigade")
            or word in knowledge.sets["low_heads"]
        )
    if kind == "civic":
        return tokens.low[match.start()] in knowledge.sets["civic"]
    if kind == "company":
        return tokens.low[last - 1] in knowledge.sets["company_heads"]
    if kind == "armed":
        return tokens.low[last - 1] in knowledge.sets["units"] or tokens.words[last - 1][0].isupper()
    return True


def _trim_group(first: int, last: int, shapes: str, tokens: Tokens) -> int:
    """Leave out leading words whose capital is that of a sentence, or of a post."""
    of = shapes.find("o", first, last)
    before = set(shapes[first:of]) if of > 0 else set()
    if before & {"G", "A"} and not before & set("HNML"):
        first = of + 1  # "Halima Ali of Sabha Medical Centre"
    while first < last - 1:
        shape = shapes[first]
        starts = first == 0 or tokens.words[first - 1] in _OPENERS
        named = (
            last - first > 2 and shapes[first + 1] in "HNM"
        )  # "Civilian Watch Libya", never "Local Council"
        opens = shape == "c" and not named and (starts or shapes[first - 1] == "c")
        if shape not in "Txe-" and not opens:
            break
        if shape == "T" and shapes[first + 1] == "N" and tokens.low[first] in _NO_TITLES:
            break
        first += 1
    while first < last - 1 and shapes[first] in "oe":
        first += 1  # "Rebels of the Ali Hassan Jaber Brigade"
    if first and shapes[first - 1] == "9" and tokens.low[first] in _MONTHS:
        first -= 1  # "6 October University Hospital"
    return first


_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
# "Justice Watch", "General Authority": no titles before these heads.
_NO_TITLES = frozenset(("justice", "general"))
_OPENERS = frozenset(("\n", ".", "!", "?", '"', "“", ":"))


def _stands(hit: NameHit, first: int, last: int, shapes: str) -> bool:
    """Tell whether a known name must not give way to a longer unknown group."""
    if hit.first < first or hit.last > last:
        return True
    if hit.actor_id is not None and hit.place_id is None:
        if hit.strength == "weak" and "o" in shapes[first : hit.first]:
            return False  # "Sons of Tarhuna Brigade"
        if hit.kind == "community" and hit.last < last:
            return False  # "Libyan Doctors Union"
        several = hit.last - hit.first > 1
        return hit.first == first or (several and (hit.last == last or hit.strength == "strong"))
    return hit.first == first and hit.last == last
