"""Lengths are whole numbers of Emu: 12,700 to the point, 36,000 to the millimetre, both exact.

Every length after `resolve` is an Emu, so sums and comparisons are exact and the same on every machine.
"""

from typing import TypeAlias

Emu: TypeAlias = int

PT: Emu = 12_700
MM: Emu = 36_000
INCH: Emu = 914_400


def pt(points: float) -> Emu:
    """Points to Emu, rounded to the nearest."""
    return round(points * PT)


def to_pt(length: Emu) -> float:
    """Emu to points, for messages and for PDF numbers."""
    return length / PT


def to_mm(length: Emu) -> float:
    """Emu to millimetres, for messages."""
    return length / MM


def share(total: Emu, parts: int) -> tuple[Emu, ...]:
    """`total` in `parts` whole shares whose sum is exactly `total`; the earlier ones take the remainder."""
    each, rest = divmod(total, parts)
    return tuple(each + 1 if i < rest else each for i in range(parts))
