"""One key for the ways of describing actors whom nobody names: "masked gunmen", "five of the masked gunmen"."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*|,")
# Words that tell which or how many, not of what sort.
_POINTING = frozenset(
    "a an the this that these those some any all both each every other others another several many few more most"
    " certain various numerous dozens scores hundreds group groups band bands gang gangs number handful pair couple"
    " who which were was are is be been being had have has by and so called one two three four five six seven eight"
    " nine ten eleven twelve dozen twenty thirty forty fifty hundred thousand at least about around up to than no"
    " fewer his her its their our my your".split()
)
_LINKS = frozenset("of from in on with near for against at".split())
_SINGULAR = {
    "women": "woman",
    "people": "person",
    "persons": "person",
    "children": "child",
    "police": "police",
}


def description_key(description: str) -> str:
    """Return one key for a description of unidentified actors, however it is worded around its nouns.

    Use it to compare the actors that stories describe and do not name (`Perpetrator.description`,
    `Speaker.description`), within a story or across stories. Articles, determiners, counts, case, blanks, marks
    and number do not count, nor on which side of its noun an adjective stands. Words are never exchanged for
    others: "masked" and "hooded" have two keys. Equal keys mean the same description, not the same people, so
    the key is no id of an actor and no entry of `actors` has it.

    >>> description_key("The  masked gunmen") == description_key("gunmen, masked") == "gunman-masked"
    True
    >>> description_key("masked gunmen") == description_key("armed men")
    False

    Args:
        description: The words of a story, such as "two of the masked gunmen".

    Returns:
        Lower-case words joined by hyphens; empty if the description names no sort of people.
    """
    parts: list[list[str]] = [[]]
    links: list[str] = []
    for match in _WORD.finditer(description.casefold().replace("’", "'").replace("ʼ", "'")):
        word = match[0].removesuffix("'s").rstrip("'")
        if word in _LINKS and not (word == "at" and not parts[-1]):
            if parts[-1]:
                links.append(word)
                parts.append([])
        elif word not in _POINTING and word != "," and not word[0].isdigit():
            parts[-1].append(_singular(word))
    if not parts[-1]:
        parts.pop()
        del links[len(parts) - 1 if parts else 0 :]
    out: list[str] = []
    for i, part in enumerate(parts):
        out += [*links[i - 1 : i], *sorted(set(part))] if i else sorted(set(part))
    return "-".join(out)


def _singular(word: str) -> str:
    """Return a noun in the singular; adjectives stay as they are."""
    known = _SINGULAR.get(word)
    if known is not None:
        return known
    if word.endswith("men") and len(word) > 2:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
