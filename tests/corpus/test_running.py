from __future__ import annotations

import gzip
import json
import signal
from pathlib import Path

import pytest
from tests.corpus.making import dump, finish, start, until, write_stories

from libya_news import parse, read_all, to_json
from libya_news.corpus import run
from libya_news.errors import DataError, InputError

STORIES = 100  # two batches


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_stories(tmp_path_factory.mktemp("stories") / "stories.jsonl", STORIES)


@pytest.fixture(scope="module")
def whole(stories: Path) -> bytes:
    """What `parse --format jsonl` prints."""
    return b"".join(to_json(parse(item)).encode() + b"\n" for item in read_all([stories]))  # type: ignore[arg-type]


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class TestOutput:
    """Output the same whatever the number of workers."""

    def test_the_records_are_those_of_parse(self, stories: Path, whole: bytes, tmp_path: Path) -> None:
        done = run([stories], tmp_path / "out")
        assert (tmp_path / "out" / "records.jsonl").read_bytes() == whole
        assert (tmp_path / "out" / "errors.jsonl").read_bytes() == b""
        assert (done.records, done.problems, done.interrupted) == (STORIES, 0, False)

    @pytest.mark.parametrize("workers", [2, pytest.param(4, marks=pytest.mark.slow)])
    def test_workers(self, workers: int, stories: Path, whole: bytes, tmp_path: Path) -> None:
        run([stories], tmp_path / "out", workers=workers)
        assert (tmp_path / "out" / "records.jsonl").read_bytes() == whole

    def test_inputs_of_every_kind_in_their_order(self, tmp_path: Path) -> None:
        folder = tmp_path / "in"
        folder.mkdir()
        write_stories(folder / "a.jsonl", 70)
        (folder / "b.txt").write_text("Four men were killed in Sirte.")
        (folder / "c.json").write_text(json.dumps([{"text": f"{n} men died in Zliten."} for n in (5, 6, 7)]))
        (folder / "d.jsonl.gz").write_bytes(gzip.compress(write_stories(tmp_path / "x", 5, 4).read_bytes()))
        (folder / "e.html").write_text("<html><body><p>Ten people died in Sebha.</p></body></html>")
        inputs = [folder, b"Two men were killed in Derna.", folder / "b.txt"]
        expected = [to_json(parse(item)) for item in read_all(inputs)]  # type: ignore[arg-type]
        for workers in (1, 2):
            run(inputs, tmp_path / f"out{workers}", workers=workers)
            written = (tmp_path / f"out{workers}" / "records.jsonl").read_text(encoding="utf-8").splitlines()
            assert written == expected


