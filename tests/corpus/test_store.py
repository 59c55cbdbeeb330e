from __future__ import annotations

import datetime as dt
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.making import dump, write_stories

from libya_news import Article, cli, parse, read_all
from libya_news.api import reconcile
from libya_news.corpus import run
from libya_news.corpus.journal import Entry
from libya_news.corpus.querying import Wanted, casualties, contradictions, search, tolls
from libya_news.corpus.store import StoreSink, connect, records
from libya_news.corpus.work import Outcome, rows_of_record
from libya_news.errors import InputError, UnknownId
from libya_news.exporting.flat import rows_of, tables

STORIES = [
    {
        "id": "a",
        "published": "2016-08-06",
        "headline": "Shelling in Tajoura",
        "text": "Twelve soldiers were killed by shelling in Tajoura on Friday, a medical source said.",
    },
    {
        "id": "b",
        "published": "2016-08-06",
        "text": "At least 20 soldiers were killed by shelling in Tajoura on Friday, residents said.",
    },
    {
        "id": "c",
        "published": "2016-09-02",
        "text": "Three men were wounded in clashes in Sebha on Thursday. No death toll was available.",
    },
    {"id": "d", "published": "2016-09-04", "text": "Four men were killed in Sebha on Saturday."},
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    lines = folder / "s.jsonl"
    lines.write_text("".join(json.dumps(story) + "\n" for story in STORIES))
    run([lines], folder / "news.db")
    return folder / "news.db"


@pytest.fixture
def db(store: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(store)) as connection:
        yield connection


class TestSchema:
    def test_any_sqlite3_opens_it(self, db: sqlite3.Connection) -> None:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (4,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        strict = db.execute("PRAGMA table_list").fetchall()
        ours = {name: is_strict for _, name, kind, _, _, is_strict in strict if kind == "table"}
        assert all(ours[name] for name in (*tables(), "records", "errors", "metadata", "columns"))

    def test_it_says_what_it_is(self, db: sqlite3.Connection) -> None:
        told = dict(db.execute("SELECT name, value FROM metadata"))
        assert {"licence", "library", "library_version", "schema_version"} <= set(told)
        columns = set(db.execute('SELECT "table", "column" FROM columns'))
        assert columns == {(t.name, c.name) for t in tables().values() for c in t.columns}

    def test_the_rows_are_those_of_the_records(self, store: Path, db: sqlite3.Connection) -> None:
        for name, table in tables().items():
            names = ", ".join(f'"{c.name}"' for c in table.columns)
            found = db.execute(f"SELECT {names} FROM {name}")  # noqa: S608
            lists = [i for i, c in enumerate(table.columns) if c.type == "texts"]
            expected = []
            for record in records(store):
                for row in rows_of(record, [name])[name]:
                    cells = [json.dumps(c) if i in lists else c for i, c in enumerate(row)]
                    cells = [int(c) if isinstance(c, bool) else c for c in cells]
                    expected.append(tuple(cells))
            assert sorted(map(repr, found)) == sorted(map(repr, expected)), name

    def test_unknown_is_null(self, db: sqlite3.Connection) -> None:
        sql = "SELECT low, high, best FROM casualties WHERE qualifier = ?"
        assert db.execute(sql, ["unknown"]).fetchall() == [(None, None, None)]
        assert db.execute(sql, ["at_least"]).fetchall() == [(20, None, 20)]

    def test_the_views(self, db: sqlite3.Connection) -> None:
        rows = db.execute(
            "SELECT exact, headline FROM casualties_with_evidence WHERE field = 'count' AND article_id = 'a'"
        ).fetchall()
        assert rows == [("Twelve soldiers", "Shelling in Tajoura")]
        rows = db.execute(
            "SELECT article_id, source_kind, latitude FROM casualties_with_sources ORDER BY 1, 2"
        )
        found = {(article, kind): latitude for article, kind, latitude in rows}
        assert {("a", "medical"), ("b", "resident"), ("d", "newspaper")} <= set(found)
        assert all(20 < latitude < 34 for latitude in found.values())
        assert db.execute("SELECT count(*) FROM denials").fetchone() is not None

    def test_full_text(self, db: sqlite3.Connection) -> None:
        sql = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
        assert db.execute(sql, ["tajoura AND residents"]).fetchall() == [(2,)]

    def test_a_record_comes_back_as_it_was(self, store: Path, tmp_path: Path) -> None:
        lines = tmp_path / "s.jsonl"
        lines.write_text("".join(json.dumps(story) + "\n" for story in STORIES))
        parsed = [parse(item) for item in read_all([lines])]  # type: ignore[arg-type]
        back = list(records(store))
        assert [(r.casualties, r.claims, r.article.text) for r in back] == [
            (r.casualties, r.claims, r.article.text) for r in parsed
        ]

    def test_a_lone_surrogate(self, tmp_path: Path) -> None:
        record = parse(Article.from_text("Four men \ud800 were killed in Sirte.", id="x"))
        with closing(StoreSink(tmp_path / "n.db", {})) as sink:
            sink.add(Outcome(rows_of_record(record)))
            sink.commit(Entry(input="x", nth=0))
        [record] = records(tmp_path / "n.db")
        assert "\ud800" in record.article.text
        [row] = casualties(tmp_path / "n.db")
        assert row["low"] == 4

    def test_other_files_are_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "text.db").write_text("this is no database, and it stays as it is" * 30)
        with closing(sqlite3.connect(tmp_path / "mine.db")) as mine:
            mine.execute("CREATE TABLE t (x)")
        for name in ("text.db", "mine.db"):
            before = (tmp_path / name).read_bytes()
            with pytest.raises(InputError):
                run([b"Four men died."], tmp_path / name)
            assert (tmp_path / name).read_bytes() == before
        with pytest.raises(InputError, match="no such store"):
            connect(tmp_path / "missing.db")
        assert not (tmp_path / "missing.db").exists()


class TestIncremental:
    def test_a_story_that_comes_again_is_held_once(self, tmp_path: Path) -> None:
        lines = write_stories(tmp_path / "a.jsonl", 5)
        (tmp_path / "b.jsonl").write_bytes(lines.read_bytes())
        run([lines], tmp_path / "n.db")
        done = run([lines, tmp_path / "b.jsonl"], tmp_path / "n.db")
        assert (done.records, done.total_records) == (0, 5)

    def test_other_options_read_again_and_replace(self, tmp_path: Path) -> None:
        story = tmp_path / "s.txt"
        story.write_text("Four men were killed in Sirte on Friday.")
        run([story], tmp_path / "n.db")
        assert casualties(tmp_path / "n.db")[0]["date_start"] is None
        run([story], tmp_path / "n.db", published="2016-08-06")
        [row] = casualties(tmp_path / "n.db")
        assert row["date_start"] == "2016-08-05"

    def test_two_texts_of_one_id_are_both_held(self, tmp_path: Path) -> None:
        lines = tmp_path / "s.jsonl"
        texts = ("Four men were killed in Sirte.", "Five men were killed in Sebha.")
        lines.write_text("".join(json.dumps({"id": "x", "text": t}) + "\n" for t in texts))
        run([lines], tmp_path / "n.db")
        found = tolls(tmp_path / "n.db")
        assert {(row.group, row.low) for row in found} == {("sirte", 4), ("sebha", 5)}

    def test_the_rows_do_not_depend_on_the_workers(self, tmp_path: Path) -> None:
        lines = write_stories(tmp_path / "a.jsonl", 100)
        run([lines], tmp_path / "one.db")
        run([lines], tmp_path / "two.db", workers=2)
        assert dump(tmp_path / "one.db") == dump(tmp_path / "two.db")

    def test_stopped_after_every_story(self, tmp_path: Path) -> None:
        lines = write_stories(tmp_path / "a.jsonl", 6)
        run([lines], tmp_path / "whole.db")
        while run([lines], tmp_path / "parts.db", stop=lambda: True).interrupted:
            pass
        assert dump(tmp_path / "whole.db") == dump(tmp_path / "parts.db")


class TestQuestions:
    def test_tolls_by_place_count_an_incident_once(self, store: Path) -> None:
        found = {row.group: row for row in tolls(store, "place")}
        tajoura = found["tajoura"]
        assert (tajoura.incidents, tajoura.stories) == (1, 2)
        [incident] = [i for i in reconcile(records(store)) if i.place == "tajoura"]
        toll = incident.toll("killed")
        assert toll is not None
        assert (tajoura.low, tajoura.best, tajoura.high) == (toll.low.value, toll.best.value, toll.high.value)

    def test_tolls_by_month(self, store: Path) -> None:
        found = {row.group: row.low for row in tolls(store, "month")}
        assert found["2016-09"] == 4
        assert set(found) == {"2016-08", "2016-09"}

    def test_an_unknown_toll_is_no_zero(self, tmp_path: Path) -> None:
        text = b"No death toll was immediately available after Friday's clashes in Sirte."
        run([text], tmp_path / "n.db", published="2016-08-06")
        [row] = tolls(tmp_path / "n.db")
        assert (row.low, row.best, row.high, row.without_figure) == (None, None, None, 1)

    def test_tolls_by_source(self, store: Path) -> None:
        found = {row.group: row.low for row in tolls(store, "source")}
        assert (found["medical"], found["resident"], found["newspaper"]) == (12, 20, 4)

    def test_tolls_by_side(self, tmp_path: Path) -> None:
        text = b"Three Libyan National Army soldiers were killed in Benghazi on 5 August 2016."
        run([text], tmp_path / "n.db")
        assert [(row.group, row.low) for row in tolls(tmp_path / "n.db", "side")] == [
            ("libyan-national-army", 3)
        ]
        assert tolls(tmp_path / "n.db", wanted=Wanted(harm="killed", side="islamic-state-libya")) == ()

    def test_what_contradicts(self, store: Path) -> None:
        [(incident, found)] = contradictions(store)
        assert (incident.place, found.field) == ("tajoura", "count")
        assert {m.article for m in found.members} == {"a", "b"}

    @pytest.mark.parametrize(
        ("wanted", "articles"),
        [
            (Wanted(), "abccd"),
            (Wanted(harm="wounded"), "c"),
            (Wanted(place="tripoli-district", harm="killed"), "ab"),
            (Wanted(place="sebha", harm="killed", source="newspaper"), "cd"),
            (Wanted(source="medical"), "a"),
            (Wanted(since="2016-09-03"), "d"),
            (Wanted(until="2016-08-31"), "ab"),
            (Wanted(since="2016-08-05", until="2016-08-05"), "ab"),
            (Wanted(side="islamic-state-libya"), ""),
        ],
    )
    def test_casualties(self, wanted: Wanted, articles: str, store: Path) -> None:
        found = [row["article_id"] for row in casualties(store, wanted)]
        assert "".join(sorted(found)) == articles

    def test_search(self, store: Path) -> None:
        assert [row["article_id"] for row in search(store, '"medical source"')] == ["a"]
        with pytest.raises(InputError, match="no search expression"):
            search(store, '"medical')

    def test_a_group_or_policy_that_does_not_exist(self, store: Path) -> None:
        with pytest.raises(UnknownId, match="month"):
            tolls(store, "months")  # type: ignore[arg-type]
        with pytest.raises(UnknownId, match="conservative"):
            tolls(store, policy="conservativ")

    @pytest.mark.parametrize("by", ["place", "month", "side", "source"])
    def test_the_command(self, by: str, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["query", str(store), "tolls", "--by", by, "--format", "jsonl"]) == 0
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [row["group"] for row in rows] == [row.group for row in tolls(store, by)]  # type: ignore[arg-type]
        assert cli.main(["query", str(store), "tolls", "--by", by]) == 0
        assert "KILLED BY" in capsys.readouterr().out

    @pytest.mark.parametrize("question", ["contradictions", "casualties", "search"])
    def test_the_other_commands(self, question: str, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
        words = ["tajoura"] if question == "search" else []
        assert cli.main(["query", str(store), question, *words]) == 0
        table = capsys.readouterr().out
        assert table.startswith(question.upper() if not words else "STORIES")
        assert cli.main(["query", str(store), question, *words, "--format", "jsonl"]) == 0
        assert all(json.loads(line) for line in capsys.readouterr().out.splitlines())

    def test_wrong_usage(self, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for words in (
            [str(store), "search"],
            [str(store), "tolls", "sirte"],
            [str(store), "search", '"open'],
            [str(tmp_path / "missing.db"), "tolls"],
        ):
            assert cli.main(["query", *words]) == 2
            assert capsys.readouterr().err.startswith("libya-news: ")

    def test_nothing_found(self, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["query", str(store), "tolls", "--place", "ghat"]) == 0
        assert capsys.readouterr().out == "nothing in the store answers to this\n"


@pytest.mark.slow
class TestOtherTools:
    """Opened by Datasette and sqlite-utils as it is."""

    def test_sqlite_utils(self, store: Path) -> None:
        sqlite_utils = pytest.importorskip("sqlite_utils")
        db: Any = sqlite_utils.Database(str(store))
        assert {"articles", "casualties", "claims"} <= set(db.table_names())
        assert db["articles"].detect_fts() == "articles_fts"
        assert [row["article_id"] for row in db["articles"].search("residents")] == ["b"]
        assert db["casualties"].foreign_keys[0].other_table == "articles"
        db.close()

    def test_datasette(self, store: Path) -> None:
        pytest.importorskip("datasette")
        import subprocess

        for path in (
            "/news/casualties.json?_shape=array&harm=killed",
            "/news/casualties_with_sources.json?_shape=array&harm=killed",
            "/news/articles.json?_shape=array&_search=tajoura",
        ):
            found = subprocess.run(
                [sys.executable, "-m", "datasette", str(store), "--get", path], capture_output=True, text=True
            )
            assert found.returncode == 0, found.stderr
            assert len(json.loads(found.stdout)) >= 2


def test_days_are_kept_as_text(db: sqlite3.Connection) -> None:
    days = {day for (day,) in db.execute("SELECT date_start FROM casualties WHERE date_start IS NOT NULL")}
    assert {dt.date.fromisoformat(day).year for day in days} == {2016}


def test_a_story_in_memory_and_in_the_store_have_one_key(store: Path, db: sqlite3.Connection) -> None:
    record = next(iter(records(store)))
    again = parse(Article.from_text(record.article.text, id=record.article.id))
    [row] = rows_of(again, ["articles"])["articles"]
    assert db.execute("SELECT id FROM articles WHERE article_key = ?", [row[0]]).fetchone() == (1,)
