"""The report for the eye, in a real browser: Debian's chromium, driven by Playwright, no network."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit import changed, project
from PIL import ImageChops
from pypdfium2 import PdfDocument

from layout.cli.diff import run
from layout.compare.inputs import leaves
from layout.compare.pixels import SAME
from layout.compare.run import Options
from layout.compare.run import run as compare
from layout.compare.shown import GREYS, images

# How many pixels of the heat map are of the ink for what came and of the ink for what went.
COUNT_INKS = """() => {
  const canvas = document.getElementById("heat"), inks = [0, 0];
  const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  for (let i = 0; i < dots.length; i += 4) {
    inks[0] += dots[i] === 220 && dots[i + 1] === 20;
    inks[1] += dots[i] === 40 && dots[i + 1] === 90;
  }
  return inks;
}"""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EDITS: list[dict[str, Any]] = [
    {"file": "stories/choir.md", "find": "渔歌", "put": "<b>船</b>歌&amp;</script>"},
    {"file": "stories/market.md", "find": "老菜场重新", "put": "老菜场今天"},
    {"find": "综合新闻", "put": "本地新闻"},
    {"picture": "pictures/class.png", "motif": "river"},
]


def report(folder: Path, lang: str = "zh") -> Path:
    """A report of two pages, the first with changes of several causes."""
    for name in "ab":
        page = project(folder / name)
        four = page.read_text("utf-8").replace("number: 3", "number: 4").replace("[market, choir]", "[choir]")
        (page.parent / "04.page.yaml").write_text(four.replace("  market: stories/market.md\n", ""), "utf-8")
    changed(folder / "b", EDITS)
    file = folder / "r.html"
    assert run([str(folder / "a"), str(folder / "b"), "--html", str(file), "--lang", lang, "-q"]) == 1
    return file


def test_one_file_without_a_network(tmp_path: Path) -> None:
    text = report(tmp_path).read_text("utf-8")
    assert text.count("<script") == 2 and text.count("</script>") == 2
    assert "http:" not in text and "https:" not in text and "@import" not in text
    assert "Content-Security-Policy" in text and "data:image/webp;base64," in text


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with driver.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The report opened; faults of its script and requests to anywhere fail the test."""
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else faults.append(r.url))
    opened.goto(report(tmp_path).as_uri())
    yield opened
    opened.close()
    assert faults == []


def rows(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("#changes li").all_inner_texts()]


def test_list_and_marks_have_the_same_numbers(page: Any) -> None:
    numbers = page.eval_on_selector_all("#changes li", "all => all.map(li => li.dataset.n)")
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)] and len(numbers) >= 4
    for sheet in ("#sheet-a", "#sheet-b"):
        marked = page.eval_on_selector_all(f"{sheet} .mark", "all => [...new Set(all.map(m => m.dataset.n))]")
        assert set(marked) <= set(numbers) and len(marked) >= 4


def test_copy_is_shown_and_never_run(page: Any) -> None:
    assert any("</script>" in row for row in rows(page))
    assert page.locator("#changes b").count() == 0
    assert page.locator("#changes ins").count() >= 2


def test_a_click_goes_from_list_to_page_and_back(page: Any) -> None:
    page.click("#changes li[data-n='2']")
    assert page.locator(".mark.on[data-n='2']").count() >= 2
    page.click("#sheet-b .mark[data-n='3'] b")
    assert page.get_attribute("#changes li.on", "data-n") == "3"


def test_marks_stand_on_what_changed(page: Any) -> None:
    """The mark of the picture covers the picture: its middle is where the new drawing's black bar is."""
    number = page.evaluate(
        "[...document.querySelectorAll('#changes li')].find(l => l.innerText.includes('图片')).dataset.n"
    )
    mark = page.locator(f"#sheet-b .mark[data-n='{number}']").first.bounding_box()
    sheet = page.locator("#sheet-b").bounding_box()
    middle = (mark["x"] + mark["width"] / 2 - sheet["x"]) / sheet["width"]
    assert 0.6 < middle < 0.8
    assert mark["width"] / sheet["width"] == pytest.approx(0.42, abs=0.03)


