"""How fields of flat tables are made; the columns that several tables share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, get_args

from libya_news.exporting.flat import Column, ColumnType, Field, Story, Value
from libya_news.model.claim import Speaker, SpeakerKind


def field(
    name: str,
    description: str,
    get: Callable[[Story, Any], Value],
    form: ColumnType = "text",
    *,
    required: bool = False,
    values: Any = None,
) -> Field[Any]:
    """Makes a field; a cell of texts is never None, and ``values`` is a ``Literal``."""
    column = Column(
        name=name,
        type=form,
        description=description,
        required=required or form == "texts",
        values=() if values is None else get_args(values),
    )
    return Field(column=column, get=get)


def day(day: dt.date | None) -> str | None:
    """A day as ISO 8601."""
    return None if day is None else day.isoformat()


def shared(key: bool = False) -> tuple[Field[Any], ...]:
    """The first columns of every table."""
    what = "Key of the article: a digest of its id and text"
    return (
        field("article_key", what if key else f"{what}; as in articles", lambda s, _: s.key, required=True),
        field(
            "article_id",
            "Id of the article, as in the record",
            lambda s, _: s.record.article.id,
            required=True,
        ),
    )


def context() -> tuple[Field[Any], ...]:
    """The last columns of casualties and claims, so that the table can be read without the articles."""
    return (
        field(
            "published", "Publication day of the article (Africa/Tripoli)", lambda s, _: s.published, "date"
        ),
        field("outlet", "The newspaper or agency", lambda s, _: s.record.article.outlet),
        field("url", "URL of the story", lambda s, _: s.record.article.url),
    )


def speaker(prefix: str, of: Callable[[Any], Speaker | None]) -> tuple[Field[Any], ...]:
    """The columns of who says something."""

    def part(get: Callable[[Speaker], Value]) -> Callable[[Story, Any], Value]:
        def read(_: Story, thing: Any) -> Value:
            speaker = of(thing)
            return None if speaker is None else get(speaker)

        return read

    return (
        field(f"{prefix}_actor", "Id of the named actor who says it", part(lambda s: s.actor)),
        field(
            f"{prefix}_description",
            "Who says it, in words of the text",
            part(lambda s: s.description or None),
        ),
        field(f"{prefix}_kind", "What sort of source it is", part(lambda s: s.kind), values=SpeakerKind),
        field(f"{prefix}_named", "Whether the text names the source", part(lambda s: s.named), "boolean"),
        field(f"{prefix}_side", "Id of the party that the source belongs to", part(lambda s: s.side)),
    )


def mentions(things: str) -> tuple[Field[Any], ...]:
    """The columns of how often, and where first, an article names something."""
    return (
        field(
            "mentions",
            f"How often the article names the {things}",
            lambda _, t: len(t.mentions),
            "integer",
            required=True,
        ),
        field(
            "first_start",
            "First code point of the first mention",
            lambda _, t: t.mentions[0].start if t.mentions else None,
            "integer",
        ),
    )
