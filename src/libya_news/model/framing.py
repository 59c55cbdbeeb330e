"""Framing: loaded words, reported and never adopted."""

from __future__ import annotations

from typing import Literal

import attrs

from libya_news.model.span import Mention

FramingKind = Literal["loaded_label", "distancing", "scare_quote"]


@attrs.frozen(kw_only=True)
class Framing:
    """A word that judges, with who uses it and about whom.

    Attributes:
        term: The word as used ("terrorists", "self-styled").
        neutral: A neutral word for the same, or None where there is none.
        about: Id of the actor it is said of, or None.
        used_by: ``newspaper``, or the id of the claim in which it stands.
        kind: ``loaded_label``, ``distancing`` ("so-called") or ``scare_quote``.
        mention: The words.
    """

    term: str
    neutral: str | None = None
    about: str | None = None
    used_by: str = "newspaper"
    kind: FramingKind = "loaded_label"
    mention: Mention
