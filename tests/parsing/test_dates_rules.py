"""Each rule and each word of the lexicon of dates does what its examples say, and is needed by one."""

from __future__ import annotations

import pytest
from tests.parsing.dating import P, days, unmark

from libya_news.english.dates import grammar as grammar_module
from libya_news.english.dates.grammar import RULES, Grammar, grammar
from libya_news.english.dates.lexicon import Entry, Lexicon, lexicon, make_lexicon
from libya_news.english.dates.openings import ANY, openings
from libya_news.parsing.dates import find_dates
from libya_news.rules.rule import Example, Rule
from libya_news.text.tokens import tokenize

ENTRIES = lexicon().entries
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
TRAPS = [(rule, trap) for rule in RULES for trap in rule.counterexamples]


def found(sentence: str, span: tuple[int, int] | None) -> tuple[str, str] | None:
    """The rule and days of the date that has exactly these words; for no span, those of any date."""
    tokens = tokenize(sentence)
    for hit in find_dates(tokens, P):
        if span is None or tokens.span(hit.first, hit.last) == span:
            return hit.rule, days(hit)
    return None


def value_of(sentence: str) -> str:
    text, span = unmark(sentence)
    answer = found(text, span)
    return "" if answer is None else answer[1]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.id}:{n}" for n, (r, _) in enumerate(EXAMPLES)]
)
def test_example_gives_its_words_and_days(rule: Rule, example: Example) -> None:
    assert value_of(example.text) == example.value, example.text


@pytest.mark.parametrize(("rule", "trap"), TRAPS, ids=[f"{r.id}:{n}" for n, (r, _) in enumerate(TRAPS)])
def test_counterexample_gives_nothing_from_the_rule(rule: Rule, trap: object) -> None:
    text = trap.text  # type: ignore[attr-defined]
    tokens = tokenize(text)
    assert [
        tokens.quote(h.first, h.last) for h in find_dates(tokens, P) if h.rule == rule.id and h.start
    ] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{e.tag}:{e.word!r}" for e in ENTRIES])
def test_entry_example(entry: Entry) -> None:
    assert value_of(entry.example) == entry.means, entry.example


def _swap(monkeypatch: pytest.MonkeyPatch, words: Lexicon, rules: tuple[Rule, ...]) -> None:
    """Let the parser run with another lexicon or other rules."""
    from libya_news.parsing import dates, dates_drafts, dates_reader, dates_tense

    one = Grammar(rules, words)
    for module in (dates, dates_drafts, dates_reader, dates_tense):
        monkeypatch.setattr(module, "lexicon", lambda: words)
    monkeypatch.setattr(dates, "grammar", lambda: one)
    for cached in (dates_reader._patterns, dates_drafts._patterns, dates_tense._patterns):
        cached.cache_clear()


@pytest.fixture
def fresh():
    from libya_news.parsing import dates_drafts, dates_reader, dates_tense

    yield
    for cached in (dates_reader._patterns, dates_drafts._patterns, dates_tense._patterns):
        cached.cache_clear()


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
@pytest.mark.usefixtures("fresh")
def test_rule_is_needed(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    _swap(monkeypatch, lexicon(), tuple(other for other in RULES if other is not rule))
    assert any(value_of(example.text) != example.value for example in rule.examples), (
        f"no example needs {rule.id}"
    )


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{e.tag}:{e.word!r}" for e in ENTRIES])
@pytest.mark.usefixtures("fresh")
def test_entry_is_needed(entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    _swap(monkeypatch, make_lexicon(tuple(other for other in ENTRIES if other is not entry)), RULES)
    assert value_of(entry.example) != entry.means, "the example does not need the entry"


def test_ids_are_unique_and_well_formed() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert all(i.startswith("en.dates.") and i.replace(".", "").replace("_", "").islower() for i in ids)


def test_triggers_lose_nothing() -> None:
    one, words = grammar(), lexicon()
    sentences = [unmark(e.text)[0] for _, e in EXAMPLES] + [unmark(e.example)[0] for e in ENTRIES]
    for text in (*sentences, "\n".join(sentences), " ".join(sentences)):
        tokens = tokenize(text)
        code = words.alphabet.encode(tokens.words)
        assert one.find(code, tokens.low) == one.find(code, tokens.low, triggered=False), text


def test_every_tag_of_a_pattern_is_in_the_lexicon() -> None:
    known = {entry.tag for entry in ENTRIES}
    forms = {"NUM", "DAY", "YEAR", "ORDDAY", "CLOCK", "DOTCLOCK", "DOTDATE", "DECADE"}
    for rule in RULES:
        tags = set(grammar_module._TAGS.findall(grammar_module._NAMES.sub("(", rule.pattern)))
        assert tags <= known | forms, rule.id


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("NUM DAY", {"NUM"}),
        ("(?: THE? (?P<n>NUM) | FROM )? DAY", {"THE", "NUM", "FROM", "DAY"}),
        ("(?<=THE) (?P<y>YEAR) (?!STOP)", {"YEAR"}),
        ("[ON|IN]{0,2} .", {"ON", "IN", ANY}),
    ],
)
def test_openings(pattern: str, first: set[str]) -> None:
    assert openings(pattern) == first


@pytest.mark.parametrize("pattern", ["A?", "(?: A", "A $"])
def test_openings_refuses_what_it_does_not_know(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"A"):
        openings(pattern)
