"""The package's fonts and a theme's own."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from resolve_specs import PAGE, loaded

from layout.diag import Outcome
from layout.font.library import FontLibrary
from layout.resolve.families import package_fonts, read_fonts
from layout.spec import fonts
from layout.spec.fonts import fonts_folder
from layout.spec.model import FaceSpec, FamilySpec, ThemeSpec

SONG = "NotoSerifSC-Regular"
TEXT = (
    "stories: {a: {headline: 题, body: 文。}}\ndummy: |\n  115 | A A A A A A A A\nblocks: {A: {story: a}}\n"
)


@pytest.fixture
def theme(tmp_path: Path) -> ThemeSpec:
    return loaded(tmp_path, PAGE + TEXT).theme


def test_every_family_of_the_package_has_its_files_and_the_song() -> None:
    fonts = package_fonts()
    assert set(fonts.families) == {"宋", "小标宋", "标宋", "粗宋", "黑", "粗黑", "超黑", "楷"}
    for family in fonts.families.values():
        assert SONG in family.order("han")
        assert all(Path(fonts.sources[face].file).is_file() for face in family.order("han"))


def test_fonts_are_found_inside_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "layout"
    (tmp_path / "fonts").mkdir()
    package.mkdir()
    monkeypatch.setattr(fonts, "PACKAGE", package)
    assert fonts_folder() == tmp_path / "fonts"
    (package / "fonts").mkdir()
    assert fonts_folder() == package / "fonts"


def test_fonts_are_found_from_any_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    package_fonts.cache_clear()
    assert Path(package_fonts().sources[SONG].file).is_absolute()


def test_a_theme_without_fonts_has_the_package_s(theme: ThemeSpec) -> None:
    assert read_fonts(theme) == Outcome(package_fonts())


def test_own_faces_come_first_and_the_package_s_family_follows(theme: ThemeSpec) -> None:
    own = FaceSpec("own", package_fonts().sources["HedongKai-Regular"].file)
    theme = replace(theme, faces={"own": own}, families={"宋": FamilySpec(han=("own",))})
    found = read_fonts(theme).value
    fonts = FontLibrary(found.families, found.sources)
    assert fonts.families["宋"].order("han") == ("own", *package_fonts().families["宋"].order("han"))
    assert fonts.choose("宋", "国") is fonts.face("own")


def test_fallback_none_ends_the_family_with_its_own_faces(theme: ThemeSpec) -> None:
    own = FaceSpec("own", package_fonts().sources["HedongKai-Regular"].file)
    theme = replace(theme, faces={"own": own}, families={"宋": FamilySpec(han=("own",), fallback=())})
    assert read_fonts(theme).value.families["宋"].order("han") == ("own",)


def test_a_new_family_falls_back_to_the_song(theme: ThemeSpec) -> None:
    theme = replace(theme, families={"仿宋": FamilySpec(latin=("NotoSansSC-Regular",))})
    family = read_fonts(theme).value.families["仿宋"]
    song = package_fonts().families["宋"].order("han")
    assert family.order("han") == song
    assert family.order("latin") == ("NotoSansSC-Regular", *song)


def test_broken_files_are_named_and_left_out(tmp_path: Path, theme: ThemeSpec) -> None:
    (tmp_path / "text.ttf").write_text("not a font", "utf-8")
    whole = package_fonts().sources["HedongKai-Regular"].file
    (tmp_path / "half.ttf").write_bytes(Path(whole).read_bytes()[:50_000])
    faces = {
        "gone": FaceSpec("gone", str(tmp_path / "gone.ttf")),
        "text": FaceSpec("text", str(tmp_path / "text.ttf")),
        "half": FaceSpec("half", str(tmp_path / "half.ttf")),
        "empty": FaceSpec("empty", str(tmp_path / "empty.ttf")),
    }
    (tmp_path / "empty.ttf").touch()
    theme = replace(theme, faces=faces, families={"宋": FamilySpec(han=("gone", "text", "half"))})
    found = [(d.code, d.where.path) for d in read_fonts(theme).diagnostics]
    assert found == [
        ("A201", ("faces", "gone", "file")),
        ("A202", ("faces", "text", "file")),
        ("A202", ("faces", "half", "file")),
        ("A201", ("faces", "empty", "file")),
    ]
    assert read_fonts(theme).value.families["宋"].order("han") == package_fonts().families["宋"].order("han")


def test_a_family_without_a_usable_face_is_named(tmp_path: Path, theme: ThemeSpec) -> None:
    faces = {"gone": FaceSpec("gone", str(tmp_path / "gone.ttf"))}
    theme = replace(theme, faces=faces, families={"题": FamilySpec(han=("gone",), fallback=())})
    assert [d.code for d in read_fonts(theme).diagnostics] == ["A201", "A204"]
