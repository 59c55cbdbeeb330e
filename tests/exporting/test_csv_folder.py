"""The folder of flat tables: read back as it was, and described as Frictionless asks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import records

from libya_news import Article, InputError, parse
from libya_news.exporting.csv_folder import columns_of, data_package, read_folder
from libya_news.exporting.dossier import apart
from libya_news.exporting.flat import Row, rows_of
from libya_news.exporting.flat_incidents import incident_rows
from libya_news.exporting.formats import FORMATS, export
from libya_news.model import Record

calm = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
# What Table Schema, version 1, asks of a descriptor: names, types and constraints that exist.
DESCRIPTOR: dict[str, Any] = {
    "type": "object",
    "required": ["name", "resources"],
    "properties": {
        "name": {"pattern": "^[-a-z0-9._/]+$"},
        "resources": {
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "path", "schema"],
                "properties": {
                    "name": {"pattern": "^[-a-z0-9._/]+$"},
                    "path": {"pattern": "^(?!/)(?!.*\\.\\.)[^\\\\]+$"},
                    "schema": {
                        "required": ["fields"],
                        "properties": {
                            "fields": {
                                "minItems": 1,
                                "items": {
                                    "required": ["name", "type"],
                                    "properties": {
                                        "type": {
                                            "enum": [
                                                "string",
                                                "integer",
                                                "number",
                                                "boolean",
                                                "date",
                                                "array",
                                            ]
                                        },
                                        "constraints": {
                                            "properties": {
                                                "required": {"type": "boolean"},
                                                "enum": {"type": "array", "minItems": 1, "uniqueItems": True},
                                            },
                                            "additionalProperties": False,
                                        },
                                    },
                                },
                            }
                        },
                    },
                },
            },
        },
    },
}


def told(row: Row) -> Row:
    """A row as a file of cells can hold it: an empty text is one that is not known."""
    return tuple(None if value == "" else value for value in row)


class TestRoundTrip:
    """Tables that are written and read back are the same rows, but that an empty text is not known."""

    @calm
    @given(record=records())
    def test_rows(self, record: Record, tmp_path_factory: pytest.TempPathFactory) -> None:
        folder = tmp_path_factory.mktemp("out")
        export([record], "csv", folder)
        found = read_folder(folder)
        for name, rows in rows_of(record).items():
            assert found[name] == [told(row) for row in rows], name
        [dossier] = apart([record], policy="conservative")
        assert found["incidents"] == [told(row) for row in incident_rows(dossier)]


def test_the_descriptor_is_a_data_package() -> None:
    jsonschema.Draft202012Validator(DESCRIPTOR).validate(data_package())
    package = data_package()
    assert [r["path"] for r in package["resources"]] + ["datapackage.json"] == list(FORMATS["csv"].files)
    for resource in package["resources"]:
        names = [f["name"] for f in resource["schema"]["fields"]]
        assert names == [c.name for c in columns_of()[resource["name"]]]
        assert set(resource["schema"]["primaryKey"]) <= set(names)
        for key in resource["schema"].get("foreignKeys", ()):
            assert key["fields"] in names


def test_unknown_is_an_empty_cell(tmp_path: Path) -> None:
    text = "No death toll was available after clashes in Sirte. At least 12 were wounded."
    export([parse(Article.from_text(text))], "csv", tmp_path)
    names = [c.name for c in columns_of()["casualties"]]
    rows = [dict(zip(names, row, strict=True)) for row in read_folder(tmp_path)["casualties"]]
    bounds = {row["harm"]: (row["low"], row["high"], row["best"]) for row in rows}
    assert bounds == {"killed": (None, None, None), "wounded": (12, None, 12)}
    incident = dict(
        zip((c.name for c in columns_of()["incidents"]), read_folder(tmp_path)["incidents"][0], strict=True)
    )
    assert (incident["killed_low"], incident["killed_best"], incident["killed_high"]) == (None, None, None)
    assert (incident["wounded_low"], incident["wounded_high"], incident["missing_low"]) == (12, None, None)


@pytest.mark.parametrize("broken", ["no folder", "no file", "columns", "value", "json"])
def test_what_is_no_folder_of_ours_is_refused(broken: str, tmp_path: Path) -> None:
    export([parse(Article.from_text("Two men died in Sirte."))], "csv", tmp_path)
    casualties = tmp_path / "casualties.csv"
    text = casualties.read_text(encoding="utf-8")
    if broken == "no file":
        casualties.unlink()
    elif broken == "columns":
        casualties.write_text(text.replace("low", "lowest"), encoding="utf-8")
    elif broken == "value":
        casualties.write_text(text.replace(",2,2,2,", ",two,2,2,"), encoding="utf-8")
    elif broken == "json":
        (tmp_path / "datapackage.json").write_text("[", encoding="utf-8")
    with pytest.raises(InputError, match="holds no tables"):
        read_folder(tmp_path / "no" if broken == "no folder" else tmp_path)


def test_a_cell_of_any_length_is_read_back(tmp_path: Path) -> None:
    words = "very " * 60_000
    record = parse(Article.from_text(f'"It was {words}bad and two men died," a doctor said.'))
    export([record], "csv", tmp_path)
    assert len(read_folder(tmp_path)["claims"]) == len(record.claims)
    assert json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["resources"]
