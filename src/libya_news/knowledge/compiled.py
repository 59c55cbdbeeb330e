"""The compact form of the knowledge that ships with the package; `make data` builds it."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_compiled() -> dict[str, Any]:
    """Return what finding names needs: `words`, `names`, `derived`, `actors` and `places`."""
    raw: dict[str, Any] = json.loads(Path(__file__).with_name("knowledge.json").read_bytes())
    return raw


@cache
def load_details() -> dict[str, Any]:
    """Return the details of the actors by id: names, sources, notes. Only looking at an entry needs them."""
    raw: dict[str, Any] = json.loads(Path(__file__).with_name("details.json").read_bytes())
    return raw
