"""The places of an article, with their coordinates, their chain to the country and where they are named."""

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.place import Place
from libya_news.model.span import Mention
from libya_news.parsing.names import NameHit
from libya_news.parsing.unknown_places import unknown_kind
from libya_news.text.tokens import Tokens


def read_places(tokens: Tokens, names: list[NameHit], knowledge: Knowledge) -> tuple[Place, ...]:
    """Return the places of an article, in the order of their first mentions.

    A country that acts ("France said") is listed as well: its name is on the page. A place inside the name
    of an actor ("the Misrata brigade") is none.

    Args:
        tokens: The tokens of the article's text.
        names: What `find_names` found in them.
        knowledge: The knowledge that the names were looked up in.
    """
    mentions: dict[str, list[Mention]] = {}
    parents: dict[str, str] = {}
    for hit in names:
        if hit.place_id is not None:
            start, end = tokens.span(hit.first, hit.last)
            mentions.setdefault(hit.place_id, []).append(Mention(start, end, tokens.text[start:end]))
            if hit.inner and hit.inner[0].place_id is not None:
                parents.setdefault(hit.place_id, hit.inner[0].place_id)
    return tuple(
        place_record(place_id, tuple(found), knowledge, parents.get(place_id))
        for place_id, found in mentions.items()
    )


def place_record(
    place_id: str, mentions: tuple[Mention, ...], knowledge: Knowledge, parent: str | None = None
) -> Place:
    """Return the record of one place.

    An unknown place has the words of its first mention for a name; where they hold a known place ("Zawiya
    harbour"), that is its parent and lends its coordinate.
    """
    if not knowledge.has_place(place_id):
        name = mentions[0].exact if mentions else place_id
        if parent is None:
            return Place(id=place_id, name=name, kind=unknown_kind(name, knowledge), mentions=mentions)
        around = knowledge.place(parent)
        return Place(
            id=place_id,
            name=name,
            kind=unknown_kind(name, knowledge),
            latitude=around.latitude,
            longitude=around.longitude,
            precision="city_centroid" if around.latitude is not None else None,
            within=(parent, *around.within),
            mentions=mentions,
        )
    entry = knowledge.place(place_id)
    return Place(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=entry.precision,
        within=entry.within,
        geonames=entry.geonames,
        pcode=entry.pcode,
        mentions=mentions,
    )
