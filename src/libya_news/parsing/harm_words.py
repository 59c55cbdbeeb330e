"""What the harm words of a frame say: which harm, by which cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.reader import Reader

# Frames whose words are harm by themselves.
_FIXED_HARM = {
    "lose": "killed",
    "bring_to": "killed",
    "cost_side": "killed",
    "taken_by": "kidnapped",
    "unseen": "missing",
    "whereabouts": "missing",
    "limb_of": "wounded",
    "lost_limb": "wounded",
    "captives": "captured",
    "treated_for": "wounded",
    "were_treated_for": "wounded",
    "pulled_alive": "rescued",
    "pulled_from": "rescued",
    "families_moved": "displaced",
    "took_prisoners": "captured",
    "paraded": "captured",
    "hurt_to": "wounded",
    "may_be_missing": "missing",
    "cost_of": "killed",
    "losses_at": "killed",
    "whose_bodies": "killed",
    "self_killed": "killed",
    "suffered_wounds": "wounded",
    "no_survivors": "killed",
    "none_survived": "killed",
}
_PLAIN_HARM = frozenset({"kill", "wound", "injure", "hurt", "maim"})
_FATALLY = frozenset({"fatally", "mortally"})
_TAKEN = frozenset({"captured", "kidnapped"})


class HarmWord:
    """What the harm word of a frame says."""

    __slots__ = ("harm", "cause", "says", "also")

    def __init__(self, harm: str, cause: str | None, says: dict[str, Any], also: str | None = None) -> None:
        self.also: str | None = also
        self.harm: str = harm
        self.cause: str | None = cause
        self.says: dict[str, Any] = says


def harm_word(reader: Reader, frame: Frame) -> HarmWord | None:
    """Return what the harm words of a frame say; the first word that says a harm decides."""
    a, b = reader.groups.first[frame.harm[0]], reader.groups.last[frame.harm[1] - 1]
    name = frame.rule.rsplit(".", 1)[1]
    units, words = reader.units, reader.words
    if name.startswith("gap"):
        return _gap_harm(reader, frame, a)
    if name.startswith("unknown_"):
        return _withheld_harm(reader, frame)
    fixed = _FIXED_HARM.get(name)
    if fixed is not None:
        return HarmWord(fixed, None, {})
    if name == "unhurt":
        return HarmWord("killed", None, {})
    kinds = {
        "harm_of": ("noun", "body", "verb"),
        "toll": ("noun",),
        "harm_at": ("noun", "adjective"),
        "number_of_harm": ("noun", "body", "person", "adjective"),
        "no_harm": ("noun", "light", "adjective"),
        "were_among": ("verb", "state", "adjective", "body"),
        "bring_to": (),
        "unhurt": (),
    }.get(name, ("verb", "state", "adjective", "noun", "light"))
    for i in range(b - 1, a - 1, -1) if name in ("number_of_harm", "no_harm") else range(a, b):
        key = units.key(i)
        for kind in kinds:
            says = dict(words.says(key, kind))
            if name == "harm_of" and "readings" in says:
                says = next((dict(r) for r in says["readings"] if r.get("victims") == "of"), says)
            elif name in ("number_of_harm", "no_harm") and "readings" in says:
                says = next((dict(r) for r in says["readings"] if r.get("victims") == "count"), says)
            elif name in ("toll", "harm_at") and "readings" in says:
                says = next(
                    (dict(r) for r in says["readings"] if r.get("victims") in ("toll", "count")), says
                )
            if kind == "body" and says or (kind == "person" and key in ("lives", "life", "souls")):
                return HarmWord("killed", None, says)
            if key in ("losses", "loss") and name == "no_harm":
                return HarmWord("casualties", None, {})
            if says.get("role") == "lose" or key in ("losses", "loss"):
                return HarmWord("killed", None, says)
            if "harm" in says:
                harm = str(says["harm"])
                if kind == "verb" and harm in ("killed", "wounded") and _lumped(reader, i + 1, b, harm):
                    harm = "casualties"
                if kind == "verb" and harm == "wounded" and _then_killed(reader, i + 1, b):
                    return HarmWord("killed", says.get("cause"), says)  # "shot and killed"
                if harm == "wounded" and kind == "verb" and i and units.key(i - 1) in _FATALLY:
                    return HarmWord("killed", says.get("cause"), says)
                if harm == "killed" and _or_missing(reader, b):
                    return HarmWord("missing", says.get("cause"), says)
                if kind == "verb" and harm in _TAKEN and _then_killed(reader, i + 1, b):
                    return HarmWord("killed", says.get("cause"), says, also=harm)
                return HarmWord(harm, says.get("cause"), says)
    return None


def _then_killed(reader: Reader, first: int, last: int) -> bool:
    """Tell whether a verb of killing follows one of taking: "was captured and killed"."""
    return any(
        reader.words.says(reader.units.key(i), "verb").get("harm") == "killed" for i in range(first, last)
    )


def _or_missing(reader: Reader, i: int) -> bool:
    """Tell whether the harm may as well be that nobody knows: "dead or missing", "have died or gone missing"."""
    units = reader.units
    if i + 1 >= len(units) or "OR" not in reader.alphabet.tags(units.tags[i]):
        return False
    return any(
        reader.words.says(units.key(i + 1), kind).get("harm") == "missing"
        for kind in ("verb", "adjective", "state", "noun")
    )


def _lumped(reader: Reader, first: int, last: int, harm: str) -> bool:
    """Tell whether a second verb lumps dead and wounded: "killed or wounded"."""
    other = {"killed": "wounded", "wounded": "killed"}[harm]
    # "shot and killed": the shot is how they were killed
    plain = reader.words.says(reader.units.key(first - 1), "verb").get("lemma") in _PLAIN_HARM
    joined = False
    for i in range(first, last):
        joined = joined or bool(reader.alphabet.tags(reader.units.tags[i]) & {"AND", "OR"})
        says = reader.words.says(reader.units.key(i), "verb")
        # "beheaded or shot": to shoot says less than to wound, and lumps nobody
        if joined and says.get("harm") == other and says.get("lemma") in _PLAIN_HARM:
            return plain
    return False


def _withheld_harm(reader: Reader, frame: Frame) -> HarmWord | None:
    """Return the harm whose figure is withheld: that of the harm words near it, killed for a bare toll."""
    units = reader.units
    a, b = reader.groups.first[frame.victims[0]], reader.groups.last[frame.victims[1] - 1]
    toll = False
    for i in range(a, min(b + 9, len(units))):
        tags = reader.alphabet.tags(units.tags[i])
        if i >= b and tags & {"STOP", "BREAK", "SEMI"}:
            break
        key = units.key(i)
        if key in ("toll", "losses", "death toll", "loss", "dead", "deaths"):
            return HarmWord("killed", None, {})
        if "casualt" in key:
            return HarmWord("casualties", None, {})
        toll = toll or "UNKNOWN_CUE" in tags
        for kind in ("verb", "adjective"):
            harm = reader.words.says(key, kind).get("harm")
            if harm is not None:
                return HarmWord(str(harm), None, {})
    if toll:
        words = units.quote(a, b).lower()
        return HarmWord("wounded" if "wounded" in words or "injured" in words else "killed", None, {})
    return None


def _gap_harm(reader: Reader, frame: Frame, a: int) -> HarmWord | None:
    units = reader.units
    stop = (
        min(reader.groups.last[frame.victims[1] - 1] + 8, len(units))
        if frame.rule.endswith("active")
        else len(units)
    )
    start = reader.groups.last[(frame.victims if frame.rule.endswith("active") else frame.harm)[1] - 1]
    for i in range(start, min(stop, start + 8, len(units))):
        if "TAIL" in reader.alphabet.tags(units.tags[i]):
            for j in range(a, reader.groups.last[frame.harm[1] - 1]):
                says = reader.words.tail(units.key(j), units.key(i))
                if "harm" in says:
                    return HarmWord(str(says["harm"]), says.get("cause"), says)
    return None
