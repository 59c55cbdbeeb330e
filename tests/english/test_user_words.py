"""Words and patterns that users bring in a TOML file: what they add, and what is refused."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from libya_news import Article, DataError, RuleError, explain_at, parse
from libya_news.english.casualty_words import casualty_words, package_words
from libya_news.english.user_words import UserRules
from libya_news.knowledge import Knowledge
from libya_news.model.casualty import Casualty
from libya_news.model.record import Record

WORDS = """
[person.riders]
class = "military"
nouns = ["dune rider", "askari/askaris", "sand-walker"]

[verb.vaporised]
harm = "killed"
victims = "object"
cause = "air_strike"
verbs = ["vaporise"]

[verb.maker]
harm = "killed"
victims = "subject"
verbs = ["meet their maker/met their maker"]

[verb.after]
harm = "wounded"
victims = "after"
verbs = ["draw the blood of/drew the blood of/drawn the blood of"]

[noun.deaths]
harm = "killed"
victims = "count"
nouns = ["snuffing"]

[noun.reckoning]
harm = "killed"
victims = "toll"
nouns = ["grim reckoning"]

[state.hanging]
harm = "wounded"
phrases = ["hanging by a thread"]

[adjective.lifeless]
harm = "killed"
words = ["deathless"]

[qualifier.at_least]
phrases = ["a good", "easily"]
"""
CASES = [
    ("Three askaris were killed in Sirte.", "killed", (3, 3), "military"),
    ("Gunmen killed an askari near Sirte.", "killed", (1, 1), "military"),
    ("At least six dune riders died in Sirte.", "killed", (6, None), "military"),
    ("Two sand-walkers were wounded in Sirte.", "wounded", (2, 2), "military"),
    ("Jets vaporised four soldiers in Sirte.", "killed", (4, 4), "military"),
    ("Four soldiers were vaporised in Sirte.", "killed", (4, 4), "military"),
    ("Five soldiers met their maker in Sirte.", "killed", (5, 5), "military"),
    ("The shell drew the blood of two nurses.", "wounded", (2, 2), "medic"),
    ("Medics counted nine snuffings in Sirte.", "killed", (9, 9), "unspecified"),
    ("The grim reckoning rose to 21.", "killed", (21, 21), "unspecified"),
    ("Six pupils were hanging by a thread.", "wounded", (6, 6), "child"),
    ("Two nurses were found deathless in Sirte.", "killed", (2, 2), "medic"),
    ("A good 20 people were killed in Sirte.", "killed", (20, None), "unspecified"),
    ("Easily 20 people were killed in Sirte.", "killed", (20, None), "unspecified"),
]


def load(tmp_path: Path, text: str) -> UserRules:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return UserRules.load(path)


def read(text: str, rules: UserRules | None = None) -> Record:
    return parse(Article.from_text(text, published="2019-06-03"), rules=rules)


def told(casualties: tuple[Casualty, ...]) -> list[tuple[str, int | None, int | None]]:
    return [(c.harm, c.count.low, c.count.high) for c in casualties]


class TestWords:
    @pytest.mark.parametrize(("text", "harm", "bounds", "victims"), CASES)
    def test_a_word_is_read(
        self, text: str, harm: str, bounds: tuple[int, int | None], victims: str, tmp_path: Path
    ) -> None:
        (casualty,) = read(text, load(tmp_path, WORDS)).casualties
        assert (casualty.harm, casualty.count.low, casualty.count.high) == (harm, *bounds)
        assert casualty.victims.class_ == victims

    @pytest.mark.parametrize(
        "text", [case[0] for case in CASES if not case[0].startswith(("A good", "Easily"))]
    )
    def test_without_the_file_it_is_not(self, text: str, tmp_path: Path) -> None:
        load(tmp_path, WORDS)
        assert read(text).casualties == ()

    def test_a_class_is_changed(self, tmp_path: Path) -> None:
        rules = load(tmp_path, '[person.own]\nclass = "police"\nnouns = ["guard"]\n')
        text = "Two guards were killed in Sirte."
        assert [c.victims.class_ for c in read(text, rules).casualties] == ["police"]
        assert [c.victims.class_ for c in read(text).casualties] != ["police"]

    def test_the_cause_is_that_of_the_word(self, tmp_path: Path) -> None:
        assert read(CASES[4][0], load(tmp_path, WORDS)).casualties[0].cause == "air_strike"

    def test_negation_and_threat_hold_for_own_words_too(self, tmp_path: Path) -> None:
        rules = load(tmp_path, WORDS)
        for text in (
            "Jets could vaporise four soldiers in Sirte.",
            "They threatened to vaporise four soldiers.",
            "Four soldiers were not vaporised in Sirte.",
        ):
            assert read(text, rules).casualties == ()

    def test_one_alphabet_for_all(self, tmp_path: Path) -> None:
        """Nothing is compiled again: the codes of the package's words stay what they are."""
        words = load(tmp_path, WORDS).words
        assert words.alphabet.encode(["Two", "soldiers", "died", "."]) == package_words().alphabet.encode(
            ["Two", "soldiers", "died", "."]
        )
        assert words.alphabet.compile("PERSON_PL") is package_words().alphabet.compile("PERSON_PL")

    def test_the_same_bytes_are_compiled_once(self, tmp_path: Path) -> None:
        assert load(tmp_path, WORDS) is load(tmp_path, WORDS)

    def test_the_words_are_in_force_in_one_thread_only(self, tmp_path: Path) -> None:
        seen: list[bool] = []
        with load(tmp_path, WORDS).in_force():
            other = threading.Thread(target=lambda: seen.append(casualty_words() is package_words()))
            other.start()
            other.join()
            assert casualty_words() is not package_words()
        assert seen == [True]
        assert casualty_words() is package_words()

    def test_a_path_will_do(self, tmp_path: Path) -> None:
        load(tmp_path, WORDS)
        record = parse(Article.from_text(CASES[0][0]), rules=tmp_path / "mine.toml")
        assert told(record.casualties) == [("killed", 3, 3)]

    def test_explaining_knows_them(self, tmp_path: Path) -> None:
        rules = load(tmp_path, WORDS)
        article = Article.from_text("The askaris sang.")
        assert "persons" in str(explain_at(article, 5, rules=rules))
        assert "no group of persons" in str(explain_at(article, 5))


