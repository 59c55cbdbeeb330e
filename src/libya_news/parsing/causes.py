"""How people were harmed: the cause that a verb implies or a noun in reach names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.scene_words import Mark

if TYPE_CHECKING:
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.scene_settings import Reach
    from libya_news.parsing.scene_view import Victims, View

# Harms that need no weapon: one in their sentence tells nothing of them.
_CAUSELESS = frozenset(("kidnapped",))
# Harms of which only the war around them is a cause.
_LOOSE = frozenset(("captured", "displaced", "rescued", "missing"))
_DEEDS = frozenset(("execution", "gunfire", "sniper", "landmine", "bombing", "car_bomb", "suicide_attack"))
_MEN = frozenset("man men fighter martyr hero heroe rebel soldier own".split())
_BURSTS = frozenset("explosion explosions blast blasts shrapnel".split())
_ONSLAUGHTS = frozenset("attack attacks raid raids assault bombing strike".split())
_BURSTING = frozenset("landmine car_bomb suicide_attack shelling air_strike drone_strike".split())
_SHOTS = frozenset(("gunfire", "sniper", "execution"))
_ESCAPED = frozenset(("drowning", "crash"))  # what those who were saved came to no harm by
_VAGUE = frozenset(("clashes", "other", "bombing"))
_LEADING = frozenset(("by", "in", "from", "during", "under", "when", "with"))
# Causes that a verb of harm tells, and the words that may tell them more closely.
_CLOSER = {
    "gunfire": frozenset(("sniper", "execution")),
    "drowning": frozenset(("flood",)),
    "execution": frozenset[str](),
}
_HELD = frozenset("prisoner captive detainee hostage".split())
_FROM_ABOVE = frozenset("strike strikes raid raids".split())
_BREAKS = frozenset(("and", "while", "but", "whereas"))
_SHARES = frozenset(("most", "many", "some", "half"))
_WHOLE = frozenset(("suicide_attack",))  # its words are the death of the one and the cause of the others'
_NEAR = 14  # tokens behind the harm in which a cause is its own: "killed by small-arms fire"

# Causes that may be words for one deed.
_KIN = (
    frozenset(("bombing", "landmine", "suicide_attack", "car_bomb")),
    frozenset(("air_strike", "drone_strike", "bombing")),
    frozenset(("gunfire", "execution", "sniper", "clashes")),
)


def akin(one: Mark | None, other: Mark | None) -> bool:
    """Tell whether two causes may be words for one deed: "an explosion" and "a mine"."""
    if one is None or other is None or one.value == other.value:
        return True
    return any(one.value in kin and other.value in kin for kin in _KIN)


def cause_of(view: View, victims: Victims, reach: Reach, first: int, last: int) -> Mark | None:
    """Return the cause that the sentence of a casualty (its tokens `first` up to `last`) tells, or None."""
    candidate = victims.candidate
    if candidate.harm in _CAUSELESS:
        return None
    rank = view.words.rank
    marks = view.cause_marks(first, last)
    if marks:
        marks = [mark for mark in marks if not view.is_told(mark.first)]
    marks = [
        mark
        for mark in marks
        if (mark.value in _WHOLE or not view.is_harm_of_other(mark.first, victims))
        and not _of_another(view, mark, victims, reach)
    ]
    best = _best(view, marks, reach, rank)
    told = candidate.cause
    held = candidate.harm == "killed" and view.head_of(victims) in _HELD
    if held and best is not None and best.value == "gunfire" and best.first < reach.end:
        best = best._replace(value="execution")  # "shot three prisoners dead"
    if told is not None:
        if told == "gunfire" and held:
            told = "execution"
        if best is not None and rank[best.value] < rank.get(told, 99):
            if told not in _CLOSER or best.value in _CLOSER[told]:
                return best
        return Mark(victims.harm[0], victims.harm[1], told)
    if best is None and victims.rule == "lose" and _are_fighters(view, victims):
        return Mark(victims.harm[0], victims.harm[1], "clashes")
    return best


def _of_another(view: View, mark: Mark, victims: Victims, reach: Reach) -> bool:
    """Tell whether a cause is no casualty's own: it names the victims, or stands in a clause about others."""
    if mark.value == "sniper" and victims.first <= mark.first < victims.last:
        return True  # "killed three snipers"
    if mark.first < reach.end:
        return False
    low = view.tokens.low
    for i in range(reach.end, mark.first):
        if low[i] == ";":
            return True
        if low[i] == ",":
            if low[i + 1] in _SHARES and low[i + 2] == "of":
                return True  # "37 wounded, most of them by shrapnel"
            if low[i + 1] in _BREAKS and low[i + 2] == "that":
                return True  # "had lost three men, and that artillery had shelled the town"
    return False


