"""Claims in habits that the sentences of the first lists do not have: posts, addressees, posts held, figures."""

import pytest
from tests.parsing.claiming import claims_of

CLAIMS = {
    "Nine men died, a source at the hospital told IOM staff.": [
        ("a source at the hospital", "Nine men died")
    ],
    "Nine men died, a guard told Reuters reporters.": [("a guard", "Nine men died")],
    "Medics told UN officials that six had died.": [("Medics", "six had died")],
    "UNSMIL condemns in the strongest terms the attack on Furnaj.": [("UNSMIL", "the attack on Furnaj")],
    "UNSMIL documented at least 64 civilian deaths.": [("UNSMIL", "at least 64 civilian deaths")],
    "Italy's minister said nothing would change.": [("Italy's minister", "nothing would change")],
    '"It was dark," remembers Ali, 19.': [("Ali", "It was dark")],
    "The road is now, Ahmed Ali says, 300 metres offshore.": [
        ("Ahmed Ali", "The road is now, Ahmed Ali says, 300 metres offshore")
    ],
    "Has anyone said they did it?": [],
    "IOM Libya Update: Maritime Incidents and Detention": [],
    "She published 30 papers and trained 200 doctors.": [],
}


@pytest.mark.parametrize("text", CLAIMS)
def test_speaker_and_content(text: str) -> None:
    found = [(c.speaker.description, c.content.exact.strip('"“”,.')) for c in claims_of(text)]
    assert found == CLAIMS[text]


LE_DRIAN = (
    "On Thursday, France's new foreign minister described Libya as a failed state, adding that the general"
    ' could be brought in.\n"It cannot go on," Jean-Yves Le Drian said.'
)


def test_a_post_means_whoever_of_the_text_held_it_that_day() -> None:
    found = [(c.speaker.actor, c.speaker.named) for c in claims_of(LE_DRIAN)]
    assert found == [("jean-yves-le-drian", False)] * 2 + [("jean-yves-le-drian", True)]


@pytest.mark.parametrize(
    ("old", "new", "published"),
    [
        ("France's new", "France's former", "2017-07-02"),
        ("France's new", "Italy's new", "2017-07-02"),
        ("foreign minister", "defence minister", "2017-07-02"),
        ("new foreign", "new foreign", "2016-07-02"),
        ("Jean-Yves Le Drian said", "a deputy said", "2017-07-02"),
    ],
)
def test_a_post_of_another_day_or_country_means_nobody(old: str, new: str, published: str) -> None:
    assert claims_of(LE_DRIAN.replace(old, new), published)[0].speaker.actor is None


POSTS = """Ghat Relief Committee @GhatRelief · 17 May 2017
Update 3: Shelling of the Ghat shelter has killed seven people. Among the dead is a girl of five.

LNA General Command @LNA_GC · 17 May 2017
Two of our men were martyred today. Nine were hurt, a medic said.

Schools stay shut. Write to news@example.org for more.
"""


def test_a_post_is_said_by_its_account() -> None:
    found = [(c.speaker.description, c.cue and c.cue.exact, c.content.exact) for c in claims_of(POSTS)]
    assert found == [
        ("Ghat Relief Committee", None, "Shelling of the Ghat shelter has killed seven people"),
        ("Ghat Relief Committee", None, "Among the dead is a girl of five"),
        ("LNA General Command", None, "Two of our men were martyred today"),
        ("a medic", "said", "Nine were hurt"),
    ]
