from __future__ import annotations

import datetime as dt
from typing import Any, get_args

from hypothesis import given
from tests import strategies

from libya_news import Article, parse
from libya_news.exporting.flat import Column, article_key, rows_of, tables
from libya_news.model import Count, Record
from libya_news.model.count import Qualifier

KINDS: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "integer": int,
    "real": (int, float),
    "boolean": bool,
    "date": str,
    "texts": tuple,
}


def cells(record: Record, name: str) -> list[dict[str, Any]]:
    columns = [column.name for column in tables()[name].columns]
    return [dict(zip(columns, row, strict=True)) for row in rows_of(record, [name])[name]]


def fits(column: Column, value: Any) -> bool:
    if value is None:
        return not column.required
    if column.values and value not in column.values:
        return False
    if column.type == "date":
        dt.date.fromisoformat(value)
    if column.type == "integer" and isinstance(value, bool):
        return False
    return isinstance(value, KINDS[column.type])


@given(strategies.records())
def test_every_cell_fits_its_column_and_is_utf8(record: Record) -> None:
    for name, rows in rows_of(record).items():
        for row in rows:
            for column, value in zip(tables()[name].columns, row, strict=True):
                assert fits(column, value), (name, column.name, value)
                for text in value if isinstance(value, tuple) else (value,):
                    str(text).encode()


def test_the_columns_are_told_and_their_names_are_one_word_each() -> None:
    for table in tables().values():
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert set(table.key) <= {c.name for c in table.columns if c.required}
        for column in table.columns:
            assert column.name.isidentifier()
            assert column.description
            assert not column.description.endswith(".")


def test_unknown_is_null_and_never_zero() -> None:
    text = "No death toll was immediately available after the clashes in Sirte."
    [row] = cells(parse(Article.from_text(text)), "casualties")
    assert (row["low"], row["high"], row["best"], row["qualifier"]) == (None, None, None, "unknown")
    assert row["date_start"] is None
    assert row["claim_id"] is None
    assert row["source_named"] is None


def test_a_bound_keeps_its_open_end_and_none_is_zero() -> None:
    text = "At least 12 soldiers were killed in Sirte. Nobody was wounded in Zliten."
    killed, wounded = cells(parse(Article.from_text(text)), "casualties")
    assert (killed["low"], killed["high"], killed["best"]) == (12, None, 12)
    assert (wounded["low"], wounded["high"], wounded["best"]) == (0, 0, 0)
    assert wounded["qualifier"] == "none"


def test_the_place_of_a_casualty_has_its_coordinates() -> None:
    record = parse(Article.from_text("Four men were killed in Sirte on 5 August 2016.", id="x"))
    [row] = cells(record, "casualties")
    [place] = cells(record, "places")
    assert row["place_id"] == place["place_id"] == "sirte"
    assert (row["latitude"], row["longitude"]) == (place["latitude"], place["longitude"])
    assert 31 < row["latitude"] < 32
    assert row["date_start"] == row["date_end"] == "2016-08-05"
    assert row["quote"] == record.article.text[row["quote_start"] : row["quote_end"]]


def test_the_evidence_quotes_the_text() -> None:
    record = parse(Article.from_text("Medics said four men were killed in Sirte on 5 August 2016.", id="x"))
    rows = cells(record, "evidence")
    assert {row["field"] for row in rows} >= {"count", "harm", "place", "date"}
    for row in rows:
        assert record.article.text[row["start"] : row["end"]] == row["exact"]


def test_every_qualifier_keeps_its_bounds() -> None:
    made = {
        "exact": Count.exact(4),
        "at_least": Count.at_least(4),
        "more_than": Count.more_than(4),
        "about": Count.about(4),
        "up_to": Count.up_to(4),
        "fewer_than": Count.fewer_than(4),
        "range": Count.between(4, 6),
        "vague": Count.vague(24),
        "none": Count.none(),
        "unknown": Count.unknown(),
    }
    assert set(made) == set(get_args(Qualifier))
    import attrs

    record = parse(Article.from_text("Four men were killed in Sirte."))
    for count in made.values():
        changed = attrs.evolve(record, casualties=(attrs.evolve(record.casualties[0], count=count),))
        [row] = cells(changed, "casualties")
        assert (row["low"], row["high"], row["best"]) == (count.low, count.high, count.best)


def test_a_key_tells_texts_and_ids_apart() -> None:
    keys = {
        article_key(*pair)
        for pair in (("a", "bc"), ("ab", "c"), ("a", "bd"), ("b", "bc"), ("a", ""), ("", "a"))
    }
    assert len(keys) == 6
    assert article_key("a", "\ud800") != article_key("a", "\ufffd")


def test_rows_of_one_article_have_keys_of_their_own() -> None:
    text = "Four men were killed in Sirte on Friday. Ten were wounded in Zliten on Friday, medics said."
    for name, rows in rows_of(parse(Article.from_text(text, published="2016-08-05"))).items():
        columns = [column.name for column in tables()[name].columns]
        where = [columns.index(part) for part in tables()[name].key]
        assert len({tuple(row[i] for i in where) for row in rows}) == len(rows)
