"""Hostile words in every field of a record: none becomes an element, an attribute, a link or a style."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import attrs
import pytest
from tests.exporting.html.pages import Page
from tests.exporting.html.test_report import check

from libya_news import Article, Record
from libya_news.exporting.html import fragment, page
from libya_news.exporting.html.markup import visible
from libya_news.model import (
    Actor,
    Casualty,
    Claim,
    Contradiction,
    Count,
    Dateline,
    Evidence,
    Finding,
    Framing,
    Incident,
    Interval,
    Member,
    Mention,
    Perpetrator,
    Place,
    Relation,
    Role,
    Speaker,
    Victims,
)

CORPUS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus x='",
    "`onload=alert(1)`",
    "><svg onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    '<math><mtext></p><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'>",
    "javascript:alert(1)",
    "JaVa\tScRiPt:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "<a href=javascript:alert(1)>x</a>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<form action=//evil.example><button>x",
    "<object data=//evil.example><embed src=//evil.example>",
    "<div style=background:url(//evil.example)>",
    "x;} body{background:url(//evil.example)} .y{",
    "expression(alert(1))",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)} <%= 7*7 %> #{7*7}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#x3c;/script&#x3e;",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<\u200bscript>\u2028alert(1)\u2029</script>",
    "\u202e>tpircs/<)1(trela>tpircs<\u202c",
    "\u2066<b>\u2069\u200f\u061c",
    "\ud800<b>\udfff",
    "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07",
    "＜script＞alert(1)＜/script＞",
    "<" * 200 + ">" * 200,
    "<!DOCTYPE html><html><body>",
    "<textarea><plaintext><xmp><noscript>",
    '#" id="s1" class="',
)


def poisoned(value: Any, words: str) -> Any:
    """Return a copy in which every free text is the words; closed sets of values and offsets stay."""
    if isinstance(value, tuple):
        return tuple(poisoned(item, words) for item in value)
    if isinstance(value, str):
        return words
    if not attrs.has(type(value)):
        return value
    fields = attrs.fields(attrs.resolve_types(type(value)))
    closed = {f.name for f in fields if f.name == "id" or _is_closed(f.type)}
    return attrs.evolve(
        value, **{f.name: poisoned(getattr(value, f.name), words) for f in fields if f.name not in closed}
    )


def _is_closed(kind: object) -> bool:
    """Whether a field takes one of a few words only (a Literal, or one or None)."""
    told = get_args(kind)
    return bool(told) and all(isinstance(t, str) or t is type(None) or _is_closed(t) for t in told)


WORDS = Mention(0, 4, "They")
SPEAKER = Speaker(actor="actor", description="a doctor", named=True, side="side", mention=WORDS)
RECORD = Record(
    article=Article(
        text="They died in Sirte.",
        id="story",
        source="a.txt",
        url="u",
        outlet="o",
        headline="h",
        standfirst="s",
        byline=("b", "c"),
        dateline=Dateline("p", None),
    ),
    actors=(
        Actor(
            id="actor",
            name="A",
            roles=(Role(title="t", organisation="o", start=0, end=4, exact="They"),),
            affiliations=("x",),
            mentions=(WORDS,),
        ),
    ),
    places=(
        Place(
            id="place", name="P", latitude=31.2, longitude=16.6, within=("x",), pcode="p", mentions=(WORDS,)
        ),
    ),
    claims=(
        Claim(
            id="claim-0",
            speaker=SPEAKER,
            chain=(SPEAKER,),
            cue=WORDS,
            content=WORDS,
            pieces=(WORDS,),
            certainty="hedged",
            via="v",
        ),
    ),
    casualties=(
        Casualty(
            id="killed-0-4",
            harm="killed",
            count=Count.at_least(4, "They"),
            kind="cumulative",
            victims=Victims(group="g", side="s", description="people", names=("n", "m"), mention=WORDS),
            perpetrators=(Perpetrator(actor="a", description="d", status="accused"),),
            place="place",
            places=("place", "other"),
            relation=Relation(3.0, "south"),
            date=Interval(dt.date(2017, 7, 1), dt.date(2017, 7, 1), "day", "stated"),
            part_of="other",
            supersedes=("older",),
            claim="claim-0",
            claims=("claim-0", "claim-9"),
            source=SPEAKER,
            evidence=(Evidence(0, 4, "They", "count"), Evidence(5, 9, "died", "harm", "carried")),
            rule="en.rule",
        ),
    ),
    framing=(Framing(term="t", neutral="n", about="a", used_by="claim-0", mention=WORDS),),
    findings=(Finding(code="LN101", severity="error", message="m", evidence=(WORDS,)),),
)
INCIDENT = Incident(
    id="incident",
    harms=("killed",),
    sides=("s",),
    place="p",
    members=(Member(article="a", casualty="c", claim="d"),),
    parts=("x",),
    contradictions=(Contradiction(field="count", message="m", members=()),),
    grading="g",
    strike_status="s",
    maybe_same=("y",),
)


def harmless(html: str, words: str) -> Page:
    found = check(html)
    assert "".join(found.parts("style")) == "".join(Page(fragment(RECORD.article)).parts("style"))
    assert visible(words) in "".join(data for data, _ in found.pieces), "the words are shown, not swallowed"
    return found


@pytest.mark.parametrize("words", CORPUS, ids=range(len(CORPUS)))
def test_nothing_hostile_becomes_markup(words: str) -> None:
    # Twice: with the words in every field, and with the words in the story under marks that cut them.
    record = poisoned(RECORD, words)
    assert harmless(page([record]), words).ids
    other = attrs.evolve(RECORD, article=attrs.evolve(RECORD.article, id="other"))
    harmless(page([record, other]), words)
    harmless(page([RECORD], title=words), words)
    harmless(fragment(record), words)
    harmless(fragment(record.article), words)
    harmless(fragment(poisoned(INCIDENT, words)), words)


@pytest.mark.parametrize("words", CORPUS, ids=range(len(CORPUS)))
def test_ids_that_are_hostile_stay_ids(words: str) -> None:
    casualty = attrs.evolve(RECORD.casualties[0], id=words, part_of=words)
    claim = attrs.evolve(RECORD.claims[0], id=words + "c")
    record = attrs.evolve(
        RECORD,
        article=attrs.evolve(RECORD.article, id=words),
        casualties=(attrs.evolve(casualty, claim=words + "c", claims=(words + "c",)),),
        claims=(claim,),
    )
    check(page([record]))
    check(fragment(attrs.evolve(INCIDENT, id=words)))
