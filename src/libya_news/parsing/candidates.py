"""Candidates: from the frames of an article to who suffered which harm, with counts and classes, before any merging."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from libya_news.english.casualty_words import RANK, casualty_alphabet, casualty_words
from libya_news.parsing.counts import NONE, ONE, UNKNOWN, Quantity, read_quantity

if TYPE_CHECKING:
    from libya_news.parsing.document import Document
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.groups import Groups

_FIGHTERS = frozenset({"military", "militant", "police"})


_ARRESTS = frozenset({"arrest", "detain"})


class Candidate:
    """One statement of harm in one place of the text; what is carried or merged is added later.

    `group` is the victims' group, `span` the offsets of the words that state the count, `harm_span` those of the harm
    word; `whole` the candidate that this one is a part of.
    """

    __slots__ = (
        "rule", "group", "harm", "quantity", "span", "group_span", "harm_span", "cls", "unit", "cause", "sentence",
        "whole", "names", "actors", "kind", "perpetrator", "passive", "frame", "definite",
    )  # fmt: skip

    def __init__(self, rule: str, group: int, harm: str, quantity: Quantity, span: tuple[int, int]) -> None:
        self.rule = rule
        self.group = group
        self.harm = harm
        self.quantity = quantity
        self.span = span
        self.group_span = span
        self.harm_span = span
        self.cls = "unspecified"
        self.unit = "persons"
        self.cause: str | None = None
        self.sentence = 0
        self.whole: Candidate | None = None
        self.names: list[str] = []
        self.actors: list[str] = []
        self.kind = "incident"
        self.perpetrator: Any = None
        self.passive = False
        self.frame: Frame | None = None
        self.definite = False


    def twin(self, harm: str) -> Candidate:
        """Return the same statement for another harm that it tells too."""
        other = Candidate(self.rule, self.group, harm, self.quantity, self.span)
        for name in self.__slots__:
            if name not in ("rule", "group", "harm", "quantity", "span"):
                setattr(other, name, getattr(self, name))
        return other


class HarmWord:
    """What the harm word of a frame says."""

    __slots__ = ("harm", "cause", "says")

    def __init__(self, harm: str, cause: str | None, says: dict[str, Any]) -> None:
        self.harm = harm
        self.cause = cause
        self.says = says


class Reader:
    """Reads the candidates of one article."""

    def __init__(self, document: Document, groups: Groups) -> None:
        self.document = document
        self.groups = groups
        self.units = groups.units
        self.words = casualty_words()
        self.alphabet = casualty_alphabet()
        self.tokens = document.tokens

    # --- the harm ----------------------------------------------------------------------------------------------
    def harm_word(self, frame: Frame) -> HarmWord | None:
        """Return what the harm words of a frame say; the first word that says a harm decides."""
        a, b = self.groups.first[frame.harm[0]], self.groups.last[frame.harm[1] - 1]
        name = frame.rule.rsplit(".", 1)[1]
        units, words = self.units, self.words
        if name.startswith("gap"):
            return self._gap_harm(frame, a)
        if name in ("lose", "bring_to", "unhurt", "cost_side"):
            return HarmWord("killed", None, {})
        kinds = {
            "harm_of": ("noun", "body", "verb"),
            "toll": ("noun",),
            "harm_at": ("noun", "adjective"),
            "number_of_harm": ("noun", "body", "person", "adjective"),
            "no_harm": ("noun", "light", "adjective"),
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
                    says = next((dict(r) for r in says["readings"] if r.get("victims") in ("toll", "count")), says)
                if kind == "body" and says or (kind == "person" and key in ("lives", "life", "souls")):
                    return HarmWord("killed", None, says)
                if says.get("role") == "lose":
                    return HarmWord("killed", None, says)
                if "harm" in says:
                    return HarmWord(str(says["harm"]), says.get("cause"), says)
        return None

    def _gap_harm(self, frame: Frame, a: int) -> HarmWord | None:
        units = self.units
        stop = min(self.groups.last[frame.victims[1] - 1] + 8, len(units)) if frame.rule.endswith("active") else len(units)
        start = self.groups.last[(frame.victims if frame.rule.endswith("active") else frame.harm)[1] - 1]
        for i in range(start, min(stop, start + 8, len(units))):
            if "TAIL" in self.alphabet.tags(units.tags[i]):
                for j in range(a, self.groups.last[frame.harm[1] - 1]):
                    says = self.words.tail(units.key(j), units.key(i))
                    if "harm" in says:
                        return HarmWord(str(says["harm"]), says.get("cause"), says)
        return None

    # --- the victims -------------------------------------------------------------------------------------------
    def victims_of(self, frame: Frame) -> list[int]:
        """Return the groups of a frame that are its victims: appositions of a victim are left out."""
        groups = self.groups
        first, last = frame.victims
        tags = self.alphabet.tags
        members = [g for g in range(first, last) if "V" in tags(groups.tags[g])]
        if len(members) < 2:
            return members or [first]
        kept: list[int] = [members[0]]
        joined = any("AND" in tags(groups.tags[g]) for g in range(members[0], members[-1]))
        for previous, this in zip(members, members[1:], strict=False):
            between = [tags(groups.tags[g]) for g in range(previous + 1, this)]
            bare_comma = any("COMMA" in t for t in between) and not any("AND" in t for t in between)
            if any("PREPOSITION" in t for t in between) and not any({"COMMA", "AND"} & t for t in between):
                continue
            if bare_comma and (not joined or groups.kinds[previous] == "GN" or self._apposes(previous, this)):
                continue
            kept.append(this)
        return kept

    def _apposes(self, previous: int, this: int) -> bool:
        """Tell whether a single person behind a comma is the one before it, told again: "his friend, a student,"."""
        groups = self.groups
        if groups.kinds[previous] not in ("GS", "GD", "GN") or groups.kinds[this] not in ("GS", "GD", "GN"):
            return False
        if this + 1 >= len(groups):
            return True
        return groups.kinds[this] == "GN" and "COMMA" in self.alphabet.tags(groups.tags[this + 1])

    def quantity_of(self, g: int) -> tuple[Quantity, tuple[int, int], str] | None:
        """Return the quantity of a group, the offsets of the words that state it, and its unit."""
        groups, units = self.groups, self.units
        kind = groups.kinds[g]
        a, b = groups.first[g], groups.last[g]
        span = units.span(a, b)
        if kind in ("GZ", "GHZ"):
            return NONE, span, "persons"
        if any("UNKNOWN_N" in self.alphabet.tags(units.tags[i]) for i in range(a, b)):
            return UNKNOWN, span, "persons"
        collective = self._collective(a, b)
        if kind in ("GS", "GD", "GN"):
            if collective is not None:
                return self._collective_size(a, b, collective, span)
            return ONE, span, "persons"
        read = read_quantity(units, a, b)
        if read is None:
            tags = self.alphabet.tags(units.tags[a])
            if kind == "GX" and ("ORD" in tags or any("ORD" in self.alphabet.tags(units.tags[i]) for i in range(a, b))):
                return ONE, span, "persons"
            return None
        quantity, _, _ = read
        if collective is not None and kind == "GC":
            if collective.get("families"):
                return quantity, span, "families"
            size = collective.get("counted")
            if size and quantity.low is not None and quantity.qualifier in ("exact", "about"):
                return Quantity(quantity.low * int(size), quantity.low * int(size), quantity.qualifier), span, "persons"
            return None
        return quantity, span, "persons"

    def _collective(self, a: int, b: int) -> dict[str, Any] | None:
        """Return what the lexicon says of the collective noun that heads a group, if one does."""
        tags = self.alphabet.tags
        for i in range(b - 1, a - 1, -1):
            t = tags(self.units.tags[i])
            if t & {"GROUP_SG", "GROUP_PL"} and not t & {"PERSON_PL", "KIN_PL"}:
                if any(tags(self.units.tags[j]) & {"PERSON_PL", "PERSON_SG", "KIN_PL", "KIN_SG"} and
                       "GROUP_SG" not in tags(self.units.tags[j]) for j in range(i + 1, b)) and not any(
                       "OF" in tags(self.units.tags[j]) for j in range(i + 1, b)):
                    return None  # "three crew members"
                return dict(self.words.says(self.units.key(i), "group"))
        return None

    def _collective_size(
        self, a: int, b: int, collective: dict[str, Any], span: tuple[int, int]
    ) -> tuple[Quantity, tuple[int, int], str] | None:
        """Read "a family of five", "a married couple"."""
        of = next((i for i in range(a, b) if "OF" in self.alphabet.tags(self.units.tags[i])), None)
        if of is not None:
            read = read_quantity(self.units, of + 1, b)
            if read is not None:
                return read[0], span, "persons"
        size = collective.get("counted")
        if size:
            return Quantity(int(size), int(size), "exact"), span, "persons"
        return None

    def class_of(self, g: int) -> str:
        """Return the victim class that the words of a group say."""
        best = "unspecified"
        for i in range(self.groups.first[g], self.groups.last[g]):
            for cls in self._classes(i):
                if RANK[cls] < RANK[best]:
                    best = cls
        return best

    def heads(self, g: int) -> frozenset[str]:
        """Return the lemmas of the nouns for persons, and the names, in a group."""
        out = set()
        for i in range(self.groups.first[g], self.groups.last[g]):
            key = self.units.key(i)
            for kind in ("person", "kin", "nation", "group", "body"):
                says = self.words.says(key, kind)
                if says.get("lemma") or says.get("nation"):
                    out.add(str(says.get("lemma") or says.get("nation")))
            actor = getattr(self.units.payload.get(i), "actor_id", None)
            if actor is not None and "NP" in self.alphabet.tags(self.units.tags[i]):
                out.add(f"@{actor}")
        return frozenset(out - {"people", "person", "man", "men", "persons", "others"})

    def _classes(self, i: int) -> list[str]:
        key = self.units.key(i)
        if i in self.units.payload and not isinstance(self.units.payload[i], str):
            years = getattr(self.units.payload[i], "years", None)
            return ["child"] if years is not None and years < 18 else []
        out = []
        for kind in ("person", "kin", "nation", "modifier"):
            says = self.words.says(key, kind)
            cls = says.get("class")
            if cls in RANK:
                out.append(str(cls))
        return out


def read_candidates(reader: Reader, frames: list[Frame]) -> list[Candidate]:
    """Return the candidates of an article in text order: one for each group of victims and harm."""
    from libya_news.parsing.parts import read_parts

    seen: dict[int, Candidate] = {}
    for frame in frames:
        word = reader.harm_word(frame)
        if word is None:
            continue
        if word.says.get("weak") and frame.rule.endswith(("number_of_harm", "no_harm", "harm_of")):
            if word.says.get("lemma") not in ("injury", "death", "killing", "execution", "beheading", "assassination"):
                continue
        for g in reader.victims_of(frame):
            if g in seen:
                continue
            candidate = _candidate(reader, frame, word, g)
            if candidate is not None:
                seen[g] = candidate
    read_parts(reader, seen)
    out = []
    for g in sorted(seen):
        candidate = seen[g]
        out.append(candidate)
        if candidate.harm == "casualties" and candidate.quantity == NONE:  # "no casualties": nobody killed, nobody hurt
            candidate.harm = "killed"
            twin = candidate.twin("wounded")
            out.append(twin)
    return out


def _candidate(reader: Reader, frame: Frame, word: HarmWord, g: int) -> Candidate | None:
    read = reader.quantity_of(g)
    if read is None:
        return None
    quantity, span, unit = read
    cls = reader.class_of(g)
    harm = word.harm
    if word.says.get("fighters") and cls in _FIGHTERS:
        harm = str(word.says["fighters"])
    if word.says.get("fighters_only") and cls not in _FIGHTERS:
        return None
    if harm == "captured" and word.says.get("weak") and cls not in _FIGHTERS:
        return None
    name = frame.rule.rsplit(".", 1)[1]
    kind = reader.groups.kinds[g]
    if harm == "displaced" and kind in ("GS", "GD", "GN"):
        return None  # one person who fled is on the run, not displaced
    if name in ("lost_none", "unhurt"):
        harm = "wounded" if name == "unhurt" else harm
        quantity = NONE
    if harm == "captured" and word.says.get("lemma") in _ARRESTS and cls != "militant":
        return None
    candidate = Candidate(frame.rule, g, harm, quantity, span)
    candidate.cls = cls
    candidate.unit = unit
    candidate.cause = word.cause
    candidate.frame = frame
    candidate.harm_span = reader.groups.span(*frame.harm)
    candidate.passive = frame.rule.endswith(("passive", "participle"))
    candidate.sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
    candidate.definite = reader.groups.kinds[g] == "GD"
    return candidate


def part_of(whole: Quantity, share: Fraction) -> Quantity | None:
    """Return what a share of a whole is, where the whole has a number: half of 32 is 16."""
    if whole.low is None or whole.high != whole.low:
        return None
    n = whole.low * share
    if n.denominator != 1:
        return None
    return Quantity(int(n), int(n), whole.qualifier)
