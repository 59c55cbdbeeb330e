"""Every rule of the library against its own examples: no rule needs a test of its own.

A rule must have a well-formed name that no other has, read its examples, refuse its counterexamples, and be
needed: without it, one of its examples at least is read otherwise. What runs a rule is found by the first
words of its name. An example without marked words belongs to a rule that keeps others from reading there.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.data import cases

from libya_news.model.article import Article
from libya_news.parsing import frames, parts
from libya_news.parsing.frames import Grammar
from libya_news.text.tokens import tokenize

PUBLISHED = dt.date(2017, 7, 8)
Span = tuple[int, int]


def _modules() -> Iterator[Any]:
    for room in ("english", "parsing", "reading"):
        package = importlib.import_module(f"libya_news.{room}")
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(info.name)


def _rules() -> dict[str, Any]:
    """Return all rules of the library by their names; tuples of rules are what a module offers."""
    found: dict[int, Any] = {}
    for module in _modules():
        for value in vars(module).values():
            if isinstance(value, tuple):
                for item in value:
                    if hasattr(item, "pattern") and hasattr(item, "examples") and hasattr(item, "summary"):
                        found[id(item)] = item
    rules: dict[str, Any] = {}
    for rule in found.values():
        assert rule.id not in rules, f"two rules are called {rule.id}"
        rules[rule.id] = rule
    return rules


RULES = _rules()


def bracketed(text: str) -> tuple[str, list[Span]]:
    """Return the text of an example without its brackets, and where the bracketed words stand."""
    spans: list[Span] = []
    plain = ""
    for piece in re.split(r"(\[[^\[\]]*\])", text):
        if piece.startswith("[") and piece.endswith("]"):
            spans.append((len(plain), len(plain) + len(piece) - 2))
            piece = piece[1:-1]
        plain += piece
    return plain, spans


# --- what a rule finds
def _document(text: str) -> Any:
    from libya_news.model.article import Article
    from libya_news.parsing.groups import read_groups
    from libya_news.parsing.pipeline import read_document

    return read_groups(read_document(Article.from_text(text, published=PUBLISHED)).units)


def _casualty_spans(rule_id: str, text: str) -> list[Span]:
    """Return the words in which a casualty rule finds victims, by groups."""
    groups = _document(text)
    for name, pattern, _ in (*frames.compiled_frames(), *parts.compiled_parts()):
        if name == rule_id:
            return [groups.span(*match.span("v")) for match in pattern.finditer(groups.tags)]
    raise AssertionError(f"{rule_id} is in no grammar")


def _date_spans(_rule_id: str, text: str) -> list[Span]:
    from libya_news.parsing.dates import find_dates

    tokens = tokenize(text)
    return [tokens.span(hit.first, hit.last) for hit in find_dates(tokens, PUBLISHED)]


FINDERS: dict[str, Callable[[str, str], list[Span]]] = {
    "en.casualties.": _casualty_spans,
    "en.dates.": _date_spans,
}


def finder(rule_id: str) -> Callable[[str, str], list[Span]] | None:
    return next((find for prefix, find in FINDERS.items() if rule_id.startswith(prefix)), None)


def test_there_are_rules_and_every_family_is_run() -> None:
    assert len(RULES) > 50
    assert not [name for name in RULES if finder(name) is None]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_well_formed(name: str) -> None:
    rule = RULES[name]
    assert re.fullmatch(r"en(\.[a-z][a-z0-9_]*){2,}", name)
    assert rule.summary.endswith(".")
    assert rule.examples, "a rule without an example proves nothing"
    assert rule.source


@pytest.mark.parametrize("name", RULES)
def test_examples_are_read(name: str) -> None:
    find = finder(name)
    assert find is not None
    for example in RULES[name].examples:
        text, spans = bracketed(example.text)
        found = find(name, text)
        shown = [text[a:b] for a, b in found]
        assert spans or not found, f"{text!r}: nothing is marked, {shown} found"
        for span in spans:
            # a date may go on where another rule joins in: "on 4 June" and "at noon"
            reached = [(a, b) for a, b in found if a <= span[0] and span[1] <= b]
            good = bool(reached) if name.startswith("en.dates.") else span in found
            assert good, f"{text!r}: wanted {text[slice(*span)]!r}, found {shown}"


@pytest.mark.parametrize("name", RULES)
def test_counterexamples_are_refused(name: str) -> None:
    find = finder(name)
    assert find is not None
    for counter in RULES[name].counterexamples:
        text, spans = bracketed(counter.text)
        found = find(name, text)
        if spans:  # only the marked words must not be read
            assert not set(spans) & set(found), counter.because
        elif name.startswith("en.casualties."):
            assert not cases.found(text), counter.because


# --- every casualty rule is needed
CASUALTY_RULES = [name for name in RULES if name.startswith("en.casualties.")]
# Every third rule in each run of the default suite; all in `make deep`.
SAMPLE = [name for number, name in enumerate(CASUALTY_RULES) if number % 3 == 0]


def _is_needed(name: str, patch: pytest.MonkeyPatch) -> bool:
    texts = [bracketed(example.text)[0] for example in RULES[name].examples]
    before = [_casualties(text) for text in texts]
    every = Grammar.matches

    def but_one(self: Grammar, string: str, **kwargs: Any) -> Iterator[tuple[str, re.Match[str]]]:
        return (match for match in every(self, string, **kwargs) if match[0] != name)

    with patch.context() as patched:
        patched.setattr(Grammar, "matches", but_one)
        return [_casualties(text) for text in texts] != before


def _casualties(text: str) -> list[Any]:
    """Return all that is read of the casualties of a text, but for the names of the rules."""
    from libya_news import api

    record = api.to_dict(api.parse(Article.from_text(text, published=PUBLISHED)))
    return [
        {key: value for key, value in casualty.items() if key != "rule"} for casualty in record["casualties"]
    ]


@pytest.mark.parametrize("name", SAMPLE)
def test_a_rule_is_needed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _is_needed(name, monkeypatch), "its examples are read the same without it"


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in CASUALTY_RULES if name not in SAMPLE])
def test_every_other_rule_is_needed_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _is_needed(name, monkeypatch), "its examples are read the same without it"


# --- triggers change nothing
def test_triggers_only_save_time(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [case.text for source in (cases.frames, cases.traps) for case in source()][::3]
    with_triggers = [cases.found(text) for text in texts]
    every = Grammar.matches

    def anywhere(self: Grammar, string: str, **kwargs: Any) -> Iterator[tuple[str, re.Match[str]]]:
        return every(self, string, **{**kwargs, "triggers": False})

    monkeypatch.setattr(Grammar, "matches", anywhere)
    assert [cases.found(text) for text in texts] == with_triggers
