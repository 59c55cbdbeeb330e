"""Whether every value of a record names the words it was read from: for records that others wrote."""

from __future__ import annotations

from collections.abc import Iterator

from libya_news.model.casualty import Casualty
from libya_news.model.record import Record


def without_evidence(record: Record) -> tuple[str, ...]:
    """Tells which values of casualties name no words of the story, or a place that the record does not hold.

    Use it on records that another system or a coder wrote: ``from_dict`` refuses a figure without words, and reads a
    side, perpetrator, cause, place, day or source without words, so that such a record can be looked at. Records of
    ``parse`` give an empty tuple.

    Args:
        record: Any record.

    Returns:
        One sentence a value, in the order of the casualties. The publication day itself needs no words.
    """
    places = {place.id for place in record.places}
    told = []
    for c in record.casualties:
        fields = [field for field in _filled(c) if not c.evidence_for(field)]
        told += [f"casualty {c.id} names no words for its {field}" for field in fields]
        missing = sorted({*c.places, *(() if c.place is None else (c.place,))} - places)
        told += [
            f"casualty {c.id} has the place {place!r}, which the record does not hold" for place in missing
        ]
    return tuple(told)


def _filled(c: Casualty) -> Iterator[str]:
    if c.victims.side is not None:
        yield "side"
    if c.perpetrators:
        yield "perpetrator"
    if c.cause is not None:
        yield "cause"
    if c.place is not None:
        yield "place"
    if c.date is not None and c.date.basis != "publication":
        yield "date"
    if c.source is not None:
        yield "source"
