"""A firing and a silent story for each code of LN3xx to LN6xx, made by hand."""

from __future__ import annotations

import attrs
from tests.validating.making import Story, on

from libya_news.model import Count, Perpetrator

CASES: dict[str, tuple[Story, ...]] = {}
SILENT: dict[str, tuple[Story, ...]] = {}

LNA, SHURA = "libyan-national-army", "benghazi-revolutionaries-shura-council"


def toll(speaker: str, victims: dict[str, object], harm: str = "killed", **who: object) -> Story:
    story = Story(f"{speaker} said that six fighters had died.")
    certainty = who.pop("certainty", "certain")
    interest = who.pop("interest", None)
    perpetrators = who.pop("perpetrators", ())
    story.claim(speaker, "six fighters had died", certainty=certainty, interest=interest, **who)
    return story.casualty(
        "six fighters", 6, harm, claims=[story.last("claims")], perpetrators=perpetrators, **victims
    )


affiliated = toll("Omar", {"side": LNA}, actor="omar").actor("omar", "Omar", kind="person")
affiliated.parts["actors"][0] = attrs.evolve(affiliated.parts["actors"][0], affiliations=(LNA,))
second_source = Story("Medics said six soldiers died. Omar said they died in Sirte.")
second_source.claim("Medics", "six soldiers died").claim("Omar", "they died in Sirte", side=LNA)
second_source.casualty("six soldiers", 6, side=LNA, claims=[c.id for c in second_source.parts["claims"]])
CASES["LN301"] = (
    toll("An officer", {"side": LNA}, side=LNA),
    toll("An officer", {"group": "saiqa"}, side=LNA, actor="saiqa"),
    toll("An officer", {"side": LNA}, harm="captured", side=LNA),
    affiliated,
    second_source,
)
SILENT["LN301"] = (
    toll("Medics", {"side": LNA}),
    toll("An officer", {"side": SHURA}, side=LNA),
    toll("An officer", {}, side=LNA),
    toll("An officer", {"side": LNA}, harm="rescued", side=LNA),
    Story("Six fighters died.").casualty("Six fighters", 6, side=LNA),
)

CASES["LN302"] = (
    toll("An officer", {"side": SHURA, "class_": "militant"}, side=LNA),
    toll("An officer", {}, side=LNA, perpetrators=(Perpetrator(actor=LNA, description="the army"),)),
    toll("An officer", {}, side=LNA, interest="enemy_dead"),
)
SILENT["LN302"] = (
    toll("An officer", {"side": LNA, "class_": "military"}, side=LNA),
    toll("Medics", {"side": SHURA, "class_": "militant"}),
    toll("An officer", {"class_": "civilian"}, side=LNA),
    toll("An officer", {"side": SHURA, "class_": "militant"}, side=LNA, interest="third_party"),
)

CASES["LN303"] = (
    toll("A medic", {}, kind="medical"),
    toll("Sources", {}, kind="anonymous"),
)
two_sources = Story("A medic said six men died. A guard said six men died.")
two_sources.claim("A medic", "six men died").claim("A guard", "six men died")
two_sources.casualty("six men", 6, claims=[c.id for c in two_sources.parts["claims"]])
SILENT["LN303"] = (
    toll("Medics", {}, kind="medical"),
    toll("Omar al-Sabri", {}, kind="medical", named=True),
    two_sources,
    Story("Six fighters died.").casualty("Six fighters", 6),
)

CASES["LN304"] = (Story("Six men died.").casualty("Six men", 6),)
SILENT["LN304"] = (
    toll("Medics", {}),
    Story("Six men died in 2011.").casualty("Six men", 6, scope="background"),
    Story("No toll is known.").casualty("No toll is known", Count.unknown()),
    Story("Nobody died.").casualty("Nobody", Count.none()),
)

denial = Story("Residents said jets bombed a clinic. The army denied that its jets did.")
denial.claim("Residents", "jets bombed a clinic")
CASES["LN305"] = (
    Story("The army denied that its jets did.").claim("The army", "its jets did", polarity="denies"),
)
SILENT["LN305"] = (denial.claim("The army", "its jets did", polarity="denies", denies=denial.last("claims")),)

