"""A casualty as a card: who, how many, where, when, by whom, on whose word, and the words of each."""

from __future__ import annotations

import attrs

from libya_news.exporting import phrases
from libya_news.exporting.html.intervals import drawn_count
from libya_news.exporting.html.markup import Markup, anchor, bdi, el, join
from libya_news.exporting.names import Names
from libya_news.model.casualty import Casualty
from libya_news.model.claim import Claim
from libya_news.model.finding import Finding
from libya_news.model.record import Record
from libya_news.model.span import Evidence, Mention

_SEVERITY = {"error": "✖ error", "warning": "▲ warning", "info": "● note"}
_WIDE = 3  # a finding about the words of more figures than that is told once, not on each card
_KINDS = {
    "increment": "comes on top of an earlier figure",
    "cumulative": "a running total",
    "aggregate": "the toll of a period or campaign",
}
_SCOPES = {
    "period": "a stretch of time that the story is about",
    "background": "another time than the story's incident",
}


@attrs.frozen(kw_only=True)
class Shown:
    """A record with what its drawing needs.

    Attributes:
        record: The record.
        key: What the ids of its elements begin with.
        names: What ids are called.
        tops: The end of the scale for each unit.
        number: The story's number on the page, from 1, or None.
    """

    record: Record
    key: str
    names: Names
    tops: dict[str, int]
    number: int | None = None

    def id_of(self, record_id: str) -> str:
        """The element of a casualty or a claim."""
        return anchor(self.key, record_id)

    def word_id(self, start: int) -> str:
        """The element of the marked words that begin at a code point."""
        return anchor(self.key, "w", start)

    def number_of(self, casualty_id: str | None) -> int | None:
        """The number of a casualty within its story, from 1; None where there is none."""
        return next((n for n, c in enumerate(self.record.casualties, 1) if c.id == casualty_id), None)


def rule_id(rule: str) -> str:
    """The element of a rule."""
    return anchor("rule", rule)


def rule_link(rule: str) -> Markup:
    """A rule's name, linked to the sentence that says what it reads.

    Args:
        rule: The rule's id.
    """
    return el("a", rule, href=f"#{rule_id(rule)}", class_="rule") if rule else unknown("no rule named")


def unknown(words: str = phrases.NOT_TOLD) -> Markup:
    """What the story does not tell, told as that."""
    return el("span", words, class_="unknown")


def quote(shown: Shown, words: Mention) -> Markup:
    """Quoted words, linked to where they stand in the story.

    Args:
        shown: The record.
        words: The words.
    """
    if not words.exact:
        return el("q", unknown("no words"))
    if not 0 <= words.start < min(words.end, len(shown.record.article.text)):
        return el("q", bdi(words.exact))
    return el("a", el("q", bdi(words.exact)), href=f"#{shown.word_id(words.start)}")


def card(shown: Shown, c: Casualty, number: int) -> Markup:
    """Draws a casualty.

    Args:
        shown: The record that holds it.
        c: The casualty.
        number: Its number in the story, from 1.
    """
    head = el(
        "h4",
        el("span", str(number), class_="number"),
        " ",
        el("span", phrases.how_many(c), class_="how-many"),
        el("bdi", c.victims.description or _plain(c.victims.class_), class_="whose"),
    )
    rows = [(name, value) for name, value in _rows(shown, c) if value]
    return el(
        "article",
        head,
        drawn_count(c.count, shown.tops[c.count.unit]),
        el("dl", *(join(el("dt", name), el("dd", value)) for name, value in rows)),
        *_findings(shown, c),
        _evidence(shown, c),
        class_="card",
        id=shown.id_of(c.id),
    )


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _rows(shown: Shown, c: Casualty) -> list[tuple[str, Markup | None]]:
    names, v = shown.names, c.victims
    who = [] if v.class_ == "unspecified" else [join(_plain(v.class_))]
    who += [join("of ", bdi(names.actor(v.group)))] if v.group else []
    who += [join("counted for ", bdi(names.actor(v.side)))] if v.side and v.side != v.group else []
    by = [join(bdi(phrases.perpetrator(names, p))) for p in c.perpetrators]
    where, when = phrases.where(names, c), phrases.when(c.date)
    return [
        ("Who", _listed(who) or unknown("no more than the words above")),
        ("Named", _listed([bdi(n) for n in v.names])),
        ("Where", bdi(where) if where != phrases.NOT_TOLD else unknown()),
        ("When", join(when) if when != phrases.NOT_TOLD else unknown()),
        ("By whom", _listed(by) or unknown()),
        ("How", join(_plain(c.cause)) if c.cause else unknown()),
        ("Who says so", _sources(shown, c)),
        ("The figure", _figure(shown, c)),
        ("Conflict", None if c.conflict_related is not False else join("not part of the conflict")),
        ("Attacker", None if c.includes_attacker is None else _attacker(c.includes_attacker)),
        ("Rule", rule_link(c.rule)),
    ]


