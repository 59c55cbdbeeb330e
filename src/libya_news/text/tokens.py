"""Tokens, sentences and paragraphs of a text, with their offsets."""

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import add

from libya_news.text.folding import fold

# Abbreviations that keep their dot; none of them ends a sentence when a word follows.
_DOTTED = frozenset(
    "gen lt col maj capt cpt sgt cpl brig cmdr cdr adm pvt dr mr mrs ms prof rev hon pres gov sen rep "
    "amb st mt ft eng "
    "mme mlle jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun vs "
    "approx est "
    "dept govt ca al".split()
)
_MANY = 2_000  # tokens from which a text is long
_NUMBERED = frozenset({"no", "nos", "art", "para", "fig", "c"})

# One token and the blanks behind it: so the pieces add up to the text, and offsets are running sums.
_TOKEN = re.compile(
    r"((?:"
    r"[^\W\d_]{2,}(?:['’ʼ](?!s\b)[^\W\d_]+)*+"  # don't  Qur'an
    r"|(?:[A-Za-z]\.){2,8}"  # U.N.  a.m.
    r"|[^\W\d_](?:['’ʼ](?!s\b)[^\W\d_]+)*+"
    r"|\n\s*+"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})++(?![\w.,:])"  # 12 500 with a fixed blank
    r"|\d+(?:[.,:]\d+)*+(?:st|nd|rd|th|s|bn|km|mm|kg)?(?!\w)"  # 1,200  3.5  14:30  17th  1990s
    r"|\d+(?:[.,:]\d+)*+"
    r"|['’]s\b"
    r"|\.{2,}"
    r"|_+|\S"
    r")[^\S\n]*+)"
)

_ENDS = frozenset({".", "!", "?", "…", "...", ".."})
_CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "''"})
# A line that ends in one of these goes on in the next one: the break was made by a typesetter or a mail program.
_UNFINISHED = frozenset(
    "a an the of to in on at by for from with and or but than least most about around some nearly almost over under "
    "between were was is are been be had has have that who which no not up as more fewer less many said".split()
)
# A dotted abbreviation ends the sentence when one of these, printed with a capital, comes next.
_STARTERS = frozenset(
    "The A An He She It They We I In On At But And His Her Its Their This That These Those There Two "
    "Three Four Five "
    "Six Seven Eight Nine Ten One No Some Several Many Most After Before When While If As For From According "
    "Fighting Local Medics Witnesses Earlier Later Meanwhile However Hospital Residents".split()
)


