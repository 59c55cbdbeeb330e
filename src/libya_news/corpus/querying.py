"""Questions to a store: tolls by place, month, side or kind of source; what contradicts; casualties; full text.

Several stories tell of the same dead. Tolls are therefore those of incidents, as ``libya_news.reconcile`` makes them of
the records that a question concerns: rows of casualties are never added up.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, Literal

import attrs

from libya_news.corpus.store import connect, read_records
from libya_news.errors import InputError, UnknownId

if TYPE_CHECKING:
    from libya_news.model.casualty import Casualty
    from libya_news.model.incident import Contradiction, Incident, Toll
    from libya_news.model.record import Record

Path = str | os.PathLike[str]
By = Literal["place", "month", "side", "source"]
NEWSPAPER = "newspaper"  # the kind of source of what a newspaper says in its own voice
_NOT_TOLD = "not told"


@attrs.frozen(kw_only=True)
class Wanted:
    """Which casualties a question concerns; a field that is None leaves all of them.

    Attributes:
        harm: ``killed``, ``wounded``, ...
        place: Id of a place: it and the places in it.
        since: First day (ISO 8601); casualties whose days lie before it are left out.
        until: Last day, inclusive.
        side: Id of the party whose people were harmed.
        source: Kind of the source, or ``newspaper`` for what a newspaper says in its own voice.
    """

    harm: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    side: str | None = None
    source: str | None = None

    def where(self) -> tuple[str, list[str]]:
        """The condition on a row ``c`` of casualties, and its values."""
        tests: list[tuple[str, str | None]] = [
            ("c.harm = ?", self.harm),
            (
                "(c.place_id = ?1 OR EXISTS (SELECT 1 FROM places AS p, json_each(p.within) AS w WHERE p.article_key "
                "= c.article_key AND p.place_id = c.place_id AND w.value = ?1))",
                self.place,
            ),
            ("coalesce(c.date_end, c.date_start) >= ?", self.since),
            ("coalesce(c.date_start, c.date_end) <= ?", self.until),
            ("c.victim_side = ?", self.side),
        ]
        values: list[str] = []
        parts = []
        for test, value in tests:
            if value is not None:
                values.append(value)
                parts.append(test.replace("?1", "?").replace("?", f"?{len(values)}"))
        if self.source == NEWSPAPER:
            parts.append("c.claim_id IS NULL")
        elif self.source is not None:
            values.append(self.source)
            parts.append(f"c.source_kind = ?{len(values)}")
        return " AND ".join(parts) or "1", values


@attrs.frozen(kw_only=True)
class TollRow:
    """The toll of a group of incidents. A number that no story gives is None, never 0.

    Attributes:
        group: The place, month, side or kind of source; ``not told`` where the stories do not tell.
        incidents: How many incidents.
        stories: How many stories tell of them.
        low: Sum of the lower numbers of those that have one.
        low_of: How many have one.
        best: Sum of the best numbers of those that have one.
        best_of: How many have one.
        high: Sum of the upper numbers; None where one of them has none, for then there is no upper number.
        without_figure: How many of them have no number at all.
    """

    group: str
    incidents: int
    stories: int
    low: int | None
    low_of: int
    best: int | None
    best_of: int
    high: int | None
    without_figure: int


def tolls(
    store: Path, by: By = "place", wanted: Wanted | None = None, *, policy: str = "conservative"
) -> tuple[TollRow, ...]:
    """Tolls by place, month, side or kind of source.

    Incidents are counted once, however many stories tell of them. Tolls of periods ("40 in June") are left out, for
    they hold the incidents. Rows by source answer "what does this kind of source say": they tell of the same dead, and
    are never added up; so do rows by side where sides are told apart within one incident.

    Args:
        store: The store.
        by: What to group by.
        wanted: Which casualties; those killed for None.
        policy: How conflicting figures become low, best and high, as for ``libya_news.reconcile``.

    Returns:
        The rows in the order of their groups.

    Raises:
        InputError: The file is no store.
        UnknownId: There is no such policy, or no such group.
    """
    if by not in ("place", "month", "side", "source"):
        raise UnknownId("group", by, ("place", "month", "side", "source"))
    wanted = Wanted(harm="killed") if wanted is None else wanted
    found: dict[str, list[tuple[Incident, Toll]]] = defaultdict(list)
    selected = list(select(store, wanted))
    parts = _by_source(selected) if by == "source" else {"": selected}
    for source, records in parts.items():
        for incident in _reconciled(records, policy):
            if incident.kind == "aggregate":
                continue
            for group, toll in _groups(incident, by, source, wanted.harm or "killed"):
                found[group].append((incident, toll))
    return tuple(_row(group, found[group]) for group in sorted(found, key=lambda g: (g == _NOT_TOLD, g)))


def _groups(incident: Incident, by: By, source: str, harm: str) -> Iterator[tuple[str, Toll]]:
    whole = incident.toll(harm)
    if whole is None:
        return
    if by == "source":
        yield source, whole
    elif by == "place":
        yield incident.place or _NOT_TOLD, whole
    elif by == "month":
        date = incident.date
        months = {f"{day:%Y-%m}" for day in (date.start, date.end) if day is not None} if date else set()
        yield months.pop() if len(months) == 1 else "several months" if months else _NOT_TOLD, whole
    else:
        told = [toll for toll in incident.tolls if toll.harm == harm and toll.side is not None]
        for toll in told:
            yield str(toll.side), toll
        if not told:
            yield _NOT_TOLD, whole


def _row(group: str, found: list[tuple[Incident, Toll]]) -> TollRow:
    lows = [t.low.value for _, t in found if t.low.value is not None]
    bests = [t.best.value for _, t in found if t.best.value is not None]
    highs = [t.high.value for _, t in found if t.high.value is not None]
    bounds = [(t.low.value, t.best.value, t.high.value) for _, t in found]
    return TollRow(
        group=group,
        incidents=len(found),
        stories=len({m.article for i, _ in found for m in i.members}),
        low=sum(lows) if lows else None,
        low_of=len(lows),
        best=sum(bests) if bests else None,
        best_of=len(bests),
        high=sum(highs) if len(highs) == len(found) else None,
        without_figure=bounds.count((None, None, None)),
    )


def ids_of(store: Path, what: Literal["place", "side"]) -> frozenset[str]:
    """The ids of places, or of sides, that stories of a store name.

    Args:
        store: The store.
        what: Which ids.

    Raises:
        InputError: The file is no store.
    """
    questions = {
        "place": "SELECT place_id FROM places UNION SELECT w.value FROM places AS p, json_each(p.within) AS w",
        "side": "SELECT victim_side FROM casualties",
    }
    with closing(connect(store)) as connection:
        return frozenset(row[0] for row in connection.execute(questions[what]) if row[0] is not None)


def contradictions(
    store: Path, wanted: Wanted | None = None, *, policy: str = "conservative"
) -> tuple[tuple[Incident, Contradiction], ...]:
    """Where the claims and stories of one incident cannot all be right: figures, causes, days, denials, corrections.

    Args:
        store: The store.
        wanted: Which casualties; all of them for None.
        policy: As for ``tolls``.

    Returns:
        Each contradiction with its incident, by day and place.

    Raises:
        InputError: The file is no store.
    """
    records = select(store, Wanted() if wanted is None else wanted)
    return tuple((incident, c) for incident in _reconciled(records, policy) for c in incident.contradictions)


def casualties(
    store: Path, wanted: Wanted | None = None, *, limit: int | None = None
) -> tuple[dict[str, Any], ...]:
    """Casualties with the words that state them and who says so, by day, place and story.

    Args:
        store: The store.
        wanted: Which casualties; all of them for None.
        limit: How many at most, or None.

    Returns:
        Rows of the view ``casualties_with_sources``.

    Raises:
        InputError: The file is no store.
    """
    where, values = (Wanted() if wanted is None else wanted).where()
    sql = (
        "SELECT s.* FROM casualties AS c JOIN casualties_with_sources AS s USING (article_key, casualty_id) "  # noqa: S608
        f"WHERE {where} ORDER BY c.date_start IS NULL, c.date_start, c.place_id, c.article_key, c.quote_start "
        f"LIMIT {-1 if limit is None else int(limit)}"
    )
    with closing(connect(store)) as db:
        return tuple(_dicts(db.execute(sql, values)))


def search(store: Path, words: str, *, limit: int = 20) -> tuple[dict[str, Any], ...]:
    """Stories whose text holds words, the best first.

    Args:
        store: The store.
        words: Words, or an expression of SQLite's FTS5: ``sirte AND shelling``, ``"field hospital"``, ``milit*``.
        limit: How many at most.

    Returns:
        For each story its key, id, headline, publication day, casualties and the words around those found.

    Raises:
        InputError: The file is no store, or the words are no expression of FTS5.
    """
    sql = (
        "SELECT a.article_key, a.article_id, a.headline, a.published, a.casualties, "
        "snippet(articles_fts, 1, '[', ']', ' ... ', 16) AS words FROM articles_fts "
        "JOIN articles AS a ON a.id = articles_fts.rowid WHERE articles_fts MATCH ? ORDER BY rank, a.id LIMIT ?"
    )
    with closing(connect(store)) as db:
        try:
            return tuple(_dicts(db.execute(sql, (words, limit))))
        except sqlite3.OperationalError as error:
            raise InputError(
                f"{words!r} is no search expression ({error}); put words with marks in double quotes"
            ) from None


def _dicts(cursor: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def select(store: Path, wanted: Wanted) -> Iterator[Record]:
    """The records with casualties that a question concerns, each with those alone.

    Args:
        store: The store.
        wanted: Which casualties.
    """
    where, values = wanted.where()
    ids: dict[str, set[str]] = defaultdict(set)
    with closing(connect(store)) as db:
        sql = f"SELECT c.article_key, c.casualty_id FROM casualties AS c WHERE {where}"  # noqa: S608
        for key, casualty in db.execute(sql, values):
            ids[key].add(casualty)
        taken: set[str] = set()
        for key, record in read_records(db, frozenset(ids)):
            name = record.article.id
            if name in taken:  # two texts that their sources gave one id
                record = attrs.evolve(record, article=attrs.evolve(record.article, id=f"{name}@{key}"))
            taken.add(name)
            yield _with(record, (c for c in record.casualties if c.id in ids[key]))


def _with(record: Record, kept: Iterable[Casualty]) -> Record:
    """A record with some of its casualties; what pointed to the others points to nothing."""
    chosen = tuple(kept)
    if len(chosen) == len(record.casualties):
        return record
    ids = {c.id for c in chosen}
    return attrs.evolve(
        record,
        casualties=tuple(
            attrs.evolve(
                c,
                part_of=c.part_of if c.part_of in ids else None,
                supersedes=tuple(i for i in c.supersedes if i in ids),
            )
            for c in chosen
        ),
    )


def _by_source(records: list[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for kind in {_kind(c) for c in record.casualties}:
            found[kind].append(_with(record, (c for c in record.casualties if _kind(c) == kind)))
    return found


def _kind(c: Casualty) -> str:
    return NEWSPAPER if c.claim is None else c.source.kind if c.source is not None else "unknown"


def _reconciled(records: Iterable[Record], policy: str) -> tuple[Incident, ...]:
    from libya_news.reconciling.incidents import reconcile

    return reconcile(records, policy=policy)
