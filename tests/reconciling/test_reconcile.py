"""Laws of reconciling, on random records, and decisions by hand."""

from __future__ import annotations

import random
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconciling.dossiers import count, load
from tests.strategies import records

from libya_news.benchmark.growth import b_cubed, sample
from libya_news.errors import InputError, UnknownId
from libya_news.model import Incident, Record
from libya_news.reconciling.decisions import Decision, Decisions
from libya_news.reconciling.incidents import reconcile
from libya_news.reconciling.tolls import TOLL_POLICIES

many = st.lists(records(), max_size=4, unique_by=lambda r: r.article.id)


@settings(max_examples=40)
@given(many, st.randoms(use_true_random=False), st.sampled_from(sorted(TOLL_POLICIES)))
def test_order_never_matters_and_nothing_raises(
    stories: list[Record], rng: random.Random, policy: str
) -> None:
    want = reconcile(stories, policy=policy)
    rng.shuffle(stories)
    assert reconcile(stories, policy=policy) == want
    assert reconcile([*stories, *stories], policy=policy) == want


@settings(max_examples=40)
@given(many)
def test_every_casualty_of_persons_is_in_one_incident(stories: list[Record]) -> None:
    members = [(m.article, m.casualty) for i in reconcile(stories) for m in i.members]
    assert len(members) == len(set(members))
    wanted = {(r.article.id, c.id) for r in stories for c in r.casualties if c.count.unit == "persons"}
    assert set(members) == wanted


@settings(max_examples=40)
@given(many, st.sampled_from(sorted(TOLL_POLICIES)))
def test_a_number_rests_on_statements_and_unknown_is_never_zero(stories: list[Record], policy: str) -> None:
    counts = {(r.article.id, c.id): c.count for r in stories for c in r.casualties}
    for incident in reconcile(stories, policy=policy):
        for toll in incident.tolls:
            for bound in (toll.low, toll.best, toll.high):
                assert (bound.value is None) == (not bound.members)
                if bound.value == 0:
                    assert any(0 in (counts[m.article, m.casualty].low, counts[m.article, m.casualty].high)
                               for m in bound.members)  # fmt: skip
            low, high = toll.low.value, toll.high.value
            assert low is None or high is None or low <= high


@pytest.mark.parametrize("seed", range(3))
def test_made_incidents_are_found(seed: int) -> None:
    made = sample(1500, seed)
    records_ = list(made.records)
    found = reconcile(records_)
    assert b_cubed(made.truth, found)[2] >= 0.95
    random.Random(seed).shuffle(records_)  # noqa: S311
    assert reconcile(records_) == found


def dossier(name: str) -> tuple[Record, ...]:
    return next(d.records for d in load() if name in d.name)


def home(incidents: tuple[Incident, ...]) -> dict[tuple[str, str], Incident]:
    return {(m.article, m.casualty): i for i in incidents for m in i.members}


def keys(stories: tuple[Record, ...], article: str) -> list[tuple[str, str]]:
    return [(r.article.id, c.id) for r in stories if r.article.id == article for c in r.casualties]


def test_same_and_different_are_applied_and_taken_back() -> None:
    stories = dossier("daily_clashes")
    plain = reconcile(stories)
    monday, tuesday = keys(stories, "s1")[0], keys(stories, "s3")[0]
    wednesday = [keys(stories, "s4")[0], keys(stories, "s5")[0]]
    decisions = (
        Decisions()
        .decided(Decision(kind="same", members=(monday, tuesday), by="RT", note="one battle"))
        .decided(Decision(kind="different", members=tuple(wednesday)))
    )
    decided = home(reconcile(stories, decisions=decisions))
    assert decided[monday].id == decided[tuesday].id
    assert decided[wednesday[0]].id != decided[wednesday[1]].id
    back = decisions
    for d in decisions.all:
        back = back.taken_back(d.id)
    assert [d.taken_back for d in back.all] == [True, True]
    assert reconcile(stories, decisions=back) == plain
    with pytest.raises(UnknownId):
        back.taken_back(decisions.all[0].id)


def test_different_splits_one_story_too() -> None:
    stories = dossier("market")
    killed, wounded = keys(stories, "a1")
    decisions = Decisions().decided(Decision(kind="different", members=(killed, wounded)))
    decided = home(reconcile(stories, decisions=decisions))
    assert decided[killed].id != decided[wounded].id


def test_a_locked_incident_gains_and_loses_nothing() -> None:
    stories = dossier("market")
    mine = (keys(stories, "a1")[0], keys(stories, "c1")[0])
    decisions = Decisions().decided(Decision(kind="locked", members=mine))
    incident = home(reconcile(stories, decisions=decisions))[mine[0]]
    assert incident.locked
    assert {(m.article, m.casualty) for m in incident.members} == set(mine)


def test_decisions_that_contradict_each_other_are_refused() -> None:
    pair = (("a", "killed-0-3"), ("b", "killed-0-3"))
    same = Decisions().decided(Decision(kind="same", members=pair))
    with pytest.raises(InputError, match="take one back"):
        same.decided(Decision(kind="different", members=pair))
    same.taken_back(same.all[0].id).decided(Decision(kind="different", members=pair))
    with pytest.raises(InputError, match="too few"):
        Decisions().decided(Decision(kind="same", members=pair[:1]))
    locked = Decisions().decided(Decision(kind="locked", members=pair))
    with pytest.raises(InputError, match="adds to"):
        locked.decided(Decision(kind="same", members=(pair[0], ("c", "killed-0-3"))))


def test_decisions_are_saved_and_read_back() -> None:
    pair = (("a", "killed-0-3"), ("b", "killed-0-3"))
    made = Decisions().decided(
        Decision(kind="same", members=pair, by="RT", on="2020-01-02", note="same \u2018van\u2019")
    )
    assert Decisions.from_jsonl(made.to_jsonl()) == made
    with pytest.raises(InputError, match=r"line 1|no decision"):
        Decisions.from_jsonl('{"kind": "maybe", "members": []}', source="d.jsonl")


def test_two_stories_with_one_id_are_refused() -> None:
    first, second, *_ = dossier("market")
    with pytest.raises(InputError, match="give each its own"):
        reconcile([first, attrs.evolve(second, article=attrs.evolve(second.article, id=first.article.id))])


def test_ids_do_not_depend_on_the_other_stories() -> None:
    stories = dossier("other_cities")
    whole = home(reconcile(stories))
    part = home(reconcile(stories[:2]))
    assert all(whole[k].id == part[k].id for k in part)


def test_incidents_are_sorted_by_day() -> None:
    days = [i.date.start for d in load() for i in reconcile(d.records) if i.date and i.date.start]
    assert days
    for d in load():
        dated = [i.date.start for i in reconcile(d.records) if i.date and i.date.start]
        assert all(a <= b for a, b in pairwise(dated))


def test_count_words_of_dossiers() -> None:
    assert count("x", ">=9").low == 9
    assert count("x", "9-12").high == 12
