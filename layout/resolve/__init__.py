"""Spec to plan. In: the specs of a page and its theme. Out: `PagePlan`: boxes, grid, areas and placeables in
Emu, concrete styles, copy. Must not know glyphs or lines."""
