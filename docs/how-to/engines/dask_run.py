"""Casualties of many stories with Dask: a JSON Lines file is a partition, and gives one Parquet file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


def read(path: str) -> list[Any]:
    """Return the stories of one file as record batches."""
    import pyarrow as pa
    from pyarrow import json

    columns = pa.schema([(name, pa.string()) for name in ("id", "published", "headline", "text")])
    options = json.ParseOptions(explicit_schema=columns, unexpected_field_behavior="ignore")
    return json.read_json(path, parse_options=options).to_batches(max_chunksize=1000)


def write(batches: Any, folder: str, number: int) -> int:
    """Write one partition whole or not at all; done again, it replaces what it wrote before."""
    import pyarrow.parquet as pq

    from libya_news.corpus.arrow import schema

    path = Path(folder) / f"part-{number:05d}.parquet"
    new = path.with_suffix(f".{os.getpid()}")
    rows = 0
    with pq.ParquetWriter(new, schema("casualties")) as writer:
        for batch in batches:
            writer.write_batch(batch)
            rows += batch.num_rows
    os.replace(new, path)
    return rows


def main(folder: str, *files: str) -> int:
    """Run over JSON Lines files; return the number of casualties."""
    import dask
    from dask import bag
    from dask.distributed import Client, LocalCluster

    from libya_news.corpus.arrow import casualties

    Path(folder).mkdir(exist_ok=True)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        stories = bag.from_delayed([dask.delayed(read)(path) for path in files])
        parts = stories.map_partitions(casualties).to_delayed(optimize_graph=False)
        return sum(dask.compute(*[dask.delayed(write)(part, folder, n) for n, part in enumerate(parts)]))


if __name__ == "__main__":
    sys.stdout.write(f"{main(*sys.argv[1:])} casualties\n")
