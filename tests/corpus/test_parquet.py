from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.making import finish, start, until, write_stories

from libya_news import parse, read_all
from libya_news.corpus import run
from libya_news.errors import InputError
from libya_news.exporting.flat import rows_of, tables

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
arrow = pytest.importorskip("libya_news.corpus.arrow")

STORIES = 80


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_stories(tmp_path_factory.mktemp("stories") / "stories.jsonl", STORIES)


def expected(stories: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table as Arrow gives them."""
    columns = tables()[name].columns
    rows = []
    for item in read_all([stories]):
        for row in rows_of(parse(item), [name])[name]:  # type: ignore[arg-type]
            cells = dict(zip((c.name for c in columns), row, strict=True))
            for c in columns:
                if c.type == "date" and cells[c.name] is not None:
                    cells[c.name] = dt.date.fromisoformat(str(cells[c.name]))
                elif c.type == "texts":
                    cells[c.name] = list(cells[c.name])  # type: ignore[arg-type]
            rows.append(cells)
    return rows


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "journal.jsonl"
    }


@pytest.mark.parametrize(
    "name", ["articles", "casualties", "evidence", "claims", "actors", "places", "dates"]
)
def test_a_round_trip(name: str, stories: Path, tmp_path: Path) -> None:
    run([stories], tmp_path, form="parquet")
    table = pq.read_table(tmp_path / name)
    rows = [
        {key: cell if key != "source" else str(stories) for key, cell in row.items()}
        for row in table.to_pylist()
    ]
    wanted = expected(stories, name)
    for row in wanted:
        row.update({"source": str(stories)} if "source" in row else {})
    assert rows == wanted
    assert table.schema.equals(arrow.schema(name))
    assert table.schema.field(0).metadata[b"description"]


def test_parts_are_the_same_for_any_number_of_workers_and_stops(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from libya_news.corpus import parquet

    monkeypatch.setattr(parquet.ParquetSink.__init__, "__kwdefaults__", {"stories": 40})
    run([stories], tmp_path / "whole", form="parquet")
    assert len(list((tmp_path / "whole" / "casualties").iterdir())) == 2
    run([stories], tmp_path / "two", form="parquet", workers=2)
    assert files(tmp_path / "two") == files(tmp_path / "whole")
    told = 0

    def stop() -> bool:
        nonlocal told
        told += 1
        return told % 70 == 0

    while run([stories], tmp_path / "parts", form="parquet", resume=True, stop=stop).interrupted:
        pass
    assert told > STORIES  # what a part had not written was read again


@pytest.mark.parametrize("points", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_killed(points: int, stories: Path, tmp_path: Path) -> None:
    run([stories], tmp_path / "whole", form="parquet")
    out = tmp_path / "out"
    words = ("run", stories, "--out", out, "--format", "parquet", "--resume")
    for n in range(points):
        with start(*words) as process:
            until(process, [out / "journal.jsonl", *out.glob("*/*")], 300 + 700 * (n % 4))
            process.kill()
    assert finish(*words)[0] == 0
    assert files(out) == files(tmp_path / "whole")


def test_the_forms_are_not_mixed(stories: Path, tmp_path: Path) -> None:
    run([b"Four men died."], tmp_path)
    with pytest.raises(InputError, match="kind"):
        run([b"Four men died."], tmp_path, form="parquet", resume=True)


class TestBatches:
    def batches(self, stories: Path, size: int) -> Any:
        values = [json.loads(line) for line in stories.read_text(encoding="utf-8").splitlines()]
        return pa.Table.from_pylist(values).to_batches(max_chunksize=size)

    @pytest.mark.parametrize("size", [1, 7, 1000])
    def test_the_same_rows_however_articles_are_cut(self, size: int, stories: Path) -> None:
        for function, name in ((arrow.casualties, "casualties"), (arrow.claims, "claims")):
            made = list(function(iter(self.batches(stories, size))))
            assert len(made) == -(-STORIES // size)
            rows = pa.Table.from_batches(made, arrow.schema(name)).to_pylist()
            assert rows == expected(stories, name)

    def test_days_and_times_as_arrow_holds_them(self) -> None:
        text = "Four men were killed in Sirte on Friday."
        for cell in (
            "2016-08-06",
            dt.date(2016, 8, 6),
            dt.datetime(2016, 8, 6, 12),  # noqa: DTZ001  (a column without a zone)
            dt.datetime(2016, 8, 5, 23, tzinfo=dt.UTC),
        ):
            batch = pa.RecordBatch.from_pylist([{"text": text, "published": cell}])
            [made] = arrow.casualties([batch])
            assert made.to_pylist()[0]["date_start"] == dt.date(2016, 8, 5), cell

    def test_unknown_is_null_and_nothing_is_an_empty_batch(self) -> None:
        texts = ["No death toll was available after the clashes in Sirte.", "It rained in Sirte."]
        batches = [pa.RecordBatch.from_pylist([{"text": text}]) for text in texts]
        toll, rain = arrow.casualties(batches)
        [row] = toll.to_pylist()
        assert (row["low"], row["high"], row["best"]) == (None, None, None)
        assert rain.num_rows == 0
        assert rain.schema == arrow.schema("casualties")

    def test_a_row_without_a_story_costs_only_itself(self) -> None:
        values = [
            {"id": "a", "text": None},
            {"id": "b", "text": "Four men were killed in Sirte."},
            {"id": "c", "text": " "},
        ]
        batch = pa.RecordBatch.from_pylist(values)
        [made] = arrow.casualties([batch])
        assert [row["article_id"] for row in made.to_pylist()] == ["b"]
        [told] = arrow.errors([batch])
        assert [(row["article_id"], row["row"]) for row in told.to_pylist()] == [("a", 0), ("c", 2)]
        assert all(row["code"] and row["message"] for row in told.to_pylist())

    def test_ddl_names_every_column(self) -> None:
        for name in tables():
            assert len(arrow.ddl(name).split(", ")) == len(arrow.schema(name))
        from libya_news.errors import UnknownId

        with pytest.raises(UnknownId, match="casualties"):
            arrow.schema("casualty")
