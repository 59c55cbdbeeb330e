"""Claims that reach beyond their own words: "...", officials said, and two died; "Ten others" were hurt."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.model.claim import Claim
    from libya_news.parsing.scene import Scene
    from libya_news.parsing.scene_story import Story
    from libya_news.parsing.scene_view import View

# Words behind a comma with which a sentence goes on with what was said: "officials said, in fighting that left ..."
_ON = frozenset(
    ("and", "in", "leaving", "killing", "wounding", "injuring", "with", "including", "but", "as", "among")
)
# Words that begin a sentence which breaks down what the sentence before it counted.
_BREAKING_DOWN = frozenset(("victims", "dead", "wounded", "injured", "casualties", "fatalities"))


def continued_claim(story: Story, scenes: list[Scene], number: int) -> Claim | None:
    """Return the claim that a casualty outside of any claim still rests on, or None.

    Args:
        story: The story.
        scenes: The scenes of its casualties, in order; those before this one have their claims.
        number: The casualty.
    """
    view = story.view
    found = _across_cue(view, number)
    if found is not None or not number:
        return found
    inherited = _of_whole(story, scenes, number)
    if inherited is not None:
        return inherited
    victims, before = view.victims[number], view.victims[number - 1]
    far = victims.candidate.sentence - before.candidate.sentence
    paragraph_of = view.tokens.paragraph_of
    if far not in (0, 1) or paragraph_of[victims.first] != paragraph_of[before.first]:
        return None
    if far == 0 and scenes[number].claim is scenes[number - 1].claim:
        return None
    first, last = view.tokens.sentences[victims.candidate.sentence]
    opening = bisect_left(view.claim_starts, view.tokens.starts[first])
    if opening < len(view.claims) and view.claim_starts[opening] < view.tokens.ends[last - 1]:
        return None  # what is said in the sentence is told there
    breaks_down = not _BREAKING_DOWN.isdisjoint(view.tokens.low[first : first + 2])
    if not (story.counts_on(number) or breaks_down):
        return None
    claim = scenes[number - 1].claim
    if claim is None or claim.direct:
        return None  # only a report that lists its findings goes on listing
    return claim


def _of_whole(story: Story, scenes: list[Scene], number: int) -> Claim | None:
    """Return the claim of the number that a casualty is a part of, where the sentence of the part gives none."""
    candidate = story.view.victims[number].candidate
    if candidate.whole is None or candidate.sentence - candidate.whole.sentence not in (0, 1):
        return None
    at = story.number_of.get(id(candidate.whole), number)
    return scenes[at].claim if at < number else None


def _across_cue(view: View, number: int) -> Claim | None:
    """Return the claim whose cue stands between its words and those that tell of a casualty."""
    victims, tokens = view.victims[number], view.tokens
    offset = tokens.starts[victims.first]
    sentence = victims.candidate.sentence
    opening = tokens.starts[tokens.sentences[sentence][0]]
    for claim in view.claims[
        bisect_left(view.claim_starts, opening) : bisect_left(view.claim_starts, offset)
    ]:
        cue = claim.cue
        if cue is None or claim.direct:
            continue
        if (
            not claim.content.end <= cue.start < offset
            or tokens.sentence_of[tokens.token_at(cue.start)] != sentence
        ):
            continue
        end = max(cue.end, claim.speaker.mention.end if claim.speaker.mention is not None else 0)
        i = tokens.token_at(end - 1) + 1
        if end < offset and tokens.low[i : i + 1] == [","] and tokens.low[i + 1] in _ON:
            return claim
    return None
