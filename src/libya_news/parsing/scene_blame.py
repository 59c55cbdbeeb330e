"""Who is blamed for a casualty in another sentence, or owns up to it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.causes import akin
from libya_news.parsing.enemies import may_be_own
from libya_news.parsing.perpetrators import blamed

if TYPE_CHECKING:
    from libya_news.parsing.perpetrators import Doer
    from libya_news.parsing.scene_settings import Setting
    from libya_news.parsing.scene_story import Story
    from libya_news.parsing.scene_view import Victims, View
    from libya_news.parsing.scene_words import Mark
    from libya_news.parsing.side import Side

# Harms that go with the deed told before; one who is seized or driven out may be another's doing.
CARRYING = frozenset(("killed", "wounded", "kidnapped", "casualties"))
_OWN_LOSS = frozenset(("lose", "lost_none"))
# Nouns for those who did it: nobody is told to have done it to them by carrying.
ATTACKERS = frozenset(("attacker", "assailant", "bomber", "gunman", "gunmen", "smuggler", "kidnapper"))


def blame_late(story: Story, settings: dict[int, Setting]) -> None:
    """Give casualties without a named perpetrator the party that another sentence blames, or that owns up.

    What is said in a paragraph is about its own casualties; in a paragraph without any, about the story's.
    """
    view, tokens = story.view, story.view.tokens
    paragraph_of = tokens.paragraph_of
    blaming: dict[int, list[int]] = {}
    open_ = set()
    for mark in view.blames:
        s = tokens.sentence_of[mark.first]
        if mark.value == "open":
            open_.add(paragraph_of[mark.first])
        blaming.setdefault(paragraph_of[mark.first], []).append(s)
    by_paragraph: dict[int, list[int]] = {}
    for n in settings:
        by_paragraph.setdefault(paragraph_of[view.victims[n].first], []).append(n)
    lone: dict[str, tuple[Doer, ...]] = {}
    for paragraph, sentences in blaming.items():
        if paragraph in open_:
            continue
        mine = by_paragraph.get(paragraph, [])[:100]
        for s in sentences:
            first, last = tokens.sentences[s]
            if mine:
                for n in mine:
                    if view.victims[n].candidate.sentence != s:
                        _blame(view, n, settings[n], blamed(view, view.victims[n], first, last, settings[n]))
            elif settings:
                found = blamed(view, view.victims[0], first, last, story.main)
                if found and found[0].perpetrator.actor is not None:
                    lone[found[0].perpetrator.actor] = found
    if len(lone) == 1 and not open_:
        for n, setting in settings.items():
            if (
                setting.scope == "event"
                and story.in_main(setting)
                and same_cause(setting.cause, story.main.cause)
            ):
                _blame(view, n, setting, next(iter(lone.values())))


def attack_late(story: Story, settings: dict[int, Setting]) -> None:
    """Give the casualties of the story's event the one party that its opening tells to have done it."""
    view = story.view
    if any(mark.value == "open" for mark in view.blames):
        return
    found: dict[str, tuple[Doer, ...]] = {}
    for doer in story.attackers:
        if doer.perpetrator.actor is not None:
            found[doer.perpetrator.actor] = (doer,)
    told: dict[tuple[str, int | None], tuple[Doer, ...]] = {}
    for n, setting in settings.items():
        candidate = view.victims[n].candidate
        if candidate.sentence > story.opening + 1 or setting.scope == "background":
            continue
        if setting.doers and story.in_main(setting):
            told.setdefault((candidate.harm, candidate.quantity.low), setting.doers)
            actor = setting.doers[0].perpetrator.actor
            if actor is not None:
                found.setdefault(actor, setting.doers)
    one = next(iter(found.items())) if len(found) == 1 else None
    for n, setting in settings.items():
        if setting.doers or setting.scope == "background":
            continue
        victims = view.victims[n]
        candidate = victims.candidate
        whole = story.number_of.get(id(candidate.whole)) if candidate.whole is not None else None
        if candidate.sentence <= story.opening and (candidate.harm, candidate.quantity.low) in told:
            _blame(view, n, setting, told[candidate.harm, candidate.quantity.low])  # headline and lede
        elif whole is not None and settings[whole].doers:
            _blame(view, n, setting, settings[whole].doers)
        elif (
            one is not None
            and story.in_main(setting)
            and (akin(setting.cause, story.main.cause) or setting.side is not None and _in_battle(story))
        ):
            if (
                victims.rule in _OWN_LOSS
                or fell_in_battle(view, victims, setting)
                or setting.side is None
                and may_be_own(view, one[0], candidate.cls)
            ):
                continue
            _blame(view, n, setting, one[1])


def _in_battle(story: Story) -> bool:
    """Tell whether the story is of a fight: what kills fighters there, their enemies did."""
    return story.main.cause is not None and story.main.cause.value == "clashes"


def _blame(view: View, number: int, setting: Setting, found: tuple[Doer, ...]) -> None:
    candidate = view.victims[number].candidate
    if (
        not found
        or candidate.harm not in CARRYING
        or any(d.perpetrator.actor is not None for d in setting.doers)
    ):
        return
    if view.victims[number].rule.startswith("unknown") or view.head_of(view.victims[number]) in ATTACKERS:
        return
    if setting.side is None or not own_people(found, setting.side):
        setting.doers = (*found, *setting.doers) if setting.doers else found


def fell_in_battle(view: View, victims: Victims, setting: Setting) -> bool:
    """Tell whether victims of no known party fell in a fight: either party of it may have killed them.

    A share of those told before ("six of the wounded") has what is told of them.
    """
    if setting.side is not None or setting.cause is None or setting.cause.value != "clashes":
        return False
    low = view.tokens.low
    return "of" not in low[victims.first : victims.last] and low[victims.last : victims.last + 1] != ["of"]


def same_cause(one: Mark | None, other: Mark | None) -> bool:
    """Tell whether two causes may be those of one event."""
    return one is not None and (other is None or one.value == other.value)


def own_people(doers: tuple[Doer, ...], side: Side) -> bool:
    """Tell whether victims would be their own killers."""
    return any(
        doer.perpetrator.actor is not None and doer.perpetrator.actor in (side.side, side.group)
        for doer in doers
    )
