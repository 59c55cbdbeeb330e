"""Why a clause of harm tells of no casualty: harm that all but came, rates, shares, labels, pictures, absences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.numbers import NUMBER_WORDS

if TYPE_CHECKING:
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.reader import Reader

_ALMOST = frozenset({"nearly", "almost", "narrowly"})
_SHORT_OF = frozenset(
    {
        "close to",
        "short of",
        "instead of",
        "rather than",
        "verge of",
        "brink of",
        "point of",
        "capable of",
        "incapable of",
    }
)
_UNDONE = frozenset({"without", "from", "avoid", "avoided", "avoids"})
_TIMES = frozenset("minute hour day week month year decade".split())
_MANY_TIMES = frozenset(time + "s" for time in _TIMES)
_EACH = frozenset({"every", "each", "per"})
_SINGLE = frozenset({"a", "an"})
_LATER = frozenset("after before ago later earlier since into from of on apart old and".split())
_RATE_REACH = 8  # tokens behind the harm in which "a year" tells a rate
_CAMERAS = frozenset(
    "camera cameras cctv photo photos photograph photographs picture pictures footage film video videos image images "
    "artist photographer painter survey surveys data census drone's".split()
)
_PAINTERS = frozenset(
    "photographer photographers director filmmaker filmmakers nurses nurse vaccinators".split()
)
_MEETINGS = frozenset(
    "session sessions vote votes voting sitting meeting meetings list lists squad team training lineup line-up roll "
    "register payroll ceremony talks debate hall classes exam exams game match work".split()
)
_BEFORE_NOUN = frozenset({"the", "this", "today's", "yesterday's", "a", "his", "their", "its"})
_ANYBODY = frozenset({"relative", "loved one", "family member", "friend", "someone", "anyone"})


def not_told(reader: Reader, frame: Frame, g: int) -> bool:
    """Tell whether the words around a frame say that nobody came to harm there, or not so many."""
    name = frame.rule.rsplit(".", 1)[1]
    groups, units, tokens = reader.groups, reader.units, reader.tokens
    first = units.first[groups.first[frame.harm[0]]]
    last = units.last[groups.last[frame.harm[1] - 1] - 1]
    start, end = tokens.sentences[tokens.sentence_of[first]]
    low = tokens.low
    if name not in ("number_of_harm", "no_harm", "toll") and (
        low[first - 1 if first > start else first] in _ALMOST or low[max(last - 2, first)] in _ALMOST
    ):
        return True
    if low[first].endswith("ing") and first > start:
        if low[first - 1] in _UNDONE or " ".join(low[max(first - 2, start) : first]) in _SHORT_OF:
            return True
    victims = units.last[groups.last[g] - 1]
    if _rate(low, max(last, victims), end) or _share(reader, g):
        return True
    if _label(reader, frame, g):
        return True
    before = low[max(first - 3, start) : first]
    if name == "active" and low[first].startswith("captur") and not _CAMERAS.isdisjoint(before):
        return True
    if name == "active" and low[first] in ("shot", "shoot", "shoots") and not _PAINTERS.isdisjoint(before):
        return True
    if name == "toll" and _foreseen(reader, frame, g):
        return True
    if low[last - 1] == "missing" and low[last : last + 1] == ["from"]:
        behind = [word for word in low[last + 1 : last + 4] if word not in _BEFORE_NOUN]
        return not _MEETINGS.isdisjoint(behind[:2])
    if name == "lose" and groups.kinds[g] == "GS":
        return not _ANYBODY.isdisjoint(reader.heads(g))  # "300 said they had lost a relative"
    if name == "passive" and low[last - 1] == "lost" and low[last - 2] in ("got", "get", "getting"):
        return True
    if name == "died" and groups.kinds[g] == "GX" and low[first].endswith("ing"):
        # "three dying men": the word tells what they are, not what came to them
        return first == victims and last < end and "PREPOSITION" not in _tags_at(reader, frame.harm[1])
    if low[last - 1] == "dead" and low[last : last + 1] == ["-"]:
        return tokens.ends[last - 1] == tokens.starts[last] and last + 1 < end  # "dead-end talks"
    return _but(reader, g)


def _tags_at(reader: Reader, k: int) -> frozenset[str]:
    groups = reader.groups
    return reader.alphabet.tags(groups.tags[k]) if k < len(groups) else frozenset()


def _foreseen(reader: Reader, frame: Frame, g: int) -> bool:
    """Tell whether a toll is only expected at a number: "the toll could reach 200"."""
    units, groups, tags = reader.units, reader.groups, reader.alphabet.tags
    between = [tags(units.tags[i]) for i in range(groups.last[frame.harm[1] - 1], groups.first[g])]
    read = reader.quantity_of(g)
    return any("MODAL" in t for t in between) and read is not None and read[0].qualifier == "exact"


def _rate(low: list[str], at: int, end: int) -> bool:
    """Tell whether a rate stands behind a harm: "die every week", "kills 9,000 a year"."""
    for i in range(at, min(at + _RATE_REACH, end - 1)):
        if low[i] in _EACH:
            behind = low[i + 1 : i + 4]
            if behind[0] in _TIMES or not _MANY_TIMES.isdisjoint(behind):
                return True
            if low[i] == "per" and low[i + 1].isdecimal():
                return True
        elif low[i] in _SINGLE and low[i + 1] in _TIMES:
            return low[i - 1].isalpha() and (i + 2 >= end or low[i + 2] not in _LATER) and low[i - 1] not in (
                "for", "in", "of", "within", "than", "after", "about", "nearly", "almost", "over", "half", "such",
                "only", "on", "at", "during", "all", "with", "was", "is", "as",
            )  # fmt: skip
        elif low[i] in (";", "\n", ",", ":", "-", "–", "—"):
            return False
    return False


def _share(reader: Reader, g: int) -> bool:
    """Tell whether a number is a share: "one in ten was killed", "one migrant in 36", "one death for every 51"."""
    groups, units = reader.groups, reader.units
    if groups.kinds[g] not in ("GX", "GC", "GS", "GH"):
        return False
    low = reader.tokens.low
    begin = units.first[groups.first[g]]
    if begin > 1 and low[begin - 2 : begin] == ["one", "in"]:
        return True
    at = units.last[groups.last[g] - 1]
    if low[at : at + 2] == ["for", "every"]:
        return True
    if low[at : at + 1] != ["in"] or at + 1 >= len(low):
        return False
    if low[at + 1] not in NUMBER_WORDS and not (low[at + 1].isdecimal() and len(low[at + 1]) < 4):
        return False
    k = groups.last[g] + 1  # the unit of that number, or of the group with its noun
    if k >= len(units) or "NUM" not in reader.alphabet.tags(units.tags[k]):
        return False
    after = units.low(k + 1) if k + 1 < len(units) else "."
    tags = reader.alphabet.tags(units.tags[k + 1]) if k + 1 < len(units) else frozenset()
    if tags & {"PERSON_PL", "NATADJ"} or not after[0].isalpha():
        return True
    return bool(tags & {"BE", "HAVE", "MODAL", "AND", "VI_S", "VI_PAST", "VT_PART"})


def _label(reader: Reader, frame: Frame, g: int) -> bool:
    """Tell whether a harm labels the number behind it, not the one before: "Killed: 12, wounded: 30"."""
    if not frame.rule.endswith((".participle", ".bare_state")) or reader.groups.kinds[g] != "GX":
        return False
    if g + 1 >= frame.harm[0] or "COMMA" not in _tags_at(reader, frame.harm[0] - 1):
        return False
    return bool(_tags_at(reader, frame.harm[1]) & {"COLON", "DASH"})


def _but(reader: Reader, g: int) -> bool:
    """Tell whether a number is taken off another one: "all 15 but two were killed"."""
    units, groups = reader.units, reader.groups
    at = units.first[groups.first[g]]
    low = reader.tokens.low
    return groups.kinds[g] == "GX" and low[at - 1 : at] == ["but"] and "all" in low[max(at - 5, 0) : at - 1]
