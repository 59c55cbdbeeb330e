"""Names at work in stories: what is a place of the event, what an actor, what neither."""

import pytest

from libya_news import parse
from libya_news.model.article import Article
from libya_news.model.record import Record


def read(text: str) -> Record:
    return parse(Article.from_text(text, published="2017-07-08"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He said in Cairo that Derna was bombed, killing four people.", "derna"),
        ("The minister told deputies in Tobruk that a raid on Zliten had killed three people.", "zliten"),
        ("Four men were killed 20 km south of Sirte.", "sirte"),
        ("Three people were killed in Tripoli, Lebanon.", "tripoli-lebanon"),
        ("Shelling killed six people in Sabri, Laithi and Ganfouda.", "benghazi"),
    ],
)
def test_where_somebody_speaks_is_not_where_it_happened(text: str, place: str | None) -> None:
    assert [c.place for c in read(text).casualties] == [place]


def test_a_place_is_told_by_distance_and_bearing() -> None:
    relation = read("Four men were killed 20 km south of Sirte.").casualties[0].relation
    assert relation is not None
    assert (relation.km, relation.bearing) == (20.0, "south")


def test_an_unknown_place_never_voids_the_others() -> None:
    assert [p.id for p in read("Shelling killed six people in Zzyx and Derna.").places] == ["zzyx", "derna"]


@pytest.mark.parametrize(
    ("text", "actors", "places"),
    [
        ("The Tobruk-based parliament said two soldiers died.", ["house-of-representatives"], []),
        ("The Misrata brigade fought in Sirte.", ["misrata-brigades"], ["sirte"]),
        ("The LNA and the Zintan council clashed.", ["libyan-national-army", "zintan-council"], []),
        ("Masked gunmen shot a guard dead.", [], []),
        ("The shelling of al-Laithi went on.", [], ["laithi"]),
        ("Two men died in Suq al-Hut. Souq el-Hout was calm.", [], ["souq-al-hout"]),
    ],
)
def test_actors_and_places_are_kept_apart(text: str, actors: list[str], places: list[str]) -> None:
    record = read(text)
    assert [a.id for a in record.actors] == actors
    assert [p.id for p in record.places] == places


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Six troops loyal to Haftar were killed in Sirte.", 6),
        ("Six of Haftar's troops were killed in Sirte.", 6),
        ("Troops loyal to Col. Nasr killed four men in Derna.", 4),
    ],
)
def test_a_groups_name_hides_no_dead(text: str, killed: int) -> None:
    assert [c.count.best for c in read(text).casualties] == [killed]


def test_a_group_led_by_somebody_unknown_is_the_doer() -> None:
    casualty = read("Troops loyal to Col. Nasr killed four men in Derna.").casualties[0]
    assert [p.actor for p in casualty.perpetrators] == ["nasr-forces"]
