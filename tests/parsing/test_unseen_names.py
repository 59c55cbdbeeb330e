"""Names in the habits of newspapers that no list knows: bylines, wires, town councils, firms, acronyms."""

from datetime import date

import pytest
from tests.parsing.naming import actors, named

NAMED = {
    # bylines and datelines
    "By Rosalind Quaye and Tarek Bugaighis\nTwo men died.": ("Rosalind Quaye", "Tarek Bugaighis"),
    "By Rosalind Quaye\nTwo men died.": ("Rosalind Quaye",),
    "TUNIS (Levant Wire) — Two men died.": ("Levant Wire",),
    "SABHA, Libya, Nov. 3 (Desert Courier) - Shells fell.": ("Desert Courier",),
    "TRIPOLI, Libya (NAP) — Rockets fell.": ("NAP",),
    # media
    "The mayor told Radio al-Saraya that five people died.": ("Radio al-Saraya",),
    "The commander tells Al Mashriq that the gate is shut.": ("Al Mashriq",),
    "The newspaper Al-Manara wrote of nine dead.": ("Al-Manara",),
    "Fezzan TV showed the wreck.": ("Fezzan TV",),
    "A photographer of the Libya Eye website was hurt.": ("Libya Eye",),
    "Agence Sahel Presse reported nine dead.": ("Agence Sahel Presse",),
    "Nine men died, a guard tells AP.": ("AP",),
    # bodies of a town, firms, societies
    "The municipality of Bani Walid says 300 families came.": ("municipality of Bani Walid",),
    "The local council of Zintan said so.": ("local council of Zintan",),
    "An engineer with Akakus Oil was taken.": ("Akakus Oil",),
    "Rights Monitor International said 52 were killed.": ("Rights Monitor International",),
    "Relatives told Justice Watch Libya that nine were freed.": ("Justice Watch Libya",),
    "The Libyan Doctors Union mourned her.": ("Libyan Doctors Union",),
    "The Women's Platform for Peace met.": ("Women's Platform for Peace",),
    "The Brega Martyrs' Battalion fled.": ("Brega Martyrs' Battalion",),
    "the Operations Room of the Western Region said so.": ("Operations Room of the Western Region",),
    "A militia called the Lions of the Valley fled.": ("Lions of the Valley",),
    "It is run by Doctors Beyond Frontiers (DBF). DBF left.": ("Doctors Beyond Frontiers", "DBF"),
    # persons
    "My colleague Jonah Pryce has been there.": ("Jonah Pryce",),
    "A doctor at the clinic, Mahjoub Rishi, tells us of nine dead.": ("Mahjoub Rishi",),
    'His brother Lee said: "He rang."': ("Lee",),
    "A guard, identified only as Salem, put it at 20.": ("Salem",),
    '"We buried nine," said Abdulmunem, a gravedigger.': ("Abdulmunem",),
    "So said Acting Special Representative Clara Sorensen.": ("Clara Sorensen",),
    "The spokesman of Libya Dawn, Ahmed Hadiya al-Misrati, denied it.": ("Ahmed Hadiya al-Misrati",),
    "Mabrouka Saif, who lives near the market, wept.": ("Mabrouka Saif",),
    "Moftah Abu Dabbous, who ran the clinic, left.": ("Moftah Abu Dabbous",),
    "Feisal Qaddur fled.": ("Feisal Qaddur",),
    "One man, named as Munier Saidi, was killed.": ("Munier Saidi",),
    "Prudence Marlow was freed.": ("Prudence Marlow",),
    "The council's director, Ottoline Marlow, called for calm.": ("Ottoline Marlow",),
    "According to Hashm Qandil, a former guard, nine died.": ("Hashm Qandil",),
    '"It is over," shouted Nabous, a student.': ("Nabous",),
    '"They came at dawn," says Um Khaled, a widow.': ("Um Khaled",),
    "Zohour Ben Halim left the clinic.": ("Zohour Ben Halim",),
    "The town's councillor Qadri Shwehdi was hurt.": ("Qadri Shwehdi",),
    # groups and media
    "Gunmen calling themselves the Dune Falcons took him.": ("Dune Falcons",),
    "He blamed the Knights of the Coast, a rival outfit.": ("Knights of the Coast",),
    "Lightwatch, a London-based monitor, blamed it.": ("Lightwatch",),
    "The NGO STACO ran the camp.": ("STACO",),
    "Rebels of the Ali Hassan Jaber Brigade fled.": ("Ali Hassan Jaber Brigade",),
    "The Bughra militia fled.": ("Bughra militia",),
    "He told Radio Ndarason that two died.": ("Radio Ndarason",),
    "Nobody asked us, he told the Observer.": ("Observer",),
    "The movement SLA-Minnawi lost nine men.": ("SLA-Minnawi",),
    "The 6 October University Hospital took nine.": ("6 October University Hospital",),
    "FACT rebels fled.": ("FACT",),
}


