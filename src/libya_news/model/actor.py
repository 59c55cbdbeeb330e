"""Named actors of a story: people, armed groups, governments, institutions."""

from __future__ import annotations

from typing import Literal

import attrs

from libya_news.model.span import Mention

ActorKind = Literal[
    "person",
    "armed_group",
    "government",
    "state",
    "institution",
    "intl_org",
    "media",
    "political_group",
    "community",
    "other",
]


@attrs.frozen(kw_only=True)
class Role:
    """A title or office, as the text gives it to a person.

    Attributes:
        title: The title ("spokesman", "foreign minister").
        organisation: What the office belongs to, in the text's words, or None.
        start: First code point of the words.
        end: The code point after the last one.
        exact: The words.
    """

    title: str
    organisation: str | None = None
    start: int
    end: int
    exact: str

    @property
    def mention(self) -> Mention:
        """The words alone."""
        return Mention(self.start, self.end, self.exact)


@attrs.frozen(kw_only=True)
class Actor:
    """A named actor; "masked gunmen" stay in the descriptions of casualties and claims.

    Attributes:
        id: Slug of the knowledge base, or of the name where the actor is unknown.
        name: Neutral name.
        kind: What sort of actor it is.
        roles: Titles that the text gives to a person.
        affiliations: Ids of the actors it belongs to on the article's date.
        mentions: Where the article names it, in text order.
    """

    id: str
    name: str
    kind: ActorKind = "other"
    roles: tuple[Role, ...] = ()
    affiliations: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
