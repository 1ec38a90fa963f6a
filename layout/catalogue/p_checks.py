"""Findings of preflight: P1xx on what is printed, P2xx on the file, P3xx on the standards that it claims."""

from layout.catalogue.entry import Entry

RESOLUTION_ZH = (
    "有效分辨率是印出来每英寸有多少像素：图放大一倍，分辨率减半。"
    "限度写在主题的 `print: {resolution: …}` 里，不写是 150、200、450。"
)
RESOLUTION_EN = (
    "The effective resolution is how many pixels an inch of the printed picture has: "
    "twice as large is half as fine. The limits are the theme's `print: {resolution: …}`, else 150, 200 and 450."
)
INK_ZH = (
    "总墨量是一处各色油墨网点之和，四色实地是 400 %。新闻纸干得慢，超过限度会蹭脏、透印。"
    "限度写在主题的 `print: {ink: …}` 里，不写是 240 %。"
)
INK_EN = (
    "The total ink is the sum of all inks in one place; four solid inks are 400 %. Newsprint dries slowly: "
    "beyond the limit it smears and shows through. The limit is the theme's `print: {ink: …}`, else 240 %."
)
TYPE_ZH = "冷固轮转印刷的套印误差有零点几毫米，几色叠成的小字会发虚、露边。字小就只用一色，黑字只用黑墨。"
TYPE_EN = (
    "On a coldset press the plates fit to some tenths of a millimetre, so small type in several inks blurs at its "
    "edges. Small type takes one ink, and black type takes black."
)
CLAIM_ZH = (
    "文件声明了标准，印厂和归档系统就照那个标准来读，声明和内容必须一致。"
    "`layout render --standard` 写出的文件一致。"
)
CLAIM_EN = (
    "What a file claims is what presses and archives take it for, so the claim and the file must agree. "
    "Those that `layout render --standard` writes do."
)
FONT_ZH = "送印的文件必须自带全部字体，字宽和字码都要对，否则到印厂会换字、错位或丢字。"
FONT_EN = (
    "A file for the press brings all its fonts, with true widths and codes; else the press sets other letters, in "
    "other places, or none."
)
FILE_ZH = "送印的文件要在任何机器上印出同样的东西：不加密，不带脚本、图层和批注，各页面框套得正确。"
FILE_EN = (
    "A file for the press prints the same everywhere: no encryption, scripts, layers or notes, and page boxes that "
    "lie in each other."
)

