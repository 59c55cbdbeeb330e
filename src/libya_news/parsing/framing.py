"""Framing: loaded words, marks of distance and scare quotes, with who uses them and of whom."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

import attrs

from libya_news.english.speech import load_lexicon
from libya_news.model.framing import Framing, FramingKind
from libya_news.model.span import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libya_news.model.claim import Claim
    from libya_news.model.record import Record
    from libya_news.parsing.document import Document
    from libya_news.parsing.names import NameHit
    from libya_news.parsing.quotes import Quote

_LONGEST_SCARE = 4  # words of a scare quote
_NESTED = 8  # claims before a place among which those around it are looked for
# What stands before a title, a name or a statement in quotation marks.
_NO_SCARE = frozenset(
    {"\n", ".", ":", ",", "?", "!", "”", '"', "titled", "called", "entitled", "nicknamed", "named", "as"}
)


class _Label(NamedTuple):
    words: tuple[str, ...]
    kind: FramingKind
    neutral: str | None


@cache
def _labels() -> dict[str, tuple[_Label, ...]]:
    rows: dict[str, list[_Label]] = {}
    for table in load_lexicon("framing")["label"]:
        for term in table["terms"]:
            words = tuple(term.replace("-", " - ").split())
            label = _Label(words, table["kind"], table["neutral"] or None)
            rows.setdefault(words[0], []).append(label)
    return {word: tuple(sorted(row, key=lambda label: -len(label.words))) for word, row in rows.items()}


def find_framing(doc: Document, claims: Sequence[Claim]) -> list[Framing]:
    """Return the loaded words of an article in text order.

    A label inside the quoted words of a claim is used by that claim's speaker; any other is the newspaper's,
    also where it paraphrases. A label that is part of a known name is no framing.

    Args:
        doc: The article with its tokens and names.
        claims: Its claims.
    """
    tokens = doc.tokens
    low, words, starts, ends = tokens.low, tokens.words, tokens.starts, tokens.ends
    labels = _labels()
    quotes = [q for q in doc.quotes if q.closed]
    claimed = _Claimed(claims, quotes)
    out: list[Framing] = []
    opened: set[int] = set()
    done = -1
    named = _Named(doc.names)
    for i in compress(range(len(low)), map(labels.__contains__, low)):
        if i < done:
            continue
        for label in labels[low[i]]:
            size = len(label.words)
            if size > 1 and tuple(low[i : i + size]) != label.words:
                continue
            if named.is_name(i, i + size, words) or _other_sense(low, i, i + size):
                break
            done = i + size
            quote = claimed.quote(i, done)
            opened.add(quote.first if quote is not None else -1)
            used_by = claimed.user(starts[i], ends[done - 1]) if quote is not None else "newspaper"
            out.append(
                Framing(
                    term=tokens.quote(i, done),
                    neutral=label.neutral,
                    about=named.about(i, done, tokens.sentence_of, low),
                    used_by=used_by,
                    kind=label.kind,
                    mention=Mention(starts[i], ends[done - 1], tokens.quote(i, done)),
                )
            )
            break
    for quote in quotes:
        if quote.first in opened or not 0 < quote.last - quote.first <= _LONGEST_SCARE:
            continue
        if not _scare(doc, claimed, quote):
            continue
        term = tokens.quote(quote.first, quote.last)
        out.append(
            Framing(
                term=term,
                neutral=None,
                about=named.about(quote.first, quote.last, tokens.sentence_of, low),
                kind="scare_quote",
                mention=Mention(starts[quote.first], ends[quote.last - 1], term),
            )
        )
    out.sort(key=lambda f: (f.mention.start, f.mention.end))
    return out


class _Claimed:
    """Looks up the claims and quotations around a place by bisection, for there may be very many."""

    def __init__(self, claims: Sequence[Claim], quotes: Sequence[Quote]) -> None:
        self.rows = sorted((claim.content.start, claim.content.end, claim.id) for claim in claims)
        self.starts = [row[0] for row in self.rows]
        self.quotes = quotes
        self.opens = [quote.first for quote in quotes]

    def quote(self, first: int, last: int) -> Quote | None:
        """Return the quotation that holds the tokens `[first, last)`, or None."""
        k = bisect_right(self.opens, first)
        return next((q for q in reversed(self.quotes[max(k - 2, 0) : k]) if last <= q.last), None)

    def user(self, start: int, end: int) -> str:
        """Return the id of the innermost claim whose words hold `[start, end)`, else `newspaper`."""
        k = bisect_right(self.starts, start)
        around = [row for row in self.rows[max(k - _NESTED, 0) : k] if end <= row[1]]
        return min(around, key=lambda row: row[1] - row[0])[2] if around else "newspaper"


def _scare(doc: Document, claimed: _Claimed, quote: Quote) -> bool:
    """Tell whether a short quotation keeps its distance: it is no statement and no title."""
    tokens = doc.tokens
    if claimed.user(tokens.starts[quote.first], tokens.ends[quote.last - 1]) != "newspaper":
        return False
    low = tokens.low
    before = low[quote.first - 2] if quote.first > 1 else "\n"
    if before in _NO_SCARE or tokens.words[quote.last - 1] in (".", ",", "!", "?"):
        return False
    return all(word[:1].isalpha() or word in ("-", "'s") for word in low[quote.first : quote.last])


def _other_sense(low: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a word is no label here ("alleged that", "war crime", "organised crime")."""
    word = low[first]
    before = low[first - 1] if first else ""
    after = low[last] if last < len(low) else ""
    if (word == "alleged" and after in ("that", "the", "to", "he", "it", "they")) or (
        word == "supposed" and after == "to"
    ):
        return True
    if word == "crime" and (
        before in ("war", "organised", "organized", "a", "cyber", "international")
        or after in ("scene", "rate", "lab", "squad", "against")
    ):
        return True
    if word == "eliminated" and after in ("from", "in"):
        return True
    if word in ("martyr", "martyrs") and after in ("square", "'s", "'"):
        return True
    return word in ("hero", "heroes", "regime") and after in ("of", "change")


