"""Fonts as PDF objects: Type0 over a subset, with codes that are glyph ids (ISO 32000-1, 9.7).

`W` and the text operators use the same whole numbers, ToUnicode comes from the copy that the glyphs stand
for, never from the font's own character map.
"""

from collections import Counter
from hashlib import md5
from struct import unpack_from
from typing import TYPE_CHECKING

from msgspec import Struct

from layout.backends.pdf.subset import Subset, subset
from layout.backends.pdf.syntax import name, utf16
from layout.font.face import Face

if TYPE_CHECKING:
    from layout.backends.pdf.file import Entries, File

# What a glyph says that never starts a cluster; the run it is in gives its text as a whole (`content`).
NOTHING = "\u200b"


class Font(Struct, frozen=True):
    """A font of the file. `key` is its name among the resources; by glyph id: `codes` the four hexadecimal
    digits that show it, `widths` its advance in thousandths of an em, `texts` what ToUnicode says it is."""

    key: str
    codes: dict[int, str]
    widths: dict[int, int]
    texts: dict[int, str]
    face: Face

    def vertical_origin(self, glyph: int) -> tuple[float, float]:
        """A glyph's vertical origin as seen from its horizontal one, right and up, in thousandths of an em."""
        right, up = self.face.hb_font.get_glyph_v_origin(glyph)
        return right * 1000 / self.face.upem, up * 1000 / self.face.upem


def embed(file: "File", key: str, face: Face, texts: dict[int, str]) -> Font:
    """Puts `face` into `file` under `key`, with the glyphs that `texts` names and what they stand for."""
    cut = subset(face, texts)
    base = f"{_prefix(cut)}+{face.hb_face.get_name(6) or face.id}"
    said = {glyph: text or NOTHING for glyph, text in texts.items()}
    by_cid = {cut.cids[glyph]: text for glyph, text in said.items()}
    composite: Entries = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name(base if cut.kind == "glyf" else f"{base}-Identity-H"),
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{file.add(_descendant(file, face, cut, base))}]",
        "ToUnicode": file.stream({}, _to_unicode(by_cid)),
    }
    file.font(key, file.add(composite))
    codes = {glyph: f"{cid:04X}" for glyph, cid in cut.cids.items()}
    return Font(key, codes, cut.widths, said, face)


def _prefix(cut: Subset) -> str:
    """Six capitals that stand for the set of glyphs."""
    value = int.from_bytes(md5(repr(sorted(cut.cids)).encode(), usedforsecurity=False).digest(), "big")
    return "".join(chr(65 + value // 26**i % 26) for i in range(6))


def _descendant(file: "File", face: Face, cut: Subset, base: str) -> "Entries":
    counts = Counter(cut.widths.values())
    default = max(counts, key=counts.__getitem__)
    entries: Entries = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2" if cut.kind == "glyf" else "/CIDFontType0",
        "BaseFont": name(base),
        "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        "FontDescriptor": file.add(_descriptor(file, face, cut, base)),
        "DW": str(default),
        "W": _widths({cut.cids[g]: w for g, w in cut.widths.items() if w != default}),
    }
    if cut.kind == "glyf":
        entries["CIDToGIDMap"] = file.stream({}, _places(cut))
    return entries


def _descriptor(file: "File", face: Face, cut: Subset, base: str) -> "Entries":
    import uharfbuzz as hb

    def units(value: float) -> str:
        return str(round(value * 1000 / face.upem))

    font = face.hb_font
    extents = font.get_font_extents("ltr")
    slant = round(font.get_style_value(hb.StyleTag.SLANT_ANGLE))
    entries: Entries = {
        "Type": "/FontDescriptor",
        "FontName": name(base),
        "Flags": str(4 | (64 if slant else 0)),  # symbolic: its glyphs are not of the standard Latin set
        "FontBBox": f"[{' '.join(map(units, unpack_from('>4h', face.table('head'), 36)))}]",
        "ItalicAngle": str(slant),
        "Ascent": units(extents.ascender),
        "Descent": units(extents.descender),
        "CapHeight": units(font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)),
        # Read by substitution only, and an embedded font is not substituted: a fair guess from the weight.
        "StemV": str(round(font.get_style_value(hb.StyleTag.WEIGHT)) // 5),
    }
    if cut.kind == "glyf":
        entries["FontFile2"] = file.stream({"Length1": str(len(cut.program))}, cut.program)
    else:
        entries["FontFile3"] = file.stream({"Subtype": "/CIDFontType0C"}, cut.program)
    return entries


def _widths(widths: dict[int, int]) -> str:
    """The array W: every stretch of consecutive codes as `first [width …]`."""
    parts, last = [], -2
    for cid in sorted(widths):
        if cid != last + 1:
            parts.append(f"] {cid} [")
        parts.append(f" {widths[cid]}")
        last = cid
    return "[" + "".join(parts).removeprefix("]") + ("]]" if parts else "]")


def _places(cut: Subset) -> bytes:
    """CIDToGIDMap: two bytes a code, from 0 up to the last code in use."""
    table = bytearray(2 * max(cut.cids.values()) + 2)
    for glyph, cid in cut.cids.items():
        table[2 * cid : 2 * cid + 2] = cut.places[glyph].to_bytes(2, "big")
    return bytes(table)


def _to_unicode(texts: dict[int, str]) -> bytes:
    """The ToUnicode CMap of `texts` by code (ISO 32000-1, 9.10.3), at most 100 entries a block."""
    lines = [f"<{cid:04X}> <{utf16(texts[cid])}>" for cid in sorted(texts)]
    blocks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
