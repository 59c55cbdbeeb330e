"""Sets of casualties in UCDP's columns: parts take their share of a total and are never added to it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import records

from libya_news.model import Casualty, Count, Evidence, Record, Victims
from libya_news.reconciling.breakdown import UcdpDeaths, standing, ucdp_deaths

A, B = "libyan-national-army", "islamic-state-libya"


def made(
    name: str,
    count: Count | int,
    *,
    harm: Any = "killed",
    class_: Any = "unspecified",
    side: str | None = None,
    **more: Any,
) -> Casualty:
    return Casualty(
        id=name,
        harm=harm,
        count=Count.exact(count) if isinstance(count, int) else count,
        victims=Victims(class_=class_, side=side),
        evidence=(Evidence(0, 1, "x", "count"),),
        **more,
    )


def test_columns() -> None:
    found = ucdp_deaths(
        [
            made("a", 5, class_="military", side=A),
            made("b", Count.at_least(9), class_="militant", side=B),
            made("c", 2, class_="child"),
            made("d", 20, harm="wounded"),
        ],
        side_a=A,
        side_b=B,
    )
    assert found == UcdpDeaths(deaths_a=5, deaths_b=9, deaths_civilians=2, low=16, best=16, high=None)


def test_a_part_takes_its_share_of_the_total() -> None:
    found = ucdp_deaths([made("a", 12), made("b", 4, class_="civilian", part_of="a")], side_a=A, side_b=B)
    assert found == UcdpDeaths(deaths_civilians=4, deaths_unknown=8, low=12, best=12, high=12)


def test_parts_that_cross_say_nothing_of_the_rest() -> None:
    people = [
        made("a", 5, side=A),
        made("b", 4, class_="woman", part_of="a"),
        made("c", 3, class_="medic", part_of="a"),
    ]
    assert ucdp_deaths(people, side_a=A, side_b=B).best == 5


def test_unknown_families_and_superseded_count_nobody() -> None:
    assert ucdp_deaths([made("a", Count.unknown())], side_a=A, side_b=B) == UcdpDeaths()
    assert ucdp_deaths([made("a", Count.exact(9, unit="families"))], side_a=A, side_b=B) == UcdpDeaths()
    corrected = [made("a", 19), made("b", 9, supersedes=("a",))]
    assert ucdp_deaths(corrected, side_a=A, side_b=B).best == 9


def test_running_total_increment_and_month() -> None:
    people = [
        made("a", 5, kind="increment"),
        made("b", 60, kind="cumulative"),
        made("c", 300, kind="aggregate"),
    ]
    assert [c.id for c in standing(people)] == ["b"]


def test_of_rivals_the_lower_is_taken() -> None:
    assert [c.id for c in standing([made("a", 14, claim="x"), made("b", 9, claim="y")])] == ["b"]


@given(records())
def test_parts_are_never_added_and_unknown_is_never_zero(record: Record) -> None:
    found = ucdp_deaths(record.casualties, side_a=A, side_b=B)
    tops = standing([c for c in record.casualties if c.harm == "killed" and c.count.unit == "persons"])
    assert found.best is None or found.best <= sum(c.count.low or 0 for c in tops)
    if found.best == 0:
        assert any(c.count.low == 0 for c in tops)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_the_columns_add_up_to_the_total(total: int, one: int, two: int) -> None:
    people = [
        made("a", total),
        made("b", one, class_="civilian", part_of="a"),
        made("c", two, class_="military", side=A, part_of="a"),
    ]
    assert ucdp_deaths(people, side_a=A, side_b=B).best == total
