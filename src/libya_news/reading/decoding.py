"""Bytes become text: UTF-8 with or without a mark, UTF-16 and UTF-32 with one, and what a page declares."""

from __future__ import annotations

import codecs
import re

from libya_news.reading.limits import Refused

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd"),
    (b"SQLite format", "a database"),
)
# What browsers take these labels for.
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "x-sjis": "shift_jis",
    "gb2312": "gb18030",
    "iso-8859-9": "cp1254",
}
# Encodings that pages are written in; Python knows others that unpack or escape, or are no text.
_OF_PAGES = re.compile(
    r"utf-(?:8|16|32)(?:-[lb]e)?|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|gb\w+|hz|big5\w*|euc_\w+|iso2022_\w+|shift_jis\w*|tis-620|ascii"
)


def mark_of(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark declares, and the length of the mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    return None


def decode(data: bytes, declared: str | None = None) -> str:
    """Decodes a whole input.

    Args:
        data: The bytes; a byte order mark decides before anything else and is left out of the text.
        declared: The encoding that the page or the XML declaration names. Without one only UTF-8 is read: a
            guessed encoding would quietly change names.

    Raises:
        Refused: The bytes are no text in that encoding; names the first byte at fault.
    """
    mark = mark_of(data)
    name, skip = mark if mark is not None else ("utf-8", 0)
    if mark is None:
        for sign, kind in _KINDS:
            if data.startswith(sign):
                raise Refused("undecodable", f"is {kind}, not text; convert it to text first", offset=0)
    try:
        text = data[skip:].decode(name)
    except UnicodeDecodeError as error:
        wanted = codec_of(declared)
        if mark is None and wanted is not None and wanted != "utf-8":
            return data.decode(wanted, "replace")
        raise Refused(
            "undecodable",
            f"byte {error.start + skip} is no {name.upper().removesuffix('-LE').removesuffix('-BE')}; "
            "save the file as UTF-8",
            offset=error.start + skip,
        ) from None
    nul = text.find("\0")
    if nul >= 0:
        raise Refused(
            "undecodable",
            f"holds a NUL at character {nul}: binary data, or UTF-16 without its mark",
            offset=nul,
        )
    return text


def codec_of(label: str | None) -> str | None:
    """The codec for a declared encoding; None where there is no such one."""
    if not label:
        return None
    low = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_ALIASES.get(low, low)).name
    except (LookupError, ValueError):
        return None
    return name if _OF_PAGES.fullmatch(name) is not None else None


def check_text(text: str) -> str:
    """Returns a text that can be written out again.

    Raises:
        Refused: It holds half of a surrogate pair, which no file can hold.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(
            "bad-value", f"a string holds half of a surrogate pair at character {error.start}"
        ) from None
    return text
