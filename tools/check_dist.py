"""Build the distributions as a release does and try them as strangers will: `make dist`.

Each step prints one line. The wheel is built twice, the second time in another place and time zone, and must be the
same bytes; it must stay small; twine, check-wheel-contents, validate-pyproject, pyright and the workflow linters must
find nothing; and it must install alone into an empty environment of every Python given, and read a story there.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_BYTES = 1_500_000
VERSIONS = ("3.11", "3.12", "3.13")
# Nothing but the core is installed: the story is read, checked, written and read back without any extra.
TRIAL = """
import importlib.util, libya_news as n
absent = [m for m in ("rich", "trafilatura", "pyarrow", "narwhals", "msgspec") if importlib.util.find_spec(m)]
assert not absent, f"not alone: {absent}"
text = "Nine soldiers were killed in Sirte on Monday, a medic said."
record = n.parse(n.Article.from_text(text, published="2017-07-05"))
(dead,) = record.casualties
assert (dead.count.low, dead.count.high, dead.place) == (9, 9, "sirte"), dead
assert n.from_json(n.to_json(record)) == record
"""


def run(*command: str | Path, where: Path = ROOT, **environment: str) -> str:
    """Run a command and return what it printed; what it said is shown if it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=where,
        env={**os.environ, **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        print(done.stdout)
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return done.stdout


def tool(name: str) -> Path:
    """Return the command of this name in the environment that runs this file."""
    return Path(sys.executable).parent / name


def build(out: Path, *, copied_to: Path | None = None, **environment: str) -> Path:
    """Build an sdist, and from it a wheel, and return the wheel."""
    source = ROOT
    if copied_to is not None:
        files = run("git", "ls-files", "-z").split("\0")
        for name in filter(None, files):
            (copied_to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copied_to / name)
        source = copied_to
    run(sys.executable, "-m", "build", "--outdir", out, source, **environment)
    (wheel,) = out.glob("*.whl")
    return wheel


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def interpreters(named: Sequence[str]) -> list[str]:
    """Return the Pythons to try: those named, else this one and each supported version that can be found and runs."""
    if named:
        return list(named)
    found = {f"{sys.version_info.major}.{sys.version_info.minor}": sys.executable}
    for version in VERSIONS:
        path = shutil.which(f"python{version}")
        if path and subprocess.run([path, "-c", "pass"], capture_output=True).returncode == 0:
            found.setdefault(version, path)
    return list(found.values())


def try_alone(python: str, wheel: Path, folder: Path) -> str:
    """Install the wheel into an empty environment, read a story there and return the version of Python."""
    home = folder / f"venv-{Path(python).name}-{digest(Path(python))[:8]}"
    run(python, "-m", "venv", home)
    own = home / "bin" / "python"
    run(own, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    run(own, "-m", "pip", "check")
    run(own, "-c", TRIAL, where=home)
    for command in (("demo",), ("demo", "--format", "json"), ("--help",)):
        run(home / "bin" / "libya-news", *command, where=home)
    return run(own, "-c", "import platform; print(platform.python_version())").strip()


def types_known(wheel: Path, folder: Path) -> str:
    """Return pyright's type completeness of the installed package, in percent."""
    home = folder / "typed"
    run(sys.executable, "-m", "venv", home)
    run(home / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    # pyright looks for the package in the environment that is active.
    told = subprocess.run(
        [str(tool("pyright")), "--verifytypes", "libya_news", "--ignoreexternal"],
        env={
            **os.environ,
            "VIRTUAL_ENV": str(home),
            "PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}",
        },
        cwd=folder,
        text=True,
        capture_output=True,
    ).stdout
    score = re.search(r"completeness score: ([\d.]+)%", told)
    if score is None or float(score[1]) < 100:
        print(told)
        raise SystemExit("failed: pyright --verifytypes")
    return score[1]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the distributions go")
    parser.add_argument(
        "--python", action="append", default=[], metavar="PATH", help="a Python to try; may be given again"
    )
    options = parser.parse_args(argv)
    shutil.rmtree(options.out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build(options.out)
        again = build(
            folder / "again", copied_to=folder / "elsewhere", TZ="Pacific/Auckland", PYTHONHASHSEED="7"
        )
        if digest(wheel) != digest(again):
            raise SystemExit(f"failed: two builds differ: {wheel} {again}")
        size = wheel.stat().st_size
        if size >= MOST_BYTES:
            raise SystemExit(f"failed: the wheel has {size} bytes, {MOST_BYTES} are the most")
        print(f"{wheel.name}: {size} bytes, the same bytes from two builds")
        run(tool("twine"), "check", "--strict", *options.out.iterdir())
        run(tool("check-wheel-contents"), wheel)
        run(tool("validate-pyproject"), ROOT / "pyproject.toml")
        print("twine, check-wheel-contents and validate-pyproject find nothing")
        flows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
        run(tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *flows)
        run(tool("zizmor"), "--offline", "--quiet", *flows)
        print(f"zizmor and the schema of workflows find nothing in {len(flows)} workflows")
        print(f"types known: {types_known(wheel, folder)} %")
        for python in interpreters(options.python):
            print(f"installs alone and reads a story: Python {try_alone(python, wheel, folder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
