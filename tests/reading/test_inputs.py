# ruff: noqa: E501  (papers and feeds print long lines)
"""Inputs of every sort, and what is said of those that cannot be read."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from libya_news.errors import InputProblem
from libya_news.model.article import Article
from libya_news.reading.inputs import read_inputs
from libya_news.reading.limits import Limits

STORY = "Two men die in Sirte\n\n3 July 2017\n\nTwo men died in Sirte on Sunday, a medic said.\n"
BODY = "Two men died in Sirte on Sunday, a medic said."


def articles(*inputs: object, **options: object) -> list[Article]:
    found = list(read_inputs(inputs, **options))  # type: ignore[arg-type]
    for item in found:
        assert isinstance(item, Article), item
    return found  # type: ignore[return-value]


def problem(*inputs: object, **options: object) -> InputProblem:
    (item,) = read_inputs(inputs, **options)  # type: ignore[arg-type]
    assert isinstance(item, InputProblem), item
    assert str(item).startswith(item.input)
    assert "\n" not in str(item)
    return item


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


class TestPlainText:
    def test_the_text_is_kept_exactly(self) -> None:
        text = "\n\n Two men\u00a0died.\r\n\tA third\u2028man was hurt. \n"
        assert articles(text.encode())[0].text == text

    def test_zones_are_read(self) -> None:
        (article,) = articles(STORY.encode())
        assert article.headline == "Two men die in Sirte"
        assert (article.published, article.published_basis) == (dt.date(2017, 7, 3), "furniture")

    def test_a_day_given_apart_is_the_input_s(self) -> None:
        (article,) = articles(STORY.encode(), published=dt.date(2017, 7, 5))
        assert (article.published, article.published_basis) == (dt.date(2017, 7, 5), "input")

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_marks(self, encoding: str) -> None:
        assert articles(STORY.encode(encoding))[0].text == STORY

    def test_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "story.txt"
        path.write_text(STORY, encoding="utf-8")
        (article,) = articles(path)
        assert article.text == STORY
        assert article.source == str(path)

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
        assert articles("-")[0].text == STORY
        assert not sys.stdin.closed

    @pytest.mark.parametrize("text", ["[Getty] Two men died.", "{ sic } Two men died.", "<Two> men died."])
    def test_brackets_at_the_start_of_a_story(self, text: str) -> None:
        assert articles(text.encode())[0].text == text


class TestJson:
    def test_lines(self) -> None:
        data = line(
            id=7, url="https://www.reuters.com/a", headline="Two die", published="2017-07-02", text=BODY
        )
        (article,) = articles(data + b"\n")
        assert (article.id, article.headline, article.outlet) == ("7", "Two die", "Reuters")
        assert article.text == f"Two die\n\n{BODY}"
        assert article.published == dt.date(2017, 7, 2)

    def test_a_headline_that_is_there_already(self) -> None:
        (article,) = articles(line(title="Two men die in Sirte", text=STORY))
        assert article.text == STORY

    @pytest.mark.parametrize(
        "fields",
        [
            {
                "maintext": BODY,
                "title": "Two die",
                "date_publish": "2017-07-02 14:30:00",
                "source_domain": "libyaherald.com",
            },
            {
                "text": BODY,
                "title": "Two die",
                "date": "2017-07-02",
                "sitename": "Libya Herald",
                "hostname": "x.example",
            },
            {
                "text": BODY,
                "title": "Two die",
                "publish_date": "2017-07-02T00:00:00",
                "source_url": "https://libyaherald.com/x",
            },
            {
                "articleBody": BODY,
                "headline": "Two die",
                "datePublished": "2017-07-02T10:00:00Z",
                "publisher": {"name": "Libya Herald"},
            },
            {
                "content": BODY,
                "title": "Two die",
                "publishedAt": "2017-07-02T08:00:00Z",
                "source": {"id": None, "name": "Libya Herald"},
            },
            {
                "body": f"<p>{BODY}</p>",
                "webTitle": "Two die",
                "webPublicationDate": "2017-07-01T23:10:00Z",
                "outlet": "Libya Herald",
            },
            {
                "Text": BODY,
                "Headline": "Two die",
                "Date": "Sun, 02 Jul 2017 14:30:00 +0200",
                "newspaper": "Libya Herald",
            },
            {
                "text": BODY,
                "headline": {"main": "Two die"},
                "timestamp": 1498989600,
                "site_name": "Libya Herald",
            },
            {"text": BODY, "title": "Two die", "date": "July 2, 2017", "outlet": "Libya Herald"},
        ],
        ids=[
            "news-please",
            "trafilatura",
            "newspaper",
            "schema",
            "api",
            "html",
            "capitals",
            "seconds",
            "printed",
        ],
    )
    def test_key_names_of_scrapers(self, fields: dict[str, object]) -> None:
        (article,) = articles(line(**fields))
        assert article.text == f"Two die\n\n{BODY}"
        assert article.published == dt.date(2017, 7, 2)
        assert article.outlet == "Libya Herald"

    def test_authors(self) -> None:
        one, two, three = articles(
            line(text=BODY, author="By Ali Salem and Mona Farag") + line(text=BODY, authors=["Ali Salem", {"name": "Mona Farag"}])
            + line(text=BODY, author="Ali Salem; Mona Farag")
        )  # fmt: skip
        assert one.byline == two.byline == three.byline == ("Ali Salem", "Mona Farag")

    def test_the_line_s_day_goes_before_the_one_given_apart(self) -> None:
        first, second = articles(
            line(text=BODY, date="2017-07-02") + line(text=BODY), published=dt.date(2020, 1, 1)
        )
        assert (first.published, second.published) == (dt.date(2017, 7, 2), dt.date(2020, 1, 1))

    def test_one_object_over_several_lines(self) -> None:
        assert articles(json.dumps({"text": BODY}, indent=2).encode())[0].text == BODY

    def test_a_list_and_the_answer_of_an_interface(self) -> None:
        listed = [{"text": BODY}, {"text": BODY + " More."}]
        assert len(articles(json.dumps(listed).encode())) == 2
        assert len(articles(json.dumps({"status": "ok", "articles": listed}).encode())) == 2

    def test_linked_data(self) -> None:
        value = {
            "@context": "https://schema.org",
            "@graph": [{"@type": "NewsArticle", "headline": "Two die", "articleBody": BODY}],
        }
        assert articles(json.dumps(value).encode())[0].headline == "Two die"

    def test_problems_name_line_and_offset_and_the_others_go_on(self) -> None:
        good = line(text=BODY)
        data = (
            good
            + b"{no json}\n"
            + b'"words"\n'
            + b'{"title": "x"}\n'
            + line(text=BODY, date="someday")
            + line(text=5)
            + good
        )
        items = list(read_inputs([data]))
        assert [getattr(item, "code", "article") for item in items] == [
            "article", "not-json", "not-an-object", "no-text", "bad-date", "bad-value", "article",
        ]  # fmt: skip
        second, third = items[1:3]
        assert isinstance(second, InputProblem)
        assert isinstance(third, InputProblem)
        assert (second.line, second.offset) == (2, len(good))
        assert (third.line, third.offset) == (3, len(good) + 10)
        assert str(second).startswith("<bytes>:2: ")

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "too-deep"),
            (b'{"text": "x", "a": ' + b'{"a":' * 700 + b"1" + b"}" * 701, "too-deep"),
            (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "bad-value"),
            (b'{"text": "\\ud800"}', "bad-value"),
            (b'{"text": "x", "id": [1]}', "bad-value"),
            (b'{"text": "  "}', "empty"),
            (b'{"text": "x", "date": "04/10/2024"}', "bad-date"),
            (b'{"text": "x", "date": "2017-02-30"}', "bad-date"),
            (b'{"text": "x", "date": true}', "bad-date"),
            (b'{"text": "x", "date": 1e400}', "bad-date"),
            (b'{"text": "\xff"}', "undecodable"),
            (b'{"text": "x"', "not-json"),
            (b"{", "not-json"),
            (b"[]", "not-an-object"),
            (b"nothing", "not-json"),
        ],
    )
    def test_wrong_lines(self, content: bytes, code: str, tmp_path: Path) -> None:
        path = tmp_path / "lines.jsonl"
        path.write_bytes(content + b"\n" + line(text=BODY))
        items = list(read_inputs([path]))
        assert isinstance(items[0], InputProblem)
        assert (items[0].code, items[0].line) == (code, 1)
        assert isinstance(items[1], Article)

    def test_a_date_that_two_papers_read_in_two_ways_is_no_date(self) -> None:
        assert "two days" in problem(line(text=BODY, date="04/10/2024") + b" ").message

    def test_an_odd_day_in_figures_is_plain(self) -> None:
        assert articles(line(text=BODY, date="24/10/2024"))[0].published == dt.date(2024, 10, 24)


class TestProblems:
    def test_missing(self, tmp_path: Path) -> None:
        assert problem(tmp_path / "nowhere.txt").code == "missing"

    def test_an_address(self) -> None:
        assert "network" in problem("https://example.org/story").message

    @pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
    def test_empty(self, data: bytes) -> None:
        assert problem(data).code == "empty"

    @pytest.mark.parametrize(
        "data", [b"Caf\xe9 bombed", b"%PDF-1.4 x", b"PK\x03\x04", b"Two\0men", b"\xff\xfe\x00"]
    )
    def test_undecodable(self, data: bytes) -> None:
        found = problem(data)
        assert found.code == "undecodable"
        assert found.offset is not None

    def test_the_first_byte_at_fault(self) -> None:
        assert problem(b"Caf\xe9 bombed").offset == 3

    def test_too_large(self) -> None:
        found = problem(b"Two men died. " * 100, limits=Limits(article=500))
        assert (found.code, "500" in found.message) == ("too-large", True)

    def test_a_line_too_large(self) -> None:
        data = line(text=BODY * 10) + line(text=BODY)
        first, second = read_inputs([data], limits=Limits(line=200))
        assert isinstance(first, InputProblem)
        assert first.code == "too-large"
        assert isinstance(second, Article)

    def test_a_folder_of_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "a.png").write_bytes(b"x")
        assert problem(tmp_path).code == "empty"

    def test_the_other_inputs_go_on(self, tmp_path: Path) -> None:
        items = list(read_inputs([tmp_path / "no", b"", STORY.encode(), b"\xff", STORY.encode()]))
        assert [isinstance(item, Article) for item in items] == [False, False, True, False, True]


class TestContainers:
    def test_gzip_of_anything(self, tmp_path: Path) -> None:
        for data in (
            STORY.encode(),
            line(text=BODY) * 3,
            b"<html><article><p>" + BODY.encode() * 3 + b"</article>",
        ):
            packed = gzip.compress(data)
            assert [a.text for a in articles(packed)] == [a.text for a in articles(data)]
            path = tmp_path / "x.gz"
            path.write_bytes(packed)
            assert [a.text for a in articles(path)] == [a.text for a in articles(data)]

    def test_members_one_after_the_other(self) -> None:
        assert (
            articles(gzip.compress(STORY[:20].encode()) + gzip.compress(STORY[20:].encode()))[0].text == STORY
        )

    def test_bombs(self) -> None:
        found = problem(gzip.compress(b"a " * 5_000_000))
        assert (found.code, "200" in found.message) == ("too-dense", True)
        assert problem(gzip.compress(gzip.compress(STORY.encode()))).code == "bad-gzip"

    def test_damage(self) -> None:
        packed = gzip.compress(STORY.encode())
        assert problem(packed[:-12]).code == "bad-gzip"
        assert problem(packed[:10] + b"\xff" * 20).code == "bad-gzip"

    def test_a_folder_in_the_order_of_its_names(self, tmp_path: Path) -> None:
        (tmp_path / "b.txt").write_text("B died.")
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "z.jsonl").write_bytes(line(text="Z died.") + line(text="Y died."))
        (tmp_path / "a" / "picture.png").write_bytes(b"\x89PNG")
        (tmp_path / ".hidden.txt").write_text("H died.")
        (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"C died."))
        assert [a.text for a in articles(tmp_path)] == ["B died.", "C died.", "Z died.", "Y died."]

    def test_lines_are_read_one_by_one(self) -> None:
        class Endless(io.RawIOBase):
            def readable(self) -> bool:
                return True

            def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
                data = line(text=BODY)[: len(buffer)]
                buffer[: len(data)] = data
                return len(data)

        from libya_news.reading.json_documents import read_lines

        lines = read_lines(io.BufferedReader(Endless()), source=None, published=None, limits=Limits())  # type: ignore[type-var]
        assert all(isinstance(next(lines), Article) for _ in range(1000))


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Coast Courier</title><link>https://coast.example/</link>
<item><title>Two die in Sirte &amp;amp; Derna</title><link>https://coast.example/1</link><guid isPermaLink="false">c-1</guid>
<pubDate>Sun, 02 Jul 2017 23:30:00 GMT</pubDate><dc:creator>Mona Farag</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>Two men died in Sirte on Sunday.</p><p>A third was hurt.</p><p><a href="x">Read more stories of the day</a></p>]]></content:encoded></item>
<item><title>No date and no text</title></item>
<item><title>Mines cleared</title><description>&lt;p&gt;Sappers cleared 14 mines.&lt;/p&gt;</description><pubDate>nonsense</pubDate></item>
<item><title>Third</title><description>Sappers cleared 15 mines.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Desert Press</title>
<entry><title>Two die</title><id>tag:x,2017:1</id><link rel="self" href="https://d.example/self"/><link href="https://d.example/2"/>
<published>2017-07-02T10:00:00+02:00</published><updated>2017-07-04T10:00:00Z</updated><author><name>Ali Salem</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two men died in <b>Sirte</b>.</p><p>A third was hurt.</p></div></content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Old Wire</title></channel><item><title>Two die</title><link>https://o.example/3</link><description>Two men died in Sirte.</description><dc:date>2005-07-02</dc:date></item></rdf:RDF>"""