def test_every_view(page: Any) -> None:
    for key, mode in enumerate(("side", "swipe", "onion", "blink", "heat"), 1):
        page.keyboard.press(str(key))
        assert page.get_attribute(f"#mode-{mode}", "aria-pressed") == "true"
        page.click(f"#mode-{mode}")
        assert page.locator(".sheet").count() == (2 if mode == "side" else 1)


def test_swipe_and_onion_follow_the_slider_the_keys_and_the_mouse(page: Any) -> None:
    page.click("#mode-swipe")
    assert "50%" in page.evaluate("document.getElementById('top').style.clipPath")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    assert "52%" in page.evaluate("document.getElementById('top').style.clipPath")
    box = page.locator("#sheet-one").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 4, box["y"] + 40)
    assert "25%" in page.evaluate("document.getElementById('top').style.clipPath")
    page.click("#mode-onion")
    page.fill("#slide", "30")
    assert page.evaluate("document.getElementById('top').style.opacity") == "0.3"


def test_blink_blinks_and_the_space_key_stops_it(page: Any) -> None:
    page.click("#mode-blink")
    seen = "getComputedStyle(document.getElementById('top')).visibility"
    page.wait_for_selector("#top", state="hidden")
    page.wait_for_selector("#top", state="visible")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(" ")
    held = page.evaluate(seen)
    page.wait_for_timeout(1500)
    assert page.evaluate(seen) == held


def test_the_heat_map_has_both_inks(page: Any) -> None:
    page.click("#mode-heat")
    page.wait_for_selector("#heat[data-ready]")
    inks = page.evaluate(COUNT_INKS)
    assert min(inks) > 100


def test_keyboard_alone(page: Any) -> None:
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#changes li.on", "data-n") == "2"
    page.keyboard.press("k")
    assert page.get_attribute("#changes li.on", "data-n") == "1"
    page.keyboard.press("m")
    assert not page.locator(".mark").first.is_visible()
    page.keyboard.press("]")
    assert page.eval_on_selector("#pages", "s => s.value") == "1"
    page.keyboard.press("[")
    assert page.eval_on_selector("#pages", "s => s.value") == "0"
    wide = page.locator("#sheet-a").bounding_box()["width"]
    page.keyboard.press("+")
    assert page.locator("#sheet-a").bounding_box()["width"] > wide
    page.keyboard.press("0")
    assert page.locator("#sheet-a").bounding_box()["width"] == pytest.approx(wide, abs=1)


def test_both_languages(page: Any) -> None:
    assert "版面改动" in page.inner_text("h1") and "改字" in rows(page)[0]
    page.click("#lang")
    assert page.inner_text("h1") == "Page changes" and "copy" in rows(page)[0]
    assert page.get_attribute("html", "lang") == "en"
    page.keyboard.press("l")
    assert "版面改动" in page.inner_text("h1")


def test_causes_can_be_hidden(page: Any) -> None:
    before = len(rows(page))
    page.uncheck("#cause-copy")
    after = rows(page)
    assert 0 < len(after) < before and not any("改字" in row for row in after)
    assert page.locator("#sheet-b .mark").count() >= 1


def test_it_prints_every_page_that_changed(page: Any, tmp_path: Path) -> None:
    page.click("#mode-heat")
    (tmp_path / "r.pdf").write_bytes(page.pdf(format="A3", landscape=True))
    assert page.get_attribute("#mode-heat", "aria-pressed") == "true" and not page.locator("#paper *").count()
    with PdfDocument(tmp_path / "r.pdf") as printed:
        texts = [sheet.get_textpage().get_text_range() for sheet in printed]
    assert "第 3 版" in texts[0] and "改题" in "".join(texts)
    assert [text for text in texts if "第 4 版" in text][0].find("第 4 版") < 20  # at the head of a sheet


