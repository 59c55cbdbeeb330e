"""The story that the project began with, field by field: what general rules must read out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from libya_news import api

SEED = Path(__file__).parent.parent / "seeds" / "000_6976be3d804266b6.txt"


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    return api.to_dict(api.parse(api.read(SEED)))


def _words(items: list[dict[str, Any]], field: str) -> list[str]:
    return [e["exact"] for e in items if e["field"] == field]


def test_the_page_around_the_story(record: dict[str, Any]) -> None:
    article = record["article"]
    assert (article["published"], article["published_basis"]) == ("2017-07-02", "furniture")
    assert article["reading_minutes"] == 2
    assert article["language"] == "en"
    assert article["headline"] == "General Haftar loses 44 soldiers in month of fighting militants in Libya"
    assert article["standfirst"].startswith("Controversial military strongman")
    assert [(c["text"], c["credit"]) for c in article["captions"]] == [
        ("General Haftar heads the self-styled Libyan National Army", "Getty")
    ]


def test_there_are_two_casualties_and_no_more(record: dict[str, Any]) -> None:
    assert [c["id"] for c in record["casualties"]] == ["killed-21-32", "killed-783-816"]


def test_the_forty_four(record: dict[str, Any]) -> None:
    toll = record["casualties"][0]
    count = toll["count"]
    assert (toll["harm"], count["low"], count["high"], count["best"], count["qualifier"]) == (
        "killed",
        44,
        44,
        44,
        "exact",
    )
    assert (toll["kind"], toll["scope"]) == ("aggregate", "period")
    victims = toll["victims"]
    assert (victims["class"], victims["side"]) == ("military", "libyan-national-army")
    assert victims["description"] == "soldiers loyal to Libyan military strongman Khalifa Haftar"
    assert toll["place"] == "benghazi"
    assert set(toll["places"]) == {"benghazi", "sabri", "souq-al-hout"}
    assert toll["date"] == {
        "start": "2017-06-01",
        "end": "2017-06-30",
        "precision": "month",
        "basis": "inferred",
    }
    assert toll["cause"] == "clashes"
    assert toll["perpetrators"] == [{"actor": None, "description": "militant groups", "status": "stated"}]
    assert toll["claim"] == "claim-288"
    assert toll["claims"] == ["claim-288", "claim-524", "claim-675"]
    assert toll["source"]["description"] == "a medical source"
    assert [(e["start"], e["exact"]) for e in toll["evidence"] if e["field"] == "count"] == [
        (21, "44 soldiers"),
        (95, "44 soldiers"),
        (209, "44 soldiers"),
        (396, "Forty-four soldiers"),
    ]
    carried = [e["exact"] for e in toll["evidence"] if e["field"] == "place" and e["basis"] == "carried"]
    assert carried == ["al-Sabri", "Soug al-Hout"]


def test_the_toll_that_nobody_gave(record: dict[str, Any]) -> None:
    unknown = record["casualties"][1]
    count = unknown["count"]
    assert (unknown["harm"], count["qualifier"], count["low"], count["high"]) == (
        "killed",
        "unknown",
        None,
        None,
    )
    assert unknown["victims"]["class"] == "militant"
    assert unknown["victims"]["description"] == "the militant"
    assert unknown["claim"] is None
    assert _words(unknown["evidence"], "count") == ["No toll was immediately available"]


def test_who_said_what(record: dict[str, Any]) -> None:
    claims = {c["id"]: c for c in record["claims"]}
    medical = claims["claim-288"]
    assert medical["speaker"]["kind"] == "medical"
    assert medical["said_on"] == {"start": "2017-07-02", "end": "2017-07-02"}
    aribi = claims["claim-675"]
    assert (aribi["speaker"]["actor"], aribi["speaker"]["side"]) == ("hani-al-aribi", "libyan-national-army")
    assert aribi["content"]["exact"].startswith("The troops were killed in the al-Sabri")
    spokesman = claims["claim-1407"]
    assert spokesman["speaker"]["description"] == "Khalifa al-Abidi"
    assert spokesman["said_on"] == {"start": "2017-07-01", "end": "2017-07-01"}
    call = claims["claim-1551"]
    assert call["speaker"]["actor"] == "khalifa-haftar"
    assert call["said_on"] == {"start": "2017-06-26", "end": "2017-07-02"}
    state = claims["claim-1709"]
    assert (state["speaker"]["description"], state["speaker"]["kind"]) == (
        "France's new foreign minister",
        "diplomat",
    )
    assert state["speaker"]["actor"] == "jean-yves-le-drian"
    assert state["said_on"] == {"start": "2017-06-29", "end": "2017-06-29"}
    interview = claims["claim-1886"]
    assert (interview["speaker"]["actor"], interview["via"]) == ("jean-yves-le-drian", "Le Monde")


def test_actors_places_and_dates(record: dict[str, Any]) -> None:
    actors = {a["id"] for a in record["actors"]}
    assert {
        "khalifa-haftar", "libyan-national-army", "government-of-national-accord", "hani-al-aribi",
        "jean-yves-le-drian", "le-monde", "muammar-gaddafi",
    } <= actors  # fmt: skip
    assert any(a["name"].startswith("Islamic State") for a in record["actors"])
    assert any("Khalifa al-Abidi" in {m["exact"] for m in a["mentions"]} for a in record["actors"])
    haftar = next(a for a in record["actors"] if a["id"] == "khalifa-haftar")
    assert {"General Haftar", "Haftar", "Khalifa Haftar"} <= {m["exact"] for m in haftar["mentions"]}
    places = {p["id"] for p in record["places"]}
    assert {"libya", "benghazi", "sabri", "souq-al-hout", "tripoli", "skhirat"} <= places
    dates = {(d["start"], d["end"]) for d in record["dates"]}
    assert {
        ("2017-07-02", "2017-07-02"), ("2017-06-01", "2017-06-30"), ("2017-07-01", "2017-07-01"),
        ("2017-06-26", "2017-07-02"), ("2017-06-29", "2017-06-29"), ("2014-01-01", "2014-12-31"),
        ("2011-01-01", "2011-12-31"),
    } <= dates  # fmt: skip


def test_an_aligned_source_is_a_finding(record: dict[str, Any]) -> None:
    assert "LN301" in {f["code"] for f in record["findings"]}
