"""A firing and a silent story for each code of LN0xx to LN2xx, made by hand."""

from __future__ import annotations

from tests.validating.making import Story, day, on

from libya_news.model import Count, Dateline, Days

CASES: dict[str, tuple[Story, ...]] = {}
SILENT: dict[str, tuple[Story, ...]] = {}

FRENCH = "Quatre soldats ont \u00e9t\u00e9 tu\u00e9s."
CASES["LN010"] = (
    Story(FRENCH).with_article(language="fr"),
    Story(FRENCH).with_article(language="und"),
    Story(FRENCH).with_article(language=None).zone("body", FRENCH),
)
SILENT["LN010"] = (
    Story("Four died.").with_article(language="en").zone("body", "Four died."),
    Story("Four died.").with_article(language="en-GB"),
    Story("Four died.").with_article(language=None),
    Story("... 44 ...").with_article(language=None).zone("body", "... 44 ..."),
)


def parts(total: str, *, women: int, children: int) -> Story:
    story = Story(f"{total} people died, including {women} women and {children} children.")
    story.casualty(f"{total} people", int(total))
    whole = story.last()
    story.casualty(f"{women} women", women, class_="woman", part_of=whole)
    return story.casualty(f"{children} children", children, class_="child", part_of=whole)


CASES["LN101"] = (parts("10", women=7, children=6),)
crossing = Story("12 people died, ten of them civilians, including 4 children.")
crossing.casualty("12 people", 12)
crossing.casualty("ten of them", 10, class_="civilian", part_of=crossing.last())
crossing.casualty("4 children", 4, class_="child", part_of=crossing.last(back=2))
open_ended = Story("At least 10 people died, including 7 women and 6 children.")
open_ended.casualty("At least 10 people", Count.at_least(10))
open_ended.casualty("7 women", 7, class_="woman", part_of=open_ended.last())
open_ended.casualty("6 children", 6, class_="child", part_of=open_ended.last(back=2))
one_above = Story("10 people died, including 12 women and 6 children.").casualty("10 people", 10)
one_above.casualty("12 women", 12, class_="woman", part_of=one_above.last())
one_above.casualty("6 children", 6, class_="child", part_of=one_above.last(back=2))
men_and_boys = Story("10 people died, including 7 men and 6 boys.").casualty("10 people", 10)
men_and_boys.casualty("7 men", 7, part_of=men_and_boys.last())
men_and_boys.casualty("6 boys", 6, class_="child", part_of=men_and_boys.last(back=2))
CASES["LN101"] += (men_and_boys,)
SILENT["LN101"] = (one_above, parts("13", women=7, children=6), crossing, open_ended)

CASES["LN102"] = (parts("4", women=9, children=1),)
SILENT["LN102"] = (parts("9", women=4, children=1),)


def list_of(text: str, total: int, women: int, men: int) -> Story:
    story = Story(text)
    story.casualty(f"{total} people", total)
    whole = story.last()
    story.casualty(f"{women} women", women, class_="woman", part_of=whole)
    return story.casualty(f"{men} men", men, part_of=whole)


CASES["LN103"] = (
    list_of("10 people died: 4 women and 5 men.", 10, 4, 5),
    list_of("10 people \u2013 4 women and 5 men \u2013 died.", 10, 4, 5),
)
SILENT["LN103"] = (
    list_of("5 men and 4 women were among the dead: 10 people.", 10, 4, 5),
    list_of("10 people died: 4 women and 6 men.", 10, 4, 6),
    list_of("10 people died: 4 women, 5 men and others.", 10, 4, 5),
    list_of("10 people died, 4 women and 5 men.", 10, 4, 5),
)


def headed(headline: str, body: str, figure: str, count: Count, *others: tuple[str, int]) -> Story:
    story = Story(f"{headline}\n\n{body}").zone("headline", headline)
    story.casualty(figure, count)
    for words, n in others:
        story.casualty(words, n)
    return story


CASES["LN104"] = (headed("Nine die", "Six people died.", "Nine", Count.exact(9, "Nine"), ("Six people", 6)),)
SILENT["LN104"] = (
    headed("Six die", "Six people died.", "Six", Count.exact(6, "Six"), ("Six people", 6)),
    headed("Nine die", "Six men and 3 boys died.", "Nine", Count.exact(9), ("Six men", 6), ("3 boys", 3)),
    headed("Nine die", "Nobody knows more.", "Nine", Count.exact(9)),
    headed("Dozens die", "30 people died.", "Dozens", Count.vague(24), ("30 people", 30)),
)


def bounded(headline: str, in_headline: str) -> Story:
    story = Story(f"{headline}\n\nAt least 17 people died.").zone("headline", headline)
    return story.casualty(
        "At least 17 people",
        Count.at_least(17, "At least 17"),
        evidence={"count": story.words(in_headline)},
    )


