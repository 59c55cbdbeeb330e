"""Dossiers: invented stories about invented incidents, with the records a careful reader would write.

A dossier is a TOML file. Each ``[[story]]`` has its text and ``casualties``, one inline table a figure:

- ``w``: the words of the figure, as they stand in the text; ``n``: the count (``9``, ``>=9``, ``>9``, ``~9``,
  ``<=9``, ``9-12``, ``v24`` a vague word of at least 24, ``0``, ``?``); ``harm`` (killed)
- ``place``, ``date`` (a day or ``first/last``), ``cause``, ``side``, ``class``, ``by`` (who did it, an
actor's id) - ``says``: ``kind:words`` or ``kind@actor:words`` of the speaker; ``denies``: the speaker
denies it - ``kind`` (incident), ``scope`` (event), ``part_of`` and ``supersedes``: the ``w`` of another
figure of the story - ``incident``: the gold incident it belongs to

``[defaults]`` fills what is left out. Each ``[[incident]]`` has ``id`` and the true toll of each harm.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from libya_news.api import parse
from libya_news.model import (
    Article,
    Casualty,
    Claim,
    Count,
    Evidence,
    Incident,
    Interval,
    Mention,
    Perpetrator,
    Record,
    Speaker,
    Victims,
    casualty_id,
    claim_id,
)

HERE = Path(__file__).parent / "dossiers"
Key = tuple[str, str]


@attrs.frozen(kw_only=True)
class Dossier:
    name: str
    records: tuple[Record, ...]
    gold: Mapping[Key, str]
    tolls: Mapping[str, Mapping[str, int]]
    parts: Mapping[str, frozenset[str]]


def load() -> list[Dossier]:
    return [read(path) for path in sorted(HERE.glob("*.toml"))]


def read(path: Path) -> Dossier:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    records, gold = [], {}
    for story in data["story"]:
        record, labels = _record({**data.get("defaults", {}), **story})
        records.append(record)
        gold |= labels
    incidents = data["incident"]
    tolls = {i["id"]: {h: n for h, n in i.items() if isinstance(n, int)} for i in incidents}
    parts = {i["id"]: frozenset(i.get("holds", ())) for i in incidents}
    assert set(gold.values()) == set(tolls), path.name
    return Dossier(name=path.stem, records=tuple(records), gold=gold, tolls=tolls, parts=parts)


def count(words: str, n: str) -> Count:
    number = re.sub(r"\D.*", "", n.lstrip("<>=~v")) or "0"
    value = int(number)
    if n == "?":
        return Count.unknown(words)
    if n == "0":
        return Count.none(words)
    if "-" in n:
        return Count.between(value, int(n.partition("-")[2]), words)
    for mark, make in (
        (">=", Count.at_least),
        (">", Count.more_than),
        ("<=", Count.up_to),
        ("~", Count.about),
        ("v", Count.vague),
    ):
        if n.startswith(mark):
            return make(value, words)
    return Count.exact(value, words)


def _record(story: Mapping[str, Any]) -> tuple[Record, dict[Key, str]]:
    text = " ".join(story["text"].split())
    article = Article.from_text(
        text, id=story["id"], published=story.get("published"), outlet=story.get("outlet")
    )
    claims: dict[str, Claim] = {}
    made: dict[str, Casualty] = {}
    gold = {}
    for raw in story.get("casualties", ()):
        c = {**story, "harm": "killed", **raw}
        start = text.index(c["w"])
        end = start + len(c["w"])
        source = _claim(c, text, claims)
        taken = {m.id for m in made.values()}
        by = [c["by"]] if isinstance(c.get("by"), str) else c.get("by", [])
        casualty = Casualty(
            id=casualty_id(c["harm"], start, end, taken),
            harm=c["harm"],
            count=count(c["w"], c["n"]),
            kind=c.get("kind", "incident"),
            scope=c.get("scope", "event"),
            victims=Victims(class_=c.get("class", "unspecified"), side=c.get("side"), description=c["w"]),
            perpetrators=tuple(
                Perpetrator(actor=b.strip("?"), description=b, status="accused" if "?" in b else "stated")
                for b in by
            ),
            cause=c.get("cause") or None,
            place=c.get("place") or None,
            places=(c["place"],) if c.get("place") else (),
            date=_interval(c.get("date")),
            part_of=made[c["part_of"]].id if "part_of" in c else None,
            supersedes=tuple(made[w].id for w in c.get("supersedes", ())),
            claim=source.id if source else None,
            claims=(source.id,) if source else (),
            source=source.speaker if source else None,
            evidence=(Evidence(start, end, c["w"], "count"),),
            rule="by-hand",
        )
        made[c["w"]] = casualty
        gold[article.id, casualty.id] = c["incident"]
    return Record(article=article, claims=tuple(claims.values()), casualties=tuple(made.values())), gold


def _claim(c: Mapping[str, Any], text: str, claims: dict[str, Claim]) -> Claim | None:
    if not c.get("says"):
        return None
    who, _, words = c["says"].partition(":")
    kind, _, actor = who.partition("@")
    start = text.index(words)
    mention = Mention.of(text, start, start + len(words))
    key = claim_id(start)
    claims.setdefault(
        key,
        Claim(
            id=key,
            speaker=Speaker(
                actor=actor or None,
                description=words,
                kind=kind,  # type: ignore[arg-type]
                named=bool(actor),
                mention=mention,
            ),
            cue=None,
            content=mention,
            pieces=(mention,),
            polarity="denies" if c.get("denies") else "asserts",
        ),
    )
    return claims[key]


def _interval(words: str | None) -> Interval | None:
    if not words:
        return None
    first, _, last = words.partition("/")
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    days = (end - start).days
    return Interval(start, end, "day" if days == 0 else "month" if days > 20 else "days", "stated")


def through_parse(dossier: Dossier) -> Dossier:
    """The dossier as the library reads its stories; a figure that is not read keeps a key that nothing bears."""
    records, gold = [], {}
    for written in dossier.records:
        record = parse(written.article)
        records.append(record)
        for c in written.casualties:
            words = c.evidence[0]
            found = next((o.id for o in record.casualties if o.harm == c.harm and _told_by(o, words)), None)
            key = written.article.id, found or f"not read: {c.id}"
            gold[key] = dossier.gold[written.article.id, c.id]
    return attrs.evolve(dossier, records=tuple(records), gold=gold)


def _told_by(c: Casualty, words: Evidence) -> bool:
    counts = [e for e in c.evidence if e.field == "count"]
    return any(e.start < words.end and words.start < e.end for e in counts)


def b_cubed(gold: Mapping[Key, str], incidents: Iterable[Incident]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a grouping, averaged over the casualties of the gold."""
    found = {(m.article, m.casualty): i.id for i in incidents for m in i.members}
    together: dict[str, set[Key]] = defaultdict(set)
    right: dict[str, set[Key]] = defaultdict(set)
    for key, label in gold.items():
        right[label].add(key)
        together[found.get(key, repr(key))].add(key)
    precision = recall = 0.0
    for key, label in gold.items():
        mine, true = together[found.get(key, repr(key))], right[label]
        common = len(mine & true)
        precision += common / len(mine)
        recall += common / len(true)
    p, r = precision / len(gold), recall / len(gold)
    return p, r, 2 * p * r / (p + r)


def in_bounds(dossier: Dossier, incidents: Iterable[Incident]) -> list[tuple[str, str, bool, str]]:
    """For each gold toll: incident, harm, whether the found toll holds it, and what was found."""
    home = {(m.article, m.casualty): i for i in incidents for m in i.members}
    rows = []
    for name, harms in dossier.tolls.items():
        votes: dict[str, int] = defaultdict(int)
        by_id = {}
        for key, label in dossier.gold.items():
            if label == name and key in home:
                votes[home[key].id] += 1
                by_id[home[key].id] = home[key]
        best = by_id[max(sorted(votes), key=votes.__getitem__)] if votes else None
        for harm, n in harms.items():
            toll = best.toll(harm) if best else None
            low = toll.low.value if toll else None
            high = toll.high.value if toll else None
            good = toll is not None and (low is None or low <= n) and (high is None or n <= high)
            rows.append((name, harm, good, f"{low} to {high}, true {n}"))
    return rows
