"""The library runs nothing that it reads: no pickle, no evaluation, no shell; and its tests reach no network."""

from __future__ import annotations

import ast
import socket
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "libya_news"
MODULES = sorted(SOURCE.rglob("*.py"))
BANNED_MODULES = {
    "pickle",
    "cPickle",
    "dill",
    "marshal",
    "shelve",
    "pty",
    "commands",
    "ctypes",
    "imp",
    "code",
    "yaml",
}
BANNED_CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.execv", "os.spawnv"}
NETWORK = {
    "socket",
    "urllib.request",
    "http.client",
    "http.server",
    "ftplib",
    "smtplib",
    "telnetlib",
    "requests",
    "httpx",
}


def imported(tree: ast.AST) -> set[str]:
    """Every module that is imported anywhere, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def called(tree: ast.AST) -> set[str]:
    """The plain and dotted names that are called."""
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nothing_read_is_run_and_nothing_is_fetched(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = imported(tree)
    assert set() == names & (BANNED_MODULES | NETWORK)
    assert set() == {name.split(".")[0] for name in names} & (BANNED_MODULES | NETWORK)
    assert set() == called(tree) & BANNED_CALLS
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "shell":
            assert isinstance(node.value, ast.Constant)
            assert node.value.value is False


def test_the_scan_sees_what_it_looks_for() -> None:
    tree = ast.parse("def f():\n    import pickle\n    from urllib import request\n    return eval('1')")
    assert {"pickle", "urllib.request"} <= imported(tree)
    assert "eval" in called(tree)


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80, 0, 0)])
def test_the_suite_reaches_no_network(address: tuple[object, ...]) -> None:
    family = socket.AF_INET6 if len(address) == 4 else socket.AF_INET
    with socket.socket(family) as probe, pytest.raises(RuntimeError, match="no network"):
        probe.connect(address)
    with pytest.raises(RuntimeError, match="no network"):
        socket.getaddrinfo("example.org", 80)
