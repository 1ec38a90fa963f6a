"""Findings about print: P0xx the making of the file, P1xx and on the preflight of the finished page."""

from layout.catalogue.entry import Entry
from layout.catalogue.p_checks import CHECKS
from layout.catalogue.p_make_up import MAKE_UP

STANDARD_ZH = (
    "标准写在主题的 `print: {standard: …}` 里，或用 `--standard`："
    "pdf/x-4、pdf/x-1a（自成一档）、pdf/a-2b、pdf/a-2a、pdf/ua-1，几个可以并用；plain 什么也不声明。"
    "守不住的标准不写进文件。"
)
STANDARD_EN = (
    "Standards are named in the theme's `print: {standard: …}` or by `--standard`: pdf/x-4, pdf/x-1a (by itself), "
    "pdf/a-2b, pdf/a-2a, pdf/ua-1; several may go together; plain claims nothing. "
    "A file never claims a standard that it does not keep."
)
PROFILE_ZH = (
    "`print: {intent: {profile: …}}` 要写印刷机的 ICC 特性文件：类别为输出（prtr），色彩空间为 CMYK。"
    "向印厂要，或用自带的 `intent: newsprint`。文件照写，但不声明任何标准。"
)
PROFILE_EN = (
    "`print: {intent: {profile: …}}` wants the ICC profile of a press: class output (prtr), colour space CMYK. "
    "Ask your printer for it, or use the package's own with `intent: newsprint`. "
    "The file is written all the same but claims no standard."
)
PICTURE_ZH = "图片用不了时，它的位置空着，其余照排照写。"
PICTURE_EN = "Where a picture can't be used its place is left empty; the rest is written."