class TestWrongFiles:
    """Each fault is told with its file, table and entry, all at once."""

    @pytest.mark.parametrize(
        ("text", "where", "what"),
        [
            ('[persons.x]\nnouns = ["a"]', "persons", "no table"),
            ("person = 3", "person", "must hold tables"),
            ('[person.x]\nclass = "soldier"\nnouns = ["askari"]', "person.x.class", "'soldier' is none of"),
            ('[person.x]\nnouns = ["askari"]', "person.x.class", "is missing"),
            ('[person.x]\nclass = "military"\nnouns = "askari"', "person.x.nouns", "list of texts"),
            ('[person.x]\nclass = "military"\nnouns = []', "person.x.nouns", "list of texts"),
            ('[person.x]\nclass = "military"\nnouns = ["%"]', "person.x.nouns", "'%' is no word"),
            ('[person.x]\nclass = "military"\nnouns = ["/"]', "person.x.nouns", "'/' is no word"),
            ('[person.x]\nclass = "military"\nnouns = ["the"]', "person.x", "'the' is a word of the grammar"),
            ('[person."Big Men"]\nclass = "military"\nnouns = ["askari"]', "person.Big Men", "a name is"),
            (
                '[verb.x]\nharm = "dead"\nvictims = "object"\nverbs = ["zap"]',
                "verb.x.harm",
                "'dead' is none of",
            ),
            (
                '[verb.x]\nharm = "killed"\nvictims = "me"\nverbs = ["zap"]',
                "verb.x.victims",
                "'me' is none of",
            ),
            (
                '[verb.x]\nharm = "killed"\nvictims = "object"\nverbs = ["zap"]\ncause = "zap"',
                "verb.x.cause",
                "'zap'",
            ),
            (
                '[verb.x]\nharm = "killed"\nvictims = "object"\nverbs = ["zap"]\nweak = 1',
                "verb.x.weak",
                "true or false",
            ),
            (
                '[verb.x]\nharm = "killed"\nvictims = "object"\nverbs = ["zap"]\nwho = 1',
                "verb.x.who",
                "no field",
            ),
            ('[qualifier.much]\nphrases = ["x"]', "qualifier.much", "is none of"),
            ("time_limit = 0", "time_limit", "seconds"),
            ("time_limit = true", "time_limit", "seconds"),
        ],
    )
    def test_the_place_is_told(self, text: str, where: str, what: str, tmp_path: Path) -> None:
        with pytest.raises(DataError) as raised:
            load(tmp_path, text)
        assert any(f"@ mine.toml:{where}" in p and what in p for p in raised.value.problems), raised.value

    def test_all_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(DataError) as raised:
            load(tmp_path, '[person.x]\nclass = "a"\nnouns = 1\n[verb.y]\nharm = "b"')
        assert len(raised.value.problems) == 5

    def test_no_toml(self, tmp_path: Path) -> None:
        with pytest.raises(DataError, match=r"mine\.toml cannot be read as TOML: .*line 2"):
            load(tmp_path, "[person.x]\nclass =\n")

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(DataError, match=r"nope\.toml: there is no such file"):
            UserRules.load(tmp_path / "nope.toml")


def pattern(text: str, more: str = "") -> str:
    return f"[pattern.notice]\nharm = 'killed'\npattern = '''{text}'''\n{more}"


