"""Persons that the knowledge does not hold: by title, given name, apposition or what they say."""

import re

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.ids import slug
from libya_news.parsing.name_contexts import CALLED, broken
from libya_news.parsing.names import NameHit
from libya_news.text.tokens import Tokens

# The words of a person's name; a lone word that is no given name needs a title or "as" (an x) before it.
_RUN = re.compile(r"(?:[GPIAa]|(?<=[TtsxGCPIpAa-])C|C(?=[GCPIpAa-]))[GCPIpAa-]*")


def find_unknown_persons(
    shapes: str, tokens: Tokens, knowledge: Knowledge, hits: list[NameHit], owner: list[int]
) -> list[NameHit]:
    """Return the persons that only a given name, a title or the words about them show to be some."""
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
            or broken(first, last, tokens)
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
    after = shapes[last] if last < len(shapes) else "n"
    if words == 0:
        return False
    if given:
        return not (after in "HNML" and not title)
    if title == "T":
        return after not in "HNMLT"
    before = tokens.low[first - 1] if first else "\n"
    if before == "as" and _CALLING & set(tokens.low[max(first - 5, 0) : first]):
        return True
    if shapes[first] == "P" and _is_byname(first, last, before, shapes, tokens):
        return True
    if words == 1:
        return _is_lone_name(first, last, title, before, after, shapes, tokens)
    if after in "HNMLhmil" or before == "the":
        return False
    if before == "," and first > 1 and tokens.low[first - 2] in _TOWNS:
        return False  # "from a single village, Nazlet al-Sharif"
    if title or (any(shapes[j] in "Aa" for j in range(first + 1, last)) and shapes[first] in "GC"):
        return True
    if _SON.match(shapes, first, last) and shapes[first - 1 : first] not in ("w", "o"):
        return True  # "Moftah Abu Dabbus", "Zohour Ben Halim"
    if _age_follows(last, shapes, tokens) or _role_follows(last, shapes) or after == "s":
        return True
    follows = tokens.low[last + 1] if last + 1 < len(shapes) else ""
    if after == "," and follows in ("who", "whose") and shapes[first - 1 : first] != "w":
        return True
    if before == "by" and after in "nj," and tokens.words[first - 2 : first - 1] in (["\n"], []):
        return True  # a byline
    if before == "," and after == "," and "t" in shapes[max(first - 9, 0) : first - 1]:
        if shapes[first - 2] == "t" and tokens.low[first - 2] not in _KIN:
            return True  # "the council's director, Prudence Marlow, called"
        return shapes[last + 1 : last + 2] == "s" or follows in ("tells", "speaks", "denied", "wrote")
    if before == "to" and first > 1 and tokens.low[first - 2] == "according":
        return after == "," and follows in _ASIDE
    return shapes[first - 1 : first] == "s" and before not in _REPORTED and after != "T"


# A name between which "son of" or "father of" stands.
_SON = re.compile("[GC]-?[Pp]-?[GC]")
_ASIDE = frozenset("a an the his her its their who whose another one".split())
# What is said may begin with a capital after these: "told Reuters", "added Western envoys", never a speaker.
_REPORTED = frozenset("told tells asked added adding adds adding stressed stresses".split())


def _is_byname(first: int, last: int, before: str, shapes: str, tokens: Tokens) -> bool:
    """Tell whether "Abu Musab", "Um Khaled" is somebody: by what he or she is called, says or is."""
    if before in ("nicknamed", "by", "as", "called", "named"):
        return True
    if tokens.low[first] not in _PARENT or shapes[first - 1 : first] in ("w", "o"):
        return False
    after = shapes[last : last + 1]
    follows = tokens.low[last + 1] if last + 1 < len(shapes) else ""
    return (
        after == "s"
        or _age_follows(last, shapes, tokens)
        or _role_follows(last, shapes)
        or (after == "," and follows == "who")
    )


_TOWNS = frozenset("town village city suburb district neighbourhood neighborhood oasis".split())
_PARENT = frozenset("abu abou um umm oum".split())


def _is_lone_name(
    first: int, last: int, title: str, before: str, after: str, shapes: str, tokens: Tokens
) -> bool:
    """Tell whether a single name is somebody's."""
    if title == "t" and after in "s:," and before in _KIN and _owned(first - 2, tokens):
        return True  # "His brother Lee said"
    if shapes[first - 1 : first] == "s" and before not in _REPORTED and after == ",":
        if tokens.low[last + 1 : last + 2] in (["a"], ["an"]):
            return True  # "said Abdulmunem, a gravedigger"
    if shapes[last - 1] != "G" or before in ("the", "a", "an"):
        return False
    if title:
        return True
    if before == "," and after == ",":
        return first > 1 and shapes[first - 2] in "xti" and tokens.words[first - 2][0].islower()
    return _age_follows(last, shapes, tokens) or after == "s" or before in CALLED


def _owned(i: int, tokens: Tokens) -> bool:
    return i >= 0 and tokens.low[i] in ("his", "her", "my", "their", "our", "'s")


_CALLING = frozenset(["name", "named", "identified", "himself", "herself"])
_KIN = frozenset(
    "brother sister father mother uncle aunt cousin son daughter husband wife nephew niece".split()
)


def _age_follows(last: int, shapes: str, tokens: Tokens) -> bool:
    return shapes[last : last + 2] == ",9" and (
        shapes[last + 2 : last + 3] in (",", ".", "") or tokens.low[last + 2] in ("of", "from", "said", "and")
    )


_ROLE = re.compile(r",(?:e|x){0,3}[tT]|,x{1,2}t|\([tT9]")


def _role_follows(last: int, shapes: str) -> bool:
    return _ROLE.match(shapes, last) is not None
