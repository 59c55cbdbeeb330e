"""What a claim says besides its words: chains, outlets, days, denials, doubt, and who speaks."""

import datetime as dt

import pytest
from tests.parsing.claiming import claim_saying, claims_of

from libya_news.model.article import Article
from libya_news.model.claim import Speaker
from libya_news.parsing.claims_links import claim_at, interest_of
from libya_news.parsing.pipeline import parse_article


def test_nested_sources_make_a_chain_and_the_innermost_speaks() -> None:
    claim = claim_saying("Reuters cited a medic as saying four people died.", "four people died")
    assert claim.speaker.description == "a medic"
    assert [source.description for source in claim.chain] == ["Reuters"]


def test_the_newspaper_that_quotes_a_newspaper_is_outermost() -> None:
    claim = claim_saying(
        "Mayor Hassan Aissa was quoted by Lana as saying the water was cut.", "water was cut"
    )
    assert claim.speaker.description == "Mayor Hassan Aissa"
    assert [source.description for source in claim.chain] == ["Lana"]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Three men died, a medic told AFP.", "AFP"),
        ("A medic told Reuters that three men died.", "Reuters"),
        ("A medic told the Associated Press that three men died.", "Associated Press"),
        ("A medic told reporters that three men died.", None),
        ("A medic told the Security Council that three men died.", None),
        ("A medic told his brother that three men died.", None),
    ],
)
def test_the_outlet_told_is_via(text: str, via: str | None) -> None:
    assert claims_of(text)[0].via == via


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Three men died in June, a medic said on Saturday.", dt.date(2017, 7, 1)),
        ("A medic on Saturday reported three deaths.", dt.date(2017, 7, 1)),
        ("On Saturday, a medic said that three men had died on Thursday.", dt.date(2017, 7, 1)),
        ("A medic said three men died on Saturday.", None),
        ("Three men died on Saturday, a medic said.", None),
    ],
)
def test_said_on_is_the_day_of_saying_and_never_the_day_of_the_event(text: str, day: dt.date | None) -> None:
    said_on = claims_of(text)[0].said_on
    assert (said_on.start if said_on else None) == day


def test_a_denial_names_the_claim_it_denies() -> None:
    text = (
        "The council accused the army of shelling the clinic. The army denied that it had shelled the clinic."
    )
    first, second = claims_of(text)
    assert (first.polarity, second.polarity) == ("asserts", "denies")
    assert second.denies == first.id
    assert second.content.exact == "it had shelled the clinic"


def test_a_denial_that_only_points_back_names_the_claim_before() -> None:
    text = "The council accused the army of shelling the clinic. The army denied responsibility."
    first, second = claims_of(text)
    assert second.denies == first.id


def test_denied_it_takes_the_content_of_the_claim_before() -> None:
    text = "Witnesses say guards fired into the crowd. The commander, Hamdi Zaid, denied it."
    claim = claims_of(text)[-1]
    assert claim.polarity == "denies"
    assert claim.content.exact == "guards fired into the crowd"


def test_a_denial_without_a_claim_links_to_nothing() -> None:
    assert claims_of("The army denied that it had shelled the clinic.")[0].denies is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The army said 20 men died.", "certain"),
        ("The army said no fewer than 7 died.", "certain"),
        ("The army said the blast may have killed two.", "hedged"),
        ("The army said the blast had reportedly killed two.", "hedged"),
        ("Analysts believe 2,000 mercenaries remain.", "hedged"),
        ("The army said the men died in May.", "certain"),
        ("The army said it had killed 20 men. The claim could not be independently verified.", "unverified"),
        ("The militia said it had killed 20 men, a figure that could not be verified.", "unverified"),
        ("The army said two died, but a third may have fled.", "certain"),
    ],
)
def test_certainty(text: str, level: str) -> None:
    assert claims_of(text)[0].certainty == level


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A hospital source said two died.", "medical"),
        ("Residents said two died.", "resident"),
        ("A witness said two died.", "witness"),
        ("His father said two died.", "relative"),
        ("The report said two died.", "document"),
        ("A Western diplomat said two died.", "diplomat"),
        ("UNSMIL said two died.", "un"),
        ("The Red Crescent said two died.", "ngo"),
        ("A rebel commander said two died.", "armed_group"),
        ("An army officer said two died.", "military"),
        ("The interior minister said two died.", "official"),
        ("A police officer said two died.", "police"),
        ("The Quryna newspaper said two died.", "media"),
        ("A source said two died.", "anonymous"),
        ("An analyst said two died.", "expert"),
    ],
)
def test_the_kind_of_source(text: str, kind: str) -> None:
    assert claims_of(text)[0].speaker.kind == kind


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Omar Ben, a doctor, said two died. He said three fled.", "three fled", "Omar Ben"),
        ("The health ministry said two died. It said three fled.", "three fled", "health ministry"),
        ("Two residents said two died. They said three fled.", "three fled", "Two residents"),
        ("A local doctor said two died. The doctor said three fled.", "three fled", "A local doctor"),
        ('Its spokesman, Ali Omar, said two died. "Three fled," he added.', "Three fled", "Ali Omar"),
        ('"Two died," said Ali Omar. "Three fled."', "Three fled", "Ali Omar"),
        ("Ali Omar said two died and denied that three fled.", "three fled", "Ali Omar"),
        ("Ali Omar, who denied that three fled, left.", "three fled", "Ali Omar"),
        ("It said three fled.", "three fled", "It"),
    ],
)
def test_pronouns_and_role_nouns_point_back_or_stay(text: str, words: str, speaker: str) -> None:
    assert speaker in claim_saying(text, words).speaker.description