@pytest.mark.parametrize("text", NAMED)
def test_found(text: str) -> None:
    found = {words: ids[0] for words, ids in named(text + "\nLibya").items()}
    assert [words for words in NAMED[text] if not found.get(words)] == [], found


@pytest.mark.parametrize(
    "text",
    [
        "By Monday and Tuesday, twelve had died.",
        "Nine men (four of them boys) - died.",
        "The ministry (of health) - said so.",
        "He said so, a shepherd said.",
        "The rest follows the front line.",
        "News of the attack spread.",
        "Crude Oil Exports rose.",
        "Soldiers' families wept.",
        "His brother Monday.",
        "ZINTAN FORCES SEIZE AIRPORT",
        "The teachers' union met.",
        "Also on Sunday, the relief group left.",
        "A Tarhuna militia fled.",
        "An Emirati Wing Loong fell.",
        "The Safe House was shut.",
        "Camel Market was shelled.",
        "The dead came from one village, Nazlet al-Hamra.",
        "Troops were sent to Marine Terrace, a street.",
        "Western and Eastern Libya, a country of six million, met.",
        "a council of elders, of men",
    ],
)
def test_look_alikes_name_nobody(text: str) -> None:
    assert [words for words, (actor, _) in named(text).items() if actor] == []


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Nato said it was looking into it.", "Nato", "nato"),
        ("Unicef said nine children died.", "Unicef", "unicef"),
        ("Unsmil condemned it.", "Unsmil", "unsmil"),
        ("It was said by the UN's migration agency.", "UN's migration agency", "iom"),
        ("It was said by the U.N.'s refugee agency.", "U.N.'s refugee agency", "unhcr"),
        ("The United States last struck in January.", "United States", "united-states"),
    ],
)
def test_other_print_of_known_names(text: str, words: str, actor: str) -> None:
    assert named(text)[words][0] == actor


def test_another_spelling_of_a_given_name_is_nobody_elses_surname() -> None:
    assert named("Seraj Qaddur fled.") == {"Seraj Qaddur": ("seraj-qaddur", None)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They fled the town of Wurma for good.", "wurma"),
        ("Nine came from one village, Nazlet al-Hamra, in the delta.", "nazlet-al-hamra"),
        ("South of Wurma, six died.", "wurma"),
    ],
)
def test_a_noun_tells_a_town_that_no_list_knows(text: str, place: str) -> None:
    assert place in {found for _, found in named(text).values()}


def test_a_date_is_no_quarter_of_tripoli() -> None:
    assert "2 March" not in named(
        "TRIPOLI, 2 March 2018 - From 1 to 28 February nine died.", date(2018, 3, 2)
    )


def test_mentions_hold_the_title_beside_the_bare_name() -> None:
    text = "General Khalifa Haftar left. General Haftar said so. Haftar's spokesman Salem Issa agreed."
    found = actors(text)
    exact = [m.exact for m in found["khalifa-haftar"].mentions]
    assert exact == ["General Khalifa Haftar", "Khalifa Haftar", "General Haftar", "Haftar", "Haftar"]
    assert [m.exact for m in found["salem-issa"].mentions] == ["Salem Issa"]
    assert all(m.holds_in(text) for actor in found.values() for m in actor.mentions)
