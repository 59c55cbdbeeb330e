"""Why a frame that matched is no casualty: blows that hit no body, parts of things, releases by law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.parsing.frames import Frame
    from libya_news.parsing.reader import Reader

_MISSILES = frozenset(
    "shrapnel bullet bullets shell shells fire gunfire sniper snipers rocket rockets mortar shot shots "
    "round rounds splinters splinter glass blade knife knives debris "
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


_BEASTS = frozenset("sheep goats camels cows horses dogs animals chickens cattle birds donkeys".split())


def _units_behind(reader: Reader, k: int) -> range:
    return range(reader.groups.first[k] + 1, min(reader.groups.first[k] + 5, len(reader.units)))


def of_things(reader: Reader, g: int, harm: str) -> bool:
    """Tell whether a part of "them" is a part of things: "120 pages, three of them missing"."""
    groups, tags = reader.groups, reader.alphabet.tags
    alive = harm in ("killed", "wounded", "kidnapped")
    if not tags(reader.units.tags[groups.last[g] - 1]) & {"THEM", "PRON_OBJ"}:
        return False
    for k in range(g - 1, max(g - 16, -1), -1):
        if tags(groups.tags[k]) & {"G", "GH", "GHB"}:
            return False
        if groups.kinds[k] == "" and tags(groups.tags[k]) & {"NUM", "NUMWORD", "VAGUE"}:
            return not alive or not _BEASTS.isdisjoint(reader.units.low(i) for i in _units_behind(reader, k))
        if tags(groups.tags[k]) & {"STOP", "BREAK"} and g - k > 1:
            return False
    return False


_TAKING = frozenset("take takes took taken taking capture captured captures capturing".split())
CAPTIVES = frozenset({"prisoner", "captive", "hostage", "prisoner of war", "pow", "prisoners", "captives"})
_PARADED = frozenset({"paraded", "shown", "photographed", "filmed"})
_SINGULAR = frozenset({"was", "is", "has"})
_RATES = frozenset(
    {"death", "deaths", "casualty", "casualties", "injury", "injuries", "fatality", "fatalities"}
)
_LOOSE_WOUNDS = frozenset({"various", "multiple", "several", "a number of"})


_ONES = frozenset("first second third fourth other another".split())
_WEAPONS = frozenset(
    "bomb bombs shell shells rocket rockets missile missiles mine mines blast blasts explosion strike strikes raid "
    "raids attack attacks ambush bullet bullets shot shots mortar mortars grenade grenades drone drones device devices "
    "bomber bombers attacker attackers clash clashes car truck boat".split()
)


def one_more_weapon(reader: Reader, g: int) -> bool:
    """Tell whether "a second one" is a second of what harms: "a bomb killed nine, a second one wounded two"."""
    units, low = reader.units, reader.tokens.low
    first, last = units.first[reader.groups.first[g]], units.last[reader.groups.last[g] - 1]
    if not any(low[i] == "one" and low[i - 1] in _ONES for i in range(first + 1, last)):
        return False
    start = reader.tokens.sentences[reader.tokens.sentence_of[first]][0]
    return not _WEAPONS.isdisjoint(low[max(start, first - 20) : first])


def _harms_others(reader: Reader, g: int) -> bool:
    """Tell whether the second of two groups is the next subject: "killed two and a second sniper wounded one"."""
    groups, units, tags = reader.groups, reader.units, reader.alphabet.tags
    i = groups.last[g]
    if i + 1 >= len(units) or groups.first[g] == 0 or units.low(groups.first[g] - 1) != "and":
        return False
    return "VT_PAST" in tags(units.tags[i]) and bool(tags(units.tags[i + 1]) & {"NUM", "A", "ONEWORD"})


def unfounded(reader: Reader, frame: Frame, g: int) -> bool:
    """Tell whether the words around a match say that nobody of this group came to this harm."""
    groups, units = reader.groups, reader.units
    name = frame.rule.rsplit(".", 1)[1]
    first = groups.first[frame.harm[0]]
    if name == "took_prisoners":
        return (
            units.low(first) not in _TAKING
            or reader.heads(g).isdisjoint(CAPTIVES)
            or bool(_tags_behind(reader, g) & {"TO", "OF", "OUT"})  # "took two prisoners to the dentist"
        )
    if name in ("more", "number_of_harm") and one_more_weapon(reader, g):
        return True
    if name == "active" and _harms_others(reader, g):
        return True
    if name == "captives":
        return not _JAILS.isdisjoint(_words_before(reader, first))
    if name == "lose":
        at = units.first[groups.last[g]] if groups.last[g] < len(units) else 0
        lost_to = "TO" in _tags_behind(reader, g) and _TAKERS.isdisjoint(reader.tokens.low[at : at + 6])
        return lost_to or not _TEAMS.isdisjoint(_words_before(reader, first))
    if (
        name == "number_of_harm"
        and "TO" in _tags_behind(reader, g)
        and units.key(groups.last[g] - 1) == "injuries"
    ):
        return g + 2 >= len(groups) or "G" not in reader.alphabet.tags(groups.tags[g + 2])
    if name == "paraded":
        return units.low(first) not in _PARADED or reader.heads(g).isdisjoint(CAPTIVES)
    if name == "no_survivors":
        return "survivor" not in reader.heads(frame.harm[0])
    if name == "died" and units.low(first) == "fleeing" and not groups.kinds[frame.harm[0]]:
        return True  # "migrants fleeing Libya": what they were about when the harm came
    if name == "relative":
        return "HYP" in groups.kinds[max(g - 1, 0) : g] or _modal_before(reader, g)
    if name == "may_be_missing":
        return reader.words.says(units.key(first), "state").get("harm") != "missing"
    if name == "cost_of":
        return groups.kinds[g] == "GX"
    if name in ("state", "leave", "bare_state") and units.key(first) == "in hospital":
        return _merely_ill(reader, g)
    if name == "losses_at":
        read = reader.quantity_of(g)
        return read is None or read[2] != "persons" or (read[0].low or 0) > _MOST_LOST
    if groups.kinds[g] == "GX" and superlative(units.low(groups.first[g] - 1)):
        return True  # "the eldest 14"
    if name == "passive" and units.low(first) in _SINGULAR and _carried(reader, g):
        return True
    if name == "suffered_wounds" and _denied(reader, g, frame.harm[0]):
        return True
    if name == "suffered_wounds" and groups.kinds[frame.harm[1] - 1] == "GH":
        return units.low(groups.first[frame.harm[1] - 1]) not in _LOOSE_WOUNDS
    if name == "number_of_harm" and g and "INCUR" in reader.alphabet.tags(groups.tags[g - 1]):
        return units.low(groups.first[g]) in _LOOSE_WOUNDS  # "sustained various injuries" counts no people
    return False


def superlative(word: str) -> bool:
    """Tell whether a number behind a word is an age: "the eldest 14", "the younger six"."""
    return word.endswith("est") or word in ("elder", "younger")


_ILLNESS = frozenset(
    "flu cholera poisoning virus covid coronavirus disease outbreak fever measles malaria".split()
)
_STAFF = frozenset({"patient", "doctor", "nurse", "surgeon", "medic", "visitor", "relative"})
_MOST_LOST = 20_000  # what an army may say that it lost; above it, losses are of money


def _merely_ill(reader: Reader, g: int) -> bool:
    """Tell whether persons in hospital need not be hurt: one alone may be ill, doctors work there."""
    if reader.groups.kinds[g] in ("GS", "GD", "GN") or reader.heads(g) & _STAFF:
        return True
    sentence = reader.tokens.sentence_of[reader.units.first[reader.groups.first[g]]]
    return not _ILLNESS.isdisjoint(reader.tokens.low[slice(*reader.tokens.sentences[sentence])])


_JAILS = frozenset("prison prisons jail jails centre center centres centers".split())
# To whom or what an army or a mother loses men; a firm loses them to a rival.
_TAKERS = frozenset(
    "war wars fighting sniper snipers mine mines shelling shells shell fire gunfire bombs bomb bombing sea bullets "
    "bullet attack attacks raid raids clashes violence rockets rocket ambush ambushes enemy flood floods desert drones "
    "drone strike strikes front explosion blast assassins militants".split()
)
_TEAMS = frozenset(
    "union unions company companies firm firms orchestra club clubs team side party bloc league bank airline hosts "
    "visitors newspaper university federation champions squad".split()
)


def _tags_behind(reader: Reader, g: int) -> frozenset[str]:
    groups = reader.groups
    return reader.alphabet.tags(groups.tags[g + 1]) if g + 1 < len(groups) else frozenset()


def _words_before(reader: Reader, unit: int) -> list[str]:
    """Return the few words before a unit, in its sentence."""
    at = reader.units.first[unit]
    first, _ = reader.tokens.sentences[reader.tokens.sentence_of[at]]
    return reader.tokens.low[max(first, at - 5) : at]


def _modal_before(reader: Reader, g: int) -> bool:
    """Tell whether a modal verb says that the group may exist: "there may have been 400 others who drowned"."""
    tags = [reader.alphabet.tags(reader.groups.tags[k]) for k in range(max(g - 3, 0), g)]
    return any("MODAL" in t for t in tags) and bool(tags) and "BE" in tags[-1]


def _carried(reader: Reader, g: int) -> bool:
    """Tell whether a plural group hangs on something singular: "a pickup carrying nine workers was blown up"."""
    groups = reader.groups
    return (
        groups.kinds[g] == "GC"
        and g > 0
        and not groups.kinds[g - 1]
        and reader.units.low(groups.first[g - 1]).endswith("ing")
    )


def _denied(reader: Reader, g: int, last: int) -> bool:
    """Tell whether a negation stands between persons and what they came to."""
    tags = reader.alphabet.tags
    return any(tags(reader.groups.tags[k]) & {"NOT", "NO", "MODAL", "NEG", "HYP"} for k in range(g + 1, last))


def of_rates(reader: Reader, g: int) -> bool:
    """Tell whether a part is a part of deaths, not of people: "the majority of casualties were caused by gunfire"."""
    units, groups = reader.units, reader.groups
    tags = reader.alphabet.tags
    return units.key(groups.last[g] - 1) in _RATES and any(
        "PART_MOST" in tags(units.tags[i]) for i in range(groups.first[g], groups.last[g])
    )


def some_of_one(reader: Reader, g: int) -> bool:
    """Tell whether a number tells of what one person has: "mother of three", "mum-of-three"."""
    tags = [reader.alphabet.tags(reader.groups.tags[k]) for k in range(max(g - 3, 0), g)]
    while tags and "DASH" in tags[-1]:
        tags.pop()
    return len(tags) > 1 and "OF" in tags[-1] and bool(tags[-2] & {"PERSON_SG", "KIN_SG", "G", "GB"})


def by_somebody(reader: Reader, frame: Frame) -> bool:
    """Tell whether a by-phrase stands right behind a passive."""
    g = frame.harm[1]
    return g < len(reader.groups) and "BY" in reader.alphabet.tags(reader.groups.tags[g])


def possessed(reader: Reader, g: int) -> bool:
    """Tell whether a group begins with whose it is: "his driver"."""
    return "POSS" in reader.alphabet.tags(reader.units.tags[reader.groups.first[g]])


_UNLAWFUL = frozenset("arbitrarily unlawfully illegally extrajudicially".split())


def unlawful(reader: Reader, frame: Frame) -> bool:
    """Tell whether an arrest is called arbitrary or unlawful: then it is no arrest for a crime."""
    at = reader.units.first[reader.groups.first[frame.harm[0]]]
    return not _UNLAWFUL.isdisjoint(reader.tokens.low[max(at - 3, 0) : at + 4])


_SLAIN = frozenset(("shoot", "stab", "strangle", "knife", "hang"))
_FINDING = frozenset(("found", "discovered"))
_ALIVE = frozenset(
    "alive wounded injured hurt unconscious bleeding conscious survived surviving recovering hospital treated "
    "dying".split()
)


def found_slain(reader: Reader, frame: Frame, lemma: str) -> bool:
    """Tell whether those who were found shot or stabbed are dead: that the living are found so is always said."""
    if not lemma or lemma.split()[0] not in _SLAIN:
        return False
    units, groups = reader.units, reader.groups
    first, last = units.first[groups.first[frame.victims[0]]], units.first[groups.first[frame.harm[0]]]
    end = reader.tokens.sentences[reader.tokens.sentence_of[last]][1]
    low = reader.tokens.low
    return not _FINDING.isdisjoint(low[first:last]) and _ALIVE.isdisjoint(low[first:end])
