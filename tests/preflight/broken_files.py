"""How to break one rule of a file that keeps them all: each breaker edits an open PDF, nothing else.

`BROKEN` is by code; a code may have several ways. `base` says which standard the good file keeps. One module, long as
it is: each row of the table is read beside the few lines that do the breaking.
"""

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream


class Way(NamedTuple):
    """A way to break a rule; `save` is how the file is written, `severity` what the finding must be."""

    name: str
    edit: Callable[[Pdf], object]
    base: str = "pdf/x-4"
    severity: str = "error"
    save: dict[str, object] = {}


def paint(operators: str) -> Callable[[Pdf], None]:
    """More content on the first page; `FONT` stands for a font of the page and `CODES` for text in it."""

    def edit(pdf: Pdf) -> None:
        font, codes = a_text(pdf)
        said = operators.replace("FONT", font).replace("CODES", codes)
        pdf.pages[0].contents_add(f"q {said} Q".encode(), prepend=False)

    return edit


def a_text(pdf: Pdf) -> tuple[str, str]:
    """A font of the first page by name, and two of its codes as a string."""
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) == "TJ":
            return font, f"<{bytes(operands[0][0]).hex()}>"
    raise AssertionError("no text")


def picture(
    size: int,
    shown: int,
    *,
    space: str = "/DeviceGray",
    pixel: bytes = b"\x80",
    bits: int = 8,
) -> Callable[[Pdf], None]:
    """A square picture of `size` pixels, shown `shown` points wide."""

    def edit(pdf: Pdf) -> None:
        image = Stream(pdf, (pixel * size * size)[: size * size * len(pixel) * bits // 8])
        image.stream_dict = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=size,
            Height=size,
            BitsPerComponent=bits,
            ColorSpace=Name(space),
        )
        resources = pdf.pages[0].resources
        if "/XObject" not in resources:
            resources.XObject = Dictionary()
        resources.XObject.Extra = pdf.make_indirect(image)
        pdf.pages[0].contents_add(f"q {shown} 0 0 {shown} 90 90 cm /Extra Do Q".encode())

    return edit


def jpeg(mode: str, value: int) -> Callable[[Pdf], None]:
    """A CMYK JPEG of 150 pixels over 50 points, all inks at `value`, as Pillow writes it: 255 is no ink."""

    def edit(pdf: Pdf) -> None:
        from PIL import Image

        out = BytesIO()
        Image.new(mode, (150, 150), (value,) * 4).save(out, "JPEG", quality=95)
        picture(150, 50, space="/DeviceCMYK", pixel=bytes(4))(pdf)
        image = pdf.pages[0].resources.XObject.Extra
        image.write(out.getvalue(), filter=Name.DCTDecode)
        image.Decode = Array([1, 0, 1, 0, 1, 0, 1, 0])

    return edit


def fonts(pdf: Pdf) -> list[pikepdf.Object]:
    return list(pdf.pages[0].resources.Font.values())


def descriptor(pdf: Pdf) -> pikepdf.Object:
    return fonts(pdf)[0].DescendantFonts[0].FontDescriptor


def licence(bits: int) -> Callable[[Pdf], None]:
    """Gives the first font's program an OS/2 table with these embedding bits."""

    def edit(pdf: Pdf) -> None:
        from fontTools.fontBuilder import FontBuilder
        from fontTools.ttLib import TTFont

        program = TTFont(BytesIO(descriptor(pdf).FontFile2.read_bytes()))
        builder = FontBuilder(font=program)
        builder.setupCharacterMap({})
        builder.setupOS2(fsType=bits)
        out = BytesIO()
        program.save(out)
        descriptor(pdf).FontFile2.write(out.getvalue())

    return edit


def unembedded(pdf: Pdf) -> None:
    del descriptor(pdf).FontFile2


def empty_font(pdf: Pdf) -> None:
    resources = pdf.pages[0].resources.Font
    resources[next(iter(resources.keys()))] = Dictionary()


def no_fonts(pdf: Pdf) -> None:
    pdf.pages[0].resources.Font = Dictionary()


def one_width(pdf: Pdf) -> None:
    font, codes = a_text(pdf)
    below = pdf.pages[0].resources.Font[font].DescendantFonts[0]
    below.W = Array([*list(below.W), int(codes[1:5], 16), Array([123])])


def all_widths(pdf: Pdf) -> None:
    fonts(pdf)[0].DescendantFonts[0].DW = 900


def unmapped(pdf: Pdf) -> None:
    del fonts(pdf)[0]["/ToUnicode"]


def box(name: str, by: float) -> Callable[[Pdf], None]:
    """Makes a page box larger on all sides."""

    def edit(pdf: Pdf) -> None:
        x1, y1, x2, y2 = (float(v) for v in pdf.pages[0].obj[name])
        pdf.pages[0].obj[name] = Array([x1 - by, y1 - by, x2 + by, y2 + by])

    return edit


def annotation(kind: str, flags: int = 4) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([90, 90, 120, 120]), F=flags)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return edit


