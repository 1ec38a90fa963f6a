"""Findings about fit: copy and its room."""

from layout.catalogue.entry import Entry
from layout.catalogue.f_fit import FIT
from layout.catalogue.f_heads import HEADS
from layout.catalogue.f_parts import PARTS

ENTRIES: dict[str, Entry] = {
    **HEADS,
    **FIT,
    **PARTS,
    "F001": Entry(
        zh="“{story}”的稿子排不下：多出 {characters} 字、{lines} 行，排到“{words}”为止",
        en="story {story} does not fit: {characters} characters, {lines} lines over; set as far as “{words}”",
        zh_hint="删去这些字，或把版样里它的格子加大",
        en_hint="cut as many characters, or give it more cells in the dummy",
        what_zh="没有排下的字一个也不会丢：这里报出字数、行数和断在哪里。PDF 照写，供看样。",
        what_en="No copy is dropped in silence: what was not set is counted here. The PDF is written all the same.",
    ),
    "F002": Entry(
        zh="“{story}”短 {lines} 行、约 {characters} 字，文后会空一块",
        en="story {story} is {lines} lines short, about {characters} characters, and leaves a hole at its end",
        zh_hint="补写，或把版样里它的格子减小",
        en_hint="add copy, or give it fewer cells in the dummy",
        what_zh="一篇稿子末尾最多空三行，再多就是一块白。",
        what_en="At most three lines may stay empty at a story's end; more reads as a hole.",
    ),
    "F003": Entry(
        zh="版块 {block} 里的几条稿排完后还空 {lines} 行、约 {characters} 字",
        en="the stories of block {block} leave {lines} lines empty below them, about {characters} characters",
        zh_hint="补写、加一条，或把版样里它的格子减小",
        en_hint="add copy or a story, or give the block fewer cells in the dummy",
        what_zh="叠排的短稿各占多高由字数定，余下的行都在最后一条下面。",
        what_en="Stacked stories take the height that their copy needs; what is left stays below the last one.",
    ),
    "F004": Entry(
        zh="“{story}”的稿子一行也排不下：{characters} 字、{lines} 行都没有地方",
        en="nothing of story {story} can be set: all its {characters} characters, {lines} lines, are over",
        zh_hint="把版样里它的格子加大",
        en_hint="give it more cells in the dummy",
        what_zh="题和图占去了全部格子，或上下两稿之间的空行把格子用完了，正文没有地方。",
        what_en="Its head, or the clear lines between areas, took all of its cells: the body has no place.",
    ),
    "F005": Entry(
        zh="版块 {block} 里的 {stories} 条稿一共多出 {lines} 行高、{characters} 字",
        en="the {stories} stories of block {block} are {lines} lines of height too much, {characters} characters over",
        zh_hint="照下面的提示删字，撤一条，或把它的格子加大",
        en_hint="cut as advised, drop a story, or give the block more cells in the dummy",
        what_zh="叠排的短稿从上往下排，排不下的总是下面的几条；该删哪一条的字，由编辑定，程序只挑最省的。",
        what_en="Stacked stories are set from the top down, so what is over is always the last of them; which is to be "
        "cut is the editor's choice, and the advice names what costs the fewest characters in all.",
    ),
    "F011": Entry(
        zh="{columns} 栏排不进这块地方：栏边对不上里面的图，或一栏不到一个字",
        en="{columns} columns can't be set here: they don't meet the edges of the holes, or hold no character",
        zh_hint="可以改成 {hint} 栏",
        en_hint="{hint} columns would do",
        what_zh="不是矩形的版块里，破栏后的栏边必须和洞的边对齐。",
        what_en="In an area that is not a rectangle the columns' edges must meet the holes' edges.",
    ),
    "F012": Entry(
        zh="图片“{picture}”的格子太矮：图说 {lines} 行就占满了",
        en="the area of picture {picture} is too low: its caption alone takes {lines} lines",
        zh_hint="把它的格子加高，或改短图说",
        en_hint="give it more lines in the dummy, or shorten the caption",
        what_zh="图片和图说同在一块格子里，图说先占行，余下的给图。",
        what_en="A picture shares its area with its caption, which takes its lines first.",
    ),
    "F013": Entry(
        zh="“{story}”的题要占 {lines} 行，那里只有 {room} 行",
        en="the head of story {story} takes {lines} lines, there is room for {room}",
        zh_hint="把标题所在的一行格子加高，或把题改小、改短",
        en_hint="make the dummy's row that it stands in higher, or the head smaller or shorter",
        what_zh="题压在版块最上一行格子里，占满那一行各栏；下面若是图，题不能伸进去。",
        what_en="A head stands over the columns of its area's top row and may not reach into what is below it.",
    ),
    "F014": Entry(
        zh="版块 {block} 有一栏到版块 {other} 就断了，下面的格子空着",
        en="a column of block {block} ends at block {other}, and its cells below stay empty",
        zh_hint="把下面的格子改给别的版块；{other} 是图的话，要用这篇稿自己的图",
        en_hint="give the cells below to another block; if {other} is a picture, show one of the story's own",
        what_zh="正文可以越过自己的图和版面 pictures 里的图接着排，但不能越过别的稿子和别的稿子的图。",
        what_en="Text passes over pictures of its own and of the page, but never over another story or its pictures.",
    ),
    "F015": Entry(
        zh="文字块 {block} 排不下，多出 {lines} 行",
        en="the text of block {block} does not fit: {lines} lines over",
        zh_hint="改短，或加大格子",
        en_hint="shorten it, or give it more room",
        what_zh="文字块只排在自己的格子里，不分栏，也不转到别处；排不下的行不印。",
        what_en="A text block keeps to its own cells; the lines that don't fit are not printed.",
    ),
    "F016": Entry(
        zh="版面署名排不下：它的格子太小，名字排到了外面",
        en="the credits don't fit: their area is too small, and names stand outside it",
        zh_hint="在版样里加大它的格子",
        en_hint="give them more cells in the dummy",
        what_zh="职务和它的名字排在一起，不拆成两行，也不缩小。",
        what_en="A role and its names stay together on one line and are never made smaller.",
    ),
    "F017": Entry(
        zh="版块 {block} 的格子不是矩形",
        en="the cells of block {block} are no rectangle",
        zh_hint="在版样里把它画成矩形",
        en_hint="draw it as a rectangle in the dummy",
        what_zh="只有稿子的正文能排进异形的地方；图片、栏题、署名和文字块要一块矩形。",
        what_en="Only a story's text can fill another shape; pictures, banners, credits and free text can't.",
    ),
}
