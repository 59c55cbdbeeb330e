"""Claims: what somebody other than the newspaper says, who it is, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.claims_brackets import bracketed
from libya_news.parsing.claims_cues import QUALIFIED, read_cue
from libya_news.parsing.claims_found import Found
from libya_news.parsing.claims_frames import Cue
from libya_news.parsing.claims_paragraphs import join_paragraphs
from libya_news.parsing.claims_phrases import PhraseCue, read_passive, read_phrase
from libya_news.parsing.claims_posts import posted
from libya_news.parsing.claims_reading import ClaimReader
from libya_news.parsing.claims_text import (
    ADV,
    DET,
    KEY,
    LPAR,
    NAME,
    OF,
    POSS,
    PRON,
    RPAR,
    View,
    encode,
)
from libya_news.parsing.claims_words import claim_words
from libya_news.parsing.claims_writing import write_claims

if TYPE_CHECKING:
    from libya_news.model.claim import Claim
    from libya_news.parsing.document import Document


def find_claims(doc: Document) -> list[Claim]:
    """Return the claims of an article in the order of their cues.

    Args:
        doc: The article with its tokens, names and dates.
    """
    tags = encode(doc.tokens)
    if not claim_words().trigger.search(tags) and ":" not in doc.tokens.text and " -" not in doc.tokens.text:
        return []
    view = View(
        doc.tokens,
        tags,
        [(hit.first, hit.last) for hit in doc.names],
        [(hit.first, hit.last) for hit in doc.dates],
        [(hit.first, hit.last) for hit in doc.names if hit.kind in ("person", "unknown_person")],
        doc.knowledge.given,
        doc.quotes,
    )
    rows = find(view)
    aside = bracketed(view) if "(" in doc.tokens.text else []
    if " @" in doc.tokens.text:
        aside += posted(view, rows)
    if not aside:
        return write_claims(view, rows, doc)
    claims = write_claims(view, [*rows, *aside], doc)
    return sorted(claims, key=lambda claim: (claim.cue or claim.content).start)


_ALONE = frozenset(("each", "both", "another", "others", "some", "several", "many"))
# A cue word after one of these is a noun ("the report", "an order").
_NOMINAL = DET | OF | POSS


def find(view: View) -> list[Found]:
    """Return the claims of a text in token ranges."""
    know = view.know
    bits, low, n = view.bits, view.low, view.n
    phrases, verbs = know.phrases, know.cues
    inside = _direct_ranges(view)
    inside.append((n, n))
    cues: list[Cue | PhraseCue] = []
    at = done = 0
    for match in know.trigger.finditer(view.tags):
        i = match.start()
        flags = bits[i]
        if flags & NAME or not flags or i < done:
            continue
        while inside[at][1] <= i < n:
            at += 1
        if inside[at][0] <= i:
            continue
        word = low[i]
        if flags & KEY and word in phrases:
            phrase = next(filter(None, (read_phrase(view, i, p, 0, n) for p in phrases[word])), None)
            if phrase is not None:
                cues.append(phrase)
                if phrase.side != "right" or phrase.outer == (0, 0):
                    continue
        if i + 1 < n and low[i + 1] == "by":
            phrase = read_passive(view, i, 0)
            if phrase is not None:
                cues.append(phrase)
                continue
        before = bits[i - 1] if i else 0
        if before & _NOMINAL and not before & (PRON | NAME | ADV) and low[i - 1] not in _ALONE:
            continue
        for entry in verbs.get(word, ()):
            if entry.tail and not _tail_near(low, i, entry.tail[0]):
                continue
            verb = read_cue(view, i, entry)
            if verb is not None:
                cues.append(verb)
                done = verb.last
                break
    cues.sort(key=_place)
    covered = {
        k
        for cue in cues
        if isinstance(cue, Cue) and cue.subject.kind == "noun" and cue.subject.last <= cue.first
        for k in range(cue.subject.first, cue.subject.last)
    }
    kept = [cue for cue in cues if isinstance(cue, PhraseCue) or cue.first not in covered]
    return join_paragraphs(view, ClaimReader(view, kept).read())


def _place(cue: Cue | PhraseCue) -> int:
    return cue.first


def _tail_near(low: list[str], i: int, particle: str) -> bool:
    """Tell whether the particle of a cue follows it ("called ... for" may have a day between)."""
    return particle in low[i + 1 : i + (6 if particle in QUALIFIED else 3)] or (
        particle in ("for", "on", "to") and particle in low[i + 1 : i + 9]
    )


def _direct_ranges(view: View) -> list[tuple[int, int]]:
    """Return the token ranges of closed quotations, in which nobody else speaks."""
    rows = [(q.first, q.last) for q in view.quotes if q.closed and not q.inner and q.last - q.first > 3]
    for first, last in view.tokens.paragraphs:
        # "(Adds ministry comment)": what the desk did, not what was said
        if view.bits[first] & LPAR and view.bits[last - 1] & RPAR:
            rows.append((first, last))
    rows.sort()
    return rows
