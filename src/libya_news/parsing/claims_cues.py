"""Cues: which words report a statement, whose it is, and where its words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libya_news.parsing.claims_text import (
    ACCOUNT, ADV, ALSO, AMBIG, AUX, BE, HAVE, ING, CAP, COLON, COMMA, CONJ, CUE, DASH, DET, ED, END, FIGURE, FINITE, HYPHEN, LIVES,
    MARK, ME, MEDIA, MEDIUM, MODAL, NAME, NEG, NUM, OF, OWN, POINT, POSS, PREP, PRON, QUOTE, REL, RPAR, SELF, SEMI, SINGLE,
    SUB, THAT, TIME, TOLD, VERBAL, WHO, WORD, View,
)  # fmt: skip
from libya_news.parsing.claims_people import kind_of
from libya_news.parsing.speakers import NONE, Subject, aside_after, group_after, name_in, subject_before

if TYPE_CHECKING:
    from libya_news.parsing.claims_words import CueEntry, Sense

# Frames whose content is a clause, in the order in which they are tried.
_CLAUSES = ("clause", "tell", "that", "quote")


class Right(NamedTuple):
    """What follows a cue: `kind` is empty, that, bare, quote, colon or comma; content would begin at `first`."""

    kind: str
    first: int
    via: tuple[int, int] = (0, 0)
    said_on: int = -1
    said_in: tuple[int, int] = (0, 0)


class Cue(NamedTuple):
    """One cue with its speaker and the place of its content.

    `side` is "left", "right", "both" (the cue interrupts) or "back" (the content is that of the claim before).
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


def read_cue(view: View, i: int, entry: CueEntry) -> Cue | None:
    """Return the cue at token `i` if this form of a verb reports speech here."""
    bits, low, n = view.bits, view.low, view.n
    last = i + 1
    split = False
    if entry.tail:
        k = last
        if k < n and bits[k] & ADV and low[k] != entry.tail[0]:
            k += 1
        if tuple(low[k : k + len(entry.tail)]) != entry.tail:
            k = _split_tail(view, last, entry)
            if not k:
                return None
            split = True
        last = k + len(entry.tail)
    # The verb group to the left.
    group, be, neg, modal = i, False, False, False
    while group > 0 and (bits[group - 1] & (AUX | ADV | NEG) and not bits[group - 1] & (POINT | NAME) or low[group - 1] == "at" and low[group] in ("first", "once") or low[group - 1] in ("each", "both", "all") and group > 1 and bits[group - 2] & HAVE):
        group -= 1
        flags = bits[group]
        be = be or bool(flags & BE)
        modal = modal or bool(flags & MODAL)
        neg = neg or bool(flags & NEG)
    while group < i and bits[group] & ADV and not bits[group] & AUX:
        if low[group] in ("then", "also", "later", "again", "now", "still", "already", "once", "first") and group and not bits[group - 1] & (END | COMMA):
            break
        group += 1
    could_not = neg and modal and entry.lemma == "say" and low[last : last + 1] in (["how"], ["whether"], ["who"], ["when"], ["if"], ["what"])
    if neg and not could_not or be and entry.form in ("past", "part"):
        return None
    if entry.lemma == "claim" and view.any(last, last + 4, LIVES):
        return None
    if view.low[last : last + 1] in (["dead"], ["missing"], ["drowned"], ["lost"], ["killed"]) and entry.lemma in ("fear", "believe", "presume", "report"):
        return None
    if entry.lemma == "withdraw" and not view.any(last, last + 4, ACCOUNT | FIGURE) or entry.form == "ing" and entry.lemma.startswith("point "):
        return None
    if _keeps_name(view, last, entry):
        return None
    if entry.lemma == "insist" and low[last : last + 1] == ["on"]:
        return None
    before = low[group - 1] if group else ""
    if before == "to" and entry.form == "base" or before == "not" or modal and entry.lemma not in ("say", "add"):
        return None
    if entry.form == "ing" and be:
        pass
    right = read_right(view, last, entry)
    frames = entry.senses
    if entry.form == "ing" and not be:
        return _participle(view, i, last, group, entry, right)
    if entry.form in ("base", "third", "past") and bits[i] & AMBIG and entry.form != "past" and not _is_verb(view, i, group, right):
        return None
    before_flags = bits[group - 1] if group else END
    if before_flags & (COMMA | MARK) and right.kind in ("bare", "empty") and entry.form in ("past", "third", "base"):
        if entry.senses.keys() & {"clause", "that", "quote", "tell"}:
            inverted = _inverted(view, i, last, Subject("same", i, i, group - 1), entry, right)
            if inverted is not None:
                who, after = inverted
                sense = frames.get("clause") or frames.get("that") or frames.get("quote") or frames["tell"]
                return Cue(i, last, group, sense, entry.form, entry.lemma, who, after, "left")
    subject = subject_before(view, group)
    if subject.kind == "none":
        return None
    if subject.kind == "who" and low[subject.first] == "who" and entry.lemma not in ("say", "swear", "claim", "believe", "think", "insist") and not (subject.first and bits[subject.first - 1] & (COMMA | DASH)):
        return None
    if subject.kind == "noun" and _nobody(view, subject):
        return None
    if low[last] == "to" if last < n else False:
        mode = next(iter(frames.values())).mode
        if mode not in ("promise", "threat", "claim", "appeal", "admission") or entry.lemma in ("say",):
            if not (last + 1 < n and bits[last + 1] & (DET | CAP | NAME | OWN | TOLD | ME)):
                return None
    if entry.form == "part" and not _has_aux(view, group, i) and subject.kind != "who":
        return None
    if subject.kind == "same":
        if not bits[subject.before] & (COMMA | ALSO | CONJ | DASH):
            return None
    found = _frame(view, i, last, group, entry, subject, right)
    return found._replace(last=i + 1) if split and found is not None else found


