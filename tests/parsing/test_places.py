"""The places of an article: chain, coordinates, and what is none."""

import pytest
from tests.parsing.naming import places


def test_a_known_place_has_its_chain_and_coordinate() -> None:
    text = "Two died in al-Sabri, Benghazi."
    found = places(text)
    sabri = found["sabri"]
    assert sabri.within == ("benghazi", "benghazi-district", "cyrenaica", "libya")
    assert sabri.kind == "neighbourhood"
    assert sabri.precision == "city_centroid"
    assert [m.exact for m in sabri.mentions] == ["al-Sabri"]
    assert found["benghazi"].precision == "exact"
    assert all(m.holds_in(text) for p in found.values() for m in p.mentions)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Misrata brigade fought in Sirte.", {"sirte"}),
        ("In Sabri, Laithi and Ganfouda in Benghazi, men died.", {"sabri", "laithi", "ganfouda", "benghazi"}),
        ("The dead were found in Zzyx and Derna.", {"zzyx", "derna"}),
        ("He said in Cairo that Derna was bombed.", {"cairo", "derna"}),
        ("They fought 20 km south of Sirte.", {"sirte"}),
        ("On the southern outskirts of Tripoli, two died.", {"tripoli"}),
        ("A shell hit Jalaa hospital in Benghazi.", {"jalaa-hospital-benghazi", "benghazi"}),
        ("Libyan officials spoke of Tripolitania.", {"tripolitania"}),
        ("Khaled Sabri and Ali Derna, 23, spoke.", set()),
        ("The Battle of Badr is remembered.", set()),
    ],
)  # fmt: skip
def test_the_places_of_a_sentence(text: str, wanted: set[str]) -> None:
    assert set(places(text)) == wanted


def test_a_site_of_a_known_town_lies_in_it() -> None:
    found = places("Men gathered at Zliten roundabout in the morning.")["zliten-roundabout"]
    assert found.within[0] == "zliten"
    assert found.precision == "city_centroid"
    assert found.kind == "landmark"


def test_an_unknown_place_has_no_coordinate() -> None:
    found = places("A lorry overturned near Wurma on Thursday.")["wurma"]
    assert (found.latitude, found.longitude, found.precision, found.within) == (None, None, None, ())
