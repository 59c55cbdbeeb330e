"""Dask and Spark for real: the same rows as one process, and a killed worker's partition done again by the engine."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.corpus.making import write_stories

from libya_news.corpus import run

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
ENGINES = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "engines"
STORIES, FILES = 120, 4

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("parts")
    return [str(write_stories(folder / f"{n}.jsonl", STORIES // FILES, seed=n)) for n in range(FILES)]


@pytest.fixture(scope="module")
def alone(parts: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The rows of one process, sorted."""
    out = tmp_path_factory.mktemp("alone")
    run(parts, out, form="parquet")
    return rows_in(out / "casualties")


def rows_in(folder: Path) -> list[str]:
    return sorted(json.dumps(row, default=str) for row in pq.read_table(folder).to_pylist())


def page(name: str) -> ModuleType:
    """The program that the how-to page shows."""
    spec = importlib.util.spec_from_file_location(name, ENGINES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def killed_once(mark: str) -> Callable[[Any], Iterator[Any]]:
    """Return `casualties`, but the first process that runs it is killed after its first batch."""

    def casualties(batches: Any) -> Iterator[Any]:
        from libya_news.corpus.arrow import casualties as plain

        for made in plain(batches):
            yield made
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)

    return casualties


def test_dask(parts: list[str], alone: list[str], tmp_path: Path) -> None:
    pytest.importorskip("dask")
    pytest.importorskip("distributed")
    import subprocess

    done = subprocess.run(
        [sys.executable, ENGINES / "dask_run.py", tmp_path / "out", *parts], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{len(alone)} casualties\n"
    assert rows_in(tmp_path / "out") == alone


def test_dask_does_the_partition_of_a_killed_worker_again(
    parts: list[str], alone: list[str], tmp_path: Path
) -> None:
    dask = pytest.importorskip("dask")
    bag = pytest.importorskip("dask.bag")
    distributed = pytest.importorskip("dask.distributed")
    shown = page("dask_run")
    mark = tmp_path / "killed"
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        client.upload_file(str(ENGINES / "dask_run.py"))
        stories = bag.from_delayed([dask.delayed(shown.read)(path) for path in parts])
        done = stories.map_partitions(killed_once(str(mark))).to_delayed(optimize_graph=False)
        tables = dask.compute(*[dask.delayed(list)(part) for part in done])
    assert mark.exists()
    rows = [row for batches in tables for batch in batches for row in batch.to_pylist()]
    assert sorted(json.dumps(row, default=str) for row in rows) == alone


@pytest.fixture
def java(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("there is no Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")


def test_spark(parts: list[str], alone: list[str], tmp_path: Path, java: None) -> None:
    import subprocess

    done = subprocess.run(
        [sys.executable, ENGINES / "spark_run.py", tmp_path / "out", *parts], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f"{len(alone)} casualties\n")
    assert rows_in(tmp_path / "out") == alone


def test_spark_does_the_partition_of_a_killed_worker_again(
    parts: list[str], alone: list[str], tmp_path: Path, java: None
) -> None:
    from pyspark.sql import SparkSession

    from libya_news.corpus.arrow import ddl

    mark = tmp_path / "killed"
    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    spark = builder.getOrCreate()
    try:
        stories = spark.read.schema("id STRING, published STRING, headline STRING, text STRING").json(parts)
        rows = stories.repartition(4).mapInArrow(killed_once(str(mark)), ddl("casualties"))
        rows.write.parquet(str(tmp_path / "out"))
    finally:
        spark.stop()
    assert mark.exists()
    assert rows_in(tmp_path / "out") == alone
