# ruff: noqa: E501  (inputs print long lines)
"""Inputs made to do harm: each ends as an article or a problem, in time, and reads nothing that it was not given."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zlib
from pathlib import Path
from time import process_time
from typing import ClassVar

import pytest

from libya_news import api
from libya_news.errors import InputProblem
from libya_news.model.article import Article
from libya_news.reading.inputs import read_inputs
from libya_news.reading.limits import Limits

BODY = "Two men died in Sirte on Sunday, a medic said, and a third was hurt in the leg by glass."
PROSE = f"<p>{BODY}</p>"


def read(*inputs: object, **caps: int) -> Article | InputProblem:
    (found,) = read_inputs(inputs, limits=Limits(**caps))  # type: ignore[arg-type]
    return found


def refused(*inputs: object, **caps: int) -> InputProblem:
    found = read(*inputs, **caps)
    assert isinstance(found, InputProblem), found
    assert found.message.isprintable()
    return found


def article(*inputs: object, **caps: int) -> Article:
    found = read(*inputs, **caps)
    assert isinstance(found, Article), found
    return found


def feed(text: str, before: str = "") -> bytes:
    return f"{before}<rss><channel><item><title>Two die</title><description>{text}</description></item></channel></rss>".encode()


class TestXml:
    OUTSIDE = "file:///etc/hostname"
    DEFINITIONS: ClassVar = {
        "entity bomb": '<!DOCTYPE rss [<!ENTITY a "' + "ha" * 20 + '">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>",
        "quadratic": f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]>',
        "file": f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{OUTSIDE}">]>',
        "parameter": f'<!DOCTYPE rss [<!ENTITY % p SYSTEM "{OUTSIDE}"> %p;]>',
        "outside": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
        "public": '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">',
        "empty": "<!DOCTYPE rss []>",
        "after a comment": "<!-- " + "c" * 5000 + ' --><!DOCTYPE rss [<!ENTITY a "x">]>',
        "after an instruction": '<?xml-stylesheet href="x"?>\n<!DOCTYPE rss [<!ENTITY a "x">]>',
        "attributes": '<!DOCTYPE rss [<!ATTLIST rss a CDATA "x">]>',
        "a page's name": '<!DOCTYPE html [<!ENTITY a "x">]>',
    }  # fmt: skip

    @pytest.mark.parametrize("name", DEFINITIONS)
    @pytest.mark.parametrize("declaration", ["", '<?xml version="1.0"?>\n', "\ufeff"])
    def test_a_document_type_definition_is_refused(self, name: str, declaration: str) -> None:
        start = process_time()
        found = refused(feed("&a;", declaration + self.DEFINITIONS[name]))
        assert found.code == "dtd"
        assert process_time() - start < 1

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
    def test_and_in_any_encoding(self, encoding: str) -> None:
        data = feed("&a;", self.DEFINITIONS["entity bomb"]).decode().encode(encoding)
        assert refused(data).code == "dtd"
        assert refused(gzip.compress(data)).code == "dtd"

    def test_a_page_may_name_its_type(self) -> None:
        for kind in (
            "<!DOCTYPE html>",
            "<!doctype HTML>",
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"\n "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
            '<!DOCTYPE html SYSTEM "about:legacy-compat">',
        ):
            assert BODY in article(f"{kind}<html><body><article>{PROSE}</article>".encode()).text

    def test_an_entity_that_nothing_defines(self) -> None:
        assert refused(feed("&nowhere;")).code == "bad-xml"

    def test_an_included_file_is_not_read(self) -> None:
        inside = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{self.OUTSIDE}" parse="text"/>{BODY}'
        assert article(feed(inside)).text.count(Path("/etc/hostname").name) == 1

    @pytest.mark.parametrize("levels", [501, 100_000])
    def test_deep(self, levels: int) -> None:
        found = refused(feed("<a>" * levels + "</a>" * levels))
        assert (found.code, 'cap "depth"' in found.message, "500" in found.message) == (
            "too-deep",
            True,
            True,
        )

    def test_many_attributes_and_name_spaces(self) -> None:
        many = " ".join(f'xmlns:n{n}="u{n}" n{n}:a="{n}"' for n in range(5000))
        start = process_time()
        assert article(feed(f"<b {many}>{BODY}</b>")).headline == "Two die"
        assert process_time() - start < 2

    @pytest.mark.parametrize("sign", ["&#0;", "&#x1F;", "&#xD800;", "\x01", "\ufffe"])
    def test_signs_that_are_no_xml(self, sign: str) -> None:
        assert refused(feed(BODY + sign)).code == "bad-xml"

    @pytest.mark.parametrize(
        "text",
        ["&lt;script&gt;alert(1)&lt;/script&gt;", "<![CDATA[<style>p{}</style><script>alert(1)</script>]]>"],
    )
    def test_scripts_in_an_item_are_no_text(self, text: str) -> None:
        assert article(feed(f"{text}&lt;p&gt;{BODY}&lt;/p&gt;")).text == f"Two die\n\n{BODY}"


class TestGzip:
    def test_ratio(self) -> None:
        bomb = gzip.compress(b"\0" * 50_000_000, 9)
        start = process_time()
        found = refused(bomb)
        assert (found.code, 'cap "ratio"' in found.message, "200" in found.message) == (
            "too-dense",
            True,
            True,
        )
        assert process_time() - start < 1

    def test_a_ratio_of_the_caller_s_own(self) -> None:
        data = gzip.compress((BODY + "\n").encode() * 30_000)
        assert refused(data, ratio=50).code == "too-dense"
        assert article(data, ratio=2000, article=10_000_000).text.startswith(BODY)

    def test_a_page_that_grows_past_its_cap_with_a_fair_ratio(self) -> None:
        page = b"<html><article>" + b"".join(
            f"<p>{zlib.crc32(bytes([n % 256, n // 256]))} {BODY}</p>".encode() for n in range(40_000)
        )
        found = refused(gzip.compress(page), page=2_000_000, ratio=10_000)
        assert (found.code, 'cap "page"' in found.message, "2 MB" in found.message) == (
            "too-large",
            True,
            True,
        )

    def test_many_small_members(self) -> None:
        start = process_time()
        assert article(gzip.compress(BODY.encode()) + gzip.compress(b"") * 20_000).text == BODY
        assert process_time() - start < 3

    def test_gzip_in_gzip_in_gzip(self) -> None:
        assert refused(gzip.compress(gzip.compress(gzip.compress(BODY.encode())))).code == "bad-gzip"

    def test_a_name_in_the_header_is_no_path(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        packed = io.BytesIO()
        with gzip.GzipFile("../../etc/story.html", "wb", fileobj=packed) as file:
            file.write(BODY.encode())
        assert article(packed.getvalue()).text == BODY
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize("cut", range(1, 60, 7))
    def test_cut_anywhere(self, cut: int) -> None:
        packed = gzip.compress((BODY * 3).encode())
        assert refused(packed[:-cut]).code in ("bad-gzip", "undecodable")

    def test_a_wrong_sum(self) -> None:
        packed = bytearray(gzip.compress(BODY.encode()))
        packed[-6] ^= 1
        assert refused(bytes(packed)).code == "bad-gzip"

    def test_what_follows_a_member_and_is_none(self) -> None:
        assert refused(gzip.compress(BODY.encode()) + b"and more").code == "bad-gzip"
        assert article(gzip.compress(BODY.encode()) + b"\0" * 1000).text == BODY  # a tape's padding


class TestPages:
    HARM: ClassVar = {
        "unclosed comment": f"{PROSE}<!-- {PROSE}",
        "comment in a comment": f"<!-- <!-- --> {PROSE} -->",
        "short comments": f"<!--><!---><p>{BODY}</p>",
        "huge attribute": f'<p data-x="{"x" * 500_000}">{BODY}</p>',
        "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{BODY}</p>",
        "huge class": f'<div class="{"a-b " * 100_000}">{PROSE}</div>',
        "unclosed quote": f'<a href="x>link</a>{PROSE}',
        "tag in an attribute": f'<img alt="<article><p>{"No. " * 40}</p>"><p>{BODY}</p>',
        "end of a page in it": f"{PROSE}</body></html>",
        "a script with a tag": f'<script>var a = "<p>{"evil " * 30}</p>";</script>{PROSE}',
        "a script that hides its end": f"<script><!-- <script> </script> -->{PROSE}",
        "a style": f"<style>p::after{{content:'{'evil ' * 30}'}}</style>{PROSE}",
        "a text area": f"<textarea><p>{'evil ' * 30}</p></textarea>{PROSE}",
        "a template": f"<template><p>{'evil ' * 30}</p></template>{PROSE}",
        "no script": f"<noscript><p>{'evil ' * 30}</p></noscript>{PROSE}",
        "pictures": f'<svg><title>evil</title><text>{"evil " * 30}</text></svg>{PROSE}',
        "character references": f"<p>{BODY} &#0; &#xD800; &#x110000; &#x202E; &#{'9' * 5000}; &#x{'f' * 5000};</p>",
        "half a tag": f"{PROSE}<p",
        "half an end": f"{PROSE}</",
        "an end without a name": f"{PROSE}</>",
        "an instruction": f"<?php system('x'); ?>{PROSE}",
        "a section": f"<![CDATA[evil]]>{PROSE}",
        "a base": f'<base href="javascript:alert(1)">{PROSE}',
    }  # fmt: skip

    @pytest.mark.parametrize("name", HARM)
    def test_the_story_is_read_and_nothing_else(self, name: str) -> None:
        start = process_time()
        found = article(
            f"<!doctype html><html><body><article>{self.HARM[name]}</article></body></html>".encode()
        )
        assert BODY in found.text
        assert "evil" not in found.text
        assert process_time() - start < 3

    @pytest.mark.parametrize(
        "name",
        ["uu", "zlib", "bz2", "hex", "rot13", "unicode_escape", "idna", "punycode", "utf-7", "x", "\u0661"],
    )
    def test_a_declared_encoding_that_is_none_of_pages(self, name: str) -> None:
        page = f'<html><meta charset="{name}"><article>{PROSE}'.encode()
        assert BODY in article(page).text
        assert refused(page + b"<p>Caf\xe9</p>").code == "undecodable"

    def test_an_address_that_is_code_is_no_address(self) -> None:
        page = f'<html><link rel=canonical href="javascript:alert(1)//x"><meta property=og:url content="data:text/html,x"><article>{PROSE}'
        assert article(page.encode()).url is None

    @pytest.mark.parametrize(
        "mark",
        [
            "\u202e",
            "\u2066",
            "\u200f",
            "\u061c",
            "\u200b",
            "\ufeff",
            "\u00ad",
            "\x1b[31m",
            "\x08",
            "\x85",
            "\u2028",
        ],
    )
    def test_marks_stay_and_offsets_hold(self, mark: str) -> None:
        body = f"Two men died in {mark}Sirte{mark} on Sunday, a medic said, and a third was hurt by glass."
        for data in (
            f"<html><article><h1>Two {mark}die</h1><figure><figcaption>A {mark} street. Photo: AFP</figcaption></figure><p>{body}</p>",
            body,
            json.dumps({"title": f"Two {mark}die", "text": body}) + "\n",
        ):
            found = article(data.encode())
            record = api.parse(found)
            assert mark in found.text
            assert api.from_json(api.to_json(record)) == record
            for mention in record.mentions():
                assert found.text[mention.start : mention.end] == mention.exact

    def test_linked_data_that_is_too_deep_or_broken_says_nothing(self) -> None:
        for script in (
            "[" * 100_000,
            '{"a":' * 5000 + "1" + "}" * 5000,
            "{",
            "null",
            "9" * 10_000,
        ):
            found = article(
                f'<html><script type="application/ld+json">{script}</script><article><h1>Two die</h1>{PROSE}'.encode()
            )
            assert found.headline == "Two die"
            assert found.text.encode()

    def test_half_surrogates_of_linked_data(self) -> None:
        value = {
            "@type": "NewsArticle",
            "headline": "\ud800 die",
            "articleBody": BODY + "\udfff",
            "author": "A \ud801",
            "publisher": {"name": "\ud802"},
            "datePublished": "\ud803",
        }
        page = f'<html><script type="application/ld+json">{json.dumps(value)}</script><body></body>'
        found = article(page.encode())
        assert (found.headline, found.outlet, found.byline) == ("\ufffd die", "\ufffd", ("A \ufffd",))
        assert found.text == f"\ufffd die\n\n{BODY}\ufffd"
        assert refused(json.dumps(value).encode()).code in ("bad-value", "bad-date")


class TestJson:
    @pytest.mark.parametrize(
        "field", ["text", "title", "url", "id", "author", "outlet", "date", "standfirst"]
    )
    @pytest.mark.parametrize("value", ["\ud800", "a\udfffb"])
    def test_half_surrogates(self, field: str, value: str) -> None:
        (item,) = read_inputs([json.dumps({"text": BODY} | {field: value}).encode()])
        if isinstance(item, InputProblem):
            assert item.code in ("bad-value", "bad-date")
            str(item).encode()
        else:
            for told in (
                item.text,
                item.headline,
                item.outlet,
                item.url,
                item.id,
                item.standfirst,
                *item.byline,
            ):
                assert told is None or told.encode()

    def test_one_key_twice(self) -> None:
        assert article(b'{"text": "Nine died.", "text": "Two men died."}').text == "Two men died."

    @pytest.mark.parametrize(
        "value",
        ["NaN", "Infinity", "-Infinity", "1e999", "9" * 4000, "true", "[[]]", '{"a": {}}', '"\\u0000"'],
    )
    @pytest.mark.parametrize(
        "field", ["text", "title", "url", "id", "author", "outlet", "date", "article", "source"]
    )
    def test_values_of_any_sort(self, field: str, value: str) -> None:
        data = f'{{"text": "{BODY}", "{field}": {value}}}' if field != "text" else f'{{"text": {value}}}'
        item = read(data.encode())
        if isinstance(item, InputProblem):
            assert item.code in ("bad-value", "bad-date", "no-text", "empty")
        else:
            api.to_json(api.parse(item)).encode()

    def test_a_number_as_long_as_the_line(self) -> None:
        assert refused(b'{"text": ' + b"9" * 1_000_000 + b"}").code == "bad-value"

    def test_objects_inside_objects(self) -> None:
        data = b'{"article": ' * 400 + b'{"text": "Two men died."}' + b"}" * 400
        assert refused(data).code == "no-text"


class TestPaths:
    def test_a_link_out_of_the_folder_is_told_and_not_read(self, tmp_path: Path) -> None:
        (tmp_path / "secret.txt").write_text("The password is here.")
        home = tmp_path / "home"
        (home / "deep").mkdir(parents=True)
        (home / "a.txt").write_text(BODY)
        (home / "b.txt").symlink_to(tmp_path / "secret.txt")
        (home / "c.txt").symlink_to("../secret.txt")
        (home / "deep" / "d.txt").symlink_to("../../secret.txt")
        (home / "e.txt").symlink_to("deep/../a.txt")  # inside: read
        (home / "f.txt").symlink_to("nowhere.txt")
        (home / "g.txt").symlink_to("g.txt")
        (home / "h").symlink_to("..")
        (home / "i.txt").symlink_to(tmp_path / "home-2.txt")
        (tmp_path / "home-2.txt").write_text("The password is here.")
        found = list(read_inputs([home]))
        texts = [item.text for item in found if isinstance(item, Article)]
        assert texts == [BODY, BODY]
        codes = {Path(item.input).name: item.code for item in found if isinstance(item, InputProblem)}
        assert codes == {
            "b.txt": "link",
            "c.txt": "link",
            "d.txt": "link",
            "f.txt": "unreadable",
            "g.txt": "unreadable",
            "h": "link",
            "i.txt": "link",
        }

    def test_what_the_caller_names_is_followed(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(BODY)
        (tmp_path / "b.txt").symlink_to("a.txt")
        assert article(tmp_path / "b.txt").text == BODY
        (tmp_path / "in").mkdir()
        assert article(tmp_path / "in" / ".." / "a.txt").text == BODY
        (tmp_path / "c").symlink_to(tmp_path / "in")
        (tmp_path / "in" / "d.txt").write_text(BODY)
        assert article(tmp_path / "c").text == BODY

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_a_pipe_in_a_folder_does_not_stop_the_run(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        (tmp_path / "b.txt").write_text(BODY)
        first, second = read_inputs([tmp_path])
        assert isinstance(first, InputProblem)
        assert first.code == "unreadable"
        assert isinstance(second, Article)

    @pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
    def test_names_that_are_no_text(self, tmp_path: Path) -> None:
        for name in (
            b"a\nb.txt",
            b"c\xff.txt",
            b"d\x1b[31m.txt",
            "e\u202etxt.txt".encode(),
            b"-f.txt",
            b"$(id).txt",
            b"..txt",
        ):
            (tmp_path / os.fsdecode(name)).write_text(BODY)
            (tmp_path / os.fsdecode(b"bad-" + name)).write_bytes(b"\xff")
        found = list(read_inputs([tmp_path]))
        assert len(found) == 13  # "..txt" is hidden, "bad-..txt" is not
        for item in found:
            line = str(item) if isinstance(item, InputProblem) else item.source
            assert line is not None
            line.encode("utf-8")
            assert line.isprintable()

    @pytest.mark.parametrize(
        "name", ["a\0b", "x" * 5000, "/dev/null/x", "", "\ud800", "file:///etc/hostname", "ftp://x/y"]
    )
    def test_names_that_no_file_can_have(self, name: str) -> None:
        found = refused(name)
        assert found.code in ("missing", "unreadable")
        str(found).encode("utf-8")

    def test_a_folder_that_cannot_be_opened(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a.txt").write_text(BODY)
        (tmp_path / "shut").mkdir()
        scan = os.scandir

        def shut(path: str) -> object:
            if str(path).endswith("shut"):
                raise PermissionError(13, "Permission denied", str(path))
            return scan(path)

        monkeypatch.setattr(os, "scandir", shut)
        first, second = read_inputs([tmp_path])
        assert isinstance(first, Article)
        assert isinstance(second, InputProblem)
        assert (second.code, "Permission denied" in second.message) == ("unreadable", True)


class TestCaps:
    @pytest.mark.parametrize(
        ("cap", "data", "code"),
        [
            ("article", b"Two men died. " * 100, "too-large"),
            ("article", json.dumps({"text": "Two men died. " * 100}).encode(), "too-large"),
            ("line", json.dumps({"text": "Two men died. " * 100}).encode() + b'\n{"text": "x"', "too-large"),
            ("page", b"<html><article>" + PROSE.encode() * 20, "too-large"),
            ("page", json.dumps([{"text": BODY}] * 20).encode(), "too-large"),
            ("feed", feed(BODY * 20), "too-large"),
            ("depth", b"<html>" + b"<div>" * 700, "too-deep"),
            ("depth", feed("<a>" * 700 + "</a>" * 700), "too-deep"),
            ("depth", b'{"text": "x", "a": ' + b"[" * 700 + b"]" * 700 + b"}", "too-deep"),
            ("ratio", gzip.compress(b"a" * 3_000_000), "too-dense"),
        ],
        ids=[
            "text",
            "JSON text",
            "line",
            "page",
            "JSON",
            "feed",
            "page depth",
            "feed depth",
            "JSON depth",
            "gzip",
        ],
    )
    def test_a_cap_is_named_and_can_be_raised(self, cap: str, data: bytes, code: str) -> None:
        small = {"article": {"article": 500}, "depth": {}, "ratio": {}}.get(cap, {cap: 500})
        first = next(read_inputs([data], limits=Limits(**small)))
        assert isinstance(first, InputProblem)
        assert first.code == code
        assert f'cap "{cap}"' in first.message
        high = {
            "article": 9_000_000,
            "line": 9_000_000,
            "page": 9_000_000,
            "feed": 9_000_000,
            "depth": 900,
            "ratio": 9000,
        }
        again = next(read_inputs([data], limits=Limits(**high)))
        assert isinstance(again, Article) or f'cap "{cap}"' not in again.message


GROWN = {
    "comments": lambda n: "<!--" * n,
    "closed comments": lambda n: "<!-- -->" * n,
    "declarations": lambda n: "<!" * n,
    "sections": lambda n: "<![CDATA[" * n,
    "instructions": lambda n: "<?" * n,
    "quotes": lambda n: '<a href="' * n,
    "single quotes": lambda n: "<a b='>" * n,
    "scripts": lambda n: "<script>" * n,
    "closed scripts": lambda n: "<script></script>" * n,
    "titles": lambda n: "<title>" * n,
    "text areas": lambda n: "<textarea>" * n,
    "frames": lambda n: "<iframe></iframe " * n,
    "ends": lambda n: "</p></div>" * n,
    "open lists": lambda n: "<ul>" + "<li>x" * n,
    "open paragraphs": lambda n: "<p>" * n,
    "bold": lambda n: "<b>x" * n,
    "links": lambda n: "<a href=x>y</a>" * n,
    "breaks": lambda n: "<p>" + "x<br>" * n,
    "signs": lambda n: "<" * n,
    "ampersands": lambda n: "<p>" + "&" * n,
    "references": lambda n: "<p>" + "&#60;p&#62;" * n,
    "attributes": lambda n: "<p " + "a=1 " * n + ">",
    "classes": lambda n: f'<div class="{"a-b " * n}">x</div>',
    "articles": lambda n: f"<article>{PROSE}</article>" * (n // 8),
    "nested articles": lambda n: f"<article>{PROSE}" * min(n // 8, 400) + PROSE * (n // 8),
    "captions": lambda n: f"<figure><figcaption>{BODY}</figcaption></figure>" * (n // 8),
    "meta": lambda n: '<meta name=date content="x">' * n,
    "times": lambda n: "<time datetime=x></time>" * n,
    "headlines": lambda n: "<h1>x</h1>" * n,
    "headings": lambda n: "<h2>A heading of the page</h2>" * n,
    "blanks": lambda n: "<p>" + " \n\t" * n + "x",
    "no-break blanks": lambda n: "<p>" + "\u00a0 " * n + "x",
    "bars": lambda n: "<p>" + "a | " * n,
    "linked data": lambda n: '<script type="application/ld+json">[' + '{"@type":"x"},' * n + "{}]</script>",
    "dates": lambda n: "<p>2 July 2017 | " * n,
}  # fmt: skip


@pytest.mark.parametrize("name", GROWN)
def test_the_time_of_a_hostile_page_grows_with_its_length(name: str) -> None:
    """Twice the page takes about twice the time; four times it would be a square."""

    def clocked(size: int) -> float:
        data = ("<!doctype html><html><body><article>" + GROWN[name](size) + PROSE * 2).encode()
        best = 1e9
        for _ in range(3):
            start = process_time()
            (item,) = read_inputs([data], limits=Limits(depth=450))
            best = min(best, process_time() - start)
        assert isinstance(item, Article) or item.code in ("too-deep", "no-main-text")
        return best

    small, large = clocked(4_000), clocked(16_000)
    # Times too short to be told apart say nothing.
    assert large < 0.05 or large / small < 9, (small, large)


@pytest.mark.parametrize("blank", ["\x1c" * 30, "\u2003" * 40, "\x85" * 25])
def test_a_line_that_begins_or_ends_in_many_blanks(blank: str) -> None:
    for line in (f"{blank}By 2017 min |", f"By 2017 | 3 min read{blank}", blank):
        page = (
            f"<html><body><article><p>{line}</p><p>Two men were killed in Sirte.</p></article></body></html>"
        )
        (article,) = api.read_all([page.encode()])
        assert isinstance(article, Article)
        assert "Two men were killed in Sirte." in article.text
