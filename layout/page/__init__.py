"""Plan to page. In: a `PagePlan` and the fonts. Out: `PageLayout`: every line, picture, rule and frame in its
place, and what did not fit. Must not know PDF, files or how the spec was written.

The order is always the same and nothing loops back: rooms (areas less gaps and holes) → heads measured →
frames → fill. `compose` is the table of contents.
"""
