"""The day of finding or burying the dead dates no death; the day that is told of the disaster does."""

from __future__ import annotations

import pytest

from libya_news import api
from libya_news.model import Article


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The coast guard collected 50 bodies from the boat that sank on Thursday.", "2015-08-27"),
        ("Divers recovered 12 bodies after a boat capsized off Garabulli on Tuesday.", "2015-08-25"),
        ("Divers recovered 12 bodies on Friday after a boat capsized off Garabulli.", None),
        ("Twelve bodies were found on Friday in a house that collapsed.", None),
        ("Twelve bodies that were found near the site of the crash on Friday were unnamed.", None),
        ("Zliten buried some 60 young policemen on Friday.", None),
        ("Four men were laid to rest in Sirte on Monday.", None),
        (
            "The army buried the four soldiers who died when a bomb went off in Derna on Tuesday.",
            "2015-08-25",
        ),
        ("Sirte mourned two policemen shot on Tuesday.", "2015-08-25"),
        ("Six people were buried alive on Friday when a wall collapsed in Derna.", "2015-08-28"),
    ],
)
def test_the_day_of_the_finding_or_the_burial_is_not_taken(text: str, day: str | None) -> None:
    (casualty,) = api.parse(Article.from_text(text, published="2015-08-29")).casualties
    assert (str(casualty.date.start) if casualty.date else None) == day


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The hospital received the bodies of eight soldiers and five guards, a doctor said.", [8, 5]),
        ("It took in the bodies of two boys and a girl after the shelling, a nurse told reporters.", [2, 1]),
        ("Shelling led to the death of two boys, and a teacher said the school had closed.", [2]),
        (
            "The morgue held the bodies of two guards and a cook on Friday, a surgeon at the hospital said.",
            [2, 1],
        ),
        ("The hospital received the bodies of eight soldiers, five guards and a doctor.", [8, 5, 1]),
    ],
)
def test_who_tells_of_the_dead_is_not_one_of_them(text: str, dead: list[int]) -> None:
    casualties = api.parse(Article.from_text(text, published="2015-08-29")).casualties
    assert [c.count.low for c in casualties if c.harm == "killed"] == dead


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The ministry put the dead of Friday's bombing in Derna at 16, among them three children.", [16, 3]),
        ("Officials put the dead of Monday's two raids on Sirte at nine.", [9]),
        ("The dead of Friday's bombing in Derna were buried at 16 cemeteries.", []),
        ("The dead of Friday's attack were named at noon.", []),
    ],
)
def test_the_dead_of_a_day_are_put_at_a_number(text: str, counts: list[int]) -> None:
    casualties = api.parse(Article.from_text(text, published="2015-08-29")).casualties
    assert [c.count.low for c in casualties] == counts
