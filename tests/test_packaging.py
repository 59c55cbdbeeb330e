"""The package itself: a cheap import, what the distributions hold, files that must agree."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import libya_news

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def fresh(code: str) -> str:
    """What a new interpreter prints."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


class TestImport:
    """Importing libya_news loads and compiles nothing."""

    def test_only_itself_is_loaded(self) -> None:
        new = fresh(
            "import sys; old = set(sys.modules); import libya_news; print(*sorted(set(sys.modules) - old))"
        )
        assert new == "libya_news"

    def test_the_command_line_starts_without_the_parser(self) -> None:
        loaded = fresh("import sys, libya_news.cli; print(*sys.modules)").split()
        heavy = {"regex", "dateutil", "cattrs", "rich", "libya_news.parsing", "libya_news.knowledge"}
        assert set() == heavy & set(loaded)

    def test_parsing_takes_no_optional_library(self) -> None:
        loaded = fresh(
            "import sys, libya_news as n; n.parse(n.Article.from_text('Two men died.')); print(*sys.modules)"
        ).split()
        assert set() == {"cattrs", "rich", "regex", "msgspec", "pyarrow", "trafilatura"} & set(loaded)

    @pytest.mark.parametrize("name", libya_news.__all__)
    def test_every_name_is_there(self, name: str) -> None:
        assert getattr(libya_news, name) is not None
        assert name in dir(libya_news)

    def test_a_name_that_is_not_there(self) -> None:
        with pytest.raises(AttributeError, match="no_such_name"):
            _ = libya_news.no_such_name  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    code = (
        "import sys; from hatchling.build import build_sdist, build_wheel\n"
        "build_wheel(sys.argv[1]); build_sdist(sys.argv[1])"
    )
    subprocess.run([sys.executable, "-c", code, str(out)], cwd=ROOT, check=True, capture_output=True)
    return out


class TestDistributions:
    """The seed story belongs to its publisher: it stays out of the wheel and the sdist."""

    @staticmethod
    def seeds() -> set[str]:
        return {path.name for path in (ROOT / "seeds").iterdir()}

    def test_the_wheel(self, dist: Path) -> None:
        [path] = dist.glob("*.whl")
        with zipfile.ZipFile(path) as wheel:
            names = set(wheel.namelist())
            metadata = wheel.read(next(n for n in names if n.endswith("/METADATA"))).decode()
        assert {"libya_news", f"libya_news-{libya_news.__version__}.dist-info"} == {
            n.split("/")[0] for n in names
        }
        assert set() == self.seeds() & {n.split("/")[-1] for n in names}
        assert {
            "libya_news/py.typed",
            "libya_news/demo.txt",
            "libya_news/exporting/record.schema.json",
        } <= names
        data = {
            path.relative_to(ROOT / "src").as_posix()
            for path in (ROOT / "src").rglob("*")
            if path.suffix in {".json", ".jsonl", ".toml", ".csv", ".py", ".txt"}
        }
        assert data <= names
        assert "License-Expression: MIT" in metadata
        assert {"LICENSE", "NOTICE"} == set(re.findall(r"License-File: (\S+)", metadata))

    def test_the_sdist(self, dist: Path) -> None:
        [path] = dist.glob("*.tar.gz")
        with tarfile.open(path) as sdist:
            names = sdist.getnames()
        assert set() == self.seeds() & {n.split("/")[-1] for n in names}
        assert [n for n in names if "/seeds" in n or "/gold" in n] == []


class TestFilesAgree:
    def test_the_citation_names_the_version(self) -> None:
        assert f"\nversion: {libya_news.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")

    def test_the_notice_keeps_the_seed_story_apart(self) -> None:
        notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
        assert "belongs to its publisher and is outside the licence" in notice
        for source in ("GeoNames", "OCHA", "World Resources Institute"):
            assert source in notice

    def test_constraints_pin_what_the_package_needs_and_nothing_else(self) -> None:
        lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        pins = [line for line in lines if line and not line.startswith("#")]
        assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9][a-z0-9-]*==[\w.]+", pin)] == []
        names = {pin.split("==")[0] for pin in pins}
        needed = {re.split(r"[><=\[ ]", wanted)[0] for wanted in PROJECT["project"]["dependencies"]}
        assert set() == needed - names

    def test_every_requirement_has_a_floor(self) -> None:
        wanted = list(PROJECT["project"]["dependencies"])
        for group in PROJECT["project"]["optional-dependencies"].values():
            wanted += group
        for group in PROJECT["dependency-groups"].values():
            wanted += [entry for entry in group if isinstance(entry, str)]
        assert [entry for entry in wanted if ">=" not in entry] == []

    def test_the_changelog_tells_of_unreleased_changes(self) -> None:
        assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
