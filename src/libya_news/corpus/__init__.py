"""Many stories: runs that can be stopped and resumed, the SQLite store, Parquet, Arrow batches for engines."""

from libya_news.corpus.running import Summary, run

__all__ = ["Summary", "run"]
