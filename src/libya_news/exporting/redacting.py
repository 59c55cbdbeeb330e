"""Records without the names of victims: the same facts and the same offsets, the names blacked out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote

import attrs

from libya_news.knowledge.lookup import Knowledge
from libya_news.model.actor import Actor
from libya_news.model.article import Article, Caption, Dateline
from libya_news.model.casualty import Victims
from libya_news.model.ids import slug, text_sha256
from libya_news.model.place import Place
from libya_news.model.record import Record

BLOCK = "\u2588"  # FULL BLOCK

Key = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+")
_GAP = 3  # code points between two words of one name: a blank, a hyphen, a bracket
_PARTICLES = frozenset(
    "abd abou abu al ar as ash at az ben bin bint dr el ibn mr mrs ould the um umm uld van von".split()
)
# Fields that hold ids, and fields that hold words. All others hold numbers, codes of the format, or objects.
_IDS = frozenset(
    {"id", "actor", "side", "group", "about", "affiliations", "within", "place", "places", "said_in"}
)
_WORDS = frozenset(
    {
        *("name", "names", "description", "stated", "title", "organisation", "headline", "standfirst"),
        *("byline", "outlet", "credit", "term", "neutral", "message", "via", "bearing", "reason"),
    }
)
_ADDRESSES = frozenset({"id", "source", "url"})  # of the article


def redact_names(record: Record, *, knowledge: Knowledge | None = None) -> Record:
    """Blacks out the names of victims, everywhere in a record.

    Use it before records leave the house. Each letter of a name becomes a full block, so offsets hold and the
    quoted words still stand where the record says; how long a name is stays visible. Blacked out are the
    names that casualties list, in any case and with any hyphens; their words where they stand alone
    ("Fathi's mother"); and the names of persons whom the knowledge does not know and who neither speak, nor
    act, nor hold an office in the story: a victim whose harm no rule read is one of them. Actors and places
    that the knowledge knows keep their names, unless they are the victims themselves. An address, a path or an
    id of the article that holds a name is left out.

    A name that the record does not list stays: read the output before you publish it.

    >>> from libya_news import Article, parse
    >>> record = parse(Article.from_text("Ali Fathi was killed in Sirte. Fathi was a nurse."))
    >>> redact_names(record).article.text
    '███ █████ was killed in Sirte. █████ was a nurse.'

    Args:
        record: Any record.
        knowledge: The actors and places that it was parsed with; those of the package by default.

    Returns:
        A record that keeps every promise of the format; the same one where there is nothing to black out.
    """
    if not record.casualties:
        return record
    known = Knowledge.default() if knowledge is None else knowledge
    names = {name for c in record.casualties for name in c.victims.names}
    meant = {key for name in names if (key := _key(name))}
    hidden = [
        a for a in record.actors if a.kind == "person" and not meant.isdisjoint(map(_key, _surfaces(a)))
    ]
    others = [a for a in record.actors if a not in hidden]
    hidden += _bystanders(others, record, known)
    whole = meant | {key for a in hidden for s in _surfaces(a) if (key := _key(s))}
    if not whole:
        return record
    parts = {part for name in names for part in _parts(name)}
    lasts = {name[-1] for name in map(_parts, names) if name}
    kept = set()
    things: list[Actor | Place] = [*(a for a in others if a not in hidden), *record.places]
    for thing in things:
        is_known = known.has_actor(thing.id) if isinstance(thing, Actor) else known.has_place(thing.id)
        kept |= {_key(s) for s in _surfaces(thing) if is_known or lasts.isdisjoint(_parts(s))}
    hide = _Hider(whole, kept - whole, parts)
    rename = _renamer(record, {a.id for a in hidden}, parts, known)
    text = hide(record.article.text)
    made: Record = _redacted(record, text, hide, rename)
    return attrs.evolve(made, article=_without_addresses(made.article, whole | parts))


def _bystanders(actors: Iterable[Actor], record: Record, known: Knowledge) -> list[Actor]:
    """Return persons of whom the story tells nothing but that they were there."""
    at_work = {s.actor for claim in record.claims for s in (claim.speaker, *claim.chain)}
    at_work |= {p.actor for c in record.casualties for p in c.perpetrators}
    return [
        a
        for a in actors
        if a.kind == "person" and not a.roles and a.id not in at_work and not known.has_actor(a.id)
    ]


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def _key(name: str) -> Key:
    return tuple(_fold(w) for w in _WORD.findall(name))


def _parts(name: str) -> list[Key]:
    """Return the parts of a name that tell it when they stand alone."""
    keys = (_key(part) for part in re.split(r"[\s\-\u2010-\u2015_]+", name))
    return [k for k in keys if len("".join(k)) > 2 and not _PARTICLES.issuperset(k) and not k[0].isdigit()]


def _surfaces(thing: Actor | Place) -> set[str]:
    return {thing.name, *(m.exact for m in thing.mentions)}


class _Hider:
    """Blacks out names in a text, in time that grows with the text: whole names, then parts of names."""

    def __init__(self, whole: Iterable[Key], kept: Iterable[Key], parts: Iterable[Key]) -> None:
        self.kinds: dict[Key, str] = {}
        for kind, keys in (("part", parts), ("kept", kept), ("whole", whole)):
            self.kinds.update((key, kind) for key in keys if key)
        self.lengths: dict[str, list[int]] = {}
        for key in self.kinds:
            self.lengths.setdefault(key[0], []).append(len(key))
        # A whole name before what is kept, the longer before the shorter.
        self.lengths = {first: sorted(set(ns), reverse=True) for first, ns in self.lengths.items()}

    def __call__(self, text: str) -> str:
        words = list(_WORD.finditer(text))
        folded = [_fold(w[0]) for w in words]
        letters: list[str] | None = None
        i = 0
        while i < len(words):
            kind, n = self._at(i, words, folded)
            if kind == "whole" or (kind == "part" and not words[i][0][0].islower()):
                letters = letters if letters is not None else list(text)
                for w in words[i : i + n]:
                    letters[w.start() : w.end()] = BLOCK * len(w[0])
            i += n
        return text if letters is None else "".join(letters)

    def _at(self, i: int, words: Sequence[re.Match[str]], folded: Sequence[str]) -> tuple[str, int]:
        found = [
            (self.kinds[key], n)
            for n in self.lengths.get(folded[i], ())
            if i + n <= len(words)
            and (key := tuple(folded[i : i + n])) in self.kinds
            and all(words[j + 1].start() - words[j].end() <= _GAP for j in range(i, i + n - 1))
        ]
        order = ("whole", "kept", "part")
        return min(found, key=lambda f: (order.index(f[0]), -f[1]), default=("", 1))


def _renamer(
    record: Record, hidden: set[str], parts: Iterable[Key], known: Knowledge
) -> Callable[[str], str]:
    """Return what renames ids: of hidden actors, and unknown ones that are made of a victim's name."""
    words = {slug("".join(part)) for part in parts}
    things: list[Actor | Place] = [*record.places, *record.actors]
    firsts = {thing.id: min((m.start for m in thing.mentions), default=0) for thing in things}

    @cache
    def renamed(name: str) -> str:
        if name not in hidden:
            if known.has_actor(name) or known.has_place(name) or words.isdisjoint(name.split("-")):
                return name
        return f"redacted-{firsts[name]}" if name in firsts else "redacted"

    return renamed


