"""The party that victims are counted for, and what a party's name or "the brigade" means on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from libya_news.parsing.scene_view import View


class Side(NamedTuple):
    """The party and the unit of victims, and the tokens that name them."""

    side: str | None
    group: str | None
    first: int
    last: int


UNITS = frozenset(
    "brigade battalion militia force forces army division regiment coalition council group".split()
)
_POINTING = frozenset(("the", "those", "these", "that", "this"))
_BACK = 14  # names before "the brigade" among which it is looked for


def of_party(view: View, actor: str, first: int, last: int) -> Side | None:
    """Return the side for which an actor's dead are counted that day; None for no armed party."""
    knowledge = view.document.knowledge
    if not knowledge.has_actor(actor):
        return (
            Side(None, actor, first, last)
            if not view.words.units.isdisjoint(view.tokens.low[first:last])
            else None
        )
    if knowledge.actor(actor).kind == "community":
        return Side(actor, None, first, last)  # a tribe's or a town's own dead in its feud
    if knowledge.actor(actor).kind not in ("armed_group", "government", "state"):
        return None
    side = knowledge.side_of(actor, view.document.published)
    if knowledge.actor(actor).kind == "state":
        return Side(actor, None, first, last)
    return Side(side, actor if side != actor else None, first, last)


def told_unit(view: View, first: int, last: int, sentence: int) -> Side | None:
    """Return the party that "the brigade", or "it" as a subject, means: the one named last that it can be."""
    low = view.tokens.low
    noun = low[last - 1]
    if low[first] == noun and low[first - 1] in _POINTING:
        first -= 1
    pronoun = last - first == 1 and noun in ("it", "they")
    if not pronoun and (low[first] not in _POINTING or noun not in UNITS or last - first > 2):
        return None
    knowledge = view.document.knowledge
    seen: dict[str, Side] = {}
    for hit in view.names_back(first, _BACK):
        if hit.actor_id is None or hit.kind not in ("armed_group", "unknown_group", "government"):
            continue
        sentence_of, paragraph_of = view.tokens.sentence_of, view.tokens.paragraph_of
        if pronoun and (
            sentence_of[hit.first] < sentence_of[first] - 1 or paragraph_of[hit.first] < paragraph_of[first]
        ):
            break
        words = low[hit.first : hit.last]
        if not pronoun and noun not in words:
            known = knowledge.has_actor(hit.actor_id) and noun in knowledge.actor(
                hit.actor_id
            ).name.lower().split(" ")
            if not known:
                continue
        side = of_party(view, hit.actor_id, hit.first, hit.last)
        if side is not None:
            seen.setdefault(hit.actor_id, side)
            if not pronoun:
                break
    return next(iter(seen.values())) if len(seen) == 1 else None