def _attacker(included: bool) -> Markup:
    return join("counted in the figure" if included else "not counted in the figure")


def _listed(parts: list[Markup]) -> Markup | None:
    if not parts:
        return None
    return join(*(p if not i else join(", ", p) for i, p in enumerate(parts)))


def _sources(shown: Shown, c: Casualty) -> Markup:
    """Return every voice that the figure rests on; each is linked to what it says."""
    told = {claim.id: claim for claim in shown.record.claims}
    if not c.claims:
        return join("the newspaper itself") if c.source is None else bdi(phrases.speaker(c.source))
    return el("ul", *(el("li", _voice(shown, told.get(i), i)) for i in c.claims), class_="plain")


def _voice(shown: Shown, claim: Claim | None, claim_id: str) -> Markup:
    if claim is None:
        return bdi(claim_id)
    link = el("a", bdi(phrases.speaker(claim.speaker)), href=f"#{shown.id_of(claim.id)}")
    return join(link, *(f", {word}" for word in stance(claim)))


def stance(claim: Claim) -> list[str]:
    """How a claim is made, where it is more than a plain statement.

    Args:
        claim: The claim.
    """
    words = ["denies it"] if claim.polarity == "denies" else []
    return words + ([] if claim.certainty == "certain" else [claim.certainty])


def _figure(shown: Shown, c: Casualty) -> Markup | None:
    parts = [join(_KINDS[c.kind])] if c.kind in _KINDS else []
    parts += [join("tells of ", _SCOPES[c.scope])] if c.scope in _SCOPES else []
    parts += [join("a part of ", _other(shown, c.part_of), ", never added to it")] if c.part_of else []
    parts += [join("replaces ", _other(shown, old)) for old in c.supersedes]
    return _listed(parts)


def _other(shown: Shown, casualty_id: str) -> Markup:
    number = shown.number_of(casualty_id)
    if number is None:
        return bdi(casualty_id)
    return el("a", f"figure {number}", href=f"#{shown.id_of(casualty_id)}")


def _findings(shown: Shown, c: Casualty) -> list[Markup]:
    """Return the findings whose words are among those of the figure."""
    rows = []
    wide = []
    for i, f in enumerate(shown.record.findings):
        if any(_touches(c, words) for words in f.evidence):
            link = el("a", f.code, href=f"#{anchor(shown.key, 'finding', i)}")
            if len(f.evidence) > _WIDE:
                wide.append(link)
            else:
                rows.append(el("li", el("strong", f"{_SEVERITY[f.severity]} ", link), " ", bdi(f.message)))
    if wide:
        rows.append(el("li", "of this figure and others: ", _listed(wide) or ""))
    return [el("ul", *rows, class_="findings")] if rows else []


def _touches(c: Casualty, words: Mention) -> bool:
    # The words of the count are the figure's own; a place or a date serves many.
    return any(e.start < words.end and words.start < e.end for e in c.evidence_for("count"))


def finding(shown: Shown, f: Finding) -> Markup:
    """A finding in one line, its severity in words.

    Args:
        shown: The record.
        f: The finding.
    """
    sign = el("strong", f"{_SEVERITY[f.severity]} {f.code}")
    places = [join(" ", quote(shown, m)) for m in f.evidence[:4] if m.exact]
    return join(sign, " ", bdi(f.message), *places)


def _evidence(shown: Shown, c: Casualty) -> Markup:
    rows = [
        el("li", el("span", e.field, class_=f"chip f-{e.field}"), el("span", quote(shown, e.mention), _at(e)))
        for e in c.evidence
    ]
    return el("div", el("h5", "The words"), el("ul", *rows, class_="words"))


def _at(e: Evidence) -> Markup:
    return el("span", f" {e.start}–{e.end}" + (", carried" if e.basis == "carried" else ""), class_="dim")
