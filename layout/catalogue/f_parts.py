"""Findings about small parts: QR codes."""

from layout.catalogue.entry import Entry

PARTS: dict[str, Entry] = {
    "F050": Entry(
        zh="二维码 {block} 只有 {size} 毫米，至少要 {least} 毫米",
        en="QR code {block} is {size} mm, it must be {least} mm at least",
        zh_hint="给它 {room} 毫米见方的地方（四周的空白在内），说明文字另算；或换一个短网址",
        en_hint="give it {room} mm each way with the white round it, and its words besides; or use a shorter link",
        what_zh="二维码至少 12 毫米见方，每格至少 0.3 毫米，四周空四格，否则印在新闻纸上手机读不出。",
        what_en="A code of less than 12 mm, or of modules of less than 0.3 mm, can't be read off newsprint; four "
        "modules round it stay white.",
    ),
    "F051": Entry(
        zh="表格 {block} 排不下，多出 {rows} 行（版面的 {lines} 行）",
        en="table {block} does not fit: {rows} rows over ({lines} lines of the grid)",
        zh_hint="删行、并列，或加大格子",
        en_hint="drop rows, or give it more room",
        what_zh="表格每行占整行，不缩小；排不下的行不印。",
        what_en="A row of a table takes whole lines and is never made smaller; rows that don't fit are not printed.",
    ),
    "F052": Entry(
        zh="图片“{picture}”的格子太小，放不下图",
        en="the area of picture {picture} is too small for it",
        zh_hint="在版样里把它的格子加大",
        en_hint="give it more room in the dummy",
        what_zh="格子去掉框线和四周的空白以后，没有剩下放图的地方。",
        what_en="Less its frame and the white round it, nothing of the area is left for the picture.",
    ),
}
