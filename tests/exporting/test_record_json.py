from __future__ import annotations

import copy
import json
from typing import Any, get_args

import pytest

from libya_news.errors import InputError
from libya_news.exporting.record_json import from_dict, from_json, json_schema, to_dict, to_json
from libya_news.model import Article, Casualty, Claim, Count, Evidence, Mention, Record, Speaker, Victims
from libya_news.model.casualty import Cause, Harm, VictimClass
from libya_news.model.claim import SpeakerKind
from libya_news.model.count import Qualifier

TEXT = "Medics said four men died in Sirte."


def record() -> Record:
    speaker = Speaker(description="Medics", kind="medical", mention=Mention.of(TEXT, 0, 6))
    return Record(
        article=Article.from_text(TEXT, published="2016-08-05", id="a"),
        claims=(
            Claim(
                id="claim-7",
                speaker=speaker,
                cue=Mention.of(TEXT, 7, 11),
                content=Mention.of(TEXT, 12, 34),
                pieces=(Mention.of(TEXT, 12, 34),),
            ),
        ),
        casualties=(
            Casualty(
                id="killed-12-20",
                harm="killed",
                count=Count.exact(4, "four"),
                victims=Victims(class_="civilian", description="four men"),
                claim="claim-7",
                claims=("claim-7",),
                source=speaker,
                evidence=(Evidence(12, 20, "four men", "count"),),
                rule="en.casualties.active",
            ),
        ),
    )


def test_keys_in_the_order_of_the_format() -> None:
    out = to_dict(record())
    assert list(out) == [
        *("schema", "generator", "article", "actors", "places", "dates"),
        *("claims", "casualties", "framing", "findings"),
    ]
    assert list(out["article"]) == [
        *("id", "source", "url", "outlet", "headline", "standfirst", "byline", "dateline"),
        *("published", "published_basis", "reading_minutes", "language", "captions", "zones", "text"),
    ]
    assert list(out["casualties"][0]) == [
        *("id", "harm", "count", "kind", "scope", "victims", "perpetrators", "perpetrator", "cause"),
        *("conflict_related", "includes_attacker", "place", "places", "relation", "date", "part_of"),
        *("supersedes", "claim", "claims", "source", "evidence", "rule"),
    ]
    assert list(out["claims"][0]) == [
        *("id", "speaker", "chain", "cue", "content", "pieces", "direct", "polarity"),
        *("certainty", "said_on", "via", "denies"),
    ]
    assert out["casualties"][0]["victims"]["class"] == "civilian"
    assert out["casualties"][0]["count"] == {
        "low": 4,
        "high": 4,
        "best": 4,
        "qualifier": "exact",
        "unit": "persons",
        "stated": "four",
    }


def test_one_line_keeps_letters_as_they_are() -> None:
    line = to_json(Record(article=Article.from_text("Sirte \u2013 سرت")))
    assert "سرت" in line
    assert "\n" not in line


def test_a_lone_surrogate_is_written_and_read_back() -> None:
    broken = Record(article=Article.from_text("a\ud800b"))
    assert from_json(to_json(broken).encode()) == broken


def change(path: str, value: Any) -> dict[str, Any]:
    out = copy.deepcopy(to_dict(record()))
    *way, last = (int(k) if k.isdigit() else k for k in path.split("."))
    at: Any = out
    for key in way:
        at = at[key]
    if value is KeyError:
        del at[last]
    else:
        at[last] = value
    return out


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("schema", "libya-news/2", "schema is 'libya-news/2'"),
        ("article.text", "Nobody died.", "text_sha256"),
        ("article.published", "2016-13-05", "month"),
        ("article.published", 20160805, "is no day like 2017-07-02"),
        ("article.byline", "A. Writer", "is no list"),
        ("casualties.0.count.low", "4", "is no whole number"),
        ("casualties.0.count.low", True, "is no whole number"),
        ("casualties.0.count.low", 5, "low 5 is above high 4"),
        ("casualties.0.count.high", None, "a count that is exact has a low and a high"),
        ("casualties.0.count.best", 5, "best is 5"),
        ("casualties.0.harm", "eaten", "eaten"),
        ("casualties.0.evidence.0.exact", "five men", "is not 'five men'"),
        ("casualties.0.evidence.0.end", 400, "is not 'four men'"),
        ("casualties.0.evidence.0.field", "harm", "has no evidence for its count"),
        ("casualties.0.evidence", KeyError, "the key 'evidence' is missing"),
        ("casualties.0.claims", ["claim-8"], "rests on claim 'claim-8'"),
        ("casualties.0.part_of", "killed-1-2", "points to casualty 'killed-1-2'"),
        ("claims.0.denies", "claim-1", "denies 'claim-1'"),
        ("claims", {}, "no record of the format"),
        ("generator", [1], "generator is no JSON object"),
    ],
)
def test_what_breaks_a_promise_is_refused_in_words(path: str, value: Any, says: str) -> None:
    with pytest.raises(InputError, match=says.replace("(", r"\(")):
        from_dict(change(path, value))


def test_keys_of_later_versions_are_left_out() -> None:
    assert from_dict(change("casualties.0.weather", "fair")) == record()


@pytest.mark.parametrize("text", ["", "[]", "4", "{}", "{", b"\xff", "[" * 100_000])
def test_no_json_and_no_record(text: str | bytes) -> None:
    with pytest.raises(InputError):
        from_json(text)


def test_the_schema_knows_every_word_that_the_types_know() -> None:
    defs = json_schema()["$defs"]
    casualty = defs["casualty"]["properties"]
    assert casualty["harm"]["enum"] == list(get_args(Harm))
    assert casualty["cause"]["enum"] == [*get_args(Cause), None]
    assert casualty["victims"]["properties"]["class"]["enum"] == list(get_args(VictimClass))
    assert defs["speaker"]["properties"]["kind"]["enum"] == list(get_args(SpeakerKind))
    assert defs["count"]["properties"]["qualifier"]["enum"] == list(get_args(Qualifier))


def test_the_schema_is_handed_out_afresh() -> None:
    json_schema().clear()
    assert json_schema()["title"]
    json.dumps(json_schema())
