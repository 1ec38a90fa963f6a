"""What the editor wrote. In: the files of a page spec (page, stories, theme). Out: `Loaded`: typed specs with
relative lengths kept (13字, 2行, 50%) and a source map, or `SpecError` with all that is wrong. Must not know
millimetres, fonts or pages."""
