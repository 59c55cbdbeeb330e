"""News from abroad in a story about Libya: "In Yemen, drones killed five people" is no casualty of the conflict."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from libya_news.parsing.scope import of_none_left_out

if TYPE_CHECKING:
    from libya_news.model.claim import Claim
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.document import Document
    from libya_news.parsing.names import NameHit

# Libya's neighbours, on land and over the sea: what happens there belongs to its stories (borders, boats, raids).
_NEAR = frozenset("libya egypt sudan chad niger algeria tunisia italy malta greece".split())
_LIBYAN = frozenset("libya libyan libyans".split())
_OPENERS = frozenset("in across".split())
_BEFORE = frozenset("and but meanwhile , elsewhere also".split())
_QUARTERS = frozenset("the northern southern eastern western central neighbouring".split())
_BEHIND = frozenset((",", "meanwhile", "-", "–", "—", "on", "last", "yesterday", "today"))


def without_abroad(document: Document, candidates: list[Candidate], claims: list[Claim]) -> list[Candidate]:
    """Return the candidates without those of a sentence that opens in a country far away and names nothing Libyan.

    A story that names no place in Libya keeps them: it may be told from there. So does a statement that is
    made abroad ("In Paris, a diplomat said that 12 fighters had been killed").
    """
    if not candidates:
        return candidates
    names = document.names
    firsts = [hit.first for hit in names]
    far: dict[int, NameHit | None] = {}
    for s in {candidate.sentence for candidate in candidates}:
        first, last = document.tokens.sentences[s]
        far[s] = _opens_abroad(
            document, first, last, names[bisect_left(firsts, first) : bisect_left(firsts, last)]
        )
    if not any(far.values()) or not any(_in_libya(document, hit) for hit in names):
        return candidates
    statements = [(claim.content.start, claim.content.end) for claim in claims]
    kept = []
    for candidate in candidates:
        hit = far[candidate.sentence]
        if hit is not None:
            where, at = document.tokens.starts[hit.first], candidate.span[0]
            if not any(where < start <= at < end for start, end in statements):
                continue
        kept.append(candidate)
    return of_none_left_out(kept)


def _opens_abroad(document: Document, first: int, last: int, inside: list[NameHit]) -> NameHit | None:
    """Return the far place that a sentence opens with ("In Yemen,", "Meanwhile in northern Mali,"), or None."""
    low = document.tokens.low
    far = next((hit for hit in inside if hit.place_id is not None), None)
    if far is None or far.place_id is None or _country(document, far.place_id) in _NEAR:
        return None
    i = first
    while i < far.first and (low[i] in _BEFORE or low[i] == "\n"):
        i += 1
    if low[i] not in _OPENERS or not _QUARTERS.issuperset(low[i + 1 : far.first]):
        return None
    if far.last >= len(low) or low[far.last] not in _BEHIND or not _LIBYAN.isdisjoint(low[first:last]):
        return None
    return None if any(_libyan(document, hit) for hit in inside) else far


def _country(document: Document, place: str) -> str:
    """Return the id of the country of a place, "libya" where the knowledge does not tell it."""
    knowledge = document.knowledge
    if not knowledge.has_place(place):
        return "libya"
    return (place, *knowledge.within(place))[-1]


def _in_libya(document: Document, hit: NameHit) -> bool:
    if hit.place_id is None or not document.knowledge.has_place(hit.place_id):
        return False
    return _country(document, hit.place_id) == "libya"


def _libyan(document: Document, hit: NameHit) -> bool:
    """Tell whether a name is of Libya: a place there, or one of the parties to its conflict."""
    if _in_libya(document, hit):
        return True
    if hit.actor_id is None or hit.place_id is not None:
        return False
    return document.knowledge.side_of(hit.actor_id, document.published) is not None
