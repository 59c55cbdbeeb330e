"""The Latin key of a name in Arabic letters.

Arabic leaves most short vowels unwritten, so no rule alone leads from "سرت" to "Sirte". The words of the
entries' own Arabic names are laid beside their Latin ones when the data are built (`learned`), and those pairs
ship in `arabic.json`. Any other word is the one of the knowledge's Latin words that its consonants and long
vowels allow (`skeletons`); where there is none, or several as likely, it is written with "a" where a vowel must
stand (`transliterate`).
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from libya_news.knowledge.skeletons import Skeletons

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "گ": "ق"}
)
_ARABIC = re.compile("[\u0621-\u064a\u0671\u06af]")
_CONSONANTS = dict(
    zip(
        "بتثجحخدذرزسشصضطظغفقكلمنه",
        "b t t j h kh d d r z s sh s d t d gh f q k l m n h".split(),
        strict=True,
    )
)
_AGENT_ROOT = frozenset(_CONSONANTS) | {"ع"}
_VOWELS = {"ا": "a", "و": "u", "ي": "i", "ع": "a"}
# Letters that newspapers write for one another; vowels, h, w, y and hamza may be written or not.
_CLASSES = str.maketrans({"g": "k", "ğ": "k", "j": "k", "x": "k", "v": "f", "p": "b", "z": "d", "š": "s"})
_UNHEARD = re.compile("[^bcdfkglmnrstjxğvpzšq]")


def is_arabic(word: str) -> bool:
    """Tell whether a word is written in Arabic letters."""
    return _ARABIC.search(word) is not None


def plain_arabic(word: str, *, article: bool = False) -> str:
    """Return an Arabic word without vowel marks, in one letter for each sound; its article goes unless kept."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(_ALIKE)
    return text[2:] if not article and text.startswith("ال") and len(text) > 4 else text


def transliterate(plain: str) -> str:
    """Return a plain Arabic word in Latin letters, "a" for each short vowel that must stand."""
    if _is_agent(plain):
        first, middle, last = (_CONSONANTS.get(plain[i], "") for i in (0, 2, 3))
        return f"{first}a{middle}i{last}"
    out: list[str] = []
    vowel = False
    for i, letter in enumerate(plain):
        following = plain[i + 1] if i + 1 < len(plain) else ""
        if letter == "ه" and not following and i:
            if not vowel:
                out.append("a")
            break
        if letter in _VOWELS:
            if letter in "وي" and not vowel and following in ("ا", "و", "ي") and following:
                out.append("w" if letter == "و" else "y")
                continue
            if not vowel or letter in "وي":
                out.append(_VOWELS[letter])
            vowel = True
        elif letter in _CONSONANTS:
            out.append(_CONSONANTS[letter])
            if following in _CONSONANTS and not (following == "ه" and i + 2 == len(plain)) and not vowel:
                out.append("a")
                vowel = True
            else:
                vowel = False
    return "".join(out)


def _is_agent(plain: str) -> bool:
    """Tell whether a word has the form of one who does something: "Salem", "Khaled", "Ghanem"."""
    return len(plain) == 4 and plain[1] == "ا" and all(plain[i] in _AGENT_ROOT for i in (0, 2, 3))


def _skeleton(key: str) -> str:
    return re.sub(r"(.)\1+", r"\1", _UNHEARD.sub("", key.replace("sh", "š")).translate(_CLASSES))


def _pairs(arabic: Sequence[str], latin: Sequence[Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    for words in latin:
        if len(words) == len(arabic):
            for one, (regular, key) in zip(arabic, words, strict=True):
                if is_arabic(one) and _matches(one, regular):
                    yield one, key


def _matches(arabic: str, regular: str) -> bool:
    from libya_news.knowledge.folding import regular_key

    mine = _skeleton(regular_key(transliterate(plain_arabic(arabic))))
    return bool(mine) and mine == _skeleton(regular)


def learned(
    records: Iterable[Mapping[str, Any]], families: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """Return plain Arabic word -> Latin key, from the names of records in both scripts.

    A word that is another name with the article than without ("السراج", "سراج") has an entry for each, the
    one with the article under "=".

    Args:
        records: Actors and places in the fields of the data files.
        families: The table of irregular Latin spellings.
        given: Arabic word -> Latin spelling, for what the records would tell wrongly or not at all.
    """
    from libya_news.knowledge.folding import regular_key, split_name, table_key

    votes: dict[str, Counter[str]] = {}
    led: dict[str, Counter[str]] = {}
    for record in records:
        names = [
            [(regular_key(w), table_key(w, families)) for w in split_name(name)]
            for name in (record["name"], *record.get("strong", ()), *record.get("weak", ()))
            if isinstance(name, str) and not is_arabic(name)
        ]
        for arabic in record.get("arabic", ()):
            for word, key in _pairs(split_name(arabic), names):
                votes.setdefault(plain_arabic(word), Counter())[key] += 1
                full = plain_arabic(word, article=True)
                if full != plain_arabic(word):
                    led.setdefault(full, Counter())[key] += 1
    best = {word: _most(counts) for word, counts in votes.items()}
    best.update((plain_arabic(word), table_key(latin, families)) for word, latin in given.items())
    apart = {
        "=" + word: _most(counts) for word, counts in led.items() if _most(counts) != best[plain_arabic(word)]
    }
    return dict(sorted({**best, **apart}.items()))


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda key: (-counts[key], key))


@cache
def arabic_words() -> Mapping[str, str]:
    """Return the Latin keys of known Arabic words; read when the first Arabic word is folded."""
    raw: dict[str, str] = json.loads(Path(__file__).with_name("arabic.json").read_bytes())
    return raw


def latin_key(word: str, families: Mapping[str, str]) -> str:
    """Return the key that the Latin spellings of an Arabic word have."""
    known = arabic_words()
    plain = plain_arabic(word)
    found = known.get("=" + plain_arabic(word, article=True)) or known.get(plain)
    if found is None and plain.startswith(_SERVANT) and len(plain) > len(_SERVANT) + 2:
        key = "abdul" + latin_key(plain.removeprefix(_SERVANT), families)  # written as one word
        return families.get(key, key)
    if found is None:
        found = skeletons().only(plain, guessed)
    if found is not None:
        return found
    key = guessed(plain)
    return families.get(key, key)


def guessed(plain: str) -> str:
    """Return the key of a plain Arabic word with the vowels that must stand, whatever they are."""
    from libya_news.knowledge.folding import regular_key

    return regular_key(transliterate(plain))


_SERVANT = "عبد"


@cache
def skeletons() -> Skeletons:
    """Return the words of the knowledge's Arabic names in Latin letters, by their consonants."""
    from libya_news.knowledge.compiled import load_compiled
    from libya_news.knowledge.folding import table_key

    raw = load_compiled()
    lists = raw["words"]
    counts = Counter(table_key(name, lists["families"]) for name in lists["given_names"])
    for first, flat in raw["names"].items():
        for i in range(0, len(flat), 3):
            if flat[i + 1] & _SURE:
                counts.update((first, *flat[i].split()))
    common = {table_key(word, lists["families"]) for word in lists["common"]}
    return Skeletons(
        {
            w: n
            for w, n in counts.items()
            if len(w) > 1 and w.isalpha() and w not in common and not is_arabic(w)
        }
    )


_SURE = 3  # the flags of places and of strong names
