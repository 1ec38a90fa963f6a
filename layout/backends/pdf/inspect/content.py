"""Reading a page's content stream for what it paints (ISO 32000-1, 8 and 9): which inks, how thin, how fine.

Shapes are known by the rectangles around them, text by where each show begins. That is enough to say what is on
the page and inside its trim; nothing is rasterised here.
"""

from collections.abc import Sequence
from copy import copy
from math import hypot, sqrt
from typing import Any

from layout.backends.pdf.inspect.colour import (
    CMYK,
    GREY,
    RGB,
    UNKNOWN,
    ColourSpace,
    colour_space,
    initial,
    inks,
)
from layout.backends.pdf.inspect.fonts import is_font, texts
from layout.backends.pdf.inspect.images import photo
from layout.backends.pdf.inspect.marks import EVERYWHERE, Corners, Marks, common
from layout.backends.pdf.inspect.state import UNIT, Matrix, State, around, times
from layout.sheet import NO_INK, Inks, is_full

DEPTH = 12  # forms within forms that are followed
FORMS = 5000  # forms of a page that are followed, all in all
INVISIBLE = 3  # the text rendering mode that paints nothing


class Reader:
    """Reads content streams into `marks`. `fonts` gathers the font dictionaries that text is shown in, by object
    number, `codes` what is shown in each, `fontless` the names of fonts that are not there; `transparency` why the
    page is see-through; `truncated` why not all of the page was read, "" where it was."""

    def __init__(self, marks: Marks, matrix: Matrix = UNIT) -> None:
        self.marks = marks
        self.fonts: dict[tuple[int, int], Any] = {}
        self.codes: dict[tuple[int, int], set[int]] = {}
        self.fontless: dict[str, None] = {}
        self.transparency: dict[str, None] = {}
        self.truncated = ""
        self._state = State(matrix)
        self._saved: list[State] = []
        self._path: list[tuple[float, float]] = []
        self._rectangles = self._pieces = self._moves = 0
        self._clipping = False
        self._line = self._text = UNIT
        self._texts: dict[tuple[int, int], dict[int, str]] = {}
        self._resources: Any = {}
        self._depth = self._forms = 0
        self._running: set[tuple[int, int]] = set()

    def read(self, stream: Any, resources: Any) -> None:
        """Read one stream: a page's or a form's. Raises pikepdf's PdfError where it can't be parsed."""
        import pikepdf

        outer, self._resources = self._resources, resources
        for operands, operator in pikepdf.parse_content_stream(stream):
            does = _OPERATORS.get(str(operator))
            if does is not None:
                try:
                    does(self, operands)
                except (TypeError, ValueError, IndexError, AttributeError, KeyError, ArithmeticError):
                    continue  # operands that make no sense: a reader passes over the operator
        self._resources = outer

    def _resource(self, kind: str, name: Any) -> Any:
        return self._resources.get(kind, {}).get(str(name))

    # Graphics state

    def _save(self, _: Sequence[Any]) -> None:
        self._saved.append(copy(self._state))

    def _restore(self, _: Sequence[Any]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _concat(self, operands: Sequence[Any]) -> None:
        self._state.matrix = times(_matrix(operands), self._state.matrix)

    def _width(self, operands: Sequence[Any]) -> None:
        self._state.width = float(operands[0])

    def _graphics(self, operands: Sequence[Any]) -> None:
        found = self._resource("/ExtGState", operands[0])
        for key, said in (("/ca", "ca"), ("/CA", "CA")):
            if float(found.get(key, 1)) < 1:
                self.transparency.setdefault(f"{said} {float(found[key]):g}")
        mode = found.get("/BM", "/Normal")
        if str(mode) not in ("/Normal", "/Compatible"):
            self.transparency.setdefault(f"BM {mode}")
        if str(found.get("/SMask", "/None")) != "/None":
            self.transparency.setdefault("SMask")
        if "/OP" in found:  # of both, unless the fill has its own (ISO 32000-1, table 58)
            self._state.stroke_over = self._state.fill_over = bool(found["/OP"])
        self._state.fill_over = bool(found.get("/op", self._state.fill_over))
        self._state.over_mode = int(found.get("/OPM", self._state.over_mode))
        if "/LW" in found:
            self._state.width = float(found["/LW"])
        if "/Font" in found:
            self._state.font, self._state.size = found["/Font"][0], float(found["/Font"][1])

    # Colour

    def _colour(self, space: ColourSpace, values: Sequence[Any], *, stroke: bool) -> None:
        colour = inks(space, [float(v) for v in values])
        if stroke:
            self._state.stroke_space, self._state.stroke = space, colour
        else:
            self._state.fill_space, self._state.fill = space, colour

    def _space(self, operands: Sequence[Any], *, stroke: bool) -> None:
        space = colour_space(operands[0], self._resources.get("/ColorSpace", {}))
        if stroke:
            self._state.stroke_space, self._state.stroke = space, initial(space)
        else:
            self._state.fill_space, self._state.fill = space, initial(space)

    def _paint_colour(self, operands: Sequence[Any], *, stroke: bool) -> None:
        import pikepdf

        if operands and isinstance(operands[-1], pikepdf.Name):
            found = self._pattern(operands[-1])
            if stroke:
                self._state.stroke = found
            else:
                self._state.fill = found
            return
        self._colour(self._state.stroke_space if stroke else self._state.fill_space, operands, stroke=stroke)

    def _pattern(self, name: Any) -> Inks:
        """A pattern's inks can't be counted; whether it is mixed of light can be known of a shading."""
        pattern = self._resource("/Pattern", name)
        shading = pattern.get("/Shading") if pattern is not None else None
        space = self._shading_space(shading) if shading is not None else UNKNOWN
        return Inks(space="rgb" if space.is_rgb else "unknown")

    def _shading_space(self, shading: Any) -> ColourSpace:
        return colour_space(shading.get("/ColorSpace"), self._resources.get("/ColorSpace", {}))

    def _shade(self, operands: Sequence[Any]) -> None:
        space = self._shading_space(self._resource("/Shading", operands[0]))
        area = self.marks.seen(EVERYWHERE, self._state.clip)
        if area is not None:
            self.marks.tint(Inks(space="rgb" if space.is_rgb else "unknown"), area)

    # Paths

    def _point(self, operands: Sequence[Any]) -> None:
        values = [float(v) for v in operands]
        a, b, c, d, e, f = self._state.matrix
        for x, y in zip(values[::2], values[1::2]):
            self._path.append((a * x + c * y + e, b * x + d * y + f))
        self._pieces += 1

    def _start(self, operands: Sequence[Any]) -> None:
        self._point(operands)
        self._moves += 1

    def _rectangle(self, operands: Sequence[Any]) -> None:
        x, y, width, height = (float(v) for v in operands)
        self._point((x, y, x + width, y + height))
        self._point((x + width, y, x, y + height))
        self._rectangles += 1

    def _clip(self, _: Sequence[Any]) -> None:
        self._clipping = True

    def _end(self, *, fill: bool = False, stroke: bool = False) -> None:
        """Paints the path, then clips to it where that was asked."""
        state, path = self._state, self._path
        if path:
            xs, ys = [x for x, _ in path], [y for _, y in path]
            area = min(xs), min(ys), max(xs), max(ys)
            seen = self.marks.seen(area, state.clip)
            if seen is not None and fill:
                strip = self._rectangles == 1 and self._pieces == 2
                full = strip or (self._moves == 1 and is_full(path))
                shown = _thin(area, seen) if strip else seen
                self.marks.tint(state.fill, shown, is_strip=strip, full=full)
            if seen is not None and stroke:
                under = self._under(seen, stroke=True)
                self.marks.stroke(state.width * _scale(state.matrix), state.stroke, seen, under)
            if self._clipping:
                state.clip = common(state.clip, area)
        self._path, self._clipping = [], False
        self._rectangles = self._pieces = self._moves = 0

    # Text

    def _begin_text(self, _: Sequence[Any]) -> None:
        self._line = self._text = UNIT

    def _font(self, operands: Sequence[Any]) -> None:
        self._state.font = self._resource("/Font", operands[0])
        self._state.font_name, self._state.size = str(operands[0])[1:], float(operands[1])

    def _mode(self, operands: Sequence[Any]) -> None:
        self._state.mode = int(operands[0])

    def _leading(self, operands: Sequence[Any]) -> None:
        self._state.leading = float(operands[0])

    def _move(self, operands: Sequence[Any]) -> None:
        self._line = self._text = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)

    def _move_leading(self, operands: Sequence[Any]) -> None:
        self._state.leading = -float(operands[1])
        self._move(operands)

    def _matrix(self, operands: Sequence[Any]) -> None:
        self._line = self._text = _matrix(operands)

    def _next_line(self, _: Sequence[Any] = ()) -> None:
        self._move((0, -self._state.leading))

    def _show(self, operands: Sequence[Any]) -> None:
        import pikepdf

        parts = operands[0] if isinstance(operands[0], pikepdf.Array) else (operands[-1],)
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        state = self._state
        if not codes:
            return
        if not is_font(state.font):
            self.fontless.setdefault(state.font_name)
            return
        self._shown(state.font, codes)
        whole = times(self._text, state.matrix)
        size = state.size * hypot(whole[2], whole[3])
        x, y = whole[4], whole[5]
        area = self.marks.seen((x, y, x, y), state.clip)
        colour = state.stroke if state.mode % 4 == 1 else state.fill
        if area is not None and state.mode % 4 != INVISIBLE:
            text, count = self._read(codes)
            under = self._under(area, stroke=state.mode % 4 == 1)
            self.marks.letters(size, colour, (x, y, x + size, y + size), text, count, under)

    def _under(self, area: Corners, *, stroke: bool) -> Inks:
        """What the current colour overprints, in mode 1, at a mark's first corner."""
        state = self._state
        over = state.stroke_over if stroke else state.fill_over
        return self.marks.ground(area[0], area[1]) if over and state.over_mode == 1 else NO_INK

    def _shown(self, font: Any, codes: bytes) -> None:
        number = _number(font)
        self.fonts.setdefault(number, font)
        if self._state.mode != INVISIBLE:
            high = codes[::2] if str(font.Subtype) == "/Type0" else None
            shown = codes if high is None else (a << 8 | b for a, b in zip(high, codes[1::2]))
            self.codes.setdefault(number, set()).update(shown)

    def _show_next(self, operands: Sequence[Any]) -> None:
        self._next_line()
        self._show(operands)

    def _read(self, codes: bytes) -> tuple[str, int]:
        """The first characters of a show, as ToUnicode has them, and how many codes there are."""
        font = self._state.font
        number = _number(font)
        if number not in self._texts:
            self._texts[number] = texts(font)
        known, step = self._texts[number], 2 if str(font.Subtype) == "/Type0" else 1
        first = (int.from_bytes(codes[i : i + step], "big") for i in range(0, min(len(codes), 24), step))
        plain = "" if step == 2 else codes.decode("latin-1") if codes.isascii() else ""
        return "".join(known.get(code, "") for code in first) or plain, len(codes) // step

    # Objects

    def _draw(self, operands: Sequence[Any]) -> None:
        thing = self._resource("/XObject", operands[0])
        match str(thing.get("/Subtype")):
            case "/Image":
                self._image(thing, str(operands[0])[1:])
            case "/Form":
                self._form(thing)

    def _inline(self, operands: Sequence[Any]) -> None:
        """Inline images: their colours and size; their pixels are few."""
        self._image(operands[0].obj, "inline")

    def _image(self, image: Any, name: str) -> None:
        state = self._state
        area = around(state.matrix, (0, 0, 1, 1))
        seen = self.marks.seen(area, state.clip)
        if "/SMask" in image:
            self.transparency.setdefault("SMask")
        if seen is None:
            return
        if bool(image.get("/ImageMask", image.get("/IM", False))):  # a stencil for the fill colour
            self.marks.tint(state.fill, seen)
            return
        written = image.get("/ColorSpace", image.get("/CS"))
        space = colour_space(written, self._resources.get("/ColorSpace", {}))
        a, b, c, d, _, _ = state.matrix
        upright = (seen, area) if a > 0 and d > 0 and not (b or c) else None
        size = hypot(a, b), hypot(c, d)
        self.marks.photo(photo(image, name, space, size, self.marks.rect(seen), upright), seen)

    def _form(self, form: Any) -> None:
        number = _number(form)
        if self._depth >= DEPTH or number in self._running:
            return
        self._forms += 1
        if self._forms > FORMS:
            self.truncated = f"more than {FORMS} forms"
            return
        if str(form.get("/Group", {}).get("/S")) == "/Transparency":
            self.transparency.setdefault("Group")
        state, depth = copy(self._state), len(self._saved)
        outer, path = (self._line, self._text), self._path
        self._running.add(number)
        self._depth, self._path = self._depth + 1, []
        try:
            self._concat(form.get("/Matrix", UNIT))
            self._clip_to(form.get("/BBox"))
            self.read(form, form.get("/Resources", self._resources))
        finally:
            self._depth, self._path = self._depth - 1, path
            self._running.discard(number)
            del self._saved[depth:]
            self._state, (self._line, self._text) = state, outer

    def _clip_to(self, box: Any) -> None:
        if box is not None:
            x1, y1, x2, y2 = (float(v) for v in box)
            corners = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
            self._state.clip = common(self._state.clip, around(self._state.matrix, corners))


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(v) for v in operands)
    return a, b, c, d, e, f


