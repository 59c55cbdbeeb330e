"""What changed between two runs over the same stories: records gained, lost and changed, in their own words.

It compares records as they are written (the record format), so that runs of different versions can be
compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

Change = Literal["added", "removed", "changed", "text changed"]
Written = Mapping[str, Any]
_KINDS = ("actors", "places", "dates", "claims", "casualties", "framing", "findings")
_SILENT = frozenset({"evidence", "mentions"})


@attrs.frozen(kw_only=True, order=True)
class Difference:
    """One thing that differs between two runs.

    Attributes:
        article: Id of the article.
        kind: What it is: ``article``, or a list of the record (``casualties``).
        id: Id of the thing; the words for what has no id.
        change: How it changed.
        field: The field that changed, or empty.
        old: Its old value in words.
        new: Its new value in words.
    """

    article: str
    kind: str
    id: str
    change: Change
    field: str = ""
    old: str = ""
    new: str = ""

    def __str__(self) -> str:
        what = f"{self.article}: {self.kind} {self.id}".rstrip()
        if self.change == "changed":
            return f"{what}: {self.field} {self.old} -> {self.new}"
        said = self.new if self.change == "added" else self.old
        return f"{what}: {self.change}" + (f": {said}" if said else "")


def diff(old: Iterable[Written], new: Iterable[Written]) -> tuple[Difference, ...]:
    """Compare two runs, each a number of written records.

    Use it after a change of the rules or of the version, over the same texts.

    Args:
        old: Records of the earlier run, as dictionaries of the record format.
        new: Records of the later run.

    Returns:
        The differences by article, kind and id; none where the runs say the same. Evidence that only moved
        within a record that is else the same makes no difference.
    """
    before, after = _by_article(old), _by_article(new)
    found: list[Difference] = []
    for article in sorted(before.keys() | after.keys()):
        a, b = before.get(article), after.get(article)
        if a is None or b is None:
            change: Change = "added" if a is None else "removed"
            found.append(Difference(article=article, kind="article", id="", change=change))
        else:
            if a["article"].get("text") != b["article"].get("text"):
                found.append(Difference(article=article, kind="article", id="", change="text changed"))
            for kind in _KINDS:
                found += _of_kind(article, kind, _by_id(kind, a), _by_id(kind, b))
    return tuple(sorted(found))


def _by_article(records: Iterable[Written]) -> dict[str, Written]:
    found: dict[str, Written] = {}
    for r in records:
        found[str(r["article"]["id"])] = r
    return found


def _by_id(kind: str, record: Written) -> dict[str, Written]:
    found: dict[str, Written] = {}
    for item in record.get(kind, ()):
        name = base = str(item.get("id") or _words(item))
        n = 2
        while name in found:
            name, n = f"{base} ({n})", n + 1
        found[name] = item
    return found


def _words(item: Written) -> str:
    mention = item.get("mention")
    if isinstance(mention, Mapping):
        return f'"{mention.get("exact")}" at {mention.get("start")}'
    evidence = item.get("evidence") or ()
    where = f" at {evidence[0].get('start')}" if evidence else ""
    return f"{item.get('code', '')}{where}"


def _of_kind(
    article: str, kind: str, before: Mapping[str, Written], after: Mapping[str, Written]
) -> Iterable[Difference]:
    for name in sorted(before.keys() | after.keys()):
        a, b = before.get(name), after.get(name)
        if a is None and b is not None:
            yield Difference(article=article, kind=kind, id=name, change="added", new=_said(kind, b))
        elif b is None and a is not None:
            yield Difference(article=article, kind=kind, id=name, change="removed", old=_said(kind, a))
        elif a is not None and b is not None:
            for field in sorted((a.keys() | b.keys()) - _SILENT):
                if a.get(field) != b.get(field):
                    yield Difference(
                        article=article,
                        kind=kind,
                        id=name,
                        change="changed",
                        field=field,
                        old=_value(a.get(field)),
                        new=_value(b.get(field)),
                    )


def _said(kind: str, item: Written) -> str:
    """What a reader wants to see of something gained or lost: its words."""
    if kind == "casualties":
        quoted = next((e["exact"] for e in item.get("evidence", ()) if e.get("field") == "count"), "")
        return f'{item.get("harm")}, "{quoted}"'
    if kind == "claims":
        return f'"{item.get("content", {}).get("exact", "")}"'
    return str(item.get("message") or item.get("name") or item.get("term") or "")


def _value(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        if "exact" in value:
            return f'"{value["exact"]}" [{value.get("start")}:{value.get("end")}]'
        return "{" + ", ".join(f"{k}: {_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(v) for v in value) + "]"
    return str(value)