def _are_fighters(view: View, victims: Victims) -> bool:
    """Tell whether those that somebody lost are the men of a force, and not of a family."""
    return victims.candidate.cls in ("military", "militant") or view.head_of(victims) in _MEN


def _best(view: View, marks: list[Mark], reach: Reach, rank: dict[str, int]) -> Mark | None:
    """Return the cause of a harm: behind it with a preposition ("by shelling"), else the most telling."""
    if not marks:
        return None
    low = view.tokens.low
    near: list[Mark] = []
    for mark in marks:
        if mark.last == reach.start:
            return mark  # "gunfire 3 deaths"
        if reach.start <= mark.first < reach.end:
            near.append(mark)
        elif reach.end <= mark.first < min(reach.after, reach.end + _NEAR):
            words = low[max(mark.first - 3, reach.end) : mark.first]
            if "," not in words and not _LEADING.isdisjoint(words):
                # what an earlier casualty of the sentence died of is not this one's: "four in the raids and one
                # in the fighting"
                mine = [m for m in near if not reach.floor <= m.first < reach.start]
                if mark.value not in _VAGUE or not mine:
                    return _sharper(mark, marks, reach, rank)
            near.append(mark)
        elif mark.first < reach.start:
            near.append(mark)
    if not near:
        near = marks
    return min(near, key=lambda mark: (rank[mark.value], -mark.first))


def _sharper(mark: Mark, marks: list[Mark], reach: Reach, rank: dict[str, int]) -> Mark:
    """Return a more telling cause before the harm in place of a vague one behind it ("in the fighting")."""
    if mark.value not in _VAGUE:
        return mark
    before = [
        m
        for m in marks
        if m.first < reach.start and m.value not in _VAGUE and not reach.floor <= m.first < reach.start
    ]
    return min(before, key=lambda m: (rank[m.value], -m.first)) if before else mark


def fitting(candidate: Candidate, own: Mark | None, carried: Mark | None, low: list[str]) -> Mark | None:
    """Return the cause that fits a harm: its own, or else the scene's."""
    harm = candidate.harm
    if harm in _CAUSELESS:
        return None
    if harm in _LOOSE:
        chosen = own if own is not None and own.value not in _DEEDS else carried
        if harm == "captured" and chosen is not None and chosen.value != "clashes":
            return None  # nobody is taken prisoner by a shell or from the air
        if chosen is not None and candidate.harm == "rescued" and chosen.value in _ESCAPED:
            return None
        return None if chosen is not None and chosen.value in _DEEDS else chosen
    if own is None:
        return carried
    if carried is not None and own.last - own.first == 1:
        word = low[own.first]
        if carried.value in _BURSTING and (
            word in _BURSTS or word in _ONSLAUGHTS and carried.value != "landmine"
        ):
            return carried  # "the explosion", where a mine was told
        if word == "attack" and carried.value in _SHOTS and low[own.first - 1] in ("the", "same", "this"):
            return carried
    if carried is not None and carried.value == "drone_strike" and own.value == "air_strike":
        if low[own.last - 1] in _FROM_ABOVE:
            return carried  # "the air strike", where a drone was told
    if carried is not None and carried.value == "flood" and own.value == "drowning":
        return carried
    return own


def leading_cause(view: View, first: int, last: int, *, deeds: bool = True) -> Mark | None:
    """Return the most telling cause of a stretch without a casualty; one that is a deed only if asked for."""
    # "Pictures showed smoke above the town" tells no cause of deaths told before either.
    marks = [
        mark
        for mark in view.cause_marks(first, last)
        if deeds or mark.value not in _DEEDS and mark.value != "other"
    ]
    if not marks:
        return None
    rank = view.words.rank
    return min(marks, key=lambda mark: (mark.value == "other", rank[mark.value], mark.first))
