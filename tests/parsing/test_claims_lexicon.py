"""Every verb of the reporting lexicon reads the examples of its group."""

import re

import pytest
from tests.parsing.claiming import claims_of

from libya_news.english.inflection import forms
from libya_news.english.speech import load_lexicon

VERBS = load_lexicon("reporting")["verbs"]
CASES = [(group, verb) for group, table in VERBS.items() for verb in table["verbs"]]
MODES = {
    "statement", "claim", "confirmation", "denial", "admission", "warning", "estimate", "accusation",
    "appeal", "promise", "threat", "judgement", "finding", "question", "belief",
}  # fmt: skip


@pytest.mark.parametrize(("group", "verb"), CASES, ids=[f"{group}:{verb}" for group, verb in CASES])
def test_a_verb_reads_its_examples(group: str, verb: str) -> None:
    five = dict(zip(("base", "third", "past", "part", "ing"), forms(verb), strict=True))
    for example in VERBS[group]["examples"]:
        marked = example.format(**five)
        text = re.sub(r"[<>\[\]]", "", marked)
        speaker = re.search(r"<(.*?)>", marked)
        content = re.search(r"\[(.*?)\]", marked)
        assert speaker
        assert content
        found = [(claim.speaker.description, claim.content.exact) for claim in claims_of(text)]
        assert any(
            speaker[1].lower() in who.lower() and words.strip('"') == content[1].strip('"')
            for who, words in found
        ), (text, found)


def test_there_are_at_least_150_verbs_and_each_group_names_stance_and_mode() -> None:
    assert len({verb for _, verb in CASES}) >= 150
    for table in VERBS.values():
        assert table["mode"] in MODES
        assert table["stance"] in {"neutral", "doubting", "endorsing"}
        assert table["examples"]
