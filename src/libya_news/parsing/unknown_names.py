"""Names that the knowledge does not hold: persons by title and given name, groups by their last word."""

import re

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.ids import slug
from libya_news.parsing.name_contexts import addressed, in_dateline, shouted, spelled_out
from libya_news.parsing.names import NameHit
from libya_news.parsing.short_forms import add_short_forms
from libya_news.parsing.unknown_places import find_unknown_places
from libya_news.text.tokens import Tokens

# Every pattern begins with a letter or one class of letters, so that the search skips what cannot begin a
# name.
# The words of a person's name; a lone word that is no given name needs a title or "as" (an x) before it.
_RUN = re.compile(r"(?:[GPIAa]|(?<=[TtsxGCPIpAa-])C|C(?=[GCPIpAa-]))[GCPIpAa-]*")
_TITLE = re.compile(r"(?:[Tt]-?)+")
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
        ("voice", "", r"M[Aa]-?[GC](?![GCHNML-])"),  # Radio al-Madina
        ("told", "A", r"(?P<told>A-?C)(?=[xwsf.])"),  # tells Al Mashriq that
        ("company", "", r"c(?<=Cc)(?![GCHNMLDcKao9-])"),  # Akakus Oil
        (
            "low",
            "",
            r"[AaGCP](?=[GC-]{0,6}+[hmi])-?[GC]?(?:-?[GC]){0,2}[hmi]",
        ),  # Rafallah brigade, Quryna newspaper, Zintan council
        ("named", "", r"[im](?P<named>(?:C|A-?C|K(?=C))(?:-?[GCNMH]){0,3})"),  # charity SafeGround
        (
            "called",
            "",
            r"[hi]x{1,3}e?(?P<called>(?:[Aa]-)?[GCD](?:oe?(?=[CGL]))?(?:[CGLHNMD-](?:oe?(?=[CGL]))?){0,4})",
        ),  # a militia called the Lions of the Valley
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
    for finder in (_groups, _persons, find_unknown_places):
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
    elif kind in ("named", "wire", "firm", "told", "called"):
        first, last = match.span(kind)
        if kind == "called" and _CALLED.isdisjoint(tokens.low[match.start() + 1 : first]):
            return None
        if kind == "named" and tokens.low[first - 1] not in knowledge.sets["named_after"]:
            return None
        if kind == "told" and not addressed(first, last, tokens):
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
    if _broken(first, last, tokens) or not any(w[0].isupper() or w[0].isdigit() for w in words[first:last]):
        return None
    if kind == "low" and shapes[last - 1] == "m":
        last -= 1
    if kind == "civic" and tokens.low[first - 1] in knowledge.sets["civic_sorts"]:
        first -= 1
    return NameHit(first, last, slug(tokens.quote(first, last)), None, "weak", "unknown_group")