def _split_tail(view: View, j: int, entry: CueEntry) -> int:
    """Return the place of the particle in "called in a statement for", "appealed on Sunday to", or 0."""
    if len(entry.tail) != 1 or entry.lemma.split()[0] not in ("call", "appeal"):
        return 0
    k = view.date_end(j)
    if k == j and view.bits[j] & PREP:
        k = _adjunct(view, j)
    return k if k > j and view.low[k : k + 1] == [entry.tail[0]] else 0


def _keeps_name(view: View, last: int, entry: CueEntry) -> bool:
    """Tell whether a source asks not to be named ("who requested anonymity", "asked that their names be withheld")."""
    return entry.lemma in ("ask", "request", "demand", "insist", "ask for") and any(
        word in ("comment", "anonymity", "named", "name", "names", "identified", "withheld") for word in view.low[last : last + 7]
    )


def _has_aux(view: View, group: int, i: int) -> bool:
    return any(view.bits[k] & AUX for k in range(group, i))


def _is_verb(view: View, i: int, group: int, right: Right) -> bool:
    """Tell whether a form that is as often a noun ("reports", "claims") is a verb here."""
    bits, low = view.bits, view.low
    j = group - 1
    if j < 0:
        return False
    before = bits[j]
    if before & (DET | POSS | OF | HYPHEN | NUM) and not before & (PRON | CAP) or before & PREP and not before & CAP:
        return False
    if right.kind == "bare" and right.first < view.n and bits[right.first] & (PREP | OF | AUX | CONJ) and low[i : i + 2] != ["claim", "to"] and low[i : i + 2] != ["claims", "to"]:
        return False
    if before & (PRON | WHO | RPAR) or low[j] == "that":
        return True
    subject = subject_before(view, group)
    if subject.kind != "noun":
        return bool(before & (ALSO | CONJ | COMMA)) and right.kind != "empty"
    if right.kind in ("that", "quote", "bare", "colon"):
        if bits[subject.first] & (DET | CAP | NAME | OWN) or view.low[subject.last - 1].endswith("s"):
            return right.kind != "bare" or bool(bits[right.first] & (DET | NUM | CAP | NAME | PRON | OWN | MARK) or low[right.first] == "to" or low[subject.last - 1].endswith("s"))
        return False
    return bool(bits[subject.first] & (DET | CAP | NAME) and bits[subject.before] & (COMMA | QUOTE | SINGLE))


