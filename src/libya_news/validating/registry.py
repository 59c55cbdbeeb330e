"""All validators, in the order of their codes, and the run of them over a record."""

from __future__ import annotations

from functools import cache

from libya_news.errors import UnknownId
from libya_news.model.finding import Finding
from libya_news.model.record import Record
from libya_news.validating.validator import Validator
from libya_news.validating.views import kinds_of

#: Codes that were handed out once and mean nothing any more; never used again.
RETIRED: frozenset[str] = frozenset()


@cache
def validators() -> tuple[Validator, ...]:
    """Every validator, in the order of the codes."""
    from libya_news.validating import (
        clocks,
        completeness,
        counts,
        framing,
        headlines,
        language,
        naming,
        nothing,
        publication,
        quotes,
        sourcing,
        tolls,
    )

    families = (
        language,
        counts,
        headlines,
        tolls,
        nothing,
        publication,
        clocks,
        sourcing,
        quotes,
        naming,
        framing,
        completeness,
    )
    found = [v for family in families for v in vars(family).values() if isinstance(v, Validator)]
    return tuple(sorted(found, key=lambda v: v.code))


def validator_of(code: str) -> Validator:
    """The validator with this code or name.

    Args:
        code: For example ``LN301`` or ``party-counts-own-dead``.

    Raises:
        UnknownId: There is none; names the nearest codes.
    """
    for v in validators():
        if code in (v.code, v.name):
            return v
    raise UnknownId("validator", code, (x for v in validators() for x in (v.code, v.name)))


def validate(record: Record) -> tuple[Finding, ...]:
    """Runs every validator over a record.

    A text that is not English gives that one finding: nothing was read from it that could be checked.

    Args:
        record: Any record, parsed or made by hand; its own findings are not looked at.

    Returns:
        The findings in the order of their first words (those without words first), then of their codes; the
        same record always gives the same ones.
    """
    first, *others = validators()
    found = list(first(record))
    if not found:
        present = kinds_of(record).present
        for v in others:
            if v.needs and v.needs not in present:
                continue
            for message, evidence in v.check(record):
                found.append(Finding(code=v.code, severity=v.severity, message=message, evidence=evidence))
        found.sort(key=_order)
    return tuple(found)


def _order(finding: Finding) -> tuple[int, str, str]:
    start = finding.evidence[0].start if finding.evidence else -1
    return start, finding.code, finding.message
