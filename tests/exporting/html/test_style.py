"""The stylesheet: every pair of colours has its contrast (WCAG 2.2 AA), in light, in dark and on paper."""

from __future__ import annotations

import re
from itertools import product

import pytest

from libya_news.exporting.html.drawing import stylesheet
from libya_news.exporting.html.highlight import FIELDS

CSS = re.sub(r"/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)
TOKEN = re.compile(r"--((?:surface|text|line)-[a-z]+): (#[0-9a-f]{6});")
DARK = "@media screen and (prefers-color-scheme: dark)"
LIGHT_CSS, _, REST = CSS.partition(DARK)
PALETTES = {
    "light": dict(TOKEN.findall(LIGHT_CSS)),
    "dark": dict(TOKEN.findall(REST[: REST.index("\n}\n")])),
}
RULES = re.findall(r"([^{}]+)\{([^{}]*)\}", CSS)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_the_known_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the known near miss


def of(palette: str, kind: str) -> dict[str, str]:
    return {name: colour for name, colour in PALETTES[palette].items() if name.startswith(f"{kind}-")}


def pairs(kind: str) -> list[tuple[str, str, str]]:
    """Return every colour of a kind on every surface; ``inverse`` stands on ``number``, and nothing else does."""
    return [
        (palette, colour, surface)
        for palette in PALETTES
        for colour, surface in product(of(palette, kind), of(palette, "surface"))
        if (colour == "text-inverse") == (surface == "surface-number")
    ]


@pytest.mark.parametrize("palette", PALETTES)
def test_text_reads_on_every_surface(palette: str) -> None:
    found = PALETTES[palette]
    tried = [(c, s) for p, c, s in pairs("text") if p == palette]
    assert len(tried) > 40
    low = {(c, s): contrast(found[c], found[s]) for c, s in tried}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_a_line_is_seen_on_every_surface(palette: str) -> None:
    found = PALETTES[palette]
    tried = [(c, s) for p, c, s in pairs("line") if p == palette]
    assert len(tried) > 80
    low = {(c, s): contrast(found[c], found[s]) for c, s in tried}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 3} == {}


def test_both_palettes_have_every_colour() -> None:
    assert len(PALETTES["light"]) > 20
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()


def test_no_colour_stands_outside_the_palettes() -> None:
    rest = TOKEN.sub("", CSS)
    assert not re.findall(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|color-mix)\(", rest)
    assert set(re.findall(r"var\(--([a-z-]+)\)", CSS)) == PALETTES["light"].keys()


KINDS = {
    "color": {"text"},
    "background": {"surface"},
    "border": {"line", "text"},
    "outline": {"line"},
    "text-decoration": {"line"},
    "fill": {"text", "surface", "line"},
    "stroke": {"surface", "line"},
}


def test_each_colour_is_used_for_its_kind() -> None:
    for selector, body in RULES:
        for name, value in re.findall(r"([a-z-]+):\s*([^;]+);", body):
            kinds = next((kinds for start, kinds in KINDS.items() if name.startswith(start)), None)
            for token in re.findall(r"var\(--([a-z]+)-", value):
                assert kinds is not None, (selector, name)
                assert token in kinds, (selector, name)
            if name == "fill" and re.search(r"svg text|svg \.", selector):  # the words of drawings
                assert "var(--text-" in value, selector


def test_no_meaning_hangs_on_a_hue() -> None:
    """Without any colour every field still has a shape of its own."""
    shapes: dict[tuple[object, ...], str] = {}
    for field in FIELDS:
        (body,) = [b for s, b in RULES if s.strip() == f".ln .f-{field}"]
        found = re.search(r"text-decoration: (underline(?: overline)?) (\w+)", body)
        assert found is not None, field
        shape = (*found.groups(), "font-weight" in body, "font-style" in body, "background: none" in body)
        assert shape not in shapes, f"{field} looks like {shapes[shape]}"
        shapes[shape] = field


def test_paper_is_light_and_nothing_is_loaded() -> None:
    assert CSS.count("prefers-color-scheme: dark") == CSS.count(DARK) == 1
    assert not re.findall(r"url\(|@import|@font-face|https?:|expression|</", stylesheet())
