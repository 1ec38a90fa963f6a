"""What can only be checked when page and theme are known: the map on its grid, blocks and their places."""

from msgspec import Struct
from msgspec.structs import replace

from layout.diag import Where
from layout.spec.model import AtCells, AtFree, AtStory, DummyRow, PageSpec, ThemeSpec
from layout.spec.nodes import Mapping, Node, Scalar
from layout.spec.reading import Reading

Cell = tuple[int, int]  # row of the map, column


class _Map(Struct, frozen=True):
    """The rows of the map with the source line of each, and where that line begins in the map's text."""

    rows: tuple[DummyRow, ...]
    lines: tuple[str, ...]
    starts: tuple[int, ...]
    document: str

    def where(self, row: int, column: int = -1, length: int = 1) -> Where:
        """The place of a letter, or of the row's height (column -1); one past the last letter is the end."""
        line = self.lines[row]
        bar = line.find("|")
        if column < 0:
            height = line[:bar].strip()
            return self._at(row, line.find(height), len(height))
        at = [i for i in range(bar + 1, len(line)) if not line[i].isspace()]
        if column < len(at):
            return self._at(row, at[column], at[min(len(at), column + length) - 1] + 1 - at[column])
        return self._at(row, max(len(line.rstrip()) - 1, 0), 1)

    def _at(self, row: int, offset: int, length: int) -> Where:
        return Where(self.document, ("dummy",), self.starts[row] + offset, length)


def check_theme(theme: ThemeSpec, reading: Reading) -> None:
    """See that the merged theme says what a page can't do without."""
    for name in ("columns", "measure", "gutter", "lines", "leading"):
        if getattr(theme.grid, name) is None:
            reading.fault("S025", Where(theme.document, ("grid",), key=True), facts={"name": name})
    body = theme.styles.get("body")
    for name in ("font", "size", "leading"):
        if body is None or getattr(body, name) is None:
            where = Where(theme.document, ("styles", "body"), key=True)
            reading.fault("S025", where, facts={"name": f"body: {name}"})


def check_page(page: PageSpec, theme: ThemeSpec, tree: Node, reading: Reading) -> None:
    """Check the dummy against the grid, the blocks against the dummy, the free blocks against each other."""
    assert isinstance(tree, Mapping)
    columns = page.grid.columns or (0 if _says(tree, "columns") else theme.grid.columns or 0)
    lines = page.grid.lines or (0 if _says(tree, "lines") else theme.grid.lines or 0)
    _check_credits(page, reading)
    drawn = _drawn(page, tree)
    whole = drawn is not None and _check_rows(drawn, columns, lines, reading)
    areas = _areas(drawn) if drawn is not None else {}
    _check_letters(page, tree, drawn, areas, reading)
    if drawn is not None and whole:
        _check_pieces(drawn, areas, reading)
        if not any(fault.code in ("S053", "S062", "S087") for fault in reading.faults):
            _check_around(page, areas, reading)
    _check_at(page, columns, lines, reading)
    _check_wraps(page, reading)
    _check_rooms(page, reading)
    _check_twice(tree, reading)


def _check_credits(page: PageSpec, reading: Reading) -> None:
    """See that a credit box has credits to show."""
    for block in page.blocks.values():
        if block.kind == "credits" and not page.facts.credits:
            reading.fault("S079", Where(page.document, (*block.path, "credits")), facts={"block": block.id})


def _says(tree: Mapping, key: str) -> bool:
    """Whether the page's grid has `key`, be it well or badly written."""
    grid = tree.get("grid")
    return isinstance(grid, Mapping) and key in grid.entries


def _drawn(page: PageSpec, tree: Mapping) -> _Map | None:
    """The map with its text; None where there is none or it could not be read to its end."""
    node = tree.get("dummy")
    if not isinstance(node, Scalar):
        return None
    every = node.text.split("\n")
    starts = [0]
    for line in every:
        starts.append(starts[-1] + len(line) + 1)
    rows = page.dummy
    if len(rows) != sum(1 for line in every if line.strip()):
        return None
    return _Map(rows, tuple(every[r.line] for r in rows), tuple(starts[r.line] for r in rows), page.document)


