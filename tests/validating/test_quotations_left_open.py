"""A quotation that is left open, before a paragraph that opens one of its own."""

from __future__ import annotations

import pytest

from libya_news import api
from libya_news.model import Article

NEXT = '"The shelling went on until dawn on Friday," a doctor at the hospital said.'


@pytest.mark.parametrize(
    ("first", "left_open"),
    [
        ('"We carried them to the hospital in our own cars, a resident said.', True),
        ('"Nobody came to help us before noon, the mayor told reporters in Sirte.', True),
        ('"There are no bandages left in the ward, Dr Salem Faraj said on Friday.', True),
        ('"Our house is gone and so is the shop, her brother added.', True),
        ('"They fired at everything that moved, a taxi driver recalled.', True),
        ('"We carried them to the hospital in our own cars.', False),  # the speaker goes on below
        ('"We carried them out, as my father said.', False),
        ('"We waited, like everybody said.', False),
        ('"It was not us, I said.', False),
        ('"We carried them to the hospital," a resident said.', False),
    ],
)
def test_who_names_the_speaker_has_closed_the_quotation(first: str, left_open: bool) -> None:
    record = api.parse(Article.from_text(f"{first}\n\n{NEXT}", published="2017-07-08"))
    assert ("LN307" in {f.code for f in record.findings}) == left_open
