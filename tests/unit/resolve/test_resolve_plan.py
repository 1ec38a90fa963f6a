"""From the specs of a page to its plan."""

from pathlib import Path

from msgspec.structs import replace
from PIL import Image
from resolve_specs import PAGE, loaded

from layout.diag import Outcome
from layout.resolve.plan import resolve
from layout.resolve.types import (
    BannerPlan,
    Blank,
    BlockPlan,
    CreditsPlan,
    PagePlan,
    PicturePlan,
    StoriesPlan,
    StoryPlan,
    TextPlan,
)
from layout.style import Colour
from layout.units import MM, pt
from layout.world import FileWorld

STORIES = """\
stories:
  long:
    kicker: 引题
    headline: [一行, 两行]
    deck: ——副题
    byline: 本报记者 林岚 通讯员 许知远
    series: night
    body: 本报讯（记者 林岚）正文。
    pictures:
      own: {file: p.png, caption: '图说, 一句。', credit: 王 川摄}
  short: {headline: 短, body: 短文。}
pictures: {mine: {file: p.png}}
banners: {night: {lines: [夜校新事, 身边的课堂]}}
"""


def plan_of(folder: Path, text: str, page: str = PAGE) -> Outcome[PagePlan]:
    Image.new("L", (60, 40), 128).save(folder / "p.png")
    specs = loaded(folder, page + STORIES + text)
    return resolve(specs.page, specs.theme, FileWorld())


def blocks(folder: Path, text: str) -> dict[str, BlockPlan]:
    return {block.id: block for block in plan_of(folder, text).value.blocks}


def story_of(block: BlockPlan) -> StoryPlan:
    assert isinstance(block.content, StoriesPlan)
    return block.content.stories[0]


ONE = "dummy: |\n  115 | A A A A A A A A\nblocks:\n  A: "


def test_page_boxes_title_and_grid(tmp_path: Path) -> None:
    out = plan_of(tmp_path, ONE + "{story: long}\n")
    plan = out.value
    assert out.diagnostics == ()
    assert plan.title == "河东日报 2026-03-09 第3版 综合新闻"
    assert (plan.trim.width, plan.trim.height) == (390 * MM, 545 * MM)
    assert plan.bleed == plan.trim
    assert (plan.grid.columns, plan.grid.lines, plan.grid.gap) == (8, 115, 2)


def test_heads_in_order_with_their_styles(tmp_path: Path) -> None:
    story = story_of(blocks(tmp_path, ONE + "{story: long}\n")["A"])
    assert [head.role for head in story.heads] == ["kicker", "headline", "deck", "byline"]
    assert story.heads[1].lines == ("一行", "两行")
    assert [head.style.name for head in story.heads] == ["kicker", "headline", "deck", "byline"]
    assert story.heads[0].where.path[-1] == "kicker"


def test_byline_is_spaced_and_breaks_before_a_role_only(tmp_path: Path) -> None:
    byline = story_of(blocks(tmp_path, ONE + "{story: long}\n")["A"]).heads[3]
    (line,) = byline.lines
    assert line == "本报记者\u3000林\u3000岚\u3000通讯员\u3000许知远"
    assert [line[start:end] for _, start, end in byline.kept] == [
        "本报记者\u3000林\u3000岚",
        "通讯员\u3000许知远",
    ]


def test_words_in_braces_are_kept_together(tmp_path: Path) -> None:
    text = "dummy: |\n  115 | A A A A A A A A\nblocks: {A: {story: long}}\n"
    page = STORIES.replace("[一行, 两行]", '"今日{河东市}开馆"')
    Image.new("L", (60, 40), 128).save(tmp_path / "p.png")
    specs = loaded(tmp_path, PAGE + page + text)
    plan = resolve(specs.page, specs.theme, FileWorld()).value
    headline = story_of(plan.blocks[0]).heads[1]
    assert headline.lines == ("今日河东市开馆",)
    assert headline.kept == ((0, 2, 5),)


def test_series_takes_the_page_s_banner_in_the_theme_s_frame(tmp_path: Path) -> None:
    banner = story_of(blocks(tmp_path, ONE + "{story: long}\n")["A"]).banner
    assert banner is not None
    assert banner.lines == ("夜校新事", "身边的课堂")
    assert banner.box.border is not None
    assert banner.style.name == "banner"


def test_block_styles_and_head_styles(tmp_path: Path) -> None:
    text = ONE + "{story: long, style: {body: {font: 楷}}, head: {headline: {size: 46pt, colour: accent}}}\n"
    story = story_of(blocks(tmp_path, text)["A"])
    headline = story.heads[1].style
    assert (headline.size, headline.lines) == (pt(46), 0)
    assert headline.leading == pt(46) * 6 // 5
    assert headline.colour == Colour((0, 1000, 900, 100))
    assert story.styles["body"].family == "楷"
    assert story.styles["em"].size == story.styles["body"].size


def test_stories_stacked_in_one_area(tmp_path: Path) -> None:
    content = blocks(tmp_path, ONE + "{stories: [short, long], columns: 4}\n")["A"].content
    assert isinstance(content, StoriesPlan)
    assert [story.id for story in content.stories] == ["short", "long"]
    assert content.columns == 4


def test_picture_of_a_story(tmp_path: Path) -> None:
    picture = blocks(tmp_path, ONE + "{picture: long/own, crop: [0.25, 1], caption: inside, fit: contain}\n")[
        "A"
    ]
    plan = picture.content
    assert isinstance(plan, PicturePlan)
    assert (plan.id, plan.story, plan.pixels) == ("long/own", "long", (60, 40))
    assert plan.caption == "图说，一句。"
    assert plan.crop == (250, 1000)
    assert (plan.place, plan.cover) == ("inside", False)
    assert len(plan.digest) == 64


