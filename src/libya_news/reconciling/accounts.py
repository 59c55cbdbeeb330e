"""What each voice of each story says of one harm: parts inside totals, updates over older figures.

An account is all that one voice of one story says of one harm in one incident. Within it, groups of victims
that are told apart add up ("three policemen and two nurses"), but nothing that lies inside another figure
is added: parts, increments on a running toll, figures that were corrected.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import attrs

from libya_news.model.casualty import Harm
from libya_news.model.count import Count
from libya_news.model.incident import Member, MemberRole
from libya_news.reconciling.policies import NOTHING, Estimate
from libya_news.reconciling.statements import EVERYBODY, Statement

Policy = Callable[[Count], Estimate]

#: How near a kind of source usually is to counting bodies; the lower the better.
_RANK = {
    "medical": 0, "un": 1, "ngo": 1, "document": 1, "official": 2, "police": 2, "diplomat": 3, "expert": 3,
    "witness": 4, "resident": 4, "relative": 4, "media": 5, "military": 6, "armed_group": 7,
    "anonymous": 8, "unknown": 8,
}  # fmt: skip


@attrs.frozen(kw_only=True, eq=False)
class Account:
    """The figures of one voice of one story for one harm.

    Attributes:
        article: Id of the article.
        voice: Who says it; empty for the newspaper itself.
        publisher: Who prints it.
        copy_of: First story of the group of copies.
        published: Publication day, or None.
        corrects: Whether the story corrects an earlier figure.
        buckets: Whose figures it holds.
        statements: The figures that count, in text order.
        rank: How near its source is to counting bodies; lower is better.
    """

    article: str
    voice: str
    publisher: str
    copy_of: str
    published: dt.date | None
    corrects: bool
    buckets: frozenset[str]
    statements: tuple[Statement, ...]
    rank: int

    @property
    def members(self) -> tuple[Member, ...]:
        """The statements that count."""
        return tuple(s.member for s in self.statements)

    @property
    def depends(self) -> tuple[str, ...]:
        """What it depends on: publisher, copies, a named speaker."""
        keys = [f"publisher:{self.publisher}", f"copy:{self.copy_of}"]
        if self.voice and not self.voice.startswith("~"):
            keys.append(f"voice:{self.voice}")
        return tuple(keys)

    @property
    def vague(self) -> bool:
        """Whether it gives only words that stand for a number."""
        return all(s.casualty.count.qualifier in ("vague", "unknown") for s in self.statements)

    def estimate(self, policy: Policy) -> Estimate:
        """Return its numbers by a policy; figures of groups that are told apart are added.

        Args:
            policy: The policy for one count.
        """
        return added([policy(s.casualty.count) for s in self.statements])


def added(numbers: Sequence[Estimate]) -> Estimate:
    """Add the numbers of separate groups; what one of them lacks, the sum lacks.

    A lower bound still holds where a group's own is unknown, for no group is smaller than nobody; it is
    only then that a group counts for nothing, and never as a best or upper number.

    >>> added([Estimate(3, 3, 3), Estimate(None, None, None)])
    Estimate(low=3, best=None, high=None)

    Args:
        numbers: One a group.
    """
    if not numbers:
        return NOTHING
    lows = [n.low for n in numbers if n.low is not None]
    bests = [n.best for n in numbers if n.best is not None]
    highs = [n.high for n in numbers if n.high is not None]
    whole = len(numbers)
    return Estimate(
        sum(lows) if lows else None,
        sum(bests) if len(bests) == whole else None,
        sum(highs) if len(highs) == whole else None,
    )


def accounts_of(
    statements: Iterable[Statement], harm: Harm
) -> tuple[list[Account], dict[Member, MemberRole]]:
    """Return the accounts of one harm in an incident, and the part that each of its statements plays.

    Args:
        statements: All statements of the incident.
        harm: The harm.
    """
    mine = [s for s in statements if s.casualty.harm == harm]
    roles: dict[Member, MemberRole] = {}
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for s in mine:
        by_article[s.article].append(s)
    found: list[Account] = []
    for article in sorted(by_article):
        found.extend(_of_article(by_article[article], roles))
    for account in found:
        for s in account.statements:
            roles.setdefault(s.member, "statement")
    return found, roles


def _of_article(statements: list[Statement], roles: dict[Member, MemberRole]) -> list[Account]:
    ids = {s.casualty.id for s in statements}
    superseded = {old for s in statements for old in s.casualty.supersedes}
    voices: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        if s.denied:
            roles[s.member] = "denied"
        elif s.casualty.id in superseded:
            roles[s.member] = "superseded"
        elif s.casualty.part_of in ids:
            roles[s.member] = "part"
        else:
            voices[s.voice].append(s)
    found = []
    for voice in sorted(voices):
        counting = _counting(voices[voice], roles)
        first = counting[0]
        found.append(
            Account(
                article=first.article,
                voice=voice,
                publisher=first.publisher,
                copy_of=first.copy_of,
                published=first.published,
                corrects=first.corrects,
                buckets=frozenset(s.bucket for s in counting),
                statements=tuple(counting),
                rank=min(_RANK.get(s.casualty.source.kind, 8) if s.casualty.source else 5 for s in counting),
            )
        )
    return found


def _counting(statements: list[Statement], roles: dict[Member, MemberRole]) -> list[Statement]:
    """Leave only what adds up: no increments beside their running toll, no parts beside their total."""
    running = [s for s in statements if s.casualty.kind == "cumulative"]
    if running:
        last: dict[str, Statement] = {}
        for s in running:
            last[s.bucket] = s  # the last one in the text is the newest
        keep = list(last.values())
        covered = {s.bucket for s in keep}
        for s in statements:
            if s in keep:
                continue
            if s.casualty.kind == "cumulative":
                roles[s.member] = "superseded"
            elif s.casualty.kind == "increment" or s.bucket in covered or EVERYBODY in covered:
                roles[s.member] = "increment" if s.casualty.kind == "increment" else "part"
            else:
                keep.append(s)
        return _total(keep, roles)
    plain = [s for s in statements if s.casualty.kind != "increment"]
    if plain and len(plain) < len(statements):
        for s in statements:
            if s.casualty.kind == "increment":
                roles[s.member] = "increment"
    return _total(plain or statements, roles)


def _total(statements: list[Statement], roles: dict[Member, MemberRole]) -> list[Statement]:
    """If one figure is of everybody and holds the others, it is the total and they are its parts."""
    if len(statements) < 2:
        return statements
    whole = [s for s in statements if s.bucket == EVERYBODY]
    if len(whole) != 1:
        return statements
    rest = added([_bounds(s.casualty.count) for s in statements if s is not whole[0]])
    top = whole[0].casualty.count
    if rest.low is not None and top.low is not None and top.low >= rest.low and _is_total(whole[0]):
        for s in statements:
            if s is not whole[0]:
                roles[s.member] = "part"
        return whole
    return statements


def _is_total(s: Statement) -> bool:
    # "four soldiers and two others": the others are no total of the soldiers.
    words = s.casualty.count.stated.lower() + " " + s.casualty.victims.description.lower()
    return not any(w in words for w in ("other", "another", "more"))


def _bounds(count: Count) -> Estimate:
    return Estimate(count.low, None, count.high)


def current(accounts: Sequence[Account], roles: dict[Member, MemberRole]) -> list[Account]:
    """Leave out accounts that the same source updated or corrected later; they stay visible as superseded.

    A later story of the same agency or outlet supersedes its earlier one where the same voice, or the
    newspaper's own, gives the figure; so does a later day's figure of the same named speaker in any outlet.
    On one day, the correction is the later one, else the higher figure: tolls rise as bodies are found.

    Args:
        accounts: Accounts of one harm.
        roles: Where the roles of superseded statements are noted.
    """
    groups: dict[str, list[Account]] = defaultdict(list)
    for a in accounts:
        groups[f"publisher:{a.publisher}"].append(a)
        if a.voice and not a.voice.startswith("~"):
            groups[f"voice:{a.voice}"].append(a)
    old: set[int] = set()
    for name in sorted(groups):
        group = groups[name]
        if len(group) < 2:
            continue
        ordered = sorted(group, key=_lateness)
        # The newest account of each coverage and voice is all that an older one has to be held against.
        newest: dict[tuple[frozenset[str], str], Account] = {}
        for a in reversed(ordered):
            for voice in dict.fromkeys((a.voice, "")) if a.voice else _voices(newest):
                b = next((n for (k, v), n in newest.items() if v == voice and a.buckets <= k), None)
                if b is not None and _later(b, a, same_day=name.startswith("publisher:")):
                    old.add(id(a))
                    break
            newest.setdefault((a.buckets, a.voice), a)
    for a in accounts:
        if id(a) in old:
            for s in a.statements:
                roles[s.member] = "superseded"
    return [a for a in accounts if id(a) not in old]


def _voices(newest: dict[tuple[frozenset[str], str], Account]) -> list[str]:
    return sorted({v for _, v in newest})


def _lateness(a: Account) -> tuple[dt.date, bool, int, str, str]:
    return (a.published or dt.date.min, a.corrects, _height(a), a.article, a.voice)


def _height(a: Account) -> int:
    return sum(max(s.casualty.count.low or 0, s.casualty.count.high or 0) for s in a.statements)


def _later(new: Account, old: Account, *, same_day: bool) -> bool:
    if (
        new.article == old.article
        or new.copy_of == old.copy_of != new.article
        and _height(new) == _height(old)
    ):
        return False
    if new.published is None or old.published is None or new.vague:
        return False
    if new.published != old.published:
        return new.published > old.published
    return same_day and (new.corrects, _height(new)) > (old.corrects, _height(old))