def _nobody(view: View, subject: Subject) -> bool:
    low = view.low[subject.first]
    if view.low[subject.last - 1] in ("article", "story", "version") and {"this", "earlier"} & set(view.low[subject.first : subject.last]):
        return True
    return low in ("nobody", "none", "neither", "no", "nothing", "noone") or low == "not"


def read_right(view: View, i: int, entry: CueEntry) -> Right:
    """Read what stands between a cue and its content: adjuncts, the one told, "that"."""
    bits, low, n = view.bits, view.low, view.n
    j = i
    via = said_in = (0, 0)
    said_on = -1
    tell = "tell" in entry.senses
    told = False
    for _ in range(6):
        if j >= n:
            break
        flags = bits[j]
        if tell and not told and not flags & (POINT | THAT) and view.date_end(j) == j:
            k = _addressee(view, j)
            if k > j:
                via, j, told = (j, k), k, True
                continue
        if flags & ADV and low[j] in ("also", "later", "earlier", "again", "then", "separately", "afterwards", "meanwhile", "too", "instead", "simply", "recently", "already"):
            j += 1
            continue
        k = view.date_end(j)
        if k > j and not (flags & NUM and j == i and not flags & PREP):
            after = bits[k] if k < n else END
            if not after & (AUX | FINITE) or after & POINT:
                said_on, j = j, k
                continue
        if flags & COMMA and bits[j + 1 : j + 2] and bits[j + 1] & PREP and j == i:
            # "praised, in a telephone call, ..."
            k = next((x for x in range(j + 2, min(j + 12, n)) if bits[x] & POINT), n)
            if k < n and bits[k] & COMMA and k + 1 < n and (k + 1 in view.opening or low[k + 1] == "that"):
                j = k + 1
                continue
        if low[j] in _ADJUNCT_PREPS and not flags & NAME:
            k = _adjunct(view, j)
            if k > j:
                if low[j] == "to" and via == (0, 0):
                    via = (j + 1, k)
                elif low[j] in ("in", "at") and bits[j + 1] & (CAP | NAME) and not view.any(j, k, MEDIUM):
                    said_in = (j + 1, k)
                j = k
                continue
        break
    if j >= n or bits[j] & (END | SEMI | RPAR | DASH):
        return Right("empty", j, via, said_on, said_in)
    flags = bits[j]
    if low[j] in ("how", "whether") and not (entry.tail and entry.tail[-1] == low[j]):
        return Right("that", j, via, said_on, said_in)
    if low[j] == "that" and not _demonstrative(view, j):
        j += 1
        if j < n and bits[j] & COMMA:  # "said that, by noon, ..."
            j += 1
        kind = "that"
        return Right(kind, j, via, said_on, said_in)
    if flags & COLON:
        k = j + 1
        if k >= n or bits[k] & END:
            return Right("empty", j, via, said_on, said_in)
        return Right("quote" if k in view.opening else "colon", k, via, said_on, said_in)
    if flags & COMMA:
        # "wrote to the speaker, Aguila Saleh, that ..."
        k = next((x for x in range(j + 1, min(j + 9, n)) if bits[x] & POINT), n)
        if j > i and k + 1 < n and bits[k] & COMMA and low[k + 1] == "that":
            return Right("that", k + 2, via, said_on, said_in)
        if j + 1 in view.opening and j + 1 < n:
            return Right("comma", j + 1, via, said_on, said_in)
        return Right("empty", j, via, said_on, said_in)
    if j in view.opening:
        return Right("quote", j, via, said_on, said_in)
    if j in view.closing:
        return Right("empty", j, via, said_on, said_in)
    return Right("bare", j, via, said_on, said_in)


