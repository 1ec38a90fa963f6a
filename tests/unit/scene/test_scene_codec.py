"""Scenes as canonical JSON."""

import msgspec
import pytest

from layout.geometry import Rect
from layout.scene.codec import dump, load
from layout.scene.items import GlyphRun, Group, Link, Meta, Path, Picture, Rule, Scene, Tag
from layout.style import Colour

TRIM = Rect(0, 0, 1000, 2000)
PLAIN = Meta()

RUN = GlyphRun(
    "Song", 100, 10, 20, (5, 6), (0, 100), ("要", "闻"), Colour((0, 1000, 1000, 0), "专色"), 900, 90, True,
    Tag("headline", "a1", "lead", 0, 0, 2, 1),
)  # fmt: skip
ITEMS = (
    RUN,
    Rule(0, 0, 10, 0, 1, dash=(3, 2), round=True),
    Path((("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6), ("Z",)), Colour(), None),
    Picture("a.jpg", "00ff", TRIM, TRIM, '说明"[]\n'),
    Link(TRIM, "https://example.cn/"),
    Group((RUN, Group((), TRIM), Group((RUN,))), TRIM, Tag(role='"items":[]')),
)


def scene(*items, meta=PLAIN):
    return Scene(TRIM, Rect(-10, -10, 1020, 2020), items, meta)


@pytest.mark.parametrize("items", [(), *((item,) for item in ITEMS), ITEMS])
def test_round_trip(items):
    meta = Meta("题", "", "人", ('"items":[]', "键"), "2026-11-23")
    for whole in (scene(*items), scene(*items, meta=meta)):
        assert load(dump(whole)) == whole
        assert dump(load(dump(whole))) == dump(whole)


def test_one_item_a_line():
    lines = dump(scene(*ITEMS)).decode().splitlines()
    # the opening; five items; the group's own two around a run, an empty group and a group of three; the end
    assert len(lines) == 1 + 5 + (1 + 1 + 1 + 3 + 1) + 1
    assert sum(line.startswith('{"colour"') for line in lines) == 3


def test_keys_are_sorted_and_text_is_readable():
    text = dump(scene(RUN)).decode()
    assert text.splitlines()[1] == (
        '{"colour":{"cmyk":[0,1000,1000,0],"spot":"专色"},"face":"Song","glyphs":[5,6],"scale":900,"size":100,'
        '"tag":{"block":"lead","end":2,"leg":1,"paragraph":0,"role":"headline","start":0,"story":"a1"},'
        '"texts":["要","闻"],"turn":90,"type":"glyphs","vertical":true,"x":10,"xs":[0,100],"y":20}'
    )
    assert text.endswith("\n") and "\\u" not in text


def test_what_is_wrong_is_named():
    good = dump(scene(RUN))
    with pytest.raises(msgspec.ValidationError, match=r"items\[0\]\.size"):
        load(good.replace(b'"size":100', b'"size":1.5'))
    with pytest.raises(msgspec.DecodeError):
        load(good[:-3])
    with pytest.raises(ValueError, match="format 2"):
        load(good.replace(b'"version":1', b'"version":2'))
