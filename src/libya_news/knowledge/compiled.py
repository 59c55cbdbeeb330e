"""The compact form of the knowledge that ships with the package; `make data` builds it."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_compiled() -> dict[str, Any]:
    """Return the compiled knowledge: `families`, `common`, `names`, `actors` and `places`."""
    raw: dict[str, Any] = json.loads(Path(__file__).with_name("knowledge.json").read_bytes())
    return raw