def _demonstrative(view: View, j: int) -> bool:
    """Tell whether "that" is the object itself ("called that absurd", "denied that.")."""
    nxt = view.bits[j + 1] if j + 1 < view.n else END
    if nxt & COMMA and j + 2 < view.n and view.bits[j + 2] & CUE and view.bits[j + 2] & ING:
        return True  # "denied that, affirming ..."
    if nxt & WORD and j + 2 < view.n and view.bits[j + 2] & END and not nxt & VERBAL:
        return True  # "echoed that view."
    return bool(nxt & (POINT & ~QUOTE & ~COMMA) or nxt & OF or nxt & (CONJ | SUB) and not nxt & PREP)


def _addressee(view: View, j: int) -> int:
    """Return the token after the one told ("told [AFP] that", "told [the Security Council] this month")."""
    bits, low, n = view.bits, view.low, view.n
    flags = bits[j]
    if flags & ME or low[j] == "her" and j + 1 < n and not bits[j + 1] & WORD:
        return j + 1
    if flags & (MEDIA | TOLD):
        k = j + 1
        while k < n and bits[k] & CONJ and bits[k + 1] & (MEDIA | TOLD | CAP):
            k += 2
        if k < n and low[k] == "news" or k < n and low[k] in ("agency",):
            k += 1
        return k
    k = j
    if flags & (DET | OWN):
        k = j + 1
        seen = False
        while k < n and k - j < 9:
            flags = bits[k]
            if flags & (CAP | NAME) and seen and not bits[k - 1] & (CAP | NAME | HYPHEN | OF | POSS):
                x = k
                while x < n and bits[x] & (CAP | NAME | HYPHEN):
                    x += 1
                if low[x : x + 1] and low[x] in _OUTLETS:
                    return x + 1  # "told the private NTV channel"
                break
            if flags & (POINT | AUX | PRON | DET | SUB | REL | FINITE | ED | TIME) and not flags & (NAME | CAP) or flags & NUM and not flags & CAP or flags & MARK:
                break
            if flags & PREP and not flags & NAME:
                break
            if flags & (WORD | CAP | NAME):
                seen = True
            k += 1
        if seen and low[k - 1] in _OUTLETS:
            while k < n and (bits[k] & (CAP | NAME) and not bits[k] & DET or bits[k] & HYPHEN and bits[k + 1] & (CAP | NAME)):
                k += 1
        return k if seen else j
    if flags & (CAP | NAME):
        if j in view.named:
            return view.named[j]
        while k < n and (bits[k] & CAP and not bits[k] & (DET | NUM | PRON) or bits[k] & HYPHEN):
            k += 1
            if bits[k - 1] & MEDIA:
                break
        while k < n and low[k] in ("tv", "radio", "television", "newspaper", "news", "agency", "channel", "website", "daily"):
            k += 1
        return k
    if flags & WORD and not flags & (NUM | VERBAL) and j + 1 < n and (low[j + 1] == "that" or bits[j + 1] & (POINT | DET | PRON | NUM | PREP)):
        return j + 1
    if flags & WORD and low[j] in ("state", "local", "foreign", "british", "libyan") and j + 2 < n:
        k = j
        while k < n and bits[k] & (WORD | CAP) and not bits[k] & (MEDIUM | TOLD | NUM | VERBAL):
            k += 1
        return k + 1 if k < n and bits[k] & (MEDIUM | TOLD) else j
    return j


_OUTLETS = frozenset("tv channel newspaper agency website daily station magazine network broadcaster paper radio television".split())


