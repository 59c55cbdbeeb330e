"""Looking up actors and places: by id, by spelling, by date and side; and adding one's own."""

from datetime import date
from pathlib import Path

import pytest

from libya_news import knowledge
from libya_news.errors import DataError, UnknownId
from libya_news.knowledge.lookup import Knowledge, default


def test_iterating_yields_the_entries_in_the_order_of_their_ids() -> None:
    ids = [actor.id for actor in knowledge.actors]
    assert ids == sorted(ids)
    assert len(ids) == len(knowledge.actors)
    assert [p.id for p in knowledge.places] == sorted(p.id for p in knowledge.places)


def test_an_unknown_id_suggests_near_ones() -> None:
    with pytest.raises(UnknownId, match="khalifa-haftar"):
        knowledge.actors["khalifa-hafter"]
    with pytest.raises(UnknownId, match="benghazi"):
        knowledge.places["bengazi"]


@pytest.mark.parametrize("name", ["Souq el-Hout", "Suq al-Hut", "Soug al-Hout", "Souk Al Hout"])
def test_any_spelling_finds_the_place(name: str) -> None:
    assert [p.id for p in knowledge.places.spelled(name)] == ["souq-al-hout"]


@pytest.mark.parametrize(
    "name", ["Khalifa Hifter", "Khalifa Haftar", "KHALIFA HAFTAR", "Khalefa Hefter", "خليفة حفتر"]
)
def test_any_spelling_finds_the_actor(name: str) -> None:
    assert [a.id for a in knowledge.actors.spelled(name)] == ["khalifa-haftar"]


def test_filters() -> None:
    hospitals = knowledge.places.where(kind="facility", within="benghazi")
    assert any("hospital" in p.name.lower() for p in hospitals)
    assert all("benghazi" in p.within for p in hospitals)
    groups = knowledge.actors.where(kind="armed_group", on=date(2019, 5, 1), side="libyan-national-army")
    assert {"saiqa-special-forces", "libyan-national-army"} <= {a.id for a in groups}
    assert all(a.kind == "armed_group" for a in groups)


def test_the_chain_goes_up_to_the_country() -> None:
    assert default().within("sabri") == ("benghazi", "benghazi-district", "cyrenaica", "libya")
    assert default().within("nowhere") == ()


def test_the_smallest_common_place() -> None:
    known = default()
    assert known.smallest_common(["sabri", "laithi"]) == "benghazi"
    assert known.smallest_common(["sabri", "benghazi"]) == "benghazi"
    assert known.smallest_common(["sirte", "benghazi"]) == "libya"
    assert known.smallest_common(["sirte", "france"]) is None
    assert known.smallest_common([]) is None


def test_sides_are_those_of_the_day() -> None:
    known = default()
    assert known.side_of("libyan-national-army", date(2019, 5, 1)) == "libyan-national-army"
    assert known.side_of("government-of-national-accord", date(2019, 5, 1)) == "government-of-national-accord"
    assert known.side_of("saiqa-special-forces", date(2017, 7, 1)) == "libyan-national-army"
    assert known.side_of("saiqa-special-forces", date(2011, 3, 1)) != "libyan-national-army"
    assert known.side_of("reuters", date(2019, 5, 1)) is None
    assert known.side_of(None, None) is None


def test_affiliations_are_those_of_the_day() -> None:
    known = default()
    assert "house-of-representatives" in known.affiliations("libyan-national-army", date(2016, 1, 1))
    assert "house-of-representatives" not in known.affiliations("libyan-national-army", date(2014, 6, 1))
    assert known.affiliations("nobody", None) == ()


def test_a_leaders_group_is_that_of_the_day() -> None:
    known = default()
    assert known.leader_group("khalifa-haftar", date(2019, 5, 1)) == "libyan-national-army"
    assert known.leader_group("khalifa-haftar", date(2012, 5, 1)) != "libyan-national-army"
    assert known.leader_group("ghassan-salame", date(2019, 5, 1)) is None
    assert known.leader_group("ibrahim-jadhran", date(2014, 5, 1)) == "petroleum-facilities-guard"
    assert known.leader_group("ibrahim-jadhran", date(2018, 6, 16)) == "militia-ibrahim-jadhran"


MINE = """
[actors.dunes-brigade]
name = "Dunes Brigade"
kind = "armed_group"
strong = ["Dunes Brigade", "Katibat al-Rimal"]
side = [{ id = "libyan-national-army", from = "2018" }]

[places.wadi-sidr-camp]
name = "Wadi Sidr camp"
kind = "facility"
within = ["sirte", "sirte-district", "tripolitania", "libya"]
"""


def test_a_caller_adds_own_entries(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    known = Knowledge.default().extended(path)
    assert [a.id for a in known.actors.spelled("Dunes Brigade")] == ["dunes-brigade"]
    assert known.side_of("dunes-brigade", date(2019, 1, 1)) == "libyan-national-army"
    assert [p.id for p in known.places.spelled("Wadi Sidr Camp")] == ["wadi-sidr-camp"]
    assert known.places["wadi-sidr-camp"].sources == ("mine.toml",)
    assert [a.id for a in known.actors.spelled("Haftar")] == ["khalifa-haftar"]
    assert "dunes-brigade" not in knowledge.actors


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[actors.khalifa-haftar]\nname = "X"\nkind = "person"\n', "mine.toml:khalifa-haftar.id"),
        ('[actors.x]\nname = "X"\nkind = "wizard"\n', "mine.toml:x.kind"),
        ('[actors.x]\nkind = "person"\nstrong = ["X"]\n', "mine.toml:x.name"),
        ('[places.x]\nname = "X"\nkind = "town"\nwithin = ["atlantis"]\n', "mine.toml:x.within"),
        (
            '[places.x]\nname = "X"\nkind = "town"\nwithin = ["libya"]\nlat = 60.0\nlon = 12.0\n',
            "mine.toml:x.lat",
        ),
        ("[people.x]\n", "mine.toml"),
        ("not toml", "mine.toml"),
    ],
)
def test_what_is_wrong_with_a_callers_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        default().extended(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml"):
        default().extended(tmp_path / "none.toml")
