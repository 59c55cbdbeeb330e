"""Which way the verb beside a date looks: "will meet on Thursday" is to come, "met on Thursday" is past."""

from __future__ import annotations

import re
from functools import cache

from libya_news.english.dates.lexicon import lexicon

_BEFORE = 16  # tokens looked at before the date
_BEHIND = 12


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    compiled = lexicon().alphabet.compile
    return (
        compiled(
            "(?P<future> FUTURE | ISARE TO | SET TO | TAKE .{0,2} DIARY | (?<![THE|A]) PRESENT (?! .{0,6} EVENT) )"
            " | BE PASTVERB"
            " | (?P<past>PASTVERB PRESENT?) | (?P<stop>[STOP|BREAK])"
        ),
        compiled("PLANNED"),
        compiled("HAVE"),
    )


class Tense:
    """The verbs of one article, read from its tag string."""

    __slots__ = ("_code", "_cue", "_have", "_planned")

    def __init__(self, code: str) -> None:
        self._code = code
        self._cue, self._planned, self._have = _patterns()

    def side(self, first: int, last: int) -> str:
        """Return `past` or `future` by the nearest verb before the tokens, else after them, else nothing."""
        before = ""
        for match in self._cue.finditer(self._code, max(first - _BEFORE, 0), first):
            before = match.lastgroup or before
        if before in {"past", "future"}:
            return before
        after = self._cue.search(self._code, last, last + _BEHIND)
        side = after.lastgroup if after else None
        return side if side in {"past", "future"} else ""

    def ahead(self, first: int, last: int) -> bool:
        """Tell whether any verb of the sentence near the tokens looks ahead."""
        seen = False
        for match in self._cue.finditer(self._code, max(first - _BEFORE, 0), first):
            seen = False if match.lastgroup == "stop" else seen or match.lastgroup == "future"
        if seen:
            return True
        for match in self._cue.finditer(self._code, last, last + _BEHIND):
            if match.lastgroup == "stop":
                return False
            if match.lastgroup == "future":
                return True
        return False

    def lasting(self, first: int, last: int) -> bool:
        """Tell whether the sentence says that something still goes on: "has lived" near the tokens."""
        begin = max(first - _BEFORE, 0)
        for match in self._cue.finditer(self._code, begin, first):
            if match.lastgroup == "stop":
                begin = match.end()
        if self._have.search(self._code, begin, first):
            return True
        after = self._cue.search(self._code, last, last + 6)
        return bool(after and after.lastgroup == "past" and self._have.match(self._code, after.start()))

    def is_planned(self, last: int) -> bool:
        """Tell whether the word behind the tokens is something that is planned (a vote, talks)."""
        return bool(self._planned.match(self._code, last))
