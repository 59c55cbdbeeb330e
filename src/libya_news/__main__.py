"""``python -m libya_news``: the same as ``libya-news``."""

from __future__ import annotations

from libya_news.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