def layer(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="底层"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


def open_action(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('x')")


def named_script(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def page_action(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Launch, F="calc.exe"))


def no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def intent_without(*keys: str) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        for key in keys:
            del pdf.Root.OutputIntents[0][key]

    return edit


def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def rgb_intent(pdf: Pdf) -> None:
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[12:16] = b"prtr"
    stream = Stream(pdf, bytes(profile))
    stream.N = 3
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(stream)


def screen_intent(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[12:16] = b"mntr"
    profile.write(bytes(data))


def in_xmp(old: str, new: str) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        assert old in text
        pdf.Root.Metadata.write(text.replace(old, new).encode())

    return edit


def in_info(key: str, value: object) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        if value is None:
            del pdf.docinfo[key]
        else:
            pdf.docinfo[key] = value

    return edit


def untitled(pdf: Pdf) -> None:
    in_info("/Title", None)(pdf)
    in_xmp("dc:title", "dc:source")(pdf)


def see_through(**state: object) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        resources = pdf.pages[0].resources
        if "/ExtGState" not in resources:
            resources.ExtGState = Dictionary()
        resources.ExtGState.Glass = Dictionary(**state)
        pdf.pages[0].contents_add(b"q /Glass gs 0 0 0 0.3 k 90 90 20 20 re f Q")

    return edit


def page_group(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def untagged(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def wordless(pdf: Pdf) -> None:
    del pdf.Root.Lang


def blank(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = Stream(pdf, b"q 0 0 0 0 k 90 90 200 200 re f Q")


def torn(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents.write(b"no deflated data", filter=Name.FlateDecode)


def separation(name: str) -> Callable[[Pdf], None]:
    """A tint of another ink, at full strength."""

    def edit(pdf: Pdf) -> None:
        blend = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
        space = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, blend])
        pdf.pages[0].resources.ColorSpace = Dictionary(Extra=space)
        pdf.pages[0].contents_add(b"q /Extra cs 1 scn 90 90 20 20 re f Q")

    return edit


def trapped(value: object) -> Callable[[Pdf], None]:
    """Says of trapping `value` in Info, and nothing in XMP."""

    def edit(pdf: Pdf) -> None:
        in_info("/Trapped", value)(pdf)
        in_xmp("pdf:Trapped", "pdf:Other")(pdf)

    return edit


def locked(user: str) -> dict[str, object]:
    """How a file is saved with passwords, in the way of PDF 1.6."""
    return {"encryption": pikepdf.Encryption(owner="o", user=user, R=4)}


def over(operators: str) -> Callable[[Pdf], None]:
    """More content, painted with overprinting on."""

    def edit(pdf: Pdf) -> None:
        states = pdf.pages[0].resources.get("/ExtGState", Dictionary())
        pdf.pages[0].resources.ExtGState = states
        states.Upon = Dictionary(OP=True, op=True, OPM=1)
        paint(f"/Upon gs {operators}")(pdf)

    return edit


TINT = "0.8 0.5 0.5 0 k 90 90 60 30 re f "
ROUND = "0.8 0.5 0.5 0 k 93 90 m 147 90 l 150 90 150 93 150 93 c 150 120 l 90 120 l 90 93 l 90 90 93 90 93 90 c f "
TYPE = "BT FONT 20 Tf 95 95 Td CODES Tj ET"

BROKEN: dict[str, list[Way]] = {
    "P101": [Way("20 pixels over 100 pt", picture(20, 100))],
    "P102": [Way("250 pixels over 100 pt", picture(250, 100), severity="warning")],
    "P103": [Way("1,000 pixels over 100 pt", picture(1000, 100), severity="info")],
    "P111": [
        Way("a tint of 300 %", paint("1 1 1 0 k 90 90 20 20 re f")),
        Way("a line of 300 %", paint("1 1 1 0 K 2 w 90 90 m 120 90 l S")),
        Way("type of 270 % in three inks", paint("0.9 0.9 0 0.9 k BT FONT 20 Tf 90 90 Td CODES Tj ET")),
        Way("every plate", separation("All")),
        Way("black type upon a tint", over(TINT + f"0 0 0 1 k {TYPE}")),
        Way("a black line upon a tint", over(TINT + "0 0 0 1 K 2 w 95 95 m 120 95 l S")),
        Way("black type upon a rounded tint", over(ROUND + f"0 0 0 1 k {TYPE}")),
    ],
    "P112": [
        Way("pixels of 400 %", picture(150, 50, space="/DeviceCMYK", pixel=b"\xff" * 4)),
        Way("a JPEG of 400 %", jpeg("CMYK", 255)),
    ],
    "P113": [
        Way("20 pt", paint("0.3 0.3 0.3 0.9 k BT FONT 20 Tf 90 90 Td CODES Tj ET")),
        Way("7 pt", paint("0.3 0.3 0.3 0.9 k BT FONT 7 Tf 90 90 Td CODES Tj ET")),
    ],
    "P114": [
        Way("9 pt", paint("0 1 0.9 0 k BT FONT 9 Tf 90 90 Td CODES Tj ET")),
        Way(
            "18 pt made half as large",
            paint("0.5 0 0 0.5 0 0 cm 0 1 0.9 0 k BT FONT 18 Tf 200 200 Td CODES Tj ET"),
        ),
    ],
    "P115": [
        Way("white", paint("0 0 0 0 k BT FONT 7 Tf 90 90 Td CODES Tj ET")),
        Way("white by grey", paint("1 g BT FONT 7 Tf 90 90 Td CODES Tj ET")),
    ],
    "P116": [
        Way("0.1 pt", paint("0.1 w 90 90 m 150 90 l S")),
        Way("0 pt", paint("0 w 90 90 20 20 re S")),
        Way("a strip of 0.1 pt", paint("90 90 50 0.1 re f")),
        Way("1 pt made a tenth", paint("0.1 0 0 0.1 0 0 cm 1 w 900 900 m 1500 900 l S")),
    ],
    "P117": [Way("paper on paper", blank)],
    "P121": [
        Way("restricted", licence(0x0002)),
        Way("no subsets", licence(0x0104)),
        Way("bitmaps only", licence(0x0200)),
    ],
    "P201": [
        Way("owner's password", lambda pdf: None, save=locked("")),
        Way("reader's password", lambda pdf: None, save=locked("u")),
    ],
    "P202": [Way("torn", torn)],
    "P203": [Way("no program", unembedded)],
    "P204": [Way("an empty dictionary", empty_font), Way("no fonts at all", no_fonts)],
    "P205": [Way("one", one_width), Way("nearly all", all_widths)],
    "P206": [
        Way("no ToUnicode", unmapped, severity="warning"),
        Way("no ToUnicode where it is promised", unmapped, base="pdf/a-2a"),
    ],
    "P211": [
        Way("trim outside bleed", box("/TrimBox", 5)),
        Way("bleed outside media", box("/BleedBox", 5)),
        Way("no trim", lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox")),
        Way("trim and art", lambda pdf: pdf.pages[0].obj.update({"/ArtBox": pdf.pages[0].obj.TrimBox})),
    ],
    "P212": [
        Way("a note", annotation("Text")),
        Way("a link", annotation("Link")),
        Way("a stamp", annotation("Stamp"), base="plain", severity="warning"),
    ],
    "P213": [Way("a layer", layer, severity="warning"), Way("in X-1a", layer, base="pdf/x-1a")],
    "P214": [
        Way("when opened", open_action),
        Way("by name", named_script),
        Way("a program", page_action),
    ],
    "P215": [
        Way("a shape", paint("1 0 0 rg 90 90 20 20 re f")),
        Way("text", paint("0 0 1 rg BT FONT 12 Tf 90 90 Td CODES Tj ET")),
        Way("a line", paint("0 0 1 RG 1 w 90 90 m 120 90 l S")),
        Way("a picture", picture(300, 100, space="/DeviceRGB", pixel=b"\x80" * 3)),
    ],
    "P216": [
        Way("none", no_intent),
        Way("two", two_intents),
        Way("no name", intent_without("/OutputConditionIdentifier")),
        Way("no profile", intent_without("/DestOutputProfile")),
        Way("RGB", rgb_intent),
        Way("of a screen", screen_intent),
    ],
    "P301": [Way("1.7", lambda pdf: None, save={"force_version": "1.7"})],
    "P302": [
        Way("no name", in_xmp("pdfxid:GTS_PDFXVersion", "pdfxid:Other")),
        Way("no title", untitled),
    ],
    "P303": [
        Way("not said", trapped(None)),
        Way("unknown", trapped(Name.Unknown)),
    ],
    "P304": [
        Way("alpha", see_through(ca=0.5), base="pdf/x-1a"),
        Way("a blend mode", see_through(BM=Name.Multiply), base="pdf/x-1a"),
        Way("a group", page_group, base="pdf/x-1a"),
    ],
    "P305": [
        Way("title", in_info("/Title", "别的")),
        Way("date", in_info("/ModDate", "D:20010101000000+00'00'")),
    ],
    "P306": [
        Way("no tags", untagged, base="pdf/a-2a"),
        Way("no language", wordless, base="pdf/a-2a"),
    ],
}
"""By code: files that break that rule and no other."""
