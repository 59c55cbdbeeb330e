"""Where the toll of some is not known, nothing says where the toll of the incident ends."""

from __future__ import annotations

import pytest
from tests.reconciling.dossiers import _record

from libya_news import api
from libya_news.model import Article, Record
from libya_news.reconciling.incidents import reconcile
from libya_news.reconciling.layout import table, to_dict
from libya_news.reconciling.tolls import TOLL_POLICIES

STORY = (
    "Clashes in Benghazi on Monday killed 12 soldiers of the Libyan National Army, a medical source said.\n\n"
    "No toll was immediately available for the militants."
)
every_policy = pytest.mark.parametrize("policy", sorted(TOLL_POLICIES))


def read(text: str) -> Record:
    return api.parse(Article.from_text(text, id="story", published="2017-07-08"))


@every_policy
def test_the_high_is_open_and_says_whose_toll_is_not_known(policy: str) -> None:
    (incident,) = reconcile([read(STORY)], policy=policy)
    whole, side = incident.toll("killed"), incident.toll("killed", "libyan-national-army")
    assert whole is not None
    assert side is not None
    assert (whole.low.value, whole.high.value) == (12, None)
    assert whole.high.reason is not None
    assert "militant" in whole.high.reason
    assert "in story" in whole.high.reason
    assert (side.low.value, side.high.value, side.high.reason) == (12, 12, None)


def test_the_reason_is_shown() -> None:
    (incident,) = reconcile([read(STORY)])
    assert "high open (no number is known of militant" in table([incident])
    reasons = [t["high"]["reason"] for t in to_dict(incident)["tolls"]]
    assert [r is None for r in reasons] == [False, True]


def told(name: str, *casualties: dict[str, str]) -> Record:
    return _record(
        {
            "id": name,
            "text": f"Nobody of {name} knew: six soldiers, nine militants, all the dead.",
            "published": "2016-05-06",
            "outlet": f"{name} Post",
            "place": "sirte",
            "date": "2016-05-05",
            "cause": "clashes",
            "incident": "x",
            "casualties": list(casualties),
        }
    )[0]


SOLDIERS = {"w": "six soldiers", "n": "6", "class": "military", "side": "libyan-national-army"}
MILITANTS = {"w": "nine militants", "class": "militant", "side": "islamic-state-libya"}


@every_policy
@pytest.mark.parametrize(
    ("stories", "is_open"),
    [
        ((told("a", SOLDIERS),), False),
        ((told("a", SOLDIERS, {**MILITANTS, "n": "?"}),), True),
        ((told("a", SOLDIERS), told("b", {**MILITANTS, "n": "?"})), True),
        ((told("a", SOLDIERS, {**MILITANTS, "n": "?"}), told("b", {**MILITANTS, "n": "9"})), False),
        ((told("a", {"w": "all the dead", "n": "?"}), told("b", {"w": "all the dead", "n": "15"})), False),
    ],
)
def test_a_number_for_the_same_people_closes_it(
    policy: str, stories: tuple[Record, ...], is_open: bool
) -> None:
    (incident,) = reconcile(stories, policy=policy)
    toll = incident.toll("killed")
    assert toll is not None
    assert (toll.high.value is None) == is_open
    assert (toll.high.reason is not None) == is_open


def test_where_no_number_is_known_at_all_none_is_given() -> None:
    (incident,) = reconcile([told("a", {**MILITANTS, "n": "?"})])
    assert {b.value for t in incident.tolls for b in (t.low, t.best, t.high)} == {None}