_PAGE = {
    "P101": Entry(
        zh="图片 {picture} 只有 {ppi} ppi，低于 {limit} ppi，印出来看得见马赛克",
        en="picture {picture} has {ppi} ppi, less than {limit}: its pixels will be seen",
        zh_hint="换一张大图，或把它排小一些",
        en_hint="use a larger original, or show it smaller",
        what_zh=RESOLUTION_ZH,
        what_en=RESOLUTION_EN,
    ),
    "P102": Entry(
        zh="图片 {picture} 只有 {ppi} ppi，低于 {limit} ppi，印出来会发虚",
        en="picture {picture} has {ppi} ppi, less than {limit}: it will look soft",
        zh_hint="有大图就换大图，或把它排小一些",
        en_hint="use a larger original if there is one, or show it smaller",
        what_zh=RESOLUTION_ZH,
        what_en=RESOLUTION_EN,
    ),
    "P103": Entry(
        zh="图片 {picture} 有 {ppi} ppi，超过 {limit} ppi，比印得出来的还细",
        en="picture {picture} has {ppi} ppi, more than {limit}: finer than any press shows",
        what_zh=RESOLUTION_ZH,
        what_en=RESOLUTION_EN,
    ),
    "P111": Entry(
        zh="这里的颜色（{ink}）总墨量 {total} %，超过 {limit} %（距左上角 {x}、{y} 毫米）",
        en="the colour here ({ink}) adds up to {total} % of ink, over {limit} % (at {x}, {y} mm from the top left)",
        zh_hint="减少黄、品、青，用黑代替它们共有的灰",
        en_hint="take away cyan, magenta and yellow, and let black stand for the grey in them",
        what_zh=INK_ZH,
        what_en=INK_EN,
    ),
    "P112": Entry(
        zh="图片 {picture} 有 {area} 平方毫米墨量超过 {limit} %，最深处 {total} %",
        en="{area} mm² of picture {picture} have more than {limit} % of ink, {total} % at the darkest",
        zh_hint="用新闻纸的特性文件重新分色，或交 RGB 原图，由本程序分色",
        en_hint="separate it again for newsprint, or give the RGB original and let it be separated here",
        what_zh=INK_ZH,
        what_en=INK_EN,
    ),
    "P113": Entry(
        zh="文字“{words}”等 {count} 字用四色印（{ink}），套不准就露彩边",
        en="type in four inks ({ink}): “{words}”, {count} characters; it shows coloured rims",
        zh_hint="黑字用 k 100%",
        en_hint="let black type be k 100%",
        what_zh=TYPE_ZH,
        what_en=TYPE_EN,
    ),
    "P114": Entry(
        zh="文字“{words}”等 {count} 字用几色叠印（{ink}），只有 {size} 点，应不小于 {limit} 点",
        en="type in several inks ({ink}) of {size} pt, under {limit}: “{words}”, {count} characters",
        zh_hint="改用单色或专色，或放大",
        en_hint="take one ink or a spot colour, or set it larger",
        what_zh=TYPE_ZH,
        what_en=TYPE_EN,
    ),
    "P115": Entry(
        zh="反白字“{words}”等 {count} 字只有 {size} 点，应不小于 {limit} 点，否则笔画会糊住",
        en="reversed type of {size} pt, under {limit}: “{words}”, {count} characters; ink will fill its strokes",
        zh_hint="放大，或改用较粗的黑体",
        en_hint="set it larger, in a bolder face",
        what_zh="反白字是从墨里留出来的白字，墨在新闻纸上会洇开。",
        what_en="Reversed type is paper left free in ink, and ink spreads on newsprint.",
    ),
    "P116": Entry(
        zh="{count} 条线只有 {weight} 点粗，不到 {limit} 点，会断线或印不出（距左上角 {x}、{y} 毫米）",
        en="lines of {weight} pt, thinner than {limit}: they break up or vanish ({count}; at {x}, {y} mm)",
        zh_hint="至少用 0.25pt；正线是 0.3pt",
        en_hint="take 0.25pt at least; 正线 has 0.3pt",
        what_zh="太细的线屏幕上放多大都看得见，到了版上却断断续续。0 点是“机器能画的最细的线”，更不可靠。",
        what_en="A screen shows a hairline at any zoom, a plate does not. A weight of 0 means the thinnest line "
        "that a device can draw.",
    ),
    "P117": Entry(
        zh="这一页上什么也没有印",
        en="nothing is printed on this page",
        zh_hint="检查稿件和图片；裁切框以外的、没有墨的都不算",
        en_hint="look at stories and pictures; what is outside the trim or without ink does not count",
        what_zh="空白页多半是出了错。",
        what_en="A blank page is an accident in most cases.",
    ),
    "P121": Entry(
        zh="字体 {face} 的授权位（fsType {bits}）不许嵌入文件",
        en="face {face} may not be embedded, by its licence bits (fsType {bits})",
        zh_hint="换一款字体，或向字体厂商要可以嵌入的版本",
        en_hint="use another face, or ask its foundry for one that may be embedded",
        what_zh="OpenType 的 OS/2 表用 fsType 说明字体能不能嵌入：限制嵌入、不许取子集、只许点阵，都不能送印。",
        what_en="fsType in a font's OS/2 table says whether it may go into a file: restricted, not to be subset or "
        "bitmaps only all mean that it may not.",
    ),
}

