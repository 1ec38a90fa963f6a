"""Which characters are Chinese, for `copy` alone: the parts of regular expressions, and one test.

The classes are those of the house's rule set (typography.md section 2), coarser: normalisation asks only
whether a neighbour is Chinese, Latin or a mark.
"""

# Unified ideographs with their extensions, 〇 and 々, compatibility ideographs, kana, bopomofo, hangul.
HAN = (
    "\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af"
)
# Full-width marks that are Chinese wherever they stand, and the signs that are set like Han (▲ ● ① ※).
WIDE = (
    "\u3001-\u3004\u3008-\u3020\u302a-\u3030\u303d-\u303f，。；：？！．《》［］｛｝\u2460-\u24ff\u25a0-\u25ff\u2605\u2606\u203b"
)
# Spaces of any width; what `layout.copy.clean` leaves of them is U+0020 and U+3000.
SPACE = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"


def is_han(char: str) -> bool:
    """Whether `char` is an ideograph or another letter of East Asia ("" is not)."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or char in "\u3005\u3006\u3007"
        and char != ""
        or "\U00020000" <= char <= "\U000323af"
        or "\uf900" <= char <= "\ufaff"
        or "\u3041" <= char <= "\u3096"
        or "\u30a1" <= char <= "\u30fa"
        or "\uac00" <= char <= "\ud7a3"
    )


def is_chinese(char: str) -> bool:
    """Whether `char` is Chinese text: Han, or a mark or sign that is set full width ("" is not)."""
    return is_han(char) or "\u3001" <= char <= "\u303f" or "\uff01" <= char <= "\uff65" or char in _SOFT_MARKS


_SOFT_MARKS = frozenset("…—·※★☆▲●■◆□○◇△▼▽")
