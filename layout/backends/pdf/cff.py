"""As much of a CFF table as a PDF needs: which CID each glyph has (Adobe Technical Note 5176)."""

from struct import unpack_from

_CHARSET, _ROS = 15, 1230


def cids(table: bytes, count: int) -> tuple[int, ...] | None:
    """The CIDs of the `count` glyphs of a bare CFF table, in glyph order; None if its glyphs have names and
    no CIDs (a PDF then takes the glyph's own number)."""
    top = _top_dict(table)
    if _ROS not in top:
        return None
    at = top.get(_CHARSET, 0)
    if at < 3:  # a predefined charset means nothing for CIDs: they count up
        return tuple(range(count))
    kind = table[at]
    if kind == 0:
        return (0, *unpack_from(f">{count - 1}H", table, at + 1))
    found, place, entry = [0], at + 1, ">HB" if kind == 1 else ">HH"
    while len(found) < count:
        first, left = unpack_from(entry, table, place)
        found.extend(range(first, first + left + 1))
        place += 3 if kind == 1 else 4
    return tuple(found[:count])


def _top_dict(table: bytes) -> dict[int, int]:
    """The first Top DICT: operator to its last operand, escaped operators as 1200 + their second byte."""
    names_end = _index(table, table[2])[-1]
    offsets = _index(table, names_end)
    found: dict[int, int] = {}
    value, at = 0, offsets[0]
    while at < offsets[1]:
        first = table[at]
        at += 1
        if first <= 21:
            if first == 12:
                first, at = 1200 + table[at], at + 1
            found[first], value = value, 0
        elif first == 30:  # a real number: half bytes up to an 0xf
            while table[at] & 15 != 15 and table[at] >> 4 != 15:
                at += 1
            at += 1
        elif first == 28 or first == 29:
            size = 2 if first == 28 else 4
            value, at = int.from_bytes(table[at : at + size], "big", signed=True), at + size
        elif first < 247:
            value = first - 139
        else:
            step = (first - 247) * 256 if first < 251 else -(first - 251) * 256
            value = step + 108 + table[at] if first < 251 else step - 108 - table[at]
            at += 1
    return found


def _index(table: bytes, at: int) -> tuple[int, ...]:
    """Where the objects of the INDEX at `at` begin, and where the last one ends."""
    count = unpack_from(">H", table, at)[0]
    if not count:
        return (at + 2,)
    size = table[at + 2]
    start = at + 3
    base = start + (count + 1) * size - 1
    ends = (start + i * size for i in range(count + 1))
    return tuple(base + int.from_bytes(table[i : i + size], "big") for i in ends)
