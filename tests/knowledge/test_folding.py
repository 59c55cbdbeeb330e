"""One key for the spellings of a name; never one key for two names that only look alike."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libya_news.knowledge.arabic import arabic_words, guessed, skeletons
from libya_news.knowledge.folding import fold_name, fold_word
from libya_news.knowledge.lookup import default

HERE = Path(__file__).parent
FAMILIES = [
    [name.strip() for name in line.split(",")]
    for line in (HERE / "families.txt").read_text(encoding="utf-8").splitlines()
]
LOOK_ALIKES = [
    tuple(name.strip() for name in line.split("|"))
    for line in (HERE / "look_alikes.txt").read_text(encoding="utf-8").splitlines()
]


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(FAMILIES) >= 60
    assert len(set(LOOK_ALIKES)) >= 200


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_all_spellings_of_a_family_have_one_key(family: list[str]) -> None:
    assert {name: fold_name(name) for name in family} == dict.fromkeys(family, fold_name(family[0]))


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_look_alikes_are_never_merged(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(st.text(max_size=30))
def test_folding_never_raises_and_ends(text: str) -> None:
    assert isinstance(fold_name(text), str)


@pytest.mark.parametrize("word", ["Haftar", "Gaddafi", "Souq", "Misrata", "Jathran"])
def test_case_does_not_count(word: str) -> None:
    assert fold_word(word.upper()) == fold_word(word.lower()) == fold_word(word)


ARABIC = [
    tuple(name.strip() for name in line.split("|"))
    for line in (HERE / "arabic.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("arabic", "latin"), ARABIC)
def test_arabic_letters_have_the_key_of_the_latin_ones(arabic: str, latin: str) -> None:
    assert fold_name(arabic) == fold_name(latin)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("السراج", "Siraj al-Din"),
        ("البيضاء", "Baydan"),
        ("سرت", "Surman"),
        ("درنة", "Dirj"),
        ("حفتر", "Hafez"),
        ("طرابلس", "Trabelsi"),
        ("الحكومة", "Kuma"),
        ("سلامة", "Salam"),
        ("عبد الرحمن", "Abdulrahim"),
        ("سالم", "Salma"),
        ("نصر", "Nasir"),
        ("بدر", "Budair"),
        ("حسن", "Hussein"),
    ],
)
def test_arabic_letters_merge_no_look_alikes(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_most_words_that_no_entry_holds_get_the_key_of_their_latin_spelling() -> None:
    """Known words told by their consonants alone: few are told wrongly, and more than by guessed vowels."""
    known = {w: k for w, k in arabic_words().items() if not w.startswith("=") and len(w) > 2}
    found = {w: skeletons().only(w, guessed) for w in known}
    told = [w for w in known if found[w] is not None]
    right = [w for w in told if found[w] == known[w]]
    assert len(told) > len(known) / 2
    assert len(right) > 0.9 * len(told)
    assert len(right) > sum(guessed(w) == known[w] for w in known)


def test_vowel_marks_and_letter_variants_do_not_count_in_arabic() -> None:
    assert fold_name("حَفْتَر") == fold_name("حفتر")
    assert fold_name("اجدابيا") == fold_name("أجدابيا") == fold_name("Ajdabiya")


def test_an_arabic_word_that_no_entry_holds_has_a_latin_key() -> None:
    assert fold_name("زردان") == fold_name("Zardan")
    assert fold_name("الهادي").isascii()


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("خليفة حفتر", "Khalifa Haftar"),
        ("بنغازي", "Benghazi"),
        ("الجيش الوطني الليبي", "LNA"),
        ("سرت", "Sirte"),
    ],
)
def test_arabic_letters_find_the_same_entry(arabic: str, latin: str) -> None:
    knowledge = default()
    wanted = {c.target for c in knowledge.spelled(latin)}
    assert wanted & {c.target for c in knowledge.spelled(arabic)}


def test_no_strong_name_of_one_actor_folds_into_another() -> None:
    """Two actors share a folded strong name only where the text or the date tells them apart."""
    knowledge = default()
    shared = set()
    for actor in knowledge.actors:
        for name in actor.strong:
            owners = {c.target for c in knowledge.spelled(name) if c.flags & 3 == 2}
            if len(owners) > 1:
                shared.add(frozenset(owners))
    assert len(shared) <= 3, sorted(map(sorted, shared))
