"""Which of its senses a cue has, by what follows it and goes before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.english.speech import word_group
from libya_news.parsing.claims_right import Right
from libya_news.parsing.claims_text import (
    ACCOUNT,
    ADV,
    AMBIG,
    AUX,
    CAP,
    COLON,
    COMMA,
    CONJ,
    CUE,
    DET,
    END,
    FIGURE,
    ING,
    MARK,
    ME,
    NAME,
    NUM,
    OF,
    OWN,
    POINT,
    PREP,
    PRON,
    QUOTE,
    SELF,
    SEMI,
    SUB,
    VERBAL,
    WORD,
    View,
)
from libya_news.parsing.speakers import Subject

if TYPE_CHECKING:
    from libya_news.parsing.claims_words import CueEntry, Sense


# Frames whose content is a clause, in the order in which they are tried.
_CLAUSES = ("clause", "tell", "that", "quote")


class Cue(NamedTuple):
    """One cue with its speaker and the place of its content.

    `side` is "left", "right", "both" (the cue interrupts) or "back" (the content of the claim before).
    """

    first: int
    last: int
    group: int  # first token of the verb group
    sense: Sense
    form: str
    lemma: str
    subject: Subject
    right: Right
    side: str


def choose_frame(
    view: View, i: int, last: int, group: int, entry: CueEntry, subject: Subject, right: Right
) -> Cue | None:
    """Choose the sense of a cue by what follows and goes before it."""
    bits, low, n = view.bits, view.low, view.n
    frames = entry.senses

    def cue(frame: str, side: str) -> Cue:
        return Cue(i, last, group, frames[frame], entry.form, entry.lemma, subject, right, side)

    ends_clause = subject.before
    after_quote = ends_clause >= 0 and (
        ends_clause in view.closing or (bits[ends_clause] & COMMA and ends_clause - 1 in view.closing)
    )
    if right.kind == "empty" or right.kind == "comma":
        if subject.kind == "who":
            return None
        if (
            "object" in frames
            and subject.kind == "noun"
            and right.kind == "empty"
            and _account_before(view, subject)
        ):
            return cue("object", "back")
        comma_left = ends_clause >= 0 and bits[ends_clause] & (COMMA | MARK) and subject.kind != "same"
        if subject.kind == "same":
            return cue(next(iter(frames)), "right") if right.kind == "comma" else None
        for frame in _CLAUSES:
            if frame in frames:
                if frame == "quote" and not after_quote:
                    if right.kind == "comma":
                        return cue(frame, "right")
                    continue
                if comma_left or after_quote:
                    if after_quote and right.first + 1 < n and bits[right.first] & COLON:
                        return cue(frame, "left")
                    more = right.first < n and bits[right.first] & COMMA
                    if right.kind == "comma":
                        return cue(frame, "both")
                    return cue(frame, "both" if more else "left")
                if right.kind == "comma":
                    return cue(frame, "right")
                return None
        if "object" in frames and _account_before(view, subject):
            return cue("object", "back")
        return None
    j = right.first
    flags = bits[j]
    if (
        subject.kind == "same"
        and bits[subject.before] & COMMA
        and entry.form in ("base", "third")
        and right.kind != "that"
        and bits[i] & AMBIG
    ):
        return None
    comma_before = ends_clause >= 0 and bool(bits[ends_clause] & (COMMA | MARK))
    if (
        subject.kind in ("noun", "pronoun")
        and right.kind == "bare"
        and flags & (PREP | SUB | CONJ)
        and not flags & (DET | NUM | CAP | NAME)
        and not _as_many(view, j)
    ):
        if after_quote or (
            comma_before
            and low[j]
            in ("after", "before", "when", "as", "while", "because", "since", "during", "following")
        ):
            for frame in _CLAUSES:
                if frame in frames:
                    return cue(frame, "left")
    if right.kind in ("that", "quote", "colon"):
        if right.kind == "colon" and not frames.keys() & {"clause", "tell", "that"}:
            return None
        for frame in _CLAUSES:
            if frame in frames and not (frame == "quote" and right.kind != "quote"):
                return cue(frame, "right")
    if "at" in frames and low[last : last + 1] == ["at"]:
        return None
    if "at" in frames and right.first == last and _then(view, last, ("at",), 22, NUM | PREP | ADV):
        return cue("at", "right")
    if "on" in frames and _then(view, last, ("on",), 14, 0):
        return cue("on", "right")
    if "as" in frames and _then(view, last, ("as",), 26, 0) and not flags & SELF:
        return cue("as", "right")
    if "responsible" in frames and _then(view, last, ("responsible", "accountable"), 14, 0):
        return cue("responsible", "right")
    if "name" in frames and _naming(view, last):
        return cue("name", "right")
    if entry.lemma in ("describe", "report", "recall", "remember") and bits[j] & ING and right.first == last:
        return cue(next(iter(frames)), "right")
    if "count" in frames and low[last : last + 1] == ["at"] and low[last + 1 : last + 2] != ["least"]:
        return None
    if entry.lemma == "publish" and not _WRITINGS.isdisjoint(low[last : last + 4]):
        return None
    if "count" in frames and _counting(view, last):
        return cue("count", "right")
    if "tell" in frames:
        if right.via != (0, 0) and (low[j] != "to"):
            return cue("tell", "right")
        if "object" in frames and (low[j] == "to" or flags & NUM):
            return Cue(
                i,
                last,
                group,
                frames["object"],
                entry.form,
                entry.lemma,
                subject,
                right._replace(first=last, via=(0, 0)),
                "right",
            )
        return None
    if "object" in frames and _object(view, right.first, entry, right, last):
        return Cue(i, last, group, frames["object"], entry.form, entry.lemma, subject, right, "right")
    if "clause" in frames and _clause(view, j, entry, right):
        return cue("clause", "right")
    if "that" in frames and _bare_that(view, subject, j, entry):
        return cue("that", "right")
    return None


def _as_many(view: View, j: int) -> bool:
    return view.low[j] == "as" and view.low[j + 1 : j + 2] in (["many"], ["few"], ["much"], ["of"])


def _then(view: View, first: int, wanted: tuple[str, ...], reach: int, needs: int) -> bool:
    """Tell whether one of the words follows in the same clause, with `needs` behind it."""
    bits, low = view.bits, view.low
    for k in range(first, min(first + reach, view.n - 1)):
        if bits[k] & (END | SEMI):
            return False
        if low[k] in wanted:
            if not needs:
                return True
            if any(bits[x] & NUM for x in range(k + 1, min(k + 6, view.n))):
                return True
    return False


def _naming(view: View, first: int) -> bool:
    """Tell whether "called" calls a thing something ("called it a lie", "called the closures illegal")."""
    bits, low, n = view.bits, view.low, view.n
    if first >= n or (bits[first] & (PREP | OF | SELF | END | AUX) and not bits[first] & DET):
        return False
    if (
        low[first + 1 : first + 2]
        and low[first] in ("it", "that", "this", "them", "him")
        and first + 1 < n
        and not bits[first + 1] & POINT & ~QUOTE
    ):
        return True
    for k in range(first, min(first + 16, n)):
        if k in view.opening:
            return True
        if bits[k] & (END | SEMI | COLON):
            return bool(bits[first] & DET) and k - first > 2
        if (
            bits[k] & VERBAL
            and not bits[k] & (NAME | CAP)
            and not (bits[k] & CUE and k > first and bits[k - 1] & (DET | OWN))
        ):
            return False
        if bits[k] & COMMA:
            return bool(bits[first] & DET) and k - first > 2
    return bool(bits[first] & DET)


def _counting(view: View, first: int) -> bool:
    """Tell whether a figure is given ("510 deaths", "a count of 13 dead", "the number of dead as seven")."""
    bits, low, n = view.bits, view.low, view.n
    figure = number = False
    if first < n and low[first] in ("up", "off", "out", "away", "in", "back", "for", "on", "its", "their"):
        return False
    n = min(n, view.sentence(min(first, n - 1))[1])
    for k in range(first, min(first + 7, n)):
        flags = bits[k]
        if low[k] in ("no", "his", "her") or flags & (END | SEMI | COLON):
            break
        if flags & NUM:
            number = True
        if flags & FIGURE:
            figure = True
        if (number and k - first <= 3) or (figure and number):
            return True
        if flags & (SUB | PRON) and not flags & PREP and low[k] != "as":
            break
    return figure and any(bits[x] & NUM for x in range(first, min(first + 12, n)))


_ROUGHLY = frozenset(("at", "over", "about", "around", "up"))
# An author publishes these; a body publishes what it says.
_WRITINGS = frozenset(("papers", "books", "articles", "novels", "poems", "memoir", "novel", "book"))


def _object(view: View, last: int, entry: CueEntry, right: Right, after: int) -> bool:
    """Tell whether a noun group or an infinitive follows that can be the content itself."""
    bits, low, n = view.bits, view.low, view.n
    if last >= n:
        return False
    flags = bits[last]
    if flags & (POINT & ~QUOTE) or flags & SELF:
        return False
    if entry.lemma == "ask" and (
        low[last] in ("not", "to", "if", "whether", "about", "how", "why", "what") or bits[last] & PREP
    ):
        return False
    if flags & ME and last + 1 < n and bits[last + 1] & POINT:
        return False
    if entry.tail:
        return not (
            entry.lemma == "point at"
            and low[last] in ("a", "an", "the", "his", "her")
            and bits[min(last + 2, n - 1)] & POINT
        )
    if low[last] == "to":
        return entry.senses["object"].mode in (
            "promise",
            "threat",
            "claim",
            "admission",
            "appeal",
        ) or entry.lemma in ("admit", "confess")
    if right.kind == "that":
        return True
    if low[last] in _ROUGHLY and any(bits[k] & NUM for k in range(last + 1, min(last + 3, n))):
        return True  # "documented at least 64 deaths"
    if (
        flags & (PREP | OF | AUX | CONJ | SUB)
        and not flags & (DET | NUM | CAP | NAME)
        and low[last] not in ("in", "of", "only", "against", "what", "how")
    ):
        return False
    if flags & (PREP | OF) and low[last] in ("in", "of", "against"):
        return (
            (right.kind in ("quote", "that", "bare") and right.first > last and right.kind != "bare")
            or (low[last] == "of" and entry.lemma == "warn")
            or right.first > last
        )
    return True


def _clause(view: View, j: int, entry: CueEntry, right: Right) -> bool:
    """Tell whether a bare clause can begin at `j` ("said three men died")."""
    bits, low, n = view.bits, view.low, view.n
    flags = bits[j]
    if flags & (OF | CONJ) and not flags & NAME:
        return False
    if _as_many(view, j):
        return True
    if (
        low[j] in ("it", "this", "so", "them", "him") and j + 1 < n and bits[j + 1] & (POINT | PREP)
    ) or flags & ME:
        return False
    if low[j] == "about" and j + 1 < n and bits[j + 1] & NUM:
        return True
    if low[j] in ("nothing", "little") and j + 1 < n and bits[j + 1] & AUX:
        return True  # "said nothing would change"
    if low[j] in (
        "to",
        "for",
        "as",
        "by",
        "about",
        "with",
        "like",
        "so",
        "much",
        "goodbye",
        "yes",
        "nothing",
        "little",
    ) and entry.lemma in ("say", "add", "report", "write", "claim", "believe", "fear", "expect"):
        return False
    if entry.lemma in (
        "add",
        "write",
        "report",
        "think",
        "see",
        "state",
        "explain",
        "announce",
        "tweet",
        "relate",
        "recount",
        "doubt",
        "expect",
        "estimate",
        "assume",
    ):
        return bool(flags & (DET | NUM | PRON | CAP | NAME | OWN | WORD)) and not (
            entry.lemma in ("add", "write") and not view.any(j, j + 12, VERBAL)
        )
    if entry.lemma in ("fear", "declare", "announce"):
        k = next((x for x in range(j, min(j + 20, n)) if bits[x] & (END | COMMA)), min(j + 20, n))
        return view.any(j, k, VERBAL)
    return True


def _bare_that(view: View, subject: Subject, j: int, entry: CueEntry) -> bool:
    """Tell whether a document says something without "that" ("records show 300 people were killed")."""
    if subject.kind != "noun" or entry.lemma not in (
        "find",
        "show",
        "suggest",
        "indicate",
        "reveal",
        "conclude",
    ):
        return False
    words = set(view.low[subject.first : subject.last])
    if not words & word_group("documents"):
        return False
    return bool(view.bits[j] & (DET | NUM | CAP | NAME | PRON | WORD)) and view.any(j + 1, j + 14, VERBAL)


def _account_before(view: View, subject: Subject) -> bool:
    """Tell whether "a charge" or "an account which" stands before the subject ("a charge Tripoli denied")."""
    j = subject.before
    if j < 1:
        return False
    if view.low[j] in ("which", "that"):
        j -= 1
    return bool(view.bits[j] & ACCOUNT) and bool(view.bits[j - 1] & DET)
