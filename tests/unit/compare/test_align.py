"""Edits are as few as can be, and turn the one sequence into the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compare.align import Alignment, Edit, edits, readable

WORDS = st.text("甲乙丙丁", max_size=14)


def longest_common(a: str, b: str) -> int:
    """By the textbook's table."""
    rows = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            rows[i + 1][j + 1] = rows[i][j] + 1 if x == y else max(rows[i][j + 1], rows[i + 1][j])
    return rows[-1][-1]


@given(WORDS, WORDS)
@settings(max_examples=400, deadline=None)
def test_edits_are_right_and_fewest(a: str, b: str) -> None:
    found = edits(a, b)
    built, at = "", 0
    for e in found:
        assert (e.a1 < e.a2) or (e.b1 < e.b2)
        built += a[at : e.a1] + b[e.b1 : e.b2]
        at = e.a2
    assert built + a[at:] == b
    assert len(a) - sum(e.a2 - e.a1 for e in found) == longest_common(a, b)
    kept = Alignment(found).pairs(len(a))
    assert all(a[i : i + n] == b[j : j + n] for i, j, n in kept)
    assert sum(n for _, _, n in kept) == longest_common(a, b)


@given(WORDS, WORDS)
@settings(max_examples=200, deadline=None)
def test_borders_answer_each_other(a: str, b: str) -> None:
    alignment = Alignment(edits(a, b))
    assert alignment.ahead(0)[0] == 0
    assert alignment.ahead(len(a))[1] == len(b)
    places = [alignment.ahead(place) for place in range(len(a) + 1)]
    assert all(first <= last for first, last in places)
    assert places == sorted(places)


def test_one_character_in_three_thousand() -> None:
    a = "".join(chr(0x4E00 + i * 7 % 2000) for i in range(3000))
    b = a[:1500] + "改" + a[1501:]
    assert edits(a, b) == (Edit(1500, 1501, 1500, 1501),)


def test_border_at_an_insertion_is_on_both_sides_of_it() -> None:
    alignment = Alignment(edits("甲乙", "甲丙丁乙"))
    assert alignment.ahead(1) == (1, 3)
    assert alignment.ahead(2, back=True) == (1, 1)


def test_short_remains_between_edits_are_read_as_changed() -> None:
    a, b = "三百二十个", "二百三十个"
    assert readable(edits(a, b)) == (Edit(0, 3, 0, 3),)
    far = edits("甲一二三四五六乙", "丙一二三四五六丁")
    assert readable(far) == far and len(far) == 2
