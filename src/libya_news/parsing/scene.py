"""The scene of each casualty: where, when, how, by whom and whose people, stated or carried to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.model.interval import Interval
from libya_news.parsing.scene_claims import continued_claim
from libya_news.parsing.scene_story import Story
from libya_news.parsing.scene_view import View
from libya_news.parsing.told_scopes import settle_scopes
from libya_news.parsing.victim_classes import class_victims

if TYPE_CHECKING:
    from libya_news.model.casualty import Perpetrator, Scope
    from libya_news.model.claim import Claim
    from libya_news.model.place import Relation
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.document import Document
    from libya_news.parsing.groups import Groups
    from libya_news.parsing.scene_settings import Setting

Words = tuple[int, int, str]  # start, end, basis


class Scene:
    """What completes one candidate.

    Every `*_evidence` holds the words that a value was read from as (start, end, basis): code points, and
    `stated` in the candidate's sentence or `carried` from another.
    """

    place: str | None = None
    places: tuple[str, ...] = ()
    place_evidence: tuple[Words, ...] = ()
    relation: Relation | None = None
    date: Interval | None = None
    date_evidence: tuple[Words, ...] = ()
    cause: str | None = None
    cause_evidence: tuple[Words, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()
    perpetrator_evidence: tuple[Words, ...] = ()
    side: str | None = None
    group: str | None = None
    side_evidence: tuple[Words, ...] = ()
    conflict_related: bool | None = None
    includes_attacker: bool | None = None
    scope: Scope = "event"
    scope_evidence: tuple[Words, ...] = ()
    claim: Claim | None = None
    description: tuple[int, int] = (0, 0)
    names: tuple[str, ...] = ()
    cls = "unspecified"
    headline = False


def complete_scene(
    document: Document, groups: Groups, candidates: list[Candidate], claims: list[Claim]
) -> list[Scene]:
    """Return one scene for each candidate, in the same order.

    Args:
        document: The article.
        groups: Its groups, in which the candidates' victims are.
        candidates: Statements of harm.
        claims: The claims of the article.
    """
    if not candidates:
        return []
    view = View(document, groups, candidates, claims)
    story = Story(view)
    settings = story.all_settings()
    settle_scopes(story, settings)
    classes = class_victims(story, settings)
    scenes = [_scene(view, number, settings[number], classes[number]) for number in range(len(candidates))]
    for number, scene in enumerate(scenes):
        if scene.claim is None:
            scene.claim = continued_claim(story, scenes, number)
    return scenes


def _scene(view: View, number: int, setting: Setting, cls: str) -> Scene:
    victims = view.victims[number]
    tokens = view.tokens
    here = victims.candidate.sentence
    sentence_of = tokens.sentence_of
    scene = Scene()

    starts, ends = tokens.starts, tokens.ends

    def words(first: int, last: int) -> Words:
        return starts[first], ends[last - 1], "stated" if sentence_of[first] == here else "carried"

    place = setting.place
    if place is not None and place.place is not None:
        scene.place = place.place
        parts = place.parts
        if len(parts) == 1:
            scene.places = (parts[0][0],)
            scene.place_evidence = (words(parts[0][1], parts[0][2]),)
        else:
            scene.places = tuple(dict.fromkeys(part[0] for part in parts))
            scene.place_evidence = tuple([words(first, last) for _, first, last in parts])
        scene.relation = place.relation
    date = setting.date
    if date is not None:
        evidence = words(date.first, date.last)
        key = date.first, evidence[2] == "carried"
        known = view.intervals.get(key)
        if known is None:
            known = view.intervals[key] = Interval(
                date.start, date.end, date.precision, "carried" if key[1] else date.basis
            )
        scene.date = known
        scene.date_evidence = (evidence,)
    if setting.cause is not None:
        scene.cause = setting.cause.value
        scene.cause_evidence = (words(setting.cause.first, setting.cause.last),)
    scene.claim = view.claim_over(victims.first)
    scene.scope = setting.scope
    if setting.scope != "event" and date is not None:
        scene.scope_evidence = (words(date.first, date.last),)
    if setting.doers:
        scene.perpetrators = tuple([who.perpetrator for who in setting.doers])
        scene.perpetrator_evidence = tuple([words(who.first, who.last) for who in setting.doers])
    if setting.side is not None:
        scene.side, scene.group = setting.side.side, setting.side.group
        scene.side_evidence = (words(setting.side.first, setting.side.last),)
    if scene.cause is not None:
        lexicon = view.words
        if scene.cause in lexicon.peaceful:
            scene.conflict_related = False
        elif scene.cause in lexicon.violent:
            scene.conflict_related = True
    scene.description = starts[victims.first], ends[victims.last - 1]
    if view.has_name(victims.first, victims.last):
        scene.names = view.persons_in(victims.first, victims.last)
    if victims.first < view.headline_end:
        scene.headline = any(a <= victims.first < b for a, b in view.layout.headline)
    scene.cls = cls
    if scene.cause == "suicide_attack":
        scene.includes_attacker = view.with_attacker(victims)
    return scene
