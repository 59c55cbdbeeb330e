"""Every entry of the casualty lexicons in an example of its table, with what must be read there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from libya_news.english import inflection

ENGLISH = Path(inflection.__file__).resolve().parent


class Entry(NamedTuple):
    """An entry of a lexicon in a sentence.

    `entry` is the entry as it is listed, `words` the form of it that the sentence tries; `wanted` is harm,
    low, high and victim class (`*` for any); `qualifier` is empty where the sentence says nothing of it.
    """

    table: str
    entry: str
    words: str
    text: str
    wanted: tuple[str, int | None, int | None, str]
    qualifier: str = ""


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((ENGLISH / f"{name}.toml").read_text(encoding="utf-8"))


def _noun(entry: str) -> tuple[str, str]:
    singular, slash, many = entry.partition("/")
    return singular, many if slash else inflection.plural(singular)


def _bound(value: object) -> int | None:
    return value if isinstance(value, int) else None


def people() -> Iterator[Entry]:
    data = _table("people")
    for name, group in data["person"].items():
        for entry in dict.fromkeys([*group["nouns"], *group.get("weak", [])]):
            one, many = _noun(entry)
            cls = group["class"]
            if many:
                text = group["example"].replace("{plural}", many)
                yield Entry(f"person.{name}", entry, many, text, ("killed", 3, 3, cls))
            if one and one != many:
                text = f"{_article(one)} {one} was killed in Sirte."
                yield Entry(f"person.{name}", entry, one, text, ("killed", 1, 1, cls))
    kin = data["kin"]
    for name in ("civilian", "woman", "daughterly", "child"):
        cls = "civilian" if name == "daughterly" else name
        for entry in kin[name]:
            one, many = _noun(entry)
            yield Entry(
                f"kin.{name}", entry, one, kin["example"].replace("{singular}", one), ("killed", 1, 1, cls)
            )
            yield Entry(
                f"kin.{name}",
                entry,
                many,
                kin["plural_example"].replace("{plural}", many),
                ("killed", 2, 2, cls),
            )
    units = data["units"]
    for entry in units["nouns"]:
        one, _ = _noun(entry)
        text = units["example"].replace("A {singular}", f"{_article(one)} {one}")
        alone = units["counted"].get(one, 0)
        if alone:  # "a quartet" says its number itself
            yield Entry("units", entry, one, text.replace(" of five", ""), ("killed", alone, alone, "*"))
        else:
            yield Entry("units", entry, one, text, ("killed", 5, 5, "*"))
    bodies = data["bodies"]
    for entry in bodies["nouns"]:
        _, many = _noun(entry)
        yield Entry("bodies", entry, many, bodies["example"].replace("{plural}", many), ("killed", 3, 3, "*"))
    for name, cls in (("foreign", "foreigner"), ("libyan", "*")):
        for entry in data["nationality"][name]:
            parts = entry.split("/")
            one, many = parts[0], parts[1] if len(parts) > 1 else parts[0] + "s"
            text = f"Two {many} were killed in Sirte."
            yield Entry(f"nationality.{name}", entry, many, text, ("killed", 2, 2, cls))
            text = f"{_article(one)} {one} was killed in Sirte."
            yield Entry(f"nationality.{name}", entry, one, text, ("killed", 1, 1, cls))


def _article(word: str) -> str:
    if word.startswith(("MP", "IS", "NCO")):
        return "An"
    return (
        "An"
        if word[0].lower() in "aeiou" and not word.lower().startswith(("eu", "uni", "ug", "uk", "ur", "uz"))
        else "A"
    )


def harm() -> Iterator[Entry]:
    data = _table("harm")
    for part in ("verb", "light"):
        for name, group in data[part].items():
            for item in group["verbs"]:
                own = item if isinstance(item, dict) else {"verb": item}
                base, _, past, participle, ing = inflection.forms(own["verb"])
                for example in group.get("examples", ()):
                    if "only" in example and base not in example["only"]:
                        continue
                    if base in example.get("except", ()):
                        continue
                    gap = example.get("fill", "")
                    forms = {"base": base, "past": past, "part": participle, "ing": ing}
                    text, used = example["text"], ""
                    for form, words in forms.items():
                        if "{" + form + "}" in text:
                            used = words
                            text = text.replace("{" + form + "}", words.replace("~", gap))
                    if own.get("fighters_only"):
                        text = text.replace("shepherds", "militants")
                    harmed, low, high = example["expect"]
                    yield Entry(
                        f"{part}.{name}", own["verb"], used, text, (harmed, _bound(low), _bound(high), "*")
                    )
    for name, group in data["phrase"].items():
        for phrase in group["phrases"]:
            for example in group["examples"]:
                text = example["text"].replace("{phrase}", phrase)
                harmed, low, high = example["expect"]
                yield Entry(f"phrase.{name}", phrase, phrase, text, (harmed, low, high, "*"))
    for name, group in data["noun"].items():
        weak = group.get("weak", [])
        for entry in group["nouns"]:
            one, many = _noun(entry)
            for example in group["examples"]:
                if example.get("not_weak") and entry in weak:
                    continue
                if "only" in example and one not in example["only"]:
                    continue
                text = example["text"].replace("{plural}", many).replace("{singular}", one)
                used = many if "{plural}" in example["text"] else one
                harmed, low, high = example["expect"]
                yield Entry(f"noun.{name}", entry, used, text, (harmed, low, high, "*"))
    for name, words in data["adjective"].items():
        if name != "examples":
            for word in words:
                text = f"The raid left two shepherds {word} near Sirte."
                yield Entry(f"adjective.{name}", word, word, text, (name, 2, 2, "*"))


def quantities() -> Iterator[Entry]:
    data = _table("quantities")
    groups = [(f"{side}.{name}", group) for side in ("before", "after") for name, group in data[side].items()]
    for name, group in groups:
        low, high, qualifier = group["expect"]
        for phrase in group["phrases"]:
            text = _filled(group["example"], phrase)
            yield Entry(name, phrase, phrase, text, ("killed", _bound(low), _bound(high), "*"), qualifier)
    for phrase, low in data["vague"]["low"].items():
        text = _filled(data["vague"]["example"], phrase)
        yield Entry("vague", phrase, phrase, text, ("killed", low, None, "*"), "vague")
    for name in ("exact", "about"):
        for phrase, n in data["number_words"][name].items():
            text = _filled(data["number_words"]["example"], phrase)
            yield Entry(f"number_words.{name}", phrase, phrase, text, ("killed", n, n, "*"), name)


def _filled(example: str, phrase: str) -> str:
    if example.startswith("{Phrase}") and len(phrase.strip(".")) == 1:
        example = "Medics said " + example.replace(
            "{Phrase}", "{phrase}"
        )  # "C. 20 people" is the third of a list
    return example.replace("{phrase}", phrase).replace("{Phrase}", phrase[:1].upper() + phrase[1:])


def entries() -> Iterator[Entry]:
    """Yield the entries of all lexicons of casualties."""
    yield from people()
    yield from harm()
    yield from quantities()
