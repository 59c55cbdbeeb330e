"""Names are found in one pass: the longest wins, look-alikes never do, and doubt is left alone."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parsing.naming import hits, named

from libya_news.knowledge.lookup import default
from libya_news.parsing.names import find_names
from libya_news.parsing.short_forms import resolve_short_form
from libya_news.text.tokens import Tokens


@given(st.text(max_size=200))
def test_no_text_raises_and_no_two_names_overlap(text: str) -> None:
    tokens, found = hits(text)
    assert found == sorted(found)
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(0 <= h.first < h.last <= len(tokens) for h in found)


WORDS = st.sampled_from(
    [
        "Haftar",
        "al",
        "-",
        "Sabri",
        ",",
        "the",
        "of",
        "Brigade",
        "166",
        "Colonel",
        "Salem",
        "Ali",
        "'s",
        "forces",
        "Benghazi",
        "Tripoli",
        "Libya",
        "ministry",
        "said",
        "(",
        ")",
        ".",
        "UN",
        "Council",
        "Wire",
        "loyal",
        "to",
        "near",
        "al-Laithi",
        "battalion",
        "and",
        "for",
        "General",
        "A",
        "IS",
        "UNITED",
    ]
)


@given(st.lists(WORDS, max_size=40))
def test_any_order_of_name_words_is_read(words: list[str]) -> None:
    _, found = hits(" ".join(words))
    assert all(a.last <= b.first for a, b in pairwise(found))


@given(st.lists(WORDS, max_size=20))
def test_a_neutral_sentence_in_front_changes_no_name(words: list[str]) -> None:
    text = " ".join(words)
    front = "It rained for two days.\n"
    tokens, found = hits(text)
    more, later = hits(front + text)
    shift = len(more) - len(tokens)
    moved = [(h.first + shift, h.last + shift, h.actor_id, h.place_id) for h in found]
    assert [(h.first, h.last, h.actor_id, h.place_id) for h in later] == moved


@pytest.mark.parametrize(
    ("text", "words", "actor", "place"),
    [
        ("The Misrata brigade fought in Sirte.", "Misrata brigade", "misrata-brigades", None),
        ("The 17 February Brigade lost 3 men.", "17 February Brigade", "february-17-martyrs-brigade", None),
        ("Heavy shelling of al-Laithi killed two.", "al-Laithi", None, "laithi"),
        ("Fighting spread in Sabri, a district of Benghazi.", "Sabri", None, "sabri"),
        ("Battalion 166 withdrew.", "Battalion 166", "166-brigade", None),
        ("The 166th Battalion withdrew.", "166th Battalion", "166-brigade", None),
        ("In Souq el-Hout they fought on.", "Souq el-Hout", None, "souq-al-hout"),
        ("The port of Es Sider was shut.", "Es Sider", None, "es-sider"),
        ("FIVE KILLED IN SIRTE BY MINES", "SIRTE", None, "sirte"),
        ("A bomb went off in Tripoli, Lebanon, on Friday.", "Tripoli, Lebanon", None, "tripoli-lebanon"),
        ("France said it would help.", "France", "france", "france"),
        ("He flew to France.", "France", None, "france"),
        ("Ankara denied the report.", "Ankara", "turkey", "ankara"),
        ("He died in Ankara.", "Ankara", None, "ankara"),
        ("Field Marshal Khalifa Hifter left.", "Khalifa Hifter", "khalifa-haftar", None),
        ("U.N. envoy Ghassan Salame spoke.", "U.N.", "united-nations", None),
        ("Benghazi Medical Centre took 12.", *["Benghazi Medical Centre", *["benghazi-medical-centre"] * 2]),
    ],
)  # fmt: skip
def test_known_names(text: str, words: str, actor: str | None, place: str | None) -> None:
    assert named(text)[words] == (actor, place)


@pytest.mark.parametrize(
    ("text", "words", "slug"),
    [
        ("Colonel Faraj al-Amami said so.", "Faraj al-Amami", "faraj-al-amami"),
        ("A doctor, Salem Issa, said six were hurt.", "Salem Issa", "salem-issa"),
        ("Khaled Sabri was in Tripoli.", "Khaled Sabri", "khaled-sabri"),
        ("Siraj al-Din Omar was shot.", "Siraj al-Din Omar", "siraj-al-din-omar"),
        ("The Sons of Tarhuna Brigade withdrew.", "Sons of Tarhuna Brigade", "sons-of-tarhuna-brigade"),
        ("The 77th Support Company was hit.", "77th Support Company", "77th-support-company"),
        ("Battalion 912 lost its base.", "Battalion 912", "battalion-912"),
        ("The Zliten Shield Force (ZSF) left.", "Zliten Shield Force", "zliten-shield-force"),
        ("The LNA and the Zintan council met.", "Zintan council", "zintan-council"),
        ("A hotel in Sirte, the charity SafeHands said.", "SafeHands", "safehands"),
        ("TRIPOLI, May 3 (Orbit Wire) - Two died.", "Orbit Wire", "orbit-wire"),
        ("Ibrahim Bu-Hlaiqa, 40, was hurt.", "Ibrahim Bu-Hlaiqa", "ibrahim-bu-hlaiqa"),
        ("The officer, nicknamed Abu Musab, was killed.", "Abu Musab", "abu-musab"),
    ],
)
def test_unknown_names(text: str, words: str, slug: str) -> None:
    assert named(text)[words][0] == slug


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Masked gunmen shot a guard in Derna.", ("masked-gunmen", "unidentified-gunmen")),
        ("Two Sudanese mercenaries were captured.", ("sudan",)),
        ("As Haftar advanced, men fled.", ("as-haftar",)),
        ("Rioters burned tyres.", ("reuters",)),
        ("It was a nice day in the emergency ward.", ("nice", "emergency-ngo")),
        ("FIVE KILLED AS JETS STRIKE US, WHO SAYS NOBODY", ("united-states", "who")),
        ("Fact checkers rushed to the site.", ("fact",)),
        ("Hun Sen sent aid.", ("hun",)),
        ("The dawn prayer was over.", ("libya-dawn",)),
        ("The sultan spoke to the major.", ("sultan", "majer")),
        ("Salim Sabri, a baker, was hurt.", ("sabri",)),
        ("Nasser Derna, 23, died.", ("derna",)),
        ("The prisoners and civilians were freed.", ("prisoners-libya", "civilians-libya")),
        ("Militants and rebels fled.", ("islamic-state-libya", "rebels-2011")),
        ("Libyan military strongman Khalifa Haftar spoke.", ("libyan-military-2014",)),
    ],
)
def test_look_alikes_are_not_names(text: str, missing: tuple[str, ...]) -> None:
    found = {x for pair in named(text).values() for x in pair}
    assert not found & set(missing)


def test_a_brigades_number_is_inside_its_name() -> None:
    tokens, found = hits("Battalion 166 lost 3 men; the 7th Brigade lost 12.")
    inside = {tokens.words[i] for h in found for i in range(h.first, h.last)}
    assert {"166", "7th"} <= inside
    assert not {"3", "12"} & inside


def test_haftars_forces_are_the_group_that_he_leads_that_day() -> None:
    _, found = hits("Haftar's forces took the town.", date(2019, 5, 1))
    assert [(h.actor_id, [i.actor_id for i in h.inner]) for h in found] == [
        ("libyan-national-army", ["khalifa-haftar"])
    ]
    for text in (
        "Forces loyal to General Khalifa Haftar left.",
        "Haftar-led forces left.",
        "Pro-Haftar forces left.",
    ):
        _, found = hits(text, date(2019, 5, 1))
        assert [h.actor_id for h in found] == ["libyan-national-army"], text
    _, found = hits("Haftar's brother left.", date(2019, 5, 1))
    assert [h.actor_id for h in found] == ["khalifa-haftar"]


@pytest.mark.parametrize(
    ("text", "words", "group", "leader"),
    [
        ("Troops loyal to Col. Nasr fled.", "Troops loyal to Col. Nasr", "nasr-forces", "nasr"),
        (
            "Fighters led by Omar Qandil fled.",
            "Fighters led by Omar Qandil",
            "omar-qandil-forces",
            "omar-qandil",
        ),
        ("Colonel Salem Nasr fled. Nasr's forces fled.", "Nasr's forces", "salem-nasr-forces", "salem-nasr"),
        ("A Tebu self-defence unit fled.", "Tebu self-defence unit", "tebu-self-defence-unit", "tebu"),
        ("The Tebu militias fled.", "Tebu militias", "tebu-militia", "tebu"),
        ("The Tebu tribe met.", "Tebu", "tebu", None),
        ("Obama's forces left.", "Obama", "barack-obama", None),
        ("Six troops loyal to Haftar fled.", "Haftar", "khalifa-haftar", None),
        ("Six of Haftar's troops fled.", "Haftar", "khalifa-haftar", None),
    ],
)
def test_a_leader_or_a_community_names_a_group(text: str, words: str, group: str, leader: str | None) -> None:
    tokens, found = hits(text)
    hit = next(h for h in found if tokens.quote(h.first, h.last) == words)
    assert hit.actor_id == group
    assert leader is None or [i.actor_id for i in hit.inner] == [leader]


def test_a_declared_acronym_is_the_same_actor_later() -> None:
    found = named("The Zliten Shield Force (ZSF) fled. Three ZSF men died.")
    assert found["ZSF"][0] == "zliten-shield-force"


def test_a_surname_alone_is_the_person_whom_the_text_names() -> None:
    assert named("Colonel Salem Nasr spoke. Nasr left.")["Nasr"][0] == "salem-nasr"
    assert named("Judge Salem Tajouri spoke. Tajouri left.")["Tajouri"][0] == "salem-tajouri"
    assert named("Saif al-Islam Gaddafi ran. Gaddafi was barred.")["Gaddafi"][0] == "saif-al-islam-gaddafi"


def test_two_bearers_of_a_surname_leave_it_open() -> None:
    assert "Nasr" not in named("Colonel Salem Nasr met Judge Omar Nasr. Then Nasr left.")


def test_weak_names_need_their_context() -> None:
    assert named("Sabri was calm.").get("Sabri", (None, None))[1] is None
    assert named("In Benghazi, fighting in Sabri went on.")["Sabri"][1] == "sabri"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Fighting in Sabri went on.", True),
        ("Two soldiers were shot dead in Sabri on Tuesday.", True),
        ("A sniper in Sabri killed a boy.", True),
        ("Shells killed three people near Sabri on Monday.", True),
        ("Troops moved on from streets in Sabri; houses in Sabri burned.", True),
        ("A mine went off outside Sabri, medics said.", True),
        ("The parties have confidence in Sabri, who lost two guards in the blast.", False),
        ("Nobody believes in Sabri any more.", False),
        ("Gunmen killed two guards in Sabri's house.", False),
        ("Two policemen were killed in Sabri Hassan's car.", False),
        ("Ahmed Sabri was shot. Two men died in Sabri.", False),
        ("Two men died in Sabri. Sabri said they had been his guards.", False),
        ("Two men died in Sabri and three in Tripoli.", False),
    ],
)
def test_a_quarter_that_is_a_surname_too_needs_no_city_where_things_happen_in_it(
    text: str, means: bool
) -> None:
    assert (named(text).get("Sabri", (None, None))[1] == "sabri") is means


def test_the_date_decides_between_governments() -> None:
    text = "Libya's Libyan National Army took the post."
    assert named(text, date(2019, 5, 1))["Libyan National Army"][0] == "libyan-national-army"


def test_added_entries_are_found(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "mine.toml"
    path.write_text('[actors.dunes]\nname = "Dunes Men"\nkind = "armed_group"\n', encoding="utf-8")
    known = default().extended(path)
    tokens = Tokens("The Dunes Men fled Sirte.")
    assert [h.actor_id or h.place_id for h in find_names(tokens, known, None)] == ["dunes", "sirte"]


@pytest.mark.parametrize(
    "unit", ["Haftar ", "al-", "Brigade of ", "Council of the ", "A. ", "(X) - ", "Ali al-", "'s ", "UN "]
)
def test_hostile_input_is_read_in_linear_time(unit: str) -> None:
    from time import process_time

    def seconds(n: int) -> float:
        tokens = Tokens(unit * n)
        times = []
        for _ in range(3):
            start = process_time()
            find_names(tokens, default(), None)
            times.append(process_time() - start)
        return min(times)

    seconds(100)
    assert seconds(8_000) <= 4 * seconds(4_000) + 0.02


@pytest.mark.parametrize(
    "headline",
    [
        "Three Dead As Car Bomb Explodes Near Benghazi Hospital, Officials Say",
        "Clashes Erupt Between Rival Militias In Western Libya",
        "Bodies Of Nine Migrants Wash Up Near Zuwara Port",
    ],
)
def test_a_headline_of_capitals_makes_no_unknown_group(headline: str) -> None:
    _, found = hits(headline)
    assert [h for h in found if h.kind.startswith("unknown")] == []


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Colonel Salem Nasr spoke.", "Nasr", "salem-nasr"),
        ("The 912 Brigade left Sirte.", "the brigade", "912-brigade"),
        ("UNSMIL and the interior ministry spoke.", "the ministry", "interior-ministry"),
        ("The LNA said so.", "the group", "libyan-national-army"),
        ("The LNA fought Islamic State.", "the group", None),
        ("Colonel Salem Nasr met Judge Omar Nasr.", "Nasr", None),
        ("It rained.", "the group", None),
    ],
)
def test_short_forms_resolve_or_abstain(text: str, words: str, actor: str | None) -> None:
    tokens, found = hits(text + f" Later {words} left.")
    before = tokens.words.index("Later") + 1
    assert resolve_short_form(words, before, found, tokens, default()) == actor


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Civilian Watch Libya said so.", "civilian-watch-libya"),
        ("The Military Engineering Directorate cleared mines.", "military-engineering-directorate"),
        ("Al-Noor Foundation of Sirte said so.", "al-noor-foundation-of-sirte"),
        ("Halima Ali of Sabha Relief Centre said so.", "halima-ali"),
    ],
)
def test_the_ends_of_an_unknown_name(text: str, slug: str) -> None:
    assert slug in {actor for actor, _ in named(text).values()}


@pytest.mark.parametrize(
    "text", ["Local Council members met.", "Medical Services were cut.", "Shops were open."]
)
def test_a_capital_at_the_start_of_a_sentence_makes_no_name(text: str) -> None:
    assert named(text) == {}
