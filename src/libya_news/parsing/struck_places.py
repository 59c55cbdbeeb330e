"""Places that were fought over or hit: who was driven from there, what was struck, whose site it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.parsing.scene_words import SceneWords

STARTS = frozenset((".", "\n", "”", '"', "!", "?"))
_DRIVING = frozenset(
    "force forced forcing drive drove driving push pushed pushing flush flushed flushing oust ousted ousting expel "
    "expelled expelling dislodge dislodged dislodging clear cleared clearing evict evicted evicting".split()
)
# Before the verb of driving: who is driven out fell elsewhere.
_BEING = frozenset("been be being were was are families residents".split())
_TELLING_SITES = frozenset(("hospital", "university", "airport", "centre", "front", "base", "camp", "road"))
_WAS_STRUCK = frozenset(
    "bombed shelled attacked hit struck pounded raided stormed besieged rocked bombarded hammered".split()
)


def driven_from(low: list[str], i: int) -> bool:
    """Tell whether "from Derna" up to `i` is where somebody was fought: "to drive the militants from Derna"."""
    for k in range(i, max(i - 7, -1), -1):
        if low[k] in STARTS or low[k] == ",":
            return False
        if low[k] in _DRIVING:
            return not _BEING.intersection(low[max(k - 2, 0) : k])
    return False


def has_site(low: list[str], i: int, words: SceneWords) -> bool:
    """Tell whether a name is whose site it was: "Sirte's port", "Benghazi's old port district"."""
    if low[i : i + 1] != ["'s"]:
        return False
    return any(word in words.sites and word not in _TELLING_SITES for word in low[i + 1 : i + 4])


def is_struck(low: list[str], i: int) -> bool:
    """Tell whether the words at a token say that the place before them was hit: "Derna was bombed"."""
    if low[i : i + 2] == ["came", "under"]:
        return low[i + 2 : i + 3] in (["fire"], ["attack"], ["bombardment"], ["shelling"])
    if low[i : i + 2] in (["has", "been"], ["had", "been"], ["have", "been"]):
        i += 1
    return (
        low[i : i + 1] in (["was"], ["were"], ["been"])
        and low[i + 1 : i + 2] != []
        and low[i + 1] in _WAS_STRUCK
    )
