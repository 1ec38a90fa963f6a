"""What a theme's `print` becomes."""

from pathlib import Path

import pytest
from resolve_specs import loaded

from layout.diag import Diagnostic
from layout.press import MARKS, Intent, Print, Resolution, misfit
from layout.profiles import inflated, newsprint
from layout.resolve.plan import resolve
from layout.resolve.types import PagePlan
from layout.units import MM
from layout.world import FileWorld

HEAD = "layout: 1\ntheme: a.theme.yaml\npage: {number: 3, date: 2026-03-09}\n"
REST = "dummy: |\n  115 | A A A A A A A A\nblocks: {A: {blank: 试}}\n"


def planned(folder: Path, said: str, standards=None) -> tuple[PagePlan, tuple[Diagnostic, ...]]:
    specs = loaded(folder, HEAD + REST, a_theme_yaml=f"extends: broadsheet\nprint: {said}\n")
    done = resolve(specs.page, specs.theme, FileWorld(), standards)
    return done.value, done.diagnostics


def test_the_built_in_themes_make_pdf_x_4_on_newsprint(tmp_path):
    plan, found = planned(tmp_path, "{}")
    assert (plan.press, found) == (Print(standards=("pdf/x-4",)), ())
    assert plan.number == 3


def test_everything_said(tmp_path):
    (tmp_path / "own.icc").write_bytes(inflated(newsprint()))
    said = (
        "{standard: [pdf/x-4, pdf/a-2a, pdf/ua-1], intent: {profile: own.icc, identifier: OWN, info: ours,"
        " registry: 'http://www.color.org'}, ink: 220%, marks: [crop, slug], bleed: 3mm,"
        " resolution: {least: 100ppi, target: 200}}"
    )
    plan, found = planned(tmp_path, said)
    assert found == ()
    intent = Intent(str(tmp_path / "own.icc"), "OWN", "http://www.color.org", "ours")
    standards = ("pdf/x-4", "pdf/a-2a", "pdf/ua-1")
    press = Print(standards, intent, 2200, ("crop", "slug"), Resolution(least=100, target=200))
    assert plan.press == press
    assert (plan.bleed.x, plan.bleed.width) == (-3 * MM, plan.trim.width + 6 * MM)


@pytest.mark.parametrize(("word", "marks"), (("on", MARKS), ("off", ())))
def test_marks_on_and_off(tmp_path, word, marks):
    assert planned(tmp_path, f"{{marks: {word}}}")[0].press.marks == marks


def test_a_press_that_takes_no_bleed(tmp_path):
    plan, _ = planned(tmp_path, "{bleed: none}")
    assert plan.bleed == plan.trim


def test_a_profile_without_a_name_is_known_by_its_file(tmp_path):
    (tmp_path / "WAN-IFRAnewspaper26v5.icc").write_bytes(inflated(newsprint()))
    plan, _ = planned(tmp_path, "{intent: {profile: WAN-IFRAnewspaper26v5.icc}}")
    assert plan.press.intent.identifier == "WAN-IFRAnewspaper26v5"


def test_the_command_has_the_last_word(tmp_path):
    assert planned(tmp_path, "{standard: pdf/x-1a}", ())[0].press.standards == ()
    assert planned(tmp_path, "{standard: plain}", ("pdf/a-2b",))[0].press.standards == ("pdf/a-2b",)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("{standard: [pdf/x-1a, pdf/a-2b]}", "P001"),
        ("{standard: [pdf/a-2b, pdf/a-2a]}", "P001"),
        ("{intent: {profile: broken.icc}}", "P002"),
        ("{intent: {profile: short.icc}}", "P002"),
        ("{intent: {profile: screen.icc}}", "P004"),
        ("{intent: {profile: link.icc}}", "P003"),
        ("{standard: pdf/x-1a, intent: {profile: four.icc}}", "P005"),
    ],
)
def test_what_can_not_be_kept_is_not_claimed(tmp_path, said, code):
    good = inflated(newsprint())
    for name, data in {
        "broken": b"no profile",
        "short": good[:9000],
        "screen": good[:12] + b"mntrRGB " + good[20:],
        "link": good[:12] + b"link" + good[16:],
        "four": good[:8] + b"\4" + good[9:],
    }.items():
        (tmp_path / f"{name}.icc").write_bytes(data)
    plan, found = planned(tmp_path, said)
    assert [(d.code, d.severity) for d in found] == [(code, "error")]
    assert found[0].where.path[0] == "print"
    assert plan.press.standards == ()
    # A plain file needs no profile and contradicts nothing.
    assert planned(tmp_path, said, ())[1] == ()


@pytest.mark.parametrize(
    ("standards", "both"),
    [
        (("pdf/x-4", "pdf/a-2a", "pdf/ua-1"), None),
        (("pdf/x-4", "pdf/a-2b"), None),
        (("pdf/x-1a",), None),
        (("pdf/x-4", "pdf/x-1a"), ("pdf/x-1a", "pdf/x-4")),
        (("pdf/a-2b", "pdf/a-2a"), ("pdf/a-2a", "pdf/a-2b")),
    ],
)
def test_what_goes_together(standards, both):
    assert misfit(standards) == both
