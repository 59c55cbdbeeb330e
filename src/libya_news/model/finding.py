"""Findings: what a validator thinks a person should look at."""

from __future__ import annotations

from typing import Literal

import attrs

from libya_news.model.span import Mention

Severity = Literal["error", "warning", "info"]


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that is wrong, missing or worth knowing in a record.

    Attributes:
        code: The validator's code, for example ``LN301``.
        severity: ``error``, ``warning`` or ``info``.
        message: One sentence that says what is wrong and where.
        evidence: The words concerned, in text order.
    """

    code: str
    severity: Severity
    message: str
    evidence: tuple[Mention, ...] = ()
