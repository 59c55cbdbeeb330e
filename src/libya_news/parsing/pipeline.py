"""The order in which the rooms of the parser run: one article in, one record out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from libya_news.knowledge.lookup import default
from libya_news.model.record import Record
from libya_news.parsing.abroad import without_abroad
from libya_news.parsing.candidates import read_candidates
from libya_news.parsing.claims import find_claims
from libya_news.parsing.dates import find_dates
from libya_news.parsing.document import Document
from libya_news.parsing.frames import find_frames
from libya_news.parsing.groups import read_groups
from libya_news.parsing.merge import merge
from libya_news.parsing.names import find_names
from libya_news.parsing.reader import Reader
from libya_news.parsing.scene import complete_scene
from libya_news.parsing.scope import in_scope
from libya_news.text.tokens import tokenize

if TYPE_CHECKING:
    from libya_news.english.user_words import UserRules
    from libya_news.knowledge.lookup import Knowledge
    from libya_news.model.article import Article
    from libya_news.model.finding import Finding
    from libya_news.parsing.dates_weekdays import WeekdayPolicy


def read_document(
    article: Article, knowledge: Knowledge | None = None, weekdays: WeekdayPolicy = "newspaper"
) -> Document:
    """Read tokens, names and dates of an article."""
    known = knowledge if knowledge is not None else default()
    published = article.published
    tokens = tokenize(article.text)
    names = find_names(tokens, known, published)
    dates = find_dates(tokens, published, [(name.first, name.last) for name in names], weekdays)
    return Document(article, published, known, tokens, names, dates)


def parse_article(
    article: Article,
    *,
    knowledge: Knowledge | None = None,
    rules: UserRules | None = None,
    weekdays: WeekdayPolicy = "newspaper",
) -> Record:
    """Read the record of an article; one in another language than English gives an empty record.

    Args:
        article: The article, its zones read.
        knowledge: The actors and places that names are looked up in; those of the package where None.
        rules: Words and patterns of the user's own; what went wrong with the patterns becomes findings.
        weekdays: Which reading of "last Thursday" and "next Thursday" counts.
    """
    if article.language not in (None, "en"):
        return Record(article=article)
    if rules is None:
        return _read(article, knowledge, None, weekdays)
    with rules.in_force():
        return _read(article, knowledge, rules, weekdays)


def _read(
    article: Article, knowledge: Knowledge | None, rules: UserRules | None, weekdays: WeekdayPolicy
) -> Record:
    from libya_news.parsing.record import build_record

    document = read_document(article, knowledge, weekdays)
    groups = read_groups(document.units)
    reader = Reader(document, groups)
    claims = find_claims(document)
    found = read_candidates(reader, find_frames(groups))
    findings: tuple[Finding, ...] = ()
    if rules is not None and rules.patterns:
        from libya_news.parsing.user_candidates import add_user_matches

        found, findings = add_user_matches(reader, found, rules)
    candidates = without_abroad(document, in_scope(reader, found, claims), claims)
    scenes = complete_scene(document, groups, candidates, claims)
    scene_of = {id(c): scene for c, scene in zip(candidates, scenes, strict=True)}
    record = build_record(reader, merge(reader, candidates, scene_of), claims, scene_of)
    return evolve(record, findings=findings) if findings else record
