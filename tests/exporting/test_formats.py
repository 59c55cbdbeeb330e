"""The formats as a table: every one is written, documented, safe, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import records

from libya_news import Article, InputError, cli, parse
from libya_news.errors import UnknownId
from libya_news.exporting.formats import FORMATS, export
from libya_news.model import Record

calm = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference" / "formats"
STORY = (
    "SIRTE, Libya - At least 12 LNA soldiers were killed in clashes in Sirte on Friday, a doctor said. Two children "
    "were wounded. No toll was available for the militants."
)
FORMULA = "=cmd|'/C calc'!A0"


def stories() -> list[Record]:
    return [
        parse(
            Article.from_text(STORY, published="2016-08-06", id="a", outlet="The Post", url="https://e.org/a")
        ),
        parse(Article.from_text("Dozens died in Derna in July.", published="2016-08-06", id="b")),
        parse(Article.from_text("Nothing happened.", id="c")),
    ]


def written(name: str, things: Iterable[Record], folder: Path, **options: bool) -> dict[str, str]:
    """The texts of the files by name; a single file has an empty one."""
    target = folder / ("out" if FORMATS[name].files else f"out{FORMATS[name].suffix}")
    export(things, name, target, **options)
    if not FORMATS[name].files:
        return {"": target.read_bytes().decode()}
    return {p.name: p.read_bytes().decode() for p in sorted(target.iterdir())}


@pytest.mark.parametrize("name", FORMATS)
class TestEveryFormat:
    def test_is_on_a_page_that_says_what_is_lost(self, name: str) -> None:
        page = " ".join((PAGES / f"{name}.md").read_text(encoding="utf-8").split())
        assert FORMATS[name].summary in page
        assert FORMATS[name].lost in page
        assert FORMATS[name].source in page
        index = (PAGES / "index.md").read_text(encoding="utf-8")
        assert f"[`{name}`]({name}.md)" in index

    def test_writes_the_files_it_says_and_nothing_else(self, name: str, tmp_path: Path) -> None:
        files = written(name, stories(), tmp_path)
        assert set(files) == (set(FORMATS[name].files) or {""})
        assert all(files.values())

    def test_the_same_records_give_the_same_bytes(self, name: str, tmp_path: Path) -> None:
        first = written(name, stories(), tmp_path)
        assert written(name, iter(stories()), tmp_path) == first

    def test_no_story_is_an_empty_file_of_the_format(self, name: str, tmp_path: Path) -> None:
        files = written(name, [], tmp_path)
        assert set(files) == (set(FORMATS[name].files) or {""})

    def test_a_run_that_breaks_off_leaves_nothing(self, name: str, tmp_path: Path) -> None:
        def broken() -> Iterable[Record]:
            yield stories()[0]
            raise RuntimeError

        with pytest.raises(RuntimeError):
            written(name, broken(), tmp_path)
        assert [p for p in tmp_path.rglob("*") if p.is_file()] == []

    @calm
    @given(record=records())
    def test_any_record_is_written_as_utf8(
        self, name: str, record: Record, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        for text in written(name, [record], tmp_path_factory.mktemp("out")).values():
            if FORMATS[name].suffix != ".csv":
                for line in text.split("\n")[:-1] if FORMATS[name].suffix == ".jsonl" else [text]:
                    json.loads(line)

    def test_no_cell_runs(self, name: str, tmp_path: Path) -> None:
        record = stories()[0]
        article = attrs.evolve(record.article, headline=FORMULA, outlet=FORMULA, id=FORMULA, source=FORMULA)
        casualties = tuple(
            attrs.evolve(c, victims=attrs.evolve(c.victims, description=FORMULA, names=(FORMULA,)))
            for c in record.casualties
        )
        hostile = attrs.evolve(record, article=article, casualties=casualties)
        for file, text in written(name, [hostile], tmp_path).items():
            if file.endswith(".csv"):
                cells = [c for row in csv.reader(io.StringIO(text, newline="")) for c in row]
                assert not [c for c in cells if c.lstrip()[:1] in ("=", "+", "@")], file
                plain = written(name, [hostile], tmp_path, guard=False)[file]
                assert ("'=cmd" in text) == (
                    FORMULA in [c for r in csv.reader(io.StringIO(plain)) for c in r]
                )

    def test_the_command_line_writes_it(
        self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        story = tmp_path / "story.txt"
        story.write_text(STORY, encoding="utf-8")
        argv = ["parse", str(story), "--published", "2016-08-06", "--format", name]
        assert cli.main([*argv, "-o", str(tmp_path / "out")]) == cli.OK
        assert capsys.readouterr().out == ""
        code = cli.main(argv)
        out, err = capsys.readouterr()
        if FORMATS[name].files:
            assert code == cli.USAGE
            assert "-o FOLDER" in err
        else:
            assert code == cli.OK
            assert out == (tmp_path / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [f.name for f in FORMATS.values() if f.policy is not None])
def test_incidents_over_many_stories_are_written_too(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": "a", "text": "Four men were killed in clashes in Sirte on Friday.", "published": "2016-08-06"},
        {"id": "b", "text": "Six men were killed in clashes in Sirte on Friday.", "published": "2016-08-06"},
    ]
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert cli.main(["incidents", str(path), "--format", name, "-o", str(tmp_path / "out")]) == cli.OK
    assert (tmp_path / "out").exists()
    if name in ("acled", "ucdp-ged"):
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            [row] = csv.DictReader(file)
        assert row.get("fatalities", row.get("low")) == "4"
        assert row.get("high", "6") == "6"


def test_what_cannot_be_read_costs_only_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    argv = ["parse", str(story), str(tmp_path / "no.txt"), "--format", "geojson"]
    assert cli.main(argv) == cli.SOME_FAILED
    out, err = capsys.readouterr()
    assert len(json.loads(out)["features"]) == 1
    assert "no.txt" in err
    assert cli.main(["parse", str(story), "-o", str(tmp_path / "x")]) == cli.USAGE


def test_what_is_no_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownId, match="geojson"):
        export([], "geojsn")
    with pytest.raises(InputError, match="cannot write"):
        export([], "geojson", tmp_path / "no" / "folder" / "x.geojson")


def test_names_of_victims_can_be_left_out_of_every_format(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Ali Fathi, a nurse, was killed in Sirte on Friday, his brother said.", encoding="utf-8")
    for name in FORMATS:
        out = tmp_path / name
        argv = ["parse", str(story), "--published", "2016-08-06", "--format", name, "-o", str(out)]
        assert cli.main([*argv, "--redact-names"]) == cli.OK
        for path in out.iterdir() if out.is_dir() else [out]:
            assert "athi" not in path.read_text(encoding="utf-8").lower(), (name, path.name)
