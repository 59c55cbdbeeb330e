"""Reading groups of persons: how many they are, of which class, by which nouns and names."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from libya_news.english.casualty_words import RANK, casualty_alphabet, casualty_words
from libya_news.parsing.counts import NONE, ONE, UNKNOWN, Quantity, read_quantity
from libya_news.parsing.told_classes import apposed_class, class_of_all, common_noun_class, from_abroad
from libya_news.parsing.told_numbers import age_of_one, risen_to, same_number, year_like

if TYPE_CHECKING:
    from libya_news.english.casualty_words import CasualtyWords
    from libya_news.parsing.document import Document
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.groups import Groups
    from libya_news.parsing.units import Units
    from libya_news.rules.alphabet import Alphabet
    from libya_news.text.tokens import Tokens

FIGHTERS = frozenset({"military", "militant", "police"})
_LONGEST_NAME = 100  # code points of a title with the name behind it
_BACK = 24  # groups in which the number that "as many" repeats may stand
_ANYBODY = frozenset({"people", "person", "man", "men", "persons", "others"})


@cache
def whose_pattern() -> re.Pattern[str]:
    """Return the pattern of words that tell whose persons are: "loyal to Haftar", "of the brigade"."""
    return casualty_alphabet().compile(
        "(?:(?:LOYAL TO|OF|FROM) [A|THE|POSS]? [!FN|HV|DATE|V|NUM|GB|CUE]{0,4} [NAME|GN|GD|GB]?)?"
    )


class Reader:
    """Reads the candidates of one article."""

    def __init__(self, document: Document, groups: Groups) -> None:
        self.document = document
        self.groups = groups
        self.units: Units = groups.units
        self.words: CasualtyWords = casualty_words()
        self.alphabet: Alphabet = casualty_alphabet()
        self.tokens: Tokens = document.tokens
        self._heads: dict[int, frozenset[str]] = {}

    # --- the victims
    # -------------------------------------------------------------------------------------------
    def victims_of(self, frame: Frame) -> list[int]:
        """Return the groups of a frame that are its victims: appositions of a victim are left out."""
        groups = self.groups
        first, last = frame.victims
        tags = self.alphabet.tags
        nearer = frame.harm[0] - 1
        if (
            frame.rule.endswith((".participle", ".bare_state"))
            and nearer >= last
            and groups.kinds[nearer] in ("GC", "GO", "GX")
            and groups.kinds[first] in ("GD", "GS", "GN")
            and "OF" in tags(groups.tags[nearer - 1])
        ):
            return [nearer]  # "the father of two boys killed in the strike": the boys
        members = [g for g in range(first, last) if "V" in tags(groups.tags[g])]
        if len(members) < 2:
            return members or [first]
        kept: list[int] = [members[0]]
        for at in range(len(members) - 1, 0, -1):
            if groups.kinds[members[at]] == "GO" and self._relative(members[at]):
                members = members[at:]  # "nine patients, one of whom died": the one alone
                break
            if frame.harm[0] - members[at] <= 2 and "WHOSE" in tags(
                self.units.tags[groups.first[members[at]]]
            ):
                return members[at:]  # "Omar Salem, whose two cousins died": the cousins
        joined = any(tags(groups.tags[g]) & {"AND", "OR", "BUT"} for g in range(members[0], members[-1]))
        # "two women, six children, three old men": as many numbers in a row tell nobody again
        joined = joined or (len(members) > 2 and all(groups.kinds[m] == "GC" for m in members))
        if self._named_again(members):
            return members[:1]
        if len(members) < 2:
            return members
        for previous, this in pairwise(members):
            between = [tags(groups.tags[g]) for g in range(previous + 1, this)]
            bare_comma = any("COMMA" in t for t in between) and not any("AND" in t for t in between)
            if any("PREPOSITION" in t for t in between) and not any(
                {"COMMA", "AND", "BUT"} & t for t in between
            ):
                continue
            if bare_comma and (not joined or groups.kinds[previous] == "GN" or self._apposes(previous, this)):
                continue
            kept.append(this)
        return kept

    def _relative(self, g: int) -> bool:
        """Tell whether a part ends in a relative pronoun: "one of whom"."""
        return self.units.low(self.groups.last[g] - 1) in ("whom", "which")

    def _named_again(self, members: list[int]) -> bool:
        """Tell whether names behind a number tell it again one by one: "two reporters, Tom Weller and Luis Ferro".

        So do single persons behind "the other two", which counts nobody new.
        """
        groups = self.groups
        definite = self.is_rest(members[0])
        if groups.kinds[members[0]] != "GC" and not definite:
            return False
        if any(groups.kinds[m] not in (("GN", "GS", "GD") if definite else ("GN",)) for m in members[1:]):
            return False
        if "COMMA" not in self.alphabet.tags(groups.tags[members[0] + 1]):
            return False
        read = read_quantity(self.units, groups.first[members[0]], groups.last[members[0]])
        return read is not None and read[0].low == len(members) - 1 > 1

    def is_rest(self, g: int) -> bool:
        """Tell whether a group is the rest of a number told before: "the other five", "the remaining two men"."""
        groups = self.groups
        if groups.kinds[g] not in ("GX", "GC"):
            return False
        a = groups.first[g]
        opening = " ".join(self.units.low(i) for i in range(a, min(a + 2, groups.last[g])))
        return opening.startswith(("the other ", "the remaining "))

    def with_name(self, g: int, span: tuple[int, int]) -> tuple[int, int]:
        """Return a span with the name behind one person in it: "Jordan's ambassador, Fawaz al-Itan,"."""
        groups, tags = self.groups, self.alphabet.tags
        if groups.kinds[g] not in ("GD", "GS") or g + 3 >= len(groups) or groups.kinds[g + 2] != "GN":
            return span
        if "COMMA" not in tags(groups.tags[g + 1]) or not tags(groups.tags[g + 3]) & {"COMMA", "STOP"}:
            return span
        end = groups.span(g, g + 3)[1]
        return (span[0], end) if end - span[0] <= _LONGEST_NAME else span

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
        if any("SAMENUM" in self.alphabet.tags(units.tags[i]) for i in range(a, min(a + 3, b))):
            return same_number(self, g, span)
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
        if any(self.alphabet.tags(units.tags[i]) & {"TWIN", "PARENTS"} for i in range(a, min(a + 2, b))):
            return Quantity(2, 2, "exact"), span, "persons"
        read = read_quantity(units, a, b)
        if read is None:
            tags = self.alphabet.tags(units.tags[a])
            if kind == "GX" and (
                "ORD" in tags or any("ORD" in self.alphabet.tags(units.tags[i]) for i in range(a, b))
            ):
                return ONE, span, "persons"
            return None
        quantity = risen_to(self, g) or read[0]
        if kind == "GX" and (b == a + 1 and year_like(units, a) or age_of_one(units, b - 1)):
            return None  # "the 1970 and 1973 were", "four sisters, the eldest 14, were"
        if collective is not None and kind == "GC":
            if collective.get("families"):
                return quantity, span, "families"
            size = collective.get("counted")
            if size and quantity.low is not None and quantity.qualifier in ("exact", "about"):
                return (
                    Quantity(quantity.low * int(size), quantity.low * int(size), quantity.qualifier),
                    span,
                    "persons",
                )
            return None
        return quantity, span, "persons"

    def losing_class(self, harm: int, victims: int) -> str:
        """Return the class of the fighters who lost their people: "the rebels lost 13", "cost the rebels 13 men"."""
        groups = self.groups
        for k in (*range(harm, victims), *range(harm - 1, max(harm - 8, -1), -1)):
            if self.alphabet.tags(groups.tags[k]) & {"STOP", "BREAK", "SEMI"}:
                break
            for i in range(groups.first[k], groups.last[k]):
                found = FIGHTERS.intersection(self.classes_at(i))
                if found:
                    return min(found, key=lambda cls: RANK[cls])
        return "unspecified"

    def has_fighters(self, g: int, cls: str) -> bool:
        """Tell whether a word of a group says that they bear arms, whatever class stands before that one."""
        if cls in FIGHTERS:
            return True
        a, b = self.groups.first[g], self.groups.last[g]
        return cls == "foreigner" and any(not FIGHTERS.isdisjoint(self.classes_at(i)) for i in range(a, b))

    def is_body(self, g: int) -> bool:
        """Tell whether a group is the body of somebody."""
        return bool(self.words.says(self.units.key(self.groups.last[g] - 1), "body"))

    def class_of_whom(self, g: int) -> str:
        """Return the class of the persons behind a noun of harm, or before "both of whom": "11 bodies of migrants"."""
        groups = self.groups
        if groups.kinds[g] == "GO":
            if not self._relative(g):
                return "unspecified"
            return next(
                (self.class_of(k) for k in range(g - 1, max(g - 6, -1), -1) if groups.kinds[k] == "GC"),
                "unspecified",
            )
        if g + 2 < len(groups) and groups.kinds[g + 2] in ("GB", "GC", "GD"):
            if "OF" in self.alphabet.tags(groups.tags[g + 1]):
                return self.class_of(g + 2)
        return self.elided_class(g)

    def elided_class(self, g: int) -> str:
        """Return the class of those that "a fifth" goes on from; unspecified for any other number."""
        groups, tags = self.groups, self.alphabet.tags
        if not any(
            tags(self.units.tags[i]) & {"ELIDED", "ORD"} for i in range(groups.first[g], groups.last[g])
        ):
            return "unspecified"
        for k in range(g - 1, max(g - _BACK, -1), -1):
            if tags(groups.tags[k]) & {"STOP", "BREAK"}:
                break
            if groups.kinds[k] in ("GC", "GO", "GS", "GB") and "CUE" not in tags(groups.tags[k + 1]):
                return self.class_of(k)
        return "unspecified"

    def _collective(self, a: int, b: int) -> dict[str, Any] | None:
        """Return what the lexicon says of the collective noun that heads a group, if one does."""
        tags = self.alphabet.tags
        for i in range(b - 1, a - 1, -1):
            t = tags(self.units.tags[i])
            if t & {"GROUP_SG", "GROUP_PL"} and not t & {"PERSON_PL", "KIN_PL"}:
                if any(
                    tags(self.units.tags[j]) & {"PERSON_PL", "PERSON_SG", "KIN_PL", "KIN_SG"}
                    and "GROUP_SG" not in tags(self.units.tags[j])
                    for j in range(i + 1, b)
                ) and not any("OF" in tags(self.units.tags[j]) for j in range(i + 1, b)):
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
        kind = self.groups.kinds[g]
        if kind == "GN":
            best = self._apposition_class(g)
            if best == "unspecified":
                best = common_noun_class(self, g)
        elif kind in ("GS", "GD", "GX", "GO"):
            best = apposed_class(self, g)
        for i in range(self.groups.first[g], self.groups.last[g]):
            for cls in self.classes_at(i):
                if RANK[cls] < RANK[best]:
                    best = cls
        if RANK["child"] < RANK[best] and self._aged(g):
            best = "child"
        if best in ("unspecified", "civilian") and kind in ("GC", "GS", "GX", "GB") and from_abroad(self, g):
            best = "foreigner"
        return best if best != "unspecified" or kind != "GC" else class_of_all(self, g)

    def _apposition_class(self, g: int) -> str:
        """Return the class that the words behind a name say: "Ali Fathi, 34, a medic,"."""
        groups = self.groups
        for k in range(g + 1, min(g + 5, len(groups))):
            tags = self.alphabet.tags(groups.tags[k])
            if groups.kinds[k] in ("GS", "GD"):
                return (
                    self.class_of(k) if "COMMA" in self.alphabet.tags(groups.tags[k - 1]) else "unspecified"
                )
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
                if any(
                    "GROUP_SG" in self.alphabet.tags(self.units.tags[j])
                    for j in range(self.groups.first[g], i)
                ):
                    return False
                value = getattr(self.units.payload.get(i), "value", None)
                if value is not None and value < 18:
                    return True
        return False

    def description(self, g: int) -> tuple[int, int, int]:
        """Return where the words for the victims begin, where their nouns begin behind the number, and where they end.

        "Forty-four soldiers loyal to Haftar" begins at the number, its nouns at "soldiers"; what tells whose they are
        belongs to them.
        """
        groups, units = self.groups, self.units
        a, b = groups.first[g], groups.last[g]
        start, end = units.span(a, b)
        noun = start
        if groups.kinds[g] == "GC":
            read = read_quantity(units, a, b)
            if read is not None and a <= read[2] < b and not self._after(read[2]):
                noun = units.span(read[2], b)[0]
        more = whose_pattern().match(groups.tags, g + 1)
        if more is not None and more.end() > g + 1:
            end = groups.span(g, more.end())[1]
        return start, noun, end

    def _after(self, i: int) -> bool:
        return bool(self.alphabet.tags(self.units.tags[i]) & {"AFTER_ATLEAST", "AFTER_ABOUT", "AFTER_UPTO"})

    def classes_at(self, i: int) -> tuple[str, ...]:
        """Return the classes of persons that a unit may name; an age under 18 names a child."""
        key = self.units.key(i)
        if i in self.units.payload and not isinstance(self.units.payload[i], str):
            if "red-crescent" in (getattr(self.units.payload[i], "actor_id", None) or ""):
                return ("medic",)  # "Red Crescent volunteers"
            years = getattr(self.units.payload[i], "years", None)
            return ("child",) if years is not None and years < 18 else ()
        return self.words.classes(key)
