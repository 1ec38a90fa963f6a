"""A face cut down to the glyphs that a file shows, as the bytes a PDF embeds."""

from typing import Literal

import uharfbuzz as hb
from msgspec import Struct

from layout.backends.pdf.cff import cids
from layout.font.face import Face

# What a PDF reader never looks at: text arrives as glyph ids and ToUnicode, metrics in the font dictionary.
_USELESS = (
    "OS/2 name post cmap GSUB GPOS GDEF BASE JSTF STAT DSIG gasp kern VDMX hdmx LTSH meta vhea vmtx VORG"
)


class Subset(Struct, frozen=True):
    """A font program: a TrueType file (`kind` "glyf") or a bare CFF table. By the face's own glyph id: `cids`
    the code that text shows the glyph by, `places` its number in the program, `widths` its advance in
    thousandths of an em."""

    program: bytes
    kind: Literal["glyf", "CFF "]
    cids: dict[int, int]
    places: dict[int, int]
    widths: dict[int, int]


def subset(face: Face, texts: dict[int, str]) -> Subset:
    """`face` with the glyphs of `texts` (and .notdef) only, each with what it stands for; a variable face at the place
    that its source gives.

    The code of a glyph depends on the face alone and never on the other glyphs, so that a line's bytes stay
    the same whatever else is on the page: the glyph's id, or, in a CFF font that numbers characters, its CID.
    """
    glyphs, characters = tuple(sorted(texts)), _characters(face, texts)
    cut, places = _cut(face, glyphs, characters, hb.SubsetFlags(0))
    is_cff = "CFF " in cut.table_tags
    codes: dict[int, int] = {glyph: glyph for glyph in glyphs}
    if is_cff:
        charset = cids(cut.reference_table("CFF ").data, cut.glyph_count)
        if charset is None:
            # A reader takes the CID for the glyph's number in the program: keep the numbers.
            cut, places = _cut(face, glyphs, characters, hb.SubsetFlags.RETAIN_GIDS)
        else:
            codes = {glyph: charset[places[glyph]] for glyph in glyphs}
    advance, upem = hb.Font(cut).get_glyph_h_advance, cut.upem
    return Subset(
        program=cut.reference_table("CFF ").data if is_cff else cut.blob.data,
        kind="CFF " if is_cff else "glyf",
        cids=codes,
        places={glyph: places[glyph] for glyph in glyphs},
        widths={glyph: round(advance(places[glyph]) * 1000 / upem) for glyph in glyphs},
    )


def _characters(face: Face, texts: dict[int, str]) -> set[int]:
    """The characters that lead to just these glyphs; none if some glyph has no character of its own (a figure of half
    an em, a mark for vertical lines). Asked for characters, HarfBuzz need not look through all that a face has."""
    found: set[int] = set()
    for glyph, text in texts.items():
        if len(text) != 1 or face.glyph(text) != glyph:
            return set()
        found.add(ord(text))
    return found


def _cut(
    face: Face, glyphs: tuple[int, ...], characters: set[int], flags: hb.SubsetFlags
) -> tuple[hb.Face, dict[int, int]]:
    """The cut face, and new glyph numbers by old ones."""
    order = hb.SubsetInput()
    if characters:
        order.unicode_set.update(characters)
    else:
        order.glyph_set.update(glyphs)
    order.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _USELESS.split())
    order.flags = (
        flags
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NO_BIDI_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.DOWNGRADE_CFF2
    )
    if face.hb_face.axis_infos:
        order.pin_all_axes_to_default(face.hb_face)
        for tag, value in face.source.axes:
            order.pin_axis_location(face.hb_face, tag, value)
    plan = hb.SubsetPlan(face.hb_face, order)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping)
