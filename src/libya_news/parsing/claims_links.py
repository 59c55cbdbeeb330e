"""Claims among each other: who denies what, which claim covers a span, whose dead are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from libya_news.parsing.claims_text import ANAPHOR, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libya_news.model.casualty import Casualty
    from libya_news.model.claim import Claim, Interest, Speaker
    from libya_news.parsing.claims_found import Found

_COMMON = frozenset(
    "have been were that this with from they their them there which while after before other about".split()
)
_WINDOW = 40  # claims on each side in which a denied claim is looked for
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


def with_interests(claims: Sequence[Claim], casualties: Sequence[Casualty]) -> tuple[Claim, ...]:
    """Return the claims with the interest of their speakers in the harm they report.

    A claim about the dead of its speaker's side and of the enemy's has no one interest and keeps None.

    Args:
        claims: Claims of one article.
        casualties: Its casualties, each with the claim it rests on.
    """
    told: dict[str, set[Interest]] = {}
    for casualty in casualties:
        if casualty.claim is not None and casualty.interest is not None:
            told.setdefault(casualty.claim, set()).add(casualty.interest)
    return tuple(
        [
            evolve(claim, interest=next(iter(told[claim.id]))) if len(told.get(claim.id, ())) == 1 else claim
            for claim in claims
        ]
    )


def denied_by(view: View, rows: Sequence[Found]) -> dict[int, int]:
    """Return for each denial, by its place among the claims, the place of the claim that it denies.

    A denial meets somebody else's claim by the words they share; one that only points back ("denied the
    accusation") meets the nearest claim before it.
    """
    out: dict[int, int] = {}
    denials = [k for k, row in enumerate(rows) if row.mode == "denial"]
    if not denials:
        return out
    number = view.tokens.sentence_of
    stems: dict[int, frozenset[str]] = {}

    def stems_of(k: int) -> frozenset[str]:
        if k not in stems:
            stems[k] = _stems(view, rows[k])
        return stems[k]

    for k in denials:
        row = rows[k]
        target, best = -1, 0.0
        for j in range(max(0, k - _WINDOW), min(len(rows), k + _WINDOW)):
            other = rows[j]
            if j == k or other.mode == "denial" or _same(view, other, row):
                continue
            if other.content.pieces == row.content.pieces:
                target = j
                break
            shared = len(stems_of(j) & stems_of(k))
            score = shared / (min(len(stems_of(j)), len(stems_of(k))) or 1)
            if shared >= 2 and score >= 0.4 and score > best:
                target, best = j, score
        if target < 0 and _anaphoric(view, row):
            for j in range(k - 1, max(0, k - _WINDOW) - 1, -1):
                if rows[j].mode != "denial" and not _same(view, rows[j], row):
                    if number[row.content.first] - number[rows[j].content.last - 1] <= 2:
                        target = j
                    break
        if target >= 0:
            out[k] = target
    return out


def _same(view: View, a: Found, b: Found) -> bool:
    """Tell whether two claims have one speaker, by its words or by its last name."""
    if a.who.name != (0, 0) and b.who.name != (0, 0):
        return view.low[a.who.name[1] - 1] == view.low[b.who.name[1] - 1]
    return view.low[slice(*a.who.words)] == view.low[slice(*b.who.words)]


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