_FILE = {
    "P200": Entry(
        zh="不是 PDF，或损坏得读不出来：{reason}",
        en="this is no PDF, or too damaged to be read: {reason}",
        zh_hint="重新导出一次",
        en_hint="export it again",
        what_zh=FILE_ZH,
        what_en=FILE_EN,
    ),
    "P201": Entry(
        zh="文件加了密",
        en="the file is encrypted",
        zh_hint="导出时不设密码和权限",
        en_hint="export it without passwords and permissions",
        what_zh=FILE_ZH,
        what_en=FILE_EN,
    ),
    "P202": Entry(
        zh="内容读不到底：{reason}",
        en="the content can't be read to its end: {reason}",
        zh_hint="重新导出一次",
        en_hint="export it again",
        what_zh=FILE_ZH,
        what_en=FILE_EN,
    ),
    "P203": Entry(
        zh="字体 {face} 没有嵌入文件",
        en="font {face} is not in the file",
        zh_hint="导出时选“嵌入全部字体”",
        en_hint="export it with all fonts embedded",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "P204": Entry(
        zh="有文字用了文件里没有的字体 {face}，印不出来",
        en="text is shown in font {face}, which the file does not have: it will not be printed",
        zh_hint="重新导出一次",
        en_hint="export it again",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "P205": Entry(
        zh="字体 {face} 有 {count} 个字的字宽和字体程序里的不一样",
        en="{count} widths of font {face} are not those of its program",
        zh_hint="重新导出一次",
        en_hint="export it again",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "P206": Entry(
        zh="字体 {face} 的文字认不出是什么字（没有 ToUnicode），不能检索、复制、朗读",
        en="the text in font {face} can't be searched, copied or read aloud: it has no ToUnicode",
        zh_hint="导出时不要转换编码，或换一个程序导出",
        en_hint="export it with another program, or without outlines",
        what_zh=FONT_ZH,
        what_en=FONT_EN,
    ),
    "P207": Entry(
        zh="从文件里读出的文字和稿件对不上：找不到“{words}”等 {count} 字",
        en="the text of the file is not the copy: “{words}” is missing ({count} characters in all)",
        zh_hint="请把版面文件发给我们",
        en_hint="please send us the page spec",
        what_zh="写成的文件由另一个程序（pdfium）读回来，每一行都要按次序找到。",
        what_en="The finished file is read by another program (pdfium); every run of the page must be found in it, "
        "in order.",
    ),
    "P211": Entry(
        zh="页面框不对：{box} 应在 {other} 之内（声明 PDF/X 时 TrimBox、ArtBox 要有且只有一个）",
        en="{box} must lie inside {other} (and PDF/X wants one of TrimBox and ArtBox, not both)",
        zh_hint="裁切框在出血框内，出血框在媒体框内",
        en_hint="trim inside bleed inside media",
        what_zh=FILE_ZH,
        what_en=FILE_EN,
    ),
    "P212": Entry(
        zh="版面上有批注、表单或链接（{kind}）",
        en="there is an annotation on the page ({kind})",
        zh_hint="导出时去掉批注、表单和链接",
        en_hint="export it without notes, forms and links",
        what_zh=FILE_ZH,
        what_en=FILE_EN,
    ),
    "P213": Entry(
        zh="文件有 {count} 个图层，印哪些要看打开时的开关",
        en="the file has {count} layers: which are printed depends on how it is opened",
        zh_hint="导出前合并图层",
        en_hint="merge the layers before exporting",
        what_zh=FILE_ZH,
        what_en=FILE_EN,
    ),
    "P214": Entry(
        zh="文件里有脚本或要启动程序（{place}）",
        en="the file runs a script or a program ({place})",
        zh_hint="导出时去掉动作和表单",
        en_hint="export it without actions and forms",
        what_zh=FILE_ZH,
        what_en=FILE_EN,
    ),
    "P215": Entry(
        zh="还有 RGB 颜色（{what} {words}；距左上角 {x}、{y} 毫米）",
        en="RGB is left (a {what} {words} at {x}, {y} mm from the top left)",
        zh_hint="转成 CMYK、灰度或专色",
        en_hint="turn it into CMYK, grey or a spot colour",
        what_zh="印刷只有油墨：CMYK、灰度、专色。留下的 RGB 由印厂的设备各自换算，颜色说不准。",
        what_en="A press has inks: CMYK, grey, spots. RGB that is left is turned into them by whatever "
        "comes along.",
    ),
    "P216": Entry(
        zh="输出意图不对（{reason}）：没有说明为哪种印刷条件制作",
        en="the output intent is wrong or missing ({reason}): for which press the file was made is not said",
        zh_hint="要有一个 GTS_PDFX 输出意图，内嵌印厂的 CMYK 输出特性文件",
        en_hint="one GTS_PDFX intent is wanted, with the CMYK output profile of the press embedded",
        what_zh="原因：none 没有；several 不止一个；unnamed 没有名称；profile 没有内嵌特性文件；"
        "class 不是输出设备的；space 不是 CMYK 或灰度。",
        what_en="The reasons: none; several; unnamed, without an identifier; profile, none is embedded; class, "
        "not of an output device; space, neither CMYK nor grey.",
    ),
}

_CLAIMS = {
    "P301": Entry(
        zh="声明了 {standard}，却是 PDF {version}，最高只能是 {limit}",
        en="{standard} is claimed by a file of PDF {version}; it goes up to {limit}",
        zh_hint="按那个标准重新导出",
        en_hint="export it again for that standard",
        what_zh=CLAIM_ZH,
        what_en=CLAIM_EN,
    ),
    "P302": Entry(
        zh="PDF/X 的声明不完整：缺 {what}",
        en="the claim to PDF/X is incomplete: {what} is missing",
        zh_hint="按 PDF/X 重新导出",
        en_hint="export it again as PDF/X",
        what_zh=CLAIM_ZH,
        what_en=CLAIM_EN,
    ),
    "P303": Entry(
        zh="PDF/X 要说明是否做过陷印（Trapped 为 True 或 False），现在是 {said}",
        en="PDF/X says whether it is trapped (Trapped is True or False); here it is {said}",
        zh_hint="在文件信息里写明 Trapped",
        en_hint="set Trapped in the document information",
        what_zh=CLAIM_ZH,
        what_en=CLAIM_EN,
    ),
    "P304": Entry(
        zh="{standard} 不许有透明，这里有（{reason}）",
        en="{standard} allows no transparency; there is some here ({reason})",
        zh_hint="导出时拼合透明，或改用 pdf/x-4",
        en_hint="flatten it when exporting, or use pdf/x-4",
        what_zh=CLAIM_ZH,
        what_en=CLAIM_EN,
    ),
    "P305": Entry(
        zh="文件信息和 XMP 的 {key} 不一致：{info}，{xmp}",
        en="{key} differs between Info and XMP: {info}, {xmp}",
        zh_hint="重新导出一次",
        en_hint="export it again",
        what_zh=CLAIM_ZH,
        what_en=CLAIM_EN,
    ),
    "P306": Entry(
        zh="声明了 {standard}，却没有 {what}",
        en="{standard} is claimed, but there is no {what}",
        zh_hint="导出时选“创建带标签的 PDF”，并写明语言",
        en_hint="export it as tagged PDF, with its language",
        what_zh="能朗读的文件要有结构树（StructTreeRoot）和语言（Lang）。",
        what_en="A file to be read aloud has a structure tree (StructTreeRoot) and a language (Lang).",
    ),
    "P307": Entry(
        zh="要的是 {standard}，文件没有声明它",
        en="{standard} is asked for, and the file does not claim it",
        zh_hint="看看别的问题：本程序不声明守不住的标准；别人的文件请对方按标准重新输出",
        en_hint="see the other findings: what can't be kept is not claimed here; a file of others must be made again",
        what_zh=CLAIM_ZH,
        what_en=CLAIM_EN,
    ),
}

CHECKS: dict[str, Entry] = {**_PAGE, **_FILE, **_CLAIMS}
