from __future__ import annotations

import datetime as dt
import zoneinfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import libya_news.model as model
from libya_news.errors import DataError, InputError, InputProblem, LibyaNewsError, RuleError, UnknownId
from libya_news.model import Article, Casualty, Count, Evidence, Perpetrator, Record, Victims
from libya_news.model.interval import as_day, tripoli_day

DAY = dt.date(2017, 7, 2)


@pytest.mark.parametrize(
    ("count", "low", "high", "best"),
    [
        (Count.exact(44), 44, 44, 44),
        (Count.at_least(20), 20, None, 20),
        (Count.more_than(20), 21, None, 20),
        (Count.about(20), 20, 20, 20),
        (Count.up_to(20), None, 20, None),
        (Count.fewer_than(20), None, 19, None),
        (Count.between(20, 30), 20, 30, 20),
        (Count.vague(24, "dozens"), 24, None, None),
        (Count.none(), 0, 0, 0),
        (Count.unknown(), None, None, None),
    ],
)
def test_counts_of_the_format(count: Count, low: int | None, high: int | None, best: int | None) -> None:
    assert (count.low, count.high, count.best) == (low, high, best)
    assert count.problem() is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: Count.exact(-1),
        lambda: Count.fewer_than(0),
        lambda: Count.between(5, 4),
        lambda: Count.exact(True),
        lambda: Count.exact(4.5),  # type: ignore[arg-type]
        lambda: Count.exact(4, unit="houses"),  # type: ignore[arg-type]
    ],
    ids=["negative", "below zero", "turned round", "truth", "fraction", "unit"],
)
def test_impossible_counts_are_refused(make: object) -> None:
    with pytest.raises(InputError):
        make()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("low", "high", "qualifier"),
    [
        (20, 20, "at_least"),
        (0, 0, "unknown"),
        (1, 1, "none"),
        (3, 4, "exact"),
        (0, None, "more_than"),
        (1, 1, "plenty"),
    ],
)
def test_a_bound_is_no_point_and_unknown_is_no_zero(low: int, high: int | None, qualifier: str) -> None:
    assert Count(low=low, high=high, qualifier=qualifier).problem() is not None  # type: ignore[arg-type]


class TestPublished:
    @pytest.mark.parametrize(
        "value",
        [
            "2017-07-02",
            " 2017-07-02 ",
            "2017-07-02T21:59:59Z",
            "2017-07-02T00:30:00+02:00",
            "2017-07-02T23:30:00",
            DAY,
            dt.datetime(2017, 7, 1, 22, 0, tzinfo=dt.UTC),
            dt.datetime.fromisoformat("2017-07-02T23:59"),
        ],
    )
    def test_days_in_tripoli(self, value: str | dt.date) -> None:
        article = Article.from_text("Two men died.", published=value)
        assert article.published == DAY
        assert article.published_basis == "input"

    def test_none_is_none(self) -> None:
        article = Article.from_text("Two men died.")
        assert (article.published, article.published_basis) == (None, None)

    @pytest.mark.parametrize("value", ["yesterday", "2017-02-30", "", "02/07/2017", 20170702])
    def test_what_is_no_day_is_refused(self, value: str) -> None:
        with pytest.raises(InputError, match="write it like 2017-07-02"):
            Article.from_text("Two men died.", published=value)

    @given(
        st.datetimes(
            min_value=dt.datetime.fromisoformat("1997-10-05"),
            max_value=dt.datetime.fromisoformat("2037-01-01"),
            timezones=st.just(dt.UTC),
        )
    )
    def test_the_table_is_that_of_the_zone_files(self, moment: dt.datetime) -> None:
        assert tripoli_day(moment) == moment.astimezone(zoneinfo.ZoneInfo("Africa/Tripoli")).date()

    @pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
    def test_the_ends_of_the_calendar(self, moment: str) -> None:
        for hours in (-14, 0, 14):
            zone = dt.timezone(dt.timedelta(hours=hours))
            as_day(dt.datetime.fromisoformat(moment).replace(tzinfo=zone))