def _adjunct(view: View, j: int) -> int:
    """Return the token after an adjunct of saying ("in a statement", "by phone", "at the graveside"), or `j`."""
    bits, low, n = view.bits, view.low, view.n
    if low[j] == "to" and not bits[j + 1] & (DET | CAP | NAME | TOLD | OWN | MEDIA | MEDIUM) if j + 1 < n else True:
        return j
    k = j + 1
    limit = min(n, j + 12)
    medium = -1
    while k < limit:
        flags = bits[k]
        if flags & (POINT & ~RPAR) or low[k] == "that":
            break
        if flags & MEDIUM:
            medium = k
            while k + 1 < limit and (bits[k + 1] & (PREP | OF) and (bits[k + 2] if k + 2 < n else END) & (MEDIUM | OWN | CAP | DET) or low[k + 1] in ("posted", "published", "broadcast", "issued", "carried")):
                if low[k + 1] in ("of", "to", "with", "from", "on", "posted", "published", "broadcast", "issued", "carried", "via", "by"):
                    k += 2
                    while k + 1 < limit and bits[k] & (DET | OWN | PREP) or k + 1 < limit and bits[k] & (CAP | WORD) and bits[k + 1] & (MEDIUM | CAP | HYPHEN):
                        k += 1
                    medium = k
                else:
                    break
            k += 1
            continue
        if flags & (VERBAL | PRON | SUB | REL) and not flags & (PREP | NAME | CAP) and not (flags & ED and bits[k - 1] & (DET | OWN)):
            break
        if flags & NUM and not (bits[k + 1 : k + 2] and bits[k + 1] & HYPHEN):
            break
        k += 1
    if low[j] in ("in", "at", "from") and j + 1 < n and bits[j + 1] & (CAP | NAME) and not bits[j + 1] & (DET | NUM):
        x = view.named.get(j + 1, j + 2)
        while x < n and bits[x] & CAP and not bits[x] & (DET | NUM | PRON):
            x += 1
        if x < n and bits[x] & (DET | NUM | PRON) and not bits[x] & CAP:
            return x  # "told a briefing in Geneva six children died"
    if k < n and (low[k] == "that" or bits[k] & (COLON | COMMA | END | SEMI | QUOTE)) and k <= limit:
        if low[k] == "that" or medium > 0 or bits[k] & (COLON | COMMA | END | QUOTE | SEMI):
            return k
    if medium > 0:
        return medium + 1
    if low[j] == "to" and bits[j + 1] & (DET | CAP | NAME | TOLD):
        return j
    return j


def _inverted(
    view: View, i: int, last: int, subject: Subject, entry: CueEntry, right: Right
) -> tuple[Subject, Right] | None:
    """Return the subject after the cue (", said Omar Ben" or "laughed a cousin"), with what follows it."""
    bits, n = view.bits, view.n
    before = subject.before
    if not bits[before] & (COMMA | MARK | END):
        return None
    closes = before in view.closing or before - 1 in view.closing and bool(bits[before] & COMMA) or before + 1 == i and bits[before] & COMMA and before > 0 and bool(bits[before - 1] & MARK)
    if last >= n or not bits[last] & (DET | CAP | NAME | WORD | PRON | NUM) or bits[last] & (AUX | SUB) and not bits[last] & (DET | CAP | NAME):
        return None
    first, end = group_after(view, last)
    if end <= first:
        return None
    k = view.date_end(end) if end < n else end
    while k < n and k < end + 14 and bits[k] & PREP and not bits[k] & POINT:
        # "said a teacher, Najwa, by telephone"; "said Ghoul at the graveside"
        k += 1
        while k < n and not bits[k] & (POINT | PREP | VERBAL | PRON) or k < n and bits[k] & NAME:
            k += 1
    if k < n and not bits[k] & (END | COMMA | SEMI | COLON | DASH | RPAR | LPAR_OR_WHO):
        return None
    if not closes:
        # Without marks, what stands before the comma must be a clause, and no list of names.
        start = view.sentence(i)[0]
        if entry.lemma not in _INVERTING:
            return None
        if not any(bits[x] & VERBAL and not bits[x] & NAME for x in range(start, before)):
            if entry.lemma != "say" or before - start > 4 or not (k >= n or bits[k] & END):
                return None  # "Five, said one official." is an answer, a list of names is none
        if bits[before] & END:
            return None
        if not view.any(first, end, CAP | NAME) and kind_of(view, ((first, end),)) == "unknown" and not bits[last] & PRON:
            return None
    return Subject("noun" if not bits[last] & PRON else "pronoun", first, end, before, aside_after(view, end)), Right("empty", k, right.via, right.said_on)


