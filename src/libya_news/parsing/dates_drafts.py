"""Phrases joined to dates: a part of the day with its day, two ends of a range, a preposition."""

from __future__ import annotations

from functools import cache

from libya_news.english.dates.grammar import Match
from libya_news.english.dates.lexicon import lexicon
from libya_news.english.dates.phrases import Phrase

DAYLIKE = frozenset(
    {"calendar", "numeric", "nth", "weekday", "weekday_week", "offset", "same", "shift", "feast"}
)
_NINE_ELEVEN = (9, 11)
_WHOLE = ("week", "ending")  # these make a stretch of a day, and name no part of it
_RANGEABLE = frozenset({"calendar", "numeric", "weekday", "offset", "month_ref", "unit", "season"})


class Draft:
    """A date mention before it is resolved.

    Attributes:
        first: Number of the first token, prepositions included.
        last: Number of the token after the last.
        core: Number of the first token of the phrase itself.
        phrase: What the words say.
        rule: The id of the rule that read them.
        mods: Words that narrow it (`early`, `half1`).
        part: Whether a part of the day is named beside it.
        night: Whether it is the night that begins on it; `into` the night that ends on it.
        to: The phrase of the other end of a range, with its own `to_mods`.
        then: The weekday joined to this one by "and" ("on Saturday night and Sunday morning").
        lead: `since`, `until`, `by`, `before`, `after`, or empty.
    """

    __slots__ = (
        "core", "first", "into", "last", "lead", "mods", "night", "part", "phrase", "rule", "then", "to",
        "to_mods",
    )  # fmt: skip

    def __init__(self, match: Match) -> None:
        self.first: int = match.first
        self.core: int = match.first
        self.last: int = match.last
        self.phrase: Phrase = match.phrase
        self.rule: str = match.rule
        self.mods: tuple[str, ...] = ()
        self.part: bool = match.phrase.part
        self.night: bool = False
        self.into: bool = False
        self.to: Phrase | None = None
        self.to_mods: tuple[str, ...] = ()
        self.then: Phrase | None = None
        self.lead: str = ""


class _Patterns:
    """The small patterns over tag strings by which neighbours are joined."""

    def __init__(self) -> None:
        compiled = lexicon().alphabet.compile
        self.glue = compiled("[ON|OF|THE|IN|FROM|INTO|TO]{0,2}")
        self.glue_behind = compiled("[COMMA|IN|ON]?")
        self.range = compiled("(?P<to>[TO|UNTIL|THROUGH|HYPHEN]) | (?P<and>AND)")
        self.between = compiled("BETWEEN THE?$")
        self.from_ = compiled("FROM THE?$")
        self.lead = compiled(
            "(?: (?P<since>SINCE) | (?P<until>UNTIL) | (?P<by>BY) | (?P<before>BEFORE) | (?P<after>AFTER)"
            " | [ON|IN|AT|FROM|BETWEEN|DURING|OVER|FOR|AROUND] ) THE?$"
        )
        self.own = compiled(
            "(?P<since>SINCE) | (?P<until>UNTIL) | [ON|IN|AT|FROM|BY|BEFORE|AFTER|DURING|OVER|WITHIN]"
        )
        self.ordinal = compiled("[ORDDAY|ORDINAL]")
        self.licence = compiled(
            "(?: [IN|SINCE|BY|UNTIL|FROM|BETWEEN|DURING|OVER|BEFORE|AFTER|OF|FOR|ON] THE? | (?<=AS .) AS )$"
        )
        self.licence_year = compiled(
            "(?: [IN|SINCE|BY|UNTIL|FROM|BETWEEN|DURING|OVER|BEFORE|AFTER|OF] | (?<=AS .) AS )$"
        )
        self.licence_the = compiled("[SINCE|DURING|BEFORE|AFTER] THE$")
        self.list = compiled("[AND|COMMA]$")
        self.joint = compiled("(?: AND | COMMA AND? ) ON?")
        self.name = compiled("NAMEHEAD")
        self.nine_eleven = compiled("NINEELEVEN")
        self.past = compiled("PASTVERB")
        self.furniture = compiled("UPDATED [AT|ON]?$")
        self.poss = compiled("POSS")


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def draft_dates(matches: list[Match], code: str) -> list[Draft]:
    """Return the dates that the phrases of an article make together, in order."""
    patterns = _patterns()
    drafts = _ranged(_attached(matches, code, patterns), code, patterns)
    _lend_years(drafts, code, patterns)
    out: list[Draft] = []
    for draft in drafts:
        if _is_date(draft, out[-1] if out else None, code, patterns):
            _lead(draft, out[-1].last if out else 0, code, patterns)
            out.append(draft)
    return out


