"""Parts and continuations: candidates whose harm is told with another number of the article."""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import cache
from typing import TYPE_CHECKING

from libya_news.parsing.candidates import Candidate, own_harm
from libya_news.parsing.counts import Quantity
from libya_news.parsing.frames import Frame, Grammar
from libya_news.parsing.part_fronts import bodies_told, whole_told
from libya_news.parsing.part_rules import PART_RULES
from libya_news.parsing.pointing import pointed
from libya_news.parsing.shares import number_of, part_quantity
from libya_news.parsing.told_numbers import inner_number
from libya_news.parsing.vetoes import one_more_weapon, superlative

if TYPE_CHECKING:
    import re

    from libya_news.parsing.reader import Reader


_SINGLE = ("GS", "GD", "GN")
# Rules whose harm has a subject, which another may stand in for: "the first raid killed two, the second six".
_WITH_SUBJECT = (".active", ".lives", ".lives_of", ".lose", ".cost_side", ".leave", ".struck_dead", ".gapped")
_OF_BODIES = ("bodies_of", "more_found")
_FRONT = ("part_of_number", "part_of_told")
_NEAR = 30  # numbers before and behind among which the whole of a part is looked for
_BADLY = (
    "seriously", "gravely", "critically", "severely", "badly", "in serious", "in a serious", "in critical",
    "in a critical", "in intensive care", "lightly", "slightly",
)  # fmt: skip


@cache
def part_grammar() -> Grammar:
    """Return the compiled part rules."""
    return Grammar(PART_RULES)


def compiled_parts() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Return each part rule's id, its compiled pattern, and the code points one of which must be present."""
    return tuple(part_grammar().rules)


def read_parts(reader: Reader, candidates: dict[int, Candidate]) -> None:
    """Add to `candidates` (group -> candidate) the parts and continuations of those that are there."""
    grammar = part_grammar()
    order = {name: rank for rank, name in enumerate(grammar.ids)}
    keys = sorted(candidates)
    part = reader.words.group_codes["GO"]
    rests = [g for g, kind in enumerate(reader.groups.kinds) if kind == "GX" and reader.is_rest(g)]
    near = sorted({*keys, *rests}) if rests else keys
    found = [
        (match.start("v"), name, match.span("v"), match.span("h") if "h" in match.re.groupindex else None)
        for name, match in grammar.matches(reader.groups.tags, near=near, also=part)
    ]
    found.sort(key=lambda item: (item[0], order[item[1]]))
    for _, name, span, harm in found:
        frame = Frame(name, span, harm or span)
        if harm is not None:
            told = pointed(reader, candidates, keys, frame)
            if told is not None:
                candidates[told.group] = told
                insort(keys, told.group)
            continue
        members = reader.victims_of(frame)
        if name.endswith("part_list") and len(members) == 1 and reader.groups.kinds[members[0]] in _SINGLE:
            continue  # "(source: a doctor)" lists nobody
        if name.endswith("part_list") and _bracketed(reader, members[0]):
            continue  # "twelve (12) people", "12[1] people"
        if members and _a_people(reader, members[0]):
            continue  # "ten dead among the Tebu": a people, and not one of the ten
        for g in members:
            if g not in candidates:
                _part(reader, candidates, keys, frame, g)
                if g in candidates:
                    insort(keys, g)


def _bracketed(reader: Reader, g: int) -> bool:
    """Tell whether a number stands alone in brackets: the one before it again, or a footnote."""
    groups, tags = reader.groups, reader.alphabet.tags
    return (
        groups.kinds[g] == "GX"
        and 0 < g < len(groups) - 1
        and "LPAR" in tags(groups.tags[g - 1])
        and "RPAR" in tags(groups.tags[g + 1])
    )


def _a_people(reader: Reader, g: int) -> bool:
    """Tell whether a group is named right behind "among", where "among them" would tell of a part."""
    first = reader.groups.first[g]
    return reader.groups.kinds[g] == "GD" and first > 0 and reader.units.low(first - 1) == "among"


