"""Candidates: from the frames of an article to who suffered which harm, with counts and classes, before any merging."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from libya_news.parsing.counts import NONE, UNKNOWN, Quantity
from libya_news.parsing.frames import Frame, echo_grammar
from libya_news.parsing.harm_words import HarmWord, harm_word
from libya_news.parsing.inheriting import goes_on, inherit_classes
from libya_news.parsing.shares import part_quantity
from libya_news.parsing.told_classes import target_class
from libya_news.parsing.told_numbers import bounded_behind, inner_number, none_of, ordinal_of, share_of_told
from libya_news.parsing.vetoes import (
    CAPTIVES,
    by_law,
    by_somebody,
    found_slain,
    of_rates,
    of_things,
    possessed,
    some_of_one,
    struck,
    told_otherwise,
    unfounded,
    unlawful,
)
from libya_news.parsing.vetoes_clause import not_told

if TYPE_CHECKING:
    from libya_news.parsing.reader import Reader

_PASSING = frozenset({"pass", "exceed", "top", "surpass"})
_NEARING = frozenset({"near", "approach"})
_BEYOND = frozenset({"past", "beyond"})
_LIVES = frozenset({"life", "lives", "soul", "souls"})
_STRIKING = frozenset({"hit", "strike", "cut", "scratch", "slash", "gash", "nick", "pierce"})
_LOSING = ("lose", "lost_none", "cost_side", "nobody_object", "losses_at")
_SUFFERING = (".passive", ".participle", ".relative", ".then_died")
_CRIMINALS = frozenset(
    {"smuggler", "trafficker", "people smuggler", "drug dealer", "thief", "criminal", "robber", "dealer"}
)
_FREEING = frozenset({"free", "liberate", "release"})
_DEADLY = (
    ".harm_of",
    ".died",
    ".state",
    ".bare_state",
    ".struck_dead",
    ".dead_were",
    ".as_dead",
    ".harmed_were",
)
_HARMED = {"dead": "killed", "slain": "killed", "wounded": "wounded", "injured": "wounded"}
_TAKEN = frozenset({"captured", "kidnapped"})
_ARRESTS = frozenset({"arrest", "detain"})


class Candidate:
    """One statement of harm in one place of the text; what is carried or merged is added later.

    `group` is the victims' group, `span` the offsets of the words that state the count, `harm_span` those of the harm
    word; `whole` the candidate that this one is a part of.
    """

    __slots__ = (
        "rule", "group", "harm", "quantity", "span", "harm_span", "cls", "unit", "cause", "sentence",
        "whole", "kind", "frame", "definite",
        "also", "echo", "described", "supersedes",
    )  # fmt: skip

    def __init__(self, rule: str, group: int, harm: str, quantity: Quantity, span: tuple[int, int]) -> None:
        self.rule: str = rule
        self.group: int = group
        self.harm: str = harm
        self.quantity: Quantity = quantity
        self.span: tuple[int, int] = span
        self.harm_span: tuple[int, int] = span
        self.cls: str = "unspecified"
        self.unit: str = "persons"
        self.cause: str | None = None
        self.sentence: int = 0
        self.whole: Candidate | None = None
        self.kind: str = "incident"
        self.frame: Frame | None = None
        self.definite: bool = False
        self.also: str | None = None
        self.echo: bool = False
        self.supersedes: Candidate | None = None
        # where the words for the victims begin, their nouns, their end
        self.described: tuple[int, int, int] = (span[0], *span)

    def twin(self, harm: str) -> Candidate:
        """Return the same statement for another harm that it tells too."""
        other = copy(self)
        other.harm = harm
        return other


# nouns that are weak in the lexicon and yet count people where a number stands with them
_SURE_NOUNS = frozenset(
    (
        *("injury", "loss of life", "death", "martyr", "martyrs", "killing"),
        *("execution", "beheading", "assassination"),
    )
)


def read_candidates(reader: Reader, frames: list[Frame]) -> list[Candidate]:
    """Return the candidates of an article in text order: one for each group of victims and harm."""
    from libya_news.parsing.part_fronts import settle_rests
    from libya_news.parsing.part_links import link_parts, read_wholes
    from libya_news.parsing.parts import read_parts

    seen: dict[int, Candidate] = {}
    for frame in frames:
        word = harm_word(reader, frame)
        if word is None:
            continue
        if word.says.get("weak") and frame.rule.endswith(("number_of_harm", "no_harm", "harm_of")):
            if word.says.get("lemma") not in _SURE_NOUNS:
                continue
        members = reader.victims_of(frame)
        if frame.rule.endswith(".were_among"):
            members.append(_among_whom(reader, frame))
        for g in members:
            if frame.rule.endswith(".relative"):
                g = _told_before(reader, g)
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
    _read_modified(reader, seen)
    read_parts(reader, seen)
    settle_rests(reader, seen)
    wholes = read_wholes(reader, seen)
    link_parts(reader, seen)
    _read_echoes(reader, seen)
    inherit_classes(reader, seen)
    out: list[Candidate] = []
    withheld = -1  # two rules may read one phrase that withholds a figure
    for g in sorted(seen):
        candidate = seen[g]
        if candidate.quantity == UNKNOWN and ".unknown_" in candidate.rule:
            if candidate.span[0] < withheld:
                continue
            withheld = candidate.span[1]
        out.append(candidate)
        if candidate.harm == "casualties" and candidate.quantity in (
            NONE,
            UNKNOWN,
        ):  # "no casualties": nobody killed, nobody hurt
            candidate.harm = "killed"
            candidate.also = "wounded"
        if candidate.also is not None:
            twin = candidate.twin(candidate.also)
            out.append(twin)
    return sorted([*out, *wholes], key=lambda c: c.span) if wholes else out


def _among_whom(reader: Reader, frame: Frame) -> int:
    """Return the group behind "among" whose harm a frame tells: "was among nine people killed"."""
    return next(
        (k for k in range(frame.harm[0] - 1, frame.victims[1], -1) if reader.groups.kinds[k] in ("GC", "GX")),
        frame.victims[0],
    )


def own_harm(reader: Reader, g: int) -> str | None:
    """Return the harm that the whole of a part names: "two of the dead", "ten of the bodies", "six of those killed"."""
    groups, units, words = reader.groups, reader.units, reader.words
    for i in range(groups.last[g] - 1, groups.first[g] - 1, -1):
        key = units.key(i)
        if words.says(key, "body"):
            return "killed"
        noun = words.says(key, "noun")
        readings = (noun, *noun.get("readings", ()))
        for says in readings:
            if says.get("victims") == "count" and says.get("harm") and not says.get("weak"):
                return str(says["harm"])
    last = groups.last[g] - 1
    numbered = groups.kinds[g] == "GO" and inner_number(reader, g) is not None  # "three of nine people hurt"
    if (numbered or "THEM" in reader.alphabet.tags(units.tags[last])) and g + 1 < len(groups):
        tags = reader.alphabet.tags(groups.tags[g + 1])
        if "VT_PART" in tags:
            harm = words.says(units.key(groups.first[g + 1]), "verb").get("harm")
            return str(harm) if harm else None
    return None


def _candidate(reader: Reader, frame: Frame, word: HarmWord, g: int) -> Candidate | None:
    read: tuple[Quantity, tuple[int, int], str] | None
    if frame.rule.rsplit(".", 1)[1].startswith("unknown_"):
        read = (UNKNOWN, reader.groups.span(*frame.victims), "persons")
    elif reader.groups.kinds[g] == "GO":
        share = part_quantity(reader, g, None) or share_of_told(reader, g)
        read = None if share is None else (share, reader.groups.span(g, g + 1), "persons")
    elif frame.rule.endswith(".nth"):
        read = ordinal_of(reader, g)
    elif frame.rule.endswith(".none_survived"):
        read = none_of(reader, g)
    else:
        read = reader.quantity_of(g)
    if read is None:
        return None
    quantity, span, unit = read
    span = reader.with_name(g, span)
    cls = reader.class_of(g)
    if cls == "unspecified" and reader.groups.kinds[g] in ("GX", "GH", "GO"):
        cls = reader.elided_class(g) if reader.groups.kinds[g] == "GX" else reader.class_of_whom(g)
    harm = word.harm
    if word.says.get("fighters") and reader.has_fighters(g, cls):
        harm = str(word.says["fighters"])
    if word.says.get("fighters_only") and not reader.has_fighters(g, cls):
        return None
    if harm == "captured" and word.says.get("weak") and not reader.has_fighters(g, cls):
        return None
    name = frame.rule.rsplit(".", 1)[1]
    kind = reader.groups.kinds[g]
    if name == "state" and harm == "wounded" and found_slain(reader, frame, str(word.says.get("lemma", ""))):
        harm = "killed"
    if word.says.get("lemma") in _STRIKING and not (
        frame.rule.endswith(_SUFFERING) and struck(reader, frame)
    ):
        return None  # sanctions hit officials; shrapnel wounds them
    if kind == "GO" and (of_things(reader, g, harm) or of_rates(reader, g)):
        return None
    if told_otherwise(reader, frame) or unfounded(reader, frame, g) or not_told(reader, frame, g):
        return None
    if name == "took_prisoners" and "hostage" in reader.heads(g):
        harm = "kidnapped"
    if kind == "GS" and reader.is_body(g):
        if possessed(reader, g):
            return None  # "his body": whose it is tells whether that is news
        harm = "killed"
    if harm == "displaced" and kind in ("GS", "GD", "GN"):
        return None  # one person who fled is on the run, not displaced
    if name == "families_moved" and unit != "families":
        return None
    if kind == "GO" and harm == "wounded" and own_harm(reader, g) == "killed":
        harm = "killed"  # "nine of the dead were shot"
    if name == "captives" and not reader.heads(g) & (CAPTIVES - {"hostage"}):
        return None
    if name == "then_died" and harm != "killed":
        return None
    if name == "lives" and not reader.heads(g) & _LIVES:
        return None
    if name == "unhurt" and not (kind in ("GN", "GS") or possessed(reader, g)):
        return None  # "a third was unhurt" says nothing of the others
    if name == "toll":
        quantity = _passed(reader, frame, quantity)
    quantity, span = bounded_behind(reader, frame, g, quantity, span)
    if name in ("lost_none", "unhurt"):
        harm = "wounded" if name == "unhurt" else harm
        quantity = NONE
    lemma = word.says.get("lemma")
    heads = reader.heads(g)
    if harm == "captured" and lemma in _ARRESTS and (cls != "militant" or heads & _CRIMINALS):
        if not unlawful(reader, frame):
            return None
    if lemma in _FREEING and by_law(reader, frame):
        return None
    if kind in ("GD", "GS") and heads & _LIVES and not name.startswith("lives"):
        return None  # "kills the soul of a city"
    if kind == "GX" and name in ("participle", "relative") and g and some_of_one(reader, g):
        return None  # "mother of three killed"
    if lemma in _FREEING and frame.rule.endswith(".passive") and not by_somebody(reader, frame):
        return None  # released, by whom nobody says
    if (
        kind == "GS"
        and frame.victims[1] < len(reader.groups)
        and reader.units.low(reader.groups.first[frame.victims[1]]) in ("who", "that")
        and reader.units.low(reader.groups.first[frame.harm[0]]) in ("is", "are")
    ):
        return None  # "a soldier who is captured has rights"
    if name in ("dead_were", "as_dead") and word.says.get("weak"):
        return None
    if cls == "unspecified" and kind in ("GX", "GH", "GC") and not heads - {"other"} and name != "toll":
        cls = target_class(reader, g)
    if cls == "unspecified" and name == "toll" and reader.groups.kinds[frame.harm[1]] == "GB":
        cls = reader.class_of(frame.harm[1])  # "the number of wounded soldiers rose to 28"
    if cls == "unspecified" and name in _LOSING:
        cls = reader.losing_class(frame.harm[0], frame.victims[0])
    candidate = Candidate(frame.rule, g, harm, quantity, span)
    candidate.cls = cls
    candidate.described = reader.description(g)
    candidate.also = word.also
    if quantity == UNKNOWN and frame.rule.rsplit(".", 1)[1].startswith("unknown_"):
        whose = _persons_after(reader, frame)
        if whose is not None:
            candidate.described = reader.description(whose)
            candidate.cls = reader.class_of(whose) if cls == "unspecified" else cls
    if name == "nth":
        candidate.kind = "cumulative"
    candidate.unit = unit
    candidate.cause = word.cause
    candidate.frame = frame
    candidate.harm_span = reader.groups.span(*frame.harm)
    candidate.sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
    if goes_on(reader, g) and quantity.low is not None:
        candidate.kind = "increment"
    candidate.definite = reader.groups.kinds[g] == "GD"
    return candidate


def _told_before(reader: Reader, g: int) -> int:
    """Return the person that an apposition tells again: "Dr. Basma Trabelsi, an anaesthetist, who died"."""
    groups, tags = reader.groups, reader.alphabet.tags
    single = ("GS", "GD", "GN")
    if (
        g > 1
        and groups.kinds[g] in single
        and groups.kinds[g - 2] in single
        and "COMMA" in tags(groups.tags[g - 1])
    ):
        return g - 2
    return g


def _persons_after(reader: Reader, frame: Frame) -> int | None:
    """Return the group of the persons told in or behind a withheld figure: "no toll for the fighters"."""
    groups = reader.groups
    for k in range(frame.victims[0], min(frame.victims[1] + 7, len(groups))):
        if reader.alphabet.tags(groups.tags[k]) & {"STOP", "BREAK", "SEMI"}:
            break
        if groups.kinds[k] in ("GB", "GC", "GD"):
            return k
    return None


def _passed(reader: Reader, frame: Frame, quantity: Quantity) -> Quantity:
    """Read "the toll passed 200" as more than 200."""
    groups = reader.groups
    if quantity.qualifier != "exact" or quantity.low is None:
        return quantity
    for i in range(groups.last[frame.harm[1] - 1], groups.first[frame.victims[0]]):
        key = reader.units.key(i)
        if key in _BEYOND or reader.words.says(key, "light").get("lemma") in _PASSING:
            return Quantity(quantity.low + 1, None, "more_than")
        if reader.words.says(key, "light").get("lemma") in _NEARING:
            return Quantity(quantity.low, quantity.low, "about")
    return quantity


def _read_modified(reader: Reader, seen: dict[int, Candidate]) -> None:
    """Add counted persons whose harm is an adjective before their noun: "received nine dead fighters"."""
    groups, units = reader.groups, reader.units
    for g, kind in enumerate(groups.kinds):
        if kind != "GC" or g in seen:
            continue
        for i in range(groups.first[g] + 1, groups.last[g] - 1):
            harm = _HARMED.get(units.key(i))
            if harm is None:
                continue
            frame = Frame("en.casualties.number_of_harm", (g, g + 1), (g, g + 1))
            candidate = _candidate(reader, frame, HarmWord(harm, None, {}), g)
            if candidate is not None:
                candidate.harm_span = units.span(i, i + 1)
                seen[g] = candidate
            break


def _read_echoes(reader: Reader, seen: dict[int, Candidate]) -> None:
    """Add statements that tell of a harm again without its number; merging hangs them on their fact or drops them."""
    if not seen:
        return
    harms = {c.harm for c in seen.values()}
    for name, match in echo_grammar().matches(reader.groups.tags):
        g = match.start("v")
        frame = Frame(name, match.span("v"), match.span("h"))
        word = harm_word(reader, frame)
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
