"""Records as JSON Lines: whole, one a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from libya_news.exporting.record_json import to_json

if TYPE_CHECKING:
    from libya_news.exporting.dossier import Dossier
    from libya_news.exporting.formats import Opener


def write(dossiers: Iterable[Dossier], open_file: Opener, *, guard: bool = True) -> None:
    """Write records, one a line (see ``libya_news.exporting.formats.Writer``)."""
    out = open_file("")
    for dossier in dossiers:
        for record in dossier.records:
            out.write(to_json(record) + "\n")