def _part(reader: Reader, candidates: dict[int, Candidate], keys: list[int], frame: Frame, g: int) -> None:
    groups = reader.groups
    kind = groups.kinds[g]
    name = frame.rule.rsplit(".", 1)[1]
    named = own_harm(reader, g) if kind == "GO" else None
    if name == "victims_were":
        if not _behind_victims(reader, g):
            return
        named = _harm_of_victims(candidates, keys, g)
    elif kind == "GO" and named is None and "victim" in reader.heads(g):
        named = _harm_of_victims(candidates, keys, g) if candidates else "killed"
    if kind == "GO" and _appositive(reader, g):
        return
    if name == "part_of_dead" and named is None:
        return
    whole = _whole(reader, candidates, keys, frame, g, name)
    told = whole_told(reader, candidates, keys, g, front=name in _FRONT)
    if told is not None:
        whole, named = told
    elif name in _FRONT:
        return
    if name in _OF_BODIES:
        whole = bodies_told(reader, candidates, keys, g, more=name == "more_found")
        if whole is None:
            return
    if named is not None and (whole is None or whole.harm != named):
        whole = _largest(candidates, keys, named, g)
    if whole is None and named is None:
        return
    if kind == "GO" and _most(reader, g) and not _same_sentence(reader, g, whole):
        if _several_totals(candidates, keys, g, named or (whole.harm if whole is not None else "")):
            return  # most of which of them?
    read = part_quantity(reader, g, whole) if kind == "GO" else reader.quantity_of(g)
    if name == "gapped" and (
        superlative(reader.units.low(groups.first[g] - 1))
        or whole is None
        or not whole.rule.endswith(_WITH_SUBJECT)
    ):
        return  # "the eldest 14"
    if name == "more" and (_described(reader, g) or one_more_weapon(reader, g)):
        return  # "several with their hands tied"
    if isinstance(read, Quantity):
        read = (read, groups.span(g, g + 1), "persons")
    if read is None:
        return
    quantity, span, unit = read
    if kind == "GO" and g + 1 < len(groups) and groups.kinds[g + 1] in ("GS", "GB", "GC", "GD"):
        span = groups.span(g, g + 2)  # "one of them a boy of twelve"
    harm = named or (whole.harm if whole is not None else None)
    if harm is None:
        return
    if whole is not None and unit == "persons":
        unit = whole.unit if kind == "GO" else unit
    part = Candidate(frame.rule, g, harm, quantity, span)
    part.unit = unit
    part.frame = frame
    part.sentence = reader.tokens.sentence_of[reader.units.first[groups.first[g]]]
    part.harm_span = whole.harm_span if whole is not None else span
    part.cause = whole.cause if whole is not None else None
    part.cls = reader.class_of(g)
    if kind in ("GO", "GX"):
        part.cls = _class_behind(reader, g) or _class_before(reader, g) or part.cls
    if part.cls == "unspecified" and whole is not None:
        part.cls = whole.cls
    graver = name == "more" and harm == "wounded" and _how_badly(reader, g)
    if (
        (name.startswith("part") or graver or name == "bodies_of")
        and whole is not None
        and whole.harm == harm
    ):
        part.whole = whole
        if not _fits(quantity, whole.quantity) and not _slip(reader, g, name, quantity, whole):
            return
    if name == "as_did" and whole is not None:
        part.also = whole.also
    if name == "another_figure" and whole is not None and reader.units.low(groups.first[g] - 1) == "from":
        if g + 1 < len(groups) and not reader.alphabet.tags(groups.tags[g + 1]) & {"PREPOSITION", "DATE"}:
            return  # "is up from 20": when that was, nobody says
    candidates[g] = part


def _behind_victims(reader: Reader, g: int) -> bool:
    """Tell whether a group stands behind "the victims were", "among the victims was"."""
    return any(
        reader.groups.kinds[k] == "GB" and "victim" in reader.heads(k) for k in range(max(g - 5, 0), g)
    )


def _harm_of_victims(candidates: dict[int, Candidate], keys: list[int], g: int) -> str | None:
    """Return the harm of "the victims": killed where the story tells of dead, else that of those told before."""
    told = [candidates[k].harm for k in keys[: bisect_left(keys, g)][-_NEAR:]]
    return "killed" if "killed" in told else (told[-1] if told else None)


