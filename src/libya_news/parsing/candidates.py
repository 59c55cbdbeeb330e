"""Candidates: from the frames of an article to who suffered which harm, with counts and classes, before any merging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libya_news.english.casualty_words import RANK, casualty_alphabet, casualty_words
from libya_news.parsing.counts import NONE, ONE, UNKNOWN, Quantity, read_quantity

from libya_news.parsing.frames import Frame, echo_grammar

if TYPE_CHECKING:
    from libya_news.parsing.document import Document
    from libya_news.parsing.groups import Groups

_FIGHTERS = frozenset({"military", "militant", "police"})


# Frames whose words are harm by themselves.
_FIXED_HARM = {
    "lose": "killed",
    "bring_to": "killed",
    "cost_side": "killed",
    "taken_by": "kidnapped",
    "unseen": "missing",
    "whereabouts": "missing",
    "lost_limb": "wounded",
    "captives": "captured",
    "pulled_alive": "rescued",
    "pulled_from": "rescued",
    "families_moved": "displaced",
}
_PASSING = frozenset({"pass", "exceed", "top", "surpass"})
_LIVES = frozenset({"life", "lives", "soul", "souls"})
_AT_SEA = frozenset({"killed", "missing", "rescued", "captured"})
_STRIKING = frozenset({"hit", "strike"})
_SUFFERING = (".passive", ".participle", ".relative", ".then_died")
_MISSILES = frozenset(
    "shrapnel bullet bullets shell shells fire gunfire sniper snipers rocket rockets mortar shot shots round rounds splinters "
    "leg legs arm arms head chest shoulder stomach back neck thigh hand foot face knee abdomen spine".split()
)
_CRIMINALS = frozenset({"smuggler", "trafficker", "people smuggler", "drug dealer", "thief", "criminal", "robber", "dealer"})
_FREEING = frozenset({"free", "liberate", "release"})
_LAW = frozenset("court courts judge judges bail pardon pardoned amnesty parole prosecutor prosecutors acquitted".split())
_DEADLY = (".harm_of", ".died", ".state", ".bare_state", ".struck_dead")
_PLAIN_HARM = frozenset({"kill", "wound", "injure", "hurt", "maim"})
_ANYBODY = frozenset({"people", "person", "man", "men", "persons", "others"})
_CAPTIVES = frozenset({"prisoner", "captive", "prisoner of war", "pow", "prisoners", "captives"})
_TAKEN = frozenset({"captured", "kidnapped"})
_ARRESTS = frozenset({"arrest", "detain"})


class Candidate:
    """One statement of harm in one place of the text; what is carried or merged is added later.

    `group` is the victims' group, `span` the offsets of the words that state the count, `harm_span` those of the harm
    word; `whole` the candidate that this one is a part of.
    """

    __slots__ = (
        "rule", "group", "harm", "quantity", "span", "group_span", "harm_span", "cls", "unit", "cause", "sentence",
        "whole", "names", "actors", "kind", "perpetrator", "passive", "frame", "definite",
        "also", "echo",
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
        self.also: str | None = None
        self.echo = False


    def twin(self, harm: str) -> Candidate:
        """Return the same statement for another harm that it tells too."""
        other = Candidate(self.rule, self.group, harm, self.quantity, self.span)
        for name in self.__slots__:
            if name not in ("rule", "group", "harm", "quantity", "span"):
                setattr(other, name, getattr(self, name))
        return other


class HarmWord:
    """What the harm word of a frame says."""

    __slots__ = ("harm", "cause", "says", "also")

    def __init__(self, harm: str, cause: str | None, says: dict[str, Any], also: str | None = None) -> None:
        self.also = also
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
        self._heads: dict[int, frozenset[str]] = {}

    # --- the harm ----------------------------------------------------------------------------------------------
    def harm_word(self, frame: Frame) -> HarmWord | None:
        """Return what the harm words of a frame say; the first word that says a harm decides."""
        a, b = self.groups.first[frame.harm[0]], self.groups.last[frame.harm[1] - 1]
        name = frame.rule.rsplit(".", 1)[1]
        units, words = self.units, self.words
        if name.startswith("gap"):
            return self._gap_harm(frame, a)
        if name.startswith("unknown_"):
            return self._withheld_harm(frame)
        fixed = _FIXED_HARM.get(name)
        if fixed is not None:
            return HarmWord(fixed, None, {})
        if name in ("unhurt",):
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
                if key in ("losses", "loss") and name == "no_harm":
                    return HarmWord("casualties", None, says)
                if says.get("role") == "lose" or key in ("losses", "loss"):
                    return HarmWord("killed", None, says)
                if "harm" in says:
                    harm = str(says["harm"])
                    if kind == "verb" and harm in ("killed", "wounded") and self._lumped(i + 1, b, harm):
                        harm = "casualties"
                    if kind == "verb" and harm in _TAKEN and self._then_killed(i + 1, b):
                        return HarmWord("killed", says.get("cause"), says, also=harm)
                    return HarmWord(harm, says.get("cause"), says)
        return None

    def _then_killed(self, first: int, last: int) -> bool:
        """Tell whether a verb of killing follows one of taking: "was captured and killed"."""
        return any(self.words.says(self.units.key(i), "verb").get("harm") == "killed" for i in range(first, last))

    def _lumped(self, first: int, last: int, harm: str) -> bool:
        """Tell whether a second verb lumps dead and wounded: "killed or wounded"."""
        other = {"killed": "wounded", "wounded": "killed"}[harm]
        joined = False
        for i in range(first, last):
            joined = joined or bool(self.alphabet.tags(self.units.tags[i]) & {"AND", "OR"})
            says = self.words.says(self.units.key(i), "verb")
            # "beheaded or shot": to shoot says less than to wound, and lumps nobody
            if joined and says.get("harm") == other and says.get("lemma") in _PLAIN_HARM:
                return True
        return False

    def _withheld_harm(self, frame: Frame) -> HarmWord | None:
        """Return the harm whose figure is withheld: that of the harm words near it, killed for a bare toll."""
        units = self.units
        a, b = self.groups.first[frame.victims[0]], self.groups.last[frame.victims[1] - 1]
        toll = False
        for i in range(a, min(b + 9, len(units))):
            tags = self.alphabet.tags(units.tags[i])
            if i >= b and tags & {"STOP", "BREAK", "SEMI"}:
                break
            key = units.key(i)
            if key in ("toll", "losses", "death toll", "loss", "dead", "deaths"):
                return HarmWord("killed", None, {})
            if "casualt" in key:
                return HarmWord("casualties", None, {})
            toll = toll or "UNKNOWN_CUE" in tags
            for kind in ("verb", "adjective"):
                harm = self.words.says(key, kind).get("harm")
                if harm is not None:
                    return HarmWord(str(harm), None, {})
        if toll:
            words = units.quote(a, b).lower()
            return HarmWord("wounded" if "wounded" in words or "injured" in words else "killed", None, {})
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
        joined = any(tags(groups.tags[g]) & {"AND", "OR"} for g in range(members[0], members[-1]))
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
        if kind in ("GS", "GD", "GN", ""):
            number = self.units.payload.get(a)
            if kind == "GS" and getattr(number, "value", 1) != 1:
                return None  # "15 Islamist elements": the noun is not one person's
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
        """Return the victim class that the words of a group, or an apposition of a named person, say."""
        best = "unspecified"
        if self.groups.kinds[g] == "GN":
            best = self._apposition_class(g)
        for i in range(self.groups.first[g], self.groups.last[g]):
            for cls in self._classes(i):
                if RANK[cls] < RANK[best]:
                    best = cls
        if RANK["child"] < RANK[best] and self._aged(g):
            best = "child"
        return best

    def _apposition_class(self, g: int) -> str:
        """Return the class that the words behind a name say: "Ali Fathi, 34, a medic,"."""
        groups = self.groups
        for k in range(g + 1, min(g + 5, len(groups))):
            tags = self.alphabet.tags(groups.tags[k])
            if groups.kinds[k] in ("GS", "GD"):
                return self.class_of(k) if "COMMA" in self.alphabet.tags(groups.tags[k - 1]) else "unspecified"
            if not tags & {"COMMA", "NUM", "AG", "GX", "THE", "A", "MOD"}:
                break
        return "unspecified"

    def heads(self, g: int) -> frozenset[str]:
        """Return the lemmas of the nouns for persons, and the names, in a group."""
        known = self._heads.get(g)
        if known is not None:
            return known
        out: set[str] = set()
        for i in range(self.groups.first[g], self.groups.last[g]):
            key = self.units.key(i)
            out.update(self.words.lemmas(key))
            actor = getattr(self.units.payload.get(i), "actor_id", None)
            if actor is not None and "NP" in self.alphabet.tags(self.units.tags[i]):
                out.add(f"@{actor}")
        known = self._heads[g] = frozenset(out - _ANYBODY)
        return known

    def _aged(self, g: int) -> bool:
        """Tell whether a group gives an age below 18 behind its noun: "Huda Mansour, 9"."""
        for i in range(self.groups.first[g] + 1, self.groups.last[g]):
            before = self.alphabet.tags(self.units.tags[i - 1])
            if before & {"COMMA", "OF", "AGE"} and self.groups.kinds[g] in ("GN", "GS", "GD"):
                if any("GROUP_SG" in self.alphabet.tags(self.units.tags[j]) for j in range(self.groups.first[g], i)):
                    return False
                value = getattr(self.units.payload.get(i), "value", None)
                if value is not None and value < 18:
                    return True
        return False

    def _classes(self, i: int) -> tuple[str, ...]:
        key = self.units.key(i)
        if i in self.units.payload and not isinstance(self.units.payload[i], str):
            years = getattr(self.units.payload[i], "years", None)
            return ("child",) if years is not None and years < 18 else ()
        return self.words.classes(key)


def read_candidates(reader: Reader, frames: list[Frame]) -> list[Candidate]:
    """Return the candidates of an article in text order: one for each group of victims and harm."""
    from libya_news.parsing.part_links import link_parts
    from libya_news.parsing.parts import read_parts

    seen: dict[int, Candidate] = {}
    for frame in frames:
        word = reader.harm_word(frame)
        if word is None:
            continue
        if word.says.get("weak") and frame.rule.endswith(("number_of_harm", "no_harm", "harm_of")):
            if word.says.get("lemma") not in ("injury", "death", "martyr", "martyrs", "killing", "execution", "beheading", "assassination"):
                continue
        for g in reader.victims_of(frame):
            if g in seen:
                first = seen[g]
                if word.harm == "killed" and first.harm == "wounded" and frame.rule.endswith(_DEADLY):
                    first.harm, first.rule = "killed", frame.rule  # shot, and that was his assassination
                    first.harm_span = reader.groups.span(*frame.harm)
                if word.harm in _TAKEN and first.harm == "killed" and first.rule.endswith("then_died"):
                    first.also = word.harm  # captured, then killed: both are facts
                continue
            candidate = _candidate(reader, frame, word, g)
            if candidate is not None:
                seen[g] = candidate
    read_parts(reader, seen)
    link_parts(reader, seen)
    _read_echoes(reader, seen)
    _inherit_classes(reader, seen)
    out: list[Candidate] = []
    withheld = -1  # two rules may read one phrase that withholds a figure
    for g in sorted(seen):
        candidate = seen[g]
        if candidate.quantity == UNKNOWN and ".unknown_" in candidate.rule:
            if candidate.span[0] < withheld:
                continue
            withheld = candidate.span[1]
        out.append(candidate)
        if candidate.harm == "casualties" and candidate.quantity in (NONE, UNKNOWN):  # "no casualties": nobody killed, nobody hurt
            candidate.harm = "killed"
            candidate.also = "wounded"
        if candidate.also is not None:
            twin = candidate.twin(candidate.also)
            out.append(twin)
    return out


def own_harm(reader: Reader, g: int) -> str | None:
    """Return the harm that the whole of a part names: "two of the dead", "ten of the bodies", "six of those killed"."""
    groups, units, words = reader.groups, reader.units, reader.words
    for i in range(groups.last[g] - 1, groups.first[g] - 1, -1):
        key = units.key(i)
        if words.says(key, "body"):
            return "killed"
        noun = words.says(key, "noun")
        readings = noun.get("readings", (noun,))
        for says in readings:
            if says.get("victims") == "count" and says.get("harm") and not says.get("weak"):
                return str(says["harm"])
    last = groups.last[g] - 1
    if "THEM" in reader.alphabet.tags(units.tags[last]) and g + 1 < len(groups):
        tags = reader.alphabet.tags(groups.tags[g + 1])
        if "VT_PART" in tags:
            harm = words.says(units.key(groups.first[g + 1]), "verb").get("harm")
            return str(harm) if harm else None
    return None


def _candidate(reader: Reader, frame: Frame, word: HarmWord, g: int) -> Candidate | None:
    if frame.rule.rsplit(".", 1)[1].startswith("unknown_"):
        read = (UNKNOWN, reader.groups.span(*frame.victims), "persons")
    else:
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
    if word.says.get("lemma") in _STRIKING and not (frame.rule.endswith(_SUFFERING) and _struck(reader, frame)):
        return None  # sanctions hit officials; shrapnel wounds them
    if kind == "GO" and _of_things(reader, g):
        return None
    if harm == "displaced" and kind in ("GS", "GD", "GN"):
        return None  # one person who fled is on the run, not displaced
    if name == "families_moved" and unit != "families":
        return None
    if kind == "GO" and harm == "wounded" and own_harm(reader, g) == "killed":
        harm = "killed"  # "nine of the dead were shot"
    if name == "captives" and not reader.heads(g) & _CAPTIVES:
        return None
    if name == "then_died" and harm != "killed":
        return None
    if name == "lives" and not reader.heads(g) & _LIVES:
        return None
    if name == "unhurt" and not (kind in ("GN", "GS") or _possessed(reader, g)):
        return None  # "a third was unhurt" says nothing of the others
    if name == "toll":
        quantity = _passed(reader, frame, quantity)
    if name in ("lost_none", "unhurt"):
        harm = "wounded" if name == "unhurt" else harm
        quantity = NONE
    lemma = word.says.get("lemma")
    heads = reader.heads(g)
    if harm == "captured" and lemma in _ARRESTS and (cls != "militant" or heads & _CRIMINALS):
        return None
    if lemma in _FREEING and _by_law(reader, frame):
        return None
    if kind in ("GD", "GS") and heads & _LIVES and not name.startswith("lives"):
        return None  # "kills the soul of a city"
    if name == "relative" and kind == "GS" and reader.units.low(reader.groups.first[frame.harm[0]]) in ("is", "are"):
        return None  # "a soldier who is captured has rights"
    if name in ("dead_were", "among_dead", "as_dead") and word.says.get("weak"):
        return None
    candidate = Candidate(frame.rule, g, harm, quantity, span)
    candidate.cls = cls
    candidate.also = word.also
    if quantity == UNKNOWN and cls == "unspecified":
        candidate.cls = _class_after(reader, frame)
    candidate.unit = unit
    candidate.cause = word.cause
    candidate.frame = frame
    candidate.harm_span = reader.groups.span(*frame.harm)
    candidate.passive = frame.rule.endswith(("passive", "participle"))
    candidate.sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
    if _goes_on(reader, g) and quantity.low is not None:
        candidate.kind = "increment"
    candidate.definite = reader.groups.kinds[g] == "GD"
    return candidate


def _struck(reader: Reader, frame: Frame) -> bool:
    """Tell whether what struck, or where it struck, stands behind the verb: "was hit by shrapnel", "hit in the leg"."""
    at = reader.units.first[reader.groups.first[frame.harm[0]]]
    sentence = reader.tokens.sentences[reader.tokens.sentence_of[at]]
    return not _MISSILES.isdisjoint(reader.tokens.low[at : min(at + 12, sentence[1])])


def _by_law(reader: Reader, frame: Frame) -> bool:
    """Tell whether a court or an amnesty stands in the sentence: release is no rescue."""
    at = reader.units.first[reader.groups.first[frame.harm[0]]]
    first, last = reader.tokens.sentences[reader.tokens.sentence_of[at]]
    return not _LAW.isdisjoint(reader.tokens.low[first:last])


def _of_things(reader: Reader, g: int) -> bool:
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


def _class_after(reader: Reader, frame: Frame) -> str:
    """Return the class of the persons told in or behind a withheld figure: "no toll for the fighters"."""
    groups = reader.groups
    for k in range(frame.victims[0], min(frame.victims[1] + 7, len(groups))):
        if reader.alphabet.tags(groups.tags[k]) & {"STOP", "BREAK", "SEMI"}:
            break
        if groups.kinds[k] in ("GB", "GC", "GD"):
            return reader.class_of(k)
    return "unspecified"


def _possessed(reader: Reader, g: int) -> bool:
    return "POSS" in reader.alphabet.tags(reader.units.tags[reader.groups.first[g]])


def _passed(reader: Reader, frame: Frame, quantity: Quantity) -> Quantity:
    """Read "the toll passed 200" as more than 200."""
    groups = reader.groups
    if quantity.qualifier != "exact" or quantity.low is None:
        return quantity
    for i in range(groups.last[frame.harm[1] - 1], groups.first[frame.victims[0]]):
        if reader.words.says(reader.units.key(i), "light").get("lemma") in _PASSING:
            return Quantity(quantity.low + 1, None, "more_than")
    return quantity


def _others(reader: Reader, g: int) -> bool:
    """Tell whether a group is "three others": persons of whom nothing else is said."""
    last = reader.units.tags[reader.groups.last[g] - 1]
    return "OTHER" in reader.alphabet.tags(last)


def _inherit_classes(reader: Reader, seen: dict[int, Candidate]) -> None:
    """Give numbers without a noun the class of the people that they go on from.

    "Two soldiers killed and six hurt": six soldiers. "Eleven others were hurt" goes on from the sentence before. Families
    that flee are civilians; in a story in which every class told is migrants, so are people of whom nothing is said.
    """
    previous: Candidate | None = None
    told = {c.cls for c in seen.values()} - {"unspecified", "woman", "child"}
    for g in sorted(seen):
        c = seen[g]
        if c.cls == "unspecified" and previous is not None and previous.harm != "displaced" and c.harm != "displaced":
            near = c.sentence - previous.sentence
            bare = reader.groups.kinds[g] in ("GX", "GH")
            if (near == 0 and (bare or _others(reader, g))) or (near <= 2 and _goes_on(reader, g)):
                c.cls = previous.cls
        if c.cls == "unspecified" and c.unit == "families" and c.harm in ("displaced", "rescued"):
            c.cls = "civilian"
        if c.cls == "unspecified" and told == {"migrant"} and c.harm in _AT_SEA:
            c.cls = "migrant"
        if c.whole is None:
            previous = c


def _read_echoes(reader: Reader, seen: dict[int, Candidate]) -> None:
    """Add statements that tell of a harm again without its number; merging hangs them on their fact or drops them."""
    if not seen:
        return
    harms = {c.harm for c in seen.values()}
    for name, match in echo_grammar().matches(reader.groups.tags):
        g = match.start("v")
        frame = Frame(name, match.span("v"), match.span("h"))
        word = reader.harm_word(frame)
        tags = reader.alphabet.tags(reader.units.tags[reader.groups.first[g]])
        if g in seen or word is None or word.harm not in harms or not tags & {"THE", "DEM"}:
            continue
        echo = Candidate(name, g, word.harm, UNKNOWN, reader.groups.span(g, g + 1))
        echo.echo = True
        echo.frame = frame
        echo.cls = reader.class_of(g)
        echo.harm_span = reader.groups.span(*frame.harm)
        echo.sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
        seen[g] = echo


def _goes_on(reader: Reader, g: int) -> bool:
    """Tell whether a group names more of the people told before: "eleven others", "another nine"."""
    units = reader.units
    first, last = reader.groups.first[g], reader.groups.last[g]
    return any(reader.alphabet.tags(units.tags[i]) & {"OTHER", "MORE", "ELIDED", "FURTHER"} for i in range(first, last))
