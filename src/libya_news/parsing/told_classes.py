"""Classes that other words of a sentence give a group: appositions, origins, targets, "all of them migrants"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.english.casualty_words import RANK

if TYPE_CHECKING:
    from libya_news.parsing.reader import Reader

_AIMING = frozenset(
    "fire fired firing shooting attack attacks raid raids strike strikes assault shelling".split()
)
_BEHIND = frozenset(
    {"COMMA", "PREPOSITION", "DATE", "AND", "HARM", "VT_PAST", "VT_ING", "REL", "DASH", "ADJUNCT"}
)
_NOT_AIMED = frozenset({"COMMA", "AND", "PREP", "IN", "BY", "FROM", "BETWEEN"})
_BACK = 24  # groups in which the target of an attack may stand before its toll


def class_of_all(reader: Reader, g: int) -> str:
    """Return the class that is told of all of a group: "nine passengers, all of them migrants"."""
    groups, tags = reader.groups, reader.alphabet.tags
    if g + 3 >= len(groups) or groups.kinds[g + 2] != "GO" or groups.kinds[g + 3] != "GB":
        return "unspecified"
    whole = "PART_ALL" in tags(reader.units.tags[groups.first[g + 2]]) and "COMMA" in tags(groups.tags[g + 1])
    return reader.class_of(g + 3) if whole else "unspecified"


def target_class(reader: Reader, g: int) -> str:
    """Return the class of those who were shot at before a number: "opened fire on protesters, killing nine"."""
    groups, tags = reader.groups, reader.alphabet.tags
    for k in range(g - 1, max(g - _BACK, 0), -1):
        if tags(groups.tags[k]) & {"STOP", "BREAK", "SEMI", "BUT"} or tags(groups.tags[k]) & {"V", "GH"}:
            break
        if groups.kinds[k] == "GB":
            whole = tags(groups.tags[k + 1]) & _BEHIND  # not "a police training centre"
            return reader.class_of(k) if whole and aimed_at(reader, k) else "unspecified"
    return "unspecified"


def aimed_at(reader: Reader, k: int) -> bool:
    """Tell whether fire or a blow leads to a group, with at most "a queue of" between."""
    groups, tags = reader.groups, reader.alphabet.tags
    for j in range(k - 1, max(k - 5, 0), -1):
        word = reader.units.low(groups.first[j])
        if word in ("into", "onto"):
            return True
        if word == "on":
            return reader.units.low(groups.first[j] - 1) in _AIMING
        if groups.kinds[j] or tags(groups.tags[j]) & _NOT_AIMED:
            return False
    return False


def from_abroad(reader: Reader, g: int) -> bool:
    """Tell whether a group comes from another country, as its next words say: "a driver from Niger"."""
    groups = reader.groups
    if g + 2 >= len(groups) or "FROM" not in reader.alphabet.tags(groups.tags[g + 1]):
        return False
    place = getattr(reader.units.payload.get(groups.first[g + 2]), "place_id", None)
    knowledge = reader.document.knowledge
    if place is None or place == "libya" or not knowledge.has_place(place):
        return False
    return knowledge.place(place).kind == "country"


def common_noun_class(reader: Reader, g: int) -> str:
    """Return the class of a plural noun that names follow: "the photographers Tim X and Chris Y"."""
    groups = reader.groups
    k = g
    while (
        k > 1 and groups.kinds[k - 2] == "GN" and reader.alphabet.tags(groups.tags[k - 1]) & {"AND", "COMMA"}
    ):
        k -= 2
    return reader.class_of(k - 1) if k and groups.kinds[k - 1] == "GB" else "unspecified"


def apposed_class(reader: Reader, g: int) -> str:
    """Return the class that an apposition says before the verb: "a seventh crewman, an Egyptian, is missing"."""
    groups, tags = reader.groups, reader.alphabet.tags
    if g + 4 >= len(groups) or groups.kinds[g + 2] not in ("GS", "GD"):
        return "unspecified"
    if "COMMA" not in tags(groups.tags[g + 1]) or "COMMA" not in tags(groups.tags[g + 3]):
        return "unspecified"
    if not tags(groups.tags[g + 4]) & {"HARM", "BE", "HAVE", "VI_PAST", "VT_PART", "REL"}:
        return "unspecified"
    classes = [cls for i in range(groups.first[g + 2], groups.last[g + 2]) for cls in reader.classes_at(i)]
    return min(classes, key=lambda cls: RANK[cls], default="unspecified")
