"""What sort of source a speaker is, and whom a pronoun or a role noun means."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from libya_news.english.speech import load_lexicon
from libya_news.parsing.claims_text import AUX, CAP, CUE, DET, ED, END, HYPHEN, ING, NAME, NUM, OF, OWN, POSS, PREP, VERBAL, WORD, View
from libya_news.parsing.speakers import Subject, name_in, subject_before

_GROUP_WORDS = frozenset("government ministry army brigade council committee force forces agency mission centre center hospital group parliament commission corporation company clinic directorate municipality movement coalition alliance militia battalion unit".split())
_MALE = frozenset("he man father brother son husband uncle grandfather spokesman boy king prince sheikh imam nephew policeman mr mr. chairman fisherman".split())
_FEMALE = frozenset("she woman mother sister daughter wife widow aunt grandmother spokeswoman girl niece mrs mrs. ms ms. midwife queen".split())
# Nouns that stand for whichever body spoke last.
# Endings of nouns for persons ("owner", "activist"), and nouns that only look like them.
_AGENTS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ee")
_NO_AGENTS = frozenset("letter paper newspaper number order tower border register poster newsletter water power river charter quarter corridor door floor error terror minor factor sector tractor motor employee-list committee ministry-letter".split())
_GENERIC = frozenset("agency organisation organization group watchdog charity body ngo firm movement coalition".split())

_AID = frozenset("agency organisation organization watchdog charity ngo".split())


class Who(NamedTuple):
    """A speaker in token ranges.

    `mention` stands with the claim; `words` describe the speaker (the antecedent's for a pronoun); `name` is the
    range of a proper name among them, or (0, 0).
    """

    mention: tuple[int, int]
    words: tuple[int, int]
    name: tuple[int, int]
    kind: str
    sort: str  # person, people, body, unknown
    sex: str  # male, female, ""
    resolved: bool = True
    other: tuple[int, int] = (0, 0)
    group: tuple[int, int] = (0, 0)


class _Roles(NamedTuple):
    kinds: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    weak: frozenset[str]
    anonymous: tuple[str, ...]
    titles: frozenset[str]
    epithets: dict[str, tuple[tuple[str, ...], ...]]


@cache
def roles() -> _Roles:
    """Return the role nouns by kind of source."""
    data = load_lexicon("roles")
    kinds: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, table in data["kinds"].items():
        for word in table["strong"].split():
            kinds.setdefault(word, kind)
        for phrase in table.get("phrases", "").split("|"):
            if phrase:
                words = tuple(phrase.replace("-", " - ").split())
                phrases.setdefault(words[0], []).append((words, kind))
    return _Roles(
        kinds, phrases, frozenset(data["weak"]["nouns"].split()), tuple(data["anonymous"]["phrases"]),
        frozenset(data["titles"]["words"].split()),
        {noun: tuple(tuple(name.split()) for name in names.split("|")) for noun, names in data["epithets"].items()},
    )  # fmt: skip


def kind_of(view: View, ranges: tuple[tuple[int, int], ...]) -> str:
    """Return the kind of source that role words in token ranges tell, or `unknown`."""
    know = roles()
    for first, last in ranges:
        if last <= first:
            continue
        low = view.low[first:last]
        head = len(low)
        for k, word in enumerate(low):
            if k and word in ("of", "at", "in", "for", "from", "who", "which", "on", "with", "close", "seen", "kept", "compiled"):
                head = k
                break
        found = ""
        for at in range(head - 1, -1, -1):
            word = low[at]
            kind = know.kinds.get(word)
            if kind and word not in know.weak and low[at + 1 : at + 2] != ["-"]:  # "UN-backed" is not the UN
                if not found or found == "diplomat" and kind == "un" or found == "official" and kind in ("medical", "un", "diplomat", "police", "military", "armed_group", "media", "ngo"):
                    found = kind
        for k, word in enumerate(low[:head]):
            for phrase, kind in know.phrases.get(word, ()):
                if tuple(low[k : k + len(phrase)]) == phrase and (
                    found in ("", "official", "unknown") or kind in ("ngo", "un", "diplomat", "police")
                ):
                    return kind
        if not found:
            for word in low[head:]:
                kind = know.kinds.get(word)
                if kind:
                    found = kind
                    break
        if found:
            return found
        if any(word in ("source", "sources", "insider") for word in low):
            return "anonymous"
    return "unknown"


def describe(view: View, first: int, last: int, other: tuple[int, int] = (0, 0)) -> Who:
    """Return the speaker of a noun group: its name where it has one, its kind by its role words."""
    bits, low = view.bits, view.low
    end = last
    for k in range(first + 1, last):
        if low[k] in ("who", "which", "that") and bits[k - 1] & (WORD | CAP | NAME):
            end = k
            break
    name = name_in(view, first, end)
    words = (first, last)
    aside = other
    if name == (0, 0) and (bits[first] & (DET | NUM) or not bits[end - 1] & (CAP | NAME)) and other != (0, 0) and not (bits[end - 1] & NUM and end - first > 1):
        inner = name_in(view, *other)
        if inner == other:
            name = inner
        else:
            given = given_name(view, *other)
            if given != (0, 0):
                name = given
    if name != (0, 0) and name != (first, end):
        words = name
    elif name == (0, 0) and bits[first] & (CAP | NAME) and not bits[first] & (DET | NUM):
        k = first
        while k < end and (bits[k] & (CAP | NAME | HYPHEN)) and not bits[k] & DET:
            k += 1
        if k < end and bits[k] & OF | 0 and k - first >= 2:
            name = (first, k)
    kind = kind_of(view, ((first, end), aside, (first, last)))
    plural, sort = _sort(view, first, end, name)
    sex = ""
    scope = {*low[first:end], *low[aside[0] : aside[1]]}
    if scope & _FEMALE:
        sex = "female"
    elif scope & _MALE:
        sex = "male"
    del plural
    mention = name if name != (0, 0) and name[0] >= first and name[1] <= end else (first, last)
    if name != (0, 0) and other != (0, 0) and name[0] >= other[0] and name[1] <= other[1]:
        mention = words = name
    elif last - first > 14:
        words = mention = (first, min(end, first + 12))
    return Who(mention, words, name, kind, sort, sex, True, aside, (first, last))


def _sort(view: View, first: int, last: int, name: tuple[int, int]) -> tuple[bool, str]:
    """Tell a person, several people and a body (an organisation, a document) apart."""
    bits, low = view.bits, view.low
    head = last
    while head - first > 1 and low[head - 1] in ("there", "here", "alike"):
        head -= 1
    for k in range(first + 1, head):
        if bits[k] & (OF | PREP) and not bits[k] & NAME and not bits[k - 1] & HYPHEN or low[k] in (",", "("):
            head = k
            break
    word = low[head - 1] if head > first else ""
    know = roles()
    if name != (0, 0) and name != (first, last):
        before = low[name[0] - 1] if name[0] > first else ""
        if before in ("website", "newspaper", "agency", "group", "daily", "channel", "based"):
            return False, "body"
        return False, "person"
    if word in _GROUP_WORDS or word in ("un", "u.n.", "nato", "unicef", "iom", "lna", "gna"):
        return False, "body"
    kind = know.kinds.get(word, "")
    if bits[head - 1] & (CAP | NAME) and not bits[first] & (DET | NUM) and head - first >= 1:
        scope = set(low[first:head])
        if scope & (_GROUP_WORDS | {"un", "united", "national", "international", "rights", "watch", "unsmil", "msf", "organization", "organisation", "crescent"}) or view.words[head - 1].isupper() and len(view.words[head - 1]) > 1:
            return False, "body"
        return False, "person"
    if bits[head - 1] & (CAP | NAME):
        return False, "body"
    if word.endswith("s") and not word.endswith("ss") and word not in ("police", "press", "us") or word in ("people", "men", "women", "police", "staff", "families", "both", "two"):
        return True, "people"
    if kind in ("document", "media") and word not in ("reporter", "correspondent", "journalist", "presenter"):
        return False, "body"
    if word in ("ministry", "embassy", "council", "court", "bank", "hospital", "clinic", "charity", "ngo", "municipality", "directorate", "parliament", "side", "mission", "office", "department", "bar", "syndicate"):
        return False, "body"
    if bits[first] & NUM and low[first] not in ("one", "1") or low[first] in ("both", "several", "many", "some"):
        return True, "people"
    if word.endswith(_AGENTS) and word not in _NO_AGENTS:
        return False, "person"
    person = kind in ("medical", "diplomat", "police", "military", "armed_group", "witness", "resident", "relative", "expert", "official", "media", "anonymous") or word in roles().weak or word in _persons()
    return False, "person" if person else "thing"


@cache
def _persons() -> frozenset[str]:
    return frozenset(load_lexicon("clauses")["groups"]["person_roles"].split())


def given_name(view: View, first: int, last: int) -> tuple[int, int]:
    """Return the name in "who gave his name (only) as Filmon", "who goes by Abu Azza", or (0, 0)."""
    low = view.low
    for k in range(first, last - 1):
        if low[k] == "as" and {"name", "himself", "herself"} & set(low[max(first, k - 3) : k]) or low[k] == "by" and low[k - 1] in ("goes", "went"):
            name = name_in(view, k + 1, last)
            return name if name[0] == k + 1 else (0, 0)
    return (0, 0)


class Past:
    """The speakers of an article so far, for pronouns and role nouns to point back to."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.rows: list[tuple[int, Who]] = []

    def add(self, at: int, who: Who) -> None:
        """Note that `who` spoke at token `at`."""
        self.rows.append((at, who))

    def pronoun(self, i: int) -> Who | None:
        """Return the speaker that the pronoun at token `i` points back to, or None."""
        view = self.view
        word = view.low[i]
        if word in ("we", "i", "you"):
            return None
        sentence = view.tokens.sentence_of[i]
        wanted = {"he": "person", "she": "person", "it": "body", "they": "people"}.get(word, "")
        sex = {"he": "male", "she": "female"}.get(word, "")
        best: Who | None = None
        for at, who in reversed(self.rows):
            if at >= i:
                continue
            if sentence - view.tokens.sentence_of[at] > 6:
                break
            if who.sort == wanted and not (sex and who.sex and who.sex != sex):
                best = who
                break
            if word == "they" and who.sort == "body" and best is None and sentence - view.tokens.sentence_of[at] <= 1:
                best = who
                break
        nearer = self._subject(i, wanted, sex, best)
        if nearer is None and best is None and wanted == "person":
            nearer = self._named_before(i)
        return nearer or best

    def _named_before(self, i: int) -> Who | None:
        """Return the first person named in the nearest of the three sentences before."""
        view = self.view
        number = view.tokens.sentence_of[i]
        for back in range(number, max(number - 6, -1), -1):
            first, last = view.tokens.sentences[back]
            for k in range(first, min(last, i)):
                if k in view.persons:
                    return describe(view, k, view.persons[k])
        return None

    def _subject(self, i: int, wanted: str, sex: str, best: Who | None) -> Who | None:
        """Return the subject of the sentence before, if it fits and stands nearer than the last speaker."""
        view = self.view
        number = view.tokens.sentence_of[i]
        if number == 0:
            return None
        limit = best.mention[0] if best is not None else -1
        for back in (number, number - 1, number - 2):
            if back < 0:
                break
            first, last = view.tokens.sentences[back]
            last = min(last, i)
            if first <= limit < last or limit >= last:
                return None
            group = leading_group(view, first, last)
            if group is not None and group.first > limit:
                who = describe(view, group.first, group.last, group.other)
                if who.sort == wanted and not (sex and who.sex and who.sex != sex) and (wanted != "person" or who.name != (0, 0) or view.bits[group.first] & DET):
                    return who
        return None

    def _named_body(self, first: int, last: int) -> Who | None:
        """Return the body that "the alliance" stands for, if the text has named it before."""
        names = roles().epithets.get(" ".join(self.view.low[first + 1 : last]))
        if names is None:
            return None
        low = self.view.low
        for k in range(first - 1, -1, -1):
            for name in names:
                if low[k] == name[0] and tuple(low[k : k + len(name)]) == name:
                    words = (k, k + len(name))
                    return Who((first, last), words, words, kind_of(self.view, (words,)), "body", "", True, (0, 0), words)
        return None

    def role(self, first: int, last: int) -> Who | None:
        """Return the earlier speaker that "the doctor" or "the ministry" points back to, or None."""
        view = self.view
        low = view.low
        head = low[last - 1]
        found = self._named_body(first, last)
        if found is not None:
            return found
        if last - first > 3 and not view.bits[first] & DET:
            return None
        if head in _GENERIC and last - first == 2:
            bodies = [who for at, who in reversed(self.rows) if at < first and who.sort == "body"]
            aid = [who for who in bodies if who.kind in ("ngo", "un")] if head in _AID else []
            return next(iter(aid or bodies), None)
        for at, who in reversed(self.rows):
            if at >= first:
                continue
            a, b = who.words
            c, d = who.other
            plain = low[c] in ("who", "which", "whose") or view.bits[c] & (ED | ING | PREP)
            scope = {*low[a:b], *(() if plain else low[c:d]), *low[who.mention[0] : who.mention[1]]}
            if head in scope and (who.words != (first, last)) and _text(view, who.words) != _text(view, (first, last)):
                return who
        return None


def _text(view: View, words: tuple[int, int]) -> str:
    return " ".join(w for w in view.low[words[0] : words[1]] if w not in ("the", "a", "an"))


def leading_group(view: View, first: int, last: int) -> Subject | None:
    """Return the noun group that opens a sentence, up to its first verb."""
    bits = view.bits
    if any(q.first <= first + 1 < q.last for q in view.quotes):
        return None
    for k in range(first + 1, min(last, first + 40)):
        flags = bits[k]
        if flags & (AUX | CUE) and not flags & NAME or flags & VERBAL and not flags & (NAME | CAP | DET):
            subject = subject_before(view, k)
            if subject.kind == "noun" and subject.first >= first:
                return subject
            if subject.kind != "noun" and flags & AUX:
                return None
    return None


_UNUSED = (END, HYPHEN, OWN, POSS)
