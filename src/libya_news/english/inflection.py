"""English word forms by rule: plurals and the forms of verbs, for lexicons that list only what is irregular."""

_VOWELS = frozenset("aeiou")
# Two-syllable verbs stressed at the end, and others whose last consonant doubles against the one-syllable
# rule.
_DOUBLING = frozenset({"admit", "kidnap", "regret", "abet", "repel", "expel"})


def plural(noun: str) -> str:
    """Return the plural of an English noun by rule; of several words the last is changed.

    >>> plural("policeman"), plural("deputy"), plural("witness"), plural("aid worker")
    ('policemen', 'deputies', 'witnesses', 'aid workers')
    """
    if noun.endswith("man") and not noun.endswith(("human", "german", "roman", "ottoman", "turkoman")):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def past(verb: str) -> str:
    """Return the regular past of a verb; of several words the first is changed."""
    head, _, rest = verb.partition(" ")
    if head.endswith("e"):
        head += "d"
    elif head.endswith("y") and head[-2] not in _VOWELS:
        head = head[:-1] + "ied"
    else:
        head += (head[-1] if _doubles(head) else "") + "ed"
    return f"{head} {rest}" if rest else head


def ing(verb: str) -> str:
    """Return the -ing form of a verb; of several words the first is changed."""
    head, _, rest = verb.partition(" ")
    if head.endswith("ie"):
        head = head[:-2] + "ying"
    elif head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        head = head[:-1] + "ing"
    else:
        head += (head[-1] if _doubles(head) else "") + "ing"
    return f"{head} {rest}" if rest else head


def third(verb: str) -> str:
    """Return the third person singular of a verb; of several words the first is changed."""
    head, _, rest = verb.partition(" ")
    head = plural(head) if not head.endswith("man") else head + "s"
    return f"{head} {rest}" if rest else head


def forms(entry: str) -> tuple[str, str, str, str, str]:
    """Return base, third person, past, participle and -ing of an entry `base[/past/participle[/-ing]]`."""
    parts = [part.strip() for part in entry.split("/")]
    base = parts[0]
    past_ = parts[1] if len(parts) > 1 else past(base)
    participle = parts[2] if len(parts) > 2 else past_
    ing_ = parts[3] if len(parts) > 3 else ing(base)
    return base, third(base), past_, participle, ing_


def _doubles(head: str) -> bool:
    if head in _DOUBLING:
        return True
    if len(head) < 3 or head[-1] in _VOWELS or head[-1] in "wxy":
        return False
    return head[-2] in _VOWELS and head[-3] not in _VOWELS and sum(c in _VOWELS for c in head) == 1
