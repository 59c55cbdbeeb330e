"""LN305-LN307, LN309: whether statements have a speaker, an end and an answer."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from libya_news.model.record import Record
from libya_news.model.span import Mention
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import word_list

_CURLY = re.compile("\u201c([^\u201c\u201d\n]{1,600})\u201d")
# The newspaper's own words at the end of a paragraph: ", a resident said."; not ", as he said."
_SPEAKER = re.compile(
    r",\s((?:[\w'’.-]+\s){1,12})(?:said|says|told|added|reported|recalled)\b[^\"“”]{0,60}\.?\s*$"
)
_INSIDE = frozenset("as like which that what and but when where who i we you".split())
# Shorter quotations are words that the paper holds at arm's length, not statements.
_STATEMENT_WORDS = 6


@validator("LN305", "denial-not-linked", "info", needs="denies")
def denial_not_linked(record: Record) -> Iterator[Said]:
    """A denial denies something that the story does not tell.

    What it checks:
        Claims that deny and point to no claim.

    Why it matters:
        A denial without the charge can neither be weighed nor joined with the story that made the charge.

    Known problems:
        A charge in the newspaper's own voice, which is no claim.

    Example:
        The army denied that its jets had bombed a clinic in Sirte.

    Instead:
        Residents said army jets had bombed a clinic in Sirte. The army denied that its jets had bombed the
        clinic.
    """
    for claim in record.claims:
        if claim.polarity == "denies" and claim.denies is None:
            who = claim.speaker.description or "a speaker"
            yield f"The denial of {who} answers no statement of this story.", (claim.content,)


@validator("LN306", "orphan-quote", "warning")
def orphan_quote(record: Record) -> Iterator[Said]:
    """Words in quotation marks have no speaker.

    What it checks:
        Direct speech with no speaker, and quotations of six words or more that belong to no statement.

    Why it matters:
        A quotation without a speaker is evidence of nothing.

    Known problems:
        Titles of books, films and operations of six words or more.

    Example:
        Two men died in Sirte. "We carried them to the hospital on foot."

    Instead:
        Two men died in Sirte. "We carried them to the hospital on foot," a resident said.
    """
    for claim in record.claims:
        s = claim.speaker
        if claim.direct and s.actor is None and s.mention is None and not s.description:
            yield "The quotation has no speaker.", (claim.content,)
    quoted = list(_quotations(record.article.text))
    if not quoted:
        return
    taken = sorted((c.content.start, c.content.end) for c in record.claims)
    starts = [start for start, _ in taken]
    ends: list[int] = []
    for _, end in taken:
        ends.append(max(end, ends[-1]) if ends else end)
    for start, words in quoted:
        end = start + len(words)
        before = bisect_right(starts, end - 1)
        if not before or ends[before - 1] <= start:
            yield (
                "The quotation belongs to no statement that names its speaker.",
                (Mention(start, end, words),),
            )


def _quotations(text: str) -> Iterator[tuple[int, str]]:
    """Quotations long enough for statements, with their first code point; broken paragraphs are LN307's."""
    if "\u201c" in text:
        for found in _CURLY.finditer(text):
            if len(found[1].split()) >= _STATEMENT_WORDS:
                yield found.start(1), found[1]
    if '"' not in text:
        return
    at = 0
    for line in text.split("\n"):
        if '"' in line:
            pieces = line.split('"')
            start = at
            for i, piece in enumerate(pieces):
                # Between the first mark and the second, the third and the fourth, and so on.
                if i % 2 and len(pieces) % 2 and len(piece.split()) >= _STATEMENT_WORDS:
                    yield start, piece
                start += len(piece) + 1
        at += len(line) + 1


@validator("LN307", "unclosed-quotation", "warning")
def unclosed_quotation(record: Record) -> Iterator[Said]:
    """A quotation is opened and not closed.

    What it checks:
        Double quotation marks by paragraph; a quotation may run on where the next paragraph opens with a mark
        again.

    Why it matters:
        Nobody can tell where the speaker ends and the newspaper begins.

    Known problems:
        The inch mark.

    Example:
        "We carried them to the hospital, a resident said.

    Instead:
        "We carried them to the hospital," a resident said.
    """
    text = record.article.text
    straight, curly = '"' in text, "\u201c" in text
    if not straight and not curly:
        return
    at = 0
    lines = text.split("\n")
    for i, line in enumerate(lines):
        mark = ""
        if curly and line.count("\u201c") > line.count("\u201d"):
            mark = "\u201c"
        elif straight and line.count('"') % 2:
            mark = '"'
        if mark and (not _goes_on(lines, i, mark) or _named_inside(line[line.rindex(mark) :])):
            start = at + line.rindex(mark)
            end = min(at + len(line), start + 60)
            yield "The quotation is opened and not closed.", (Mention(start, end, text[start:end]),)
        at += len(line) + 1


def _named_inside(words: str) -> bool:
    """Tell whether the speaker is named behind the words that were opened: then they should have been closed."""
    found = _SPEAKER.search(words)
    return found is not None and found[1].split()[0].lower() not in _INSIDE


def _goes_on(lines: list[str], i: int, mark: str) -> bool:
    for line in lines[i + 1 : i + 4]:
        if line.strip():
            return line.lstrip().startswith(mark)
    return False


@validator("LN309", "speaker-unresolved", "info")
def speaker_unresolved(record: Record) -> Iterator[Said]:
    """A statement's speaker is only a pronoun.

    What it checks:
        Speakers described by nothing but a pronoun or "the source".

    Why it matters:
        The statement cannot be weighed: nobody knows whose it is.

    Known problems:
        Text that was cut before the sentence that names the speaker.

    Example:
        He said six soldiers were killed in Sirte.

    Instead:
        Omar al-Sabri said six soldiers were killed in Sirte.
    """
    pronouns = word_list("pronouns")
    for claim in record.claims:
        s = claim.speaker
        if s.actor is None and s.description.lower() in pronouns:
            yield f'Nothing tells who "{s.description}" is.', (s.mention or claim.cue or claim.content,)
