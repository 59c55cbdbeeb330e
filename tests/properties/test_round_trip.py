"""A record written and read back is the same record, and every written record keeps the schema."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import records

from libya_news.exporting.record_json import from_dict, from_json, json_schema, to_dict, to_json
from libya_news.model import Record

calm = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class TestRoundTrip:
    """JSON round trip: what is written is read back without loss."""

    @calm
    @given(records())
    def test_dictionaries(self, record: Record) -> None:
        assert from_dict(to_dict(record)) == record

    @calm
    @given(records())
    def test_json(self, record: Record) -> None:
        for indent in (None, 1):
            written = to_json(record, indent=indent)
            written.encode()
            assert from_json(written) == record
        assert "\n" not in to_json(record)

    @calm
    @given(records())
    def test_same_record_same_bytes(self, record: Record) -> None:
        assert to_json(from_dict(json.loads(to_json(record)))) == to_json(record)


class TestSchema:
    """Every output holds against the published JSON Schema."""

    @calm
    @given(record=records())
    def test_schema(self, validator: jsonschema.Draft202012Validator, record: Record) -> None:
        validator.validate(to_dict(record))
