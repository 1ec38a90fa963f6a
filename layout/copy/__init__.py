"""Story markup to copy. In: the Markdown body and the heads of a story, as written. Out: `Copy`: blocks of
marked pieces, wire copy normalised, every character traceable to its place in the source. Must not know
styles, fonts, measures or pages."""
