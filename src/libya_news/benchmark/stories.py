"""Stories of invented incidents with their true records: the grammar run backwards, from a seed.

Every story tells of one to three incidents in some order and style; its record holds what a careful reader
would write, with the words of every field. The same seed gives the same stories, byte for byte.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from typing import Any, cast

import attrs

from libya_news.benchmark.phrasing import Group, Style, day_words, group, inventory, place_words
from libya_news.benchmark.plans import FIRST, LAST, Plan, plans_for, town_of
from libya_news.benchmark.writer import Writer
from libya_news.knowledge.lookup import Knowledge
from libya_news.model import (
    Actor,
    Article,
    Casualty,
    Claim,
    Count,
    DateMention,
    Evidence,
    Interval,
    Mention,
    Place,
    Record,
    Speaker,
    Victims,
    Zone,
    casualty_id,
    claim_id,
)
from libya_news.model.casualty import Cause, Harm
from libya_news.model.span import EvidenceField

_LEADING = re.compile(r"(?<![a-z])(?<=[{<])[A-Z]|^[A-Z]")
_SPELLED = Style(spelled_below=100, month_first=False)


def stories(seed: int, size: int) -> Iterator[Record]:
    """Yield invented stories as their true records.

    Args:
        seed: The same seed gives the same stories.
        size: How many stories.
    """
    for n in range(size):
        rng = random.Random(f"libya-news {seed} {n}")  # noqa: S311
        yield story(rng, f"made-{seed}-{n:05d}")


def story(rng: random.Random, name: str) -> Record:
    """Return one invented story as its true record.

    Args:
        rng: Chooses everything.
        name: The id of the article.
    """
    published = FIRST + dt.timedelta(days=rng.randrange((LAST - FIRST).days))
    plans = plans_for(rng, published)
    made = _Story(rng, published)
    if rng.random() < 0.5:
        made.headline(plans[0])
    bulletin = rng.random() < 0.12
    for n, plan in enumerate(plans):
        made.incident(plan, first=n == 0, bulletin=bulletin)
    return made.record(name)


class _Story:
    """A story while it is written."""

    def __init__(self, rng: random.Random, published: dt.date) -> None:
        self.rng = rng
        self.published = published
        self.style = Style.drawn(rng)
        self.tables = inventory()
        self.writer = Writer()
        self.zones: list[Zone] = []
        self.heading: str | None = None
        self.claims: dict[str, Claim] = {}
        self.casualties: dict[str, Casualty] = {}
        self.places: dict[str, list[Mention]] = {}
        self.actors: dict[str, list[Mention]] = {}
        self.dates: list[DateMention] = []

    def headline(self, plan: Plan) -> None:
        """Write a headline that tells no figure: the body has them."""
        town = Knowledge.default().place(town_of(plan.place)).name
        words = self.rng.choice((f"Deaths in {town}", f"{town} mourns its dead", f"Violence in {town}"))
        start, end = self.writer.add(words)
        self.places.setdefault(town_of(plan.place), []).append(
            Mention.of(self.writer.text, start + words.index(town), start + words.index(town) + len(town))
        )
        self.zones.append(Zone("headline", start, end))
        self.heading = words
        self.writer.add("\n\n")

    def incident(self, plan: Plan, *, first: bool, bulletin: bool) -> None:
        """Write everything that the story tells of one incident: a paragraph."""
        rng, sentences = self.rng, self.tables["sentences"]
        if not first:
            self.writer.add("\n\n")
        source = rng.choice(self.tables["sources"])
        own = rng.random() < 0.2
        kind = "bulletin" if bulletin else "own" if own else "told"
        if plan.cause.get("struck") and not bulletin and rng.random() < 0.2:
            kind = "struck"
        pattern = rng.choice(sentences[kind])
        if not first and not bulletin and rng.random() < 0.6:
            self.writer.add(rng.choice(sentences["apart"]))
            pattern = _LEADING.sub(lambda m: m[0].lower(), pattern, count=1)
        dead = group(rng, self.style, plan.killed, plan.noun, plan.side)
        while pattern.lstrip("<").startswith("{Passive}") and dead.words[0].isdigit():
            dead = group(rng, self.style if plan.killed > 99 else _SPELLED, plan.killed, plan.noun, plan.side)
        slots, interval = self._slots(plan, dead, source)
        hurt = self._hurt(plan, dead)
        later = hurt is not None and not bulletin and rng.random() < 0.35
        if hurt is not None and not later:
            were = "was" if hurt.singular else "were"
            slots["hurt"] = hurt.words
            slots["and_wounded"] = f" and {{hurt}} {were} {rng.choice(('wounded', 'injured', 'hurt'))}"
            slots["and_wounding"] = f" and {rng.choice(('wounded', 'injured'))} {{hurt}}"
            slots["and_ing"] = f" and {rng.choice(('wounding', 'injuring'))} {{hurt}}"
            slots["and_short"] = " and {hurt} wounded"
        part = None
        if plan.part:
            part = group(rng, self.style, plan.part, rng.choice(self.tables["parts"]), None)
            if part.count.qualifier in ("exact", "at_least"):
                slots["part"] = part.words
                slots["of"] += rng.choice(sentences["part"]) + "~,"
            else:
                part = None
        marks = self.writer.fill(pattern, slots)
        spoken = self._claim(marks, source) if "source" in marks else None
        scene = (plan, interval, marks)
        total = self._casualty("killed", dead, marks["count"], scene, spoken)
        if part is not None and "part" in marks:
            self._casualty("killed", part, marks["part"], scene, spoken, part_of=total.id)
        if hurt is not None and "hurt" in marks:
            self._casualty("wounded", hurt, marks["hurt"], scene, spoken)
        self._mentions(plan, dead, marks, interval)
        if bulletin:
            return
        carried = {k: v for k, v in marks.items() if k in ("where", "when")}
        if hurt is not None and later:
            self.writer.add(" ")
            were = "was" if hurt.singular else "were"
            pattern = rng.choice(sentences["later"])
            more = self.writer.fill(pattern, {"hurt": hurt.words, "were": were})
            scene = (plan, interval, carried)
            self._casualty("wounded", hurt, more["hurt"], scene, None, basis="carried")
        self._filler()
        if plan.rival:
            self._rival(plan, dead, interval, carried, source)
            self._filler()

    def _hurt(self, plan: Plan, dead: Group) -> Group | None:
        if not plan.wounded:
            return None
        # "Five soldiers were killed and two others wounded": the others are soldiers of the same side.
        if plan.wounded == 1:
            one = Count.exact(1, "another")
            return Group(words="another", count=one, class_=dead.class_, side=dead.side, singular=True)
        others = {"one": "other", "many": "others", "class": dead.class_}
        return attrs.evolve(group(self.rng, self.style, plan.wounded, others, None), side=dead.side)

    def _slots(self, plan: Plan, dead: Group, source: dict[str, Any]) -> tuple[dict[str, str], Interval]:
        rng = self.rng
        killed = self.tables["harm"]["killed"]
        at, where = place_words(rng, plan.place)
        on, when, interval = day_words(rng, self.style, plan.day)
        passive = rng.choice(killed["passive"])
        if dead.singular:
            passive = passive.replace("lost their lives", "died")
        by = passive.endswith("killed")  # nobody dies "by a car bomb"
        within = rng.choice([w for w in plan.cause["within"] if by or not w.startswith("by ")])
        subject = rng.choice(killed["subject"])
        if dead.singular:
            subject = subject.replace("claimed the lives of", "killed")
        cause = rng.choice(plan.cause["subject"])
        return {
            "count": dead.words,
            "of": dead.of,
            "were": "was" if dead.singular else "were",
            "passive": passive,
            "short": rng.choice(killed["short"]),
            "subject": subject,
            "subject_had": subject,
            "within": within,
            "killing": rng.choice(("killing {count}{of}", "leaving {count}{of} dead")),
            "cause": cause[0].lower() + cause[1:],
            "place": at + "{where}",
            "where": where,
            "place_label": "{where}",
            "date": on + "{when}",
            "day": "{when}",
            "when": when,
            "source": source["words"],
            "said": rng.choice(
                ("said", "said", "reported") if source.get("plural") else ("said", "said", "confirmed")
            ),
            "date_said": "",
            "and_wounded": "",
            "and_wounding": "",
            "and_short": "",
            "and_ing": "",
        }, interval

    def _filler(self) -> None:
        for _ in range(self.rng.choice((0, 0, 1, 1, 2))):
            self.writer.add(" " + self.rng.choice(self.tables["filler"]["sentences"]))

    def _rival(
        self,
        plan: Plan,
        dead: Group,
        interval: Interval,
        carried: dict[str, Mention],
        first: dict[str, Any],
    ) -> None:
        rng = self.rng
        others = [s for s in self.tables["sources"] if s["kind"] != first["kind"]]
        source = rng.choice(others)
        pattern = rng.choice(self.tables["sentences"]["rival"])
        self.writer.add(" ")
        n = self.style.figure(plan.rival)
        marks = self.writer.fill(
            pattern.replace("{n} dead", "{count}").replace("{n} people", "{count}").replace("{n}", "{count}"),
            {
                "source": source["words"],
                "said": "said",
                "count": f"{n} dead"
                if "{n} dead" in pattern
                else f"{n} people"
                if "{n} people" in pattern
                else n,
            },
        )
        marks["content"] = marks["count"]
        claim = self._claim(marks, source)
        count = Count.exact(plan.rival, marks["count"].exact)
        # The same people, counted by somebody else.
        people = Group(words=marks["count"].exact, count=count, class_=dead.class_, side=dead.side)
        self._casualty("killed", people, marks["count"], (plan, interval, carried), claim, basis="carried")

    def _claim(self, marks: dict[str, Mention], source: dict[str, Any]) -> Claim:
        who = marks["source"]
        content = marks.get("content", marks["count"])
        cue = marks.get("said")
        key = claim_id((cue or content).start, self.claims)
        claim = Claim(
            id=key,
            speaker=Speaker(description=source["words"], kind=source["kind"], mention=who),
            cue=cue,
            content=content,
            pieces=(content,),
        )
        self.claims[key] = claim
        return claim

    def _casualty(
        self,
        harm: Harm,
        people: Group,
        count: Mention,
        scene: tuple[Plan, Interval, dict[str, Mention]],
        claim: Claim | None,
        *,
        part_of: str | None = None,
        basis: str = "stated",
    ) -> Casualty:
        plan, interval, marks = scene
        fields: tuple[tuple[EvidenceField, str], ...] = (("place", "where"), ("date", "when"))
        evidence = [Evidence(count.start, count.end, count.exact, "count")]
        evidence += [
            Evidence(m.start, m.end, m.exact, field, basis)  # type: ignore[arg-type]
            for field, slot in fields
            if (m := marks.get(slot)) is not None
        ]
        key = casualty_id(harm, count.start, count.end, self.casualties)
        made = Casualty(
            id=key,
            harm=harm,
            count=attrs.evolve(people.count, stated=count.exact),
            victims=Victims(
                class_=people.class_,  # type: ignore[arg-type]
                side=people.side,
                group=people.side,
                description=people.words,
                mention=count,
            ),
            cause=cast(Cause, plan.cause["cause"]),
            conflict_related=True,
            place=plan.place,
            places=(plan.place,),
            date=interval,
            part_of=part_of,
            claim=claim.id if claim else None,
            claims=(claim.id,) if claim else (),
            source=claim.speaker if claim else None,
            evidence=tuple(evidence),
            rule="benchmark",
        )
        self.casualties[key] = made
        return made

    def _mentions(self, plan: Plan, dead: Group, marks: dict[str, Mention], interval: Interval) -> None:
        self.places.setdefault(plan.place, []).append(marks["where"])
        self.dates.append(
            DateMention(interval.start, interval.end, interval.precision, interval.basis, marks["when"])
        )
        if dead.side is not None:
            names = self.tables["sides"][dead.side]["names"]
            for slot in ("of", "count"):
                words = marks[slot]
                for name in names:
                    at = words.exact.find(name)
                    if at >= 0:
                        start = words.start + at
                        self.actors.setdefault(dead.side, []).append(Mention(start, start + len(name), name))
                        break

    def record(self, name: str) -> Record:
        """Return the story with everything that it tells."""
        known = Knowledge.default()
        text = self.writer.text
        body = self.zones[-1].end + 2 if self.zones else 0
        article = Article(
            text=text,
            id=name,
            headline=self.heading,
            published=self.published,
            published_basis="input",
            language="en",
            zones=(*self.zones, Zone("body", body, len(text))),
        )
        places = []
        for i, mentions in self.places.items():
            p = known.place(i)
            places.append(
                Place(
                    id=i,
                    name=p.name,
                    kind=p.kind,
                    latitude=p.latitude,
                    longitude=p.longitude,
                    precision=p.precision,
                    within=p.within,
                    mentions=tuple(mentions),
                )
            )
        actors = [
            Actor(id=i, name=known.actor(i).name, kind=known.kind_of(i), mentions=tuple(m))
            for i, m in self.actors.items()
        ]
        return Record(
            article=article,
            actors=tuple(actors),
            places=tuple(places),
            dates=tuple(self.dates),
            claims=tuple(self.claims.values()),
            casualties=tuple(self.casualties.values()),
        )
