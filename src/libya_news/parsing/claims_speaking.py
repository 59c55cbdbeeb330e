"""Who speaks where the words are a pronoun, a role noun, or nothing at all."""

from __future__ import annotations

from libya_news.english.speech import word_group
from libya_news.parsing.claims_content import clause_start
from libya_news.parsing.claims_found import Found
from libya_news.parsing.claims_frames import Cue
from libya_news.parsing.claims_nested import quoted_by
from libya_news.parsing.claims_past import Past
from libya_news.parsing.claims_people import Who, describe, leading_group
from libya_news.parsing.claims_text import (
    COMMA,
    DASH,
    View,
)
from libya_news.parsing.speakers import subject_before

_ANYBODY = frozenset(("anyone", "anybody", "everyone", "everybody", "someone", "somebody", "those", "nobody"))
_OBJECTS = {"him": "he", "her": "she", "them": "they"}  # "according to him"
_RECENT = 60  # claims that are looked back over


class Speaking:
    """Finds the speaker of a cue, with the claims read so far to point back to."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.out: list[Found] = []
        self.past: Past = Past(view)
        self.last_who: Who | None = None
        self.outer: Who | None = None  # who quotes the speaker found last

    def forget_outer(self) -> None:
        """Begin with a new speaker, whom nobody is known to quote."""
        self.outer = None

    def speaker(self, cue: Cue) -> Who | None:
        """Return the speaker of a cue, or None where nothing tells it."""
        view = self.view
        subject = cue.subject
        self.forget_outer()
        if subject.kind == "noun":
            return self.named(subject.first, subject.last, subject.other)
        if subject.kind == "pronoun":
            return self.pronoun(subject.first)
        if subject.kind == "who":
            return self._antecedent(subject.first)
        if self.last_who is not None:
            return self.last_who
        first, _ = view.sentence(cue.first)
        group = leading_group(view, clause_start(view, cue.first), cue.group)
        if group is not None:
            return self.known(describe(view, group.first, group.last, group.other))
        start = clause_start(view, cue.first)
        if first <= start < cue.first and view.low[start] in ("he", "she", "it", "they"):
            return self.pronoun(start)
        return None

    def named(self, first: int, last: int, other: tuple[int, int]) -> Who:
        """Return the speaker of a noun group, and note who quotes it ("a medic, quoted by Lana")."""
        last, other, outer = quoted_by(self.view, first, last, other)
        self.outer = describe(self.view, *outer) if outer != (0, 0) else None
        return self.known(describe(self.view, first, last, other))

    def quoting(self) -> tuple[Who, ...]:
        """Return who quotes the speaker found last, as the chain of a claim."""
        return () if self.outer is None else (self.outer,)

    def pronoun(self, i: int) -> Who | None:
        """Return whom the pronoun at token `i` means; itself, unresolved, where nobody fits."""
        word = self.view.low[i]
        word = _OBJECTS.get(word, word)
        found = self.past.pronoun(i, word)
        if word in ("i", "we", "you"):
            return None
        if found is None:
            sort = {"he": "person", "she": "person", "it": "body", "they": "people"}.get(word, "unknown")
            return Who((i, i + 1), (i, i + 1), (0, 0), "unknown", sort, "", False)
        sex = {"he": "male", "she": "female"}.get(word, found.sex)
        return found._replace(mention=(i, i + 1), sex=sex)

    def _antecedent(self, i: int) -> Who | None:
        view = self.view
        j = i - 1
        if j > 0 and view.bits[j] & (COMMA | DASH):
            j -= 1
        subject = subject_before(view, j + 1)
        if subject.kind != "noun" or view.low[subject.last - 1] in _ANYBODY:
            return None
        who = self.known(describe(view, subject.first, subject.last, subject.other))
        return who._replace(mention=(i, i + 1))

    def _reveal(self, who: Who) -> None:
        """Name the earlier mentions of "an elder" once the text names him ("the elder, Barka Sougui")."""
        view = self.view
        first, last = who.group
        if view.low[first] != "the" or last - first > 4:
            return
        head = view.low[last - 1]
        for k, row in list(enumerate(self.out))[-_RECENT:]:
            old = row.who
            if (
                old.name == (0, 0)
                and old.sort == "person"
                and view.low[old.words[0]] in ("a", "an", "one")
                and old.words[1] - old.words[0] < 6
                and view.low[old.words[1] - 1] == head
            ):
                self.out[k] = row._replace(who=old._replace(words=who.words, name=who.name))

    def known(self, who: Who) -> Who:
        """Take kind and words from an earlier mention where this one is a bare role noun or surname."""
        view = self.view
        first, last = who.mention
        if who.name != (0, 0) and who.name[0] >= who.group[1]:
            self._reveal(who)
        if (
            who.name == (0, 0)
            and view.low[first] in ("the", "this", "that")
            and (last - first <= 4 or (last - first <= 6 and view.low[last - 1] in word_group("documents")))
        ):
            found = self.past.role(first, last)
            if found is not None:
                return found._replace(mention=who.mention)
        if who.kind == "unknown" and who.name != (0, 0):
            surname = view.low[who.name[1] - 1]
            for _, row in reversed(self.past.rows[-_RECENT:]):
                if row.name != (0, 0) and view.low[row.name[1] - 1] == surname:
                    return who._replace(kind=row.kind, sex=row.sex or who.sex, sort=row.sort)
        return who