QUOTE = "We carried all of them on foot"
CASES["LN306"] = (
    Story(f'Two men died. "{QUOTE}." The road was closed.'),
    Story(f"Two men died. \u201c{QUOTE}.\u201d The road was closed."),
    Story(f'"{QUOTE}."').claim("", QUOTE, direct=True),
)
SILENT["LN306"] = (
    Story(f'"{QUOTE}," a guard said.').claim("a guard", QUOTE, direct=True),
    Story('The "significant progress" of the army.'),
    Story("Two men died."),
)

CASES["LN307"] = (
    Story('"We carried them, a guard said.\n\nThe road was closed.'),
    Story("\u201cWe carried them, a guard said."),
)
SILENT["LN307"] = (
    Story('"We carried them," a guard said.'),
    Story('"We carried them.\n\n"We carried all of them," a guard said.'),
    Story("\u201cWe carried them.\n\n\u201cAll of them,\u201d a guard said."),
)

CASES["LN308"] = (toll("The militia", {}, certainty="unverified"),)
SILENT["LN308"] = (toll("The militia", {}), toll("The militia", {}, certainty="hedged"))

CASES["LN309"] = (toll("He", {}),)
SILENT["LN309"] = (toll("He", {}, description="Omar al-Sabri", actor="omar-al-sabri"), toll("Medics", {}))

two_people = Story("Omar al-Sabri spoke. Later Omer al-Sabry came.")
two_people.actor("omar-al-sabri", "Omar al-Sabri", kind="person")
two_people.actor("omer-al-sabry", "Omer al-Sabry", kind="person")
CASES["LN401"] = (
    Story("Omar al-Sarraj spoke. Serraj left.").actor("s", "Omar al-Sarraj", "Serraj", kind="person"),
    Story("In Soug al-Hout. In Souq al-Hout.").add(
        "places",
        Story("In Soug al-Hout. In Souq al-Hout.").place("h", "Soug al-Hout").parts["places"][0],
    ),
    two_people,
)
hout = CASES["LN401"][1]
hout.parts["places"][0] = attrs.evolve(
    hout.parts["places"][0], mentions=(hout.words("Soug al-Hout"), hout.words("Souq al-Hout"))
)
SILENT["LN401"] = (
    Story("Omar al-Sarraj spoke. Sarraj left.").actor("s", "Omar al-Sarraj", "Sarraj", kind="person"),
    Story("The Al-Sarraj house. al-Sarraj left.").actor("s", "Al-Sarraj", "al-Sarraj", kind="person"),
    Story("Israel and Israeli men.").add(
        "places",
        attrs.evolve(
            Story("Israel and Israeli men.").place("i", "Israel").parts["places"][0],
            mentions=(
                Story("Israel and Israeli men.").words("Israel"),
                Story("Israel and Israeli men.").words("Israeli"),
            ),
        ),
    ),
    Story("Omar al-Sabri and Ali al-Sabri.")
    .actor("o", "Omar al-Sabri", kind="person")
    .actor("a", "Ali al-Sabri", kind="person"),
)


def placed(district: str, city: str) -> Story:
    story = Story(f"Two men died in {district} in {city}.").place(city.lower(), city)
    story.place("abu-salim", district, "neighbourhood", within=("tripoli", "libya"))
    return story.casualty("Two men", 2, place="abu-salim", places=("abu-salim", city.lower()))


CASES["LN402"] = (placed("Abu Salim", "Benghazi"),)
SILENT["LN402"] = (
    placed("Abu Salim", "Tripoli"),
    Story("Two died in Abu Salim.")
    .place("abu-salim", "Abu Salim", "neighbourhood", within=("tripoli",))
    .casualty("Two", 2, place="abu-salim", places=("abu-salim",)),
)

two_towns = Story("Two died in Zawiya. Six died in Zawiya.").place("zawiya", "Zawiya")
CASES["LN403"] = (two_towns.place("zawiya-benghazi", "Zawiya", nth=1),)
SILENT["LN403"] = (
    Story("Two died in Zawiya and in Zuwara.").place("zawiya", "Zawiya").place("zuwara", "Zuwara"),
    Story("Zawiya spoke.").place("zawiya", "Zawiya").actor("zawiya-council", "Zawiya"),
)

