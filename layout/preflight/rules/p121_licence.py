"""P121: a face whose maker does not allow it in a file.

`fsType` of the OS/2 table (OpenType 1.9): bit 1 alone forbids embedding; bit 8 forbids subsets, which is how faces
are embedded; bit 9 allows bitmaps only. A licence in writing may allow more than the bits.
"""

from collections.abc import Iterator

from layout.preflight.limits import Limits
from layout.preflight.types import Hit
from layout.sheet import Sheet

SEVERITY = "error"

_RESTRICTED, _OTHERS, _NO_SUBSET, _BITMAP = 0x2, 0xC, 0x100, 0x200


def check(sheet: Sheet, limits: Limits) -> Iterator[Hit]:
    for face in sheet.faces:
        bits = face.fs_type
        if bits >= 0 and _forbids(bits):
            yield Hit({"face": face.name, "bits": f"0x{bits:04X}"}, face=face.name)


def _forbids(bits: int) -> bool:
    # Where several usage bits are set the least restrictive one holds.
    return bool((bits & _RESTRICTED and not bits & _OTHERS) or bits & (_NO_SUBSET | _BITMAP))
