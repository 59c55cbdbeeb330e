"""What is known of an actor or a place of Libya's conflict."""

from datetime import date

from attrs import field, frozen

from libya_news.model.actor import ActorKind
from libya_news.model.place import PlaceKind, PlacePrecision


@frozen
class Period:
    """A stretch of time known to the day, the month or the year; an end that is None is open.

    >>> Period("2014-05", "2016").covers(date(2016, 12, 31))
    True
    """

    start: str | None = None
    end: str | None = None

    def covers(self, day: date | None) -> bool:
        """Tell whether `day` may lie in the period; a day that is not known may lie anywhere."""
        if day is None:
            return True
        iso = day.isoformat()
        after = self.start is None or iso[: len(self.start)] >= self.start
        return after and (self.end is None or iso[: len(self.end)] <= self.end)


@frozen
class Membership:
    """An actor belonged to, or was counted with, another for a time."""

    id: str
    period: Period = Period()


@frozen(kw_only=True)
class Office:
    """A post that a person held for a time.

    Attributes:
        title: The post's title, in lower case.
        organisation: The id of the actor it belongs to, or None.
        period: When the person held it.
    """

    title: str
    organisation: str | None = None
    period: Period = Period()


@frozen(kw_only=True)
class KnownActor:
    """An actor of the knowledge base.

    Attributes:
        id: The actor's slug.
        name: The neutral name.
        kind: One of the ten kinds of the record format.
        subkind: A finer kind ("brigade", "prime_minister").
        strong: Names that identify the actor alone.
        weak: Names that need the article's context.
        arabic: Names in Arabic letters.
        acronyms: Short names, whose capitals count.
        by_leader: Names that mean the group of its leader ("Haftar's forces").
        loaded_names: Names with a loaded word in them; framing, never a name.
        active: When it existed; for a person, the lifespan.
        part_of: The actors it belonged to, dated.
        side: The party that its dead would be counted for, dated.
        based_in: Ids of places.
        roles: A person's posts, dated.
        loaded: Labels that news has used of it.
        acled: The actor's name in ACLED's data, or None.
        sources: Where the facts come from.
        note: What else a reader should know.
        checked: Whether a source that was read supports the entry.
    """

    id: str
    name: str
    kind: ActorKind
    subkind: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    by_leader: tuple[str, ...] = ()
    loaded_names: tuple[str, ...] = ()
    active: Period = Period()
    part_of: tuple[Membership, ...] = ()
    side: tuple[Membership, ...] = ()
    based_in: tuple[str, ...] = ()
    roles: tuple[Office, ...] = ()
    loaded: tuple[str, ...] = ()
    acled: str | None = None
    sources: tuple[str, ...] = ()
    note: str = ""
    checked: bool = False


@frozen(kw_only=True)
class KnownPlace:
    """A place of the gazetteer.

    Attributes:
        id: The place's slug.
        name: The usual English spelling.
        kind: One of the kinds of the record format.
        subkind: A finer kind ("hospital", "oil_field"), or None.
        within: Ids of the places that hold it, nearest first.
        latitude: Degrees north (WGS 84), or None.
        longitude: Degrees east (WGS 84), or None.
        precision: `exact`, `city_centroid` (the coordinate is the parent's) or `approx`; None without a
            coordinate.
        strong: Spellings that identify the place alone.
        weak: Spellings that need one of `context` near.
        context: Places and words that make a weak spelling certain.
        case_sensitive: Spellings that count only as printed here.
        arabic: Spellings in Arabic letters.
        pcode: OCHA's code, or None.
        geonames: The GeoNames number, or None.
        population: Inhabitants, or None.
        icao: An airport's code, or None.
        iso2: A country's code, or None.
        homonyms: Other bearers of the name.
        sources: Where the facts come from.
        note: What else a reader should know.
        checked: Whether a source that was read supports the entry.
    """

    id: str
    name: str
    kind: PlaceKind
    subkind: str | None = None
    within: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision | None = None
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    case_sensitive: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    pcode: str | None = None
    geonames: int | None = None
    population: int | None = None
    icao: str | None = None
    iso2: str | None = None
    homonyms: tuple[str, ...] = ()
    sources: tuple[str, ...] = field(default=())
    note: str = ""
    checked: bool = False
