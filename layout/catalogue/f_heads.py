"""Findings about heads, wraps and pictures in their places."""

from layout.catalogue.entry import Entry

HEAD_ZH = (
    "标题先按样式里的字宽范围（scale）压窄，再按字距范围（tracking）收紧，没写范围就到 −5%，"
    "再按字号范围（size）缩小，没写就到 90%，还放不下才报错。每次都在这里说明。"
)
HEAD_EN = (
    "A head is condensed within its style's `scale`, then closed up within its `tracking` (to −5% if that is no "
    "range), then made smaller within its `size` (to 90%); what does not fit even so is an error. Every time that it "
    "had to be is told."
)
PLACE_ZH = (
    "`head:` 里 place 说标题在哪里（top、left、right、inset），columns 说占第几栏到第几栏，"
    "width、height 说大小。"
)
PLACE_EN = (
    "Under `head`, place says where it stands (top, left, right, inset), columns which text columns it is over, "
    "width and height how large it is."
)
WRAP_ZH = "图旁的文字不窄于七个字，也不窄于栏宽的四分之一；再窄就留白。"
WRAP_EN = "No text is set beside anything in less than seven characters or a quarter of the measure; it stays white."

HEADS: dict[str, Entry] = {
    "F041": Entry(
        zh="{role} 放不下，改成字宽 {width}%、字距 {tracking}%",
        en="the {role} did not fit and was set at {width}% width, {tracking}% tracking",
        zh_hint="改短，或把字号改小",
        en_hint="shorten it, or make it smaller",
        what_zh=HEAD_ZH,
        what_en=HEAD_EN,
    ),
    "F042": Entry(
        zh="“{story}”的竖题比它的地方宽 {over} 字",
        en="the vertical head of story {story} is {over} 字 wider than its place",
        zh_hint="加大 width，或把题改短、改小",
        en_hint="give it more width, or make the head shorter or smaller",
        what_zh=PLACE_ZH,
        what_en=PLACE_EN,
    ),
    "F043": Entry(
        zh="“{story}”的题要占到第 {last} 栏，那里只有 {columns} 栏",
        en="the head of story {story} is to stand over column {last}; there are {columns}",
        zh_hint="改小 columns",
        en_hint="name fewer columns",
        what_zh=PLACE_ZH,
        what_en=PLACE_EN,
    ),
    "F044": Entry(
        zh="通栏题 {block} 要占 {lines} 行，它的格子只有 {room} 行",
        en="the head {block} takes {lines} lines, its cells have {room}",
        zh_hint="把它的格子加高，或把题改小、改短",
        en_hint="give it more lines in the dummy, or make it smaller or shorter",
        what_zh=PLACE_ZH,
        what_en=PLACE_EN,
    ),
    "F045": Entry(
        zh="{block} 旁边只剩 {characters} 字宽，排不了文字，第 {first} 行起空了 {lines} 行",
        en="beside {block} only {characters} 字 are left, too few for text: {lines} lines from line {first} stay white",
        zh_hint="把它移到栏边或加宽到整栏，或者让出更多的字",
        en_hint="move it to the column's edge, make it a whole column wide, or leave more room",
        what_zh=WRAP_ZH,
        what_en=WRAP_EN,
    ),
    "F046": Entry(
        zh="通栏题 {block} 占第 {columns} 栏，到第 {foot} 行；它统领的 {over} 在第 {theirs} 栏，从第 {tops} 行起",
        en="head {block} stands over columns {columns} down to line {foot}; {over}, which it is over, in columns "
        "{theirs} from line {tops} on",
        zh_hint="在版样里把它画在这几块的正上方，两边对齐",
        en_hint="draw it right above those blocks in the dummy, as wide as they are together",
        what_zh="通栏题要恰好盖住它统领的几篇稿子，读者才看得出它管到哪里。"
        "标题只占其中几栏时，格子照样画满，另写 columns。",
        what_en="A head over several stories covers just those, or a reader can't see how far it reaches. One that is "
        "to stand over some of the columns has the cells of all of them and says `columns`.",
    ),
    "F047": Entry(
        zh="“{story}”是竖题，栏题不能放在题上或题旁（series: {series}），放在首栏栏首",
        en="story {story} has a vertical head: its banner can't stand by it (series: {series}), it stands "
        "at the top of the first column",
        zh_hint="删去 series，或改成横题",
        en_hint="leave `series` out, or set the head level",
        what_zh=PLACE_ZH,
        what_en=PLACE_EN,
    ),
    "F048": Entry(
        zh="{block} 绕排的范围盖住了整块 {area}，{lines} 行都排不了文字",
        en="text has no room round {block}: all {lines} lines of block {area} stay white",
        zh_hint="把它改小、移开，或不要 wrap",
        en_hint="make it smaller, move it, or take away wrap",
        what_zh=WRAP_ZH,
        what_en=WRAP_EN,
    ),
}
