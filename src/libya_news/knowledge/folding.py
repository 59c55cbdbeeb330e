"""One key for all the ways in which an Arabic name is written in Latin letters."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from libya_news.knowledge.compiled import load_compiled

# The definite article, with the consonants that it takes on before sun letters (ash-Sharif, ad-Din).
ARTICLES = frozenset(
    "al el il ul ad ed an en ar er as es ash esh ush at et az ez ath eth adh edh ach ech asch".split()
)
# Only these stand apart from their noun without a hyphen often enough to be read so: "al Sabri", never "as
# Haftar".
SPACED_ARTICLES = frozenset({"al", "el"})

_MARKS = re.compile("['’‘ʼ`´ʿʾʻʽ.·ـ]")
_ARABIC = re.compile("[\u0621-\u064a]")
_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0670ـ]")
_ARABIC_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "þ": "t", "ð": "d"}
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\Z")
_ORDINALS = {
    word: str(n)
    for n, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
        ],
        1,
    )
}
# Applied in this order to lower-case ASCII; the codes x, ğ, š stand for kh, gh, sh.
_RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"tch|sch|sh|ch", "š"),
        (r"kh", "x"),
        (r"gh", "ğ"),
        (r"ph", "f"),
        (r"dj", "j"),
        (r"([dt])h", r"\1"),
        (r"ck|q|c", "k"),
        (r"ou|oo|o", "u"),
        (r"(?<=[aeiu])h\Z", ""),
        (r"uw(?=[aeiuy])", "u"),
        (r"aw", "au"),
        (r"iyy?(?=[aeiu])", "i"),
        (r"([b-df-hj-np-tvxzšğ])\1", r"\1"),
        (r"[ae][iy]y?", "ai"),
        (r"(?<=.)e\Z", "a"),
        (r"ie|ee|y|e", "i"),
        (r"aa", "a"),
        (r"ii", "i"),
        (r"uu", "u"),
    )
)


def regular_key(word: str) -> str:
    """Return the key of one word by rule alone, without the table of irregular families."""
    text = word.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_LETTERS)
        text = "".join(c for c in text if not unicodedata.combining(c))
        if _ARABIC.search(text):
            text = _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", word)).translate(_ARABIC_LETTERS)
            return text[2:] if text.startswith("ال") and len(text) > 4 else text
    text = _MARKS.sub("", text)
    if not text or not text[0].isalpha():
        found = _ORDINAL.match(text)
        return found[1] if found else text
    if text in _ORDINALS:
        return _ORDINALS[text]
    for pattern, to in _RULES:
        text = pattern.sub(to, text)
    return text


def table_key(word: str, families: Mapping[str, str]) -> str:
    """Return the key of one word, by rule and by the table of irregular families."""
    apart = families.get("=" + word.lower())
    if apart is not None:
        return apart
    key = regular_key(word)
    return families.get(key, key)


@cache
def families() -> Mapping[str, str]:
    """Return the irregular spellings, from regular key to the key of their family."""
    table: Mapping[str, str] = load_compiled()["words"]["families"]
    return table


def fold_word(word: str) -> str:
    """Return the key of one word of a name.

    >>> fold_word("Hifter") == fold_word("Haftar")
    True
    """
    if not word.isascii():
        from libya_news.knowledge.arabic import is_arabic, latin_key

        if is_arabic(word):
            return latin_key(word, families())
    return table_key(word, families())


_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´ʿʾ][^\W_]+)*")


def split_name(name: str) -> list[str]:
    """Return the words of a name without its articles, hyphens and marks.

    >>> split_name("Souq al-Hout")
    ['Souq', 'Hout']
    """
    words = _WORD.findall(name if name.isascii() else _ARABIC_MARKS.sub("", name))
    rest = [w for i, w in enumerate(words) if i + 1 == len(words) or w.lower() not in ARTICLES]
    if len(rest) > 1 and rest[0].lower() == "the":
        rest = rest[1:]
    return rest


def fold_name(name: str) -> str:
    """Return one key for all the spellings of a name.

    Use it to compare names from different newspapers; equal keys mean that the words may be the same name,
    so a look-up still asks for the entry.

    >>> fold_name("as-Sarraj") == fold_name("Serraj") == fold_name("al-Sarraj")
    True
    >>> fold_name("Sarraj") == fold_name("Siraj al-Din")
    False
    >>> fold_name("خليفة حفتر") == fold_name("Khalifa Haftar")
    True
    >>> fold_name("عبد الله") == fold_name("Abd Allah") == fold_name("Abdullah")
    True

    Args:
        name: A name in Latin or Arabic letters.

    Returns:
        The key, words separated by one space; empty if the name holds no letter or digit.
    """
    return " ".join(joined(fold_word(w) for w in split_name(name)))


# First words of names that newspapers write together with the next, or apart.
JOINING = ("abdul", "bu")


def joined(keys: Iterable[str]) -> list[str]:
    """Return the folded words of a name with "Abd al-Rahman" and "Abu Bakr" as one word each."""
    out: list[str] = []
    for key in keys:
        if out and out[-1] in JOINING:
            whole = out[-1] + key
            out[-1] = families().get(whole, whole)
        elif key.startswith("abu") and len(key) > _SHORTEST_JOINED and key[3] not in "aiu":
            out.append(key[1:])
        else:
            out.append(key)
    return out


_SHORTEST_JOINED = 6  # "Abuja" is no father's name
