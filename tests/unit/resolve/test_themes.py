"""The built-in themes hold together."""

from pathlib import Path

import pytest
from resolve_specs import loaded

from layout.resolve.cascade import Cascade
from layout.resolve.families import read_fonts
from layout.resolve.grid import read_grid
from layout.resolve.plan import resolve
from layout.resolve.strokes import RULES
from layout.spec.load import Loaded
from layout.spec.values import RULES as RULE_NAMES
from layout.themes import FOLDER
from layout.units import to_mm
from layout.world import FileWorld

THEMES = sorted(file.name.removesuffix(".theme.yaml") for file in FOLDER.glob("*.theme.yaml"))
HEADS = ("kicker", "headline", "deck", "byline", "lead", "second", "service")
TEXT = ("body", "dateline", "dateline-by", "bold", "em", "quote", "crosshead", "caption", "credit", "jump")
OTHERS = ("credits", "credits-role", "banner", "folio")
ROLES = (*HEADS, *TEXT, *OTHERS)
GRIDS = {"broadsheet": (8, 115), "tabloid": (6, 78)}


def specs_of(theme: str, folder: Path) -> Loaded:
    columns, lines = GRIDS[theme]
    page = f"layout: 1\ntheme: {theme}\npage: {{number: 3, date: 2026-03-09, section: 综合新闻, paper: 河东日报}}\n"
    text = "stories: {a: {headline: 题, body: 文。}}\nblocks: {A: {story: a}}\n"
    return loaded(folder, f"{page}{text}dummy: |\n  {lines} | {'A ' * columns}\n")


def test_there_are_two() -> None:
    assert sorted(GRIDS) == THEMES


def styles_of(specs: Loaded) -> Cascade:
    theme = specs.theme
    _, ruler = read_grid(theme.grid, specs.page.grid, (theme.styles,), theme.sizes, 0)
    return Cascade((theme.styles,), ruler, theme.colours, theme.setting)


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_has_a_style_in_a_known_family_and_room_in_its_lines(theme: str, tmp_path: Path) -> None:
    specs = specs_of(theme, tmp_path)
    styles, families = styles_of(specs), read_fonts(specs.theme).value.families
    assert set(ROLES) <= set(specs.theme.styles)
    for role in specs.theme.styles:
        style = styles.style(role)
        assert style.family in families, role
        leading = styles.ruler.leading
        assert style.size <= (style.lines or -(-style.leading // leading)) * leading, role


@pytest.mark.parametrize("theme", THEMES)
def test_type_area_and_furniture_are_on_the_paper_and_apart(theme: str, tmp_path: Path) -> None:
    specs = specs_of(theme, tmp_path)
    plan = resolve(specs.page, specs.theme, FileWorld()).value
    live = plan.grid.rect(0, 0, plan.grid.columns, plan.grid.lines)
    assert plan.trim.contains(live)
    for piece in plan.furniture:
        assert plan.trim.contains(piece.rect), piece.id
        assert not piece.rect.overlaps(live), piece.id
        assert abs(to_mm(piece.rect.x - live.x)) < 0.02 or piece.rect.x > live.x, piece.id
        assert to_mm(piece.rect.right - live.right) < 0.02, piece.id
        for line in piece.lines:
            assert len(line) * piece.style.size <= piece.rect.width, piece.id
            assert piece.style.size <= piece.rect.height, piece.id


@pytest.mark.parametrize("theme", THEMES)
def test_steps_of_the_hierarchy_are_a_quarter_at_least(theme: str, tmp_path: Path) -> None:
    styles = styles_of(specs_of(theme, tmp_path))
    sizes = [styles.style(role).size for role in ("lead", "second", "headline", "deck", "body")]
    assert all(4 * big >= 5 * small for big, small in zip(sizes, sizes[1:]))


def test_rules_known_to_the_reader_are_known_here() -> None:
    assert set(RULE_NAMES) <= set(RULES)
