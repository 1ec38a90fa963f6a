"""What holds for every way of filling a story's room."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from layout.page.types import PlacedLine
from layout.resolve.types import Insert, Knob, PagePlan, StoriesPlan
from tests.page_plans import HERE, block, body_lines, made, page, photo, picture, places, story, texts
from tests.properties.test_page_properties import FEW, copies, pages, paragraphs

fills = st.sampled_from(("bottom", "balance", "spread", "grow"))
ladders = st.lists(
    st.sampled_from(
        (Knob("punctuation"), Knob("crosshead", 3, 1), Knob("headline", 1, 3), Knob("picture", -3, 3),
         Knob("boundary", -4, 4))
    ),
    max_size=4,
    unique=True,
)  # fmt: skip


@st.composite
def filled_pages(draw: st.DrawFn) -> PagePlan:
    """Pages whose stories are filled in any way, climb any ladder, have pictures in them, span columns."""
    plan = draw(pages())
    blocks = []
    for each in plan.blocks:
        content = each.content
        if isinstance(content, StoriesPlan):
            alone = len(content.stories) == 1
            kept = [Insert("I", picture("I", pixels=(400, 100)), draw(st.integers(0, 3)), 4, None, {}, HERE)]
            spans = draw(st.sampled_from(((), ("crosshead",))))
            content = replace(
                content,
                stories=tuple(replace(one, spans=spans) for one in content.stories),
                fill=draw(fills),
                fit=tuple(draw(ladders)),
                inserts=tuple(kept) if alone and draw(st.booleans()) else (),
            )
        blocks.append(replace(each, content=content))
    return replace(plan, blocks=tuple(blocks))


@FEW
@given(filled_pages())
def test_every_character_is_set_once_in_order_or_counted_as_over(plan: PagePlan):
    layout = made(plan).value
    fits = {fit.story: fit for fit in layout.fits}
    for each in plan.blocks:
        for copy in getattr(each.content, "stories", ()):
            whole = "".join("".join(b.text.split()) for b in copy.copy.blocks)
            placed = "".join(texts(body_lines(layout, copy.id)).split())
            assert whole.startswith(placed)
            assert len(whole) - len(placed) == fits[copy.id].over_characters


@FEW
@given(filled_pages())
def test_body_stands_on_the_grid_in_places_of_its_own(plan: PagePlan):
    grid = plan.grid
    lines = [line for line in body_lines(made(plan).value) if line.tag.role == "body"]
    assert all((line.y - grid.y - grid.baseline) % grid.leading == 0 for line in lines)
    assert all(grid.y <= line.y <= grid.line_y(grid.lines) for line in lines)
    assert len({(line.x, line.y) for line in lines}) == len(lines)


@FEW
@given(filled_pages())
def test_the_same_page_twice_is_the_same(plan: PagePlan):
    assert made(plan) == made(plan)


@FEW
@given(copies, st.integers(2, 4), st.integers(4, 40), fills)
def test_a_line_more_room_never_makes_more_over(copy: list[str], columns: int, rows: int, fill: str):
    """In areas of one measure without spans."""
    drawn = " ".join("A" * columns)
    over = [
        made(page(f"{n} | {drawn}", block("A", StoriesPlan((story("a", *copy),), fill=fill)))).value.fits[0]
        for n in (rows, rows + 1)
    ]
    assert over[1].over_lines <= over[0].over_lines
    assert over[1].over_characters <= over[0].over_characters


@FEW
@given(st.lists(paragraphs, min_size=6, max_size=12), st.integers(2, 4))
def test_columns_are_level_when_asked(copy: list[str], columns: int):
    """`balance`: every column but the last ends at one line, or it is told by how much not."""
    drawn = " ".join("A" * columns)
    plan = page(f"60 | {drawn}", block("A", StoriesPlan((story("a", *copy),), fill="balance")))
    done = made(plan)
    feet: dict[int, int] = {}
    for column, line in places(done.value, plan.grid):
        feet[column] = max(line, feet.get(column, 0))
    lowest = max(feet.values())
    told = {d.facts["column"]: d.facts["lines"] for d in done.diagnostics if d.code == "F019"}
    for column, foot in feet.items():
        assert lowest - foot == told.get(column + 1, 0) or column == max(feet)


@FEW
@given(copies, st.integers(8, 30), st.lists(st.integers(1, 8), min_size=1, max_size=3))
def test_a_ladder_leaves_no_more_over_than_there_was(copy: list[str], rows: int, _: list[int]):
    drawn = f"{rows} | A P\n{rows} | A A"
    ladder = (Knob("punctuation"), Knob("crosshead", 3, 1), Knob("picture", -5, 5))

    def fit(*steps: Knob) -> int:
        content = StoriesPlan((story("a", *copy),), fit=steps)
        return made(page(drawn, block("A", content), photo("P", story="a"))).value.fits[0].over_lines

    assert fit(*ladder) <= fit()


@FEW
@given(filled_pages())
def test_what_is_advised_is_of_paragraphs_that_are_there(plan: PagePlan):
    for fit in made(plan).value.fits:
        assert all(cut.characters > 0 and cut.lines > 0 and cut.paragraph > 0 for cut in fit.cuts)
        assert not fit.cuts or fit.over_lines


@FEW
@given(filled_pages())
def test_text_stands_inside_the_live_area(plan: PagePlan):
    live = plan.grid.rect(0, 0, plan.grid.columns, plan.grid.lines)
    for thing in made(plan).value.placed:
        if isinstance(thing, PlacedLine) and thing.tag.role == "body":
            assert live.x <= thing.x < live.right
