"""Findings about the parts of a page: its blocks, its dummy, its theme."""

from layout.catalogue.entry import Entry

PAGE: dict[str, Entry] = {
    # Blocks
    "S060": Entry(
        "一个块只能是一种：`{first}` 和 `{second}` 只能留一个",
        "a block is of one kind; keep `{first}` or `{second}`",
    ),
    "S061": Entry(
        "这个块没有说是什么，要写其中一个：{names}",
        "this block doesn't say what it is; write one of: {names}",
    ),
    "S062": Entry(
        "版样里的 {letter} 在 blocks 里没有",
        "the dummy's {letter} has no block",
        "blocks 里写的是 {hint}，两处要写成同一个字母，分大小写",
        "blocks has {hint}: write the same letter in both places, capital or small",
        "版样里的每个字母都要在 blocks: 里说明；空着的格子写 “.”。",
        "Every letter of the dummy needs a block; a blank cell is written as a full stop.",
    ),
    "S063": Entry(
        "块 {name} 不知道放在哪里：版样里没有，也没有 at",
        "block {name} has no place: it is not in the dummy and has no `at`",
        "画进版样，或写 at: {{columns: 1-2, lines: 1-10}}",
        "draw it in the dummy, or write at: {{columns: 1-2, lines: 1-10}}",
    ),
    "S064": Entry(
        "块 {name} 有两个位置：版样里画了，又写了 at",
        "block {name} has two places: in the dummy and by `at`",
        "留一个",
        "keep one",
    ),
    "S065": Entry(
        "{role} 的 {key} 在 head 和 style 里各写了一次",
        "{key} of {role} is said by `head` and by `style`",
        "留一个",
        "keep one",
    ),
    "S066": Entry(
        "稿件 {name} 用了两次：{first} 和 {second}",
        "story {name} is used twice: in {first} and in {second}",
        "每篇稿件在版上只排一次；要在第二处接着排，写 continues: {name}",
        "a story stands on a page once; to go on with it in the second place write `continues: {name}`",
    ),
    "S067": Entry(
        "稿件 {name} 没有排到版上",
        "story {name} is not on the page",
        "在 blocks 里用上，或从 stories 里删掉",
        "use it in a block, or delete it from stories",
    ),
    "S068": Entry(
        "图片 {name} 没有排到版上",
        "picture {name} is not on the page",
        "在 blocks 里用 picture: {name}，或删掉",
        "use it in a block with picture: {name}, or delete it",
    ),
    "S069": Entry(
        "{key} 到了 {last}，网格只有 {limit}",
        "{key} goes to {last}; the grid has {limit}",
        "最多写到 {limit}",
        "{limit} is the last",
    ),
    "S070": Entry(
        "{second} 压在 {first} 上",
        "{second} lies on {first}",
        "把 at 的范围错开",
        "move one of the two `at`s",
    ),
    "S071": Entry(
        "{letters} 合起来不是长方形，不能放进一个框",
        "{letters} together are no rectangle and can't share a frame",
        "在版样里把它们画成一个长方形，或从 around 里去掉对不上的",
        "draw them as one rectangle in the dummy, or take out of `around` what doesn't fit",
    ),
    "S072": Entry(
        "稿件 {name} 没有排在版上，接不上",
        "story {name} is not set on the page by a block of its own",
        "先给它一块 story: {name}",
        "give it a block `story: {name}` first",
        "continues 和 at: {story: …} 要有一块 story: 才知道接在哪里、插在哪里；叠排的稿子可以接排，不能插图。",
        "`continues` and `at: {story: …}` need the block that sets the story; a stacked one may be continued "
        "but takes no insert.",
    ),
    "S073": Entry(
        "`{name}` 只能在 lattice: own 的块里改",
        "`{name}` may change only in a block with `lattice: own`",
        "加上 lattice: own，或从 fit 里删去",
        "add `lattice: own`, or take it out of `fit`",
        "全版的行站在同一套基线上；只有离开它的块才能改行距和字号。",
        "All lines of a page stand on one lattice; only a block off it may change leading and size.",
    ),
    "S077": Entry(
        "wrap 只能用在以 at 放的块上",
        "`wrap` is for blocks that are placed by `at`",
        "把它从版样里去掉，写 at: {{x: …, y: …, width: …, height: …}}",
        "take it off the dummy and write at: {{x: …, y: …, width: …, height: …}}",
        "版样里的块自有一块格子，文字到不了那里；绕排的块压在稿子的栏上，要写明位置。",
        "A block in the dummy has cells of its own, where no text comes; text runs round what lies on its columns.",
    ),
    "S079": Entry(
        "块 {block} 要排版面署名，page 里却没有 credits",
        "block {block} sets the page's credits, but `page` has none",
        "在 page 下写 credits: {{责编: 林岚, 校对: 周牧}}，或删掉这一块",
        "write credits: {{责编: 林岚, 校对: 周牧}} under `page`, or delete the block",
    ),
    "S127": Entry(
        "表格 {name} 没有排到版上",
        "table {name} is not on the page",
        "在 blocks 里用 table: {name}，或删掉",
        "use it in a block with table: {name}, or delete it",
    ),
    # The dummy
    "S080": Entry(
        "版样的这一行要写成“行数 | 字母”",
        "a row of the dummy is written `height | letters`",
        "写成 {hint}",
        "write {hint}",
        "左边是这一行占网格的几行（至少 1，一行可以写 * 表示剩下的），竖线右边每栏一个字母。",
        "At the left the height in lines of the grid (1 at least; one row may say *), then | and letters.",
    ),
    "S081": Entry(
        "这一行有 {count} 个字母，网格是 {columns} 栏：多了 {difference} 个",
        "{count} letters for {columns} columns: {difference} too many",
    ),
    "S082": Entry(
        "各行加起来是 {total} 行，网格只有 {lines} 行：多了 {difference} 行",
        "the heights add up to {total}, the grid has {lines} lines: {difference} too many",
        "减去 {difference} 行",
        "take {difference} away",
    ),
    "S083": Entry(
        "各行加起来是 {total} 行，网格有 {lines} 行：少了 {difference} 行",
        "the heights add up to {total}, the grid has {lines} lines: {difference} too few",
        "补上 {difference} 行，或把一行的行数写成 *",
        "add {difference}, or write * as the height of one row",
    ),
    "S084": Entry("只有一行可以写 *", "only one row may say *", "写上行数", "write a number of lines"),
    "S085": Entry(
        "写 * 的一行没有剩下的高度：别的行已有 {total} 行，网格是 {lines} 行",
        "nothing is left for the row with *: the others take {total} of {lines} lines",
    ),
    "S086": Entry(
        "版样里不能有 `{char}`",
        "`{char}` can't stand in the dummy",
        "写成 {hint}",
        "write {hint}",
        "每栏一个字母，空着的格子写 “.”。",
        "One letter for each column; a blank cell is a full stop.",
    ),
    "S087": Entry(
        "{letter} 断成了几块",
        "the cells of {letter} don't hang together",
        "方括号里的与其余的不相连：\n{map}",
        "those in brackets stand apart:\n{map}",
        "一个字母的格子要边挨着边；两处地方用两个字母。",
        "The cells of one letter share edges; two places take two letters.",
    ),
    "S088": Entry(
        "这一行有 {count} 个字母，网格是 {columns} 栏：少了 {difference} 个",
        "{count} letters for {columns} columns: {difference} too few",
        "空着的格子写 “.”",
        "write a full stop for a blank cell",
    ),
    "S089": Entry(
        "版样要逐行读，dummy: 后面要有一个竖线",
        "the dummy is read line by line; a bar is due after dummy:",
        "写成 dummy: |，各行从下一行起、缩进两格",
        "write dummy: | and the rows on the next lines, indented",
    ),
    # Themes
    "S090": Entry(
        "主题绕了一圈：{chain}",
        "themes extend each other in a circle: {chain}",
        "去掉其中一个 extends",
        "remove one `extends`",
    ),
}
