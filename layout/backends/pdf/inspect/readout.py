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
        # pdfium tells a character beyond the first 65,536 as two halves
        halves = "".join(map(chr, real)).encode("utf-16-le", "surrogatepass")
        pages.append("".join(halves.decode("utf-16-le", "replace").split()))
    document.close()
    return tuple(pages)
