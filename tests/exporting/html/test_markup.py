"""Escaping: no text of a story becomes markup, and none acts on the page."""

from __future__ import annotations

import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporting.html.pages import Page

from libya_news.exporting.html.markup import Markup, anchor, bdi, el, is_shown, join, text, visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text())
def test_text_comes_back_as_it_was_but_for_what_is_shown_by_name(value: str) -> None:
    page = Page(str(el("p", value)))
    assert "".join(data for data, _ in page.pieces) == visible(value)


@given(st.text(), st.text())
def test_an_attribute_holds_its_value_and_makes_no_other(value: str, other: str) -> None:
    ((tag, attributes),) = Page(str(el("p", title=value, class_=other))).elements
    assert tag == "p"
    assert attributes == {"title": visible(value), "class": visible(other)}


@given(st.text())
def test_no_control_reaches_the_page(value: str) -> None:
    written = str(join(text(value), el("p", title=value)))
    assert not [c for c in written if is_shown(c)]
    written.encode()  # lone surrogates are shown by name: nothing else cannot be written


@pytest.mark.parametrize("control", BIDI, ids=lambda c: f"U+{ord(c):04X}")
def test_a_bidi_control_is_shown_and_never_in_force(control: str) -> None:
    written = text(f"three{control}died")
    assert control not in written
    assert f"U+{ord(control):04X}" in written
    assert 'class="control"' in written


@pytest.mark.parametrize("joiner", "\u200c\u200d", ids=unicodedata.name)
def test_the_joiners_of_arabic_script_stay(joiner: str) -> None:
    assert text(f"می{joiner}شود") == f"می{joiner}شود"


def test_markup_is_not_escaped_twice_and_text_is_escaped_once() -> None:
    assert join(el("b", "1 < 2"), "<i>") == "<b>1 &lt; 2</b>&lt;i&gt;"
    assert unescape(text("&amp;")) == "&amp;"
    assert isinstance(bdi("x"), Markup)


@given(st.lists(st.text(max_size=8), max_size=3))
def test_an_anchor_needs_no_quoting(parts: list[str]) -> None:
    made = anchor("s", *parts)
    assert made.isascii()
    assert not set(made) & set("\"'<>& #%?/\\\n")
