"""Fuzzes one reader with atheris (`pip install --group fuzz`): `python tests/fuzz/run.py page --seconds 300`.

Ends with 0 where nothing was found. An input that breaks a promise of `readers.py` is written into `--keep` and
ends the run with another code; give the file as a further argument to run it again.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main() -> None:
    import atheris

    with atheris.instrument_imports(include=["libya_news.reading"]):
        # Also those that the readers import when they are called, and its plain modules.
        from libya_news import reading

        for module in pkgutil.iter_modules(reading.__path__):
            importlib.import_module(f"libya_news.reading.{module.name}")
        from tests.fuzz.readers import TARGETS, seeds

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("inputs", nargs="*", help="inputs to run again instead of fuzzing")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--keep", default=".", help="folder for inputs that break a promise")
    args = parser.parse_args()
    target = TARGETS[args.target]
    if args.inputs:
        for name in args.inputs:
            target(Path(name).read_bytes())
        return
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds()):
            (Path(folder) / f"{number:03}").write_bytes(seed)
        options = [
            f"-max_total_time={args.seconds}",
            f"-artifact_prefix={args.keep}/{args.target}-",
            "-max_len=6000",
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            "-verbosity=0",
        ]
        atheris.Setup([sys.argv[0], *options, folder], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
