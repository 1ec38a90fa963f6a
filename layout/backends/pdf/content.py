"""A page's content stream: a scene's items as painting operators (ISO 32000-1, 8 and 9).

Coordinates are turned from Emu, y down from the trim's corner, into points, y up from the bleed's corner, as
they are written; the current transformation stays the default one.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from layout.backends.pdf.font import Font
from layout.backends.pdf.image import Image, Shown
from layout.backends.pdf.syntax import ascii_string, length, number, string
from layout.geometry import Rect
from layout.scene.items import GlyphRun, Group, Item, Link, Path, Picture, Rule
from layout.style import BLACK, Colour
from layout.units import PT, Emu

if TYPE_CHECKING:
    from layout.backends.pdf.structure import PageTags

# Readers take more room than this between two glyphs (thousandths of an em) for a space that is not there.
WORD_GAP = 100

# Text is placed in steps of 1/1000 em, finer above these sizes (points), so that no glyph is off by 0.005 pt.
_FINER = ((9.0, 1), (90.0, 10), (900.0, 100))

# Black type and rules print upon what is under them, so that no white shows where register is off; all else
# knocks out. Mode 1: an ink of which nothing is asked stays as it is (ISO 32000-1, 11.7.4.3).
_STATES = {"Over": "<</OP true /op true /OPM 1>>", "Out": "<</OP false /op false>>"}

_AT_FIRST = {"overprint": "/Out gs", "scale": "100 Tz", "dash": "[] 0 d", "cap": "0 J", "join": "0 j"}


class Content:
    """The operators of one page and the resources they name. `fonts` are by face id, `images` by digest and by what
    shows through them, which `grounds` say; a picture that has no image is left out. With `tags` everything is marked
    as what it is, and black overprints.
    """

    def __init__(
        self,
        items: tuple[Item, ...],
        media: Rect,
        fonts: dict[str, Font],
        images: dict[Shown, Image],
        tags: "PageTags | None" = None,
        grounds: dict[Picture, Colour] | None = None,
    ) -> None:
        self.images: dict[str, str] = {}  # references by name
        self.spots: dict[Colour, str] = {}
        self.states: dict[str, str] = {}
        self.links: list[str] = []
        self._fonts, self._all_images, self._tags = fonts, images, tags
        self._grounds = grounds or {}
        self._left, self._floor = media.x, media.bottom
        self._out: list[str] = []
        self._state = dict(_AT_FIRST)
        self._marked = ""
        self._paint(items)
        self._mark("")

    def stream(self) -> bytes:
        """The content stream's bytes."""
        return ("\n".join(self._out) + "\n").encode("ascii")

    def _paint(self, items: tuple[Item, ...]) -> None:
        for item in items:
            if self._tags and not isinstance(item, GlyphRun | Group):
                self._mark(self._tags.sequence(item))
            match item:
                case GlyphRun():
                    self._glyphs(item)
                case Rule():
                    self._rule(item)
                case Path():
                    self._path(item)
                case Picture():
                    self._picture(item)
                case Link():
                    self._link(item)
                case Group():
                    self._group(item)
                case _:
                    assert_never(item)

    # Places and state

    def _x(self, x: Emu) -> str:
        return length(x - self._left)

    def _y(self, y: Emu) -> str:
        return length(self._floor - y)

    def _rectangle(self, rect: Rect) -> str:
        return f"{self._x(rect.x)} {self._y(rect.bottom)} {length(rect.width)} {length(rect.height)} re"

    def _set(self, what: str, operator: str) -> None:
        """Writes `operator` unless it is in force already."""
        if self._state.get(what) != operator:
            self._state[what] = operator
            self._out.append(operator)

    def _colour(self, colour: Colour, *, stroke: bool = False) -> None:
        if colour.spot:
            key = self._spot(colour)
            operator = f"{key} CS 1 SCN" if stroke else f"{key} cs 1 scn"
        else:
            operator = f"{_inks(colour)} {'K' if stroke else 'k'}"
        self._set("stroke" if stroke else "fill", operator)

    def _spot(self, colour: Colour) -> str:
        key = self.spots.setdefault(colour, f"S{len(self.spots) + 1}")
        return f"/{key}"

    def _mark(self, sequence: str) -> None:
        """Begins the marked content `sequence` ("" for none) unless it is open already."""
        if sequence != self._marked:
            if self._marked:
                self._out.append("EMC")
            if sequence:
                self._out.append(sequence)
            self._marked = sequence

    def _break(self) -> None:
        """Ends the open marked content: none reaches over the edge of a group."""
        self._mark("")
        if self._tags:
            self._tags.end()

    def _overprint(self, colour: Colour, *, may: bool = True) -> None:
        """Sets whether what comes next prints upon what is there: solid black does, where it `may`."""
        if self._tags:
            key = "Over" if may and colour == BLACK else "Out"
            if self._state.get("overprint") != f"/{key} gs":
                self.states[key] = _STATES[key]
                self._set("overprint", f"/{key} gs")

    # Items

    def _glyphs(self, run: GlyphRun) -> None:
        if not run.glyphs:
            return
        font = self._fonts[run.face]
        if run.vertical:
            show, loose = self._upright(run, font), False
        else:
            show, loose = self._along(run, font)
        said = ""
        # Where ToUnicode and the gaps do not give a reader the run's text, the run says it.
        if loose or tuple(map(font.texts.__getitem__, run.glyphs)) != run.texts:
            said = f"/ActualText {string(''.join(run.texts))}"
        if self._tags:
            self._mark(self._tags.sequence(run, said))
        self._overprint(run.colour)
        self._colour(run.colour)
        self._set("font", f"/{font.key} {number(run.size / PT, 4)} Tf")
        self._set("scale", f"{number(run.scale / 10)} Tz")
        shown = f"BT {show} ET"
        self._out.append(f"/Span <<{said}>> BDC {shown} EMC" if said and not self._tags else shown)

    def _along(self, run: GlyphRun, font: Font) -> tuple[str, bool]:
        """Glyphs on a baseline: one matrix, one TJ. Every glyph is put at the step nearest to its place,
        counted from the run's first glyph, so that roundings never add up. And whether a gap that is no space
        in the text is so wide that readers would take it for one."""
        grain, per_emu = _steps(run.size, run.scale)
        codes, widths, first = font.codes, font.widths, run.xs[0]
        places = [round((x - first) * per_emu) for x in run.xs]
        pens = [at + widths[glyph] * grain for at, glyph in zip(places, run.glyphs)]
        parts, loose = [codes[glyph] for glyph in run.glyphs], False
        for i, (at, pen) in enumerate(zip(places[1:], pens), 1):
            if at != pen:
                parts[i] = f">{(pen - at) / grain:.9g}<{parts[i]}"
                if at - pen > WORD_GAP * grain:
                    loose = loose or " " not in (run.texts[i - 1], run.texts[i])
        if run.turn == 90:
            matrix = f"0 -1 1 0 {self._place(run.x, run.y + first)}"
        else:
            matrix = f"1 0 0 1 {self._place(run.x + first, run.y)}"
        return f"{matrix} Tm [<{''.join(parts)}>] TJ", loose

    def _upright(self, run: GlyphRun, font: Font) -> str:
        """Upright glyphs down a column, each with its own matrix, its vertical origin on the centre line."""
        shown = []
        for glyph, down in zip(run.glyphs, run.xs):
            right, up = font.vertical_origin(glyph)
            x = run.x - round(right * run.size * run.scale / 1_000_000)
            y = run.y + down + round(up * run.size / 1000)
            shown.append(f"1 0 0 1 {self._place(x, y)} Tm <{font.codes[glyph]}> Tj")
        return " ".join(shown)

    def _place(self, x: Emu, y: Emu) -> str:
        return f"{number((x - self._left) / PT, 4)} {number((self._floor - y) / PT, 4)}"

    def _rule(self, rule: Rule) -> None:
        self._overprint(rule.colour)
        self._colour(rule.colour, stroke=True)
        self._set("weight", f"{length(rule.weight)} w")
        self._set("dash", f"[{' '.join(map(length, rule.dash))}] 0 d")
        self._set("cap", "1 J" if rule.round else "0 J")
        start, end = f"{self._x(rule.x1)} {self._y(rule.y1)}", f"{self._x(rule.x2)} {self._y(rule.y2)}"
        self._out.append(f"{start} m {end} l S")

    def _path(self, path: Path) -> None:
        if path.fill is None and path.stroke is None:
            return
        self._overprint(path.stroke or BLACK, may=path.fill is None)
        if path.fill is not None:
            self._colour(path.fill)
        if path.stroke is not None:
            self._colour(path.stroke, stroke=True)
            self._set("weight", f"{length(path.weight)} w")
            self._set("dash", "[] 0 d")
            self._set("cap", "0 J")
        operators = {"M": "m", "L": "l", "C": "c", "Z": "h"}
        for op, *places in path.ops:
            numbers = (self._y(int(v)) if i % 2 else self._x(int(v)) for i, v in enumerate(places))
            self._out.append(" ".join((*numbers, operators[str(op)])))
        self._out.append("S" if path.fill is None else "f" if path.stroke is None else "B")

    def _picture(self, picture: Picture) -> None:
        image = self._all_images.get((picture.digest, self._grounds.get(picture)))
        if image is None:
            return
        self.images[image.key] = image.reference
        area = picture.image
        a, b, c, d, e, f = image.facing
        matrix = (
            length(a * area.width),
            length(b * area.height),
            length(c * area.width),
            length(d * area.height),
            self._x(area.x + e * area.width),
            self._y(area.bottom - f * area.height),
        )
        clip = "" if picture.frame.contains(area) else f"{self._rectangle(picture.frame)} W n "
        draw = f"q {clip}{' '.join(matrix)} cm /{image.key} Do Q"
        alt = f"/Span <</Alt {string(picture.alt)}>> BDC {draw} EMC"
        self._out.append(alt if picture.alt and not self._tags else draw)

    def _link(self, link: Link) -> None:
        area = link.area
        corners = self._x(area.x), self._y(area.bottom), self._x(area.right), self._y(area.y)
        self.links.append(
            f"<</Type /Annot /Subtype /Link /Rect [{' '.join(corners)}] /Border [0 0 0] /F 4"
            f" /A <</S /URI /URI {ascii_string(_address(link.url))}>>>>"
        )

    def _group(self, group: Group) -> None:
        if group.clip is None:
            self._paint(group.items)
            return
        before = dict(self._state)
        self._break()
        self._out.append(f"q {self._rectangle(group.clip)} W n")
        self._paint(group.items)
        self._break()
        self._out.append("Q")
        self._state = before


@lru_cache(maxsize=256)
def _inks(colour: Colour) -> str:
    """The inks of a colour as operands."""
    return " ".join(number(ink / 1000) for ink in colour.cmyk)


@lru_cache(maxsize=256)
def _steps(size: Emu, scale: int) -> tuple[int, float]:
    """How text of a size is placed: the steps in 1/1000 em, and how many of them are an Emu."""
    written = float(number(size / PT, 4))
    grain = next((g for limit, g in _FINER if written * scale <= limit * 1000), 1000)
    return grain, 1_000_000 * grain / (written * PT * scale)


def _address(url: str) -> str:
    """`url` in ASCII, what isn't in percent signs; already escaped octets stay."""
    from urllib.parse import quote

    return quote(url, safe="!#$%&'()*+,/:;=?@[]~")
