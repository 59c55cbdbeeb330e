from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import records
from tests.validating import cases_figures, cases_words
from tests.validating.making import Story

from libya_news.errors import UnknownId
from libya_news.model import Record
from libya_news.validating import Validator, validate, validator_of, validators
from libya_news.validating.registry import RETIRED
from libya_news.validating.validator import SECTIONS
from libya_news.validating.views import phrases, word_list

FIRING = {**cases_figures.CASES, **cases_words.CASES}
SILENT = {**cases_figures.SILENT, **cases_words.SILENT}
EVERY = pytest.mark.parametrize("v", validators(), ids=lambda v: v.code)


def each(cases: dict[str, tuple[Story, ...]]) -> list[object]:
    return [
        pytest.param(code, story, id=f"{code}-{i}")
        for code, stories in cases.items()
        for i, story in enumerate(stories)
    ]


@pytest.mark.parametrize(("code", "story"), each(FIRING))
def test_a_firing_story_fires(code: str, story: Story) -> None:
    found = story.findings(code)
    assert found
    assert code in story.codes()
    for finding in found:
        assert finding.code == code
        assert finding.message.endswith(".")
        assert "\n" not in finding.message
        assert "None" not in finding.message
        assert all(m.holds_in(story.article.text) for m in finding.evidence)


@pytest.mark.parametrize(("code", "story"), each(SILENT))
def test_a_silent_story_is_silent(code: str, story: Story) -> None:
    assert story.findings(code) == ()
    assert code not in story.codes()


@EVERY
def test_every_code_has_both(v: Validator) -> None:
    assert FIRING.get(v.code)
    assert SILENT.get(v.code)


@EVERY
def test_every_code_has_a_page(v: Validator) -> None:
    headings = [line.rstrip(":") for line in v.page.split("\n") if line.rstrip(":") in SECTIONS]
    assert headings == list(SECTIONS)
    assert all(v.section(title) for title in SECTIONS)
    assert v.summary.endswith(".")
    assert v.section("Example") != v.section("Instead")


@EVERY
def test_codes_and_names_are_well_formed(v: Validator) -> None:
    assert re.fullmatch(r"LN[0-6][0-9]{2}", v.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", v.name)
    assert validator_of(v.code) is validator_of(v.name) is v
    assert v.code not in RETIRED


def test_codes_are_in_order_and_unique() -> None:
    codes = [v.code for v in validators()]
    assert codes == sorted(set(codes))
    assert len({v.name for v in validators()}) == len(codes) >= 25


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(UnknownId, match="LN30"):
        validator_of("LN399")


def test_another_language_gives_that_one_finding() -> None:
    story = Story("Six terroristes.").framing("terroristes").with_article(language="fr")
    assert story.codes() == {"LN010"}


def test_findings_stand_in_the_order_of_their_words() -> None:
    story = Story('Six terrorists died. "We carried them, a guard said.')
    story.framing("terrorists").casualty("Six terrorists", 6, class_="militant")
    found = validate(story.record())
    starts = [f.evidence[0].start for f in found]
    assert starts == sorted(starts)
    assert len({f.code for f in found}) > 3


def test_findings_say_what_and_where() -> None:
    (found,) = cases_words.CASES["LN301"][0].findings("LN301")
    assert found.severity == "warning"
    assert found.message == (
        '"six fighters" counts losses of libyan-national-army and rests on An officer, '
        "who is aligned with it."
    )
    assert [m.exact for m in found.evidence] == ["An officer", "six fighters"]


class TestEveryRecord:
    """A validator is a pure function of any record: it never raises, and gives the same findings again."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(records())
    def test_total(self, record: Record) -> None:
        found = validate(record)
        assert found == validate(record)
        for finding in found:
            assert all(m.holds_in(record.article.text) for m in finding.evidence)


class TestWordLists:
    @pytest.mark.parametrize("name", ["bounds", "revision", "charged", "plain", "partial", "furniture"])
    def test_every_word_is_found_alone(self, name: str) -> None:
        for word in word_list(name):
            assert phrases(name).fullmatch(word), word
            assert phrases(name).fullmatch(word.upper()), word
            assert not phrases(name).fullmatch(f"x{word}x")
