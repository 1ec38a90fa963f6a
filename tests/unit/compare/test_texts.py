"""Two versions of one text."""

from layout.compare.texts import copy_changes, pair_up, reflowed, restyled
from layout.compare.types import Look, Source, Stretch, Text
from layout.diag import Where
from layout.geometry import Rect
from layout.spec.source_map import Position

EM = 9 * 12_700
SONG, KAI = Look("Song", EM), Look("Kai", EM)


def text(copy: str, measure: int = 10, look: Look = SONG, **changes: object) -> Text:
    """A body set solid, so many characters a line, paragraphs not indented."""
    pieces = []
    at = line = 0
    for paragraph in copy.split("\n"):
        for start in range(0, len(paragraph), measure):
            end = min(start + measure, len(paragraph))
            rect = Rect(0, line * EM, (end - start) * EM, EM)
            xs = tuple(i * EM for i in range(end - start))
            pieces.append(Stretch(at + start, at + end, look, rect, (line + 1) * EM, 0, xs))
            line += 1
        at += len(paragraph) + 1
    source = Source(0, Where("a.md", ("body",)), tuple(range(len(copy))))
    return Text(("body", "a"), "body", "body", "a", "A", copy, tuple(pieces), (source,))


def locate(where: Where) -> Position:
    return Position(where.document, 1, where.at + 1, where.length, "")


HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"


def test_a_replaced_character_is_that_and_no_more() -> None:
    (change,) = copy_changes(pair_up(text(HAN), text(HAN.replace("辰", "时"))), "3", locate, locate)
    assert (change.code, change.facts["old"], change.facts["new"]) == ("D101", "辰", "时")
    assert (change.facts["lead"], change.facts["tail"]) == ("宇宙洪荒日月盈昃", "宿列张寒来暑往")
    assert change.position == Position("a.md", 1, 13, 1, "")
    assert change.after == (Rect(2 * EM, EM, EM, EM),)


def test_a_replaced_character_moves_no_line() -> None:
    assert reflowed(pair_up(text(HAN), text(HAN.replace("辰", "时")))) == ()


def test_an_insertion_breaks_the_lines_after_it() -> None:
    longer = HAN[:2] + "之" + HAN[2:]
    assert reflowed(pair_up(text(HAN), text(longer))) == ((0, 10), (10, 20), (20, 21))
    at_the_end = HAN + "之"
    assert reflowed(pair_up(text(HAN), text(at_the_end))) == ((20, 21),)


def test_another_measure_is_reflow_alone() -> None:
    pair = pair_up(text(HAN), text(HAN, measure=8))
    assert copy_changes(pair, "3", locate, locate) == []
    assert reflowed(pair) == ((0, 8), (8, 16), (16, 20))


def test_another_face() -> None:
    (change,) = restyled(pair_up(text(HAN), text(HAN, look=KAI)))
    assert (change.old, change.new, change.characters) == (SONG, KAI, 20)


def test_what_is_cut_off_by_its_room_is_no_change_of_the_copy() -> None:
    pair = pair_up(text(HAN), text(HAN[:15]), cut_b=True)
    assert pair.same_copy
    assert not pair_up(text(HAN), text(HAN[:15])).same_copy


def test_ends_of_paragraphs_are_shown() -> None:
    (change,) = copy_changes(pair_up(text("甲乙丙丁"), text("甲乙\n丙丁")), "3", locate, locate)
    assert (change.code, change.facts["new"], change.facts["inserted"]) == ("D102", "¶", 0)
