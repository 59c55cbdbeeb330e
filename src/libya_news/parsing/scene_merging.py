"""The scene of a fact that several statements tell: each value from the statement that tells it best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.scene import Scene
from libya_news.parsing.surroundings import Surroundings

if TYPE_CHECKING:
    from libya_news.knowledge.lookup import Knowledge
    from libya_news.parsing.scene import Words


def combined(scenes: list[Scene], knowledge: Knowledge) -> Scene:
    """Return one scene for several statements of one fact, the first of which leads.

    What a statement states wins over what is carried to it, and a narrower place over one that holds it.

    Args:
        scenes: The scenes of the statements; not empty.
        knowledge: The knowledge that tells which place holds which.
    """
    if len(scenes) == 1:
        return scenes[0]
    scenes = sorted(scenes, key=lambda scene: scene.headline)
    first = scenes[0]
    out = Scene()
    out.__dict__.update(first.__dict__)
    for scene in scenes[1:]:
        if scene.place is not None and _better_place(scene, out, knowledge):
            out.place, out.places, out.relation = scene.place, scene.places, scene.relation
            out.place_evidence = scene.place_evidence
        if scene.date is not None and (
            out.date is None or _stated(scene.date_evidence) and not _stated(out.date_evidence)
        ):
            out.date, out.date_evidence = scene.date, scene.date_evidence
        if scene.cause is not None and (
            out.cause is None
            or _stated(scene.cause_evidence)
            and (not _stated(out.cause_evidence) or out.cause in ("clashes", "other", "bombing"))
        ):
            out.cause, out.cause_evidence = scene.cause, scene.cause_evidence
            out.conflict_related = scene.conflict_related
        if scene.perpetrators and (
            not out.perpetrators
            or out.perpetrators[0].actor is None
            and scene.perpetrators[0].actor is not None
            or _stated(scene.perpetrator_evidence)
            and not _stated(out.perpetrator_evidence)
            and (scene.perpetrators[0].actor is not None or out.perpetrators[0].actor is None)
        ):
            out.perpetrators, out.perpetrator_evidence = scene.perpetrators, scene.perpetrator_evidence
        if out.side is None and out.group is None and (scene.side is not None or scene.group is not None):
            out.side, out.group, out.side_evidence = scene.side, scene.group, scene.side_evidence
        if out.claim is None:
            out.claim = scene.claim
        out.names = tuple(dict.fromkeys((*out.names, *scene.names)))
        if out.includes_attacker is None:
            out.includes_attacker = scene.includes_attacker
    return out


def _stated(evidence: tuple[Words, ...]) -> bool:
    return any(basis == "stated" for _, _, basis in evidence)


def _better_place(new: Scene, old: Scene, knowledge: Knowledge) -> bool:
    """Tell whether the place of another statement says more."""
    if old.place is None or new.place is None:
        return old.place is None
    within = knowledge.cached(Surroundings)
    if old.place in within(new.place):
        return True
    return (
        _stated(new.place_evidence) and not _stated(old.place_evidence) and new.place not in within(old.place)
    )