def test_what_is_no_picture_leaves_its_room_free(tmp_path: Path) -> None:
    (tmp_path / "p.jpg").write_bytes(b"GIF? no")
    Image.new("L", (60, 40), 128).save(tmp_path / "p.png")
    whole = (tmp_path / "p.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) - 20])
    pictures = "dummy: |\n  115 | A A A A B B B B\nblocks: {A: {picture: bad}, B: {picture: cut}}\n"
    stories = STORIES.replace(
        "pictures: {mine: {file: p.png}}", "pictures: {bad: {file: p.jpg}, cut: {file: cut.png}}"
    )
    specs = loaded(tmp_path, PAGE + stories + pictures)
    out = resolve(specs.page, specs.theme, FileWorld())
    assert [(d.code, d.where.path) for d in out.diagnostics] == [
        ("A101", ("pictures", "bad", "file")),
        ("A102", ("pictures", "cut", "file")),
    ]
    assert [type(block.content) for block in out.value.blocks] == [Blank, Blank]


def test_credits_space_names_of_two_characters(tmp_path: Path) -> None:
    content = blocks(tmp_path, ONE + "{credits: page}\n")["A"].content
    assert isinstance(content, CreditsPlan)
    assert content.rows == (("责编", ("林\u3000岚",)), ("美编", ("沈\u3000禾", "陆一鸣")))
    assert content.role_style.family == "粗黑"


def test_banner_blocks(tmp_path: Path) -> None:
    text = "dummy: |\n  115 | A A A A B B B B\nblocks: {A: {banner: night}, B: {banner: {lines: [服务]}}}\n"
    found = blocks(tmp_path, text)
    contents = [block.content for block in found.values()]
    assert [c.lines for c in contents if isinstance(c, BannerPlan)] == [("夜校新事", "身边的课堂"), ("服务",)]


def test_text_in_a_named_style(tmp_path: Path) -> None:
    content = blocks(tmp_path, ONE + "{text: [第一行,第二行], style: notice}\n")["A"].content
    assert isinstance(content, TextPlan)
    assert [part.text for part in content.parts] == ["第一行", "第二行"]
    assert content.style.name == "notice"


def test_at_blocks_float_in_cells_or_freely(tmp_path: Path) -> None:
    text = ONE + "{story: long}\n  p: {picture: mine, at: {columns: 2-3, lines: 10-30}}\n"
    text += "  q: {blank: 留空, at: {x: 20mm, y: 30mm, width: 80mm, height: 40mm}}\n"
    found = blocks(tmp_path, text)
    assert not found["A"].floating
    area = found["p"].area
    assert area is not None
    assert (area.bounds.column, area.bounds.line, area.bounds.columns, area.bounds.lines) == (1, 9, 2, 21)
    assert found["p"].floating
    free = found["q"].free
    assert free is not None
    assert (free.x, free.bottom) == (20 * MM, 70 * MM)


def test_frames_go_round_other_blocks_by_their_ids(tmp_path: Path) -> None:
    text = "dummy: |\n  115 | A A A A B B B B\nblocks:\n"
    text += "  A: {story: long, id: lead, box: {border: 正线, around: [B]}, rule: {top: 文武线}}\n"
    text += "  B: {picture: mine, id: photo}\n"
    found = blocks(tmp_path, text)
    box = found["lead"].box
    assert box is not None
    assert box.around == ("photo",)
    assert found["lead"].rules["top"].name == "文武线"


def test_copy_s_findings_are_handed_on(tmp_path: Path) -> None:
    page = STORIES.replace("body: 短文。", 'body: "# 不行\\n\\n文。"')
    Image.new("L", (60, 40), 128).save(tmp_path / "p.png")
    specs = loaded(tmp_path, PAGE + page + ONE + "{story: short}\n")
    found = resolve(specs.page, specs.theme, FileWorld()).diagnostics
    assert found
    assert found[0].code.startswith("C")
    assert found[0].where.path == ("stories", "short", "body")


def test_what_can_t_be_set_in_a_caption_is_said(tmp_path: Path) -> None:
    page = STORIES.replace("{mine: {file: p.png}}", '{mine: {file: p.png, caption: "合龙\\u200b现场"}}')
    Image.new("L", (60, 40), 128).save(tmp_path / "p.png")
    specs = loaded(tmp_path, PAGE + page + ONE + "{picture: mine}\n")
    out = resolve(specs.page, specs.theme, FileWorld())
    picture = out.value.blocks[0].content
    assert isinstance(picture, PicturePlan)
    assert picture.caption == "合龙现场"
    assert [(d.code, d.where.path) for d in out.diagnostics] == [("C004", ("pictures", "mine", "caption"))]


def test_normalise_off_leaves_copy_as_it_is(tmp_path: Path) -> None:
    text = ONE + "{picture: long/own, normalise: off}\n"
    picture = blocks(tmp_path, text)["A"].content
    assert isinstance(picture, PicturePlan)
    assert picture.caption == "图说, 一句。"


def test_a_named_style_is_what_the_headline_is_set_in(tmp_path: Path) -> None:
    Image.new("L", (60, 40), 128).save(tmp_path / "p.png")
    specs = loaded(tmp_path, PAGE + STORIES + ONE + "{story: short, head: {headline: {size: 40pt}}}\n")
    block = replace(specs.page.blocks["A"], style_name="lead")
    page = replace(specs.page, blocks={"A": block})
    headline = story_of(resolve(page, specs.theme, FileWorld()).value.blocks[0]).heads[0].style
    assert (headline.name, headline.family, headline.size) == ("headline", "粗宋", pt(40))
    assert headline.align == "center"
