"""Decisions by hand: what a person knows better than the matching, kept as data that can be taken back.

A decision names casualties (article and casualty id), never incidents, so it holds whatever the matching
does. A file of decisions is JSON Lines, one decision a line, and grows: a decision that is taken back stays
in it, marked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import combinations
from typing import Any, Literal, get_args

import attrs

from libya_news.errors import InputError, UnknownId
from libya_news.reconciling.unions import Unions

DecisionKind = Literal["same", "different", "locked"]
Key = tuple[str, str]
Mark = tuple[str, int]


def _sorted(members: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(sorted(set(members)))


@attrs.frozen(kw_only=True)
class Decision:
    """One judgement of a person.

    Attributes:
        kind: ``same``: the casualties belong to one incident. ``different``: no two of them do. ``locked``:
            they, and nothing else, are one incident.
        members: The casualties, each as article id and casualty id, sorted.
        by: Who decided.
        on: The day, as the person wrote it (ISO 8601).
        note: Why.
        taken_back: Whether it no longer holds.
    """

    kind: DecisionKind
    members: tuple[Key, ...] = attrs.field(converter=_sorted)
    by: str = ""
    on: str = ""
    note: str = ""
    taken_back: bool = False

    @property
    def id(self) -> str:
        """A short name, made of the kind and the members."""
        said = json.dumps([self.kind, self.members], ensure_ascii=False)
        return f"{self.kind}-{sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


@attrs.frozen
class Decisions:
    """All decisions of a project, in the order they were taken.

    >>> d = Decisions().decided(Decision(kind="same", members=[("a", "killed-0-9"), ("b", "killed-4-9")]))
    >>> Decisions.from_jsonl(d.to_jsonl()) == d
    True

    Attributes:
        all: The decisions, those that were taken back among them.
    """

    all: tuple[Decision, ...] = ()

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that hold."""
        return tuple(d for d in self.all if not d.taken_back)

    def decided(self, decision: Decision) -> Decisions:
        """Return these decisions and one more.

        Args:
            decision: The new decision.

        Raises:
            InputError: It contradicts one that stands, or names fewer casualties than it needs.
        """
        made = Decisions((*self.all, decision))
        check(made.standing)
        return made

    def taken_back(self, decision_id: str) -> Decisions:
        """Return these decisions with one taken back; it stays in the list, marked.

        Args:
            decision_id: The `id` of a decision that stands.

        Raises:
            UnknownId: No standing decision has this id; names the nearest.
        """
        if all(d.id != decision_id for d in self.standing):
            raise UnknownId("decision", decision_id, (d.id for d in self.standing))
        return Decisions(
            tuple(attrs.evolve(d, taken_back=True) if d.id == decision_id else d for d in self.all)
        )

    def to_jsonl(self) -> str:
        """Return the decisions as JSON Lines."""
        return "".join(
            json.dumps(attrs.asdict(d) | {"members": [list(m) for m in d.members]}, ensure_ascii=False) + "\n"
            for d in self.all
        )

    @classmethod
    def from_jsonl(cls, text: str, *, source: str | None = None) -> Decisions:
        """Read decisions back.

        Args:
            text: JSON Lines.
            source: The file's name, for error messages.

        Raises:
            InputError: A line is no decision, or decisions contradict each other.
        """
        found = []
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                try:
                    found.append(_decision(json.loads(line)))
                except (ValueError, KeyError, TypeError) as error:
                    raise InputError(f"is no decision: {error}", source=source, line=number) from None
        made = cls(tuple(found))
        check(made.standing)
        return made


def check(decisions: Iterable[Decision]) -> None:
    """Refuse decisions that cannot all hold.

    Args:
        decisions: Decisions that stand.

    Raises:
        InputError: Two of them contradict each other; says which, and what to do.
    """
    decisions = tuple(decisions)
    joined = Unions(())
    locked: dict[Key, str] = {}
    for d in decisions:
        if len(d.members) < (1 if d.kind == "locked" else 2):
            raise InputError(f"decision {d.id} names too few casualties; name at least two")
        if d.kind in ("same", "locked"):
            for m in d.members:
                joined.join(_name(d.members[0]), _name(m))
        if d.kind == "locked":
            for m in d.members:
                if locked.setdefault(m, d.id) != d.id:
                    raise InputError(
                        f"decisions {locked[m]} and {d.id} both lock {m[1]} of {m[0]}; take one back"
                    )
    size: dict[str, int] = defaultdict(int)
    everyone = sorted({m for d in decisions if d.kind in ("same", "locked") for m in d.members})
    for m in everyone:
        size[joined.root(_name(m))] += 1
    for d in decisions:
        if d.kind == "locked" and size[joined.root(_name(d.members[0]))] != len(d.members):
            raise InputError(
                f"decision {d.id} locks an incident that a decision 'same' adds to; take one back"
            )
        if d.kind == "different":
            for a, b in combinations(d.members, 2):
                if joined.root(_name(a)) == joined.root(_name(b)):
                    raise InputError(
                        f"decision {d.id} keeps {a[1]} of {a[0]} and {b[1]} of {b[0]} apart, and others "
                        "put them together; take one back"
                    )


def put_together(decisions: Iterable[Decision]) -> list[tuple[Key, ...]]:
    """Return the groups of casualties that decisions ``same`` put together, directly or over others.

    Args:
        decisions: Decisions that stand.

    Returns:
        Groups that share nobody, sorted, so that the order of the decisions does not show.
    """
    joined = Unions(())
    named: dict[str, Key] = {}
    for d in decisions:
        if d.kind == "same":
            for m in d.members:
                named[_name(m)] = m
                joined.join(_name(d.members[0]), _name(m))
    groups: dict[str, list[Key]] = defaultdict(list)
    for name in sorted(named):
        groups[joined.root(name)].append(named[name])
    return sorted(tuple(g) for g in groups.values())


def marks_of(decisions: Iterable[Decision], together: Iterable[Sequence[Key]]) -> dict[Key, set[Mark]]:
    """Return for each casualty the marks of what it is kept apart from: decision, and number within it.

    What is put together with a casualty is kept apart from the same others.

    Args:
        decisions: Decisions that stand.
        together: The groups of `put_together`.
    """
    found: dict[Key, set[Mark]] = defaultdict(set)
    for d in decisions:
        if d.kind == "different":
            for n, key in enumerate(d.members):
                found[key].add((d.id, n))
    for group in together:
        shared = set().union(*(found.get(key, set()) for key in group))
        if shared:
            for key in group:
                found[key] = set(shared)
    return found


def _name(key: Key) -> str:
    return f"{key[0]}\0{key[1]}"


def _decision(value: Any) -> Decision:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    if value["kind"] not in get_args(DecisionKind):
        raise ValueError(f"kind {value['kind']!r} is none of {', '.join(get_args(DecisionKind))}")
    members = [(str(article), str(casualty)) for article, casualty in value["members"]]
    words = {k: str(value.get(k, "")) for k in ("by", "on", "note")}
    return Decision(
        kind=value["kind"], members=tuple(members), taken_back=bool(value.get("taken_back")), **words
    )