class TestPatterns:
    NOTICE = pattern(r"laid to rest: (?P<count>[\w ]+)", 'class = "civilian"\ncause = "shelling"')

    @pytest.mark.parametrize(
        ("words", "bounds", "qualifier"),
        [
            ("12", (12, 12), "exact"),
            ("forty-four", (44, 44), "exact"),
            ("1200 souls", (1200, 1200), "exact"),
            ("at least 12", (12, None), "at_least"),
            ("more than a dozen", (13, None), "more_than"),
            ("up to 30 men", (None, 30), "up_to"),
        ],
    )
    def test_a_count(
        self, words: str, bounds: tuple[int | None, int | None], qualifier: str, tmp_path: Path
    ) -> None:
        text = f"The notice on the gate was short. Souls laid to rest: {words}."
        (casualty,) = read(text, load(tmp_path, self.NOTICE)).casualties
        assert (casualty.count.low, casualty.count.high) == bounds
        assert casualty.count.qualifier == qualifier
        assert (casualty.victims.class_, casualty.cause) == ("civilian", "shelling")
        assert casualty.rule == "user.pattern-notice"
        assert all(text[e.start : e.end] == e.exact for e in casualty.evidence)

    def test_a_bound_outside_the_group_is_no_number(self, tmp_path: Path) -> None:
        rules = load(tmp_path, pattern(r"(?P<count>\d+) (?P<who>\w+) went to the Lord"))
        (casualty,) = read("At least 12 soldiers went to the Lord in Sirte.", rules).casualties
        assert (casualty.count.low, casualty.count.high) == (12, None)
        assert casualty.victims.class_ == "military"

    def test_one_person_without_a_number(self, tmp_path: Path) -> None:
        rules = load(tmp_path, pattern(r"(?P<who>[Aa] \w+) went to the Lord"))
        (casualty,) = read("A nurse went to the Lord in Sirte.", rules).casualties
        assert (casualty.count.low, casualty.victims.class_) == (1, "medic")

    def test_words_without_a_number_make_no_casualty(self, tmp_path: Path) -> None:
        record = read("Souls laid to rest: many of ours.", load(tmp_path, self.NOTICE))
        assert record.casualties == ()
        assert "LN902" in [f.code for f in record.findings]

    def test_what_the_package_reads_too_is_one_casualty(self, tmp_path: Path) -> None:
        rules = load(tmp_path, pattern(r"(?P<count>\d+) people were killed"))
        (casualty,) = read("At least 12 people were killed in Sirte.", rules).casualties
        assert casualty.rule == "en.casualties.passive"
        assert casualty.count.low == 12

    def test_what_is_asked_is_not_told(self, tmp_path: Path) -> None:
        rules = load(tmp_path, pattern(r"laid to rest: (?P<count>\d+)"))
        assert read("Were souls laid to rest: 12?", rules).casualties == ()

    def test_a_catastrophic_pattern_ends_in_a_finding(self, tmp_path: Path) -> None:
        rules = load(tmp_path, "time_limit = 0.2\n" + pattern(r"(?P<count>(?:\w+\s?)+)[!?]"))
        start = time.monotonic()
        record = read("Two guards were killed in Sirte. " + "word " * 20_000, rules)
        assert time.monotonic() - start < 5
        assert told(record.casualties) == [("killed", 2, 2)]
        assert "LN901" in [f.code for f in record.findings]

    def test_an_example_that_takes_too_long_is_told_at_once(self, tmp_path: Path) -> None:
        slow = pattern(r"(?P<count>(?:\w+\s?)+)[!?]", f"examples = ['{'word ' * 20_000}']")
        with pytest.raises(RuleError, match="takes longer than"):
            load(tmp_path, slow)

    @pytest.mark.parametrize(
        ("text", "what", "position"),
        [
            (r"(?P<count>\d+", "no regular expression", 13),
            (r"(?P<count>\d+) [z", "no regular expression", None),
            (r"\d+ souls", "a group named count or who", None),
            (r"(?P<count>\d+) (?P<place>\w+)", "'place' is none of", 19),
            (r"(?P<count>\d*)", "no words", None),
        ],
    )
    def test_a_wrong_pattern(self, text: str, what: str, position: int | None, tmp_path: Path) -> None:
        with pytest.raises(RuleError, match=what) as raised:
            load(tmp_path, pattern(text))
        assert raised.value.rule == "mine.toml:pattern.notice"
        assert raised.value.pattern == text
        if position is not None:
            assert raised.value.position == position

    def test_examples_are_held(self, tmp_path: Path) -> None:
        with pytest.raises(RuleError, match="does not match its example"):
            load(tmp_path, pattern(r"rest: (?P<count>\d+)", 'examples = ["rest: none"]'))
        with pytest.raises(RuleError, match="matches its counterexample"):
            load(tmp_path, pattern(r"rest: (?P<count>\d+)", 'counterexamples = ["rest: 8 hours"]'))


class TestKnowledge:
    def test_own_actors_and_places_are_known_for_one_call(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.toml"
        path.write_text(
            '[actors.dunes-brigade]\nname = "Dunes Brigade"\nkind = "armed_group"\n'
            '[places.wadi-sidr-camp]\nname = "Wadi Sidr camp"\nkind = "facility"\nwithin = ["sirte"]\n',
            encoding="utf-8",
        )
        article = Article.from_text("The Dunes Brigade killed two guards in Wadi Sidr camp on Sunday.")
        known = parse(article, knowledge=Knowledge.default().extended(path))
        assert "dunes-brigade" in [actor.id for actor in known.actors]
        assert [c.place for c in known.casualties] == ["wadi-sidr-camp"]
        assert [c.place for c in parse(article).casualties] != ["wadi-sidr-camp"]
