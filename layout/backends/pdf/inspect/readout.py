"""The text of a PDF as a reader program has it, by pdfium."""


def readout(data: bytes) -> tuple[str, ...]:
    """The characters of each page in the order of its content, without those that pdfium makes up from gaps and
    line ends, and without spaces."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        text = page.get_textpage()
        raw = text.raw
        real = (
            pdfium.FPDFText_GetUnicode(raw, i)
            for i in range(pdfium.FPDFText_CountChars(raw))
            if pdfium.FPDFText_IsGenerated(raw, i) != 1
        )
        pages.append("".join("".join(map(chr, real)).split()))
    document.close()
    return tuple(pages)