LPAR_OR_WHO = WHO
_ADJUNCT_PREPS = frozenset("in on by via through at during from to over with after before under late early".split())
_INVERTING = frozenset({"say", "add", "report", "write", "explain", "note", "insist", "reply", "announce", "state", "recall", "stress", "warn", "point out", "argue", "estimate", "observe", "conclude", "relate", "recount"})


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
    return _frame(view, i, last, group, entry, subject, right)


def _frame(view: View, i: int, last: int, group: int, entry: CueEntry, subject: Subject, right: Right) -> Cue | None:
    """Choose the sense of a cue by what follows and goes before it."""
    bits, low, n = view.bits, view.low, view.n
    frames = entry.senses

    def cue(frame: str, side: str) -> Cue:
        return Cue(i, last, group, frames[frame], entry.form, entry.lemma, subject, right, side)

    ends_clause = subject.before
    after_quote = ends_clause >= 0 and (ends_clause in view.closing or bits[ends_clause] & COMMA and ends_clause - 1 in view.closing)
    if right.kind == "empty" or right.kind == "comma":
        if subject.kind == "who":
            return None
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
    if subject.kind == "same" and bits[subject.before] & COMMA and entry.form in ("base", "third") and not right.kind == "that" and bits[i] & AMBIG:
        return None
    comma_before = ends_clause >= 0 and bool(bits[ends_clause] & (COMMA | MARK))
    if subject.kind in ("noun", "pronoun") and right.kind == "bare" and flags & (PREP | SUB | CONJ) and not flags & (DET | NUM | CAP | NAME) and not _as_many(view, j):
        if after_quote or comma_before and low[j] in ("after", "before", "when", "as", "while", "because", "since", "during", "following"):
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
    if "count" in frames and low[last : last + 1] == ["at"]:
        return None
    if "count" in frames and _counting(view, last):
        return cue("count", "right")
    if "tell" in frames:
        if right.via != (0, 0) and (low[j] != "to"):
            return cue("tell", "right")
        if "object" in frames and (low[j] == "to" or flags & NUM):
            return Cue(i, last, group, frames["object"], entry.form, entry.lemma, subject, right._replace(first=last, via=(0, 0)), "right")
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
    """Tell whether "called" calls something something ('called it "a joke"', "called the closures illegal")."""
    bits, low, n = view.bits, view.low, view.n
    if first >= n or bits[first] & (PREP | OF | SELF | END | AUX) and not bits[first] & DET:
        return False
    if low[first + 1 : first + 2] and low[first] in ("it", "that", "this", "them", "him") and first + 1 < n and not bits[first + 1] & POINT & ~QUOTE:
        return True
    for k in range(first, min(first + 16, n)):
        if k in view.opening:
            return True
        if bits[k] & (END | SEMI | COLON):
            return bool(bits[first] & DET) and k - first > 2
        if bits[k] & VERBAL and not bits[k] & (NAME | CAP) and not (bits[k] & CUE and k > first and bits[k - 1] & (DET | OWN)):
            return False
        if bits[k] & COMMA:
            return bool(bits[first] & DET) and k - first > 2
    return bool(bits[first] & DET)


def _counting(view: View, first: int) -> bool:
    """Tell whether a figure is given ("510 deaths", "a higher count of 13 dead", "the number of dead as seven")."""
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
        if number and k - first <= 3 or figure and number:
            return True
        if flags & (SUB | PRON) and not flags & PREP and low[k] != "as":
            break
    return figure and any(bits[x] & NUM for x in range(first, min(first + 12, n)))


