"""Tags, threads, bookmarks and labels of the showcase: what a screen reader is told."""

from collections.abc import Iterator

import pdf_facts
import pikepdf
import pytest
from msgspec.structs import replace
from pdf_scenes import Shelf, line, page, photograph
from press_scenes import SHOWCASE, composed, printed

from layout.backends.pdf import write
from layout.geometry import Rect
from layout.press import Print
from layout.resolve.plan import resolve
from layout.resolve.types import StoriesPlan
from layout.scene.items import Group, Picture, Rule
from layout.tag import Tag
from layout.units import MM, PT
from layout.world import FileWorld

X4 = Print(standards=("pdf/x-4",))


class Node:
    """A structure element with the text of its marked content, in the order of its kids."""

    def __init__(self, kind: str, kids: list["Node"], text: str, raw: pikepdf.Object) -> None:
        self.kind, self.kids, self.text, self.raw = kind, kids, text, raw

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


def marked_texts(opened: pikepdf.Pdf, number: int = 0) -> dict[int, str]:
    """What each piece of marked content says: by ToUnicode, or itself by ActualText."""
    fonts = pdf_facts.fonts(opened)
    texts: dict[int, str] = {}
    font, inside, said = None, None, ""
    for operands, operator in pikepdf.parse_content_stream(opened.pages[number]):
        op = str(operator)
        if op in ("BDC", "BMC"):
            assert inside is None, "marked content is never nested"
            about = operands[1] if op == "BDC" else {}
            inside = int(about["/MCID"]) if "/MCID" in about else -1
            said = str(about["/ActualText"]) if "/ActualText" in about else ""
            if inside >= 0:
                assert inside not in texts
                texts[inside] = said
        elif op == "EMC":
            inside, said = None, ""
        elif op == "Tf":
            font = fonts[str(operands[0])]
        elif op in ("TJ", "Tj"):
            assert inside is not None, "text is tagged or an artifact"
            pieces = operands[0] if op == "TJ" else operands
            codes = b"".join(bytes(p) for p in pieces if isinstance(p, pikepdf.String))
            if inside >= 0 and not said:
                pairs = (int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2))
                texts[inside] += "".join(font.to_unicode[c] for c in pairs)
    assert inside is None
    return texts


def tree(opened: pikepdf.Pdf) -> Node:
    texts = marked_texts(opened)
    parents = opened.Root.StructTreeRoot.ParentTree.Nums[1]

    def node(raw: pikepdf.Object) -> Node:
        kids, text = [], ""
        for kid in raw.K:
            if isinstance(kid, int):
                assert parents[kid].objgen == raw.objgen
                text += texts.pop(kid)
            else:
                assert kid.P.objgen == raw.objgen
                kids.append(node(kid))
        return Node(str(raw.S), kids, text, raw)

    (root,) = opened.Root.StructTreeRoot.K
    whole = node(root)
    assert not texts, "all marked content is in the tree"
    return whole


@pytest.fixture(scope="module")
def opened() -> pikepdf.Pdf:
    return pdf_facts.open_pdf(printed(SHOWCASE, ("pdf/x-4",)).value)


@pytest.fixture(scope="module")
def document(opened) -> Node:
    return tree(opened)


@pytest.fixture(scope="module")
def stories():
    loaded = composed(SHOWCASE).loaded
    plan = resolve(loaded.page, loaded.theme, FileWorld()).value
    return [
        story
        for block in plan.blocks
        if isinstance(block.content, StoriesPlan)
        for story in block.content.stories
    ]


def test_an_article_for_each_story_in_order(document, stories):
    articles = [kid for kid in document.kids if kid.kind == "/Art"]
    assert document.kind == "/Document"
    heads = [["".join("".join(h.lines).split()) for h in story.heads] for story in stories]
    for article, parts in zip(articles, heads, strict=True):
        assert ["".join(kid.text.split()) for kid in article.kids[: len(parts)]] == parts


def test_one_element_for_each_paragraph_over_all_its_columns(document, stories):
    articles = [kid for kid in document.kids if kid.kind == "/Art"]
    for article, story in zip(articles, stories, strict=True):
        blocks = [("".join((b.marker + b.text).split()), b.kind) for b in story.copy.blocks if b.text]
        kinds = {"crosshead": "/H2"}
        wanted = [(text, kinds.get(kind, "/P")) for text, kind in blocks]
        body = [("".join(kid.text.split()), kid.kind) for kid in article.kids]
        at = len(story.heads) + sum(
            1 for text, _ in body if story.banner and text == "".join(story.banner.lines)
        )
        assert body[at : at + len(wanted)] == wanted


