"""Casualties of many stories with PySpark: JSON Lines in, Parquet out."""

from __future__ import annotations

import sys


def main(folder: str, *files: str) -> int:
    """Run over JSON Lines files; return the number of casualties."""
    from pyspark.sql import SparkSession

    from libya_news.corpus.arrow import casualties, ddl

    # "local[2,4]": two processes, and a task that fails is done again up to three times, as on a cluster.
    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate()
    try:
        stories = spark.read.schema("id STRING, published STRING, headline STRING, text STRING").json(
            list(files)
        )
        rows = stories.repartition(8).mapInArrow(casualties, ddl("casualties"))
        rows.write.mode("overwrite").parquet(folder)
        return spark.read.parquet(folder).count()
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.stdout.write(f"{main(*sys.argv[1:])} casualties\n")