def _object(view: View, last: int, entry: CueEntry, right: Right, after: int) -> bool:
    """Tell whether a noun group or an infinitive follows that can be the content itself."""
    bits, low, n = view.bits, view.low, view.n
    if last >= n:
        return False
    flags = bits[last]
    if flags & (POINT & ~QUOTE) or flags & SELF:
        return False
    if entry.lemma == "ask" and (low[last] in ("not", "to", "if", "whether", "about", "how", "why", "what") or bits[last] & PREP):
        return False
    if flags & ME and last + 1 < n and bits[last + 1] & POINT:
        return False
    if entry.tail:
        return not (entry.lemma == "point at" and low[last] in ("a", "an", "the", "his", "her") and bits[min(last + 2, n - 1)] & POINT)
    if low[last] == "to":
        return entry.senses["object"].mode in ("promise", "threat", "claim", "admission", "appeal") or entry.lemma in ("admit", "confess")
    if right.kind == "that":
        return True
    if flags & (PREP | OF | AUX | CONJ | SUB) and not flags & (DET | NUM | CAP | NAME) and low[last] not in ("in", "of", "only", "against", "what", "how"):
        return False
    if flags & (PREP | OF) and low[last] in ("in", "of", "against"):
        return right.kind in ("quote", "that", "bare") and right.first > last and not right.kind == "bare" or low[last] == "of" and entry.lemma == "warn" or right.first > last
    return True


def _clause(view: View, j: int, entry: CueEntry, right: Right) -> bool:
    """Tell whether a bare clause can begin at `j` ("said three men died")."""
    bits, low, n = view.bits, view.low, view.n
    flags = bits[j]
    if flags & (OF | CONJ) and not flags & NAME:
        return False
    if _as_many(view, j):
        return True
    if low[j] in ("it", "this", "so", "them", "him") and j + 1 < n and bits[j + 1] & (POINT | PREP) or flags & ME:
        return False
    if low[j] == "about" and j + 1 < n and bits[j + 1] & NUM:
        return True
    if low[j] in ("to", "for", "as", "by", "about", "with", "like", "so", "much", "goodbye", "yes", "nothing", "little") and entry.lemma in ("say", "add", "report", "write", "claim", "believe", "fear", "expect"):
        return False
    if entry.lemma in ("add", "write", "report", "think", "see", "state", "explain", "announce", "tweet", "relate", "recount", "doubt", "expect", "estimate", "assume"):
        return bool(flags & (DET | NUM | PRON | CAP | NAME | OWN | WORD)) and not (entry.lemma in ("add", "write") and not view.any(j, j + 12, VERBAL))
    if entry.lemma in ("fear", "declare", "announce"):
        k = next((x for x in range(j, min(j + 20, n)) if bits[x] & (END | COMMA)), min(j + 20, n))
        return view.any(j, k, VERBAL)
    return True


_DOCUMENTS = frozenset("report reports study inquiry investigation investigations survey poll records figures data tally footage video images documents list review analysis statistics research census audit photographs probe count".split())


def _bare_that(view: View, subject: Subject, j: int, entry: CueEntry) -> bool:
    """Tell whether a document says something without "that" ("records show 300 people were killed")."""
    if subject.kind != "noun" or entry.lemma not in ("find", "show", "suggest", "indicate", "reveal", "conclude"):
        return False
    words = set(view.low[subject.first : subject.last])
    if not words & _DOCUMENTS:
        return False
    return bool(view.bits[j] & (DET | NUM | CAP | NAME | PRON | WORD)) and view.any(j + 1, j + 14, VERBAL)


def _account_before(view: View, subject: Subject) -> bool:
    """Tell whether "a charge" or "an account which" stands right before the subject ("a charge Tripoli denied")."""
    j = subject.before
    if j < 1:
        return False
    if view.low[j] in ("which", "that"):
        j -= 1
    return bool(view.bits[j] & ACCOUNT) and bool(view.bits[j - 1] & DET)


__all__ = ["NONE", "Cue", "Right", "group_after", "name_in", "read_cue", "read_right"]
_UNUSED = (HYPHEN, ED, REL, SINGLE, TIME, ALSO)