class Tokens:
    r"""The tokens of one text, as parallel lists.

    `words` holds the tokens as printed and `low` in lower case with straight apostrophes; `starts` and `ends` are
    half-open offsets in code points of `text`. A run of line breaks is one token `"\n"`; a hyphen is a token of its
    own; a full stop that ends a sentence is a token, the dot of an abbreviation is not.

    >>> Tokens("Gen. Saleh lost forty-four men.").words
    ['Gen.', 'Saleh', 'lost', 'forty', '-', 'four', 'men', '.']
    """

    __slots__ = ("__dict__", "text", "words", "low", "starts")

    def __init__(self, text: str) -> None:
        folded = fold(text)
        plain = text if folded is None else folded[0]
        lead = len(plain) - len(plain.lstrip(" \t\r\f\v\xa0"))
        pieces = _TOKEN.findall(plain, lead)
        starts = list(accumulate(map(len, pieces), initial=lead))
        starts.pop()
        words = [piece.rstrip() or "\n" for piece in pieces]
        if "\n" in plain:
            words, starts = _join_lines(words, starts, pieces)
        if "." in plain:
            words, starts = _join_dots(words, starts, plain)
        if folded is not None:
            self.__dict__["ends"] = [
                folded[2][start + len(word) - 1] for start, word in zip(starts, words, strict=True)
            ]
            starts = [folded[1][start] for start in starts]
        if (
            len(words) > _MANY
        ):  # one object for all printings of a word: a tenth of the peak memory of a long text
            kept: dict[str, str] = {}
            words = list(map(kept.setdefault, words, words))
        self.text: str = text
        self.words: list[str] = words
        self.starts: list[int] = starts
        low = "\0".join(words).lower()
        if "\u2019" in low:
            low = low.replace("\u2019", "'")
        self.low: list[str] = low.split("\0") if words else []
        if len(self.low) != len(words):  # the text holds the separator itself
            self.low = [word.lower().replace("\u2019", "'") for word in words]
        if len(words) > _MANY:
            self.low = list(map(kept.setdefault, self.low, self.low))

    @cached_property
    def ends(self) -> list[int]:
        """The offset after each token."""
        return list(map(add, self.starts, map(len, self.words)))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges of the sentences, in order; line breaks belong to none."""
        words, out, first, n = self.words, [], 0, len(self.words)
        for i, word in enumerate(words):
            if word == "\n":
                if i > first:
                    out.append((first, i))
                first = i + 1
                continue
            if word in _ENDS:
                if i < first:
                    continue
                j = i + 1
                while j < n and (words[j] in _CLOSERS or words[j] in _ENDS):
                    if self.starts[j] > self.ends[j - 1] and not _closes(words, j):
                        break
                    j += 1
                if j < n and words[j] != "\n" and words[j][0].islower() and word != ".":
                    continue  # "Why?" he asked. "Allah!" they cried.
                out.append((first, j))
                first = j
            elif word[-1] == "." and len(word) > 3 and "." in word[:-1]:
                if i + 1 < n and words[i + 1] in _STARTERS:
                    out.append((first, i + 1))
                    first = i + 1
        if first < n:
            out.append((first, n))
        return [s for s in out if s[1] > s[0]]

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence of each token (a line break counts to the sentence before it)."""
        out: list[int] = []
        for number, (_, last) in enumerate(self.sentences):
            out.extend([number] * (last - len(out)))
        last_number = max(len(self.sentences) - 1, 0)
        out.extend([last_number] * (len(self.words) - len(out)))
        return out

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Token ranges between line breaks, in order."""
        out, first = [], 0
        for i, word in enumerate(self.words):
            if word == "\n":
                if i > first:
                    out.append((first, i))
                first = i + 1
        if first < len(self.words):
            out.append((first, len(self.words)))
        return out

    @cached_property
    def paragraph_of(self) -> list[int]:
        """The number of the paragraph of each token."""
        out: list[int] = []
        for number, (_, last) in enumerate(self.paragraphs):
            out.extend([number] * (last - len(out)))
        out.extend([max(len(self.paragraphs) - 1, 0)] * (len(self.words) - len(out)))
        return out

    def token_at(self, offset: int) -> int:
        """Return the index of the last token that starts at or before the code point `offset` (0 if none does)."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the tokens `first` up to, not including, `last`."""
        return self.starts[first], self.ends[last - 1]

    def quote(self, first: int, last: int) -> str:
        """Return the words of the tokens `first` up to, not including, `last`, as printed."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _join_lines(words: list[str], starts: list[int], pieces: list[str]) -> tuple[list[str], list[int]]:
    """Drop single line breaks inside a clause: "at least" and its number may stand in two lines."""
    inside = {
        i
        for i, word in enumerate(words)
        if word == "\n"
        and 0 < i < len(words) - 1
        and pieces[i].count("\n") == 1
        and words[i - 1][-1] not in ".!?:;…"
        and (
            (words[i + 1][0].islower() and words[i + 1] != "by")
            or (words[i - 1].lower() in _UNFINISHED and words[i + 1][0].isalnum())
        )
    }
    if not inside:
        return words, starts
    kept = [i for i in range(len(words)) if i not in inside]
    return [words[i] for i in kept], [starts[i] for i in kept]


def _join_dots(words: list[str], starts: list[int], text: str) -> tuple[list[str], list[int]]:
    """Join abbreviations and initials with their dots: "Gen" and its full stop are one token."""
    joins: list[tuple[int, int]] = []
    n = len(words)
    i = 0
    while True:
        try:
            i = words.index(".", max(i, 1))
        except ValueError:
            break
        previous = words[i - 1]
        end = i + 1
        if starts[i] == starts[i - 1] + len(previous) and end < n:
            if len(previous) == 1 and previous.isupper():
                if words[end][0].isupper():  # J. Stevens
                    joins.append((i - 1, end))
            else:
                low = previous.lower()
                follows = words[end]
                if (low in _DOTTED and (follows[0].isalnum() or follows[0] in '"“')) or (
                    low in _NUMBERED and follows[0].isdigit()
                ):
                    joins.append((i - 1, end))
        i = end
    if not joins:
        return words, starts
    out_words: list[str] = []
    out_starts: list[int] = []
    at = 0
    for first, last in joins:
        out_words += words[at:first]
        out_starts += starts[at:first]
        out_words.append(text[starts[first] : starts[last - 1] + 1])
        out_starts.append(starts[first])
        at = last
    return out_words + words[at:], out_starts + starts[at:]


def _closes(words: list[str], j: int) -> bool:
    """Tell whether the mark at `j`, set off by a space, still closes (rather than opens) a quotation."""
    return j + 1 >= len(words) or words[j + 1] == "\n"


def tokenize(text: str) -> Tokens:
    """Return the tokens of `text`; any string is allowed, also the empty one."""
    return Tokens(text)


@lru_cache(maxsize=2)  # what is printed asks for the sentences of one story again and again
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of `text` begins and ends, in code points."""
    tokens = tokenize(text)
    return tuple(tokens.span(first, last) for first, last in tokens.sentences)
