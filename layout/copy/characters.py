"""Which characters are Chinese, for `copy` alone: normalisation asks only whether a neighbour is Chinese, Latin or
a mark, so these classes are coarser than those of `layout.text.classify`."""

SPACES = frozenset(
    " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)

# Ideographs and the letters of East Asia, without the commonest range.
_HAN = (
    ("\u3005", "\u3007"),
    ("\u3400", "\u4dbf"),
    ("\u3021", "\u3029"),
    ("\u3041", "\u3096"),
    ("\u309d", "\u309f"),
    ("\u30a1", "\u30fa"),
    ("\u30fc", "\u30ff"),
    ("\u3105", "\u312f"),
    ("\u31a0", "\u31bf"),
    ("\u31f0", "\u31ff"),
    ("\u2e80", "\u2fdf"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U000323af"),
)
# Full-width marks that are Chinese wherever they stand, and the signs that are set like Han (▲ ● ① ※).
_WIDE = (
    ("\u3001", "\u3004"),
    ("\u3008", "\u301b"),
    ("\u301d", "\u3020"),
    ("\u302a", "\u3030"),
    ("\u303d", "\u303f"),
    ("\u2460", "\u24ff"),
    ("\u25a0", "\u25ff"),
    ("\u2605", "\u2606"),
    ("\u203b", "\u203b"),
)
_WIDE_MARKS = frozenset("，；：？！．［］｛｝")
_SOFT_MARKS = frozenset("…—·")


def is_han(char: str) -> bool:
    """Whether `char` is an ideograph or another letter of East Asia ("" is not)."""
    return "\u4e00" <= char <= "\u9fff" or any(low <= char <= high for low, high in _HAN)


def is_wide(char: str) -> bool:
    """Whether `char` is a mark or sign that is set full width and is Chinese wherever it stands."""
    return char in _WIDE_MARKS or any(low <= char <= high for low, high in _WIDE)


def is_chinese(char: str) -> bool:
    """Whether `char` is Chinese text: Han or a mark of Chinese text ("" is not)."""
    return is_han(char) or is_wide(char) or char in _SOFT_MARKS or "\uff01" <= char <= "\uff65"
