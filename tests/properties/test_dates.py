"""Dates printed as newspaper English read back as the same days."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from libya_news.english.dates.grammar import grammar
from libya_news.english.dates.lexicon import lexicon
from libya_news.parsing.dates import find_dates
from libya_news.testing import PrintedStory, printed_dates
from libya_news.text.tokens import tokenize


@given(printed_dates())
def test_printed_dates_read_back_equal(story: PrintedStory) -> None:
    tokens = tokenize(story.text)
    hits = find_dates(tokens, story.published)
    assert [(tokens.quote(h.first, h.last), h.start, h.end) for h in hits] == list(story.dates)


@given(printed_dates(), st.sampled_from(("The mayor spoke. ", "No one was hurt, he said.\n\n", "Why? ")))
def test_a_neutral_sentence_in_front_shifts_and_changes_nothing(story: PrintedStory, front: str) -> None:
    plain, moved = tokenize(story.text), tokenize(front + story.text)
    by = len(front)
    expected = [
        (plain.starts[h.first] + by, plain.ends[h.last - 1] + by, h.start, h.end)
        for h in find_dates(plain, story.published)
    ]
    assert [
        (moved.starts[h.first], moved.ends[h.last - 1], h.start, h.end)
        for h in find_dates(moved, story.published)
    ] == expected


_WORDS = sorted(
    {entry.word for entry in lexicon().entries} | {"31", "12", "2017", "1st", "14:30", "men", "May", "Sat."}
)


@given(st.lists(st.sampled_from(_WORDS), max_size=40), st.none() | st.dates())
def test_any_words_of_dates_are_read_without_error_in_order(
    words: list[str], published: dt.date | None
) -> None:
    tokens = tokenize(" ".join(words))
    hits = find_dates(tokens, published)
    at = 0
    for hit in hits:
        assert at <= hit.first < hit.last <= len(tokens)
        at = hit.last
        assert (hit.start is None) == (hit.reason is not None)
        assert hit.start is None or hit.end is None or hit.start <= hit.end
    assert hits == find_dates(tokens, published)


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_triggers_lose_nothing(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    code = lexicon().alphabet.encode(tokens.words)
    assert grammar().find(code, tokens.low) == grammar().find(code, tokens.low, triggered=False)


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read(text: str, published: dt.date | None) -> None:
    find_dates(tokenize(text), published)
