"""Claims: what somebody other than the newspaper says, in words of the text."""

from __future__ import annotations

from typing import Literal

import attrs

from libya_news.model.interval import Days
from libya_news.model.span import Mention

SpeakerKind = Literal[
    "official",
    "military",
    "armed_group",
    "police",
    "medical",
    "witness",
    "resident",
    "relative",
    "media",
    "ngo",
    "un",
    "expert",
    "diplomat",
    "document",
    "anonymous",
    "unknown",
]
Polarity = Literal["asserts", "denies"]
Certainty = Literal["certain", "hedged", "unverified"]
Interest = Literal["own_dead", "enemy_dead", "third_party", "outsider"]


@attrs.frozen(kw_only=True)
class Speaker:
    """Who says it.

    Attributes:
        actor: Id of the named actor, or None.
        description: The speaker in words of the text; for a pronoun or role noun the antecedent's words.
        kind: What sort of source it is.
        named: Whether the text names the speaker.
        side: Id of the party to the conflict that the speaker belongs to on that date, or None.
        mention: The words that stand with this claim ("he", "the doctor"), or None.
    """

    actor: str | None = None
    description: str = ""
    kind: SpeakerKind = "unknown"
    named: bool = False
    side: str | None = None
    mention: Mention | None = None


@attrs.frozen(kw_only=True)
class Claim:
    """A statement that the article reports; the newspaper's own voice is no claim.

    Attributes:
        id: ``claim-<start of the cue>``.
        speaker: The innermost source.
        chain: The other sources of nested reporting, outermost first.
        cue: The words that report ("said", "according to"), or None.
        content: From the first to the last spoken words, without the outer quotation marks.
        pieces: The spoken words where they are broken by others; one piece where they are not.
        direct: Whether the words are in quotation marks.
        polarity: ``asserts`` or ``denies``.
        certainty: ``certain``, ``hedged`` ("believed to"), ``unverified`` ("could not be confirmed").
        said_on: The days on which it was said, or None.
        via: The outlet spoken to, or None.
        denies: Id of the claim that this one denies, or None.
        mode: Optional: ``direct``, ``indirect``, ``mixed`` or ``outlet``.
        cue_class: Optional: what the speaker does ("statement", "denial", "admission", "warning").
        said_in: Optional: id of the place where it was said.
        interest: Optional: how the speaker stands to the harm it reports.
    """

    id: str
    speaker: Speaker
    chain: tuple[Speaker, ...] = ()
    cue: Mention | None
    content: Mention
    pieces: tuple[Mention, ...]
    direct: bool = False
    polarity: Polarity = "asserts"
    certainty: Certainty = "certain"
    said_on: Days | None = None
    via: str | None = None
    denies: str | None = None
    mode: str | None = None
    cue_class: str | None = None
    said_in: str | None = None
    interest: Interest | None = None