def _check_rows(drawn: _Map, columns: int, lines: int, reading: Reading) -> bool:
    """Letters and heights of the rows; whether every row has as many letters as the grid has columns."""
    good = True
    for i, row in enumerate(drawn.rows):
        count = len(row.letters)
        if columns and count != columns:
            good = False
            code, place = (
                ("S081", drawn.where(i, columns, count))
                if count > columns
                else ("S088", drawn.where(i, count))
            )
            reading.fault(
                code, place, facts={"count": count, "columns": columns, "difference": abs(count - columns)}
            )
    stars = [i for i, row in enumerate(drawn.rows) if row.height is None]
    for i in stars[1:]:
        reading.fault("S084", drawn.where(i))
    total = sum(row.height or 0 for row in drawn.rows)
    facts: dict[str, str | int | float] = {"total": total, "lines": lines, "difference": abs(total - lines)}
    if lines and stars and total >= lines:
        reading.fault("S085", drawn.where(stars[0]), facts=facts)
    elif lines and not stars and total != lines:
        reading.fault("S082" if total > lines else "S083", drawn.where(len(drawn.rows) - 1), facts=facts)
    return good


def _areas(drawn: _Map) -> dict[str, list[Cell]]:
    """The cells of each letter, top to bottom, left to right."""
    areas: dict[str, list[Cell]] = {}
    for i, row in enumerate(drawn.rows):
        for j, letter in enumerate(row.letters):
            if letter != ".":
                areas.setdefault(letter, []).append((i, j))
    return areas


def _check_letters(
    page: PageSpec, tree: Mapping, drawn: _Map | None, areas: dict[str, list[Cell]], reading: Reading
) -> None:
    """Every letter has a block, every block a place, and only one."""
    blocks = tree.get("blocks")
    written = blocks.entries if isinstance(blocks, Mapping) else {}
    if drawn is not None:
        from_other_case = {name.swapcase(): name for name in written if name not in areas}
        for letter, cells in areas.items():
            if letter not in written:
                hint = from_other_case.get(letter, "")
                facts = {"letter": letter, "names": ", ".join(written)}
                reading.fault("S062", drawn.where(*cells[0]), hint=hint, facts=facts)
    for name, entry in written.items():
        placed = isinstance(entry.value, Mapping) and "at" in entry.value.entries
        if placed and name in areas:
            reading.fault(
                "S064", Where(page.document, ("blocks", name, "at"), key=True), facts={"name": name}
            )
        drawn_otherwise = name.swapcase() in areas and name.swapcase() not in written  # told with the letter
        if drawn_otherwise:
            continue
        if not placed and name not in areas and (drawn is not None or "dummy" not in tree.entries):
            reading.fault("S063", Where(page.document, ("blocks", name), key=True), facts={"name": name})


def _check_pieces(drawn: _Map, areas: dict[str, list[Cell]], reading: Reading) -> None:
    """The cells of a letter hang together, edge to edge."""
    for letter, cells in areas.items():
        rest = set(cells)
        _flood(cells[0], rest)
        if rest:
            first = min(rest)
            facts: dict[str, str | int | float] = {"letter": letter, "map": _marked(drawn, rest)}
            reading.fault("S087", drawn.where(*first), facts=facts)


def _flood(start: Cell, cells: set[Cell]) -> None:
    """Take the cells that hang together with `start` out of `cells`."""
    todo = [start]
    while todo:
        cell = todo.pop()
        if cell in cells:
            cells.discard(cell)
            i, j = cell
            todo += [(i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)]


def _marked(drawn: _Map, apart: set[Cell]) -> str:
    """The map with the cells that stand apart in brackets."""
    rows = []
    for i, row in enumerate(drawn.rows):
        cells = [f"[{c}]" if (i, j) in apart else f" {c} " for j, c in enumerate(row.letters)]
        rows.append("".join(cells).rstrip())
    return "\n".join(rows)


