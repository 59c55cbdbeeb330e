"""Validators: what an editor would ask about a record. One small function a code, each with its own page."""

from __future__ import annotations

from libya_news.validating.evidence import without_evidence
from libya_news.validating.registry import validate, validator_of, validators
from libya_news.validating.validator import Validator

__all__ = ["Validator", "validate", "validator_of", "validators", "without_evidence"]
