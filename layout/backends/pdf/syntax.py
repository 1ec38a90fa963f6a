"""Values in the syntax of PDF (ISO 32000-1, 7.3)."""

from codecs import utf_16_be_encode
from functools import lru_cache

from layout.units import PT, Emu


@lru_cache(maxsize=4096)  # a page has few sizes, inks and weights, and its places recur from column to column
def number(value: float, digits: int = 3) -> str:
    """A number without an exponent and without needless zeros."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def length(emu: Emu) -> str:
    """A length in points, to 1/1000 pt (a third of a thousandth of a millimetre)."""
    return number(emu / PT)


def name(text: str) -> str:
    """A name object; all but letters, digits and a few signs as #xx of their UTF-8."""
    plain = (chr(b) if chr(b).isalnum() and b < 128 or b in b"+-_." else f"#{b:02X}" for b in text.encode())
    return "/" + "".join(plain)


def string(text: str) -> str:
    """A text string as hexadecimal UTF-16 with its mark, which every reader takes for any script."""
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """Big-endian UTF-16 in hexadecimal, without brackets."""
    if len(text) == 1 and text < "\U00010000":
        return f"{ord(text):04X}"
    return utf_16_be_encode(text)[0].hex().upper()


def ascii_string(text: str) -> str:
    """An ASCII string in parentheses, for dates and addresses."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def dictionary(entries: dict[str, str]) -> str:
    """A direct dictionary; keys without their slash, values in PDF syntax."""
    return f"<<{' '.join(f'/{k} {v}' for k, v in entries.items())}>>"
