"""Copy to cells. In: spans of text with their styles. Out: `ShapedParagraph`: cells with class, face,
glyphs and body width, independent of any measure. Must not know lines, columns or pages."""