def _most(reader: Reader, g: int) -> bool:
    """Tell whether a part is the most of a whole that it does not count itself."""
    a, b = reader.groups.first[g], reader.groups.last[g]
    tags = reader.alphabet.tags
    return (
        any("PART_MOST" in tags(reader.units.tags[i]) for i in range(a, b))
        and inner_number(reader, g) is None
    )


def _same_sentence(reader: Reader, g: int, whole: Candidate | None) -> bool:
    sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
    return whole is not None and whole.sentence == sentence


def _several_totals(candidates: dict[int, Candidate], keys: list[int], g: int, harm: str) -> bool:
    """Tell whether numbers that differ were told before of those who came to a harm."""
    told = {
        number_of(c)
        for c in (candidates[k] for k in keys[: bisect_left(keys, g)])
        if c.harm == harm and c.whole is None and (number_of(c) or 0) > 2
    }
    return len(told) > 1


def _appositive(reader: Reader, g: int) -> bool:
    """Tell whether a part tells again who one person is: "a Ukrainian, one of its technicians,"."""
    groups = reader.groups
    return (
        g > 1
        and reader.units.low(groups.first[g]) == "one"
        and groups.kinds[g - 2] in _SINGLE
        and "COMMA" in reader.alphabet.tags(groups.tags[g - 1])
    )


def _described(reader: Reader, g: int) -> bool:
    """Tell whether a vague number tells of some of those before it, not of more: "19, several with hands tied"."""
    groups = reader.groups
    if (
        g + 1 >= len(groups)
        or not g
        or "VAGUE" not in reader.alphabet.tags(reader.units.tags[groups.first[g]])
    ):
        return False
    tags = reader.alphabet.tags
    return "COMMA" in tags(groups.tags[g - 1]) and bool(tags(groups.tags[g + 1]) & {"WITH", "IN", "FROM"})


def _how_badly(reader: Reader, g: int) -> bool:
    """Tell whether a number says how badly some of the wounded were hurt: "15 hurt, seven seriously"."""
    if g + 1 >= len(reader.groups):
        return False
    words = reader.groups.quote(g + 1, min(g + 5, len(reader.groups))).lower()
    return words.startswith(_BADLY)


def _slip(reader: Reader, g: int, name: str, part: Quantity, whole: Candidate) -> bool:
    """Tell whether the story itself makes a part larger than its total: "four people, including nine children".

    Both figures are kept as they stand, for an editor to see.
    """
    exact = part.qualifier == whole.quantity.qualifier == "exact"
    return name == "part_including" and exact and _same_sentence(reader, g, whole)


def _fits(part: Quantity, whole: Quantity) -> bool:
    """Tell whether a part can be a part of the whole: it is not larger."""
    return part.low is None or whole.high is None or part.low <= whole.high


def _whole(
    reader: Reader, candidates: dict[int, Candidate], keys: list[int], frame: Frame, g: int, name: str
) -> Candidate | None:
    """Return the candidate that a part belongs to: the nearest before it in its sentence, or in the one before."""
    sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
    at = bisect_left(keys, frame.victims[0])
    inside = [k for k in keys[max(at - _NEAR, 0) : at] if candidates[k].sentence == sentence]
    if name in (
        "more",
        "more_one",
        "alongside",
        "as_did",
        "with_others",
        "gapped",
        "figure_at",
        "another_figure",
        "not_but",
    ):
        if name == "figure_at" and not inside:
            inside = [k for k in keys[max(at - _NEAR, 0) : at] if sentence - candidates[k].sentence == 1]
        if name != "more":
            return candidates[inside[-1]] if inside else None
        return candidates[inside[-1]] if inside and _unbroken(reader, inside[-1], g) else None
    if inside:
        return _outermost(candidates, inside)
    after = [k for k in keys[at : at + _NEAR] if candidates[k].sentence == sentence]
    if name == "part_of_them" and after and not _begins(reader, g):
        return None
    if name == "part_includes":
        before = [k for k in keys[max(at - _NEAR, 0) : at] if sentence - candidates[k].sentence == 1]
        return _outermost(candidates, before) if before else None
    if name in ("part_of_them", "part_were"):
        before = [
            k
            for k in keys[max(at - _NEAR, 0) : at]
            if sentence - candidates[k].sentence == 1 and candidates[k].quantity.low != 0
        ]
        if before and _begins(reader, g):
            return _outermost(candidates, before)
    return None


