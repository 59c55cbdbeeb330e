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
        ("Three Chadian rebels were killed in Kufra.", 3),
        ("Two more Chadian fighters were killed in Kufra.", 2),
    ],
)
def test_a_groups_name_hides_no_dead(text: str, killed: int) -> None:
    assert [c.count.best for c in read(text).casualties] == [killed]


def test_a_group_led_by_somebody_unknown_is_the_doer() -> None:
    casualty = read("Troops loyal to Col. Nasr killed four men in Derna.").casualties[0]
    assert [p.actor for p in casualty.perpetrators] == ["nasr-forces"]


@pytest.mark.parametrize(
    ("text", "km", "bearing"),
    [
        ("Four men were killed on the outskirts of Sirte.", None, None),
        ("Four men were killed on the southern outskirts of Sirte.", None, "south"),
        ("Four men were killed on the north-eastern edge of Sirte.", None, "north-east"),
        ("Four men were killed some 20km (12 miles) south of Sirte.", 20.0, "south"),
        ("Four men were killed 20 km (12 miles) to the south-east of Sirte.", 20.0, "south-east"),
    ],
)
def test_a_place_beside_the_one_named_is_told_apart(text: str, km: float | None, bearing: str | None) -> None:
    casualty = read(text).casualties[0]
    assert casualty.place == "sirte"
    assert casualty.relation is not None
    assert (casualty.relation.km, casualty.relation.bearing) == (km, bearing)


def test_inside_the_place_there_is_no_relation() -> None:
    assert read("Four men were killed in Sirte.").casualties[0].relation is None


@pytest.mark.parametrize(
    ("text", "nationalities"),
    [
        ("Two Sudanese mercenaries were killed in Sirte.", ("SD",)),
        ("Four South Sudanese migrants drowned off Zuwara.", ("SS",)),
        ("A Briton was killed in Sirte.", ("GB",)),
        ("Six Libyan National Army soldiers were killed.", ()),
        ("Six men were killed in Sudan.", ()),
    ],
)
def test_nationality_is_a_code_and_no_state(text: str, nationalities: tuple[str, ...]) -> None:
    record = read(text)
    assert record.casualties[0].victims.nationalities == nationalities
    assert not {"sudan", "south-sudan", "united-kingdom"} & {a.id for a in record.actors}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("He said in Cairo that Derna was bombed.", {"cairo": ("speech",), "derna": ("event",)}),
        (
            "TUNIS (AP) - Four men from Misrata were killed in Sirte, an official said in Tripoli.",
            {"tunis": ("dateline",), "misrata": ("origin",), "sirte": ("event",), "tripoli": ("speech",)},
        ),
        ("Four people were killed in the capital, Tripoli.", {"tripoli": ("event",)}),
        ("He likes Derna.", {"derna": ()}),
    ],
)
def test_places_tell_what_part_they_play(text: str, roles: dict[str, tuple[str, ...]]) -> None:
    assert {p.id: p.roles for p in read(text).places} == roles


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("France said it would send aid.", True),
        ("Paris has not commented.", True),
        ("Rome will send a ship.", True),
        ("He flew to France.", False),
        ("The minister died in Paris.", False),
    ],
)
def test_a_country_is_a_state_only_where_it_acts(text: str, acts: bool) -> None:
    record = read(text)
    assert [a.kind for a in record.actors] == ["state"] * acts
    assert len(record.places) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Omar Nasr met Salem Issa. He said five people were killed.",
        "Colonel Omar Nasr and Judge Salem Issa spoke on Monday. He said five people were killed in Sirte.",
    ],
)
def test_a_pronoun_after_two_men_is_left_open(text: str) -> None:
    (claim,) = read(text).claims
    assert (claim.speaker.actor, claim.speaker.description, claim.speaker.named) == (None, "He", False)


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Omar Nasr visited Sirte. He said five people were killed.",
        "Omar Nasr said he met Salem Issa. He said five people were killed.",
    ],
)
def test_a_pronoun_after_one_man_or_a_speaker_means_him(text: str) -> None:
    assert {claim.speaker.actor for claim in read(text).claims} == {"omar-nasr"}
