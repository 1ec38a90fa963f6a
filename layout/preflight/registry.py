"""Which rules there are. Each is a module of `layout.preflight.rules` with `SEVERITY` and `check`, named by its
code; a module is imported when its rule runs."""

from collections.abc import Iterator
from importlib import import_module

from layout.preflight.types import Rule

# Of a page, in every render: what its maker can mend at once. Each costs a tenth of a millisecond.
QUICK = (
    "p101_coarse",
    "p102_soft",
    "p115_small_reversed_type",
    "p116_hairline",
    "p121_licence",
)

# Of a page, where it is checked.
THOROUGH = (
    "p103_fine",
    "p111_ink",
    "p112_picture_ink",
    "p113_four_colour_type",
    "p114_small_coloured_type",
    "p117_blank",
)

# Of make-up (page lint), where it is checked; what they look at is a `Printed`.
MAKE_UP = (
    "p401_heads_side_by_side",
    "p402_cut_across",
    "p403_touching",
    "p404_outside",
    "p405_small",
    "p406_nameless_picture",
    "p407_same_picture",
    "p408_empty_column",
    "p409_head_sizes",
)

# Of a finished file.
FILE = (
    "p201_encrypted",
    "p202_broken_content",
    "p203_unembedded",
    "p204_no_font",
    "p205_widths",
    "p206_unreadable_text",
    "p211_boxes",
    "p212_annotation",
    "p213_layers",
    "p214_script",
    "p215_rgb",
    "p216_intent",
    "p301_version",
    "p302_identification",
    "p303_trapped",
    "p304_transparency",
    "p305_metadata",
    "p306_structure",
    "p307_claim",
)

# Of a finished file beside the scene that it was made of.
PROOF = ("p207_text",)


def rules(names: tuple[str, ...]) -> Iterator[Rule]:
    """The rules with these modules."""
    for name in names:
        module = import_module(f"layout.preflight.rules.{name}")
        yield Rule(name.partition("_")[0].upper(), module.SEVERITY, module.check)
