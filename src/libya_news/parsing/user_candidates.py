"""What the patterns of a user find, as candidates beside those of the package's own grammar."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from libya_news.english.casualty_words import RANK
from libya_news.model.finding import Finding
from libya_news.model.span import Mention
from libya_news.parsing.candidates import Candidate
from libya_news.parsing.counts import Quantity, read_quantity
from libya_news.rules.user_rules import find_matches

if TYPE_CHECKING:
    from libya_news.english.user_words import UserRules
    from libya_news.parsing.reader import Reader
    from libya_news.rules.user_rules import Offsets, UserMatch

#: A pattern of the user's reached the limit of time and was left out of the record.
STOPPED = "LN901"
#: A match of a pattern of the user's gives no number that could be read.
NO_NUMBER = "LN902"


def add_user_matches(
    reader: Reader, candidates: list[Candidate], rules: UserRules
) -> tuple[list[Candidate], tuple[Finding, ...]]:
    """Return the candidates in text order, with those of a user's patterns, and what went wrong with these.

    What the package read of the same words and harm stays as it is.

    Args:
        reader: The reader of the article.
        candidates: What the package's own grammar read, in text order.
        rules: The user's rules.
    """
    text = reader.document.article.text
    matches, stopped = find_matches(rules.patterns, text, rules.seconds)
    findings = [
        Finding(
            code=STOPPED,
            severity="warning",
            message=f"The pattern {rule.id} was stopped after {rules.seconds:g} s and gives nothing here.",
        )
        for rule in stopped
    ]
    seen = {(c.group, c.harm) for c in candidates}
    out = list(candidates)
    for match in matches:
        candidate = _candidate(reader, match)
        if candidate is None:
            start, end = match.count or match.who or match.harm
            findings.append(
                Finding(
                    code=NO_NUMBER,
                    severity="info",
                    message=f"No number could be read from the words that {match.rule.id} found.",
                    evidence=(Mention.of(text, start, end),),
                )
            )
        elif (candidate.group, candidate.harm) not in seen:
            seen.add((candidate.group, candidate.harm))
            out.append(candidate)
    out.sort(key=lambda c: c.group)
    return out, tuple(findings)


def _candidate(reader: Reader, match: UserMatch) -> Candidate | None:
    counted = match.count or match.who
    units = _units(reader, counted) if counted is not None else None
    if units is None:
        return None
    groups = reader.groups
    g = bisect_right(groups.first, units[0]) - 1
    stated = read_quantity(reader.units, *units) if match.count is not None else None
    whole = reader.quantity_of(g) if groups.kinds[g] else None
    unit = "persons"
    if stated is None:
        # "the guard": one person without a number; words of a count that hold none are no count
        if match.count is not None or whole is None:
            return None
        quantity, span, unit = whole
    elif whole is not None and _number(whole[0]) & _number(stated[0]):
        quantity, span, unit = whole  # "at least 12": the words around the number bound it
    else:
        quantity, span = stated[0], reader.units.span(stated[1], stated[2])
    candidate = Candidate(match.rule.id, g, match.rule.harm, quantity, span)
    candidate.harm_span = match.harm
    candidate.unit = unit
    candidate.cause = match.rule.cause
    candidate.cls = reader.class_of(g)
    who = _units(reader, match.who) if match.who is not None else None
    for i in range(*who) if who is not None else ():
        for cls in reader.classes_at(i):
            if RANK[cls] < RANK[candidate.cls]:
                candidate.cls = cls
    if candidate.cls == "unspecified" and match.rule.victims is not None:
        candidate.cls = match.rule.victims
    candidate.sentence = reader.tokens.sentence_of[reader.units.first[groups.first[g]]]
    return candidate


def _units(reader: Reader, span: Offsets) -> tuple[int, int] | None:
    """Return the units that a span of the text touches, half open."""
    units, starts, ends = reader.units, reader.tokens.starts, reader.tokens.ends
    first = bisect_right(units.first, bisect_right(starts, span[0]) - 1) - 1
    last = bisect_right(units.first, bisect_right(starts, span[1] - 1) - 1)
    if first < 0 or last <= first or ends[units.last[first] - 1] <= span[0]:
        return None
    return first, last


def _number(quantity: Quantity) -> set[int]:
    """Return the numbers that the words of a quantity may have named."""
    low, high = quantity.low, quantity.high
    lowest = () if low is None else (low, low - 1)
    highest = () if high is None else (high, high + 1)
    return {*lowest, *highest}
