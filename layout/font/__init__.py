"""Faces and families. In: `fonts.yaml`-like tables of files. Out: `Face` objects and the choice of a face
for a character. Must not know sizes, measures, pages or where the text comes from."""
