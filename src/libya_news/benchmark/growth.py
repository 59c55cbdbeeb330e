"""Many records of many invented incidents, to see how reconciling grows and how well it does at scale.

No story is written: the records are those that a perfect reader would make of stories that differ in
outlet, voice, place ("Sabri" or "Benghazi"), day, cause and figure, as real ones do.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from time import process_time

import attrs

from libya_news.knowledge.lookup import Knowledge
from libya_news.model import (
    Article,
    Casualty,
    Claim,
    Count,
    Evidence,
    Incident,
    Interval,
    Mention,
    Record,
    Speaker,
    Victims,
    casualty_id,
)
from libya_news.model.casualty import Cause, Harm, VictimClass
from libya_news.model.claim import SpeakerKind
from libya_news.reconciling.incidents import reconcile

Key = tuple[str, str]
_OUTLETS = (
    "Reuters",
    "AFP",
    "AP",
    "Coast Observer",
    "Desert Wire",
    "Maghreb Daily",
    "The Eastern Star",
    "Libya Weekly",
)
_CAUSES: tuple[Cause, ...] = (
    "clashes",
    "air_strike",
    "shelling",
    "car_bomb",
    "gunfire",
    "landmine",
    "drowning",
)
_PEOPLE: tuple[tuple[VictimClass, str | None], ...] = (
    ("military", "libyan-national-army"),
    ("militant", "islamic-state-libya"),
    ("police", "government-of-national-accord"),
    ("civilian", None),
)
_VOICES: tuple[SpeakerKind | None, ...] = ("medical", "official", "resident", "military", None, None)


@attrs.frozen(kw_only=True)
class Sample:
    """Records with the incident that each of their casualties belongs to.

    Attributes:
        records: The records, in the order of their ids.
        truth: (article id, casualty id) -> name of the incident.
        tolls: Name of the incident -> its dead.
    """

    records: tuple[Record, ...]
    truth: Mapping[Key, str]
    tolls: Mapping[str, int]


def sample(casualties: int, seed: int = 0, *, years: int = 10) -> Sample:
    """Make records that hold about so many casualties.

    Args:
        casualties: How many casualties, roughly.
        seed: The same seed gives the same records.
        years: Over how many years the incidents are spread.
    """
    rng = random.Random(seed)  # noqa: S311
    known = Knowledge.default()
    quarters: dict[str, list[str]] = {}
    for p in known.place_ids:
        within = known.within(p)
        if "libya" in within and known.place(p).kind in ("city", "town"):
            quarters.setdefault(p, [])
    for p in known.place_ids:
        within = known.within(p)
        if within and within[0] in quarters and known.place(p).kind == "neighbourhood":
            quarters[within[0]].append(p)
    towns = sorted(quarters)
    weights = [1 + 3 * len(quarters[t]) for t in towns]
    records: list[Record] = []
    truth: dict[Key, str] = {}
    tolls: dict[str, int] = {}
    first = dt.date(2012, 1, 1)
    while len(truth) < casualties:
        name = f"i{len(tolls)}"
        town = rng.choices(towns, weights)[0]
        exact = rng.choice(quarters[town]) if quarters[town] and rng.random() < 0.5 else town
        day = first + dt.timedelta(days=rng.randrange(365 * years))
        cause = rng.choice(_CAUSES)
        people = rng.choice(_PEOPLE)
        dead, hurt = 1 + int(rng.expovariate(1 / 6)), int(rng.expovariate(1 / 9))
        tolls[name] = dead
        for n, outlet in enumerate(rng.sample(_OUTLETS, rng.randint(1, 4))):
            noise = 0.3 if n else 0.0  # one of the stories is right
            what = _What((town, exact), day, cause, people, dead, hurt, noise)
            record = _story(rng, f"s{len(records):06d}", outlet, what)
            records.append(record)
            truth.update({(record.article.id, c.id): name for c in record.casualties})
    return Sample(records=tuple(records), truth=truth, tolls=tolls)


@attrs.frozen
class _What:
    """One true incident, and how often a story has another figure."""

    where: tuple[str, str]
    day: dt.date
    cause: Cause
    people: tuple[VictimClass, str | None]
    dead: int
    hurt: int
    noise: float


def _story(rng: random.Random, name: str, outlet: str, what: _What) -> Record:
    text = f"{name}: {what.dead} killed and {what.hurt} wounded on {what.day}."
    published = what.day + dt.timedelta(days=rng.randint(0, 2))
    article = Article(text=text, id=name, outlet=outlet, published=published, language="en")
    kind = rng.choice(_VOICES)
    claims: tuple[Claim, ...] = ()
    if kind is not None:
        words = Mention.of(text, 0, len(name))
        speaker = Speaker(description=kind, kind=kind, mention=words)
        claims = (Claim(id="claim-0", speaker=speaker, cue=None, content=words, pieces=(words,)),)
    place = what.where[1] if rng.random() < 0.7 else what.where[0]
    told = what.cause if rng.random() < 0.85 else None
    figures: tuple[tuple[Harm, int], ...] = (("killed", what.dead), ("wounded", what.hurt))
    made = [
        _casualty(rng, text, harm, n, what, told, place, claims)
        for harm, n in figures
        if n and (harm == "killed" or rng.random() < 0.6)
    ]
    return Record(article=article, claims=claims, casualties=tuple(made))


def _casualty(
    rng: random.Random,
    text: str,
    harm: Harm,
    n: int,
    what: _What,
    cause: Cause | None,
    place: str,
    claims: tuple[Claim, ...],
) -> Casualty:
    words = f"{n} {harm}"
    start = text.index(words)
    figure = n
    if rng.random() < what.noise:  # another source, another figure
        figure = max(1, n + rng.choice((-2, -1, 1, 2, 3)))
    count = Count.at_least(max(1, figure - 1), words) if rng.random() < 0.2 else Count.exact(figure, words)
    named = rng.random() < 0.7
    return Casualty(
        id=casualty_id(harm, start, start + len(words)),
        harm=harm,
        count=count,
        victims=Victims(
            class_=what.people[0] if named else "unspecified", side=what.people[1] if named else None
        ),
        cause=cause,
        place=place,
        places=(place,),
        date=Interval(what.day, what.day, "day", "stated"),
        claim=claims[0].id if claims else None,
        claims=tuple(c.id for c in claims),
        source=claims[0].speaker if claims else None,
        evidence=(Evidence(start, start + len(words), words, "count"),),
        rule="made",
    )


def b_cubed(truth: Mapping[Key, str], incidents: Sequence[Incident]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of a grouping of casualties.

    Args:
        truth: (article id, casualty id) -> name of the true incident.
        incidents: What was found.

    Source: Bagga and Baldwin (1998), "Algorithms for scoring coreference chains".
    """
    found = {(m.article, m.casualty): i.id for i in incidents for m in i.members}
    groups: dict[str, int] = {}
    wanted: dict[str, int] = {}
    both: dict[tuple[str, str], int] = {}
    for key, name in truth.items():
        group = found.get(key, repr(key))
        groups[group] = groups.get(group, 0) + 1
        wanted[name] = wanted.get(name, 0) + 1
        both[group, name] = both.get((group, name), 0) + 1
    if not truth:
        return 1.0, 1.0, 1.0
    precision = sum(n * n / groups[g] for (g, _), n in both.items()) / len(truth)
    recall = sum(n * n / wanted[w] for (_, w), n in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def growth(
    sizes: Sequence[int] = (12_500, 25_000, 50_000, 100_000), seed: int = 0
) -> list[tuple[int, float]]:
    """Return the seconds of processor time that reconciling takes for each number of casualties.

    Args:
        sizes: Numbers of casualties.
        seed: The same seed gives the same records.
    """
    found = []
    for size in sizes:
        records = sample(size, seed).records
        begun = process_time()
        reconcile(records)
        found.append((size, process_time() - begun))
    return found
