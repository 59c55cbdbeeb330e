"""The words of `english/parties.toml`, ready for look-up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from libya_news.english.speech import load_lexicon


class PartyWords(NamedTuple):
    """Words by which attackers, enemies and the kinds of victims are told."""

    attack: frozenset[str]
    laying: frozenset[str]
    laid: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    triggers: frozenset[str]
    fight_verbs: frozenset[str]
    fight_nouns: frozenset[str]
    leads: frozenset[str]
    states: dict[str, str]
    loose: frozenset[str]
    civil: frozenset[str]
    migrant: frozenset[str]
    boat: frozenset[str]
    militias: frozenset[str]
    keepers: frozenset[str]
    watchmen: frozenset[str]
    posts: frozenset[str]
    commands: frozenset[str]
    assailants: frozenset[str]
    attacks: frozenset[str]
    bodies: frozenset[str]
    targets: frozenset[str]
    strikes: frozenset[str]
    striking: frozenset[str]
    neutral: frozenset[str]
    losing: frozenset[str]


@cache
def party_words() -> PartyWords:
    """Return the words of parties, read once."""
    table = load_lexicon("parties")
    attack, fight, victims = table["attack"], table["fight"], table["victims"]
    phrases = frozenset(tuple(text.split(" ")) for text in attack["phrases"])
    verbs, laying = frozenset(attack["verbs"]), frozenset(attack["laying"])
    fight_verbs, nouns = frozenset(fight["verbs"]), frozenset(fight["nouns"])
    triggers = verbs | laying | {phrase[0] for phrase in phrases} | fight_verbs | nouns
    return PartyWords(
        verbs,
        laying,
        frozenset(attack["laid"]),
        phrases,
        triggers,
        fight_verbs,
        nouns,
        frozenset(fight["leads"]),
        dict(table["states"]),
        frozenset(victims["loose"]),
        frozenset(victims["civil"]),
        frozenset(victims["migrant"]),
        frozenset(victims["boat"]),
        frozenset(victims["militias"]),
        frozenset(victims["keepers"]),
        frozenset(victims["watchmen"]),
        frozenset(table["voices"]["posts"]),
        frozenset(table["voices"]["commands"]),
        frozenset(victims["assailants"]),
        frozenset(attack["nouns"]),
        frozenset(victims["bodies"]),
        frozenset(table["target"]["nouns"]),
        frozenset(table["target"]["strikes"]),
        frozenset(table["target"]["verbs"]),
        frozenset(table["target"]["neutral"]),
        frozenset(table["losses"]["verbs"]),
    )
