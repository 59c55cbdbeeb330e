"""An article: its text, which nothing edits after reading, and what is known about it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import attrs

from libya_news.errors import InputError
from libya_news.model.ids import text_sha256
from libya_news.model.interval import as_day_or_time, tripoli_day
from libya_news.model.showing import fragment_of

PublishedBasis = Literal["input", "furniture", "dateline", "url"]
ZoneKind = Literal[
    "headline", "standfirst", "byline", "dateline", "caption", "body", "related", "agency", "correction"
]


@attrs.frozen
class Zone:
    """A part of the article's text by what it is for.

    Attributes:
        zone: What the part is.
        start: First code point.
        end: The code point after the last.
    """

    zone: ZoneKind
    start: int
    end: int


@attrs.frozen
class Caption:
    """The caption of a picture.

    Attributes:
        text: Its words, without the credit.
        credit: Who is credited ("Getty"), or None.
        start: First code point of the words.
        end: The code point after the last.
    """

    text: str
    credit: str | None
    start: int
    end: int


@attrs.frozen
class Dateline:
    """Where and when a story was filed ("BENGHAZI, Libya, 5 July -"); not by itself where it happened.

    Attributes:
        place: The place in the words of the text, or None.
        date: The day, or None.
    """

    place: str | None
    date: dt.date | None


@attrs.frozen(kw_only=True)
class Article:
    """A news story.

    Every offset of every record counts code points of ``text``. Make articles with ``Article.from_text`` or
    with ``libya_news.read``.

    Attributes:
        text: The readable text.
        id: The id from the input, else a digest of the text.
        source: Path or URL it was read from, or None.
        url: The story's own URL, or None.
        outlet: The newspaper or agency, or None.
        headline: The headline, or None.
        standfirst: The line under the headline, or None.
        byline: The authors as printed.
        dateline: Where and when it was filed, or None.
        published: Publication day in Africa/Tripoli, or None.
        published_basis: Where the publication day comes from, or None.
        published_at: The time of publication with the zone that the input gives, or None where it tells a day
            alone; without a zone it is a clock time in Libya.
        reading_minutes: The reading time that the page prints, in minutes, or None.
        language: BCP 47 tag, or None where it was not looked at or cannot be told.
        captions: Captions of pictures, in text order.
        zones: The parts of the text, in text order; empty before they were read.
    """

    text: str
    id: str
    source: str | None = None
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: dt.date | None = None
    published_basis: PublishedBasis | None = None
    published_at: dt.datetime | None = None
    reading_minutes: int | None = None
    language: str | None = None
    captions: tuple[Caption, ...] = ()
    zones: tuple[Zone, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: str | dt.date | dt.datetime | None = None,
        url: str | None = None,
        headline: str | None = None,
        id: str | None = None,  # noqa: A002  (the word of the record)
        source: str | None = None,
        outlet: str | None = None,
        standfirst: str | None = None,
        byline: tuple[str, ...] = (),
    ) -> Article:
        """Makes an article of a text, which is kept exactly.

        A headline that is given apart stands before the text with a blank line, unless the text has it
        already in its first lines; without one, ``article.text`` is ``text``.

        >>> Article.from_text("Two men died on Friday.", published="2017-07-02").published
        datetime.date(2017, 7, 2)

        Args:
            text: The readable text.
            published: Publication day or time (ISO 8601, date, datetime), or None. A time is kept with its
                zone, and its day is that of Africa/Tripoli.
            url: The story's URL.
            headline: The headline, where it is known apart from the text.
            id: An id of the caller's own.
            source: Path or URL that the text was read from.
            outlet: The newspaper or agency.
            standfirst: The line under the headline, where it is known apart.
            byline: The authors.

        Raises:
            InputError: The text is no ``str``, or the publication date is no ISO 8601 day or time.
        """
        if not isinstance(text, str):
            raise InputError(f"text is {type(text).__name__}, not str; read bytes with libya_news.read")
        told = as_day_or_time(published)
        moment = told if isinstance(told, dt.datetime) else None
        day = told if moment is None else tripoli_day(moment)
        if headline is not None:
            headline = headline.strip() or None
        if headline is not None and not _opens_with(text, headline):
            text = f"{headline}\n\n{text}"
        return cls(
            text=text,
            id=id if id is not None else text_sha256(text)[:16],
            source=source,
            url=url,
            outlet=outlet,
            headline=headline,
            standfirst=standfirst,
            byline=byline,
            published=day,
            published_basis=None if day is None else "input",
            published_at=moment,
        )

    def zone_at(self, offset: int) -> ZoneKind:
        """The kind of zone that holds a code point; ``body`` where no zone says otherwise.

        Args:
            offset: A code point of the text.
        """
        for zone in self.zones:
            if zone.start <= offset < zone.end:
                return zone.zone
        return "body"

    def _repr_html_(self) -> str:
        return fragment_of(self)


def _opens_with(text: str, headline: str) -> bool:
    """Whether one of the first lines of the text is the headline (white space apart)."""
    wanted = " ".join(headline.split())
    # Enough for a headline after a section label, a date line and the site's name.
    opening = text[: 4 * len(headline) + 600].split("\n")
    return any(" ".join(line.split()) == wanted for line in opening)
