"""Whom a pronoun or a role noun means: the speakers of an article so far."""

from __future__ import annotations

from libya_news.english.speech import word_group
from libya_news.parsing.claims_kinds import kind_of, roles
from libya_news.parsing.claims_people import Who, describe, leading_group
from libya_news.parsing.claims_text import (
    DET,
    ED,
    ING,
    POINT,
    PREP,
    View,
)
from libya_news.parsing.numbers import NUMBER_WORDS

# Words that open a sentence and are no speaker that "it" or "he" can mean.
_NOBODY = frozenset(("none", "nobody", "nothing", "most", "many", "some", "all", "there", "neither", "both"))

# What is said of those who speak no more, and how near behind the subject it stands.
_DEAD = frozenset(
    "killed died dead slain murdered executed beheaded drowned assassinated massacred perished buried martyred".split()
)
_CLAUSE_ENDS = frozenset((",", ";", "when", "as", "who", "that", "after", "and", "by"))
_VERB = 6


class Past:
    """The speakers of an article so far, for pronouns and role nouns to point back to."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.rows: list[tuple[int, Who]] = []

    def add(self, at: int, who: Who) -> None:
        """Note that `who` spoke at token `at`."""
        self.rows.append((at, who))

    def pronoun(self, i: int, word: str) -> Who | None:
        """Return the speaker that the pronoun at token `i` points back to, or None; `word` is its subject form."""
        view = self.view
        if word in ("we", "i", "you"):
            return None
        sentence = view.tokens.sentence_of[i]
        wanted = {"he": "person", "she": "person", "it": "body", "they": "people"}.get(word, "")
        sex = {"he": "male", "she": "female"}.get(word, "")
        best: Who | None = None
        for at, who in reversed(self.rows[-60:]):
            if at >= i:
                continue
            if sentence - view.tokens.sentence_of[at] > 6:
                break
            if who.sort == wanted and not (sex and who.sex and who.sex != sex):
                best = who
                break
            if (
                word == "they"
                and who.sort == "body"
                and best is None
                and sentence - view.tokens.sentence_of[at] <= 1
            ):
                best = who
                break
        nearer = self._subject(i, wanted, sex, best)
        if nearer is None and best is None and wanted == "person":
            nearer = self._named_before(i)
        if nearer is not None and best is None and wanted == "person" and self._another(nearer, i, sex):
            return None
        return nearer or best

    def _another(self, who: Who, i: int, sex: str) -> bool:
        """Tell whether a second person is named with one whom a pronoun may mean: "Nasr met Issa. He said"."""
        view = self.view
        begin, _ = view.tokens.sentences[view.tokens.sentence_of[who.mention[0]]]
        names = set()
        for first, last in view.persons.items():
            if begin <= first < i:
                other = describe(view, first, last)
                if not (sex and other.sex and other.sex != sex):
                    names.add(view.words[last - 1])
        return len(names) > 1

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
                counted = view.low[group.first] in NUMBER_WORDS or view.low[group.first].isdecimal()
                if counted and (back == number or wanted != "people"):
                    continue  # "Six had been wounded, it said"
                if view.low[group.first] in _NOBODY or self._is_dead(group.last, last):
                    continue
                if (
                    who.sort == wanted
                    and not (sex and who.sex and who.sex != sex)
                    and (wanted != "person" or who.name != (0, 0) or view.bits[group.first] & DET)
                    and not (wanted == "person" and self._opens_only(who))
                ):
                    return who
        return None

    def _is_dead(self, last: int, end: int) -> bool:
        """Tell whether a subject is dead by the word of its clause: "Four civilians died, they said"."""
        behind = self.view.low[last : min(last + _VERB, end)]
        stop = next((k for k, word in enumerate(behind) if word in _CLAUSE_ENDS), len(behind))
        return not _DEAD.isdisjoint(behind[:stop])

    def _opens_only(self, who: Who) -> bool:
        """Tell whether a lone word may owe its capital to its sentence alone: "Shops were open"."""
        view = self.view
        first, last = who.group
        if last - first != 1 or first in view.named or view.words[first] in view.given:
            return False
        begin, _ = view.sentence(first)
        return all(view.bits[k] & POINT for k in range(begin, first))

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
                    return Who(
                        (first, last),
                        words,
                        words,
                        kind_of(self.view, (words,)),
                        "body",
                        "",
                        True,
                        (0, 0),
                        words,
                    )
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
        if head in word_group("generic") and last - first == 2:
            bodies = [who for at, who in reversed(self.rows[-60:]) if at < first and who.sort == "body"]
            aid = [who for who in bodies if who.kind in ("ngo", "un")] if head in word_group("aid") else []
            return next(iter(aid or bodies), None)
        for at, who in reversed(self.rows[-60:]):
            if at >= first:
                continue
            a, b = who.words
            c, d = who.other
            plain = low[c] in ("who", "which", "whose") or view.bits[c] & (ED | ING | PREP)
            scope = {*low[a:b], *(() if plain else low[c:d]), *low[who.mention[0] : who.mention[1]]}
            if (
                head in scope
                and (who.words != (first, last))
                and _text(view, who.words) != _text(view, (first, last))
            ):
                return who
        if head in word_group("documents") and low[first] in ("the", "this"):
            # "a report ... the 120-page document"
            return next(
                (who for at, who in reversed(self.rows[-60:]) if at < first and who.kind == "document"), None
            )
        return None


def _text(view: View, words: tuple[int, int]) -> str:
    return " ".join(w for w in view.low[words[0] : words[1]] if w not in ("the", "a", "an"))
