"""Paragraphs to lines. In: a `ShapedParagraph` and the measures of the slots it may use. Out: `Line`s with
the place of each cell along them. Must not know x, y, columns or pages."""

from layout.paragraph.break_ import natural_width as natural_width