def test_headings_never_skip_a_level(document):
    levels = [int(n.kind[2]) for n in document.walk() if n.kind in ("/H1", "/H2")]
    assert levels[0] == 1 and set(levels) == {1, 2}


def test_pictures_have_words_and_captions_follow_them(document):
    pictures = composed(SHOWCASE).scene
    alts = {item.alt for item in pictures.items if isinstance(item, Picture)}
    figures = [n for n in document.walk() if n.kind == "/Figure"]
    assert {str(f.raw.Alt) for f in figures} == alts and all(alts)
    assert all(len(f.raw.A.BBox) == 4 for f in figures)
    for parent in document.walk():
        kinds = [kid.kind for kid in parent.kids]
        for i, kind in enumerate(kinds):
            assert kind != "/Figure" or kinds[i + 1] == "/Caption"


def test_furniture_is_not_read(document):
    said = "".join(n.text for n in document.walk())
    assert "星期一" not in said and "综合新闻" not in said
    assert "责编" in said


def test_threads_lead_through_the_frames_in_order(opened, stories):
    threads = list(opened.Root.Threads)
    titles = ["".join(h.lines) for story in stories for h in story.heads if h.role == "headline"]
    assert [str(thread.I.Title) for thread in threads] == titles
    sheet = opened.pages[0]
    assert len(sheet.B) == sum(len(beads(thread)) for thread in threads)
    for thread, story in zip(threads, stories):
        runs = [r for r in composed(SHOWCASE).scene.items if r.tag.story == story.id and r.tag.leg >= 0]
        assert len(beads(thread)) >= len({run.tag.leg for run in runs}) > 1
        for bead in beads(thread):
            assert bead.N.V.objgen == bead.objgen and bead.P.objgen == sheet.objgen
            left, low, right, high = (float(v) for v in bead.R)
            assert 0 < left < right and 0 < low < high


def beads(thread: pikepdf.Object) -> list[pikepdf.Object]:
    found = [thread.F]
    assert found[0].T.objgen == thread.objgen
    while found[-1].N.objgen != found[0].objgen:
        found.append(found[-1].N)
    return found


def test_bookmarks_and_label(opened, stories):
    titles, item = [], opened.Root.Outlines.First
    while item is not None:
        titles.append(str(item.Title))
        assert item.Dest[0].objgen == opened.pages[0].objgen
        item = item.get("/Next")
    assert titles == ["".join(h.lines) for story in stories for h in story.heads if h.role == "headline"]
    assert int(opened.Root.Outlines.Count) == len(titles)
    assert int(opened.Root.PageLabels.Nums[1].St) == 3


def test_the_file_says_that_it_is_tagged(opened):
    assert bool(opened.Root.MarkInfo.Marked) and bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert opened.Root.Lang == "zh-Hans"


def told(faces, *items, shelf=None) -> Node:
    sheet = replace(page(*items), press=X4)
    return tree(pdf_facts.open_pdf(write((sheet,), faces, shelf or Shelf()).value))


def body(faces, text, y, tag):
    return replace(line(faces, text, 0, y * MM), tag=tag)


def test_a_paragraph_goes_on_after_a_picture_between(faces):
    """Painted in pieces, read as one."""
    first, second = (Tag("body", "a", "A", 0, leg=leg) for leg in (0, 1))
    here = Rect(0, 50 * MM, 9 * MM, 9 * MM)
    picture = Picture("p", "p", here, here, "图", Tag("picture", "a", "P"))
    done = told(
        faces, body(faces, "前一半", 9, first), picture, body(faces, "后一半", 18, second),
        shelf=Shelf(p=photograph("L")),
    )  # fmt: skip
    (article,) = done.kids
    assert [(kid.kind, kid.text) for kid in article.kids] == [("/P", "前一半后一半"), ("/Figure", "")]
    assert len(article.kids[0].raw.K) == 2


def test_a_reading_stands_with_its_base_where_that_is_read(faces):
    """However the page is painted: readings after their line, a base over two lines, another paragraph between."""

    def part(text, y, ruby=-1, role="body", paragraph=0):
        return body(faces, text, y, Tag(role, "a", "A", paragraph, leg=0, ruby=ruby))

    done = told(
        faces,
        part("说", 9), part("生", 9, 1), part("字", 9), part("饕", 9, 3),
        part("shēng", 6, 1, "ruby"), part("tāotiè", 6, 3, "ruby"),
        part("餮", 18, 3), part("了", 18), part("下一段", 27, paragraph=1),
    )  # fmt: skip
    (article,) = done.kids
    assert [(kid.kind, kid.text) for kid in article.kids] == [("/P", "说字了"), ("/P", "下一段")]
    readings = [[(kid.kind, kid.text) for kid in ruby.kids] for ruby in article.kids[0].kids]
    assert readings == [[("/RB", "生"), ("/RT", "shēng")], [("/RB", "饕餮"), ("/RT", "tāotiè")]]
    kinds = ["own" if isinstance(kid, int) else str(kid.S) for kid in article.kids[0].raw.K]
    assert kinds == ["own", "/Ruby", "own", "/Ruby", "own"]