def _largest(candidates: dict[int, Candidate], keys: list[int], harm: str, g: int) -> Candidate | None:
    """Return the largest number of a harm told before a part that names no other whole: "two of the dead"."""
    told = [candidates[k] for k in keys[: bisect_left(keys, g)][-2 * _NEAR :]]
    before = [c for c in told if c.harm == harm and c.whole is None and number_of(c) is not None]
    return max(before, key=lambda c: (number_of(c) or 0, -c.group), default=None)


def _outermost(candidates: dict[int, Candidate], keys: list[int]) -> Candidate:
    """Return the last of the candidates that is no part itself."""
    for k in reversed(keys):
        if candidates[k].whole is None:
            return candidates[k]
    return candidates[keys[-1]].whole or candidates[keys[-1]]


def _begins(reader: Reader, g: int) -> bool:
    """Tell whether a group begins its sentence or clause."""
    if g == 0:
        return True
    tags = reader.alphabet.tags(reader.groups.tags[g - 1])
    return bool(tags & {"STOP", "BREAK", "QUOTE", "SEMI", "COLON", "CUE", "REL"})


def _unbroken(reader: Reader, first: int, last: int) -> bool:
    """Tell whether no other clause stands between two groups."""
    for g in range(first + 1, last):
        tags = reader.alphabet.tags(reader.groups.tags[g])
        if tags & {"CUE", "HYP", "NEG", "GN", "LV_PUT", "REL"} and not tags & {"HARM"}:
            return False
    return True


def _class_before(reader: Reader, g: int) -> str | None:
    """Return the class that stands before a part: "15 people, women and children most of them"."""
    groups = reader.groups
    if groups.kinds[g] != "GO" or not g or groups.kinds[g - 1] != "GB":
        return None
    cls = reader.class_of(g - 1)
    if g > 2 and groups.kinds[g - 3] == "GB" and "AND" in reader.alphabet.tags(groups.tags[g - 2]):
        return "mixed" if reader.class_of(g - 3) != cls else cls
    return cls if cls != "unspecified" else None


def _minors(reader: Reader, k: int) -> bool:
    """Tell whether an age below 18 stands at a group: "under 18", "under the age of 16"."""
    first = reader.groups.first[k]
    if reader.units.low(first) != "under":
        return False
    ages = (
        getattr(reader.units.payload.get(i), "value", None)
        for i in range(first + 1, min(first + 5, len(reader.units)))
    )
    return any(age is not None and age <= 18 for age in ages)


def _class_behind(reader: Reader, g: int) -> str | None:
    """Return the class that the words behind a part say: "two of them (were) children"."""
    groups = reader.groups
    for k in range(g + 1, min(g + 4, len(groups))):
        tags = reader.alphabet.tags(groups.tags[k])
        if _minors(reader, k):
            return "child"
        if groups.kinds[k] in ("GB", "GS", "GD", "GC"):
            cls = reader.class_of(k)
            if k + 2 < len(groups) and groups.kinds[k + 2] == "GB" and groups.kinds[k] == "GB":
                other = reader.class_of(k + 2)
                if "AND" in reader.alphabet.tags(groups.tags[k + 1]) and other not in (cls, "unspecified"):
                    return "mixed"  # "women and children"
            return cls if cls != "unspecified" else None
        if tags & {"NATADJ", "PERSON_SG", "PERSON_PL", "MOD"}:
            classes = reader.classes_at(groups.first[k])
            if classes:
                return classes[0]
        if tags & {"STOP", "BREAK", "PREPOSITION", "SEMI", "COMMA", "AND"}:
            return None
    return None
