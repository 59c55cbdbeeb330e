"""Whether an entry of the casualty lexicons is read in its sentence, and whether it is needed there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from tests.data import cases
from tests.data.entries import Entry
from tests.data.knockout import tokens_of, without

# Words that change no figure themselves: they let the rest be read, and other tests need them.
HELPERS = ("light.", "before.exact", "units")
Found = dict[str, list[str]]


def is_read(entry: Entry) -> bool:
    """Tell whether the sentence of an entry is read as it should be: that fact, and no other of its harm."""
    harm, low, high, victims = entry.wanted
    facts = [x for x in cases.found(entry.text) if x[0][0] == harm]
    return len(facts) == 1 and (
        facts[0][0][:3] == (harm, low, high)
        and victims in ("*", facts[0][0][3])
        and entry.qualifier in ("", facts[0][1])
    )


@cache
def _sentences() -> dict[str, list[cases.Case]]:
    """Return the frames and counts that the library reads, by their words in lower case."""
    out: dict[str, list[cases.Case]] = defaultdict(list)
    for source in (cases.frames, cases.counts):
        for case in source():
            if cases.agrees(case):
                for word in set(tokens_of(case.text)):
                    out[word].append(case)
    return out


def is_needed(entry: Entry) -> bool:
    """Tell whether its sentence, or a sentence of tests/data that has its words, is lost without an entry."""
    words = tokens_of(entry.words)
    if "~" in words:  # both ends of a gap are words of other entries too
        return True
    with without(entry.words):
        if not is_read(entry):
            return True
        phrase = f" {' '.join(words)} "
        return any(
            phrase in f" {' '.join(tokens_of(case.text))} " and not cases.agrees(case)
            for case in _sentences().get(words[0], ())
        )


def problems(chosen: Iterable[Entry]) -> dict[str, Found]:
    """Return, by table, the sentences not read, and the entries that nothing needs in any of their forms."""
    unread: Found = defaultdict(list)
    forms: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in chosen:
        table = entry.table.replace(".", "_")
        if not is_read(entry):
            unread[table].append(entry.text)
        elif not entry.table.startswith(HELPERS):
            forms[table, entry.entry].append(entry)
    unneeded: Found = defaultdict(list)
    for (table, words), group in forms.items():
        if not any(is_needed(entry) for entry in group):
            unneeded[table].append(words)
    return {"lexicon_unread": unread, "lexicon_unneeded": unneeded}
