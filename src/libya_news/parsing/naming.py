"""Deciding what the spellings found in a text mean, from the rest of the text and its date."""

from datetime import date
from typing import Literal

from libya_news.knowledge.indexing import PLACE
from libya_news.knowledge.lookup import Knowledge
from libya_news.knowledge.nodes import Meanings
from libya_news.model.ids import slug
from libya_news.parsing.led_groups import free_of_counted, with_led_groups
from libya_news.parsing.names import NameHit, NameKind, Raw, Strength, raw_matches_within
from libya_news.parsing.states import is_actor
from libya_news.parsing.unknown_names import add_unknown
from libya_news.text.tokens import Tokens

_KIND_ORDER = (
    "city",
    "town",
    "country",
    "region",
    "village",
    "neighbourhood",
    "facility",
    "landmark",
    "road",
    "district",
)


class Scene:
    """What the sure names of a text say about the doubtful ones."""

    def __init__(self, raw: list[Raw], tokens: Tokens, knowledge: Knowledge, published: date | None) -> None:
        self.tokens = tokens
        self.knowledge = knowledge
        self.published = published
        places: set[str] = set()
        actors: set[str] = set()
        for _, _, _, candidates in raw:
            if candidates.place is not None:
                places.add(candidates.place)
            if candidates.actor is not None:
                actors.add(candidates.actor)
        self.actors = actors
        self.places: set[str] = set(places)
        for place in places:
            self.places.update(knowledge.within(place))
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words of the text, in lower case."""
        if self._words is None:
            self._words = frozenset(self.tokens.low)
        return self._words

    def has_context(self, place_id: str) -> bool:
        """Tell whether the text gives what a weak spelling of a place needs."""
        contexts = self.knowledge.place(place_id).context
        places = self.places
        if not contexts:
            return any(parent in places for parent in self.knowledge.within(place_id)[:1])
        for context in contexts:
            targets = self.knowledge.context_ids(context)
            if targets:
                if any(t in places for t in targets):
                    return True
            elif context.lower() in self.words:
                return True
        return False

    def best_place(self, ids: list[str]) -> str | None:
        """Return the one of several places of a name that the text means, or None."""
        if len(ids) == 1:
            return ids[0]
        near = [[p in self.places for p in self.knowledge.within(i)[:2]] for i in ids]
        ranks = [next((n for n, hit in enumerate(row) if hit), 9) for row in near]
        best = min(ranks)
        left = [i for i, rank in zip(ids, ranks, strict=True) if rank == best]
        if len(left) > 1:
            kinds = [self._kind_rank(i) for i in left]
            left = [i for i, k in zip(left, kinds, strict=True) if k == min(kinds)]
        return left[0] if len(left) == 1 else None

    def _kind_rank(self, place_id: str) -> int:
        kind = self.knowledge.place(place_id).kind
        return _KIND_ORDER.index(kind) if kind in _KIND_ORDER else len(_KIND_ORDER)

    def best_actor(self, ids: list[str]) -> str | None:
        """Return the one of several actors of a name that the date and the text mean, or None."""
        if len(ids) == 1:
            return ids[0]
        living = [i for i in ids if self.knowledge.active_on(i, self.published)] or ids
        if len(living) > 1:
            living = [i for i in living if i in self.actors] or living
        return living[0] if len(living) == 1 else None


def meaning(candidates: Meanings, scene: Scene, alone: bool) -> tuple[str | None, str | None, bool] | None:
    """Return the actor, the place and whether the name is strong; None if it means nothing here.

    A weak name of an actor counts `alone`, without a strong one in the text, where its print and words allow.
    """
    if candidates.foreign:  # somebody or something that the knowledge leaves out
        return None
    actor = scene.best_actor(candidates.strong_actors) if candidates.strong_actors else None
    place = scene.best_place(candidates.strong_places) if candidates.strong_places else None
    if actor or place:
        return actor, place, True
    weak_places = [i for i in candidates.any_places if scene.has_context(i)]
    place = scene.best_place(weak_places) if weak_places else None
    actor = weak_actor(candidates.weak_actors, scene, alone) if candidates.weak_actors else None
    return (actor, place, False) if actor or place else None


def weak_actor(ids: list[str], scene: Scene, alone: bool) -> str | None:
    """Return the actor that a weak name means by the date and by the strong names of the text, or None."""
    knowledge = scene.knowledge
    living = [i for i in ids if knowledge.active_on(i, scene.published)]
    named = [i for i in living if i in scene.actors]
    if len(named) == 1:
        return named[0]
    if named or not alone:
        return None
    official = [i for i in living if knowledge.kind_of(i) != "person"]
    if len(living) == 1 and official:
        libyan = scene.published is not None and "libya" in scene.places
        return official[0] if libyan or knowledge.kind_of(official[0]) == "intl_org" else None
    return None


def known_hit(raw: Raw, scene: Scene) -> NameHit | None:
    """Return the hit of a raw match, or None if it means nothing here."""
    first, i, last, candidates = raw
    knowledge, tokens = scene.knowledge, scene.tokens
    if candidates.sure:
        return _hit(first, i, last, candidates.actor, candidates.place, "strong", scene)
    words = tokens.words[i:last]
    foreign = i > 0 and tokens.low[i - 1] in knowledge.demonyms and tokens.low[i - 1] != "libyan"
    alone = len(words) > 1 and ("ministry" in words or _capitalised(words, knowledge)) and not foreign
    before = tokens.low[i - 2 : i] if i > 1 else []
    if before and before[1] in ("told", "tells") and len(words) == 1 and words[0].isupper():
        alone = True  # "told AP"
    if before and before[1] == "'s" and before[0] in ("un", "u.n.", "nations"):
        alone = True  # "the UN's migration agency"
    meant = meaning(candidates, scene, alone)
    if meant is None and last - i == 1 and (quarter := _quarter(candidates, i, scene)) is not None:
        meant = None, quarter, False
    if meant is None:
        return unknown_ministry(raw, scene)
    actor, place, strong = meant
    words_ = tokens.words
    if not strong and last + 1 < len(words_) and words_[last] == "of" and words_[last + 1][0].isupper():
        return None  # "Tripoli-based Government" of National Unity
    return _hit(first, i, last, actor, place, "strong" if strong else "weak", scene)


_LOCATIVE = frozenset("in near outside around inside".split())
# "Confidence in Sabri", "an interest in Sabri": what is had in a person as well as in a place.
_HELD_IN = frozenset(
    "confidence trust faith belief believe believes believed trusts trusted interest interested hope hopes role share "
    "disappointed pride lies resides invested stake found saw sees seen".split()
)


def _quarter(candidates: Meanings, i: int, scene: Scene) -> str | None:
    """Return the quarter that a word means which is a surname too, in a text that does not name its city, or None.

    It does so where something happens in it wherever the text names it, and where the text names no other town:
    "shot dead in Sabri".
    """
    if len(candidates.any_places) != 1 or candidates.strong_actors or candidates.weak_actors:
        return None
    knowledge, low = scene.knowledge, scene.tokens.low
    place = candidates.any_places[0]
    if knowledge.place(place).kind != "neighbourhood" or not scene.tokens.words[i][:1].isupper():
        return None
    if any("libya" in knowledge.within(p)[1:] for p in scene.places):
        return None
    for at, word in enumerate(low):
        if word != low[i]:
            continue
        before = low[at - 1] if at else ""
        after = low[at + 1] if at + 1 < len(low) else ""
        if before not in _LOCATIVE or after in ("'s", "\u2019s", "said", "and") or low[at - 2] in _HELD_IN:
            return None
        if (
            scene.tokens.words[at + 1 : at + 2]
            and after[:1].isalpha()
            and scene.tokens.words[at + 1][0].isupper()
        ):
            return None  # "in Sabri Hassan's house"
    return place


def _capitalised(words: list[str], knowledge: Knowledge) -> bool:
    """Tell whether a word beside the nationality has a capital: "Libyan Air Force", not "Libyan military"."""
    return any(w[0].isupper() and w.lower() not in knowledge.demonyms for w in words)


def _hit(
    first: int, i: int, last: int, actor: str | None, place: str | None, strength: Strength, scene: Scene
) -> NameHit | None:
    """Return the hit of an actor and a place; a state is an actor only where it acts."""
    tokens, knowledge = scene.tokens, scene.knowledge
    kind: NameKind = "place" if actor is None else knowledge.kind_of(actor)
    if place is None:
        hit = NameHit(first, last, actor, None, strength, kind)
        return hit if kind != "state" or is_actor(hit._replace(place_id=""), tokens, knowledge) else None
    while last - i > 1 and tokens.words[last - 1] in knowledge.sets["trimmed"]:
        last -= 1
    state = actor if kind == "state" else knowledge.state_of_capital(place) if actor is None else None
    if state is None:
        return NameHit(first, last, actor, place, strength, kind)
    hit = NameHit(first, last, state, place, strength, "state")
    if is_actor(hit, tokens, knowledge):
        return hit
    return NameHit(first, last, None, place, strength, "place")


def unknown_ministry(raw: Raw, scene: Scene) -> NameHit | None:
    """Return a ministry that the date leaves open between governments as an unknown group."""
    _, i, last, candidates = raw
    tokens, knowledge = scene.tokens, scene.knowledge
    ministry = any(w == "ministry" for w in tokens.low[i:last])
    if not ministry or (any(c.flags & PLACE for c in candidates) and len(candidates) == 1):
        return None
    first = i
    if i and tokens.low[i - 1] in knowledge.demonyms:
        first = i - 1
    return NameHit(first, last, slug(tokens.quote(first, last)), None, "weak", "unknown_group")


def resolve(
    raw: list[Raw], tokens: Tokens, knowledge: Knowledge, published: date | None, shapes: str
) -> list[NameHit]:
    """Return the names of a text: known ones decided, unknown ones added, groups of leaders joined."""
    scene = Scene(raw, tokens, knowledge, published)
    hits: list[NameHit] = []
    free = 0
    for match in raw:
        first, i, last, candidates = match
        if i < free:
            continue
        kind = candidates.kind
        if kind is None:
            kind = candidates.kind = _settled(candidates, tokens.words[i:last], knowledge)
        if kind:
            hits.append(NameHit(first, last, candidates.actor, candidates.place, "strong", kind))
            continue
        hit = known_hit(match, scene)
        if hit is not None:
            if hits and hit.kind == "intl_org" and tokens.low[hit.first - 1] == "'s":
                owner = hits[-1]
                if owner.actor_id == "united-nations" and owner.last == hit.first - 1:
                    hits.pop()
                    hit = hit._replace(first=owner.first)
            hits.append(hit)
        elif last - i > 1:
            begin = i + candidates.foreign
            for shorter in raw_matches_within(begin, last, tokens, knowledge):
                hit = known_hit(shorter, scene)
                if hit is not None:
                    hits.append(hit)
                    free = hit.last
    hits = add_unknown(free_of_counted(hits, tokens, knowledge), tokens, knowledge, shapes)
    return with_led_groups(hits, tokens, knowledge, published)


def _settled(candidates: Meanings, words: list[str], knowledge: Knowledge) -> NameKind | Literal[""]:
    """Return the kind of a name that means the same in every text, else nothing: `_hit` without the text."""
    if not candidates.sure:
        return ""
    actor, place = candidates.actor, candidates.place
    kind: NameKind = "place" if actor is None else knowledge.kind_of(actor)
    if kind == "state" or (place is not None and len(words) > 1 and words[-1] in knowledge.sets["trimmed"]):
        return ""
    if place is not None and actor is None and knowledge.state_of_capital(place) is not None:
        return ""
    return kind
