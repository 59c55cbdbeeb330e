"""LN301-LN304, LN308: who stands behind a toll, and what they have to do with its dead."""

from __future__ import annotations

from collections.abc import Iterator

from libya_news.model.casualty import Casualty
from libya_news.model.claim import Claim, Speaker
from libya_news.model.record import Record
from libya_news.model.span import Mention
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import (
    Affiliations,
    affiliations_of,
    claims_of,
    count_words,
    counted_harm,
    has_number,
    listed,
    name_of,
    parties,
    per_record,
    quoted,
)

_LOSSES = frozenset({"killed", "wounded", "missing", "captured", "casualties"})
_SINGULAR = ("a ", "an ", "one ")


@per_record
def _losses(record: Record) -> tuple[tuple[Casualty, list[Claim]], ...]:
    claims = claims_of(record)
    return tuple(
        [
            (c, [claims[i] for i in c.claims if i in claims])
            for c in record.casualties
            if c.claims and c.harm in _LOSSES
        ]
    )


def _words(c: Casualty, speaker: Speaker) -> tuple[Mention, ...]:
    words = count_words(c) if speaker.mention is None else (*count_words(c), speaker.mention)
    return tuple(sorted(words, key=lambda m: m.start))


def _shares_side(known: Affiliations, c: Casualty, speaker: Speaker) -> bool:
    theirs = {c.victims.side, c.victims.group} - {None}
    return bool(theirs) and not theirs.isdisjoint(parties(known, speaker.side, speaker.actor))


@validator("LN301", "party-counts-own-dead", "warning")
def party_counts_own_dead(record: Record) -> Iterator[Said]:
    """A source of the toll is aligned with the side whose dead it counts.

    What it checks:
        The side of every speaker that a loss rests on against the side of the victims, with affiliations on
        the article's date.

    Why it matters:
        Parties hide their losses, or raise them; the figure needs a source that has no stake in it.

    Known problems:
        A hospital or ministry that answers to one side on paper only.

    Example:
        A spokesman for the Libyan National Army said that six of the Libyan National Army's soldiers were
        killed in Benghazi.

    Instead:
        The Red Crescent said that six of the Libyan National Army's soldiers were killed in Benghazi.
    """
    known = affiliations_of(record)
    for c, claims in _losses(record):
        if c.victims.side is None and c.victims.group is None:
            continue
        own = next((claim.speaker for claim in claims if _shares_side(known, c, claim.speaker)), None)
        if own is not None:
            side = c.victims.side or c.victims.group
            yield (
                f"{quoted(c)} counts losses of {side} and rests on {name_of(own)}, who is aligned with it.",
                _words(c, own),
            )


@validator("LN302", "party-counts-enemy-dead", "warning", needs="party-speaks")
def party_counts_enemy_dead(record: Record) -> Iterator[Said]:
    """A source of the toll is the other side, or the side that did it.

    What it checks:
        The side of every speaker that a loss rests on: whether it is another party than the victims', or that
        of the perpetrator.

    Why it matters:
        Claims about the enemy's dead are raised more often than any other figure.

    Known problems:
        Two sides that are allies at the time.

    Example:
        A spokesman for the Libyan National Army said that its forces killed 20 fighters of the Benghazi
        Revolutionaries Shura Council.

    Instead:
        A spokesman for the Libyan National Army said that the road to Benghazi was open.
    """
    known = affiliations_of(record)
    for c, claims in _losses(record):
        rival = next((claim.speaker for claim in claims if _is_rival(known, c, claim)), None)
        if rival is not None:
            yield (
                f"{quoted(c)} rests on {name_of(rival)}, a party that speaks of the other side's losses.",
                _words(c, rival),
            )


def _is_rival(known: Affiliations, c: Casualty, claim: Claim) -> bool:
    speaker = claim.speaker
    if speaker.side is None or _shares_side(known, c, speaker):
        return False
    if claim.interest is not None:
        return claim.interest == "enemy_dead"
    own = parties(known, speaker.side, speaker.actor)
    if any(p.actor in own for p in c.perpetrators if p.actor is not None and p.status != "denied"):
        return True
    # Civilians, migrants and the like have no side that could be the enemy's.
    if c.victims.class_ not in ("military", "militant", "police") or c.victims.side is None:
        return False
    return own.isdisjoint(parties(known, c.victims.side, c.victims.group))


@validator("LN303", "single-anonymous-source", "warning")
def single_anonymous_source(record: Record) -> Iterator[Said]:
    """A toll rests on one source that is not named.

    What it checks:
        Dead and wounded whose only speaker is one unnamed person or an anonymous source.

    Why it matters:
        Nobody can go back and ask; recorders grade a single-source claim as weak.

    Known problems:
        A hospital that speaks through "a medic" whom the paper knows.

    Example:
        Six soldiers were killed in Benghazi, a security source said.

    Instead:
        Six soldiers were killed in Benghazi, hospital director Omar al-Sabri said.
    """
    claims = claims_of(record)
    for c in record.casualties:
        if not c.claims or c.harm not in ("killed", "wounded"):
            continue
        if c.scope == "background" or not has_number(c.count):
            continue
        who = {(s.actor, s.description): s for s in (claims[i].speaker for i in c.claims if i in claims)}
        if len(who) != 1:
            continue
        speaker = next(iter(who.values()))
        alone = speaker.kind == "anonymous" or speaker.description.lower().startswith(_SINGULAR)
        if alone and not speaker.named and speaker.actor is None:
            yield f"{quoted(c)} rests on {name_of(speaker)} alone.", _words(c, speaker)


@validator("LN304", "unattributed-toll", "info")
def unattributed_toll(record: Record) -> Iterator[Said]:
    """The newspaper gives a toll in its own voice.

    What it checks:
        Dead of the story's own event that rest on no claim.

    Why it matters:
        UCDP and Every Casualty Counts ask for the original source; here it is the newspaper, or left out.

    Known problems:
        An attribution some sentences away that the text only implies.

    Example:
        Six soldiers were killed in Benghazi.

    Instead:
        Six soldiers were killed in Benghazi, medics said.
    """
    bare = [
        c
        for c in record.casualties
        if c.harm == "killed" and not c.claims and c.scope == "event" and c.part_of is None
    ]
    bare = [c for c in bare if has_number(c.count)]
    if bare:
        yield f"No source is given for {listed(bare)}.", tuple(m for c in bare for m in count_words(c))


@validator("LN308", "toll-unverified", "info", needs="unverified")
def toll_unverified(record: Record) -> Iterator[Said]:
    """The story itself says that a toll could not be verified.

    What it checks:
        Dead and wounded all of whose claims are marked as unverified.

    Why it matters:
        The doubt is part of the figure and must travel with it.

    Known problems:
        A doubt that is about another part of the statement.

    Example:
        The militia said its men killed 20 soldiers in Sirte, a claim that could not be verified.

    Instead:
        The militia said its men killed 20 soldiers in Sirte, and the army confirmed it.
    """
    claims = claims_of(record)
    for c in counted_harm(record):
        own = [claims[i] for i in c.claims if i in claims]
        if own and all(claim.certainty == "unverified" for claim in own):
            yield f"The story could not verify {quoted(c)}.", _words(c, own[0].speaker)
