"""Arabic words by their consonants: which of the knowledge's own Latin words one may be."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

# What newspapers make of each letter, in the codes of `folding`: x, ğ, š stand for kh, gh, sh.
_SOUNDS = {
    "ب": "[bp]", "ت": "t", "ث": "[ts]", "ج": "[jg]", "ح": "h", "خ": "[xk]", "د": "d", "ذ": "[dz]", "ر": "r",
    "ز": "z", "س": "s", "ش": "š", "ص": "s", "ض": "[dz]", "ط": "t", "ظ": "[dz]", "ع": "", "غ": "[ğg]",
    "ف": "[fv]", "ق": "[kgğ]", "ك": "[kx]", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "(?:w|a?u)",
    "ي": "(?:y|a?i)", "ا": "a", "ء": "",
}  # fmt: skip
_SHORT = "[aiu]?"
_CLASSES = str.maketrans(
    {"p": "b", "g": "k", "j": "k", "x": "k", "ğ": "k", "q": "k", "z": "d", "t": "d", "s": "d", "v": "f"}
)
_UNHEARD = re.compile("[aiuehwy]")
_CLEAR = 3  # a word that so many times as many names hold as all the others is meant


def skeleton(key: str) -> str:
    """Return the consonants of a folded word, one letter for those that Arabic names leave open."""
    return _UNHEARD.sub("", key).translate(_CLASSES)


@lru_cache(maxsize=4096)
def _pattern(plain: str, *, strict: bool) -> re.Pattern[str]:
    """Return what a plain Arabic word may look like in folded Latin letters; if not strict, without "h" too."""
    parts = []
    last = len(plain) - 1
    for i, letter in enumerate(plain):
        if letter == "ه" and i == last and i:
            parts.append("ah?" if strict else "a?h?")
        elif letter == "ع" and not i and last and plain[1] not in "اوي":
            parts.append("[aiu]")
        elif letter == "ا" and not i:
            parts.append("[aiu]?" if last and plain[1] in "وي" else "[aiu]")
        elif letter in "وي" and not i:
            parts.append("[wu]" if letter == "و" else "[yi]")
        elif letter in "هح":
            parts.append("h" if (strict and i < last) or not i else "h?")
        else:
            parts.append(_SOUNDS.get(letter, ""))
    return re.compile(_SHORT.join(parts))


class Skeletons:
    """Folded words by their consonants.

    Args:
        words: The folded words that an Arabic word may be, with the number of names that hold each.
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        self._counts = words
        self._words: dict[str, list[str]] = {}
        for word in words:
            self._words.setdefault(skeleton(word), []).append(word)

    def only(self, plain: str, guess: Callable[[str], str]) -> str | None:
        """Return the one word that a plain Arabic word may be; None if there is none, or several as likely.

        Args:
            plain: An Arabic word without article and vowel marks, as `plain_arabic` gives it.
            guess: Writes a plain Arabic word in folded Latin letters; its consonants choose the words to try.
        """
        near = self._words.get(skeleton(guess(plain)), ())
        for strict in (True, False):
            found = [w for w in near if _pattern(plain, strict=strict).fullmatch(w)]
            if found:
                best = max(found, key=lambda w: (self._counts[w], w))
                rest = sum(self._counts[w] for w in found if w != best)
                return best if self._counts[best] >= _CLEAR * rest else None
        return None
