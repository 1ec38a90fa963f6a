"""The other contender: `python benchmarks/typst_compile.py FONTS ROOT FILE.typ …`, a PDF beside each file.

Typst at its best: one compiler for all files, so that it looks at the fonts once; tags in the PDF, as ours has
them; the fonts of FONTS only.
"""

import sys

import typst

fonts, root, *files = sys.argv[1:]
compiler = typst.Compiler(root=root, font_paths=[fonts], ignore_system_fonts=True)
for file in files:
    compiler.compile(file, output=file.removesuffix("typ") + "pdf", pdf_tags=True)