def _attached(matches: list[Match], code: str, patterns: _Patterns) -> list[Draft]:
    """Attach times of the day and narrowing words to the phrase beside them."""
    out: list[Draft] = []
    pending: list[Match] = []
    for number, match in enumerate(matches):
        kind = match.phrase.kind
        if pending and not patterns.glue.fullmatch(code, pending[-1].last, match.first):
            out.extend(_left_alone(pending))
            pending = []
        if kind in {"mod", "time", "overnight"}:
            last = out[-1] if out and not pending else None
            if (
                kind == "time"
                and last is not None
                and last.phrase.kind in DAYLIKE
                and (last.phrase.kind != "calendar" or last.phrase.day)
                and patterns.glue_behind.fullmatch(code, last.last, match.first)
                and not _opens(matches, number, code, patterns)
            ):
                last.last = match.last
                last.part = True
                continue
            pending.append(match)
            continue
        draft = Draft(match)
        if pending:
            _attach(draft, pending, out)
            pending = []
        out.append(draft)
    out.extend(_left_alone(pending))
    return out


def _opens(matches: list[Match], number: int, code: str, patterns: _Patterns) -> bool:
    """Tell whether the time at `number` belongs to a day behind it ("before dawn on Saturday")."""
    if number + 1 == len(matches):
        return False
    here, following = matches[number], matches[number + 1]
    daylike = following.phrase.kind in DAYLIKE
    return daylike and bool(patterns.glue.fullmatch(code, here.last, following.first))


def _attach(draft: Draft, pending: list[Match], out: list[Draft]) -> None:
    """Give a phrase the narrowing words and times in front of it."""
    daylike = draft.phrase.kind in DAYLIKE and (draft.phrase.kind != "calendar" or bool(draft.phrase.day))
    if not daylike:  # a time of the day goes with a day only
        apart = max((n + 1 for n, match in enumerate(pending) if match.phrase.kind != "mod"), default=0)
        out.extend(_left_alone(pending[:apart]))
        pending = pending[apart:]
    for match in pending:
        kind = match.phrase.kind
        draft.first = min(draft.first, match.first)
        if kind == "mod":
            if daylike and draft.phrase.kind != "feast" and not match.phrase.which.startswith(_WHOLE):
                draft.part = True
            else:
                draft.mods = (*draft.mods, match.phrase.which)
        elif kind == "overnight":
            draft.night, draft.into = match.phrase.which != "into", match.phrase.which == "into"
        else:
            draft.part = True
            draft.night = match.phrase.unit == "night" and draft.phrase.kind in {"calendar", "numeric"}


def _left_alone(pending: list[Match]) -> list[Draft]:
    return [Draft(match) for match in pending if match.phrase.kind != "mod" and match.phrase.alone]