def test_readings_of_a_page():
    opened = pdf_facts.open_pdf(printed("examples/vertical", ("pdf/a-2a", "pdf/ua-1")).value)
    rubies = [node for node in tree(opened).walk() if node.kind == "/Ruby"]
    assert [[kid.text for kid in ruby.kids] for ruby in rubies] == [
        ["饕", "tāo"], ["餮", "tiè"], ["馄", "hún"], ["饨", "tun"], ["龢", "hé"],
    ]  # fmt: skip


def test_a_crosshead_where_there_is_no_headline(faces):
    done = told(faces, body(faces, "小标题", 9, Tag("crosshead", "a", "A", 0)))
    assert [n.kind for n in done.walk()] == ["/Document", "/Art", "/H1"]


def test_rules_and_groups(faces):
    rule = Rule(0, 0, 9 * MM, 0, PT)
    text = body(faces, "裁切", 9, Tag("body", "a", "A", 0))
    group = Group((rule, text), Rect(0, 0, 50 * MM, 50 * MM))
    done = told(faces, text, group, rule)
    assert done.kids[0].kids[0].text == "裁切裁切"


def test_a_gap_in_a_line_that_says_its_text_itself(faces):
    wide = replace(line(faces, "疏排", 0, 9 * MM, gap=400), tag=Tag("body", "a", "A", 0))
    done = told(faces, wide, body(faces, "密排", 18, Tag("body", "a", "A", 0)))
    assert done.kids[0].kids[0].text == "疏排密排"


def outline(node: Node) -> list[object]:
    """A tree without its texts: each element's kind, and its kids' outlines where it has any."""
    return [node.kind[1:], *([outline(kid) for kid in node.kids])]


def test_items_that_follow_each_other_are_one_list(faces):
    roles = ("body", "item", "item", "body", "item")
    done = told(
        faces,
        *(body(faces, f"第{i}段", 9 + 9 * i, Tag(role, "a", "A", i)) for i, role in enumerate(roles)),
        body(faces, "还是第二段", 60, Tag("bold", "a", "A", 2, leg=1)),
    )
    item = ["LI", ["LBody"]]
    assert outline(done.kids[0]) == ["Art", ["P"], ["L", item, item], ["P"], ["L", item]]
    assert done.kids[0].kids[1].kids[1].kids[0].text == "第2段还是第二段"


def test_quoted_paragraphs_are_one_quotation_and_a_pull_quote_comes_last(faces):
    done = told(
        faces,
        body(faces, "摘出来的话", 9, Tag("quote", "a", "Q")),
        *(body(faces, "引文", 18 + 9 * i, Tag("quote", "a", "A", i)) for i in (1, 2)),
        body(faces, "正文", 45, Tag("body", "a", "A", 0)),
    )
    assert outline(done.kids[0]) == ["Art", ["P"], ["BlockQuote", ["P"], ["P"]], ["BlockQuote", ["P"]]]


def test_a_table_has_rows_of_one_length(faces):
    """Empty cells, which nothing is painted for, are cells too; heads say that they are over columns."""
    cells = ((0, 0, "乡"), (0, 1, "雨"), (1, 0, "柳"), (2, 1, "九"), (4, 2, "注"))
    done = told(
        faces,
        *(body(faces, t, 9 + 9 * r, Tag("table", "a", "A", 3, row=r, column=c)) for r, c, t in cells),
    )
    ((_, table),) = [outline(done.kids[0])]
    assert table == ["Table", ["TR", ["TH"], ["TH"], ["TH"]], *[["TR", ["TD"], ["TD"], ["TD"]]] * 4]
    ((head, *_), *_, foot) = (row.kids for row in done.kids[0].kids[0].kids)
    assert str(head.raw.A.Scope) == "/Column" and [cell.text for cell in foot] == ["", "", "注"]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("examples/table", {"/Table", "/TR", "/TH", "/TD"}),
        ("examples/parts", {"/L", "/LI", "/LBody"}),
        ("examples/quote", {"/BlockQuote"}),
    ],
)
def test_the_examples_have_them(name, kinds):
    """Validated with all other pages in `test_standards`."""
    opened = pdf_facts.open_pdf(printed(name, ("pdf/x-4", "pdf/a-2a", "pdf/ua-1")).value)
    assert kinds <= {node.kind for node in tree(opened).walk()}
