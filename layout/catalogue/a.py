"""Findings about assets: pictures, fonts, furniture."""

from layout.catalogue.entry import Entry

PICTURE_ZH = (
    "能用的图片：JPEG、PNG、TIFF、WebP、BMP、GIF（不超过 8000 万像素）和 PDF 的第一页。"
    "图片用不了时，它的位置空着，其余照排。"
)
PICTURE_EN = (
    "Pictures may be JPEG, PNG, TIFF, WebP, BMP or GIF, up to 80 million pixels, or the first page of a PDF. "
    "Where a picture can't be used its place is kept free and the rest of the page is set."
)
FONT_ZH = "主题的 `faces:` 里可以写自己的字体文件（TTF、OTF、TTC）。用不了的由后备字体代替，照样排出。"
FONT_EN = (
    "A theme's `faces:` may name font files of its own (TTF, OTF, TTC). "
    "A font that can't be used is replaced by the fallback, so that the page can still be looked at."
)
PLACE_ZH = "`at` 的长度从裁切后的左上角算起；放在外面的部分不能超出出血。两个用 `at` 放的块不能互相压着。"
PLACE_EN = (
    "The lengths of `at` count from the corner of the trimmed page; what lies outside must stay within the bleed. "
    "Two blocks placed by `at` may not overlap."
)
FURNITURE_ZH = "报眉等处的文字里，花括号中的名字由本版的日期、版次等代替。"
FURNITURE_EN = "In the text of furniture a name in braces stands for the page's date, number and so on."

