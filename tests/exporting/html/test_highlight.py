"""Marks that overlap: cut into stretches that hold the whole text, each with exactly the marks that cover it."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from libya_news.exporting.html.highlight import FIELDS, Mark, segments

LENGTH = 30
MARKS = st.lists(
    st.builds(
        lambda start, length, field, owner: Mark(
            start=start, end=start + length, field=field, owner=owner, says="", number=None
        ),
        st.integers(-3, LENGTH + 3),
        st.integers(0, 12),
        st.sampled_from(FIELDS),
        st.sampled_from("abc"),
    ),
    max_size=12,
)


@given(MARKS)
def test_the_stretches_hold_the_whole_text_in_order(marks: list[Mark]) -> None:
    cut = list(segments(LENGTH, marks))
    assert [n for s in cut for n in range(s.start, s.end)] == list(range(LENGTH))


@given(MARKS)
def test_every_code_point_has_the_marks_that_cover_it_and_no_other(marks: list[Mark]) -> None:
    for s in segments(LENGTH, marks):
        for n in range(s.start, s.end):
            covering = [m for m in marks if m.start <= n < m.end]
            assert sorted(s.marks, key=repr) == sorted(covering, key=repr)


@given(MARKS, st.integers(0, 2**32))
def test_the_order_of_the_marks_does_not_matter(marks: list[Mark], seed: int) -> None:
    mixed = list(marks)
    Random(seed).shuffle(mixed)  # noqa: S311
    assert list(segments(LENGTH, mixed)) == list(segments(LENGTH, marks))


def test_the_count_is_shown_before_what_else_stands_on_its_words() -> None:
    marks = [Mark(start=0, end=5, field=field, owner=field, says="") for field in reversed(FIELDS)]
    (stretch,) = segments(5, marks)
    assert [m.field for m in stretch.marks] == list(FIELDS)