def _redacted(value: Any, text: str, hide: Callable[[str], str], rename: Callable[[str], str]) -> Any:
    """Return a part of a record with its words, ids and quoted words redacted."""
    if isinstance(value, tuple):
        return tuple(_redacted(item, text, hide, rename) for item in value)
    if not attrs.has(type(value)):
        return value

    def of(name: str, old: Any) -> Any:
        if name == "text" and isinstance(value, Article):
            return text
        if name == "exact" or (name == "text" and isinstance(value, Caption)):
            return text[value.start : value.end]
        if name == "names" and isinstance(value, Victims):
            return tuple(_WORD.sub(lambda word: BLOCK * len(word[0]), item) for item in old)
        is_id = name in _IDS and not (name == "place" and isinstance(value, Dateline))
        if is_id and (name != "id" or isinstance(value, Actor | Place)):
            change = rename
        elif name in _WORDS or (name == "place" and isinstance(value, Dateline)):
            change = hide
        else:
            return _redacted(old, text, hide, rename)
        if isinstance(old, str):
            return change(old)
        if isinstance(old, tuple) and all(isinstance(item, str) for item in old):
            return tuple(map(change, old))
        return _redacted(old, text, hide, rename)  # a record's "places" are no ids

    def changes() -> Iterator[tuple[str, Any]]:
        for field in attrs.fields(type(value)):
            old = getattr(value, field.name)
            new = of(field.name, old)
            if new != old:
                yield field.name, new

    found = dict(changes())
    return attrs.evolve(value, **found) if found else value


def _without_addresses(article: Article, names: Iterable[Key]) -> Article:
    """Leave out where the article was found, if a name stands in it."""
    wanted = {"-".join(key) for key in names}

    def tells(address: str | None) -> bool:
        plain = f"-{'-'.join(_key(unquote(address or '')))}-"
        return any(f"-{name}-" in plain for name in wanted)

    changes: dict[str, Any] = {name: None for name in _ADDRESSES if tells(getattr(article, name))}
    if "id" in changes:
        changes["id"] = text_sha256(article.text)[:16]
    return attrs.evolve(article, **changes) if changes else article
