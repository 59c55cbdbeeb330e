"""The laws of the library, each a class headed by its sentence; more than examples can show."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.properties.texts import any_text, bodies, scraps, sentences

from libya_news import api
from libya_news.knowledge.lookup import default
from libya_news.model.article import Article

DAY = "2017-07-08"


def record_of(text: str, **about: Any) -> dict[str, Any]:
    """Parse a text and return the record as plain dictionaries."""
    return api.to_dict(api.parse(Article.from_text(text, published=about.pop("published", DAY), **about)))


def mentions_in(value: object) -> list[dict[str, Any]]:
    """Return every mention anywhere in a record."""
    if isinstance(value, dict):
        own = [value] if {"start", "end", "exact"} <= set(value) else []
        return own + [m for inner in value.values() for m in mentions_in(inner)]
    if isinstance(value, list | tuple):
        return [m for inner in value for m in mentions_in(inner)]
    return []


class TestOneCoordinateSystem:
    """Law 1. Every span is half open, in code points of the text, and quotes it; nothing edits the text."""

    @given(any_text.filter(str.strip))
    def test_every_mention_quotes_the_text(self, text: str) -> None:
        record = record_of(text)
        kept = record["article"]["text"]
        assert kept == text
        for mention in mentions_in(record):
            assert kept[mention["start"] : mention["end"]] == mention["exact"]
            assert 0 <= mention["start"] < mention["end"] <= len(kept)

    @given(bodies)
    def test_zones_and_captions_lie_in_the_text_in_order(self, text: str) -> None:
        article = record_of(text)["article"]
        last = 0
        for zone in article["zones"]:
            assert 0 <= zone["start"] <= zone["end"] <= len(text)
            assert zone["start"] >= last
            last = zone["start"]

    @given(bodies)
    def test_odd_spaces_and_quotes_move_no_offset(self, text: str) -> None:
        odd = text.replace(" ", "\u00a0", 2).replace("'", "\u2019")
        record = record_of(odd)
        assert record["article"]["text"] == odd
        for mention in mentions_in(record):
            assert odd[mention["start"] : mention["end"]] == mention["exact"]


class TestNoValueWithoutEvidence:
    """Law 2. Each field that is filled names the words it was read from, and the rule that read them."""

    @given(bodies)
    def test_filled_fields_have_evidence(self, text: str) -> None:
        for casualty in record_of(text)["casualties"]:
            fields = {e["field"] for e in casualty["evidence"]}
            assert "count" in fields
            assert casualty["rule"]
            if casualty["place"]:
                assert "place" in fields
            if casualty["date"] and casualty["date"]["basis"] != "publication":
                assert "date" in fields
            if casualty["perpetrators"]:
                assert "perpetrator" in fields
            if casualty["cause"]:
                assert "cause" in fields
            if casualty["victims"]["side"]:
                assert "side" in fields
            if casualty["source"]:
                assert "source" in fields

    @given(bodies)
    def test_a_count_is_shown_by_few_words_of_one_sentence(self, text: str) -> None:
        for casualty in record_of(text)["casualties"]:
            counts = [e for e in casualty["evidence"] if e["field"] == "count"]
            assert any(len(e["exact"]) <= 120 for e in counts)
            assert all("\n" not in e["exact"] for e in counts)

    @given(bodies)
    def test_ids_point_at_what_is_there(self, text: str) -> None:
        """Claims, places and groups stand in the record; a side may be one that the text leaves unnamed."""
        record = record_of(text)
        actors = {a["id"] for a in record["actors"]}
        places = {p["id"] for p in record["places"]}
        claims = {c["id"] for c in record["claims"]}
        ids = [c["id"] for c in record["casualties"]]
        assert len(set(ids)) == len(ids)
        for casualty in record["casualties"]:
            assert casualty["claim"] is None or casualty["claim"] in claims
            assert set(casualty["claims"]) <= claims
            assert casualty["place"] is None or casualty["place"] in places
            assert set(casualty["places"]) <= places
            assert casualty["part_of"] is None or (
                casualty["part_of"] in ids and casualty["part_of"] != casualty["id"]
            )
            group, side = casualty["victims"]["group"], casualty["victims"]["side"]
            assert group is None or group in actors
            # "Haftar's soldiers" are counted for his army, whose name the text may never give.
            assert side is None or side in actors or side in default().actor_ids
            for party in casualty["perpetrators"]:
                assert (
                    party["actor"] is None
                    or party["actor"] in actors
                    or party["actor"] in default().actor_ids
                )


class TestUnknownIsNeverZero:
    """Law 3. Zero, none reported, no figure given and not mentioned are four different things."""

    @given(any_text.filter(str.strip))
    def test_bounds_say_which_nothing_it_is(self, text: str) -> None:
        for casualty in record_of(text)["casualties"]:
            count = casualty["count"]
            assert (count["qualifier"] == "none") == ((count["low"], count["high"]) == (0, 0))
            assert (count["qualifier"] == "unknown") == (count["low"] is None and count["high"] is None)
            assert count["low"] is None or count["low"] > 0 or count["qualifier"] == "none"

    @pytest.mark.parametrize(
        ("text", "counts"),
        [
            ("Nobody was killed in the raid on Sirte.", [(0, 0, "none")]),
            ("No toll was available for the gunmen.", [(None, None, "unknown")]),
            ("There were no reports of casualties in Sirte.", []),
            ("The raid on Sirte lasted an hour.", []),
        ],
    )
    def test_four_kinds_of_nothing(self, text: str, counts: list[tuple[int | None, int | None, str]]) -> None:
        found = record_of(text)["casualties"]
        killed = [c["count"] for c in found if c["harm"] == "killed"]
        assert [(c["low"], c["high"], c["qualifier"]) for c in killed] == counts


class TestABoundNeverBecomesAPoint:
    """Law 4. "At least 20" is low 20 with no high; no single number is stored for a bound."""

    @given(
        st.integers(2, 5000), st.sampled_from(["people", "soldiers", "migrants", "prisoners", "fishermen"])
    )
    @pytest.mark.parametrize(
        ("words", "low", "high", "qualifier"),
        [
            ("At least {n}", 0, None, "at_least"),
            ("No fewer than {n}", 0, None, "at_least"),
            ("More than {n}", 1, None, "more_than"),
            ("Up to {n}", None, 0, "up_to"),
            ("As many as {n}", None, 0, "up_to"),
            ("Fewer than {n}", None, -1, "fewer_than"),
        ],
    )
    def test_bounds_stay_bounds(
        self, words: str, low: int | None, high: int | None, qualifier: str, n: int, noun: str
    ) -> None:
        (casualty,) = record_of(f"{words.format(n=f'{n:,}')} {noun} were killed near Sirte.")["casualties"]
        count = casualty["count"]
        assert count["low"] == (None if low is None else n + low)
        assert count["high"] == (None if high is None else n + high)
        assert count["qualifier"] == qualifier

    @given(any_text.filter(str.strip))
    def test_every_count_keeps_the_promises_of_its_qualifier(self, text: str) -> None:
        for casualty in api.parse(Article.from_text(text, published=DAY)).casualties:
            assert casualty.count.problem() is None


class TestAmbiguityIsReported:
    """Law 9. Nothing found is empty, and no input text raises."""

    @given(st.one_of(st.text(max_size=300), scraps))
    def test_no_text_raises(self, text: str) -> None:
        assume(text.strip())
        record = api.parse(Article.from_text(text, published=None))
        assert isinstance(record.casualties, tuple)

    @given(st.text(alphabet="\n\r\t .\"'()-\u00a0\u2029\ufeff", min_size=1, max_size=80))
    def test_marks_alone_say_nothing(self, marks: str) -> None:
        record = api.parse(Article.from_text("x" + marks, published=None))
        assert record.casualties == ()
        assert record.claims == ()


class TestOrderNeverMatters:
    """Law 10. The same input gives the same bytes, whatever was read before it."""

    @given(st.lists(bodies, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
    def test_articles_do_not_know_each_other(self, texts: list[str], rng: Any) -> None:
        articles = [Article.from_text(text, published=DAY) for text in texts]
        first = {a.text: api.to_json(api.parse(a)) for a in articles}
        rng.shuffle(articles)
        assert {a.text: api.to_json(api.parse(a)) for a in articles} == first


_ID = re.compile(
    r"\b(killed|wounded|missing|captured|kidnapped|displaced|rescued|casualties|claim)-(\d+)(?:-(\d+))?"
)


def shifted(value: Any, by: int) -> Any:
    """Return a value with all offsets, also those inside ids, moved."""
    if isinstance(value, dict):
        return {
            k: v + by if k in ("start", "end") and isinstance(v, int) else shifted(v, by)
            for k, v in value.items()
        }
    if isinstance(value, list | tuple):
        return [shifted(v, by) for v in value]
    if isinstance(value, str):
        return _ID.sub(
            lambda m: (
                f"{m[1]}-{int(m[2]) + by}"
                + (f"-{int(m[3]) + by}" if m[3] and m[1] != "claim" else (m[3] and f"-{m[3]}") or "")
            ),
            value,
        )
    return value


class TestNeutralSentenceShifts:
    """A neutral sentence in front shifts all spans by its length and changes nothing else."""

    @given(
        bodies,
        st.sampled_from(
            ["The sea was calm. ", "It is a long story. ", "The sea was calm.\n\n", "Shops were open. "]
        ),
    )
    def test_shift(self, text: str, front: str) -> None:
        parts = ("actors", "places", "dates", "claims", "casualties", "framing")
        before, after = record_of(text), record_of(front + text)
        # a line that the next repeats is a headline, and with a sentence before it no more
        assume(before["article"]["headline"] is None)
        assert {p: shifted(before[p], len(front)) for p in parts} == {p: shifted(after[p], 0) for p in parts}

    @given(sentences)
    def test_a_neutral_sentence_behind_changes_nothing(self, text: str) -> None:
        before, after = record_of(text), record_of(f"{text}\n\nThe sea was calm.")
        assert before["casualties"] == after["casualties"]
