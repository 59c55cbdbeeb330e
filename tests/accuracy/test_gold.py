"""The gold corpus and its scorer are what they were copied from, and their files are sound."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.accuracy import run

score = run.score

HERE = Path(__file__).resolve().parent


# The bytes that the scorer was given with.
SCORER = "b7b53a1c761e2daa2bba7aedf5690e465f790f4cd7113ae2daff56c2470be8ea"


def test_the_scorer_is_as_it_was_given() -> None:
    assert hashlib.sha256((HERE / "score.py").read_bytes()).hexdigest() == SCORER


def test_the_scorer_is_a_true_copy() -> None:
    original = os.environ.get("LIBYA_NEWS_SCORER")
    if not original:
        candidates = [parent / "shared" / "score.py" for parent in HERE.parents]
        original = next((str(path) for path in candidates if path.exists()), None)
    if original is None:
        pytest.skip("the scorer that this one was copied from is not present")
    assert (HERE / "score.py").read_bytes() == Path(original).read_bytes()


def test_gold_quotes_stand_in_their_texts() -> None:
    docs = run.load()
    assert len(docs) == 68
    assert sum(bool(d.get("sealed")) for d in docs) == 18
    for doc in docs:
        for casualty in doc["casualties"]:
            for quote in casualty["quotes"]:
                assert quote in doc["text"], doc["id"]


def test_gold_scores_full_marks_against_itself() -> None:
    """A record that says what the gold says loses nothing: the harness measures what it should."""
    for doc in run.load():
        if doc.get("sealed"):
            continue
        record = _as_record(doc)
        sheet = score.score_document(doc, record)
        assert sheet.prf["casualty_core"].fn == 0, doc["id"]
        assert sheet.prf["casualty_core"].fp == 0, doc["id"]
        assert sheet.broken == 0


def test_sealed_documents_show_nothing() -> None:
    sealed = [d for d in run.load() if d.get("sealed")]
    sheets = [score.score_document(d, None) for d in sealed]
    assert run.outcomes(sealed, sheets) == {}
    assert not any(sheet.lost for sheet in sheets)


def _as_record(doc: dict[str, object]) -> dict[str, object]:
    text = str(doc["text"])
    casualties = []
    for number, g in enumerate(doc["casualties"]):  # type: ignore[arg-type, var-annotated]
        evidence = [
            {"start": s, "end": e, "exact": text[s:e], "field": "count", "basis": "stated"}
            for quote in g["quotes"]
            for s, e in score.occurrences(text, quote)
        ]
        casualties.append(
            {
                "id": f"{g['harm']}-{number}",
                "harm": g["harm"],
                "count": {"low": g["low"], "high": g["high"], "qualifier": g["qualifier"]},
                "victims": {"class": g["victim_class"]},
                "place": None,
                "date": None,
                "source": None,
                "cause": g.get("cause"),
                "perpetrator": None,
                "scope": g["scope"],
                "part_of": None,
                "evidence": evidence,
                "rule": "gold",
            }
        )
    empty = {"actors": [], "places": [], "dates": [], "claims": []}
    return json.loads(
        json.dumps({"article": {"id": doc["id"], "text": text}, "casualties": casualties} | empty)
    )


# --- the floors
def _figures(**changed: object) -> dict[str, dict[str, object]]:
    """Return figures that lie on their floors, but for those of the sealed documents that are changed."""
    floors = _floors()
    open_, sealed = (
        {
            measure: [floor.get(letter, 1.0) for letter in run.LETTERS]
            for measure, floor in floors[part].items()
        }
        for part in ("open", "sealed")
    )
    return {"open": open_, "sealed": sealed | changed, "all": {"broken": 0}}


def _floors() -> dict[str, Any]:
    return tomllib.loads(run.FLOORS.read_text(encoding="utf-8"))


def test_figures_on_their_floors_hold() -> None:
    assert run.below_floors(_figures(), _floors()) == []


@pytest.mark.parametrize("part", ["open", "sealed"])
def test_every_figure_under_its_floor_is_told(part: str) -> None:
    floors = _floors()
    for measure, floor in floors[part].items():
        for letter in floor:
            now = _figures()
            now[part][measure][run.LETTERS[letter]] -= 0.001  # type: ignore[index]
            (line,) = run.below_floors(now, floors)
            assert line.startswith(f"{part} {measure} {letter}")
        now = _figures()
        del now[part][measure]
        if measure != "casualty_core":
            assert run.below_floors(now, floors) == [f"{part} {measure} was not measured"]


def test_sealed_documents_far_under_the_aim_are_told() -> None:
    floors = _floors() | {"sealed": {}}
    assert run.below_floors(_figures(casualty_core=[0.63, 0.33, 1.0]), floors) == []
    assert len(run.below_floors(_figures(casualty_core=[0.62, 0.32, 1.0]), floors)) == 2


def test_no_floor_lies_under_the_aim() -> None:
    floors = _floors()
    assert floors["wanted"] == {"casualty_core": {"P": 0.75, "R": 0.45}}
    assert floors["sealed_within"] == {"casualty_core": {"P": 0.12, "R": 0.12}}
    for measure, wanted in floors["wanted"].items():
        assert all(floors["open"][measure][letter] >= value for letter, value in wanted.items())
