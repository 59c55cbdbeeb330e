"""The view of one article that the grammar of claims works on: a word of bits for each token."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from libya_news.parsing.claims_words import BIT, ClaimWords, claim_words
from libya_news.parsing.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libya_news.text.tokens import Tokens

STOP, COMMA, SEMI, COLON, DASH = BIT["STOP"], BIT["COMMA"], BIT["SEMI"], BIT["COLON"], BIT["DASH"]
HYPHEN, LPAR, RPAR, QUOTE, SINGLE = BIT["HYPHEN"], BIT["LPAR"], BIT["RPAR"], BIT["QUOTE"], BIT["SINGLE"]
POSS, DET, OWN, PRON, ME, SELF = BIT["POSS"], BIT["DET"], BIT["OWN"], BIT["PRON"], BIT["ME"], BIT["SELF"]
NUM, OF, PREP, CONJ, ALSO, SUB = BIT["NUM"], BIT["OF"], BIT["PREP"], BIT["CONJ"], BIT["ALSO"], BIT["SUB"]
CUTTER, REL, WHO, THAT = BIT["CUTTER"], BIT["REL"], BIT["WHO"], BIT["THAT"]
BE, HAVE, AUX, MODAL, NEG = BIT["BE"], BIT["HAVE"], BIT["AUX"], BIT["MODAL"], BIT["NEG"]
ADV, TIME, TIMEMOD = BIT["ADV"], BIT["TIME"], BIT["TIMEMOD"]
FINITE, LEAD, ACCOUNT, ANAPHOR = BIT["FINITE"], BIT["LEAD"], BIT["ACCOUNT"], BIT["ANAPHOR"]
CUE, KEY, AMBIG, CAP, ED, ING = BIT["CUE"], BIT["KEY"], BIT["AMBIG"], BIT["CAP"], BIT["ED"], BIT["ING"]
WORD, BREAK, NAME, MEDIUM, TOLD = BIT["WORD"], BIT["BREAK"], BIT["NAME"], BIT["MEDIUM"], BIT["TOLD"]
FIGURE, LIVES, MEDIA = BIT["FIGURE"], BIT["LIVES"], BIT["MEDIA"]

END = STOP | BREAK
MARK = QUOTE | SINGLE
POINT = END | COMMA | SEMI | COLON | DASH | LPAR | RPAR | QUOTE
VERBAL = AUX | FINITE | CUE | ED


class View:
    """Tokens of an article with their bits; known names and dates are laid over the words."""

    __slots__ = (
        "tokens",
        "words",
        "low",
        "bits",
        "tags",
        "n",
        "know",
        "quotes",
        "closing",
        "opening",
        "dated",
        "named",
        "persons",
        "given",
        "opens",
        "dashes",
    )

    def __init__(
        self,
        tokens: Tokens,
        tags: str,
        names: Iterable[tuple[int, int]] = (),
        dates: Iterable[tuple[int, int]] = (),
        persons: Iterable[tuple[int, int]] = (),
        given: frozenset[str] = frozenset(),
        quotes: Sequence[Quote] | None = None,
    ) -> None:
        self.tokens: Tokens = tokens
        self.words: list[str] = tokens.words
        self.low: list[str] = tokens.low
        self.n: int = len(tokens.words)
        self.know: ClaimWords = claim_words()
        self.tags: str = tags
        self.bits: list[int] = list(map(self.know.bits.__getitem__, tags))
        self.dated: dict[int, int] = {}
        self.named: dict[int, int] = {}
        text, starts, ends = tokens.text, tokens.starts, tokens.ends
        if " -" in text or "\n-" in text:
            for match in self.know.hyphens.finditer(tags):
                # A hyphen with blanks beside it is a dash.
                i = match.start()
                if text[starts[i] - 1 : starts[i]] in (" ", "-", "\n", "") and text[
                    ends[i] : ends[i] + 1
                ] in (" ", "-"):
                    self.bits[i] = DASH
        laid = self.bits
        for first, last in names:
            self.named[first] = last
            laid[first:last] = [NAME | CAP | WORD] * (last - first)
        for first, last in dates:
            self.dated[first] = last
            for i in range(first, last):
                self.bits[i] = TIME | self.bits[i] & (PREP | NUM | DET)
        self.persons: dict[int, int] = dict(persons)
        self.given: frozenset[str] = given
        self.quotes: list[Quote] | Sequence[Quote] = find_quotes(tokens) if quotes is None else quotes
        self.closing: dict[int, Quote] = {q.last: q for q in self.quotes if q.closed}
        self.opening: dict[int, Quote] = {q.first - 1: q for q in self.quotes}
        self.opens: list[int] = sorted(self.opening)
        self.dashes: list[int] | None = None

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds token `i`."""
        return self.tokens.sentences[self.tokens.sentence_of[i]]

    def any(self, first: int, last: int, mask: int) -> bool:
        """Tell whether a token in `[first, last)` has one of the tags of `mask`."""
        for flags in self.bits[first:last]:  # noqa: SIM110  (a generator costs twice as much here)
            if flags & mask:
                return True
        return False

    def quoted(self, first: int, last: int) -> bool:
        """Tell whether a quotation opens in `[first, last)`."""
        k = bisect_left(self.opens, first)
        return k < len(self.opens) and self.opens[k] < last

    def quotes_before(self, i: int) -> Iterator[Quote]:
        """Yield the quotations that open before token `i`, the last first."""
        for k in range(bisect_left(self.opens, i) - 1, -1, -1):
            yield self.opening[self.opens[k]]

    def in_quote(self, i: int) -> bool:
        """Tell whether token `i` stands inside a quotation."""
        for quote in self.quotes_before(i):
            if not quote.inner:
                return i < quote.last
        return False

    def dash_before(self, first: int, last: int) -> bool:
        """Tell whether a dash or colon stands in `[first, last)`: without one there is no dateline."""
        if self.dashes is None:
            mask = DASH | COLON
            self.dashes = [i for i, flags in enumerate(self.bits) if flags & mask]
        k = bisect_left(self.dashes, first)
        return k < len(self.dashes) and self.dashes[k] < last

    def date_end(self, i: int) -> int:
        """Return the token after a time adjunct that begins at `i` ("on Sunday"), or `i`."""
        bits, n, j = self.bits, self.n, i
        if j in self.dated:
            return self.dated[j]
        if j < n and bits[j] & PREP and j + 1 in self.dated:
            return self.dated[j + 1]
        low = self.low
        while (
            j < n
            and j - i < 3
            and bits[j] & (TIMEMOD | PREP | DET)
            and low[j] not in ("a", "an")
            and not bits[j] & BREAK
        ):
            j += 1
        if j < n and bits[j] & NUM and j + 1 < n and bits[j + 1] & TIME:
            j += 1
        if j >= n or not bits[j] & TIME or (j == i and bits[j] & AUX):
            return i
        while j < n and bits[j] & (TIME | NUM) and not bits[j] & AUX:
            j += 1
        return j


def encode(tokens: Tokens) -> str:
    """Return one code point a token, by the alphabet of claims."""
    return claim_words().alphabet.encode(tokens.words)
