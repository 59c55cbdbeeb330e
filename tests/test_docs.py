"""The documentation against the code: nothing that users meet is left out, and what it shows can be run.

Its Python examples are doctests of their own; here are its pages, and its commands, run without a shell.
"""

from __future__ import annotations

import argparse
import importlib.util
import inspect
import io
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

import libya_news
from libya_news import cli, errors, model

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = sorted(p for p in DOCS.rglob("*.md") if "_build" not in p.parts)


def _loaded(name: str) -> ModuleType:
    """Return a module of the documentation's own, which is no package."""
    if str(DOCS) not in sys.path:  # the modules import one another, as they do when the pages are built
        sys.path.append(str(DOCS))
    spec = importlib.util.spec_from_file_location(f"_docs_{name}", DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


made = _loaded("made_pages")


def _page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def _directives(kind: str) -> set[str]:
    """Return what the reference pages document by a directive: automodule, autoclass, ..."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in sorted(REFERENCE.glob("*.md")))
    return set(re.findall(rf"^\s*\.\. {kind}:: ([\w.]+)", text, re.MULTILINE))


# --- rules and validators
def test_every_rule_that_runs_is_on_the_page() -> None:
    from libya_news.english.dates.grammar import grammar
    from libya_news.parsing import frames, parts

    page = made.rules_page()
    run = {name for name, *_ in (*frames.compiled_frames(), *parts.compiled_parts())}
    run |= {rule.id for rule in grammar().rules}
    assert len(run) > 100
    assert not [name for name in run if f"### `{name}`" not in page]


def test_every_rule_is_shown_whole() -> None:
    page = made.rules_page()
    rules = [rule for _, _, rules in made.rule_families() for rule in rules]
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        for text in (rule.summary, rule.pattern, rule.source, *(e.text for e in rule.examples)):
            assert " ".join(text.split()) in page or text in page, (rule.id, text)
        for counter in rule.counterexamples:
            assert f"`{' '.join(counter.text.split())}`: {counter.because}." in page, rule.id


def test_every_validator_is_on_the_page() -> None:
    from libya_news.validating import validators

    page = made.validators_page()
    for v in validators():
        assert f"### {v.code} {v.name}\n" in page
        assert v.summary in page
        for title in ("What it checks", "Why it matters"):
            assert v.section(title), f"{v.code} says nothing under {title}"
            assert v.section(title) in page


def test_every_code_of_a_finding_is_on_the_page() -> None:
    codes = {
        code
        for path in (ROOT / "src").rglob("*.py")
        for code in re.findall(r'"(LN\d{3})"', path.read_text(encoding="utf-8"))
    }
    page = made.validators_page()
    assert not [code for code in sorted(codes) if f"### {code} " not in page]


def test_every_word_is_on_the_page() -> None:
    lexicon = _loaded("made_lexicon")
    page = " ".join(lexicon.lexicon_page().split())
    count = 0
    for path in lexicon.files():
        for entry in lexicon.entries(tomllib.loads(path.read_text(encoding="utf-8"))):
            assert " ".join(entry.split()) in page, (path.name, entry)
            count += 1
    assert count > 5000


def test_every_page_is_in_the_list_for_programs() -> None:
    told = made.llms_text()
    made_names = {name for name in made.PAGES if name.endswith(".md")}
    names = {p.relative_to(DOCS).as_posix() for p in PAGES if p.name != "index.md"} | made_names
    for name in names - {n for n in made_names if not (DOCS / n).exists()}:
        assert f"]({name.removesuffix('.md')}.html)" in told, name


# --- names
@pytest.mark.parametrize("name", [n for n in libya_news.__all__ if n != "__version__"])
def test_a_public_name_is_documented(name: str) -> None:
    value = getattr(libya_news, name)
    assert inspect.getdoc(value), f"{name} has no docstring"
    assert value.__module__ in _directives("automodule"), f"no reference page documents {value.__module__}"


@pytest.mark.parametrize("name", [n for n in model.__all__ if n != "SCHEMA"])
def test_a_type_is_documented(name: str) -> None:
    value = getattr(model, name)
    assert inspect.getdoc(value), f"{name} has no docstring"
    assert value.__module__ in _directives("automodule"), f"no reference page documents {value.__module__}"


PACKAGES = sorted(p.parent.name for p in (ROOT / "src" / "libya_news").glob("*/__init__.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_what_a_package_hands_out_is_documented(package: str) -> None:
    module = importlib.import_module(f"libya_news.{package}")
    told = _directives("automodule") | _directives("autoclass") | _directives("autofunction")
    for name in getattr(module, "__all__", ()):
        value = getattr(module, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            homes = {value.__module__, f"{value.__module__}.{name}", f"{module.__name__}.{name}"}
            from_api = hasattr(libya_news.api, name)  # told there, and only passed on
            assert from_api or homes & told, f"no reference page documents {package}.{name}"


@pytest.mark.parametrize("module", sorted(_directives("automodule")))
def test_nothing_public_is_left_out_for_want_of_a_docstring(module: str) -> None:
    for name, value in vars(importlib.import_module(module)).items():
        if name.startswith("_") or getattr(value, "__module__", None) != module:
            continue
        if not (inspect.isclass(value) or inspect.isfunction(value)):
            continue
        assert value.__doc__, f"{module}.{name}"
        if inspect.isclass(value):
            for method, function in vars(value).items():
                if not method.startswith("_") and (
                    inspect.isfunction(function) or isinstance(function, property)
                ):
                    assert function.__doc__, f"{module}.{name}.{method}"


def test_every_policy_and_every_cap_is_on_a_page() -> None:
    from libya_news.reading.limits import Limits
    from libya_news.reconciling.policies import COUNT_POLICIES
    from libya_news.reconciling.tolls import TOLL_POLICIES

    how_to = (DOCS / "how-to" / "group-stories-into-incidents.md").read_text(encoding="utf-8")
    assert not [name for name in TOLL_POLICIES if f"| `{name}` |" not in how_to]
    told = _page("reconciling.md")
    assert not [name for name in COUNT_POLICIES if f"`{name}`" not in told]
    command_line = _page("command-line.md")
    fields = [field.name for field in Limits.__attrs_attrs__]  # type: ignore[attr-defined]
    assert not [name for name in fields if f"`--max-{name} N`" not in command_line]


def test_every_error_is_documented() -> None:
    page = _page("errors.md")
    assert "automodule:: libya_news.errors" in page
    assert all(
        value.__doc__
        for value in vars(errors).values()
        if inspect.isclass(value) and value.__module__ == errors.__name__
    )


# --- what is read
def test_every_key_and_every_problem_of_an_input_is_on_the_page() -> None:
    page = _page("reading.md")
    reading = ROOT / "src" / "libya_news" / "reading"
    keys = tomllib.loads((reading / "keys.toml").read_text(encoding="utf-8"))
    assert not [key for names in keys.values() for key in names if f"`{key}`" not in page]
    codes = {
        code
        for path in reading.glob("*.py")
        for code in re.findall(r'(?:Refused\(\s*|\bcode=)"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(codes) > 10
    assert not [code for code in sorted(codes) if f"| `{code}` |" not in page]


def test_every_zone_is_on_the_page() -> None:
    from libya_news.model.article import ZoneKind

    page = _page("reading.md")
    assert not [zone for zone in get_args(ZoneKind) if f"| `{zone}` |" not in page]


# --- the command line
def _commands(
    parser: argparse.ArgumentParser, name: str = "libya-news"
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    subparsers = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not subparsers:
        yield name, parser
    for action in subparsers:
        for command, inner in action.choices.items():
            yield from _commands(inner, f"{name} {command}")


COMMANDS = dict(_commands(cli._parser()))


def _sections(page: str) -> dict[str, str]:
    parts = re.split(r"^## `?(.+?)`?$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_documented_with_every_option(command: str) -> None:
    sections = _sections(_page("command-line.md"))
    of_reading = sections["Options of reading"]
    text = next((text for heading, text in sections.items() if f"{heading} ".startswith(f"{command} ")), None)
    assert text is not None, f"no section is headed `{command}`"
    heading = next(h for h in sections if f"{h} ".startswith(f"{command} "))
    if "options of reading" in text:
        text += of_reading
        assert f"`{command.split()[-1]}`" in of_reading.partition("\n`--")[0]
    for action in COMMANDS[command]._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        for option in action.option_strings:
            assert re.search(rf"^`.*{option}\b.*`\n: ", text, re.MULTILINE), f"{command}: {option}"
        if not action.option_strings:
            assert str(action.metavar) in heading
        for choice in action.choices or ():
            assert f"`{choice}`" in text, f"{command}: {action.dest} {choice}"


def test_every_exit_code_is_documented() -> None:
    text = _sections(_page("command-line.md"))["Exit codes"]
    codes = (cli.OK, cli.FINDINGS, cli.USAGE, cli.SOME_FAILED, cli.ALL_FAILED, cli.INTERRUPTED)
    for code in (*codes, cli.PIPE_CLOSED):
        assert f"| {code} |" in text


# --- what the pages show
def _blocks(path: Path, language: str) -> list[str]:
    shown = rf"^```{language}\n(.*?)^```"
    return re.findall(shown, path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _shown() -> Iterator[tuple[str, list[str]]]:
    """Yield the commands of each page in their order."""
    for path in (ROOT / "README.md", *PAGES):
        lines = [line.split("  #")[0].strip() for shown in _blocks(path, "sh") for line in shown.splitlines()]
        commands = [line for line in lines if "libya-news" in line]
        if commands:
            yield str(path.relative_to(ROOT)), commands


SHOWN = dict(_shown())


@pytest.mark.parametrize("commands", SHOWN.values(), ids=SHOWN)
def test_the_commands_of_a_page_run(
    commands: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _loaded("conftest").write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    for line in commands:
        words = shlex.split(line)
        if words[0] == "cat":
            feed, words = Path(words[1]).read_bytes(), words[3:]
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(feed), encoding="utf-8"))
        target = None
        if ">" in words:
            target, words = words[-1], words[: words.index(">")]
        assert words.pop(0) == "libya-news", line
        if "--size" in words:  # the page's benchmark, made small
            words[words.index("--size") + 1] = "3"
        if "--casualty" in words:
            words[words.index("--casualty") + 1] = "killed-18-39"
        if "--at" in words:
            words[words.index("--at") + 1] = "60"
        code = cli.main(words)
        out, err = capsys.readouterr()
        assert code in (cli.OK, cli.FINDINGS), (line, err)
        if target is not None:
            Path(target).write_text(out, encoding="utf-8")


def test_no_python_of_a_page_is_left_unrun() -> None:
    for path in (ROOT / "README.md", *PAGES):
        for shown in _blocks(path, "python"):
            assert shown.startswith(">>> "), f"{path.name}: {shown.splitlines()[0]}"


def test_the_pages_speak_of_no_machine() -> None:
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *PAGES):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])/(?:home|work|tmp|root|Users)/", text), path.name


def _attributes(value: Any) -> list[str]:
    return [field.name for field in value.__attrs_attrs__]


def test_the_record_format_names_every_key_of_a_casualty() -> None:
    from libya_news.model.casualty import Casualty, Perpetrator, Victims

    page = _page("record-format.md") + _page("optional-keys.md")
    for value in (Casualty, Victims, Perpetrator):
        assert not [
            n
            for n in _attributes(value)
            if f"`{n.rstrip('_')}`" not in page and f'"{n.rstrip("_")}"' not in page
        ]