class TestFromText:
    @given(st.text())
    def test_the_text_is_kept_exactly(self, text: str) -> None:
        article = Article.from_text(text)
        assert article.text == text
        assert article.id == Article.from_text(text).id

    def test_a_headline_given_apart_stands_before_the_text(self) -> None:
        article = Article.from_text("Two men died.", headline="Two die in Sirte")
        assert article.text == "Two die in Sirte\n\nTwo men died."

    @pytest.mark.parametrize(
        "text", ["Two die in Sirte\nTwo men died.", "NEWS\n\n  Two die\u00a0in Sirte \n\nTwo men died."]
    )
    def test_a_headline_that_is_there_is_not_said_twice(self, text: str) -> None:
        assert Article.from_text(text, headline="Two die in Sirte").text == text

    def test_bytes_are_refused(self) -> None:
        with pytest.raises(InputError, match="bytes"):
            Article.from_text(b"Two men died.")  # type: ignore[arg-type]

    def test_zones(self) -> None:
        article = attrs.evolve(
            Article.from_text("Two die\n\nTwo men died."), zones=(model.Zone("headline", 0, 7),)
        )
        assert (article.zone_at(3), article.zone_at(12)) == ("headline", "body")


class TestIds:
    def test_ties(self) -> None:
        assert model.casualty_id("killed", 1, 2, {"killed-1-2", "killed-1-2-2"}) == "killed-1-2-3"
        assert model.claim_id(3, {"claim-3"}) == "claim-3-2"

    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            ("Souq al-Hout", "souq-al-hout"),
            ("Mu\u02bfammar al-Qadh\u0101f\u012b", "mu\u02bfammar-al-qadhafi"),
            ("Abu Salim's men", "abu-salims-men"),
            ("سرت", "سرت"),
            ("---", "unnamed"),
        ],
    )
    def test_slugs(self, name: str, slug: str) -> None:
        assert model.slug(name) == slug

    def test_a_record_names_the_nearest_id(self) -> None:
        text = "Four men died."
        record = Record(
            article=Article.from_text(text),
            casualties=(
                Casualty(
                    id="killed-0-8",
                    harm="killed",
                    count=Count.exact(4),
                    victims=Victims(),
                    evidence=(Evidence(0, 8, "Four men", "count"),),
                ),
            ),
        )
        assert record.casualty("killed-0-8").count.best == 4
        with pytest.raises(UnknownId, match="did you mean killed-0-8"):
            record.casualty("killed-0-9")
        with pytest.raises(UnknownId, match="there is no claim at all"):
            record.claim("claim-1")
        assert all(m.holds_in(text) for m in record.mentions())


def test_the_perpetrator_is_the_first_stated_or_accused() -> None:
    who = [
        Perpetrator(description="A", status="denied"),
        Perpetrator(description="B", status="accused"),
        Perpetrator(description="C"),
    ]
    casualty = Casualty(
        id="killed-0-1",
        harm="killed",
        count=Count.exact(1),
        victims=Victims(),
        perpetrators=tuple(who),
        evidence=(),
    )
    assert casualty.perpetrator == who[1]
    assert attrs.evolve(casualty, perpetrators=(who[0],)).perpetrator is None


def test_errors_say_where() -> None:
    assert str(InputError("no JSON", source="a.jsonl", line=3)) == "a.jsonl:3: no JSON"
    assert str(InputError("no JSON", line=3)) == "line 3: no JSON"
    assert str(InputProblem(input="-", line=2, code="no-json", message="mend it")) == "-:2: mend it"
    assert issubclass(InputError, LibyaNewsError | ValueError)
    assert (
        str(DataError("places.csv", ["no id @ places.csv:4.id"])) == "places.csv\n  no id @ places.csv:4.id"
    )
    told = RuleError("unbalanced", rule="en.dates.weekday", pattern="(DAY", position=0)
    assert str(told) == "en.dates.weekday: unbalanced\n  (DAY\n  ^"


def test_every_type_is_frozen_and_holds_no_list() -> None:
    for name in model.__all__:
        kind = getattr(model, name)
        if isinstance(kind, type) and attrs.has(kind):
            assert kind.__setattr__ is not object.__setattr__, name
            for field in attrs.fields(kind):
                assert "list[" not in str(field.type), (name, field.name)
                assert "dict[" not in str(field.type), (name, field.name)
