"""How types show themselves as HTML.

A notebook asks a value for its HTML, so the types need these methods; what draws them is the exporting floor, which
rests on the types. It is imported here, when a value is asked, and nowhere else on this floor: the one way back up
that the import contract permits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libya_news.model.article import Article
    from libya_news.model.incident import Incident
    from libya_news.model.record import Record


def fragment_of(thing: Article | Record | Incident) -> str:
    """Draws a value for a notebook.

    Args:
        thing: An article, a record or an incident.
    """
    from libya_news.exporting.html import fragment

    return fragment(thing)


def page_of(record: Record, *, redact_names: bool) -> str:
    """Draws a record as a page of its own.

    Args:
        record: The record.
        redact_names: Whether the names of victims are blacked out.
    """
    from libya_news.exporting.html import page

    return page([record], redact_names=redact_names)
