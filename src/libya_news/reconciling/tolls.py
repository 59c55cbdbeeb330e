"""Tolls of an incident by a named policy, each number with the statements that it rests on."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

import attrs

from libya_news.errors import UnknownId
from libya_news.model.casualty import Harm
from libya_news.model.explanation import bounds
from libya_news.model.incident import Bound, Contradiction, Member, MemberRole, Toll
from libya_news.reconciling import policies
from libya_news.reconciling.accounts import Account, Policy, accounts_of, current
from libya_news.reconciling.policies import Estimate
from libya_news.reconciling.sources import independent
from libya_news.reconciling.statements import EVERYBODY, Statement

Choice = tuple[int, tuple[Member, ...]]
Option = tuple[Account, Estimate]


def _lowest(options: Sequence[Option]) -> Choice | None:
    found = [(e.low, a.article, a.voice, a.members) for a, e in options if e.low is not None]
    return (best[0], best[3]) if found and (best := min(found, key=lambda f: f[:3])) else None


def _lowest_best(options: Sequence[Option]) -> Choice | None:
    found = [(e.best, a.article, a.voice, a.members) for a, e in options if e.best is not None]
    return (best[0], best[3]) if found and (best := min(found, key=lambda f: f[:3])) else None


def _latest(options: Sequence[Option]) -> Choice | None:
    found = [
        (a.published or dt.date.min, a.corrects, -e.best, a.article, a.voice, e.best, a.members)
        for a, e in options
        if e.best is not None
    ]
    return (best[5], best[6]) if found and (best := max(found, key=lambda f: f[:5])) else None


def _most_independent(options: Sequence[Option]) -> Choice | None:
    by_value: dict[int, list[Account]] = defaultdict(list)
    for a, e in options:
        if e.best is not None:
            by_value[e.best].append(a)
    if not by_value:
        return None
    value = min(by_value, key=lambda v: (-independent(a.depends for a in by_value[v]), v))
    first = min(by_value[value], key=lambda a: (a.article, a.voice))
    return value, first.members


def _most_reliable(options: Sequence[Option]) -> Choice | None:
    found = [
        (a.rank, -(a.published or dt.date.min).toordinal(), e.best, a.article, a.voice, a.members)
        for a, e in options
        if e.best is not None
    ]
    return (best[2], best[5]) if found and (best := min(found, key=lambda f: f[:5])) else None


def _none(options: Sequence[Option]) -> Choice | None:
    return None


@attrs.frozen
class TollPolicy:
    """How conflicting figures become low, best and high.

    Attributes:
        name: Its name.
        summary: One sentence that says how it chooses.
        numbers: The policy for one statement.
        best: Chooses the best number among the statements that stand.
        source: Where the rule comes from.
    """

    name: str
    summary: str
    numbers: Policy
    best: Callable[[Sequence[Option]], Choice | None]
    source: str


_ALL = (
    TollPolicy(
        "conservative",
        "The lowest figure that stands is the best one.",
        policies.conservative,
        _lowest,
        "ACLED Codebook (2023): the most conservative estimate.",
    ),
    TollPolicy(
        "latest",
        "The newest figure is the best one.",
        policies.conservative,
        _latest,
        "Every Casualty Counts, Standards: records stay open to updates.",
    ),
    TollPolicy(
        "most-independent",
        "The figure of most independent sources is the best one, the lower on a tie.",
        policies.conservative,
        _most_independent,
        "Every Casualty Counts, Standards: the majority of sources.",
    ),
    TollPolicy(
        "ucdp",
        "The figure of the source nearest to the bodies is the best one, then the newest.",
        policies.ucdp,
        _most_reliable,
        "UCDP GED Codebook 23.1: best, low and high estimates.",
    ),
    TollPolicy(
        "acled",
        "The lowest figure that stands, vague words by ACLED's table, is the best one.",
        policies.acled_bounds,
        _lowest_best,
        "ACLED Codebook (2023) and its FAQ on fatalities: the most conservative estimate; vague numbers.",
    ),
    TollPolicy(
        "airwars",
        "Minimum and maximum only; vague words are ranges.",
        policies.ranged,
        _none,
        "Airwars, Methodology: minimum and maximum.",
    ),
)

#: The policies for incidents by name.
TOLL_POLICIES: Mapping[str, TollPolicy] = {p.name: p for p in _ALL}


def toll_policy(name: str) -> TollPolicy:
    """Return a policy for incidents.

    Args:
        name: A key of `TOLL_POLICIES`.

    Raises:
        UnknownId: There is none; names the nearest.
    """
    found = TOLL_POLICIES.get(name)
    if found is None:
        raise UnknownId("policy", name, TOLL_POLICIES)
    return found


@attrs.frozen(kw_only=True)
class Reckoning:
    """All tolls of an incident.

    Attributes:
        tolls: The tolls, harm by harm.
        roles: The part that each statement plays.
        contradictions: Figures that cannot all be right, figures that fall without a word, denials.
        standing: The accounts that nothing supersedes.
    """

    tolls: tuple[Toll, ...]
    roles: Mapping[Member, MemberRole]
    contradictions: tuple[Contradiction, ...]
    standing: tuple[Account, ...]


def reckon(statements: Sequence[Statement], harms: Sequence[Harm], policy: TollPolicy) -> Reckoning:
    """Return the tolls of an incident.

    Args:
        statements: Everything said of it.
        harms: The harms, in the order wanted.
        policy: How figures are chosen.
    """
    tolls: list[Toll] = []
    roles: dict[Member, MemberRole] = {}
    contradictions: list[Contradiction] = []
    everything: list[Account] = []
    for harm in harms:
        accounts, played = accounts_of(statements, harm)
        standing = current(accounts, played)
        roles |= played
        everything += standing
        tolls += _tolls(harm, standing, policy)
        contradictions += _rivals(harm, standing)
        contradictions += _falls(harm, accounts, standing)
    return Reckoning(
        tolls=tuple(tolls), roles=roles, contradictions=tuple(contradictions), standing=tuple(everything)
    )


def _tolls(harm: Harm, accounts: Sequence[Account], policy: TollPolicy) -> list[Toll]:
    if not accounts:
        return []
    unknown = [s for a in accounts for s in a.statements if s.casualty.count.qualifier == "unknown"]
    open_ = _uncounted(unknown, accounts) if unknown else []
    if unknown:
        accounts = _without(accounts, unknown) or accounts
    accounts = _with_sides(accounts)
    buckets = sorted({b for a in accounts for b in a.buckets} - {EVERYBODY})
    by_bucket = {b: _toll(harm, b, _restricted(accounts, b), policy) for b in buckets}
    whole = [a for a in accounts if EVERYBODY in a.buckets or a.buckets.issuperset(buckets)]
    if whole:
        total = _toll(harm, None, whole, policy)
    else:  # nobody counts everybody: groups that are told apart by different sources add up
        parts = list(by_bucket.values())
        total = Toll(
            harm=harm,
            policy=policy.name,
            low=_sum([t.low for t in parts], partly=True),
            best=_sum([t.best for t in parts], partly=False),
            high=_sum([t.high for t in parts], partly=False),
        )
    if open_:  # whatever the others add up to, nothing says where the dead of the incident end
        total = attrs.evolve(total, high=Bound(reason=_not_known(open_)))
    return [total, *(by_bucket[b] for b in buckets if b != "armed")]


def _uncounted(unknown: Sequence[Statement], accounts: Sequence[Account]) -> list[Statement]:
    """Those whose number is said not to be known, and whom no statement that stands counts."""
    counted = [s for a in accounts for s in a.statements if s.casualty.count.qualifier != "unknown"]
    return [s for s in unknown if not any(_same_people(s, other) for other in counted)]


def _same_people(a: Statement, b: Statement) -> bool:
    classes = {a.casualty.victims.class_, b.casualty.victims.class_}
    return a.bucket == b.bucket and (len(classes) == 1 or "unspecified" in classes)


def _not_known(uncounted: Sequence[Statement]) -> str:
    who = dict.fromkeys(f"{_whose(s)} ({s.casualty.id} in {s.article})" for s in uncounted)
    return f"no number is known of {' and '.join(who)}"


def _whose(s: Statement) -> str:
    return {EVERYBODY: "other people", "armed": f"{s.casualty.victims.class_} victims"}.get(
        s.bucket, s.bucket
    )


def _without(accounts: Sequence[Account], left_out: Sequence[Statement]) -> list[Account]:
    """Leave out statements, and accounts that hold nothing else."""
    gone = {id(s) for s in left_out}
    found = []
    for a in accounts:
        kept = tuple(s for s in a.statements if id(s) not in gone)
        if kept:
            found.append(attrs.evolve(a, statements=kept, buckets=frozenset(s.bucket for s in kept)))
    return found


def _with_sides(accounts: Sequence[Account]) -> list[Account]:
    """Take fighters of a side that is not told for those of the one side that is; of two, for anybody."""
    sides = {b for a in accounts for b in a.buckets} - {EVERYBODY, "armed", "civilians"}
    if not sides:
        return list(accounts)
    other = min(sides) if len(sides) == 1 else EVERYBODY
    return [
        attrs.evolve(
            a,
            statements=tuple(
                attrs.evolve(s, bucket=other) if s.bucket == "armed" else s for s in a.statements
            ),
            buckets=a.buckets - {"armed"} | {other},
        )
        if "armed" in a.buckets and a.buckets.isdisjoint(sides)
        else a
        for a in accounts
    ]


def _restricted(accounts: Sequence[Account], bucket: str) -> list[Account]:
    return [
        attrs.evolve(
            a, statements=tuple(s for s in a.statements if s.bucket == bucket), buckets=frozenset({bucket})
        )
        for a in accounts
        if bucket in a.buckets
    ]


def _sum(numbers: Sequence[Bound], *, partly: bool) -> Bound:
    values = [b.value for b in numbers if b.value is not None]
    if not values or (not partly and len(values) < len(numbers)):
        return Bound()
    members = tuple(sorted({m for b in numbers if b.value is not None for m in b.members}))
    return Bound(value=sum(values), members=members)


def _toll(harm: Harm, side: str | None, accounts: Sequence[Account], policy: TollPolicy) -> Toll:
    options = [(a, a.estimate(policy.numbers)) for a in accounts]
    if any(not a.vague for a in accounts):  # a number says more than "several"
        options = [(a, e) for a, e in options if not a.vague]
    low = _lowest(options)
    high = _highest(options)
    best = policy.best(options)
    return Toll(
        harm=harm,
        side=side,
        policy=policy.name,
        low=_bound(low),
        best=_bound(best),
        high=_bound(high),
    )


def _highest(options: Sequence[Option]) -> Choice | None:
    found = [(e.high, a.article, a.voice, a.members) for a, e in options if e.high is not None]
    if not found:
        return None
    best = max(found, key=lambda f: f[:3])
    # "At least 30" beside "25": nothing that stands says where it ends.
    if any(e.low is not None and e.low > best[0] for _, e in options):
        return None
    return best[0], best[3]


def _bound(choice: Choice | None) -> Bound:
    return Bound() if choice is None else Bound(value=choice[0], members=tuple(sorted(choice[1])))


def _rivals(harm: Harm, accounts: Sequence[Account]) -> list[Contradiction]:
    if len(accounts) < 2:
        return []
    groups: dict[frozenset[str], dict[tuple[int | None, int | None], Account]] = defaultdict(dict)
    for a in sorted(accounts, key=lambda a: (a.article, a.voice)):
        e = a.estimate(policies.stated)
        groups[a.buckets].setdefault((e.low, e.high), a)
    found = []
    for buckets in sorted(groups, key=sorted):
        told = [a.estimate(policies.stated) for a in groups[buckets].values()]
        lows = [e.low for e in told if e.low is not None]
        highs = [e.high for e in told if e.high is not None]
        rivals = list(groups[buckets].values()) if lows and highs and max(lows) > min(highs) else []
        if rivals:
            said = " against ".join(f"{_told(a)} ({_who(a)})" for a in rivals[:4])
            more = f" and {len(rivals) - 4} more" if len(rivals) > 4 else ""
            members = tuple(m for a in rivals for m in a.members)
            found.append(
                Contradiction(
                    field="count", message=f"{harm}: {said}{more} cannot all be right.", members=members
                )
            )
    return found


def _falls(harm: Harm, accounts: Sequence[Account], standing: Sequence[Account]) -> list[Contradiction]:
    kept = {id(a) for a in standing}
    found: list[Contradiction] = []
    if len(kept) == len(accounts):
        return found
    for new in standing:
        for old in accounts:
            if (
                id(old) not in kept
                and old.publisher == new.publisher
                and old.buckets == new.buckets
                and not new.corrects
                and _below(new.estimate(policies.stated), old.estimate(policies.stated))
            ):
                found.append(
                    Contradiction(
                        field="correction",
                        message=f"{harm}: {_told(new)} ({_who(new)}) is below the earlier {_told(old)} "
                        f"({_who(old)}), and nothing says why.",
                        members=(*old.members, *new.members),
                    )
                )
                break
    return found


def _below(a: Estimate, b: Estimate) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low


def _told(a: Account) -> str:
    return " and ".join(bounds(s.casualty.count) for s in a.statements)


def _who(a: Account) -> str:
    first = a.statements[0].casualty.source
    who = "the newspaper" if first is None else first.description or first.actor or first.kind
    return f"{who} in {a.article}"


def majority(values: Sequence[str]) -> str | None:
    """Return the value that is told most often, the first in the alphabet on a tie, or None.

    Args:
        values: What the statements tell.
    """
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