@pytest.mark.parametrize(
    ("front", "speaker"),
    [
        ("Shops were open.", "he"),
        ("Markets closed early.", "he"),
        ("Talks went on in Geneva.", "he"),
        ("Weapons lay about.", "he"),
        ("Hassan was there.", "Hassan"),
        ("Belgassem arrived late.", "Belgassem"),
        ("Ahmed Marsit ran a bakery. Marsit was there.", "Marsit"),
    ],
)
def test_a_word_with_the_capital_of_its_sentence_is_no_person(front: str, speaker: str) -> None:
    claim = claim_saying(f'{front} "The enemy left 15 dead on the field," he boasted.', "15 dead")
    assert claim.speaker.description.endswith(speaker)
    assert claim.speaker.mention is not None
    assert claim.speaker.mention.exact == "he"


def test_a_claim_that_covers_a_span_is_found_and_the_innermost_wins() -> None:
    text = "The envoy said clashes had killed 32 men, according to the health ministry, and displaced 50."
    claims = claims_of(text)
    at = text.index("32")
    found = claim_at(claims, at, at + 2)
    assert found is not None
    assert found.speaker.description == "the health ministry"
    assert [source.description for source in found.chain] == ["The envoy"]
    assert claim_at(claims, 0, 3) is None


def test_words_of_the_newspaper_inside_a_broken_content_are_no_part_of_the_claim() -> None:
    text = "Ten people were killed, the ministry said, and 15 were wounded."
    claims = claims_of(text)
    assert [piece.exact for piece in claims[0].pieces] == ["Ten people were killed", "and 15 were wounded"]
    at = text.index("ministry")
    assert claim_at(claims, at, at + 8) is None
    at = text.index("15")
    assert claim_at(claims, at, at + 2) is claims[0]


def test_interest() -> None:
    army = Speaker(description="an LNA spokesman", kind="military", side="libyan-national-army")
    assert interest_of(army, "libyan-national-army", None) == "own_dead"
    assert interest_of(army, "islamic-state-libya", None) == "enemy_dead"
    assert interest_of(army, None, "islamic-state-libya") == "third_party"
    assert interest_of(Speaker(description="UNSMIL", kind="un"), "islamic-state-libya", None) == "outsider"
    assert (
        interest_of(Speaker(description="a resident", kind="resident"), "islamic-state-libya", None) is None
    )


def test_ids_are_those_of_the_cue_and_of_the_content_where_there_is_none() -> None:
    text = '"We ran," said Ali. "My brother fell."'
    first, second = claims_of(text)
    assert first.id == f"claim-{text.index('said')}"
    assert second.cue is None
    assert second.id == f"claim-{text.index('My brother')}"


@pytest.mark.parametrize(
    ("text", "interest"),
    [
        ("The LNA said 9 Islamic State militants were killed in Derna.", "enemy_dead"),
        ("The LNA said three of its soldiers were killed in Derna.", "own_dead"),
        ("UNSMIL said two LNA soldiers were killed in Derna.", "outsider"),
        ("The LNA said three of its soldiers and 9 Islamic State militants were killed in Derna.", None),
        ("The LNA said the road was shut.", None),
        ("Residents said two men were killed in Derna.", None),
    ],
)
def test_a_claim_has_the_interest_of_its_speaker_in_the_harm_it_tells(
    text: str, interest: str | None
) -> None:
    record = parse_article(Article.from_text(text, published="2017-07-08"))
    assert [claim.interest for claim in record.claims] == [interest]
    if interest:
        assert [(c.claim, c.interest) for c in record.casualties] == [(record.claims[0].id, interest)]


@pytest.mark.parametrize(
    "text",
    [
        "Two suspected militants were killed in Derna.",
        "Police killed suspected militants.",
        "Six reported cases were closed.",
        "Three confirmed deaths were recorded.",
        "Troops arrested alleged smugglers.",
        "It pumps 500 barrels per day.",
        "Per the law, courts close.",
        "As per the ministry order, shops shut.",
    ],
)
def test_words_that_describe_a_noun_or_measure_are_no_cue(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Two accused the militia of theft.", "Two", "the militia of theft"),
        ("Two confirmed that six died.", "Two", "six died"),
        ("The wounded suspected the guards.", "The wounded", "the guards"),
        ("Per the Red Crescent, two died.", "the Red Crescent", "two died"),
        ("Two died, per UNSMIL.", "UNSMIL", "Two died"),
        ('"The road is gone," as the mayor put it.', "the mayor", "The road is gone"),
        ('The army said losses were "light".', "The army", 'losses were "light"'),
    ],
)
def test_their_look_alikes_are(text: str, speaker: str, content: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.speaker.description, claim.content.exact) == (speaker, content)
