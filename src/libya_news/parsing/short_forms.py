"""Later short forms of names: "Nasr" for Salem Nasr, "the Gate" for the Fezzan Gate, "(ZSF)" declared."""

import re
from collections.abc import Mapping, Sequence

from libya_news.knowledge.folding import ARTICLES
from libya_news.knowledge.lookup import Knowledge
from libya_news.parsing.names import Keys, NameHit, NameKind, with_article
from libya_news.text.tokens import Tokens

_SINGLE = re.compile(r"[GC](?!-?[GCHNML])")
_HEADED = re.compile(r"e([HNMK])(?![GCHNMLK])")


def add_short_forms(
    hits: list[NameHit], shapes: str, owned: bytearray, tokens: Tokens, knowledge: Knowledge
) -> list[NameHit]:
    """Return further hits: declared acronyms and surnames of actors that the text names in full."""
    keys, words = knowledge.cached(Keys), tokens.words
    surnames: dict[str, str | None] = {}
    heads: dict[str, str | None] = {}
    acronyms: dict[str, NameHit] = {}
    n = len(words)
    for hit in hits:
        first, after, actor_id, _, _, kind, _ = hit
        if actor_id is None or after - first < 2:
            continue
        if kind == "unknown_person" or kind == "person":
            key = keys[words[after - 1]]
            surnames[key] = actor_id if surnames.get(key, actor_id) == actor_id else None
        else:
            key = words[after - 1]
            heads[key] = actor_id if heads.get(key, actor_id) == actor_id else None
            if (
                kind == "unknown_group"
                and after + 2 < n
                and words[after] == "("
                and words[after + 2] == ")"
                and words[after + 1].isupper()
            ):
                acronyms[words[after + 1]] = hit
    out: list[NameHit] = []
    if surnames:
        _give_to_family(hits, surnames, tokens, knowledge)
        for match in _SINGLE.finditer(shapes):
            i = match.start()
            found = surnames.get(keys[words[i]]) if not owned[i] else None
            if found is not None:
                person: NameKind = "person" if knowledge.has_actor(found) else "unknown_person"
                out.append(NameHit(with_article(i, tokens), i + 1, found, None, "weak", person))
    if acronyms:
        for i, word in enumerate(words):
            declared = acronyms.get(word)
            if declared is not None and not owned[i]:
                out.append(NameHit(i, i + 1, declared.actor_id, None, "strong", "unknown_group"))
    if heads:
        for match in _HEADED.finditer(shapes):
            i = match.start(1)
            found = heads.get(words[i])
            if found is not None and not owned[i] and words[i] not in acronyms:
                group: NameKind = knowledge.kind_of(found) if knowledge.has_actor(found) else "unknown_group"
                out.append(NameHit(i, i + 1, found, None, "weak", group))
    return out


_BEARERS = frozenset(("person", "community", "unknown_person"))


def _give_to_family(
    hits: list[NameHit], surnames: dict[str, str | None], tokens: Tokens, knowledge: Knowledge
) -> None:
    """Read a surname alone as the bearer that the text names in full, not as the best-known one."""
    keys, words = knowledge.cached(Keys), tokens.words
    whole: dict[str, int] = {}
    for first, last, actor_id, _, _, _, _ in hits:
        if actor_id is not None and last - first > 1:
            whole[actor_id] = min(first, whole.get(actor_id, first))
    for n, hit in enumerate(hits):
        if hit.kind not in _BEARERS or hit.inner:
            continue
        found = surnames.get(keys[words[hit.last - 1]])
        if found is None or found == hit.actor_id or whole.get(found, hit.first) >= hit.first:
            continue
        if all(
            words[j] == "-"
            or keys[words[j]] == keys[words[hit.last - 1]]
            or (j < hit.last - 1 and words[j].lower() in ARTICLES)
            for j in range(hit.first, hit.last)
        ):
            kind: NameKind = "person" if knowledge.has_actor(found) else "unknown_person"
            hits[n] = NameHit(hit.first, hit.last, found, None, "weak", kind)


def resolve_short_form(
    words: str, before: int, names: Sequence[NameHit], tokens: Tokens, knowledge: Knowledge
) -> str | None:
    """Return the actor that a short form means ("Nasr", "the brigade", "the ministry"), or None if in doubt.

    Use it for the subject of a claim or a group of victims that is no name itself.

    Args:
        words: The short form as printed.
        before: The index of its first token; only names before it can be meant.
        names: What `find_names` found.
        tokens: The tokens of the article's text.
        knowledge: The knowledge that the names were looked up in.
    """
    parts = [w for w in words.split() if w.lower() not in ("the", "this", "that", "his", "its", "their")]
    if not parts:
        return None
    keys, head = knowledge.cached(Keys), parts[-1].lower()
    kinds = _KINDS_OF.get(head)
    meant: dict[str, int] = {}
    for hit in names:
        if hit.last > before or hit.actor_id is None:
            continue
        if parts[-1][0].isupper() and kinds is None:
            fits = (
                hit.kind in ("person", "unknown_person")
                and keys[tokens.words[hit.last - 1]] == keys[parts[-1]]
            )
        else:
            fits = head in tokens.low[hit.first : hit.last] or (kinds is not None and hit.kind in kinds)
        if fits:
            meant[hit.actor_id] = hit.first
    if len(meant) < 2:
        return next(iter(meant), None)
    paragraph = tokens.paragraph_of[before] if before < len(tokens) else -1
    near = [actor for actor, first in meant.items() if tokens.paragraph_of[first] == paragraph]
    return near[0] if len(near) == 1 else None


_KINDS_OF: Mapping[str, tuple[str, ...]] = {
    "group": ("armed_group", "unknown_group"),
    "militia": ("armed_group",),
    "brigade": (),
    "battalion": (),
    "ministry": (),
    "mission": (),
    "council": (),
    "agency": ("media",),
    "newspaper": ("media",),
    "channel": ("media",),
    "hospital": (),
    "government": ("government",),
    "organisation": ("intl_org",),
    "organization": ("intl_org",),
}