def _scale(matrix: Matrix) -> float:
    """How much a line's weight grows."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _thin(area: Corners, seen: Corners) -> Corners:
    """A strip keeps its own thickness where it runs out of the trim; only its length is cut."""
    if area[2] - area[0] < area[3] - area[1]:
        return area[0], seen[1], area[2], seen[3]
    return seen[0], area[1], seen[2], area[3]


def _number(thing: Any) -> tuple[int, int]:
    """An object's number; for one without, that of the value in memory."""
    number: tuple[int, int] = thing.objgen
    return number if number[0] else (-id(thing), 0)


def _device(space: ColourSpace, *, stroke: bool) -> Any:
    return lambda reader, operands: reader._colour(space, operands, stroke=stroke)


def _paint(*, fill: bool = False, stroke: bool = False) -> Any:
    return lambda reader, _: reader._end(fill=fill, stroke=stroke)


_OPERATORS: dict[str, Any] = {
    "q": Reader._save, "Q": Reader._restore, "cm": Reader._concat, "w": Reader._width, "gs": Reader._graphics,
    "g": _device(GREY, stroke=False), "G": _device(GREY, stroke=True),
    "rg": _device(RGB, stroke=False), "RG": _device(RGB, stroke=True),
    "k": _device(CMYK, stroke=False), "K": _device(CMYK, stroke=True),
    "cs": lambda reader, o: reader._space(o, stroke=False), "CS": lambda reader, o: reader._space(o, stroke=True),
    "sc": lambda reader, o: reader._paint_colour(o, stroke=False),
    "scn": lambda reader, o: reader._paint_colour(o, stroke=False),
    "SC": lambda reader, o: reader._paint_colour(o, stroke=True),
    "SCN": lambda reader, o: reader._paint_colour(o, stroke=True),
    "sh": Reader._shade,
    "m": Reader._start, "l": Reader._point, "c": Reader._point, "v": Reader._point, "y": Reader._point,
    "re": Reader._rectangle, "W": Reader._clip, "W*": Reader._clip, "n": _paint(),
    "f": _paint(fill=True), "F": _paint(fill=True), "f*": _paint(fill=True),
    "S": _paint(stroke=True), "s": _paint(stroke=True),
    "B": _paint(fill=True, stroke=True), "B*": _paint(fill=True, stroke=True),
    "b": _paint(fill=True, stroke=True), "b*": _paint(fill=True, stroke=True),
    "BT": Reader._begin_text, "Tf": Reader._font, "Tr": Reader._mode, "TL": Reader._leading,
    "Td": Reader._move, "TD": Reader._move_leading, "Tm": Reader._matrix, "T*": Reader._next_line,
    "Tj": Reader._show, "TJ": Reader._show, "'": Reader._show_next, '"': Reader._show_next,
    "Do": Reader._draw, "INLINE IMAGE": Reader._inline,
}  # fmt: skip
