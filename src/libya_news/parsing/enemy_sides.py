"""The other party of a fight between two: whose fighters they were that one party killed or took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.model.casualty import Perpetrator
from libya_news.parsing.enemies import may_be_own
from libya_news.parsing.party_voices import speaking_party
from libya_news.parsing.perpetrators import Doer
from libya_news.parsing.side import Side, of_party

if TYPE_CHECKING:
    from libya_news.parsing.scene_settings import Setting
    from libya_news.parsing.scene_view import Victims, View

_FIGHTING = frozenset(("military", "militant"))
_HARMS = frozenset(("killed", "wounded", "captured"))
_LOST = frozenset(("killed", "wounded", "missing"))
_PEACEFUL = frozenset(("flood", "crash", "drowning", "other", "landmine"))
# Nouns for those who carry out an attack on their own; they need not be the war's other party.
_LONERS = frozenset(
    "attacker assailant bomber gunman gunmen smuggler trafficker mercenary kidnapper mercenarie guard".split()
)


_JIHADISTS = frozenset(("militant", "jihadist", "extremist", "terrorist", "jihadi"))


class Rivals:
    """The two parties of an article that names no third."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: dict[str, tuple[int, int]] | None = None

    def parties(self) -> dict[str, tuple[int, int]]:
        """Return the two parties named in the article, with the tokens of their first names, or nothing."""
        if self.found is None:
            self.found = {}
            view = self.view
            sides = view.named_sides()
            if len(sides) == 2:
                knowledge, day = view.document.knowledge, view.document.published
                for hit in view.document.names:
                    if hit.actor_id is None:
                        continue
                    side = knowledge.side_of(hit.actor_id, day)
                    if side in sides and side not in self.found and hit.kind in ("armed_group", "government"):
                        self.found[side] = hit.first, hit.last
                if len(self.found) != 2:
                    self.found = {}
        return self.found

    def other(self, actor: str) -> tuple[str, tuple[int, int]] | None:
        """Return the one other party than an actor's own, and the tokens that name it."""
        knowledge, day = self.view.document.knowledge, self.view.document.published
        parties = self.parties()
        own = knowledge.side_of(actor, day) if knowledge.has_actor(actor) else None
        if own not in parties:
            return None
        return next((side, at) for side, at in parties.items() if side != own)

    def complete(self, n: int, setting: Setting, cls: str) -> None:
        """Fill the side of fighters whom one of the two parties harmed."""
        victims = self.view.victims[n]
        candidate = victims.candidate
        knowledge = self.view.document.knowledge
        if cls not in _FIGHTING or candidate.harm not in _HARMS or setting.scope != "event":
            return
        if setting.cause is not None and setting.cause.value in _PEACEFUL:
            return
        if setting.side is None and not setting.doers and cls == "militant":
            self._jihadists(n, setting)
        if setting.side is None and setting.doers:
            doer = setting.doers[0]
            actor = doer.perpetrator.actor
            if actor is None or self.view.head_of(victims) in _LONERS:
                return
            if self.view.tokens.sentence_of[doer.first] != candidate.sentence:
                return
            found = self.other(actor)
            if found is not None and knowledge.actor(found[0]).subkind == "coalition":
                return  # one name for many groups: whose they were is not told
            if found is not None and not self._foreign(victims.first, victims.last):
                side, (first, last) = found
                setting.side = Side(side, None, first, last)
        elif setting.side is not None and not setting.doers and candidate.harm == "captured":
            self._captors(n, setting)

    def _jihadists(self, n: int, setting: Setting) -> None:
        """Take militants for those of the one jihadist group that an army's story fights."""
        view, victims = self.view, self.view.victims[n]
        if view.head_of(victims) not in _JIHADISTS or self._foreign(victims.first, victims.last):
            return
        knowledge = view.document.knowledge
        parties = self.parties()
        named = [s for s in parties if knowledge.has_actor(s) and knowledge.actor(s).subkind == "jihadist"]
        if len(named) == 1 and setting.cause is not None:
            first, last = parties[named[0]]
            setting.side = Side(named[0], None, first, last)

    def _captors(self, n: int, setting: Setting) -> None:
        """Let a party that announces the capture of another's fighters be the captor."""
        view, victims = self.view, self.view.victims[n]
        claim = view.claim_over(victims.first)
        actor = speaking_party(view, victims) if claim is not None else None
        if claim is None or actor is None or setting.side is None:
            return
        knowledge, day = view.document.knowledge, view.document.published
        party = knowledge.side_of(actor, day)
        if party is None or party == setting.side.side or actor == setting.side.group:
            return
        first, last = view.speaker_of(claim)
        start, end = view.tokens.span(first, last)
        who = Perpetrator(actor=actor, description=view.tokens.text[start:end])
        setting.doers = (Doer(who, first, last),)

    def _foreign(self, first: int, last: int) -> bool:
        groups, alphabet = self.view.groups, self.view.alphabet
        a, b = self.view.unit_at(first), self.view.unit_at(last - 1) + 1
        return any("NATADJ" in alphabet.tags(groups.units.tags[i]) for i in range(a, b))


def of_announcer(view: View, victims: Victims) -> Side | None:
    """Return the army whose spokesman tells of soldiers harmed, where nobody is told to have harmed them."""
    claim = view.claim_over(victims.first)
    if victims.candidate.cls != "military" or victims.candidate.harm not in _LOST or claim is None:
        return None
    party = speaking_party(view, victims)
    if party is None or not may_be_own(view, party, "military"):
        return None
    return of_party(view, party, *view.speaker_of(claim))