ENTRIES: dict[str, Entry] = {
    "A101": Entry(
        zh="图片 {picture} 的文件 {file} 不是能认出的图片",
        en="picture {picture}: {file} is not a picture of a known format",
        zh_hint="另存为 JPEG 或 PNG 再用",
        en_hint="save it as a JPEG or a PNG",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "A102": Entry(
        zh="图片 {picture} 的文件 {file} 已损坏或不完整",
        en="picture {picture}: {file} is damaged or cut short",
        zh_hint="重新拷贝一次原图",
        en_hint="copy the original again",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "A103": Entry(
        zh="图片 {picture} 的文件 {file} 有 {megapixels} 百万像素，多于 {most} 百万，没有打开",
        en="picture {picture}: {file} has {megapixels} megapixels, more than {most}, and is not opened",
        zh_hint="先缩小到版面需要的大小",
        en_hint="reduce it to what the page needs",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "A104": Entry(
        zh="图片 {picture} 的文件 {file} 的编码方式印刷文件里放不进",
        en="picture {picture}: {file} is encoded in a way that no press file can hold",
        zh_hint="另存为普通的 JPEG（基线或渐进，灰度、RGB 或 CMYK）",
        en_hint="save it as a plain JPEG (baseline or progressive; grey, RGB or CMYK)",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "A105": Entry(
        zh="图片 {picture} 的文件 {file} 读不到",
        en="picture {picture}: {file} can't be read",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "A106": Entry(
        zh="图片 {picture} 没有透明的部分，找不到轮廓，文字只好绕方框",
        en="picture {picture} has no transparent part to find an outline by; text runs round its frame",
        zh_hint="存成带透明背景的 PNG，或写 outline: [[横, 竖], …]",
        en_hint="save it as a PNG with a transparent background, or write outline: [[x, y], …]",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "A108": Entry(
        zh="图片 {picture} 的文件 {file} 是加了密码的 PDF，打不开",
        en="picture {picture}: {file} is a PDF with a password and can't be opened",
        zh_hint="请对方重新输出，不设密码",
        en_hint="have it made again without a password",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "A201": Entry(
        zh="字体文件 {file} 读不到",
        en="font file {file} can't be read",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "A202": Entry(
        zh="{file} 不是字体，或已损坏",
        en="{file} is not a font, or is damaged",
        zh_hint="要 TTF、OTF 或 TTC 文件",
        en_hint="a TTF, OTF or TTC file is wanted",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "A203": Entry(
        zh="字体合集 {file} 里没有第 {number} 号字体（从 0 数起）",
        en="the collection {file} has no face number {number} (counted from 0)",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "A204": Entry(
        zh="字体 {family} 没有一个能用的字体文件",
        en="family {family} has no face that can be used",
        zh_hint="在 `fonts:` 里给它一个字体文件，或去掉 `fallback: none`",
        en_hint="give it a font file in `fonts:`, or leave out `fallback: none`",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "A301": Entry(
        zh="花括号里的 {name} 不知道代表什么",
        en="nothing is known as {{{name}}}",
        zh_hint="可以写 {names}",
        en_hint="there are {names}",
        what_zh=FURNITURE_ZH,
        what_en=FURNITURE_EN,
    ),
    "A302": Entry(
        zh="排不出 {{lunar}}（农历日期）：没有装 lunar-python",
        en="{{lunar}} can't be set: lunar-python is not installed",
        zh_hint="装上它：pip install lunar-python",
        en_hint="install it: pip install lunar-python",
        what_zh=FURNITURE_ZH,
        what_en=FURNITURE_EN,
    ),
    "A305": Entry(
        zh="主题里没有报头",
        en="the theme has no nameplate",
        zh_hint="在主题里写 nameplate:，说明报名、日期、期号各放在哪里",
        en_hint="say under nameplate: in the theme where the paper's name, the date and the rest stand",
        what_zh="报头由主题安排，每个部分有自己的位置（at，百分数是报头那块地方的）、文字和样式。",
        what_en="The theme arranges the nameplate: each of its parts has a place (at; per cent are of the block), "
        "a text and a style.",
    ),
    "A306": Entry(
        zh="网址有 {characters} 个字符，二维码装不下",
        en="a link of {characters} characters is longer than any QR code",
        zh_hint="换一个短网址",
        en_hint="use a shorter link",
        what_zh="最大的二维码（177 × 177 格，纠错 M 级）装得下两千多个字符。",
        what_en="The largest code (177 × 177 modules, level M) holds a little over two thousand characters.",
    ),
    "A307": Entry(
        zh="{file} 不是一张表格",
        en="{file} is not one table",
        zh_hint="只放一张 Markdown 表格（表头、|---|---|、各行），或一份 UTF-8 的 CSV",
        en_hint="put one Markdown table there (heads, |---|---|, rows) and nothing else, or a CSV file in UTF-8",
        what_zh="table: 写 .md 或 .csv 文件，或直接写一张 Markdown 表格。",
        what_en="`table:` takes a file, .md or .csv, or a Markdown table written there.",
    ),
    "A401": Entry(
        zh="版心 {width} × {height} 毫米（左边 {left}、天头 {top}）超出了 {page_width} × {page_height} 毫米的纸",
        en="the type area, {width} × {height} mm at {left}, {top} is off the {page_width} × {page_height} mm paper",
        zh_hint="减栏、减行，或改小栏宽和白边",
        en_hint="fewer columns or lines, or smaller measures and margins",
        what_zh="版心由网格算出：栏宽乘栏数加栏间距是宽，行高乘行数是高。它必须整个在裁切后的纸上。",
        what_en="The type area follows from the grid: columns with their gutters across, lines down. "
        "All of it must lie on the trimmed page.",
    ),
    "A402": Entry(
        zh="{block} 伸出纸边 {beyond} mm",
        en="{block} reaches {beyond} mm over the paper's edge",
        zh_hint="检查 x、y、width、height",
        en_hint="look at x, y, width and height",
        what_zh=PLACE_ZH,
        what_en=PLACE_EN,
    ),
    "A403": Entry(
        zh="{block} 压在 {other} 上",
        en="{block} lies over {other}",
        zh_hint="移开其中一个",
        en_hint="move one of them",
        what_zh=PLACE_ZH,
        what_en=PLACE_EN,
    ),
}
