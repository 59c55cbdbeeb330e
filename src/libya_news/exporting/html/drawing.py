"""The report: one page that holds everything it shows, and asks nobody for anything."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from libya_news import __version__
from libya_news.exporting.html.cards import Shown, rule_id, unknown
from libya_news.exporting.html.highlight import FIELDS
from libya_news.exporting.html.incidents import Numbered, Stories, incident_card, numbered
from libya_news.exporting.html.intervals import drawn, drawn_count, scale_top
from libya_news.exporting.html.maps import map_of
from libya_news.exporting.html.markup import Markup, bdi, el, join
from libya_news.exporting.html.story import heading, plain, story
from libya_news.exporting.html.story import title as called_as
from libya_news.exporting.html.timeline import timeline
from libya_news.exporting.names import Names
from libya_news.model.article import Article
from libya_news.model.count import Count
from libya_news.model.incident import Incident
from libya_news.model.record import Record

_MARKED = {
    "count": "how many",
    "harm": "what happened to them",
    "victims": "who they are",
    "side": "whose people",
    "perpetrator": "who did it",
    "cause": "how",
    "place": "where",
    "date": "when",
    "scope": "which time the figure is for",
    "source": "who says so",
    "cue": "words that report speech",
    "framing": "loaded words",
    "finding": "words that a finding is about",
}


@cache
def stylesheet() -> str:
    """The style of every page and fragment, as it is packaged."""
    return files("libya_news.exporting.html").joinpath("style.css").read_text(encoding="utf-8")


def page(
    records: Iterable[Record],
    *,
    policy: str = "conservative",
    redact_names: bool = False,
    title: str | None = None,
) -> str:
    """Draws a report of one story or many, as one HTML page.

    The page holds its style and its drawings, runs no script, and its policy forbids it to load anything.

    Args:
        records: Records, in the order in which their stories are to stand.
        policy: How conflicting tolls of an incident become low, best and high, as for ``reconcile``.
        redact_names: Whether the names of victims are blacked out.
        title: What the page is called; the headline, or the number of stories, by default.

    Returns:
        The page, which is the same for the same records.

    Raises:
        UnknownId: There is no such policy.
        InputError: Two different stories have one id.
    """
    from libya_news.reconciling.incidents import reconcile

    told = _redacted(records) if redact_names else tuple(records)
    names = Names(told)
    many = len(told) > 1
    shown = [_shown(record, f"s{n}", names, n if many else None) for n, record in enumerate(told, 1)]
    items = numbered(reconcile(told, policy=policy))
    stories = {s.record.article.id: s for s in shown}
    called = title or (called_as(told[0].article) if len(told) == 1 else f"{len(told)} stories")
    lines = timeline(items, names) if many else []
    parts: list[tuple[str, str, list[Markup]]] = [
        ("legend", "How to read this page", [_legend()]),
        ("timeline", "Tolls over time", lines),
        ("map", "Where it happened", [map_of(items, names, linked=many)] if items else []),
        ("incidents", "Incidents", [_incidents(items, names, stories)] if many and items else []),
    ]
    parts = [part for part in parts if part[2]]
    texts = [story(s) for s in shown]
    rules = _rules(told)
    sections = [el("section", el("h2", head), *body, id=key) for key, head, body in parts]
    if not many:  # the story comes first where there is only one
        sections = [*texts, *sections]
        texts = []
    body = el(
        "body",
        el(
            "header",
            el("p", "libya_news report", class_="dim"),
            el("h1", bdi(called)),
            el("p", *_about(told, redact_names=redact_names)),
            class_="top",
        ),
        _contents(parts, shown, rules=bool(rules)),
        el("main", *sections, *texts, *rules),
        el("footer", el("p", f"Made by libya_news {__version__}. Map: Natural Earth, public domain.")),
        class_="ln",
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy()),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="robots", content="noindex"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", f"{called} - libya_news report"),
        _style(),
    )
    return f"<!DOCTYPE html>\n{el('html', head, body, lang='en')}\n"


def fragment(thing: Article | Record | Incident) -> str:
    """Draws an article, a record or an incident for a notebook: a piece of HTML with its style.

    Args:
        thing: What is to be drawn.
    """
    if isinstance(thing, Record):
        names = Names([thing])
        shown = _shown(thing, f"s-{thing.article.id[:12]}", names, None)
        body = [story(shown), *_rules([thing])]
    elif isinstance(thing, Incident):
        body = [incident_card(numbered([thing])[0], Names(), {})]
    else:
        body = [heading(thing, called_as(thing)), el("div", plain(thing), class_="text")]
    return el("div", _style(), *body, class_="ln fragment")


def _incidents(items: Sequence[Numbered], names: Names, stories: Stories) -> Markup:
    return el("div", *(incident_card(i, names, stories) for i in items), class_="incidents")


def _redacted(records: Iterable[Record]) -> tuple[Record, ...]:
    from libya_news.exporting.redacting import redact_names

    return tuple(map(redact_names, records))


def _shown(record: Record, key: str, names: Names, number: int | None) -> Shown:
    tops = {
        unit: scale_top(
            n for c in record.casualties if c.count.unit == unit for n in (c.count.low, c.count.high)
        )
        for unit in ("persons", "families")
    }
    return Shown(record=record, key=key, names=names, tops=tops, number=number)


def _style() -> Markup:
    return Markup(f"<style>{stylesheet()}</style>")


@cache
def _policy() -> str:
    digest = b64encode(sha256(stylesheet().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _about(records: Sequence[Record], *, redact_names: bool) -> list[Markup]:
    figures = sum(len(r.casualties) for r in records)
    found = (
        _many(figures, "figure of people harmed", "figures of people harmed")
        if figures
        else "no figure found"
    )
    told = [
        f"{_many(len(records), 'story', 'stories')}, {found}. ",
        "A figure says what a story says, and which words say so. It does not say that it is true. ",
        "Figures are not added up: a total is never added to its parts, nor one story's toll to another's.",
    ]
    if redact_names:
        told.append(" The names of victims are blacked out.")
    return [join(words) for words in told]


def _contents(
    parts: Sequence[tuple[str, str, list[Markup]]], shown: Sequence[Shown], *, rules: bool
) -> Markup:
    stories = [
        el(
            "li",
            el("a", f"{s.number}. " if s.number else "", bdi(called_as(s.record.article)), href=f"#{s.key}"),
            " ",
            _tally(s.record),
        )
        for s in shown
    ]
    rest = [el("li", el("a", head, href=f"#{key}")) for key, head, _ in parts]
    rest += [el("li", el("a", "Rules", href="#rules"))] if rules else []
    ordered = [*stories, *rest] if len(shown) == 1 else [*rest, *stories]
    return el("nav", el("h2", "Contents"), el("ul", *ordered), aria_label="Contents")


def _tally(record: Record) -> Markup:
    day = record.article.published
    first = [join(f"{day}, ")] if day else [unknown("day not known"), join(", ")]
    return el("span", *first, _figures(len(record.casualties)), class_="dim")


def _legend() -> Markup:
    """How marks and drawn intervals are read."""
    marks = [
        el("li", el("mark", word, class_=f"f-{field}"), el("span", f" {field}", class_="dim"))
        for field, word in ((field, _MARKED[field]) for field in FIELDS)
    ]
    top = 20
    samples = (
        ("12: the story gives one number", drawn_count(Count.exact(12), top)),
        ("about 12: near this number", drawn_count(Count.about(12), top)),
        ("8 to 15: both bounds are told", drawn_count(Count.between(8, 15), top)),
        ("at least 8: no upper bound is told", drawn_count(Count.at_least(8), top)),
        ("up to 15: no lower bound is told", drawn_count(Count.up_to(15), top)),
        ("nobody, and the story says so", drawn_count(Count.none(), top)),
        ("no number is known: this is not 0", drawn_count(Count.unknown(), top)),
        ("several statements: the chosen number stands between the bounds", drawn(8, 15, top, best=10)),
    )
    return el(
        "div",
        el(
            "p",
            "Marked words are linked to the figure that rests on them, and each figure to the rule that made it. ",
            "The small number behind a mark is the figure's number.",
        ),
        el("ul", *marks, class_="legend"),
        el("ul", *(el("li", el("span", words), drawing) for words, drawing in samples), class_="samples"),
    )


def _rules(records: Sequence[Record]) -> list[Markup]:
    from libya_news.parsing.trace import rule_summary

    used = sorted({c.rule for r in records for c in r.casualties if c.rule})
    if not used:
        return []
    rows = [
        join(el("dt", rule, id=rule_id(rule)), el("dd", rule_summary(rule) or "a rule of the reader's own"))
        for rule in used
    ]
    return [el("section", el("h2", "Rules"), el("dl", *rows, class_="rules"), id="rules")]


def _many(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"


def _figures(n: int) -> str:
    return _many(n, "figure", "figures") if n else "no figure found"
