"""Marks without a width, digits of other scripts and lines broken by hand: read as print, quoted as they stand."""

import pytest

from libya_news import api
from libya_news.model.article import Article
from libya_news.text.folding import fold
from libya_news.text.tokens import tokenize

SAME = [
    "At le\u00adast 12 people were kil\u00adled.",
    "\u200fAt least\u200f 12 people were killed.",
    "At \u200eleast 1\u200d2 people were killed.",
    "At\u200bleast\u00a012 people were killed.",
    "\ufeffAt least&nbsp;12 people were killed.",
    "At least \u0661\u0662 people were killed.",
    "At least \u06f1\u06f2 people were killed.",
    "At least \uff11\uff12 people were killed.",
    "At least\n12 people\nwere killed.",
    "At least 12\r\npeople were killed.",
    "At least\ttwelve\tpeople were killed.",
]


@pytest.mark.parametrize("text", SAME)
def test_a_bound_is_kept_in_any_print(text: str) -> None:
    (casualty,) = api.parse(Article.from_text(text)).casualties
    count = casualty.count
    assert (casualty.harm, count.low, count.high, count.qualifier) == ("killed", 12, None, "at_least")


@pytest.mark.parametrize("text", SAME)
def test_offsets_are_those_of_the_text_as_it_stands(text: str) -> None:
    tokens = tokenize(text)
    assert list(tokens.ends) == sorted(tokens.ends)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
    record = api.parse(Article.from_text(text))
    for casualty in record.casualties:
        for evidence in casualty.evidence:
            mention = evidence.mention
            assert text[mention.start : mention.end] == mention.exact


def test_plain_text_is_left_alone() -> None:
    assert fold("At least 12 people") is None
    assert fold("R&B — “dead”") is None


def test_every_code_point_has_its_place() -> None:
    text = "A\u00adb \ufb01ve \u0661&nbsp;c"
    folded = fold(text)
    assert folded is not None
    plain, starts, ends = folded
    assert plain == "Ab five 1 c"
    assert len(plain) == len(starts) == len(ends)
    assert all(a < b for a, b in zip(starts, ends, strict=True))
    assert text[starts[-1] : ends[-1]] == "c"


def test_a_headline_and_a_list_stay_lines_of_their_own() -> None:
    assert tokenize("Twelve dead in Sirte\nTripoli is calm").words.count("\n") == 1
    assert tokenize("Killed: 12\nWounded: 30").words.count("\n") == 1
    assert tokenize("It is calm.\n\nthe end").words.count("\n") == 1
    assert tokenize("people were\nkilled").words.count("\n") == 0
