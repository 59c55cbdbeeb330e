"""An incident as a card: its tolls by a named policy, and every statement that they rest on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from libya_news.exporting import phrases
from libya_news.exporting.html.cards import Shown
from libya_news.exporting.html.intervals import drawn, drawn_count, scale_top
from libya_news.exporting.html.markup import Markup, anchor, bdi, el, join
from libya_news.exporting.html.story import title
from libya_news.exporting.names import Names
from libya_news.model.casualty import Casualty
from libya_news.model.incident import Incident, Member, Toll

_ROLES = {
    "part": "a part of another figure",
    "increment": "comes on top of another figure",
    "superseded": "was replaced by a later figure",
    "denied": "is told only to be denied",
}
Stories = Mapping[str, Shown]


@attrs.frozen
class Numbered:
    """An incident with its number on the page.

    Attributes:
        number: From 1, by day.
        incident: The incident.
    """

    number: int
    incident: Incident


def incident_id(incident: Incident) -> str:
    """The element of an incident."""
    return anchor("incident", incident.id)


def name_of(incident: Incident, names: Names) -> str:
    """What an incident is called: its place and its day, and how it happened.

    Args:
        incident: The incident.
        names: What ids are called.
    """
    where = names.place_name(incident.place) or "place not told"
    when = phrases.days(None if incident.date is None else incident.date.days)
    how = f", {incident.cause.replace('_', ' ')}" if incident.cause else ""
    return f"{where}, {when if when != phrases.NOT_TOLD else 'day not told'}{how}"


def incident_card(item: Numbered, names: Names, stories: Stories) -> Markup:
    """Draws an incident.

    Args:
        item: The incident and its number.
        names: What ids are called.
        stories: The stories at hand, by the ids of their articles; a statement of another one is told by ids.
    """
    incident = item.incident
    told = {m: _casualty(m, stories) for m in incident.members}
    counts = [c.count for c in told.values() if c is not None]
    tops = [n for t in incident.tolls for n in (t.low.value, t.best.value, t.high.value)]
    harms = Counter(c.harm for c in told.values() if c is not None)
    top = scale_top([*tops, *(n for count in counts for n in (count.low, count.high))])
    notes = [
        *(el("li", el("strong", "✖ contradiction"), " ", bdi(c.message)) for c in incident.contradictions),
        *(
            el("li", el("strong", "? may be the same as"), " ", _link(i, stories))
            for i in incident.maybe_same
        ),
        *(el("li", "holds ", _link(i, stories), ", never added to it") for i in incident.parts),
    ]
    facts = [
        "the toll of a period or campaign" if incident.kind == "aggregate" else "",
        _many(len({m.article for m in incident.members}), "story", "stories"),
        _many(incident.independent_sources, "independent source", "independent sources"),
        f"sources {incident.grading}" if incident.grading else "",
        f"who did it: {incident.strike_status}" if incident.strike_status else "who did it: not told",
        f"day {incident.date.basis}" if incident.date is not None and incident.date.basis else "",
        "".join(sorted({f"policy {t.policy}" for t in incident.tolls})),
        "fixed by hand" if incident.locked else "",
    ]
    return el(
        "article",
        el("h3", el("span", str(item.number), class_="number"), " ", bdi(name_of(incident, names))),
        el("p", " · ".join(f for f in facts if f), class_="dim"),
        *_tolls(incident, top, names),
        *([el("ul", *notes, class_="findings")] if notes else []),
        el("h4", "How it was told"),
        el(
            "ol",
            *(
                _statement(m, c, stories, drawn_count(c.count, top) if c and harms[c.harm] > 1 else "")
                for m, c in sorted(told.items(), key=lambda item: _order(item[0], stories))
            ),
            class_="told",
        ),
        class_="card wide",
        id=incident_id(incident),
    )


def _tolls(incident: Incident, top: int, names: Names) -> list[Markup]:
    """Return the tolls; sides whose toll has the same bounds as the one before them share its drawing."""
    told: dict[tuple[str, int | None, int | None, int | None], list[Toll]] = {}
    for t in incident.tolls:
        told.setdefault((t.harm, t.low.value, t.best.value, t.high.value), []).append(t)
    return [
        el(
            "div",
            el("p", el("strong", harm), ": ", bdi(_whose(tolls, names))),
            drawn(low, high, top, best=best),
            class_="toll",
        )
        for (harm, low, best, high), tolls in told.items()
    ]


def _whose(tolls: Sequence[Toll], names: Names) -> str:
    first, *same = (_side(t.side, names) for t in tolls)
    return f"{first} (the same for {', '.join(same)})" if same else first


def _side(side: str | None, names: Names) -> str:
    if side is None:
        return "all together"
    return side if side == "civilians" else names.actor(side)


def _statement(m: Member, c: Casualty | None, stories: Stories, drawing: str) -> Markup:
    shown = stories.get(m.article)
    if c is None or shown is None:
        role = f", {_ROLES[m.role]}" if m.role in _ROLES else ""
        return el("li", bdi(f"{m.casualty} of story {m.article}{role}"))
    article = shown.record.article
    day = str(article.published) if article.published else "day not known"
    return el(
        "li",
        el("span", day, class_="dim"),
        " ",
        el("a", phrases.how_many(c), href=f"#{shown.id_of(c.id)}"),
        " on the word of ",
        bdi(phrases.speaker(c.source)),
        el("span", " in ", class_="dim"),
        el("a", f"story {shown.number or 1}", href=f"#{shown.key}"),
        ": ",
        bdi(article.outlet or title(article)),
        *([el("span", f" ({_ROLES[m.role]})", class_="dim")] if m.role in _ROLES else []),
        drawing,
    )


def _casualty(m: Member, stories: Stories) -> Casualty | None:
    shown = stories.get(m.article)
    found = () if shown is None else shown.record.casualties
    return next((c for c in found if c.id == m.casualty), None)


def _order(m: Member, stories: Stories) -> tuple[dt.date, int, Member]:
    shown = stories.get(m.article)
    day = None if shown is None else shown.record.article.published
    return day or dt.date.max, 0 if shown is None else shown.number or 0, m


def _link(incident: str, stories: Stories) -> Markup:
    return el("a", bdi(incident), href=f"#{anchor('incident', incident)}") if stories else bdi(incident)


def _many(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"


def numbered(incidents: Sequence[Incident]) -> list[Numbered]:
    """Numbers incidents in the order that they are given in.

    Args:
        incidents: By day, place and id, as ``reconcile`` gives them.
    """
    return [Numbered(n, incident) for n, incident in enumerate(incidents, 1)]


def links(items: Sequence[Numbered]) -> list[Markup]:
    """The numbers of incidents, each linked to its card.

    Args:
        items: The incidents.
    """
    made = [el("a", str(i.number), href=f"#{incident_id(i.incident)}") for i in items]
    return [link if not n else join(", ", link) for n, link in enumerate(made)]


def day_of(incident: Incident) -> tuple[dt.date, dt.date] | None:
    """The first and last day of an incident; one bound stands for the other where only one is told."""
    if incident.date is None:
        return None
    start, end = incident.date.start, incident.date.end
    first, last = start or end, end or start
    return None if first is None or last is None else (first, last)
