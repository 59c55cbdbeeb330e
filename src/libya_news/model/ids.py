"""How records are named: from what they say and where they say it, never by a running number.

A running number would rename people's saved decisions whenever a new rule finds one record more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_APOSTROPHES = re.compile("['\u2019\u2018\u02bc\u02bb`]")
_BREAKS = re.compile(r"[\W_]+")


def casualty_id(harm: str, start: int, end: int, taken: Container[str] = ()) -> str:
    """The id of a casualty: its harm and the offsets of its first count evidence in text order.

    >>> casualty_id("killed", 21, 32)
    'killed-21-32'
    >>> casualty_id("killed", 21, 32, {"killed-21-32"})
    'killed-21-32-2'

    Args:
        harm: The harm, for example ``killed``.
        start: First code point of the first count evidence.
        end: The code point after its last.
        taken: Ids of the same record that are in use already.
    """
    return _free(f"{harm}-{start}-{end}", taken)


def claim_id(start: int, taken: Container[str] = ()) -> str:
    """The id of a claim: the offset of its cue, or of its content where there is no cue.

    >>> claim_id(288)
    'claim-288'

    Args:
        start: First code point of the cue (of the content where there is no cue).
        taken: Ids of the same record that are in use already.
    """
    return _free(f"claim-{start}", taken)


def slug(name: str) -> str:
    """The id of an actor or a place that the knowledge base does not know: a slug of its name.

    >>> slug("Souq al-Jum\u2019a")
    'souq-al-juma'

    Args:
        name: The name as the text gives it.
    """
    if name.isascii():
        plain = name
    else:
        decomposed = unicodedata.normalize("NFKD", name)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _BREAKS.sub("-", _APOSTROPHES.sub("", plain).lower()).strip("-") or "unnamed"


def text_sha256(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, in hexadecimal: tells whether a record belongs to a text."""
    from hashlib import sha256

    # A lone surrogate is no UTF-8, but a text that holds one must not raise.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _free(wanted: str, taken: Container[str]) -> str:
    if wanted not in taken:
        return wanted
    n = 2
    while f"{wanted}-{n}" in taken:
        n += 1
    return f"{wanted}-{n}"
