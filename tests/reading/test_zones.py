# ruff: noqa: E501  (papers and feeds print long lines)
"""What holds of the zones of any text, and the traps that look like furniture."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libya_news.model.article import Article
from libya_news.reading.captions import find_caption
from libya_news.reading.datelines import find_dateline
from libya_news.reading.language import language_of
from libya_news.reading.words import may_be_outside
from libya_news.reading.zones import with_zones

LINES = st.sampled_from(
    [
        "", " ", "Two die in Sirte", "By Ali Salem", "2 July 2017", "02/07/2017 - 14:22", "3 min read", "TRIPOLI, July 3 (Wire) - Two men died.",
        "Two men were killed in Sirte on Sunday, a medic said.", "A street [Getty]", "Photo: AFP", "Read more: The road", "Related stories",
        "AFP", "***", "(Reporting by A. Salem)", "Corrected: nine died, not 19.", "* LNA says nine killed", "Share | Print", "(", "[]", "By", "—",
        "He left. (AFP)", "News > Libya", "© 2017", "“Two men,” he said", "SIRTE:", "a\u2028b", "\u200b", "\ufeffTwo die",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(LINES, max_size=14).map("\n".join))


@given(TEXTS)
def test_every_sign_that_is_no_blank_is_in_exactly_one_zone(text: str) -> None:
    article = with_zones(Article.from_text(text))
    assert article.text == text
    at = 0
    for zone in article.zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not "".join(text[at : zone.start].split()).strip("|-–—")
        at = zone.end
    assert not text[at:].strip()


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2003", "\t"], ids=["blank", "no-break", "em", "tab"])
@pytest.mark.parametrize("signs", ["*", "* *", "." * 20, ". \u00a0 ."], ids=["one", "two", "long", "apart"])
def test_signs_before_a_line_do_not_hide_it(signs: str, blank: str) -> None:
    assert may_be_outside(f"{signs}{blank}Read more: The road")
    assert not may_be_outside(
        f"{signs}{blank}Two men were killed in Sirte on Sunday, a medic said on Monday."
    )
    assert may_be_outside(f"{signs}{blank}{signs}")


@given(TEXTS)
def test_zones_are_the_same_when_they_are_read_again(text: str) -> None:
    once = with_zones(Article.from_text(text))
    assert with_zones(Article.from_text(text)) == once


@pytest.mark.parametrize(
    "line",
    [
        "On Sunday – as fighting went on – two men died.",
        "Benghazi – Libya's second city – has no judges left.",
        "Haftar – a man of 73 – did not speak.",
        "SIRTE: Two men were shot dead at a checkpoint.",
        "The Libyan National Army (LNA) – it has jets – denied it.",
        "Libyan National Army (LNA) - what is it?",
        "UPDATE 1-East Libyan forces, attackers trade claims",
        "Published July 6, 2017 - 14:22",
        "Friday, July 7 - Two men died.",
        "March 3, 2017 - Two men died.",
        "Two men - both guards - died.",
        "Ali Salem, 41 - a bus driver - was shot.",
        "NATO – which had led the campaign – left.",
        "Tripoli: four dead in clash",
    ],
)
def test_lines_that_are_no_dateline(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Twenty men died in the town (14 killed in the street)",
        "The Libyan National Army (LNA)",
        "He spoke of a “massacre” [sic]",
        "Nine men died, a medic told the agency. (AFP)",
        "The price fell by half/doubled",
    ],
)
def test_lines_that_are_no_caption(line: str) -> None:
    assert find_caption(line, 0, in_head=False) is None


def test_a_dateline_takes_its_year_from_the_publication_day() -> None:
    text = "SIRTE, 31 December - Two men died."
    article = with_zones(Article.from_text(text, published="2017-01-01"))
    assert article.dateline is not None
    assert article.dateline.date == dt.date(2016, 12, 31)
    without = with_zones(Article.from_text(text))
    assert without.dateline is not None
    assert (without.dateline.date, without.published) == (None, None)


def test_the_four_sources_of_the_publication_day() -> None:
    page = "Two die\n\n3 July 2017\n\nSIRTE, 2 July 2017 (Wire) - Two men died."
    url = "https://example.org/2017/07/04/two-die"
    told = [
        with_zones(Article.from_text(page, published="2017-07-05", url=url)),
        with_zones(Article.from_text(page, url=url)),
        with_zones(Article.from_text(page.replace("3 July 2017\n\n", ""), url=url)),
        with_zones(Article.from_text("Two men died in Sirte.", url=url)),
        with_zones(Article.from_text("Two men died in Sirte.", url="https://example.org/20170")),
    ]
    assert [(str(a.published), a.published_basis) for a in told] == [
        ("2017-07-05", "input"), ("2017-07-03", "furniture"), ("2017-07-02", "dateline"), ("2017-07-04", "url"), ("None", None),
    ]  # fmt: skip


def test_outlets() -> None:
    text = "TRIPOLI (AP) - Two men died."
    assert with_zones(Article.from_text(text)).outlet == "AP"
    assert with_zones(Article.from_text(text, url="https://www.libyaherald.com/x")).outlet == "Libya Herald"
    assert with_zones(Article.from_text(text, outlet="Mine")).outlet == "Mine"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two men were killed in the city on Sunday, a doctor of the hospital said.", "en"),
        ("Deux hommes ont été tués dans la ville dimanche, selon un médecin de l'hôpital, et des blessés ont été soignés.", "fr"),
        ("Due uomini sono stati uccisi nella città di Sirte, secondo un medico dell'ospedale che ha parlato con la radio.", "it"),
        ("Zwei Männer wurden am Sonntag in der Stadt getötet, sagte ein Arzt des Krankenhauses, und die Straße ist gesperrt.", "de"),
        ("قتل رجلان في مدينة سرت يوم الأحد بحسب مصدر طبي في المستشفى", "ar"),
        ("Двое мужчин были убиты в городе Сирт в воскресенье", "und-Cyrl"),
        ("", None), ("4 + 4", None), ("a a a a a a a a a a a a a a a a a a", None), ("Haftar Sirte Benghazi", None),
    ],
)  # fmt: skip
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language