def test_a_page_that_is_the_same_is_shown_once(browser: Any, tmp_path: Path) -> None:
    page = project(tmp_path / "a")
    assert run([str(page), str(page), "--html", str(tmp_path / "r.html"), "--lang", "zh", "-q"]) == 0
    opened = browser.new_page()
    opened.goto((tmp_path / "r.html").as_uri())
    for mode in ("side", "swipe", "heat"):
        opened.click(f"#mode-{mode}")
        assert opened.locator("#sheet-same img").count() == opened.locator(".sheet").count() == 1
    assert "没有改动" in opened.inner_text("aside")
    opened.close()


def test_what_is_laid_on_the_page_before_makes_the_page_after(tmp_path: Path) -> None:
    """The report's page after, put together, is the page as it is drawn, but for greys that count as the same."""
    a, b = project(tmp_path / "a"), project(tmp_path / "b")
    changed(tmp_path / "b", EDITS)
    result = compare(leaves(str(a)), leaves(str(b)), Options(pictures=True)).pages[0]
    assert result.pictures[1].over
    (other,) = compare(leaves(str(b)), leaves(str(tmp_path / "a")), Options(pictures=True)).pages
    after, drawn = images(result.pictures)[1], images(other.pictures)[0]
    assert after.size == drawn.size
    assert max(high for _, high in ImageChops.difference(after, drawn).getextrema()) <= SAME + 255 // GREYS


def test_a_narrow_window(page: Any) -> None:
    page.set_viewport_size({"width": 480, "height": 800})
    assert page.locator("#changes").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 480


@pytest.mark.parametrize("broken", ["a", "b"])
def test_a_side_that_can_not_be_set_is_told_beside_the_one_that_can(
    browser: Any, tmp_path: Path, broken: str
) -> None:
    for name in "ab":
        project(tmp_path / name)
    changed(tmp_path / broken, [{"find": "number: 3", "put": "number：3"}])
    words = [str(tmp_path / "a/03.page.yaml"), str(tmp_path / "b/03.page.yaml"), "--lang", "zh"]
    assert run([*words, "--html", str(tmp_path / "r.html"), "-q"]) == 2
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.goto((tmp_path / "r.html").as_uri())
    good = "b" if broken == "a" else "a"
    assert opened.locator(f"#sheet-{good} img").count() == 1
    assert opened.locator(f"#sheet-{broken} img").count() == 0
    assert opened.locator(f"#sheet-{broken}").inner_text() == "排不出来"
    told = opened.locator(".finding")
    assert told.count() == 1 and told.locator("b").inner_text() == "S110"
    assert told.locator(".place").inner_text().endswith(f"{broken}/03.page.yaml:4:9")
    assert told.locator("mark").inner_text() == "：" and "number: 3" in told.locator(".do").inner_text()
    assert opened.locator(".none").count() == 0  # nothing is said of changes that nobody looked for
    opened.keyboard.press("l")
    assert "full-width colon" in told.inner_text() and "hint: write: number: 3" in told.inner_text()
    opened.close()


def test_a_new_finding_says_what_to_write(browser: Any, tmp_path: Path) -> None:
    for name in "ab":
        project(tmp_path / name)
    changed(
        tmp_path / "b", [{"file": "stories/choir.md", "find": "台下坐满了人。", "put": "台下坐满了人“。"}]
    )
    words = [str(tmp_path / "a/03.page.yaml"), str(tmp_path / "b/03.page.yaml"), "--lang", "zh"]
    assert run([*words, "--html", str(tmp_path / "r.html"), "-q"]) == 1
    opened = browser.new_page()
    opened.goto((tmp_path / "r.html").as_uri())
    assert opened.locator("#changes li .do").all_inner_texts() == ["改法：补上后半个"]
    opened.close()
