"""Slips of stories that only a reading which keeps them as they stand lets an editor see."""

from __future__ import annotations

import pytest

from libya_news import api
from libya_news.model import Article
from libya_news.model.record import Record


def read(text: str) -> Record:
    return api.parse(Article.from_text(text, published="2017-07-08"))


@pytest.mark.parametrize(
    ("text", "code", "parts"),
    [
        ("A bomb killed 16 people in Tobruk, among them 12 women and 11 children.", "LN101", 2),
        ("Four people were killed in Sirte, including nine children.", "LN102", 1),
        # a total, seven of it, and eight more
        ("Nine people, including seven boys and eight guards, were killed in Sirte.", None, 1),
        ("Nine people were killed, including seven boys, and eight guards were wounded.", None, 1),
        ("Nine people were killed in Sirte, including two boys and a guard.", None, 2),
    ],
)
def test_parts_that_do_not_fit_are_kept_and_told(text: str, code: str | None, parts: int) -> None:
    record = read(text)
    assert sum(c.part_of is not None for c in record.casualties) == parts
    assert {f.code for f in record.findings} & {"LN101", "LN102"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Five more people were killed in Sirte.", "increment"),
        ("More than five people were killed in Sirte.", "incident"),
        ("Five others were killed in Sirte.", "incident"),
    ],
)
def test_more_people_come_on_top_of_others_told_or_not(text: str, kind: str) -> None:
    assert [c.kind for c in read(text).casualties] == [kind]


def test_figures_of_other_towns_add_up_to_no_headline() -> None:
    story = (
        "{n} die in Derna blast\n\nSix people were killed by a car bomb in Derna on Friday, medics said.\n\n"
        + ("Nine people were killed in Sirte on Thursday, residents said.")
    )
    assert "LN104" in {f.code for f in read(story.format(n="Fifteen")).findings}
    assert "LN104" not in {f.code for f in read(story.format(n="Six")).findings}


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Two men were killed in Abu Salim in Benghazi.", True),
        ("Two men were killed in the Abu Salim district of Misrata.", True),
        ("Two men were killed in Abu Salim in Tripoli.", False),
        ("Two men were killed in Abu Salim and two in Benghazi.", False),
    ],
)
def test_a_district_in_a_city_that_does_not_hold_it_is_told(text: str, fires: bool) -> None:
    assert ("LN402" in {f.code for f in read(text).findings}) == fires


@pytest.mark.parametrize(
    ("words", "fires"),
    [
        ("between 9 June and 3 June", True),
        ("between 9 June 2017 and 3 June 2017", True),
        ("from 12 May to 30 April", True),
        ("between 3 June and 9 June", False),
        ("between 20 December and 5 January", False),
    ],
)
def test_a_period_told_backwards_is_told_and_dates_nothing(words: str, fires: bool) -> None:
    record = read(f"Six men were killed by shelling in Sirte {words}, medics said.")
    codes = {f.code for f in record.findings}
    assert ("LN204" in codes) == fires
    assert "LN205" not in codes
    assert all((c.date is None) == fires for c in record.casualties)


def test_a_list_is_held_against_its_total_within_its_paragraph() -> None:
    text = "Ten people died in a blast in Zawiya: four women and five men.\n\nAt least six guards were hurt in Sirte."
    assert "LN103" in {f.code for f in read(text).findings}


def test_smoke_in_another_sentence_is_no_cause() -> None:
    record = read(
        "Eight guards lost their lives in Zliten on Sunday, medics said.\n\nPictures showed smoke over a shop."
    )
    assert record.casualties[0].cause is None
    assert "LN604" in {f.code for f in record.findings}


def test_a_single_person_of_another_paragraph_fills_no_list() -> None:
    text = "Sixteen people died in a blast in Gharyan on Saturday: six women and nine men, medics said."
    other = "A soldier was killed by a mine in Zuwara on Sunday, a doctor said."
    record = read(f"{text}\n\n{other}")
    assert [c.count.low for c in record.casualties if c.part_of is not None] == [6, 9]
    assert "LN103" in {f.code for f in record.findings}