def _ranged(drafts: list[Draft], code: str, patterns: _Patterns) -> list[Draft]:
    """Join the two ends of a range: from Monday to Friday, between May and July."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if last is not None and last.to is None and _is_range(last, draft, code, patterns):
            last.to, last.to_mods = draft.phrase, draft.mods
            last.last = draft.last
            last.night = last.into = False
            continue
        weekdays = last is not None and last.phrase.kind == draft.phrase.kind == "weekday"
        if last is not None and weekdays and patterns.range.fullmatch(code, last.last, draft.first):
            last.then = draft.phrase
        out.append(draft)
    return out


def _lend_years(drafts: list[Draft], code: str, patterns: _Patterns) -> None:
    """Give the year that stands last to those it is joined to: "in March and April 2014"."""
    for n in range(len(drafts) - 1, 0, -1):
        left, right = drafts[n - 1].phrase, drafts[n].phrase
        if right.kind != "calendar" or right.year is None or left.kind != "calendar" or left.year is not None:
            continue
        if left.which or not left.month or _grain(left) != _grain(right) or drafts[n - 1].to is not None:
            continue
        if patterns.joint.fullmatch(code, drafts[n - 1].last, drafts[n].first):
            later = (left.month, left.day or 0) > (right.month or 0, right.day or 0)
            drafts[n - 1].phrase = left._replace(year=right.year - later)


def _is_range(left: Draft, right: Draft, code: str, patterns: _Patterns) -> bool:
    if left.phrase.kind not in _RANGEABLE or right.phrase.kind not in _RANGEABLE:
        return False
    gap = patterns.range.match(code, left.last, right.first) if right.first > left.last else None
    if gap is None or not patterns.glue.fullmatch(code, gap.end(), right.first):
        return False
    begin = max(left.first - 2, 0)
    if gap.lastgroup == "and":
        if patterns.between.search(code, begin, left.first):
            return True
        days = left.phrase.day is not None and right.phrase.day is not None
        return days and left.phrase.year is None and right.phrase.year is not None
    if patterns.from_.search(code, begin, left.first) or left.night:
        return True
    same = left.phrase.kind == right.phrase.kind
    return same and _grain(left.phrase) == _grain(right.phrase) and gap.end() == right.first


def _grain(phrase: Phrase) -> str:
    if phrase.kind != "calendar":
        return "day"
    return "day" if phrase.day else "month" if phrase.month else "year"


def _is_date(draft: Draft, last: Draft | None, code: str, patterns: _Patterns) -> bool:
    """Tell whether the words are a date where they stand, or a name, a count, a verb."""
    phrase, first = draft.phrase, draft.first
    if phrase.kind == "nothing":
        return False
    if phrase.kind == "time":
        return not patterns.furniture.search(code, max(first - 2, 0), first)
    if phrase.kind == "calendar" and phrase.month and phrase.day and phrase.year is None and not draft.to:
        if (phrase.month, phrase.day) == _NINE_ELEVEN and patterns.nine_eleven.match(code, draft.last):
            return False
        return not patterns.name.match(code, draft.last)
    if phrase.kind == "the":
        return bool(draft.mods)
    if phrase.alone or draft.mods:
        return True
    begin = max(first - 2, 0)
    if phrase.kind == "feast":
        licensed = patterns.licence_the.search(code, begin, first)
        return bool(licensed) and not patterns.past.match(code, draft.last)
    if phrase.kind == "calendar" and phrase.month is None:
        if patterns.licence_year.search(code, begin, first) or draft.to is not None:
            return True
    elif patterns.licence.search(code, begin, first):
        return True
    listed = last is not None and last.last == first - 1 and patterns.list.search(code, begin, first)
    return bool(listed) and last is not None and _grain(last.phrase) == _grain(phrase)


def _lead(draft: Draft, floor: int, code: str, patterns: _Patterns) -> None:
    """Take the preposition in front into the mention, and remember what it says."""
    own = patterns.own.match(code, draft.first) if draft.first < draft.core else None
    if own is not None:
        draft.lead = own.lastgroup or ""
        return
    match = patterns.lead.search(code, max(draft.first - 2, floor), draft.first)
    if match is None:
        return
    if (
        match.end() - match.start() == 2
        and draft.first == draft.core
        and draft.phrase.kind in {"calendar", "weekday"}
        and not patterns.ordinal.match(code, draft.core)
    ):
        return  # "since the 2011 war", "after the 6 April offensive": the preposition belongs to the noun
    if match.lastgroup is None and draft.first == draft.core and patterns.poss.match(code, draft.last):
        return  # "in Tuesday's shelling": the preposition belongs to the shelling
    draft.first = match.start()
    draft.lead = match.lastgroup or ""
