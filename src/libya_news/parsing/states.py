"""Whether a name of a place and an actor means the actor ("France said") or the place ("in France")."""

from libya_news.knowledge.lookup import Knowledge
from libya_news.parsing.names import NameHit
from libya_news.text.tokens import Tokens

_AUXILIARIES = frozenset(
    ["has", "had", "also", "later", "have", "will", "would", "last", "first", "since", "again", "repeatedly"]
)
_INSTITUTIONS = frozenset(("institution", "media", "intl_org"))


def is_actor(hit: NameHit, tokens: Tokens, knowledge: Knowledge) -> bool:
    """Tell whether a hit that has an actor and a place means the actor.

    Institutions are both at once (a hospital speaks and is bombed); a state acts where it is the subject of
    a verb of saying or doing, or an ally ("Turkey-backed").
    """
    if hit.actor_id is None:
        return False
    if hit.place_id is None:
        return True
    if not knowledge.has_actor(hit.actor_id) or knowledge.kind_of(hit.actor_id) in _INSTITUTIONS:
        return True
    low, n, i = tokens.low, len(tokens.low), hit.last
    if i + 1 < n and low[i] == "-" and low[i + 1] in knowledge.sets["allied"]:
        return True
    before = low[hit.first - 1] if hit.first else "\n"
    if before in ("in", "from", "to", "near", "at", "of", "into", "outside", "across", "inside"):
        return False
    if i < n and low[i] in ('"', "“") and i + 1 < n:
        i += 1
    if i + 1 < n and low[i] in _AUXILIARIES and low[i + 1] in ("not", "never"):
        return True
    if i + 1 < n and low[i] in _AUXILIARIES and low[i + 1] in knowledge.sets["acts"]:
        return True
    if i < n and low[i] in knowledge.sets["acts"] and low[i] not in _AUXILIARIES:
        return True
    if i + 1 < n and low[i] == "'s" and low[i + 1] in knowledge.sets["organs"]:
        return True
    return before in ("by", "accused", "accuses") and knowledge.kind_of(hit.actor_id) == "state"
