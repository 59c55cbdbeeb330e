"""LN5xx: whose words the newspaper uses."""

from __future__ import annotations

from collections.abc import Iterator

from libya_news.model.framing import Framing
from libya_news.model.record import Record
from libya_news.model.span import Mention
from libya_news.validating.validator import Said, validator
from libya_news.validating.views import count_words, counted_harm, phrases


def _own_voice(record: Record, kind: str) -> dict[str, list[Framing]]:
    """The newspaper's own loaded words of one kind, by the word."""
    terms: dict[str, list[Framing]] = {}
    for f in record.framing:
        if f.kind == kind and f.used_by == "newspaper":
            terms.setdefault(f.term.lower(), []).append(f)
    return terms


@validator("LN501", "loaded-label-in-own-voice", "warning", needs="loaded_label")
def loaded_label_in_own_voice(record: Record) -> Iterator[Said]:
    """The newspaper uses a loaded label in its own voice.

    What it checks:
        Loaded labels outside quotations and statements, one finding a word.

    Why it matters:
        The label takes a side; exports use neutral names, and readers should know what was replaced.

    Known problems:
        Names of laws and lists that hold the label.

    Example:
        Six terrorists were killed in Benghazi.

    Instead:
        Six fighters were killed in Benghazi.
    """
    for uses in _own_voice(record, "loaded_label").values():
        neutral = f'; a neutral word is "{uses[0].neutral}"' if uses[0].neutral else ""
        yield (
            f'The newspaper says "{uses[0].term}" in its own voice{neutral}.',
            tuple(f.mention for f in uses),
        )


@validator("LN502", "asymmetric-wording", "info", needs="two-sides")
def asymmetric_wording(record: Record) -> Iterator[Said]:
    """The dead of one side are told in charged words, those of another in plain ones.

    What it checks:
        The words of harm for each side whose dead the story counts.

    Why it matters:
        "Murdered" here and "died" there judge before the facts do.

    Known problems:
        Killings that differ in kind: an execution and a firefight.

    Example:
        Six soldiers of the Libyan National Army were murdered in Benghazi. Nine fighters of the Benghazi
        Revolutionaries Shura Council died in the city.

    Instead:
        Six soldiers of the Libyan National Army were killed in Benghazi. Nine fighters of the Benghazi
        Revolutionaries Shura Council were killed in the city.
    """
    charged: dict[str, Mention] = {}
    plain: dict[str, Mention] = {}
    for c in record.casualties:
        side = c.victims.side
        if c.harm != "killed" or side is None:
            continue
        for e in c.evidence:
            if e.field != "harm":
                continue
            if phrases("charged").search(e.exact):
                charged.setdefault(side, e.mention)
            elif phrases("plain").search(e.exact):
                plain.setdefault(side, e.mention)
    for side, words in sorted(charged.items()):
        if side in plain:
            continue
        for other, calm in sorted(plain.items()):
            if other not in charged:
                yield (
                    f'The dead of {side} are told with "{words.exact}", '
                    f'those of {other} with "{calm.exact}".',
                    (words, calm),
                )
                break


@validator("LN503", "agent-left-out-for-one-side", "info", needs="two-sides")
def agent_left_out_for_one_side(record: Record) -> Iterator[Said]:
    """The story says who killed one side's people and not who killed the other's.

    What it checks:
        Dead and wounded of two sides: whether a perpetrator is given for all of one and none of the other.

    Why it matters:
        "Were killed" without a killer, for one side only, is a common way of taking sides.

    Known problems:
        Stories in which the killers of one side are truly unknown.

    Example:
        Fighters of the Benghazi Revolutionaries Shura Council killed six soldiers of the Libyan National Army
        in Benghazi. Nine fighters of the Benghazi Revolutionaries Shura Council died.

    Instead:
        Six soldiers of the Libyan National Army and nine fighters of the Benghazi Revolutionaries Shura
        Council died in Benghazi.
    """
    named: dict[str, Mention] = {}
    left_out: dict[str, Mention] = {}
    for c in counted_harm(record):
        side, words = c.victims.side, count_words(c)
        if side is not None and words:
            (named if c.perpetrators else left_out).setdefault(side, words[0])
    told = sorted(named.keys() - left_out.keys())
    untold = sorted(left_out.keys() - named.keys())
    if told and untold:
        yield (
            f"The story says who harmed {told[0]}'s people, but not who harmed {untold[0]}'s.",
            (named[told[0]], left_out[untold[0]]),
        )


@validator("LN504", "distancing-in-own-voice", "info", needs="distancing")
def distancing_in_own_voice(record: Record) -> Iterator[Said]:
    """The newspaper holds a name at arm's length.

    What it checks:
        "So-called", "self-styled" and the like outside statements, one finding a word.

    Why it matters:
        It tells the reader that a claim to a name or office is doubted, and by whom.

    Known problems:
        None known.

    Example:
        The self-styled Libyan National Army lost six soldiers in Benghazi.

    Instead:
        The Libyan National Army lost six soldiers in Benghazi.
    """
    for uses in _own_voice(record, "distancing").values():
        yield f'The newspaper says "{uses[0].term}".', tuple(f.mention for f in uses)


@validator("LN505", "scare-quotes-in-own-voice", "info", needs="scare_quote")
def scare_quotes_in_own_voice(record: Record) -> Iterator[Said]:
    """The newspaper puts a word in quotation marks to doubt it.

    What it checks:
        Single words and short phrases in quotation marks outside statements.

    Why it matters:
        The marks judge without saying so.

    Known problems:
        Names of operations, and words that the paper quotes because they are a term.

    Example:
        The "army" lost six soldiers in Benghazi.

    Instead:
        The army lost six soldiers in Benghazi.
    """
    for uses in _own_voice(record, "scare_quote").values():
        yield f'The newspaper puts "{uses[0].term}" in quotation marks.', tuple(f.mention for f in uses)