def _check_around(page: PageSpec, areas: dict[str, list[Cell]], reading: Reading) -> None:
    """Blocks in one frame fill a rectangle together."""
    for name, block in page.blocks.items():
        if block.box is None or not block.box.around or name not in areas:
            continue
        letters = (name, *block.box.around)
        cells = [cell for letter in letters for cell in areas.get(letter, [])]
        rows, columns = [i for i, _ in cells], [j for _, j in cells]
        size = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)
        if size != len(set(cells)):
            where = Where(block.document, (*block.path, "box", "around"))
            reading.fault("S071", where, facts={"letters": ", ".join(letters)})


def _check_wraps(page: PageSpec, reading: Reading) -> None:
    """Text runs round what lies on its columns: a block with a place of its own."""
    for block in page.blocks.values():
        if block.wrap is not None and not isinstance(block.at, AtCells | AtFree):
            reading.fault("S077", Where(block.document, (*block.path, "wrap"), key=True))


def _check_at(page: PageSpec, columns: int, lines: int, reading: Reading) -> None:
    """Blocks placed by cells stand on the grid and not on each other."""
    before: list[tuple[str, AtCells]] = []
    for name, block in page.blocks.items():
        at = block.at
        if not isinstance(at, AtCells):
            continue
        for key, last, limit in (("columns", at.columns[1], columns), ("lines", at.lines[1], lines)):
            if limit and last > limit:
                where = Where(block.document, (*block.path, "at", key))
                reading.fault("S069", where, facts={"last": last, "limit": limit, "key": key})
        for other, there in before:
            if _meet(at.columns, there.columns) and _meet(at.lines, there.lines):
                where = Where(block.document, (*block.path, "at"), key=True)
                reading.fault("S070", where, facts={"first": other, "second": name})
        before.append((name, at))


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _check_rooms(page: PageSpec, reading: Reading) -> None:
    """What goes into a story or on with it finds it on the page; leading and size are free only off the page's
    lattice."""
    set_here = {ref for block in page.blocks.values() if block.kind == "story" for ref in block.refs}
    stacked = {ref for block in page.blocks.values() if block.kind == "stories" for ref in block.refs}
    unknown = {fault.where.path for fault in reading.faults if fault.code == "S050"}  # told already
    for block in page.blocks.values():
        if block.kind == "continues" and block.refs[0] not in set_here | stacked:
            where = Where(block.document, (*block.path, "continues"))
            if where.path not in unknown:
                reading.fault("S072", where, facts={"name": block.refs[0]})
        if block.kind == "continues" and isinstance(block.at, AtFree):
            where = Where(block.document, (*block.path, "at"), key=True)
            reading.fault(
                "S028", where, facts={"name": "at: {x: …}", "owner": "picture, banner, text, quote"}
            )
        if isinstance(block.at, AtStory):
            at = Where(block.document, (*block.path, "at"), key=True)
            if block.kind not in ("picture", "quote"):
                facts = {"name": "at: {story: …}", "owner": "picture, quote"}
                reading.fault("S028", at, facts=facts)
            elif block.at.story not in set_here and (*at.path, "story") not in unknown:
                reading.fault("S072", replace(at, path=(*at.path, "story")), facts={"name": block.at.story})
        for knob in block.fit or ():
            if knob.name in ("leading", "size") and block.lattice == "page":
                where = Where(block.document, (*block.path, "fit", knob.name), key=True)
                reading.fault("S073", where, facts={"name": knob.name})


def _check_twice(tree: Mapping, reading: Reading) -> None:
    """What `head` says of a role, `style` does not say as well."""
    blocks = tree.get("blocks")
    for letter, entry in blocks.entries.items() if isinstance(blocks, Mapping) else ():
        block = entry.value
        head = block.get("head") if isinstance(block, Mapping) else None
        style = block.get("style") if isinstance(block, Mapping) else None
        if not isinstance(head, Mapping) or not isinstance(style, Mapping):
            continue
        for role in style.entries:
            here, there = style.get(role), head.get(role)
            if isinstance(here, Mapping) and isinstance(there, Mapping):
                for key in here.entries:
                    if key in there.entries:
                        where = Where(tree.document, ("blocks", letter, "style", role, key), key=True)
                        reading.fault("S065", where, facts={"role": role, "key": key})
