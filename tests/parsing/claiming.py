"""Help for the tests of claims: one text in, its claims out."""

from libya_news.model.article import Article
from libya_news.model.claim import Claim
from libya_news.parsing.claims import find_claims
from libya_news.parsing.document import Document
from libya_news.parsing.pipeline import read_document

MARKS = " \"“”‘’'.,?!"


def document(text: str, published: str = "2017-07-02") -> Document:
    """Read tokens, names and dates of a text."""
    return read_document(Article.from_text(text, published=published))


def claims_of(text: str, published: str = "2017-07-02") -> list[Claim]:
    """Return the claims of a text."""
    return find_claims(document(text, published))


def claim_saying(text: str, words: str, published: str = "2017-07-02") -> Claim:
    """Return the one claim of a text whose content has `words`."""
    found = [claim for claim in claims_of(text, published) if words in claim.content.exact]
    assert found, [claim.content.exact for claim in claims_of(text, published)]
    return min(found, key=lambda claim: len(claim.content.exact))
