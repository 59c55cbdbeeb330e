"""Which events are joined: traps that look alike, and vague events that fit two."""

from __future__ import annotations

from typing import Any

import pytest
from tests.reconciling.dossiers import _record

from libya_news.model import Incident, Record
from libya_news.reconciling.incidents import reconcile
from libya_news.reconciling.sources import agency_of, publisher_of


def story(name: str, n: str = "5", **more: Any) -> Record:
    words = {"w": "The dead", "n": n, "incident": "x"}
    base = {
        "id": name,
        "text": f"The dead of {name} were counted by nobody we know.",
        "published": "2016-05-06",
        "outlet": f"{name} Post",
        "place": "sirte",
        "date": "2016-05-05",
        "cause": "shelling",
    }
    return _record({**base, "casualties": [words], **more})[0]


def together(*stories: Record) -> bool:
    return len(reconcile(stories)) == 1


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"n": "7"}, True),
        ({"place": "600-sirte"}, True),
        ({"cause": None}, True),
        ({"date": "2016-05-04/2016-05-06"}, True),
        ({"place": "derna"}, False),
        ({"place": None}, False),
        ({"place": "tripolitania"}, False),
        ({"place": "libya"}, False),
        ({"cause": "drowning"}, False),
        ({"date": "2016-05-09"}, False),
        ({"date": "2015-05-05"}, False),
        ({"date": "2016-05-06", "n": "9"}, False),
        ({"date": "2016-05-06"}, True),
        ({"kind": "aggregate"}, False),
        ({"date": None}, True),
        ({"date": None, "scope": "background"}, False),
        ({"date": None, "published": "2016-05-20"}, False),
    ],
)
def test_place_days_and_cause_decide(changes: dict[str, Any], same: bool) -> None:
    assert together(story("a"), story("b", **changes)) is same


def test_districts_of_one_city_are_two_places() -> None:
    assert not together(story("a", place="sabri"), story("b", place="laithi"))


def test_a_vague_event_that_fits_two_is_joined_to_neither() -> None:
    found = reconcile(
        [story("a", place="sabri"), story("b", place="laithi"), story("c", place="benghazi", n="6")]
    )
    assert len(found) == 3
    (vague,) = (i for i in found if i.place == "benghazi")
    assert len(vague.maybe_same) == 2


def test_a_month_is_joined_to_the_only_incident_it_can_mean() -> None:
    month = {"date": "2016-05-01/2016-05-31", "scope": "background", "published": "2016-08-01"}
    assert together(story("a"), story("b", **month))
    assert len(reconcile([story("a"), story("c", date="2016-05-20"), story("b", **month)])) == 3


def toll(incident: Incident) -> tuple[int | None, int | None]:
    found = incident.toll("killed")
    assert found is not None
    return found.low.value, found.high.value


def test_bounds_of_two_stories() -> None:
    for first, second, want in (
        ("9", "11", (9, 11)),
        (">=9", "11", (9, 11)),
        (">=20", "11", (11, None)),
        ("v24", "30", (30, 30)),
        ("?", "30", (30, 30)),
        ("<=20", "12", (12, 20)),
        ("?", "?", (None, None)),
    ):
        (incident,) = reconcile([story("a", n=first), story("b", n=second)])
        assert toll(incident) == want, (first, second)


def test_one_outlet_is_superseded_by_itself_and_not_by_another() -> None:
    later = {"published": "2016-05-07", "n": "9"}
    (same,) = reconcile([story("a", outlet="AFP"), story("b", outlet="AFP", **later)])
    (other,) = reconcile([story("a", outlet="AFP"), story("b", outlet="AP", **later)])
    assert toll(same) == (9, 9)
    assert toll(other) == (5, 9)
    assert (same.independent_sources, other.independent_sources) == (1, 2)


def test_a_toll_that_falls_without_a_word_is_told() -> None:
    (incident,) = reconcile(
        [story("a", outlet="AFP", n="9"), story("b", outlet="AFP", published="2016-05-07")]
    )
    assert [c.field for c in incident.contradictions] == ["correction"]


def test_agencies() -> None:
    credited = story("a", text="SIRTE (Reuters) - The dead were counted.")
    assert agency_of(credited.article) == "reuters"
    assert publisher_of(credited.article) == "reuters"
    assert agency_of(story("b", text="The dead were mourned. (AFP, staff)").article) == "afp"
    assert agency_of(story("c", text="The dead, said Apt, an ASAP firm.").article) is None
    assert publisher_of(story("d").article) == "d post"


def test_a_toll_that_rose_is_of_the_event_before_it_though_it_counts_the_newly_dead() -> None:
    first = story("a", "9")
    risen = _record(
        {
            "id": "b",
            "text": "The toll rose to 14 after two of the injured died.",
            "published": "2016-05-07",
            "place": "sirte",
            "date": "2016-05-06",
            "cause": "shelling",
            "incident": "x",
            "casualties": [
                {"w": "rose to 14", "n": "14", "kind": "cumulative"},
                {"w": "two of the injured", "n": "2"},
            ],
        }
    )[0]
    assert together(first, risen)
    far = story("c", "3")  # a toll may have risen from there, no matter how far
    assert together(far, risen)


def test_a_toll_of_several_days_takes_in_its_first_day_and_keeps_its_days() -> None:
    first = story("a", "5")
    running = story("b", "15", kind="cumulative", date="2016-05-05/2016-05-07", published="2016-05-07")
    (incident,) = reconcile([first, running])
    assert incident.date is not None
    assert [str(incident.date.start), str(incident.date.end)] == ["2016-05-05", "2016-05-07"]


def test_those_saved_from_a_boat_are_of_the_incident_in_which_others_drowned() -> None:
    def boat(*told: dict[str, str]) -> Record:
        return _record(
            {
                "id": "a",
                "text": "Eight drowned and 30 others were pulled out.",
                "published": "2016-05-06",
                "place": "zuwara",
                "date": "2016-05-05",
                "incident": "x",
                "casualties": list(told),
            }
        )[0]

    dead, saved = {"w": "Eight", "n": "8"}, {"w": "30 others", "n": "30", "harm": "rescued"}
    assert together(boat({**dead, "cause": "drowning"}, saved))
    assert not together(boat({**dead, "cause": "shelling"}, saved))


def test_a_town_told_by_one_member_is_the_place_of_a_grown_incident_too() -> None:
    quarter = story("a", place="sabri")
    town, undated = story("b", place="benghazi"), story("c", place="benghazi", date=None, cause=None)
    assert together(quarter, town, undated)
