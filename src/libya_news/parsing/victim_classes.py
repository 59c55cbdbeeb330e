"""What the victims were, by whose people they are: their party, their whole, their story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.enemy_sides import Rivals
from libya_news.parsing.party_words import party_words

if TYPE_CHECKING:
    from libya_news.parsing.scene_settings import Setting
    from libya_news.parsing.scene_story import Story
    from libya_news.parsing.scene_view import Victims, View

_FIGHTING = frozenset(("military", "militant", "police"))
_LUMPED = frozenset(("unspecified", "mixed"))
# Classes that one person has alone: others hurt with her are not women by that.
_SINGLE = frozenset(("woman", "child", "medic", "journalist", "official", "foreigner"))
_SAID_NEAR = 40  # words before a number in which its report may stand
_TOLD_BEHIND = 7  # words behind a number in which it may be told at what gathering they were
_GATHERED = frozenset("demonstration demonstrations protest protests wedding funeral prayers picnic".split())
_BARE = frozenset(("GX", "GH", "GO"))
_BACK = frozenset(
    "dead wounded injured killed them those bodies victims martyrs casualties fatalities deceased".split()
)
_REPORTED = frozenset(("civilian", "civilians"))
_SEA = frozenset(("killed", "missing", "rescued", "captured", "wounded"))
_ORDINAL = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "another"))
_REACH = 5  # sentences after which "of the dead" need not be those told before
_AMONG_MIGRANTS = frozenset(("migrant", "child", "woman", "foreigner", "unspecified"))
_TOLL = frozenset(("toll", "bring_to"))


def class_victims(story: Story, settings: dict[int, Setting]) -> list[str]:
    """Return the class of each casualty, in order, and give bare numbers the party of those they go on from.

    Args:
        story: The story, walked through.
        settings: What holds for each casualty; sides are filled in.
    """
    view = story.view
    opening = _Opening(view, story.opening)
    rivals = Rivals(view)
    classes: list[str] = []
    for n, victims in enumerate(view.victims):
        setting = settings[n]
        candidate = victims.candidate
        told = view.tokens.low[victims.first : victims.last]
        cls = candidate.cls
        whole = story.number_of.get(id(candidate.whole)) if candidate.whole is not None else None
        if cls != "unspecified" and _goes_on(view, victims) and not _says(view, victims):
            cls = _inherited(view, n, cls, opening)
        before = whole if whole is not None and whole < n else _antecedent(view, n, told)
        if before is not None and cls in ("unspecified", classes[before]) and classes[before] not in _LUMPED:
            one = view.victims[before].candidate.quantity.low == 1
            if whole is not None or classes[before] not in _SINGLE or not one:
                cls = classes[before]
            if setting.side is None and cls in _FIGHTING and party_words().assailants.isdisjoint(told):
                setting.side = settings[before].side
        rivals.complete(n, setting, cls)
        if setting.side is None and whole is not None and whole < n and cls in (*_FIGHTING, "foreigner"):
            setting.side = settings[whole].side
        if told[-1] in ("guard", "guards"):
            cls = _guards(view, victims, cls)
        if setting.side is not None:
            cls = _of_party(view, setting, cls, told)
        if cls == "unspecified":
            cls = _of_people(view, victims, told, opening)
        if cls in ("unspecified", "foreigner") and opening.migrants and candidate.harm in _SEA:
            bare = cls == "unspecified" and view.groups.kinds[candidate.group] in _BARE
            if bare and _AMONG_MIGRANTS.issuperset(classes) or opening.at_sea(victims.first):
                cls = "migrant" if not _named_person(view, victims) else cls
        if _listed(view, victims, cls):
            cls = "mixed"
        classes.append(cls)
    return classes


class _Opening:
    """What the opening of a story says of the people in it."""

    def __init__(self, view: View, opening: int) -> None:
        tokens, words = view.tokens, party_words()
        last = tokens.sentences[min(max(opening, 1), len(tokens.sentences) - 1)][1]
        head = tokens.low[:last]
        self.view = view
        self.migrants = not words.migrant.isdisjoint(head)
        self.civilians = any(
            word == "civilian" and head[i + 1 : i + 2] in (["casualties"], ["deaths"], ["victims"], ["harm"])
            for i, word in enumerate(head)
        )
        self.known: dict[int, bool] = {}

    def at_sea(self, token: int) -> bool:
        """Tell whether the paragraph of a token tells of people at sea, in the desert or in a cell."""
        tokens, words = self.view.tokens, party_words()
        number = tokens.paragraph_of[token]
        found = self.known.get(number)
        if found is None:
            low = tokens.low[slice(*tokens.paragraphs[number])]
            found = not words.boat.isdisjoint(low) or not words.migrant.isdisjoint(low)
            self.known[number] = found
        return found


def _says(view: View, victims: Victims) -> bool:
    """Tell whether a word of the group itself says its class."""
    groups = view.groups
    g, cls = victims.candidate.group, victims.candidate.cls
    return any(view.word_class(i) == cls for i in range(groups.first[g], groups.last[g]))


def _goes_on(view: View, victims: Victims) -> bool:
    """Tell whether a group may have its class from the people before it alone."""
    if view.groups.kinds[victims.candidate.group] in _BARE:
        return True
    return view.head_of(victims) in ("other", "people", "person", "men")


def _inherited(view: View, n: int, cls: str, opening: _Opening) -> str:
    """Return a class that no word of the group says, where it holds for those it goes on from."""
    victims = view.victims[n]
    low = victims.candidate.quantity.low
    if cls in _SINGLE and n and (low is None or low > 1):
        before = view.victims[n - 1].candidate
        if before.cls == cls and before.quantity.low == 1:
            return "unspecified"
    if cls == "migrant" and not opening.migrants and not opening.at_sea(victims.first):
        return "unspecified"
    return cls


def _antecedent(view: View, n: int, told: list[str]) -> int | None:
    """Return the casualty whose people a bare number counts: "nine of the dead", "and three died"."""
    victims = view.victims[n]
    candidate = victims.candidate
    kind = view.groups.kinds[candidate.group]
    if told[-1] == "others" and kind not in _BARE and n:
        other = view.victims[n - 1].candidate
        return n - 1 if 0 <= candidate.sentence - other.sentence <= 1 and other.harm != "displaced" else None
    if kind not in _BARE:
        return None
    if kind == "GX" and n and not _ORDINAL.isdisjoint(told):
        return n - 1 if 0 <= candidate.sentence - view.victims[n - 1].candidate.sentence <= 1 else None
    if kind == "GO" and "the" in told[1:]:
        groups = view.groups
        units = range(groups.first[candidate.group] + 1, groups.last[candidate.group])
        sizes = {getattr(groups.units.payload.get(i), "value", None) for i in units} - {None}
        for m in range(n - 1, -1, -1) if sizes else ():
            other = view.victims[m].candidate
            if candidate.sentence - other.sentence > _REACH:
                break
            if other.quantity.low in sizes and other.harm == candidate.harm and other is not candidate.whole:
                return m  # "two of the nine"
    if kind == "GO" and not _BACK.isdisjoint(told):
        harm = "wounded" if not {"wounded", "injured"}.isdisjoint(told) else candidate.harm
        for m in range(n - 1, -1, -1):
            other = view.victims[m].candidate
            if candidate.sentence - other.sentence > _REACH:
                return None
            if (
                other.harm == harm
                and other.whole is None
                and _holds(other.quantity.low, candidate.quantity.low)
            ):
                return m
        return None
    m = n - 1
    while m > 0 and view.victims[m].candidate.whole is not None and kind in ("GX", "GH"):
        m -= 1  # "63 people killed, including 11 children, and 148 wounded": not 148 children
    if n and kind != "GO" and view.victims[m].candidate.sentence == candidate.sentence:
        return m if victims.rule not in _TOLL else None
    return None


def _holds(whole: int | None, part: int | None) -> bool:
    return whole is None or part is None or whole >= part


def _of_party(view: View, setting: Setting, cls: str, told: list[str]) -> str:
    """Return the class of people of a party, where their noun does not say it."""
    side = setting.side
    if side is None or side.side is None and side.group is None:
        return cls
    if (
        cls not in ("unspecified", "military", "militant")
        or cls != "unspecified"
        and party_words().loose.isdisjoint(told)
    ):
        return cls
    knowledge = view.document.knowledge
    unit = side.group
    if (
        unit is not None
        and knowledge.has_actor(unit)
        and knowledge.actor(unit).subkind in party_words().militias
    ):
        return "militant"
    if side.side is not None and knowledge.has_actor(side.side):
        if knowledge.actor(side.side).kind == "community":
            return cls  # a tribe's dead need not have borne arms
        if knowledge.actor(side.side).kind == "state":
            return "military"
    elif unit is not None and knowledge.has_actor(unit) and knowledge.actor(unit).kind == "state":
        return "military"
    return "military" if side.side in view.words.armies else "militant"


def _guards(view: View, victims: Victims, cls: str) -> str:
    """Return the class of guards by what they guard: a bank's are civilians, a prison's police."""
    words = party_words()
    low = view.tokens.low
    near = low[victims.first : victims.last + 6]
    stop = next((i for i, word in enumerate(near) if word in (".", ",", ";", "and")), len(near))
    if not words.keepers.isdisjoint(near[:stop]):
        return "police"
    # "killed in the night" makes no night guards
    own = {word for i, word in enumerate(near[:stop]) if word != "night" or victims.first + i < victims.last}
    return "civilian" if not words.watchmen.isdisjoint(own) else cls


def _of_people(view: View, victims: Victims, told: list[str], opening: _Opening) -> str:
    """Return "civilian" for families and the displaced, and where a report counts civilians alone."""
    candidate, words = victims.candidate, party_words()
    if candidate.harm == "displaced":
        return "civilian"
    if not words.civil.isdisjoint(told) or not words.civil.isdisjoint(
        view.tokens.low[victims.last : victims.last + 4]
    ):
        return "civilian"
    if view.groups.kinds[candidate.group] in _BARE or not words.loose.isdisjoint(told):
        first, _ = view.tokens.sentences[candidate.sentence]
        near = view.tokens.low[max(first, victims.first - _SAID_NEAR) : victims.first]
        behind = view.tokens.low[victims.last : victims.last + _TOLD_BEHIND]
        if not _GATHERED.isdisjoint(behind) and candidate.harm in ("killed", "wounded"):
            return "civilian"  # "killed 40 people during a demonstration"
        if not _REPORTED.isdisjoint(near) and opening.civilians:
            return "civilian"
        if opening.civilians and view.groups.kinds[candidate.group] == "GH":
            return "civilian"
    return "unspecified"


def _listed(view: View, victims: Victims, cls: str) -> bool:
    """Tell whether one number counts people of several classes: "30 policemen and judges"."""
    low, i = view.tokens.low, victims.last
    if cls in _LUMPED or victims.candidate.quantity.low == 1 or i + 1 >= len(low):
        return False
    found, joined = {cls}, False
    while i + 1 < len(low) and low[i] in (",", "and"):
        joined = joined or low[i] == "and"
        said = view.word_class(view.unit_at(i + 1))
        if said == "unspecified":
            break
        found.add(said)
        i = view.groups.units.last[view.unit_at(i + 1)]
    return joined and len(found) > 1


def _named_person(view: View, victims: Victims) -> bool:
    return bool(view.persons_in(victims.first, victims.last))
