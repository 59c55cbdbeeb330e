"""Claims: what somebody other than the newspaper says, who it is, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.claims_cues import read_cue
from libya_news.parsing.claims_found import Found
from libya_news.parsing.claims_frames import Cue
from libya_news.parsing.claims_phrases import PhraseCue, read_passive, read_phrase
from libya_news.parsing.claims_reading import ClaimReader
from libya_news.parsing.claims_text import (
    ADV,
    DET,
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
    )
    return write_claims(view, find(view), doc)


# A cue word after one of these is a noun ("the report", "an order").
_NOMINAL = DET | OF | POSS


def find(view: View) -> list[Found]:
    """Return the claims of a text in token ranges."""
    know = view.know
    inside = _direct_ranges(view)
    cues: list[Cue | PhraseCue] = []
    at = 0
    for match in know.trigger.finditer(view.tags):
        i = match.start()
        if view.bits[i] & NAME or view.bits[i] == 0:
            continue
        while at < len(inside) and inside[at][1] <= i:
            at += 1
        if at < len(inside) and inside[at][0] <= i:
            continue
        word = view.low[i]
        done = False
        for phrase in know.phrases.get(word, ()):
            cue = read_phrase(view, i, phrase, 0, view.n)
            if cue is not None:
                cues.append(cue)
                done = cue.side != "right" or cue.outer == (0, 0)
                break
        if done:
            continue
        if view.low[i + 1 : i + 2] == ["by"]:
            cue = read_passive(view, i, 0)
            if cue is not None:
                cues.append(cue)
                continue
        if (
            i
            and view.bits[i - 1] & _NOMINAL
            and not view.bits[i - 1] & (PRON | NAME | ADV)
            and view.low[i - 1] not in ("each", "both")
        ):
            continue
        for entry in know.cues.get(word, ()):
            if (
                entry.tail
                and entry.tail[0] not in view.low[i + 1 : i + 3]
                and (entry.tail[0] not in ("for", "on", "to") or entry.tail[0] not in view.low[i + 1 : i + 9])
            ):
                continue
            verb = read_cue(view, i, entry)
            if verb is not None:
                if cues and isinstance(cues[-1], Cue) and cues[-1].last > verb.first:
                    break
                cues.append(verb)
                break
    cues.sort(key=lambda c: c.first)
    groups = [
        (c.subject.first, c.subject.last)
        for c in cues
        if isinstance(c, Cue) and c.subject.kind == "noun" and c.subject.last <= c.first
    ]
    cues = [c for c in cues if isinstance(c, PhraseCue) or not any(a <= c.first < b for a, b in groups)]
    return ClaimReader(view, cues).read()


def _direct_ranges(view: View) -> list[tuple[int, int]]:
    """Return the token ranges of closed quotations, in which nobody else speaks."""
    rows = [(q.first, q.last) for q in view.quotes if q.closed and not q.inner and q.last - q.first > 3]
    for first, last in view.tokens.paragraphs:
        # "(Adds ministry comment)": what the desk did, not what was said
        if view.bits[first] & LPAR and view.bits[last - 1] & RPAR:
            rows.append((first, last))
    rows.sort()
    return rows