CASES["LN105"] = (bounded("Clashes kill 17 in Sirte", "17"),)
SILENT["LN105"] = (
    bounded("Clashes kill at least 17", "17"),
    bounded("Clashes kill over 17", "kill over 17"),
    bounded("17+ killed in Sirte", "17+ killed"),
    bounded("17 or more killed", "17"),
    Story("17 die\n\n17 died.").zone("headline", "17 die").casualty("17", 17),
)


def running(first: int, then: int, between: str = "Later", **more: object) -> Story:
    story = Story(f"The toll reached {first} men. {between} the toll stood at {then} men.")
    story.casualty(f"{first} men", first, kind="cumulative", place="sirte")
    return story.casualty(f"{then} men", then, kind="cumulative", place="sirte", **more)


CASES["LN106"] = (running(14, 12),)
other_place = Story("A toll of 14 men. A toll of 12 boys.")
other_place.casualty("14 men", 14, kind="cumulative", place="sirte")
other_place.casualty("12 boys", 12, kind="cumulative", place="derna")
dated = Story("The toll is 14 men. On Monday it was 12 men.")
dated.casualty("14 men", 14, kind="cumulative", place="sirte", date=on("2017-07-05"))
dated.casualty("12 men", 12, kind="cumulative", place="sirte", date=on("2017-07-03"))
superseding = Story("A toll of 14 men. A toll of 12 boys.")
superseding.casualty("14 men", 14, kind="cumulative", place="sirte")
superseding.casualty("12 boys", 12, kind="cumulative", place="sirte", supersedes=(superseding.last(),))
noted = running(14, 12).zone("correction", "Later the toll stood at 12 men.")
at_least = Story("A toll of 14 men. A toll of at least 12 boys.")
at_least.casualty("14 men", 14, kind="cumulative", place="sirte")
at_least.casualty("at least 12 boys", Count.at_least(12), kind="cumulative", place="sirte")
SILENT["LN106"] = (
    superseding,
    noted,
    at_least,
    running(12, 14),
    running(14, 12, "The ministry corrected itself:"),
    running(14, 12, "Earlier"),
    other_place,
    dated,
)


def rivals(first: int, then: int, second: str = "An officer") -> Story:
    text = f"Medics said {first} soldiers died. {second} said {then} soldiers died."
    story = Story(text)
    same = {"class_": "military", "place": "sirte", "date": on("2017-07-07")}
    story.claim("Medics", f"{first} soldiers died")
    story.claim(second, f"{then} soldiers died", nth=text[:20].count(second))
    one, two = (c.id for c in story.parts["claims"])
    story.casualty(f"{first} soldiers", first, claims=[one], **same)
    return story.casualty(f"{then} soldiers", then, claims=[two], nth=int(first == then), **same)


CASES["LN107"] = (rivals(9, 15), rivals(15, 9))
SILENT["LN107"] = (rivals(9, 9), rivals(9, 15, "Medics"))

CASES["LN108"] = (Story("27 casualties in Derna.").casualty("27 casualties", 27, "casualties"),)
SILENT["LN108"] = (Story("27 dead in Derna.").casualty("27 dead", 27),)

CASES["LN109"] = (
    Story("300 families fled.").casualty("300 families", Count.exact(300, unit="families"), "displaced"),
)
SILENT["LN109"] = (Story("300 people fled.").casualty("300 people", 300, "displaced"),)

more_dead = Story("Four men died. Five more died.").casualty("Four men", 4)
CASES["LN110"] = (
    Story("Five more died.").casualty("Five more", 5, kind="increment"),
    Story("Four were hurt. Five more died.")
    .casualty("Four", 4, "wounded")
    .casualty("Five more", 5, kind="increment"),
)
SILENT["LN110"] = (more_dead.casualty("Five more", 5, kind="increment"),)

CASES["LN111"] = (
    Story("No casualties were reported."),
    Story("There were no immediate reports of\ncasualties in Derna."),
)
SILENT["LN111"] = (Story("Nobody was hurt."), Story("No casualties were reportedly feared."))