class _Named:
    """Looks up which name a label is part of, or is said of."""

    def __init__(self, names: Sequence[NameHit]) -> None:
        self.names = names
        self.firsts = [hit.first for hit in names]

    def is_name(self, first: int, last: int, words: Sequence[str]) -> bool:
        """Tell whether the words are part of a proper name."""
        k = bisect_right(self.firsts, first) - 1
        return k >= 0 and self.names[k].last >= last and words[first][:1].isupper()

    def about(self, first: int, last: int, sentence_of: Sequence[int], low: Sequence[str]) -> str | None:
        """Return the actor that a label is said of: the name behind it, or the one it is set beside."""
        k = bisect_right(self.firsts, first) - 1
        if k >= 0 and self.names[k].last >= last and self.names[k].actor_id:
            return self.names[k].actor_id
        if k + 1 < len(self.names):
            hit = self.names[k + 1]
            gap = low[last : hit.first]
            if (
                hit.actor_id
                and len(gap) <= 4
                and sentence_of[hit.first] == sentence_of[first]
                and not {
                    ",",
                    ".",
                    "in",
                    "of",
                    "and",
                    "by",
                    "near",
                    "from",
                    "at",
                    "on",
                    "against",
                    "with",
                    "were",
                    "was",
                    "said",
                    "to",
                }
                & set(gap)
            ):
                return hit.actor_id
        if k >= 0:
            hit = self.names[k]
            gap = low[hit.last : first]
            if (
                hit.actor_id
                and sentence_of[hit.first] == sentence_of[first]
                and len(gap) <= 4
                and (gap[:1] in ([","], ["as"]) or gap[:2] in (["is", "a"], ["was", "a"]))
            ):
                return hit.actor_id
        return None


@attrs.frozen(kw_only=True)
class SideFraming:
    """How an article tells the dead of one side.

    Attributes:
        side: Id of the side, or None for the dead of no side.
        killed: Casualty records whose words say that somebody killed ("were killed", "murdered").
        died: Records whose words leave that open ("died", "lost their lives").
        without_agent: Records of the dead whose own words name no perpetrator, though others may.
        labels: Loaded words said of the side, in text order.
    """

    side: str | None
    killed: int
    died: int
    without_agent: int
    labels: tuple[str, ...]


@attrs.frozen(kw_only=True)
class FramingReport:
    """Counts of framing in one article.

    Attributes:
        sides: One row a side, in the order of their ids, the unknown side last.
        by_newspaper: Loaded words in the newspaper's own voice.
        by_speakers: Loaded words in quoted claims.
        uneven: Whether one side's dead are told as killed and another's as having died.
    """

    sides: tuple[SideFraming, ...]
    by_newspaper: int
    by_speakers: int
    uneven: bool


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    report = load_lexicon("framing")["report"]
    return frozenset(report["active"].split()), frozenset(report["passive_dead"].split())


def framing_report(record: Record) -> FramingReport:
    """Return how the article of a record tells the dead of each side, and who uses loaded words.

    Use it to see an asymmetry of wording ("ours were slain, nine militants died"); it only counts.

    Args:
        record: A parsed article.

    Returns:
        Counts by side; a side with no dead and no label has no row.
    """
    active, open_verbs = _verbs()
    counts: dict[str | None, list[int]] = {}
    for casualty in record.casualties:
        if casualty.harm != "killed":
            continue
        row = counts.setdefault(casualty.victims.side, [0, 0, 0])
        # Only the statement's own verb: evidence for a place or a doer may stand in another sentence.
        words = {
            word
            for e in casualty.evidence
            if e.field == "harm"
            for word in _words(record.article.text, e.start, e.end)
        }
        if words & active:
            row[0] += 1
        elif words & open_verbs:
            row[1] += 1
        if not any(e.field == "perpetrator" and e.basis != "carried" for e in casualty.evidence):
            row[2] += 1
    labels: dict[str | None, list[str]] = {}
    for framing in record.framing:
        if framing.about is not None:
            labels.setdefault(framing.about, []).append(framing.term)
    sides = sorted(counts.keys() | labels.keys(), key=lambda side: (side is None, side or ""))
    rows = tuple(
        SideFraming(
            side=side,
            killed=counts.get(side, [0, 0, 0])[0],
            died=counts.get(side, [0, 0, 0])[1],
            without_agent=counts.get(side, [0, 0, 0])[2],
            labels=tuple(labels.get(side, ())),
        )
        for side in sides
    )
    known = [row for row in rows if row.side is not None and row.killed + row.died]
    uneven = any(a.killed and not a.died and b.died and not b.killed for a in known for b in known)
    newspaper = sum(framing.used_by == "newspaper" for framing in record.framing)
    return FramingReport(
        sides=rows, by_newspaper=newspaper, by_speakers=len(record.framing) - newspaper, uneven=uneven
    )


def _words(text: str, start: int, end: int) -> Iterable[str]:
    """Return the words of a piece of evidence with the few around it that hold its verb."""
    left = max(text.rfind(".", 0, start) + 1, start - 60)
    right = text.find(".", end)
    right = min(right if right >= 0 else len(text), end + 60)
    return text[left:right].lower().replace(",", " ").split()
