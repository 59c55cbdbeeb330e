"""Whose words a story prints: agencies, syndicated copies, and which stories are no independent sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from libya_news.model.article import Article
from libya_news.model.record import Record
from libya_news.reconciling.unions import Unions
from libya_news.reconciling.wording import agencies

_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]{25,600}")
_CREDIT = re.compile(r"\(([^()\n]{2,40})\)")
_COMMON = 40  # a sentence in more stories than this is furniture and tells nothing
_SHARE = 0.6  # of the shorter story's sentences


def agency_of(article: Article) -> str | None:
    """Return the agency whose words a story prints, in lower case, or None.

    Use it to tell a syndicated copy from a report of the newspaper's own.

    >>> agency_of(Article.from_text("SIRTE (Reuters) - Two men died."))
    'reuters'

    Args:
        article: Any article; its zones help and are not needed.
    """
    pattern, names = agencies()
    text = article.text
    lines = [text[z.start : z.end] for z in article.zones if z.zone == "agency"]
    # A credit stands in brackets at the head of the story or at its very end.
    lines += [m[1] for m in _CREDIT.finditer(text[:400])]
    lines += [m[1] for m in _CREDIT.finditer(text[-120:])]
    lines += [article.outlet or "", *article.byline]
    found = {names[m] for words in lines for m in pattern.findall(words)}
    return min(found) if found else None


def publisher_of(article: Article) -> str:
    """Return who stands behind a story: its agency, else its outlet, else its host, else the story itself.

    Args:
        article: Any article.
    """
    agency = agency_of(article)
    if agency is not None:
        return agency
    if article.outlet:
        return article.outlet.strip().lower()
    host = _HOST.match(article.url or "")
    return host[1].lower() if host else f"article:{article.id}"


def copies(records: Sequence[Record]) -> Mapping[str, str]:
    """Return for each article the first (by id) of the stories that print mostly the same sentences.

    Args:
        records: Records with distinct article ids.

    Returns:
        Article id -> article id of its group; a story with no copy is its own group.
    """
    sentences: dict[str, frozenset[str]] = {}
    where: dict[str, list[str]] = defaultdict(list)
    for record in sorted(records, key=lambda r: r.article.id):
        article = record.article
        found = frozenset(" ".join(s.lower().split()) for s in _SENTENCE.findall(article.text))
        sentences[article.id] = found
        for sentence in found:
            where[sentence].append(article.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for ids in where.values():
        if 1 < len(ids) <= _COMMON:
            for i, a in enumerate(ids):
                for b in ids[i + 1 :]:
                    shared[a, b] += 1
        elif len(ids) > _COMMON:  # whole copies may be many: each is held against the first
            for b in ids[1:]:
                shared[ids[0], b] += 1
    groups = Unions(sentences)
    for (a, b), n in sorted(shared.items()):
        if n >= _SHARE * min(len(sentences[a]), len(sentences[b])):
            groups.join(a, b)
    return {a: groups.root(a) for a in sentences}


def independent(keys: Iterable[tuple[str, ...]]) -> int:
    """Count the sources that are left when those that share a key are one.

    >>> independent([("reuters", "copy:1"), ("afp",), ("times", "copy:1")])
    2

    Args:
        keys: For each statement what it depends on: its publisher, its group of copies, its named speaker.
    """
    groups = Unions(())
    firsts: list[str] = []
    for depends in keys:
        for key in depends:
            groups.join(depends[0], key)
        firsts.extend(depends[:1])
    return len({groups.root(key) for key in firsts})