LINED = "Published: Sunday 2 July 2017 14:30 GMT\n\nTwo men died."
filed = Story("SIRTE, 2 July 2017 - Two men died.", published="2017-07-09")
filed.with_article(dateline=Dateline("SIRTE", day("2017-07-02"))).zone("dateline", "SIRTE, 2 July 2017")
CASES["LN201"] = (
    filed,
    filed.date("2 July 2017", "2017-07-02"),
    Story(LINED, published="2017-07-09").date("2 July 2017", "2017-07-02"),
    Story("Two men died.", published="2017-07-09").with_article(
        dateline=Dateline("SIRTE", day("2017-07-02"))
    ),
    Story("Two men died.", published="2017-07-09").with_article(
        dateline=Dateline("SIRTE", day("2017-07-10"))
    ),
    Story("Two men died.", published="2017-07-09", url="https://a.example/2017/07/02/two-die"),
)
LONG = "Two men died in the town on 2 July 2017" + ", residents said" * 8 + "."
SILENT["LN201"] = (
    Story(LONG, published="2017-07-09").date("2 July 2017", "2017-07-02"),
    Story("Medics said" + " at last" * 12 + " on 2 July 2017", published="2017-07-09").date(
        "2 July 2017", "2017-07-02"
    ),
    Story(LINED, published="2017-07-02").date("2 July 2017", "2017-07-02"),
    Story(LINED).date("2 July 2017", "2017-07-02"),
    Story("Updated: 9 July 2017\n\nTwo men died.", published="2017-07-02").date("9 July 2017", "2017-07-09"),
    Story("Two men died on 2 July 2017.", published="2017-07-09").date("2 July 2017", "2017-07-02"),
    Story("Two men died.", published="2017-07-09").with_article(
        dateline=Dateline("SIRTE", day("2017-07-08"))
    ),
    Story("Two men died.", published="2017-07-09", url="https://a.example/2017/07/08/two-die"),
    Story("Two men died.", published="2017-07-09", url="https://a.example/2017/77/08/two-die"),
    Story("Two men died.", published="2017-07-09", url="https://a.example/12345678901"),
)

CASES["LN202"] = (
    Story("Two died on Monday 4 July 2017.").date("Monday 4 July 2017", "2017-07-04"),
    Story("Two died on Monday, 4 July 2017.").date("4 July 2017", "2017-07-04"),
    Story("Two died on Monday (July 4).").date("July 4", "2017-07-04"),
    Story("Two died on Mon. 4 July.").date("4 July", "2017-07-04"),
)
SILENT["LN202"] = (
    Story("Two died on Tuesday 4 July 2017.").date("Tuesday 4 July 2017", "2017-07-04"),
    Story("Two died on Tuesday, the 4th.").date("4th", "2017-07-04"),
    Story("Two died on Monday.").date("Monday", "2017-07-03"),
    Story("Signed on Monday and dated 4 July 2017.").date("4 July 2017", "2017-07-04"),
    Story("Two died in the Monsoon 4 July 2017.").date("4 July 2017", "2017-07-04"),
)


def happened(start: str, end: str | None = None) -> Story:
    return Story("Two men died.", published="2017-07-08").casualty("Two men", 2, date=on(start, end))


CASES["LN203"] = (happened("2017-07-12"),)
SILENT["LN203"] = (happened("2017-07-08"), happened("2017-07-01", "2017-07-31"))

CASES["LN204"] = (
    happened("2017-07-05", "2017-07-03"),
    Story("Between 9 July and 5 July.").date("9 July and 5 July", "2017-07-09", "2017-07-05"),
)
SILENT["LN204"] = (
    happened("2017-07-03", "2017-07-05"),
    Story("From 5 to 9 July.").date("5 to 9 July", "2017-07-05", "2017-07-09"),
)

CASES["LN205"] = (Story("On Sunday.").date("Sunday", None, reason="no-publication-date"),)
SILENT["LN205"] = (Story("On Sunday.").date("Sunday", "2017-07-02"),)


def said(on_day: str, event: str) -> Story:
    story = Story("Medics said two men died.", published="2017-07-08")
    story.claim("Medics", "two men died", said=(on_day, on_day))
    return story.casualty("two men", 2, date=on(event), claims=[story.last("claims")])


CASES["LN206"] = (said("2017-07-10", "2017-07-03"),)
SILENT["LN206"] = (said("2017-07-08", "2017-07-03"),)
CASES["LN207"] = (said("2017-07-03", "2017-07-05"),)
SILENT["LN207"] = (said("2017-07-05", "2017-07-05"),)

CASES["LN208"] = (
    Story("Two died last Thursday.").date(
        "last Thursday", "2017-07-06", alternatives=(Days(day("2017-06-29"), day("2017-06-29")),)
    ),
    Story("Two died on 02/07/2017.").date(
        "02/07/2017", "2017-07-02", alternatives=(Days(day("2017-02-07"), day("2017-02-07")),)
    ),
)
SILENT["LN208"] = (
    Story("Two died last Thursday.").date("last Thursday", "2017-07-06"),
    Story("Two died during Ramadan.").date(
        "Ramadan", "2017-05-27", alternatives=(Days(day("2017-05-26"), day("2017-06-23")),)
    ),
)
