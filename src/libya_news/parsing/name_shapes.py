"""The shape of each printed word for finding unknown names: one letter a token."""

from libya_news.knowledge.folding import ARTICLES, table_key
from libya_news.knowledge.indexing import PLACE, STRONG
from libya_news.knowledge.lookup import Knowledge

_CACHE_LIMIT = 50_000
_SHORTEST_GIVEN = 4
_PARTICLES = frozenset(
    [
        "ben",
        "bin",
        "ibn",
        "abu",
        "bu",
        "bou",
        "abou",
        "umm",
        "um",
        "oum",
        "abd",
        "abdul",
        "abdel",
        "de",
        "van",
        "von",
        "der",
        "della",
        "di",
        "da",
        "du",
        "le",
        "la",
        "del",
        "dos",
        "mac",
    ]
)
_FIXED = {
    "\n": "n",
    "-": "-",
    ",": ",",
    "'s": "q",
    "’s": "q",
    "'": "v",
    "’": "v",
    "(": "(",
    ")": ")",
    "of": "o",
    "for": "f",
    "the": "e",
    "The": "e",
    "THE": "e",
    "and": "j",
    ".": ".",
    "&": "j",
}
_ORDINAL_WORDS = frozenset(
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
    ]
)

# Shapes: T title, t title in lower case, G given name, C other capitalised word, c common word with a
# capital, H head of an armed group, M of a medium, N of an institution, L of a site (lower case: h m i l), I
# initial, A article, P particle (a p in lower case), D demonym, K acronym, 9 number, s verb of saying, w
# place cue, v an apostrophe alone, x the rest.


class Shapes(dict[str, str]):
    """Printed word -> its shape, filled as words are met."""

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self.titles: frozenset[str] = frozenset(words["titles"])
        self.given: frozenset[str] = frozenset(w.lower() for w in knowledge.given)
        self._knowledge = knowledge
        self._given_keys = knowledge.sets["given_keys"]
        self.stop: frozenset[str] = frozenset(words["stop"])
        self.heads: dict[str, str] = {}
        for shape, name in (
            ("L", "place_heads"),
            ("N", "institution_heads"),
            ("M", "media_heads"),
            ("H", "armed_heads"),
        ):
            self.heads.update((w, shape) for w in words[name])
        self.speech: frozenset[str] = frozenset(words["speech"])
        self.cues: frozenset[str] = frozenset(words["place_cues"])
        self.demonyms: frozenset[str] = knowledge.demonyms
        self.update(_FIXED)

    def __missing__(self, word: str) -> str:
        if len(self) > _CACHE_LIMIT:
            self.clear()
            self.update(_FIXED)
        shape = self[word] = self._shape(word)
        return shape

    def _shape(self, word: str) -> str:
        first, low = word[0], word.lower()
        if not first.isalpha():
            return "9" if first.isdigit() else "x"
        upper = first.isupper()
        if low in ARTICLES and low not in ("as", "at", "an") and (upper or low not in ("en", "er", "et")):
            return "A" if upper else "a"
        if low in _PARTICLES:
            return "P" if upper else "p"
        if not upper:
            return self._lower_shape(low)
        if word in ("A", "I"):
            return "x"
        if len(word) == 1 or (len(word) == 2 and word[1] == "."):
            return "I"
        if word.isupper() and len(word) <= 6 and low not in self.given and low != "tv":
            return "K"
        if low in self.titles:
            return "T"
        if low in self.heads:
            return self.heads[low]
        if low in self.demonyms:
            return "D"
        if low in _ORDINAL_WORDS:
            return "9"
        if low in self.given:
            return "G"
        if low in self.stop or not low.replace("'", "").replace("’", "").isalpha():
            return "c"
        return "G" if self._given_otherwise(word, low) else "C"

    def _given_otherwise(self, word: str, low: str) -> bool:
        """Tell whether a word is another spelling of a given name: "Moftah", "Feisal"."""
        knowledge = self._knowledge
        if len(low) < _SHORTEST_GIVEN or low in knowledge.sets["not_given"] or low in knowledge.common:
            return False
        if table_key(word, knowledge.families) not in self._given_keys:
            return False
        return not any(c.flags & (PLACE | STRONG) == PLACE | STRONG for c in knowledge.spelled(word))

    def _lower_shape(self, low: str) -> str:
        if low in self.titles:
            return "t"
        head = self.heads.get(low)
        if head is not None:
            return {"H": "h", "M": "m", "N": "i", "L": "l"}[head]
        if low in self.speech:
            return "s"
        return "w" if low in self.cues else "x"
