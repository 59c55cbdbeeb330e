"""Coding sheets: the columns of the codebooks, blank where unknown, never 0, each row with its words."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import records

from libya_news import Article, parse
from libya_news.exporting import acled, ucdp_ged
from libya_news.exporting.dossier import apart
from libya_news.exporting.formats import export
from libya_news.exporting.ucdp_ged import priogrid
from libya_news.model import Record

calm = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
# As the downloads of 2023 and later have them, and as GED 23.1 has them.
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
GED = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob"
).split()
EVENT_TYPES = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
SUB_EVENT_TYPES = {
    *("Armed clash", "Air/drone strike", "Shelling/artillery/missile attack", "Suicide bomb", "Attack"),
    *("Remote explosive/landmine/IED", "Abduction/forced disappearance"),
}


def sheet(name: str, things: list[Record], folder: Path) -> tuple[list[dict[str, str]], ...]:
    export(things, name, folder)
    found = []
    for part in ("", "-evidence", "-left-out"):
        with (folder / f"{name}{part}.csv").open(encoding="utf-8", newline="") as file:
            found.append(list(csv.DictReader(file)))
    return tuple(found)


def story(text: str, **known: Any) -> Record:
    return parse(Article.from_text(text, published="2016-08-06", **known))


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def test_the_columns_are_those_of_the_codebooks() -> None:
    assert list(acled.COLUMNS) == ACLED
    assert len(ACLED) == 31
    assert list(ucdp_ged.COLUMNS) == GED
    assert len(GED) == 49


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "At least 12 soldiers of the LNA were killed in clashes in Sirte on Friday, a doctor said.",
            {
                "event_date": "2016-08-05",
                "year": "2016",
                "time_precision": "1",
                "disorder_type": "Political violence",
                "event_type": "Battles",
                "sub_event_type": "Armed clash",
                "actor1": "Military Forces of Libya (2014-) Haftar Faction",
                "inter1": "1",
                "iso": "434",
                "region": "Northern Africa",
                "country": "Libya",
                "location": "Sirte",
                "geo_precision": "1",
                "fatalities": "12",
            },
        ),
        (
            "Dozens of people were killed by shelling in Tripoli in June.",
            {
                "event_date": "2016-06-15",
                "time_precision": "3",
                "event_type": "Explosions/Remote violence",
                "sub_event_type": "Shelling/artillery/missile attack",
                "fatalities": "12",
                "actor1": "",
            },
        ),
        (
            "Four civilians were shot dead by gunmen in Derna on Friday.",
            {
                "event_type": "Violence against civilians",
                "sub_event_type": "Attack",
                "actor1": "",
                "actor2": "Civilians (Libya)",
                "inter2": "7",
                "interaction": "",
                "civilian_targeting": "Civilian targeting",
                "fatalities": "4",
            },
        ),
        (
            "Six LNA soldiers were killed in clashes in Sirte on Friday. No toll was available for the militants.",
            {"fatalities": "6"},
        ),
        ("Clashes broke out in Sirte on Friday. Nobody was killed.", {"fatalities": "0"}),
        ("Clashes broke out in Sirte on Friday. The death toll was not known.", {"fatalities": ""}),
        ("Six people were wounded in clashes in Sirte on Friday.", {"fatalities": ""}),
        ("Up to 40 fighters were killed in clashes in Sirte on Friday.", {"fatalities": ""}),
        ("About 40 people were killed or wounded in an air strike on Sirte on Friday.", {"fatalities": ""}),
        ("Two men were killed in clashes.", {"event_date": "", "location": "", "country": "", "iso": ""}),
    ],
)
def test_acled(text: str, wanted: dict[str, str], tmp_path: Path) -> None:
    [row], _, left_out = sheet("acled", [story(text)], tmp_path)
    assert {name: row[name] for name in wanted} == wanted
    assert left_out == []
    for column in ("admin2", "admin3", "source_scale", "tags", "timestamp"):
        assert row[column] == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "At least 12 soldiers of the LNA were killed in clashes in Sirte on Friday, a doctor said.",
            {
                "date_start": "2016-08-05",
                "date_prec": "1",
                "where_prec": "1",
                "side_a": "Libyan National Army",
                "deaths_a": "12",
                "deaths_b": "",
                "deaths_civilians": "",
                "deaths_unknown": "",
                "best": "12",
                "low": "12",
                "high": "",
                "country_id": "620",
                "event_clarity": "1",
                "type_of_violence": "",
                "source_original": "a doctor",
            },
        ),
        (
            "Ten people, including four children, were killed in an air strike on Derna in June.",
            {
                "deaths_civilians": "4",
                "deaths_unknown": "6",
                "best": "10",
                "low": "10",
                "high": "10",
                "date_prec": "4",
            },
        ),
        (
            "Six LNA soldiers were killed in clashes in Sirte on Friday. No toll was available for the militants.",
            {"deaths_a": "6", "best": "6", "high": ""},
        ),
        ("Two men were killed 20 km south of Sirte on Friday.", {"where_prec": "2"}),
    ],
)
def test_ucdp_ged(text: str, wanted: dict[str, str], tmp_path: Path) -> None:
    [row], _, _ = sheet("ucdp-ged", [story(text)], tmp_path)
    assert {name: row[name] for name in wanted} == wanted
    for column in ("id", "active_year", "code_status", "conflict_new_id", "dyad_new_id", "gwnoa"):
        assert row[column] == ""


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("ucdp-ged", "Six people were wounded in clashes in Sirte on Friday.", "no death"),
        ("ucdp-ged", "Nobody was killed in the clashes in Sirte on Friday.", "no death"),
        ("ucdp-ged", "No death toll was available after clashes in Sirte on Friday.", "no death"),
        ("acled", "Some 400 families were displaced from Sirte on Friday.", None),
        ("acled", "Three hundred people were displaced from Sirte on Friday.", "no event of ACLED's"),
        (
            "acled",
            "About 4,000 people have been killed in Libya since the start of 2014.",
            "more than a month",
        ),
        ("acled", "Nine people were killed in a car crash near Sirte on Friday.", "not of the conflict"),
    ],
)
def test_what_gets_no_row_is_told_with_its_reason(
    name: str, text: str, reason: str | None, tmp_path: Path
) -> None:
    rows, evidence, left_out = sheet(name, [story(text)], tmp_path)
    assert rows == evidence == []
    if reason is None:  # families are no persons: no incident is made of them
        assert left_out == []
    else:
        [row] = left_out
        assert reason in row["reason"]
        assert row["quote"]


def test_rival_figures_of_one_story_are_not_added(tmp_path: Path) -> None:
    text = (
        "A car bomb killed about 15 soldiers in Benghazi on Friday, the hospital said. "
        "Residents said 19 people had died in the blast."
    )
    [row], _, _ = sheet("ucdp-ged", [story(text)], tmp_path)
    assert int(row["best"]) in (15, 19)
    assert (row["low"], row["high"]) == ("15", "19")


def test_a_month_is_not_added_to_its_raids(tmp_path: Path) -> None:
    text = (
        "Forty people were killed in clashes in Benghazi in June, the hospital said. On 12 June, six people were "
        "killed in clashes in Benghazi."
    )
    for name, column in (("acled", "fatalities"), ("ucdp-ged", "best")):
        rows, _, left_out = sheet(name, [story(text)], tmp_path / name)
        assert [row[column] for row in rows] == ["6"]
        assert "twice" in left_out[0]["reason"]


class TestEvidence:
    """Each row of a sheet has its words, and words stand only behind what they say."""

    TEXT = (
        "Six soldiers of the LNA were killed in clashes with militant groups in Sirte on Friday, a doctor said. "
        "No toll was available for the militants. Three people were wounded."
    )

    @pytest.mark.parametrize("name", ["acled", "ucdp-ged"])
    def test_words_and_columns(self, name: str, tmp_path: Path) -> None:
        record = story(self.TEXT)
        [row], evidence, _ = sheet(name, [record], tmp_path)
        for line in evidence:
            assert record.article.text[int(line["start"]) : int(line["end"])] == line["exact"]
            assert line["row"] == "1"
            columns = json.loads(line["columns"])
            assert columns
            assert all(row[column] for column in columns)
        figure = "fatalities" if name == "acled" else "best"
        behind = {line["exact"] for line in evidence if figure in json.loads(line["columns"])}
        assert "Six soldiers" in behind
        assert not {"No toll was available", "Three people"} & behind
        parties = {"actor1", "side_a"}
        assert not [
            e for e in evidence if e["exact"] == "militant groups" and parties & set(json.loads(e["columns"]))
        ]


class TestLaw:
    """Unknown is never zero, and no code stands outside its codebook."""

    @calm
    @given(record=records())
    def test_acled(self, record: Record, tmp_path_factory: pytest.TempPathFactory) -> None:
        rows, evidence, _ = sheet("acled", [record], tmp_path_factory.mktemp("out"))
        no_one = any(c.harm == "killed" and c.count.low == 0 for c in record.casualties)
        for row in rows:
            assert row["fatalities"] != "0" or no_one
            assert row["time_precision"] in ("", "1", "2", "3")
            assert row["geo_precision"] in ("", "1", "2", "3")
            assert row["event_type"] in {"", *EVENT_TYPES}
            assert row["sub_event_type"] in {"", *SUB_EVENT_TYPES}
            assert bool(row["event_date"]) == bool(row["time_precision"])
            assert {row["inter1"], row["inter2"]} <= set(" 12345678") | {""}
        assert {line["row"] for line in evidence} <= {str(n + 1) for n in range(len(rows))}

    @calm
    @given(record=records())
    def test_the_best_number_is_that_of_the_toll(
        self, record: Record, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        [dossier] = apart([record], policy="ucdp")
        tolls = {i.id: i.toll("killed") for i in dossier.incidents}
        for row in sheet("ucdp-ged", [record], tmp_path_factory.mktemp("out"))[0]:
            toll = tolls[row["relid"]]
            assert toll is not None
            wanted = toll.low.value if toll.best.value is None else toll.best.value
            assert row["best"] == ("" if wanted is None else str(wanted))

    @calm
    @given(record=records())
    def test_ucdp_ged(self, record: Record, tmp_path_factory: pytest.TempPathFactory) -> None:
        rows, _, _ = sheet("ucdp-ged", [record], tmp_path_factory.mktemp("out"))
        for row in rows:
            deaths = [int(row[n]) for n in GED if n.startswith("deaths_") and row[n]]
            assert row["date_prec"] in ("", "1", "2", "3", "4", "5")
            assert row["where_prec"] in ("", "1", "2", "3", "4", "5", "6", "7")
            assert (int(row["best"]) if row["best"] else None) == (sum(deaths) if deaths else None)
            if row["low"] and row["best"]:
                assert int(row["low"]) <= int(row["best"])
            if row["high"]:
                assert int(row["best"] or 0) <= int(row["high"])
            for column in ("date_start", "date_end"):
                assert not row[column] or dt.date.fromisoformat(row[column])


def test_the_grid_is_numbered_from_the_south_west() -> None:
    assert priogrid(-90, -180) == 1
    assert priogrid(-90, 179.9) == 720
    assert priogrid(-89.5, -180) == 721
    assert priogrid(90, 180) == 360 * 720
