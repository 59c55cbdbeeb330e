"""From cues to claims: speakers, contents, and quotations that go on without a cue."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from libya_news.parsing.claims_content import clause_start, interrupted, left_content, right_content
from libya_news.parsing.claims_floating import floating_quotes
from libya_news.parsing.claims_found import Found
from libya_news.parsing.claims_frames import Cue
from libya_news.parsing.claims_people import Who, describe
from libya_news.parsing.claims_phrases import PhraseCue, headline_source
from libya_news.parsing.claims_right import Right, interviewer, speaking
from libya_news.parsing.claims_spans import Content, sentences_of, tidy
from libya_news.parsing.claims_speaking import Speaking
from libya_news.parsing.claims_text import (
    ALSO,
    COMMA,
    DASH,
    END,
    NAME,
    QUOTE,
    SEMI,
    STOP,
    TIME,
    VERBAL,
    View,
)
from libya_news.parsing.speaker_groups import aside_after

if TYPE_CHECKING:
    from libya_news.parsing.quotes import Quote


_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them"))
_SOURCES = 4  # sources that stand inside one another


class ClaimReader(Speaking):
    """Turns the cues of one article into claims, in order."""

    def __init__(self, view: View, cues: list[Cue | PhraseCue]) -> None:
        super().__init__(view)
        self.cues = cues
        self.used: set[int] = set()  # opening tokens of quotations that a cue has taken
        self.sentence: int = -1
        self.floor: int = 0
        self.speaking: bool = "speaking" in view.low
        self.waiting: tuple[int, PhraseCue, Who] | None = None  # a source cited before its verb
        self.inner: int = 0

    def read(self) -> list[Found]:
        """Return the claims in the order of their cues."""
        view = self.view
        self._headline()
        for k, cue in enumerate(self.cues):
            number = view.tokens.sentence_of[cue.first]
            if number != self.sentence:
                self.sentence, self.last_who = number, None
                self.floor = view.sentence(cue.first)[0]
            ceiling = self._ceiling(k, number)
            if isinstance(cue, PhraseCue):
                self._phrase(cue, ceiling)
            else:
                self._verb(cue, ceiling)
        self.out.extend(floating_quotes(self, self.used))
        return _unique(view, self.out)

    def _ceiling(self, k: int, number: int) -> int:
        """Return the token at which the clause of the next cue of the sentence begins."""
        view = self.view
        if k + 1 >= len(self.cues):
            return view.n
        nxt = self.cues[k + 1]
        if view.tokens.sentence_of[nxt.first] != number:
            return view.n
        if isinstance(nxt, PhraseCue):
            cue = self.cues[k]
            skipped = isinstance(cue, Cue) and cue.right.first > nxt.first  # "said, citing records, that"
            return nxt.first if nxt.side == "cited" and not skipped else view.n
        before = nxt.subject.before
        if before < 0 or nxt.subject.kind == "who":
            return view.n
        here = self.cues[k]
        if isinstance(here, Cue) and here.right.kind == "that" and here.right.first < before:
            if not any(
                view.bits[x] & VERBAL and not view.bits[x] & NAME for x in range(here.right.first, before)
            ):
                return view.n  # "said that, after the raid, he had counted nine bodies"
        if nxt.side in ("left", "both"):
            return before if before > self.cues[k].first else view.n
        if nxt.side == "right" or nxt.side == "back":
            flags = view.bits[before]
            if flags & (ALSO | SEMI | DASH) and view.low[before] in (
                "and",
                "but",
                "then",
                ";",
                "while",
                "yet",
            ):
                return before
            if flags & COMMA:
                return before
            if nxt.subject.kind == "same":
                return before
            if nxt.side == "back":
                return max(before - 1, 0)
            if view.low[before] in ("while", "as", "but"):
                return before
        return view.n

    def _verb(self, cue: Cue, ceiling: int) -> None:
        view = self.view
        who = self.speaker(cue)
        if who is None:
            return
        content: Content | None = None
        if cue.side == "right":
            content = right_content(view, cue, ceiling)
            if (
                content is not None
                and cue.sense.mode == "denial"
                and content.last - content.first == 1
                and view.low[content.first] == "it"
                and self.out
            ):
                content = self.out[-1].content
        elif cue.side == "back":
            content = self._told_before()
            if content is None:
                account = cue.subject.before
                start = clause_start(view, account)
                end = account - 1
                while end > start and not view.bits[end] & (COMMA | DASH):
                    end -= 1
                content = Content(((start, end),), "indirect") if end > start else None
        else:
            content = left_content(view, cue, self.floor)
            if content is not None and cue.side == "both":
                content = interrupted(view, cue, content, ceiling)
        if content is None:
            return
        before = (
            self.out[-1].right
            if cue.subject.kind == "same" and self.out and self.last_who is not None
            else None
        )
        right = cue.right
        if before is not None and right.said_on < 0 <= before.said_on:
            right = right._replace(said_on=before.said_on)
        if right.said_on < 0 and cue.subject.kind in ("noun", "pronoun"):
            token = self._said_on(cue, content)
            if token >= 0:
                right = right._replace(said_on=token)
        if self.speaking and (right.said_in == (0, 0) or right.said_on < 0):
            place, day = speaking(view, clause_start(view, cue.first), cue.first)
            right = right._replace(
                said_in=place if right.said_in == (0, 0) else right.said_in,
                said_on=day if right.said_on < 0 else right.said_on,
            )
        if right.via == (0, 0) and cue.side == "right" and view.any(content.last, content.last + 1, COMMA):
            via = interviewer(view, content.last + 1, view.sentence(content.last)[1])
            if via != (0, 0):
                right = right._replace(via=via)
        chain = self.quoting()
        self._add((cue.first, cue.last), who, content, cue.sense.mode, cue.sense.stance, right, chain)
        if self.waiting is not None and self.waiting[0] == self.sentence:
            _, cited, source = self.waiting
            self.waiting = None
            if cited.first < cue.first:
                self._cited(cited, source, who)
        if cue.side in ("left", "both"):
            self.floor = max(self.floor, cue.right.first if cue.side == "left" else cue.last)
        elif cue.side == "right" and content.first > cue.first:
            self.inner = max(self.inner, content.first)
        self.last_who = who

    def _told_before(self) -> Content | None:
        """Return what the claim before in the sentence says; of "are said by X to have been shot" the deed alone."""
        view = self.view
        told = self.out[-1] if self.out else None
        if told is None or view.tokens.sentence_of[told.content.first] != self.sentence:
            return None
        if told.cue is not None and told.content.first < told.cue[0] < told.content.last:
            for k in range(told.cue[1], told.content.last - 1):
                if view.low[k] == "to":
                    return Content(((k + 1, told.content.last),), "indirect")
        return told.content

    def _said_on(self, cue: Cue, content: Content) -> int:
        """Return the token of a day told of the saying: "on Saturday reported", "On Friday the army said"."""
        view = self.view
        for k in range(cue.subject.last, cue.first):
            if view.bits[k] & TIME:
                return k
        if cue.side == "right":
            start = clause_start(view, cue.first)
            for k in range(max(start, cue.subject.first - 5), cue.subject.first):
                if view.bits[k] & TIME and not view.any(start, k, VERBAL):
                    return k
            if cue.sense.frame in ("as", "name", "on"):
                last = view.sentence(content.last - 1)[1]
                for k in range(content.last, min(last, content.last + 8)):
                    if view.bits[k] & (COMMA | VERBAL):
                        break
                    if view.bits[k] & TIME:
                        return k
            if cue.sense.mode == "appeal":
                for k in range(content.first, min(content.last, content.first + 9)):
                    if view.low[k] == "to":
                        break
                    if view.bits[k] & TIME:
                        return k
        return -1

    def _add(
        self,
        cue: tuple[int, int] | None,
        who: Who,
        content: Content,
        mode: str,
        stance: str,
        right: Right | None,
        chain: tuple[Who, ...] = (),
    ) -> None:
        quote = content.quote
        if not chain:
            chain = self._chain(content, cue)
        if quote is not None and content.mode == "direct" and len(content.pieces) == 1:
            rows = self._sentences(quote, content)
            self.used.add(quote.first)
            if rows:
                content = Content((rows[0],), "direct", quote)
                self.out.append(Found(cue, who, content, mode, stance, right, chain))
                first = len(self.out) - 1
                for row in rows[1:]:
                    self.out.append(
                        Found(None, who, Content((row,), "direct", quote), mode, stance, right, chain, first)
                    )
                self.past.add(cue[0] if cue else content.first, who)
                return
        if quote is not None:
            self.used.add(quote.first)
            self.used.update(first for first, _ in content.pieces)
        self.out.append(Found(cue, who, content, mode, stance, right, chain))
        self.past.add(cue[0] if cue else content.first, who)

    def _sentences(self, quote: Quote, content: Content) -> list[tuple[int, int]]:
        """Return the sentences of a quotation, with the paragraphs before that it goes on from."""
        view = self.view
        rows: list[tuple[int, int]] = []
        chain = [quote]
        if quote.follows:
            k = bisect_left(view.quotes, quote)
            while chain[0].follows and k > 0:
                k -= 1
                if not view.quotes[k].inner and view.quotes[k].first not in self.used:
                    chain.insert(0, view.quotes[k])
                elif not view.quotes[k].inner:
                    break
        for part in chain:
            last = content.last if part is quote else part.last
            rows += [(a, tidy(view, a, b)) for a, b in sentences_of(view, part.first, last)]
            self.used.add(part.first)
        return [row for row in rows if row[1] > row[0]]

    def _chain(self, content: Content, cue: tuple[int, int] | None) -> tuple[Who, ...]:
        """Return the sources inside whose words this claim stands."""
        if cue is None:
            return ()
        for row in reversed(self.out[-4:]):
            if row.cue is not None and row.content.mode != "direct":
                for a, b in row.content.pieces:
                    if a <= cue[0] < b and content.first >= a:
                        return (*row.chain, row.who)[-_SOURCES:]
        return ()

    def _phrase(self, cue: PhraseCue, ceiling: int) -> None:
        view = self.view
        first, last = cue.speaker
        subject = self.pronoun(first) if view.low[first] in _PRONOUNS and last - first == 1 else None
        self.forget_outer()
        who = subject or self.named(first, last, aside_after(view, last))
        chain = self.quoting()
        if cue.side == "cited":
            if not self.out or view.tokens.sentence_of[self.out[-1].content.first] != self.sentence:
                self.waiting = (self.sentence, cue, who)
                return
            self._cited(cue, who, self.out[-1].who)
            return
        a, b = cue.content
        if cue.side == "left":
            a = max(a, self.floor, self.inner if self.inner < cue.first else 0)
            for x in range(cue.first - 1, a, -1):
                if view.bits[x] & SEMI:
                    a = x + 1
                    break
            quote = view.closing.get(b - 1) or view.closing.get(b - 2)
            if quote is not None and (quote.first - 1 <= a or view.bits[quote.first - 2] & END):
                self._add(
                    (cue.first, cue.last),
                    who,
                    Content(((quote.first, tidy(view, quote.first, quote.last)),), "direct", quote),
                    cue.mode,
                    "neutral",
                    None,
                )
                return
        else:
            b = min(b, ceiling) if ceiling > a else b
            b = next((x for x in range(a + 1, b) if view.bits[x] & SEMI), b)
        b = tidy(view, a, b)
        if b <= a:
            return
        if cue.outer != (0, 0):
            outer = (
                self.pronoun(cue.outer[0])
                if view.low[cue.outer[0]] in ("he", "she", "it", "they")
                else describe(view, *cue.outer)
            )
            if outer is not None:
                chain = (outer,)
                if cue.outer[0] < first and cue.side == "right":
                    self._add(
                        cue.outer_cue, outer, Content(((first, b),), "indirect"), "statement", "neutral", None
                    )
        pair = view.opening.get(a)
        if pair is not None and pair.closed and pair.last >= b - 1:
            content = Content(((pair.first, tidy(view, pair.first, pair.last)),), "direct", pair)
        else:
            content = Content(((a, b),), "mixed" if view.any(a, b, QUOTE) else "indirect")
        self._add((cue.first, cue.last), who, content, cue.mode, "neutral", None, chain)
        if cue.side == "left":
            self.floor = max(self.floor, last)
        self.last_who = self.last_who or who

    def _cited(self, cue: PhraseCue, source: Who, outer: Who) -> None:
        """Hand what was read last to the source that its teller cites: the innermost source speaks."""
        told = self.out[-1]
        self.out[-1] = told._replace(who=source, chain=(*told.chain, outer)[-_SOURCES:])
        self.past.add(cue.first, source)

    def _headline(self) -> None:
        view = self.view
        seen = 0
        for first, last in view.tokens.paragraphs:
            if seen >= 2 or last - first > 30 or view.bits[last - 1] & STOP:
                break
            seen += 1
            found = headline_source(view, first, last)
            if found is not None:
                speaker, (a, b), mark = found
                if any(isinstance(c, Cue) and speaker[0] <= c.first < speaker[1] for c in self.cues):
                    continue
                pair = view.opening.get(a)
                mode = "indirect"
                if pair is not None and pair.closed and pair.last >= b - 1:
                    a, b, mode = pair.first, tidy(view, pair.first, pair.last), "direct"
                    self.used.add(pair.first)
                self.out.append(
                    Found(
                        (mark, mark + 1),
                        describe(view, *speaker),
                        Content(((a, b),), mode),
                        "statement",
                        "neutral",
                        None,
                    )
                )


def _unique(view: View, rows: list[Found]) -> list[Found]:
    """Drop a claim that repeats another word for word (a headline printed twice); order the rest."""
    seen: set[tuple[str, str, bool]] = set()
    out: list[Found] = []
    index: dict[int, int] = {}
    order = sorted(range(len(rows)), key=lambda k: (rows[k].cue or rows[k].content.pieces[0])[0])
    for k in order:
        row = rows[k]
        if row.content.first > 120:
            index[k] = len(out)
            out.append(row)
            continue
        quote = view.tokens.quote
        key = (
            quote(*row.who.mention),
            quote(row.content.first, row.content.last),
            row.content.first == rows[k].content.first and row.cue is None,
        )
        if key in seen and row.cue is not None:
            continue
        seen.add(key)
        index[k] = len(out)
        out.append(row)
    return [row._replace(follows=index.get(row.follows, -1)) if row.follows >= 0 else row for row in out]
