"""Victims who are found in a state of harm: the dead, and the living of whom it is said that they live."""

from __future__ import annotations

import pytest

from libya_news import api
from libya_news.model import Article


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Eleven prisoners were found shot in a compound in Tarhuna on Friday.", "killed"),
        ("Four men were found shot in the head on a roadside near Derna.", "killed"),
        ("A shepherd was found stabbed in Kufra on Monday.", "killed"),
        ("Two brothers have been found shot outside Sirte, a council member said.", "killed"),
        ("Medics said three soldiers had been found shot at the checkpoint.", "killed"),
        ("Five men were discovered shot in a farmhouse near Zawiya.", "killed"),
        ("A trader was found stabbed in his shop in Misrata.", "killed"),
        ("Three men were found shot dead in Derna.", "killed"),
        ("Six detainees were later found shot near the prison, relatives said.", "killed"),
        ("Two guards were found shot in Sebha on 3 July.", "killed"),
        ("A judge was found shot and wounded in Derna.", "wounded"),
        ("Two soldiers were found shot in the leg and taken to hospital in Sirte.", "wounded"),
        ("A driver was found stabbed but alive in Zliten.", "wounded"),
        ("Four men were shot near Derna.", "wounded"),
        ("Two nurses were found wounded in Sirte.", "wounded"),
    ],
)
def test_who_is_found_shot_is_dead_unless_it_is_said_that_they_live(text: str, harm: str) -> None:
    (casualty, *_) = api.parse(Article.from_text(text, published="2017-07-08")).casualties
    assert casualty.harm == harm
