"""The cascade of styles, colours, drawn lines and frames."""

from typing import Any

import pytest
import yaml
from resolve_specs import CASES, RULER, style_spec

from layout.geometry import Insets
from layout.resolve.cascade import Cascade
from layout.resolve.colours import read_colour
from layout.resolve.strokes import read_box, read_stroke
from layout.spec.model import BoxSpec, ColourSpec, Length, LineSpec
from layout.style import BLACK, Colour
from layout.units import pt

STYLES = yaml.safe_load((CASES / "styles.yaml").read_text("utf-8"))
LENGTHS = ("size", "smallest", "leading", "before", "after")
PALETTE = {
    "accent": ColourSpec(cmyk=(0, 100, 90, 10)),
    "house": ColourSpec(spot="P 288"),
    "P 288": ColourSpec(cmyk=(100, 80, 6, 32)),
    "alias": ColourSpec(name="accent"),
    "loop": ColourSpec(name="pool"),
    "pool": ColourSpec(name="loop"),
}


def cascade(*layers: dict[str, dict[str, Any]], **setting: str | int | bool) -> Cascade:
    typed = tuple({role: style_spec(said) for role, said in layer.items()} for layer in layers)
    return Cascade(typed, RULER, PALETTE, setting)


@pytest.mark.parametrize("case", STYLES, ids=lambda case: case["what"])
def test_style(case: dict[str, Any]) -> None:
    style = cascade(*case["layers"]).style(case["role"])
    assert style.name == case["role"]
    for name, value in case["style"].items():
        wanted = pt(value) if name in LENGTHS else tuple(value) if isinstance(value, list) else value
        assert getattr(style, name) == wanted, name


def test_a_block_changes_its_own_styles_only() -> None:
    page = cascade({"headline": {"size": "26pt"}})
    block = page.under({"headline": style_spec({"size": "46pt"})})
    assert block.style("headline").size == pt(46)
    assert page.style("headline").size == pt(26)


def test_a_block_that_says_nothing_shares_the_page_s_styles() -> None:
    page = cascade({"headline": {"size": "26pt"}})
    assert page.under({}, {}) is page
    assert page.style("headline") is page.style("headline")


def test_setting_goes_from_theme_to_body_to_role() -> None:
    styles = Cascade(
        (
            {
                "body": style_spec({"setting": {"line_end": "half"}}),
                "deck": style_spec({"setting": {"hanging": True}}),
            },
        ),
        RULER,
        {},
        {"autospace_latin": 250},
    )
    deck = styles.style("deck").setting
    assert (deck.autospace_latin, deck.line_end, deck.hanging) == (250, "half", True)
    assert styles.style("body").setting.hanging is False


@pytest.mark.parametrize(
    ("written", "ink"),
    [
        (ColourSpec(cmyk=(0, 0, 0, 50)), Colour((0, 0, 0, 500))),
        (ColourSpec(cmyk=(0.5, 0, 0, 0)), Colour((5, 0, 0, 0))),
        (ColourSpec(name="accent"), Colour((0, 1000, 900, 100))),
        (ColourSpec(name="alias"), Colour((0, 1000, 900, 100))),
        (ColourSpec(name="house"), Colour((1000, 800, 60, 320), "P 288")),
        (ColourSpec(spot="unknown"), Colour((0, 0, 0, 1000), "unknown")),
        (ColourSpec(name="loop"), BLACK),
    ],
)
def test_colour(written: ColourSpec, ink: Colour) -> None:
    assert read_colour(written, PALETTE) == ink


@pytest.mark.parametrize(
    ("name", "drawn", "weight"),
    [
        ("正线", "", 0.3),
        ("反线", "", 1.5),
        ("双线", "双线", 1.8),
        ("文武线", "文武线", 3),
        ("点线", "点线", 0.8),
        ("波浪线", "波浪线", 0.3),
    ],
)
def test_rule_by_name(name: str, drawn: str, weight: float) -> None:
    stroke = read_stroke(LineSpec(name=name), RULER, PALETTE)
    assert (stroke.name, stroke.weight, stroke.colour) == (drawn, pt(weight), BLACK)


def test_rule_by_weight_and_colour() -> None:
    line = LineSpec(weight=Length(0.5, "pt"), colour=ColourSpec(name="accent"))
    stroke = read_stroke(line, RULER, PALETTE)
    assert (stroke.name, stroke.weight) == ("", pt(0.5))
    assert stroke.colour == Colour((0, 1000, 900, 100))


def test_box_keeps_one_character_clear_unless_told_otherwise() -> None:
    box = read_box(BoxSpec(border=LineSpec(name="正线")), RULER, PALETTE)
    assert box.inset == Insets(pt(9), pt(9), pt(9), pt(9))
    assert box.fill is None
    tight = read_box(BoxSpec(inset=Length(0, "pt"), fill=ColourSpec(cmyk=(0, 0, 0, 7))), RULER, PALETTE)
    assert tight.inset == Insets()
    assert tight.border is None
    assert tight.fill == Colour((0, 0, 0, 70))
