"""Folding: unseen marks and the digits of other scripts read as plain print, with the way back to the text."""

import re

# Marks without a width stand inside words: soft hyphens, joiners, marks of direction, byte order marks.
_UNSEEN = dict.fromkeys(
    map(
        ord,
        "\u00ad\u034f\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
    ),
    "",
)
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_DIGITS = {zero + n: str(n) for zero in (0x660, 0x6F0) for n in range(10)}
_MARKS = {0x200B: " ", 0x66B: ".", 0x66C: ",", 0x2010: "-", 0x2011: "-"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_FOLDED = {**_UNSEEN, **_WIDE, **_DIGITS, **_MARKS, **_LIGATURES}
_ENTITIES = {"&nbsp;": " ", "&#160;": " ", "&amp;": "&"}
_ODD = re.compile(
    "[" + "".join(map(chr, _FOLDED)).replace("\\", r"\\").replace("]", r"\]") + "]|&(?:nbsp|#160|amp);"
)


def fold(text: str) -> tuple[str, list[int], list[int]] | None:
    r"""Return a text as plain print, and where each of its code points begins and ends in `text`; None if it is plain.

    >>> fold("\u0661\u0662 dead")[0]
    '12 dead'
    """
    if text.isascii() and "&" not in text:
        return None
    if _ODD.search(text) is None:
        return None
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _ODD.finditer(text):
        a, b = match.span()
        out.append(text[at:a])
        starts.extend(range(at, a))
        ends.extend(range(at + 1, a + 1))
        odd = match[0]
        plain = _ENTITIES[odd] if len(odd) > 1 else _FOLDED[ord(odd)]
        out.append(plain)
        starts.extend([a] * len(plain))
        ends.extend([b] * len(plain))
        at = b
    out.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return "".join(out), starts, ends
