"""Tables for people: complete, safe for a terminal, with rich and without."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import records

from libya_news import parse
from libya_news.exporting.layout import Runs, Sheet, draw, printable
from libya_news.exporting.phrases import days as written
from libya_news.exporting.table import render, sheets
from libya_news.model import Article, Casualty, Count, Days, Evidence, Record, Victims

BOTH = pytest.mark.parametrize("rich", [True, False], ids=["rich", "plain"])
SHEET = Sheet("TITLE", ("a", "words"), (("1", "[bold]not markup[/bold]"), ("2", "long words " * 30)))


def squeezed(text: str) -> str:
    return "".join(text.split())


@BOTH
class TestDraw:
    def test_every_cell_is_there(self, rich: bool) -> None:
        drawn = draw(SHEET, 80, rich=rich)
        assert drawn.startswith("TITLE\n")
        assert "[bold]not markup[/bold]" in drawn
        assert drawn.count("long") == 30

    @pytest.mark.parametrize("width", [60, 80, 200])
    def test_it_fits_the_width(self, rich: bool, width: int) -> None:
        assert width >= max(map(len, draw(SHEET, width, rich=rich).splitlines()))

    def test_no_cell_reaches_the_terminal_as_it_is(self, rich: bool) -> None:
        drawn = draw(Sheet("TITLE", ("a", "words"), (("1\x1b[2J", "2\u202e3"),)), 80, rich=rich)
        assert "1<U+001B>[2J" in drawn
        assert "2<U+202E>3" in drawn


@given(st.text())
def test_printable_text_is_one_line_without_control_characters(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@BOTH
@settings(max_examples=30, deadline=None)
@given(record=records())
def test_any_record_is_drawn_in_full(record: Record, rich: bool) -> None:
    drawn = squeezed(render(record, width=120, rich=rich))
    for casualty in record.casualties:
        assert squeezed(casualty.id)[:8] in drawn
    assert "\x1b" not in drawn


def casualty(count: Count) -> Casualty:
    return Casualty(
        id="killed-0-3",
        harm="killed",
        count=count,
        victims=Victims(),
        evidence=(Evidence(0, 3, "Two", "count"),),
    )


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (Count.exact(2), "2 killed"),
        (Count.at_least(2), "at least 2 killed"),
        (Count.unknown(), "killed, number not known"),
        (Count.none(), "none killed"),
    ],
)
def test_a_bound_stays_a_bound_and_unknown_is_not_zero(count: Count, shown: str) -> None:
    record = Record(article=Article.from_text("Two men died."), casualties=(casualty(count),))
    assert shown == sheets(record)[0].rows[0][1]


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2017-06-01", "2017-06-30", "2017-06"),
        ("2017-12-01", "2017-12-31", "2017-12"),
        ("2017-06-01", "2017-06-29", "2017-06-01 to 2017-06-29"),
        ("2017-06-01", "2017-06-01", "2017-06-01"),
        (None, "2017-06-01", "until 2017-06-01"),
        ("2017-06-01", None, "from 2017-06-01"),
        (None, None, "not told"),
        ("9999-12-01", "9999-12-31", "9999-12"),
    ],
)
def test_days(start: str | None, end: str | None, shown: str) -> None:
    days = Days(
        (start and dt.date.fromisoformat(start)) or None, (end and dt.date.fromisoformat(end)) or None
    )
    assert shown == written(days)


def test_a_story_without_casualties_says_so() -> None:
    assert "no casualties found" in render(Record(article=Article.from_text("The mayor spoke.")))


class TestSentences:
    """The sentence of each figure, its words in bold: the terminal's where there is one, asterisks elsewhere."""

    RECORD = parse(
        Article.from_text("It rained. At least two men were killed in Sirte, a doctor said. All left.")
    )

    def test_the_sentence_is_shown_whole_and_alone(self) -> None:
        (sheet,) = [s for s in sheets(self.RECORD) if s.title == "IN THEIR SENTENCES"]
        ((casualty, sentence),) = sheet.rows
        assert casualty == self.RECORD.casualties[0].id
        assert isinstance(sentence, Runs)
        assert "".join(sentence.parts) == "At least two men were killed in Sirte, a doctor said."
        assert set(sentence.parts[1::2]) == {e.exact for e in self.RECORD.casualties[0].evidence}

    @BOTH
    def test_asterisks_stand_for_bold_where_there_is_no_terminal(self, rich: bool) -> None:
        drawn = render(self.RECORD, width=200, rich=rich)
        assert "**At least two men** **were killed** in **Sirte**, **a doctor** said." in drawn
        assert "\x1b" not in drawn

    def test_a_terminal_shows_bold_and_nothing_else_of_the_story_reaches_it(self) -> None:
        text = "At least two men were killed in Sirte,\x1b[2J a doctor said."
        drawn = render(parse(Article.from_text(text)), width=200, rich=True, bold=True)
        assert "\x1b[1mAt least two men\x1b[0m" in drawn
        assert set(re.findall("\x1b[^m]*m", drawn)) == {"\x1b[1m", "\x1b[0m"}
        assert "<U+001B>[2J" in drawn

    @settings(max_examples=30, deadline=None)
    @given(record=records())
    def test_any_record_is_drawn_in_bold_and_safely(self, record: Record) -> None:
        drawn = render(record, width=100, rich=True, bold=True)
        assert set(re.findall("\x1b.{0,3}", drawn)) <= {"\x1b[1m", "\x1b[0m"}
