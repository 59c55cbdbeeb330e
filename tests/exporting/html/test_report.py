"""The report: whole, self-contained, every link leads somewhere, and it says no more than the record."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporting.html.pages import Page
from tests.strategies import records

from libya_news import Article, Record, parse, redact_names
from libya_news.api import reconcile, report
from libya_news.benchmark.stories import stories
from libya_news.errors import InputError, UnknownId
from libya_news.exporting.html import fragment, page
from libya_news.exporting.html.cards import rule_id
from libya_news.exporting.html.markup import visible
from libya_news.model import Casualty, Count, Evidence, Incident, Interval, Place, Victims, Zone

STORY = Article.from_text(
    "At least nine people were killed in Sirte on Sunday, a doctor said. Three of them were children. "
    "No toll was given for the fighters. Nobody was hurt in Derna, residents said.",
    published="2017-07-03",
    headline="Deaths in Sirte",
)
ELEMENTS = set(
    "html head meta title style body header footer main nav section article div p h1 h2 h3 h4 h5 ul ol li dl dt dd "
    "table thead tbody tr th td a span bdi q strong mark sup figure figcaption "
    "svg g line circle rect path text".split()
)
ATTRIBUTES = set(
    "charset http-equiv content name lang class id href title tabindex role aria-label dir scope data-label "
    "width height viewbox x y x1 x2 y1 y2 cx cy r rx d text-anchor overflow transform".split()
)


def the_page(*texts: Article) -> Page:
    return Page(page([parse(text) for text in texts]))


def check(html: str) -> Page:
    """Take a page apart, and hold it to what every page promises."""
    found = Page(html)
    assert not found.open, f"left open: {found.open}"
    assert not found.comments
    assert {tag for tag, _ in found.elements} <= ELEMENTS
    assert {name for _, attributes in found.elements for name in attributes} <= ATTRIBUTES
    assert all(link.startswith("#") for link in found.links)
    assert {link[1:] for link in found.links} <= set(found.ids), "a link leads nowhere"
    assert len(found.ids) == len(set(found.ids)), "an id stands twice"
    html.encode()
    return found


class TestEveryPage:
    @settings(max_examples=40)
    @given(record=records())
    def test_any_record_is_drawn_whole(self, record: Record) -> None:
        found = check(page([record]))
        assert found.text("text", but=("ref",)) == visible(record.article.text)

    @settings(max_examples=25)
    @given(record=records())
    def test_every_mark_of_every_figure_is_linked_to_it_and_to_its_rule(self, record: Record) -> None:
        found = check(page([record]))
        marks = [a for tag, a in found.elements if tag == "mark" and "id" in a]
        tips = [a["title"] or "" for tag, a in found.elements if tag == "a" and "title" in a]
        assert len(marks) == len({a["id"] for a in marks})
        for n, c in enumerate(record.casualties, 1):
            for e in c.evidence:
                if e.start < e.end:
                    assert f"s1-w-{e.start}" in {a["id"] for a in marks}
                    said = visible(f"{e.field} of figure {n} ({c.id}), rule {c.rule or 'not named'}")
                    assert any(said in tip or "\nand " in tip for tip in tips)
                    assert f"#{rule_id(c.rule)}" in found.links or not c.rule

    @settings(max_examples=15)
    @given(many=st.lists(records(), min_size=2, max_size=4, unique_by=lambda r: r.article.id))
    def test_any_records_are_drawn_together(self, many: list[Record]) -> None:
        check(page(many))

    @settings(max_examples=15)
    @given(record=records())
    def test_the_same_records_give_the_same_page(self, record: Record) -> None:
        assert page([record]) == page([attrs.evolve(record)])

    def test_no_record_is_a_page_too(self) -> None:
        assert "0 stories" in page([])

    def test_the_policy_lets_in_the_style_and_nothing_else(self) -> None:
        html = page([parse(STORY)])
        found = Page(html)
        (style,) = found.parts("style")
        (policy,) = [
            a["content"] for tag, a in found.elements if a.get("http-equiv") == "Content-Security-Policy"
        ]
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert (
            policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        assert html.index("Content-Security-Policy") < html.index("<style>")
        assert "unsafe" not in html
        assert not re.search(r"https?:|//[a-z]", html.replace(style, ""))

    def test_the_address_of_a_story_is_told_and_is_no_link(self) -> None:
        record = parse(Article.from_text("Two men died in Sirte.", url="https://example.org/a"))
        found = check(page([record]))
        assert "https://example.org/a" in found.text("facts")


class TestWhatACardSays:
    def test_bounds_are_told_as_bounds_and_unknown_as_unknown(self) -> None:
        found = the_page(STORY)
        heads = [data for data, path in found.pieces if path and path[-1][1] == "how-many"]
        assert heads[0] == "at least 9 killed"
        assert "killed, number not known" in heads
        drawn = [a["aria-label"] for tag, a in found.elements if a.get("class") == "iv"]
        assert drawn[0] == "from 9, no upper bound told"
        assert "number not known" in drawn

    def test_the_speaker_stands_with_each_figure(self) -> None:
        cards = the_page(STORY).text("card")
        assert "a doctor (medical)" in cards
        assert "the newspaper itself" in cards

    def test_what_is_not_told_is_told_as_that(self) -> None:
        found = the_page(Article.from_text("Two men were killed."))
        assert found.text("unknown").count("not told") >= 4
        assert "day not known" in found.text("facts")

    def test_a_part_is_said_to_be_one(self) -> None:
        assert "a part of figure 1, never added to it" in the_page(STORY).text("card")

    def test_a_story_without_casualties_says_what_that_means(self) -> None:
        found = the_page(Article.from_text("The mayor met the council in Tripoli."))
        assert "not a finding that nobody was harmed" in found.text("cards")
        assert "no figure found" in found.text("top")

    def test_the_rule_is_named_and_said_in_a_sentence(self) -> None:
        found = the_page(STORY)
        assert "en.casualties.passive" in found.text("card")
        assert "The passive: two men were killed." in found.text("rules")

    def test_findings_stand_on_the_card_they_are_about(self) -> None:
        record = parse(STORY)
        assert any(f.code == "LN303" for f in record.findings), "the story was chosen for it"
        assert "LN303" in Page(page([record])).text("card")

    @pytest.mark.parametrize("redacted", [False, True])
    def test_redacted_names_are_nowhere(self, redacted: bool) -> None:
        text = "Ali Fathi, 34, was killed in Sirte on Sunday. Fathi's mother was hurt."
        record = parse(Article.from_text(text, headline="Ali Fathi killed", published="2017-07-03"))
        html = record.to_html(redact_names=redacted)
        assert ("Fathi" in html) is not redacted
        assert ("blacked out" in html) is redacted
        assert page([redact_names(record)], redact_names=True) == record.to_html(redact_names=True)


def told(place: str, day: int, count: Count, name: str) -> Record:
    """Return a record of one figure, made by hand."""
    import datetime as dt

    when = dt.date(2017, 7, day)
    article = Article.from_text(f"They died, {name}.", id=name, published=when)
    return Record(
        article=article,
        casualties=(
            Casualty(
                id="killed-0-4",
                harm="killed",
                count=count,
                victims=Victims(description="people"),
                place=place,
                date=Interval(when, when, "day", "stated"),
                cause="shelling",
                evidence=(Evidence(0, 4, "They", "count"),),
                rule="en.casualties.passive",
            ),
        ),
    )


class TestManyStories:
    RECORDS = (
        told("sirte", 1, Count.exact(4), "a"),
        told("sirte", 2, Count.at_least(12), "b"),
        told("derna", 9, Count.unknown(), "c"),
        told("nowhere-at-all", 12, Count.between(2, 5), "d"),
    )

    def test_the_timeline_draws_every_toll_with_its_bounds(self) -> None:
        found = check(page(self.RECORDS))
        titles = [data for data, path in found.pieces if len(path) > 3 and path[-1][0] == "title"]
        spoken = "\n".join(titles)
        assert "from 12, no upper bound told" in spoken
        assert "from 2, to 5" in spoken
        assert "Derna, 2017-07-09, shelling: number not known" in spoken
        assert ": 0" not in spoken

    def test_the_map_names_what_it_cannot_show(self) -> None:
        found = check(page(self.RECORDS))
        spots = found.text("spots")
        assert "Sirte" in spots
        assert "outside the map, or without known coordinates: 4. nowhere-at-all" in spots

    def test_every_statement_of_an_incident_is_linked_to_its_figure(self) -> None:
        found = check(page(self.RECORDS))
        for n in range(1, 5):
            assert f"#s{n}-killed-0-4" in found.links

    def test_it_is_called_as_the_caller_wants(self) -> None:
        assert "<h1><bdi>July</bdi></h1>" in report(self.RECORDS, title="July")

    def test_a_policy_that_does_not_exist_is_refused(self) -> None:
        with pytest.raises(UnknownId):
            report(self.RECORDS, policy="guess")

    def test_two_stories_of_one_id_are_refused(self) -> None:
        other = told("derna", 2, Count.exact(1), "a")
        with pytest.raises(InputError):
            report(
                [self.RECORDS[0], attrs.evolve(other, article=attrs.evolve(other.article, text="They left."))]
            )

    def test_a_page_of_fifty_stories_is_drawn_in_seconds(self) -> None:
        found = list(stories(5, 50))
        began = time.process_time()
        html = page(found)
        assert time.process_time() - began < 5
        check(html)


class TestNotebooks:
    @settings(max_examples=15)
    @given(record=records())
    def test_a_record_and_its_article_show_themselves(self, record: Record) -> None:
        check(record._repr_html_())
        found = check(record.article._repr_html_())
        assert found.text("text") == visible(record.article.text)

    def test_an_incident_shows_its_tolls_and_statements(self) -> None:
        (incident,) = reconcile([told("sirte", 1, Count.at_least(4), "a")])
        found = check(incident._repr_html_())
        assert "Sirte, 2017-07-01, shelling" in found.text("card")
        assert "killed-0-4 of story a" in found.text("told")

    def test_all_are_drawn_by_the_same_renderer(self) -> None:
        record = parse(STORY)
        (style,) = set(Page(fragment(record)).parts("style"))
        assert [style] == Page(page([record])).parts("style")
        assert record._repr_html_() == fragment(record)
        assert isinstance(Incident(id="x", harms=("killed",))._repr_html_(), str)


class TestTheMap:
    def test_known_towns_lie_in_libya(self) -> None:
        from libya_news.exporting.html.maps import _outline

        (home,) = _outline()["home"]
        for name, lon, lat, inside in (
            ("Sabha", 14.43, 27.04, True),
            ("Kufra", 23.31, 24.18, True),
            ("Cairo", 31.2, 30.0, False),
            ("the sea off Sirte", 17.5, 32.2, False),
            ("Faya, Chad", 19.1, 17.9, False),
        ):
            crossings = 0
            for (x1, y1), (x2, y2) in zip(home, home[1:] + home[:1], strict=True):
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    crossings += 1
            assert (crossings % 2 == 1) is inside, name

    def test_numbers_that_would_cover_each_other_move_aside(self) -> None:
        place = Place(id="p", name="P", kind="city", latitude=32.8, longitude=13.2)
        many = [
            attrs.evolve(
                told(f"p{n}", 1 + n, Count.exact(2), f"s{n}"), places=(attrs.evolve(place, id=f"p{n}"),)
            )
            for n in range(9)
        ]
        found = check(page(many))
        boxes = [a for _, a in found.elements if a.get("class") == "map-exact"]
        assert len(boxes) == 9
        assert len({(a["x"], a["y"]) for a in boxes}) == 9

    def test_the_outline_names_its_source(self) -> None:
        from libya_news.exporting.html.maps import _outline

        notice = (Path(__file__).resolve().parents[3] / "NOTICE").read_text(encoding="utf-8")
        assert _outline()["source"].startswith("Natural Earth")
        assert "Natural Earth" in notice


class TestTheText:
    def test_paragraphs_end_at_blank_lines_and_where_a_part_of_the_page_begins(self) -> None:
        text = "Deaths in Sirte\nTwo days of fighting\n\nSIRTE, Libya - Two men died.\n\nThey were guards."
        zones = (
            Zone("headline", 0, 15),
            Zone("standfirst", 16, 36),
            Zone("dateline", 38, 53),
            Zone("body", 53, len(text)),
        )
        found = Page(fragment(attrs.evolve(Article.from_text(text), zones=zones)))
        kinds = [a["class"] for tag, a in found.elements if tag == "p"]
        assert kinds == ["z-headline", "z-standfirst", "z-body", "z-body"]
        assert found.text("text") == text
