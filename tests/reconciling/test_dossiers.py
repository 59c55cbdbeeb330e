"""Invented dossiers against their gold incidents: B-cubed F1, tolls within bounds, aggregates over their
raids.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.reconciling.dossiers import Dossier, b_cubed, in_bounds, load, read, through_parse

from libya_news.reconciling.incidents import reconcile
from libya_news.reconciling.tolls import TOLL_POLICIES

DOSSIERS = load()
F1, IN_BOUNDS = 0.90, 0.98
F1_READ = 0.90
F1_UNREAD = 0.64  # far below the aim: most of what is lost was not read, or not placed
UNREAD = Path(__file__).parent / "unread"


def test_there_are_twelve_dossiers_of_four_to_eight_stories() -> None:
    assert len(DOSSIERS) >= 12
    assert all(4 <= len(d.records) <= 8 for d in DOSSIERS)


def test_incidents_are_found() -> None:
    scores = [b_cubed(d.gold, reconcile(d.records))[2] for d in DOSSIERS]
    assert sum(scores) / len(scores) >= F1


def test_true_tolls_lie_within_the_bounds() -> None:
    rows = [row for d in DOSSIERS for row in in_bounds(d, reconcile(d.records))]
    assert sum(good for *_, good, _ in rows) / len(rows) >= IN_BOUNDS, [r for r in rows if not r[2]]


def test_incidents_are_found_in_the_stories_as_they_are_read() -> None:
    told = [through_parse(d) for d in DOSSIERS]
    found = [reconcile(d.records) for d in told]
    scores = [b_cubed(d.gold, incidents)[2] for d, incidents in zip(told, found, strict=True)]
    assert sum(scores) / len(scores) >= F1_READ
    rows = [row for d, incidents in zip(told, found, strict=True) for row in in_bounds(d, incidents)]
    assert sum(good for *_, good, _ in rows) / len(rows) >= IN_BOUNDS, [r for r in rows if not r[2]]


def test_dossiers_that_were_set_aside() -> None:
    """Written in another hand, without a look at how they are read: no parsing was mended for them.

    The one mechanism that they showed to be wrong, in reconciling, is that people killed and people taken by the same
    doers are one incident.
    """
    unread = [read(path) for path in sorted(UNREAD.glob("*.toml"))]
    scores = [b_cubed(d.gold, reconcile(d.records))[2] for d in unread]
    assert sum(scores) / len(scores) >= F1
    parsed = [through_parse(d) for d in unread]
    scores = [b_cubed(d.gold, reconcile(d.records))[2] for d in parsed]
    assert sum(scores) / len(scores) >= F1_UNREAD


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda d: d.name)
def test_an_aggregate_holds_the_incidents_inside_it_and_does_not_add_them(dossier: Dossier) -> None:
    incidents = reconcile(dossier.records)
    home = {(m.article, m.casualty): i for i in incidents for m in i.members}
    of = {label: home[key] for key, label in dossier.gold.items()}
    for whole, inside in dossier.parts.items():
        assert set(of[whole].parts) == {of[i].id for i in inside}


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda d: d.name)
@pytest.mark.parametrize("policy", sorted(TOLL_POLICIES))
def test_order_and_repetition_do_not_matter(dossier: Dossier, policy: str) -> None:
    want = reconcile(dossier.records, policy=policy)
    records = list(dossier.records) * 2
    for seed in range(3):
        random.Random(seed).shuffle(records)  # noqa: S311
        assert reconcile(records, policy=policy) == want


def test_stories_of_other_events_change_nothing() -> None:
    together = reconcile([r for d in DOSSIERS for r in d.records])
    apart = [i for d in DOSSIERS for i in reconcile(d.records)]
    assert sorted(together, key=lambda i: i.id) == sorted(apart, key=lambda i: i.id)


def named(name: str) -> Dossier:
    return next(d for d in DOSSIERS if name in d.name)


def test_an_update_supersedes_and_stays_visible() -> None:
    (incident,) = reconcile(named("market").records)
    roles = {(m.article, m.casualty): m.role for m in incident.members}
    assert [r for (a, c), r in roles.items() if a == "a1" and c.startswith("killed")] == ["superseded"]
    assert sorted(r for (a, _), r in roles.items() if a == "a2") == ["part", "statement"]


def test_copies_and_updates_of_an_agency_are_one_source() -> None:
    (incident,) = reconcile(named("market").records)
    # Reuters with its copy, the ministry's newspaper, AFP
    assert incident.independent_sources == 3
    assert incident.grading == "fair"


def test_a_bound_names_its_claim() -> None:
    (incident,) = reconcile(named("market").records)
    toll = incident.toll("killed")
    assert toll is not None
    assert (toll.low.value, toll.best.value, toll.high.value) == (14, 14, 16)
    assert [m.article for m in toll.low.members] == ["a2"]
    assert [m.article for m in toll.high.members] == ["c1"]
    assert toll.low.members[0].claim is not None


def test_policies_choose_differently_and_say_so() -> None:
    best = {}
    for policy in TOLL_POLICIES:
        (incident,) = reconcile(named("market").records, policy=policy)
        toll = incident.toll("killed")
        assert toll is not None
        assert toll.policy == policy
        best[policy] = toll.best.value
    assert best == {
        "conservative": 14,
        "latest": 14,
        "most-independent": 14,
        "ucdp": 14,
        "acled": 14,
        "airwars": None,
    }


def test_rival_tolls_of_the_sides_are_listed() -> None:
    (incident,) = reconcile(named("each_counts").records)
    toll = incident.toll("killed", "brigades-for-defence-of-benghazi")
    assert toll is not None
    assert (toll.low.value, toll.high.value) == (3, 15)
    assert any(c.field == "count" for c in incident.contradictions)


def test_a_denial_is_listed_and_counts_nobody() -> None:
    (incident,) = reconcile(named("disputed").records)
    assert any(c.field == "denial" for c in incident.contradictions)
    assert {m.role for m in incident.members if m.article == "g2"} == {"denied"}
    toll = incident.toll("killed")
    assert toll is not None
    assert toll.low.value != 0


def test_a_correction_makes_no_contradiction() -> None:
    (incident,) = reconcile(named("correction").records)
    assert not incident.contradictions
    toll = incident.toll("killed")
    assert toll is not None
    assert (toll.low.value, toll.high.value) == (9, 9)
