"""Claims among each other: who denies what, which claim covers a span, whose dead are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from libya_news.parsing.claims_text import ANAPHOR, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.model.claim import Claim, Interest, Speaker
    from libya_news.parsing.claims_found import Found

_COMMON = frozenset(
    "have been were that this with from they their them there which while after before other about".split()
)
_OUTSIDERS = frozenset({"media", "un", "ngo", "expert", "diplomat", "document"})


def claim_at(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """Return the innermost claim whose words hold the code points `[start, end)`, or None.

    Use it to tell whose statement a figure is: where claims are nested, the shortest content wins; where two
    cues share one content ("Reuters reported four dead, citing a medic"), the one with the longer chain.

    Args:
        claims: Claims of one article.
        start: First code point of the span.
        end: The code point after the last.
    """
    best: Claim | None = None
    size = 0
    for claim in claims:
        content = claim.content
        if content.start <= start and end <= content.end:
            if len(claim.pieces) > 1 and not any(p.start <= start and end <= p.end for p in claim.pieces):
                continue
            length = content.end - content.start
            if best is None or length < size or (length == size and len(claim.chain) > len(best.chain)):
                best, size = claim, length
    return best


def interest_of(speaker: Speaker, victims_side: str | None, perpetrator_side: str | None) -> Interest | None:
    """Return how a speaker stands to the dead it reports, or None where sides are not known.

    Args:
        speaker: Who says it; its side is the one of the article's date.
        victims_side: Id of the party that the victims are counted for, or None.
        perpetrator_side: Id of the party said to have done it, or None.
    """
    if speaker.side is None:
        return "outsider" if speaker.kind in _OUTSIDERS else None
    if victims_side is not None:
        return "own_dead" if victims_side == speaker.side else "enemy_dead"
    if perpetrator_side is not None and perpetrator_side == speaker.side:
        return "enemy_dead"
    return "third_party"


def link_denials(view: View, rows: Sequence[Found], claims: list[Claim]) -> list[Claim]:
    """Return the claims with `denies` set where a denial meets an earlier claim of somebody else."""
    denials = [k for k, claim in enumerate(claims) if claim.polarity == "denies"]
    if not denials:
        return claims
    out = list(claims)
    stems = [_stems(view, row) for row in rows]
    number = view.tokens.sentence_of
    for k in denials:
        row, claim = rows[k], claims[k]
        target = -1
        best = 0.0
        for j, other in enumerate(claims):
            if j == k or other.polarity == "denies" or _same(other.speaker, claim.speaker):
                continue
            if other.content == claim.content:
                target, best = j, 2.0
                break
            shared = len(stems[j] & stems[k])
            smaller = min(len(stems[j]), len(stems[k])) or 1
            score = shared / smaller
            if shared >= 2 and score >= 0.4 and score > best:
                target, best = j, score
        if target < 0 and _anaphoric(view, row):
            near = [
                j
                for j in range(k)
                if claims[j].polarity == "asserts"
                and not _same(claims[j].speaker, claim.speaker)
                and number[row.content.first] - number[rows[j].content.last - 1] <= 2
            ]
            if near:
                target = near[-1]
        if target >= 0:
            out[k] = attrs.evolve(claim, denies=claims[target].id)
    return out


def _same(a: Speaker, b: Speaker) -> bool:
    return a.actor == b.actor if a.actor and b.actor else a.description == b.description


def _stems(view: View, row: Found) -> frozenset[str]:
    return frozenset(
        word[:5]
        for a, b in row.content.pieces
        for word in view.low[a:b]
        if len(word) > 3 and word not in _COMMON
    )


def _anaphoric(view: View, row: Found) -> bool:
    """Tell whether a denial only points back ("denied the accusation", "denied responsibility")."""
    first, last = row.content.pieces[0]
    return view.any(first, min(last, first + 4), ANAPHOR) and last - first <= 8
