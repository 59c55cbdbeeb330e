"""Texts for the property tests: sentences of news and of traps, mixed, and strings of any kind."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.data import cases

# Forms that belong at the head of a story and mean something else further down.
_HEADS = {
    "headlines",
    "wire_ledes",
    "live_blog",
    "tweets",
    "headlines_about_other_things",
    "live_blog_and_social",
}

SENTENCES: tuple[str, ...] = tuple(
    case.text
    for source in (cases.frames, cases.traps)
    for case in source()
    if case.family not in _HEADS and case.text[-1] in ".!?"
)

sentences = st.sampled_from(SENTENCES)
bodies = st.lists(sentences, min_size=1, max_size=4).flatmap(
    lambda chosen: st.sampled_from([" ", "\n\n"]).map(lambda between: between.join(chosen))
)
fragments = st.sampled_from(  # what grammars are made of
    [
        "killed",
        "dead",
        "12",
        "1,200",
        "two",
        "hundred",
        "and",
        "-",
        "at least",
        "no",
        "none of",
        "soldiers",
        "people",
        "said",
        "on Monday",
        "July 2017",
        "Sirte",
        "al-",
        "Haftar's",
        '"',
        "\u201c",
        "(",
        ")",
        ",",
        ".",
        "\n",
        "\n\n",
        "including",
        "of them",
        "Gen.",
        "U.N.",
        "BENGHAZI -",
        "\u00a0",
        "\u200b",
        "e\u0301",
        "\U0001f54c",
        "'s",
        ":",
        "wounded",
        "bodies",
        "a",
        "the toll",
        "to",
        "by",
        "who",
        "were",
        "between",
        "up to",
        "dozens of",
        "families",
        "missing",
    ]
)
scraps = st.lists(fragments, max_size=40).map(" ".join)
any_text = st.one_of(st.text(max_size=200), scraps, bodies)
