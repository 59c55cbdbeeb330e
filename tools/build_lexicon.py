"""Compile the lexicons of newspaper English (TOML) into the JSON that the library reads.

With `--check` nothing is written; the exit code is 1 if the file is out of step with its sources.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from libya_news.english.inflection import ing as ing_of
from libya_news.english.inflection import past as past_of
from libya_news.english.inflection import plural

HERE = Path(__file__).resolve().parent
ENGLISH = HERE.parent / "src" / "libya_news" / "english"
TARGET = ENGLISH / "_lexicon.json"
_VOWELS = "aeiou"


def forms_of_noun(entry: str) -> tuple[str, str]:
    """Split an entry into singular and plural; either may be empty."""
    singular, slash, many = entry.partition("/")
    return (singular, many if slash else plural(singular))


def forms_of_verb(entry: str) -> dict[str, str]:
    """Give base, past, participle, -ing and third person of an entry; its first word is what changes."""
    parts = entry.split("/")
    base = parts[0]
    first, space, rest = base.partition(" ")
    rest = space + rest
    past = parts[1] if len(parts) > 1 else past_of(first) + rest
    part = parts[2] if len(parts) > 2 else past
    ing = parts[3] if len(parts) > 3 else ing_of(first) + rest
    third = {"be": "is", "have": "has", "go": "goes", "do": "does"}.get(first) or _third(first)
    return {"base": base, "past": past, "part": part, "ing": ing, "s": third + rest}


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")


def key_of(words: str) -> str:
    """Write words as the tokens they become: lower case, hyphens and commas on their own."""
    return " ".join(words.lower().replace("-", " - ").replace(",", " , ").replace("'s", " 's").split())


class Table:
    """The entries while they are gathered."""

    def __init__(self) -> None:
        self.tags: dict[str, set[str]] = defaultdict(set)
        self.about: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)

    def add(self, words: str, tags: Iterable[str], kind: str = "", **about: Any) -> None:
        if not words:
            return
        key = key_of(words)
        self.tags[key].update(tags)
        if kind:
            known = self.about[key].get(kind)
            said = {k: v for k, v in about.items() if v not in (None, False)}
            if known is None:
                self.about[key][kind] = said
            elif kind in ("verb", "noun", "state", "light", "adjective") and known != said:
                readings = known.setdefault("readings", [])
                if said not in readings:
                    readings.append(said)
            else:
                for name, value in said.items():
                    known.setdefault(name, value)


def people(data: dict[str, Any], table: Table) -> None:
    for group in data["person"].values():
        weak = set(group.get("weak", []))
        for entry in dict.fromkeys([*group["nouns"], *group.get("weak", [])]):
            one, many = forms_of_noun(entry)
            about = {"class": group["class"], "lemma": one or many, "weak": entry in weak}
            if one == many:
                table.add(one, ["PERSON_SG", "PERSON_PL"], "person", **about)
            table.add(one, ["PERSON_SG"], "person", **about)
            table.add(many, ["PERSON_PL"], "person", **about)
    for entry in data["person"]["unspecified"]["life_words"]:
        for word in forms_of_noun(entry):
            table.add(word, ["LIFE"])
    kin_class = {"civilian": "civilian", "woman": "woman", "daughterly": "civilian", "child": "child"}
    for name, victim_class in kin_class.items():
        for entry in data["kin"][name]:
            one, many = forms_of_noun(entry)
            table.add(one, ["KIN_SG", "PERSON_SG"], "kin", **{"class": victim_class, "lemma": one})
            table.add(many, ["KIN_PL", "PERSON_PL"], "kin", **{"class": victim_class, "lemma": one})
    units = data["units"]
    for entry in units["nouns"]:
        one, many = forms_of_noun(entry)
        about = {
            "lemma": one,
            "counted": units["counted"].get(one),
            "families": one in units["families"],
            "never_persons": one in units["never_persons"],
        }
        table.add(one, ["GROUP_SG"], "group", **about)
        table.add(many, ["GROUP_PL"], "group", **about)
    bodies = data["bodies"]
    for entry in bodies["nouns"]:
        one, many = forms_of_noun(entry)
        table.add(one, ["BODY_SG"], "body", lemma=one or many)
        table.add(many, ["BODY_PL"], "body", lemma=one or many)
    for name, victim_class in (("foreign", "foreigner"), ("libyan", "unspecified")):
        for entry in data["nationality"][name]:
            parts = entry.split("/")
            one, many = parts[0], parts[1] if len(parts) > 1 else parts[0] + "s"
            adjective = parts[2] if len(parts) > 2 else one
            about = {"class": victim_class, "nation": adjective, "libyan": name == "libyan"}
            table.add(one, ["PERSON_SG"], "nation", **about)
            table.add(many, ["PERSON_PL"], "nation", **about)
            table.add(adjective, ["NATADJ", "MOD"], "nation", **about)
    for name, words in data["modifiers"].items():
        for word in words:
            about = {} if name == "neutral" else {"class": name}
            table.add(word, ["MOD"], "modifier", **about)
    for word in data["also_adjective"]["words"]:
        table.add(word, ["PERSON_ADJ"])
    for word in data["also_adjective"]["also_verb"]:
        table.add(word, ["PERSON_VERB"])
    for word in data["also_adjective"]["not_persons_before"]:
        table.add(word, ["NO_PERSON_NEXT"])


_FORM_TAGS = {"base": "HV_BASE", "past": "HV_PAST", "part": "HV_PART", "ing": "HV_ING", "s": "HV_S"}


def verbs(group: dict[str, Any]) -> Iterator[tuple[str, dict[str, str], dict[str, Any]]]:
    """Each verb of a group: its lemma, its forms, and what the group and the entry say of it."""
    shared = {k: v for k, v in group.items() if k not in ("verbs", "examples", "tag")}
    for entry in group["verbs"]:
        own = {"verb": entry} if isinstance(entry, str) else dict(entry)
        forms = forms_of_verb(own.pop("verb"))
        yield forms["base"], forms, {**shared, **own}


def harm(data: dict[str, Any], table: Table) -> None:
    for group in data["verb"].values():
        for lemma, forms, about in verbs(group):
            for form, words in forms.items():
                table.add(words, [_FORM_TAGS[form]], "verb", lemma=lemma, **about)
    for name, group in data["light"].items():
        for lemma, forms, _ in verbs(group):
            for words in forms.values():
                table.add(words, [group["tag"]], "light", lemma=lemma, role=name)
    for group in data["phrase"].values():
        for phrase in group["phrases"]:
            table.add(phrase, ["HS"], "state", harm=group["harm"])
    tag_of = {"count": "HN_COUNT", "of": "HN_OF", "toll": "HN_TOLL"}
    for group in data["noun"].values():
        weak = set(group.get("weak", []))
        for entry in group["nouns"]:
            one, many = forms_of_noun(entry)
            about = {
                "harm": group["harm"],
                "victims": group["victims"],
                "weak": entry in weak,
                "lemma": one or many,
            }
            table.add(one, ["HN_SG", tag_of[group["victims"]]], "noun", **about)
            table.add(many, ["HN_PL", tag_of[group["victims"]]], "noun", **about)
    for name, words in data["adjective"].items():
        if name != "examples":
            for word in words:
                table.add(word, ["HADJ"], "adjective", harm=name)
    for name, tag in (("words", "UNHARMED"),):
        for word in data["unharmed"][name]:
            table.add(word, [tag])
    for word in data["unknown"]["words"]:
        table.add(word, ["UNKNOWN_N"])
    for word in data["unknown"]["cues"]:
        table.add(word, ["UNKNOWN_CUE"])
    for word in data["unknown"].get("none_reported", []):
        table.add(word, ["NONE_REPORTED"])


def quantities(data: dict[str, Any], table: Table) -> None:
    for side in ("before", "after"):
        for name, group in data[side].items():
            for phrase in group["phrases"]:
                table.add(
                    phrase,
                    [group["tag"]],
                    "quantity",
                    qualifier=name,
                    weak=phrase in group["weak"] if "weak" in group else None,
                )
    for phrase, low in data["vague"]["low"].items():
        table.add(phrase, ["VAGUE"], "quantity", low=low, weak=phrase in data["vague"]["weak"])
    for name in ("exact", "about"):
        for phrase, n in data["number_words"][name].items():
            table.add(phrase, ["NUMWORD"], "quantity", n=n, about=name == "about")
    for phrase in data["one"]["phrases"]:
        table.add(phrase, ["ONEWORD"])
    part = data["partitive"]
    for name, tag in (
        ("all", "ALL"),
        ("most", "MOST"),
        ("all_but", "ALLBUT"),
        ("none", "NONE"),
        ("no_record", "NORECORD"),
    ):
        for phrase in part[name]:
            table.add(phrase, [f"PART_{tag}"])
    for name in ("share", "about_share"):
        for phrase, share in part[name].items():
            table.add(phrase, ["PART_SHARE"], "quantity", share=share, about=name == "about_share")
    for name, tag in (("words", "UNIT"), ("numbered", "NUMBERED"), ("ages", "AGE")):
        for word in data["units"][name]:
            table.add(word, [tag])


def build() -> str:
    """Return the compiled lexicon as text: the same bytes for the same sources."""
    table = Table()
    for name, fill in (("people", people), ("harm", harm), ("quantities", quantities)):
        fill(tomllib.loads((ENGLISH / f"{name}.toml").read_text(encoding="utf-8")), table)
    tagsets = sorted({tuple(sorted(tags)) for tags in table.tags.values()})
    number = {tags: i for i, tags in enumerate(tagsets)}
    attributes: dict[str, int] = {}
    entries = {}
    for key in sorted(table.tags):
        about = table.about.get(key)
        text = json.dumps(about, ensure_ascii=False, sort_keys=True) if about else None
        index = None if text is None else attributes.setdefault(text, len(attributes))
        entries[key] = [number[tuple(sorted(table.tags[key]))], index]
    lines = [
        f"{json.dumps(k, ensure_ascii=False)}:{json.dumps(v, separators=(',', ':'))}"
        for k, v in entries.items()
    ]
    return (
        '{"tagsets":[\n'
        + ",\n".join(json.dumps(t, separators=(",", ":")) for t in tagsets)
        + '],\n"attributes":[\n'
        + ",\n".join(attributes)
        + '],\n"entries":{\n'
        + ",\n".join(lines)
        + "}}\n"
    )


def main() -> int:
    text = build()
    if "--check" in sys.argv[1:]:
        return 0 if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(json.loads(text)['entries'])} words and phrases")
    return 0


if __name__ == "__main__":
    sys.exit(main())
