"""Sentences in the habits of different newspapers, each with its claims, and traps that have none."""

import datetime as dt

import pytest
from claim_sentences import AGENCY, AMERICAN, BROADCAST, HEADLINES, LOCAL, QUOTES, TRAPS, Row  # type: ignore[import-not-found]
