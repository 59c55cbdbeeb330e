"""Policies for one count: a bound never becomes a point unless the named policy says so; unknown is never
0.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.strategies import counts

from libya_news.errors import UnknownId
from libya_news.model import Count, Perpetrator, Relation
from libya_news.reconciling import codes, policies
from libya_news.reconciling.policies import COUNT_POLICIES, NOTHING, Estimate, acled, airwars, estimate, ibc

#: The policies whose rule is to take a bound for a number, and which bound.
TAKES_LOW = {"acled", "conservative", "ucdp"}


@given(counts())
def test_a_bound_never_becomes_a_point_unless_the_named_policy_says_so(count: Count) -> None:
    point = count.low if count.low is not None and count.low == count.high else None
    for name in COUNT_POLICIES:
        found = estimate(count, name)
        if name not in TAKES_LOW:
            assert found.best in (None, point), name
        if name not in TAKES_LOW and count.qualifier != "vague":
            assert found.low in (None, count.low), name
            assert found.high in (None, count.high), name
        if count.low is None:
            assert found.best is None, name
            assert found.low is None, name


@given(counts())
def test_unknown_is_never_zero(count: Count) -> None:
    if count.qualifier == "unknown":
        for name in COUNT_POLICIES:
            assert estimate(count, name) == NOTHING
        assert acled(count, unknown_as=10) in (10, None)
    for name in COUNT_POLICIES:
        found = estimate(count, name)
        if 0 in (found.low, found.best, found.high):
            assert 0 in (count.low, count.high), name


@given(counts())
def test_families_are_never_persons(count: Count) -> None:
    if count.unit == "families":
        for name in COUNT_POLICIES:
            assert estimate(count, name) == NOTHING


@given(counts())
def test_low_best_and_high_are_in_order(count: Count) -> None:
    for name in COUNT_POLICIES:
        numbers = estimate(count, name)
        found = (numbers.low, numbers.best, numbers.high)
        known = [n for n in found if n is not None]
        assert known == sorted(known), name


@pytest.mark.parametrize(
    ("count", "acled_", "ibc_", "airwars_"),
    [
        (Count.exact(44), 44, (44, 44), (44, 44)),
        (Count.at_least(20), 20, (20, None), (20, None)),
        (Count.more_than(20), 21, (21, None), (21, None)),
        (Count.up_to(20), None, (None, 20), (None, 20)),
        (Count.fewer_than(20), None, (None, 19), (None, 19)),
        (Count.between(20, 30), 20, (20, 30), (20, 30)),
        (Count.vague(24, "Dozens of people"), 12, (24, None), (24, 108)),
        (Count.vague(20, "tens of fighters"), 10, (20, None), (20, 90)),
        (Count.vague(200, "hundreds"), 100, (200, None), (200, 900)),
        (Count.vague(300, "several hundred"), 300, (300, None), (300, 900)),
        (Count.vague(3, "several"), 3, (3, None), (3, 9)),
        (Count.vague(17, "most of the 32 crew"), 17, (17, None), (17, None)),
        (Count.none("no one"), 0, (0, 0), (0, 0)),
        (Count.unknown("no toll"), None, (None, None), (None, None)),
        (Count.exact(300, unit="families"), None, (None, None), (None, None)),
    ],
)
def test_codebooks(count: Count, acled_: object, ibc_: object, airwars_: object) -> None:
    assert acled(count) == acled_
    assert ibc(count) == ibc_
    assert airwars(count) == airwars_


def test_an_unknown_number_is_what_the_caller_says_for_acled() -> None:
    assert acled(Count.unknown(), unknown_as=3) == 3


def test_an_unknown_policy_names_the_nearest() -> None:
    with pytest.raises(UnknownId, match="acled"):
        estimate(Count.exact(1), "acledd")


def test_ucdp() -> None:
    assert policies.ucdp(Count.exact(4)) == Estimate(4, 4, 4)
    assert policies.ucdp(Count.at_least(4)) == Estimate(4, 4, None)


def test_where_codes() -> None:
    assert codes.ucdp_where_prec("city") == 1
    assert codes.ucdp_where_prec("city", relation=Relation(20, "south")) == 2
    assert codes.ucdp_where_prec("city", several=True) == 2
    assert codes.ucdp_where_prec("district") == 4
    assert codes.ucdp_where_prec("country") == 6
    assert codes.ucdp_where_prec("water") == 7
    assert codes.ucdp_where_prec(None) is None
    assert codes.acled_geo_precision("region") == 3


def test_grading_words() -> None:
    army = Perpetrator(actor="army", description="the army", status="accused")
    denied = Perpetrator(actor="army", description="the army", status="denied")
    assert codes.airwars_grading(0) is None
    assert codes.airwars_grading(1) == "weak"
    assert codes.airwars_grading(2) == "fair"
    assert codes.airwars_grading(2, contested=True) == "contested"
    assert codes.airwars_grading(2, contested=True, confirmed_by_belligerent=True) == "confirmed"
    assert codes.airwars_strike_status([], 3) is None
    assert codes.airwars_strike_status([army], 1) == "single source claim"
    assert codes.airwars_strike_status([army], 2) == "likely"
    assert codes.airwars_strike_status([army], 2, declared=True) == "declared"
    assert codes.airwars_strike_status([denied], 2) == "contested"
