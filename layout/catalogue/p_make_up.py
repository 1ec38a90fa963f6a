"""Findings of preflight: P4xx on the make-up of a page, which a theme may turn off (`check: {P402: off}`)."""

from layout.catalogue.entry import Entry

OFF_ZH = "自家的规矩不同，可以在主题里关掉，例如 `check: {P402: off}`。"
OFF_EN = "A house with other rules turns it off in its theme: `check: {P402: off}`, for one."

MAKE_UP: dict[str, Entry] = {
    "P401": Entry(
        zh="碰题：“{one}”和“{other}”的主题一样高低，字号相近，左右相撞",
        en="the headlines of stories {one} and {other} stand side by side, of about one size",
        zh_hint="把一个挪高或挪低，字号拉开两级，或改成竖题",
        en_hint="move one of them, let their sizes differ by a quarter, or set one vertically",
        what_zh="左右两稿的题在同一高度、字号相近，读者会连成一行读，也分不出主次。" + OFF_ZH,
        what_en="Two such headlines are read as one line, and neither leads. " + OFF_EN,
    ),
    "P402": Entry(
        zh="断版：第 {line} 行下面一条直缝把版面从左到右切成两截",
        en="a straight gap below line {line} cuts the page across from edge to edge",
        zh_hint="让一块稿子跨过这条缝，上下咬住",
        en_hint="let one block reach over it, so that the two halves interlock",
        what_zh="版面中部通栏一条缝，上下互不相干，像两张纸。报头、通栏的版脚不算。" + OFF_ZH,
        what_en="It looks like two pages, one over the other. What spans the page at head or foot is no cut. "
        + OFF_EN,
    ),
    "P403": Entry(
        zh="版块 {one} 和 {other} 的文字挨得太近，不到半个字",
        en="the type of blocks {one} and {other} nearly touches: less than half a character between them",
        zh_hint="在版样里隔开，或加大栏间距、框内的空",
        en_hint="set them apart in the dummy, or widen the gutter or the box's inset",
        what_zh="两块的字挨在一起，会连着读。" + OFF_ZH,
        what_en="What stands so close is read as one. " + OFF_EN,
    ),
    "P404": Entry(
        zh="版块 {block} 的文字“{words}”排到了版心外面",
        en="type of block {block} stands outside the type area: “{words}”",
        zh_hint="挪进版心，或写成主题的 furniture",
        en_hint="move it in, or make it furniture of the theme",
        what_zh="版心外面只排报眉、报头这些每版都有的东西。" + OFF_ZH,
        what_en="Only furniture, the folio line and its like, stands outside the type area. " + OFF_EN,
    ),
    "P405": Entry(
        zh="“{words}”只有 {size} pt，小于 {limit} pt，读者看不清",
        en="“{words}” is set in {size} pt, smaller than {limit}: hard to read",
        zh_hint="改大它的样式",
        en_hint="make its style larger",
        what_zh="新闻纸吸墨，八磅以下的汉字笔画会糊。注音除外。" + OFF_ZH,
        what_en="Newsprint spreads ink: Chinese type under 8 pt clogs. Ruby is exempt. " + OFF_EN,
    ),
    "P406": Entry(
        zh="图片“{picture}”缺图说或署名（{missing}）",
        en="picture {picture} lacks its caption or credit ({missing})",
        zh_hint="补上 caption 和 credit；插图、题花不要图说，写 `caption: none`",
        en_hint="write caption and credit; a drawing that wants neither says `caption: none`",
        what_zh="新闻图片要说明拍的是什么，也要署作者。caption 是图说，credit 是署名，both 是都缺。" + OFF_ZH,
        what_en="A news picture says what it shows and who took it. " + OFF_EN,
    ),
    "P407": Entry(
        zh="图片“{picture}”同版块 {block} 里的是同一张",
        en="picture {picture} is the same as one in block {block}",
        zh_hint="换一张",
        en_hint="choose another",
        what_zh="比的是文件内容，改了名字也认得出。" + OFF_ZH,
        what_en="Files are compared by their bytes, whatever their names. " + OFF_EN,
    ),
    "P408": Entry(
        zh="“{story}”的第 {column} 栏是空的",
        en="column {column} of story {story} is empty",
        zh_hint="减少栏数或格子，补写，或写 `fill: balance`",
        en_hint="give it fewer columns or cells, add copy, or say `fill: balance`",
        what_zh="一栏里一行字也没有，版面上就是一个洞。" + OFF_ZH,
        what_en="A column without a line is a hole in the page. " + OFF_EN,
    ),
    "P409": Entry(
        zh="“{story}”的 {role} 有 {size} pt，和 {headline} pt 的主题差不多大",
        en="the {role} of story {story} is {size} pt, about as large as its headline of {headline} pt",
        zh_hint="改成 {two_below}pt 左右",
        en_hint="about {two_below}pt",
        what_zh="引题、副题一般比主题小两级，约是它的七成，否则分不出主次。" + OFF_ZH,
        what_en="Kicker and deck stand about two sizes below the headline, at seven tenths of it, or none leads. "
        + OFF_EN,
    ),
}