CASES["LN404"] = (
    toll("Medics", {"side": "mansour"}).actor("mansour", kind="person"),
    toll("An officer", {}, side="the-front").actor("the-front", kind="other"),
)
SILENT["LN404"] = (
    toll("Medics", {"side": LNA}).actor(LNA),
    toll("Medics", {"side": LNA}).actor("mansour", kind="person"),
)

unknown_village = Story("Two men died in Wadi Zamrud.")
unknown_village.place("wadi-zamrud", "Wadi Zamrud", latitude=None, longitude=None)
CASES["LN405"] = (unknown_village.casualty("Two men", 2, place="wadi-zamrud"),)
SILENT["LN405"] = (
    Story("Two men died in Sirte.").place("sirte", "Sirte").casualty("Two men", 2, place="sirte"),
)

CASES["LN501"] = (Story("Six terrorists died.").framing("terrorists", neutral="fighters"),)
SILENT["LN501"] = (
    Story("Six terrorists died.").framing("terrorists", used_by="claim-1"),
    Story("The so-called army.").framing("so-called", "distancing"),
)
CASES["LN504"] = (Story("The so-called army.").framing("so-called", "distancing"),)
SILENT["LN504"] = (Story("Six terrorists died.").framing("terrorists"),)
CASES["LN505"] = (Story('The "army" lost.').framing("army", "scare_quote"),)
SILENT["LN505"] = (Story('The "army" lost.').framing("army", "scare_quote", used_by="claim-1"),)


def two_sides(first: str, second: str, **more: object) -> Story:
    story = Story(f"Six soldiers were {first}. Nine fighters {second}.")
    story.casualty("Six soldiers", 6, side=LNA, evidence={"harm": first}, **more)
    return story.casualty("Nine fighters", 9, side=SHURA, evidence={"harm": second})


CASES["LN502"] = (two_sides("murdered", "died"), two_sides("slain", "were killed"))
SILENT["LN502"] = (two_sides("killed", "died"), two_sides("murdered", "were massacred"))
CASES["LN503"] = (two_sides("killed", "died", perpetrators=(Perpetrator(description="gunmen"),)),)
SILENT["LN503"] = (two_sides("killed", "died"),)


def plain(
    class_: str = "civilian", words: str = "Six people", count: Count | int = 6, **more: object
) -> Story:
    story = Story(f"{words} died in Sirte.").place("sirte", "Sirte").place("libya", "Sirte", "country")
    told = {"place": "sirte", "date": on("2017-07-07"), "cause": "shelling"}
    told["perpetrators"] = (Perpetrator(description="gunmen"),)
    return story.casualty(words, count, class_=class_, **{**told, **more})


CASES["LN601"] = (plain(date=None), plain(date=attrs.evolve(on("2017-07-07"), start=None, end=None)))
SILENT["LN601"] = (plain(), plain(date=None, scope="background"), plain(date=None, count=Count.unknown()))
CASES["LN602"] = (plain(place=None),)
SILENT["LN602"] = (plain(),)
CASES["LN603"] = (plain(perpetrators=()),)
SILENT["LN603"] = (plain(), plain(perpetrators=(), cause="drowning"))
CASES["LN604"] = (plain(cause=None),)
SILENT["LN604"] = (plain(), plain(cause=None, scope="background"))
CASES["LN605"] = (plain(),)
SILENT["LN605"] = (
    plain(words="Six women"),
    plain("child"),
    plain("military"),
    plain(names=("Omar al-Sabri",)),
    plain(words="A 12-year-old"),
    plain(count=Count.none()),
)
CASES["LN606"] = (plain(place="libya"),)
SILENT["LN606"] = (plain(),)
CASES["LN607"] = (plain(date=on("2017-05-01", "2017-05-31", "month")),)
SILENT["LN607"] = (plain(), plain(date=on("2017-05-01", "2017-05-31", "month"), kind="aggregate"))
CASES["LN608"] = (plain("militant"),)
SILENT["LN608"] = (plain("militant", side=LNA), plain("militant", group="saiqa"), plain())
