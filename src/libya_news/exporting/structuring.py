"""How records are built from plain dictionaries: strict about types, forgiving about unknown keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from cattrs import Converter, transform_error
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from libya_news.model.casualty import Victims
from libya_news.model.count import Count
from libya_news.model.record import Record


def record_converter() -> Converter:
    """A converter for every type of the record; it never turns a value of one type into another."""
    converter = Converter()

    def plain(kind: type, name: str) -> None:
        def check(value: Any, _: object) -> Any:
            if type(value) is not kind:
                raise ValueError(f"{value!r} is no {name}")
            return value

        converter.register_structure_hook(kind, check)

    plain(str, "string")
    plain(int, "whole number")
    plain(bool, "true or false")

    def number(value: Any, _: object) -> float:
        if type(value) not in (int, float):
            raise ValueError(f"{value!r} is no number")
        return float(value)

    def day(value: Any, _: object) -> dt.date:
        if type(value) is str and len(value) == 10:
            return dt.date.fromisoformat(value)
        raise ValueError(f"{value!r} is no day like 2017-07-02")

    def moment(value: Any, _: object) -> dt.datetime:
        if type(value) is str and len(value) > 10:
            return dt.datetime.fromisoformat(value)
        raise ValueError(f"{value!r} is no time like 2017-07-02T23:30:00+02:00")

    converter.register_structure_hook(float, number)
    converter.register_structure_hook(dt.datetime, moment)
    converter.register_structure_hook(dt.date, day)

    # Strings and objects can be iterated too, but neither is a list of anything.
    def tuples(kind: Any) -> Any:
        lists: Any = list[get_args(kind)[0]]  # type: ignore[misc]
        items = list_structure_factory(lists, converter)

        def structure(value: Any, _: object) -> tuple[Any, ...]:
            if not isinstance(value, list | tuple):
                raise ValueError(f"{value!r} is no list")
            return tuple(items(value, list))

        return structure

    def is_tuple(kind: Any) -> bool:
        origin: Any = get_origin(kind)
        return origin is tuple

    converter.register_structure_hook_factory(is_tuple, tuples)
    converter.register_structure_hook(
        Victims, make_dict_structure_fn(Victims, converter, class_=override(rename="class"))
    )
    bare_count = make_dict_structure_fn(Count, converter)

    def count(value: Mapping[str, Any], kind: Any) -> Count:
        made: Count = bare_count(value, kind)
        problem = made.problem()
        if problem is None and "best" in value and value["best"] != made.best:
            problem = f"best is {value['best']!r}, but the bounds and the qualifier give {made.best!r}"
        if problem is not None:
            raise ValueError(problem)
        return made

    converter.register_structure_hook(Count, count)
    return converter


def told(error: Exception) -> str:
    """What is wrong with the dictionaries, and where, in one line of at most three faults."""
    faults = transform_error(error, format_exception=_fault)
    shown = "; ".join(fault.replace("$.", "", 1) for fault in faults[:3])
    more = f"; and {len(faults) - 3} more" if len(faults) > 3 else ""
    return f"this is no record of the format: {shown}{more}"


def _fault(error: BaseException, _: type | None) -> str:
    if isinstance(error, KeyError):
        return f"the key {error.args[0]!r} is missing"
    if isinstance(error, ValueError | TypeError):
        return str(error)
    return f"invalid value ({type(error).__name__}: {error})"


def broken_promise(record: Record) -> str | None:
    """The first promise of the format that a record does not keep (offsets, ids, evidence), or None."""
    text = record.article.text
    for m in record.mentions():
        if not m.holds_in(text):
            return f"article.text[{m.start}:{m.end}] is not {m.exact!r}"
    claims = {c.id for c in record.claims}
    casualties = {c.id for c in record.casualties}
    if len(claims) < len(record.claims) or len(casualties) < len(record.casualties):
        return "two claims or two casualties have the same id"
    for claim in record.claims:
        if claim.denies is not None and claim.denies not in claims:
            return f"claim {claim.id} denies {claim.denies!r}, which the record does not hold"
    for c in record.casualties:
        for wanted in (*c.claims, *(() if c.claim is None else (c.claim,))):
            if wanted not in claims:
                return f"casualty {c.id} rests on claim {wanted!r}, which the record does not hold"
        for wanted in (*c.supersedes, *(() if c.part_of is None else (c.part_of,))):
            if wanted not in casualties:
                return f"casualty {c.id} points to casualty {wanted!r}, which the record does not hold"
        if not any(e.field == "count" for e in c.evidence):
            return f"casualty {c.id} has no evidence for its count"
    return None
