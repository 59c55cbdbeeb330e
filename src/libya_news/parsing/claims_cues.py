"""Cues: which words report a statement, whose it is, and where its words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.english.speech import word_group
from libya_news.parsing.claims_frames import Cue, choose_frame
from libya_news.parsing.claims_kinds import kind_of
from libya_news.parsing.claims_right import Right, adjunct, read_right
from libya_news.parsing.claims_text import (
    ACCOUNT,
    ADV,
    ALSO,
    AMBIG,
    AUX,
    BE,
    CAP,
    COLON,
    COMMA,
    CONJ,
    DASH,
    DET,
    ED,
    END,
    FIGURE,
    HAVE,
    HYPHEN,
    LIVES,
    MARK,
    ME,
    MODAL,
    NAME,
    NEG,
    NUM,
    OF,
    OWN,
    POINT,
    POSS,
    PREP,
    PRON,
    QUOTE,
    RPAR,
    SEMI,
    SINGLE,
    SUB,
    THAT,
    TOLD,
    VERBAL,
    WHO,
    WORD,
    View,
)
from libya_news.parsing.speaker_groups import aside_after, group_after
from libya_news.parsing.speakers import Subject, subject_before

if TYPE_CHECKING:
    from libya_news.parsing.claims_words import CueEntry


# Nouns of reporting phrases that take words of their own before them.
QUALIFIED = frozenset(("concern", "alarm", "regret", "outrage"))


def read_cue(view: View, i: int, entry: CueEntry) -> Cue | None:
    """Return the cue at token `i` if this form of a verb reports speech here."""
    bits, low, n = view.bits, view.low, view.n
    last = i + 1
    split = False
    if entry.tail:
        k = last
        if k < n and bits[k] & ADV and low[k] != entry.tail[0]:
            k += 1
        if entry.tail[0] in QUALIFIED:  # "expressed its deep concern over"
            while (
                k < min(n, last + 4)
                and low[k] != entry.tail[0]
                and bits[k] & (OWN | WORD)
                and not bits[k] & POINT
            ):
                k += 1
        if tuple(low[k : k + len(entry.tail)]) != entry.tail:
            k = _split_tail(view, last, entry)
            if not k:
                return None
            split = True
        last = k + len(entry.tail)
    # The verb group to the left.
    group, be, neg, modal = i, False, False, False
    while group > 0 and (
        (bits[group - 1] & (AUX | ADV | NEG) and not bits[group - 1] & (POINT | NAME))
        or (low[group - 1] == "at" and low[group] in ("first", "once"))
        or (low[group - 1] in ("each", "both", "all") and group > 1 and bits[group - 2] & HAVE)
    ):
        group -= 1
        flags = bits[group]
        be = be or bool(flags & BE)
        modal = modal or bool(flags & MODAL)
        neg = neg or bool(flags & NEG)
    while group < i and bits[group] & ADV and not bits[group] & AUX:
        if (
            low[group] in ("then", "also", "later", "again", "now", "still", "already", "once", "first")
            and group
            and not bits[group - 1] & (END | COMMA)
        ):
            break
        group += 1
    could_not = (
        neg
        and modal
        and entry.lemma == "say"
        and low[last : last + 1] in (["how"], ["whether"], ["who"], ["when"], ["if"], ["what"])
    )
    if (neg and not could_not) or (be and entry.form in ("past", "part", "base", "third")):
        return None
    if entry.lemma == "claim" and view.any(last, last + 4, LIVES):
        return None
    if view.low[last : last + 1] in (
        ["dead"],
        ["missing"],
        ["drowned"],
        ["lost"],
        ["killed"],
    ) and entry.lemma in ("fear", "believe", "presume", "report"):
        return None
    if (entry.lemma == "withdraw" and not view.any(last, last + 4, ACCOUNT | FIGURE)) or (
        entry.form == "ing" and entry.lemma.startswith("point ")
    ):
        return None
    if _keeps_name(view, last, entry) or _adjective(view, i, group, last, entry):
        return None
    if entry.lemma == "insist" and low[last : last + 1] == ["on"]:
        return None
    before = low[group - 1] if group else ""
    if (
        (before == "to" and entry.form == "base")
        or before == "not"
        or (modal and entry.lemma not in ("say", "add"))
    ):
        return None
    if entry.form == "ing" and be:
        pass
    right = read_right(view, last, entry)
    frames = entry.senses
    if entry.lemma == "state" and entry.form == "base" and right.kind not in ("that", "quote", "colon"):
        return None  # "state television reported"
    if entry.form == "ing" and not be:
        return _participle(view, i, last, group, entry, right)
    if (
        entry.form in ("base", "third", "past")
        and bits[i] & AMBIG
        and entry.form != "past"
        and not _is_verb(view, i, group, right)
    ):
        return None
    before_flags = bits[group - 1] if group else END
    if (
        before_flags & (COMMA | MARK | END)
        and right.kind in ("bare", "empty")
        and entry.form in ("past", "third", "base")
    ):
        if entry.senses.keys() & {"clause", "that", "quote", "tell"}:
            ahead = _ahead(view, i, last) if before_flags & END else None
            if ahead is not None:
                sense = frames.get("clause") or frames.get("that") or frames.get("quote") or frames["tell"]
                return Cue(i, last, group, sense, entry.form, entry.lemma, ahead[0], ahead[1], "right")
            inverted = _inverted(view, i, last, Subject("same", i, i, group - 1), entry, right)
            if inverted is not None:
                who, after = inverted
                sense = frames.get("clause") or frames.get("that") or frames.get("quote") or frames["tell"]
                return Cue(i, last, group, sense, entry.form, entry.lemma, who, after, "left")
    subject = subject_before(view, group)
    if subject.kind == "none":
        return None
    if entry.lemma == "put it" and subject.before >= 0 and low[subject.before] == "as":
        put = _as_put(view, i, last, group, entry, subject, right)
        if put is not None:
            return put
        subject = subject._replace(before=subject.before - 1)  # "It is over," as the mayor put it
    if (
        subject.kind == "who"
        and low[subject.first] == "who"
        and entry.lemma not in ("say", "swear", "claim", "believe", "think", "insist")
        and not (subject.first and bits[subject.first - 1] & (COMMA | DASH))
    ):
        return None
    if subject.kind == "noun" and _nobody(view, subject):
        return None
    if low[last] == "to" if last < n else False:
        mode = next(iter(frames.values())).mode
        if mode not in ("promise", "threat", "claim", "appeal", "admission") or entry.lemma == "say":
            if not (last + 1 < n and bits[last + 1] & (DET | CAP | NAME | OWN | TOLD | ME)):
                return None
    if entry.form == "part" and not _has_aux(view, group, i) and subject.kind != "who":
        return None
    if subject.kind == "same":
        if not bits[subject.before] & (COMMA | ALSO | CONJ | DASH):
            return None
    found = choose_frame(view, i, last, group, entry, subject, right)
    return found._replace(last=i + 1) if split and found is not None else found


def _split_tail(view: View, j: int, entry: CueEntry) -> int:
    """Return the place of the particle in "called in a statement for", "appealed on Sunday to", or 0."""
    if len(entry.tail) != 1 or entry.lemma.split()[0] not in ("call", "appeal"):
        return 0
    k = view.date_end(j)
    if k == j and view.bits[j] & PREP:
        k = adjunct(view, j)
    return k if k > j and view.low[k : k + 1] == [entry.tail[0]] else 0


def _keeps_name(view: View, last: int, entry: CueEntry) -> bool:
    """Tell whether a source asks not to be named ("who requested anonymity")."""
    return entry.lemma in ("ask", "request", "demand", "insist", "ask for") and any(
        word in ("comment", "anonymity", "named", "name", "names", "identified", "withheld")
        for word in view.low[last : last + 7]
    )


def _adjective(view: View, i: int, group: int, last: int, entry: CueEntry) -> bool:
    """Tell whether a form only describes a counted noun ("two suspected militants", "six reported cases")."""
    if (
        group != i
        or not i
        or entry.tail
        or entry.form not in ("past", "part")
        or entry.lemma in ("say", "tell")
    ):
        return False
    counted = view.bits[i - 1] & NUM
    if not counted and not (entry.lemma in ("suspect", "allege") and view.bits[i - 1] & (VERBAL | ED)):
        return False  # "Police killed suspected militants"
    after = view.bits[last] if last < view.n else END
    return not after & (DET | CAP | NAME | PRON | OWN | NUM | POINT | PREP | AUX | ADV | MARK | SUB | THAT)


def _has_aux(view: View, group: int, i: int) -> bool:
    return any(view.bits[k] & AUX for k in range(group, i))


def _is_verb(view: View, i: int, group: int, right: Right) -> bool:
    """Tell whether a form that is as often a noun ("reports", "claims") is a verb here."""
    bits, low = view.bits, view.low
    j = group - 1
    if j < 0:
        return False
    before = bits[j]
    if (before & (DET | POSS | OF | HYPHEN | NUM) and not before & (PRON | CAP)) or (
        before & PREP and not before & CAP
    ):
        return False
    if (
        right.kind == "bare"
        and right.first < view.n
        and bits[right.first] & (PREP | OF | AUX | CONJ)
        and low[i : i + 2] != ["claim", "to"]
        and low[i : i + 2] != ["claims", "to"]
    ):
        return False
    if before & (PRON | WHO | RPAR) or low[j] == "that":
        return True
    if before & MARK and j in view.closing and right.kind == "bare":
        return bool(bits[right.first] & (CAP | NAME | DET | PRON))  # '"We fight," vows Jamal'
    subject = subject_before(view, group)
    if subject.kind != "noun":
        return bool(before & (ALSO | CONJ | COMMA)) and right.kind != "empty"
    if right.kind in ("that", "quote", "bare", "colon"):
        if bits[subject.first] & (DET | CAP | NAME | OWN) or view.low[subject.last - 1].endswith("s"):
            return right.kind != "bare" or bool(
                bits[right.first] & (DET | NUM | CAP | NAME | PRON | OWN | MARK)
                or low[right.first] == "to"
                or low[subject.last - 1].endswith("s")
            )
        return False
    before = bits[subject.before]
    if before & ACCOUNT and bits[subject.before - 1] & DET:
        return True  # "a figure the council disputes"
    return bool(bits[subject.first] & (DET | CAP | NAME) and before & (COMMA | QUOTE | SINGLE))


def _nobody(view: View, subject: Subject) -> bool:
    low = view.low[subject.first]
    if view.low[subject.last - 1] in ("article", "story", "version") and {"this", "earlier"} & set(
        view.low[subject.first : subject.last]
    ):
        return True
    return low in ("nobody", "none", "neither", "no", "nothing", "noone", "anyone", "anybody", "not")


def _as_put(
    view: View, i: int, last: int, group: int, entry: CueEntry, subject: Subject, right: Right
) -> Cue | None:
    """Read "as the mayor put it" with a clause without marks: "As the mayor put it, two wells are left"."""
    bits, at = view.bits, subject.before
    sense = next(iter(entry.senses.values()))._replace(frame="clause")
    start = view.sentence(i)[0]
    if at == start and last + 1 < view.n and bits[last] & COMMA and last + 1 not in view.opening:
        bare = Right("bare", last + 1)
        return Cue(
            i, last, group, sense, entry.form, entry.lemma, subject._replace(before=at - 1), bare, "right"
        )
    ends = last >= view.n or bool(bits[last] & END)
    if ends and at - 1 > start and bits[at - 1] & COMMA and at - 2 not in view.closing:
        before = subject._replace(before=at - 1)
        return Cue(i, last, group, sense, entry.form, entry.lemma, before, right, "left")
    return None


def _ahead(view: View, i: int, last: int) -> tuple[Subject, Right] | None:
    """Return subject and quotation of a sentence that its cue opens: 'Added Juwaili: "We are ready."'."""
    if last >= view.n or not view.bits[last] & (DET | CAP | NAME):
        return None
    first, end = group_after(view, last)
    if end <= first or end + 1 >= view.n or not view.bits[end] & COLON or end + 1 not in view.opening:
        return None
    return Subject("noun", first, end, i - 1), Right("quote", end + 1)


def _inverted(
    view: View, i: int, last: int, subject: Subject, entry: CueEntry, right: Right
) -> tuple[Subject, Right] | None:
    """Return the subject after the cue (", said Omar Ben" or "laughed a cousin"), with what follows it."""
    bits, n = view.bits, view.n
    before = subject.before
    if not bits[before] & (COMMA | MARK | END):
        return None
    closes = (
        before in view.closing
        or (before - 1 in view.closing and bool(bits[before] & COMMA))
        or (before + 1 == i and bits[before] & COMMA and before > 0 and bool(bits[before - 1] & MARK))
    )
    if (
        last >= n
        or not bits[last] & (DET | CAP | NAME | WORD | PRON | NUM)
        or (bits[last] & (AUX | SUB) and not bits[last] & (DET | CAP | NAME))
    ):
        return None
    first, end = group_after(view, last)
    if end <= first:
        return None
    k = view.date_end(end) if end < n else end
    while k < n and k < end + 14 and bits[k] & PREP and not bits[k] & POINT:
        # "said a teacher, Najwa, by telephone"; "said Ghoul at the graveside"
        k += 1
        while (k < n and not bits[k] & (POINT | PREP | VERBAL | PRON)) or (k < n and bits[k] & NAME):
            k += 1
    if k < n and not bits[k] & (END | COMMA | SEMI | COLON | DASH | RPAR | WHO):
        return None
    if not closes:
        # Without marks, what stands before the comma must be a clause, and no list of names.
        start = view.sentence(i)[0]
        if entry.lemma not in word_group("inverting"):
            return None
        if not any(bits[x] & VERBAL and not bits[x] & NAME for x in range(start, before)):
            if entry.lemma != "say" or before - start > 4 or not (k >= n or bits[k] & END):
                return None  # "Five, said one official." is an answer, a list of names is none
        if bits[before] & END:
            return None
        if (
            not view.any(first, end, CAP | NAME)
            and kind_of(view, ((first, end),)) == "unknown"
            and not bits[last] & PRON
        ):
            return None
    return Subject(
        "noun" if not bits[last] & PRON else "pronoun", first, end, before, aside_after(view, end)
    ), Right("empty", k, right.via, right.said_on)


def _participle(view: View, i: int, last: int, group: int, entry: CueEntry, right: Right) -> Cue | None:
    """Return the cue of ", adding that ..." or ", blaming ..."."""
    bits, low = view.bits, view.low
    j = group - 1
    if j < 0:
        return None
    while j > 0 and low[j] in ("while", "and", "but", "also", "as", "then", "before"):
        j -= 1
    if not (bits[j] & (COMMA | DASH) or low[group - 1] in ("while", "and", "but")):
        return None
    if low[last] in ("himself", "itself", "themselves", "herself") if last < view.n else False:
        return None
    subject = Subject("same", i, i, j)
    return choose_frame(view, i, last, group, entry, subject, right)