ENTRIES: dict[str, Entry] = {
    **CHECKS,
    **MAKE_UP,
    "P001": Entry(
        zh="一个文件不能同时符合 {one} 和 {other}，这个文件没有声明标准",
        en="no file keeps both {one} and {other}; this one claims no standard",
        zh_hint="留下一个；pdf/x-1a 只能单用，pdf/a-2a 已经包含 pdf/a-2b",
        en_hint="name one of them: pdf/x-1a stands alone, pdf/a-2a includes pdf/a-2b",
        what_zh=STANDARD_ZH,
        what_en=STANDARD_EN,
    ),
    "P002": Entry(
        zh="特性文件 {file} 读不通或不完整，这个文件没有声明 {standard}",
        en="the profile {file} can't be read or is cut short; {standard} is not claimed",
        zh_hint="重新拷贝一次，或改用 intent: newsprint",
        en_hint="copy it again, or write intent: newsprint",
        what_zh=PROFILE_ZH,
        what_en=PROFILE_EN,
    ),
    "P003": Entry(
        zh="特性文件 {file} 不是印刷机的（类别不是输出），这个文件没有声明 {standard}",
        en="the profile {file} is not of a press (its class is not output); {standard} is not claimed",
        zh_hint="换成印厂给的输出特性文件，或改用 intent: newsprint",
        en_hint="use the output profile of your printer, or write intent: newsprint",
        what_zh=PROFILE_ZH,
        what_en=PROFILE_EN,
    ),
    "P004": Entry(
        zh="特性文件 {file} 的色彩空间是 {space}，不是 CMYK，这个文件没有声明 {standard}",
        en="the profile {file} is for {space}, not for CMYK; {standard} is not claimed",
        zh_hint="换成印厂给的 CMYK 输出特性文件，或改用 intent: newsprint",
        en_hint="use the CMYK output profile of your printer, or write intent: newsprint",
        what_zh=PROFILE_ZH,
        what_en=PROFILE_EN,
    ),
    "P005": Entry(
        zh="特性文件 {file} 是第 {version} 版 ICC，pdf/x-1a（PDF 1.4）只认第 2 版，这个文件没有声明 {standard}",
        en="the profile {file} is of ICC version {version}, and pdf/x-1a (PDF 1.4) knows version 2 only; "
        "{standard} is not claimed",
        zh_hint="换成第 2 版的特性文件，或用 pdf/x-4",
        en_hint="use a profile of version 2, or pdf/x-4",
        what_zh=PROFILE_ZH,
        what_en=PROFILE_EN,
    ),
    "P006": Entry(
        zh="LittleCMS 用不了印刷条件的特性文件，图片 {file} 还是 RGB，这个文件没有声明 {standard}",
        en="LittleCMS can't use the press profile, so picture {file} stays RGB; {standard} is not claimed",
        zh_hint="换一个特性文件，或改用 intent: newsprint",
        en_hint="use another profile, or write intent: newsprint",
        what_zh=PROFILE_ZH,
        what_en=PROFILE_EN,
    ),
    "P007": Entry(
        zh="印刷（PDF/X）和 PDF/UA 的文件里没有链接，{count} 处链接没有写进文件（文字照印）",
        en="files for the press (PDF/X) and PDF/UA have no links; {count} of them are left out, their text is not",
        zh_hint="给人在屏幕上看的文件用 plain 或 pdf/a-2b",
        en_hint="for a file to be read on screen take plain or pdf/a-2b",
        what_zh="印刷文件的出血框之内不能有批注和链接（ISO 15930-7）。",
        what_en="A file for the press has no annotations inside its bleed box (ISO 15930-7).",
    ),
    "P011": Entry(
        zh="图片 {file} 不是能认出的图片，位置空着",
        en="picture {file} is not of a known format; its place is empty",
        zh_hint="另存为 JPEG 或 PNG 再用",
        en_hint="save it as a JPEG or a PNG",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "P012": Entry(
        zh="图片 {file} 解不开：已损坏或不完整，位置空着",
        en="picture {file} can't be decoded: it is damaged or cut short; its place is empty",
        zh_hint="重新拷贝一次原图",
        en_hint="copy the original again",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "P013": Entry(
        zh="图片 {file} 像素太多，位置空着",
        en="picture {file} has too many pixels; its place is empty",
        zh_hint="先缩小到版面需要的大小",
        en_hint="reduce it to what the page needs",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "P014": Entry(
        zh="图片 {file} 的编码方式印刷文件里放不进，位置空着",
        en="picture {file} is encoded in a way that no press file can hold; its place is empty",
        zh_hint="另存为普通的 JPEG",
        en_hint="save it as a plain JPEG",
        what_zh=PICTURE_ZH,
        what_en=PICTURE_EN,
    ),
    "P015": Entry(
        zh="图片 {file} 是动图，印的是第一帧",
        en="picture {file} moves; its first frame is printed",
        zh_hint="把要的那一帧另存为一幅图片",
        en_hint="save the frame that is wanted as a picture of its own",
        what_zh="版面上的图片不会动：有几帧的 PNG、GIF、WebP、TIFF 只取第一帧。",
        what_en="Pictures on paper don't move: of a PNG, GIF, WebP or TIFF with several frames the first is taken.",
    ),
    "P016": Entry(
        zh="PDF 图片 {file} 里有印刷文件不许有的东西（{faults}），{standard} 不再声明",
        en="the PDF {file} has what no press file may have ({faults}); {standard} is not claimed",
        zh_hint="请对方重新输出：颜色转成 CMYK，字体全部嵌入",
        en_hint="have it made again in CMYK, with all of its fonts embedded",
        what_zh="当图片用的 PDF 原样嵌入，不转颜色。rgb：用了设备 RGB；font：有字体没有嵌入。",
        what_en="A PDF used as a picture goes in as it is. rgb: device RGB is used; font: one is not embedded.",
    ),
    "P021": Entry(
        zh="图片 {file} 没有文字说明，这个文件没有声明 pdf/ua-1",
        en="picture {file} has no alternative text; pdf/ua-1 is not claimed",
        zh_hint="给它写 alt: 或 caption:",
        en_hint="give it an alt: or a caption:",
        what_zh="pdf/ua-1 要求每幅图片都有读屏软件能读的说明；没有 alt 时用图说。",
        what_en="pdf/ua-1 wants words for each picture that a screen reader can read; "
        "without alt the caption is taken.",
    ),
    "P022": Entry(
        zh="字体 {face} 缺字，版上印的是空框，这个文件没有声明 {standard}",
        en="face {face} lacks a character that is set, so that an empty box is shown; {standard} is not claimed",
        zh_hint="给 fonts: 里这个字体加上有这些字的后备字体",
        en_hint="add a fallback face that has the characters to the family in fonts:",
        what_zh=STANDARD_ZH,
        what_en=STANDARD_EN,
    ),
}
