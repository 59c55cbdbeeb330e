"""Hypothesis strategies: articles and records that keep every promise of the record format."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

from libya_news.model import (
    Actor,
    Article,
    Caption,
    Casualty,
    Claim,
    Count,
    Dateline,
    DateMention,
    Days,
    Evidence,
    Finding,
    Framing,
    Interval,
    Mention,
    Perpetrator,
    Place,
    Record,
    Relation,
    Role,
    Speaker,
    Victims,
    Zone,
    casualty_id,
    claim_id,
)
from libya_news.model.actor import ActorKind
from libya_news.model.article import PublishedBasis, ZoneKind
from libya_news.model.casualty import (
    CasualtyKind,
    Cause,
    Harm,
    PerpetratorStatus,
    Scope,
    VictimClass,
)
from libya_news.model.claim import Certainty, Interest, Polarity, SpeakerKind
from libya_news.model.count import Unit
from libya_news.model.finding import Severity
from libya_news.model.framing import FramingKind
from libya_news.model.interval import DateBasis, Precision
from libya_news.model.place import PlaceKind, PlacePrecision
from libya_news.model.span import Basis, EvidenceField

texts = st.text(min_size=1, max_size=120)
slugs = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True)
words = st.text(max_size=12)
days = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))
numbers = st.integers(0, 5000)


def one_of(literal: object) -> st.SearchStrategy:
    return st.sampled_from(get_args(literal))


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def some(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    n, more = draw(numbers), draw(numbers)
    stated, unit = draw(words), draw(one_of(Unit))
    make = draw(
        st.sampled_from(
            [
                lambda: Count.exact(n, stated, unit=unit),
                lambda: Count.at_least(n, stated, unit=unit),
                lambda: Count.more_than(n, stated, unit=unit),
                lambda: Count.about(n, stated, unit=unit),
                lambda: Count.up_to(n, stated, unit=unit),
                lambda: Count.fewer_than(n + 1, stated, unit=unit),
                lambda: Count.between(n, n + more, stated, unit=unit),
                lambda: Count.vague(n, stated, unit=unit),
                lambda: Count.none(stated, unit=unit),
                lambda: Count.unknown(stated, unit=unit),
            ]
        )
    )
    return make()


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text)))
    return start, draw(st.integers(start, len(text)))


def mentions(text: str) -> st.SearchStrategy[Mention]:
    return spans(text).map(lambda s: Mention.of(text, *s))


moments = st.datetimes(timezones=st.none() | st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=-4))))
stretches = st.builds(Days, maybe(days), maybe(days))
intervals = st.builds(Interval, maybe(days), maybe(days), maybe(one_of(Precision)), maybe(one_of(DateBasis)))


@st.composite
def articles(draw: st.DrawFn, text: st.SearchStrategy[str] = texts) -> Article:
    body = draw(text)
    day = draw(maybe(days))
    zone = spans(body).flatmap(lambda s: st.builds(Zone, one_of(ZoneKind), st.just(s[0]), st.just(s[1])))
    caption = spans(body).map(lambda s: Caption(body[s[0] : s[1]], None, *s))
    return Article(
        text=body,
        id=draw(slugs),
        source=draw(maybe(words)),
        url=draw(maybe(words)),
        outlet=draw(maybe(words)),
        headline=draw(maybe(words)),
        standfirst=draw(maybe(words)),
        byline=draw(some(words)),
        dateline=draw(maybe(st.builds(Dateline, maybe(words), maybe(days)))),
        published=day,
        published_basis=None if day is None else draw(one_of(PublishedBasis)),
        published_at=None if day is None else draw(maybe(moments)),
        reading_minutes=draw(maybe(numbers)),
        language=draw(maybe(st.just("en"))),
        captions=draw(some(caption)),
        zones=draw(some(zone)),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    article = draw(articles())
    text = article.text
    mention = mentions(text)
    span = spans(text)
    speaker = st.builds(
        Speaker,
        actor=maybe(slugs),
        description=words,
        kind=one_of(SpeakerKind),
        named=st.booleans(),
        side=maybe(slugs),
        mention=maybe(mention),
    )
    role = st.builds(
        lambda title, organisation, s: Role(
            title=title, organisation=organisation, start=s[0], end=s[1], exact=text[s[0] : s[1]]
        ),
        words,
        maybe(words),
        span,
    )
    claims: dict[str, Claim] = {}
    for start in draw(st.lists(st.integers(0, len(text)), max_size=2)):
        new = claim_id(start, claims)
        claims[new] = Claim(
            id=new,
            speaker=draw(speaker),
            chain=draw(some(speaker)),
            cue=draw(maybe(mention)),
            content=draw(mention),
            pieces=draw(some(mention)),
            direct=draw(st.booleans()),
            polarity=draw(one_of(Polarity)),
            certainty=draw(one_of(Certainty)),
            said_on=draw(maybe(stretches)),
            via=draw(maybe(words)),
            denies=draw(maybe(st.sampled_from(sorted(claims)))) if claims else None,
            mode=draw(maybe(words)),
            cue_class=draw(maybe(words)),
            said_in=draw(maybe(slugs)),
            interest=draw(maybe(one_of(Interest))),
        )
    evidence = st.builds(
        lambda s, field, basis: Evidence(*s, text[s[0] : s[1]], field, basis),
        span,
        one_of(EvidenceField),
        one_of(Basis),
    )
    casualties: dict[str, Casualty] = {}
    for harm, (start, end) in draw(st.lists(st.tuples(one_of(Harm), span), max_size=3)):
        new = casualty_id(harm, start, end, casualties)
        known = st.sampled_from(sorted(casualties)) if casualties else st.nothing()
        rests_on = draw(some(st.sampled_from(sorted(claims)))) if claims else ()
        casualties[new] = Casualty(
            id=new,
            harm=harm,
            count=draw(counts()),
            kind=draw(one_of(CasualtyKind)),
            scope=draw(one_of(Scope)),
            victims=Victims(
                class_=draw(one_of(VictimClass)),
                group=draw(maybe(slugs)),
                side=draw(maybe(slugs)),
                description=draw(words),
                names=draw(some(words)),
                mention=draw(maybe(mention)),
            ),
            perpetrators=draw(
                some(
                    st.builds(
                        Perpetrator, actor=maybe(slugs), description=words, status=one_of(PerpetratorStatus)
                    )
                )
            ),
            cause=draw(maybe(one_of(Cause))),
            conflict_related=draw(maybe(st.booleans())),
            includes_attacker=draw(maybe(st.booleans())),
            place=draw(maybe(slugs)),
            places=draw(some(slugs)),
            relation=draw(maybe(st.builds(Relation, maybe(st.floats(0, 1000)), maybe(words)))),
            date=draw(maybe(intervals)),
            part_of=draw(maybe(known)),
            supersedes=draw(some(known)) if casualties else (),
            claim=rests_on[0] if rests_on else None,
            claims=rests_on,
            source=claims[rests_on[0]].speaker if rests_on else None,
            evidence=(Evidence(start, end, text[start:end], "count"), *draw(some(evidence))),
            rule=draw(words),
            interest=draw(maybe(one_of(Interest))),
        )
    return Record(
        article=article,
        actors=draw(
            some(
                st.builds(
                    Actor,
                    id=slugs,
                    name=words,
                    kind=one_of(ActorKind),
                    roles=some(role),
                    affiliations=some(slugs),
                    mentions=some(mention),
                )
            )
        ),
        places=draw(
            some(
                st.builds(
                    Place,
                    id=slugs,
                    name=words,
                    kind=one_of(PlaceKind),
                    latitude=maybe(st.floats(-90, 90)),
                    longitude=maybe(st.floats(-180, 180)),
                    precision=maybe(one_of(PlacePrecision)),
                    within=some(slugs),
                    geonames=maybe(numbers),
                    pcode=maybe(words),
                    mentions=some(mention),
                )
            )
        ),
        dates=draw(
            some(
                st.builds(
                    DateMention,
                    maybe(days),
                    maybe(days),
                    maybe(one_of(Precision)),
                    maybe(one_of(DateBasis)),
                    mention,
                    some(stretches),
                    maybe(words),
                )
            )
        ),
        claims=tuple(claims.values()),
        casualties=tuple(casualties.values()),
        framing=draw(
            some(
                st.builds(
                    Framing,
                    term=words,
                    neutral=maybe(words),
                    about=maybe(slugs),
                    used_by=st.just("newspaper"),
                    kind=one_of(FramingKind),
                    mention=mention,
                )
            )
        ),
        findings=draw(
            some(
                st.builds(
                    Finding,
                    code=st.from_regex(r"LN[1-6][0-9]{2}", fullmatch=True),
                    severity=one_of(Severity),
                    message=words,
                    evidence=some(mention),
                )
            )
        ),
    )