class TestFeeds:
    def test_rss(self) -> None:
        first, second, third, fourth = read_inputs([RSS.encode()])
        assert isinstance(first, Article)
        assert first.headline == "Two die in Sirte & Derna"
        assert (
            first.text == "Two die in Sirte & Derna\n\nTwo men died in Sirte on Sunday.\n\nA third was hurt."
        )
        assert (first.published, first.outlet, first.byline, first.id) == (
            dt.date(2017, 7, 3),
            "Coast Courier",
            ("Mona Farag",),
            "c-1",
        )
        assert first.url == "https://coast.example/1"
        assert isinstance(second, InputProblem)
        assert isinstance(third, InputProblem)
        assert (second.code, third.code) == ("no-text", "bad-date")
        assert third.message.startswith("item 3: ")
        assert isinstance(fourth, Article)

    def test_atom(self) -> None:
        (article,) = articles(ATOM.encode())
        assert article.text == "Two die\n\nTwo men died in Sirte.\n\nA third was hurt."
        assert (article.published, article.url, article.byline) == (
            dt.date(2017, 7, 2),
            "https://d.example/2",
            ("Ali Salem",),
        )

    def test_rss_one(self) -> None:
        (article,) = articles(RDF.encode())
        assert (article.published, article.outlet) == (dt.date(2005, 7, 2), "Old Wire")

    def test_json_feed(self) -> None:
        feed = {
            "version": "https://jsonfeed.org/version/1.1", "title": "Gulf Herald",
            "items": [
                {"id": "1", "url": "https://g.example/1", "title": "Two die", "content_html": f"<p>{BODY}</p>", "date_published": "2017-07-02"},
                {"id": "2", "summary": "Only this."}, {"id": "3"},
            ],
        }  # fmt: skip
        first, second, third = read_inputs([json.dumps(feed).encode()])
        assert isinstance(first, Article)
        assert (first.text, first.outlet) == (f"Two die\n\n{BODY}", "Gulf Herald")
        assert isinstance(second, Article)
        assert isinstance(third, InputProblem)

    def test_a_declared_encoding(self) -> None:
        feed = RDF.replace("Two die", "Café bombed")
        data = b'<?xml version="1.0" encoding="windows-1252"?>' + feed.encode("cp1252")
        assert articles(data)[0].headline == "Café bombed"

    @pytest.mark.parametrize(
        "dtd",
        [
            '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>',
            '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE rss SYSTEM "http://example.org/rss.dtd">',
        ],
    )
    def test_a_dtd_is_refused(self, dtd: str) -> None:
        found = problem(RSS.replace("<rss", f"{dtd}<rss", 1).encode())
        assert found.code == "dtd"

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"<rss><channel></channel></rss>", "no-article"),
            (b"<rss><channel><item></channel></rss>", "bad-xml"),
            (b"<?xml version='1.0'?><urlset><url/></urlset>", "no-article"),
            (b"<rss>" + b"<a>" * 600 + b"</a>" * 600 + b"</rss>", "too-deep"),
        ],
    )
    def test_wrong_feeds(self, data: bytes, code: str) -> None:
        assert problem(data).code == code

    def test_a_feed_too_large(self) -> None:
        found = problem(RSS.encode(), limits=Limits(feed=100))
        assert (found.code, "feed" in found.message) == ("too-large", True)