def _headed(match: re.Match[str], kind: str, last: int, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Tell whether the head of a group's name is one that makes a name of what stands before it."""
    if kind == "unit":
        return tokens.low[match.start()] in knowledge.sets["units"]
    if kind == "low":
        word = tokens.low[last - 1]
        return (
            word in knowledge.sets["units"]
            or word.startswith("brigade")
            or word in ("newspaper", "channel", "website", "council", "councils")
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
    return first


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


def _broken(first: int, last: int, tokens: Tokens) -> bool:
    """Tell whether a hyphen in the range is a dash between words."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    return any(
        words[j] == "-" and (starts[j] > ends[j - 1] or (j + 1 < len(words) and starts[j + 1] > ends[j]))
        for j in range(first + 1, last)
    )


def _persons(
    shapes: str, tokens: Tokens, knowledge: Knowledge, hits: list[NameHit], owner: list[int]
) -> list[NameHit]:
    out: list[NameHit] = []
    known = len(hits)
    for match in _RUN.finditer(shapes):
        first, last = match.span()
        number = owner[first]
        if 0 <= number < known and hits[number].last >= last:
            continue
        while last > first and shapes[last - 1] not in "GCI":
            last -= 1
        if last - first > 9:
            continue  # no person's name is that long
        titled = first > 0 and shapes[first - 1] in "Tt"
        title = shapes[first - 1] if titled else ""
        if title == "t" and first > 1 and tokens.words[first - 1] == "-":
            title = ""
        given = last > first and _has_given(shapes, first, last)
        inside = [h for h in dict.fromkeys(owner[first:last]) if h >= 0]
        if inside:
            cut = _between(first, last, inside, hits, given, bool(title), shapes)
            if cut is None:
                continue
            first, last = cut
        if (
            last <= first
            or _broken(first, last, tokens)
            or not _is_person(first, last, title, given, shapes, tokens)
        ):
            continue
        if owner[first] >= known or owner[last - 1] >= known:
            continue
        out.append(NameHit(first, last, slug(tokens.quote(first, last)), None, "weak", "unknown_person"))
    return out


def _has_given(shapes: str, first: int, last: int) -> bool:
    """Tell whether the run is a given name or initials with a family name behind them."""
    head = shapes[first]
    if head not in "GPI":
        return False
    names = shapes.count("G", first, last) + shapes.count("C", first, last)
    if head == "G":
        return names > 1 or (last - first > 1 and shapes[last - 1] == "I")
    if head == "P":
        return names > 1
    return head == "I" and names > 0 and shapes[last - 1] != "I"


def _between(
    first: int, last: int, inside: list[int], hits: list[NameHit], given: bool, titled: bool, shapes: str
) -> tuple[int, int] | None:
    """Settle a person's name that overlaps known names: whole, cut before the known name, or not a person."""
    if inside[0] >= len(hits):
        return None
    hit = hits[inside[0]]
    if hit.first <= first:
        if hit.kind == "person" and hit.first == first and hit.last - first > 1 and shapes[hit.last] in "Aa":
            return first, last  # a third name: "Ahmed Hadiya" and "al-Misrati"
        if (
            hit.first == first
            and hit.last < last
            and (hit.strength == "weak" or hit.last - hit.first == 1)
            and (given or titled)
        ):
            return first, last
        return None
    if given and hit.last <= last and hit.last - hit.first <= 3:
        return first, last  # "Milad Zentani", "Belqasem Haftar"
    if hit.last - hit.first > 3:
        return (first, hit.first) if hit.first - first > 1 else None
    return (first, last) if titled else None


def _is_person(first: int, last: int, title: str, given: bool, shapes: str, tokens: Tokens) -> bool:
    words = shapes.count("G", first, last) + shapes.count("C", first, last)
    before = tokens.low[first - 1] if first else "\n"
    after = shapes[last] if last < len(shapes) else "n"
    if words == 0:
        return False
    if given:
        return not (after in "HNML" and not title)
    if title == "T":
        return after not in "HNMLT"
    if shapes[first] == "P" and before in ("nicknamed", "by", "as", "called", "named"):
        return True
    if before == "as" and _CALLING & set(tokens.low[max(first - 5, 0) : first]):
        return True
    if words == 1:
        if title == "t" and after in "s:," and before in _KIN and _owned(first - 2, tokens):
            return True  # "His brother Lee said"
        if before in ("said", "says") and after == "," and tokens.low[last + 1 : last + 2] in (["a"], ["an"]):
            return True  # "said Abdulmunem, a gravedigger"
        if shapes[last - 1] != "G" or before in ("the", "a", "an"):
            return False
        if title:
            return True
        if before == "," and after == ",":
            return first > 1 and shapes[first - 2] in "xti" and tokens.words[first - 2][0].islower()
        return _age_follows(last, shapes, tokens) or after == "s" or before in _CALLED
    if after in "HNMLhmil" or before == "the":
        return False
    if title or (any(shapes[j] in "Aa" for j in range(first + 1, last)) and shapes[first] in "GC"):
        return True
    if _age_follows(last, shapes, tokens) or _role_follows(last, shapes) or after == "s":
        return True
    if "G" in shapes[first:last] and after == "," and tokens.low[last + 1 : last + 2] == ["who"]:
        return True
    if before == "by" and after in "nj," and tokens.words[first - 2 : first - 1] in (["\n"], []):
        return True  # a byline
    if before == "," and after == "," and "t" in shapes[max(first - 9, 0) : first - 1]:
        follows = tokens.low[last + 1 : last + 2]
        return shapes[last + 1 : last + 2] == "s" or follows in (["tells"], ["speaks"], ["denied"], ["wrote"])
    return before in ("said", "says") and after != "T"


def _owned(i: int, tokens: Tokens) -> bool:
    return i >= 0 and tokens.low[i] in ("his", "her", "my", "their", "our", "'s")


_CALLING = frozenset(["name", "identified", "himself", "herself"])
_KIN = frozenset(
    "brother sister father mother uncle aunt cousin son daughter husband wife nephew niece".split()
)
_CALLED = frozenset(["said", "named", "called", "calling", "says", "nicknamed", "known"])


def _age_follows(last: int, shapes: str, tokens: Tokens) -> bool:
    return shapes[last : last + 2] == ",9" and (
        shapes[last + 2 : last + 3] in (",", ".", "") or tokens.low[last + 2] in ("of", "from", "said", "and")
    )


_ROLE = re.compile(r",(?:e|x){0,3}[tT]|,x{1,2}t|\([tT9]")


def _role_follows(last: int, shapes: str) -> bool:
    return _ROLE.match(shapes, last) is not None
