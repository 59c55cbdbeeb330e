"""One fact once: statements of the same harm in headline, standfirst, lede and body become one candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libya_news.parsing.counts import Quantity
from libya_news.parsing.surroundings import Surroundings

if TYPE_CHECKING:
    from libya_news.parsing.candidates import Candidate
    from libya_news.parsing.reader import Reader
    from libya_news.parsing.scene import Scene

_APART = frozenset({"FURTHER", "MORE", "OTHER", "ANOTHER", "ORD"})
_OPENING = frozenset({"headline", "standfirst"})
_POOL = 40  # facts that a statement is held against, the last ones told
_ECHO_REACH = 4  # sentences after which "the troops" need not be those told before
_LOOSE_CLASSES = frozenset({"unspecified", "mixed"})


_BURYING = frozenset("buried bury burial burials funeral funerals mourned mourners mourning".split())


class Fact:
    """A candidate with every other statement of it; `echoes` tell of it again without its number."""

    __slots__ = ("main", "statements", "echoes", "quantity", "sentences", "opening", "heads")

    def __init__(self, main: Candidate, zone: str, heads: frozenset[str]) -> None:
        self.main: Candidate = main
        self.statements: list[Candidate] = [main]
        self.echoes: list[Candidate] = []
        self.quantity: Quantity = main.quantity
        self.sentences: set[int] = {main.sentence}
        self.opening: bool = zone in _OPENING
        self.heads: frozenset[str] = heads

    @property
    def others(self) -> list[Candidate]:
        """Every statement but the first, then the echoes."""
        return [*self.statements[1:], *self.echoes]


def merge(reader: Reader, candidates: list[Candidate], scenes: dict[int, Scene]) -> list[Fact]:
    """Return the facts that the candidates (in text order) state, in the order of their first statements.

    Args:
        reader: The reader of the article.
        candidates: The candidates in text order.
        scenes: The scene of each candidate, by its `id()`: two statements of different times or places are two facts.
    """
    facts: list[Fact] = []
    # Only facts with the same harm and number, or a vague one of the same harm, can be the same: look at no
    # others.
    same: dict[tuple[str, str, int | None], list[Fact]] = {}
    vague: dict[str, list[Fact]] = {}
    by_harm: dict[str, list[Fact]] = {}
    for c in candidates:
        if c.echo:
            fact = _echoed(reader, by_harm.get(c.harm, []), c)
            if fact is not None:
                fact.echoes.append(c)
            continue
        key = (c.harm, c.unit, _named(c.quantity))
        loose = c.quantity.qualifier == "vague"
        pool = by_harm.get(c.harm, []) if loose else [*vague.get(c.harm, []), *same.get(key, [])]
        for fact in reversed(pool[-_POOL:]):
            apart = _elsewhere(reader, scenes[id(fact.main)], scenes[id(c)], buried=_buried(reader, c))
            joined = None if apart else _joined(reader, fact, c)
            if joined is not None:
                fact.statements.append(c)
                fact.main.whole = fact.main.whole or c.whole
                fact.sentences.add(c.sentence)
                fact.heads |= reader.heads(c.group)
                fact.quantity = joined
                if _named(joined) != key[2]:
                    same.setdefault((c.harm, c.unit, _named(joined)), []).append(fact)
                break
        else:
            fact = Fact(c, reader.document.zone_at(c.span[0]), reader.heads(c.group))
            facts.append(fact)
            by_harm.setdefault(c.harm, []).append(fact)
            (vague if loose else same).setdefault(c.harm if loose else key, []).append(fact)  # type: ignore[arg-type]
    return facts


def _elsewhere(reader: Reader, one: Scene, other: Scene, *, buried: bool = False) -> bool:
    """Tell whether two statements are of different times or places, as their own words say.

    Where the dead were buried is no place of their deaths.
    """
    if (one.scope == "background") != (other.scope == "background"):
        return True
    a, b = one.date, other.date
    if a is not None and b is not None and _stated(one.date_evidence) and _stated(other.date_evidence):
        if a.start and b.end and a.start > b.end or b.start and a.end and b.start > a.end:
            return True
    p, q = one.place, other.place
    if (
        p is None
        or q is None
        or p == q
        or buried
        or not (_stated(one.place_evidence) and _stated(other.place_evidence))
    ):
        return False
    within = reader.document.knowledge.cached(Surroundings)
    return p not in within(q) and q not in within(p)


def _buried(reader: Reader, c: Candidate) -> bool:
    """Tell whether the sentence of a statement that points back tells of a burial."""
    first, last = reader.tokens.sentences[c.sentence]
    return _definite(reader, c) and not _BURYING.isdisjoint(reader.tokens.low[first:last])


def _stated(evidence: tuple[tuple[int, int, str], ...]) -> bool:
    return any(basis == "stated" for _, _, basis in evidence)


def _echoed(reader: Reader, facts: list[Fact], c: Candidate) -> Fact | None:
    """Return the fact that a statement without a number tells again: "The troops were killed in two districts"."""
    for fact in reversed(facts[-_POOL:]):
        main = fact.main
        if main.whole is not None or fact.quantity.qualifier in ("none", "unknown") or fact.quantity.low == 1:
            continue
        if c.sentence - max(fact.sentences) > _ECHO_REACH:
            break
        if main.cls == c.cls or main.cls in _LOOSE_CLASSES or c.cls in _LOOSE_CLASSES:
            return fact
    return None


def _joined(reader: Reader, fact: Fact, c: Candidate) -> Quantity | None:
    """Return the quantity of a fact together with one more statement, or None if the two are not one fact."""
    main = fact.main
    if main.supersedes is not None or c.supersedes is not None:
        return None
    if main.unit != c.unit or fact.quantity.qualifier in ("none", "unknown"):
        return None
    if (
        c.sentence in fact.sentences
        or (main.whole is None) != (c.whole is None)
        and not (fact.opening and main.whole is None)
    ):
        return None
    if (
        "vague" in (fact.quantity.qualifier, c.quantity.qualifier)
    ) and fact.quantity.qualifier != c.quantity.qualifier:
        if not fact.opening or c.whole is not None:
            return None  # "several" and then "a higher toll of 17" are two figures; "most of the dead" are a part
    quantity = compatible(fact.quantity, c.quantity)
    if quantity is None or not _same_people(reader, fact, c):
        return None
    if _tells_others(reader, c) and not fact.opening:
        return None
    return quantity


def compatible(a: Quantity, b: Quantity) -> Quantity | None:
    """Return what two statements of one number say together, or None where they differ.

    A number wins over a vague word, and "at least" over the bare number, as the record format has it.
    """
    if a.qualifier in ("none", "unknown") or b.qualifier in ("none", "unknown"):
        return None
    if a.qualifier == "vague" or b.qualifier == "vague":
        vague, other = (a, b) if a.qualifier == "vague" else (b, a)
        if other.qualifier == "vague":
            return a if a.low == b.low else None
        if other.low is None or vague.low is None or not vague.low <= other.low < vague.low * 10:
            return None
        return other
    n, m = _named(a), _named(b)
    if n is None or m is None:
        return a if (a.low, a.high) == (b.low, b.high) else None
    if n != m:
        return None
    for q in ("at_least", "more_than", "up_to", "fewer_than"):
        for quantity in (a, b):
            if quantity.qualifier == q:
                return quantity
    return a if a.qualifier == "exact" else b


def _named(q: Quantity) -> int | None:
    """Return the number that the words name."""
    match q.qualifier:
        case "exact" | "about" | "at_least":
            return q.low
        case "more_than":
            return None if q.low is None else q.low - 1
        case "up_to":
            return q.high
        case "fewer_than":
            return None if q.high is None else q.high + 1
        case _:
            return None


def _same_people(reader: Reader, fact: Fact, c: Candidate) -> bool:
    """Tell whether the words for the victims can mean the same people."""
    main = fact.main
    opening = fact.opening
    loose = main.cls in _LOOSE_CLASSES or c.cls in _LOOSE_CLASSES
    single = c.quantity.low == 1 and c.quantity.high == 1
    shared = bool(fact.heads & reader.heads(c.group))
    if single:
        if c.definite or main.definite:
            return shared
        # one person of a headline is told again at once; later on it is another one
        return opening and (shared or (c.sentence - main.sentence <= 4 and (main.cls == c.cls or loose)))
    if main.cls == c.cls or loose or shared:
        return opening or shared or _definite(reader, c) or (c.quantity.low or c.quantity.high or 0) > 4
    return opening and (c.quantity.low or 0) > 4


def _definite(reader: Reader, c: Candidate) -> bool:
    """Tell whether the words point back: "the 44 soldiers", "both men"."""
    tags = reader.alphabet.tags(reader.units.tags[reader.groups.first[c.group]])
    return bool(tags & {"THE", "DEM", "BOTH"})


def _tells_others(reader: Reader, c: Candidate) -> bool:
    """Tell whether the words name people besides those told before: "three more", "another guard"."""
    first, last = reader.groups.first[c.group], reader.groups.last[c.group]
    return any(
        reader.alphabet.tags(reader.units.tags[i]) & _APART for i in range(first, last)
    ) or c.rule.endswith(".more")
