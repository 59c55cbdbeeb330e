"""Sources named in brackets behind what they say: "Two men died in clashes (source: medics)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.claims_found import Found
from libya_news.parsing.claims_people import describe
from libya_news.parsing.claims_spans import Content

if TYPE_CHECKING:
    from libya_news.parsing.claims_text import View

_WORDS = frozenset({"source", "sources", "according"})


def bracketed(view: View) -> list[Found]:
    """Return a claim for every bracket that only names a source; its content is the sentence before the bracket."""
    tokens, low = view.tokens, view.low
    out: list[Found] = []
    for i in range(len(low) - 3):
        if low[i] not in ("(", "[") or low[i + 1] not in _WORDS or low[i + 2] not in (":", "to"):
            continue
        end = next((k for k in range(i + 3, min(i + 16, len(low))) if low[k] in (")", "]")), None)
        first = tokens.sentences[tokens.sentence_of[i]][0]
        colon = next((k for k in range(first, min(first + 8, i)) if low[k] == ":"), None)
        start = first if colon is None else colon + 1  # "Tobruk, Tuesday: three dead (source: medics)"
        if end is None or end == i + 3 or i - start < 3:
            continue
        who = describe(view, i + 3, end)
        out.append(
            Found((i + 1, i + 2), who, Content(((start, i),), "indirect"), "statement", "neutral", None)
        )
    return out
