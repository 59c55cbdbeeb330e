"""Why a frame that matched is no casualty: blows that hit no body, parts of things, releases by law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.reader import Reader

_MISSILES = frozenset(
    "shrapnel bullet bullets shell shells fire gunfire sniper snipers rocket rockets mortar shot shots "
    "round rounds splinters "
    "leg legs arm arms head chest shoulder stomach back neck thigh hand foot face knee abdomen spine".split()
)
_LAW = frozenset(
    "court courts judge judges bail pardon pardoned amnesty parole prosecutor prosecutors acquitted".split()
)

_FOUND = frozenset("seen heard found located traced recovered discovered retrieved".split())


def told_otherwise(reader: Reader, frame: Frame) -> bool:
    """Tell whether words of harm say something else here.

    "The fourth has not been identified" is not missing; "not an assassination" counts nobody.
    """
    first, last = reader.groups.first[frame.harm[0]], reader.groups.last[frame.harm[1] - 1]
    name = frame.rule.rsplit(".", 1)[1]
    if name == "unseen":
        return reader.units.low(last - 1) not in _FOUND
    return (
        name == "no_harm" and reader.units.low(first) == "not" and reader.units.low(first + 1) in ("a", "an")
    )


def struck(reader: Reader, frame: Frame) -> bool:
    """Tell whether what struck, or where it struck, stands behind the verb: "was hit by shrapnel", "hit in the leg"."""
    at = reader.units.first[reader.groups.first[frame.harm[0]]]
    sentence = reader.tokens.sentences[reader.tokens.sentence_of[at]]
    return not _MISSILES.isdisjoint(reader.tokens.low[at : min(at + 12, sentence[1])])


def by_law(reader: Reader, frame: Frame) -> bool:
    """Tell whether a court or an amnesty stands in the sentence: release is no rescue."""
    at = reader.units.first[reader.groups.first[frame.harm[0]]]
    first, last = reader.tokens.sentences[reader.tokens.sentence_of[at]]
    return not _LAW.isdisjoint(reader.tokens.low[first:last])


def of_things(reader: Reader, g: int) -> bool:
    """Tell whether a part of "them" is a part of things: "120 pages, three of them missing"."""
    groups, tags = reader.groups, reader.alphabet.tags
    if not tags(reader.units.tags[groups.last[g] - 1]) & {"THEM", "PRON_OBJ"}:
        return False
    for k in range(g - 1, max(g - 16, -1), -1):
        if tags(groups.tags[k]) & {"G", "GH", "GHB"}:
            return False
        if groups.kinds[k] == "" and tags(groups.tags[k]) & {"NUM", "NUMWORD", "VAGUE"}:
            return True
        if tags(groups.tags[k]) & {"STOP", "BREAK"} and g - k > 1:
            return False
    return False
