"""The gold corpus and its scorer are what they were copied from, and their files are sound."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.accuracy import run

score = run.score

HERE = Path(__file__).resolve().parent


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