class TestResume:
    """A run that was stopped or killed goes on where it ended, and gives the same bytes."""

    def test_stopped_after_every_story(self, tmp_path: Path) -> None:
        stories = write_stories(tmp_path / "s.jsonl", 12)
        items = tmp_path / "list.json"
        items.write_text(json.dumps([{"text": f"{n} men died in Zliten."} for n in range(2, 8)]))
        inputs = [stories, items, b"Two men were killed in Derna."]
        run(inputs, tmp_path / "whole")
        stops = 0
        while run(inputs, tmp_path / "parts", resume=True, stop=lambda: True).interrupted:
            stops += 1
        assert stops >= 19
        for name in ("records.jsonl", "errors.jsonl"):
            assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()

    def test_nothing_is_read_twice(self, stories: Path, whole: bytes, tmp_path: Path) -> None:
        run([stories], tmp_path)
        again = run([stories], tmp_path, resume=True)
        assert (again.records, again.total_records) == (0, STORIES)
        assert (tmp_path / "records.jsonl").read_bytes() == whole

    @pytest.mark.parametrize("cut", [1, 40, 400])
    @pytest.mark.parametrize("garbage", [b"", b'{"schema":"libya-news/1","generator":{"ver'])
    def test_a_journal_that_breaks_off(
        self, cut: int, garbage: bytes, stories: Path, whole: bytes, tmp_path: Path
    ) -> None:
        run([stories], tmp_path)
        journal = tmp_path / "journal.jsonl"
        journal.write_bytes(journal.read_bytes()[:-cut])
        with (tmp_path / "records.jsonl").open("ab") as records:
            records.write(garbage)
        run([stories], tmp_path, resume=True)
        assert (tmp_path / "records.jsonl").read_bytes() == whole
        assert lines(journal)[-1]["records_bytes"] == len(whole)

    def test_records_that_the_disk_lost(self, stories: Path, whole: bytes, tmp_path: Path) -> None:
        run([stories], tmp_path)
        (tmp_path / "records.jsonl").write_bytes(whole[: len(whole) // 2])
        run([stories], tmp_path, resume=True)
        assert (tmp_path / "records.jsonl").read_bytes() == whole

    @pytest.mark.parametrize("form", ["folder", "store"])
    def test_new_lines_and_new_inputs_are_added(self, form: str, tmp_path: Path) -> None:
        out = tmp_path / ("n.db" if form == "store" else "out")
        first = write_stories(tmp_path / "a.jsonl", 80)
        text = first.read_bytes()
        cut = text[:20_000].rindex(b"\n") + 1
        first.write_bytes(text[:cut])
        run([first], out)
        first.write_bytes(text)
        second = write_stories(tmp_path / "b.jsonl", 4, seed=9)
        done = run([first, second], out, resume=True)
        assert done.total_records == 84
        run([first, second], tmp_path / "whole")
        if form == "folder":
            whole = (tmp_path / "whole" / "records.jsonl").read_bytes()
            assert (out / "records.jsonl").read_bytes() == whole

    def test_an_input_that_has_changed_is_refused(self, tmp_path: Path) -> None:
        stories = write_stories(tmp_path / "s.jsonl", 80)
        run([stories], tmp_path / "out")
        write_stories(stories, 80, seed=4)
        with pytest.raises(InputError, match="has changed since an earlier run"):
            run([stories], tmp_path / "out", resume=True)
        (tmp_path / "a.txt").write_text("Four men died in Sirte.")
        run([tmp_path / "a.txt"], tmp_path / "text")
        (tmp_path / "a.txt").write_text("Five men died in Sirte.")
        with pytest.raises(InputError, match="has changed since an earlier run"):
            run([tmp_path / "a.txt"], tmp_path / "text", resume=True)

    def test_a_run_is_not_overwritten_and_not_mixed(self, tmp_path: Path) -> None:
        story = b"Four men were killed in Sirte on Friday."
        run([story], tmp_path)
        with pytest.raises(InputError, match="--resume"):
            run([story], tmp_path)
        with pytest.raises(InputError, match=r"other options \(published\)"):
            run([story], tmp_path, resume=True, published="2017-07-02")
        with pytest.raises(InputError, match=r"other options \(caps\)"):
            run([story], tmp_path, resume=True, caps={"article": 5})
        (tmp_path / "strange").mkdir()
        (tmp_path / "strange" / "records.jsonl").write_text("mine\n")
        with pytest.raises(InputError, match="no journal"):
            run([story], tmp_path / "strange")
        assert (tmp_path / "strange" / "records.jsonl").read_text() == "mine\n"

    def test_one_process_at_a_time(self, stories: Path, tmp_path: Path) -> None:
        with start("run", stories, "--out", tmp_path) as process:
            until(process, [tmp_path / "journal.jsonl"], 600)
            try:
                with pytest.raises(InputError, match="another process"):
                    run([stories], tmp_path, resume=True)
            finally:
                process.communicate()

    def test_options_that_are_wrong_leave_nothing_behind(self, tmp_path: Path) -> None:
        (tmp_path / "words.toml").write_text("[[nonsense]]\nx = 1\n")
        with pytest.raises(DataError):
            run([b"Four men died."], tmp_path / "out", rules=str(tmp_path / "words.toml"))
        with pytest.raises(InputError):
            run([b"Four men died."], tmp_path / "out", published="soon")
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "points",
    [pytest.param(2, id="few"), pytest.param(50, id="many", marks=pytest.mark.slow)],
)
class TestKilled:
    """kill -9 at any moment loses nothing written."""

    @pytest.mark.parametrize("workers", [1, 2])
    def test_a_folder(self, points: int, workers: int, stories: Path, whole: bytes, tmp_path: Path) -> None:
        out = tmp_path / "out"
        files = [out / "records.jsonl", out / "journal.jsonl"]
        for n in range(points):
            words = ("run", stories, "--out", out, "--resume", "--workers", workers)
            with start(*words) as process:
                until(process, files, (len(whole) * (n % 3 + 1)) // 4 + 7919 * n % 977)
                process.kill()
            records = (out / "records.jsonl").read_bytes() if files[0].exists() else b""
            assert whole.startswith(records)
            if n % 3 == 2:  # begin again, so that every third run ends
                assert finish(*words)[0] == 0
                assert files[0].read_bytes() == whole
                for path in out.iterdir():
                    path.unlink()
        assert finish("run", stories, "--out", out, "--resume")[0] == 0
        assert files[0].read_bytes() == whole

    def test_a_store(self, points: int, stories: Path, tmp_path: Path) -> None:
        run([stories], tmp_path / "whole.db")
        expected = dump(tmp_path / "whole.db")
        store = tmp_path / "news.db"
        files = [store, tmp_path / "news.db-wal"]
        for n in range(points):
            with start("run", stories, "--out", store) as process:
                until(process, files, 200_000 + 900_000 * (n % 3) + 7919 * n % 977)
                process.kill()
            if n % 3 == 2:
                assert finish("run", stories, "--out", store)[0] == 0
                assert dump(store) == expected
                for path in tmp_path.glob("news.db*"):
                    path.unlink()
        assert finish("run", stories, "--out", store)[0] == 0
        assert dump(store) == expected


class TestInterrupted:
    """SIGINT finishes the article in hand."""

    @pytest.mark.parametrize("workers", [1, 2])
    def test_ctrl_c(self, workers: int, tmp_path: Path) -> None:
        stories = write_stories(tmp_path / "s.jsonl", 200)
        out = tmp_path / "out"
        with start("run", stories, "--out", out, "--workers", workers) as process:
            until(process, [out / "records.jsonl"], 1)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=120)
        assert process.returncode == 130
        assert "the same command with --resume goes on" in said
        assert "Traceback" not in said
        written = lines(out / "records.jsonl")
        assert 0 < len(written) < 200
        assert lines(out / "journal.jsonl")[-1]["records"] == len(written)
        code, said = finish("run", stories, "--out", out, "--resume")
        assert code == 0
        assert f"{200 - len(written)} stories read" in said
        run([stories], tmp_path / "whole")
        whole = (tmp_path / "whole" / "records.jsonl").read_bytes()
        assert (out / "records.jsonl").read_bytes() == whole
