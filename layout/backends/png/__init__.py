"""The PNG backend. In: a finished PDF. Out: one of its pages as an image.

There is one painter of record, the PDF (decision D7): what PNG shows is what the press gets.
"""


def render(pdf: bytes, ppi: int, page: int = 0) -> bytes:
    """Page `page` (from 0) of `pdf` as a PNG in RGB at `ppi` pixels an inch, on white.

    Raises IndexError if there is no such page and ValueError if `ppi` is not positive.
    """
    from io import BytesIO

    from pypdfium2 import PdfDocument

    if ppi <= 0:
        raise ValueError(f"a resolution must be positive, not {ppi}")
    document = PdfDocument(pdf)
    try:
        if not 0 <= page < len(document):
            raise IndexError(f"page {page} of {len(document)}")
        image = document[page].render(scale=ppi / 72, draw_annots=False).to_pil().convert("RGB")
    finally:
        document.close()
    out = BytesIO()
    image.save(out, "PNG", dpi=(ppi, ppi))
    return out.getvalue()
