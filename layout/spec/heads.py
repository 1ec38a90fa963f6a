"""Shapes of heads: where a story's head stands and how it looks, and a head over several stories."""

from typing import Any

from layout.spec.cells import CELLS
from layout.spec.model import BoxSpec, ColourSpec, HeadSpec, StyleSpec
from layout.spec.scalars import Choice, LengthOf, Name, Whole
from layout.spec.shapes import ByForm, Key, ListOf, Record
from layout.spec.story import HEAD_TEXT
from layout.spec.styles import BOX, COLOUR, GEOMETRY, RULES, STYLE

HEAD_ROLES = ("kicker", "headline", "deck", "byline")
_NAMES = ("引题", "主题", "副题", "署名")
_PAPER = ColourSpec((0, 0, 0, 0))


def head_spec(
    align: Any = None, direction: Any = None, reverse: Any = None, tint: Any = None, **own: Any
) -> HeadSpec:
    """`align` and `direction` of the whole head are those of every role that says none itself. Type that is
    reversed out of an ink is white."""
    from msgspec.structs import replace

    roles: dict[str, StyleSpec] = {role: own.pop(role) for role in HEAD_ROLES if role in own}
    behind: dict[str, ColourSpec] = dict(tint or {})
    white: tuple[str, ...] = ()
    if isinstance(reverse, ColourSpec):
        own["box"] = replace(own.get("box", BoxSpec()), fill=reverse)
        white = HEAD_ROLES
    elif reverse:
        behind |= reverse
        white = tuple(reverse)
    for role in HEAD_ROLES if align or direction or white else ():
        style = roles.get(role, StyleSpec())
        roles[role] = replace(
            style,
            align=style.align or align,
            direction=style.direction or direction,
            colour=style.colour or (_PAPER if role in white else None),
        )
    return HeadSpec(roles, behind=behind, **own)


_BY_ROLE: Record[dict[str, Any]] = Record(dict, {role: Key(COLOUR, "它背后的颜色") for role in HEAD_ROLES})
_LOOK: dict[str, Key] = {
    "align": Key(Choice("left", "center", "right", "justify"), "标题各部分的对齐"),
    "direction": Key(Choice("horizontal", "vertical"), "标题横排或直排"),
    "order": Key(ListOf(Choice(*HEAD_ROLES), low=1), "各部分的次序：横排从上到下，直排从右到左"),
    "box": Key(BOX, "整个标题的边框、底色"),
    "rule": Key(RULES, "标题四边的线", field="rules"),
    "reverse": Key(ByForm(text=COLOUR, keys=_BY_ROLE), "反白：写底色，整个标题的，或各部分的"),
    "tint": Key(_BY_ROLE, "标题各部分背后的底色"),
}
HEAD = Record(
    head_spec,
    {
        "series": Key(Choice("first-column", "above", "beside"), "栏题放在哪里：首栏栏首、题上、题旁"),
        **_LOOK,
        **{role: Key(STYLE, f"{name}的样式") for role, name in zip(HEAD_ROLES, _NAMES)},
        "place": Key(
            Choice("top", "left", "right", "inset"), "标题放在哪里：上、左、右，或上方正中（眉心题）"
        ),
        "columns": Key(CELLS, "标题占第几栏到第几栏，如 1-3，其余的栏排文字"),
        "width": Key(LengthOf(GEOMETRY, 0), "标题的宽，如 6字"),
        "height": Key(Whole(1, 1000, unit="行"), "标题的高，占几行"),
    },
)

# 通栏题: a head over several stories brings its own words.
HEAD_OVER: Record[Any] = Record(
    dict,
    {
        "over": Key(ListOf(Name("block"), low=1), "通栏题统领的几块", required=True),
        **{role: Key(HEAD_TEXT, name) for role, name in zip(HEAD_ROLES, _NAMES)},
        **_LOOK,
    },
)
