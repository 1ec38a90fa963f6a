"""Findings about columns, fit ladders and what may be done about copy that does not fit."""

from layout.catalogue.entry import Entry

_LADDER_ZH = "fit 里写了哪些可以改、改多少，程序按先后只试这些；改了什么，一条一条报出来，其余照样式。"
_LADDER_EN = (
    "Only what `fit` lists is tried, in its order; each change is told, all else is as the style has it."
)

FIT: dict[str, Entry] = {
    "F018": Entry(
        zh="各栏宽加起来超出 {over} 字，改排 {columns} 个等宽的栏",
        en="the columns are {over} characters too wide together; set in {columns} equal ones instead",
        zh_hint="减小各栏的宽，栏间至少空一字",
        en_hint="make them narrower; between columns there is one character at least",
        what_zh="columns 写成各栏的宽时，余下的宽度平分到栏间，栏间至少空一字。",
        what_en="Where `columns` gives widths, what is left goes to the gaps, of one character at least.",
    ),
    "F019": Entry(
        zh="“{story}”第 {column} 栏栏脚短 {lines} 行",
        en="column {column} of story {story} ends {lines} lines above its neighbours",
        zh_hint="用 fill: spread 把行分到段间；已经用了，就增删几个字",
        en_hint="`fill: spread` opens its paragraphs; where that is said already, change a few words",
        what_zh="小标题不落栏脚、单行不落栏首，会让一栏短一两行；一篇稿子的各栏应一样平。",
        what_en="Crossheads kept off a column's foot leave it a line or two short; columns should end level.",
    ),
    "F020": Entry(
        zh="“{story}”只有 {paragraphs} 段，插不到第 {after} 段后面，放在文末",
        en="story {story} has {paragraphs} paragraphs: what is to stand after number {after} stands at its end",
        zh_hint="after 写 0 到 {paragraphs}",
        en_hint="say an `after` from 0 to {paragraphs}",
        what_zh="at: {story: …, after: …} 数的是正文的段落，小标题不算。",
        what_en="`at: {story: …, after: …}` counts paragraphs of the body; crossheads are none.",
    ),
    "F021": Entry(
        zh="{block} 在“{story}”里没有地方，后面的文字也排不下",
        en="there is no room for {block} in story {story}, nor for the text after it",
        zh_hint="减小它的行数，或加大稿子的格子",
        en_hint="give it fewer lines, or the story more cells",
        what_zh="横跨几栏的图和引文要这几栏都空着的几行，下面至少跟一行文字。",
        what_en="What goes over columns needs lines that are free in all of them, and a line of text below.",
    ),
    "F034": Entry(
        zh="“{words}”照写的栏放不下，在“{story}”里从第 {first} 栏起横跨 {columns} 栏",
        en="{words} has no room over the columns that it should: in story {story} it has {columns} from column {first}",
        zh_hint="改 span 或它的行数，或移到前后的段落",
        en_hint="say another `span`, give it fewer lines, or move it to another paragraph",
        what_zh="文字排到哪一栏，横跨几栏的小标题、引文、图片就从那一栏起放；上面的文字各栏拉平，每栏上下至少各两行。",
        what_en="What goes over columns stands where the text reaches it, level columns above, two lines on each side.",
    ),
    "F022": Entry(
        zh="“{story}”为排满挤了 {value} 段的标点，省 {lines} 行",
        en="to fit story {story} the marks of {value} paragraphs were squeezed, which saves {lines} lines",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F023": Entry(
        zh="“{story}”为排满把小标题改占 {value} 行",
        en="to fit story {story} its crossheads take {value} lines",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F024": Entry(
        zh="“{story}”为排满把主题排成 {value} 行",
        en="to fit story {story} its headline is set in {value} lines",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F025": Entry(
        zh="“{story}”为排满把图片 {other} 的高改了 {value:+} 行",
        en="to fit story {story} picture {other} is {value:+} lines high",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F026": Entry(
        zh="“{story}”为排满把与 {other} 的分界移了 {value:+} 行",
        en="to fit story {story} its boundary with {other} was moved by {value:+} lines",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F027": Entry(
        zh="“{story}”为排满把行距改为 {value}pt",
        en="to fit story {story} its leading is {value}pt",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F028": Entry(
        zh="“{story}”为排满把字号改为 {value}pt",
        en="to fit story {story} its size is {value}pt",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F029": Entry(
        zh="“{story}”按 fit 试了 {tries} 种，仍然没有排满",
        en="{tries} tries of its fit ladder don't close story {story}",
        zh_hint="放宽 fit 里的范围，或增删稿子",
        en_hint="widen its ranges, or change the copy",
        what_zh=_LADDER_ZH,
        what_en=_LADDER_EN,
    ),
    "F030": Entry(
        zh="“{story}”还短，题多占 {lines} 行",
        en="story {story} is short: its head takes {lines} lines more",
        what_zh="fill: grow 把空出的行给稿子自己的图，没有图就给题。",
        what_en="`fill: grow` gives spare lines to the story's own picture, or to its head where it has none.",
    ),
    "F032": Entry(
        zh="“{story}”还短，图片 {other} 加高 {lines} 行",
        en="story {story} is short: picture {other} takes {lines} lines more",
        what_zh="fill: grow 把空出的行给稿子自己的图，没有图就给题。",
        what_en="`fill: grow` gives spare lines to the story's own picture, or to its head where it has none.",
    ),
    "F031": Entry(
        zh="“{story}”第 {paragraph} 段删 {characters} 字，可省 {lines} 行",
        en="story {story}: paragraph {paragraph} less by {characters} characters; lines saved: {lines}",
        what_zh="先从末行最短的段落删起，省一行要删的字最少。照着删完，版面就排满。",
        what_en="Paragraphs with short last lines come first: they cost least. Cut so, the copy fits.",
    ),
    "F035": Entry(
        zh="“{story}”还要写约 {characters} 字，{paragraphs} 段、{lines} 行",
        en="story {story}: about {characters} characters more are to be written, in paragraphs: {paragraphs}, "
        "lines: {lines}",
        zh_hint="在文末补写，或另配一张图、一条稿",
        en_hint="write on at its end, or add a picture or another story",
        what_zh="短得多时，光在原有各段里补字不够；照这些字数在文末加写几段，版面就排满。",
        what_en="Where much is missing, its own paragraphs can't make up for it; so much more at its end does.",
    ),
    "F033": Entry(
        zh="“{story}”第 {paragraph} 段补 {characters} 字，可多 {lines} 行",
        en="story {story}: paragraph {paragraph} more by {characters} characters; lines made: {lines}",
        what_zh="先从末行最长的段落补起，多一行要补的字最少。照着补完，版面就排满。",
        what_en="Paragraphs with long last lines come first: they cost least. Written so, the copy fills its room.",
    ),
}
